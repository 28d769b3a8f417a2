"""Tasks of a worker process on one file; each reads the file and returns a small result."""

import pickle
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from datasets.files.whole_files import write_atomically
from datasets.imports.columns.column_mapping import fingerprint_headings
from datasets.imports.columns.detect_kind import detect_kind
from datasets.imports.model import CheckResult, ColumnMapping, FileContent, FileFacts, Limits, Sheet
from datasets.imports.upload.check_upload import ReferenceData, check_upload, find_sheet, propose_datum, propose_mapping
from datasets.imports.upload.import_order import ImportOrder
from datasets.kinds import ImportKind
from datasets.shipped.load import Foundation
from geodata.datums import Datum

MODULES = (__name__, "datasets.imports.read.read_upload")  # what such a process imports before the first file comes
_PREVIEW_ROWS = 30  # rows of a preview
_PREVIEW_CHARACTERS = 200  # of a cell of it


@dataclass(frozen=True)
class FileOnDisk:
    """A file that its user calls ``name``; ``read_as`` is where its content is kept once it was read."""

    name: str
    path: Path
    read_as: Path
    limits: Limits

    def read(self) -> FileContent:
        """Its content: read once, and picked up by every later piece of work. Raises RefusedError."""
        try:
            with self.read_as.open("rb") as kept:
                content: FileContent = pickle.load(kept)  # noqa: S301  (written below)
        except Exception:  # not kept, half of it, or kept by another release, whose classes were others
            from datasets.imports.read.read_upload import read_upload  # noqa: PLC0415  (the server does without its libraries)

            content = read_upload(self.name, self.path, self.limits)
            with suppress(OSError):  # where there is no room it is read again
                write_atomically(self.read_as, pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL))
        return content


@dataclass(frozen=True)
class Proposal:
    """What the columns of a sheet, or the attributes of features, most likely are.

    ``headings`` tells sheets of the same headings from others; "" for features. ``datum`` is the one that the file
    states, else WGS84.
    """

    mapping: ColumnMapping
    headings: str
    datum: Datum


@dataclass(frozen=True)
class CheckedFile:
    """What of a file can be stored, the report on all, and what it is. ``headings`` as in ``Proposal``."""

    facts: FileFacts
    headings: str
    checked: CheckResult


def read_facts(file: FileOnDisk) -> FileFacts:
    """Read the type and content summary of a file. Raises RefusedError."""
    return _describe_content(file.read())


def propose_columns(file: FileOnDisk, kind: ImportKind, sheet: str, foundation: Foundation) -> Proposal:
    """Propose how to read a sheet, without choices of the user. Raises RefusedError."""
    content = file.read()
    mapping = propose_mapping(content, kind, sheet, foundation)
    return Proposal(mapping, _fingerprint_sheet(content, mapping), propose_datum(content, mapping))


def preview_rows(file: FileOnDisk, sheet: str) -> Sheet:
    """The first rows of a sheet, or the attributes of the first features; long texts are cut. Raises RefusedError."""
    content = file.read()
    if content.features is None:
        found = find_sheet(content, sheet)
    else:
        found = Sheet("", pd.DataFrame(content.features.drop(columns=content.features.geometry.name)))
    cells = found.cells.iloc[:_PREVIEW_ROWS].astype(str)
    return Sheet(found.name, cells.map(lambda text: text if len(text) <= _PREVIEW_CHARACTERS else _shorten_text(text)))


def check_file(file: FileOnDisk, order: ImportOrder, reference: ReferenceData) -> CheckedFile:
    """What of a file can be stored. Raises RefusedError, ImportOrderError."""
    content = file.read()
    checked = check_upload(content, order, reference)
    return CheckedFile(
        _describe_content(content), _fingerprint_sheet(content, order.mapping) if order.mapping else "", checked
    )


def report_on_file(file: FileOnDisk, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    """As ``check_file``, without the rows: they may be a million."""
    checked = check_file(file, order, reference).checked
    return replace(checked, rows=checked.rows.iloc[:0])


def _describe_content(content: FileContent) -> FileFacts:
    sheets = tuple(sheet.name for sheet in content.sheets)
    return FileFacts(
        content.file_name,
        content.file_type,
        content.digest,
        content.size,
        content.encoding,
        sheets,
        detect_kind(content),
    )


def _fingerprint_sheet(content: FileContent, mapping: ColumnMapping) -> str:
    return fingerprint_headings(find_sheet(content, mapping.sheet), mapping) if content.sheets else ""


def _shorten_text(text: str) -> str:
    return f"{text[: _PREVIEW_CHARACTERS - 1]}…"
