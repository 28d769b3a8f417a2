"""What is hidden in a file, what is not used of it, and the datum that it states are told."""

from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from datasets.imports.model import (
    CheckResult,
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    FaultCode,
    FileContent,
    MatchReport,
)
from datasets.imports.upload.import_order import ImportOrder
from datasets.imports.upload.remarks import add_remarks
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum
from tests.datasets.imports.tables import sheet

ROWS = [["序号", "村名", "户籍人口", "常住人口", "空"], ["1", "甲村", "12", "8", ""], ["2", "乙村", "9", "7", ""]]
ROLES = (ColumnRole.IGNORED, ColumnRole.NAME, ColumnRole.IGNORED, ColumnRole.POPULATION, ColumnRole.IGNORED)
MAPPING = ColumnMapping("表", (1,), 2, 3, tuple(map(ColumnUse, ROLES)))


def remarks(upload: FileContent, order: ImportOrder, of_sheet=None) -> dict[str, str]:
    nothing = CheckResult(order.kind, pd.DataFrame(columns=STORED[order.kind]), MatchReport(0, 0))
    report = add_remarks(nothing, upload, of_sheet, order).report
    assert not report.has_errors
    return dict(zip(report.faults["code"], report.faults["found"], strict=True)) if len(report.faults) else {}


def of_table(kind: ImportKind = ImportKind.SETTLEMENTS, **own: Any) -> dict[str, str]:
    table = replace(sheet(ROWS), **own)
    return remarks(FileContent("x.xlsx", "xlsx", "", 0, (table,)), ImportOrder(kind, "own", mapping=MAPPING), table)


def of_features(datum: Datum, **columns: list[str]) -> dict[str, str]:
    features = gpd.GeoDataFrame(columns, geometry=[Point(114, 24)], crs=4490)
    uses = tuple(ColumnUse(ColumnRole.NAME) for _ in columns)
    order = ImportOrder(ImportKind.FACILITIES, "own", mapping=ColumnMapping("", (), 1, 1, uses), datum=datum)
    return remarks(FileContent("x.kml", "kml", "", 0, features=features), order)


def test_columns_that_are_not_used_are_named_but_for_numbers_of_rows_and_empty_ones():
    assert of_table() == {FaultCode.COLUMNS_LEFT_OUT: "C 户籍人口"}


def test_hidden_rows_and_columns_are_told_where_they_are_read():
    told = of_table(hidden_rows=frozenset({1, 3, 9}), hidden_columns=frozenset({2, 3}))
    assert told[FaultCode.HIDDEN] == "第 3 行，D 常住人口 列"


def test_a_hidden_sheet_is_told():
    assert of_table(is_hidden=True)[FaultCode.HIDDEN_SHEET] == "表"


@pytest.mark.parametrize(
    ("datum", "code"), [(Datum.GCJ02, FaultCode.DATUM_STATED), (Datum.WGS84, FaultCode.DATUM_DIFFERS)]
)
def test_the_datum_that_a_file_states_is_told(datum, code):
    assert of_features(datum, OvCoordType=["GCJ-02"]) == {code: "GCJ-02"}


def test_a_file_that_states_none_gets_no_remark():
    assert of_features(Datum.GCJ02, name=["甲"]) == {}
