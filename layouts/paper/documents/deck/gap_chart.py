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
from layouts.paper.documents.deck.chart_parts import (
    PointData,
    fill_solid,
    label_points,
    number_format,
    style_axis,
    style_chart,
)
from layouts.paper.documents.deck.slide_text import rgb
from layouts.paper.sheet.round_steps import round_step
from layouts.words.charts import level_text
from layouts.words.common import AVERAGING_NAMES

_ABOVE, _BELOW, _RIGHT = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.RIGHT
_COUNTY, _LEVEL, _NONE = (XL_MARKER_STYLE.CIRCLE, 9), (XL_MARKER_STYLE.DIAMOND, 11), (XL_MARKER_STYLE.NONE, 0)


@dataclass(frozen=True)
class _PointSeries:
    """Points at (value, height), the text at each of them, and their marker; without one ``colour`` joins them."""

    name: str
    points: list[tuple[float, float]]
    texts: list[str]
    positions: Sequence[XL_LABEL_POSITION]
    marker: tuple[XL_MARKER_STYLE, int] = _NONE
    colour: str = ""


def add_gap(slide: Any, spec: GapSpec, room: tuple[int, int, int, int]) -> Any:
    """Counties as named points in their group's row, the groups' levels below: a row a reading, with its 80 % line."""
    rows = len(spec.groups) + len(spec.averages)
    low, high, step = _axis_range(spec)
    shown = number_format(spec.decimals, spec.yes_no)
    # LibreOffice loses the series before a longer one: the longest comes first.
    drawn = sorted((one for one in _list_series(spec, low) if one.points), key=lambda one: -len(one.points))
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


def _list_series(spec: GapSpec, left: float) -> Iterator[_PointSeries]:
    """The names of the rows, the counties, the groups' levels, and each reading's 80 % line in its own row."""
    names = [*(group.name for group in spec.groups), *(AVERAGING_NAMES[reading] for reading in spec.averages)]
    heights = [float(len(names) - row) for row in range(len(names))]
    below = dict(zip(spec.averages, heights[len(spec.groups) :], strict=True))
    yield _PointSeries(" ", [(left, height) for height in heights], names, [_RIGHT] * len(names))
    for group, members, height in zip(spec.groups, spec.names, heights, strict=False):
        pairs = ((value, name) for value, name in zip(group.values, members, strict=True) if value is not None)
        known = sorted(pairs, key=itemgetter(0))
        points, texts = [(value, height) for value, _ in known], _name_together(known)
        yield _PointSeries(group.name, points, texts, (_ABOVE, _BELOW) * len(known), _COUNTY, group.colour)
    for place, group in enumerate(spec.groups):
        levels = {each: level for each, own in spec.averages.items() if (level := own[place]) is not None}
        texts = [f"{group.name} {level_text(level, spec.decimals, spec.yes_no)}" for level in levels.values()]
        # Where the groups are equal one text stands over the mark and one behind it.
        beside = [_RIGHT if place and len(set(spec.averages[each])) == 1 else _ABOVE for each in levels]
        points = [(level, below[each]) for each, level in levels.items()]
        yield _PointSeries(group.name, points, texts, beside, _LEVEL, group.colour)
    for reading, (line, text) in spec.lines.items():
        ends = [(line, below[reading] - 0.36), (line, below[reading] + 0.36)]
        yield _PointSeries(f"{AVERAGING_NAMES[reading]} {text}", ends, [text, ""], [_RIGHT] * 2, colour=theme.LINE_80)


def _name_together(known: Sequence[tuple[float, str]]) -> list[str]:
    """The text at every point: those of one value, which lie on one another, are named at the first of them."""
    texts = []
    for _, same in groupby(known, key=itemgetter(0)):
        names = [name for _, name in same]
        texts += ["、".join(names), *[""] * (len(names) - 1)]
    return texts


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
        series.format.line.color.rgb, series.format.line.width = rgb(one.colour), Pt(1.5)
        series.format.line.dash_style = MSO_LINE.DASH
    else:
        series.format.line.fill.background()
    if size:
        series.marker.size = size
        fill_solid(series.marker.format.fill, one.colour)
        series.marker.format.line.color.rgb = rgb(theme.PAPER)
