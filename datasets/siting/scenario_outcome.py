"""What a scenario comes to: who is newly within reach, what becomes of north against south, which targets change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage
from datasets.city.city import City
from datasets.city.residents import Residents
from datasets.siting.scenario import Change, ChangeKind, Scenario, ScenarioError, Unusable
from datasets.siting.scenario_targets import TargetChange, target_changes
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.region import Level
from geodata.travel.coverage import Coverage, Reach, catchments, coverage
from geodata.travel.travel import Measure, metres
from indicators.facilities.facility_types import CapacityEffect
from indicators.gaps.gaps import reaches_line


@dataclass(frozen=True)
class Served:
    """How an area is served: its residents, those within the standard, and the way of those who reach any facility."""

    residents: float
    covered: float
    resident_km: float
    reaching: float

    @property
    def share(self) -> float | None:
        """The share of residents within the standard, in %; None without residents."""
        return self.covered / self.residents * 100 if self.residents else None

    @property
    def mean_km(self) -> float | None:
        """The mean way to the nearest facility, in km; None where nobody reaches one."""
        return self.resident_km / self.reaching if self.reaching else None


@dataclass(frozen=True)
class Shift:
    """An area before and after; ``newly_covered`` and ``newly_uncovered`` are residents."""

    before: Served
    after: Served
    newly_covered: float
    newly_uncovered: float


@dataclass(frozen=True)
class Placed:
    """A change with the place it makes: the facility's name, township and county, both empty where it lies outside.

    ``longitude`` and ``latitude`` are where the facility stands afterwards, or stood before it was closed;
    ``capacity`` is the facility's, None where it is not known. ``came_from`` is where a moved one stood.
    """

    change: Change
    name: str
    township: str
    county: str
    longitude: float
    latitude: float
    capacity: float | None
    came_from: tuple[float, float] | None = None


@dataclass(frozen=True)
class Outcome:
    """What a scenario comes to.

    ``before`` is the coverage without the changes. ``areas`` holds the whole city (by its adcode), each group (by its
    key) and each county. ``ratios`` are the focus group's share of residents within the standard relative to the
    benchmark group's, before and after. ``targets`` are all targets that facilities of the type bear on, area by area.
    ``covered`` says of every place where people live whether it is within the standard afterwards.
    """

    scenario: Scenario
    before: TypeCoverage
    residents: Residents
    placed: tuple[Placed, ...]
    areas: Mapping[str, Shift]
    ratios: tuple[float | None, float | None]
    targets: tuple[TargetChange, ...]
    covered: np.ndarray
    facilities: tuple[int, int]
    estimated: bool

    @property
    def holds_line(self) -> tuple[bool | None, bool | None]:
        """Whether the ratio keeps the 80 % line, before and after; None where there is no ratio."""
        before, after = (None if ratio is None else reaches_line(ratio) for ratio in self.ratios)
        return before, after

    @property
    def changed_targets(self) -> tuple[TargetChange, ...]:
        """The targets that change their status."""
        return tuple(target for target in self.targets if target.before.status is not target.after.status)

    @property
    def nearest_missed(self) -> TargetChange | None:
        """Of the targets still not reached, the one that lacks least of its value; None where none is missed."""
        missed = [target for target in self.targets if target.lacking]
        return min(missed, key=lambda target: (target.lacking or 0) / abs(target.entry.value or 1), default=None)


def evaluate(city: City, scenario: Scenario) -> Outcome:
    """Work a scenario out. Raises ScenarioError."""
    check(city, scenario)
    found = compute_type_coverage(city, scenario.dataset, scenario.type_, scenario.year)
    residents = found.residents
    if residents is None or residents.places.empty:
        raise ScenarioError(Unusable.NO_RESIDENTS, str(scenario.year))
    placed = tuple(_placed(city, found, change) for change in scenario.changes)
    after = _coverage_after(city, found, residents, placed)
    areas = _areas(city, residents, found.coverage, after)
    focus, benchmark = city.region.focus, city.region.benchmark
    count = len(found.facilities)
    return Outcome(
        scenario,
        found,
        residents,
        placed,
        areas,
        (
            _ratio(areas[focus].before, areas[benchmark].before),
            _ratio(areas[focus].after, areas[benchmark].after),
        ),
        target_changes(city, scenario, placed_deltas(city, scenario, placed)),
        after.covered,
        (count, count + sum(_COUNTED[change.kind] for change in scenario.changes)),
        found.estimated,
    )


_COUNTED = {ChangeKind.ADD: 1, ChangeKind.MOVE: 0, ChangeKind.CLOSE: -1}


def check(city: City, scenario: Scenario) -> None:
    """Whether the city knows what a scenario speaks of. Raises ScenarioError."""
    if scenario.dataset not in city.datasets:
        raise ScenarioError(Unusable.NO_SUCH_DATASET, scenario.dataset)
    if scenario.type_ not in city.facility_types:
        raise ScenarioError(Unusable.NO_SUCH_TYPE, scenario.type_)


def _placed(city: City, found: TypeCoverage, change: Change) -> Placed:
    """Where a change takes place. Raises ScenarioError for a facility that is not open, or a place outside the city."""
    if change.kind is ChangeKind.ADD:
        township, county = _area_at(city, change)
        return Placed(change, change.name, township, county, *_place(change), change.capacity)
    codes = found.facilities["code"].astype(str)
    known = found.facilities[(codes == change.code).to_numpy()]
    if known.empty:
        raise ScenarioError(Unusable.NO_SUCH_FACILITY, change.code)
    facility = known.iloc[0]
    stood = (float(facility.geometry.x), float(facility.geometry.y))
    capacity = None if pd.isna(facility["capacity"]) else float(facility["capacity"])
    if change.kind is ChangeKind.CLOSE:
        township = str(facility["area_code"] or "")
        return Placed(change, str(facility["name"]), township, _county_of(city, township, stood), *stood, capacity)
    township, county = _area_at(city, change)
    return Placed(change, str(facility["name"]), township, county, *_place(change), capacity, stood)


def _place(change: Change) -> tuple[float, float]:
    return change.longitude or 0.0, change.latitude or 0.0


def _area_at(city: City, change: Change) -> tuple[str, str]:
    """The township and county of a change's place. Raises ScenarioError outside of all."""
    point = shapely.Point(*_place(change))
    county = _holder(city.geography.counties, point)
    if not county:
        raise ScenarioError(Unusable.OUTSIDE, f"{point.x:g}, {point.y:g}")
    return _holder(city.geography.townships, point), county


