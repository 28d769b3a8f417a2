"""The address of the first page: a dataset and a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from datasets.city.city import City
from datasets.queries.gap_query import GapOptions, count_verdicts
from datasets.queries.query import IgnoredPart, Query, read_dataset, read_query


class OverviewQuery(Query):
    """What an address asks the first page for; None where it leaves the choice to the page."""

    dataset: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class OverviewChoice:
    """A choice that can be shown; ``before`` is the year that it is compared with, None without one."""

    dataset: str
    year: int
    before: int | None

    def to_query(self) -> dict[str, str]:
        """The choice as query parameters, in a fixed order."""
        return {"dataset": self.dataset, "year": str(self.year)}


class OverviewOptions:
    """What can be chosen in a city, and the choice that an address comes to."""

    def __init__(self, city: City) -> None:
        self.city, self._gaps = city, GapOptions(city)

    def list_indicators(self, dataset: str) -> list[str]:
        """The indicators that the page counts: those that the page of gaps lists."""
        return self._gaps.listed(dataset)

    def list_years(self, dataset: str) -> list[int]:
        """The years with a verdict, else every one with a figure that could be compared; ascending."""
        return sorted(self._count_verdicts(dataset)) or self._gaps.years(dataset)

    def read_query(self, query: Mapping[str, str]) -> tuple[OverviewChoice, list[IgnoredPart]]:
        """The choice that a query string asks for, and the parts of it that were ignored."""
        dataset = read_dataset(self.city, query)
        years = self.list_years(dataset)
        choices = {"dataset": list(self.city.datasets), "year": list(map(str, years))}
        wanted, ignored = read_query(OverviewQuery, query, choices)
        return self.choose(dataset, wanted.year), ignored

    def choose(self, dataset: str, year: int | None = None) -> OverviewChoice:
        """A year beside the last earlier one of those with most verdicts; without a year that with most, the last."""
        counts = self._count_verdicts(dataset)
        years = self.list_years(dataset)
        shown = max(years, key=lambda one: (counts.get(one, 0), one)) if year is None else year
        before = max((one for one in years if one < shown and counts.get(one)), default=None)
        return OverviewChoice(dataset, shown, before)

    def _count_verdicts(self, dataset: str) -> Mapping[int, int]:
        return self.city.cached(count_verdicts, dataset, tuple(self.list_indicators(dataset)))
