"""Workbooks as sheets of text."""

import datetime
import struct
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets.imports.model import Fault, Limits, RefusedError, Sheet
from datasets.imports.read.file_type import FileType, detect_file_type
from datasets.imports.read.read_upload import read_upload
from datasets.imports.read.workbooks.workbooks import read_workbook
from tests.datasets.imports.old_workbooks import formula, label, number, record, write_compound, write_xls
from tests.datasets.imports.tables import TWO_ROWS, sheet_part, with_part, write_xlsx

LIMITS = Limits()
# What XML and a spreadsheet can hold; an apostrophe or = at the start would be more than text to openpyxl.
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff"))
_CELL = _TEXT.filter(lambda text: not text.startswith("=") and "_x" not in text)


def _read(path: Path) -> tuple[Sheet, ...]:
    return read_workbook(path, detect_file_type(path, LIMITS), LIMITS)


def _texts(sheet: Sheet) -> list[list[str]]:
    return sheet.cells.to_numpy().tolist()


def _refused(path: Path) -> tuple[Fault, ...]:
    try:
        read_upload("表", path, LIMITS)
    except RefusedError as refusal:
        return refusal.faults
    return ()


def test_numbers_dates_and_truths_are_written_plainly(tmp_path: Path):
    day = datetime.datetime(2016, 1, 31)
    row = [12, 0.5, 1e20, -3.0, day, day.replace(hour=8), True, "文"]
    texts = _texts(_read(write_xlsx(tmp_path / "file", [row]))[0])
    assert texts == [["12", "0.5", "1e+20", "-3", "2016-01-31", "2016-01-31T08:00:00", "TRUE", "文"]]


