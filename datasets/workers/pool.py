"""A few processes that do pieces of work in the order in which they came; only so many may wait."""

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

_IDLE_SECONDS = 600.0  # after which a process is given up, for the next piece of work to start another


@dataclass(frozen=True)
class _QueuedTask:
    future: "Future[Any]"
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class WorkerPool:
    """At most ``size`` processes that have imported ``modules``, and at most ``waiting`` pieces of work before them.

    ``prepare`` is called once in each of them, before any work; it can be pickled.

    Nothing is started before it is needed. A process that is forked begins with nothing waiting and nothing started.
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
        self._reset()
        call_after_fork(self._reset)

    def _reset(self) -> None:
        """Forget all threads: a process that was forked has none of them, and the lock may be held by one."""
        self._waiting: deque[_QueuedTask] = deque()
        self._running = 0
        self._threads: dict[Thread, WorkerProcess | None] = {}  # each has one process, or is about to start it
        self._changed = Condition()
        self._closed = False

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """The coming result of the work, once it is its turn. Raises WorkersBusyError.

        The result raises what the work does, OverLimitError and WorkerDiedError. An order that is cancelled before its
        turn leaves the queue.
        """
        future: Future[Result] = Future()
        with self._changed:
            self._drop_cancelled()
            ahead = len(self._waiting) + self._running
            if self._closed or ahead >= self._room:
                raise WorkersBusyError(ahead)
            self._waiting.append(_QueuedTask(future, work, args, kwargs))
            if len(self._threads) < min(self._size, ahead + 1):
                thread = Thread(target=self._serve, name="workers", daemon=True)
                self._threads[thread] = None
                thread.start()
            self._changed.notify()
        return future

    def ahead(self, order: "Future[Any]") -> int:
        """How many pieces of work wait or run before one that waits; 0 once it runs."""
        with self._changed:
            self._drop_cancelled()
            waiting = [each.future for each in self._waiting]
            return waiting.index(order) + self._running if order in waiting else 0

    def warm(self) -> None:
        """Have a process started, so that the first piece of work need not wait for its imports."""
        with self._changed:
            if not self._threads and not self._closed:
                self.submit(_do_nothing)

    def close(self) -> None:
        """End all processes, whatever they do; what waits is cancelled."""
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

    def _serve(self) -> None:
        """Do what waits in a process of one's own, until nothing has come for long."""
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
            del order, outcome, tell  # whoever asked has it; here it would be held until the next one comes
            if process and not process.usable:
                process.stop()
                process = self._replace_process()
        if process:
            process.stop()

    def _start_process(self) -> WorkerProcess:
        """A process of this thread. Raises WorkersBusyError once the pool is closed."""
        with self._changed:
            if self._closed:
                raise WorkersBusyError(0)
            process = self._threads[current_thread()] = WorkerProcess(self._modules, self._prepare)
        return process

    def _replace_process(self) -> WorkerProcess | None:
        """A fresh process, which imports what it needs before the next piece of work comes."""
        with suppress(OSError, WorkersBusyError):  # the next piece of work tries again, and says why it cannot be done
            return self._start_process()
        return None

    def _take_next(self) -> _QueuedTask | None:
        """What has waited longest, from now on running; None when nothing has come for long."""
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
    """What a process is warmed with."""
