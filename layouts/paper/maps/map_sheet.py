"""Maps on paper: one or several on a sheet, with legend, scale bar, north arrow and inset.

Drawn in the region's metric CRS, so that the scale bar is true; classes and colours are those of the MapSpec.
"""

from collections.abc import Sequence
from math import ceil

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from geodata.geography import Geography
from geodata.layers import dissolve_divisions, place_label_anchors
from geodata.region import Level
from layouts.figures import theme
from layouts.figures.maps.map_spec import MapSpec
from layouts.paper.maps.ground import (
    draw_band,
    draw_group_line,
    draw_surroundings,
    frame_areas,
    outline_polygons,
    paint_polygons,
)
from layouts.paper.maps.labels import place_names, write_group_names, write_names
from layouts.paper.maps.legend import LegendContent, draw_legend_panel
from layouts.paper.maps.points import draw_points
from layouts.paper.sheet.hand_marks import draw_hand_marks
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.sheet import BODY, Body, render_picture, text_width
from layouts.sheet_sizes import Format, Paper

_PANEL = 2.05, 2.0  # inches on A4: the legend's width beside the maps, its height below them
_HEAD = 0.2  # inches a line above each of several maps, for its title
_MANY = 25  # areas: names of more are written smaller
_SMALL_NAME = 7.0  # points on A4
_FULL_SIZE = 4.2  # inches on A4: on smaller maps names and borders shrink with it
_ROOM_FOR_GROUPS = 0.75  # of that: on smaller maps the names of groups would cover values


def render_map_sheet(
    specs: Sequence[MapSpec], geography: Geography, caption: Caption, paper: Paper, form: Format = Format.PNG
) -> bytes:
    """The file of one map, or of several in a grid; maps classed alike share one legend.

    Raises MissingGlyphError where a name cannot be written.
    """

    def draw(body: Body) -> None:
        map_box, panel_box = _split_room(body)
        boxes = _lay_out_grid(map_box, len(specs), body)
        if len(specs) > 1:
            boxes = _write_titles(body, boxes, [spec.title for spec in specs])
        drawn = [_draw_map(body, box, spec, geography) for box, spec in zip(boxes, specs, strict=True)]
        draw_legend_panel(body, panel_box, LegendContent(tuple(specs), _measure_scale(drawn[0], body), geography))

    return render_picture(caption, paper, form, draw)


def _split_room(body: Body) -> tuple[Bbox, Bbox]:
    """The rooms for maps and legend: beside each other on a wide sheet, one below the other on a tall one."""
    width, height = body.figure.get_size_inches() / body.scale
    box = body.box
    if width * box.width > height * box.height * 0.95:
        edge = box.x1 - _PANEL[0] / width
        return Bbox.from_extents(box.x0, box.y0, edge, box.y1), Bbox.from_extents(edge, box.y0, box.x1, box.y1)
    edge = box.y0 + _PANEL[1] / height
    return Bbox.from_extents(box.x0, edge, box.x1, box.y1), Bbox.from_extents(box.x0, box.y0, box.x1, edge)


