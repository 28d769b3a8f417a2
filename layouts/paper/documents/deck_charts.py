"""Charts that PowerPoint draws itself and an office can edit, from the specs that the pictures are drawn from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import ceil, floor
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt
from xlsxwriter import Workbook

from layouts.figures import theme
from layouts.figures.specs.chart_spec import ChartSpec, GapSpec, RankingSpec, TrendSpec
from layouts.paper.sheet.round_steps import round_step
from layouts.words.common import MISSING, NO, YES, number

Room = tuple[int, int, int, int]  # left, top, width, height in EMU
_TEXT = 11  # points
_ABOVE, _BELOW, _RIGHT = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.RIGHT


def is_native(spec: ChartSpec) -> bool:
    """Whether PowerPoint can draw a chart of this kind."""
    return isinstance(spec, RankingSpec | TrendSpec | GapSpec)


def add_chart(slide: Any, spec: ChartSpec, room: Room, title: str) -> None:
    """Put a native chart on a slide of python-pptx; ``title`` describes it to a screen reader.

    Raises TypeError for a chart that is not native.
    """
    match spec:
        case RankingSpec():
            frame = _ranking(slide, spec, room)
        case TrendSpec():
            frame = _trend(slide, spec, room)
        case GapSpec():
            frame = _gap(slide, spec, room)
        case _:
            raise TypeError(f"expected a chart that PowerPoint can draw, got {type(spec).__name__}")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", title)  # no public way to a chart's description


class _Categories(CategoryChartData):
    """Names and numbers of a chart whose names are texts in the workbook behind it."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that an office edits the chart with."""
        return _workbook_of(self)


class _PointSets(XyChartData):
    """Points of a chart whose names are texts in the workbook behind it."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that an office edits the chart with."""
        return _workbook_of(self)


def _workbook_of(data: Any) -> bytes:
    """As python-pptx writes it, but for names that begin with = or look like an address: those stay texts."""
    buffer = BytesIO()
    as_texts = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, as_texts) as book:
        data._workbook_writer._populate_worksheet(book, book.add_worksheet())  # no public way to the options of a book
    return buffer.getvalue()


def _number_format(decimals: int, yes_no: bool) -> str:
    if yes_no:
        return f'"{YES}";;"{NO}"'
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _ranking(slide: Any, spec: RankingSpec, room: Room) -> Any:
    """Bars in the groups' colours, the best on top; an area without a value keeps its name."""
    data = _Categories(number_format=_number_format(spec.decimals, spec.yes_no))
    data.categories = [
        name if value is not None else f"{name}（{MISSING}）"
        for name, value in zip(spec.names, spec.values, strict=True)
    ]
    data.add_series(spec.unit, spec.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room, data)
    chart = _plain(frame.chart)
    chart.has_legend = False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = _number_format(spec.decimals, spec.yes_no), False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(_TEXT)
    for point, (colour, value) in enumerate(zip(spec.colours, spec.values, strict=True)):
        if value is not None:
            _fill(plot.series[0].points[point].format.fill, colour)
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _rgb(theme.RULE)
    # Reversed categories would carry the value axis to the top.
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if spec.span and spec.span[0] >= 0:
        chart.value_axis.minimum_scale = 0
    return frame


def _trend(slide: Any, spec: TrendSpec, room: Room) -> Any:
    """Thin lines for counties, thick ones for the groups' means; years without a value stay open."""
    data = _Categories(number_format=_number_format(spec.decimals, spec.yes_no))
    data.categories = [str(year) for year in spec.years]
    extra = [spec.area] if spec.area else []
    for series in (*spec.counties, *spec.groups, *extra):
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *room, data)
    chart = _plain(frame.chart)
    chart.has_legend, chart.legend.position = True, XL_LEGEND_POSITION.RIGHT
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(_TEXT)
    for place, (series, own) in enumerate(
        zip(chart.plots[0].series, (*spec.counties, *spec.groups, *extra), strict=True)
    ):
        county = place < len(spec.counties)
        line = series.format.line
        line.color.rgb, line.width = _rgb(own.colour), Pt(1 if county else 3.25)
        if county:
            line.dash_style = _DASHES[place % len(_DASHES)]
        series.smooth = False
        series.marker.style = _MARKERS[place % len(_MARKERS)] if county else XL_MARKER_STYLE.NONE
        series.marker.size = 5
        _fill(series.marker.format.fill, own.colour)
        series.marker.format.line.color.rgb = _rgb(own.colour)
    _axis(chart.value_axis, spec.unit, _number_format(spec.decimals, spec.yes_no))
    if spec.yes_no:
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale, chart.value_axis.major_unit = 0, 1, 1
    chart.category_axis.tick_labels.font.size = Pt(_TEXT)
    return frame


_DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH)
_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)


@dataclass(frozen=True)
class _Points:
    """A series of the gap: points at (value, height), the text at each of them, and how the series looks."""

    name: str
    points: list[tuple[float, float]]
    texts: list[str]
    positions: Sequence[XL_LABEL_POSITION]
    style: Callable[[Any], None]


