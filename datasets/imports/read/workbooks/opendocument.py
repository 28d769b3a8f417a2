"""A look through an ODS before its reader lays it out: extent, formulas, percentages, what is merged and hidden.

A cell or row that repeats is written once with a number, so a small file can ask for more memory than there is.
"""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import CHUNK, refused
from datasets.imports.read.workbooks.xlsx_scan import SheetScan

_SPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
}
_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")


def scan_opendocument(path: Path, limits: Limits) -> dict[str, SheetScan]:
    """By name of the sheet, what it holds; raises ``RefusedError`` for what is not to be read."""
    reader = _Reader(limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
            while chunk := file.read(CHUNK):
                parser.Parse(chunk)
            parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise refused(FaultCode.DAMAGED, "ods") from error
    return reader.scans


@dataclass
class _Reader:
    """Walks ``content.xml``; ``row`` and ``column`` are where the next cell stands, counted from 1 and from 0."""

    limits: Limits
    scans: dict[str, SheetScan] = field(default_factory=dict)
    scan: SheetScan = field(default_factory=SheetScan)
    name: str = ""
    row: int = 1
    column: int = 0
    rows: int = 1  # how often the row stands
    widths: int = 0  # columns declared so far

    def start(self, tag: str, raw: dict[str, str]) -> None:
        """An element begins."""
        name, attributes = _short(tag), {_short(key): value for key, value in raw.items()}
        if name == "table:table":
            self.name, self.scan = attributes.get("table:name", ""), SheetScan()
            self.scans[self.name] = self.scan
            self.row, self.widths = 1, 0
        elif name == "table:table-column":
            count = _number(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility") in _HIDDEN:
                self.scan.hidden_columns.update(range(self.widths, min(self.widths + count, self.limits.columns)))
            self.widths += count
        elif name == "table:table-row":
            self.rows, self.column = _number(attributes, "table:number-rows-repeated"), 0
            if attributes.get("table:visibility") in _HIDDEN:
                self.scan.hidden_rows.update(range(self.row, min(self.row + self.rows, self.limits.rows + 1)))
        elif name in _CELLS:
            self._cell(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if _short(tag) == "table:table-row":
            self.row += self.rows

    def _cell(self, attributes: dict[str, str]) -> None:
        count = _number(attributes, "table:number-columns-repeated")
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._filled(attributes, count)
        self.column += count

    def _filled(self, attributes: dict[str, str], count: int) -> None:
        last_row, last_column = self.row + self.rows - 1, self.column + count
        self.scan.rows, self.scan.columns = max(self.scan.rows, last_row), max(self.scan.columns, last_column)
        if self.scan.rows > self.limits.rows:
            raise refused(FaultCode.TOO_MANY_ROWS, self.scan.rows, self.limits.rows, sheet=self.name)
        if self.scan.columns > self.limits.columns:
            raise refused(FaultCode.TOO_MANY_COLUMNS, self.scan.columns, self.limits.columns, sheet=self.name)
        if self.scan.rows * self.scan.columns > self.limits.cells:
            extent = f"{self.scan.rows} × {self.scan.columns}"
            raise refused(FaultCode.TOO_MANY_ROWS, extent, self.limits.cells, sheet=self.name)
        deep, wide = (
            _number(attributes, "table:number-rows-spanned"),
            _number(attributes, "table:number-columns-spanned"),
        )
        if deep > 1 or wide > 1:
            top, left = self.row - 1, self.column
            self.scan.merged.append(((top, left), (top + deep - 1, left + wide - 1)))
        places = [(row, column) for row in range(self.row, last_row + 1) for column in range(self.column, last_column)]
        if "table:formula" in attributes:
            self.scan.formulas.update(places)
        if attributes.get("office:value-type") == "percentage":
            self.scan.percents.update(places)
        if len(self.scan.formulas) > self.limits.formulas:
            raise refused(FaultCode.FORMULA, len(self.scan.formulas), self.limits.formulas, sheet=self.name)


def _short(name: str) -> str:
    """An element's or attribute's name with the usual prefix of its namespace."""
    space, _, own = name.rpartition(" ")
    return f"{_SPACES.get(space, '')}:{own}"


def _number(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)
