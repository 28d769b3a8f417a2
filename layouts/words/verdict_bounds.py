"""Sentences on what is certain of a verdict although counties lack a value."""

from collections.abc import Sequence
from math import ceil, floor

from indicators.definition import Indicator
from indicators.gaps.gap_path import Assessment, Certainty, VerdictBounds
from layouts.words.common import number

_CERTAINTIES = {
    Certainty.CERTAIN: "可以确定",
    Certainty.ALMOST_CERTAIN: "几乎确定",
    Certainty.DEPENDS: "取决于缺数县",
    Certainty.CANNOT_TELL: "无法判断",
}
_SHORT_VERDICTS = {Assessment.REACHED: "达到", Assessment.SHORT: "未达到", Assessment.SENSITIVE: "口径敏感"}
_VERDICTS = {
    Assessment.REACHED: "{focus}都达到{benchmark}的80%",
    Assessment.SHORT: "{focus}都未达到{benchmark}的80%",
    Assessment.SENSITIVE: "{focus}是否达到{benchmark}的80%都要看采用哪种“平均水平”",
}


def certainty_text(bounds: VerdictBounds) -> str:
    """How firm which verdict is, for a table's cell."""
    return _CERTAINTIES[bounds.certainty] + (_SHORT_VERDICTS[bounds.assessment] if bounds.assessment else "")


def bounds_sentence(
    bounds: VerdictBounds, indicator: Indicator, names: Sequence[str], focus: str, benchmark: str
) -> str:
    """What is certain, at which level the verdict turns, and what was taken for plausible; never an estimate.

    ``names`` are those of ``bounds.missing``; ``focus`` and ``benchmark`` name the groups.
    """
    lacking = "、".join(names)
    verdict = _VERDICTS[bounds.assessment].format(focus=focus, benchmark=benchmark) if bounds.assessment else ""
    turn = _turn_text(bounds, indicator, names, focus)
    match bounds.certainty:
        case Certainty.CERTAIN:
            return f"可以确定：无论{lacking}是多少，{verdict}。"
        case Certainty.ALMOST_CERTAIN:
            return f"几乎确定：只要{lacking}在{_range_text(bounds, indicator)}之间，{verdict}{turn}。"
        case Certainty.DEPENDS:
            return f"取决于{lacking}{turn}；可能的范围是{_range_text(bounds, indicator)}，两种结论都有可能。"
        case Certainty.CANNOT_TELL:
            return f"无法判断：缺{lacking}，又没有足够的数据可以推知其范围{turn}。"


def plausible_note(bounds: VerdictBounds) -> str:
    """What was taken for plausible; nothing where no range was needed."""
    if bounds.certainty is Certainty.CERTAIN or not bounds.plausible:
        return ""
    return "可能的范围：该地区其他年份和同年其余各县的最低值到最高值。只作比较，不是估计值。"


def _range_text(bounds: VerdictBounds, indicator: Indicator) -> str:
    lowest = min(low for low, _ in bounds.plausible.values())
    highest = max(high for _, high in bounds.plausible.values())
    return f"{_round_to(lowest, indicator, up=False)}至{_round_to(highest, indicator, up=True)} {indicator.unit}"


def _turn_text(bounds: VerdictBounds, indicator: Indicator, names: Sequence[str], focus: str) -> str:
    """From which level on the line is reached, and beyond which it is missed, each rounded to the safe side."""
    if bounds.turns_at is None:
        return ""
    if indicator.yes_no:
        return f"（{'、'.join(names)}达到与否决定结论）"
    low, high = bounds.turns_at
    floor_text, ceiling_text = _round_to(low, indicator, up=False), _round_to(high, indicator, up=True)
    reached, missed = (
        (f"不低于 {ceiling_text}", f"低于 {floor_text}")
        if bounds.reached_above
        else (f"不高于 {floor_text}", f"高于 {ceiling_text}")
    )
    subject = names[0] if len(names) == 1 else f"{'、'.join(names)}的平均"
    sides = [
        f"{subject}{side} {indicator.unit}时，{focus}{verdict}"
        for side, verdict, is_possible in (
            (reached, "达到", high <= indicator.maximum if bounds.reached_above else low >= indicator.minimum),
            (missed, "未达到", low > indicator.minimum if bounds.reached_above else high < indicator.maximum),
        )
        if is_possible
    ]
    return f"（{'；'.join(sides)}）"


def _round_to(value: float, indicator: Indicator, *, up: bool) -> str:
    """A level with the indicator's decimals, rounded to the side on which the sentence stays true."""
    scale = 10**indicator.decimals
    return number((ceil if up else floor)(round(value * scale, 6)) / scale, indicator.decimals)
