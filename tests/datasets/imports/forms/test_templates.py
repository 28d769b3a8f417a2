"""Templates: what a user who has only a program of tables gets to fill in."""

import io
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from openpyxl import load_workbook

from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.forms.forms import (
    FIGURE_KINDS,
    FORM_KINDS,
    FORMS,
    FormLayout,
)
from datasets.imports.forms.templates import template_file
from datasets.kinds import ImportKind
from layouts.words.common import kind_names
from locales import say, say_all

SHEETS = [
    (kind, layout) for kind, form in FORM_KINDS.items() for layout in form.layouts if layout is not FormLayout.MAP
]


def book_of(file: ServedFile):
    return load_workbook(io.BytesIO(file.content))


def drawn(content: bytes, folder: Path) -> gpd.GeoDataFrame:
    path = folder / "drawn.gpkg"
    path.write_bytes(content)
    return gpd.read_file(path)


def headings(book) -> list[str]:
    return [cell.value for cell in book["填写"][1] if cell.value]


def offered(book, heading: str) -> list[str]:
    """What the drop-down below a heading offers."""
    sheet = book["填写"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    rule = next(
        rule for rule in sheet.data_validations.dataValidation if f"{letter}2" in rule.sqref and rule.type == "list"
    )
    name, cells = rule.formula1.split("!")
    assert name.strip("'") == say("forms-sheet-lists")
    return [row[0].value for row in book[say("forms-sheet-lists")][cells.replace("$", "")]]


@pytest.mark.parametrize(("kind", "layout"), SHEETS)
def test_a_workbook_has_the_sheet_to_fill_in_first_and_instructions(kind, layout, form_context):
    book = book_of(template_file(kind, form_context, layout))
    assert book.sheetnames[:2] == ["填写", "说明"]
    assert book["填写"].freeze_panes == "A2"
    explained = {row[0].value for row in book["说明"].iter_rows()}
    assert {column.heading for column in FORMS[kind]} <= explained or layout is FormLayout.WIDE


@pytest.mark.parametrize("kind", [ImportKind.OBSERVATIONS, ImportKind.FACILITIES, ImportKind.SETTLEMENTS])
def test_the_headings_are_those_of_the_form(kind, form_context):
    assert headings(book_of(template_file(kind, form_context))) == [column.heading for column in FORMS[kind]]


def test_areas_are_offered_with_their_former_names_and_townships_told_apart(form_context):
    names = offered(book_of(template_file(ImportKind.OBSERVATIONS, form_context)), "地区")
    assert names == ["方城", "a县", "a旧县", "b县", "c县", "d县", "a1镇", "a2镇", "外地"]


def test_two_townships_of_one_name_bear_their_counties(form_context):
    townships = form_context.geography.townships
    townships["name"], townships["county"] = "同名镇", ["a", "b"]
    assert offered(book_of(template_file(ImportKind.SETTLEMENTS, form_context)), "所在乡镇") == [
        "a县同名镇",
        "b县同名镇",
    ]


def test_only_the_reference_area_is_offered_for_a_benchmark_and_only_finished_rates(form_context):
    book = book_of(template_file(ImportKind.BENCHMARK, form_context))
    assert offered(book, "地区") == ["外地"]
    assert offered(book, "指标") == ["每千人床位"]


def test_what_the_region_itself_says_is_not_offered(form_context):
    assert offered(book_of(template_file(ImportKind.OBSERVATIONS, form_context)), "指标") == [
        "人口",
        "床位",
        "每千人床位",
    ]


def test_every_accepted_unit_is_offered(form_context):
    assert offered(book_of(template_file(ImportKind.OBSERVATIONS, form_context)), "单位") == [
        "人",
        "万人",
        "张",
        "张/千人",
    ]


def test_the_wide_form_lists_the_counties_and_takes_its_headings_from_a_list(form_context):
    sheet = book_of(template_file(ImportKind.OBSERVATIONS, form_context, FormLayout.WIDE))["填写"]
    assert [sheet.cell(row, 2).value for row in range(2, 6)] == ["a县", "b县", "c县", "d县"]
    assert [cell.value for cell in sheet[1] if cell.value and "（" in cell.value] == ["人口（人）", "床位（张）"]
    rules = [rule for rule in sheet.data_validations.dataValidation if "F1" in rule.sqref]
    assert [rule.type for rule in rules] == ["list"]


def test_a_year_and_a_figure_are_asked_for_as_numbers(form_context):
    rules = book_of(template_file(ImportKind.OBSERVATIONS, form_context))["填写"].data_validations.dataValidation
    assert {str(rule.sqref)[0]: rule.type for rule in rules if rule.type in ("whole", "decimal")} == {
        "C": "whole",
        "E": "decimal",
    }


def test_hints_fit_into_what_excel_shows(form_context):
    for kind, layout in SHEETS:
        for rule in book_of(template_file(kind, form_context, layout))["填写"].data_validations.dataValidation:
            assert len(rule.promptTitle) <= 32
            assert len(rule.prompt) <= 255
            assert len(rule.error or "") <= 225


def test_a_region_without_townships_and_reference_gets_its_templates(square_geography, form_context):
    none = square_geography.townships.iloc[:0]
    geography = replace(square_geography, townships=none, seats=square_geography.seats.iloc[:0])
    bare = FormContext(geography, form_context.variables, form_context.indicators, {}, {})
    for kind, form in FORM_KINDS.items():
        for layout in form.layouts:
            assert template_file(kind, bare, layout).content


def test_the_map_template_of_townships_is_their_cells_with_codes(form_context, tmp_path):
    cells = drawn(template_file(ImportKind.TOWNSHIPS, form_context).content, tmp_path)
    assert list(cells["编号"]) == ["a1", "a2"]
    assert cells.crs.to_epsg() == 4490
    assert cells["来源"].str.contains("非法定边界").all()
    assert cells.geometry.iloc[0].equals(form_context.geography.townships.geometry.iloc[0])


def test_the_map_template_of_roads_is_an_empty_layer_with_the_columns(form_context, tmp_path):
    roads = drawn(template_file(ImportKind.ROADS, form_context).content, tmp_path)
    assert list(roads.columns) == ["编号", "名称", "道路等级", "来源", "geometry"]
    assert roads.empty


@pytest.mark.parametrize(
    ("kind", "layout"), [(kind, layout) for kind, form in FORM_KINDS.items() for layout in form.layouts]
)
def test_a_file_is_called_by_its_region_and_kind(kind, layout, form_context):
    file = template_file(kind, form_context, layout)
    assert file.name.startswith(f"方城-{FORM_KINDS[kind].name}")
    assert file.name.endswith(".gpkg" if layout is FormLayout.MAP else ".xlsx")


def test_the_words_for_kinds_of_figures_are_those_of_the_screen():
    assert {key: own.name for key, own in FIGURE_KINDS.items()} == kind_names()
    assert FIGURE_KINDS.keys() == say_all("common-kind-meanings-").keys()
