"""A county's place among all on paper: a row an indicator, domain by domain, in as many columns as are needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from indicators.definition import Direction
from indicators.profile import CityComparison, CountyComparison
from layouts.figures import theme
from layouts.figures.charts.profile import EDGE, MIDDLE_FILL, VERDICT_COLOURS, WHOLE_FILL
from layouts.figures.specs.chart_spec import SpineSpec
from layouts.paper.charts.canvas import MOST_COLUMNS, Canvas, fewest_columns
from layouts.paper.sheet.sheet import BODY, NOTE, text_width
from layouts.words import charts as chart_words
from layouts.words.pages import county as words

_LARGEST, _ENOUGH = 9.0, 6.8  # points of a row's text; columns are added until it is large enough
_GAP = 20.0  # between columns
_TALLEST = 24.0  # points a row
_CHART, _WIDEST = 9.0, 40.0  # of the text's size: the chart's least and greatest width
_GREY_SYMBOLS = {
    CityComparison.BETTER: "^",
    CityComparison.SIMILAR: "o",
    CityComparison.WORSE: "v",
    CityComparison.UNJUDGED: "X",
}

_SpineRow = str | CountyComparison  # a domain's heading, or an indicator


@dataclass(frozen=True)
class _SpineTable:
    """The rows by column, and in units of the text's ``size`` the widths of name, county, city and unit."""

    columns: list[list[_SpineRow]]
    size: float
    pitch: float
    width: float
    parts: tuple[float, float, float, float]


def draw_spine(spec: SpineSpec, on: Canvas) -> None:
    """Fill the canvas."""
    if not spec.domains:
        on.paragraph(words.NO_COMPARISONS, on.height, BODY, theme.QUIET)
        return
    top = on.legend(_legend_signs(spec, on), on.height, BODY - 1) - 2
    for hint in (words.SPINE_HINT, words.SIMILAR_HINT):
        top = on.paragraph(hint, top, NOTE, theme.QUIET)
    table = fewest_columns(lambda columns: _layout_table(spec, on, top - 4, columns), MOST_COLUMNS, _ENOUGH)
    for place, rows in enumerate(table.columns):
        _draw_column(rows, place * (table.width + _GAP), top - 4, table, on)


def _legend_signs(spec: SpineSpec, on: Canvas) -> list[Artist]:
    size = BODY - 1
    marks = [
        (words.CITY_COMPARISONS[verdict], on.mark(_choose_symbol(verdict, on), size * 0.85, VERDICT_COLOURS[verdict]))
        for verdict in CityComparison
    ]
    bars = [Patch(color=WHOLE_FILL, label=words.WHOLE), Patch(color=MIDDLE_FILL, label=words.MIDDLE)]
    others = [
        (words.CENTRE, on.mark("|", size * 1.2, "none", theme.INK)),
        (words.group_mean(spec.benchmark), on.mark("D", size * 0.6, "none", theme.INK, 1.2)),
        (words.reference_key(spec.reference), on.mark("+", size * 0.9, "none", theme.QUIET, 1.4)),
    ]
    first, last = (
        [Line2D([], [], label=label, **look) for label, look in entries]
        for entries in (marks, others if spec.reference else others[:-1])
    )
    return [*first, *bars, *last]


def _choose_symbol(verdict: CityComparison, on: Canvas) -> str:
    """A circle as on the screen; told apart by shape in a grey print."""
    return _GREY_SYMBOLS[verdict] if on.grey else "o"


def _layout_table(spec: SpineSpec, on: Canvas, top: float, count: int) -> _SpineTable:
    columns = _part_into_columns(spec, count)
    every = [one for standings in spec.domains.values() for one in standings]
    texts = zip(*(_row_texts(one) for one in every), strict=True)
    heads = ("", *words.SPINE_COLUMNS)
    name, value, city, unit = (
        max(text_width(text, 1) for text in [head, *column]) + 0.9 for head, column in zip(heads, texts, strict=True)
    )
    width = (on.width - _GAP * (count - 1)) / count
    written = name + value + city + unit
    pitch = min(_TALLEST, top / max(len(rows) for rows in columns))
    size = min(_LARGEST, pitch * 0.66, width / (written + _CHART))
    return _SpineTable(columns, size, pitch, min(width, (written + _WIDEST) * size), (name, value, city, unit))


