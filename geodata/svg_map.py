"""A map as SVG paths: what a page shows before any script has run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.geography import Geography
from geodata.ground.group_lines import find_group_line
from geodata.ground.path_data import write_line, write_lines, write_path
from geodata.ground.place_names import measure_height, place_names
from geodata.layers import dissolve_divisions, draw_areas, place_label_anchors
from geodata.region import Level

_UNITS_TALL = 2000.0  # of a drawing: whole numbers of them are as fine as a screen
_WIDEST = 1.6  # times as wide as tall: a wider drawing is less tall than that
_TOLERANCE = 1.5  # units that a border may be moved by: less than half a pixel of a common screen
_SMALL = 300.0  # units tall is a drawing in the size of a thumb
_LETTER = (0.9, 0.8)  # width and height of what is inked of a Chinese letter, in em
_DIGIT, _LINE = 0.5, 1.3  # width of a digit or comma and step from a line to the next, in em
SHORT_VALUE = 5  # digits, of a value that a place is looked for
_HALVINGS = 5  # of the range in which a name's size is looked for: to a tenth of it
MARGIN = 0.045  # of the extent, kept free around a map
_LABEL = 0.03  # of a map's height: the letters of names on counties
_NEIGHBOUR = 0.022  # of a map's height: the letters of neighbours' names
_NEIGHBOUR_TOLERANCE = 8.0  # units that an edge of a neighbour may be moved by
_BEYOND = 0.3  # of the drawing: how far neighbours are drawn around its box
_KEPT_MAPS = 64  # of a geography: of the whole, and of places that were opened

Shapes = NDArray[Any]  # of shapely geometries
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class SvgMap:
    """The areas of one level in the Mercator projection; x grows to the east and y to the south.

    ``paths`` are outlines as SVG path data and ``anchors`` the points where names stand, both by area code; ``borders``
    are the path data of the borders over the areas, ``divisions`` those of the lines between provinces or prefectures,
    ``group_line`` those of the line between groups.
    ``name_sizes`` are the sizes of letters at which the names of areas just fit into them, ``value_sizes`` those at
    which a name and a short value below it do. ``box`` is left, top, width and height of what is shown.
    """

    paths: dict[str, str]
    anchors: dict[str, tuple[float, float]]
    borders: list[str]
    divisions: str
    group_line: str
    name_sizes: dict[str, float]
    value_sizes: dict[str, float]
    box: Box


@dataclass(frozen=True)
class SmallMap:
    """The counties as they look in the size of a thumb: outlines by code, borders, and the box that holds them."""

    paths: dict[str, str]
    borders: list[str]
    group_line: str
    box: Box


@dataclass(frozen=True)
class SmallShapes:
    """The same as shapes: areas by code, all of them, and the line between groups; y grows to the south."""

    areas: dict[str, shapely.Geometry]
    border: shapely.Geometry
    group_line: shapely.Geometry
    box: Box


class SvgMaps:
    """The maps of one geography, each drawn when first asked for."""

    def __init__(self, geography: Geography) -> None:
        self.draw = lru_cache(_KEPT_MAPS)(
            lambda level, within, box: draw_svg_map(geography, level, within, box)  # by what is opened and shown
        )


def draw_svg_map(geography: Geography, level: Level, within: str | None = None, box: Box | None = None) -> SvgMap:
    """The areas of a level ``within`` what is opened, simplified to what a screen shows of a box of degrees.

    The box is west, south, east and north, that of the areas if none is given. Neighbours keep their shared edges.
    """
    areas = geography.areas_within(level, within)
    west, south, east, north = map(float, areas.total_bounds)
    shown = box or (west, south, east, north)
    scale = _choose_scale(shown)
    shapes = _simplify(areas, scale)
    anchors = project_shapes(place_anchors(geography, level).reindex(areas.index).to_numpy(), scale)
    points = shapely.get_coordinates(shapely.centroid(anchors)).round().astype(int)
    sizes = [measure(geography, level)[areas.index] * scale for measure in (measure_name_sizes, measure_value_sizes)]
    name_sizes, value_sizes = ({str(code): float(size) for code, size in each.items()} for each in sizes)
    return SvgMap(
        {str(code): write_path(shape) for code, shape in zip(areas.index, shapes, strict=True)},
        {str(code): (int(x), int(y)) for code, (x, y) in zip(areas.index, points, strict=True)},
        [] if within else _draw_borders(geography, level, shapes, scale),
        "" if within or level is not Level.COUNTY else _draw_divisions(geography, shapes),
        "" if within or level is not Level.COUNTY else _draw_group_line(geography, shapes),
        name_sizes,
        value_sizes,
        project_box(shown, scale),
    )


def write_group_line(geography: Geography, box: Box) -> str:
    """The path data of the line between its groups, which ``draw_svg_map`` draws over all counties."""
    return _draw_group_line(geography, _simplify(geography.counties, _choose_scale(box)))


def place_group_names(geography: Geography) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the name of each group that is compared; those that find no place are left out."""
    return geography.cached(_place_group_names)


