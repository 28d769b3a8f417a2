"""Scan an ODS before its reader lays it out: extent, formulas, percentages, what is merged and hidden.

A cell or row that repeats is written once with a number, so a small file can ask for more memory than there is.
"""

import zipfile
from pathlib import Path
from xml.parsers import expat

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import refusal
from datasets.imports.read.workbooks.sheet_scan import SheetScan

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
}
_HIDDEN = ("collapse", "filter")


def scan_ods(path: Path, limits: Limits) -> dict[str, SheetScan]:
    """Scan the sheets, by name; raises ``RefusedError``."""
    content = _ContentScan(limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = content.start_element
    parser.EndElementHandler = content.end_element
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
            parser.ParseFile(file)
    except (expat.ExpatError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise refusal(FaultCode.DAMAGED, "ods") from error
    return content.scans


class _ContentScan:
    """Walks ``content.xml``; ``row`` and ``column`` are where the next cell stands, counted from 1 and from 0."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.scans: dict[str, SheetScan] = {}
        self.scan = SheetScan("", limits)
        self.row, self.column = 1, 0
        self.repeats = 1  # how often the row is repeated
        self.declared_columns = 0

    def start_element(self, tag: str, raw: dict[str, str]) -> None:
        """Handle the start of a table, a column, a row or a cell."""
        attributes = {_shorten_name(key): value for key, value in raw.items()}
        is_hidden = attributes.get("table:visibility") in _HIDDEN
        match _shorten_name(tag):
            case "table:table":
                self.scan = SheetScan(attributes.get("table:name", ""), self.limits)
                self.scans[self.scan.name] = self.scan
                self.row, self.declared_columns = 1, 0
            case "table:table-column":
                first = self.declared_columns
                self.declared_columns += _read_count(attributes, "table:number-columns-repeated")
                if is_hidden:
                    self.scan.hide_columns(first, self.declared_columns - 1)
            case "table:table-row":
                self.repeats, self.column = _read_count(attributes, "table:number-rows-repeated"), 0
                if is_hidden:
                    last = min(self.row + self.repeats, self.limits.rows + 1)
                    self.scan.hidden_rows.update(range(self.row, last))
            case "table:table-cell" | "table:covered-table-cell":
                width = _read_count(attributes, "table:number-columns-repeated")
                if "office:value-type" in attributes or "table:formula" in attributes:
                    self._note_cell(attributes, width)
                self.column += width

    def end_element(self, tag: str) -> None:
        """Handle the end of a row."""
        if _shorten_name(tag) == "table:table-row":
            self.row += self.repeats

    def _note_cell(self, attributes: dict[str, str], width: int) -> None:
        """Record a filled cell, repeated in ``width`` columns and in every repetition of its row."""
        self.scan.extend(self.row + self.repeats - 1, self.column + width)
        rows_spanned = _read_count(attributes, "table:number-rows-spanned")
        columns_spanned = _read_count(attributes, "table:number-columns-spanned")
        if rows_spanned > 1 or columns_spanned > 1:
            top, left = self.row - 1, self.column
            self.scan.merged.append(((top, left), (top + rows_spanned - 1, left + columns_spanned - 1)))
        rows, columns = range(self.row, self.row + self.repeats), range(self.column, self.column + width)
        cells = [(row, column) for row in rows for column in columns]
        if "table:formula" in attributes:
            self.scan.add_formulas(cells)
        if attributes.get("office:value-type") == "percentage":
            self.scan.percents.update(cells)


def _shorten_name(name: str) -> str:
    """An element's or attribute's name with the usual prefix of its namespace."""
    namespace, _, own = name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, '')}:{own}"


def _read_count(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)
