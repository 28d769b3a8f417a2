"""Detect the type of a file by its content, and refuse what is encrypted, has macros or links, or expands too much.

In the faults of ``RefusedError`` ``found`` and ``allowed`` are names of types or plain numbers; words for readers stand
elsewhere.
"""

import re
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

import olefile

from datasets.imports.model import MEGABYTE, Fault, FaultCode, Limits, RefusedError
from locales import say


class FileType(StrEnum):
    """The types that can be imported."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    GEOJSON = "geojson"
    GPKG = "gpkg"
    SHAPEFILE = "shapefile"
    KML = "kml"


TYPES = ", ".join(FileType)
CHUNK = 1 << 20  # bytes read at a time
# How files begin that someone may upload by mistake.
_OTHER_BEGINNINGS = {
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"\x00\x00\x27\x0a": "shp",
    b"{\\rtf": "rtf",
}
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_XML_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?!xml\b)([A-Za-z][\w.-]*)")
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_SPREADSHEETS = (f"{_OPENDOCUMENT}spreadsheet", f"{_OPENDOCUMENT}spreadsheet-template")
_OPENDOCUMENTS = {
    f"{_OPENDOCUMENT}text": "odt",
    f"{_OPENDOCUMENT}presentation": "odp",
    f"{_OPENDOCUMENT}graphics": "odg",
}
_MANIFEST = "meta-inf/manifest.xml"
BROKEN_COMPOUND = (OSError, ValueError, IndexError, RecursionError, MemoryError, struct.error)  # what olefile raises
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)
_SMALL = MEGABYTE  # an archive that unpacks to less is no bomb, however dense


def refusal(code: FaultCode, found: object = "", allowed: object = "", **where: str | int) -> RefusedError:
    """A file refused for one reason."""
    return RefusedError(Fault(code, str(found), str(allowed), **where))  # type: ignore[arg-type]


def detect_file_type(path: Path, limits: Limits) -> FileType:
    """The type of a file that may be read; raises ``RefusedError`` for one that may not."""
    size = path.stat().st_size
    if size == 0:
        raise refusal(FaultCode.EMPTY_FILE, 0)
    if size > limits.bytes:
        raise refusal(FaultCode.TOO_LARGE, size, limits.bytes)
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_OLE2):
        return _detect_compound(path)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _detect_archive(path, limits)
    return _detect_text_or_database(path, start)


def _detect_text_or_database(path: Path, start: bytes) -> FileType:
    if start.startswith(b"SQLite format 3\x00"):
        return FileType.GPKG
    for beginning, name in _OTHER_BEGINNINGS.items():
        if start.startswith(beginning):
            raise refusal(FaultCode.UNKNOWN_TYPE, name, TYPES)
    if start.startswith(_UTF16):
        return FileType.CSV
    if b"\x00" in start:
        if _is_utf16(start):
            raise refusal(FaultCode.UNKNOWN_ENCODING, say("faults-no-byte-order"), "UTF-8, GB18030")
        raise refusal(FaultCode.UNKNOWN_TYPE, "binary", TYPES)
    text = start.removeprefix(_BOM).lstrip()
    if not text and path.stat().st_size <= len(start):
        raise refusal(FaultCode.EMPTY_FILE, path.stat().st_size)
    if re.match(rb'\{\s*["}]', text) or (text.startswith(b"[") and path.suffix.casefold().endswith("json")):
        return FileType.GEOJSON
    if re.match(rb"<\?xml|<kml|<!doctype|<html|<table", text, re.IGNORECASE):
        return _detect_xml(text)
    return FileType.CSV


def _is_utf16(start: bytes) -> bool:
    """Whether a text without a byte order mark is in UTF-16: its commas and line ends have a zero beside them."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = start[: len(start) // 2 * 2].decode(encoding, "replace")
        if "\x00" not in text and "\ufffd" not in text[:-1] and re.search(r"[,\t;].*\n", text):
            return True
    return False


