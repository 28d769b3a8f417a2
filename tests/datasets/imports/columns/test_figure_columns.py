"""Areas across and down, codes under an odd heading, and columns that nobody knows."""

import pytest

from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.columns.column_mapping import check_mapping, propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_figures
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from tests.datasets.imports.tables import VOCABULARY, sheet

ACROSS = {
    "years down": [["床位数", "", ""], ["年份", "甲县", "乙县"], ["2018", "1", "2"], ["2019", "3", "4"]],
    "a corner": [["床位数", "", ""], ["地区", "甲县", "乙县"], ["2018年", "1", "2"], ["2019年", "3", "4"]],
    "no corner": [["床位数", "", ""], ["", "甲县", "乙县"], ["2018", "1", "2"], ["2019", "3", "4"]],
    "quantities and years down": [
        ["指标", "年份", "甲县", "乙县"],
        ["床位数（张）", "2018", "1", "2"],
        ["床位数（张）", "2019", "3", "4"],
    ],
    "years below areas": [
        ["指标", "甲县", "", "乙县", ""],
        ["", "2018", "2019", "2018", "2019"],
        ["床位数", "1", "3", "2", "4"],
    ],
    "areas below a quantity": [["年份", "床位数", ""], ["", "甲县", "乙县"], ["2018", "1", "2"], ["2019", "3", "4"]],
    "a blank column": [
        ["床位数", "", "", ""],
        ["年份", "", "甲县", "乙县"],
        ["2018", "", "1", "2"],
        ["2019", "", "3", "4"],
    ],
}


def guessed(rows, vocabulary=VOCABULARY):
    return propose_sheet_mapping(sheet(rows), ImportKind.OBSERVATIONS, vocabulary)


@pytest.mark.parametrize("rows", ACROSS.values(), ids=ACROSS)
def test_areas_across_are_read(rows):
    mapping = guessed(rows)
    assert check_mapping(mapping, ImportKind.OBSERVATIONS) == []
    figures = extract_figures(sheet(rows), mapping).figures
    read = {(area, year[:4], value) for area, year, value in figures[["area_name", "year", "value"]].to_numpy()}
    assert read == {("甲县", "2018", "1"), ("乙县", "2018", "2"), ("甲县", "2019", "3"), ("乙县", "2019", "4")}


def test_quantities_down_beside_areas_across_are_variables():
    rows = [["2019年", "", ""], ["", "甲县", "乙县"], ["床位数（张）", "1", "2"], ["常住人口", "3", "4"]]
    mapping = guessed(rows)
    assert (mapping.columns[0].role, mapping.year) == (ColumnRole.VARIABLE, 2019)
    assert extract_figures(sheet(rows), mapping).figures["variable"].tolist() == ["床位数（张）"] * 2 + ["常住人口"] * 2


def test_a_heading_that_is_an_area_beside_a_column_of_areas_is_none():
    assert all(use.area is None for use in guessed([["地区", "甲县", "乙县"], ["甲县", "1", "2"]]).columns)


@pytest.mark.parametrize("heading", ["邮政编码", "邮编", "机构编码", "postcode"])
def test_codes_of_something_else_are_no_codes_of_areas(heading):
    rows = [["地区", heading, "床位数（张）"], ["甲县", "511800", "1"], ["乙县", "511700", "2"]]
    assert [use.role for use in guessed(rows).columns] == [ColumnRole.AREA_NAME, ColumnRole.IGNORED, ColumnRole.VALUE]


@pytest.mark.parametrize("heading", ["国标码", "GB", "区划码", "county_code", "PAC"])
def test_a_column_of_codes_is_known_by_what_is_in_it(heading):
    mapping = guessed(
        [[heading, "地区", "年份", "床位数"], ["430321", "甲县", "2016", "1"], ["440111", "乙县", "2016", "2"]]
    )
    assert mapping.columns[0].role is ColumnRole.AREA_CODE


def test_a_column_of_codes_of_the_region_is_known_whatever_its_heading():
    own = KnownTerms(VOCABULARY.variables, VOCABULARY.units, VOCABULARY.areas, codes=frozenset({"440111"}))
    rows = [["某列", "地区", "年份", "床位数"], ["440111", "乙县", "2016", "2"], ["440112", "乙县", "2017", "2"]]
    assert guessed(rows, own).columns[0].role is ColumnRole.AREA_CODE


def test_a_column_of_large_figures_is_no_column_of_codes():
    rows = [["地区", "年份", "床位数", "某数"], ["甲县", "2016", "1", "430321"], ["乙县", "2016", "2", "440111"]]
    assert guessed(rows).columns[3].role is ColumnRole.IGNORED


def test_the_province_and_city_of_an_area_stand_before_its_name():
    rows = [
        ["省份", "城市", "区县", "年份", "床位数"],
        ["某省", "某市", "甲县", "2016", "1"],
        ["", "", "乙县", "2016", "2"],
    ]
    assert extract_figures(sheet(rows), guessed(rows)).figures["area_name"].tolist() == ["某省某市甲县", "乙县"]


def test_of_counties_and_townships_the_townships_are_the_areas():
    rows = [["县区", "乡镇", "年份", "床位数"], ["甲县", "太平镇", "2016", "1"], ["甲县", "合计", "2016", "2"]]
    found = extract_figures(sheet(rows), guessed(rows))
    assert (found.figures["area_name"].tolist(), found.totals["area_name"].tolist()) == (["甲县太平镇"], ["甲县合计"])


def test_a_title_names_no_column_that_has_a_heading_of_its_own():
    mapping = guessed([["各县床位数", "", ""], ["地区", "2016年", "其中：男"], ["甲县", "1", "2"]])
    assert [use.role for use in mapping.columns] == [ColumnRole.AREA_NAME, ColumnRole.VALUE, ColumnRole.IGNORED]


def test_a_date_is_the_column_of_years_only_without_one():
    rows = [["日期", "地区", "年份", "床位数"], ["2020-01-01", "甲县", "2016", "1"]]
    assert [use.role for use in guessed(rows).columns] == [
        ColumnRole.IGNORED,
        ColumnRole.AREA_NAME,
        ColumnRole.YEAR,
        ColumnRole.VALUE,
    ]
    assert guessed([["日期", "地区", "床位数"], ["2016年", "甲县", "1"]]).columns[0].role is ColumnRole.YEAR


def test_the_unit_of_a_title_is_that_of_its_figures():
    mapping = guessed([["2018年常住人口（万人）", "", ""], ["年份", "甲县", "乙县"], ["2018", "1.5", "2.5"]])
    assert (mapping.variable, mapping.unit) == ("people", "万人")
