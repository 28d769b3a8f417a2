"""The queue of a job store: one job after the other, in a thread of the server, as they came."""

import logging
from collections.abc import Callable, Mapping
from threading import Event, Lock, Thread
from typing import Any

from datasets.jobs.job_store import Job, JobState, JobStore
from datasets.workers.process_groups import kill_group

_LOOK_AROUND = 2  # seconds between two looks for jobs of a server that is gone, and for old ones

Outcome = tuple[JobState, str]  # how a job ended, and why it failed
# Works at a job: has the store note its beginning and its progress, writes to the folder ``work`` of the job's folder,
# and looks whether it is cancelled. An OSError leaves the job as it is; it is looked after again at the next look.
Work = Callable[[JobStore, Job], Outcome]


class JobRunner:
    """Works through the jobs of a store; of several servers on one store only one does at a time."""

    def __init__(self, store: JobStore, work: Work) -> None:
        self.store, self._work = store, work
        self._called, self._starting = Event(), Lock()
        self._thread: Thread | None = None
        self._fault = ""  # of the last look, empty if there was none

    def start(self, order: Mapping[str, Any], sent: Mapping[str, bytes], client: str) -> str:
        """Queue a job of a client and return its id. Raises QueueFullError, OSError."""
        id_ = self.store.add(order, sent, client)
        self.wake()
        return id_

    def cancel(self, id_: str) -> None:
        """Stop a job, or take it out of the queue. Raises KeyError, OSError."""
        self.store.cancel(id_)
        self.wake()

    def retry(self, id_: str, client: str) -> None:
        """Do a job once more that has ended without files. Raises QueueFullError, OSError."""
        self.store.retry(id_, client)
        self.wake()

    def wake(self) -> None:
        """See at once to what is waiting, interrupted or old."""
        self.attend()
        self._called.set()

    def attend(self) -> None:
        """See to jobs from now on, in a thread of its own; nothing if that is done."""
        with self._starting:
            if self._thread is None or not self._thread.is_alive():  # a process that was forked has no threads
                self._thread = Thread(target=self._serve, name=f"jobs in {self.store.root.name}", daemon=True)
                self._thread.start()

    def _serve(self) -> None:
        while True:
            self._called.wait(_LOOK_AROUND)
            self._called.clear()
            try:
                self.see_to_jobs()
                fault = ""
            except OSError as error:
                fault = str(error)
                if fault != self._fault:  # logged once, not at every look
                    logging.getLogger(__name__).exception("jobs cannot be seen to")
            self._fault = fault

    def see_to_jobs(self) -> None:
        """Remove old jobs, mark interrupted ones, and work until none is waiting; nothing if another server does."""
        with self.store.take_turn() as is_ours:
            if not is_ours:
                return
            self.store.remove_old()
            for job in self.store.list_jobs():
                if job.state is JobState.RUNNING:
                    self._interrupt(job)
            while waiting := [job for job in self.store.list_jobs() if job.state is JobState.QUEUED]:
                self._run(waiting[0])

    def _interrupt(self, job: Job) -> None:
        """End what a server that is gone has left: nobody would hear of what its process makes."""
        if job.process and self.store.is_worker(job.process, job.id):
            kill_group(job.process)
        self.store.end(job.id, JobState.INTERRUPTED)

    def _run(self, job: Job) -> None:
        (self.store.folder(job.id) / "work").mkdir(exist_ok=True)
        self.store.end(job.id, *self._work(self.store, job))
