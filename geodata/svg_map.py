"""A map as SVG paths: what a page shows before any script has run."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.geography import Geography
from geodata.layers import draw_areas, draw_borders, draw_divisions, place_label_anchors
from geodata.region import Level

_UNITS_PER_DEGREE = 400.0  # a city of one and a half degrees is drawn about as wide as on a common screen
_TOLERANCE = 0.4  # units that a border may be moved by
_LETTER = (0.9, 0.8)  # width and height of what is inked of a Chinese letter, in em
_HALVINGS = 5  # of the range in which a name's size is looked for: to a tenth of it

Shapes = NDArray[Any]  # of shapely geometries


@dataclass(frozen=True)
class SvgMap:
    """The areas of one level in the Mercator projection; x grows to the east and y to the south.

    ``paths`` are outlines as SVG path data and ``anchors`` the points where names stand, both by area code; ``borders``
    are the path data of the borders over the areas, ``divisions`` those of the lines between provinces or prefectures.
    ``name_sizes`` are the sizes of letters at which the names of counties just fit into them; empty at other levels,
    where names stand in any case.
    """

    paths: dict[str, str]
    anchors: dict[str, tuple[float, float]]
    borders: list[str]
    divisions: str
    name_sizes: dict[str, float]


class SvgMaps:
    """The maps of one geography, each drawn when first asked for."""

    def __init__(self, geography: Geography) -> None:
        self.draw = cache(lambda level: draw_svg_map(geography, level))


def draw_svg_map(geography: Geography, level: Level) -> SvgMap:
    """Every area of a level, simplified to what a screen shows; neighbours keep their shared edges."""
    areas = draw_areas(geography, level)
    shapes, names = project_shapes(areas.to_numpy()), geography.areas(level)["short_name"]
    outlines = shapely.coverage_simplify(shapes, _TOLERANCE)
    divisions = draw_divisions(geography) if level is Level.COUNTY else areas.iloc[:0]
    edges = shapely.coverage_simplify(project_shapes(divisions.to_numpy()), _TOLERANCE)
    between = shapely.difference(shapely.union_all(shapely.boundary(edges)), shapely.union_all(edges).boundary)
    anchors = project_shapes(place_label_anchors(areas, geography.region.metric_crs).to_numpy())
    points = shapely.get_coordinates(shapely.centroid(anchors)).round(1)
    sizes = _fit_names(shapes, anchors, names) if level is Level.COUNTY else np.array([])
    return SvgMap(
        {str(code): _write_path(shape) for code, shape in zip(areas.index, outlines, strict=True)},
        {str(code): (float(x), float(y)) for code, (x, y) in zip(areas.index, points, strict=True)},
        _write_borders(geography, level),
        "".join(map(_write_line, shapely.get_parts(shapely.line_merge(between)))),
        {str(code): float(size) for code, size in zip(areas.index, sizes, strict=False)},
    )


def write_group_borders(geography: Geography) -> list[str]:
    """The path data of the borders of its groups, which ``draw_svg_map`` draws over counties."""
    return _write_borders(geography, Level.COUNTY)


def _write_borders(geography: Geography, level: Level) -> list[str]:
    borders = shapely.coverage_simplify(project_shapes(draw_borders(geography, level).to_numpy()), _TOLERANCE)
    return [_write_path(shape) for shape in borders]


def project_box(west: float, south: float, east: float, north: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of a box of degrees, in the units of a drawing."""
    left, top, right, bottom = shapely.total_bounds(project_shapes(np.array([shapely.box(west, south, east, north)])))
    return left, top, right - left, bottom - top


def measure_name_sizes(geography: Geography, level: Level) -> pd.Series:
    """By area code the size at which its short name just fits into it, in degrees of longitude an em.

    The name stands on the label's anchor. Names that fit into their own areas cannot touch each other.
    """
    areas = draw_areas(geography, level)
    anchors = place_label_anchors(areas, geography.region.metric_crs)
    sizes = _fit_names(
        project_shapes(areas.to_numpy()), project_shapes(anchors.to_numpy()), geography.areas(level)["short_name"]
    )
    return pd.Series(sizes / _UNITS_PER_DEGREE, index=areas.index)


def _fit_names(shapes: Shapes, anchors: Shapes, names: pd.Series) -> NDArray[np.float64]:
    """The size of each name's letters at which it just fits into its shape around its anchor."""
    shapely.prepare(shapes)
    points, wide, tall = shapely.centroid(anchors), names.str.len().to_numpy() * _LETTER[0], _LETTER[1]
    x, y = shapely.get_coordinates(points).T
    radii = shapely.distance(points, shapely.boundary(shapes))
    fits: NDArray[np.float64] = radii / np.hypot(wide, tall) * 2  # by a name's diagonal
    beyond = radii / tall * 2  # by its height
    for _ in range(_HALVINGS):
        tried = (fits + beyond) / 2
        width, height = wide * tried / 2, tall * tried / 2
        inside = shapely.contains(shapes, shapely.box(x - width, y - height, x + width, y + height))
        fits, beyond = np.where(inside, tried, fits), np.where(inside, beyond, tried)
    return fits


def project_shapes(shapes: Shapes) -> Shapes:
    """Mercator with y downwards, in units of the drawing. ``shapes`` are in degrees (EPSG:4490)."""

    def mercator(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = np.radians(degrees).T
        stretched = np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))
        return np.column_stack([np.degrees(lon), -stretched]) * _UNITS_PER_DEGREE

    projected: Shapes = shapely.transform(shapes, mercator)
    return projected


def _write_path(shape: shapely.Geometry) -> str:
    """SVG path data of every ring of a polygon, or of several, with relative steps: they are the shortest."""
    rings = [ring for polygon in shapely.get_parts(shape) for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(_write_ring(shapely.get_coordinates(ring)) for ring in rings)


def _write_ring(points: NDArray[np.float64]) -> str:
    return _write_steps(points[:-1]) + "z"  # the last point is the first one again


def _write_line(line: shapely.Geometry) -> str:
    return _write_steps(shapely.get_coordinates(line))


def _write_steps(points: NDArray[np.float64]) -> str:
    tenths = (points * 10).round().astype(int)
    steps = np.diff(tenths, axis=0)
    moved = steps[steps.any(axis=1)]
    return "M" + _write_pair(tenths[0]) + "l" + " ".join(map(_write_pair, moved))


def _write_pair(pair: NDArray[np.int_]) -> str:
    return f"{pair[0] / 10:g},{pair[1] / 10:g}"
