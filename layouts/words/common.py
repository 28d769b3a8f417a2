"""Words for the closed sets, and numbers as text."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from indicators.classes import BreakMethod, ClassScheme
from indicators.definition import Comparator, Direction, Domain, Indicator, ValueKind
from indicators.gaps.gaps import Averaging
from indicators.notes import list_distinct_notes
from indicators.policy.progress import Status
from indicators.thresholds import side

DOMAINS = {
    Domain.EDUCATION: "教育",
    Domain.HEALTH: "医疗卫生",
    Domain.CULTURE: "文化",
    Domain.SPORTS: "体育",
    Domain.TRANSPORT: "交通",
    Domain.SOCIAL_SECURITY: "社会保障",
    Domain.EMPLOYMENT: "就业",
    Domain.HOUSING: "住房",
    Domain.GOVERNANCE: "财力与治理",
    Domain.CONTEXT: "人口与经济",
}
KINDS = {
    ValueKind.PUBLISHED: "公布",
    ValueKind.TRANSCRIBED: "转录",
    ValueKind.SECONDARY: "转引",
    ValueKind.COMPUTED: "计算",
    ValueKind.ESTIMATED: "估计",
    ValueKind.DEMONSTRATION: "演示",
}
KIND_MEANINGS = {
    ValueKind.PUBLISHED: "统计公报等原始出处公布的数字",
    ValueKind.TRANSCRIBED: "从年鉴等出版物转录，未见原书核对",
    ValueKind.SECONDARY: "第三方引用的数字，未见原始出处",
    ValueKind.COMPUTED: "由上述数字按公式算出",
    ValueKind.ESTIMATED: "在假设下推估，不是统计数字",
    ValueKind.DEMONSTRATION: "虚构，仅供演示",
}
METHODS = {
    BreakMethod.NATURAL: "自然断点",
    BreakMethod.QUANTILES: "分位数",
    BreakMethod.EQUAL: "等间距",
    BreakMethod.TARGET: "以目标值为界",
    BreakMethod.OWN: "自定断点",
}
DIRECTIONS = {Direction.HIGHER: "越高越好", Direction.LOWER: "越低越好", Direction.NEUTRAL: "不评价高低"}
COMPARATORS = {
    Comparator.AT_LEAST: "≥",
    Comparator.ABOVE: "＞",
    Comparator.AT_MOST: "≤",
    Comparator.BELOW: "＜",
    Comparator.EQUAL: "＝",
    Comparator.ABOUT: "约",
    Comparator.YES: "达到",
}
STATUSES = {
    Status.REACHED: "已达到",
    Status.ON_TRACK: "按进度",
    Status.BEHIND: "落后进度",
    Status.MISSED: "到期未达",
    Status.CANNOT_TELL: "无法判断",
    Status.TOO_FEW: "数量太少",
    Status.NO_DATA: "暂无数据",
    Status.NOT_DUE: "未到期",
}
AVERAGING_NAMES = {Averaging.SIMPLE: "县均值", Averaging.WEIGHTED: "人口加权", Averaging.POOLED: "合并计算"}
AVERAGING_MEANINGS = {
    Averaging.SIMPLE: "各县数值的简单平均",
    Averaging.WEIGHTED: "按各县常住人口加权的平均",
    Averaging.POOLED: "各县分子之和 ÷ 分母之和",
}
LEVELS = {"city": "全市", "county": "县级", "township": "乡镇级"}

NOTE = "备注"
_MOST_AREAS = 8  # that a sentence names
_MOST_NOTES = 4  # that a line of sources holds
MISSING = "暂无数据"
UNGROUPED = "未分组"
UNGROUPED_TEXT = "各县没有分成两组，不作组间比较"
YES, NO = "是", "否"
SCHEMATIC = "示意界线（非法定边界）"
DEMO_RIBBON = "演示数据 · 非真实统计"
PRODUCT = "均衡一张图"
RENEWED, RELOAD = "数据或程序已更新。", "刷新查看"
MOST_MORE = 16  # decimals beyond the usual: a double holds no more
ALL_VALUES = "全部数值"
TARGET_MISSED = "暖色未达目标"
BAND_BETTER = "在目标范围内为好，暖色未达"
_AT_EVERY_NUMBER = ("%", "‰")
_LONGEST_CLASS = 20  # halves of a Chinese character: a longer label would widen a legend over its map


def map_credits(counties_source: str, seats_source: str) -> str:
    """Who drew the counties of a map and located its townships' seats; a source that is not given is left out."""
    named = {"县界": counties_source, "乡镇驻地": seats_source}
    return "；".join(f"{what}：{source}" for what, source in named.items() if source)


def number(value: float, decimals: int) -> str:
    """A value as it is shown: fixed decimals, thousands separated."""
    return f"{value:,.{decimals}f}"


def number_beside(value: float, decimals: int, *edges: float) -> str:
    """A value as it is shown beside thresholds: with as many decimals more as it takes to see on which side it lies."""
    texts = [number(value, places) for places in range(decimals, decimals + MOST_MORE)]
    sides = [side(value, edge) for edge in edges]
    return next((text for text in texts if [side(plain_number(text), edge) for edge in edges] == sides), texts[-1])