def _lay_out_grid(room: Bbox, count: int, body: Body) -> list[Bbox]:
    """Equal cells, row by row: as many columns as give the largest maps."""
    width, height = body.figure.get_size_inches() * (room.width, room.height)
    columns = max(range(1, count + 1), key=lambda n: (min(width / n, height / ceil(count / n)), -n))
    rows = ceil(count / columns)
    cells = [(number % columns, number // columns) for number in range(count)]
    return [
        Bbox.from_bounds(
            room.x0 + column * room.width / columns,
            room.y1 - (row + 1) * room.height / rows,
            room.width / columns,
            room.height / rows,
        )
        for column, row in cells
    ]


def _write_titles(body: Body, boxes: list[Bbox], titles: list[str]) -> list[Bbox]:
    """Write each map's title into the head of its box, all in one size; what is left of the boxes."""
    width, height = body.figure.get_size_inches()
    lines = [line for title in titles for line in title.splitlines()]
    room = boxes[0].width * width * 72 * 0.96
    size = min(BODY * 0.95 * body.scale, *(room / text_width(line, 1) for line in lines))
    head = _HEAD * (max(len(title.splitlines()) for title in titles) + 0.3) * body.scale / height
    for box, title in zip(boxes, titles, strict=True):
        body.figure.text(box.x0, box.y1, title, size=size, va="top", linespacing=1.35)
    return [Bbox.from_extents(box.x0, box.y0, box.x1, box.y1 - head) for box in boxes]


def _draw_map(body: Body, box: Bbox, spec: MapSpec, geography: Geography) -> Axes:
    scale = body.scale
    axes = body.figure.add_axes(box.bounds, label=f"map {spec.title}")
    axes.set_axis_off()
    areas = geography.areas(spec.level).loc[spec.classes.index].to_crs(geography.region.metric_crs)
    frame_areas(axes, areas)
    share = min(1, max(min(axes.bbox.width, axes.bbox.height) / body.figure.dpi / scale / _FULL_SIZE, 0.6))
    fill_areas(axes, areas, spec, scale)
    if spec.level is Level.COUNTY:
        divisions = dissolve_divisions(areas.geometry, list(geography.region.list_divisions()))
        outline_polygons(axes, divisions, 0.8 * share * scale, zorder=4)
    outline_polygons(axes, _find_outlines(geography, spec), 1.0 * share * scale, zorder=4)
    if len(areas) == len(geography.areas(spec.level)):
        draw_surroundings(axes, geography, share * scale, bool(spec.names.any()))
    draw_band(axes, areas.geometry, share * scale)
    if spec.group_line:
        draw_group_line(axes, geography, share * scale)
    draw_points(axes, spec.facilities, geography.region.metric_crs, share * scale)
    if spec.names.any() and spec.group_line and share > _ROOM_FOR_GROUPS:
        write_group_names(axes, geography, share * scale)
    if spec.names.any():
        size = BODY if len(areas) <= _MANY else _SMALL_NAME
        _write_names(axes, spec, geography, size * share * scale)
    draw_hand_marks(axes, spec.marks, geography.region.metric_crs, share * scale)
    return axes


def fill_areas(axes: Axes, areas: gpd.GeoDataFrame, spec: MapSpec, scale: float) -> None:
    """Paint ``areas`` (map order, metric CRS) in their class colours, and hatch those without a value."""
    missing, line = spec.classes.isna(), 0.5 * scale
    classed = {"facecolors": list(spec.area_colours[~missing]), "edgecolors": theme.AREA_BORDER, "gid": "areas"}
    hatched = {"facecolors": theme.MISSING_FILL, "edgecolors": theme.MISSING_HATCH, "hatch": "/////", "gid": "missing"}
    for order, shown, look in ((2, ~missing, classed), (3, missing, hatched)):
        if shown.any():
            paint_polygons(axes, areas.geometry[shown], linewidths=line, zorder=order, **look)


def _find_outlines(geography: Geography, spec: MapSpec) -> gpd.GeoSeries:
    """The border of what is drawn over counties, county borders over townships."""
    counties = geography.counties.to_crs(geography.region.metric_crs)
    if spec.level is Level.COUNTY:
        return gpd.GeoSeries([shapely.union_all(counties.geometry[spec.classes.index].to_numpy())], crs=counties.crs)
    drawn = geography.townships.loc[spec.classes.index, "county"].unique()
    return counties.geometry[list(drawn)]


def _write_names(axes: Axes, spec: MapSpec, geography: Geography, size: float) -> None:
    areas = geography.areas(spec.level).loc[spec.names.index].geometry
    centres = place_label_anchors(areas, geography.region.metric_crs).to_crs(geography.region.metric_crs).centroid
    points = axes.transData.transform(np.column_stack([centres.x, centres.y])) - axes.bbox.p0
    to_points = 72 / axes.figure.dpi
    limits = (axes.bbox.width * to_points, axes.bbox.height * to_points)
    anchors = [(float(x), float(y)) for x, y in points * to_points]
    values = [] if spec.values is None else list(spec.values[spec.names.index])
    shapes = shapely.union_all(areas.to_crs(geography.region.metric_crs).to_numpy())
    ground = shapely.transform(shapes, lambda metres: (axes.transData.transform(metres) - axes.bbox.p0) * to_points)
    shapely.prepare(ground)
    write_names(axes, place_names(list(spec.names), anchors, size, limits, values, ground))


def _measure_scale(axes: Axes, body: Body) -> float:
    low, high = axes.get_xlim()
    return (high - low) / (axes.bbox.width * 72 / body.figure.dpi)
