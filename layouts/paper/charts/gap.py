"""The gap on paper: two rows of county points, each group's level under three readings, and the 80 % line."""

from collections.abc import Sequence
from math import ceil, floor

from matplotlib.axes import Axes

from indicators.gaps.gaps import Averaging
from layouts.figures import theme
from layouts.figures.specs.chart_spec import GapSpec, Series
from layouts.paper.charts.canvas import LEADING, SYMBOLS, TICK, Canvas, pad_reach, round_ticks, spread_out
from layouts.paper.sheet.sheet import BODY, NOTE, text_width, wrap_text
from layouts.words.charts import level_text, value_text, without_values
from locales import say

_READING_SYMBOLS = {Averaging.SIMPLE: "D", Averaging.WEIGHTED: "^", Averaging.POOLED: "s"}
_HEADLINE = 13.0
_LARGEST, _SMALLEST = 11.5, 10.0  # points of a label: where a row has no room for so large ones, there are several
_TALLEST = 0.9  # of the width: a tall sheet is not filled
_TALLEST_WHOLE = 0.45  # of a region as a whole, which has one band of counties
_LEADER = 15.0  # points from a symbol to its label
_APART = 40.0  # from the counties' points to the readings below
_PITCH = 17.0  # from one reading's row to the next
_FOOT = 30.0  # for the axis
_RIGHT = 24.0  # half of its last number


def draw_gap(spec: GapSpec, on: Canvas) -> None:
    """Fill the canvas. The height of the axes counts in points of the sheet."""
    top = on.paragraph(spec.headline, on.height, _HEADLINE) - 8
    left = max(min(max(text_width(group.name, BODY + 1) for group in spec.groups) + 16, on.width / 4), 74.0)
    right = on.width - _RIGHT
    bottom, ceiling = (
        top - min(top - _FOOT, (on.width - left) * (_TALLEST_WHOLE if spec.as_whole else _TALLEST)),
        top - 6,
    )
    reach = pad_reach(*spec.reach, 0.06)
    axes = on.add_axes((left, bottom, right, ceiling), reach, (bottom, ceiling))
    on.mark_values(axes, "x", round_ticks(*reach, 6, spec.unit, spec.yes_no))
    if not spec.yes_no:
        on.write(right, bottom - 24, say("chart-unit", unit=spec.unit), TICK, theme.QUIET, "right")
    rows = [position for position, _ in enumerate(spec.groups) if not (spec.as_whole and position)]
    point, band = (reach[1] - reach[0]) / (right - left), (ceiling - bottom) / len(rows)
    for position in rows:
        group = spec.groups[position]
        middle = ceiling - band * (position + 0.46)
        axes.axhline(middle, **on.line(theme.RULE, 1))
        _write_group(group, spec.names[position], middle, left, on)
        _draw_counties(spec, position, axes, middle, point, on)
        below, pitch = middle - min(_APART, band * 0.24), min(_PITCH, band * 0.135)
        _draw_averages(spec, position, axes, below, pitch, point, on)
        for other in range(1, len(spec.groups) if spec.as_whole else 0):
            _draw_averages(spec, other, axes, below - pitch * 1.5 * other, pitch, point, on)
        if position:
            between = [ceiling - band * position] * 2
            on.page.plot([0, on.width], between, **on.line(theme.RULE, 0.6, ":"))


def _write_group(group: Series, names: Sequence[str], y: float, room: float, on: Canvas) -> None:
    """The group, and below it those of its members that have no value."""
    on.write(0, y, group.name, BODY + 1.5, theme.legible_colour(group.colour))
    missing = [name for name, value in zip(names, group.values, strict=True) if value is None]
    for row, line in enumerate(wrap_text(without_values(missing), room - 8, NOTE) if missing else []):
        on.write(0, y - BODY * 1.5 - row * NOTE * LEADING, line, NOTE, theme.QUIET)


def _draw_counties(spec: GapSpec, position: int, axes: Axes, y: float, point: float, on: Canvas) -> None:
    """The counties of a group in a row, above each its name and value, joined to it; ``point`` is a point's value."""
    group, names = spec.groups[position], spec.names[position]
    known = [(name, value) for name, value in zip(names, group.values, strict=True) if value is not None]
    if not known:
        return
    values = [value for _, value in known]
    texts = [f"{name} {value_text(value, spec.decimals, spec.yes_no)}" for name, value in known]
    low, high = axes.get_xlim()
    written = sum(text_width(text, 1) + 1 for text in texts)  # times its size
    lowest, highest = axes.get_ylim()
    above = (highest - lowest) / (1 if spec.as_whole else len(spec.groups)) * 0.46 - _LEADER
    wanted = ceil(written * _SMALLEST * point / (0.8 * (high - low)))
    lanes = max(1, min(wanted, floor(above / (_SMALLEST * 1.7))))
    size = min(_LARGEST, lanes * 0.8 * (high - low) / point / written)
    order = sorted(range(len(values)), key=values.__getitem__)
    for lane in range(lanes):
        mine = order[lane::lanes]
        widths = [(text_width(texts[at], size) + size) * point for at in mine]
        foot = y + _LEADER + lane * size * 1.7
        for at, place in zip(mine, spread_out([values[at] for at in mine], widths, low, high), strict=True):
            axes.plot([values[at], place], [y, foot - _LEADER * 0.25], **on.line(theme.QUIET, 0.6))
            on.write(place, foot + size * 0.3, texts[at], size, align="center", halo=True, on=axes.transData)
    axes.plot(values, [y] * len(values), **on.mark(SYMBOLS[position % 2], 10.5, group.colour))


def _draw_averages(spec: GapSpec, position: int, axes: Axes, y: float, pitch: float, point: float, on: Canvas) -> None:
    """A row a reading, from ``y`` downwards: the group's level, and for the first group the line it is held against.

    Each reading has its own line, which does not leave its row: beside another reading's it would tell a wrong verdict.
    """
    size, end = min(_LARGEST - 1, pitch * 0.8), axes.get_xlim()[1] + _RIGHT * point
    for row, (reading, levels) in enumerate(spec.averages.items()):
        level, middle = levels[position], y - row * pitch
        if level is None:
            continue
        own = spec.level_names[position] if spec.level_names else spec.groups[position].name
        name = own if spec.as_whole else say("common-averaging-names", averaging=reading)
        text = f"{name} {level_text(level, spec.decimals, spec.yes_no)}"
        line, line_text = (None, "") if position else spec.lines.get(reading, (None, ""))
        beyond = level
        if line is not None:
            stroke = [middle - pitch * 0.42, middle + pitch * 0.42]
            axes.plot([line, line], stroke, **on.line(theme.LINE_80, 1.8, order=2.5))
            side, align = (-1, "right") if level >= line else (1, "left")
            # Clear of the symbol where that lies on the line.
            beside = side * max(side * line + 4 * point, side * level + 9 * point)
            on.write(beside, middle, line_text, size, theme.LINE_80, align, on=axes.transData)
            beyond = beside + side * text_width(line_text, size) * point
        left, right = min(level, beyond) - 9 * point, max(level, beyond) + 9 * point
        after = right + text_width(text, size) * point <= end and (line is None or level >= line)
        place, align = (right, "left") if after else (left, "right")
        on.write(place, middle, text, size, align=align, halo=True, on=axes.transData)
        symbol = _READING_SYMBOLS[reading]
        axes.plot(level, middle, **on.mark(symbol, min(9.5, pitch * 0.7), "none", spec.groups[position].colour, 1.8))
