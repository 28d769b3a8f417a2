"""``City``: a region's geography, the indicator definitions and the datasets in memory, and queries on them."""

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import geopandas as gpd
import pandas as pd

from datasets.census.books import YEARS as CENSUS_YEARS
from datasets.census.comparability import Comparability
from datasets.census.national import NationalFigures
from datasets.city.residents import ResidentDistribution
from datasets.city.shared_results import SharedResults
from datasets.kinds import POPULATION, STORED, ImportKind
from datasets.saved_division import SavedDivision
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.borders import Redrawn
from indicators.classed_values import ClassedValues, classify_records, compare_areas_in_year, compare_groups_in_year
from indicators.classes import BreakMethod
from indicators.definition import Indicator, Variable, map_ids
from indicators.facilities.facility_types import FacilityType
from indicators.facilities.travel_rules import TravelRules
from indicators.gaps.gaps import Gap
from indicators.policy.index import IndexRecipe
from indicators.policy.ledger import Article, PolicyTarget, find_anchors
from indicators.policy.statements import Statement
from locales import current_language
from locales.data import speaks

Answer = TypeVar("Answer")
Given = ParamSpec("Given")
NO_YEAR = 0  # for a city without a figure of any year
FACILITY_COLUMNS = [name for name in STORED[ImportKind.FACILITIES] if name not in ("longitude", "latitude")]

RECORD_COLUMNS = ["value", "kind", "source", "note", "numerator", "denominator"]
SETTLEMENT_COLUMNS = ["code", "name", "area_code", "population", "approximate", "source"]
ROAD_COLUMNS = ["road_class"]


def empty_layer(columns: list[str]) -> gpd.GeoDataFrame:
    """An empty frame of facilities, settlements or roads, in EPSG:4490."""
    return gpd.GeoDataFrame({column: [] for column in columns}, geometry=[], crs=GEOGRAPHIC_CRS)


def _empty_records() -> pd.DataFrame:
    index = pd.MultiIndex.from_arrays([pd.Index([], dtype=str), pd.Index([], dtype=int)], names=["area_code", "year"])
    numbers = {"value": float, "numerator": float, "denominator": float}
    return pd.DataFrame(columns=RECORD_COLUMNS, index=index, dtype=object).astype(numbers)


_NO_RECORDS = _empty_records()


@speaks("name", "description")
@dataclass(frozen=True)
class Dataset:
    """A dataset: for every indicator with a value its records, and facility points.

    ``observations`` are the figures as they were read, ``variable, area_code, year, value, kind, source, note``;
    ``records`` is what follows from them: it maps an indicator's id to a frame indexed by ``area_code, year`` with
    ``value, kind, source, note, numerator, denominator``, all levels together; a note may be "".
    ``facilities`` and ``settlements`` are points, ``roads`` lines in EPSG:4490; without settlements people are taken to
    live at the seats of their townships. ``area_code`` is the township that a place lies in, ``opened`` and ``closed``
    are years, ``population`` people or NaN; ``approximate`` points stand at the seat of their township. ``road_class``
    is an id of ``road_classes.toml``.
    ``resident_distribution`` is what follows of where people live. ``statements`` are what was said of policy targets.
    ``comparability`` has the counties whose figures of the two censuses are not, or not quite, of the same place.
    ``number`` counts the versions of a dataset that the store keeps; None for one that comes with the program.
    ``read_publication`` asks the store when that version came, and how many rows it added, changed and removed.
    """

    id: str
    name: str
    description: str
    demonstration: bool
    observations: pd.DataFrame
    records: dict[str, pd.DataFrame] = field(default_factory=dict)
    facilities: gpd.GeoDataFrame = field(default_factory=partial(empty_layer, FACILITY_COLUMNS))
    number: int | None = None
    read_publication: Callable[[], tuple[datetime, tuple[int, int, int]]] | None = None
    settlements: gpd.GeoDataFrame = field(default_factory=partial(empty_layer, SETTLEMENT_COLUMNS))
    roads: gpd.GeoDataFrame = field(default_factory=partial(empty_layer, ROAD_COLUMNS))
    resident_distribution: ResidentDistribution = field(default_factory=ResidentDistribution)
    statements: tuple[Statement, ...] = ()
    comparability: Mapping[str, Comparability] = field(default_factory=dict)

    @property
    def identity(self) -> dict[str, Any]:
        """The id of the dataset and whether it is a demonstration; every API answer carries both."""
        return {"dataset": self.id, "demonstration": self.demonstration}

    @cached_property
    def version(self) -> str:
        """The number of the version, if it has one, and a digest that changes with any value."""
        digest = hashlib.sha256()
        for key, records in sorted(self.records.items()):
            cells = [records[column].tolist() for column in records.columns]
            digest.update(repr((key, records.index.tolist(), cells)).encode())
        short = digest.hexdigest()[:8]
        return short if self.number is None else f"v{self.number}-{short}"


