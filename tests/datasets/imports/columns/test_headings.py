"""Where a sheet's table is, and what stands over its columns, however an office lays it out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.columns.headings import Heading, TableLayout, find_table, is_note, is_total, read_heading
from datasets.imports.model import FaultCode, RefusedError
from tests.datasets.imports.tables import VOCABULARY, sheet

UNITS = VOCABULARY.units
YEARBOOK = [
    ["表3-1 2016年各县（市、区）卫生和人口", "", "", ""],
    ["单位：人", "", "", ""],
    ["地区", "卫生", "卫生", "人口"],
    ["地区", "床位数（张）", "执业（助理）医师数", "常住人口（万人）"],
    ["甲", "1", "2", "3"],
    ["甲县", "1,234", "３２０", "40.5"],
    ["乙县", "1,300", "…", "41.5"],
    ["合计", "2,534", "320", "82"],
    ["注：本表为年报数。", "", "", ""],
    ["资料来源：统计局", "", "", ""],
]
FIGURES = [["甲县", "12"], ["乙县", "34"]]
texts = st.text(max_size=8) | st.sampled_from(
    ["地区", "年份", "2016", "12", "合计", "注：无", "单位：人", "甲", "1", ""]
)


def table_or_codes(rows: list[list[str]]) -> TableLayout | list[FaultCode]:
    """The table of a sheet, or why there is none."""
    try:
        return find_table(sheet(rows), UNITS)
    except RefusedError as refusal:
        return [fault.code for fault in refusal.faults]


def test_the_table_of_a_yearbook_stands_between_its_title_and_its_notes():
    table = find_table(sheet(YEARBOOK), UNITS)
    assert (table.header_rows, table.first_row, table.last_row) == ((3, 4, 5), 6, 8)
    assert (table.unit, table.year, table.source) == ("人", 2016, "统计局")
    assert table.numeric == {1, 2, 3}


def test_what_stands_over_a_column_is_read_from_above_with_its_unit():
    assert find_table(sheet(YEARBOOK), UNITS).headings == (
        Heading("地区"),
        Heading("卫生 床位数", "张"),
        Heading("卫生 执业(助理)医师数"),
        Heading("人口 常住人口", "万人"),
    )


@pytest.mark.parametrize("corner", ["地区", "县（市、区）", r"地区\年份", "乡镇（街道）名称"])
@pytest.mark.parametrize("years", [["2014", "2015"], ["2014", "2015年"], ["2014", ""]])
def test_years_over_the_columns_are_headings_and_no_figures(corner, years):
    table = find_table(sheet([[corner, *years], ["甲县", "1950", "2016"], ["乙县", "2016", "2010"]]), UNITS)
    assert [heading.year for heading in table.headings] == [None, 2014, 2015 if years[1] else None]
    assert (table.first_row, table.last_row) == (2, 3)


@pytest.mark.parametrize("total", [["合计", "2039"], ["", "合计", "2039"], ["总计", "1960"]])
def test_the_figures_of_a_total_are_no_years(total):
    blanks = [""] * (len(total) - 2)
    rows = [[*blanks, "县（市、区）", "村民委员会（个）"], total, [*blanks, "甲县", "1000"], [*blanks, "乙县", "1039"]]
    table = find_table(sheet(rows), UNITS)
    assert {heading.year for heading in table.headings} == {None}
    assert (table.first_row, table.last_row) == (2, 4)


_UNDER_TWO = {"years": ["2017", "2018", "2017", "2018"], "texts": ["2017年", "2018 年", "2017年", "2018.0"]}


@pytest.mark.parametrize("years", _UNDER_TWO.values(), ids=_UNDER_TWO)
@pytest.mark.parametrize("corner", ["地区", ""])
@pytest.mark.parametrize("units", [[], [["", "张", "张", "人", "人"]]])
@pytest.mark.parametrize("merged", [True, False])
def test_years_that_repeat_under_several_indicators_are_headings(years, corner, units, merged):
    names = ["床位数", "床位数", "常住人口", "常住人口"] if merged else ["床位数", "", "常住人口", ""]
    table = find_table(sheet([["地区", *names], [corner, *years], *units, ["甲县", "1", "2", "1950", "2016"]]), UNITS)
    assert table.first_row == 3 + len(units)
    assert [(heading.text, heading.year) for heading in table.headings[1:]] == [
        *(("床位数", 2017), ("床位数", 2018), ("常住人口", 2017), ("常住人口", 2018)),
    ]
    assert [heading.unit for heading in table.headings[1:]] == (["张", "张", "人", "人"] if units else [None] * 4)


def test_years_over_groups_of_indicators_are_headings():
    rows = [
        ["地区", "2017", "", "2018", ""],
        ["", "床位数", "常住人口", "床位数", "常住人口"],
        ["甲县", "1", "2", "3", "4"],
    ]
    headings = find_table(sheet(rows), UNITS).headings[1:]
    assert [heading.year for heading in headings] == [2017, 2017, 2018, 2018]


@pytest.mark.parametrize("half", ["2017上半年", "2017年上半年", "2017年3月", "2017年第一季度", "2017Q1", "2017年11月"])
def test_a_part_of_a_year_is_no_year(half):
    assert find_table(sheet([["地区", "床位数"], ["", half], ["甲县", "1"]]), UNITS).headings[1].year is None


def test_the_last_day_of_a_year_stands_for_it():
    assert read_heading(["截至2016年12月31日床位数"], UNITS).year == 2016


@pytest.mark.parametrize("top", [["地区", "年份", "年份"], ["地区", "年份", ""]])
def test_years_across_below_one_heading_of_years_are_headings(top):
    table = find_table(sheet([["床位数", "", ""], top, ["", "2016", "2017"], ["甲县", "1", "2"]]), UNITS)
    assert [heading.year for heading in table.headings] == [None, 2016, 2017]


def test_years_below_a_heading_of_years_are_those_of_the_records():
    table = find_table(sheet([["年份", "床位数"], ["2016", "2015"], ["2017", "2015"]]), UNITS)
    assert (table.header_rows, table.first_row) == ((1,), 2)


def test_figures_that_could_be_years_are_figures_of_the_area_before_them():
    table = find_table(sheet([["地区", "床位数", "常住人口"], ["甲县", "1950", "2016"], ["乙县", "5", "6"]]), UNITS)
    assert (table.header_rows, table.first_row) == ((1,), 2)


def test_a_text_that_a_merged_cell_left_over_its_first_column_goes_on_to_the_right():
    table = find_table(sheet([["地区", "床位数（张）", ""], ["", "2015年", "2016年"], ["甲县", "1", "2"]]), UNITS)
    assert table.headings[1:] == (Heading("床位数", "张", 2015), Heading("床位数", "张", 2016))


@pytest.mark.parametrize("lines", [["2015-2016年统计表"], ["2015年", "2016年"]])
def test_a_title_of_several_years_gives_no_year(lines):
    rows = [[line, ""] for line in lines] + [["地区", "床位数"], *FIGURES]
    assert find_table(sheet(rows), UNITS).year is None


def test_a_line_of_several_units_gives_none():
    assert find_table(sheet([["单位：张、人", ""], ["地区", "床位数"], *FIGURES]), UNITS).unit is None


@pytest.mark.parametrize(
    ("parts", "heading"),
    [
        (["床位数（张）"], Heading("床位数", "张")),
        (["床位数/张"], Heading("床位数", "张")),
        (["床位数(单位：张)"], Heading("床位数", "张")),
        (["床位数", "张"], Heading("床位数", "张")),
        (["执业（助理）医师数"], Heading("执业(助理)医师数")),
        (["2016年末", "常住人口"], Heading("常住人口", None, 2016)),
        (["2015-2016年", "常住人口"], Heading("2015-2016年 常住人口")),
        (["2016年末常住人口（万人）"], Heading("常住人口", "万人", 2016)),
        (["常住人口（2016年）"], Heading("常住人口", None, 2016)),
        (["（2016年末）常住人口"], Heading("常住人口", None, 2016)),
    ],
)
def test_a_heading_says_its_words_its_unit_and_its_year(parts, heading):
    assert (
        read_heading([part.replace("（", "(").replace("）", ")").replace("：", ":") for part in parts], UNITS)
        == heading
    )


@pytest.mark.parametrize("name", ["合计", "总 计", "全市", "北部地区合计", "合计（不含市直）", "小计"])
def test_rows_of_sums_are_told_by_their_name(name):
    assert is_total(name)


@pytest.mark.parametrize("name", ["甲县", "计生镇", "全市镇", "会计所"])
def test_areas_are_no_sums(name):
    assert not is_total(name)


@pytest.mark.parametrize(
    "text", ["注：年报数", "（注）：无", "资料来源：统计局", "※ 初步数", "* 含流动人口", "注1. 无"]
)
def test_notes_are_told_by_how_they_begin(text):
    assert is_note(text)


@pytest.mark.parametrize("text", ["来源", "注溪镇", "甲县：", "资料室"])
def test_other_texts_are_no_notes(text):
    assert not is_note(text)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(texts, min_size=width, max_size=width), max_size=8)))
def test_any_sheet_has_a_table_in_it_or_is_refused(rows):
    found = table_or_codes(rows or [[""]])
    if isinstance(found, list):
        assert found == [FaultCode.NO_TABLE]
    else:
        assert found.header_rows[-1] < found.first_row <= found.last_row
        assert len(found.headings) == len(rows[0])


@given(
    st.integers(0, 3),
    st.lists(st.sampled_from(["注：年报数。", "资料来源：统计局", "※ 初步数"]), max_size=3),
    st.lists(st.integers(0, 10**6), min_size=2, max_size=12),
)
def test_every_figure_is_in_the_table_whatever_stands_around_it(titles, notes, figures):
    rows = [["某表", ""]] * titles + [["地区", "床位数"]]
    rows += [["甲县", str(figure)] for figure in figures] + [[note, ""] for note in notes]
    table = find_table(sheet(rows), UNITS)
    assert (table.first_row, table.last_row) == (titles + 2, titles + 1 + len(figures))
