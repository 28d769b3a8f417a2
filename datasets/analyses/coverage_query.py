"""What the page of facilities shows: a dataset, a type of facility and a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from datasets.analyses.map_query import Ignored
from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Domain
from indicators.facilities.facility_types import FacilityType

FIRST_TYPE = "township_hospital"  # the policy wants one in every township


@dataclass(frozen=True)
class ServiceChoice:
    """A choice that can be asked for; whether the dataset holds any facility of the type is another matter."""

    dataset: str
    type_: str
    year: int

    def query(self) -> dict[str, str]:
        """The choice as query parameters, in a fixed order."""
        return {"dataset": self.dataset, "type": self.type_, "year": str(self.year)}


class ServiceChoices:
    """What can be chosen in a city, and what a reader's wish comes to."""

    def __init__(self, city: City) -> None:
        self.city = city

    def types(self) -> dict[Domain, list[str]]:
        """Every type of facility by its domain."""
        found = {domain: [key for key, type_ in self._types.items() if type_.domain is domain] for domain in Domain}
        return {domain: keys for domain, keys in found.items() if keys}

    def held(self, dataset: str) -> set[str]:
        """The types that a dataset holds any facility of, in whatever year."""
        return set(self.city.datasets[dataset].facilities["type"]) & self._types.keys()

    def years(self, dataset: str) -> list[int]:
        """The years in which it is known where people live; without any, those of any figure, or of the openings."""
        own = self.city.datasets[dataset]
        years = list(own.homes.years)
        if not years:
            years = sorted({year for key in own.records for year in self.city.years(dataset, key, Level.COUNTY)})
        opened = sorted({int(year) for year in own.facilities["opened"].dropna()})
        return years or opened or [self.city.year_without_figures(dataset)]

    def read(self, query: Mapping[str, str]) -> tuple[ServiceChoice, list[Ignored]]:
        """The choice that a query string asks for, and the parts of it that were ignored.

        A year that the dataset lacks gives way to the last one before it, else to the first.
        """
        dataset = _one_of(query.get("dataset"), list(self.city.datasets))
        dataset = dataset or next(iter(self.city.datasets))
        years = self.years(dataset)
        type_ = _one_of(query.get("type"), list(self._types)) or self._first(dataset)
        wanted = query.get("year", "")
        is_year = wanted.isascii() and wanted.isdigit() and len(wanted) == 4
        earlier = [year for year in years if year <= int(wanted)] if is_year else years
        choice = ServiceChoice(dataset, type_, earlier[-1] if earlier else years[0])
        allowed = {"dataset": list(self.city.datasets), "type": list(self._types), "year": list(map(str, years))}
        ignored = [
            Ignored(name, text, ", ".join(allowed.get(name, list(allowed))))
            for name, text in query.items()
            if text not in allowed.get(name, [])
        ]
        return choice, ignored

    @property
    def _types(self) -> dict[str, FacilityType]:
        return self.city.facility_types

    def _first(self, dataset: str) -> str:
        held = self.held(dataset)
        if FIRST_TYPE in held or not held:
            return FIRST_TYPE if FIRST_TYPE in self._types else next(iter(self._types))
        return next(key for key in self._types if key in held)


def _one_of(text: str | None, allowed: list[str]) -> str | None:
    return text if text in allowed else None