def _place_group_names(geography: Geography) -> dict[str, tuple[float, float]]:
    region = geography.region
    if not region.is_grouped:
        return {}
    areas = draw_areas(geography, Level.COUNTY)
    shapes, groups = project_shapes(areas.to_numpy()), geography.counties["group"].to_numpy()
    joined = {key: shapely.coverage_union_all(shapes[groups == key]) for key in sorted(set(groups))}
    frame = _frame_areas(shapes)
    tolerance = measure_height(frame) / _SMALL
    found = place_names(
        {key: region.groups[key].name for key in (region.focus, region.benchmark)},
        {key: shape.simplify(tolerance) for key, shape in joined.items()},
        _box_labels(geography, measure_height(frame) * _LABEL),
        frame,
    )
    return {key: unproject(place) for key, place in found.items()}


def place_neighbour_names(geography: Geography) -> list[tuple[str, float, float]]:
    """The names of neighbours with longitude and latitude, of those that have room on a map of the region."""
    return geography.cached(_place_neighbour_names)


def _place_neighbour_names(geography: Geography) -> list[tuple[str, float, float]]:
    neighbours = geography.surroundings.neighbours
    if not len(neighbours):
        return []
    counties = project_shapes(geography.counties.geometry.to_numpy())
    frame = _frame_areas(counties)
    near = shapely.union_all(shapely.simplify(counties, measure_height(frame) / _SMALL))
    around = near.buffer(measure_height(frame) * _LABEL / 2)
    shapes = shapely.intersection(project_shapes(neighbours.geometry.to_numpy()), shapely.box(*frame))
    found = place_names(
        dict(zip(map(str, neighbours.index), neighbours["name"], strict=True)),
        dict(zip(map(str, neighbours.index), shapely.difference(shapes, around), strict=True)),
        [],
        frame,
        _NEIGHBOUR,
        inside_only=True,
    )
    return [(str(neighbours.at[int(key), "name"]), *unproject(place)) for key, place in found.items()]


def _frame_areas(shapes: Shapes) -> Box:
    """Left, top, right and bottom of projected areas, with the margin of a map."""
    left, top, right, bottom = map(float, shapely.total_bounds(shapes))
    across, down = (right - left) * MARGIN, (bottom - top) * MARGIN
    return left - across, top - down, right + across, bottom + down


def _box_labels(geography: Geography, size: float) -> Sequence[shapely.Geometry]:
    """The boxes of the counties' names that stand on the whole map, with their values, in letters of a size."""
    fits = measure_name_sizes(geography, Level.COUNTY) >= size
    anchors = project_shapes(place_anchors(geography, Level.COUNTY)[fits].to_numpy())
    x, y = shapely.get_coordinates(shapely.centroid(anchors)).T
    letters = np.maximum(geography.counties.loc[fits, "short_name"].str.len().to_numpy(), SHORT_VALUE * _DIGIT)
    boxes: Sequence[shapely.Geometry] = shapely.box(
        x - letters * size / 2, y - size * _LINE, x + letters * size / 2, y + size * _LINE
    )
    return boxes


