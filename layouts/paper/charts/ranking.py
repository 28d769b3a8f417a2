"""The ranking on paper: one bar an area, best on top, continued in further columns where there are many."""

from dataclasses import dataclass
from math import ceil

from matplotlib.patches import Patch

from layouts.figures import theme
from layouts.figures.specs.chart_spec import RankingSpec
from layouts.paper.charts.canvas import MOST_COLUMNS, SYMBOLS, Canvas, fewest_columns
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words.charts import unit_text, value_text
from layouts.words.common import MISSING

_TALLEST = 60.0  # points a row: few areas do not fill a tall sheet with bars
_LARGEST, _ENOUGH = 12.5, 7.6  # points of a row's text; columns are added until it is large enough
_GAP = 22.0  # between columns
_SHORTEST_BAR = 0.24  # of a column's width


@dataclass(frozen=True)
class _Rows:
    """How the areas are laid out: ``count`` rows in each of ``columns``, sizes in points.

    ``size`` is that of their text, ``pitch`` their height, ``width`` a column's. In it take rank and symbol the room
    ``ranks``, the names up to ``bar``, the values behind the longest bar ``values``.
    """

    columns: int
    count: int
    size: float
    pitch: float
    width: float
    ranks: float
    bar: float
    values: float


def draw_ranking(spec: RankingSpec, on: Canvas) -> None:
    """Fill the canvas."""
    groups = list(spec.groups.values())
    signs = [
        Patch(facecolor=on.group_fill(colour, groups), edgecolor=colour, label=name)
        for name, colour in spec.groups.items()
    ]
    top = on.legend(signs, on.height)
    said = [spec.order, "" if spec.yes_no else unit_text(spec.unit)]
    top = on.paragraph("　".join(filter(None, said)), top, BODY - 1, theme.QUIET) - 4
    texts = _value_texts(spec)
    most = min(MOST_COLUMNS, max(len(spec.names), 1))
    rows = fewest_columns(lambda columns: _layout_rows(spec, texts, on, top, columns), most, _ENOUGH)
    for column in range(rows.columns):
        shown = range(column * rows.count, min((column + 1) * rows.count, len(texts)))
        _draw_column(spec, shown, texts, column * (rows.width + _GAP), top, rows, on)


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
    ranks = 0.56 * len(str(len(spec.names))) + 0.5 if spec.ranks else 0
    name, value = (max(text_width(text, 1) for text in column) for column in (spec.names, texts))
    size = min(_LARGEST, pitch * 0.66, width * (1 - _SHORTEST_BAR) / (2.6 + ranks + name + value))
    bar, values = (ranks + 1.5 + name + 0.6) * size, (value + 0.6) * size
    return _Rows(columns, count, size, pitch, width, (ranks + 0.6) * size, bar, values)


def _draw_column(
    spec: RankingSpec, shown: range, texts: list[str], left: float, top: float, rows: _Rows, on: Canvas
) -> None:
    """The areas ``shown`` in a column: rank, symbol, name and bar, from zero to the largest value of any year."""
    size, groups = rows.size, list(spec.groups.values())
    known = [value for value in spec.values if value is not None]
    low, high = spec.span or (min([0, *known]), max([0, *known]))
    low, high = min(low, 0), high if high > min(low, 0) else 1
    box = (left + rows.bar, top - rows.count * rows.pitch, left + rows.width - rows.values, top)
    axes = on.add_axes(box, (low, high), (rows.count - 0.5, -0.5))
    beside, point = on.across(axes), (high - low) / (box[2] - box[0])  # the value of a point on the sheet
    symbol = left + rows.ranks
    places: dict[str, list[tuple[int, float | None]]] = {colour: [] for colour in spec.colours}
    for row, at in enumerate(shown):
        value, rank = spec.values[at], spec.ranks[at] if spec.ranks else None
        places[spec.colours[at]].append((row, value))
        if rank is not None:
            on.write(symbol - size, row, str(rank), size, theme.QUIET, "right", on=beside)
        on.write(symbol + size * 0.9, row, spec.names[at], size, on=beside)
        if value is None:
            on.write(box[0], row, texts[at], size, theme.QUIET, on=beside)
        else:
            on.write(max(0, value) + size * 0.4 * point, row, texts[at], size, on=axes.transData)
    for colour, areas in places.items():
        shape = SYMBOLS[groups.index(colour) % 2] if colour in groups else SYMBOLS[0]
        look = on.mark(shape, size * 0.62, colour)
        axes.plot([symbol] * len(areas), [row for row, _ in areas], transform=beside, **look)
        bars = [(row, value) for row, value in areas if value is not None]
        axes.barh(
            [row for row, _ in bars],
            [value for _, value in bars],
            min(rows.pitch * 0.62, 30) / rows.pitch,
            color=on.group_fill(colour, groups),
            edgecolor=colour if on.grey else "none",
            linewidth=0.9 * on.scale,
        )
