"""Compute coverage figures: by facility type, area and year the variables that the coverage indicators are formed from.

The figures of townships, counties and the city are computed together from the same places. An area has figures only
if it is known where all its people live.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.city.residents import (
    ResidentDistribution,
    Residents,
    classify_places,
    find_counties,
    join_sources,
    weakest_kind,
)
from datasets.kinds import STORED, ImportKind
from geodata.geography import Geography
from geodata.travel.coverage import ReachStandard, measure_coverage
from geodata.travel.travel import StraightLine, Travel, TravelMeasure, to_metres
from indicators.definition import ValueKind
from indicators.facilities.coverage_measures import RESIDENTS
from indicators.facilities.facility_types import FacilityType, Standard
from indicators.facilities.travel_rules import TravelRules

NINE_IN_TEN = 0.9
_ROUNDING = 1e-12  # of a share: sums of the same weights in another order may differ by less
_ALONG_ROADS = "路程沿导入的道路"


def build_travel(roads: gpd.GeoDataFrame, rules: TravelRules, metric_crs: str) -> Travel:
    """Build the travel model: along the roads of a dataset, or by straight lines where it has none."""
    if roads.empty:
        return StraightLine(rules.detour, rules.straight_speed_kmh)
    speeds = roads["road_class"].map(rules.speeds_kmh).to_numpy(float)
    lines = roads.geometry.to_crs(metric_crs).to_numpy()
    from geodata.travel.road_network import RoadNetwork  # noqa: PLC0415  (SciPy, where a dataset has roads)

    return RoadNetwork.build(lines, speeds, rules.snap_km * 1000, rules.detour, rules.straight_speed_kmh)


def describe_travel(travel: Travel, rules: TravelRules) -> str:
    """Describe for the source of a figure how distances were measured."""
    return f"路程按直线距离的{rules.detour:g}倍" if isinstance(travel, StraightLine) else _ALONG_ROADS


def convert_to_reach(standard: Standard) -> ReachStandard:
    """Convert a facility standard to the ``ReachStandard`` of ``geodata.travel.coverage``."""
    return ReachStandard(TravelMeasure(standard.measure.value), standard.within)


def select_open(facilities: gpd.GeoDataFrame, year: int) -> gpd.GeoDataFrame:
    """Select the facilities open in a year: opened by then, or in an unknown year, and not closed by then."""
    return facilities[_is_open(facilities, year)]


def _is_open(facilities: gpd.GeoDataFrame, year: int) -> np.ndarray:
    opened, closed = (facilities[column].astype(float).to_numpy() for column in ("opened", "closed"))
    is_open: np.ndarray = ~(opened > year) & ~(closed <= year)
    return is_open


def is_duplicate(facilities: gpd.GeoDataFrame) -> np.ndarray:
    """Mask of facilities listed again: same type, name and place to the metre.

    ``facilities`` are those open in one year: one that closed and opened again is rightly listed twice.
    """
    return pd.Series(_place_identities(facilities)).duplicated().to_numpy()


def _place_identities(facilities: gpd.GeoDataFrame) -> np.ndarray:
    points = facilities.geometry
    key = facilities[["type", "name"]].assign(x=points.x.round(5), y=points.y.round(5))
    identities: np.ndarray = key.groupby([*key], dropna=False).ngroup().to_numpy()
    return identities


@dataclass(frozen=True)
class AreaPositions:
    """The areas of all levels, by position: townships, then counties, then the city."""

    codes: np.ndarray
    townships: pd.Index
    counties: pd.Index
    county_of: pd.Series

    @property
    def count(self) -> int:
        """The number of areas."""
        return len(self.codes)

    def of(self, townships: pd.Series, counties: pd.Series) -> np.ndarray:
        """Positions of the areas of each row, rows by levels; -1 where a row lies in none."""
        own = self.townships.get_indexer(pd.Index(townships))
        county = self.counties.get_indexer(pd.Index(counties))
        start = len(self.townships)
        city = np.full(len(own), self.count - 1)
        return np.column_stack([own, np.where(county < 0, -1, county + start), city])

    def sums(self, of: np.ndarray, values: np.ndarray) -> np.ndarray:
        """The sum of ``values``, one a row of ``of``, by area."""
        held = of >= 0
        return np.bincount(of[held], np.broadcast_to(values[:, None], of.shape)[held], self.count)


def index_areas(geography: Geography) -> AreaPositions:
    """The areas of a geography."""
    townships, counties = geography.townships.index, geography.counties.index
    codes = np.array([*townships, *counties, geography.region.adcode], dtype=object)
    return AreaPositions(codes, townships, counties, geography.townships["county"])


@dataclass(frozen=True)
class _YearResidents:
    """The people of a year as arrays, and the areas of which all people are known."""

    year: int
    residents: Residents
    points: np.ndarray
    population: np.ndarray
    of: np.ndarray
    known: np.ndarray
    total: np.ndarray


def compute_coverage_figures(
    facilities: gpd.GeoDataFrame,
    homes: ResidentDistribution,
    types: Mapping[str, FacilityType],
    geography: Geography,
    rules: TravelRules,
    travel: Travel,
) -> pd.DataFrame:
    """The variables of ``service_measures.toml`` for all types, areas and years, in the columns of observations.

    ``facilities`` are points in EPSG:4490 whose ``area_code`` is the township that each lies in (the county in a region
    without townships); others are left out. A type that has no facility open in a year has no figure of that year.
    """
    areas, crs = index_areas(geography), geography.region.metric_crs
    county = find_counties(facilities["area_code"], geography)
    usable = facilities[county.notna().to_numpy()]
    held = [type_ for type_ in types if (usable["type"] == type_).any()]
    years = [_locate_year(residents, year, areas, crs) for year in homes.years if (residents := homes.residents(year))]
    if not held or not years:
        return pd.DataFrame(columns=STORED[ImportKind.OBSERVATIONS])
    parts = [
        _to_observations(areas, each, {RESIDENTS: each.total}, each.residents.kind, each.residents.sources)
        for each in years
    ]
    for type_ in held:
        own = usable[usable["type"] == type_]
        sited = _TypeFacilities(own, to_metres(own.geometry, crs), areas.of(own["area_code"], county.loc[own.index]))
        parts += _compute_type(type_, types[type_], sited, years, areas, travel, describe_travel(travel, rules))
    return pd.concat(parts, ignore_index=True)


@dataclass(frozen=True)
class _TypeFacilities:
    """Facilities of one type, their points in metres and the areas that each lies in."""

    frame: gpd.GeoDataFrame
    points: np.ndarray
    of: np.ndarray


def _locate_year(residents: Residents, year: int, areas: AreaPositions, crs: str) -> _YearResidents:
    places = residents.places
    of, population = areas.of(places["township"], places["county"]), places["population"].to_numpy(float)
    total = areas.sums(of, population)
    known = total > 0
    counties = slice(len(areas.townships), areas.count - 1)
    known[-1] = known[counties].all()
    return _YearResidents(year, residents, to_metres(places.geometry, crs), population, of, known, total)


def _compute_type(
    type_: str,
    declared: FacilityType,
    sited: _TypeFacilities,
    years: list[_YearResidents],
    areas: AreaPositions,
    travel: Travel,
    way: str,
) -> Iterator[pd.DataFrame]:
    capacity = sited.frame["capacity"].to_numpy(float)
    kinds, sources = classify_places(sited.frame).to_numpy(), sited.frame["source"].to_numpy()
    reach, identities = convert_to_reach(declared.standard), _place_identities(sited.frame)
    for each in years:
        open_ = np.flatnonzero(_is_open(sited.frame, each.year))
        if not len(open_):
            continue
        open_ = open_[np.sort(np.unique(identities[open_], return_index=True)[1])]
        found = measure_coverage(each.population, each.points, sited.points[open_], capacity[open_], reach, travel)
        kind, source = weakest_kind([each.residents.kind, *kinds[open_]]), join_sources(sources[open_])
        standing = _sum_facilities(type_, declared, sited.of[open_], capacity[open_], areas)
        yield _to_observations(areas, each, standing, kind, source)
        people, reaching = each.population, np.isfinite(found.km)
        served = {
            f"{type_}_residents_within": areas.sums(each.of, people * found.covered),
            f"{type_}_capacity_reached": areas.sums(each.of, people * found.access),
        }
        yield _to_observations(areas, each, served, kind, f"{source}；{way}")
        distances = {
            f"{type_}_resident_km": areas.sums(each.of, people * np.where(reaching, found.km, 0)),
            f"{type_}_residents_reaching": areas.sums(each.of, people * reaching),
            f"{type_}_p90_distance": weighted_quantiles(found.km, people, each.of, areas.count, NINE_IN_TEN),
        }
        both = "；".join(dict.fromkeys([source, each.residents.sources, way]))
        yield _to_observations(areas, each, distances, kind, both)


def _sum_facilities(
    type_: str, declared: FacilityType, of: np.ndarray, capacity: np.ndarray, areas: AreaPositions
) -> dict[str, np.ndarray]:
    """Sum the figures of the facilities by area, and the townships without one where every township should have one."""
    facilities = areas.sums(of, np.ones(len(of)))
    values = {f"{type_}_facilities": facilities, f"{type_}_capacity": areas.sums(of, capacity)}
    if declared.every_township:
        lacking = (facilities[: len(areas.townships)] == 0).astype(float)
        own = areas.of(pd.Series(areas.townships), areas.county_of)
        values[f"townships_without_{type_}"] = areas.sums(own, lacking)
    return values


def weighted_quantiles(values: np.ndarray, weights: np.ndarray, of: np.ndarray, count: int, q: float) -> np.ndarray:
    """By area, the least value that at least the share ``q`` of the weight does not exceed; NaN without any weight.

    ``of`` has the areas of each value, -1 for none, a column a level; ``weights`` are above 0.
    """
    found = np.full(count, np.nan)
    for level in of.T:
        order = np.lexsort((values, level))
        order = order[level[order] >= 0]
        area, total = level[order], np.bincount(level[order], weights[order], count)
        below = np.cumsum(weights[order])
        before = np.cumsum(total) - total
        reached = below - before[area] >= total[area] * (q - _ROUNDING)
        first = np.unique(area[reached], return_index=True)
        found[first[0]] = values[order][reached][first[1]]
    return found


def _to_observations(
    areas: AreaPositions, year: _YearResidents, values: Mapping[str, np.ndarray], kind: ValueKind, source: str
) -> pd.DataFrame:
    """Values of variables by area, for the areas of which all people are known, as observations."""
    table = np.stack(list(values.values()))
    row, column = np.nonzero(np.isfinite(table) & year.known)
    return pd.DataFrame(
        {
            "variable": np.array(list(values), dtype=object)[row],
            "area_code": areas.codes[column],
            "year": year.year,
            "value": table[row, column],
            "kind": str(kind),
            "source": source,
            "note": "",
        }
    )
