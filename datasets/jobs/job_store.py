"""Jobs on disk: a folder each, so that they outlive a reload of the page and a restart of the server.

A folder holds ``order.json`` (what was asked for), ``state.json``, ``progress.json`` (written by the worker),
``log.txt`` (what the worker complained of), what the reader sent along, ``work/`` (files in the making) and ``files/``
(finished ones).
"""

import json
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

import psutil

from datasets.files.storage_faults import write_atomically

KEPT = 24 * 3600  # seconds that a job and its files are kept after it has ended
MOST_WAITING = 20
MOST_OF_ONE = 3  # jobs of one client that wait or are worked at
_ID = re.compile(r"[A-Za-z0-9_-]{32}")
_LONGEST_MESSAGE = 300


class State(StrEnum):
    """How a job stands; ``INTERRUPTED`` means that the server went away while it was made."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


OPEN = frozenset({State.QUEUED, State.RUNNING})  # states that will change by themselves


class QueueFullError(Exception):
    """No more jobs are taken on: ``waiting`` of all are waiting, ``own`` of the client are waiting or worked at."""

    def __init__(self, waiting: int, own: int) -> None:
        super().__init__(f"{waiting} jobs are waiting already, {own} of the same client are not done")
        self.waiting, self.own = waiting, own


@dataclass(frozen=True)
class Progress:
    """Steps done, steps in all (0 while unknown), and what is being done or, at the end, what came of it."""

    done: int = 0
    total: int = 0
    text: str = ""


@dataclass(frozen=True)
class Job:
    """One job; times in seconds of the epoch, ``sizes`` the bytes of each finished file, ``message`` why it failed.

    ``who`` is the client that it counts for.
    """

    id: str
    state: State
    created: float
    ended: float | None
    process: int | None
    order: Mapping[str, Any]
    progress: Progress
    sizes: Mapping[str, int]
    message: str
    who: str = ""


class JobStore:
    """The jobs under a folder. ``now`` tells the time in seconds of the epoch.

    What writes may raise OSError, and leaves nothing half done.
    """

    def __init__(self, root: Path, now: Callable[[], float]) -> None:
        self.root, self.now = root, now
        self._queueing = Lock()

    def add(self, order: Mapping[str, Any], sent: Mapping[str, bytes], who: str) -> str:
        """Keep a new job of a client with the files ``sent`` along, by name, and return its id.

        Raises QueueFullError.
        """
        with self._queueing:
            self._expect_room(who)
            return self._added(order, sent, who)

    def _expect_room(self, who: str) -> None:
        """No client fills the queue for the others. Raises QueueFullError."""
        unfinished = [job for job in self.jobs() if job.state in OPEN]
        waiting = sum(job.state is State.QUEUED for job in unfinished)
        own = sum(job.who == who for job in unfinished)
        if waiting >= MOST_WAITING or own >= MOST_OF_ONE:
            raise QueueFullError(waiting, own)

    def _added(self, order: Mapping[str, Any], sent: Mapping[str, bytes], who: str) -> str:
        id_ = secrets.token_urlsafe(24)
        folder = self.root / id_
        self.root.mkdir(exist_ok=True)  # not its parents: where the program's folder is gone, nothing is taken
        try:
            folder.mkdir()
            for name, content in sent.items():
                (folder / name).write_bytes(content)
            _write(folder / "order.json", order)
            self._set(id_, state=State.QUEUED, created=self.now(), who=who)  # last: from now on the job counts
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return id_

    def folder(self, id_: str) -> Path:
        """Where a job's files are. Raises KeyError for what is no job's id."""
        if not _ID.fullmatch(id_):
            raise KeyError(id_)
        return self.root / id_

    def job(self, id_: str) -> Job | None:
        """A job as it stands, None if there is none of that id (any more)."""
        try:
            folder = self.folder(id_)
        except KeyError:
            return None
        kept = _read(folder / "state.json")
        if not kept:
            return None
        state = State(kept["state"])
        if state is State.QUEUED and self.is_cancelled(id_):
            state = State.CANCELLED
        files = sorted(folder.glob("files/*")) if state is State.DONE else []
        return Job(
            id=id_,
            state=state,
            created=kept["created"],
            ended=kept.get("ended"),
            process=kept.get("process"),
            order=_read(folder / "order.json"),
            progress=_progress(_read(folder / "progress.json")),
            sizes={path.name: path.stat().st_size for path in files},
            message=kept.get("message", ""),
            who=kept.get("who", ""),
        )

    def jobs(self) -> list[Job]:
        """All jobs, the one that was asked for first first."""
        found = [self.job(path.name) for path in self.root.iterdir()] if self.root.is_dir() else []
        return sorted((job for job in found if job), key=lambda job: (job.created, job.id))

    def places(self) -> dict[str, int]:
        """How many jobs come before each one that waits or is worked at, by its id."""
        unfinished = [job.id for job in self.jobs() if job.state in OPEN]
        return {id_: place for place, id_ in enumerate(unfinished)}

    def begin(self, id_: str, process: int) -> None:
        """A process has begun to work at a job."""
        self._set(id_, state=State.RUNNING, process=process)

    def end(self, id_: str, state: State, message: str = "") -> None:
        """A job has ended: what was in the making is published if it is done, and dropped if not."""
        folder = self.folder(id_)
        if state is State.DONE:
            (folder / "work").replace(folder / "files")
        shutil.rmtree(folder / "work", ignore_errors=True)
        self._set(id_, state=state, ended=self.now(), message=message[:_LONGEST_MESSAGE])

    def cancel(self, id_: str) -> None:
        """Ask whoever works at a job to stop; one that is still waiting is not begun. Raises KeyError."""
        (self.folder(id_) / "cancel").touch()

    def again(self, id_: str, who: str) -> None:
        """Queue a job once more that has ended without files; nothing for any other job. Raises QueueFullError."""
        with self._queueing:
            job = self.job(id_)
            if job is None or job.state in OPEN or job.state is State.DONE:
                return
            self._expect_room(who)
            folder = self.folder(id_)
            for name in ("cancel", "progress.json", "log.txt"):
                (folder / name).unlink(missing_ok=True)
            shutil.rmtree(folder / "files", ignore_errors=True)  # of an end that could not be written down
            _write(folder / "state.json", {"state": State.QUEUED, "created": self.now(), "who": who})

    def is_cancelled(self, id_: str) -> bool:
        """Whether a job was asked to stop."""
        return (self.folder(id_) / "cancel").exists()

    def log(self, id_: str) -> BinaryIO:
        """The file that a job's worker complains to."""
        return (self.folder(id_) / "log.txt").open("wb")

    def complaint(self, id_: str) -> str:
        """The last line of what a job's worker wrote to its log."""
        with suppress(OSError):
            lines = (self.folder(id_) / "log.txt").read_text("utf-8", errors="replace").split("\n")
            last = next((line.strip() for line in reversed(lines) if line.strip()), "")
            return last.removeprefix("Error: ")  # of a command that ends with words
        return ""

    def is_worker(self, process: int, id_: str) -> bool:
        """Whether a process still works at a job: its command line tells, as numbers of processes are used again."""
        with suppress(psutil.Error):  # there is none of that number, or it is somebody else's
            return any(id_ in part for part in psutil.Process(process).cmdline())
        return False

    def remove_old(self) -> None:
        """Drop jobs that ended long enough ago, with their files."""
        for job in self.jobs():
            ended = job.ended or (job.created if job.state not in OPEN else self.now())
            if self.now() - ended > KEPT:
                shutil.rmtree(self.folder(job.id), ignore_errors=True)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Whether it is this process's turn to work at jobs: only one of all servers on the folder has it."""
        if not self.root.is_dir():  # nobody has asked for anything yet, or the folder was deleted
            yield False
            return
        with (self.root / "turn").open("ab") as file:
            yield _locked(file)  # until the file is closed, be it by the end of the process

    def _set(self, id_: str, **changes: Any) -> None:
        path = self.folder(id_) / "state.json"
        _write(path, _read(path) | changes)


def _progress(told: Mapping[str, Any]) -> Progress:
    return Progress(
        done=int(told.get("done", 0)),
        total=int(told.get("total", 0)),
        text=str(told.get("text", "")),
    )


def _write(path: Path, content: Mapping[str, Any]) -> None:
    """A reader sees the file before or after, never half of it."""
    write_atomically(path, json.dumps(content, ensure_ascii=False).encode())


def _read(path: Path) -> dict[str, Any]:
    """A JSON object; empty if there is none or it is being written."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _locked(file: BinaryIO) -> bool:
    """Whether the file could be locked for this process alone."""
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
