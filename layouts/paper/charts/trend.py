"""The trend on paper: a thin line a county, a thick one a group, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from layouts.figures import theme
from layouts.figures.specs.chart_spec import Series, TrendSpec
from layouts.paper.charts.canvas import SYMBOLS, TICK, Canvas, lighten, pad_reach, round_ticks, spread_out
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words import charts as words
from locales import say

_LARGEST = 10.0  # points of a line's name
_TALLEST = 1.05  # of the width: a tall sheet is not filled
_LEADER = 22.0  # points from the last year to the names
_FOOT = 22.0
_COUNTY = 0.6  # how much of its group's colour a county's line keeps


@dataclass(frozen=True)
class _Line:
    """How a series is drawn, up to its ``last`` known value; sizes in points."""

    series: Series
    colour: str
    width: float
    symbol: str
    size: float
    dash: str
    text: str
    last: int


def draw_trend(spec: TrendSpec, on: Canvas) -> None:
    """Fill the canvas."""
    signs = [
        Line2D([], [], label=say("chart-group-mean", group=group.name), **on.mark(SYMBOLS[place % 2], 6, group.colour))
        for place, group in enumerate(spec.groups)
    ]
    for each in signs:
        each.set(linestyle="-", linewidth=2.6 * on.scale, color=each.get_markerfacecolor())
    top = on.legend(signs, on.height) - 6
    for remark in filter(None, (spec.remark, spec.redrawn)):
        top = on.paragraph(remark, top, BODY, theme.QUIET) - 4
    lines = _style_lines(spec, on)
    foot = _FOOT + (18 if spec.absent else 0)
    low, high = pad_reach(*spec.reach, 0.07)
    ticks = round_ticks(low, high, 6, spec.unit, spec.yes_no)
    bottom, ceiling = max(foot, top - on.width * _TALLEST), top - 22
    size = min(_LARGEST, (ceiling - bottom) / max(len(lines), 1) / 1.2)
    names = max((text_width(line.text, size) + size * 0.8 for line in lines), default=0)
    left = max((text_width(text, TICK) for text in ticks[1]), default=0) + 10
    box = (left, bottom, on.width - names - _LEADER, ceiling)
    margin = 1.0 if len(spec.years) == 1 else 0.25
    axes = on.add_axes(box, (spec.years[0] - margin, spec.years[-1] + margin), (low, high))
    on.mark_values(axes, "y", ticks)
    years = _select_year_labels(spec.years, (box[2] - box[0]) / (spec.years[-1] - spec.years[0] + 2 * margin))
    axes.set_xticks(years, [str(year) for year in years])
    axes.tick_params(pad=5)
    _mark_year(spec, axes, ceiling, on)
    for line in lines:
        look = on.mark(line.symbol, line.size, line.colour, width=0.7)
        look |= on.line(line.colour, line.width, line.dash, order=2 + line.width / 4)
        for run in line.series.runs:
            axes.plot(spec.years[run], line.series.floats[run], **look)
    _write_names(spec, lines, axes, box, size, on)
    if spec.absent:
        on.write(0, bottom - foot + 6, words.without_values(spec.absent), TICK, theme.QUIET)


def _style_lines(spec: TrendSpec, on: Canvas) -> list[_Line]:
    """Counties first, so that the groups lie over them; those without a value are left out."""
    colours, lines = [group.colour for group in spec.groups], []

    def add(series: Series, colour: str, width: float, symbol: str, size: float, dash: str = "-") -> None:
        if (last := series.last) is not None:
            lines.append(_Line(series, colour, width, symbol, size, dash, _end_label(spec, series, last), last))

    for series in spec.counties:
        group = colours.index(series.colour) if series.colour in colours else 0
        dash = "--" if on.grey and group % 2 else "-"
        add(series, lighten(series.colour, _COUNTY), 1.1, SYMBOLS[group % 2], 4.4, dash)
    for group, series in enumerate(spec.groups):
        add(series, series.colour, 2.8, SYMBOLS[group % 2], 7)
    if spec.area:
        add(spec.area, theme.INK, 2.2, "D", 5.5)
    return lines


def _end_label(spec: TrendSpec, series: Series, last: int) -> str:
    """A line's name with its last value, and its year where that is not the last one of all."""
    write = words.level_text if series in spec.groups else words.value_text
    text = f"{series.name} {write(series.values[last], spec.decimals, spec.yes_no)}"
    return (
        text
        if last == len(spec.years) - 1
        else say("list-aside", text=text, aside=say("county-dated", year=spec.years[last]))
    )


def _select_year_labels(years: Sequence[int], points: float) -> list[int]:
    """The years whose labels have room, ``points`` a year: the last one, and backwards each that overlaps none."""
    room, found = text_width("2000", TICK) * 1.3, [years[-1]]
    for year in reversed(years):
        if (found[-1] - year) * points >= room:
            found.append(year)
    return found


def _mark_year(spec: TrendSpec, axes: Axes, top: float, on: Canvas) -> None:
    """The unit over the numbers, and a rule at the year in question."""
    if not spec.yes_no:
        on.write(0, top + 12, say("chart-unit", unit=spec.unit), TICK, theme.QUIET)
    first, last = axes.get_xlim()
    if first <= spec.year <= last:
        axes.axvline(spec.year, **on.line(theme.QUIET, 1, ":"))
        year = say("county-dated", year=spec.year)
        on.write(spec.year, top + 10, year, TICK, theme.QUIET, "center", on=on.upright(axes))


def _write_names(
    spec: TrendSpec, lines: Sequence[_Line], axes: Axes, box: tuple[float, float, float, float], size: float, on: Canvas
) -> None:
    """Names at the right, none over another, each joined to its last point."""
    (first, end), (low, high) = axes.get_xlim(), axes.get_ylim()
    year, value = (end - first) / (box[2] - box[0]), (high - low) / (box[3] - box[1])  # of a point on the sheet
    lasts = [float(line.series.values[line.last] or 0) for line in lines]
    places = spread_out(lasts, [size * 1.2 * value] * len(lines), low, high)
    for line, last, place in zip(lines, lasts, places, strict=True):
        joint = [spec.years[line.last], end + 2 * year, end + (_LEADER - 3) * year]
        axes.plot(joint, [last, last, place], **on.line(line.colour, 0.6, ":" if spec.remark else "-", order=1.5))
        colour = theme.INK if line.colour == theme.INK else theme.legible_colour(line.series.colour)
        on.write(end + _LEADER * year, place, line.text, size, colour, on=axes.transData)
