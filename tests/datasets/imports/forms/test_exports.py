"""Exports: the form of the templates, nothing lost, nothing run."""

import csv
import io

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from openpyxl import load_workbook

from datasets.imports.forms import exports
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.exports import ExportForm, TooManyRowsError, export_file, export_forms
from datasets.imports.forms.forms import FORMS
from datasets.kinds import STORED, ImportKind
from datasets.published.dataset_rows import list_facility_rows


def figures(**own: object) -> pd.DataFrame:
    """One figure in the columns that are stored, with whatever the test says otherwise."""
    row = {"variable": "beds", "area_code": "a", "year": 2016, "value": 0.1 + 0.2}
    row |= {"kind": "published", "source": "年鉴", "note": ""} | own
    return pd.DataFrame([row])[STORED[ImportKind.OBSERVATIONS]]


def facility(**own: object) -> pd.DataFrame:
    """One facility in the columns that are stored, with whatever the test says otherwise."""
    row = {"code": "1", "type": "school", "name": "一小", "area_code": "a1", "longitude": 114.01, "latitude": 24.12}
    row |= {"capacity": np.nan, "grade": "", "opened": pd.NA, "closed": pd.NA, "approximate": False}
    row |= {"source": "名录", "note": ""} | own
    frame = pd.DataFrame([row])[STORED[ImportKind.FACILITIES]]
    return frame.astype({"opened": "Int64", "closed": "Int64"})


def township(code: str, shape: shapely.Geometry) -> pd.DataFrame:
    return pd.DataFrame({"code": [code], "name": ["a1镇"], "geometry": [shapely.to_wkb(shape)], "source": ["图"]})


def exported(rows: pd.DataFrame, kind: ImportKind, context: FormContext, form: ExportForm | None = None) -> bytes:
    return export_file(rows, kind, context, "年鉴", form).content


def first_row(content: bytes) -> dict[str, object]:
    headings, row = list(load_workbook(io.BytesIO(content))["填写"].iter_rows(values_only=True))[:2]
    return dict(zip(headings, row, strict=True))


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_figure_is_exported_with_names_for_ids_and_its_unit(form_context):
    row = first_row(exported(figures(), ImportKind.OBSERVATIONS, form_context))
    assert row == {
        "区划代码": "a",
        "地区": "a县",
        "年份": 2016,
        "指标": "床位",
        "数值": 0.1 + 0.2,
        "单位": "张",
        "数据性质": "公布",
        "来源": "年鉴",
        "备注": None,
    }


def test_an_area_bears_the_name_of_the_year(form_context):
    assert first_row(exported(figures(year=2012), ImportKind.OBSERVATIONS, form_context))["地区"] == "a旧县"


def test_what_is_no_longer_declared_is_exported_under_its_id(form_context):
    row = first_row(exported(figures(variable="gone", area_code="gone"), ImportKind.OBSERVATIONS, form_context))
    assert (row["指标"], row["单位"], row["区划代码"], row["地区"]) == ("gone", None, "gone", None)


def test_a_missing_capacity_and_year_are_empty_cells(form_context):
    row = first_row(exported(facility(), ImportKind.FACILITIES, form_context))
    assert (row["规模"], row["启用年份"], row["位置近似"]) == (None, None, None)
    assert (row["类型"], row["所在乡镇"]) == ("学校", "a1镇")


def test_an_approximate_place_says_so(form_context):
    assert first_row(exported(facility(approximate=True), ImportKind.FACILITIES, form_context))["位置近似"] == "是"


