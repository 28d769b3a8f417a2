"""Facility points on paper: the marks over a map, and the legend that tells their symbols and counts."""

from collections.abc import Iterable, Sequence
from math import ceil

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from layouts.figures import theme
from layouts.figures.maps.facilities import SYMBOLS, FacilityPoints
from layouts.paper.sheet.sheet import BODY, NOTE
from locales import say

_DIAMETERS = ((200, 6.6), (800, 4.6), (float("inf"), 3.0))  # points on A4, by how many facilities a map shows at most
_ROW, _COLUMN = 13.5, 98.0  # points on A4: what a row of the legend takes at most, a column at least
_LETTER = 0.72  # of the height of a row


def draw_points(axes: Axes, facilities: Sequence[FacilityPoints], metric_crs: str, scale: float) -> None:
    """Every facility where it stands, the first type on top; approximate ones hollow."""
    most = sum(len(each.points) for each in facilities)
    diameter = next(size for count, size in _DIAMETERS if most <= count) * scale
    for number, each in enumerate(facilities):
        places = each.points.to_crs(metric_crs)
        _draw_marks(
            axes, each, (places.x.to_numpy(), places.y.to_numpy()), each.approximate, diameter, 7 - number / 100
        )


def _draw_marks(
    axes: Axes,
    look: FacilityPoints,
    places: tuple[np.ndarray, np.ndarray],
    hollow: np.ndarray,
    diameter: float,
    zorder: float,
) -> None:
    outline = np.array([*SYMBOLS[look.symbol], SYMBOLS[look.symbol][0]])
    reach = np.abs(outline).max()  # matplotlib fits a marker into a square of one unit: a star would be a small one
    axes.scatter(
        *places,
        marker=Path(outline, closed=True),
        s=(diameter * reach) ** 2,
        facecolors=np.where(hollow, theme.PAPER, look.colour).tolist(),
        edgecolors=np.where(hollow, look.colour, theme.PAPER).tolist(),
        linewidths=diameter * 0.09,
        zorder=zorder,
        gid="facilities",
    )


def distinct_types(maps: Iterable[Sequence[FacilityPoints]]) -> list[FacilityPoints]:
    """One of each type that any of the maps shows."""
    looks: dict[tuple[str, str, str], FacilityPoints] = {}
    for facilities in maps:
        for each in facilities:
            looks.setdefault(each.look, each)
    return list(looks.values())


def draw_point_legend(
    axes: Axes, maps: Sequence[Sequence[FacilityPoints]], box: tuple[float, float, float, float], scale: float
) -> tuple[float, float]:
    """The symbols of the types that the maps show, in columns inside ``box`` (left, top, width, height).

    ``axes`` count in points on A4. One map's facilities are counted. Returns the right and the bottom end.
    """
    left, top, width, height = box
    shown = distinct_types(maps)
    hollow = any(each.approximate.any() for facilities in maps for each in facilities)
    axes.text(left, top, say("picture-facilities"), size=BODY * scale, va="top")
    room = height - _ROW * 1.3 - (_ROW if hollow else 0)
    columns = min(max(int(width // _COLUMN), 1), ceil(len(shown) * _ROW / room))
    rows = ceil(len(shown) / columns)
    pitch = min(_ROW, room / rows)
    span = min(width / columns, _COLUMN * 1.35)
    for number, each in enumerate(shown):
        place = left + number // rows * span, top - _ROW * 1.3 - (number % rows + 0.5) * pitch
        _draw_entry(axes, each, len(each.points) if len(maps) == 1 else None, (*place, span, pitch), scale)
    bottom = top - _ROW * 1.3 - rows * pitch
    if hollow:
        axes.text(left, bottom - 2, say("picture-hollow"), size=NOTE * scale, va="top", color=theme.QUIET)
        bottom -= _ROW
    return left + columns * span, bottom


def _draw_entry(
    axes: Axes, look: FacilityPoints, count: int | None, box: tuple[float, float, float, float], scale: float
) -> None:
    left, middle, span, pitch = box
    size = min(BODY * 0.92, pitch * _LETTER)
    _draw_marks(axes, look, (np.array([left + 6]), np.array([middle])), np.array([False]), size * 0.8 * scale, 5)
    axes.text(left + 15, middle, look.name, size=size * scale, va="center")
    if count is not None:
        told, note = say("picture-count", areas=count), min(NOTE, size) * scale
        axes.text(left + span - 10, middle, told, size=note, color=theme.QUIET, va="center", ha="right")
