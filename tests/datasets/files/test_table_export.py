"""The one writer of tables: texts stay texts, numbers stay numbers with the format they are shown in."""

import csv
import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from datasets.files.formula_guard import looks_like_formula, unguard_formula
from datasets.files.table_export import (
    TEXT,
    Cell,
    ExportColumn,
    ExportTable,
    FormattedNumber,
    InternalLink,
    decimal_format,
    percent_format,
    to_text,
    write_csv,
    write_xlsx,
)

FORMULAS = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "－1",
    "＋1",
    "＠A1",
    " =1",
    "\u3000=1",
]


def table(*rows: list[Cell], **about: str) -> ExportTable:
    columns = [ExportColumn("代码", TEXT), ExportColumn("地区"), ExportColumn("数值", decimal_format(2))]
    return ExportTable("数值", columns, rows or [["441802", "清城区", 1234.5678]], **about)


def sheet(of: ExportTable | None = None, name: str = "数值", **about: str) -> Worksheet:
    return load_workbook(io.BytesIO(write_xlsx([of or table(**about)])))[name]


def csv_rows(of):
    return list(csv.reader(io.StringIO(write_csv(of).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_is_a_text_in_a_workbook(text):
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_xlsx([table([text, text, 1])])))
    assert book.get_sheet_by_index(0).to_python()[1][:2] == [text, text]
    cell = sheet(table(["a", text, 1]))["B2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_is_guarded_in_a_csv(text):
    written = csv_rows(table(["a", text, 1]))[1][1]
    assert written == f"'{text}"
    assert unguard_formula(written) == text


def test_headings_titles_notes_and_names_of_sheets_are_no_formulas():
    formula = FORMULAS[0]
    of = ExportTable(formula, [ExportColumn(formula)], [["a"]], title=formula)
    book = load_workbook(io.BytesIO(write_xlsx([of], [(formula, formula)], formula, formula)))
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value} == {"s"}
    assert csv_rows(of)[0] == [f"'{formula}"]


@pytest.mark.parametrize("value", [-5.25, -3, 0.5, np.float64(-2.5), np.int64(7)])
def test_a_number_is_a_number_also_when_it_is_negative(value):
    assert csv_rows(table(["a", "b", value]))[1][2] == str(float(value)).removesuffix(".0")
    cell = sheet(table(["a", "b", value]))["C2"]
    assert (cell.value, cell.data_type, cell.number_format) == (value, "n", "#,##0.00")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_all_its_digits(value):
    assert float(csv_rows(table(["a", "b", value]))[1][2]) == value
    assert sheet(table(["a", "b", value]))["C2"].value == value


@pytest.mark.parametrize("value", [None, math.nan, math.inf, FormattedNumber(None, "0%")])
def test_what_is_missing_is_an_empty_cell(value):
    assert csv_rows(table(["a", "b", value]))[1][2] == ""
    assert sheet(table(["a", "b", value]))["C2"].value is None


def test_a_code_is_a_text_that_stays_one_when_it_is_edited():
    cell = sheet()["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == ("441802", "s", "@")


def test_a_number_may_have_a_format_of_its_own():
    cell = sheet(table(["a", "b", FormattedNumber(0.894, percent_format(1))]))["C2"]
    assert (cell.value, cell.number_format) == (0.894, "0.0%")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("县", "县"),
        (FormattedNumber(1234.5, "#,##0.00"), "1,234.50"),
        (FormattedNumber(0.7971, "0.0%"), "79.7%"),
        (FormattedNumber(None, "0%"), ""),
        (0.1 + 0.2, "0.3"),
        (2016, "2016"),
    ],
)
def test_a_cell_is_written_as_a_workbook_shows_it(cell, text):
    assert to_text(cell) == text


def test_headings_stay_in_view_and_filter_the_rows():
    page = sheet(table(["a", "b", 1], ["c", "d", 2]))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C3"
    assert page["A1"].font.bold
    assert page.print_title_rows == "$1:$1"


def test_a_title_with_the_mark_of_a_demonstration_stands_above_the_headings_and_on_every_printed_page():
    page = sheet(title="千人床位", warning="演示数据 & 非真实统计")
    assert page["A1"].value == "千人床位　演示数据 & 非真实统计"
    assert page["A2"].value == "代码"
    assert page.freeze_panes == "A3"
    assert page.oddHeader.center.text == "演示数据 && 非真实统计"  # a single & begins a code


def test_columns_are_as_wide_as_their_texts_within_bounds():
    page = sheet(table(["a", "清" * 15, 1], ["b", "长" * 400, 1]))
    widths = [page.column_dimensions[letter].width for letter in "AB"]
    assert widths == [10, 46]


def test_a_link_leads_to_a_cell_of_the_workbook():
    book = load_workbook(io.BytesIO(write_xlsx([table(["a", InternalLink("数值!C2", "'数值'!C2"), 1])])))
    assert book["数值"]["B2"].value == "数值!C2"
    assert book["数值"]["B2"].hyperlink.location == "'数值'!C2"


@pytest.mark.parametrize("name", ["a/b[1]:*?", "'x'", "", "长" * 40, "\x00"])
def test_any_text_can_name_a_sheet_and_none_bears_the_name_of_another(name):
    of = ExportTable(name, [ExportColumn("a")], [["b"]])
    names = load_workbook(io.BytesIO(write_xlsx([of, of], [("a", "b")]))).sheetnames
    assert len({each.casefold() for each in names}) == 3
    assert all(0 < len(each) <= 31 and not set(each) & set("[]:*?/\\") for each in names)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_no_text_of_a_csv_begins_like_a_formula(text):
    assert not looks_like_formula(csv_rows(table(["a", text, 1]))[1][1])