def _detect_xml(text: bytes) -> FileType:
    """KML, or refused: many a system writes a web page and calls it .xls."""
    root = _XML_ROOT.search(re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", text, flags=re.DOTALL))
    name = root[1].decode().casefold() if root else "xml"
    if name != "kml":
        raise refusal(FaultCode.UNKNOWN_TYPE, "html" if name in ("html", "table", "meta") else f"xml: {name}", TYPES)
    return FileType.KML


def _detect_compound(path: Path) -> FileType:
    """An OLE2 file is an old workbook, or the wrapping of an encrypted new one."""
    try:
        with olefile.OleFileIO(path) as compound:
            streams = {"/".join(parts).casefold() for parts in compound.listdir()}
    except BROKEN_COMPOUND as error:
        raise refusal(FaultCode.DAMAGED, "xls") from error
    if "encryptedpackage" in streams:
        raise refusal(FaultCode.ENCRYPTED, "xlsx")
    if not streams & {"workbook", "book"}:
        known = {"worddocument": "doc", "powerpoint document": "ppt"}
        found = next((known[name] for name in streams if name in known), "ole2")
        raise refusal(FaultCode.UNKNOWN_TYPE, found, TYPES)
    if any("_vba_project" in name for name in streams):
        raise refusal(FaultCode.MACROS, "_VBA_PROJECT")
    return FileType.XLS


def _detect_archive(path: Path, limits: Limits) -> FileType:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_expanding(archive.infolist(), path.stat().st_size, limits)
            file_type = _detect_archive_content(archive)
            damaged = archive.testzip()  # an archive that lies about its sizes or is cut off shows when it is unpacked
    except _BROKEN_ARCHIVE as error:
        raise refusal(FaultCode.DAMAGED, "zip") from error
    if damaged:
        raise refusal(FaultCode.DAMAGED, "zip")
    return file_type


def _refuse_expanding(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if not entries:
        raise refusal(FaultCode.EMPTY_FILE, "zip")
    unpacked = sum(entry.file_size for entry in entries)
    allowed = min(limits.unpacked_bytes, max(int(size * limits.expansion), _SMALL))
    if unpacked > allowed:
        raise refusal(FaultCode.EXPANDS_TOO_MUCH, unpacked, allowed)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(FaultCode.ENCRYPTED, "zip")
    if len({entry.filename for entry in entries}) != len(entries):
        raise refusal(FaultCode.DAMAGED, "zip")


def _detect_archive_content(archive: zipfile.ZipFile) -> FileType:
    names = {name.casefold() for name in archive.namelist()}
    if "xl/workbook.xml" in names:
        _refuse_macros_and_links(names)
        return FileType.XLSX
    if {"mimetype", "content.xml"} <= names:
        return _detect_opendocument(archive, names)
    if any(name.endswith((".zip", ".rar", ".7z", ".gz")) for name in names):
        raise refusal(FaultCode.UNKNOWN_TYPE, "zip: zip", TYPES)
    if any(name.endswith(".shp") for name in names):
        return FileType.SHAPEFILE
    known = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx", "xl/workbook.bin": "xlsb", "doc.kml": "kmz"}
    found = next((known[name] for name in names if name in known), "")
    raise refusal(FaultCode.UNKNOWN_TYPE, found or f"zip: {sorted(names)[0][:80]}", TYPES)


def _detect_opendocument(archive: zipfile.ZipFile, names: set[str]) -> FileType:
    """A spreadsheet of LibreOffice or WPS without password and macros; texts and slides are refused by their name."""
    with archive.open("mimetype") as file:
        kind = file.read(100).decode("ascii", "replace").strip()
    if kind not in _SPREADSHEETS:
        raise refusal(FaultCode.UNKNOWN_TYPE, _OPENDOCUMENTS.get(kind, kind.rpartition(".")[2]), TYPES)
    if any(name.startswith("basic/") for name in names):
        raise refusal(FaultCode.MACROS, "Basic")
    manifest = next((entry for entry in archive.infolist() if entry.filename.casefold() == _MANIFEST), None)
    if manifest and b"encryption-data" in archive.open(manifest).read(_SMALL):
        raise refusal(FaultCode.ENCRYPTED, "ods")
    return FileType.ODS


def _refuse_macros_and_links(names: set[str]) -> None:
    for name in sorted(names):
        if name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/"):
            raise refusal(FaultCode.MACROS, name)
        if name.startswith("xl/externallinks/") or name == "xl/connections.xml":
            raise refusal(FaultCode.EXTERNAL_LINKS, name)
