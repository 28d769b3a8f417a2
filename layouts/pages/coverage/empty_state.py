"""The message over an empty coverage map: why it is empty, and what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasets.analyses.coverage_of_type import FaultKind, TypeCoverage
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from layouts.pages.coverage.page import PATH
from layouts.pages.data.page import IMPORT_HREF
from layouts.words.pages import coverage as words

_DEMO = "demo"
_TO_FACILITIES = {words.IMPORT_FACILITIES: f"{IMPORT_HREF}&kind=facilities"}
_TO_TEMPLATE = {words.TEMPLATE: "/data/templates/facilities"}
_TO_SETTLEMENTS = {words.IMPORT_SETTLEMENTS: f"{IMPORT_HREF}&kind=settlements"}


@dataclass(frozen=True)
class EmptyState:
    """Why there is nothing to show, and what can be done: lines, and addresses by the text of their links."""

    title: str
    lines: Sequence[str]
    links: Mapping[str, str]


def explain_empty(options: CoverageOptions, choice: CoverageChoice, coverage: TypeCoverage) -> EmptyState | None:
    """Why there is nothing to show of a choice; None where there is something."""
    faults = {fault.kind for fault in coverage.faults}
    if FaultKind.NO_FACILITY in faults:
        return _explain_no_facility(options, choice)
    if FaultKind.NONE_OPEN in faults:
        return _explain_none_open(options, choice, coverage)
    if FaultKind.NO_RESIDENTS in faults:
        years = options.city.datasets[choice.dataset].resident_distribution.years
        return EmptyState(words.no_residents(choice.year), [words.years_with_residents(years)], _TO_SETTLEMENTS)
    return None


def _explain_no_facility(options: CoverageOptions, choice: CoverageChoice) -> EmptyState:
    """The dataset has no facility of the type, or none at all."""
    city, held = options.city, options.held(choice.dataset)
    if not held:
        demo = {words.SEE_DEMO: f"{PATH}?dataset={_DEMO}"} if _DEMO in city.datasets else {}
        return EmptyState(words.NO_FACILITIES, words.NO_FACILITIES_DO, _TO_TEMPLATE | _TO_FACILITIES | demo)
    names = [type_.name for key, type_ in city.facility_types.items() if key in held]
    title = words.none_of_type(city.facility_types[choice.type_].name, city.datasets[choice.dataset].name)
    return EmptyState(title, [words.types_with_points_text(names)], _TO_FACILITIES)


def _explain_none_open(options: CoverageOptions, choice: CoverageChoice, coverage: TypeCoverage) -> EmptyState:
    """The dataset has facilities of the type, but none is open in the year: when some are, and what is wrong."""
    years = words.open_in_years(*options.opening_years(choice.dataset, choice.type_))
    title = words.none_open(options.city.facility_types[choice.type_].name, choice.year)
    return EmptyState(title, [years, *words.fault_texts(coverage.faults)], _TO_FACILITIES)