def plain_number(text: str) -> float:
    """The number that a text of ``number`` shows."""
    return float(text.replace(",", ""))


def printed_difference(before: str, after: str) -> str:
    """How far apart two numbers are that stand in one sentence, formed from them as they are printed.

    76.9 and 89.4 are 12.5 apart for the reader, whatever was cut off. The texts may bear "%" and thousands separators.
    """
    one, other = (Decimal(text.replace(",", "").removesuffix("%")) for text in (before, after))
    return f"{abs(other - one):,f}"


def share_text(percent: float, decimals: int = 1) -> str:
    """A share of a whole; only the whole is shown as 100%."""
    return f"{number_beside(percent, decimals, 100)}%"


def list_areas(names: Iterable[str]) -> str:
    """The names of areas; of many the first ones, and how many there are."""
    every = list(names)
    if len(every) <= _MOST_AREAS:
        return "、".join(every)
    return f"{'、'.join(every[:_MOST_AREAS])}等{len(every)}个"


def notes_text(notes: Iterable[str]) -> str:
    """Notes of figures, each once; only the first of many."""
    told = list_distinct_notes(notes)
    more = f"等{len(told)}条" if len(told) > _MOST_NOTES else ""
    return "；".join(told[:_MOST_NOTES]) + more


def sources_text(sources: Iterable[str], kinds: Iterable[ValueKind], notes: Iterable[str]) -> str:
    """Where figures come from: their sources and kinds, and what is noted beside them."""
    kinds_named = "、".join(KINDS[kind] for kind in dict.fromkeys(kinds))
    noted = notes_text(notes)
    told = f"来源：{'；'.join(dict.fromkeys(sources)) or '—'}（数值性质：{kinds_named or MISSING}）"
    return f"{told}　{NOTE}：{noted}" if noted else told


def break_text(value: float) -> str:
    """A class break: as many digits as it needs, thousands separated, with a true minus."""
    text = f"{abs(value):,.10g}" if abs(value) < 1e10 else f"{abs(value):,.0f}"
    return f"−{text}" if value < 0 else text


def legend_head(indicator: Indicator, scheme: ClassScheme) -> str:
    """What stands over the classes: their unit where they are too long to bear it, and which way is better.

    Nothing over states.
    """
    if indicator.yes_no:
        return ""
    unit = "" if _bears_unit(scheme, indicator.unit) else indicator.unit
    better = DIRECTIONS[indicator.direction]
    if scheme.anchor is not None:
        better = BAND_BETTER if scheme.ceiling is not None else f"{better}，{TARGET_MISSED}"
    return f"{unit}，{better}" if unit else f"数值{better}"


def class_labels(indicator: Indicator, scheme: ClassScheme) -> list[str]:
    """One label a class, lowest first: its bounds, whose signs say to which class a value on a break belongs.

    Every one bears the unit, unless that would make any too long for a legend.
    """
    if indicator.yes_no:
        return [NO, YES]
    if not scheme.breaks:
        return [ALL_VALUES]
    return _write_bounds(scheme, indicator.unit if _bears_unit(scheme, indicator.unit) else "")


def range_text(lowest: float, highest: float, unit: str) -> str:
    """What one class holds that no break parts: the value that all share, or the bounds of all."""
    if side(lowest, highest) == 0:
        return f"均为{join_unit(break_text(highest), unit)}"
    return f"{join_unit(f'≥{break_text(lowest)}', unit, first=True)}，{join_unit(f'≤{break_text(highest)}', unit)}"


def join_unit(text: str, unit: str, first: bool = False) -> str:
    """A number with its unit (GB/T 15835): a percent sign stands at both numbers of a range, others at the last one."""
    if first and unit not in _AT_EVERY_NUMBER:
        return text
    if unit[:1].isascii() and unit[:1].isdigit():
        return f"{text}（{unit}）"  # "1/10万" would be read as a part of the number
    return f"{text} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else f"{text}{unit}"


def _bears_unit(scheme: ClassScheme, unit: str) -> bool:
    if not scheme.breaks:
        return True
    return max(map(_measure_width, _write_bounds(scheme, unit))) <= _LONGEST_CLASS


def _write_bounds(scheme: ClassScheme, unit: str) -> list[str]:
    """The bounds of every class, ``≥3，<4.5张``; the lowest and the highest one are open."""
    texts = [break_text(value) for value in scheme.breaks]
    closed = [scheme.right_closed or number == scheme.ceiling for number in range(len(texts))]  # by the class below
    lows = ["", *(f"{'>' if below else '≥'}{text}" for text, below in zip(texts, closed, strict=True))]
    highs = [*(f"{'≤' if below else '<'}{text}" for text, below in zip(texts, closed, strict=True)), ""]
    return [
        f"{join_unit(low, unit, first=True)}，{join_unit(high, unit)}" if low and high else join_unit(low or high, unit)
        for low, high in zip(lows, highs, strict=True)
    ]


def _measure_width(text: str) -> int:
    """How wide a text is, in halves of a Chinese character."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def day_text(day: date) -> str:
    """A day in full."""
    return f"{day.year}年{day.month}月{day.day}日"
