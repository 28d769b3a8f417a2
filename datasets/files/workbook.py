"""Write workbooks with openpyxl; only whoever writes or reads one loads it.

Cells read back exactly: every digit of a number, and texts that no spreadsheet runs as formulas.
"""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from datasets.files.formula_guard import Value, looks_like_formula
from datasets.files.table_export import (
    GENERAL,
    TEXT,
    Cell,
    ExportColumn,
    ExportTable,
    FormattedNumber,
    InternalLink,
    to_plain_value,
)
from locales import say

_INK, _WARNING, _LINK = "1F2D3A", "B3261E", "1B6E8C"
_HEAD = PatternFill("solid", fgColor="E9EEF1")
_TOP = Alignment(wrap_text=True, vertical="top")
_NARROWEST, _WIDEST = 8, 46  # columns, in digits of the standard font
_NOTE_WIDTHS = (34, 90)
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# A workbook writes characters that XML cannot hold as _xHHHH_, and escapes the underscore of texts that look so.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def write_workbook(
    tables: Sequence[ExportTable], notes: Sequence[tuple[str, str]] = (), title: str = "", creator: str = ""
) -> bytes:
    """A workbook of one sheet a table, and a last sheet of ``notes``: what the tables are, in words."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, creator
    names: list[str] = []
    for table in tables:
        names.append(_sheet_name(table.name, names))
        _write_table(book.create_sheet(names[-1]), table)
    if notes:
        _write_notes(book.create_sheet(_sheet_name(say("forms-sheet-notes"), names)), notes)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet_name(text: str, taken: Sequence[str]) -> str:
    """A valid name for a sheet that no other sheet has."""
    cleaned = _NOT_IN_NAMES.sub("_", text).strip("' ")[:_LONGEST_NAME] or "_"
    others = {name.casefold() for name in taken}
    numbered = (f"{cleaned[: _LONGEST_NAME - len(end)]}{end}" for end in (f"_{number}" for number in range(2, 1000)))
    return next(name for name in (cleaned, *numbered) if name.casefold() not in others)


def _write_table(sheet: WriteOnlyWorksheet, table: ExportTable) -> None:
    """Set the sheet up, then write its rows: settings made after the first row are lost."""
    head, rows = 2 if table.title else 1, list(table.rows)
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = f"A{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{head + len(rows)}"
    set_up_print(sheet, head)
    sheet.oddHeader.center.text = table.warning.replace("&", "&&") or None
    sheet.oddFooter.center.text = "&P / &N"
    for at, column in enumerate(table.columns):
        width = column.width or _measure_column(column, [row[at] for row in rows])
        sheet.column_dimensions[get_column_letter(at + 1)].width = width
    if table.title:
        colour = _WARNING if table.warning else _INK
        cell = make_text_cell(sheet, f"{table.title}　{table.warning}".strip())
        cell.font = Font(bold=True, size=12, color=colour)
        sheet.append([cell])
    sheet.append([_make_heading_cell(sheet, column) for column in table.columns])
    for row in rows:
        sheet.append([_make_cell(sheet, value, column) for value, column in zip(row, table.columns, strict=True)])


def set_up_print(sheet: WriteOnlyWorksheet, head: int = 1) -> None:
    """How a sheet is printed, its first ``head`` rows on every page; to be said before its first row is written."""
    sheet.print_title_rows = f"1:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _measure_column(column: ExportColumn, cells: Iterable[Cell]) -> float:
    """The width of a column: of its widest text or number; a heading may take two lines."""
    widest = max(
        [
            measure_width(column.heading) / 2,
            _NARROWEST,
            *(measure_width(_format_for_width(cell)) for cell in cells),
        ]
    )
    return min(widest + 2, _WIDEST)


def _format_for_width(cell: Cell) -> str:
    """About what a cell shows, to measure its width: numbers without the digits that their format hides."""
    value = to_plain_value(cell)
    return value if isinstance(value, str) else "" if value is None else f"{value:,.4g}" if value % 1 else f"{value:,}"


def measure_width(text: str) -> int:
    """The width of a text in digits; a Chinese character is as wide as two."""
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def _make_heading_cell(sheet: WriteOnlyWorksheet, column: ExportColumn) -> SheetCell:
    cell = make_text_cell(sheet, column.heading)
    cell.font, cell.fill, cell.alignment = Font(bold=True), _HEAD, _TOP
    return cell


def _make_cell(sheet: WriteOnlyWorksheet, value: Cell, column: ExportColumn) -> Any:
    """Make what is appended to a sheet for a value."""
    form = value.form if isinstance(value, FormattedNumber) else column.form
    plain = to_plain_value(value)
    written = exact_cell(sheet, plain)
    formatted = form != GENERAL and (form == TEXT if isinstance(plain, str) else plain is not None)
    if not formatted and column.width is None and not isinstance(value, InternalLink):
        return written
    cell = _as_cell(sheet, written)
    if formatted:
        cell.number_format = form
    if column.width is not None:
        cell.alignment = _TOP
    if isinstance(value, InternalLink):
        cell.hyperlink = Hyperlink(ref="", location=value.place)  # the sheet knows where the cell stands
        cell.font = Font(color=_LINK, underline="single")
    return cell


def make_text_cell(sheet: WriteOnlyWorksheet, text: str) -> SheetCell:
    """A cell for a text, to be given a font or a fill."""
    return _as_cell(sheet, exact_cell(sheet, text))


def _as_cell(sheet: WriteOnlyWorksheet, written: Any) -> SheetCell:
    return written if isinstance(written, SheetCell) else WriteOnlyCell(sheet, value=written)


def _write_notes(sheet: WriteOnlyWorksheet, notes: Sequence[tuple[str, str]]) -> None:
    for letter, width in zip("AB", _NOTE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for line in notes:
        cells = [make_text_cell(sheet, text) for text in line]
        for cell in cells:
            cell.alignment = _TOP
        cells[0].font = Font(bold=True)
        sheet.append(cells)


def exact_cell(sheet: WriteOnlyWorksheet, value: Value) -> SheetCell | Value:
    """What to append to a sheet for ``value``: the value where openpyxl keeps it, else a cell of its own.

    openpyxl writes 16 digits of a number, some need 17; it takes a text that begins with = for a formula and one like
    #N/A for an error. NaN has no place in a sheet: missing is None.
    """
    if isinstance(value, str):
        return _make_text_cell(sheet, value)
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        cell = WriteOnlyCell(sheet, value=repr(value))
        cell.data_type = "n"
        return cell
    return value


def _make_text_cell(sheet: WriteOnlyWorksheet, text: str) -> SheetCell | str | None:
    escaped = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _LOOKS_ESCAPED.sub("_x005F_", text))
    formula_like = looks_like_formula(text)
    if escaped == text and not formula_like and text not in ERROR_CODES:
        return text or None
    cell = WriteOnlyCell(sheet)
    cell.value = escaped
    cell.data_type = "s"
    # Without the quote prefix a spreadsheet would turn such a text into a formula once the cell is edited.
    cell.quotePrefix = formula_like
    return cell
