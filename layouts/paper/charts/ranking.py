"""The ranking on paper: one bar an area, best on top, continued in further columns where there are many."""

from collections.abc import Sequence
from math import ceil, inf

from matplotlib.patches import Patch

from layouts.figures import theme
from layouts.figures.specs.chart_spec import RankingSpec
from layouts.paper.charts.canvas import SYMBOLS, Canvas, Columns, RowLimits, lay_out_columns
from layouts.paper.sheet.sheet import BODY, text_width

_LIMITS = RowLimits(largest=12.5, enough=7.6, tallest=60.0, gap=22.0)
_SHORTEST_BAR = 0.24  # of a column's width


def draw_ranking(spec: RankingSpec, on: Canvas) -> None:
    """Fill the canvas."""
    groups = list(spec.groups.values())
    signs = [
        Patch(facecolor=on.group_fill(colour, groups), edgecolor=colour, label=name)
        for name, colour in spec.groups.items()
    ]
    top = on.legend(signs, on.height)
    top = on.paragraph(spec.about, top, BODY - 1, theme.QUIET) - 4
    texts = spec.texts
    ranks = 0.56 * len(str(len(spec.names))) + 0.5 if spec.ranks else 0
    name, value = (max(text_width(text, 1) for text in column) for column in (spec.names, texts))
    letters = (2.6 + ranks + name + value) / (1 - _SHORTEST_BAR)
    columns = lay_out_columns(on, top, lambda count: ceil(len(texts) / count), (letters, inf), _LIMITS)
    rooms = (ranks + 0.6, ranks + 1.5 + name + 0.6, value + 0.6)
    for left, shown in columns.parts(len(texts)):
        _draw_column(spec, shown, texts, left, top, columns, [room * columns.size for room in rooms], on)


def _draw_column(
    spec: RankingSpec,
    shown: range,
    texts: list[str],
    left: float,
    top: float,
    columns: Columns,
    rooms: Sequence[float],
    on: Canvas,
) -> None:
    """The areas ``shown`` in a column: rank, symbol, name and bar, from zero to the largest value of any year.

    ``rooms`` are points: what ranks and symbols take, all up to the bars, and the values behind the longest one.
    """
    size, groups = columns.size, list(spec.groups.values())
    ranks, bar, values = rooms
    known = [value for value in spec.values if value is not None]
    low, high = spec.span or (min([0, *known]), max([0, *known]))
    low, high = min(low, 0), high if high > min(low, 0) else 1
    box = (left + bar, top - columns.rows * columns.pitch, left + columns.width - values, top)
    axes = on.add_axes(box, (low, high), (columns.rows - 0.5, -0.5))
    beside, point = on.across(axes), (high - low) / (box[2] - box[0])  # the value of a point on the sheet
    symbol = left + ranks
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
            min(columns.pitch * 0.62, 30) / columns.pitch,
            color=on.group_fill(colour, groups),
            edgecolor=colour if on.grey else "none",
            linewidth=0.9 * on.scale,
        )