class UnservableReason(StrEnum):
    """Why a published version cannot be shown."""

    OUT_OF_REACH = "out_of_reach"  # the database does not return its rows
    UNREADABLE = "unreadable"  # the program cannot read its rows
    NOT_MADE = "not_made"  # no dataset can be built from the rows
    NOT_SERVED = "not_served"  # a page fails with the dataset
    UNPROVEN = "unproven"  # the check of the pages could not be finished, for want of time, memory or the database


TEMPORARY_REASONS = frozenset(
    {UnservableReason.OUT_OF_REACH, UnservableReason.UNPROVEN}
)  # temporary faults, not of the rows


@dataclass(frozen=True)
class SetAsideVersion:
    """A published version that cannot be shown.

    ``shown_number`` is the number of the version shown in its place, None if there is none. ``findings`` are
    pairs of the name of a page, which may be empty, and the error message, for whoever repairs it.
    """

    dataset: str
    name: str
    number: int
    shown_number: int | None
    reason: UnservableReason
    findings: tuple[tuple[str, str], ...]


def _cache_per_city(
    most: int, by_groups: bool = True
) -> Callable[[Callable[Concatenate["City", Given], Answer]], Callable[Concatenate["City", Given], Answer]]:
    """Cache the last results of a method on its city, so that they are freed with the city; each is computed once.

    What does not differ ``by_groups`` is cached on the city in the region's own groups, for all others too.
    """

    def decorate(method: Callable[Concatenate["City", Given], Answer]) -> Callable[Concatenate["City", Given], Answer]:
        name = f"_results_of_{method.__name__}"

        @wraps(method)
        def cached(city: "City", /, *args: Given.args, **kwargs: Given.kwargs) -> Answer:
            city = city if by_groups else city.of_policy
            results = vars(city).get(name) or vars(city).setdefault(name, SharedResults(most))
            found: SharedResults = results
            return found.find((args, *kwargs.items()), lambda: method(city, *args, **kwargs))

        return cached

    return decorate


