"""A queue of pictures to render: workers draw them one after another, finished files are kept for a while.

A reader either polls, and is told each time how many pictures come before the own one, or waits in a thread of the
server, of which only some may be taken up so.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from threading import RLock

from datasets.workers.model import Workers, WorkersBusyError, WorkLimits
from datasets.workers.pool import WorkerPool
from layouts.paper.sheet.picture_spec import MODULES, RenderTask, choose_fonts

LIMITS = WorkLimits(memory=2 << 30, processor=60, time=120)  # of one picture: 12,000 pixels a side take 1.3 GiB
MOST_KEPT = 8 << 20  # bytes of finished pictures, beside those that nobody has fetched yet
MOST_WAITING = 4  # threads of the server that wait for pictures
MOST_WAITING_OF_ONE = 3  # of them for one reader
MOST_POLLED_OF_ONE = 4  # pictures that one reader polls; with another one the oldest is cancelled
ABANDONED = 20.0  # seconds without a poll after which a picture is cancelled


class PicturesBusyError(WorkersBusyError):
    """The queue is full: ``ahead`` pictures are waiting, and another one is not taken on."""


@dataclass
class _PendingPicture:
    """A picture that is not fetched yet: for whom, when it was last polled, for which readers threads wait for it."""

    future: "Future[bytes]"
    reader: str
    polled: float
    waiting: list[str] = field(default_factory=list)


def drawing_workers(size: int, sans: str = "", serif: str = "") -> WorkerPool:
    """As many processes that draw pictures in these fonts, which ``sheet.fonts`` chooses where a name is empty."""
    return WorkerPool(MODULES, LIMITS, size, waiting=12, prepare=partial(choose_fonts, sans, serif))


class RenderQueue:
    """The pictures of a server, drawn by ``workers``; ``clock`` gives seconds. A reader goes by any name."""

    def __init__(self, workers: Workers, clock: Callable[[], float] = time.monotonic) -> None:
        self._workers, self._clock = workers, clock
        self._lock = RLock()
        self._pending: dict[RenderTask, _PendingPicture] = {}  # in the order in which they came
        self._finished: OrderedDict[RenderTask, bytes] = OrderedDict()  # the one used last at the end

    def warm(self) -> None:
        """Start a process that draws, if none runs: the first picture takes twice as long with its imports."""
        self._workers.warm()

    def wait_for_file(self, task: RenderTask, reader: str) -> bytes:
        """Return the file once it is drawn. Raises PicturesBusyError, what drawing raises, and what workers do."""
        with self._lock:
            finished = self._find_finished(task)
            if finished is not None:
                return finished
            waiting = [name for each in self._pending.values() for name in each.waiting]
            if len(waiting) >= MOST_WAITING or waiting.count(reader) >= MOST_WAITING_OF_ONE:
                raise PicturesBusyError(len(self._pending))
            pending = self._find_or_submit(task, reader)
            pending.waiting.append(reader)
        try:
            return pending.future.result()
        finally:
            with self._lock:
                pending.waiting.remove(reader)
                self._forget_fetched(task)

    def poll(self, task: RenderTask, reader: str) -> bytes | int:
        """Return the file if it is drawn, else how many pictures come before it. Raises as ``wait_for_file``."""
        with self._lock:
            finished = self._find_finished(task)
            if finished is not None:
                return finished
            pending = self._find_or_submit(task, reader)
            pending.polled = self._clock()
            if not pending.future.done():
                return self._workers.ahead(pending.future)
            self._forget_fetched(task)
        return pending.future.result()

    def _find_finished(self, task: RenderTask) -> bytes | None:
        finished = self._finished.get(task)
        if finished is not None:
            self._finished.move_to_end(task)
            self._forget_fetched(task)
        return finished

    def _find_or_submit(self, task: RenderTask, reader: str) -> _PendingPicture:
        self._cancel_abandoned()
        if task in self._pending:
            return self._pending[task]
        self._cancel_oldest(reader)
        try:
            future = self._workers.submit(task)
        except WorkersBusyError as error:
            raise PicturesBusyError(error.ahead) from error
        pending = self._pending[task] = _PendingPicture(future, reader, self._clock())
        future.add_done_callback(lambda done: self._keep_file(task, done))
        return pending

    def _forget_fetched(self, task: RenderTask) -> None:
        """Remove a picture from the pending ones once it was fetched and no thread waits for it."""
        pending = self._pending.get(task)
        if pending and not pending.waiting and pending.future.done():
            del self._pending[task]

    def _cancel_abandoned(self) -> None:
        now = self._clock()
        for task, pending in list(self._pending.items()):
            if not pending.waiting and now - pending.polled > ABANDONED:
                self._cancel_task(task)

    def _cancel_oldest(self, reader: str) -> None:
        """Make room for a reader who changes his mind: the newest pictures are drawn, not all that came before."""
        own = [task for task, pending in self._pending.items() if pending.reader == reader and not pending.waiting]
        for task in own[: max(len(own) - MOST_POLLED_OF_ONE + 1, 0)]:
            self._cancel_task(task)

    def _cancel_task(self, task: RenderTask) -> None:
        self._pending.pop(task).future.cancel()  # one that is being drawn is finished, and kept

    def _keep_file(self, task: RenderTask, done: "Future[bytes]") -> None:
        """Keep a finished file. The picture stays pending until it is fetched, and so does one that failed."""
        if done.cancelled() or done.exception():
            return
        with self._lock:
            self._finished[task] = done.result()
            while sum(map(len, self._finished.values())) > MOST_KEPT:
                self._finished.popitem(last=False)
