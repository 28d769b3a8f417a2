"""Uploads: files kept while a user works at them, from the browser to a draft in the store.

An upload is a folder with the file and ``about.json``; it outlives a reload of the page and is dropped after a day.
"""

import re
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import pandas as pd
from pydantic import TypeAdapter

from datasets.city.city import City
from datasets.files.whole_files import write_atomically
from datasets.imports.model import CheckResult, ColumnMapping, Fault, FaultCode, FileFacts, Limits, RefusedError, Sheet
from datasets.imports.upload.check_upload import ReferenceData
from datasets.imports.upload.child_tasks import (
    CheckedFile,
    FileOnDisk,
    check_file,
    preview_rows,
    propose_columns,
    read_facts,
    report_on_file,
)
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError, read_mapping, write_mapping
from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PublishedCity
from datasets.published.version_dataset import add_base_observations
from datasets.store.model import Delivery, Version
from datasets.store.versions.versions import Store
from datasets.workers.model import (
    Given,
    InlineWorkers,
    OverLimitError,
    Resource,
    Result,
    WorkerDiedError,
    Workers,
    WorkLimits,
)
from geodata.datums import Datum

SECONDS_KEPT = 24 * 3600  # seconds that an upload is kept
_ID = re.compile(r"[A-Za-z0-9_-]{24}")
_CHUNK = 1 << 20


class UnknownUploadError(LookupError):
    """There is no such upload (any more)."""


class NotCleanError(Exception):
    """A file with errors that was to be kept whole."""

    def __init__(self, checked: CheckResult) -> None:
        super().__init__(f"{checked.report.rows - checked.report.good} of {checked.report.rows} rows would be left out")
        self.checked = checked


@dataclass(frozen=True)
class Upload:
    """What an upload is before it is checked, and who sent it."""

    id: str
    facts: FileFacts
    who: str


_UPLOAD = TypeAdapter(Upload)


def work_limits(limits: Limits) -> WorkLimits:
    """What reading or checking a file may take, as workers are told it."""
    return WorkLimits(limits.memory, limits.processor, limits.time)


