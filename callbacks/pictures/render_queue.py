"""Pictures that readers ask for: drawn by workers, one after another, and kept for a while once they are finished.

A picture is asked for again and again until it is there, each time answered at once with how many come before it; or
it is waited for, in a thread of the server, of which only some may be held so.
"""

import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import RLock

from datasets.workers.model import Workers, WorkersBusyError, WorkLimits
from layouts.paper.sheet.picture_order import Print

LIMITS = WorkLimits(memory=2 << 30, processor=60, time=120)  # of one picture: 12,000 pixels a side take 1.3 GiB
MOST_KEPT = 8 << 20  # bytes of finished pictures, beside those that nobody has fetched yet
MOST_HELD = 4  # threads of the server that wait for pictures
MOST_OF_ONE = 3  # of them for one reader
MOST_ASKED = 4  # pictures that one reader asks for again and again; with another the oldest is given up
ABANDONED = 20.0  # seconds after which a picture that nobody has asked for again is given up


class PicturesBusyError(Exception):
    """So many pictures (``ahead``) are to be drawn that another one is not taken on."""

    def __init__(self, ahead: int) -> None:
        super().__init__(ahead)
        self.ahead = ahead


@dataclass
class _Open:
    """A picture that is to be drawn: for whom, when it was last asked for, how many threads wait for it."""

    future: "Future[bytes]"
    reader: str
    asked: float
    held: int = 0


class PictureDesk:
    """The pictures of a server, drawn by ``workers``; ``clock`` gives seconds. A reader is told apart by any name."""

    def __init__(self, workers: Workers, clock: Callable[[], float] = time.monotonic) -> None:
        self._workers, self._clock = workers, clock
        self._lock = RLock()
        self._open: dict[Print, _Open] = {}  # in the order in which they came
        self._held: Counter[str] = Counter()  # threads that wait, by reader
        self._finished: OrderedDict[Print, bytes] = OrderedDict()  # the one used last at the end

    def wait_for(self, print_: Print, reader: str) -> bytes:
        """The file, when it is drawn. Raises PicturesBusyError, what drawing raises, and what workers do."""
        with self._lock:
            finished = self._known(print_)
            if finished is not None:
                return finished
            if self._held.total() >= MOST_HELD or self._held[reader] >= MOST_OF_ONE:
                raise PicturesBusyError(len(self._open))
            opened = self._opened(print_, reader)
            self._hold(opened, reader, 1)
        try:
            return opened.future.result()
        finally:
            with self._lock:
                self._hold(opened, reader, -1)
                self._close(print_)

    def ask_for(self, print_: Print, reader: str) -> bytes | int:
        """The file if it is drawn, else how many come before it. Raises as ``wait_for``."""
        with self._lock:
            finished = self._known(print_)
            if finished is not None:
                return finished
            opened = self._opened(print_, reader)
            opened.asked = self._clock()
            if not opened.future.done():
                return self._workers.ahead(opened.future)
            self._close(print_)
        return opened.future.result()

    def _known(self, print_: Print) -> bytes | None:
        finished = self._finished.get(print_)
        if finished is not None:
            self._finished.move_to_end(print_)
            self._close(print_)
        return finished

    def _opened(self, print_: Print, reader: str) -> _Open:
        """A picture in the queue, put there if it was not."""
        self._give_up_abandoned()
        if print_ in self._open:
            return self._open[print_]
        self._give_up_oldest(reader)
        try:
            future = self._workers.submit(print_)
        except WorkersBusyError as error:
            raise PicturesBusyError(error.ahead) from error
        opened = self._open[print_] = _Open(future, reader, self._clock())
        future.add_done_callback(lambda drawn: self._keep(print_, drawn))
        return opened

    def _close(self, print_: Print) -> None:
        """Forget that a picture was asked for, once it was fetched and no thread waits for it."""
        if print_ in self._open and not self._open[print_].held and self._open[print_].future.done():
            del self._open[print_]

    def _hold(self, opened: _Open, reader: str, threads: int) -> None:
        opened.held += threads
        self._held[reader] += threads
        if not self._held[reader]:
            del self._held[reader]

    def _give_up_abandoned(self) -> None:
        now = self._clock()
        for print_, opened in list(self._open.items()):
            if not opened.held and now - opened.asked > ABANDONED:
                self._give_up(print_)

    def _give_up_oldest(self, reader: str) -> None:
        """A reader who changes his mind has the newest pictures drawn, not all that were thought of before."""
        own = [print_ for print_, opened in self._open.items() if opened.reader == reader and not opened.held]
        for print_ in own[: max(len(own) - MOST_ASKED + 1, 0)]:
            self._give_up(print_)

    def _give_up(self, print_: Print) -> None:
        self._open.pop(print_).future.cancel()  # one that is being drawn is finished, and kept

    def _keep(self, print_: Print, drawn: "Future[bytes]") -> None:
        """Keep a finished picture; it stays open too, for who asks next, and so does what went wrong."""
        if drawn.cancelled() or drawn.exception():
            return
        with self._lock:
            self._finished[print_] = drawn.result()
            while sum(map(len, self._finished.values())) > MOST_KEPT:
                self._finished.popitem(last=False)
