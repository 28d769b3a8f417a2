"""The deck: pictures, native charts and tables, the office's template, the warning on every slide."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from layouts.figures.theme import STATUS_COLOURS
from layouts.paper.charts.canvas import create_canvas
from layouts.paper.charts.charts import draw_chart
from layouts.paper.documents.deck.deck import is_picture_in_deck, write_deck
from layouts.paper.documents.deck.design import EAST_ASIAN
from layouts.paper.documents.template import TemplateError
from layouts.paper.documents.text_table import count_letters
from layouts.paper.sheet.sheet import Body
from layouts.words.charts import level_text
from locales import say
from tests.layouts.paper.documents.packs import GAP, HEAT, RANKING, TREND, drawn, exhibit, pack, table

FORMULA = '=HYPERLINK("http://x","y")'


def opened(of=None, template=None):
    return Presentation(BytesIO(write_deck(of or drawn(pack()), template)))


def texts(slide) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(frames + cells)


def charts(office):
    return [shape.chart for slide in office.slides for shape in slide.shapes if shape.has_chart]


def test_the_slides_are_wide_and_begin_with_title_and_contents():
    office = opened()
    assert office.slide_width / office.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert "床位简报" in texts(office.slides[0])
    assert "医疗卫生" in texts(office.slides[1])


def test_a_map_is_a_picture_with_its_sentence_and_a_description():
    office = opened(drawn(pack(exhibit())))
    (slide,) = [slide for slide in office.slides if any(shape.shape_type == 13 for shape in slide.shapes)]
    assert "2016年甲县 3.46 张。" in texts(slide)
    image = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert image._element._nvXxPr.cNvPr.get("descr") == "床位，2016年"


def test_a_ranking_is_a_chart_with_the_very_values_and_the_groups_colours():
    (chart,) = charts(opened(pack(exhibit(chart=RANKING))))
    drawn_bars = {series.name: series for series in chart.plots[0].series}
    assert {name: tuple(series.values) for name, series in drawn_bars.items()} == {
        "北": (3.46, None, None),
        "南": (None, 1.2, None),
    }
    shown = {name: f"#{series.format.fill.fore_color.rgb}" for name, series in drawn_bars.items()}
    assert shown == RANKING.groups
    assert list(chart.plots[0].categories) == ["甲县", "乙县", "丙县（暂无数据）"]


def test_a_ranking_says_its_unit_its_order_and_what_rests_on_few_events():
    spec = replace(RANKING, order="由高到低排列，越高越好", remarks=("", "2例", ""))
    (chart,) = charts(opened(pack(exhibit(chart=spec))))
    assert chart.chart_title.text_frame.text == "由高到低排列，越高越好　单位：张"
    assert "<a:t>1.20（2例）</a:t>" in chart._chartSpace.xml


def test_a_ranking_writes_the_digits_that_keep_a_value_in_its_class():
    (chart,) = charts(opened(pack(exhibit(chart=replace(RANKING, values=(3.996, 1.2, None))))))
    assert chart.plots[0].data_labels.number_format == "#,##0.000"


def test_a_trend_leaves_a_missing_year_open():
    (chart,) = charts(opened(pack(exhibit(chart=TREND))))
    assert [tuple(series.values) for series in chart.plots[0].series] == [(1.0, 2.0), (None, 3.0), (1.0, 2.0)]


def test_a_gap_shows_every_known_county_by_name_and_leaves_out_the_missing_one():
    (chart,) = charts(opened(pack(exhibit(chart=GAP))))
    xml = chart._chartSpace.xml
    assert all(f"<a:t>{name}</a:t>" in xml for name in ("甲", "丙", "丁", "80%线 2.080"))
    assert "<a:t>乙</a:t>" not in xml


@pytest.mark.parametrize(
    "spec",
    [
        replace(RANKING, unit=FORMULA, names=(FORMULA, "乙县", "丙县")),
        replace(TREND, counties=(replace(TREND.counties[0], name=FORMULA),)),
        replace(GAP, groups=(replace(GAP.groups[0], name=FORMULA), GAP.groups[1])),
    ],
    ids=["ranking", "trend", "gap"],
)
def test_no_name_in_a_chart_is_a_formula_in_the_workbook_behind_it(spec):
    (chart,) = charts(opened(pack(exhibit(chart=spec))))
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}


def test_a_trend_has_its_lines_in_order_in_their_own_colours():
    (chart,) = charts(opened(pack(exhibit(chart=TREND))))
    drawn_lines = [(series.name, f"#{series.format.line.color.rgb}") for series in chart.plots[0].series]
    assert drawn_lines == [(line.name, line.colour) for line in TREND.lines]


@pytest.mark.parametrize("spec", [GAP, replace(GAP, yes_no=True, averages={Averaging.SIMPLE: (0.75, 0.5)}, lines={})])
def test_a_gap_tells_levels_and_lines_as_the_paper_does(spec):
    (chart,) = charts(opened(pack(exhibit(chart=spec))))
    paper = Figure(figsize=(13.33, 6))
    draw_chart(spec, create_canvas(Body(paper, Bbox.from_extents(0, 0, 1, 1), 1), grey=False))
    on_paper = "\n".join(text.get_text() for text in paper.findobj(Text))
    levels = [level for pair in spec.averages.values() for level in pair if level is not None]
    for told in [*(level_text(level, 2, spec.yes_no) for level in levels), *(text for _, text in spec.lines.values())]:
        assert told in on_paper
        assert f"{told}</a:t>" in chart._chartSpace.xml


def test_no_text_of_a_gap_lies_on_another_where_values_are_equal():
    counties = replace(GAP.groups[0], values=(1.0, 1.0))
    spec = replace(GAP, groups=(counties, GAP.groups[1]), averages={Averaging.SIMPLE: (2.5, 2.5)}, lines={})
    (chart,) = charts(opened(pack(exhibit(chart=spec))))
    assert "<a:t>甲、乙</a:t>" in chart._chartSpace.xml
    assert_apart(chart, ["北 2.50", "南 2.50"])


def test_no_name_of_a_gap_touches_the_next_where_values_are_nearly_equal():
    names = tuple(f"第{letter}县" for letter in "一二三四五六七八")
    close = replace(GAP.groups[0], values=tuple(1 + 0.001 * place for place in range(8)))
    (chart,) = charts(
        opened(pack(exhibit(chart=replace(GAP, groups=(close, GAP.groups[1]), names=(names, ("丙", "丁"))))))
    )
    assert_apart(chart, names[::2])
    assert_apart(chart, names[1::2])


def assert_apart(chart, texts):
    """The points at which texts are written lie at least as far apart as the shortest of them is wide."""
    told = {}
    for series in chart.plots[0].series:
        for place, label in enumerate(series._element.findall(f".//{qn('c:dLbl')}")):
            found = "".join(text.text for text in label.iter(qn("a:t")))
            told[found] = float(next(series._element.iter(qn("c:xVal"))).findall(f".//{qn('c:v')}")[place].text)
    axis = chart.category_axis
    width = (axis.maximum_scale - axis.minimum_scale) / 1000 * 10 * min(map(count_letters, texts))
    places = [told[text] for text in texts]
    assert all(after - before >= width for before, after in pairwise(places))


def test_a_region_as_a_whole_has_a_row_for_its_counties_and_one_for_its_level():
    alone = replace(GAP, averages={Averaging.POOLED: (2.0, 2.5)}, lines={}, as_whole=True)
    (chart,) = charts(opened(pack(exhibit(chart=alone))))
    xml = chart._chartSpace.xml
    assert all(f"<a:t>{name}</a:t>" in xml for name in (say("chart-county-row"), say("chart-whole-row")))
    assert "合并计算" not in xml


def test_a_slide_says_what_is_to_be_known_of_its_figures():
    (slide,) = [
        slide
        for slide in opened(pack(exhibit(chart=RANKING, caveat="说明：按居住地统计。"))).slides
        if any(shape.has_chart for shape in slide.shapes)
    ]
    assert "说明：按居住地统计。" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.parametrize("chart", [RANKING, HEAT], ids=["chart", "statuses"])
def test_what_powerpoint_draws_stands_under_its_finding_and_says_what_it_shows(chart):
    slide = opened(pack(exhibit(chart=chart, finding="甲县最高"))).slides[-1]
    assert slide.shapes.title.text == "甲县最高"
    assert "床位，2016年" in texts(slide)


def test_no_series_of_a_gap_is_longer_than_one_before_it():
    """LibreOffice loses the series before a longer one."""
    (chart,) = charts(opened(pack(exhibit(chart=GAP))))
    lengths = [len(list(series.values)) for series in chart.plots[0].series]
    assert lengths == sorted(lengths, reverse=True)


def test_what_powerpoint_draws_itself_needs_no_picture():
    assert is_picture_in_deck(exhibit())
    assert not any(is_picture_in_deck(exhibit(chart=chart)) for chart in (RANKING, TREND, GAP, HEAT))


def test_statuses_are_a_table_in_their_colours():
    office = opened(pack(exhibit(chart=HEAT)))
    (grid,) = [shape.table for slide in office.slides for shape in slide.shapes if shape.has_table]
    assert str(grid.cell(1, 2).fill.fore_color.rgb) == STATUS_COLOURS[Status.MISSED].removeprefix("#")


def test_a_long_table_goes_on_on_further_slides():
    office = opened(pack(table(30)))
    titles = [slide.shapes.title.text for slide in office.slides if slide.shapes.title.text.startswith("各县床位")]
    assert titles == ["各县床位", "各县床位（续）", "各县床位（续）"]


def test_a_picture_that_failed_is_told_in_its_place_and_at_the_end():
    of = pack(exhibit(), exhibit("医生，2016年"))
    office = opened(drawn(of, failing=(0,)))
    told = [number for number, slide in enumerate(office.slides) if "未能生成：床位，2016年（缺字形）" in texts(slide)]
    assert told[-1] == len(office.slides) - 1
    assert len(told) == 2
    assert any(
        "医生" in texts(slide) and any(shape.shape_type == 13 for shape in slide.shapes) for slide in office.slides
    )


def test_a_demonstration_says_so_on_every_slide():
    of = pack(exhibit(), exhibit(chart=RANKING), exhibit(chart=HEAT), table(), warning="演示数据 · 非真实统计")
    assert all("演示数据 · 非真实统计" in texts(slide) for slide in opened(drawn(of, failing=(0,))).slides)


def test_every_slide_but_the_title_has_its_number_as_a_field():
    fields = [slide.element.xml.count('type="slidenum"') for slide in opened().slides]
    assert fields[0] == 0
    assert set(fields[1:]) == {1}


def test_chinese_is_set_in_a_font_that_offices_have():
    master = opened().slide_master
    theme = next(rel.target_part.blob for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    assert theme.decode("utf-8").count(f'<a:ea typeface="{EAST_ASIAN}"') == 2


def office_template() -> bytes:
    """An office's own: A4-like proportions, one sample slide."""
    office = Presentation()
    office.slide_width = Inches(10)
    office.slides.add_slide(office.slide_layouts[0]).shapes.title.text = "样张"
    buffer = BytesIO()
    office.save(buffer)
    return buffer.getvalue()


def test_a_template_gives_its_format_and_loses_its_sample_slides():
    office = opened(template=office_template())
    assert office.slide_width == Inches(10)
    assert "样张" not in "".join(texts(slide) for slide in office.slides)


@pytest.mark.parametrize("content", [b"no office file", b"PK\x03\x04 broken"])
def test_a_template_that_is_no_presentation_is_refused_in_words(content):
    with pytest.raises(TemplateError, match="expected a PowerPoint file"):
        write_deck(pack(), content)


def test_a_long_title_is_set_smaller_and_a_short_one_as_the_template_has_it():
    office = opened(pack(exhibit("很长的标题" * 12), exhibit("短")))
    sizes = {
        slide.shapes.title.text: slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size
        for slide in office.slides
    }
    assert sizes["短"] is None
    assert sizes["很长的标题" * 12] < Inches(24 / 72)
