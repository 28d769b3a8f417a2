"""Beside or below the maps: legends of classes and points, the thick line, scale bar, north arrow and inset."""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox

from geodata.geography import Geography
from layouts.figures import theme
from layouts.figures.maps.map_spec import MapSpec
from layouts.paper.maps.ground import LINE_LOOKS, draw_north_arrow, frame_areas, paint_polygons
from layouts.paper.maps.points import distinct_types, draw_point_legend
from layouts.paper.sheet.round_steps import round_length
from layouts.paper.sheet.sheet import BODY, NOTE, Body, wrap_text
from layouts.words.pages.map_ground import line_texts
from layouts.words.paper import pictures as words
from locales import say

_ROW = 17.0  # points on A4 from one row to the next
_SWATCH = 20.0, 12.0
_COLUMN = 150.0  # points: the width of a legend
_FOOT = 84.0  # points: thick line, scale bar and north arrow at the foot of a tall panel
_BAR = 95.0  # points: the scale bar's greatest length
_INSET = 96.0  # points: width and height of the inset


@dataclass(frozen=True)
class LegendContent:
    """What the panel explains: the maps on the sheet, and their scale in metres a point of the sheet."""

    specs: tuple[MapSpec, ...]
    metres_per_point: float
    geography: Geography


def draw_legend_panel(body: Body, box: Bbox, panel: LegendContent) -> None:
    """Fill ``box`` (figure fractions): downwards in a tall one, from left to right in a wide one."""
    scale = body.scale
    axes = body.figure.add_axes(box.bounds, label="legend")
    axes.set_axis_off()
    width, height = (side * 72 / body.figure.dpi / scale for side in (axes.bbox.width, axes.bbox.height))
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)  # one unit is a point on A4
    tall = height > width
    left, top = (12.0, height - 4) if tall else (0.0, height - 8)
    alike: dict[object, list[MapSpec]] = {}
    for spec in panel.specs:
        alike.setdefault(spec.shared_legend, []).append(spec)
    for specs in _select_with_legend(_fold_single_classes(list(alike.values()))):
        bottom = _draw_class_legend(axes, specs, left, top, scale)
        left, top = (left, bottom - 12) if tall else (left + _COLUMN, top)
    maps = [spec.facilities for spec in panel.specs]
    if distinct_types(maps):
        room = (width - left, top - _FOOT) if tall else (width - left - _BAR - 82, top - 6)
        right, bottom = draw_point_legend(axes, maps, (left, top, *room), scale)
        left, top = (left, bottom - 12) if tall else (right + 12, top)
    if tall:
        bottom = _draw_line_entries(axes, panel.specs[0], left, top, scale)
        bottom = _draw_ground_entries(axes, panel, left, bottom, scale)
        _draw_scale_bar(axes, panel.metres_per_point * scale, left, 26, scale)
        draw_north_arrow(axes, (width - 16, 22), NOTE, scale)
        if bottom - _INSET > 62:
            _draw_inset(axes, panel, (left, 58, width - left, _INSET), scale)
        return
    foot = _draw_line_entries(axes, panel.specs[0], left, top - 4, scale)
    _draw_ground_entries(axes, panel, left, foot, scale)
    _draw_scale_bar(axes, panel.metres_per_point * scale, left, 20, scale)
    draw_north_arrow(axes, (left + _BAR + 46, 16), NOTE, scale)
    if width - left - _BAR - 60 > _INSET:
        _draw_inset(axes, panel, (width - _INSET - 10, 8, _INSET + 10, _INSET), scale)


def _fold_single_classes(alike: list[list[MapSpec]]) -> list[list[MapSpec]]:
    """Maps of one class in their order need no legend beside another: their titles say that all is alike."""
    single = [each for specs in alike for each in specs if _is_single_class(each)]
    others = [specs for specs in alike if not _is_single_class(specs[0])]
    return [[*others[0], *single], *others[1:]] if others else alike


def _is_single_class(spec: MapSpec) -> bool:
    return spec.legend == say("picture-by-order") and len(spec.labels) == 1


def _select_with_legend(alike: list[list[MapSpec]]) -> list[list[MapSpec]]:
    """The maps that need a legend: those of nothing but small values need none beside another that names them."""
    others = [specs for specs in alike if not all(each.has_only_small for each in specs)]
    return others if any(each.has_small for specs in others for each in specs) else alike


