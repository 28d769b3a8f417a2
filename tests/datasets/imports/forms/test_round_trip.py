"""What goes out comes in again: exports, examples and filled templates are imported without loss and without a word."""

import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from datasets.imports.cells.cell_values import plain, tidy
from datasets.imports.forms.choices import list_choices
from datasets.imports.forms.examples import example_file
from datasets.imports.forms.exports import ExportForm, export_file
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.forms.forms import FORM_KINDS, ChoiceList, FormLayout
from datasets.imports.forms.templates import template_file
from datasets.kinds import STORED, ImportKind
from datasets.published.dataset_rows import list_facility_rows
from tests.datasets.round_trip import areas_of, errors, imported, in_order, shipped_areas, shipped_context

TABLES = [
    (kind, layout)
    for kind, form in FORM_KINDS.items()
    for layout in form.layouts
    if layout in (FormLayout.LONG, FormLayout.WIDE)
]
FORMS_OF_TABLES = [ExportForm.XLSX, ExportForm.CSV]
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def assert_comes_back(rows, kind, form, forms, areas):
    file = export_file(rows, kind, forms, "数据", form)
    checked = imported(file, kind, forms, areas)
    assert errors(checked) == []
    pd.testing.assert_frame_equal(in_order(checked.rows, kind), in_order(rows, kind), check_exact=True)


def edited(file: ServedFile, edit) -> ServedFile:
    """The file after ``edit`` was done to its first sheet in a program of tables."""
    book = load_workbook(io.BytesIO(file.content))
    edit(book["填写"])
    buffer = io.BytesIO()
    book.save(buffer)
    return file._replace(content=buffer.getvalue())


@pytest.fixture
def shipped(foundation, city):
    return shipped_context(foundation, city), shipped_areas(foundation)


@pytest.mark.parametrize("form", FORMS_OF_TABLES)
@pytest.mark.parametrize("dataset", ["public", "demo"])
def test_every_figure_that_is_shipped_comes_back_as_it_was(dataset, form, city, shipped):
    rows = city.datasets[dataset].observations
    if (dataset, form) == (
        "demo",
        ExportForm.XLSX,
    ):  # large workbooks take long: the last figure of each area is enough
        rows = rows.drop_duplicates(["variable", "area_code"], keep="last")
    assert_comes_back(rows, ImportKind.OBSERVATIONS, form, *shipped)


@pytest.mark.parametrize("form", FORMS_OF_TABLES)
def test_every_facility_that_is_shipped_comes_back_as_it_was(form, city, shipped):
    assert_comes_back(list_facility_rows(city.datasets["demo"].facilities), ImportKind.FACILITIES, form, *shipped)


@pytest.mark.parametrize(("kind", "layout"), TABLES)
def test_an_example_is_imported_whole_and_without_an_error(kind, layout, shipped):
    checked = imported(example_file(kind, shipped[0], layout), kind, *shipped)
    assert errors(checked) == []
    assert checked.report.good == checked.report.rows > 0


def test_the_wide_example_holds_the_figures_of_the_long_one(shipped):
    long, wide = (
        imported(example_file(ImportKind.OBSERVATIONS, shipped[0], layout), ImportKind.OBSERVATIONS, *shipped).rows
        for layout in (FormLayout.LONG, FormLayout.WIDE)
    )
    assert in_order(long.assign(note=""), ImportKind.OBSERVATIONS).equals(in_order(wide, ImportKind.OBSERVATIONS))


def test_an_edited_cell_is_the_one_figure_that_changes(city, shipped):
    rows = city.datasets["public"].observations
    file = export_file(rows, ImportKind.OBSERVATIONS, shipped[0], "数据")
    changed = edited(file, lambda sheet: sheet.cell(11, 5).__setattr__("value", 7777))
    before = in_order(rows, ImportKind.OBSERVATIONS)
    after = in_order(imported(changed, ImportKind.OBSERVATIONS, *shipped).rows, ImportKind.OBSERVATIONS)
    differs = before.ne(after)
    assert differs.sum().to_dict() == dict.fromkeys(before, 0) | {"value": 1}
    assert after["value"][differs["value"]].tolist() == [7777]


