"""The ground of maps: areas framed and painted; under points the counties, their names, and a legend below them."""

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import Polygon
from matplotlib.path import Path
from shapely import Geometry, Point

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography
from geodata.ground.group_lines import find_group_line
from geodata.svg_map import place_neighbour_names
from layouts.figures import theme
from layouts.paper.sheet.round_steps import round_length
from layouts.paper.sheet.sheet import Body
from layouts.words.paper import pictures as picture_words
from locales import say

LINE_LOOKS = {  # colours and points of width, the edge of a line first
    "roads": ((theme.ROAD_EDGE, 1.9), (theme.ROAD, 0.9)),
    "rivers": ((theme.RIVER_EDGE, 2.0), (theme.RIVER, 1.0)),
}
_NEIGHBOUR = 9.0  # points on A4: the names of neighbours
_PAD = 0.03  # of the map's extent, kept free around it


def frame_areas(axes: Axes, areas: gpd.GeoDataFrame) -> None:
    """Limits that keep the shape: the extent, widened to the proportions of the axes."""
    left, bottom, right, top = areas.total_bounds
    box = axes.get_window_extent()
    metres = max((right - left) / box.width, (top - bottom) / box.height) * (1 + 2 * _PAD)
    middle, half = (np.array([left + right, bottom + top]) / 2), np.array([box.width, box.height]) * metres / 2
    axes.set_xlim(middle[0] - half[0], middle[0] + half[0])
    axes.set_ylim(middle[1] - half[1], middle[1] + half[1])


def paint_polygons(axes: Axes, polygons: Iterable[Geometry], **look: Any) -> None:
    """Paint polygons, one or several of them, in matplotlib's ``look`` of a collection.

    GeoPandas would do it too, but for the price of pyplot, which a process that only writes files does not need.
    """
    paths = list(map(_trace_rings, polygons))
    axes.add_collection(PathCollection(paths, transform=axes.transData, **look), autolim=False)


def outline_polygons(axes: Axes, polygons: Iterable[Geometry], width: float, **look: Any) -> None:
    """Draw the borders of polygons, so many points wide."""
    paint_polygons(axes, polygons, **{"facecolors": "none", "edgecolors": theme.OUTLINE, "linewidths": width} | look)


def _trace_rings(polygon: Geometry) -> Path:
    """The rings of a polygon or of several as one path; holes run the other way round, so that they stay empty."""
    rings = shapely.get_rings(shapely.get_parts(shapely.orient_polygons(polygon)))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def draw_ground(body: Body, geography: Geography, label: str, foot: float, land: str, line: float) -> Axes:
    """Axes over the room above ``foot`` (inches on A4), in metres, with the counties and the line between their groups.

    ``line`` is how many points that line is wide.
    """
    axes = body.figure.add_axes(body.inset(bottom=foot).bounds, label=label)
    axes.set_axis_off()
    counties = geography.counties.to_crs(geography.region.metric_crs)
    frame_areas(axes, counties)
    paint_polygons(
        axes, counties.geometry, facecolors=land, edgecolors=theme.AREA_BORDER, linewidths=line * 0.4, zorder=1
    )
    outline_polygons(axes, [shapely.union_all(counties.geometry.to_numpy())], line * 0.7, zorder=3)
    draw_surroundings(axes, geography, line / 1.5, has_names=True)
    draw_band(axes, counties.geometry, line / 1.5)
    draw_group_line(axes, geography, line / 1.5)
    return axes


def draw_band(axes: Axes, areas: gpd.GeoSeries, scale: float) -> None:
    """The soft band around areas, outside their border: what of a wide line they do not cover."""
    outline_polygons(axes, [shapely.union_all(areas.to_numpy())], 6 * scale, edgecolors=theme.BAND, zorder=0.5)


def draw_surroundings(axes: Axes, geography: Geography, scale: float, has_names: bool) -> None:
    """Neighbours in pale grey with their names, main roads and rivers, as far as the axes reach."""
    crs, around = geography.region.metric_crs, geography.surroundings
    if len(around.neighbours):
        pale: Any = {"facecolors": theme.NEIGHBOUR_FILL, "edgecolors": theme.NEIGHBOUR_LINE, "linewidths": 0.5 * scale}
        paint_polygons(axes, around.neighbours.geometry.to_crs(crs), zorder=0.2, **pale)
    for name, lines in around.lines.items():
        paths = [Path(shapely.get_coordinates(part)) for part in shapely.get_parts(lines.to_crs(crs).to_numpy())]
        for colour, width in LINE_LOOKS[name]:
            look: Any = {"facecolors": "none", "edgecolors": colour, "linewidths": width * scale, "zorder": 3.2}
            axes.add_collection(PathCollection(paths, transform=axes.transData, **look), autolim=False)
    names = place_neighbour_names(geography) if has_names else []
    places = gpd.GeoSeries([Point(lon, lat) for _, lon, lat in names], crs=GEOGRAPHIC_CRS).to_crs(crs)
    for (name, _, _), place in zip(names, places, strict=True):
        written: Any = {"size": _NEIGHBOUR * scale, "color": theme.NEIGHBOUR_NAME, "ha": "center", "va": "center"}
        axes.text(place.x, place.y, name, zorder=0.4, **written)


