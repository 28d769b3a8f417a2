"""Write finished tables as CSV and XLSX, for the API, the pages, reports and packs.

Texts never become formulas; numbers keep all digits and have the format that they are shown in; missing values are
empty cells. Forms to be filled in are written by ``datasets/imports/forms/form_workbook.py``.
"""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

from datasets.files.formula_guard import guard_formula

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GENERAL, TEXT, YEAR, WHOLE = "General", "@", "0", "#,##0"  # number formats of a workbook


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
        plain = map(to_plain_value, row)
        writer.writerow([guard_formula(value) if isinstance(value, str) else value for value in plain])
    return buffer.getvalue().encode("utf-8-sig")


def write_xlsx(
    tables: Sequence[ExportTable], notes: Sequence[tuple[str, str]] = (), title: str = "", creator: str = ""
) -> bytes:
    """A workbook of one sheet a table, and a last sheet of ``notes``: what the tables are, in words."""
    writer = import_module("datasets.files.workbook")  # not before somebody wants one: openpyxl takes 20 MiB
    book: bytes = writer.write_workbook(tables, notes, title, creator)
    return book


def to_text(cell: Cell) -> str:
    """A cell as a workbook would show it: the decimals of its format, nothing for what is missing."""
    plain = to_plain_value(cell)
    if plain is None or isinstance(plain, str):
        return plain or ""
    form = cell.form if isinstance(cell, FormattedNumber) else GENERAL
    if form == GENERAL:
        return f"{plain:.10g}"
    decimals = len(form.rstrip("%").partition(".")[2])
    return f"{plain:.{decimals}%}" if form.endswith("%") else f"{plain:{',' if ',' in form else ''}.{decimals}f}"


def to_plain_value(cell: Cell) -> str | float | int | None:
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
