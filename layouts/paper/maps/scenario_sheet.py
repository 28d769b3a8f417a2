"""A scenario of sites on paper: counties, people, the facilities that stand, and what would be new, moved or closed."""

from math import ceil
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from geodata.geography import Geography
from layouts.figures import theme
from layouts.paper.maps.ground import draw_ground, draw_scale, fill_shape, write_county_names, write_legend
from layouts.paper.sheet.hand_marks import draw_hand_marks
from layouts.paper.sheet.picture_spec import Caption, ScenarioSpec
from layouts.paper.sheet.sheet import BODY, Body, render_picture
from layouts.sheet_sizes import Format, Paper
from locales import say

_LAND = "#F4F6F7"
_COVERED, _UNCOVERED = "#7FA9C9", "#D9884A"
_ROW = 0.21  # inches on A4: a row of the legend, below the map
_ENTRY = 15  # times its letters: the width of an entry


def render_scenario_sheet(
    spec: ScenarioSpec,
    geography: Geography,
    caption: Caption,
    paper: Paper,
    form: Format = Format.PNG,
    magnified: float = 1,
) -> bytes:
    """The file of one scenario's map; marks and texts are ``magnified`` on one that is shown small."""

    def draw(body: Body) -> None:
        scale = body.scale * magnified
        points_wide = body.figure.get_size_inches()[0] * body.box.width * 72
        columns = min(max(int(points_wide / (BODY * 0.9 * scale * _ENTRY)), 1), 4)
        foot = ceil(_count_entries(spec) / columns) * _ROW * magnified
        axes = draw_ground(body, geography, "scenario", foot, _LAND, 1.3 * scale)
        if not spec.reach.is_empty:
            fill_shape(axes, spec.reach, theme.NEW_FACILITY, 0.22)
            look: dict[str, Any] = {
                "facecolor": to_rgba(theme.NEW_FACILITY, 0.22),
                "edgecolor": theme.NEW_FACILITY,
                "linewidth": scale,
            }
            axes.fill([], [], label=say("siting-legend", mark="reach"), **look)
        _draw_points(axes, spec, scale)
        write_county_names(axes, geography, BODY * 0.85 * scale, theme.QUIET, 3.5)
        draw_scale(axes, BODY * 0.8, scale)
        draw_hand_marks(axes, spec.marks, geography.region.metric_crs, scale)
        write_legend(axes, BODY * 0.9 * scale, 1.2, ncols=columns, handletextpad=0.3, borderaxespad=0.2)

    return render_picture(caption, paper, form, draw)


def _count_entries(spec: ScenarioSpec) -> int:
    points = (spec.new, spec.closed, spec.won, spec.lost, spec.standing, spec.covered, spec.uncovered, spec.ways)
    return sum(len(each) > 0 for each in points) + (not spec.reach.is_empty)


def _draw_points(axes: Axes, spec: ScenarioSpec, scale: float) -> None:
    """An entry of the legend a kind of mark, what is new first and counted; kinds without any are left out."""
    kinds = [
        (say("siting-legend", mark="new"), spec.new, "*", 12.0, theme.NEW_FACILITY, 4.7),
        (say("siting-legend", mark="closed"), spec.closed, "X", 7.5, theme.LINE_80, 4.6),
        (say("siting-legend", mark="won"), spec.won, "o", 5.2, theme.WON, 4.3),
        (say("siting-legend", mark="lost"), spec.lost, "o", 5.2, theme.LOST, 4.4),
        (say("siting-paper-standing"), spec.standing, "s", 3.6, theme.OUTLINE, 4.2),
        (say("siting-paper-covered"), spec.covered, "o", 3.4, _COVERED, 4.0),
        (say("siting-paper-uncovered"), spec.uncovered, "o", 4.2, _UNCOVERED, 4.1),
    ]
    for number, way in enumerate(spec.ways):
        look: dict[str, Any] = {"color": theme.INK, "linewidth": 0.9 * scale, "linestyle": "--", "zorder": 4.5}
        axes.plot(*np.vstack(way).T, label=None if number else say("siting-legend", mark="ways"), **look)
    for label, places, marker, size, colour, order in kinds:
        if len(places):
            axes.plot(
                *places.T,
                label=say("siting-legend-entry", label=label, count=len(places)),
                linestyle="none",
                marker=marker,
                markersize=size * scale,
                markerfacecolor=colour,
                markeredgecolor=theme.INK if size > 6 else theme.PAPER,
                markeredgewidth=(0.7 if size > 6 else 0.3) * scale,
                zorder=order,
            )
