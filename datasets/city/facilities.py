"""Facility points of a dataset: their types, the township of each, and those open in a year."""

import geopandas as gpd
import numpy as np

from datasets.city.city import City
from datasets.city.coverage_figures import select_open
from geodata.geography import Geography
from geodata.point_areas import find_areas
from geodata.region import lies_within


def list_facility_types(city: City, dataset: str) -> list[str]:
    """List the types of which a dataset has a facility, in the order of their declaration."""
    held = set(city.datasets[dataset].facilities["type"].unique())
    return [type_ for type_ in city.facility_types if type_ in held]


def find_townships(facilities: gpd.GeoDataFrame, geography: Geography) -> np.ndarray:
    """Find the code of the township of each facility (EPSG:4490), or of its county where that has no townships.

    A township that the dataset names is kept; other points are joined with the areas; None outside of all.
    """
    areas = geography.finest
    known = facilities["area_code"].isin(areas.index)
    codes: np.ndarray = facilities["area_code"].astype(object).where(known, None).to_numpy(copy=True)
    rows = np.flatnonzero(~known)
    if len(rows):
        points = facilities.geometry.iloc[rows]
        codes[rows] = find_areas(points.x.to_numpy(), points.y.to_numpy(), areas, geography.region.metric_crs)
    return codes


def select_open_facilities(city: City, dataset: str, year: int, within: str | None = None) -> gpd.GeoDataFrame:
    """Select the facilities of a dataset open in a year, only those of the county ``within`` if given."""
    found = select_open(city.datasets[dataset].facilities, year)
    if within is None:
        return found
    geography = city.geography
    counties = [geography.county_of(code) if code else None for code in find_townships(found, geography)]
    return found[[lies_within(county or "", within) for county in counties]]
