"""The ranking on paper: one bar an area, best on top, continued in further columns where there are many."""

from dataclasses import dataclass
from math import ceil

from layouts.figures import theme
from layouts.figures.specs.chart_spec import RankingSpec
from layouts.paper.charts.canvas import SYMBOLS, Axis, Canvas, Entry
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words.charts import unit_text, value_text
from layouts.words.common import MISSING

_TALLEST = 60.0  # points a row: few areas do not fill a tall sheet with bars
_LARGEST, _ENOUGH = 12.5, 7.6  # points of a row's text; columns are added until it is large enough
_MOST_COLUMNS = 4
_GAP = 22.0  # between columns
_SHORTEST_BAR = 0.24  # of a column's width


@dataclass(frozen=True)
class _Column:
    """Where one column of rows stands, and how large its text is. ``left`` and ``bar`` are abscissae in points."""

    left: float
    bar: float
    right: float
    size: float
    pitch: float


def draw_ranking(spec: RankingSpec, on: Canvas) -> None:
    """Fill the canvas."""
    groups = list(spec.groups.values())
    top = on.legend(
        [
            *(_group_entry(name, colour, groups) for name, colour in spec.groups.items()),
            Entry(spec.order, colour=theme.QUIET),
            *([] if spec.yes_no else [Entry(unit_text(spec.unit), colour=theme.QUIET)]),
        ],
        on.height,
        BODY,
    )
    texts = _texts(spec)
    count, rows = _columns(spec, texts, on, top)
    size, pitch = _fitting(spec, texts, on, top, count)
    width = (on.width - _GAP * (count - 1)) / count
    for position in range(count):
        left = position * (width + _GAP)
        names = max(text_width(name, size) for name in spec.names)
        column = _Column(
            left, left + _rank_room(spec, size) + size * 1.5 + names + size * 0.6, left + width, size, pitch
        )
        for row, index in enumerate(range(position * rows, min((position + 1) * rows, len(spec.names)))):
            _row(spec, index, texts[index], column, top - (row + 0.5) * pitch, on)


def _group_entry(name: str, colour: str, groups: list[str]) -> Entry:
    def sign(on: Canvas, x: float, y: float, size: float) -> None:
        on.mark(x - size * 0.5, y, SYMBOLS[groups.index(colour) % 2], size * 0.62, colour)
        on.bar(x, y - size * 0.38, size * 0.95, size * 0.76, on.group_fill(colour, groups), colour)

    return Entry(name, sign)


def _texts(spec: RankingSpec) -> list[str]:
    """What stands behind every bar."""
    sign = "%" if spec.unit == "%" else ""
    remarks = spec.remarks or ("",) * len(spec.names)
    return [
        MISSING
        if value is None
        else value_text(value, spec.decimals, spec.yes_no) + sign + (f"（{remark}）" if remark else "")
        for value, remark in zip(spec.values, remarks, strict=True)
    ]


def _columns(spec: RankingSpec, texts: list[str], on: Canvas, top: float) -> tuple[int, int]:
    """How many columns, and how many rows in each: the fewest with text that is large enough, else the largest."""
    most = min(_MOST_COLUMNS, max(len(spec.names), 1))
    sizes = {count: _fitting(spec, texts, on, top, count)[0] for count in range(1, most + 1)}
    count = next(
        (count for count, size in sizes.items() if size >= _ENOUGH), max(sizes, key=lambda count: sizes[count])
    )
    return count, ceil(len(spec.names) / count)


def _fitting(spec: RankingSpec, texts: list[str], on: Canvas, top: float, count: int) -> tuple[float, float]:
    """Size of the text and height of a row in ``count`` columns."""
    rows = ceil(len(spec.names) / count)
    pitch = min(_TALLEST, top / max(rows, 1))
    width = (on.width - _GAP * (count - 1)) / count
    written = 2.6 + _rank_room(spec, 1) + max(text_width(name, 1) for name in spec.names)
    written += max(text_width(text, 1) for text in texts)
    return min(_LARGEST, pitch * 0.66, width * (1 - _SHORTEST_BAR) / written), pitch


def _rank_room(spec: RankingSpec, size: float) -> float:
    return size * (0.56 * len(str(len(spec.names))) + 0.5) if spec.ranks else 0


def _row(spec: RankingSpec, index: int, text: str, column: _Column, y: float, on: Canvas) -> None:
    size, groups, colour = column.size, list(spec.groups.values()), spec.colours[index]
    rank = spec.ranks[index] if spec.ranks else None
    symbol = column.left + _rank_room(spec, size) + size * 0.6
    if rank is not None:
        on.write(symbol - size, y, str(rank), size, theme.QUIET, "right")
    on.mark(symbol, y, SYMBOLS[groups.index(colour) % 2] if colour in groups else SYMBOLS[0], size * 0.62, colour)
    on.write(symbol + size * 0.9, y, spec.names[index], size)
    value = spec.values[index]
    if value is None:
        on.write(column.bar, y, text, size, theme.QUIET)
        return
    axis = _axis(spec, column)
    zero, end = axis.at(0), axis.at(value)
    thick = min(column.pitch * 0.62, 30)
    on.bar(
        min(zero, end),
        y - thick / 2,
        abs(end - zero),
        thick,
        on.group_fill(colour, groups),
        colour if on.grey else "none",
    )
    on.write(max(zero, end) + size * 0.4, y, text, size)


def _axis(spec: RankingSpec, column: _Column) -> Axis:
    """From zero or below to the largest value of any year, with room for the text behind the bar."""
    known = [value for value in spec.values if value is not None]
    low, high = spec.span or (min([0, *known]), max([0, *known]))
    room = max(text_width(text, column.size) for text in _texts(spec)) + column.size * 0.6
    return Axis(min(low, 0), high if high > min(low, 0) else 1, column.bar, column.right - room)
