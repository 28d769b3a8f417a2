"""The ranking on paper: one bar an area, best on top, continued in further columns where there are many."""

from dataclasses import dataclass
from math import ceil

from layouts.figures import theme
from layouts.figures.specs.chart_spec import RankingSpec
from layouts.paper.charts.canvas import MOST_COLUMNS, SYMBOLS, Axis, Canvas, LegendEntry, fewest_columns
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words.charts import unit_text, value_text
from layouts.words.common import MISSING

_TALLEST = 60.0  # points a row: few areas do not fill a tall sheet with bars
_LARGEST, _ENOUGH = 12.5, 7.6  # points of a row's text; columns are added until it is large enough
_GAP = 22.0  # between columns
_SHORTEST_BAR = 0.24  # of a column's width


@dataclass(frozen=True)
class _Rows:
    """How the areas are laid out: ``count`` rows in each of ``columns``, the size of their text and their height."""

    columns: int
    count: int
    size: float
    pitch: float


@dataclass(frozen=True)
class _BarColumn:
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
            LegendEntry(spec.order, colour=theme.QUIET),
            *([] if spec.yes_no else [LegendEntry(unit_text(spec.unit), colour=theme.QUIET)]),
        ],
        on.height,
        BODY,
    )
    texts = _value_texts(spec)
    most = min(MOST_COLUMNS, max(len(spec.names), 1))
    rows = fewest_columns(lambda columns: _layout_rows(spec, texts, on, top, columns), most, _ENOUGH)
    size, width = rows.size, (on.width - _GAP * (rows.columns - 1)) / rows.columns
    bar = _rank_room(spec, size) + size * 1.5 + max(text_width(name, size) for name in spec.names) + size * 0.6
    for index, text in enumerate(texts):
        column, row = divmod(index, rows.count)
        left = column * (width + _GAP)
        area = _BarColumn(left, left + bar, left + width, size, rows.pitch)
        _draw_area(spec, index, text, area, top - (row + 0.5) * rows.pitch, on)


def _group_entry(name: str, colour: str, groups: list[str]) -> LegendEntry:
    def sign(on: Canvas, x: float, y: float, size: float) -> None:
        on.mark(x - size * 0.5, y, SYMBOLS[groups.index(colour) % 2], size * 0.62, colour)
        on.bar(x, y - size * 0.38, size * 0.95, size * 0.76, on.group_fill(colour, groups), colour)

    return LegendEntry(name, sign)


def _value_texts(spec: RankingSpec) -> list[str]:
    """What stands behind every bar."""
    sign = "%" if spec.unit == "%" else ""
    remarks = spec.remarks or ("",) * len(spec.names)
    return [
        MISSING
        if value is None
        else value_text(value, spec.decimals, spec.yes_no) + sign + (f"（{remark}）" if remark else "")
        for value, remark in zip(spec.values, remarks, strict=True)
    ]


def _layout_rows(spec: RankingSpec, texts: list[str], on: Canvas, top: float, columns: int) -> _Rows:
    count = ceil(len(spec.names) / columns)
    pitch = min(_TALLEST, top / max(count, 1))
    width = (on.width - _GAP * (columns - 1)) / columns
    written = 2.6 + _rank_room(spec, 1) + max(text_width(name, 1) for name in spec.names)
    written += max(text_width(text, 1) for text in texts)
    return _Rows(columns, count, min(_LARGEST, pitch * 0.66, width * (1 - _SHORTEST_BAR) / written), pitch)


def _rank_room(spec: RankingSpec, size: float) -> float:
    return size * (0.56 * len(str(len(spec.names))) + 0.5) if spec.ranks else 0


def _draw_area(spec: RankingSpec, index: int, text: str, column: _BarColumn, y: float, on: Canvas) -> None:
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
    axis = _value_axis(spec, column)
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


def _value_axis(spec: RankingSpec, column: _BarColumn) -> Axis:
    """From zero or below to the largest value of any year, with room for the text behind the bar."""
    known = [value for value in spec.values if value is not None]
    low, high = spec.span or (min([0, *known]), max([0, *known]))
    room = max(text_width(text, column.size) for text in _value_texts(spec)) + column.size * 0.6
    return Axis(min(low, 0), high if high > min(low, 0) else 1, column.bar, column.right - room)
