"""The report: headings, contents, captions, tables and page numbers that Word and LibreOffice know."""

import re
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from indicators.policy.progress import Status
from layouts.figures.theme import STATUS_COLOURS
from layouts.paper.documents.pack import Section
from layouts.paper.documents.report.design import BODY_FONT
from layouts.paper.documents.report.page_estimate import estimate_first_pages
from layouts.paper.documents.report.report import write_report
from layouts.paper.documents.template import TemplateError
from tests.layouts.paper.documents.packs import HEAT, drawn, exhibit, pack, table


def opened(of=None, template=None):
    return Document(BytesIO(write_report(of or drawn(pack()), template)))


def styled(document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_chapters_and_exhibits_are_real_headings():
    document = opened()
    assert styled(document, "Heading 1") == ["医疗卫生", "说明"]
    assert styled(document, "Heading 2") == ["床位，2016年"]


def test_the_contents_are_a_field_that_is_filled():
    document = opened()
    assert "TOC \\o" in document.element.xml
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert {"医疗卫生\t3", "说明\t4"} <= set(texts)


def test_every_entry_of_the_contents_leads_to_a_bookmark():
    xml = opened().element.xml
    assert set(re.findall(r'w:anchor="([^"]+)"', xml)) == set(re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', xml))


def test_a_chapter_of_many_pictures_moves_the_next_one_back():
    of = pack(exhibit(), exhibit(), exhibit())
    assert estimate_first_pages(drawn(of)) == [3, 6]


def test_figures_and_tables_are_numbered():
    assert styled(opened(drawn(pack(exhibit(), table(), exhibit(), table()))), "Caption") == [
        "图1　床位，2016年",
        "表1　各县床位",
        "图2　床位，2016年",
        "表2　各县床位",
    ]


def test_the_head_of_a_table_is_repeated_on_every_page():
    (grid,) = opened(pack(table(60))).tables
    assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(grid.rows) == 61


def test_statuses_are_a_shaded_table_and_no_picture():
    document = opened(drawn(pack(exhibit(chart=HEAT))))
    assert f'w:fill="{STATUS_COLOURS[Status.MISSED][1:]}"' in document.tables[0]._tbl.xml
    assert len(document.inline_shapes) == 0


def test_chinese_is_set_in_a_font_that_offices_have_and_in_mainland_forms():
    document = opened()
    assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == BODY_FONT
    assert 'w:eastAsia="zh-CN"' in document.styles.element.xml


def test_the_footer_numbers_the_pages_and_warns_of_demonstration_data():
    footer = opened(pack(warning="演示数据 · 非真实统计")).sections[-1].footer
    assert "PAGE" in footer._element.xml
    assert "演示数据 · 非真实统计" in footer.paragraphs[0].text


def test_a_picture_that_failed_is_told_in_its_place_and_at_the_end():
    of = pack(exhibit(), exhibit("医生，2016年"))
    document = opened(drawn(of, failing=(0,)))
    told = [paragraph.text for paragraph in document.paragraphs if paragraph.text.startswith("未能生成：")]
    assert told == ["未能生成：床位，2016年（缺字形）"] * 2
    assert len(document.inline_shapes) == 1
    assert styled(document, "Heading 1")[-1] == "未能生成的图"


def test_control_characters_cannot_break_the_file():
    assert "甲乙" in styled(opened(pack(exhibit("甲\x0b乙"))), "Heading 2")


def office_template() -> bytes:
    """An office's own: narrow page, a line in the header, sample text."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "方城市政府文件"
    document.add_paragraph("样张")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_template_gives_its_header_and_loses_its_sample_text():
    document = opened(template=office_template())
    assert document.sections[-1].header.paragraphs[0].text == "方城市政府文件"
    assert "样张" not in [paragraph.text for paragraph in document.paragraphs]


def test_a_template_that_is_no_word_file_is_refused_in_words():
    with pytest.raises(TemplateError, match="expected a Word file"):
        write_report(pack(), b"PK")


def test_an_empty_chapter_has_a_page():
    of = pack()
    of = type(of)(of.about, (Section("空"), *of.sections), of.sheets)
    assert estimate_first_pages(drawn(of)) == [3, 4, 5]
