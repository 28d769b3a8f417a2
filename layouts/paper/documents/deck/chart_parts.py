"""What the native charts of a deck share: their data, number formats, axes, labels and colours."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Pt
from xlsxwriter import Workbook

from layouts.figures import theme
from layouts.paper.documents.deck.slide_text import rgb
from locales import say

TEXT_SIZE = 11  # points


class _TextsStayTexts:
    """Chart data whose workbook python-pptx writes, but for names that begin with = or look like an address."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that an office edits the chart with; every name in it is a text."""
        buffer, data = BytesIO(), self
        as_texts = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(buffer, as_texts) as book:
            writer: Any = data._workbook_writer  # type: ignore[attr-defined]  # no public way to the options of a book
            writer._populate_worksheet(book, book.add_worksheet())
        return buffer.getvalue()


class CategoryData(_TextsStayTexts, CategoryChartData):
    """Names and numbers of a chart with categories."""


class PointData(_TextsStayTexts, XyChartData):
    """Series of points."""


def number_format(decimals: int, yes_no: bool) -> str:
    """The number format of values of an indicator; a state is written as yes or no."""
    if yes_no:
        return f'''"{say("common-yes")}";;"{say("common-no")}"'''
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def style_chart(chart: Any, about: str = "") -> Any:
    """The chart itself in our ink; ``about`` is written above it, as small as all else."""
    chart.font.size = Pt(TEXT_SIZE)
    chart.font.color.rgb = rgb(theme.INK)
    chart.has_title = bool(about)
    if about:
        chart.chart_title.text_frame.text = about
        font = chart.chart_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(TEXT_SIZE), False, rgb(theme.QUIET)
    return chart


def add_legend(chart: Any, position: XL_LEGEND_POSITION) -> None:
    """Name the series beside the chart."""
    chart.has_legend, chart.legend.position = True, position
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(TEXT_SIZE)


def style_axis(axis: Any, unit: str, form: str) -> None:
    """Give an axis grid lines, its unit as a title, and its labels the number format ``form``."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(theme.RULE)
    axis.format.line.color.rgb = rgb(theme.RULE)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    axis.tick_labels.font.size = Pt(TEXT_SIZE)
    axis.has_title = True
    axis.axis_title.text_frame.text = unit
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(TEXT_SIZE)


def fill_solid(fill: Any, colour: str) -> None:
    """Fill with one colour."""
    fill.solid()
    fill.fore_color.rgb = rgb(colour)


def label_points(series: Any, texts: Sequence[str], positions: Sequence[XL_LABEL_POSITION]) -> None:
    """Write a text at each point of a series; none where it is empty."""
    for place, (text, position) in enumerate(zip(texts, positions, strict=False)):
        if not text:
            continue
        label = series.points[place].data_label
        run = label.text_frame.paragraphs[0].add_run()
        run.text = text
        run.font.size = Pt(TEXT_SIZE - 1)
        label.position = position
