"""The desk: uploads kept while a user works at them, from the file to a draft in the store.

An upload is a folder with the file and ``about.json``; it outlives a reload of the page and is dropped after a day.
"""

import json
import re
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from datasets.city import City
from datasets.imports.checking import Grounds, check_upload, guess_kind, propose, sheet_of
from datasets.imports.files import read_upload
from datasets.imports.guessing import fingerprint, mapping_from_json, mapping_to_json
from datasets.imports.model import (
    STORED,
    Checked,
    Fault,
    FaultCode,
    ImportKind,
    Limits,
    Mapping,
    RefusedError,
    Sheet,
    Upload,
)
from datasets.imports.order import Order, OrderError
from datasets.library import Library, with_base
from datasets.store.model import Delivery, Version
from datasets.store.versions import Store
from geodata.datums import Datum

KEPT = 24 * 3600  # seconds that an upload is kept
_ID = re.compile(r"[A-Za-z0-9_-]{24}")
_CHUNK = 1 << 20


class UnknownUploadError(LookupError):
    """There is no such upload (any more)."""


class NotCleanError(Exception):
    """A file with errors that was to be kept whole."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(f"{checked.report.rows - checked.report.good} of {checked.report.rows} rows would be left out")
        self.checked = checked


@dataclass(frozen=True)
class Look:
    """What an upload is before it is checked. ``sheets`` is empty for a file of features."""

    id: str
    file_name: str
    file_type: str
    size: int
    digest: str
    encoding: str
    sheets: tuple[str, ...]
    kind: ImportKind
    who: str


class Desk:
    """Uploads under ``folder`` on their way into the store of ``library``. ``now`` tells seconds of the epoch."""

    def __init__(self, library: Library, folder: Path, limits: Limits, now: Callable[[], float]) -> None:
        self.library, self.folder, self.limits, self.now = library, folder, limits, now

    @property
    def store(self) -> Store:
        """Where drafts are kept."""
        return self.library.store

    def receive(self, file_name: str, stream: BinaryIO, who: str) -> str:
        """Keep a file and return the id of its upload. Raises RefusedError for a file that cannot be read."""
        self._remove_old()
        id_ = secrets.token_urlsafe(18)
        folder = self.folder / id_
        folder.mkdir(parents=True)
        try:
            self._copy(stream, folder / "file")
            read = read_upload(file_name, folder / "file", self.limits)
            about = {"file_name": file_name, "who": who, "at": self.now(), "kind": guess_kind(read)}
            (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return id_

    def look(self, id_: str) -> Look:
        """What an upload is. Raises UnknownUploadError."""
        about, read = self._about(id_), self.read(id_)
        sheets = tuple(sheet.name for sheet in read.sheets)
        kind = ImportKind(about["kind"])
        return Look(
            id_, read.file_name, read.file_type, read.size, read.digest, read.encoding, sheets, kind, about["who"]
        )

    def read(self, id_: str) -> Upload:
        """An upload's content. Raises UnknownUploadError."""
        return read_upload(self._about(id_)["file_name"], self.folder / id_ / "file", self.limits)

    def read_path(self, path: Path) -> Upload:
        """A file that lies on this machine. Raises RefusedError."""
        return read_upload(path.name, path, self.limits)

    def read_mapping(self, path: Path) -> Mapping:
        """A mapping of columns that lies on this machine as JSON. Raises OrderError."""
        try:
            return mapping_from_json(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise OrderError(f"{path}: {error}") from error

    def preview(self, id_: str, sheet: str, rows: int = 30) -> Sheet:
        """The first rows of a sheet. Raises UnknownUploadError, KeyError."""
        found = sheet_of(self.read(id_), sheet)
        return replace(found, cells=found.cells.iloc[:rows])

    def propose(self, id_: str, kind: ImportKind, sheet: str, dataset: str) -> Order:
        """How an upload would be read without a word from the user; columns as they were remembered, or guessed."""
        return self.propose_for(self.read(id_), kind, sheet, dataset)

    def propose_for(self, upload: Upload, kind: ImportKind, sheet: str, dataset: str) -> Order:
        """As ``propose``, for a file that was read."""
        guessed = propose(upload, kind, sheet, self.library.foundation)
        known = self.store.mapping_for(_print(upload, guessed)) if upload.sheets else None
        return Order(kind, dataset, mapping=mapping_from_json(known.mapping) if known else guessed)

    def check(self, id_: str, order: Order) -> Checked:
        """What of an upload can be stored, and the report. Raises UnknownUploadError, RefusedError."""
        return self.check_upload(self.read(id_), order)

    def check_upload(self, upload: Upload, order: Order) -> Checked:
        """As ``check``, for a file that was read."""
        city = self.library.city()
        grounds = Grounds(self.library.foundation, city.geography, self._published(order, city))
        return check_upload(upload, order, grounds)

    def _published(self, order: Order, city: City) -> pd.DataFrame:
        """The figures that a dataset shows now, those of its base among them."""
        stored, shown = self.store.dataset(order.dataset), city.datasets.get(order.dataset)
        base = stored.base if stored else (order.new_dataset.base if order.new_dataset else None)
        own = shown.observations if shown else pd.DataFrame(columns=STORED[ImportKind.OBSERVATIONS])
        return with_base(own, self.library.foundation.shipped.get(base or ""))

    def keep(self, id_: str, order: Order, who: str) -> Version:
        """Make a draft of an upload. Raises NotCleanError, and what ``check`` raises."""
        read = self.read(id_)
        version = self.keep_all([(read, order, self.check_upload(read, order))], who)
        shutil.rmtree(self.folder / id_, ignore_errors=True)
        return version

    def keep_all(self, parts: Sequence[tuple[Upload, Order, Checked]], who: str) -> Version:
        """One draft of several files for one dataset: what was ordered and what came of the check.

        Raises NotCleanError for the first that has errors and was ordered whole, StoreUnavailableError.
        """
        for _, order, checked in parts:
            if checked.report.has_errors and not order.good_only:
                raise NotCleanError(checked)
        first = parts[0][1]
        if first.new_dataset and self.store.dataset(first.dataset) is None:
            new = first.new_dataset
            self.store.add_dataset(first.dataset, new.name, new.description, new.base, who)
        version = self.store.add_draft(first.dataset, [_delivery(*part) for part in parts], who, first.note)
        for upload, order, _ in parts:
            self._remember(upload, order, who)
        return version

    def _remember(self, upload: Upload, order: Order, who: str) -> None:
        if order.remember_as and order.mapping and upload.sheets:
            text = mapping_to_json(order.mapping)
            self.store.save_mapping(order.remember_as, order.kind, text, _print(upload, order.mapping), who)

    def _copy(self, stream: BinaryIO, path: Path) -> None:
        """Write what is sent, no more than is allowed."""
        written = 0
        with path.open("wb") as file:
            while chunk := stream.read(_CHUNK):
                written += len(chunk)
                if written > self.limits.bytes:
                    raise RefusedError(Fault(FaultCode.TOO_LARGE, f"> {self.limits.bytes}", str(self.limits.bytes)))
                file.write(chunk)

    def _about(self, id_: str) -> dict[str, str]:
        try:
            if not _ID.fullmatch(id_):
                raise UnknownUploadError(id_)
            about: dict[str, str] = json.loads((self.folder / id_ / "about.json").read_text("utf-8"))
        except OSError as error:
            raise UnknownUploadError(id_) from error
        return about

    def _remove_old(self) -> None:
        for folder in self.folder.iterdir() if self.folder.is_dir() else []:
            if self.now() - folder.stat().st_mtime > KEPT:
                shutil.rmtree(folder, ignore_errors=True)


def _print(upload: Upload, mapping: Mapping) -> str:
    """What tells sheets of the same headings."""
    return fingerprint(sheet_of(upload, mapping.sheet), mapping)


def _delivery(upload: Upload, order: Order, checked: Checked) -> Delivery:
    return Delivery(
        kind=order.kind,
        rows=checked.rows,
        file_name=upload.file_name,
        digest=upload.digest,
        size=upload.size,
        rows_read=checked.report.rows,
        replace=order.replace,
        good_only=order.good_only,
        datum="" if order.datum is Datum.WGS84 else str(order.datum),
        note=order.note,
    )
