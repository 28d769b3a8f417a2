"""A county's place among all on paper: a row an indicator, domain by domain, in as many columns as are needed."""

from collections.abc import Sequence
from math import ceil

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from indicators.profile import CityComparison
from layouts.figures import theme
from layouts.figures.specs.chart_spec import SPINE_EDGE, SpineRow, SpineSpec
from layouts.paper.charts.canvas import Canvas, Columns, RowLimits, lay_out_columns
from layouts.paper.sheet.sheet import BODY, NOTE, text_width
from layouts.words.pages import county as words
from locales import say

_LIMITS = RowLimits(largest=9.0, enough=6.8, tallest=24.0, gap=20.0)
_CHART, _WIDEST = 9.0, 40.0  # of the text's size: the chart's least and greatest width
_GREY_SYMBOLS = {
    CityComparison.BETTER: "^",
    CityComparison.SIMILAR: "o",
    CityComparison.WORSE: "v",
    CityComparison.UNJUDGED: "X",
}

_Line = str | SpineRow  # a domain's heading, or an indicator


def draw_spine(spec: SpineSpec, on: Canvas) -> None:
    """Fill the canvas."""
    if not spec.domains:
        on.paragraph(say("county-no-comparisons"), on.height, BODY, theme.QUIET)
        return
    top = on.legend(_legend_signs(spec, on), on.height, BODY - 1) - 2
    for hint in (say("county-spine-hint"), say("county-similar-hint")):
        top = on.paragraph(hint, top, NOTE, theme.QUIET)
    every = [row.texts for rows in spec.domains.values() for row in rows]
    texts = zip(("", *words.spine_columns()), zip(*every, strict=True), strict=True)
    parts = [max(text_width(text, 1) for text in (head, *column)) + 0.9 for head, column in texts]
    letters = (sum(parts) + _CHART, sum(parts) + _WIDEST)
    columns = lay_out_columns(
        on, top - 4, lambda count: max(map(len, _part_into_columns(spec, count))), letters, _LIMITS
    )
    for place, lines in enumerate(_part_into_columns(spec, columns.count)):
        _draw_column(lines, columns.left(place), top - 4, columns, parts, on)


def _legend_signs(spec: SpineSpec, on: Canvas) -> list[Artist]:
    size = BODY - 1
    dots = [
        Line2D(
            [],
            [],
            label=say("county-city-comparisons", comparison=verdict),
            **on.mark(_choose_symbol(verdict, on), size * 0.85, colour),
        )
        for verdict, colour in theme.COMPARISON_COLOURS.items()
    ]
    bars = [
        Patch(color=fill, label=label)
        for fill, label in zip(theme.SPINE_FILLS, (say("county-whole"), say("county-middle")), strict=True)
    ]
    looks = (
        on.mark("|", size * 1.2, "none", theme.INK),
        on.mark("D", size * 0.6, "none", theme.INK, 1.2),
        on.mark("+", size * 0.9, "none", theme.QUIET, 1.4),
    )
    key = zip(words.mark_key(spec.benchmark, spec.reference), looks, strict=False)
    return [*dots, *bars, *(Line2D([], [], label=label, **look) for label, look in key)]


def _choose_symbol(verdict: CityComparison, on: Canvas) -> str:
    """A circle as on the screen; told apart by shape in a grey print."""
    return _GREY_SYMBOLS[verdict] if on.grey else "o"


def _part_into_columns(spec: SpineSpec, count: int) -> list[list[_Line]]:
    """Headings and rows in ``count`` columns of about the same length; a domain that goes on is headed again."""
    total = sum(len(rows) + 1 for rows in spec.domains.values())
    longest = ceil((total + count - 1) / count)
    columns: list[list[_Line]] = [[]]
    for domain, rows in spec.domains.items():
        if len(columns[-1]) + 2 > longest:
            columns.append([])
        columns[-1].append(say("common-domains", domain=domain))
        for row in rows:
            if len(columns[-1]) >= longest:
                columns.append([say("chart-continued", domain=say("common-domains", domain=domain))])
            columns[-1].append(row)
    return columns


def _draw_column(
    lines: Sequence[_Line], left: float, top: float, columns: Columns, parts: Sequence[float], on: Canvas
) -> None:
    """Headings and indicators below one another: texts in columns, and beside them the bars and marks on one scale."""
    label, value, city, unit = (part * columns.size for part in parts)
    ends = (left + label + value, left + label + value + city, left + label + value + city + columns.size * 0.4)
    box = (left + label + value + city + unit + 2, top - columns.pitch * len(lines), left + columns.width - 2, top)
    axes = on.add_axes(box, (-SPINE_EDGE - 0.12, SPINE_EDGE + 0.12), (len(lines) - 0.5, -0.5))
    across = on.across(axes)
    for place, line in enumerate(lines):
        row = None if isinstance(line, str) else line
        name, *texts = (line, *words.spine_columns()) if isinstance(line, str) else line.texts
        colours = (theme.INK if row and row.is_known else theme.QUIET, theme.QUIET, theme.QUIET)
        sizes = (1.0, 1.0, 0.92) if row else (0.92,) * 3
        on.write(left, place, name, columns.size * (1 if row else 1.08), on=across)
        for x, text, size, colour, align in zip(ends, texts, sizes, colours, ("right", "right", "left"), strict=True):
            on.write(x, place, text, columns.size * size, colour, align, on=across)
        if row:
            _draw_row(row, place, axes, columns.size, on)
        else:
            on.page.plot(
                [left, left + columns.width], [place + 0.45] * 2, transform=across, **on.line(theme.QUIET, 0.7)
            )


def _draw_row(row: SpineRow, place: int, axes: Axes, size: float, on: Canvas) -> None:
    """Bars of all counties and the middle half, the middle, and the marks of means and of the county itself."""
    for bar, colour in zip(row.bars, theme.SPINE_FILLS, strict=True):
        if bar:
            axes.barh(place, bar.end - bar.start, 0.56, bar.start, color=colour, zorder=3)
    if row.bars[0]:
        axes.plot([0, 0], [place - 0.5, place + 0.5], **on.line(theme.INK, 0.8, order=4))
    symbols = ("D", "+", _choose_symbol(row.verdict, on))
    for mark, symbol, share in zip(row.marks, symbols, (0.52, 0.8, 0.8), strict=True):
        if mark:
            shape = {1: ">", -1: "<"}.get(mark.beyond, symbol)
            hollow = mark is not row.marks[-1]
            fill, edge, width = ("none", mark.colour, 1.1) if hollow else (mark.colour, theme.PAPER, 0.7)
            axes.plot(mark.position, place, **on.mark(shape, size * share, fill, edge, width))
