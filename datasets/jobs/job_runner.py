"""Run the jobs of a store one after another, in the order of arrival, in a thread of the server."""

import logging
from collections.abc import Callable, Mapping
from threading import Event, Lock, Thread
from typing import Any

from datasets.jobs.job_store import Job, JobState, JobStore
from datasets.workers.process_groups import kill_group
from locales import current_language

_LOOK_AROUND = 2  # seconds between two checks for interrupted and for old jobs

Outcome = tuple[JobState, str]  # how a job ended, and why it failed
# Does a job: records its beginning and progress in the store, writes to ``work`` in the job's folder, and checks for a
# cancellation. An OSError leaves the job unchanged until the next check.
Work = Callable[[JobStore, Job], Outcome]


class JobRunner:
    """Runs the jobs of a store; of several servers on one store only one does so at a time."""

    def __init__(self, store: JobStore, work: Work) -> None:
        self.store, self._work = store, work
        self._called, self._starting = Event(), Lock()
        self._thread: Thread | None = None
        self._fault = ""  # the last error that was logged, empty without one

    def start(self, order: Mapping[str, Any], sent: Mapping[str, bytes], client: str) -> str:
        """Queue a job of a client, in the client's language, and return its id. Raises QueueFullError, OSError."""
        id_ = self.store.add({**order, "lang": current_language()}, sent, client)
        self.wake()
        return id_

    def cancel(self, id_: str) -> None:
        """Stop a job, or take it out of the queue. Raises KeyError, OSError."""
        self.store.cancel(id_)
        self.wake()

    def retry(self, id_: str, client: str) -> None:
        """Queue a job again that has ended without files. Raises QueueFullError, OSError."""
        self.store.retry(id_, client)
        self.wake()

    def wake(self) -> None:
        """Check at once for waiting, interrupted and old jobs."""
        self.attend()
        self._called.set()

    def attend(self) -> None:
        """Start the thread that runs jobs, unless it runs already."""
        with self._starting:
            if self._thread is None or not self._thread.is_alive():  # a process that was forked has no threads
                self._thread = Thread(
                    target=self._see_to_jobs_forever, name=f"jobs in {self.store.root.name}", daemon=True
                )
                self._thread.start()

    def _see_to_jobs_forever(self) -> None:
        while True:
            self._called.wait(_LOOK_AROUND)
            self._called.clear()
            try:
                self.see_to_jobs()
                fault = ""
            except OSError as error:
                fault = str(error)
                if fault != self._fault:  # logged once, not at every check
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
                    self._interrupt_job(job)
            while waiting := [job for job in self.store.list_jobs() if job.state is JobState.QUEUED]:
                self._run_job(waiting[0])

    def _interrupt_job(self, job: Job) -> None:
        """Mark a job of a vanished server as interrupted and end its process."""
        if job.process and self.store.is_worker(job.process, job.id):
            kill_group(job.process)
        self.store.end(job.id, JobState.INTERRUPTED)

    def _run_job(self, job: Job) -> None:
        (self.store.folder(job.id) / "work").mkdir(exist_ok=True)
        self.store.end(job.id, *self._work(self.store, job))