def draw_small_map(geography: Geography) -> SmallMap:
    """The counties, the region's border and the line between groups, as fine as a picture of a hundred pixels shows."""
    small = simplify_small(geography)
    paths = {code: write_path(shape) for code, shape in small.areas.items()}
    return SmallMap(paths, [write_path(small.border)], write_lines(small.group_line), small.box)


def simplify_small(geography: Geography) -> SmallShapes:
    """The shapes of the same map."""
    west, south, east, north = geography.counties.total_bounds
    box = float(west), float(south), float(east), float(north)
    scale = _choose_scale(box, _SMALL)
    shapes = _simplify(geography.counties, scale)
    areas = {str(code): shape for code, shape in zip(geography.counties.index, shapes, strict=True)}
    line = find_group_line(shapes, geography.counties["group"].to_numpy())
    return SmallShapes(areas, shapely.coverage_union_all(shapes), line, project_box(box, scale))


def _choose_scale(box: Box, tall: float = _UNITS_TALL) -> float:
    """Units a degree at which a box of degrees is as large as a drawing."""
    _, _, width, height = project_box(box)
    return tall / max(height, width / _WIDEST)


def _draw_borders(geography: Geography, level: Level, shapes: Shapes, scale: float) -> list[str]:
    """What lies over all areas of a level: the region over counties, counties over townships."""
    if level is not Level.COUNTY:
        return list(map(write_path, _simplify(geography.counties, scale)))
    return [write_path(shapely.coverage_union_all(shapes))]


def _draw_group_line(geography: Geography, shapes: Shapes) -> str:
    return write_lines(find_group_line(shapes, geography.counties["group"].to_numpy()))


def _draw_divisions(geography: Geography, shapes: Shapes) -> str:
    """The lines between divisions; no coast and no outer border, which are drawn already."""
    counties = gpd.GeoSeries(shapes, index=geography.counties.index)
    divisions = dissolve_divisions(counties, list(geography.region.list_divisions())).to_numpy()
    between = shapely.difference(shapely.union_all(shapely.boundary(divisions)), shapely.union_all(divisions).boundary)
    return "".join(map(write_line, shapely.get_parts(shapely.line_merge(between))))


def _simplify(areas: gpd.GeoDataFrame, scale: float) -> Shapes:
    simple: Shapes = shapely.coverage_simplify(project_shapes(areas.geometry.to_numpy(), scale), _TOLERANCE)
    return simple


def draw_neighbours(geography: Geography, box: Box) -> str:
    """The path data of the neighbours on the map that is drawn of a box of degrees."""
    scale = _choose_scale(box)
    shapes = project_shapes(geography.surroundings.neighbours.geometry.to_numpy(), scale)
    left, top, width, height = project_box(box, scale)
    beyond = _BEYOND * _UNITS_TALL
    simple = shapely.simplify(shapes, _NEIGHBOUR_TOLERANCE)
    seen = shapely.clip_by_rect(simple, left - beyond, top - beyond, left + width + beyond, top + height + beyond)
    parts = shapely.get_parts(seen)
    large = parts[shapely.area(parts) > _NEIGHBOUR_TOLERANCE * _UNITS_TALL / 10]
    return "".join(map(write_path, large))


def draw_lines(geography: Geography, box: Box) -> dict[str, str]:
    """The path data of main roads and rivers on the same map, by name; of those that are held."""
    scale = _choose_scale(box)
    left, top, width, height = project_box(box, scale)
    beyond = _BEYOND * _UNITS_TALL

    def draw(lines: gpd.GeoSeries) -> str:
        simple = shapely.simplify(project_shapes(lines.to_numpy(), scale), _TOLERANCE)
        seen = shapely.clip_by_rect(simple, left - beyond, top - beyond, left + width + beyond, top + height + beyond)
        return "".join(map(write_lines, seen))

    return {name: draw(lines) for name, lines in geography.surroundings.lines.items()}


