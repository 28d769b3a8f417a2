"""The columns of a sheet of places by their headings and by what is in them."""

import pytest

from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.columns.column_mapping import propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_records
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from indicators.facilities.facility_types import index_types_by_text
from tests.datasets.imports.place_world import TYPES
from tests.datasets.imports.tables import sheet

VOCABULARY = KnownTerms({}, types=index_types_by_text(TYPES))


def roles(rows, kind=ImportKind.FACILITIES) -> list[ColumnRole]:
    return [use.role for use in propose_sheet_mapping(sheet(rows), kind, VOCABULARY).columns]


def test_codes_of_areas_are_no_numbers_of_facilities():
    assert roles([["代码", "名称"], ["430321112", "甲"]])[0] is ColumnRole.AREA_CODE
    assert roles([["代码", "名称"], ["A-17", "甲"]])[0] is ColumnRole.CODE
    assert roles([["代码", "区划代码", "名称"], ["430321112", "441803118", "甲"]])[0] is ColumnRole.CODE


def test_of_columns_of_types_the_one_that_means_types_is_taken():
    assert roles([["type", "amenity", "name"], ["multipolygon", "小学", "甲"]]) == [
        ColumnRole.IGNORED,
        ColumnRole.TYPE,
        ColumnRole.NAME,
    ]


def test_the_levels_of_a_class_in_three_columns_are_one_type():
    rows = [["名称", "大类", "中类", "小类"], ["甲", "科教", "学校", "小学"], ["乙", "科教", "小学", "重点小学"]]
    mapping = propose_sheet_mapping(sheet(rows), ImportKind.FACILITIES, VOCABULARY)
    assert extract_records(sheet(rows), mapping)["type"].tolist() == ["科教;学校;小学", "科教;小学;重点小学"]


@pytest.mark.parametrize("heading", ["某列", "坐标点位"])
def test_a_column_of_pairs_is_known_by_what_is_in_it(heading):
    assert roles([["名称", heading], ["甲", "113.1,24.1"], ["乙", "113.2,24.2"]])[1] is ColumnRole.COORDINATES


def test_those_who_live_there_go_before_those_who_are_registered():
    rows = [["村名", "户籍人口", "常住人口"], ["甲", "12", "8"]]
    assert roles(rows, ImportKind.SETTLEMENTS) == [ColumnRole.NAME, ColumnRole.IGNORED, ColumnRole.POPULATION]


def test_a_sheet_named_after_a_type_is_of_that_type():
    rows = [["名称", "经度", "纬度"], ["甲", "113", "24"]]
    assert (
        propose_sheet_mapping(sheet(rows, "小学"), ImportKind.FACILITIES, VOCABULARY).facility_type == "primary_school"
    )
