"""The trend on paper: a thin line a county, a thick one a group, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from layouts.figures import theme
from layouts.figures.specs.chart_spec import Series, TrendSpec
from layouts.paper.charts.canvas import SYMBOLS, Axis, Canvas, LegendEntry, LineStyle, lighten, pad_reach, spread_out
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words import charts as words

_LARGEST = 10.0  # points of a line's name
_TALLEST = 1.05  # of the width: a tall sheet is not filled
_LEADER = 22.0  # points from the last year to the names
_FOOT = 22.0
_COUNTY = 0.6  # how much of its group's colour a county's line keeps


@dataclass(frozen=True)
class _SeriesStyle:
    """How a series is drawn; sizes in points."""

    series: Series
    colour: str
    width: float
    symbol: str
    size: float
    dash: LineStyle
    text: str


def draw_trend(spec: TrendSpec, on: Canvas) -> None:
    """Fill the canvas."""
    top = on.legend(_legend_entries(spec), on.height, BODY) - 6
    if spec.remark:
        top = on.paragraph(spec.remark, top, BODY, theme.QUIET) - 4
    styles = _style_series(spec, on)
    absent = [style.series.name for style in styles if _last_known_position(style.series) is None]
    drawn = [style for style in styles if _last_known_position(style.series) is not None]
    foot = _FOOT + (18 if absent else 0)
    bottom = max(foot, top - on.width * _TALLEST)
    values = Axis(*pad_reach(*_value_range(spec), 0.07), bottom, top - 22)
    ticks = values.ticks(6, spec.unit, spec.yes_no)
    left = max((text_width(text, BODY - 1) for _, text in ticks), default=0) + 10
    size = min(_LARGEST, (values.end - values.start) / max(len(drawn), 1) / 1.2)
    names = max((text_width(style.text, size) + size * 0.8 for style in drawn), default=0)
    years = _years_axis(spec, left, on.width - names - _LEADER)
    _draw_axes(spec, years, values, ticks, left, on)
    for style in drawn:
        _draw_line(spec, style, years, values, on)
    _write_names(spec, drawn, years, values, size, on)
    if absent:
        on.write(0, bottom - foot + 6, words.without_values(absent), BODY - 1, theme.QUIET)


def _legend_entries(spec: TrendSpec) -> list[LegendEntry]:
    def thick(group: Series, symbol: str) -> LegendEntry:
        def draw(on: Canvas, x: float, y: float, size: float) -> None:
            on.line([(x - size * 0.8, y), (x + size * 0.8, y)], group.colour, 2.6)
            on.mark(x, y, symbol, 6, group.colour)

        return LegendEntry(words.group_mean(group.name), draw)

    return [thick(group, SYMBOLS[position % 2]) for position, group in enumerate(spec.groups)]


def _style_series(spec: TrendSpec, on: Canvas) -> list[_SeriesStyle]:
    """Counties first, so that the groups lie over them."""
    colours = [group.colour for group in spec.groups]
    styles = []
    for series in spec.counties:
        group = colours.index(series.colour) if series.colour in colours else 0
        dash: LineStyle = "--" if on.grey and group % 2 else "-"
        colour, label = lighten(series.colour, _COUNTY), _end_label(spec, series)
        styles.append(_SeriesStyle(series, colour, 1.1, SYMBOLS[group % 2], 4.4, dash, label))
    for group, series in enumerate(spec.groups):
        label = _end_label(spec, series, group=True)
        styles.append(_SeriesStyle(series, series.colour, 2.8, SYMBOLS[group % 2], 7, "-", label))
    if spec.area:
        styles.append(_SeriesStyle(spec.area, theme.INK, 2.2, "D", 5.5, "-", _end_label(spec, spec.area)))
    return styles


def _end_label(spec: TrendSpec, series: Series, group: bool = False) -> str:
    """A line's name with its last value, and its year where that is not the last one of all."""
    last = _last_known_position(series)
    if last is None:
        return series.name
    write = words.level_text if group else words.value_text
    text = f"{series.name} {write(series.values[last], spec.decimals, spec.yes_no)}"
    return text if last == len(spec.years) - 1 else f"{text}（{words.year_mark(spec.years[last])}）"