def project_box(box: Box, scale: float = 1) -> Box:
    """Left, top, width and height of a box of degrees (west, south, east, north), ``scale`` units a degree."""
    left, top, right, bottom = map(float, shapely.total_bounds(project_shapes(np.array([shapely.box(*box)]), scale)))
    return left, top, right - left, bottom - top


def place_anchors(geography: Geography, level: Level) -> gpd.GeoSeries:
    """Where the names of all areas stand, as ``place_label_anchors`` has it; placed once."""
    return geography.cached(_place_anchors, level)


def _place_anchors(geography: Geography, level: Level) -> gpd.GeoSeries:
    return place_label_anchors(draw_areas(geography, level), geography.region.metric_crs)


def measure_name_sizes(geography: Geography, level: Level) -> pd.Series:
    """By area code the size at which its short name just fits into it, in degrees of longitude an em; measured once.

    The name stands on the label's anchor. Names that fit into their own areas cannot touch each other.
    """
    return geography.cached(_measure_label_sizes, level, False)


def measure_value_sizes(geography: Geography, level: Level) -> pd.Series:
    """The same of a name with a value of ``SHORT_VALUE`` digits below it."""
    return geography.cached(_measure_label_sizes, level, True)


def _measure_label_sizes(geography: Geography, level: Level, with_values: bool) -> pd.Series:
    areas, anchors = draw_areas(geography, level), place_anchors(geography, level)
    shapes = project_shapes(areas.to_numpy())
    wide = geography.areas(level)["short_name"].str.len().to_numpy() * _LETTER[0]
    wide, tall = (np.maximum(wide, SHORT_VALUE * _DIGIT), _LETTER[1] + _LINE) if with_values else (wide, _LETTER[1])
    return pd.Series(_fit_boxes(shapes, project_shapes(anchors.to_numpy()), wide, tall), index=areas.index)


def _fit_boxes(shapes: Shapes, anchors: Shapes, wide: NDArray[np.float64], tall: float) -> NDArray[np.float64]:
    """The size of letters at which a box so many of them wide and tall just fits into its shape around its anchor."""
    shapely.prepare(shapes)
    points = shapely.centroid(anchors)
    x, y = shapely.get_coordinates(points).T
    radii = shapely.distance(points, shapely.boundary(shapes))
    fits: NDArray[np.float64] = radii / np.hypot(wide, tall) * 2  # by a box's diagonal
    beyond = radii / tall * 2  # by its height
    for _ in range(_HALVINGS):
        tried = (fits + beyond) / 2
        width, height = wide * tried / 2, tall * tried / 2
        inside = shapely.contains(shapes, shapely.box(x - width, y - height, x + width, y + height))
        fits, beyond = np.where(inside, tried, fits), np.where(inside, beyond, tried)
    return fits


def project_shapes(shapes: Shapes, scale: float = 1) -> Shapes:
    """Mercator with y downwards, ``scale`` units a degree of longitude. ``shapes`` are in degrees (EPSG:4490)."""

    def mercator(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = np.radians(degrees).T
        stretched = np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))
        return np.column_stack([np.degrees(lon), -stretched]) * scale

    projected: Shapes = shapely.transform(shapes, mercator)
    return projected


def project_point(point: tuple[float, float], box: Box) -> tuple[int, int]:
    """Where a longitude and latitude lies on the map that is drawn of a box of degrees."""
    [placed] = project_shapes(np.array([shapely.Point(point)]), _choose_scale(box))
    return round(placed.x), round(placed.y)


def unproject(point: tuple[float, float]) -> tuple[float, float]:
    """Longitude and latitude of a point as ``project_shapes`` has it."""
    x, y = point
    return round(x, 4), round(float(np.degrees(2 * np.arctan(np.exp(np.radians(-y))) - np.pi / 2)), 4)
