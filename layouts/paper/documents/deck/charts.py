"""Charts that PowerPoint draws itself and an office can edit, from the specs that the pictures are drawn from."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from layouts.figures import theme
from layouts.figures.specs.chart_spec import GapSpec, RankingSpec, TrendSpec
from layouts.paper.documents.deck.chart_parts import (
    TEXT_SIZE,
    CategoryData,
    add_legend,
    fill_solid,
    label_points,
    number_format,
    style_axis,
    style_chart,
)
from layouts.paper.documents.deck.gap_chart import add_gap
from layouts.paper.documents.deck.slide_text import rgb
from locales import say

Room = tuple[int, int, int, int]  # left, top, width, height in EMU
NativeSpec = RankingSpec | TrendSpec | GapSpec  # charts that PowerPoint can draw


def add_chart(slide: Any, spec: NativeSpec, room: Room, title: str) -> None:
    """Put a native chart on a slide of python-pptx; ``title`` describes it to a screen reader."""
    match spec:
        case RankingSpec():
            frame = _add_ranking(slide, spec, room)
        case TrendSpec():
            frame = _add_trend(slide, spec, room)
        case GapSpec():
            frame = add_gap(slide, spec, room)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", title)  # no public way to a chart's description


def _add_ranking(slide: Any, spec: RankingSpec, room: Room) -> Any:
    """Bars in the groups' colours, the best on top; an area without a value keeps its name."""
    data = CategoryData(number_format=number_format(spec.most_decimals, spec.yes_no))
    data.categories = [
        name if value is not None else say("list-aside", text=name, aside=say("common-missing"))
        for name, value in zip(spec.names, spec.values, strict=True)
    ]
    areas = list(zip(spec.colours, spec.values, spec.remarks or ("",) * len(spec.names), spec.texts, strict=True))
    for name, colour in spec.groups.items():
        data.add_series(name, [value if own == colour else None for own, value, _, _ in areas])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room, data)
    chart = style_chart(frame.chart, spec.about)
    add_legend(chart, XL_LEGEND_POSITION.TOP)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 45, 100, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format(spec.most_decimals, spec.yes_no), False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(TEXT_SIZE)
    for series, colour in zip(plot.series, spec.groups.values(), strict=True):
        fill_solid(series.format.fill, colour)
        remarked = [text if own == colour and remark else "" for own, _, remark, text in areas]
        label_points(series, remarked, [XL_LABEL_POSITION.OUTSIDE_END] * len(areas))
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = rgb(theme.RULE)
    # Reversed categories would carry the value axis to the top.
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if spec.span and spec.span[0] >= 0:
        chart.value_axis.minimum_scale = 0
    return frame


def _add_trend(slide: Any, spec: TrendSpec, room: Room) -> Any:
    """Thin lines for counties, thick ones for the groups' means; years without a value stay open."""
    data = CategoryData(number_format=number_format(spec.decimals, spec.yes_no))
    data.categories = [str(year) for year in spec.years]
    for series in spec.lines:
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *room, data)
    chart = style_chart(frame.chart)
    add_legend(chart, XL_LEGEND_POSITION.RIGHT)
    for place, (series, own) in enumerate(zip(chart.plots[0].series, spec.lines, strict=True)):
        county = place < len(spec.counties)
        line = series.format.line
        line.color.rgb, line.width = rgb(own.colour), Pt(1 if county else 3.25)
        if county:
            line.dash_style = _DASHES[place % len(_DASHES)]
        series.smooth = False
        series.marker.style = _MARKERS[place % len(_MARKERS)] if county else XL_MARKER_STYLE.NONE
        series.marker.size = 5
        fill_solid(series.marker.format.fill, own.colour)
        series.marker.format.line.color.rgb = rgb(own.colour)
    style_axis(chart.value_axis, spec.unit, number_format(spec.decimals, spec.yes_no))
    if spec.yes_no:
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale, chart.value_axis.major_unit = 0, 1, 1
    chart.category_axis.tick_labels.font.size = Pt(TEXT_SIZE)
    return frame


_DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH)
_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)
