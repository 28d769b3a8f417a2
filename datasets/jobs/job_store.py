"""Jobs on disk, a folder each, so that they survive a reload of the page and a restart of the server.

A folder holds ``order.json`` (what was asked for), ``state.json``, ``progress.json`` (written by whoever works at it),
``log.txt`` (standard error of its process), what the reader sent along, ``work/`` (files in the making) and ``files/``
(finished ones).
"""

import json
import math
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

import psutil

from datasets.files.whole_files import write_atomically

DAY = 24 * 3600  # seconds
MOST_WAITING = 20
MOST_OF_ONE = 3  # jobs of one client that wait or are worked at
_ID = re.compile(r"[A-Za-z0-9_-]{32}")
_LONGEST_MESSAGE = 300


class JobState(StrEnum):
    """The state of a job; ``INTERRUPTED`` means that the server stopped while the job ran."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


OPEN_STATES = frozenset({JobState.QUEUED, JobState.RUNNING})  # states that change without the user


class QueueFullError(Exception):
    """The queue is full: ``waiting`` jobs of all clients wait, ``own`` jobs of the client wait or run."""

    def __init__(self, waiting: int, own: int) -> None:
        super().__init__(f"{waiting} jobs are waiting already, {own} of the same client are not done")
        self.waiting, self.own = waiting, own


@dataclass(frozen=True)
class JobProgress:
    """Steps or seconds done, those in all (0 while unknown), and what is being done or, at the end, what came of it.

    ``gap`` is how much better another result may be than the best so far, as a share; NaN while that is unknown.
    """

    done: float = 0
    total: float = 0
    text: str = ""
    gap: float = math.nan


@dataclass(frozen=True)
class Job:
    """One job; times in seconds of the epoch, ``sizes`` the bytes of each finished file, ``message`` why it failed.

    ``process`` is the number of the process that works or worked at it; ``client`` is whom it counts for.
    """

    id: str
    state: JobState
    created: float
    ended: float | None
    process: int | None
    order: Mapping[str, Any]
    progress: JobProgress
    sizes: Mapping[str, int]
    message: str
    client: str = ""


class JobStore:
    """The jobs under a folder. ``now`` gives the time in seconds of the epoch.

    A job is kept for ``kept_seconds`` after its end, and only the newest ``most_ended`` are. What writes may raise
    OSError, and leaves nothing half done.
    """

    def __init__(
        self, root: Path, now: Callable[[], float], kept_seconds: float = DAY, most_ended: int = 10_000
    ) -> None:
        self.root, self.now, self.kept_seconds, self.most_ended = root, now, kept_seconds, most_ended
        self._queueing = Lock()

    def add(self, order: Mapping[str, Any], sent: Mapping[str, bytes], client: str) -> str:
        """Add a job of a client with the files ``sent`` along, by name, and return its id.

        Raises QueueFullError.
        """
        with self._queueing:
            self.expect_room(client)
            return self._write_job(order, sent, client)

    def expect_room(self, client: str) -> None:
        """Raise QueueFullError where a client may add no job; no client may fill the queue for the others."""
        unfinished = [job for job in self.list_jobs() if job.state in OPEN_STATES]
        waiting = sum(job.state is JobState.QUEUED for job in unfinished)
        own = sum(job.client == client for job in unfinished)
        if waiting >= MOST_WAITING or own >= MOST_OF_ONE:
            raise QueueFullError(waiting, own)

    def _write_job(self, order: Mapping[str, Any], sent: Mapping[str, bytes], client: str) -> str:
        id_ = secrets.token_urlsafe(24)
        folder = self.root / id_
        self.root.mkdir(exist_ok=True)  # not its parents: where the program's folder is gone, nothing is taken
        try:
            folder.mkdir()
            for name, content in sent.items():
                (folder / name).write_bytes(content)
            _write_json(folder / "order.json", order)
            self._set_state(
                id_, state=JobState.QUEUED, created=self.now(), who=client
            )  # last: from now on the job counts
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return id_

    def folder(self, id_: str) -> Path:
        """The folder of a job. Raises KeyError for what is no job's id."""
        if not _ID.fullmatch(id_):
            raise KeyError(id_)
        return self.root / id_

    def read_job(self, id_: str) -> Job | None:
        """Read a job, None if there is none of that id (any more)."""
        try:
            folder = self.folder(id_)
        except KeyError:
            return None
        written = _read_json(folder / "state.json")
        if not written:
            return None
        state = JobState(written["state"])
        if state is JobState.QUEUED and self.is_cancelled(id_):
            state = JobState.CANCELLED
        files = sorted(folder.glob("files/*")) if state is JobState.DONE else []
        return Job(
            id=id_,
            state=state,
            created=written["created"],
            ended=written.get("ended"),
            process=written.get("process"),
            order=_read_json(folder / "order.json"),
            progress=JobProgress(**_read_json(folder / "progress.json")),
            sizes={path.name: path.stat().st_size for path in files},
            message=written.get("message", ""),
            client=written.get("who", ""),
        )

    def list_jobs(self) -> list[Job]:
        """All jobs, the one that was asked for first first."""
        jobs = [self.read_job(path.name) for path in self.root.iterdir()] if self.root.is_dir() else []
        return sorted((job for job in jobs if job), key=lambda job: (job.created, job.id))

    def count_ahead(self) -> dict[str, int]:
        """Count the jobs before each one that waits or runs, by its id."""
        unfinished = [job.id for job in self.list_jobs() if job.state in OPEN_STATES]
        return {id_: place for place, id_ in enumerate(unfinished)}

    def begin(self, id_: str, process: int) -> None:
        """Record that a process has begun a job."""
        self._set_state(id_, state=JobState.RUNNING, process=process)

    def write_progress(self, id_: str, progress: JobProgress) -> None:
        """Record the progress of a job."""
        _write_json(self.folder(id_) / "progress.json", asdict(progress))

    def end(self, id_: str, state: JobState, message: str = "") -> None:
        """Record that a job has ended; publish its files from ``work`` if it is done, and delete them if not."""
        folder = self.folder(id_)
        if state is JobState.DONE:
            (folder / "work").replace(folder / "files")
        shutil.rmtree(folder / "work", ignore_errors=True)
        self._set_state(id_, state=state, ended=self.now(), message=message[:_LONGEST_MESSAGE])

    def cancel(self, id_: str) -> None:
        """Cancel a job: a running one is asked to stop, a waiting one is not begun. Raises KeyError."""
        (self.folder(id_) / "cancel").touch()

    def retry(self, id_: str, client: str) -> None:
        """Queue a job again that has ended without files; do nothing for others. Raises QueueFullError."""
        with self._queueing:
            job = self.read_job(id_)
            if job is None or job.state in OPEN_STATES or job.state is JobState.DONE:
                return
            self.expect_room(client)
            folder = self.folder(id_)
            for name in ("cancel", "progress.json", "log.txt"):
                (folder / name).unlink(missing_ok=True)
            shutil.rmtree(folder / "files", ignore_errors=True)  # left over from an end that could not be recorded
            _write_json(folder / "state.json", {"state": JobState.QUEUED, "created": self.now(), "who": client})

    def is_cancelled(self, id_: str) -> bool:
        """Whether a job was asked to stop."""
        return (self.folder(id_) / "cancel").exists()

    def open_log(self, id_: str) -> BinaryIO:
        """The file that takes the standard error of a job's process."""
        return (self.folder(id_) / "log.txt").open("wb")

    def last_logged(self, id_: str) -> str:
        """The last line of a job's log; empty if there is none."""
        with suppress(OSError):
            lines = (self.folder(id_) / "log.txt").read_text("utf-8", errors="replace").split("\n")
            last = next((line.strip() for line in reversed(lines) if line.strip()), "")
            return last.removeprefix("Error: ")  # of a command that ends with words
        return ""

    def is_worker(self, process: int, id_: str) -> bool:
        """Whether a process works at a job: its command line must name the job, since process ids are reused."""
        with suppress(psutil.Error):  # there is none of that number, or it is somebody else's
            return any(id_ in part for part in psutil.Process(process).cmdline())
        return False

    def remove_old(self) -> None:
        """Delete ended jobs that are too old or too many, with their files."""
        ended = [job for job in self.list_jobs() if job.state not in OPEN_STATES]
        too_many = len(ended) - self.most_ended
        for place, job in enumerate(ended):
            if place < too_many or self.now() - (job.ended or job.created) > self.kept_seconds:
                shutil.rmtree(self.folder(job.id), ignore_errors=True)

    @contextmanager
    def take_turn(self) -> Iterator[bool]:
        """Yield whether this process holds the lock to run jobs; one of all servers on the folder does."""
        if not self.root.is_dir():  # nobody has asked for anything yet, or the folder was deleted
            yield False
            return
        with (self.root / "turn").open("ab") as file:
            yield _try_lock(file)  # until the file is closed, be it by the end of the process

    def _set_state(self, id_: str, **changes: Any) -> None:
        path = self.folder(id_) / "state.json"
        _write_json(path, _read_json(path) | changes)


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write JSON atomically: a reader never sees half a file."""
    write_atomically(path, json.dumps(content, ensure_ascii=False).encode())


def _read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; empty if there is none or it is being written."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _try_lock(file: BinaryIO) -> bool:
    """Lock a file for this process alone; whether that was possible."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  (exists there only)

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  (does not exist on Windows)

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
