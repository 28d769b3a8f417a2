"""The words of what changed between two years: units, classes, reasons, findings."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from indicators.change import Changes, ChangeScale, Uncomparable, is_relative
from indicators.definition import Direction, Indicator
from indicators.gaps.gaps import Averaging, Gap
from layouts.words.common import break_text, list_areas, printed_difference
from layouts.words.pages.atlas import percent_text
from layouts.words.small_counts import SMALL, TOO_FEW
from locales import say

MINUS = "−"
UNCOMPARED = "不可比"
LINE_LABEL = "80%线"
SAME_YEAR = "两边是同一年，没有变化可言"
CHANGE, REASON = "变化", "不可比的原因"
CHOOSE_YEARS = "没有选择对比的两个年份：请在服务地图的“对比”中选“两个年份”"
_POINTS = {"%": "百分点", "‰": "千分点"}
_STATES = ("由“是”变“否”", "未变", "由“否”变“是”")
_SIDES = {Direction.HIGHER: ("变差", "改善"), Direction.LOWER: ("改善", "变差"), Direction.NEUTRAL: ("下降", "上升")}
_COLOURS = {
    Direction.HIGHER: "蓝为改善，橙为变差",
    Direction.LOWER: "蓝为改善，橙为变差",
    Direction.NEUTRAL: "紫为上升，绿为下降，不评价",
}
_MOST_NAMED = 2  # areas that share the greatest change

# What the browser writes itself, pair by pair.
FOR_BROWSER = {
    "between": "{earlier}—{later}",
    "drawn": "（图为{year}年）",
    "counted": "地区数：{earlier}年 | {later}年",
    "from_to": "{earlier}年 {before} → {later}年 {after}",
    "rank": "变化列第{rank}位，共{count}个",
    "uncompared": UNCOMPARED,
}


def change_unit(indicator: Indicator) -> str:
    """The unit of a change: points of a share, per cent of counts and money, else the indicator's own."""
    if indicator.yes_no:
        return ""
    return "%" if is_relative(indicator) else _POINTS.get(indicator.unit, indicator.unit)


def change_name(indicator: Indicator) -> str:
    """What is told, with its unit, as the heading of a column."""
    if indicator.yes_no:
        return CHANGE
    return f"{'相对变化' if is_relative(indicator) else CHANGE}（{change_unit(indicator)}）"


def change_subtitle(indicator: Indicator, earlier: int, later: int) -> str:
    """What a map of changes shows: of what, when, and in what unit."""
    what = f"{indicator.name}　{earlier}—{later}年"
    if indicator.yes_no:
        return f"{what}的变化"
    if is_relative(indicator):
        return f"{what}相对变化（%，以{earlier}年显示的数值为100）"
    return f"{what}变化（{change_unit(indicator)}，按显示的数值相减）"


def change_figure(value: float, indicator: Indicator, decimals: int) -> str:
    """A change with its sign, as it stands on an area; ``decimals`` are the fewest."""
    if indicator.yes_no:
        return "" if value == 0 else "＋" if value > 0 else MINUS
    digits = next((places for places in range(decimals, 10) if round(value, places) == value), 10)
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{abs(value):,.{digits}f}{'%' if is_relative(indicator) else ''}"


def change_text(value: float, indicator: Indicator, decimals: int) -> str:
    """A change in full, with its unit."""
    if indicator.yes_no:
        return _STATES[1 + (value > 0) - (value < 0)]
    return change_figure(value, indicator, decimals) + text_unit(indicator)


def text_unit(indicator: Indicator) -> str:
    """What stands behind the figure of a change: its unit, where the figure does not hold that."""
    if indicator.yes_no or is_relative(indicator):
        return ""
    return f"个{_POINTS[indicator.unit]}" if indicator.unit in _POINTS else f" {indicator.unit}"


def change_labels(scale: ChangeScale, indicator: Indicator) -> list[str]:
    """One label a class, the greatest fall first."""
    if indicator.yes_no:
        return list(_STATES)
    suffix = "%" if is_relative(indicator) else ""
    texts = [f"{break_text(value)}{suffix}" for value in scale.breaks]
    if not texts:
        return ["下降", "持平", "上升"]
    rises = _write_bounds(texts, "+", "≥", "<")
    falls = _write_bounds(texts, MINUS, "≤", ">")
    return [*falls[::-1], "持平", *rises]