def _last_known_position(series: Series) -> int | None:
    """The position of the last known value."""
    return max((position for position, value in enumerate(series.values) if value is not None), default=None)


def _value_range(spec: TrendSpec) -> tuple[float, float]:
    shown = [*spec.counties, *spec.groups, *([spec.area] if spec.area else [])]
    known = [value for series in shown for value in series.values if value is not None]
    return (min(known), max(known)) if known else (0, 1)


def _years_axis(spec: TrendSpec, left: float, right: float) -> Axis:
    margin = 1.0 if len(spec.years) == 1 else 0.25
    return Axis(spec.years[0] - margin, spec.years[-1] + margin, left, right)


def _draw_axes(
    spec: TrendSpec, years: Axis, values: Axis, ticks: Sequence[tuple[float, str]], left: float, on: Canvas
) -> None:
    for value, text in ticks:
        y = values.at(value)
        on.line([(left, y), (years.end, y)], theme.RULE, 0.6)
        on.write(left - 6, y, text, BODY - 1, theme.QUIET, "right")
    if not spec.yes_no:
        on.write(0, values.end + 12, words.unit_text(spec.unit), BODY - 1, theme.QUIET)
    on.line([(left, values.start), (years.end, values.start)], theme.QUIET, 0.8)
    for year in _select_year_labels(spec.years, years):
        on.write(years.at(year), values.start - 11, str(year), BODY - 1, theme.QUIET, "center")
    if years.low <= spec.year <= years.high:
        x = years.at(spec.year)
        on.line([(x, values.start), (x, values.end)], theme.QUIET, 1, ":")
        on.write(min(x, years.end - 14), values.end + 10, words.year_mark(spec.year), BODY - 1, theme.QUIET, "center")


def _select_year_labels(years: Sequence[int], axis: Axis) -> list[int]:
    """The years that have room for their label: the last one, and backwards each that overlaps none."""
    room = text_width("2000", BODY - 1) * 1.3
    found: list[int] = []
    for year in reversed(years):
        if not found or axis.at(found[-1]) - axis.at(year) >= room:
            found.append(year)
    return found


def _draw_line(spec: TrendSpec, style: _SeriesStyle, years: Axis, values: Axis, on: Canvas) -> None:
    """Points, and lines between neighbouring years that are both known."""
    points = [
        None if value is None else (years.at(year), values.at(value))
        for year, value in zip(spec.years, style.series.values, strict=True)
    ]
    for before, after in pairwise(points):
        if before and after:
            on.line([before, after], style.colour, style.width, style.dash, order=2 + style.width / 4)
    for point in filter(None, points):
        on.mark(*point, style.symbol, style.size, style.colour, width=0.7)


def _write_names(
    spec: TrendSpec, styles: list[_SeriesStyle], years: Axis, values: Axis, size: float, on: Canvas
) -> None:
    """Names at the right, none over another, each joined to its last point."""
    ends = [(_last_known_position(style.series), style) for style in styles]
    points = [
        (years.at(spec.years[last]), values.at(value))
        for last, style in ends
        if last is not None and (value := style.series.values[last]) is not None
    ]
    wanted = [y for _, y in points]
    places = spread_out(wanted, [size * 1.2] * len(styles), values.start, values.end)
    x = years.end + _LEADER
    for style, point, y in zip(styles, points, places, strict=True):
        on.line(
            [point, (years.end + 2, point[1]), (x - 3, y)], style.colour, 0.6, ":" if spec.remark else "-", order=1.5
        )
        on.write(x, y, style.text, size, style.series.colour if style.colour != theme.INK else theme.INK)
