"""The gap as a chart that PowerPoint draws itself: counties as named points, levels and 80 % lines below them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, floor
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
from layouts.words.common import number

_ABOVE, _BELOW, _RIGHT = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.RIGHT


def add_gap(slide: Any, spec: GapSpec, room: tuple[int, int, int, int]) -> Any:
    """Counties as named points in their group's row, the groups' levels below: a row a reading, with its 80 % line."""
    rows = [series.name for series in spec.groups] + list(spec.averages)
    heights = {name: float(len(rows) - number) for number, name in enumerate(rows)}
    low, high, step = _axis_range(spec)
    shown = number_format(spec.decimals, spec.yes_no)
    names = _PointSeries(" ", [(low, heights[name]) for name in rows], rows, [_RIGHT] * len(rows), _style_row_names)
    drawn = [names, *_county_series(spec, heights), *_level_series(spec, heights), *_line_series(spec, heights)]
    # LibreOffice loses the series before a longer one: the longest comes first.
    drawn = sorted((one for one in drawn if one.points), key=lambda one: -len(one.points))
    data = PointData(number_format=shown)
    for one in drawn:
        series = data.add_series(one.name)
        for value, height in one.points:
            series.add_data_point(value, height)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *room, data)
    chart = style_chart(frame.chart)
    chart.has_legend = False
    for series, one in zip(chart.plots[0].series, drawn, strict=True):
        one.style(series)
        label_points(series, one.texts, one.positions)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0.4, len(rows) + 0.8
    # The room for names alone gets no marks below zero.
    form = shown if spec.yes_no or min(spec.known, default=0) < 0 else f"{shown};;{shown}"
    style_axis(chart.category_axis, spec.unit, form)
    chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = low, high
    chart.category_axis.major_unit = step
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    return frame


@dataclass(frozen=True)
class _PointSeries:
    """A series of the gap: points at (value, height), the text at each of them, and how the series looks."""

    name: str
    points: list[tuple[float, float]]
    texts: list[str]
    positions: Sequence[XL_LABEL_POSITION]
    style: Callable[[Any], None]


def _county_series(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_PointSeries]:
    for series, names in zip(spec.groups, spec.names, strict=True):
        known = sorted((value, name) for value, name in zip(series.values, names, strict=True) if value is not None)
        points = [(value, heights[series.name]) for value, _ in known]
        style = partial(_style_points, colour=series.colour, level=False)
        yield _PointSeries(series.name, points, [name for _, name in known], (_ABOVE, _BELOW) * len(known), style)


def _level_series(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_PointSeries]:
    for group, series in enumerate(spec.groups):
        levels = {name: values[group] for name, values in spec.averages.items()}
        known = {name: value for name, value in levels.items() if value is not None}
        texts = [f"{series.name} {_level_text(value, spec)}" for value in known.values()]
        style = partial(_style_points, colour=series.colour, level=True)
        points = [(value, heights[name]) for name, value in known.items()]
        yield _PointSeries(series.name, points, texts, [_ABOVE] * len(texts), style)


def _level_text(value: float, spec: GapSpec) -> str:
    """A level; that of a state is the share of the counties that have it."""
    return f"{value:.0%}" if spec.yes_no else number(value, spec.decimals)


def _line_series(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_PointSeries]:
    """The 80 % line of every reading, in the row of that reading only."""
    for name, (line, text) in spec.lines.items():
        points = [(line, heights[name] - 0.36), (line, heights[name] + 0.36)]
        yield _PointSeries(f"{name} {text}", points, [text, ""], [_RIGHT] * 2, _style_line)


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


def _style_points(series: Any, colour: str, level: bool) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.DIAMOND if level else XL_MARKER_STYLE.CIRCLE
    series.marker.size = 11 if level else 9
    fill_solid(series.marker.format.fill, colour)
    series.marker.format.line.color.rgb = rgb(theme.PAPER)


def _style_line(series: Any) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = rgb(theme.LINE_80), Pt(1.5)
    series.format.line.dash_style = MSO_LINE.DASH


def _style_row_names(series: Any) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE
