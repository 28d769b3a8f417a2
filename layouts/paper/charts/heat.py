"""The grid of targets and counties on paper: a coloured cell with the status written into it."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from matplotlib.collections import PatchCollection
from matplotlib.colors import to_hex
from matplotlib.legend_handler import HandlerPatch
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text

from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.specs.chart_spec import HeatSpec
from layouts.paper.charts.canvas import Canvas, Columns, RowLimits, lay_out_columns
from layouts.paper.sheet.sheet import BODY, text_width
from locales import say

_LIMITS = RowLimits(largest=9.5, enough=7.0, tallest=24.0, gap=16.0)
_HEADS = 2.6  # rows that the areas' names take above a column
_NARROWEST_CELL, _WIDEST_CELL = 1.45, 7.5  # of the text's size


class _SignHandler(HandlerPatch):
    """Draws a status in a legend as in a cell: its sign in a box of its colour."""

    def create_artists(self, legend: Any, orig_handle: Any, *place: Any) -> list[Any]:
        x, y, width, height, size, trans = place
        text, colour = orig_handle.get_gid(), theme.text_colour(to_hex(orig_handle.get_facecolor()))
        sign = Text(
            x + width / 2, y + height / 2, text, size=size * 0.85, color=colour, ha="center", va="center_baseline"
        )
        sign.set_transform(trans)
        return [*super().create_artists(legend, orig_handle, x, y, width, height, size, trans), sign]


def draw_heat(spec: HeatSpec, on: Canvas) -> None:
    """Fill the canvas."""
    if not spec.rows:
        on.paragraph(say("chart-no-targets"), on.height, BODY, theme.QUIET)
        return
    fills = theme.STATUS_COLOURS
    signs = [
        Patch(
            facecolor=fills[one],
            edgecolor=theme.AREA_BORDER,
            label=say("common-statuses", status=one),
            gid=say("chart-status-signs", status=one),
        )
        for one in Status
    ]
    top = on.legend(signs, on.height, BODY - 1, {Patch: _SignHandler()}) - 4
    label, areas = max(text_width(name, 1) for name in spec.rows) + 0.8, len(spec.columns)
    letters = (label + _NARROWEST_CELL * areas, label + _WIDEST_CELL * areas)
    columns = lay_out_columns(on, top, lambda count: ceil(len(spec.rows) / count), letters, _LIMITS, _HEADS)
    cell = (columns.width - label * columns.size) / areas
    texts = _write_cells(spec, columns.size, cell)
    for left, shown in columns.parts(len(spec.rows)):
        _draw_column(spec, shown, texts, left, top, columns, cell, on)


def _is_narrow(cell: float, size: float, texts: Sequence[str]) -> bool:
    """Whether cells are too narrow for the longest of texts."""
    return max((text_width(text, size) for text in texts), default=0) > cell - size * 0.5


def _write_cells(spec: HeatSpec, size: float, cell: float) -> list[list[str]]:
    """The text of every cell: statuses in full where all have room, else their signs; few events with their count."""
    cells = [list(zip(statuses, texts, strict=True)) for statuses, texts in zip(spec.statuses, spec.texts, strict=True)]
    abbreviated = _is_narrow(
        cell, size, [text for row in cells for status, text in row if status is not Status.TOO_FEW]
    )

    def shorten(status: Status | None, text: str) -> str:
        is_long = (abbreviated and status is not Status.TOO_FEW) or _is_narrow(cell, size, [text])
        return say("chart-status-signs", status=status) if status and is_long else text

    return [[shorten(*cell) for cell in row] for row in cells]


def _draw_column(
    spec: HeatSpec,
    shown: range,
    texts: list[list[str]],
    left: float,
    top: float,
    grid: Columns,
    cell: float,
    on: Canvas,
) -> None:
    """The targets ``shown`` in a column: the areas' names, and a row a target."""
    start, end = left + grid.width - cell * len(spec.columns), left + grid.width
    heads = ["\n".join(name) if _is_narrow(cell, grid.size, [name]) else name for name in spec.columns]
    lines = max(map(len, spec.columns)) if _is_narrow(cell, grid.size, spec.columns) else 1
    top -= grid.size * (lines * 1.1 + 0.7)
    box = (start, top - grid.pitch * grid.rows, end, top)
    axes = on.add_axes(box, (-0.5, len(spec.columns) - 0.5), (grid.rows - 0.5, -0.5))
    across = on.across(axes)
    axes.set_xticks(range(len(heads)), heads, size=grid.size * on.scale, color=theme.QUIET, linespacing=1.0)
    axes.tick_params(top=True, labeltop=True, labelbottom=False, pad=grid.size * 0.3 * on.scale)
    gap = min(0.8, grid.pitch * 0.06)
    width, height, boxes, fills = 1 - 2 * gap / cell, 1 - 2 * gap / grid.pitch, [], []
    for row, at in enumerate(shown):
        on.page.plot([left, end], [row, row], transform=across, **on.line(theme.RULE, 0.4, order=1))
        on.write(left, row, spec.rows[at], grid.size, halo=True, on=across)
        for place, status in enumerate(spec.statuses[at]):
            if status is not None:
                boxes.append(Rectangle((place - width / 2, row - height / 2), width, height))
                fills.append(theme.STATUS_COLOURS[status])
                ink = theme.text_colour(fills[-1])
                on.write(place, row, texts[at][place], grid.size * 0.92, ink, "center", on=axes.transData)
    # A border: some statuses are as light as the paper.
    cells = PatchCollection(boxes, facecolor=fills, edgecolor=theme.AREA_BORDER, linewidth=0.9 * on.scale, zorder=3)
    axes.add_collection(cells, autolim=False)
