"""What lies around and under a region on its maps: its neighbours, rivers and roads."""

from dataclasses import dataclass, field

import geopandas as gpd
import shapely

from geodata.ground.group_lines import Shapes
from locales.data import speaks_columns

Bounds = tuple[float, float, float, float]  # west, south, east, north

CRS = "EPSG:4490"
AROUND = 1.0  # of the region's extent: how far beyond it neighbours are kept
_DETAIL = 1 / 350  # of that extent: how far an edge of a neighbour may be moved
_HALF_WIDTH = 0.0003  # of that extent, of a line that is drawn as a polygon


def _no_neighbours() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"name": []}, geometry=gpd.GeoSeries([], crs=CRS))


def _no_lines() -> gpd.GeoSeries:
    return gpd.GeoSeries([], crs=CRS)


@speaks_columns("neighbours", "name")
@dataclass(frozen=True)
class Surroundings:
    """Neighbours with ``name`` and polygon, lines of rivers and of main roads, all in EPSG:4490; any may be empty."""

    neighbours: gpd.GeoDataFrame = field(default_factory=_no_neighbours)
    rivers: gpd.GeoSeries = field(default_factory=_no_lines)
    roads: gpd.GeoSeries = field(default_factory=_no_lines)

    @property
    def lines(self) -> dict[str, gpd.GeoSeries]:
        """The lines that are held, by what they are, those below first."""
        return {name: lines for name, lines in (("roads", self.roads), ("rivers", self.rivers)) if len(lines)}


def read_bounds(areas: gpd.GeoSeries) -> Bounds:
    """West, south, east and north of areas."""
    west, south, east, north = map(float, areas.total_bounds)
    return west, south, east, north


def measure_reach(bounds: Bounds) -> float:
    """Degrees from the region's bounds to where its neighbours are cut."""
    return AROUND * max(bounds[2] - bounds[0], bounds[3] - bounds[1])


def cut_neighbours(found: gpd.GeoDataFrame, bounds: Bounds) -> gpd.GeoDataFrame:
    """Neighbours as a pale ground needs them: simplified, and cut to what a map of ``bounds`` may show."""
    if not len(found):
        return _no_neighbours()
    reach = measure_reach(bounds)
    box = bounds[0] - reach, bounds[1] - reach, bounds[2] + reach, bounds[3] + reach
    simple = shapely.coverage_simplify(found.geometry.to_numpy(), reach / AROUND * _DETAIL)
    shapes = shapely.clip_by_rect(shapely.make_valid(simple), *box)
    areas = [shapely.MultiPolygon(_list_polygons(shape)) for shape in shapes]
    cut = gpd.GeoDataFrame({"name": list(found["name"])}, geometry=gpd.GeoSeries(areas, crs=CRS))
    return cut[~cut.geometry.is_empty].reset_index(drop=True)


def _list_polygons(shape: shapely.Geometry) -> list[shapely.Geometry]:
    parts = shapely.get_parts(shape)
    return [part for part in parts if part.geom_type == "Polygon"]


def widen_lines(lines: gpd.GeoSeries, bounds: Bounds) -> gpd.GeoSeries:
    """All lines as one thin polygon, for a map that draws nothing but polygons; simplified and cut as they."""
    reach = measure_reach(bounds)
    box = bounds[0] - reach, bounds[1] - reach, bounds[2] + reach, bounds[3] + reach
    simple: Shapes = shapely.clip_by_rect(shapely.simplify(lines.to_numpy(), reach / AROUND * _DETAIL / 3), *box)
    width = max(_HALF_WIDTH * reach / AROUND, 0.0002)
    return gpd.GeoSeries([shapely.union_all(shapely.buffer(simple, width, cap_style="flat", quad_segs=1))], crs=CRS)