def test_an_error_in_a_cell_is_its_text(tmp_path: Path):
    path = sheet_part(
        write_xlsx(tmp_path / "file", []), '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    assert _texts(_read(path)[0]) == [["#DIV/0!"]]


def test_a_figure_shown_as_a_percentage_is_written_as_one(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append([0.852, 0.852, "文"])
    book.active["A1"].number_format = "0.0%"
    book.active["C1"].number_format = "0.0%"
    book.save(tmp_path / "file")
    assert _texts(_read(tmp_path / "file")[0]) == [["85.2%", "0.852", "文"]]


def test_merged_cells_all_have_the_text_of_the_first(tmp_path: Path):
    path = write_xlsx(tmp_path / "file", [["甲", "", "丙"], ["", "", "丁"]], ["A1:B2"])
    assert _texts(_read(path)[0]) == [["甲", "甲", "丙"], ["甲", "甲", "丁"]]


def test_a_merged_range_beyond_the_cells_makes_no_cells(tmp_path: Path):
    path = write_xlsx(
        tmp_path / "file", [["甲", "乙"], ["丙", "丁"]], ["A1:B1"]
    )  # openpyxl makes every cell of a range
    with zipfile.ZipFile(path) as archive:
        markup = archive.read("xl/worksheets/sheet1.xml").replace(b"A1:B1", b"A1:XFD1048576")
    assert _texts(_read(with_part(path, "xl/worksheets/sheet1.xml", markup))[0]) == [["甲", "甲"], ["甲", "甲"]]


def test_rows_and_columns_are_numbered_as_the_user_sees_them(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["C3"], book.active["D5"] = "甲", "=1+1"
    book.save(tmp_path / "file")
    sheet = _read(tmp_path / "file")[0]
    assert sheet.cells.index.tolist() == [3]
    assert sheet.cells.loc[3, 2] == "甲"


def test_cells_that_are_formulas_are_listed(tmp_path: Path):
    rows = '<row r="2"><c r="B2"><f>SUM(A1:A2)</f><v>7</v></c><c r="C2"><v>8</v></c></row>'
    sheet = _read(sheet_part(write_xlsx(tmp_path / "file", []), rows))[0]
    assert (sheet.formulas, sheet.cells.loc[2, 1], sheet.cells.loc[2, 2]) == ({(2, 1)}, "7", "8")


def test_formulas_are_found_however_the_markup_is_written(tmp_path: Path):
    path = write_xlsx(tmp_path / "file", [])
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = "<x:c s='0' r = 'A1'><x:f>1</x:f><x:v>1</x:v></x:c>"
    markup = f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="1">{cell}</x:row></x:sheetData></x:worksheet>'
    with_part(path, "xl/worksheets/sheet1.xml", markup.encode())
    assert _read(path)[0].formulas == {(1, 0)}


def test_hidden_sheets_come_after_the_visible_ones(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "藏"
    book.active.sheet_state = "hidden"
    book.create_sheet("见").append(["1"])
    book.save(tmp_path / "file")
    assert [sheet.name for sheet in _read(tmp_path / "file")] == ["见", "藏"]


def test_a_formatted_cell_without_content_far_away_is_no_cell(tmp_path: Path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert _texts(_read(sheet_part(write_xlsx(tmp_path / "file", []), rows))[0]) == [["1"]]


def test_an_old_workbook_is_read_with_its_formulas(tmp_path: Path):
    cells = [label(0, 0, "地区"), label(1, 0, "甲县"), number(1, 1, 5), formula(2, 1, 7)]
    path = write_xls(tmp_path / "file", cells)
    sheet = _read(path)[0]
    assert detect_file_type(path, LIMITS) is FileType.XLS
    assert _texts(sheet) == [["地区", ""], ["甲县", "5"], ["", "7"]]
    assert sheet.formulas == {(3, 1)}


@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), min_size=1, max_size=5))
def test_any_grid_of_text_is_read_back_as_it_was(grid: list[list[str]]):
    width = max(map(len, grid))
    with tempfile.TemporaryDirectory() as folder:
        book = openpyxl.Workbook()
        for row, texts in enumerate(grid, start=1):
            for column, text in enumerate(texts, start=1):
                cell = book.active.cell(row, column, text)
                cell.data_type = "s"
        book.save(Path(folder) / "file")
        cells = _read(Path(folder) / "file")[0].cells
    padded = {row: [*texts, *[""] * (width - len(texts))] for row, texts in enumerate(grid, start=1)}
    expected = {row: texts for row, texts in padded.items() if any(texts)}
    read = {
        row: (texts + [""] * width)[:width] for row, texts in zip(cells.index, cells.to_numpy().tolist(), strict=True)
    }
    assert read == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.data())
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(tmp_path: Path, data: st.DataObject):
    path = tmp_path / "file"
    if data.draw(st.booleans()):
        write_xlsx(path, TWO_ROWS)
    else:
        write_xls(path, [label(0, 0, "地区"), number(1, 0, 5), formula(2, 0, 7)])
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        # A share of the length, for a workbook of the same cells differs in length with the time of its making.
        content[int(data.draw(st.floats(0, 1, exclude_max=True)) * len(content))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    assert _refused(path) or read_upload("表", path, LIMITS).size == len(content)


def test_an_old_workbook_that_names_no_sheet_holds_none(tmp_path: Path):
    path = write_compound(tmp_path / "file", {"Workbook": b""})
    assert read_upload("表", path, LIMITS).sheets == ()


def test_hidden_and_filtered_rows_and_columns_are_seen(tmp_path: Path):
    book = openpyxl.Workbook()
    for _ in range(5):
        book.active.append([1, 2, 3, 4])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions.group("B", "C", hidden=True)
    book.create_sheet("暗").append([1])
    book["暗"].sheet_state = "hidden"
    book.save(tmp_path / "file")
    shown, dark = _read(tmp_path / "file")
    assert (shown.hidden_rows, shown.hidden_columns, shown.is_hidden, dark.is_hidden) == ({3}, {1, 2}, False, True)


def test_hidden_rows_and_columns_of_an_old_workbook_are_seen(tmp_path: Path):
    row = record(0x0208, struct.pack("<8H", 1, 0, 2, 255, 0, 0, 0x0020, 0))
    columns = record(0x007D, struct.pack("<6H", 1, 1, 0, 0, 1, 0))
    path = write_xls(tmp_path / "file", [columns, row, number(0, 0, 1), number(1, 1, 2)])
    sheet = _read(path)[0]
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1})
