"""The grid of targets and counties on paper: a coloured cell with the status written into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.specs.chart_spec import HeatSpec
from layouts.paper.charts.canvas import MOST_COLUMNS, Canvas, LegendEntry, fewest_columns
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

    def is_narrow(self, texts: list[str]) -> bool:
        """Whether the cells are too narrow for the longest text."""
        return max((text_width(text, self.size) for text in texts), default=0) > self.cell - self.size * 0.5


def draw_heat(spec: HeatSpec, on: Canvas) -> None:
    """Fill the canvas."""
    if not spec.rows:
        on.paragraph(words.NO_TARGETS, on.height, BODY, theme.QUIET)
        return
    top = on.legend([_legend_entry(status) for status in Status], on.height, BODY - 1) - 4
    most = min(MOST_COLUMNS, len(spec.rows))
    grid = fewest_columns(lambda columns: _layout_grid(spec, on, top, columns), most, _ENOUGH)
    lines = zip(spec.statuses, spec.texts, strict=True)
    abbreviated = grid.is_narrow([text for statuses, texts in lines for text in _select_full_texts(statuses, texts)])
    for column in range(grid.columns):
        left = column * (grid.label + grid.cell * len(spec.columns) + _GAP)
        head = _head_height(spec, grid)
        for place, name in enumerate(spec.columns):
            _write_head(name, left + grid.label + (place + 0.5) * grid.cell, top - head / 2, grid, on)
        for row in range(column * grid.rows, min((column + 1) * grid.rows, len(spec.rows))):
            y = top - head - (row - column * grid.rows + 0.5) * grid.pitch
            on.line([(left, y), (left + grid.label + grid.cell * len(spec.columns), y)], theme.RULE, 0.4, order=1)
            on.write(left, y, spec.rows[row], grid.size, halo=True)
            for place, status in enumerate(spec.statuses[row]):
                if status is not None:
                    text = spec.texts[row][place]
                    if (abbreviated and status is not Status.TOO_FEW) or grid.is_narrow([text]):
                        text = words.STATUS_SIGNS[status]
                    _draw_cell(left + grid.label + place * grid.cell, y, status, text, grid, on)


def _select_full_texts(statuses: Sequence[Status | None], texts: Sequence[str]) -> list[str]:
    """The statuses that are written in full; those on few events are a sign with their count."""
    return [text for status, text in zip(statuses, texts, strict=True) if status is not Status.TOO_FEW]


def _legend_entry(status: Status) -> LegendEntry:
    def sign(on: Canvas, x: float, y: float, size: float) -> None:
        _draw_rectangle(x - size * 0.7, y - size * 0.6, size * 1.4, size * 1.2, status, on)
        on.write(x, y, words.STATUS_SIGNS[status], size * 0.9, _text_colour(status), "center")

    return LegendEntry(STATUSES[status], sign)


def _text_colour(status: Status) -> str:
    return theme.text_colour(theme.STATUS_COLOURS[status])


def _draw_rectangle(x: float, y: float, width: float, height: float, status: Status, on: Canvas) -> None:
    """A coloured rectangle; one as light as the paper keeps its border."""
    on.bar(x, y, width, height, theme.STATUS_COLOURS[status], theme.AREA_BORDER)


def _layout_grid(spec: HeatSpec, on: Canvas, top: float, columns: int) -> _Grid:
    rows = ceil(len(spec.rows) / columns)
    width = (on.width - _GAP * (columns - 1)) / columns
    label = max(text_width(name, 1) for name in spec.rows) + 0.8
    pitch = min(_TALLEST, top / (rows + 2.6))
    size = min(_LARGEST, pitch * 0.66, width / (label + _NARROWEST_CELL * len(spec.columns)))
    cell = min((width - label * size) / len(spec.columns), size * 7.5)
    return _Grid(columns, rows, size, pitch, label * size, cell)


def _head_height(spec: HeatSpec, grid: _Grid) -> float:
    letters = max(len(name) for name in spec.columns) if grid.is_narrow(list(spec.columns)) else 1
    return grid.size * (letters * 1.1 + 0.7)


def _write_head(name: str, x: float, y: float, grid: _Grid, on: Canvas) -> None:
    """A column's name; letter under letter where the column is narrow."""
    letters = [name] if text_width(name, grid.size) <= grid.cell - grid.size * 0.5 else list(name)
    for place, letter in enumerate(letters):
        on.write(x, y + ((len(letters) - 1) / 2 - place) * grid.size * 1.1, letter, grid.size, theme.QUIET, "center")


def _draw_cell(x: float, y: float, status: Status, text: str, grid: _Grid, on: Canvas) -> None:
    gap = min(0.8, grid.pitch * 0.06)
    _draw_rectangle(x + gap, y - grid.pitch / 2 + gap, grid.cell - 2 * gap, grid.pitch - 2 * gap, status, on)
    on.write(x + grid.cell / 2, y, text, grid.size * 0.92, _text_colour(status), "center")
