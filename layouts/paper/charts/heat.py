"""The grid of targets and counties on paper: a coloured cell with the status written into it."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from layouts.paper.charts.canvas import MOST_COLUMNS, Canvas, fewest_columns
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words import charts as words
from layouts.words.common import STATUSES

_LARGEST, _ENOUGH = 9.5, 7.0  # points of a row's text; columns are added until it is large enough
_GAP = 16.0  # between columns
_TALLEST = 24.0  # points a row
_NARROWEST_CELL = 1.45  # of the text's size


@dataclass(frozen=True)
class _Grid:
    """How the rows are laid out: ``columns`` of ``rows`` each, sizes in points."""

    columns: int
    rows: int
    size: float
    pitch: float
    label: float
    cell: float

    def is_narrow(self, texts: Sequence[str]) -> bool:
        """Whether the cells are too narrow for the longest text."""
        return max((text_width(text, self.size) for text in texts), default=0) > self.cell - self.size * 0.5


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
        on.paragraph(words.NO_TARGETS, on.height, BODY, theme.QUIET)
        return
    fills = theme.STATUS_COLOURS
    signs = [
        Patch(facecolor=fills[one], edgecolor=theme.AREA_BORDER, label=STATUSES[one], gid=words.STATUS_SIGNS[one])
        for one in Status
    ]
    top = on.legend(signs, on.height, BODY - 1, {Patch: _SignHandler()}) - 4
    most = min(MOST_COLUMNS, len(spec.rows))
    grid = fewest_columns(lambda columns: _layout_grid(spec, on, top, columns), most, _ENOUGH)
    texts = _write_cells(spec, grid)
    for column in range(grid.columns):
        left = column * (grid.label + grid.cell * len(spec.columns) + _GAP)
        _draw_column(
            spec, range(column * grid.rows, min((column + 1) * grid.rows, len(spec.rows))), texts, left, top, grid, on
        )


def _layout_grid(spec: HeatSpec, on: Canvas, top: float, columns: int) -> _Grid:
    rows = ceil(len(spec.rows) / columns)
    width = (on.width - _GAP * (columns - 1)) / columns
    label = max(text_width(name, 1) for name in spec.rows) + 0.8
    pitch = min(_TALLEST, top / (rows + 2.6))
    size = min(_LARGEST, pitch * 0.66, width / (label + _NARROWEST_CELL * len(spec.columns)))
    cell = min((width - label * size) / len(spec.columns), size * 7.5)
    return _Grid(columns, rows, size, pitch, label * size, cell)


def _write_cells(spec: HeatSpec, grid: _Grid) -> list[list[str]]:
    """The text of every cell: statuses in full where all have room, else their signs; few events with their count."""
    cells = [list(zip(statuses, texts, strict=True)) for statuses, texts in zip(spec.statuses, spec.texts, strict=True)]
    abbreviated = grid.is_narrow([text for row in cells for status, text in row if status is not Status.TOO_FEW])

    def shorten(status: Status | None, text: str) -> str:
        is_long = (abbreviated and status is not Status.TOO_FEW) or grid.is_narrow([text])
        return words.STATUS_SIGNS[status] if status and is_long else text

    return [[shorten(*cell) for cell in row] for row in cells]


def _draw_column(
    spec: HeatSpec, shown: range, texts: list[list[str]], left: float, top: float, grid: _Grid, on: Canvas
) -> None:
    """The targets ``shown`` in a column: the areas' names, and a row a target."""
    start, end = left + grid.label, left + grid.label + grid.cell * len(spec.columns)
    heads = [name if not grid.is_narrow([name]) else "\n".join(name) for name in spec.columns]
    lines = max(map(len, spec.columns)) if grid.is_narrow(spec.columns) else 1
    top -= grid.size * (lines * 1.1 + 0.7)
    box = (start, top - grid.pitch * grid.rows, end, top)
    axes = on.add_axes(box, (-0.5, len(spec.columns) - 0.5), (grid.rows - 0.5, -0.5))
    across = on.across(axes)
    axes.set_xticks(range(len(heads)), heads, size=grid.size * on.scale, color=theme.QUIET, linespacing=1.0)
    axes.tick_params(top=True, labeltop=True, labelbottom=False, pad=grid.size * 0.3 * on.scale)
    gap = min(0.8, grid.pitch * 0.06)
    width, height, boxes, fills = 1 - 2 * gap / grid.cell, 1 - 2 * gap / grid.pitch, [], []
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