def _write_bounds(texts: list[str], sign: str, beyond: str, within: str) -> list[str]:
    """The bounds of the classes of one side, the smallest change first."""
    inner = [f"{beyond}{sign}{low}，{within}{sign}{high}" for low, high in pairwise(texts)]
    return [f"{within}{sign}{texts[0]}", *inner, f"{beyond}{sign}{texts[-1]}"]


def order_text(indicator: Indicator) -> str:
    """How the areas of a ranking of changes are ordered."""
    if indicator.yes_no:
        return ""
    first = "上升最多" if indicator.direction is Direction.NEUTRAL else "改善最多"
    return f"按两年间{change_name(indicator)}排列，{first}的在前"


def change_legend_head(indicator: Indicator) -> str:
    """What stands over the classes: the unit, and which colour is which way."""
    return "，".join(part for part in (change_unit(indicator), _COLOURS[indicator.direction]) if part)


def reason_text(reason: Uncomparable, earlier: int, later: int) -> str:
    """Why an area is not compared."""
    return {
        Uncomparable.EARLIER_MISSING: f"{earlier}年暂无数据",
        Uncomparable.LATER_MISSING: f"{later}年暂无数据",
        Uncomparable.BOTH_MISSING: "两年都暂无数据",
        Uncomparable.REDRAWN: "区划有变，前后不是同一地方",
        Uncomparable.TOO_FEW: SMALL,
        Uncomparable.FROM_ZERO: f"{earlier}年为0，不能算百分比",
    }[reason]


def reasons_line(changes: Changes, names: Mapping[str, str], earlier: int, later: int) -> str:
    """Which areas are not compared, and why; "" where all are."""
    told = [
        f"{list_areas(names[str(code)] for code in codes)}（{reason_text(reason, earlier, later)}）"
        for reason in Uncomparable
        if len(codes := changes.reasons.index[changes.reasons == reason])
    ]
    return f"{UNCOMPARED}：{'；'.join(told)}" if told else ""


def map_title(indicator: Indicator, earlier: int, later: int) -> str:
    """The title of the map of changes beside those of both years."""
    return f"{earlier}—{later}年{change_name(indicator)}"


def change_title(
    changes: Changes, indicator: Indicator, names: Mapping[str, str], texts: Mapping[str, str], years: tuple[int, int]
) -> str:
    """The finding: of how many areas what became, and where most; ``texts`` are the changes as they are printed."""
    if years[0] == years[1]:
        return SAME_YEAR
    known = changes.values.dropna()
    if known.empty:
        return f"{years[0]}年与{years[1]}年没有可以比较的地区"
    fallen, kept, risen = _name_ways(indicator)
    counts = {risen: int((known > 0).sum()), fallen: int((known < 0).sum()), kept: int((known == 0).sum())}
    order = (fallen, risen) if indicator.direction is Direction.LOWER else (risen, fallen)  # what grew better first
    told = [(side, counts[side]) for side in (*order, kept) if counts[side]]
    if len(told) == 1:
        only = told[0][0]
        head = f"可比的{len(known)}个地区{'都' if len(known) > 1 else ''}{only}"
    else:
        head = f"可比的{len(known)}个地区中" + "、".join(f"{count}个{side}" for side, count in told)
    return head + _name_greatest(known, indicator, names, texts)


def _name_ways(indicator: Indicator) -> tuple[str, str, str]:
    """What an area did whose value fell, stayed or rose."""
    if indicator.yes_no:
        return _STATES
    fallen, risen = _SIDES[indicator.direction]
    return fallen, "持平", risen


