"""The room of a chart on paper, measured in points, and matplotlib's axes in it: styled, with ticks and a legend."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation, Transform, blended_transform_factory

from layouts.figures import theme
from layouts.paper.sheet.round_steps import round_step
from layouts.paper.sheet.sheet import BODY, Body, text_width, wrap_text
from layouts.words.common import number
from locales import say

_MOST_COLUMNS = 4  # that rows of text are parted into
LEADING = 1.42  # from line to line, of the text's size
TICK = BODY - 1.0  # points of a number at an axis
SYMBOLS = ("o", "s")  # of the two groups, which a grey print tells apart by them
_BASELINE = 0.36  # of the size: how far the middle of a line lies above its baseline
_SIGN, _BEHIND = 2.2, 1.6  # of the size: room of a sign in a legend, and behind its text
_ROW = 1.7  # of the size: from row to row of a legend
_PALE = 0.42  # how much of its colour the second group's bars keep in a grey print
_APART_IN_GREY = 2  # to one, the contrast of colours that a grey print tells apart


@dataclass(frozen=True)
class Canvas:
    """``width`` and ``height`` in points on A4, the origin at the lower left; ``scale`` enlarges text and lines.

    ``page`` are axes over the whole room that count in these points.
    """

    page: Axes
    width: float
    height: float
    scale: float
    grey: bool

    def add_axes(self, box: tuple[float, float, float, float], x: Sequence[float], y: Sequence[float]) -> Axes:
        """Bare axes in a box (left, bottom, right, top), from one end to the other of ``x`` and ``y``.

        What reaches beyond the box is drawn too.
        """
        left, bottom, right, top = box
        axes = self.page.inset_axes((left, bottom, right - left, top - bottom), transform=self.page.transData)
        axes.set(xlim=x, ylim=y, xticks=[], yticks=[], facecolor="none")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, labelsize=TICK * self.scale, labelcolor=theme.QUIET)
        return axes

    def mark_values(self, axes: Axes, name: str, ticks: tuple[list[float], list[str]]) -> None:
        """Ticks with grid lines on the axis ``name`` ("x" or "y"), and a line at the foot."""
        axis = {"x": axes.xaxis, "y": axes.yaxis}[name]
        axis.set_ticks(ticks[0], ticks[1])
        axis.grid(color=theme.RULE, linewidth=0.6 * self.scale)
        axes.spines["bottom"].set(visible=True, color=theme.QUIET, linewidth=0.8 * self.scale)
        axes.set_axisbelow(True)

    def across(self, axes: Axes) -> Transform:
        """Places beside a row of ``axes``: x in points of the page, y in their values."""
        return blended_transform_factory(self.page.transData, axes.transData)

    def upright(self, axes: Axes) -> Transform:
        """Places over or under a column of ``axes``: x in their values, y in points of the page."""
        return blended_transform_factory(axes.transData, self.page.transData)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        colour: str = theme.INK,
        align: str = "left",
        halo: bool = False,
        on: Transform | None = None,
    ) -> None:
        """A line of text whose middle is at the height ``y``; ``align`` says which end or middle is at ``x``.

        Both count in points of the page, or as ``on`` says. A ``halo`` keeps it legible over lines.
        """
        text_size = size * self.scale
        lower = ScaledTranslation(0, -_BASELINE * text_size / 72, self.page.figure.dpi_scale_trans)
        self.page.text(
            x,
            y,
            text,
            size=text_size,
            color=colour,
            horizontalalignment=align,
            transform=(on or self.page.transData) + lower,
            zorder=6,
            path_effects=[withStroke(linewidth=text_size * 0.25, foreground=theme.PAPER)] if halo else None,
        )

    def mark(self, symbol: str, size: float, fill: str, edge: str = theme.PAPER, width: float = 1) -> dict[str, Any]:
        """How ``plot`` draws symbols ``size`` points wide that nothing joins."""
        return {
            "linestyle": "none",
            "marker": symbol,
            "markersize": size * self.scale,
            "markerfacecolor": fill,
            "markeredgecolor": edge,
            "markeredgewidth": width * self.scale,
            "zorder": 5,
            "clip_on": False,
        }

    def line(self, colour: str, width: float, style: str = "-", order: float = 2) -> dict[str, Any]:
        """How ``plot`` draws lines."""
        look = {"color": colour, "linewidth": width * self.scale, "linestyle": style}
        return look | {"zorder": order, "clip_on": False}

    def group_fill(self, colour: str, groups: Sequence[str]) -> str:
        """A group's colour for its bars; in a grey print the second group's is paler where their greys are alike."""
        alike = len(groups) > 1 and theme.contrast_ratio(*groups[:2]) < _APART_IN_GREY
        return lighten(colour, _PALE) if self.grey and alike and colour in groups[1::2] else colour

    def paragraph(self, text: str, top: float, size: float, colour: str = theme.INK) -> float:
        """Lines of text from ``top`` downwards over the whole width; where they end."""
        for row in wrap_text(text, self.width, size):
            self.write(0, top - size * LEADING / 2, row, size, colour)
            top -= size * LEADING
        return top

    def legend(
        self, signs: Sequence[Artist], top: float, size: float = BODY, handlers: Mapping[Any, Any] | None = None
    ) -> float:
        """Signs before their labels, in as few rows from ``top`` downwards as they fit in; where they end."""
        rooms = [text_width(str(sign.get_label()), size) + (_SIGN + _BEHIND) * size for sign in signs]

        def width(columns: int) -> float:
            return sum(max(map(float, part)) for part in np.array_split(rooms, columns))

        columns = next((count for count in range(len(signs), 1, -1) if width(count) <= self.width), 1)
        self.page.legend(
            handles=list(signs),
            handler_map=handlers,
            loc="upper left",
            bbox_to_anchor=(0, top),
            bbox_transform=self.page.transData,
            ncols=columns,
            fontsize=size * self.scale,
            frameon=False,
            borderpad=0,
            borderaxespad=0,
            handlelength=1.6,
            handleheight=1.1,
            handletextpad=_SIGN - 1.6,
            columnspacing=_BEHIND,
        )
        return top - _ROW * size * ceil(len(signs) / columns)


def create_canvas(body: Body, grey: bool) -> Canvas:
    """The whole room of a sheet."""
    page = body.figure.add_axes(body.box.bounds)
    page.set_axis_off()
    width, height = (side / body.figure.dpi * 72 / body.scale for side in (page.bbox.width, page.bbox.height))
    page.set(xlim=(0, width), ylim=(0, height))
    return Canvas(page, width, height, body.scale, grey)


def round_ticks(
    low: float, high: float, most: int, unit: str = "", yes_no: bool = False
) -> tuple[list[float], list[str]]:
    """Round values within the reach, about ``most`` of them, and their texts: thousands separated, % signed.

    A state has but two.
    """
    if yes_no:
        return [0.0, 1.0], [say("common-no"), say("common-yes")]
    sign = "%" if unit == "%" else ""
    step = round_step(high - low, max(most, 1))
    counts = range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)
    decimals = next((digits for digits in range(10) if round(step, digits) == round(step, 12)), 10)
    return [count * step for count in counts], [number(count * step + 0.0, decimals) + sign for count in counts]


@dataclass(frozen=True)
class RowLimits:
    """Points: the largest text of a row, one that needs no further column, the tallest row, the gap between columns."""

    largest: float
    enough: float
    tallest: float
    gap: float


@dataclass(frozen=True)
class Columns:
    """Rows in ``count`` columns of up to ``rows`` each; all else in points. ``pitch`` is the height of a row."""

    count: int
    rows: int
    size: float
    pitch: float
    width: float
    gap: float

    def left(self, place: int) -> float:
        """Where a column begins."""
        return place * (self.width + self.gap)

    def parts(self, total: int) -> list[tuple[float, range]]:
        """Where each column begins, and which of ``total`` rows stand in it."""
        starts = range(0, self.count * self.rows, max(self.rows, 1))
        return [(self.left(at), range(start, min(start + self.rows, total))) for at, start in enumerate(starts)]


def lay_out_columns(
    on: Canvas,
    top: float,
    count_rows: Callable[[int], int],
    letters: tuple[float, float],
    limits: RowLimits,
    heads: float = 0,
) -> Columns:
    """The fewest columns below ``top`` whose text is large enough, else those with the largest text.

    ``count_rows`` gives the rows of the longest of so many columns. ``letters`` are the least and the greatest width
    of a row in units of its text's size, ``heads`` the height of what stands above the rows in rows.
    """

    def lay_out(count: int) -> Columns:
        rows, width = count_rows(count), (on.width - limits.gap * (count - 1)) / count
        pitch = min(limits.tallest, top / max(rows + heads, 1))
        size = min(limits.largest, pitch * 0.66, width / letters[0])
        return Columns(count, rows, size, pitch, min(width, letters[1] * size), limits.gap)

    layouts = [lay_out(count) for count in range(1, _MOST_COLUMNS + 1)]
    return next((one for one in layouts if one.size >= limits.enough), max(layouts, key=lambda one: one.size))


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
    from scipy.optimize import isotonic_regression  # noqa: PLC0415  (SciPy takes longer to load than a map to draw)

    starts = isotonic_regression(np.asarray(wanted, dtype=float)[order] - offsets).x
    middles = np.empty(len(order))
    middles[order] = np.clip(starts, low, max(high - extents.sum(), low)) + offsets
    return list(middles.tolist())


def lighten(colour: str, share: float) -> str:
    """A colour mixed with white: ``share`` of it is kept."""
    red, green, blue = (1 - (1 - part) * share for part in to_rgb(colour))
    return to_hex((red, green, blue)).upper()
