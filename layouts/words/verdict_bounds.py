"""Sentences on what is certain of a verdict although counties lack a value."""

from collections.abc import Sequence
from math import ceil, floor

from indicators.definition import Indicator
from indicators.gaps.gap_path import Assessment, Certainty, VerdictBounds
from layouts.words.common import list_areas, number
from locales import say


def certainty_text(bounds: VerdictBounds) -> str:
    """How firm which verdict is, for a table's cell."""
    return say("bounds-certainty", **_verdict(bounds))


def _verdict(bounds: VerdictBounds) -> dict[str, str]:
    return {"certainty": bounds.certainty, "assessment": bounds.assessment or "none"}


def bounds_line(bounds: VerdictBounds, indicator: Indicator, names: Sequence[str]) -> str:
    """The same as ``bounds_sentence`` in one short line."""
    if bounds.certainty is Certainty.CERTAIN:
        return say("bounds-line-certain", areas=list_areas(names), **_verdict(bounds))
    side = _list_sides(bounds, indicator).get(bounds.assessment or Assessment.REACHED)
    if side is None:
        return say("bounds-line", **_verdict(bounds))
    return say("bounds-line-side", areas=_name_all(names), side=side, **_verdict(bounds))


def bounds_sentence(
    bounds: VerdictBounds, indicator: Indicator, names: Sequence[str], focus: str, benchmark: str
) -> str:
    """What is certain, at which level the verdict turns, and what was taken for plausible; never an estimate.

    ``names`` are those of ``bounds.missing``; ``focus`` and ``benchmark`` name the groups.
    """
    areas, turn = list_areas(names), _turn_text(bounds, indicator, names, focus)
    verdict = {"assessment": bounds.assessment or "none", "focus": focus, "benchmark": benchmark}
    match bounds.certainty:
        case Certainty.CERTAIN:
            return say("bounds-sentence-certain", areas=areas, **verdict)
        case Certainty.ALMOST_CERTAIN:
            plausible = _range_text(bounds, indicator)
            return say("bounds-sentence-almost", areas=areas, range=plausible, turn=turn, **verdict)
        case Certainty.DEPENDS:
            return say("bounds-sentence-depends", areas=areas, range=_range_text(bounds, indicator), turn=turn)
        case Certainty.CANNOT_TELL:
            return say("bounds-sentence-unknown", areas=areas, turn=turn)


def plausible_note(bounds: VerdictBounds) -> str:
    """What was taken for plausible; nothing where no range was needed."""
    return "" if bounds.certainty is Certainty.CERTAIN or not bounds.plausible else say("bounds-plausible")


def _range_text(bounds: VerdictBounds, indicator: Indicator) -> str:
    lowest = min(low for low, _ in bounds.plausible.values())
    highest = max(high for _, high in bounds.plausible.values())
    low, high = _round_to(lowest, indicator, up=False), _round_to(highest, indicator, up=True)
    return say("bounds-range", low=low, high=high, unit=indicator.unit)


def _turn_text(bounds: VerdictBounds, indicator: Indicator, names: Sequence[str], focus: str) -> str:
    """From which level on the line is reached, and beyond which it is missed."""
    if bounds.turns_at and indicator.yes_no:
        return say("bounds-turn-state", areas=list_areas(names))
    sides = [
        say("bounds-turn-side", assessment=verdict, areas=_name_all(names), side=side, focus=focus)
        for verdict, side in _list_sides(bounds, indicator).items()
    ]
    return say("bounds-turn", sides=say("list-parts").join(sides)) if sides else ""


def _name_all(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else say("bounds-mean", areas=list_areas(names))


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
        told = {"at_least": last, "below": first}
        possible = high <= indicator.maximum, low > indicator.minimum
    else:
        told = {"at_most": first, "above": last}
        possible = low >= indicator.minimum, high < indicator.maximum
    texts = [say("bounds-sides", side=side, level=level) for side, level in told.items()]
    sides = zip((Assessment.REACHED, Assessment.SHORT), texts, possible, strict=True)
    return {verdict: side for verdict, side, is_possible in sides if is_possible}


def _round_to(value: float, indicator: Indicator, *, up: bool) -> str:
    """A level with the indicator's decimals, rounded to the side on which the sentence stays true."""
    scale = 10**indicator.decimals
    return number((ceil if up else floor)(round(value * scale, 6)) / scale, indicator.decimals)