def _name_greatest(known: pd.Series, indicator: Indicator, names: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Where the change for the better was greatest; where there is none, that for the worse."""
    if indicator.yes_no or len(known) == 1:
        return ""
    fallen, risen = _SIDES[indicator.direction]
    least, most = (known.min(), fallen), (known.max(), risen)
    falling = indicator.direction is Direction.LOWER
    better, worse = (least, most) if falling else (most, least)
    value, side = better if (better[0] < 0 if falling else better[0] > 0) else worse
    where = [str(code) for code in known.index[known == value]]
    if value == 0 or len(where) > _MOST_NAMED:
        return ""
    return f"，{'、'.join(names[code] for code in where)}{side}最多（{texts[where[0]]}）"


def gap_change(
    gaps: tuple[Gap | None, Gap | None],
    years: tuple[int, int],
    names: Mapping[str, str],
    focus: str,
    direction: Direction,
) -> dict[str, str]:
    """How the gap changed between two years: ``title``, ``detail`` and ``tone`` (above, below, unknown).

    ``names`` maps a group's key and a county's code to its name. The gap narrows where the ratio of the groups comes
    nearer to one; nothing is said of it where either year has no verdict.
    """
    if reason := _find_why_not(gaps, years, names, direction):
        return _untold(*reason)
    known = [gap for gap in gaps if gap]
    shared = [reading for reading in Averaging if all(reading in gap.judged_ratios for gap in known)]
    if not shared:
        return _untold("两年没有同一口径的比值", "不说差距的变化")
    return _tell_ratios(shared[0], known, years, names, focus, direction)


def _find_why_not(
    gaps: tuple[Gap | None, Gap | None], years: tuple[int, int], names: Mapping[str, str], direction: Direction
) -> tuple[str, str] | None:
    """Why nothing is said of the change of a gap, in a title and a detail."""
    if years[0] == years[1]:
        return SAME_YEAR, ""
    if any(gap and gap.is_ungrouped for gap in gaps):
        return say("common-ungrouped"), say("common-ungrouped-text")
    if direction is Direction.NEUTRAL:
        return "描述性指标", "只描述情况，不评价差距"
    found = (_find_lack(gap, year, names) for gap, year in zip(gaps, years, strict=True))
    return next((lack for lack in found if lack), None)


def _find_lack(gap: Gap | None, year: int, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Why the gap of one year cannot be compared."""
    if gap is None:
        return "缺一年的差距", f"{year}年没有可比的数据"
    if gap.missing:
        return f"{year}年缺{list_areas(names[code] for code in gap.missing)}", "不说差距的变化"
    if not gap.judged_ratios:
        return f"{year}年无法比较", TOO_FEW if gap.is_small else "比值没有意义"
    return None


def redrawn_gap() -> dict[str, str]:
    """Why the gap of two years is not compared although both are known."""
    return _untold("两年的差距不作比较", "有成员区划有变，前后不是同一地方")


def _tell_ratios(
    reading: Averaging,
    gaps: Sequence[Gap],
    years: tuple[int, int],
    names: Mapping[str, str],
    focus: str,
    direction: Direction,
) -> dict[str, str]:
    ratios = [gap.judged_ratios[reading] for gap in gaps]
    texts = [percent_text(ratio) for ratio in ratios]
    benchmark = next(key for key in gaps[0].levels if key != focus)
    folded = "按逆向指标折算，" if direction is Direction.LOWER else ""
    points = printed_difference(*texts)
    if texts[0] == texts[1]:
        verdict, tone = "差距不变", ""
    elif (ratios[0] < 1) is not (ratios[1] < 1):
        verdict, tone = ("由落后转为不落后", "above") if ratios[1] >= 1 else ("由不落后转为落后", "below")
    else:
        narrowed = abs(ratios[1] - 1) < abs(ratios[0] - 1)
        verdict, tone = ("差距缩小", "above") if narrowed else ("差距扩大", "below")
    moved = "" if texts[0] == texts[1] else f"，{'升' if ratios[1] > ratios[0] else '降'}{points}个百分点"
    return {
        "title": f"{names[focus]}对{names[benchmark]}：{verdict}",
        "detail": f"{folded}{years[0]}年 {texts[0]} → {years[1]}年 {texts[1]}"
        f"（{say('common-averaging-names', averaging=reading)}）{moved}",
        "tone": tone,
    }


def _untold(title: str, detail: str) -> dict[str, str]:
    return {"title": title, "detail": detail, "tone": "unknown"}
