"""The words of the coverage page (设施布局)."""

from collections.abc import Sequence
from math import isfinite

from datasets.analyses.coverage_of_type import CoverageFault, FaultKind
from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment
from layouts.words import common
from layouts.words.common import number
from layouts.words.pages.atlas import percent_text
from locales import say, say_all
from locales.numbers import format_compact

_TEN_THOUSAND = 10_000
_EMPTYING = (FaultKind.NO_FACILITY, FaultKind.NONE_OPEN, FaultKind.NO_RESIDENTS)  # told over an empty map


def for_browser() -> dict[str, str]:
    """What the browser writes itself."""
    own = {"type": say("coverage-type"), "year": say("coverage-year"), "worst_none": say("coverage-worst-none")}
    return say_all("coverage-browser-") | own


def share_text(share: float | None) -> str:
    """A share in per cent."""
    return say("common-missing") if share is None else common.share_text(share)


def line_text(line: float) -> str:
    """The line that the measured group is to reach."""
    return say("coverage-line", value=f"{number(line, 1)}%")


def people_text(count: float) -> str:
    """A number of residents."""
    return say("coverage-people", count=f"{count:,.0f}")


def facility_text(type_: str, count: int) -> str:
    """The facilities in the legend."""
    return say("coverage-facilities-of-type", type=type_, count=f"{count:,}")


def distance_text(km: float) -> str:
    """The way to the nearest facility."""
    return say("coverage-km", km=f"{km:,.1f}") if isfinite(km) else say("coverage-unreachable")


def value_text(value: float | None, decimals: int) -> str:
    """A measure's value without its unit."""
    return say("common-missing") if value is None else number(value, decimals)


def ratio_text(ratio: float | None, direction: Direction) -> str:
    """The measured group over the benchmark."""
    if ratio is None:
        return "—"
    percent = percent_text(ratio)
    return say("coverage-folded", percent=percent) if direction is Direction.LOWER else percent


def people_within_text(within: float, all_: float) -> str:
    """Residents within the standard, of all whose place is known."""
    return f"{rounded_people_text(within)} / {rounded_people_text(all_)}"


def people_outside_text(count: float) -> str:
    """Residents outside the standard."""
    return say("coverage-people-outside", people=rounded_people_text(count))


def rounded_people_text(count: float) -> str:
    """How many people, of ten thousand and more in short."""
    return people_text(count) if count < _TEN_THOUSAND else say("coverage-people", count=format_compact(count))


def verdict_note(verdict: Assessment, missing: Sequence[str]) -> str:
    """The verdict below the ratio; which counties it lacks."""
    if missing:
        return say("coverage-lacking", counties=say("list-names").join(missing))
    return say("coverage-verdicts", assessment=verdict)


def settlement_hover(name: str, county: str, residents: str, nearest: str) -> str:
    """What the pointer reads on a settlement. The texts are markup already."""
    head = say("list-facts").join((f"<b>{name}</b>", county))
    return f"{head}<br>{residents}<br>{nearest}"


def residents_text(count: float, estimated: bool) -> str:
    """How many live at a place."""
    return say("coverage-residents-here", count=f"{count:,.0f}", is_estimated=estimated)


def nearest_text(facility: str, way: str, covered: bool) -> str:
    """The nearest facility of a settlement."""
    if not facility:
        return say("coverage-unreachable")
    return say("coverage-nearest", facility=facility, way=way, is_covered=covered)


def facility_hover(name: str, grade: str, capacity: str, years: str) -> str:
    """What the pointer reads on a facility. The texts are markup already."""
    return "<br>".join(part for part in (f"<b>{name}</b>", grade, capacity, years) if part)


def years_open(opened: float | None, closed: float | None) -> str:
    """Since when a facility is open, and until when."""
    since = say("coverage-opened", year=f"{opened:.0f}") if opened is not None else ""
    until = say("coverage-closed", year=f"{closed:.0f}") if closed is not None else ""
    return say("list-comma").join(filter(None, (since, until)))


