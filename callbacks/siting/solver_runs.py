"""Sitings at work in the background: one at a time, told how far they are, stopped when asked, forgotten in time.

They live in the memory of one server. HiGHS works without Python's lock, so pages are served meanwhile.
"""

import logging
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock, Thread

from geodata.siting.solve import Report, SitingResult, solve
from geodata.siting.task import InfeasibleError, SitingTask

KEPT = 60 * 60  # seconds that a run is kept after its end
MOST_WAITING = 20
MOST_OF_ONE = 3  # runs of one client that wait or are worked at
MOST_KEPT = 200
SECONDS = 60.0  # that a run may work; then its best answer so far is the answer

Solve = Callable[[SitingTask, float, Report], SitingResult]


class TooManyRunsError(Exception):
    """No more runs are taken on: ``waiting`` of all are waiting, ``own`` of the client wait or are worked at."""

    def __init__(self, waiting: int, own: int) -> None:
        super().__init__(f"{waiting} runs are waiting already, {own} of the same client are not done")
        self.waiting, self.own = waiting, own


@dataclass(frozen=True)
class RunState:
    """How a run stands.

    ``ahead`` is the number of runs before it (0 once it works), ``elapsed`` its seconds of work, ``gap`` how much
    better another answer might be (nan while unknown). When ``done``, it has a ``result`` or a ``fault``: an
    InfeasibleError, or another error that is in the server's log.
    """

    done: bool
    ahead: int
    elapsed: float
    gap: float
    result: SitingResult | None = None
    fault: Exception | None = None


@dataclass
class _Run:
    id: str
    who: str
    task: SitingTask | None  # None once it has ended: costs are large
    stop: bool = False
    elapsed: float = 0.0
    gap: float = math.nan
    result: SitingResult | None = None
    fault: Exception | None = None
    ended: float | None = None


class SitingRuns:
    """The runs of a server by their ids, which nobody can guess. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, work: Solve = solve) -> None:
        self._clock, self._work_at = clock, work
        self._runs: dict[str, _Run] = {}  # in the order in which they came
        self._lock = RLock()
        self._thread: Thread | None = None

    def expect_room(self, who: str) -> None:
        """Raises TooManyRunsError where nothing of a client would be taken on: to be asked before a task is made."""
        with self._lock:
            self._forget()
            waiting, own = len(self._open()[1:]), sum(run.who == who for run in self._open())
            if waiting >= MOST_WAITING or own >= MOST_OF_ONE:
                raise TooManyRunsError(waiting, own)

    def start(self, task: SitingTask, who: str) -> str:
        """Have a task of a client worked at, after those that came before; its id. Raises TooManyRunsError."""
        with self._lock:
            self.expect_room(who)
            run = _Run(secrets.token_urlsafe(16), who, task)
            self._runs[run.id] = run
            if self._thread is None:
                self._thread = Thread(target=self._work, name="siting", daemon=True)
                self._thread.start()
        return run.id

    def state(self, id_: str) -> RunState:
        """Raises KeyError for an id that never was, or that is forgotten."""
        with self._lock:
            self._forget()
            run, waiting = self._runs[id_], self._open()
            ahead = waiting.index(run) if run in waiting else 0
            return RunState(run.ended is not None, ahead, run.elapsed, run.gap, run.result, run.fault)

    def stop(self, id_: str) -> None:
        """End a run with the best answer that it has; one that waits is taken out. Raises KeyError."""
        with self._lock:
            run = self._runs[id_]
            run.stop = True
            if run in self._open()[1:]:
                del self._runs[id_]

    def _open(self) -> list[_Run]:
        return [run for run in self._runs.values() if run.ended is None]

    def _forget(self) -> None:
        """Drop the runs that ended long ago, and the oldest of too many."""
        ended = [run for run in self._runs.values() if run.ended is not None]
        too_many = {run.id for run in ended[: max(len(ended) - MOST_KEPT, 0)]}
        now = self._clock()
        for run in ended:
            if run.id in too_many or (run.ended is not None and now - run.ended > KEPT):
                del self._runs[run.id]

    def _work(self) -> None:
        """Work at what waits, the oldest first, until nothing does."""
        while (run := self._next()) is not None:
            result, fault = self._outcome(run)
            with self._lock:
                run.result, run.fault, run.task, run.ended = result, fault, None, self._clock()
                if result is not None:
                    run.elapsed, run.gap = result.seconds, result.gap

    def _next(self) -> _Run | None:
        with self._lock:
            waiting = self._open()
            if not waiting:
                self._thread = None
            return waiting[0] if waiting else None

    def _outcome(self, run: _Run) -> tuple[SitingResult | None, Exception | None]:
        def told(gap: float, elapsed: float) -> bool:
            run.gap, run.elapsed = gap, elapsed
            return run.stop

        try:
            return self._work_at(run.task, SECONDS, told), None  # type: ignore[arg-type]  # it has not ended yet
        except InfeasibleError as fault:
            return None, fault
        except Exception as fault:  # a run that breaks is told to who started it; the next one is worked at
            logging.getLogger(__name__).exception("a siting failed")
            return None, fault
