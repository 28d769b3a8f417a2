"""The words of what changed between two years: units, classes, reasons, findings."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from indicators.change import Changes, ChangeScale, Uncomparable, is_relative
from indicators.definition import Direction, Indicator
from indicators.gaps.gaps import Averaging, Gap
from layouts.words.common import break_text, list_areas, printed_difference
from layouts.words.pages.atlas import percent_text
from locales import say, say_all

MINUS = "−"
_WAYS = ("fallen", "kept", "risen")  # of an area between two years
_SHARES = {"%": "percent", "‰": "per_mille"}  # whose changes are told in points
_MOST_NAMED = 2  # areas that share the greatest change


def for_browser() -> dict[str, str]:
    """What the browser writes itself, pair by pair."""
    return say_all("change-browser-") | {"uncompared_for": say("change-uncompared-for", reason="{reason}")}


def change_unit(indicator: Indicator) -> str:
    """The unit of a change: points of a share, per cent of counts and money, else the indicator's own."""
    if indicator.yes_no:
        return ""
    if is_relative(indicator):
        return "%"
    share = _SHARES.get(indicator.declared_unit)
    return say("change-points", share=share) if share else indicator.unit


def change_name(indicator: Indicator) -> str:
    """What is told, with its unit, as the heading of a column."""
    if indicator.yes_no:
        return say("change-change")
    return say("change-name", is_relative=is_relative(indicator), unit=change_unit(indicator))


def change_subtitle(indicator: Indicator, earlier: int, later: int) -> str:
    """What a map of changes shows: of what, when, and in what unit."""
    kind = "states" if indicator.yes_no else "relative" if is_relative(indicator) else "absolute"
    unit = change_unit(indicator)
    return say("change-subtitle", kind=kind, indicator=indicator.name, earlier=earlier, later=later, unit=unit)


def change_figure(value: float, indicator: Indicator, decimals: int) -> str:
    """A change with its sign, as it stands on an area; ``decimals`` are the fewest."""
    if indicator.yes_no:
        return "" if value == 0 else say("change-plus") if value > 0 else MINUS
    digits = next((places for places in range(decimals, 10) if round(value, places) == value), 10)
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{abs(value):,.{digits}f}{'%' if is_relative(indicator) else ''}"


def change_text(value: float, indicator: Indicator, decimals: int) -> str:
    """A change in full, with its unit."""
    if indicator.yes_no:
        return say("change-states", way=_WAYS[1 + (value > 0) - (value < 0)])
    return change_figure(value, indicator, decimals) + text_unit(indicator)


def text_unit(indicator: Indicator) -> str:
    """What stands behind the figure of a change: its unit, where the figure does not hold that."""
    if indicator.yes_no or is_relative(indicator):
        return ""
    share = _SHARES.get(indicator.declared_unit)
    return say("change-in-points", share=share) if share else f" {indicator.unit}"


def change_labels(scale: ChangeScale, indicator: Indicator) -> list[str]:
    """One label a class, the greatest fall first."""
    if indicator.yes_no:
        return [say("change-states", way=way) for way in _WAYS]
    suffix = "%" if is_relative(indicator) else ""
    texts = [f"{break_text(value)}{suffix}" for value in scale.breaks]
    fallen, kept, risen = (say("change-sides", side=f"neutral_{way}") for way in _WAYS)
    if not texts:
        return [fallen, kept, risen]
    rises = _write_bounds(texts, "+", "≥", "<")
    falls = _write_bounds(texts, MINUS, "≤", ">")
    return [*falls[::-1], kept, *rises]


def _write_bounds(texts: list[str], sign: str, beyond: str, within: str) -> list[str]:
    """The bounds of the classes of one side, the smallest change first."""
    comma = say("list-comma")
    inner = [comma.join((f"{beyond}{sign}{low}", f"{within}{sign}{high}")) for low, high in pairwise(texts)]
    return [f"{within}{sign}{texts[0]}", *inner, f"{beyond}{sign}{texts[-1]}"]


def order_text(indicator: Indicator) -> str:
    """How the areas of a ranking of changes are ordered."""
    if indicator.yes_no:
        return ""
    return say("change-order", direction=indicator.direction, change=change_name(indicator))


def change_legend_head(indicator: Indicator) -> str:
    """What stands over the classes: the unit, and which colour is which way."""
    colours = say("change-colours", direction=indicator.direction)
    return say("list-comma").join(filter(None, (change_unit(indicator), colours)))


def reason_text(reason: Uncomparable, earlier: int, later: int) -> str:
    """Why an area is not compared."""
    return say("change-reasons", reason=reason.name.lower(), earlier=earlier, later=later)


def reasons_line(changes: Changes, names: Mapping[str, str], earlier: int, later: int) -> str:
    """Which areas are not compared, and why; "" where all are."""
    told = [
        say(
            "change-for-reason",
            areas=list_areas(names[str(code)] for code in codes),
            reason=reason_text(reason, earlier, later),
        )
        for reason in Uncomparable
        if len(codes := changes.reasons.index[changes.reasons == reason])
    ]
    return say("change-left-out", told=say("list-parts").join(told)) if told else ""