class Uploads:
    """Uploads under ``folder`` on their way into the store; files are read and checked by ``workers``.

    ``now`` tells seconds of the epoch. Whatever reads a file raises RefusedError for one that cannot be read, or not
    within ``limits``, and WorkersBusyError where too many wait.
    """

    def __init__(
        self,
        published_city: PublishedCity,
        folder: Path,
        limits: Limits,
        now: Callable[[], float],
        workers: Workers | None = None,
    ) -> None:
        self.published_city, self.folder, self.limits, self.now = published_city, folder, limits, now
        self._workers = workers or InlineWorkers()
        self._declared = replace(
            published_city.foundation, shipped={}
        )  # figures would weigh down what workers are sent

    @property
    def store(self) -> Store:
        """Where drafts are kept."""
        return self.published_city.store

    def warm(self) -> None:
        """Prepare a worker for a file that is about to be sent."""
        self._workers.warm()

    def receive(self, file_name: str, stream: BinaryIO, who: str) -> str:
        """Keep a file and return the id of its upload."""
        self._remove_old()
        id_ = secrets.token_urlsafe(18)
        folder = self.folder / id_
        self.folder.mkdir(exist_ok=True)  # not its parents: where the program's folder is gone, nothing is taken
        try:
            folder.mkdir()
            self._write_stream(stream, folder / "file")
            facts = self.read_facts(self._describe_file(file_name, folder / "file", folder))
            write_atomically(folder / "about.json", _UPLOAD.dump_json(Upload(id_, facts, who)))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return id_

    def find(self, id_: str) -> Upload:
        """What an upload is. Raises UnknownUploadError."""
        try:
            if not _ID.fullmatch(id_):
                raise UnknownUploadError(id_)
            return _UPLOAD.validate_json((self.folder / id_ / "about.json").read_bytes())
        except FileNotFoundError as error:
            raise UnknownUploadError(id_) from error

    def locate(self, id_: str) -> FileOnDisk:
        """An upload's file. Raises UnknownUploadError."""
        return self._describe_file(self.find(id_).facts.file_name, self.folder / id_ / "file", self.folder / id_)

    @contextmanager
    def open_local(self, path: Path) -> Iterator[FileOnDisk]:
        """A file that lies on this machine, while it is worked at."""
        with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
            yield self._describe_file(path.name, path, Path(folder))

    def _describe_file(self, file_name: str, path: Path, folder: Path) -> FileOnDisk:
        return FileOnDisk(file_name, path.resolve(), folder.resolve() / "read", self.limits)

    def read_facts(self, file: FileOnDisk) -> FileFacts:
        """What a file is."""
        return self._run_task(read_facts, file)

    def read_mapping(self, path: Path) -> ColumnMapping:
        """A mapping of columns that lies on this machine as JSON. Raises ImportOrderError."""
        try:
            return read_mapping(path.read_bytes())
        except (OSError, ImportOrderError) as error:
            raise ImportOrderError(f"{path}: {error}") from error

    def preview(self, file: FileOnDisk, sheet: str) -> Sheet:
        """The first rows of a sheet, or the attributes of the first features."""
        return self._run_task(preview_rows, file, sheet)

    def propose_order(self, file: FileOnDisk, kind: ImportKind, sheet: str, dataset: str) -> ImportOrder:
        """How a file would be read without a word from the user; columns as they were remembered, or guessed."""
        proposed = self._run_task(propose_columns, file, kind, sheet, self._declared)
        known = self.store.mapping_for(proposed.headings) if proposed.headings else None
        mapping = read_mapping(known.mapping) if known else proposed.mapping
        return ImportOrder(kind, dataset, mapping=mapping, datum=proposed.datum)

    def check(self, file: FileOnDisk, order: ImportOrder) -> CheckResult:
        """The report on a file, without the rows that can be stored."""
        return self._run_task(report_on_file, file, order, self._build_reference(order))

    def check_with_rows(self, file: FileOnDisk, order: ImportOrder) -> CheckedFile:
        """As ``check``, with the rows."""
        return self._run_task(check_file, file, order, self._build_reference(order))

    def _build_reference(self, order: ImportOrder) -> ReferenceData:
        city = self.published_city.current()
        return ReferenceData(self._declared, city.geography, self._published_figures(order, city))

    def _run_task(self, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Run a task in a worker; raise RefusedError where it exceeds a limit."""
        try:
            return self._workers.submit(work, *args, **kwargs).result()
        except OverLimitError as error:
            raise RefusedError(_describe_limit_fault(error)) from error
        except WorkerDiedError as error:
            raise RefusedError(Fault(FaultCode.READER_ENDED)) from error

    def _published_figures(self, order: ImportOrder, city: City) -> pd.DataFrame:
        """The figures that a dataset shows now, those of its base among them."""
        stored, shown = self.store.dataset(order.dataset), city.datasets.get(order.dataset)
        base = stored.base if stored else (order.new_dataset.base if order.new_dataset else None)
        own = shown.observations if shown else pd.DataFrame(columns=STORED[ImportKind.OBSERVATIONS])
        return add_base_observations(own, self.published_city.foundation.shipped.get(base or ""))

    def create_draft(self, id_: str, order: ImportOrder, who: str) -> Version:
        """Make a draft of an upload. Raises NotCleanError, UnknownUploadError."""
        version = self.create_draft_of_files([(order, self.check_with_rows(self.locate(id_), order))], who)
        shutil.rmtree(self.folder / id_, ignore_errors=True)
        return version

    def create_draft_of_files(self, parts: Sequence[tuple[ImportOrder, CheckedFile]], who: str) -> Version:
        """One draft of several files for one dataset: what was ordered and what came of the check.

        Raises NotCleanError for the first that has errors and was ordered whole, StoreUnavailableError.
        """
        for order, found in parts:
            if found.checked.report.has_errors and not order.good_only:
                raise NotCleanError(found.checked)
        first = parts[0][0]
        with self.store.write_transaction():  # all of it or nothing: no dataset without a draft
            if first.new_dataset and self.store.dataset(first.dataset) is None:
                new = first.new_dataset
                self.store.add_dataset(first.dataset, new.name, new.description, new.base, who)
            version = self.store.add_draft(first.dataset, [_build_delivery(*part) for part in parts], who, first.note)
            for order, found in parts:
                if order.remember_as and order.mapping and found.headings:
                    text = write_mapping(order.mapping)
                    self.store.save_mapping(order.remember_as, order.kind, text, found.headings, who)
        return version

    def _write_stream(self, stream: BinaryIO, path: Path) -> None:
        """Write what is sent, no more than is allowed."""
        written = 0
        with path.open("wb") as file:
            while chunk := stream.read(_CHUNK):
                written += len(chunk)
                if written > self.limits.bytes:
                    raise RefusedError(Fault(FaultCode.TOO_LARGE, f"> {self.limits.bytes}", str(self.limits.bytes)))
                file.write(chunk)

    def _remove_old(self) -> None:
        for folder in self.folder.iterdir() if self.folder.is_dir() else []:
            with suppress(FileNotFoundError):  # another process has deleted it already
                if self.now() - folder.stat().st_mtime > SECONDS_KEPT:
                    shutil.rmtree(folder, ignore_errors=True)


def _describe_limit_fault(error: OverLimitError) -> Fault:
    if error.resource is Resource.MEMORY:
        return Fault(FaultCode.TOO_MUCH_MEMORY, str(int(error.found)), str(int(error.allowed)))
    return Fault(FaultCode.TOO_SLOW, f"{error.found:.0f}", f"{error.allowed:.0f}")


def _build_delivery(order: ImportOrder, found: CheckedFile) -> Delivery:
    return Delivery(
        kind=order.kind,
        rows=found.checked.rows,
        file_name=found.facts.file_name,
        digest=found.facts.digest,
        size=found.facts.size,
        rows_read=found.checked.report.rows,
        replace=order.replace,
        good_only=order.good_only,
        datum="" if order.datum is Datum.WGS84 else str(order.datum),
        note=order.note,
    )
