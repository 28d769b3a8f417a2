"""The words of how far the townships of one county lie apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.definition import Direction, Indicator
from indicators.gaps.spread import Spread
from layouts.words.common import list_areas, number, printed_difference
from layouts.words.small_counts import SMALL
from locales import say

TOWNSHIPS = "各乡镇"
TOWNSHIP_MEAN = "乡镇均值"
NOTHING = "没有一个乡镇有可以比较的数据"
ONE_VALUE = "只有一个乡镇有数据，不作比较"


@dataclass(frozen=True)
class Level:
    """What the townships are held against: whose level it is, and the value as it is printed."""

    whose: str
    value: float


def spread_heading(county: str) -> str:
    """The heading of the comparison."""
    return f"{county}各乡镇之间"


def level_text(level: Level, indicator: Indicator) -> str:
    """The label of a level's line."""
    return f"{level.whose} {number(level.value, indicator.decimals)}"


def spread_verdict(
    spread: Spread | None, indicator: Indicator, names: Mapping[str, str], level: Level | None
) -> dict[str, str]:
    """What the spread of one year comes to: ``title``, ``detail`` and ``tone``."""
    if spread is None:
        return {"title": NOTHING, "detail": "", "tone": "unknown"}
    lacking = _write_lacking(spread, names)
    if len(spread.values) == 1:
        return {"title": ONE_VALUE, "detail": lacking, "tone": "unknown"}
    if indicator.yes_no:
        return _describe_states(spread, names, lacking)
    title, tone = _write_title(spread, indicator, names, level)
    parts = (_write_ends(spread, indicator, names), lacking)
    return {"title": title, "detail": "；".join(part for part in parts if part), "tone": tone}


def _write_title(
    spread: Spread, indicator: Indicator, names: Mapping[str, str], level: Level | None
) -> tuple[str, str]:
    """Which townships fall short of the level; without one, or a better side, which are the ends."""
    count = len(spread.values)
    if level is None or spread.short is None:
        low, high = (list_areas(names[code] for code in codes) for codes in (spread.lowest, spread.highest))
        return (f"{count}个乡镇：{high}最高，{low}最低" if spread.difference else f"{count}个乡镇数值相同"), ""
    side = "高于" if indicator.direction is Direction.LOWER else "低于"
    held = f"{level.whose}水平（{number(level.value, indicator.decimals)} {indicator.unit}）"
    if not spread.short:
        return f"{count}个乡镇都不{side}{held}", "above"
    listed = list_areas(names[code] for code in spread.short)
    return f"{count}个乡镇中{len(spread.short)}个{side}{held}：{listed}", "below"


def _write_ends(spread: Spread, indicator: Indicator, names: Mapping[str, str]) -> str:
    """Both ends, how far they are apart, and the mean, each as it is printed."""
    low, high = (number(spread.values[codes[0]], indicator.decimals) for codes in (spread.lowest, spread.highest))
    ends = "，".join(
        f"{side} {list_areas(names[code] for code in codes)} {text}"
        for side, codes, text in (("最高", spread.highest, high), ("最低", spread.lowest, low))
    )
    unit = "个百分点" if indicator.unit == "%" else f" {indicator.unit}"
    times = f"、{spread.ratio:.1f}倍" if spread.ratio is not None and spread.difference else ""
    mean = number(spread.mean, indicator.decimals)
    return f"{ends}，相差 {printed_difference(low, high)}{unit}{times}；{TOWNSHIP_MEAN} {mean}"


def _describe_states(spread: Spread, names: Mapping[str, str], lacking: str) -> dict[str, str]:
    without = [names[code] for code, value in spread.values.items() if value < 0.5]
    title = f"{len(spread.values)}个乡镇中{len(spread.values) - len(without)}个为“是”"
    detail = f"为“否”的：{list_areas(without)}" if without else ""
    return {"title": title, "detail": "；".join(part for part in (detail, lacking) if part), "tone": ""}


def _write_lacking(spread: Spread, names: Mapping[str, str]) -> str:
    parts = []
    for codes, why in ((spread.missing, say("common-missing")), (spread.small, f"{SMALL}，不计")):
        if codes:
            parts.append(f"{list_areas(names[code] for code in codes)}{why}")
    return "；".join(parts)


def spread_change(
    spreads: tuple[Spread | None, Spread | None], years: tuple[int, int], indicator: Indicator
) -> dict[str, str]:
    """How far the townships moved apart or together between two years; only where the same ones are known."""
    before, after = spreads
    if years[0] == years[1] or before is None or after is None or indicator.yes_no:
        return {"title": "乡镇之间的差距不作比较", "detail": "", "tone": "unknown"}
    if before.values.keys() != after.values.keys():
        return {"title": "乡镇之间的差距不作比较", "detail": "两年有数据的乡镇不同", "tone": "unknown"}
    texts = [
        printed_difference(*(number(one.values[codes[0]], indicator.decimals) for codes in (one.lowest, one.highest)))
        for one in (before, after)
    ]
    first, last = (float(text.replace(",", "")) for text in texts)
    title = "不变" if first == last else "缩小" if last < first else "扩大"
    unit = "个百分点" if indicator.unit == "%" else f" {indicator.unit}"
    detail = f"最高与最低相差：{years[0]}年 {texts[0]}{unit} → {years[1]}年 {texts[1]}{unit}"
    return {"title": f"乡镇之间的差距{title}", "detail": detail, "tone": ""}
