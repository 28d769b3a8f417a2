"""Scan an XLSX for what its reader does not say: extent, formulas, percentages, errors, hidden rows and columns.

python-calamine lays every sheet out as one rectangle, so two cells far apart ask for more memory than there is. Sheets
are searched by regular expressions, in pieces: a million figures take 4 s by them and 7 s by expat, of the 30 s that a
step may take. They know the ways in which programs write; whatever else fills the memory is ended with its process.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from openpyxl.utils import column_index_from_string

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import CHUNK, refusal
from datasets.imports.read.workbooks.sheet_scan import SheetScan, refuse_many_sheets

_OVERLAP = 1024  # bytes of a piece that the next one begins with, so that no cell is cut in two
_CELL = rb"\s[^/>]*?r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,9})[\"'][^/>]*>"  # with attributes and content
_FILLED = re.compile(rb"[<:]c" + _CELL)
_FORMULA = re.compile(rb"[<:]c" + _CELL + rb"\s*<(?:\w+:)?f[\s>/]")
_ERROR = re.compile(
    rb"[<:]c(?=[^>]*\st\s*=\s*[\"']e[\"'])"
    + _CELL
    + rb"(?:\s*<(?:\w+:)?f[^<]*(?:</(?:\w+:)?f>)?)?\s*<(?:\w+:)?v>([^<]{1,20})<"
)
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\s(?=[^>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'])[^>]*>")
_PERCENT_FORMATS = {9, 10}  # namespaces that every workbook has


def scan_xlsx(path: Path, limits: Limits) -> dict[str, SheetScan]:
    """Scan the sheets, by name; raises ``RefusedError``. The archive has passed ``detect_file_type``."""
    with zipfile.ZipFile(path) as archive:
        try:
            parts = _find_sheet_parts(archive)
            percent_styles = _find_percent_styles(archive)
        except (ElementTree.ParseError, LookupError, ValueError, StopIteration) as error:
            raise refusal(FaultCode.DAMAGED, "xlsx") from error
        refuse_many_sheets(len(parts), limits)
        return {
            name: _scan_part(archive, part, SheetScan(name, limits), percent_styles) for name, part in parts.items()
        }


def _find_sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    relations = _parse_part(archive, "xl/_rels/workbook.xml.rels")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for sheet in _parse_part(archive, "xl/workbook.xml").findall("{*}sheets/{*}sheet"):
        target = next(targets[value] for key, value in sheet.items() if key.endswith("}id"))
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        parts[sheet.get("name", "")] = _actual_name(archive, part)
    return parts


def _find_percent_styles(archive: zipfile.ZipFile) -> list[int]:
    """The numbers of the cell styles that show a figure as a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = _parse_part(archive, "xl/styles.xml")
    formats = _PERCENT_FORMATS | {
        int(entry.get("numFmtId", "0"))
        for entry in styles.findall("{*}numFmts/{*}numFmt")
        if "%" in re.sub(r'"[^"]*"|\\.', "", entry.get("formatCode", ""))
    }
    cell_styles = styles.findall("{*}cellXfs/{*}xf")
    return [number for number, style in enumerate(cell_styles) if int(style.get("numFmtId", "0")) in formats]


def _parse_part(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(_actual_name(archive, part)))  # noqa: S314  (expat bounds entities)


def _actual_name(archive: zipfile.ZipFile, part: str) -> str:
    """Find the entry of a part: names in a package ignore case."""
    return {name.casefold(): name for name in archive.namelist()}[part.casefold()]


def _scan_part(archive: zipfile.ZipFile, part: str, scan: SheetScan, percent_styles: list[int]) -> SheetScan:
    numbers = "|".join(map(str, percent_styles))
    percent = re.compile(rf'<c r="([A-Z]+)([0-9]+)" s="(?:{numbers})"(?: t="n")?>'.encode()) if numbers else None
    for piece in _read_pieces(archive, part):
        if cells := _FILLED.findall(piece):
            columns = max(_column_number(letters) for letters in {letters for letters, _ in cells})
            scan.extend(int(cells[-1][1]), columns)  # rows come in order, for the reader too
        if b"<f" in piece or b":f" in piece:
            scan.add_formulas((int(row), _column_number(letters) - 1) for letters, row in _FORMULA.findall(piece))
        if percent:
            scan.percents.update((int(row), _column_number(letters) - 1) for letters, row in percent.findall(piece))
        if b"#" in piece:
            for letters, row, text in _ERROR.findall(piece):
                shown = html.unescape(text.decode(errors="replace"))
                scan.errors[int(row), _column_number(letters) - 1] = shown
        if b"hidden" in piece:
            _note_hidden(piece, scan)
    return scan


def _read_pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part in pieces, each beginning with the end of the one before."""
    with archive.open(part) as file:
        piece = b""
        while chunk := file.read(CHUNK):
            piece = piece[-_OVERLAP:] + chunk
            yield piece


def _column_number(letters: bytes) -> int:
    return int(column_index_from_string(letters.decode()))


def _note_hidden(piece: bytes, scan: SheetScan) -> None:
    for tag in _HIDDEN.finditer(piece):
        if tag[1] == b"row":
            scan.hidden_rows.add(_read_attribute(tag[0], b"r"))
        else:
            scan.hide_columns(_read_attribute(tag[0], b"min") - 1, _read_attribute(tag[0], b"max") - 1)


def _read_attribute(tag: bytes, name: bytes) -> int:
    """Read an attribute that is a whole number, 0 where it is absent."""
    found = re.search(rb"\s" + name + rb"\s*=\s*[\"']([0-9]{1,7})[\"']", tag)
    return int(found[1]) if found else 0
