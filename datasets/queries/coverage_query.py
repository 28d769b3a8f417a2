"""The address of the page of coverage: a dataset, a type of facility, a year, and the marks on its map."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from datasets.city.city import City
from datasets.queries.query import IgnoredPart, Query, nearest_year, read_dataset, read_query
from datasets.queries.storyboard import MARKS, Mark, MarksPart, write_marks
from geodata.region import Level
from indicators.definition import Domain
from indicators.facilities.facility_types import FacilityType

FIRST_TYPE = "township_hospital"  # the policy wants one in every township


class CoverageQuery(Query):
    """What an address asks the page of coverage for; None where it leaves the choice to the page."""

    dataset: str | None = None
    type: str | None = None
    year: int | None = None
    marks: MarksPart = ()


@dataclass(frozen=True)
class CoverageChoice:
    """A choice that can be asked for; whether the dataset holds any facility of the type is another matter.

    ``marks`` are what a user put on the map by hand.
    """

    dataset: str
    type_: str
    year: int
    marks: tuple[Mark, ...] = ()

    def to_query(self) -> dict[str, str]:
        """The choice as query parameters, in a fixed order."""
        query = {"dataset": self.dataset, "type": self.type_, "year": str(self.year)}
        return query | ({MARKS: write_marks(self.marks)} if self.marks else {})


class CoverageOptions:
    """What can be chosen in a city, and the choice that an address comes to."""

    def __init__(self, city: City) -> None:
        self.city = city

    def types(self) -> dict[Domain, list[str]]:
        """Every type of facility by its domain."""
        found = {
            domain: [key for key, type_ in self._facility_types.items() if type_.domain is domain] for domain in Domain
        }
        return {domain: keys for domain, keys in found.items() if keys}

    def held(self, dataset: str) -> set[str]:
        """The types that a dataset holds any facility of, in whatever year."""
        return set(self.city.datasets[dataset].facilities["type"]) & self._facility_types.keys()

    def opening_years(self, dataset: str, type_: str) -> tuple[int, int | None, int | None]:
        """How many facilities of a type a dataset holds, the year of the first opening and that of the last closing."""
        every = self.city.datasets[dataset].facilities
        own = every[(every["type"] == type_).to_numpy()]
        opened, closed = own["opened"].dropna(), own["closed"].dropna()
        return len(own), int(opened.min()) if len(opened) else None, int(closed.max()) if len(closed) else None

    def years(self, dataset: str) -> list[int]:
        """The years in which it is known where people live; without any, those of any figure, or of the openings."""
        own = self.city.datasets[dataset]
        years = list(own.resident_distribution.years)
        if not years:
            years = sorted({year for key in own.records for year in self.city.years(dataset, key, Level.COUNTY)})
        opened = sorted({int(year) for year in own.facilities["opened"].dropna()})
        return years or opened or [self.city.year_without_figures(dataset)]

    def read_query(self, query: Mapping[str, str]) -> tuple[CoverageChoice, list[IgnoredPart]]:
        """The choice that a query string asks for, and the parts of it that were ignored.

        A year that the dataset lacks gives way to the last one before it, else to the first.
        """
        dataset = read_dataset(self.city, query)
        years = self.years(dataset)
        choices = {
            "dataset": list(self.city.datasets),
            "type": list(self._facility_types),
            "year": list(map(str, years)),
        }
        wanted, ignored = read_query(CoverageQuery, query, choices)
        text = query.get("year", "")
        named = int(text) if re.fullmatch("[0-9]{4}", text) else None  # a year without residents leads to one before it
        type_ = wanted.type or self._first_type(dataset)
        return CoverageChoice(dataset, type_, nearest_year(years, named), wanted.marks), ignored

    def read_page_query(self, query: Mapping[str, str]) -> tuple[CoverageChoice, list[IgnoredPart]]:
        """The choice in the address of the page, whose other parts are those of a siting scenario."""
        return self.read_query({name: text for name, text in query.items() if name in CoverageQuery.model_fields})

    @property
    def _facility_types(self) -> dict[str, FacilityType]:
        return self.city.facility_types

    def _first_type(self, dataset: str) -> str:
        held = self.held(dataset)
        if FIRST_TYPE in held or not held:
            return FIRST_TYPE if FIRST_TYPE in self._facility_types else next(iter(self._facility_types))
        return next(key for key in self._facility_types if key in held)
