"""The message over an empty coverage map: why it is empty, and what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasets.analyses.coverage_of_type import FaultKind, TypeCoverage
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from layouts.pages.coverage.page import PATH
from layouts.pages.data.page import IMPORT_HREF
from layouts.words.pages import coverage as words
from locales import say, say_all

_DEMO = "demo"


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
        to_settlements = {say("coverage-import-settlements"): f"{IMPORT_HREF}&kind=settlements"}
        title = say("coverage-no-residents", year=choice.year)
        return EmptyState(title, [words.years_with_residents(years)], to_settlements)
    return None


def _explain_no_facility(options: CoverageOptions, choice: CoverageChoice) -> EmptyState:
    """The dataset has no facility of the type, or none at all."""
    city, held = options.city, options.held(choice.dataset)
    if not held:
        demo = {say("coverage-see-demo"): f"{PATH}?dataset={_DEMO}"} if _DEMO in city.datasets else {}
        template = {say("coverage-template"): "/data/templates/facilities"}
        lines = [*say_all("coverage-no-facilities-do-").values()]
        return EmptyState(say("coverage-no-facilities"), lines, template | _to_import() | demo)
    names = [type_.name for key, type_ in city.facility_types.items() if key in held]
    title = say(
        "coverage-none-of-type",
        dataset=city.datasets[choice.dataset].name,
        type=city.facility_types[choice.type_].name,
    )
    return EmptyState(title, [say("coverage-types-held", types=say("list-names").join(names))], _to_import())


def _explain_none_open(options: CoverageOptions, choice: CoverageChoice, coverage: TypeCoverage) -> EmptyState:
    """The dataset has facilities of the type, but none is open in the year: when some are, and what is wrong."""
    years = words.open_in_years(*options.opening_years(choice.dataset, choice.type_))
    title = say("coverage-none-open", year=choice.year, type=options.city.facility_types[choice.type_].name)
    return EmptyState(title, [years, *words.fault_texts(coverage.faults)], _to_import())


def _to_import() -> dict[str, str]:
    """The link to where facilities are imported."""
    return {say("coverage-import-facilities"): f"{IMPORT_HREF}&kind=facilities"}
