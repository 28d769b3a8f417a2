"""Jobs in the background: one worker process at a time, at low priority, so that pages stay quick; and their files."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from flask import Flask, Response, abort, send_file

from datasets.jobs.job_store import Job, JobStore, State

URL = "/briefing/jobs/"
LONGEST = 30 * 60  # seconds that a job may take
_LOOK_EVERY = 0.2  # seconds between two looks at a worker
_LOOK_AROUND = 2  # seconds between two looks for jobs of a server that is gone, and for old ones
_GRACE = 3  # seconds that a worker has to stop by itself
_NICENESS = 10
TOO_LONG, NO_FILE, KILLED, SILENT = "too long", "no file", "killed", "silent"  # complaints of the runner itself

Command = Callable[[Path, Mapping[str, Any]], list[str]]


class JobRunner:
    """Works through the jobs of a store. ``command`` gives a job's command line from its folder and its order."""

    def __init__(self, store: JobStore, command: Command, working_folder: Path) -> None:
        self.store, self.command, self.working_folder = store, command, working_folder
        self._called, self._starting = Event(), Lock()
        self._thread: Thread | None = None
        self._fault = ""  # of the last look, empty if there was none

    def start(self, order: Mapping[str, Any], sent: Mapping[str, bytes], who: str) -> str:
        """Queue a job of a client and return its id. Raises QueueFullError, OSError."""
        id_ = self.store.add(order, sent, who)
        self.wake()
        return id_

    def cancel(self, id_: str) -> None:
        """Stop a job, or take it out of the queue. Raises KeyError, OSError."""
        self.store.cancel(id_)
        self.wake()

    def again(self, id_: str, who: str) -> None:
        """Do a job once more that has ended without files. Raises QueueFullError, OSError."""
        self.store.again(id_, who)
        self.wake()

    def wake(self) -> None:
        """See at once to what is waiting, interrupted or old."""
        self.attend()
        self._called.set()

    def attend(self) -> None:
        """See to jobs from now on, in a thread of its own; nothing if that is done."""
        with self._starting:
            if self._thread is None or not self._thread.is_alive():  # a process that was forked has no threads
                self._thread = Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            self._called.wait(_LOOK_AROUND)
            self._called.clear()
            try:
                self.see_to_jobs()
                fault = ""
            except OSError as error:
                fault = str(error)
                if fault != self._fault:  # told once, not at every look
                    logging.getLogger(__name__).exception("jobs cannot be seen to")
            self._fault = fault

    def see_to_jobs(self) -> None:
        """Remove old jobs, mark interrupted ones, and work until none is waiting; nothing if another server does."""
        with self.store.turn() as mine:
            if not mine:
                return
            self.store.remove_old()
            for job in self.store.jobs():
                if job.state is State.RUNNING:
                    self._interrupt(job)
            while waiting := [job for job in self.store.jobs() if job.state is State.QUEUED]:
                self._run(waiting[0])

    def _interrupt(self, job: Job) -> None:
        """The server that had begun the job is gone; its worker, if it still runs, would be told to nobody."""
        if job.process and self.store.is_worker(job.process, job.id):
            _stop(job.process)
        self.store.end(job.id, State.INTERRUPTED)

    def _run(self, job: Job) -> None:
        folder = self.store.folder(job.id)
        (folder / "work").mkdir(exist_ok=True)
        worker = self._begun(job, folder)
        end = time.monotonic() + LONGEST
        while worker.poll() is None and time.monotonic() < end and not self.store.is_cancelled(job.id):
            time.sleep(_LOOK_EVERY)
        late = time.monotonic() >= end
        if worker.poll() is None:
            _stop(worker.pid, worker)
        self.store.end(job.id, *self._outcome(job, worker.returncode, late))

    def _begun(self, job: Job, folder: Path) -> subprocess.Popen[bytes]:
        with self.store.log(job.id) as log:
            worker = subprocess.Popen(  # noqa: S603  (our own command; what readers chose is in files)
                self.command(folder, job.order),
                cwd=self.working_folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                **_APART,
            )
        if hasattr(os, "setpriority"):
            with suppress(OSError):  # it may have ended already
                os.setpriority(os.PRIO_PROCESS, worker.pid, _NICENESS)
        try:
            self.store.begin(job.id, worker.pid)
        except BaseException:  # the job waits on, and another worker will begin it: nobody would look after this one
            _stop(worker.pid, worker)
            raise
        return worker

    def _outcome(self, job: Job, code: int, late: bool) -> tuple[State, str]:
        if code == 0:
            made = any((self.store.folder(job.id) / "work").iterdir())
            return (State.DONE, "") if made else (State.FAILED, NO_FILE)
        if self.store.is_cancelled(job.id):
            return State.CANCELLED, ""
        if late:
            return State.FAILED, TOO_LONG
        return State.FAILED, KILLED if code < 0 else self.store.complaint(job.id) or SILENT


# A worker leads a group of processes of its own, so that its helpers end with it.
_APART: dict[str, Any]
if sys.platform == "win32":
    _APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS}
else:
    _APART = {"start_new_session": True}


def _stop(process: int, worker: subprocess.Popen[bytes] | None = None) -> None:
    """End a worker and all it has started: politely, then by force."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                if worker:
                    worker.wait(_GRACE)
            os.killpg(process, signal.SIGKILL)
    if worker:
        worker.wait()


def register(server: Flask, store: JobStore) -> None:
    """Serve finished files to those who know the job's id."""

    @server.get(f"{URL}<id_>/<name>")
    def finished_file(id_: str, name: str) -> Response:
        job = store.job(id_)
        if job is None or name not in job.sizes:
            abort(404)
        return send_file(store.folder(id_) / "files" / name, as_attachment=True, download_name=name, max_age=0)