def map_title(indicator: Indicator, earlier: int, later: int) -> str:
    """The title of the map of changes beside those of both years."""
    return say("change-map-title", earlier=earlier, later=later, change=change_name(indicator))


def change_title(
    changes: Changes, indicator: Indicator, names: Mapping[str, str], texts: Mapping[str, str], years: tuple[int, int]
) -> str:
    """The finding: of how many areas what became, and where most; ``texts`` are the changes as they are printed."""
    if years[0] == years[1]:
        return say("change-same-year")
    known = changes.values.dropna()
    if known.empty:
        return say("change-nothing", earlier=years[0], later=years[1])
    counts = {"risen": int((known > 0).sum()), "fallen": int((known < 0).sum()), "kept": int((known == 0).sum())}
    order = ("fallen", "risen") if indicator.direction is Direction.LOWER else ("risen", "fallen")  # the better first
    told = [(_name_way(indicator, way), counts[way]) for way in (*order, "kept") if counts[way]]
    if len(told) == 1:
        head = say("change-all", count=len(known), side=told[0][0])
    else:
        sides = say("list-names").join(say("change-some", count=count, side=side) for side, count in told)
        head = say("change-of-all", count=len(known), sides=sides)
    greatest = _name_greatest(known, indicator, names, texts)
    return say("list-comma").join(filter(None, (head, greatest)))


def _name_way(indicator: Indicator, way: str) -> str:
    """What an area did whose value has ``fallen``, was ``kept`` or has ``risen``."""
    if indicator.yes_no:
        return say("change-states", way=way)
    return say("change-sides", side=f"{indicator.direction}_{way}")


def _name_greatest(known: pd.Series, indicator: Indicator, names: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Where the change for the better was greatest; where there is none, that for the worse."""
    if indicator.yes_no or len(known) == 1:
        return ""
    least, most = (known.min(), "fallen"), (known.max(), "risen")
    falling = indicator.direction is Direction.LOWER
    better, worse = (least, most) if falling else (most, least)
    value, way = better if (better[0] < 0 if falling else better[0] > 0) else worse
    where = [str(code) for code in known.index[known == value]]
    if value == 0 or len(where) > _MOST_NAMED:
        return ""
    listed = say("list-names").join(names[code] for code in where)
    return say("change-most", areas=listed, side=_name_way(indicator, way), change=texts[where[0]])


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
        return _untold(say("change-no-shared-ratio"), say("change-untold"))
    return _tell_ratios(shared[0], known, years, names, focus, direction)


def _find_why_not(
    gaps: tuple[Gap | None, Gap | None], years: tuple[int, int], names: Mapping[str, str], direction: Direction
) -> tuple[str, str] | None:
    """Why nothing is said of the change of a gap, in a title and a detail."""
    if years[0] == years[1]:
        return say("change-same-year"), ""
    if any(gap and gap.is_ungrouped for gap in gaps):
        return say("common-ungrouped"), say("common-ungrouped-text")
    if direction is Direction.NEUTRAL:
        return say("atlas-descriptive"), say("change-gap-not-judged")
    found = (_find_lack(gap, year, names) for gap, year in zip(gaps, years, strict=True))
    return next((lack for lack in found if lack), None)


def _find_lack(gap: Gap | None, year: int, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Why the gap of one year cannot be compared."""
    if gap is None:
        return say("change-gap-unknown"), say("change-no-data-in", year=year)
    if gap.missing:
        lacking = list_areas(names[code] for code in gap.missing)
        return say("change-lacking", year=year, areas=lacking), say("change-untold")
    if not gap.judged_ratios:
        why = say("small-too-few") if gap.is_small else say("change-no-ratio")
        return say("change-incomparable", year=year), why
    return None


def redrawn_gap() -> dict[str, str]:
    """Why the gap of two years is not compared although both are known."""
    return _untold(say("change-gaps-uncompared"), say("change-member-redrawn"))


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
    if texts[0] == texts[1]:
        verdict, tone = "same", ""
    elif (ratios[0] < 1) is not (ratios[1] < 1):
        verdict, tone = ("caught_up", "above") if ratios[1] >= 1 else ("fell_behind", "below")
    else:
        narrowed = abs(ratios[1] - 1) < abs(ratios[0] - 1)
        verdict, tone = ("narrowed", "above") if narrowed else ("widened", "below")
    way = "kept" if texts[0] == texts[1] else "risen" if ratios[1] > ratios[0] else "fallen"
    return {
        "title": say("change-gap-title", focus=names[focus], benchmark=names[benchmark], verdict=verdict),
        "detail": say(
            "change-gap-detail",
            is_folded=direction is Direction.LOWER,
            earlier=years[0],
            before=texts[0],
            later=years[1],
            after=texts[1],
            averaging=say("common-averaging-names", averaging=reading),
            way=way,
            points=printed_difference(*texts),
        ),
        "tone": tone,
    }


def _untold(title: str, detail: str) -> dict[str, str]:
    return {"title": title, "detail": detail, "tone": "unknown"}
