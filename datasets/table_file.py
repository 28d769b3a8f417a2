"""A table of texts and numbers as a file for Excel: what a reader typed is never run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from datasets.spreadsheet import Value, exact, guarded

_WIDEST = 60  # digits of the standard font


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """CSV in UTF-8 with the mark that Excel needs to read Chinese."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def table_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int]) -> bytes:
    """A workbook of one sheet; ``widths`` of the columns are in digits of the standard font."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for at, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + at)].width = min(width, _WIDEST)
    sheet.append(list(columns))
    for row in rows:
        sheet.append([exact(sheet, value) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
