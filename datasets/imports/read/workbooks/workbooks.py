"""Read workbooks, XLSX, XLS and ODS, as sheets of text."""

import datetime
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from datasets.imports.model import FaultCode, Limits, Sheet
from datasets.imports.read.file_type import FileType, refusal
from datasets.imports.read.text_columns import BATCH, TextColumns
from datasets.imports.read.workbooks.ods_scan import scan_ods
from datasets.imports.read.workbooks.sheet_scan import CellRange, SheetScan
from datasets.imports.read.workbooks.xls_scan import scan_xls
from datasets.imports.read.workbooks.xlsx_scan import scan_xlsx

_WHOLE = 2.0**53  # beyond it a float no longer holds every whole number
_MACRO_SHEETS = (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba)


def read_workbook(path: Path, file_type: FileType, limits: Limits) -> tuple[Sheet, ...]:
    """Read the sheets of a workbook that has passed ``detect_file_type``, hidden ones last. Raises ``RefusedError``."""
    scans_in_order = scan_xls(path, limits) if file_type is FileType.XLS else []  # none of a broken file
    by_name = {FileType.ODS: scan_ods, FileType.XLSX: scan_xlsx}
    scans = by_name[file_type](path, limits) if file_type in by_name else {}
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            scans = scans or dict(zip(workbook.sheet_names, scans_in_order, strict=False))
            return tuple(_read_sheets(workbook, scans, limits))
    except PasswordError as error:
        raise refusal(FaultCode.ENCRYPTED, file_type) from error
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # the reader's panics are no Exceptions
        if type(error).__module__.startswith(("python_calamine", "pyo3_runtime")) or isinstance(error, OSError):
            raise refusal(FaultCode.DAMAGED, file_type) from error
        raise


def _read_sheets(workbook: CalamineWorkbook, scans: dict[str, SheetScan], limits: Limits) -> Iterator[Sheet]:
    sheets = workbook.sheets_metadata
    if any(entry.typ in _MACRO_SHEETS for entry in sheets):
        raise refusal(FaultCode.MACROS, "xls")
    for entry in sorted(sheets, key=lambda entry: entry.visible is not SheetVisibleEnum.Visible):
        if entry.typ is SheetTypeEnum.WorkSheet:
            scan = scans.get(entry.name, SheetScan(entry.name, limits))
            is_hidden = entry.visible is not SheetVisibleEnum.Visible
            yield _read_sheet(workbook.get_sheet_by_name(entry.name), scan, is_hidden, limits)


def _read_sheet(sheet: CalamineSheet, scan: SheetScan, is_hidden: bool, limits: Limits) -> Sheet:
    if sheet.end is None:
        return Sheet(sheet.name, pd.DataFrame(index=pd.RangeIndex(0)), is_hidden=is_hidden)
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    scan.extend(height, width)  # cells that do not say where they stand are not scanned
    columns = _read_columns(sheet, limits)
    _show_errors(columns.columns, scan)
    _show_percents(columns.columns, scan)
    _fill_merged(columns.columns, sheet.merged_cell_ranges or scan.merged, sheet.name, limits)
    return Sheet(
        sheet.name,
        columns.frame(),
        frozenset(cell for cell in scan.formulas if cell[0] <= height and cell[1] < width),
        frozenset(scan.hidden_rows),
        frozenset(scan.hidden_columns),
        is_hidden,
    )


def _read_columns(sheet: CalamineSheet, limits: Limits) -> TextColumns:
    columns = TextColumns(sheet.name, limits)
    rows = sheet.iter_rows()  # from the sheet's first row, but from the first column that holds anything
    blank = sheet.start[1] if sheet.start else 0
    while batch := list(itertools.islice(rows, BATCH)):
        filled = (
            [value if type(value) is str else _format_value(value) for value in own] for own in zip(*batch, strict=True)
        )
        columns.add(itertools.chain(itertools.repeat([""] * len(batch), blank), filled), len(batch))
    return columns


def _format_value(value: Any) -> str:
    """Format a value as text: numbers as Python writes them, whole ones without a point; dates in ISO."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)


def _show_errors(columns: list[list[str]], scan: SheetScan) -> None:
    """Fill in the error that a cell shows, so that it is reported and not taken for a missing figure."""
    for (row, position), text in scan.errors.items():
        if position < len(columns) and row <= len(columns[position]):
            columns[position][row - 1] = text


def _show_percents(columns: list[list[str]], scan: SheetScan) -> None:
    """Write figures as percentages where the sheet shows them so: 0.852 as 85.2%."""
    for row, position in scan.percents:
        if position < len(columns) and row <= len(columns[position]):
            text = columns[position][row - 1]
            try:
                columns[position][row - 1] = f"{float(text) * 100:.12g}%"
            except ValueError:
                continue


def _fill_merged(columns: list[list[str]], merged: Sequence[CellRange], name: str, limits: Limits) -> None:
    """Fill every cell of a merged range with the text of its first cell."""
    height, filled = len(columns[0]), 0
    for (top, left), (bottom, right) in merged:
        if top >= height or left >= len(columns):
            continue
        deep, wide = min(bottom + 1, height) - top, min(right + 1, len(columns)) - left
        filled += deep * wide
        if filled > limits.cells:
            raise refusal(FaultCode.DAMAGED, "mergeCells", sheet=name)
        text = columns[left][top]
        for position in range(left, left + wide):
            columns[position][top : top + deep] = [text] * deep
