"""Where the changes of a scenario take place, and what they make of the facilities."""

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.city.city import City
from datasets.siting.scenario import ChangeKind, FacilityChange, Scenario, ScenarioError, ScenarioFault
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.travel.travel import to_metres
from indicators.facilities.facility_types import CapacityEffect


@dataclass(frozen=True)
class PlacedChange:
    """A change with the name, township and county of its facility, both codes empty where it lies outside of all.

    ``longitude`` and ``latitude`` are where the facility stands afterwards, or stood before it was closed;
    ``capacity`` is the facility's, None where it is not known. ``came_from`` is where a moved one stood.
    """

    change: FacilityChange
    name: str
    township: str
    county: str
    longitude: float
    latitude: float
    capacity: float | None
    came_from: tuple[float, float] | None = None


def locate_change(city: City, facilities: gpd.GeoDataFrame, change: FacilityChange) -> PlacedChange:
    """Where a change to the open ``facilities`` takes place.

    Raises ScenarioError for a facility that is not open, or a place outside the city.
    """
    if change.kind is ChangeKind.ADD:
        return PlacedChange(change, change.name, *_new_place(city, change), change.capacity)
    known = facilities[(facilities["code"].astype(str) == change.code).to_numpy()]
    if known.empty:
        raise ScenarioError(ScenarioFault.NO_SUCH_FACILITY, change.code)
    facility = known.iloc[0]
    name, stood = str(facility["name"]), (float(facility.geometry.x), float(facility.geometry.y))
    capacity = None if pd.isna(facility["capacity"]) else float(facility["capacity"])
    if change.kind is ChangeKind.MOVE:
        return PlacedChange(change, name, *_new_place(city, change), capacity, stood)
    township = str(facility["area_code"] or "")
    county = city.geography.county_of(township) or _find_area(city.geography.counties, stood)
    return PlacedChange(change, name, township, county, *stood, capacity)


def _new_place(city: City, change: FacilityChange) -> tuple[str, str, float, float]:
    """Township, county, longitude and latitude of where a facility is put. Raises ScenarioError outside of all."""
    longitude, latitude = change.longitude or 0.0, change.latitude or 0.0
    county = _find_area(city.geography.counties, (longitude, latitude))
    if not county:
        raise ScenarioError(ScenarioFault.OUTSIDE, f"{longitude:g}, {latitude:g}")
    return _find_area(city.geography.townships, (longitude, latitude)), county, longitude, latitude


def _find_area(areas: gpd.GeoDataFrame, place: tuple[float, float]) -> str:
    """The code of the area that a longitude and latitude lie in; empty outside of all."""
    holding = areas.index[areas.geometry.intersects(shapely.Point(*place)).to_numpy()]
    return str(holding[0]) if len(holding) else ""


def apply_changes(facilities: gpd.GeoDataFrame, placed: tuple[PlacedChange, ...]) -> gpd.GeoDataFrame:
    """The facilities as they would stand: ``name, capacity`` (NaN where unknown) and their points, EPSG:4490."""
    gone = {one.change.code for one in placed if one.change.kind is not ChangeKind.ADD}
    kept = facilities[~facilities["code"].astype(str).isin(gone).to_numpy()]
    come = [one for one in placed if one.change.kind is not ChangeKind.CLOSE]
    names = [*kept["name"], *(one.name for one in come)]
    capacity = [*kept["capacity"].astype(float), *(one.capacity for one in come)]
    points = [*kept.geometry, *(shapely.Point(one.longitude, one.latitude) for one in come)]
    frame = {"name": names, "capacity": np.array(capacity, dtype=float)}
    return gpd.GeoDataFrame(frame, geometry=points, crs=GEOGRAPHIC_CRS)


def count_added(city: City, scenario: Scenario, placed: tuple[PlacedChange, ...]) -> dict[str, dict[str, float]]:
    """How much each variable that the type ``adds`` to grows, by variable and county.

    A facility of unknown capacity adds none.
    """
    deltas: dict[str, dict[str, float]] = {}
    for variable, counted in city.facility_types[scenario.type_].adds.items():
        grown: dict[str, float] = {}
        for one in placed:
            size = 1.0 if counted is CapacityEffect.ONE else one.capacity or 0.0
            for county, sign in _county_signs(city, one):
                grown[county] = grown.get(county, 0.0) + sign * size
        deltas[variable] = {county: size for county, size in grown.items() if county and size}
    return deltas


def _county_signs(city: City, one: PlacedChange) -> list[tuple[str, int]]:
    """The county that gains a facility (1) and the one that loses it (-1)."""
    if one.change.kind is ChangeKind.ADD:
        return [(one.county, 1)]
    if one.came_from is None:
        return [(one.county, -1)]
    return [(_find_area(city.geography.counties, one.came_from), -1), (one.county, 1)]


def places_in_metres(city: City, places: Sequence[tuple[float, float]]) -> np.ndarray:
    """Longitudes and latitudes (EPSG:4490) as an (n, 2) array of metres of the metric CRS."""
    east, north = zip(*places, strict=True) if places else ((), ())
    return to_metres(gpd.GeoSeries.from_xy(east, north, crs=GEOGRAPHIC_CRS), city.region.metric_crs)
