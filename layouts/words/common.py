"""Words for the closed sets, and numbers as text."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from indicators.classes import ClassScheme
from indicators.definition import Domain, Indicator, ValueKind
from indicators.gaps.gaps import Averaging
from indicators.notes import list_distinct_notes
from indicators.thresholds import side
from locales import say

_MOST_AREAS = 8  # that a sentence names
_MOST_NOTES = 4  # that a line of sources holds
MOST_MORE = 16  # decimals beyond the usual: a double holds no more
_AT_EVERY_NUMBER = ("%", "‰")
_LONGEST_CLASS = 20  # halves of a Chinese character: a longer label would widen a legend over its map


def list_joints() -> dict[str, str]:
    """How the scripts join texts and enclose what explains one."""
    return {
        "names": say("list-names"),
        "parts": say("list-parts"),
        "facts": say("list-facts"),
        "comma": say("list-comma"),
        "aside": say("list-aside", text="{text}", aside="{aside}"),
    }


def domain_names() -> dict[Domain, str]:
    """The domains of indicators."""
    return {domain: say("common-domains", domain=domain) for domain in Domain}


def kind_names() -> dict[str, str]:
    """The kinds of figures by their ids."""
    return {str(kind): say("common-kinds", kind=kind) for kind in ValueKind}


def averaging_names() -> dict[Averaging, str]:
    """How a group's figure is formed."""
    return {averaging: say("common-averaging-names", averaging=averaging) for averaging in Averaging}


def map_credits(counties_source: str, seats_source: str) -> str:
    """Who drew the counties of a map and located its townships' seats; a source that is not given is left out."""
    counties = [say("common-map-counties", source=counties_source)] if counties_source else []
    seats = [say("common-map-seats", source=seats_source)] if seats_source else []
    return say("list-parts").join([*counties, *seats])


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
        return say("list-names").join(every)
    return say("common-most-areas", names=say("list-names").join(every[:_MOST_AREAS]), count=len(every))


def notes_text(notes: Iterable[str]) -> str:
    """Notes of figures, each once; only the first of many."""
    told = list_distinct_notes(notes)
    notes = say("list-parts").join(told[:_MOST_NOTES])
    return say("common-most-notes", notes=notes, count=len(told)) if len(told) > _MOST_NOTES else notes


def sources_text(sources: Iterable[str], kinds: Iterable[ValueKind], notes: Iterable[str]) -> str:
    """Where figures come from: their sources and kinds, and what is noted beside them."""
    return say(
        "common-sources",
        sources=say("list-parts").join(dict.fromkeys(sources)) or "—",
        kinds=say("list-names").join(say("common-kinds", kind=kind) for kind in dict.fromkeys(kinds)) or "none",
        notes=notes_text(notes) or "none",
    )


def break_text(value: float) -> str:
    """A class break: as many digits as it needs, thousands separated, with a true minus."""
    text = f"{abs(value):,.10g}" if abs(value) < 1e10 else f"{abs(value):,.0f}"
    return f"−{text}" if value < 0 else text


def legend_head(indicator: Indicator, scheme: ClassScheme, with_unit: bool = True) -> str:
    """What stands over the classes: their unit where they are too long to bear it, and which way is better.

    Nothing over states. ``with_unit`` is False where the unit stands elsewhere.
    """
    if indicator.yes_no:
        return ""
    unit = indicator.unit if with_unit and not _bears_unit(scheme, indicator.unit) else ""
    better = say("common-directions", direction=indicator.direction)
    if scheme.anchor is not None:
        is_band = scheme.ceiling is not None
        better = say("common-band-better") if is_band else say("common-anchored", direction=indicator.direction)
    return say("common-legend-head", unit=unit or "none", better=better)


def class_labels(indicator: Indicator, scheme: ClassScheme) -> list[str]:
    """One label a class, lowest first: its bounds, whose signs say to which class a value on a break belongs.

    Every one bears the unit, unless that would make any too long for a legend.
    """
    if indicator.yes_no:
        return [say("common-no"), say("common-yes")]
    if not scheme.breaks:
        return [say("common-all-values")]
    return _write_bounds(scheme, indicator.unit if _bears_unit(scheme, indicator.unit) else "")


def range_text(lowest: float, highest: float, unit: str) -> str:
    """What one class holds that no break parts: the value that all share, or the bounds of all."""
    if side(lowest, highest) == 0:
        return say("common-all-alike", value=join_unit(break_text(highest), unit))
    low, high = join_unit(f"≥{break_text(lowest)}", unit, first=True), join_unit(f"≤{break_text(highest)}", unit)
    return say("list-comma").join([low, high])


def join_unit(text: str, unit: str, first: bool = False) -> str:
    """A number with its unit (GB/T 15835): a percent sign stands at both numbers of a range, others at the last one."""
    if first and unit not in _AT_EVERY_NUMBER:
        return text
    if unit[:1].isascii() and unit[:1].isdigit():
        return say("common-value-of-unit", value=text, unit=unit)  # "1/10万" would be read as a part of the number
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
        say("list-comma").join([join_unit(low, unit, first=True), join_unit(high, unit)])
        if low and high
        else join_unit(low or high, unit)
        for low, high in zip(lows, highs, strict=True)
    ]


def _measure_width(text: str) -> int:
    """How wide a text is, in halves of a Chinese character."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def day_text(day: date) -> str:
    """A day in full."""
    return say("common-day", year=day.year, month=day.month, day=day.day)
