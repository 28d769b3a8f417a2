"""Write finished tables as CSV and XLSX, for the API, the pages, reports and packs.

Texts never become formulas; numbers keep all digits and have the format that they are shown in; missing values are
empty cells. Forms to be filled in are written by ``datasets/imports/forms/form_workbook.py``.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from datasets.files.formula_guard import exact_cell, guard_formula

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GENERAL, TEXT, YEAR, WHOLE = "General", "@", "0", "#,##0"  # number formats of a workbook
NOTES = "说明"

_INK, _WARNING, _LINK = "1F2D3A", "B3261E", "1B6E8C"
_HEAD = PatternFill("solid", fgColor="E9EEF1")
_TOP = Alignment(wrap_text=True, vertical="top")
_NARROWEST, _WIDEST = 8, 46  # columns, in digits of the standard font
_NOTE_WIDTHS = (34, 90)
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True)
class FormattedNumber:
    """A number with a format of its own, where those of one column differ."""

    value: float | None
    form: str


@dataclass(frozen=True)
class InternalLink:
    """A text that links to a cell of the same workbook, such as ``'数值'!D12``."""

    text: str
    place: str


Cell: TypeAlias = str | float | int | FormattedNumber | InternalLink | None


@dataclass(frozen=True)
class ExportColumn:
    """A column: ``form`` is the format of its numbers, ``TEXT`` for codes; its texts wrap where it has a ``width``."""

    heading: str
    form: str = GENERAL
    width: int | None = None


@dataclass(frozen=True)
class ExportTable:
    """A table; ``name`` is that of its sheet. The rows are read once.

    ``title`` stands above the headings of a sheet, where it is not empty; ``warning``, the mark of a demonstration,
    stands behind it and at the head of every printed page.
    """

    name: str
    columns: Sequence[ExportColumn]
    rows: Iterable[Sequence[Cell]]
    title: str = ""
    warning: str = ""


def decimal_format(decimals: int) -> str:
    """The format of numbers with so many decimals, thousands separated."""
    return f"{WHOLE}.{'0' * decimals}" if decimals else WHOLE


def percent_format(decimals: int) -> str:
    """The format of a share of one that is shown in per cent."""
    return f"0.{'0' * decimals}%" if decimals else "0%"


def write_csv(table: ExportTable) -> bytes:
    """Headings and rows as CSV in UTF-8, with the mark that Excel needs to read Chinese; all digits of every number."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([guard_formula(column.heading) for column in table.columns])
    for row in table.rows:
        plain = map(_to_plain_value, row)
        writer.writerow([guard_formula(value) if isinstance(value, str) else value for value in plain])
    return buffer.getvalue().encode("utf-8-sig")


def write_xlsx(
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
        _write_notes(book.create_sheet(_sheet_name(NOTES, names)), notes)
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
    value = _to_plain_value(cell)
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
    plain = _to_plain_value(value)
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


def _to_plain_value(cell: Cell) -> str | float | int | None:
    """A cell's text or number; whole numbers without a point, None for what is missing or no number."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, InternalLink):
        return cell.text
    value = cell.value if isinstance(cell, FormattedNumber) else cell
    number = math.nan if value is None else float(value)
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


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
