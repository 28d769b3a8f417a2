"""The geography of one region: its areas at each level, with their polygons, names and seats."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from geodata.base_map import BaseMap
from geodata.boundaries import (
    GEOGRAPHIC_CRS,
    build_county_boundaries,
    draw_township_cells,
    measure_geodesic_area_km2,
)
from geodata.ground.surroundings import Surroundings
from geodata.region import Level, Region, lies_within
from locales import current_language
from locales.data import speaks, speaks_columns

Answer = TypeVar("Answer")
MAPPED_LEVELS = (Level.COUNTY, Level.TOWNSHIP)


@speaks("map_source", "repairs")
@speaks_columns("counties", "name", "short_name")
@speaks_columns("townships", "name", "short_name")
@dataclass(frozen=True)
class Geography:
    """Areas by level, each a frame indexed by area code with ``name, short_name, group, county, geometry``.

    Geometry is in EPSG:4490. ``seats`` holds the township seats as points, indexed by township code. ``schematic``
    says that the township polygons are Voronoi cells, not legal boundaries. ``province`` is the outline around,
    ``map_source`` what readers are told of who drew the counties and when, ``repairs``
    are sentences on polygons that were repaired, ``surroundings`` what lies around.
    """

    region: Region
    counties: gpd.GeoDataFrame
    townships: gpd.GeoDataFrame
    seats: gpd.GeoSeries
    schematic: bool
    province: gpd.GeoSeries
    map_source: str = ""
    repairs: tuple[str, ...] = ()
    surroundings: Surroundings = field(default_factory=Surroundings)

    @cached_property
    def levels(self) -> list[Level]:
        """The levels that can be drawn."""
        return [level for level in MAPPED_LEVELS if len(self.areas(level))]

    @cached_property
    def measured_km2(self) -> pd.Series:
        """The area of every county's polygon on the ellipsoid, by code."""
        areas: pd.Series = self.counties.geometry.map(measure_geodesic_area_km2)
        return areas

    def cached(self, compute: Callable[..., Answer], *arguments: Hashable) -> Answer:
        """Return ``compute`` of this geography and the arguments, computed once and kept with it."""
        kept: dict[Hashable, Answer] = vars(self).setdefault("_kept", {})
        key = (current_language(), compute, *arguments)
        if key not in kept:
            kept[key] = compute(self, *arguments)
        return kept[key]

    def areas(self, level: Level) -> gpd.GeoDataFrame:
        """The areas of a mapped level, in map order."""
        return self.counties if level is Level.COUNTY else self.townships

    def areas_within(self, level: Level, within: str | None) -> gpd.GeoDataFrame:
        """The areas of a mapped level that lie in an opened county or division; None is the whole region."""
        areas = self.areas(level)
        return areas if within is None else areas[[lies_within(county, within) for county in areas["county"]]]

    @property
    def places(self) -> list[str]:
        """What can be opened: the counties, and the prefixes of the divisions that the region is made of."""
        return [*self.codes(Level.COUNTY), *self.region.divisions]

    @property
    def finest(self) -> gpd.GeoSeries:
        """The smallest areas that are drawn, by code: townships, and counties that have none."""
        undivided = self.counties.geometry[~self.counties.index.isin(self.townships["county"])]
        return gpd.GeoSeries(pd.concat([self.townships.geometry, undivided]), crs=self.counties.crs)

    def codes(self, level: Level) -> list[str]:
        """The area codes of a level, in map order; the region's own code for the city level."""
        if level is Level.OUTSIDE:
            return [area.code for area in self.region.outside]
        return [self.region.adcode] if level is Level.CITY else list(self.areas(level).index)

    def county_of(self, code: str) -> str | None:
        """The county that an area is or lies in, None for the whole region."""
        for areas in (self.counties, self.townships):
            if code in areas.index:
                return str(areas.at[code, "county"])
        return None

    def name(self, code: str, year: int) -> str:
        """An area's name as it was in ``year``."""
        region = self.region
        if code == region.adcode:
            return region.name
        if code in region.divisions:
            return region.divisions[code]
        for area in region.outside:
            if code == area.code:
                return area.name
        county = region.by_adcode.get(code)
        return county.in_year(year).name if county else str(self.townships.at[code, "name"])

    def measure_km_to_county_seat(self) -> pd.Series:
        """From each township's seat to that of its county, in km; NaN in a county whose seat is not declared."""
        seat_of = {county.adcode: county.seat for county in self.region.counties}
        return self._measure_km_to(self.townships["county"].map(seat_of))

    def measure_km_to_city_seat(self) -> pd.Series:
        """From each township's seat to the township that stands for the city's seat, in km."""
        return self._measure_km_to(pd.Series(self.region.seat, index=self.townships.index))

    def _measure_km_to(self, target: pd.Series) -> pd.Series:
        destinations = gpd.GeoSeries(self.seats.reindex(target).to_numpy(), index=target.index, crs=self.seats.crs)
        return measure_km_between(self.seats, destinations, self.region.metric_crs)


def build_geography(
    region: Region, townships: pd.DataFrame, base_map: BaseMap, official: gpd.GeoSeries | None = None
) -> Geography:
    """Draw a region: county polygons from the base map, township cells around ``townships``' seats.

    ``townships`` is indexed by code with ``county, name, short_name, seat_lon, seat_lat`` (WGS84); it may be empty.
    ``official`` are legal township polygons by code (EPSG:4490) that cover their counties; they replace the cells of
    every county whose townships they all hold. A geography with any cell left is still schematic.
    """
    counties = build_county_boundaries(region, base_map.counties)
    counties["county"] = counties.index
    schematic = True
    points = gpd.points_from_xy(townships["seat_lon"], townships["seat_lat"], crs=GEOGRAPHIC_CRS)
    seats = gpd.GeoDataFrame(townships, geometry=points)
    cells = draw_township_cells(seats, counties, region.metric_crs) if len(seats) else seats.geometry
    if official is not None and len(cells):
        cells, schematic = _replace_cells(cells, official, townships["county"])
    described = townships.assign(group=townships["county"].map(counties["group"]))
    areas = gpd.GeoDataFrame(
        described[["name", "short_name", "group", "county"]], geometry=cells.array, crs=GEOGRAPHIC_CRS
    )
    return Geography(
        region,
        counties,
        areas,
        seats.geometry,
        schematic,
        base_map.province,
        base_map.source,
        base_map.repairs,
        base_map.surroundings,
    )


def _replace_cells(cells: gpd.GeoSeries, official: gpd.GeoSeries, county_of: pd.Series) -> tuple[gpd.GeoSeries, bool]:
    """The cells with those of whole counties replaced, and whether any schematic one is left."""
    known = pd.Series(cells.index.isin(official.index), index=cells.index)
    replaced = known.groupby(county_of).transform("all")
    joined = gpd.GeoSeries(official.reindex(cells.index), crs=GEOGRAPHIC_CRS)
    return cells.where(~replaced, joined), not replaced.all()


def measure_km_between(origins: gpd.GeoSeries, destinations: gpd.GeoSeries, metric_crs: str) -> pd.Series:
    """The distance in km from each origin to the destination of the same index label (NaN where there is none)."""
    km: pd.Series = origins.to_crs(metric_crs).distance(destinations.to_crs(metric_crs), align=True) / 1000
    return km
