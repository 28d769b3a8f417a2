"""The gap as a chart that PowerPoint draws itself: counties as named points, levels and 80 % lines below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor
from operator import itemgetter
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from layouts.figures import theme
from layouts.figures.specs.chart_spec import GapSpec
from layouts.paper.charts.canvas import spread_out
from layouts.paper.documents.deck.chart_parts import (
    TEXT_SIZE,
    PointData,
    fill_solid,
    label_points,
    number_format,
    style_axis,
    style_chart,
)
from layouts.paper.documents.deck.slide_text import rgb
from layouts.paper.documents.text_table import count_letters
from layouts.paper.sheet.round_steps import round_step
from layouts.words.charts import level_text
from locales import say

_ABOVE, _BELOW, _RIGHT = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.RIGHT
_COUNTY, _LEVEL, _NONE = (XL_MARKER_STYLE.CIRCLE, 9), (XL_MARKER_STYLE.DIAMOND, 11), (XL_MARKER_STYLE.NONE, 0)

_NAME_SIZE = TEXT_SIZE - 1  # points, of the texts at points
_PLOT = 0.92  # of a chart's width is its axis
_AROUND, _LIFT = 60, 6  # points: the height of what stands around the rows, and from a point to its name


@dataclass(frozen=True)
class _PointSeries:
    """Points at (value, height), the text at each of them, and their marker; without one ``colour`` joins them.

    ``is_leader``: they are joined by a thin stroke, which leads from a value to its name.
    """

    name: str
    points: list[tuple[float, float]]
    texts: list[str]
    positions: Sequence[XL_LABEL_POSITION]
    marker: tuple[XL_MARKER_STYLE, int] = _NONE
    colour: str = ""
    is_leader: bool = False


@dataclass(frozen=True)
class _Room:
    """The reach of the axis, how much of it a point of the slide is, and how far names stand from a row, in rows."""

    reach: tuple[float, float]
    point: float
    lift: float


def add_gap(slide: Any, spec: GapSpec, room: tuple[int, int, int, int]) -> Any:
    """Counties as named points in their group's row, the groups' levels below: a row a reading, with its 80 % line."""
    rows = len(_list_rows(spec))
    low, high, step = _axis_range(spec)
    pitch = max(room[3] / Pt(1) - _AROUND, 1) / (rows + 0.4)
    sizes = _Room((low, high), (high - low) / (_PLOT * room[2] / Pt(1)), _LIFT / pitch)
    shown = number_format(spec.decimals, spec.yes_no)
    # LibreOffice loses the series before a longer one: the longest comes first.
    listed = (one for one in _list_series(spec, sizes) if one.points)
    drawn = sorted(listed, key=lambda one: -len(one.points))
    data = PointData(number_format=shown)
    for one in drawn:
        series = data.add_series(one.name)
        for value, height in one.points:
            series.add_data_point(value, height)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *room, data)
    chart = style_chart(frame.chart)
    chart.has_legend = False
    for series, one in zip(chart.plots[0].series, drawn, strict=True):
        _style_series(series, one)
        label_points(series, one.texts, one.positions)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0.4, rows + 0.8
    # The room for names alone gets no marks below zero.
    form = shown if spec.yes_no or min(spec.known, default=0) < 0 else f"{shown};;{shown}"
    style_axis(chart.category_axis, spec.unit, form)
    chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = low, high
    chart.category_axis.major_unit = step
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    return frame


def _list_rows(spec: GapSpec) -> list[str]:
    """What the rows are called: groups of counties, and readings below them; a region as a whole has one row each."""
    if spec.as_whole:
        return [say("chart-county-row"), say("chart-whole-row")]
    return [
        *(group.name for group in spec.groups),
        *(say("common-averaging-names", averaging=reading) for reading in spec.averages),
    ]


def _list_series(spec: GapSpec, room: _Room) -> Iterator[_PointSeries]:
    """The names of the rows, the counties, the groups' levels, and each reading's 80 % line in its own row."""
    names = _list_rows(spec)
    heights = [float(len(names) - row) for row in range(len(names))]
    below = dict(zip(spec.averages, heights[-len(spec.averages) :], strict=True))
    yield _PointSeries(" ", [(room.reach[0], height) for height in heights], names, [_RIGHT] * len(names))
    for group, members, height in zip(spec.groups, spec.names, heights, strict=False):
        known = [(value, name) for value, name in zip(group.values, members, strict=True) if value is not None]
        named = _name_together(sorted(known, key=itemgetter(0)))
        for lane, side in enumerate((_ABOVE, _BELOW)):
            yield from _write_names(named[lane::2], height, side, room)
        yield _PointSeries(group.name, [(value, height) for value, _ in known], [], [], _COUNTY, group.colour)
    for place, group in enumerate(spec.groups):
        points = [(level, below[each]) for each, own in spec.averages.items() if (level := own[place]) is not None]
        yield _PointSeries(group.name, points, [], [], _LEVEL, group.colour)
    for reading, (line, text) in spec.lines.items():
        ends = [(line, below[reading] - 0.36), (line, below[reading] + room.lift / 2)]
        yield _PointSeries(
            f"{say('common-averaging-names', averaging=reading)} {text}",
            ends,
            [text, ""],
            [_RIGHT] * 2,
            colour=theme.LINE_80,
        )
    for reading, levels in spec.averages.items():
        told = [
            (level, f"{group.name} {level_text(level, spec.decimals, spec.yes_no)}")
            for level, group in zip(levels, spec.groups, strict=True)
            if level is not None
        ]
        yield from _write_names(told, below[reading], _ABOVE, room)


def _write_names(
    named: Sequence[tuple[float, str]], height: float, side: XL_LABEL_POSITION, room: _Room
) -> Iterator[_PointSeries]:
    """Texts on one side of their row, moved apart where they would touch; a stroke joins a moved one to its value."""
    if not named:
        return
    widths = [(count_letters(text) + 1) * _NAME_SIZE * room.point for _, text in named]
    places = spread_out([value for value, _ in named], widths, *room.reach)
    edge = height + (room.lift if side is _ABOVE else -room.lift)
    yield _PointSeries(" ", [(place, edge) for place in places], [text for _, text in named], [side] * len(named))
    for (value, _), place in zip(named, places, strict=True):
        if abs(place - value) > _NAME_SIZE * room.point:
            yield _PointSeries(" ", [(value, height), (place, edge)], [], [], colour=theme.QUIET, is_leader=True)


def _name_together(known: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Every value with its name; those of one value, which lie on one another, have one text."""
    return [
        (value, say("list-names").join(name for _, name in same)) for value, same in groupby(known, key=itemgetter(0))
    ]


def _axis_range(spec: GapSpec) -> tuple[float, float, float]:
    """The value axis: from and to round numbers around all points, and the step between its marks.

    At the left there is room for the rows' names.
    """
    if spec.yes_no:
        return -1.0, 1.25, 1.0
    known = [*spec.known, *(line for line, _ in spec.lines.values())]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    width = (high - low) or abs(high) or 1.0
    step = round_step(width, 5, (1, 2, 5, 10))
    return floor((low - 0.22 * width) / step) * step, ceil((high + 0.08 * width) / step) * step, step


def _style_series(series: Any, one: _PointSeries) -> None:
    series.marker.style, size = one.marker
    if one.marker is _NONE and one.colour:
        series.format.line.color.rgb, series.format.line.width = rgb(one.colour), Pt(0.5 if one.is_leader else 1.5)
        series.format.line.dash_style = MSO_LINE.SOLID if one.is_leader else MSO_LINE.DASH
    else:
        series.format.line.fill.background()
    if size:
        series.marker.size = size
        fill_solid(series.marker.format.fill, one.colour)
        series.marker.format.line.color.rgb = rgb(theme.PAPER)