def draw_group_line(axes: Axes, geography: Geography, scale: float) -> None:
    """The line where two groups touch, in dashes over a pale halo; nothing in a region without groups."""
    counties = geography.counties.to_crs(geography.region.metric_crs)
    draw_dashed_line(axes, find_group_line(counties.geometry.to_numpy(), counties["group"].to_numpy()), scale)


def draw_dashed_line(axes: Axes, line: Geometry, scale: float) -> None:
    """A line, or several, in dashes over a pale halo."""
    paths = [Path(shapely.get_coordinates(part)) for part in shapely.get_parts(line)]
    looks = ((theme.PAPER, 4.2, "-", 5.0), (theme.GROUP_LINE, 2.0, (0, (4.5, 2.2)), 5.1))
    for colour, width, style, order in looks:
        collection = PathCollection(paths, facecolors="none", edgecolors=colour, linewidths=width * scale, zorder=order)
        collection.set(linestyle=style, transform=axes.transData, capstyle="butt")
        axes.add_collection(collection, autolim=False)


def fill_shape(axes: Axes, shape: Geometry, colour: str, opacity: float, line: float = 0) -> None:
    """Fill a shape, which is in metres; with a ``line`` around it, so many points wide."""
    paint_polygons(axes, [shape], facecolors=colour, alpha=opacity, linewidths=0, zorder=2)
    if line:
        outline_polygons(axes, [shape], line, edgecolors=colour, alpha=0.6, zorder=2)


def draw_scale(axes: Axes, size: float, scale: float) -> None:
    """A bar of a round length at the lower right, in metres as the map is, and the way north beside it."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    km = round_length((right - left) / 1000 * 0.2)
    end, height = right - 0.02 * (right - left), bottom + 0.03 * (top - bottom)
    axes.plot([end - km * 1000, end], [height, height], color=theme.INK, linewidth=1.6 * scale, solid_capstyle="butt")
    centred: Any = {"size": size * scale, "ha": "center", "va": "bottom"}
    axes.text(end - km * 500, height + 0.012 * (top - bottom), picture_words.kilometres(km), **centred)
    metres = (right - left) / (axes.bbox.width * 72 / axes.figure.dpi)  # a point
    draw_north_arrow(axes, (end - km * 1000 - 18 * scale * metres, height), size, scale, scale * metres)


def draw_north_arrow(axes: Axes, foot: tuple[float, float], size: float, scale: float, unit: float = 1) -> None:
    """The way north above a point, its letter ``size`` points large; ``unit`` are the axes' units in a point of A4."""
    middle, bottom = foot
    tip, notch = (middle, bottom + 24 * unit), (middle, bottom + 6 * unit)
    for side, colour in ((-7, theme.INK), (7, theme.PAPER)):
        corners = [tip, (middle + side * unit, bottom), notch]
        axes.add_patch(Polygon(corners, facecolor=colour, edgecolor=theme.INK, linewidth=0.6 * scale, zorder=8))
    above: Any = {"size": size * scale, "ha": "center", "va": "bottom", "zorder": 8}
    axes.text(middle, bottom + 27 * unit, say("picture-north"), **above)


def write_county_names(axes: Axes, geography: Geography, size: float, colour: str, order: float) -> None:
    """The short name of every county inside it."""
    counties = geography.counties.to_crs(geography.region.metric_crs)
    for name, point in zip(counties["short_name"], counties.representative_point(), strict=True):
        axes.text(point.x, point.y, name, size=size, color=colour, ha="center", zorder=order)


def write_legend(axes: Axes, size: float, between: float, **own: float) -> None:
    """What is labelled, below the map, ``size`` points large; nothing where nothing is."""
    if axes.get_legend_handles_labels()[0]:
        below: dict[str, Any] = {"loc": "upper center", "bbox_to_anchor": (0.5, 0.0), "ncols": 4, "frameon": False}
        axes.legend(fontsize=size, columnspacing=between, **(below | own))
