"""Workbooks, XLSX, XLS and ODS, as sheets of text."""

import datetime
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from datasets.imports.model import FaultCode, Limits, Sheet
from datasets.imports.read.file_type import FileType, refused
from datasets.imports.read.workbooks.opendocument import scan_opendocument
from datasets.imports.read.workbooks.text_columns import BATCH, TextColumns
from datasets.imports.read.workbooks.xls_scan import scan_old_workbook
from datasets.imports.read.workbooks.xlsx_scan import SheetScan, scan_workbook

_Range = tuple[tuple[int, int], tuple[int, int]]  # the first and the last cell, each row and column from 0
_WHOLE = 2.0**53  # beyond it a float no longer holds every whole number


def read_workbook(path: Path, file_type: FileType, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets of a workbook that has passed ``guard_file``; hidden sheets come last. Raises ``RefusedError``."""
    old = scan_old_workbook(path, limits) if file_type is FileType.XLS else None
    scan = scan_opendocument if file_type is FileType.ODS else scan_workbook
    scans = scan(path, limits) if old is None else {}
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            if old is not None:
                scans = dict(zip(workbook.sheet_names, old, strict=False))
            return tuple(_read_sheets(workbook, scans, limits))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # the reader's panics are no Exceptions
        if type(error).__module__.startswith(("python_calamine", "pyo3_runtime")) or isinstance(error, OSError):
            raise refused(FaultCode.DAMAGED, file_type) from error
        raise


def _read_sheets(workbook: CalamineWorkbook, scans: dict[str, SheetScan], limits: Limits) -> Iterator[Sheet]:
    sheets = [entry for entry in workbook.sheets_metadata if entry.typ is SheetTypeEnum.WorkSheet]
    for entry in sorted(sheets, key=lambda entry: entry.visible is not SheetVisibleEnum.Visible):
        scan = scans.get(entry.name, SheetScan())
        read = _read_sheet(workbook.get_sheet_by_name(entry.name), scan, limits)
        yield replace(read, is_hidden=entry.visible is not SheetVisibleEnum.Visible)


def _read_sheet(sheet: CalamineSheet, scan: SheetScan, limits: Limits) -> Sheet:
    if sheet.end is None:
        return Sheet(sheet.name, pd.DataFrame(index=pd.RangeIndex(0)))
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > limits.rows:
        raise refused(FaultCode.TOO_MANY_ROWS, height, limits.rows, sheet=sheet.name)
    if width > limits.columns:
        raise refused(FaultCode.TOO_MANY_COLUMNS, width, limits.columns, sheet=sheet.name)
    columns = _text_columns(sheet, limits)
    _show_errors(columns.columns, scan)
    _show_percents(columns.columns, scan)
    _fill_merged(columns.columns, sheet.merged_cell_ranges or scan.merged, sheet.name, limits)
    formulas = frozenset(cell for cell in scan.formulas if cell[0] <= height and cell[1] < width)
    return Sheet(sheet.name, columns.frame(), formulas, frozenset(scan.hidden_rows), frozenset(scan.hidden_columns))


def _text_columns(sheet: CalamineSheet, limits: Limits) -> TextColumns:
    columns = TextColumns(sheet.name, limits)
    rows = sheet.iter_rows()  # from the sheet's first row, but from the first column that holds anything
    blank = sheet.start[1] if sheet.start else 0
    while batch := list(itertools.islice(rows, BATCH)):
        filled = (
            [value if type(value) is str else _written(value) for value in own] for own in zip(*batch, strict=True)
        )
        columns.add(itertools.chain(itertools.repeat([""] * len(batch), blank), filled), len(batch))
    return columns


def _written(value: Any) -> str:
    """A value as text: numbers as Python writes them, whole ones without a point; dates in ISO."""
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
    """Write the error that a cell shows, so that it is told and not taken for a figure that nobody has."""
    for (row, position), text in scan.errors.items():
        if position < len(columns) and row <= len(columns[position]):
            columns[position][row - 1] = text


def _show_percents(columns: list[list[str]], scan: SheetScan) -> None:
    """Write a figure that the sheet shows as a percentage the way that it is shown: 0.852 as 85.2%."""
    for row, position in scan.percents:
        if position < len(columns) and row <= len(columns[position]):
            text = columns[position][row - 1]
            try:
                columns[position][row - 1] = f"{float(text) * 100:.12g}%"
            except ValueError:
                continue


def _fill_merged(columns: list[list[str]], merged: Sequence[_Range], name: str, limits: Limits) -> None:
    """Give every cell of a merged range the text of its first."""
    height, filled = len(columns[0]), 0
    for (top, left), (bottom, right) in merged:
        if top >= height or left >= len(columns):
            continue
        deep, wide = min(bottom + 1, height) - top, min(right + 1, len(columns)) - left
        filled += deep * wide
        if filled > limits.cells:
            raise refused(FaultCode.DAMAGED, "mergeCells", sheet=name)
        text = columns[left][top]
        for position in range(left, left + wide):
            columns[position][top : top + deep] = [text] * deep
