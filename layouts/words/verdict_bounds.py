"""Sentences on what is certain of a verdict although counties lack a value."""

from collections.abc import Sequence
from math import ceil, floor

from indicators.definition import Indicator
from indicators.gaps.gap_path import Assessment, Certainty, VerdictBounds
from layouts.words.common import list_areas, number

_CERTAINTIES = {
    Certainty.CERTAIN: "可以确定",
    Certainty.ALMOST_CERTAIN: "几乎确定",
    Certainty.DEPENDS: "取决于缺数县",
    Certainty.CANNOT_TELL: "无法判断",
}
_SHORT_VERDICTS = {Assessment.REACHED: "达到", Assessment.SHORT: "未达", Assessment.SENSITIVE: "口径不一"}
_VERDICTS = {
    Assessment.REACHED: "{focus}都达到{benchmark}的80%",
    Assessment.SHORT: "{focus}都未达到{benchmark}的80%",
    Assessment.SENSITIVE: "{focus}是否达到{benchmark}的80%都要看采用哪种“平均水平”",
}


def certainty_text(bounds: VerdictBounds) -> str:
    """How firm which verdict is, for a table's cell."""
    return _CERTAINTIES[bounds.certainty] + (_SHORT_VERDICTS[bounds.assessment] if bounds.assessment else "")


def bounds_line(bounds: VerdictBounds, indicator: Indicator, names: Sequence[str]) -> str:
    """The same as ``bounds_sentence`` in one short line."""
    is_verdict = bounds.assessment in (Assessment.REACHED, Assessment.SHORT)
    head = f"{certainty_text(bounds)}80%线" if is_verdict else certainty_text(bounds)
    if bounds.certainty is Certainty.CERTAIN:
        return f"{head}，无论{list_areas(names)}是多少"
    sides = _list_sides(bounds, indicator)
    verdict = bounds.assessment or Assessment.REACHED
    if verdict not in sides:
        return head
    then = "即是" if bounds.assessment else "时达到"
    return f"{head}（{_name_all(names)}{sides[verdict]}{then}）"


def bounds_sentence(
    bounds: VerdictBounds, indicator: Indicator, names: Sequence[str], focus: str, benchmark: str
) -> str:
    """What is certain, at which level the verdict turns, and what was taken for plausible; never an estimate.

    ``names`` are those of ``bounds.missing``; ``focus`` and ``benchmark`` name the groups.
    """
    lacking = list_areas(names)
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
    """From which level on the line is reached, and beyond which it is missed."""
    if bounds.turns_at and indicator.yes_no:
        return f"（{list_areas(names)}达到与否决定结论）"
    told = {Assessment.REACHED: "达到", Assessment.SHORT: "未达到"}
    sides = [
        f"{_name_all(names)}{side}时，{focus}{told[verdict]}"
        for verdict, side in _list_sides(bounds, indicator).items()
    ]
    return f"（{'；'.join(sides)}）" if sides else ""


def _name_all(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{list_areas(names)}的平均"


def _list_sides(bounds: VerdictBounds, indicator: Indicator) -> dict[Assessment, str]:
    """By verdict the levels that give it, each rounded to the side on which the sentence stays true.

    A verdict that no possible level gives is left out, and both of a state, which has no levels.
    """
    if bounds.turns_at is None or indicator.yes_no:
        return {}
    low, high = bounds.turns_at
    first, last = (
        f"{_round_to(low, indicator, up=False)} {indicator.unit}",
        f"{_round_to(high, indicator, up=True)} {indicator.unit}",
    )
    if bounds.reached_above:
        reached, missed = f"不低于 {last}", f"低于 {first}"
        possible = high <= indicator.maximum, low > indicator.minimum
    else:
        reached, missed = f"不高于 {first}", f"高于 {last}"
        possible = low >= indicator.minimum, high < indicator.maximum
    sides = zip((Assessment.REACHED, Assessment.SHORT), (reached, missed), possible, strict=True)
    return {verdict: side for verdict, side, is_possible in sides if is_possible}


def _round_to(value: float, indicator: Indicator, *, up: bool) -> str:
    """A level with the indicator's decimals, rounded to the side on which the sentence stays true."""
    scale = 10**indicator.decimals
    return number((ceil if up else floor)(round(value * scale, 6)) / scale, indicator.decimals)
