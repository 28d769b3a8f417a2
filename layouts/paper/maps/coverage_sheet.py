"""Coverage on paper: catchments, people within and beyond the standard, facilities; shapes tell them apart in grey."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from geodata.geography import Geography
from layouts.figures import theme
from layouts.paper.maps.ground import draw_ground, draw_scale, fill_shape, write_county_names, write_legend
from layouts.paper.sheet.hand_marks import draw_hand_marks
from layouts.paper.sheet.picture_spec import Caption, CoverageSpec
from layouts.paper.sheet.sheet import BODY, Body, render_picture
from layouts.sheet_sizes import Format, Paper

_LEGEND = 0.36  # inches on A4, below the map
_SMALLEST, _LARGEST = 8.0, 260.0  # square points on A4: the mark of a settlement
_NAME = 0.95  # of the body's size
_CATCHMENT = 0.16  # opacity


def render_coverage_sheet(
    spec: CoverageSpec, geography: Geography, caption: Caption, paper: Paper, form: Format = Format.PNG
) -> bytes:
    """The file of one map. Raises MissingGlyphError where a name cannot be written."""

    def draw(body: Body) -> None:
        scale = body.scale
        axes = draw_ground(body, geography, "coverage", _LEGEND, theme.PAPER, 1.5 * scale)
        if not spec.catchment.is_empty:
            fill_shape(axes, spec.catchment, theme.COVERED, _CATCHMENT, 0.5 * scale)
            look: Any = {"marker": "s", "color": theme.COVERED, "alpha": 2 * _CATCHMENT}
            axes.scatter([], [], s=60 * scale**2, label=spec.names[3], **look)
        _draw_points(axes, spec, scale)
        write_county_names(axes, geography, BODY * _NAME * scale, theme.INK, 7)
        draw_scale(axes, BODY * 0.9, scale)
        draw_hand_marks(axes, spec.marks, geography.region.metric_crs, scale)
        write_legend(axes, BODY * scale, 1.6, handletextpad=0.4)

    return render_picture(caption, paper, form, draw)


def _draw_points(axes: Axes, spec: CoverageSpec, scale: float) -> None:
    """Dots within the standard, crossed rings beyond it, their area by residents; squares for facilities."""
    marked: Any = axes.scatter  # its annotation takes no points as pairs
    most = max(float(spec.residents.max(initial=0)), 1.0)
    sizes = np.maximum(spec.residents / most * _LARGEST, _SMALLEST) * scale**2
    line = 0.9 * scale
    within, beyond = spec.covered, ~spec.covered
    dots = spec.settlements[within]
    if len(dots):
        marked(*dots.T, s=sizes[within], color=theme.COVERED, alpha=0.75, linewidth=0, zorder=4, label=spec.names[1])
    rings = spec.settlements[beyond]
    if len(rings):
        rim = {"linewidths": line, "zorder": 5}
        marked(*rings.T, s=sizes[beyond], facecolor="none", edgecolor=theme.UNCOVERED, label=spec.names[2], **rim)
        marked(*rings.T, s=sizes[beyond] * 0.45, marker="x", color=theme.UNCOVERED, **rim)
    if len(spec.facilities):
        few = {"s": (20 if len(spec.facilities) < 300 else 7) * scale**2, "linewidths": 0.5 * scale}
        marked(
            *spec.facilities.T,
            marker="s",
            color=theme.FACILITY,
            edgecolor=theme.PAPER,
            zorder=6,
            label=spec.names[0],
            **few,
        )
