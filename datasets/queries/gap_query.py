"""What the gap page shows: a dataset, one domain or all, a year, an indicator, and what is to be reached."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from datasets.city.city import City
from datasets.city.offered_indicators import (
    can_be_judged,
    find_opening_indicator,
    list_offered_indicators,
    list_offered_years,
)
from datasets.queries.query import IgnoredPart, Query, read_dataset, read_query
from geodata.region import Level
from indicators.definition import Domain, Indicator
from indicators.gaps.gap_path import VERDICTS, assess_gap

EVERY_DOMAIN = "all"


class Goal(StrEnum):
    """What the measured group is to reach: the 80 % line, or the indicator's policy target."""

    LINE = "line"
    TARGET = "target"


def _read_domain(text: str) -> str | None:
    return None if text == EVERY_DOMAIN else text


class GapQuery(Query):
    """What an address asks the page of the gap for; None where it leaves the choice to the page."""

    dataset: str | None = None
    domain: Annotated[Domain | None, BeforeValidator(_read_domain)] = None
    indicator: str | None = None
    year: int | None = None
    goal: Goal = Goal.LINE


@dataclass(frozen=True)
class GapChoice:
    """A choice that can be shown. ``domain`` is None for all; the indicator always belongs to it."""

    dataset: str
    domain: Domain | None
    indicator: str
    year: int
    goal: Goal

    def to_query(self) -> dict[str, str]:
        """The choice as query parameters, in a fixed order."""
        texts = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        return texts | {"domain": self.domain or EVERY_DOMAIN}


class GapOptions:
    """What can be chosen in a city, found once, and what a reader's wish comes to."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._years = {dataset: _years_of_comparable(city, dataset) for dataset in city.datasets}

    def comparable(self, dataset: str, domain: Domain | None = None) -> list[str]:
        """The indicators whose level can be compared between groups, in one domain or all.

        What can be judged leads, then headline ones. Those of facilities come last in their domain, as declared.
        """
        found = [self.city.indicators[key] for key in self._years[dataset]]
        order, declared = list(Domain), list(self.city.indicators)

        def place(one: Indicator) -> tuple[int, bool, bool, bool, int, str]:
            return (
                order.index(one.domain),
                one.facility_type is not None,
                not self.city.cached_for_all_groups(can_be_judged, dataset, one.id),
                not one.headline,
                declared.index(one.id) if one.facility_type else 0,
                one.id,
            )

        return [indicator.id for indicator in sorted(found, key=place) if domain in (None, indicator.domain)]

    def listed(self, dataset: str) -> list[str]:
        """The comparable indicators that stand together in the overview: no details."""
        return [key for key in self.comparable(dataset) if not self.city.indicators[key].is_detail]

    def years(self, dataset: str) -> list[int]:
        """The years in which any comparable indicator has a value in any county."""
        return sorted({year for years in self._years[dataset].values() for year in years})

    def domains(self, dataset: str) -> list[Domain]:
        """The domains that hold a comparable indicator."""
        held = {self.city.indicators[key].domain for key in self._years[dataset]}
        return [domain for domain in Domain if domain in held]

    def read_query(self, query: Mapping[str, str]) -> tuple[GapChoice, list[IgnoredPart]]:
        """The choice that a query string asks for, and the parts of it that were ignored."""
        wanted, ignored = read_query(GapQuery, query, self._list_choices(read_dataset(self.city, query)))
        return self.settle(wanted), ignored

    def settle(self, wanted: GapQuery) -> GapChoice:
        """The nearest choice to what is wanted: the indicator follows the domain, the year the indicator."""
        dataset = wanted.dataset or next(iter(self.city.datasets))
        domain = wanted.domain if wanted.domain in self.domains(dataset) else None
        offered = self.comparable(dataset, domain)
        indicator = wanted.indicator
        if indicator not in offered:
            indicator = find_opening_indicator(self.city, dataset, tuple(offered))
        year = wanted.year
        if year not in self.years(dataset):
            year = self._choose_year(dataset, indicator)
        goal = wanted.goal if indicator in self.city.anchors else Goal.LINE
        return GapChoice(dataset, domain, indicator, year, goal)

    def _choose_year(self, dataset: str, indicator: str) -> int:
        """The indicator's year with most verdicts over all indicators, the last of equals."""
        counts = self.city.cached(count_verdicts, dataset, tuple(self._years[dataset]))
        return max(self._years[dataset][indicator], key=lambda year: (counts.get(year, 0), year))

    def change(self, choice: GapChoice, **wanted: Any) -> GapChoice:
        """The choice after the reader changed something."""
        return self.settle(GapQuery.model_construct(**asdict(choice) | wanted))

    def _list_choices(self, dataset: str) -> dict[str, Collection[str]]:
        """What each part of a query may be, beside a dataset."""
        offered = set(self.comparable(dataset))
        return {
            "dataset": list(self.city.datasets),
            "domain": [EVERY_DOMAIN, *self.domains(dataset)],
            "indicator": {text: key for text, key in self.city.indicator_ids.items() if key in offered},
            "year": [str(year) for year in self.years(dataset)],
            "goal": list(Goal),
        }


def count_verdicts(city: City, dataset: str, indicators: tuple[str, ...]) -> Counter[int]:
    """How many of the indicators have a verdict, by year."""
    return Counter(
        year
        for key in indicators
        for year, gap in city.gaps(dataset, key).items()
        if assess_gap(gap, city.indicators[key].direction) in VERDICTS
    )


def _years_of_comparable(city: City, dataset: str) -> dict[str, list[int]]:
    """The years of every rate with a value in any county.

    A plain count says how large a county is, not how well it is served; only a dataset without a rate offers those. One
    without any value offers what stands for them, empty.
    """
    years = {key: city.years(dataset, key, Level.COUNTY) for key in city.datasets[dataset].records}
    held = {key: found for key, found in years.items() if found}
    rates = {key: found for key, found in held.items() if city.indicators[key].formula.denominator}
    if not held:
        first = next(iter(list_offered_indicators(city, dataset).values()))[0]
        return {first: list_offered_years(city, dataset, first, Level.COUNTY)}
    return rates or held
