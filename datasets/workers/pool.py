"""A pool of worker processes with a bounded first-in-first-out queue."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread, current_thread
from typing import Any

from datasets.workers.forks import call_after_fork
from datasets.workers.model import Given, Result, WorkersBusyError, WorkLimits
from datasets.workers.process import WorkerProcess
from locales import call_in, current_language

_IDLE_SECONDS = 600.0  # idle seconds after which a process is ended; the next task starts another


@dataclass(frozen=True)
class _QueuedTask:
    future: "Future[Any]"
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class WorkerPool:
    """At most ``size`` processes that have imported ``modules``, and at most ``waiting`` tasks in the queue.

    ``prepare`` is called once in each process, before any task; it can be pickled.

    Processes start when they are needed. In a forked process the pool begins empty.
    """

    def __init__(
        self,
        modules: Sequence[str],
        limits: WorkLimits,
        size: int,
        waiting: int,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        self._prepare = prepare
        self._modules, self._limits, self._size, self._room = modules, limits, size, size + waiting
        self._reset_threads()
        call_after_fork(self._reset_threads)

    def _reset_threads(self) -> None:
        """Start without threads: a forked process has none, and one of them may have held the lock."""
        self._waiting: deque[_QueuedTask] = deque()
        self._running = 0
        self._threads: dict[Thread, WorkerProcess | None] = {}  # each has one process, or is about to start it
        self._changed = Condition()
        self._closed = False

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """Queue a task, which speaks the language of whoever asks, and return its future. Raises WorkersBusyError.

        The future raises what the task does, OverLimitError and WorkerDiedError. A task that is cancelled before its
        turn leaves the queue.
        """
        future: Future[Result] = Future()
        with self._changed:
            self._drop_cancelled()
            ahead = len(self._waiting) + self._running
            if self._closed or ahead >= self._room:
                raise WorkersBusyError(ahead)
            self._waiting.append(_QueuedTask(future, call_in, (current_language(), work, *args), kwargs))
            if len(self._threads) < min(self._size, ahead + 1):
                thread = Thread(target=self._work_off_queue, name="workers", daemon=True)
                self._threads[thread] = None
                thread.start()
            self._changed.notify()
        return future

    def ahead(self, order: "Future[Any]") -> int:
        """How many tasks wait or run before a waiting one; 0 once it runs."""
        with self._changed:
            self._drop_cancelled()
            waiting = [each.future for each in self._waiting]
            return waiting.index(order) + self._running if order in waiting else 0

    def warm(self) -> None:
        """Start a process, so that the first task need not wait for its imports."""
        with self._changed:
            if not self._threads and not self._closed:
                self.submit(_do_nothing)

    def close(self) -> None:
        """End all processes, whatever they do, and cancel waiting tasks."""
        with self._changed:
            self._closed = True
            for order in self._waiting:
                order.future.cancel()
            threads = dict(self._threads)
            self._changed.notify_all()
            for process in filter(None, threads.values()):
                process.kill()
        for thread in threads:
            thread.join()

    def _drop_cancelled(self) -> None:
        self._waiting = deque(order for order in self._waiting if not order.future.cancelled())

    def _work_off_queue(self) -> None:
        """Run waiting tasks in a process of this thread, until none has come for long."""
        process: WorkerProcess | None = None
        while (order := self._take_next()) is not None:
            tell: Callable[[Any], None] = order.future.set_result
            try:
                process = process or self._start_process()
                outcome = process.do(order.work, order.args, order.kwargs, self._limits)
            except Exception as error:
                tell, outcome = order.future.set_exception, error
            with self._changed:
                self._running -= 1
            tell(outcome)
            del order, outcome, tell  # the future is with its owner; here it would be kept until the next task
            if process and not process.usable:
                process.stop()
                process = self._replace_process()
        if process:
            process.stop()

    def _start_process(self) -> WorkerProcess:
        """Start a process for this thread. Raises WorkersBusyError once the pool is closed."""
        with self._changed:
            if self._closed:
                raise WorkersBusyError(0)
            process = self._threads[current_thread()] = WorkerProcess(self._modules, self._prepare)
        return process

    def _replace_process(self) -> WorkerProcess | None:
        """Start a new process, which imports its modules before the next task comes."""
        with suppress(OSError, WorkersBusyError):  # the next task tries again and reports why it fails
            return self._start_process()
        return None

    def _take_next(self) -> _QueuedTask | None:
        """Take the task that has waited longest and mark it as running; None when none has come for long."""
        with self._changed:
            while True:
                came = self._changed.wait_for(lambda: self._waiting or self._closed, _IDLE_SECONDS)
                while self._waiting:
                    order = self._waiting.popleft()
                    if order.future.set_running_or_notify_cancel():
                        self._running += 1
                        return order
                if self._closed or not came:
                    del self._threads[current_thread()]
                    return None


def _do_nothing() -> None:
    """A task that only starts a process."""