def _county_of(city: City, township: str, stood: tuple[float, float]) -> str:
    return city.geography.county_of(township) or _holder(city.geography.counties, shapely.Point(*stood))


def _holder(areas: gpd.GeoDataFrame, point: shapely.Point) -> str:
    holding = areas.index[areas.geometry.intersects(point).to_numpy()]
    return str(holding[0]) if len(holding) else ""


def _coverage_after(city: City, found: TypeCoverage, residents: Residents, placed: tuple[Placed, ...]) -> Coverage:
    """Coverage by the facilities as they would stand."""
    crs, places = city.region.metric_crs, residents.places
    stand = _standing(found.facilities, placed)
    return coverage(
        places["population"].to_numpy(float),
        metres(places.geometry, crs),
        metres(stand.geometry, crs),
        stand["capacity"].to_numpy(float),
        reach_of(found),
        found.travel,
    )


def standing(outcome: Outcome) -> gpd.GeoDataFrame:
    """The facilities as they would stand: ``name, capacity`` (NaN where unknown) and their points, EPSG:4490."""
    return _standing(outcome.before.facilities, outcome.placed)


def _standing(facilities: gpd.GeoDataFrame, placed: tuple[Placed, ...]) -> gpd.GeoDataFrame:
    gone = {one.change.code for one in placed if one.change.kind is not ChangeKind.ADD}
    kept = facilities[~facilities["code"].astype(str).isin(gone).to_numpy()]
    come = [one for one in placed if one.change.kind is not ChangeKind.CLOSE]
    names = [*kept["name"], *(one.name for one in come)]
    capacity = [*kept["capacity"].astype(float), *(one.capacity for one in come)]
    points = [*kept.geometry, *(shapely.Point(one.longitude, one.latitude) for one in come)]
    frame = {"name": names, "capacity": np.array(capacity, dtype=float)}
    return gpd.GeoDataFrame(frame, geometry=points, crs=GEOGRAPHIC_CRS)


