"""The canvas of charts on paper: a rectangle measured in points, so that the room of every text is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal, Protocol, TypeVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from scipy.optimize import isotonic_regression

from layouts.figures import theme
from layouts.paper.sheet.round_steps import round_step
from layouts.paper.sheet.sheet import BODY, Body, text_width, wrap_text
from layouts.words.common import NO, YES, number

LineStyle = Literal["-", "--", ":"]
MOST_COLUMNS = 4  # that rows of text are parted into
LEADING = 1.42  # from line to line, of the text's size
_BASELINE = 0.36  # of the size: how far the middle of a line lies above its baseline
SYMBOLS = ("o", "s")  # of the two groups, which a grey print tells apart by them
_PALE = 0.42  # how much of its colour the second group's bars keep in a grey print


class SizedLayout(Protocol):
    """Rows laid out in columns, ``size`` is that of their text in points."""

    @property
    def size(self) -> float:
        """Points on A4."""


Layout = TypeVar("Layout", bound=SizedLayout)


@dataclass(frozen=True)
class Canvas:
    """``width`` and ``height`` in points on A4, the origin at the lower left; ``scale`` enlarges text and lines."""

    axes: Axes
    width: float
    height: float
    scale: float
    grey: bool

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        colour: str = theme.INK,
        align: str = "left",
        halo: bool = False,
    ) -> None:
        """A line of text whose middle is at the height ``y``; ``align`` says which end or middle is at ``x``.

        A ``halo`` keeps it legible over lines.
        """
        text_size = size * self.scale
        effects = [withStroke(linewidth=text_size * 0.25, foreground=theme.PAPER)] if halo else None
        self.axes.text(
            x,
            y - _BASELINE * size,
            text,
            size=text_size,
            color=colour,
            horizontalalignment=align,
            verticalalignment="baseline",
            zorder=6,
            path_effects=effects,
        )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = 1,
        style: LineStyle = "-",
        order: float = 2,
    ) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        self.axes.add_line(Line2D(xs, ys, color=colour, linewidth=width * self.scale, linestyle=style, zorder=order))

    def bar(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none") -> None:
        """A rectangle from its lower left corner."""
        self.axes.add_patch(
            Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=0.9 * self.scale, zorder=3)
        )

    def mark(
        self, x: float, y: float, symbol: str, size: float, fill: str, edge: str = theme.PAPER, width: float = 1
    ) -> None:
        """A symbol ``size`` points wide."""
        self.axes.add_line(
            Line2D(
                [x],
                [y],
                linestyle="none",
                marker=symbol,
                markersize=size * self.scale,
                markerfacecolor=fill,
                markeredgecolor=edge,
                markeredgewidth=width * self.scale,
                zorder=5,
            )
        )

    def group_fill(self, colour: str, groups: Sequence[str]) -> str:
        """A group's colour for its bars; the second group's is paler in a grey print."""
        return lighten(colour, _PALE) if self.grey and colour in groups and groups.index(colour) % 2 else colour

    def paragraph(self, text: str, top: float, size: float, colour: str = theme.INK) -> float:
        """Lines of text from ``top`` downwards over the whole width; where they end."""
        for row in wrap_text(text, self.width, size):
            self.write(0, top - size * LEADING / 2, row, size, colour)
            top -= size * LEADING
        return top

    def legend(self, entries: Sequence["LegendEntry"], top: float, size: float) -> float:
        """Entries in rows from ``top`` downwards, each sign before its text; where they end."""
        x, y = 0.0, top - size * 0.8
        for entry in entries:
            room = entry.room(size)
            if x and x + room > self.width:
                x, y = 0.0, y - size * 1.7
            entry.draw(self, x, y, size)
            x += room
        return y - size * 0.8 if entries else top


@dataclass(frozen=True)
class LegendEntry:
    """One entry of a legend: ``sign`` draws at the place and in the size that it is given."""

    text: str
    sign: Callable[[Canvas, float, float, float], None] | None = None
    colour: str = theme.INK

    def room(self, size: float) -> float:
        """How wide the entry is, with the gap behind it."""
        return (size * 2.2 if self.sign else 0) + text_width(self.text, size) + size * 1.6

    def draw(self, on: Canvas, x: float, y: float, size: float) -> None:
        """Draw sign and text from ``x`` on, their middle at ``y``."""
        if self.sign:
            self.sign(on, x + size * 0.8, y, size)
            x += size * 2.2
        on.write(x, y, self.text, size, self.colour)


def create_canvas(body: Body, grey: bool) -> Canvas:
    """The whole room of a sheet."""
    axes = body.figure.add_axes(body.box.bounds)
    axes.set_axis_off()
    width, height = (side / body.figure.dpi * 72 / body.scale for side in (axes.bbox.width, axes.bbox.height))
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return Canvas(axes, width, height, body.scale, grey)


@dataclass(frozen=True)
class Axis:
    """Values from ``low`` to ``high`` along a line from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, most: int, unit: str = "", yes_no: bool = False) -> list[tuple[float, str]]:
        """Round values within the reach, about ``most`` of them, and their texts: thousands separated, % signed.

        A state has but two.
        """
        if yes_no:
            return [(0.0, NO), (1.0, YES)]
        sign = "%" if unit == "%" else ""
        step = round_step(self.high - self.low, max(most, 1))
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        decimals = next((digits for digits in range(10) if round(step, digits) == round(step, 12)), 10)
        return [(count * step, number(count * step + 0.0, decimals) + sign) for count in range(first, last + 1)]


def fewest_columns(layout: Callable[[int], Layout], most: int, enough: float) -> Layout:
    """The layout with the fewest columns, up to ``most``, whose text is ``enough`` large, else that with the largest.

    ``layout`` takes a number of columns.
    """
    layouts = [layout(columns) for columns in range(1, most + 1)]
    return next((one for one in layouts if one.size >= enough), max(layouts, key=lambda one: one.size))


def pad_reach(low: float, high: float, share: float) -> tuple[float, float]:
    """A reach with some room at both ends; never without any."""
    room = (high - low or abs(high) or 1) * share
    return low - room, high + room


def spread_out(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels near what is ``wanted``: none overlaps, all keep their order and stay in ``low`` to ``high``.

    ``sizes`` are their extents along the line; where their sum exceeds it the last ones stand beyond ``high``. Labels
    that would overlap form a block around the mean of what they want: an isotonic regression.
    """
    order = np.argsort(wanted, kind="stable")
    extents = np.asarray(sizes, dtype=float)[order]
    offsets = np.cumsum(extents) - extents / 2  # the middle of each label if the first one began at 0
    starts = isotonic_regression(np.asarray(wanted, dtype=float)[order] - offsets).x
    middles = np.empty(len(order))
    middles[order] = np.clip(starts, low, max(high - extents.sum(), low)) + offsets
    return list(middles.tolist())


def lighten(colour: str, share: float) -> str:
    """A colour mixed with white: ``share`` of it is kept."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
