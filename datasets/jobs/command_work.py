"""Run jobs in processes of their own, at low priority, so that pages stay quick."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from datasets.files.whole_files import write_atomically
from datasets.jobs.job_runner import Outcome
from datasets.jobs.job_store import Job, JobState, JobStore
from datasets.workers.process_groups import OWN_GROUP, end_group

LONGEST = 30 * 60  # seconds that a job may take
_LOOK_EVERY = 0.2  # seconds between two looks at a process
_GRACE = 3  # seconds that a process has to stop by itself
_NICENESS = 10

Command = Callable[[Path, Mapping[str, Any]], list[str]]


class WorkFault(StrEnum):
    """Why a process made nothing, where its log does not say so."""

    TOO_LONG = "too long"
    NO_FILE = "no file"
    KILLED = "killed"
    SILENT = "silent"


class CommandWork:
    """Work done by a command; ``command`` builds the command line from a job's folder and order."""

    def __init__(self, command: Command, working_folder: Path) -> None:
        self.command, self.working_folder = command, working_folder

    def __call__(self, store: JobStore, job: Job) -> Outcome:
        """Run the command of a job until it ends, is cancelled or takes too long. Raises OSError."""
        process = self.start_process(store, job)
        end = time.monotonic() + LONGEST
        while process.poll() is None and time.monotonic() < end and not store.is_cancelled(job.id):
            time.sleep(_LOOK_EVERY)
        late = time.monotonic() >= end
        if process.poll() is None:
            end_group(process, _GRACE)
        return _read_outcome(store, job, process.returncode, late)

    def start_process(self, store: JobStore, job: Job) -> "subprocess.Popen[bytes]":
        """Start the process of a job and record it in the store. Raises OSError."""
        with store.open_log(job.id) as log:
            process = subprocess.Popen(  # noqa: S603  (our own command; what readers chose is in files)
                self.command(store.folder(job.id), job.order),
                cwd=self.working_folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                **OWN_GROUP,
            )
        if hasattr(os, "setpriority"):
            with suppress(OSError):  # it may have ended already
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
        try:
            store.begin(job.id, process.pid)
        except BaseException:  # the job keeps waiting and another process will begin it; this one would be unattended
            end_group(process, _GRACE)
            raise
        return process


def progress_writer(path: Path) -> Callable[[int, int, str], None]:
    """Report progress by writing a file that is always whole: ``{"done": 3, "total": 80, "text": "..."}``."""

    def write_progress(done: int, total: int, text: str) -> None:
        content = json.dumps({"done": done, "total": total, "text": text}, ensure_ascii=False)
        write_atomically(path, content.encode("utf-8"))

    return write_progress


def _read_outcome(store: JobStore, job: Job, code: int, late: bool) -> Outcome:
    if code == 0:
        made = any((store.folder(job.id) / "work").iterdir())
        return (JobState.DONE, "") if made else (JobState.FAILED, WorkFault.NO_FILE)
    if store.is_cancelled(job.id):
        return JobState.CANCELLED, ""
    if late:
        return JobState.FAILED, WorkFault.TOO_LONG
    return JobState.FAILED, WorkFault.KILLED if code < 0 else store.last_logged(job.id) or WorkFault.SILENT
