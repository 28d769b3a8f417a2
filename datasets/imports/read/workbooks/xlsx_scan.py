"""A look through the parts of an XLSX before its reader allocates anything: extent, formulas, length of texts.

The reader lays every sheet out as one rectangle and copies a shared text into each cell that shows it, so a file of a
few kilobytes can ask for more memory than there is. The parts are scanned in pieces, never held whole.
"""

import html
import posixpath
import re
import zipfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from datasets.imports.model import MEGABYTE, FaultCode, Limits
from datasets.imports.read.file_type import CHUNK, refused

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_OVERLAP = 1024  # bytes kept of a piece, so that no tag is cut in two
_CELL_TAGS = (b"<c ", b"<c>", b":c ")
_REFERENCE = rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"'][^>]*"
_FORMULA = re.compile(_REFERENCE + rb">\s*<(?:\w+:)?f[\s>/]")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s(?=[^>]*\bt\s*=\s*[\"']e[\"'])(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"'][^>]*>"
    rb"(?:\s*<(?:\w+:)?f[^<]*(?:</(?:\w+:)?f>)?)?\s*<(?:\w+:)?v>([^<]{1,20})<"
)
_SHARED = re.compile(rb"t=\"s\"[^>]*>\s*<(?:\w+:)?v>([0-9]+)<")
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s(?=[^>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'])[^>]*>")
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\s(?=[^>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'])[^>]*>")
_ROW_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]{1,7})[\"']")
_FIRST, _LAST = (re.compile(rb"\s" + edge + rb"\s*=\s*[\"']([0-9]{1,5})[\"']") for edge in (b"min", b"max"))
_TAG = re.compile(r"<[^>]*>")
_SHARED_BYTES = 256 * MEGABYTE  # of shared texts, counted once for every cell that shows them


@dataclass
class SheetScan:
    """What a sheet's part holds: its last column and row (the row a tenth too far at most), its formulas.

    ``formulas`` are (row number, column position), as in ``Sheet``; ``percents`` likewise the cells shown as
    percentages, and ``errors`` the texts of those that show an error (#DIV/0!), which the reader leaves empty.
    ``hidden_rows`` are numbers and ``hidden_columns`` positions; ``merged`` are the first and last cells, from 0, of
    the ranges that the reader does not tell.
    """

    columns: int = 0
    rows: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def scan_workbook(path: Path, limits: Limits) -> dict[str, SheetScan]:
    """By name of the sheet, what it holds; raises ``RefusedError`` for what is not to be read.

    The archive has passed ``guard_file``: it is whole and its XML declares no entities.
    """
    with zipfile.ZipFile(path) as archive:
        try:
            parts = _sheet_parts(archive)
            percent_styles = _percent_styles(archive)
        except (ElementTree.ParseError, KeyError, ValueError) as error:
            raise refused(FaultCode.DAMAGED, "xlsx") from error
        if len(parts) > limits.sheets:
            raise refused(FaultCode.TOO_MANY_SHEETS, len(parts), limits.sheets)
        lengths = _shared_lengths(archive, limits)
        return {name: _scan_sheet(archive, part, name, lengths, percent_styles, limits) for name, part in parts.items()}


def column_number(letters: str) -> int:
    """A column's number: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column's number: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each worksheet by the sheet's name; sheets that are charts have none."""
    workbook = ElementTree.fromstring(archive.read(_actual(archive, "xl/workbook.xml")))  # noqa: S314  no entities
    relations = ElementTree.fromstring(archive.read(_actual(archive, "xl/_rels/workbook.xml.rels")))  # noqa: S314
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    sheets = {}
    for sheet in [*workbook.iter(f"{_MAIN}sheet"), *workbook.iter(f"{_STRICT}sheet")]:
        key = sheet.get(f"{{{_RELATION}}}id") or sheet.get(f"{{{_STRICT_RELATION}}}id")
        target = targets[key]
        part = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))
        sheets[sheet.get("name", "")] = _actual(archive, part)
    return sheets


def _actual(archive: zipfile.ZipFile, part: str) -> str:
    """The entry of a part: names in a package are told apart without regard to case."""
    names = {name.casefold(): name for name in archive.namelist()}
    return names[part.casefold()]


def _percent_styles(archive: zipfile.ZipFile) -> set[int]:
    """The numbers of the cell styles that show a figure as a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))  # noqa: S314  no entities
    formats = {
        int(entry.get("numFmtId", "0"))
        for entry in styles.iter(f"{_MAIN}numFmt")
        if "%" in re.sub(r'"[^"]*"|\\.', "", entry.get("formatCode", ""))
    }
    cells = next(styles.iter(f"{_MAIN}cellXfs"), None)
    used = [int(entry.get("numFmtId", "0")) for entry in cells] if cells is not None else []
    return {number for number, code in enumerate(used) if code in formats | {9, 10}}


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[bytes, bytes]]:
    """A part's pieces: each new one alone, and together with the end of the one before."""
    with archive.open(part) as file:
        last = b""
        while chunk := file.read(CHUNK):
            yield chunk, last + chunk
            last = (last + chunk)[-_OVERLAP:]


def _shared_lengths(archive: zipfile.ZipFile, limits: Limits) -> "np.ndarray":
    """The bytes of each shared text; refused where one is longer than a cell may be."""
    lengths = array("q")
    if "xl/sharedStrings.xml" not in archive.namelist():
        return np.zeros(1, dtype=np.int64)
    with archive.open("xl/sharedStrings.xml") as file:
        rest = b""
        while chunk := file.read(CHUNK):
            *texts, rest = (rest + chunk).split(b"</si>")
            for text in texts:
                lengths.append(len(text))
                if len(text) > limits.cell_characters:
                    _refuse_long_text(text, limits)
            if len(rest) > 64 * limits.cell_characters + CHUNK:
                _refuse_long_text(rest, limits)
    return np.asarray(lengths if len(lengths) else [0], dtype=np.int64)


def _refuse_long_text(text: bytes, limits: Limits, **where: str | int) -> None:
    characters = len(html.unescape(_TAG.sub("", text.decode(errors="replace"))))
    if characters > limits.cell_characters:
        raise refused(FaultCode.CELL_TOO_LONG, characters, limits.cell_characters, **where)


def _scan_sheet(
    archive: zipfile.ZipFile, part: str, name: str, lengths: "np.ndarray", percent_styles: set[int], limits: Limits
) -> SheetScan:
    scan, cells, shared, shared_bytes = SheetScan(), 0, 0, 0
    percent = _percent_cells(percent_styles)
    for chunk, piece in _pieces(archive, part):
        usual = chunk.count(b'<c r="') == sum(chunk.count(tag) for tag in _CELL_TAGS)
        cells = 0 if usual else _cells_in_row(chunk, cells, name, limits)
        _widen(scan, piece, usual, name, limits)
        _note_cells(piece, _FORMULA if b"<f" in piece or b":f" in piece else None, scan.formulas)
        _note_cells(piece, percent, scan.percents)
        if b"hidden=" in piece:
            _note_hidden(piece, scan, limits)
        if b"#" in piece:
            _note_errors(piece, scan.errors)
        if len(scan.formulas) > limits.formulas:
            raise refused(FaultCode.FORMULA, len(scan.formulas), limits.formulas, sheet=name)
        shared += chunk.count(b't="s"')
        if shared * int(lengths.max()) > _SHARED_BYTES:
            numbers = np.array(_SHARED.findall(piece), dtype=np.int64)
            shared_bytes += int(lengths[numbers[numbers < len(lengths)]].sum())
        if shared_bytes > 4 * _SHARED_BYTES:
            raise refused(FaultCode.EXPANDS_TOO_MUCH, shared_bytes, 4 * _SHARED_BYTES, sheet=name)
    if scan.rows * scan.columns > limits.cells:
        raise refused(FaultCode.TOO_MANY_ROWS, f"{scan.rows} × {scan.columns}", limits.cells, sheet=name)
    return scan


def _widen(scan: SheetScan, piece: bytes, usual: bool, name: str, limits: Limits) -> None:
    """Let the scan's extent hold every filled cell of a piece."""
    while found := _beyond(scan.columns, scan.rows, usual).search(piece):
        columns, rows = column_number(found[1].decode()), int(found[2])
        if columns > limits.columns:
            raise refused(FaultCode.TOO_MANY_COLUMNS, columns, limits.columns, sheet=name)
        if rows > limits.rows:
            raise refused(FaultCode.TOO_MANY_ROWS, rows, limits.rows, sheet=name)
        scan.columns = max(scan.columns, columns)
        if rows > scan.rows:  # in few steps: every step is a search of its own
            scan.rows = min(rows + rows // 10, limits.rows)


def _cells_in_row(chunk: bytes, carried: int, name: str, limits: Limits) -> int:
    """Count the cells of each row where they may not say their column; the count so far of the last row."""
    cells = 0
    for position, row in enumerate(chunk.split(b"<row")):
        cells = sum(row.count(tag) for tag in _CELL_TAGS) + (0 if position else carried)
        if cells > limits.columns:
            raise refused(FaultCode.TOO_MANY_COLUMNS, cells, limits.columns, sheet=name)
    return cells


def _note_cells(piece: bytes, pattern: re.Pattern[bytes] | None, noted: set[tuple[int, int]]) -> None:
    if pattern is not None:
        noted.update((int(row), column_number(letters.decode()) - 1) for letters, row in pattern.findall(piece))


def _note_hidden(piece: bytes, scan: SheetScan, limits: Limits) -> None:
    scan.hidden_rows.update(int(number) for row in _HIDDEN_ROW.findall(piece) for number in _ROW_NUMBER.findall(row))
    for column in _HIDDEN_COLUMNS.findall(piece):
        first, last = _FIRST.search(column), _LAST.search(column)
        if first and last:
            scan.hidden_columns.update(range(int(first[1]) - 1, min(int(last[1]), limits.columns)))


def _note_errors(piece: bytes, noted: dict[tuple[int, int], str]) -> None:
    for letters, row, text in _ERROR.findall(piece):
        noted[int(row), column_number(letters.decode()) - 1] = html.unescape(text.decode(errors="replace"))


def _percent_cells(styles: set[int]) -> re.Pattern[bytes] | None:
    if not styles:
        return None
    numbers = "|".join(map(str, sorted(styles)))
    return re.compile(rb"<c r=\"([A-Z]+)([0-9]+)\" s=\"(?:" + numbers.encode() + rb")\"(?: t=\"n\")?>")


@lru_cache(maxsize=64)
def _beyond(columns: int, rows: int, usual: bool) -> re.Pattern[bytes]:
    """A filled cell to the right of a column or below a row; ``usual`` writing is found three times as fast."""
    right, below = _after(column_letters(columns), "A", "Z"), _after(str(rows), "0", "9")
    tag = r"<c r=" if usual else r"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*"
    far = rf"(?=(?:{right})[0-9]|[A-Z]+(?:{below})[\"'])"
    return re.compile(rf"{tag}[\"']{far}([A-Z]+)([0-9]+)[\"'][^>]*(?<!/)>".encode())


def _after(last: str, first_sign: str, last_sign: str) -> str:
    """A pattern of all whole numbers (or columns) that come after ``last``."""
    sign = f"[{first_sign}-{last_sign}]"
    longer = f"{sign}{{{len(last) + 1},}}"
    same = [
        f"{last[:position]}[{chr(ord(own) + 1)}-{last_sign}]{sign}{{{len(last) - position - 1}}}"
        for position, own in enumerate(last)
        if own < last_sign
    ]
    return "|".join([longer, *same])
