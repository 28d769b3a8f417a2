"""Small sheets and files that the tests of tables are about."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pandas as pd

from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.model import Sheet

VOCABULARY = KnownTerms(
    {"beds": ("床位数", "医疗卫生机构床位数"), "people": ("常住人口",), "doctors": ("执业（助理）医师数",)},
    frozenset({"张", "人", "万人", "%", "元/月"}),
    frozenset({"甲县", "乙县"}),
)
TWO_ROWS = [["地区", "年份", "床位数（张）"], ["甲县", "2016", "12"], ["乙县", "2016", "34"]]


def sheet(rows: Sequence[Sequence[str]], name: str = "表") -> Sheet:
    """A sheet of these rows; empty ones are left out, as the readers do."""
    cells = pd.DataFrame([list(row) for row in rows], dtype="str", index=pd.RangeIndex(1, len(rows) + 1))
    return Sheet(name, cells[(cells != "").any(axis=1)])


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    for row in rows:
        page.append(list(row))
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The archive at ``path`` with a part more, or with another content of one."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()} | {name: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for entry, bytes_ in parts.items():
            archive.writestr(entry, bytes_)
    return path


def sheet_part(path: Path, rows: str) -> Path:
    """The workbook at ``path`` with other rows in its only sheet, written as XML."""
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return with_part(path, "xl/worksheets/sheet1.xml", f"{start}{rows}</sheetData></worksheet>".encode())
