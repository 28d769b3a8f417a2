"""What the columns of a sheet most likely are, what must be corrected first, and how a mapping is remembered."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.columns.column_mapping import (
    check_mapping,
    fingerprint_headings,
    propose_sheet_mapping,
)
from datasets.imports.model import ColumnRole, ColumnUse, FaultCode, RefusedError
from datasets.kinds import ImportKind
from tests.datasets.imports.tables import TWO_ROWS, VOCABULARY, sheet

OBSERVATIONS, BENCHMARK, FACILITIES = ImportKind.OBSERVATIONS, ImportKind.BENCHMARK, ImportKind.FACILITIES
YEARS = [["地区", "2015年", "2016年"], ["甲县", "1", "2"], ["乙县", "3", "4"]]


def guessed(rows, kind=OBSERVATIONS, name="表"):
    return propose_sheet_mapping(sheet(rows, name), kind, VOCABULARY)


def faults(rows, kind=OBSERVATIONS):
    return [(fault.code, fault.found or fault.allowed) for fault in check_mapping(guessed(rows, kind), kind)]


def test_columns_are_known_by_their_headings_with_variable_and_unit():
    assert guessed(TWO_ROWS).columns == (
        ColumnUse(ColumnRole.AREA_NAME),
        ColumnUse(ColumnRole.YEAR),
        ColumnUse(ColumnRole.VALUE, "beds", None, "张"),
    )


def test_the_long_form_is_known():
    mapping = guessed([["区划代码", "年份", "指标", "数值", "单位"], ["1", "2016", "床位数", "3", "张"]])
    assert [use.role for use in mapping.columns] == [
        ColumnRole.AREA_CODE,
        ColumnRole.YEAR,
        ColumnRole.VARIABLE,
        ColumnRole.VALUE,
        ColumnRole.UNIT,
    ]
    assert check_mapping(mapping, OBSERVATIONS) == []


def test_a_column_a_year_is_of_the_variable_in_the_title():
    mapping = guessed([["各县床位数", "", ""], ["单位：张", "", ""], *YEARS])
    assert (mapping.variable, mapping.unit, mapping.year) == ("beds", "张", None)
    assert [use.year for use in mapping.columns] == [None, 2015, 2016]


def test_where_nobody_knows_a_column_of_numbers_they_are_figures_of_something_yet_to_be_named():
    mapping = guessed([["地区", "年份", "怪指标", "另一指标"], ["甲县", "2016", "1", "2"]])
    assert mapping.columns[2:] == (ColumnUse(ColumnRole.VALUE), ColumnUse(ColumnRole.VALUE))


def test_of_many_columns_that_nobody_knows_none_is_taken():
    mapping = guessed([["地区", "年份", *[f"怪{i}" for i in range(9)]], ["甲县", "2016", *["1"] * 9]])
    assert {use.role for use in mapping.columns[2:]} == {ColumnRole.IGNORED}


def test_beside_columns_that_are_known_one_that_nobody_knows_is_left_out():
    mapping = guessed([["地区", "年份", "床位数", *["怪指标"] * 150], ["甲县", "2016", *["1"] * 151]])
    assert [use.role for use in mapping.columns[2:]] == [ColumnRole.VALUE, *[ColumnRole.IGNORED] * 150]
    assert check_mapping(mapping, OBSERVATIONS) == []


@pytest.mark.parametrize("heading", ["比上年增长", "排名", "同比（%）"])
def test_columns_that_compare_are_ignored(heading):
    assert (
        guessed([["地区", "年份", "床位数", heading], ["甲县", "2016", "1", "2"]]).columns[3].role is ColumnRole.IGNORED
    )


def test_the_column_of_areas_is_found_by_what_is_in_it():
    mapping = guessed(
        [["负责人", "甲乙丙", "年份", "床位数"], ["张三", "甲县", "2016", "1"], ["李四", "乙县", "2016", "2"]]
    )
    assert [use.role for use in mapping.columns[:2]] == [ColumnRole.IGNORED, ColumnRole.AREA_NAME]


def test_a_table_without_a_year_must_be_given_one():
    assert faults([["地区", "床位数"], ["甲县", "1"]]) == [(FaultCode.COLUMN_MISSING, ColumnRole.YEAR)]


def test_figures_of_areas_need_a_column_of_areas_and_a_benchmark_does_not():
    rows = [["年份", "床位数"], ["2015", "4.5"], ["2016", "4.6"]]
    assert faults(rows) == [(FaultCode.COLUMN_MISSING, ColumnRole.AREA_NAME)]
    assert faults(rows, BENCHMARK) == []


def test_facilities_need_a_name_a_type_and_a_place():
    missing = {allowed for code, allowed in faults([["编号", "备注"], ["1", "无"]], FACILITIES)}
    assert missing == {ColumnRole.NAME, ColumnRole.TYPE, ColumnRole.LONGITUDE, ColumnRole.LATITUDE}
    assert faults([["名称", "类型", "所在乡镇"], ["甲小学", "小学", "太平镇"]], FACILITIES) == []


def test_one_figure_in_two_columns_is_told():
    assert faults([["地区", "年份", "床位数", "床位数"], ["甲县", "2016", "1", "2"]]) == [
        (FaultCode.COLUMN_TWICE, "beds")
    ]


def test_one_role_of_two_columns_is_told():
    mapping = guessed(TWO_ROWS)
    twice = replace(mapping, columns=(*mapping.columns, ColumnUse(ColumnRole.YEAR)))
    assert [(fault.code, fault.found) for fault in check_mapping(twice, OBSERVATIONS)] == [
        (FaultCode.COLUMN_TWICE, ColumnRole.YEAR)
    ]


def test_the_headings_of_next_year_have_the_same_print():
    def printed(rows: list[list[str]]) -> str:
        return fingerprint_headings(sheet(rows), guessed(rows))

    later = [["地 区", "2016年", "2017年"], *YEARS[1:]]
    assert printed(later) == printed(YEARS) != printed(TWO_ROWS)


@given(
    st.lists(st.lists(st.text(max_size=6), min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(ImportKind)
)
def test_any_sheet_with_a_table_has_a_use_for_each_column(rows, kind):
    made = [*rows, ["甲县", "2016", "12"]]
    with suppress(RefusedError):  # where there is no table; tests of headings are about that
        mapping = guessed(made, kind)
        assert len(mapping.columns) == 3
        assert all(row <= len(made) for row in (*mapping.header_rows, mapping.first_row, mapping.last_row))
        check_mapping(mapping, kind)