def test_a_workbook_that_a_program_of_tables_saved_again_comes_back_as_it_was(city, shipped):
    rows = city.datasets["public"].observations
    file = edited(export_file(rows, ImportKind.OBSERVATIONS, shipped[0], "数据"), lambda _: None)
    back = imported(file, ImportKind.OBSERVATIONS, *shipped).rows
    assert in_order(back, ImportKind.OBSERVATIONS).equals(in_order(rows, ImportKind.OBSERVATIONS))


def choices(file: ServedFile, heading: str) -> list[str]:
    """What the drop-down below a heading offers."""
    book = load_workbook(io.BytesIO(file.content))
    sheet = book["填写"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    rules = sheet.data_validations.dataValidation
    rule = next(rule for rule in rules if rule.type == "list" and f"{letter}2" in rule.sqref)
    name, cells = rule.formula1.split("!")
    return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]


def test_every_area_that_a_template_offers_is_understood_without_its_code(shipped):
    file = template_file(ImportKind.OBSERVATIONS, shipped[0])
    areas = choices(file, "地区")

    def fill(sheet) -> None:
        for area in areas:
            sheet.append([None, area, 2012, "常住人口", 1000, "人", "公布", "年鉴", None])

    checked = imported(edited(file, fill), ImportKind.OBSERVATIONS, *shipped)
    former = sum(len(county.former) for county in shipped[0].geography.region.counties)
    assert errors(checked) == []
    assert checked.report.rows == len(areas)
    assert checked.rows["area_code"].nunique() == len(areas) - former


def test_everything_that_a_template_offers_to_be_counted_is_understood_in_its_units(shipped):
    file = template_file(ImportKind.OBSERVATIONS, shipped[0])
    names = choices(file, "指标")
    forms = shipped[0]
    unit_of = {forms.variable_labels[key]: own.unit for key, own in forms.declared.items()}

    def fill(sheet) -> None:
        for name in names:
            sheet.append([None, forms.geography.region.counties[0].name, 2016, name, 1, unit_of[name], "公布", "年鉴"])

    checked = imported(edited(file, fill), ImportKind.OBSERVATIONS, *shipped)
    assert errors(checked) == []
    assert checked.report.good == len(names) == checked.rows["variable"].nunique()


def test_every_heading_that_the_wide_template_offers_is_understood(shipped):
    file = template_file(ImportKind.OBSERVATIONS, shipped[0], FormLayout.WIDE)
    headings = list(list_choices(ChoiceList.WIDE_HEADINGS, ImportKind.OBSERVATIONS, shipped[0]).values)

    while headings:
        # One heading of a name at a time: a sheet that counted the same in two units would say it twice.
        some = list({heading.rpartition("（")[0]: heading for heading in headings}.values())[:400]
        headings = [heading for heading in headings if heading not in some]

        def fill(sheet, some=some) -> None:
            for column in range(6, sheet.max_column + 1):
                sheet.cell(1, column).value = None
            for column, heading in enumerate(some, 6):
                sheet.cell(1, column).value, sheet.cell(2, column).value = heading, 1
            sheet.cell(2, 3).value, sheet.cell(2, 4).value, sheet.cell(2, 5).value = 2016, "公布", "年鉴"

        checked = imported(edited(file, fill), ImportKind.OBSERVATIONS, *shipped)
        assert errors(checked) == []
        assert checked.report.good == len(some)


@pytest.mark.parametrize(("kind", "heading"), [(ImportKind.FACILITIES, "类型"), (ImportKind.FACILITIES, "所在乡镇")])
def test_every_type_and_township_that_a_template_offers_is_understood(kind, heading, shipped):
    file = template_file(kind, shipped[0])
    offered = choices(file, heading)
    township = choices(file, "所在乡镇")[0]

    def fill(sheet) -> None:
        headings = [cell.value for cell in sheet[1]]
        for number, text in enumerate(offered):
            row = {"编号": f"x{number}", "类型": "小学", "名称": f"某处{number}", "所在乡镇": township, "来源": "名录"}
            sheet.append([(row | {heading: text}).get(name) for name in headings])

    checked = imported(edited(file, fill), kind, *shipped)
    assert errors(checked) == []
    assert checked.report.good == len(offered)


