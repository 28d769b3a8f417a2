"""A scenario of sites on paper: counties, people, the facilities that stand, and what would be new, moved or closed."""

import numpy as np
from matplotlib.axes import Axes

from geodata.geography import Geography
from layouts.figures import theme
from layouts.paper.maps.ground import draw_ground, fill_shape, write_county_names, write_legend
from layouts.paper.sheet.picture_spec import Caption, ScenarioSpec
from layouts.paper.sheet.sheet import BODY, Body, render_picture
from layouts.sheet_sizes import Format, Paper
from layouts.words.pages import siting as words

_LAND = "#F4F6F7"
_COVERED, _UNCOVERED = "#7FA9C9", "#D9884A"
_LEGEND = 0.42  # inches on A4, below the map


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
        axes = draw_ground(body, geography, "scenario", _LEGEND * magnified, _LAND, 1.3 * scale)
        if not spec.reach.is_empty:
            fill_shape(axes, spec.reach, theme.NEW_FACILITY, 0.22)
        _draw_points(axes, spec, scale)
        write_county_names(axes, geography, BODY * 0.85 * scale, theme.QUIET, 3.5)
        write_legend(axes, BODY * 0.9 * scale, 1.2, handletextpad=0.3, borderaxespad=0.2)

    return render_picture(caption, paper, form, draw)


def _draw_points(axes: Axes, spec: ScenarioSpec, scale: float) -> None:
    """One row of the legend a kind of point; kinds without any are left out."""
    kinds = [
        (words.PAPER_COVERED, spec.covered, "o", 3.4, _COVERED, 4.0),
        (words.PAPER_UNCOVERED, spec.uncovered, "o", 4.2, _UNCOVERED, 4.1),
        (words.PAPER_STANDING, spec.standing, "s", 3.6, theme.OUTLINE, 4.2),
        (words.WON, spec.won, "o", 5.2, theme.WON, 4.3),
        (words.LOST, spec.lost, "o", 5.2, theme.LOST, 4.4),
        (words.CHANGE_KINDS["close"], spec.closed, "X", 7.5, theme.LINE_80, 4.6),
        (words.PAPER_NEW, spec.new, "*", 12.0, theme.NEW_FACILITY, 4.7),
    ]
    for start, end in spec.ways:
        axes.plot(*np.vstack([start, end]).T, color=theme.INK, linewidth=0.9 * scale, linestyle="--", zorder=4.5)
    for label, places, marker, size, colour, order in kinds:
        if len(places):
            axes.plot(
                *places.T,
                label=label,
                linestyle="none",
                marker=marker,
                markersize=size * scale,
                markerfacecolor=colour,
                markeredgecolor=theme.INK if size > 6 else theme.PAPER,
                markeredgewidth=(0.7 if size > 6 else 0.3) * scale,
                zorder=order,
            )