def reach_of(found: TypeCoverage) -> Reach:
    """The standard as geometry takes it."""
    return Reach(Measure(found.standard.measure.value), found.standard.within)


def _areas(city: City, residents: Residents, before: Coverage, after: Coverage) -> dict[str, Shift]:
    """The shift of the city, of each group and of each county."""
    places = residents.places
    people, counties = places["population"].to_numpy(float), places["county"].astype(str)
    region = city.region
    members = {region.adcode: list(region.by_adcode)} | {key: region.members(key) for key in region.groups}
    members |= {code: [code] for code in city.geography.codes(Level.COUNTY)}
    return {area: _shift(people, counties.isin(codes).to_numpy(), before, after) for area, codes in members.items()}


def _shift(people: np.ndarray, own: np.ndarray, before: Coverage, after: Coverage) -> Shift:
    return Shift(
        _served(people, own, before),
        _served(people, own, after),
        float(people[own & ~before.covered & after.covered].sum()),
        float(people[own & before.covered & ~after.covered].sum()),
    )


def _served(people: np.ndarray, own: np.ndarray, of: Coverage) -> Served:
    reaching = own & np.isfinite(of.km)
    return Served(
        float(people[own].sum()),
        float(people[own & of.covered].sum()),
        float((people[reaching] * of.km[reaching]).sum()),
        float(people[reaching].sum()),
    )


def _ratio(focus: Served, benchmark: Served) -> float | None:
    if focus.share is None or not benchmark.share:
        return None
    return focus.share / benchmark.share


def placed_deltas(city: City, scenario: Scenario, placed: tuple[Placed, ...]) -> dict[str, dict[str, float]]:
    """How much each variable that the type ``adds`` to grows, by variable and county.

    A facility of unknown capacity adds none.
    """
    deltas: dict[str, dict[str, float]] = {}
    for variable, counted in city.facility_types[scenario.type_].adds.items():
        grown: dict[str, float] = {}
        for one in placed:
            size = 1.0 if counted is CapacityEffect.ONE else one.capacity or 0.0
            for county, sign in _signs(city, one):
                grown[county] = grown.get(county, 0.0) + sign * size
        deltas[variable] = {county: size for county, size in grown.items() if county and size}
    return deltas


def _signs(city: City, one: Placed) -> list[tuple[str, int]]:
    """The county that gains a facility (1) and the one that loses it (-1)."""
    if one.change.kind is ChangeKind.ADD:
        return [(one.county, 1)]
    if one.came_from is None:
        return [(one.county, -1)]
    return [(_holder(city.geography.counties, shapely.Point(*one.came_from)), -1), (one.county, 1)]


def new_reach(city: City, outcome: Outcome) -> shapely.Geometry:
    """The area within the standard of what is added or moved, in metres of the metric CRS and within the city."""
    come = [(p.longitude, p.latitude) for p in outcome.placed if p.change.kind is not ChangeKind.CLOSE]
    around = shapely.union_all(city.geography.counties.geometry.to_crs(city.region.metric_crs).array)
    return catchments(metres_of(city, come), reach_of(outcome.before), outcome.before.travel, around)


def metres_of(city: City, places: Sequence[tuple[float, float]]) -> np.ndarray:
    """Longitudes and latitudes (EPSG:4490) as an (n, 2) array of metres of the metric CRS."""
    east, north = zip(*places, strict=True) if places else ((), ())
    return metres(gpd.GeoSeries.from_xy(east, north, crs=GEOGRAPHIC_CRS), city.region.metric_crs)