def test_a_csv_has_every_digit_and_the_mark_that_excel_needs(form_context):
    content = exported(figures(), ImportKind.OBSERVATIONS, form_context, ExportForm.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    assert csv_rows(content)[0]["数值"] == "0.30000000000000004"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1"])
def test_no_text_of_a_csv_is_run_as_a_formula(text, form_context):
    content = exported(figures(source=text), ImportKind.OBSERVATIONS, form_context, ExportForm.CSV)
    assert csv_rows(content)[0]["来源"] == f"'{text}"


def test_a_negative_figure_of_a_csv_stays_a_number(form_context):
    content = exported(figures(value=-0.5), ImportKind.OBSERVATIONS, form_context, ExportForm.CSV)
    assert csv_rows(content)[0]["数值"] == "-0.5"


def test_polygons_keep_every_coordinate_their_type_and_the_datum(form_context, tmp_path):
    shape = shapely.box(114 + 1 / 3, 24 + 1 / 7, 114.5, 24.5)
    parts = shapely.MultiPolygon([shapely.box(114, 24, 114.1, 24.1), shapely.box(114.2, 24, 114.3, 24.1)])
    rows = pd.concat([township("a1", shape), township("a2", parts)])
    path = tmp_path / "townships.gpkg"
    path.write_bytes(exported(rows, ImportKind.TOWNSHIPS, form_context))
    drawn = gpd.read_file(path)
    assert drawn.crs.to_epsg() == 4490
    assert [shapely.to_wkb(own) for own in drawn.geometry] == list(rows["geometry"])


def test_a_class_of_road_is_exported_by_name(form_context, tmp_path):
    line = shapely.to_wkb(shapely.LineString([(114, 24), (114.1, 24.1)]))
    roads = pd.DataFrame({"code": ["1"], "name": [""], "road_class": ["county"], "geometry": [line], "source": ["图"]})
    path = tmp_path / "roads.gpkg"
    path.write_bytes(exported(roads, ImportKind.ROADS, form_context))
    assert list(gpd.read_file(path)["道路等级"]) == ["县道"]


@pytest.mark.parametrize("kind", ImportKind)
def test_a_kind_without_rows_gives_an_empty_form(kind, form_context):
    rows = figures() if kind in (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK) else facility()
    rows = rows.reindex(columns=STORED[kind]).iloc[:0]
    assert exported(rows, kind, form_context)


def test_a_workbook_of_more_rows_than_a_sheet_has_is_refused(monkeypatch, form_context):
    monkeypatch.setattr(exports, "SHEET_ROWS", 1)
    rows = pd.concat([figures(), figures(year=2015)])
    with pytest.raises(TooManyRowsError, match="got 2: export as CSV"):
        exported(rows, ImportKind.OBSERVATIONS, form_context, ExportForm.XLSX)
    assert len(csv_rows(exported(rows, ImportKind.OBSERVATIONS, form_context))) == 2


def test_many_rows_are_exported_as_csv_unless_a_workbook_is_asked_for():
    assert export_forms(ImportKind.OBSERVATIONS, 1000) == (ExportForm.XLSX, ExportForm.CSV)
    assert export_forms(ImportKind.OBSERVATIONS, 500_000) == (ExportForm.CSV, ExportForm.XLSX)
    assert export_forms(ImportKind.OBSERVATIONS, 2_000_000) == (ExportForm.CSV,)


def test_a_form_that_a_kind_has_not_is_refused(form_context):
    with pytest.raises(ValueError, match="expected one of gpkg for roads, got csv"):
        exported(township("a1", shapely.box(0, 0, 1, 1)), ImportKind.ROADS, form_context, ExportForm.CSV)


def test_a_file_is_called_by_region_dataset_and_kind(form_context):
    file = export_file(figures(), ImportKind.OBSERVATIONS, form_context, "年鉴数据-v3")
    assert file.name == "方城-年鉴数据-v3-统计数据.xlsx"
    other = export_file(figures(), ImportKind.BENCHMARK, form_context, "年鉴", ExportForm.CSV)
    assert other.name == "方城-年鉴-对照数据.csv"


def test_the_facilities_of_a_dataset_become_rows_with_their_coordinates():
    point = gpd.GeoDataFrame(
        facility().drop(columns=["longitude", "latitude"]), geometry=[shapely.Point(114.01, 24.12)], crs="EPSG:4490"
    )
    rows = list_facility_rows(point)
    pd.testing.assert_frame_equal(rows, facility())


def test_every_stored_column_has_its_place_in_the_form():
    for kind in ImportKind:
        roles = {column.role.value for column in FORMS[kind]}
        assert set(STORED[kind]) - {"geometry"} <= roles