def _gap(slide: Any, spec: GapSpec, room: Room) -> Any:
    """Counties as named points in their group's row, the groups' levels below: a row a reading, with its 80 % line."""
    rows = [series.name for series in spec.groups] + list(spec.averages)
    heights = {name: float(len(rows) - number) for number, name in enumerate(rows)}
    low, high, step = _reach(spec)
    shown = _number_format(spec.decimals, spec.yes_no)
    names = _Points(" ", [(low, heights[name]) for name in rows], rows, [_RIGHT] * len(rows), _style_names)
    drawn = [names, *_county_points(spec, heights), *_level_points(spec, heights), *_line_points(spec, heights)]
    # LibreOffice loses the series before a longer one: the longest comes first.
    drawn = sorted((one for one in drawn if one.points), key=lambda one: -len(one.points))
    data = _PointSets(number_format=shown)
    for one in drawn:
        series = data.add_series(one.name)
        for value, height in one.points:
            series.add_data_point(value, height)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *room, data)
    chart = _plain(frame.chart)
    chart.has_legend = False
    for series, one in zip(chart.plots[0].series, drawn, strict=True):
        one.style(series)
        _label(series, one.texts, one.positions)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0.4, len(rows) + 0.8
    _axis(chart.category_axis, spec.unit, shown if spec.yes_no or _falls_below_zero(spec) else f"{shown};;{shown}")
    chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = low, high
    chart.category_axis.major_unit = step
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    return frame


def _county_points(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_Points]:
    for series, names in zip(spec.groups, spec.names, strict=True):
        known = sorted((value, name) for value, name in zip(series.values, names, strict=True) if value is not None)
        points = [(value, heights[series.name]) for value, _ in known]
        style = partial(_style_points, colour=series.colour, level=False)
        yield _Points(series.name, points, [name for _, name in known], (_ABOVE, _BELOW) * len(known), style)


def _level_points(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_Points]:
    for group, series in enumerate(spec.groups):
        levels = {name: values[group] for name, values in spec.averages.items()}
        known = {name: value for name, value in levels.items() if value is not None}
        texts = [f"{series.name} {_level_text(value, spec)}" for value in known.values()]
        style = partial(_style_points, colour=series.colour, level=True)
        points = [(value, heights[name]) for name, value in known.items()]
        yield _Points(series.name, points, texts, [_ABOVE] * len(texts), style)


def _level_text(value: float, spec: GapSpec) -> str:
    """A level; that of a state is the share of the counties that have it."""
    return f"{value:.0%}" if spec.yes_no else number(value, spec.decimals)


def _line_points(spec: GapSpec, heights: Mapping[str, float]) -> Iterator[_Points]:
    """The 80 % line of every reading, in the row of that reading only."""
    for name, (line, text) in spec.lines.items():
        points = [(line, heights[name] - 0.36), (line, heights[name] + 0.36)]
        yield _Points(f"{name} {text}", points, [text, ""], [_RIGHT] * 2, _style_line)


def _reach(spec: GapSpec) -> tuple[float, float, float]:
    """The value axis: from and to round numbers around all points, and the step between its marks.

    At the left there is room for the rows' names.
    """
    if spec.yes_no:
        return -1.0, 1.25, 1.0
    known = [*_values(spec), *(line for line, _ in spec.lines.values())]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    width = (high - low) or abs(high) or 1.0
    step = round_step(width, 5, (1, 2, 5, 10))
    return floor((low - 0.22 * width) / step) * step, ceil((high + 0.08 * width) / step) * step, step


def _values(spec: GapSpec) -> list[float]:
    """All known values of counties and groups."""
    rows = [*(series.values for series in spec.groups), *spec.averages.values()]
    return [value for values in rows for value in values if value is not None]


def _falls_below_zero(spec: GapSpec) -> bool:
    """Whether the axis needs marks below zero; the room for names alone gets none."""
    return any(value < 0 for value in _values(spec))


def _style_points(series: Any, colour: str, level: bool) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.DIAMOND if level else XL_MARKER_STYLE.CIRCLE
    series.marker.size = 11 if level else 9
    _fill(series.marker.format.fill, colour)
    series.marker.format.line.color.rgb = _rgb(theme.PAPER)


def _style_line(series: Any) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = _rgb(theme.LINE_80), Pt(1.5)
    series.format.line.dash_style = MSO_LINE.DASH


def _style_names(series: Any) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE


def _label(series: Any, texts: Sequence[str], positions: Sequence[XL_LABEL_POSITION]) -> None:
    for place, (text, position) in enumerate(zip(texts, positions, strict=False)):
        if not text:
            continue
        label = series.points[place].data_label
        run = label.text_frame.paragraphs[0].add_run()
        run.text = text
        run.font.size = Pt(_TEXT - 1)
        label.position = position


def _plain(chart: Any) -> Any:
    chart.has_title = False
    chart.font.size = Pt(_TEXT)
    chart.font.color.rgb = _rgb(theme.INK)
    return chart


def _axis(axis: Any, unit: str, number_format: str) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _rgb(theme.RULE)
    axis.format.line.color.rgb = _rgb(theme.RULE)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False
    axis.tick_labels.font.size = Pt(_TEXT)
    axis.has_title = True
    axis.axis_title.text_frame.text = unit
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(_TEXT)


def _fill(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
