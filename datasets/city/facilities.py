"""Facility points of a dataset: the types it has, the township that each lies in, and those of a year."""

import geopandas as gpd
import numpy as np

from datasets.city.city import City
from datasets.city.coverage_figures import select_open
from geodata.geography import Geography
from geodata.point_areas import find_areas


def list_facility_types(city: City, dataset: str) -> list[str]:
    """The types of facility that a dataset has any point of, in the order of their declaration."""
    held = set(city.datasets[dataset].facilities["type"].unique())
    return [type_ for type_ in city.facility_types if type_ in held]


def find_townships(facilities: gpd.GeoDataFrame, geography: Geography) -> np.ndarray:
    """The code of the township that each facility (EPSG:4490) lies in, of its county where that has none.

    A township that the dataset names is kept; other points are joined with the areas, None outside of all.
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
    """The facilities of a dataset that were open in a year, those of one county where ``within`` names it."""
    found = select_open(city.datasets[dataset].facilities, year)
    if within is None:
        return found
    geography = city.geography
    counties = [geography.county_of(code) if code else None for code in find_townships(found, geography)]
    return found[[county == within for county in counties]]