def county_note(name: str, share: float | None, outside: float | None) -> str:
    """What the pointer reads on a county's bar."""
    more = "" if outside is None else f"<br>{people_outside_text(outside)}"
    return say("list-facts").join((f"<b>{name}</b>", share_text(share))) + more


def standard_fact(within: str, source: str, basis: str) -> str:
    """The standard, what it rests on, and what says so."""
    named = say("coverage-bases", basis=basis)
    is_said = source.startswith(named)
    return say("coverage-standard-fact", within=within, basis="none" if is_said else named, source=source)


def capacity_fact(noun: str, unit: str, standard: float, now: float | None) -> str:
    """How many residents a unit of capacity should serve, and how many it does."""
    served = "none" if now is None else f"{now:,.0f}"
    return say("coverage-capacity-fact", unit=unit, noun=noun, standard=f"{standard:,.0f}", now=served)


def due_fact(within: str, least: float, places: Sequence[str] | None, total: int) -> str:
    """Where so many people live beyond the standard that one is due; None for ``places`` where that is not known."""
    rule = say("coverage-due-rule", within=within, least=f"{least:,.0f}")
    if places is None:
        return say("coverage-due-unknown", rule=rule)
    if not total:
        return say("coverage-due-nowhere", rule=rule)
    listed = say("list-names").join(places)
    return say("coverage-due-places", rule=rule, count=f"{total:,}", places=_and_others(listed, total > len(places)))


def residents_fact(sources: str, places: int, total: float, estimated: bool) -> str:
    """Where residents were found."""
    people = people_text(total)
    told = say("coverage-residents-fact", sources=sources, places=f"{places:,}", people=people)
    return say("coverage-estimated-fact", fact=told) if estimated else told


def facilities_fact(year: int, count: int, approximate: int, sources: str) -> str:
    """The facilities that are open in a year."""
    open_, near = f"{count:,}", f"{approximate:,}"
    return say("coverage-facilities-fact", year=year, count=open_, approximate=near, sources=sources)


def fault_texts(faults: Sequence[CoverageFault], not_drawn: int = 0) -> list[str]:
    """What a reader should know of the figures, a sentence each; ``not_drawn`` settlements are not on the map."""
    texts = [_fault_text(fault) for fault in faults if fault.kind not in _EMPTYING]
    return texts + ([say("coverage-not-drawn", count=f"{not_drawn:,}")] if not_drawn else [])


def _fault_text(fault: CoverageFault) -> str:
    """A fault in a sentence; of many facilities or places the first few are named."""
    names = _and_others(say("list-names").join(fault.names), fault.count > len(fault.names))
    return say("coverage-faults", fault=fault.kind, count=f"{fault.count:,}", names=names)


def _and_others(names: str, has_others: bool) -> str:
    return say("coverage-and-others", names=names) if has_others else names


def open_in_years(count: int, first: int | None, last: int | None) -> str:
    """When the facilities of a type are open."""
    since = say("coverage-first-opened", year=first) if first is not None else ""
    until = say("coverage-last-closed", year=last) if last is not None else ""
    told = say("list-comma").join(filter(None, (since, until)))
    return say("coverage-held", count=f"{count:,}", when=told or "none")


def years_with_residents(years: Sequence[int]) -> str:
    """The years that do have a population figure."""
    listed = say("list-names").join(map(str, years))
    return say("coverage-years-with-residents", years=listed) if years else say("coverage-no-residents-do")


def ratio_of(focus: str, benchmark: str) -> str:
    """What is divided by what."""
    return f"{focus} ÷ {benchmark}"


def capacity_text(noun: str, value: float | None, unit: str) -> str:
    """A facility's capacity."""
    if value is None:
        return f"{noun} {say('common-missing')}"
    return say("coverage-capacity", noun=noun, value=f"{value:,.10g}", unit=unit)
