"""A county's place among all on paper: a row an indicator, domain by domain, in as many columns as are needed."""

from dataclasses import dataclass
from math import ceil

from indicators.definition import Direction
from indicators.profile import CityComparison, CountyComparison
from layouts.figures import theme
from layouts.figures.charts.profile import EDGE, MIDDLE_FILL, VERDICT_COLOURS, WHOLE_FILL
from layouts.figures.specs.chart_spec import SpineSpec
from layouts.paper.charts.canvas import MOST_COLUMNS, Axis, Canvas, LegendEntry, fewest_columns
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
    top = on.legend(_legend_entries(spec), on.height, BODY - 1) - 2
    for hint in (words.SPINE_HINT, words.SIMILAR_HINT):
        top = on.paragraph(hint, top, NOTE, theme.QUIET)
    table = fewest_columns(lambda columns: _layout_table(spec, on, top - 4, columns), MOST_COLUMNS, _ENOUGH)
    for place, rows in enumerate(table.columns):
        left = place * (table.width + _GAP)
        for number, row in enumerate(rows):
            y = top - 4 - (number + 0.5) * table.pitch
            if isinstance(row, CountyComparison):
                _draw_row(row, left, y, table, on)
            else:
                _draw_heading(row, left, y, table, on)


def _legend_entries(spec: SpineSpec) -> list[LegendEntry]:
    def dot(verdict: CityComparison) -> LegendEntry:
        def sign(on: Canvas, x: float, y: float, size: float) -> None:
            on.mark(x, y, _choose_symbol(verdict, on), size * 0.85, VERDICT_COLOURS[verdict])

        return LegendEntry(words.CITY_COMPARISONS[verdict], sign)

    def bar(text: str, colour: str) -> LegendEntry:
        return LegendEntry(
            text, lambda on, x, y, size: on.bar(x - size * 0.8, y - size * 0.35, size * 1.6, size * 0.7, colour)
        )

    def centre(on: Canvas, x: float, y: float, size: float) -> None:
        on.line([(x, y - size * 0.6), (x, y + size * 0.6)], theme.INK, 1, order=4)

    entries = [*map(dot, CityComparison), bar(words.WHOLE, WHOLE_FILL), bar(words.MIDDLE, MIDDLE_FILL)]
    entries += [
        LegendEntry(words.CENTRE, centre),
        LegendEntry(
            words.group_mean(spec.benchmark),
            lambda on, x, y, size: on.mark(x, y, "D", size * 0.6, "none", theme.INK, 1.2),
        ),
    ]
    if spec.reference:
        entries.append(
            LegendEntry(
                words.reference_key(spec.reference),
                lambda on, x, y, size: on.mark(x, y, "+", size * 0.9, "none", theme.QUIET, 1.4),
            )
        )
    return entries


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


def _column_edges(left: float, table: _SpineTable) -> tuple[float, float, float, float]:
    """Right ends of value and city, left end of unit, left end of the chart."""
    name, value, city, unit = (part * table.size for part in table.parts)
    left += name
    return left + value, left + value + city, left + value + city + table.size * 0.4, left + value + city + unit


def _draw_heading(domain: str, left: float, y: float, table: _SpineTable, on: Canvas) -> None:
    value, city, unit, _ = _column_edges(left, table)
    on.write(left, y, domain, table.size * 1.08)
    for x, text, align in zip((value, city, unit), words.SPINE_COLUMNS, ("right", "right", "left"), strict=True):
        on.write(x, y, text, table.size * 0.92, theme.QUIET, align)
    under = y - table.pitch / 2 + 0.6
    on.line([(left, under), (left + table.width, under)], theme.QUIET, 0.7)


def _draw_row(one: CountyComparison, left: float, y: float, table: _SpineTable, on: Canvas) -> None:
    value, city, unit, chart = _column_edges(left, table)
    texts = _row_texts(one)
    on.write(left, y, texts[0], table.size)
    on.write(value, y, texts[1], table.size, theme.QUIET if one.value is None else theme.INK, "right")
    on.write(city, y, texts[2], table.size, theme.QUIET, "right")
    on.write(unit, y, texts[3], table.size * 0.92, theme.QUIET)
    spread = one.spread
    if spread is None:
        return
    axis = Axis(-EDGE - 0.12, EDGE + 0.12, chart + 2, left + table.width - 2)
    thick = table.pitch * 0.56
    spans = [((spread.worst, spread.best), WHOLE_FILL)]
    spans += [(spread.quartiles, MIDDLE_FILL)] if spread.quartiles else []
    for ends, colour in spans:
        start, end = sorted(axis.at(spread.position(value) or 0.0) for value in ends)
        on.bar(start, y - thick / 2, end - start, thick, colour)
    on.line([(axis.at(0), y - table.pitch / 2), (axis.at(0), y + table.pitch / 2)], theme.INK, 0.8, order=4)
    for known, symbol, fill, edge, share in (
        (one.benchmark, "D", "none", theme.INK, 0.52),
        (one.reference, "+", "none", theme.QUIET, 0.8),
        (one.value, _choose_symbol(one.against_city, on), VERDICT_COLOURS[one.against_city], theme.PAPER, 0.8),
    ):
        if known is not None and (position := spread.position(known)) is not None:
            beyond = abs(position) > EDGE
            sign = (">" if position > 0 else "<") if beyond and symbol in "D+" else symbol
            place = axis.at(min(max(position, -EDGE), EDGE))
            on.mark(place, y, sign, table.size * share, fill, edge, 1.1 if fill == "none" else 0.7)
