"""Marks that a user put on a map by hand, in dark ink on white; assets/js/marks/picture.js draws them alike.

Text stands in a frame, so that it is not taken for a name or a value of the map.
"""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Normal, withStroke
from shapely.geometry import Point

from datasets.queries.storyboard import Mark, MarkKind
from geodata.boundaries import GEOGRAPHIC_CRS
from layouts.figures import theme

_SIZE = 9.5  # points of a letter on A4
_FRAME = 0.7  # points on A4
_ROOM = 0.3  # of the size, between text and frame
_LINE = 1.3  # points on A4
_HALO = 2.2  # points on A4, on either side of a line
_GAP = 5.0  # points on A4 between text and what it is about
_HEAD = 10.0  # points on A4, of an arrow
_ABOVE = 9  # zorder: over names and points


def draw_hand_marks(axes: Axes, marks: Sequence[Mark], metric_crs: str, scale: float) -> None:
    """Every mark where it lies, the later ones on top. Raises MissingGlyphError where a text cannot be written."""
    for mark in marks:
        at, to = (_project(place, metric_crs) for place in (mark.at, mark.to or mark.at))
        match mark.kind:
            case MarkKind.NOTE:
                _write(axes, mark.text, at, (0, 0), scale)
            case MarkKind.ARROW:
                _draw_arrow(axes, mark.text, at, to, scale)
            case MarkKind.RING:
                _draw_ring(axes, mark.text, at, float(np.hypot(*(to - at))), scale)


def _project(place: tuple[float, float], metric_crs: str) -> np.ndarray:
    point = gpd.GeoSeries([Point(place)], crs=GEOGRAPHIC_CRS).to_crs(metric_crs).iloc[0]
    return np.array([point.x, point.y])


def _draw_arrow(axes: Axes, text: str, tail: np.ndarray, tip: np.ndarray, scale: float) -> None:
    """An arrow whose text goes on where its shaft ends."""
    arrow = FancyArrowPatch(
        tuple(tail),
        tuple(tip),
        arrowstyle="-|>",
        mutation_scale=_HEAD * scale,
        shrinkA=0,
        shrinkB=0,
        **_look(scale),
    )
    axes.add_patch(arrow)
    x, y = tip - tail
    if abs(x) > abs(y):
        _write(axes, text, tail, (-np.sign(x), 0), scale)
    else:
        _write(axes, text, tail, (0, -(np.sign(y) or 1)), scale)


def _draw_ring(axes: Axes, text: str, centre: np.ndarray, radius: float, scale: float) -> None:
    """A ring with its text above it."""
    look = _look(scale) | {"facecolor": "none"}
    axes.add_patch(PathPatch(Path.circle(tuple(centre), radius), **look))
    _write(axes, text, centre + np.array([0, radius]), (0, 1), scale)


def _look(scale: float) -> dict[str, Any]:
    halo = withStroke(linewidth=(_LINE + 2 * _HALO) * scale, foreground=theme.PAPER)
    return {
        "edgecolor": theme.INK,
        "facecolor": theme.INK,
        "linewidth": _LINE * scale,
        "path_effects": [halo, Normal()],
        "zorder": _ABOVE,
        "gid": "hand marks",
    }


def _write(axes: Axes, text: str, place: np.ndarray, side: tuple[float, float], scale: float) -> None:
    """Text beside a place, on the side (right, up) that is given; in the middle of it for none. It is never markup."""
    if not text:
        return
    right, up = side
    axes.annotate(
        text,
        xy=tuple(place),
        xytext=(right * _GAP * scale, up * _GAP * scale),
        textcoords="offset points",
        size=_SIZE * scale,
        color=theme.INK,
        ha={0: "center", 1: "left", -1: "right"}[int(right)],
        va={0: "center", 1: "bottom", -1: "top"}[int(up)],
        zorder=_ABOVE,
        bbox={
            "boxstyle": f"round,pad={_ROOM},rounding_size=0.2",
            "facecolor": theme.PAPER,
            "edgecolor": theme.INK,
            "linewidth": _FRAME * scale,
        },
        gid="hand marks",
    )
