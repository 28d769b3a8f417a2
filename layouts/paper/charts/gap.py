"""The gap on paper: two rows of county points, each group's level under three readings, and the 80 % line."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.gaps.gaps import Averaging
from layouts.figures import theme
from layouts.figures.specs.chart_spec import GapSpec, Series
from layouts.paper.charts.canvas import LEADING, SYMBOLS, Axis, Canvas, pad_reach, spread_out
from layouts.paper.sheet.sheet import BODY, NOTE, text_width, wrap_text
from layouts.words.charts import level_text, unit_text, value_text, without_values
from layouts.words.common import AVERAGING_NAMES

_READING_SYMBOLS = {
    AVERAGING_NAMES[Averaging.SIMPLE]: "D",
    AVERAGING_NAMES[Averaging.WEIGHTED]: "^",
    AVERAGING_NAMES[Averaging.POOLED]: "s",
}
_HEADLINE = 13.0
_LARGEST = 11.5  # points of a label
_TALLEST = 0.9  # of the width: a tall sheet is not filled
_LEADER = 15.0  # points from a symbol to its label
_APART = 40.0  # from the counties' points to the readings below
_PITCH = 17.0  # from one reading's row to the next
_FOOT = 30.0  # for the axis
_RIGHT = 24.0  # half of its last number


@dataclass(frozen=True)
class _Label:
    """A symbol's place on the axis and what is written beside it."""

    x: float
    text: str


def draw_gap(spec: GapSpec, on: Canvas) -> None:
    """Fill the canvas."""
    top = on.paragraph(spec.headline, on.height, _HEADLINE) - 8
    left = min(max(text_width(group.name, BODY + 1) for group in spec.groups) + 16, on.width / 4)
    left = max(left, 74.0)
    height = min(top - _FOOT, (on.width - left) * _TALLEST)
    bottom, ceiling = top - height, top - 6
    axis = Axis(*pad_reach(*_value_range(spec), 0.06), left, on.width - _RIGHT)
    _draw_axis(spec, axis, bottom, ceiling, on)
    band = (ceiling - bottom) / len(spec.groups)
    for position, group in enumerate(spec.groups):
        middle = ceiling - band * (position + 0.46)
        names = spec.names[position]
        on.line([(left, middle), (on.width - _RIGHT, middle)], theme.RULE, 1)
        _write_group(group, names, middle, left, on)
        _draw_counties(spec, group, names, axis, middle, SYMBOLS[position % 2], on)
        _draw_averages(spec, position, axis, middle - min(_APART, band * 0.24), min(_PITCH, band * 0.135), on)
        if position:
            on.line([(0, ceiling - band * position), (on.width, ceiling - band * position)], theme.RULE, 0.6, ":")


def _value_range(spec: GapSpec) -> tuple[float, float]:
    known = [value for group in spec.groups for value in group.values if value is not None]
    known += [level for levels in spec.averages.values() for level in levels if level is not None]
    known += [*(spec.span or ()), *(line for line, _ in spec.lines.values())]
    return (min(known), max(known)) if known else (0, 1)


def _draw_axis(spec: GapSpec, axis: Axis, bottom: float, top: float, on: Canvas) -> None:
    for value, text in axis.ticks(6, spec.unit, spec.yes_no):
        x = axis.at(value)
        on.line([(x, bottom), (x, top)], theme.RULE, 0.6)
        on.write(x, bottom - 10, text, BODY - 1, theme.QUIET, "center")
    on.line([(axis.start, bottom), (axis.end, bottom)], theme.QUIET, 0.8)
    if not spec.yes_no:
        on.write(axis.end, bottom - 24, unit_text(spec.unit), BODY - 1, theme.QUIET, "right")


def _write_group(group: Series, names: Sequence[str], y: float, room: float, on: Canvas) -> None:
    """The group, and below it those of its members that have no value."""
    on.write(0, y, group.name, BODY + 1.5, group.colour)
    missing = [name for name, value in zip(names, group.values, strict=True) if value is None]
    lines = wrap_text(without_values(missing), room - 8, NOTE) if missing else []
    for row, line in enumerate(lines):
        on.write(0, y - BODY * 1.5 - row * NOTE * LEADING, line, NOTE, theme.QUIET)


def _draw_counties(
    spec: GapSpec, group: Series, names: Sequence[str], axis: Axis, y: float, symbol: str, on: Canvas
) -> None:
    known = [(name, value) for name, value in zip(names, group.values, strict=True) if value is not None]
    labels = [
        _Label(axis.at(value), f"{name} {value_text(value, spec.decimals, spec.yes_no)}") for name, value in known
    ]
    _write_labels(labels, axis, y, _LEADER, on)
    for label in labels:
        on.mark(label.x, y, symbol, 10.5, group.colour)


def _draw_averages(spec: GapSpec, position: int, axis: Axis, y: float, pitch: float, on: Canvas) -> None:
    """A row a reading, from ``y`` downwards: the group's level, and for the first group the line it is held against.

    Each reading has its own line, which does not leave its row: beside another reading's it would tell a wrong verdict.
    """
    size = min(_LARGEST - 1, pitch * 0.8)
    for row, (name, levels) in enumerate(spec.averages.items()):
        level, middle = levels[position], y - row * pitch
        if level is None:
            continue
        x, text = axis.at(level), f"{name} {level_text(level, spec.decimals, spec.yes_no)}"
        line = None if position else spec.lines.get(name)
        beyond = x
        if line is not None:
            beyond = axis.at(line[0])
            above = level >= line[0]
            on.line([(beyond, middle - pitch * 0.42), (beyond, middle + pitch * 0.42)], theme.LINE_80, 1.8, order=2.5)
            side, align = (-1, "right") if above else (1, "left")
            beside = side * max(side * beyond + 4, side * x + 9)  # clear of the symbol where that lies on the line
            on.write(beside, middle, line[1], size, theme.LINE_80, align)
            beyond = beside + side * text_width(line[1], size)
        left, right = min(x, beyond), max(x, beyond)
        fits = right + 9 + text_width(text, size) <= on.width
        after = fits and (line is None or level >= line[0])
        on.write(right + 9 if after else left - 9, middle, text, size, align="left" if after else "right", halo=True)
        symbol = _READING_SYMBOLS.get(name, "D")
        on.mark(x, middle, symbol, min(9.5, pitch * 0.7), "none", spec.groups[position].colour, 1.8)


def _write_labels(labels: list[_Label], axis: Axis, y: float, away: float, on: Canvas) -> None:
    """Labels in one row above or below their symbols, each joined to its own."""
    room = axis.end - axis.start
    needed = sum(text_width(label.text, 1) + 1 for label in labels)
    size = min(_LARGEST, 0.8 * room / needed) if labels else _LARGEST
    widths = [text_width(label.text, size) + size for label in labels]
    middles = spread_out([label.x for label in labels], widths, axis.start, axis.end)
    for label, middle in zip(labels, middles, strict=True):
        near = y + away * 0.75
        on.line([(label.x, y), (middle, near)], theme.QUIET, 0.6)
        on.write(
            middle, y + away + (size / 2 if away > 0 else -size / 2) * 0.6, label.text, size, align="center", halo=True
        )
