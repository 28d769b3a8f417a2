"""Why the page of facilities has nothing to show, and what a reader should know of what it does show."""

from collections.abc import Mapping

import pandas as pd

from datasets.analyses.coverage_of_type import FaultKind, TypeCoverage
from datasets.city.city import City
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from layouts.pages.coverage import PATH, Block
from layouts.pages.data.page import IMPORT_HREF
from layouts.words.pages import coverage as words

_DEMO = "demo"
_TO_FACILITIES = {words.IMPORT_FACILITIES: f"{IMPORT_HREF}&kind=facilities"}
_TO_SETTLEMENTS = {words.IMPORT_SETTLEMENTS: f"{IMPORT_HREF}&kind=settlements"}


def block_of(city: City, choices: CoverageOptions, choice: CoverageChoice, found: TypeCoverage) -> Block | None:
    """Why there is nothing to show of a choice, and what can be done; None where there is something."""
    faults = {fault.kind for fault in found.faults}
    if FaultKind.NO_FACILITY in faults:
        return _no_facility(city, choices, choice)
    if FaultKind.NONE_OPEN in faults:
        return _none_open(city, choice, found)
    if FaultKind.NO_RESIDENTS in faults:
        years = city.datasets[choice.dataset].resident_distribution.years
        return Block(words.no_residents(choice.year), [words.years_with_residents(years)], _TO_SETTLEMENTS)
    return None


def _no_facility(city: City, choices: CoverageOptions, choice: CoverageChoice) -> Block:
    """The dataset has no facility of the type, or none at all."""
    held = choices.held(choice.dataset)
    if not held:
        demo: Mapping[str, str] = {words.SEE_DEMO: f"{PATH}?dataset={_DEMO}"} if _DEMO in city.datasets else {}
        return Block(words.NO_FACILITIES, [words.NO_FACILITIES_DO], {**_TO_FACILITIES, **demo})
    names = [type_.name for key, type_ in city.facility_types.items() if key in held]
    title = words.none_of_type(city.facility_types[choice.type_].name, city.datasets[choice.dataset].name)
    return Block(title, [words.types_held(names)], _TO_FACILITIES)


def _none_open(city: City, choice: CoverageChoice, found: TypeCoverage) -> Block:
    """The dataset has facilities of the type, but none is open in the year: when some are, and what is wrong."""
    every = city.datasets[choice.dataset].facilities
    own = every[(every["type"] == choice.type_).to_numpy()]
    told = words.open_in_years(len(own), _edge(own, "opened", "min"), _edge(own, "closed", "max"))
    title = words.none_open(city.facility_types[choice.type_].name, choice.year)
    return Block(title, [told, *warnings_of(found, 0)], _TO_FACILITIES)


def _edge(facilities: pd.DataFrame, column: str, edge: str) -> int | None:
    years = facilities[column].dropna().astype(int)
    return int(years.agg(edge)) if len(years) else None


def warnings_of(found: TypeCoverage, not_drawn: int) -> list[str]:
    """What a reader should know of the figures, a sentence each; ``not_drawn`` settlements are left out of the map."""
    told = [
        words.fault_text(fault.kind, fault.count, fault.names) for fault in found.faults if fault.kind in words.FAULTS
    ]
    return told + ([words.not_drawn(not_drawn)] if not_drawn else [])
