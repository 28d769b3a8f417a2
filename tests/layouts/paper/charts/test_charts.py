"""Charts on paper: every one is drawn in every format, nothing overlaps, and what is missing is stated."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from callbacks.pictures.charts import ChartKind, ChartPictures
from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.charts.spine import spine_figure
from layouts.figures.charts.waterfall import waterfall_figure
from layouts.figures.specs.chart_spec import HeatSpec, RankingSpec, WaterfallSpec
from layouts.figures.theme import contrast_ratio
from layouts.paper.charts.canvas import create_canvas
from layouts.paper.charts.charts import draw_chart, render_chart
from layouts.paper.sheet.fonts import FALLBACK, fonts
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.sheet import Body
from layouts.sheet_sizes import Format, parse_paper
from tests.callbacks.pictures.test_charts import draw as draw_page

BEDS = "medical_beds_per_1000_residents"
SIGNS = {Format.PNG: b"\x89PNG", Format.SVG: b"<?xml", Format.PDF: b"%PDF"}
SIZES = {"slide": (13.33, 6), "portrait": (7.5, 9.5), "small": (5, 3.5)}
QUERIES = {
    ChartKind.RANKING: {"dataset": "demo", "indicator": BEDS, "year": "2016"},
    ChartKind.TREND: {"dataset": "demo", "indicator": BEDS, "year": "2014"},
    ChartKind.GAP: {"dataset": "demo", "indicator": BEDS, "year": "2016"},
    ChartKind.WATERFALL: {"dataset": "demo", "indicator": BEDS, "year": "2012"},
    ChartKind.HEAT: {"dataset": "demo", "year": "2014"},
    ChartKind.SPINE: {"dataset": "demo", "county": "441826", "year": "2014"},
}
TOWNSHIPS = QUERIES[ChartKind.RANKING] | {"level": "township"}


@pytest.fixture(autouse=True)
def drawing_fonts():
    """Texts are measured in the fonts that they are drawn in."""
    with mpl.rc_context({"font.family": [fonts().sans.family, FALLBACK], "axes.unicode_minus": False}):
        yield


@pytest.fixture(scope="module")
def views(city):
    return ChartPictures(city)


def drawing(views, kind, **query: str):
    """What is drawn of a kind: many tests look at the same, none changes it."""
    return kept_drawing(views, kind, tuple((query or QUERIES[kind]).items()))


@cache
def kept_drawing(views, kind, query):
    return draw_page(views, kind, dict(query))


def drawn(spec, inches=(13.33, 6), grey=False):
    """A figure that holds the chart and nothing else."""
    figure = Figure(figsize=inches, dpi=100)
    FigureCanvasAgg(figure)
    scale = min((inches[0] * inches[1] / 96.7) ** 0.5, min(inches) / 5)
    draw_chart(spec, create_canvas(Body(figure, Bbox.from_extents(0, 0, 1, 1), scale), grey))
    return figure


@cache
def once(views, kind, size):
    """The figure of a kind in a size: several tests look at it, none changes it."""
    return drawn(drawing(views, kind).chart, SIZES[size])


def parts(figure, kind):
    """What of a kind is drawn in the figure, its legend left out."""
    legends = [part for legend in figure.findobj(Legend) for part in legend.findobj(kind)]
    backs = [figure.patch, *(axes.patch for axes in figure.findobj(Axes))]
    return [part for part in figure.findobj(kind) if part.get_visible() and part not in [*legends, *backs]]


def written(figure):
    """The texts that say anything, those of legends and axes too."""
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


def texts(figure):
    return [text.get_text() for text in written(figure)]


def extents(figure):
    """The texts that say anything, and the box of each in pixels: left, bottom, right, top."""
    figure.draw_without_rendering()
    said = written(figure)
    return [text.get_text() for text in said], np.array([text.get_window_extent().extents for text in said])


def overlaps(figure):
    """Pairs of texts whose boxes overlap by more than a hair."""
    said, boxes = extents(figure)
    shared = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:]) - np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    one, other = np.nonzero(np.triu((shared > (1, 2)).all(axis=2), 1))
    return [(said[first], said[second]) for first, second in zip(one, other, strict=True)]


@pytest.mark.parametrize("form", Format)
def test_a_chart_is_drawn_in_every_format(views, form):
    found = drawing(views, ChartKind.RANKING)
    assert render_chart(found.chart, found.caption, parse_paper("800x600"), form).startswith(SIGNS[form])


@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind != ChartKind.RANKING])
def test_every_chart_is_drawn(views, kind):
    found = drawing(views, kind)
    assert render_chart(found.chart, found.caption, parse_paper("800x600"), Format.PNG).startswith(SIGNS[Format.PNG])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ChartKind)
def test_no_text_lies_on_another(views, kind, size):
    assert overlaps(once(views, kind, size)) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_names_of_all_townships_are_written_and_do_not_collide(views, size):
    spec = drawing(views, ChartKind.RANKING, **TOWNSHIPS).chart
    figure = drawn(spec, SIZES[size])
    assert set(spec.names) <= set(texts(figure))
    assert overlaps(figure) == []


@pytest.mark.parametrize("size", ["slide", "portrait"])
@pytest.mark.parametrize("kind", ChartKind)
def test_no_text_is_cut_off(views, kind, size):
    figure = once(views, kind, size)
    said, boxes = extents(figure)
    cut = (boxes[:, :2] < -2) | (boxes[:, 2:] > np.array([figure.bbox.width, figure.bbox.height]) + 2)
    assert [text for text, outside in zip(said, cut.any(axis=1), strict=True) if outside] == []


@pytest.mark.parametrize("size", ["slide", "portrait"])
def test_the_text_of_85_townships_stays_legible(views, size):
    figure = drawn(drawing(views, ChartKind.RANKING, **TOWNSHIPS).chart, SIZES[size])
    assert min(text.get_fontsize() for text in written(figure)) >= 7


def test_a_missing_value_is_stated_and_has_no_bar():
    spec = RankingSpec("张", 1, ("甲", "乙"), (2.0, None), ("#AA0000", "#AA0000"), {"北": "#AA0000"})
    figure = drawn(spec)
    assert "暂无数据" in texts(figure)
    with_value = drawn(replace(spec, values=(2.0, 1.0)))
    assert len(parts(with_value, Rectangle)) == len(parts(figure, Rectangle)) + 1


def test_bars_are_as_long_as_their_values():
    spec = RankingSpec("张", 1, ("甲", "乙"), (4.0, 2.0), ("#AA0000", "#AA0000"), {"北": "#AA0000"})
    first, second = parts(drawn(spec), Rectangle)
    assert first.get_width() == pytest.approx(2 * second.get_width())


def test_a_value_that_needs_more_digits_keeps_them():
    spec = RankingSpec("张", 2, ("甲",), (3.996,), ("#AA0000",), {"北": "#AA0000"})
    assert "3.996" in texts(drawn(spec))


def test_groups_are_told_apart_in_grey_by_the_lightness_of_their_bars(views):
    spec = drawing(views, ChartKind.RANKING).chart
    bars = parts(drawn(spec, grey=True), Rectangle)
    assert len({bar.get_facecolor() for bar in bars}) == 2
    light = {round(sum(bar.get_facecolor()[:3]), 2) for bar in bars}
    assert max(light) - min(light) > 0.5


def test_groups_of_one_grey_are_told_apart_in_grey_too():
    colours = ("#B4531A", "#1B6E8C")  # one as dark as the other
    spec = RankingSpec("张", 1, ("甲", "乙"), (4.0, 2.0), colours, dict(zip("北南", colours, strict=True)))
    north, south = (to_hex(bar.get_facecolor()).upper() for bar in parts(drawn(spec, grey=True), Rectangle)[:2])
    assert contrast_ratio(north, south) > 2 > contrast_ratio(*colours)


def test_groups_are_told_apart_by_their_symbols(views):
    figure = drawn(drawing(views, ChartKind.RANKING).chart)
    assert {line.get_marker() for line in parts(figure, Line2D)} >= {"o", "s"}


def test_a_county_without_a_value_is_named_beside_its_group(views):
    figure = drawn(drawing(views, ChartKind.GAP, dataset="public", indicator=BEDS, year="2020").chart)
    assert any("清城：暂无数据" in text for text in texts(figure))
    assert not any("80%线" in text for text in texts(figure))


def test_every_reading_has_its_own_80_percent_line_in_its_own_row(views):
    spec = drawing(views, ChartKind.GAP).chart
    figure = drawn(spec)
    strokes = [line for line in parts(figure, Line2D) if line.get_color() == theme.LINE_80]
    assert len(strokes) == len(spec.lines) == 3
    assert {text for _, text in spec.lines.values()} <= set(texts(figure))
    spans = sorted(tuple(sorted(map(float, line.get_ydata()))) for line in strokes)
    assert all(lower[1] <= upper[0] for lower, upper in pairwise(spans)), "no line runs through another's row"
    assert len(parts(drawn(replace(spec, lines={})), Line2D)) == len(parts(figure, Line2D)) - 3


def test_a_line_is_broken_where_a_year_is_missing(views):
    spec = drawing(views, ChartKind.TREND).chart
    first = spec.counties[0]
    holed = replace(first, values=(first.values[0], None, *first.values[2:]))
    lines = parts(drawn(replace(spec, counties=(holed, *spec.counties[1:]))), Line2D)
    known = [tuple(np.isnan(line.get_ydata(orig=False).astype(float))) for line in lines]
    assert known.count((False, True, *[False] * (len(spec.years) - 2))) == 1


def test_a_line_that_ends_early_names_its_last_year(views):
    spec = drawing(views, ChartKind.TREND).chart
    first = spec.counties[0]
    short = replace(first, values=(*first.values[:-1], None))
    assert any(
        text.startswith("清城") and "（2015年）" in text for text in texts(drawn(replace(spec, counties=(short,))))
    )


def test_a_single_year_says_so(views):
    figure = drawn(drawing(views, ChartKind.TREND, dataset="public", indicator=BEDS, year="2020").chart)
    assert "只有2020年的数据，不成趋势" in texts(figure)


def test_a_spine_has_the_bars_and_marks_of_the_screen(views):
    spec = drawing(views, ChartKind.SPINE).chart
    figure, screen = drawn(spec), [spine_figure(spec, domain) for domain in spec.domains]
    bars = sorted(round(width, 6) for one in screen for trace in one.data[:2] for width in trace.x)
    assert sorted(round(bar.get_width(), 6) for bar in parts(figure, Rectangle)) == bars
    marks = sorted(
        (round(place, 6), colour)
        for one in screen
        for trace in one.data[2:]
        for place, colour in zip(trace.x, trace.marker.color, strict=True)
    )
    dots = [line for line in parts(figure, Line2D) if len(line.get_xdata()) == 1 and not line.get_clip_on()]
    places = [round(float(dot.get_xdata()[0]), 6) for dot in dots]
    inks = [{dot.get_markerfacecolor(), dot.get_markeredgecolor()} - {"none", theme.PAPER} for dot in dots]
    assert sorted((place, *ink) for place, ink in zip(places, inks, strict=True)) == marks


def test_a_waterfall_has_the_numbers_and_colours_of_the_screen(views):
    spec = drawing(views, ChartKind.WATERFALL).chart
    figure, (screen,) = drawn(spec), waterfall_figure(spec).data
    bars = parts(figure, Rectangle)
    assert [bar.get_height() for bar in bars] == pytest.approx(list(screen.y))
    assert set(screen.text) <= set(texts(figure))
    shown = {to_hex(bar.get_facecolor()).upper() for bar in bars}
    assert shown <= {colour.marker.color for colour in (screen.increasing, screen.decreasing, screen.totals)}


def test_without_needs_the_waterfall_says_why():
    figure = drawn(WaterfallSpec("张", (), (), "合计", (), headline="缺清城区，不能推算。"))
    assert texts(figure) == ["缺清城区，不能推算。"]
    assert not parts(figure, Rectangle)


def test_the_bars_of_a_waterfall_follow_one_another_to_the_sum():
    figure = drawn(WaterfallSpec("张", ("甲", "乙"), (30.0, -10.0), "合计", ("30", "-10", "20")))
    first, second, total = parts(figure, Rectangle)
    assert second.get_y() == pytest.approx(first.get_y() + first.get_height())
    assert second.get_y() + second.get_height() == pytest.approx(total.get_y() + total.get_height())


def test_a_status_is_written_into_its_cell():
    spec = HeatSpec(("床位",), ("甲", "乙"), ((Status.REACHED, None),), (("已达到", ""),))
    assert texts(drawn(spec)).count("已达到") == 2  # the legend's and the cell's


def test_without_targets_the_grid_says_so():
    assert texts(drawn(HeatSpec((), ("甲",), (), ()))) == ["没有符合条件的目标"]


def test_the_watermark_lies_over_a_demonstration(views):
    assert drawing(views, ChartKind.SPINE).caption.watermark
    public = drawing(views, ChartKind.RANKING, dataset="public", indicator=BEDS, year="2020")
    assert public.caption.watermark is None


def test_the_same_chart_is_the_same_file(views):
    found = drawing(views, ChartKind.GAP)
    one, two = (render_chart(found.chart, Caption("同一张图"), parse_paper("800x600"), Format.SVG) for _ in range(2))
    assert one == two