def _draw_class_legend(axes: Axes, specs: list[MapSpec], left: float, top: float, scale: float) -> float:
    """The legend of maps classed alike, the highest class on top; where it ends. One map's areas are counted.

    Families of colours stand beside each other, and are named.
    """
    spec, counted = max(specs, key=lambda each: len(each.labels)), len(specs) == 1
    families = {each.better: each for each in specs}
    for line in wrap_text(words.head_families(spec.legend, list(families)), _COLUMN - 14, BODY):
        axes.text(left, top, line, size=BODY * scale, va="top")
        top -= BODY * 1.4
    for number, (label, _, count) in enumerate(spec.legend_rows):
        top -= _ROW
        beside = [each.legend_rows[number][1] for each in families.values() if number < len(each.legend_rows)]
        for at, colour in enumerate(beside):
            look = {"facecolor": colour, "edgecolor": theme.AREA_BORDER, "linewidth": 0.5 * scale}
            axes.add_patch(_build_swatch(left + at * _SWATCH[0], top, **look))
        indent = left + (len(beside) - 1) * _SWATCH[0]
        _write_row(axes, label, count if counted else None, indent, top, scale)
    if any(each.missing for each in specs):
        top -= _ROW
        hatched = {"facecolor": theme.MISSING_FILL, "edgecolor": theme.MISSING_HATCH, "hatch": "/////"}
        axes.add_patch(_build_swatch(left, top, linewidth=0.5 * scale, **hatched))
        _write_row(axes, spec.missing_label, spec.missing if counted else None, left, top, scale)
    return top


def _build_swatch(left: float, bottom: float, **look: object) -> Rectangle:
    return Rectangle((left, bottom), *_SWATCH, **look)  # type: ignore[arg-type]


def _write_row(axes: Axes, label: str, count: int | None, left: float, bottom: float, scale: float) -> None:
    middle = bottom + _SWATCH[1] / 2
    axes.text(left + _SWATCH[0] + 8, middle, label, size=BODY * 0.92 * scale, va="center")
    if count is not None:
        axes.text(
            left + _COLUMN - 22,
            middle,
            say("picture-count", areas=count),
            size=NOTE * scale,
            va="center",
            ha="right",
            color=theme.QUIET,
        )


def _draw_line_entries(axes: Axes, spec: MapSpec, left: float, top: float, scale: float) -> float:
    """What the border is, and the line between groups; where they end."""
    looks: Any = ((spec.outline, theme.OUTLINE, 1.0, "-"), (spec.group_line, theme.GROUP_LINE, 2.0, (0, (4.5, 2.2))))
    for text, colour, width, style in looks:
        if text:
            middle = top - _SWATCH[1] / 2
            ends = [left, left + _SWATCH[0]], [middle, middle]
            axes.add_line(Line2D(*ends, color=colour, linewidth=width * scale, linestyle=style))
            axes.text(left + _SWATCH[0] + 8, middle, text, size=NOTE * 1.08 * scale, va="center")
            top -= _ROW
    return top


def _draw_ground_entries(axes: Axes, panel: LegendContent, left: float, top: float, scale: float) -> float:
    """What the roads and rivers are, on a map of the whole region; where they end."""
    whole = len(panel.specs[0].classes) == len(panel.geography.areas(panel.specs[0].level))
    lines = panel.geography.surroundings.lines if whole else {}
    for name, text in line_texts(lines).items():
        middle = top - _SWATCH[1] / 2
        for colour, width in LINE_LOOKS[name]:
            ends = [left, left + _SWATCH[0]], [middle, middle]
            axes.add_line(Line2D(*ends, color=colour, linewidth=width * 1.2 * scale))
        axes.text(left + _SWATCH[0] + 8, middle, text, size=NOTE * 1.08 * scale, va="center")
        top -= _ROW
    return top


def _draw_scale_bar(axes: Axes, metres_per_unit: float, left: float, bottom: float, scale: float) -> None:
    metres = round_length(_BAR * metres_per_unit)
    length = metres / metres_per_unit
    for number, fill in enumerate((theme.INK, theme.PAPER)):
        axes.add_patch(
            Rectangle(
                (left + number * length / 2, bottom),
                length / 2,
                4,
                facecolor=fill,
                edgecolor=theme.INK,
                linewidth=0.6 * scale,
            )
        )
    for share, text in ((0, "0"), (1, words.kilometres(metres / 1000))):
        axes.text(
            left + share * length, bottom - 3, text, size=NOTE * scale, va="top", ha="center" if share else "left"
        )


def _draw_inset(axes: Axes, panel: LegendContent, box: tuple[float, float, float, float], scale: float) -> None:
    """Where the mapped areas lie: the region in its province, or one county in the region."""
    around, marked = _find_inset_areas(panel)
    if around.empty:
        return
    width, height = axes.get_xlim()[1], axes.get_ylim()[1]
    inset = axes.inset_axes((box[0] / width, box[1] / height, box[2] / width, box[3] / height), label="inset")
    inset.set_axis_off()
    frame_areas(inset, around)
    for areas, colour, border in (
        (around, theme.MISSING_FILL, theme.AREA_BORDER),
        (marked, theme.OUTLINE, theme.OUTLINE),
    ):
        paint_polygons(inset, areas, facecolors=colour, edgecolors=border, linewidths=0.5 * scale)


def _find_inset_areas(panel: LegendContent) -> tuple[gpd.GeoSeries, gpd.GeoSeries]:
    geography, crs = panel.geography, panel.geography.region.metric_crs
    counties = geography.counties.to_crs(crs).geometry
    spec = panel.specs[0]
    drawn = {geography.county_of(str(code)) for code in spec.classes.index}
    if len(drawn) < len(counties):
        return counties, counties[sorted(code for code in drawn if code)]
    return geography.province.to_crs(crs), counties