# Text as it is stored: what a person would see in the cell, and nothing of what would not be seen.
SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
WILD = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@a",
    "'a",
    "'=a",
    "#N/A",
    "_x0041_",
    "<script>alert(1)</script>",
]
WILD += [
    "&amp;",
    "𠮷野家",
    "a  b",
    "0012",
    "1e5",
    "2016-01-01",
    "TRUE",
    '"',
    "a,b;c\td",
    "（示例）",
    "㎡²①",
    "nan",
    "合计",
    "注：某事",
]
TEXTS = st.one_of(st.sampled_from(WILD), st.text(SIGNS, min_size=1, max_size=20)).map(tidy)
NEEDED = TEXTS.filter(bool)
CODES = TEXTS.map(plain).filter(lambda text: text and plain(text) == text)
AMOUNTS = st.just(0.0) | st.floats(1e-9, 1e15)  # far beyond anything that is counted
KINDS = st.sampled_from(["published", "transcribed", "secondary", "computed", "estimated", "demonstration"])


@st.composite
def figures(draw):
    variables, areas = st.sampled_from(["people", "beds", "rate"]), st.sampled_from(["sq", "a", "b", "a1", "a2", "out"])
    key = st.tuples(variables, areas, st.integers(1949, 2100))
    keys = draw(st.lists(key, min_size=1, max_size=8, unique=True))
    rows = [(*own, draw(AMOUNTS), draw(KINDS), draw(NEEDED), draw(TEXTS)) for own in keys]
    return pd.DataFrame(rows, columns=STORED[ImportKind.OBSERVATIONS])


@st.composite
def points(draw, kind):
    rows = []
    for code in draw(st.lists(CODES, min_size=1, max_size=6, unique=True)):
        west, area = draw(st.sampled_from([(114.0, "a1"), (114.05, "a2")]))
        opened = draw(st.none() | st.integers(1949, 2050))
        row = {"code": code, "name": draw(NEEDED), "area_code": area, "type": "school", "grade": draw(TEXTS)}
        row |= {"longitude": west + draw(st.floats(0.001, 0.049)), "latitude": draw(st.floats(24.101, 24.199))}
        row |= {"capacity": draw(AMOUNTS | st.just(np.nan)), "population": draw(AMOUNTS | st.just(np.nan))}
        row |= {"opened": opened, "closed": draw(st.none() | st.integers(opened or 1949, 2100))}
        rows.append(row | {"approximate": draw(st.booleans()), "source": draw(NEEDED), "note": draw(TEXTS)})
    return pd.DataFrame(rows).astype({"opened": "Int64", "closed": "Int64"})[STORED[kind]]


@pytest.mark.parametrize("form", FORMS_OF_TABLES)
@pytest.mark.parametrize("kind", [ImportKind.OBSERVATIONS, ImportKind.BENCHMARK])
@given(data=st.data())
@FEW
def test_figures_with_any_text_and_any_number_come_back_as_they_were(kind, form, form_context, data):
    rows = data.draw(figures())
    if kind is ImportKind.BENCHMARK:
        rows = rows.assign(area_code="out", variable="rate").drop_duplicates("year")
    assert_comes_back(rows, kind, form, form_context, areas_of(form_context))


@pytest.mark.parametrize("form", FORMS_OF_TABLES)
@pytest.mark.parametrize("kind", [ImportKind.FACILITIES, ImportKind.SETTLEMENTS])
@given(data=st.data())
@FEW
def test_points_with_any_text_and_any_number_come_back_as_they_were(kind, form, form_context, data):
    assert_comes_back(data.draw(points(kind)), kind, form, form_context, areas_of(form_context))