@dataclass(frozen=True)
class City:
    """Everything that pages show. ``set_aside`` are the published versions that are not in it.

    ``national`` is the census of every county of the country, that those of the city are held against.
    ``declared`` is the same city in the region's own groups, where a reader or an editor has formed others.
    ``saved_divisions`` are the last that editors have saved for all readers or withdrawn, the newest first.
    """

    geography: Geography
    indicators: dict[str, Indicator]
    variables: dict[str, Variable]
    datasets: dict[str, Dataset]
    ledger: list[Article]
    index: IndexRecipe
    facility_types: dict[str, FacilityType]
    travel_rules: TravelRules
    set_aside: tuple[SetAsideVersion, ...] = ()
    national: NationalFigures = field(default_factory=NationalFigures)
    declared: "City | None" = None
    saved_divisions: tuple[SavedDivision, ...] = ()

    @property
    def of_policy(self) -> "City":
        """The city in the groups that the policy's targets speak of."""
        return self.declared or self

    @cached_property
    def indicator_ids(self) -> dict[str, str]:
        """The id in force by every id that an address or a request may give an indicator."""
        return map_ids(self.indicators)

    @cached_property
    def anchors(self) -> dict[str, PolicyTarget]:
        """By indicator, the target that a map of counties can be anchored on."""
        return find_anchors(self.ledger, self.indicators)

    @cached_property
    def targets(self) -> dict[str, PolicyTarget]:
        """Every policy target by its id."""
        return {entry.id: entry for article in self.ledger for entry in article.targets}

    @property
    def region(self) -> Region:
        """The region of the city."""
        return self.geography.region

    @property
    def versions_key(self) -> str:
        """A key of what the city has from the store; it changes with every publication, and when groups are saved."""
        stored = [dataset for dataset in self.datasets.values() if dataset.number is not None]
        lacking = [f"{each.dataset}:!{each.number}" for each in self.set_aside]
        saved = [f"groups:{division.id}" for division in self.saved_divisions[:1]]
        return " ".join([*(f"{dataset.id}:{dataset.number}" for dataset in stored), *lacking, *saved])

    def records(self, dataset: str, indicator: str) -> pd.DataFrame:
        """The records of an indicator in a dataset; an empty frame where it has none."""
        return self.datasets[dataset].records.get(indicator, _NO_RECORDS)

    def records_of_year(self, dataset: str, indicator: str, year: int) -> pd.DataFrame:
        """The records of an indicator in one year, indexed by area code."""
        return self._pick_records(dataset, indicator, "year", year)

    def records_of_area(self, dataset: str, indicator: str, code: str) -> pd.DataFrame:
        """The records of an indicator in one area, indexed by year."""
        return self._pick_records(dataset, indicator, "area_code", code)

    @_cache_per_city(most=16384, by_groups=False)  # every page asks for those of all indicators
    def _pick_records(self, dataset: str, indicator: str, level: str, key: Hashable) -> pd.DataFrame:
        records, rows = self._locate_records(dataset, indicator, level)
        picked: pd.DataFrame = records.iloc[rows.get(key, [])]
        return picked

    @_cache_per_city(most=4096, by_groups=False)
    def _locate_records(self, dataset: str, indicator: str, level: str) -> tuple[pd.DataFrame, dict[Hashable, Any]]:
        """An indicator's records without one level of their index, and their rows by the keys of that level."""
        records = self.records(dataset, indicator)
        return records.droplevel(level), records.groupby(level=level).indices

    def year_without_figures(self, dataset: str) -> int:
        """The year that a page names where a dataset has nothing to show on it: the last year of any of its figures."""
        own = _last_year(self.datasets[dataset])
        return own if own is not None else max(filter(None, map(_last_year, self.datasets.values())), default=NO_YEAR)

    @_cache_per_city(most=4096, by_groups=False)
    def levels(self, dataset: str, indicator: str) -> list[Level]:
        """The mapped levels at which a dataset holds any value of an indicator."""
        return [level for level in self.geography.levels if self._list_years(dataset, indicator, level)]

    def years(self, dataset: str, indicator: str, level: Level) -> list[int]:
        """The years in which any area of the level has a value."""
        return list(self._list_years(dataset, indicator, level))

    @_cache_per_city(most=4096, by_groups=False)  # every page asks for those of all indicators
    def _list_years(self, dataset: str, indicator: str, level: Level) -> tuple[int, ...]:
        records = self.datasets[dataset].records.get(indicator)
        if records is None:
            return ()
        held = records.index[records.index.isin(self.geography.codes(level), level="area_code")]
        return tuple(sorted({int(year) for year in held.get_level_values("year")}))

    @_cache_per_city(most=512)
    def panel(
        self,
        dataset: str,
        indicator: str,
        level: Level,
        method: BreakMethod,
        n_classes: int,
        own_breaks: tuple[float, ...] = (),
        target: str | None = None,
    ) -> ClassedValues:
        """One indicator at one level, classed, with the gap between the two groups of counties in every year.

        Where no area of the level has a value, there is one year without any.

        ``target`` is the policy target to anchor classes on, None for the indicator's own. Panels are cached: they are
        small, and pages, pictures and packs use them again.
        """
        entry = self.targets[target] if target else self.anchors.get(indicator)
        anchor = entry.criterion if entry else None
        codes, counties = self.geography.codes(level), self.geography.codes(Level.COUNTY)
        records = self.records(dataset, indicator)
        if not self._list_years(dataset, indicator, level):
            blank = pd.MultiIndex.from_product([codes, [self.year_without_figures(dataset)]], names=records.index.names)
            records = pd.concat([records, _NO_RECORDS.reindex(blank)])
        gaps = self.gaps(dataset, indicator)
        classed = classify_records(
            self.indicators[indicator], records, codes, counties, gaps, anchor, method, n_classes, own_breaks
        )
        return replace(classed, redrawn=self.redrawn(dataset))

    @_cache_per_city(most=64)
    def redrawn(self, dataset: str) -> Redrawn:
        """Of the counties and the groups whose two censuses are not of the same place, the year of the later one."""
        marked, region = self.datasets[dataset].comparability.keys(), self.region
        behind = {key: set(region.members(key)) for key in region.groups}
        if area := region.compared_area:
            behind = {region.focus: {region.adcode}, region.benchmark: {area.code}}
        return dict.fromkeys([*marked, *(key for key, codes in behind.items() if codes & marked)], CENSUS_YEARS[-1])

    def cached(self, compute: Callable[..., Answer], *arguments: Hashable) -> Answer:
        """Return ``compute`` of this city and the arguments, computed once a language and cached with the city."""
        return self._cached(current_language(), compute, *arguments)

    def cached_for_all_groups(self, compute: Callable[..., Answer], *arguments: Hashable) -> Answer:
        """As ``cached``, for numbers that do not depend on the groups of the counties: once for all of them."""
        return self.of_policy._cached("", compute, *arguments)

    @_cache_per_city(most=2048)
    def _cached(self, _language: str, compute: Callable[..., Answer], *arguments: Hashable) -> Answer:
        return compute(self, *arguments)

    @_cache_per_city(most=512)
    def gaps(self, dataset: str, indicator: str) -> dict[int, Gap]:
        """The gap between the two groups of counties by year; none where the dataset lacks the indicator.

        Cached: every panel of an indicator shows the same gaps, whatever its level and classes.
        """
        years = self.years(dataset, indicator, Level.COUNTY)
        return {year: gap for year in years if (gap := self.gap(dataset, indicator, year))}

    @_cache_per_city(most=8192)
    def gap(self, dataset: str, indicator: str, year: int) -> Gap | None:
        """The gap of one year: what ``gaps`` tells of it, without forming the other years."""
        records, people = (self.records_of_year(dataset, key, year) for key in (indicator, POPULATION))
        region = self.region
        if area := region.compared_area:
            areas = {region.focus: region.adcode, region.benchmark: area.code}
            return compare_areas_in_year(self.indicators[indicator], records, region.members(region.focus), areas)
        groups = {key: region.members(key) for key in region.groups}
        return compare_groups_in_year(self.indicators[indicator], records, people["value"], groups, region.benchmark)


def _last_year(dataset: Dataset) -> int | None:
    """The last year of any observation in a dataset."""
    years = dataset.observations.get("year", ())
    return max((int(year) for year in years if year > NO_YEAR), default=None)