def _part_into_columns(spec: SpineSpec, count: int) -> list[list[_SpineRow]]:
    """Headings and rows in ``count`` columns of about the same length; a domain that goes on is headed again."""
    total = sum(len(standings) + 1 for standings in spec.domains.values())
    longest = ceil((total + count - 1) / count)
    columns: list[list[_SpineRow]] = [[]]
    for domain, standings in spec.domains.items():
        if len(columns[-1]) + 2 > longest:
            columns.append([])
        columns[-1].append(domain)
        for one in standings:
            if len(columns[-1]) >= longest:
                columns.append([chart_words.continued(domain)])
            columns[-1].append(one)
    return columns


def _row_texts(one: CountyComparison) -> tuple[str, str, str, str]:
    indicator = one.indicator
    mark = f" {words.REVERSED}" if indicator.direction is Direction.LOWER else ""
    values = (words.value_text(indicator, value) for value in (one.value, one.city))
    return (indicator.name + mark, *values, indicator.unit)  # type: ignore[return-value]


def _draw_column(rows: Sequence[_SpineRow], left: float, top: float, table: _SpineTable, on: Canvas) -> None:
    """Headings and indicators below one another: texts in columns, and beside them the bars and marks on one scale."""
    label, value, city, unit = (part * table.size for part in table.parts)
    ends = (left + label + value, left + label + value + city, left + label + value + city + table.size * 0.4)
    box = (left + label + value + city + unit + 2, top - table.pitch * len(rows), left + table.width - 2, top)
    axes = on.add_axes(box, (-EDGE - 0.12, EDGE + 0.12), (len(rows) - 0.5, -0.5))
    across = on.across(axes)
    for place, row in enumerate(rows):
        known = row if isinstance(row, CountyComparison) else None
        name, *texts = _row_texts(known) if known else (str(row), *words.SPINE_COLUMNS)
        colours = (theme.INK if known and known.value is not None else theme.QUIET, theme.QUIET, theme.QUIET)
        sizes = (1.0, 1.0, 0.92) if known else (0.92,) * 3
        on.write(left, place, name, table.size * (1 if known else 1.08), on=across)
        for x, text, size, colour, align in zip(ends, texts, sizes, colours, ("right", "right", "left"), strict=True):
            on.write(x, place, text, table.size * size, colour, align, on=across)
        if known:
            _draw_standing(known, place, axes, table, on)
        else:
            on.page.plot([left, left + table.width], [place + 0.45] * 2, transform=across, **on.line(theme.QUIET, 0.7))


def _draw_standing(one: CountyComparison, row: int, axes: Axes, table: _SpineTable, on: Canvas) -> None:
    """Bars of all counties and the middle half, the middle, and the marks of means and of the county itself."""
    spread = one.spread
    if spread is None:
        return
    for ends, colour in (((spread.worst, spread.best), WHOLE_FILL), (spread.quartiles, MIDDLE_FILL)):
        if ends:
            start, end = (spread.position(value) or 0.0 for value in ends)
            axes.barh(row, end - start, 0.56, start, color=colour, zorder=3)
    axes.plot([0, 0], [row - 0.5, row + 0.5], **on.line(theme.INK, 0.8, order=4))
    for known, symbol, fill, edge, share in (
        (one.benchmark, "D", "none", theme.INK, 0.52),
        (one.reference, "+", "none", theme.QUIET, 0.8),
        (one.value, _choose_symbol(one.against_city, on), VERDICT_COLOURS[one.against_city], theme.PAPER, 0.8),
    ):
        if known is not None and (position := spread.position(known)) is not None:
            beyond = abs(position) > EDGE and symbol in "D+"
            shape = (">" if position > 0 else "<") if beyond else symbol
            look = on.mark(shape, table.size * share, fill, edge, 1.1 if fill == "none" else 0.7)
            axes.plot(min(max(position, -EDGE), EDGE), row, **look)
