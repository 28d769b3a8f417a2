"""Sitings in the background, most with a stand-in for the solver that a test holds back and lets go."""

import math
import time
from collections.abc import Callable
from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from callbacks.siting.solver_runs import KEPT, MOST_KEPT, MOST_OF_ONE, MOST_WAITING, SitingRuns, TooManyRunsError
from geodata.siting.solve import Report, SitingResult
from geodata.siting.task import Infeasible, InfeasibleError, Objective, SitingTask

TASK = SitingTask(
    cost=np.array([[1.0, 9.0], [9.0, 1.0]]),
    existing=np.full(2, np.inf),
    residents=np.array([10.0, 20.0]),
    limit=2.0,
    count=1,
    objective=Objective.COVER,
    groups=np.array(["a", "b"]),
    at_most={},
    at_least={},
)
ANSWER = SitingResult((1,), 20.0, 20.0, 0.0, 0.5, stopped=False)


class Clock:
    """A clock that a test sets."""

    time = 0.0

    def __call__(self) -> float:
        """What it was set to."""
        return self.time


class Solver:
    """Tells a gap of a half at 1.5 seconds, then works until it is let go or told to stop."""

    def __init__(self) -> None:
        self.begun: list[SitingTask] = []
        self.let_go = Event()
        self.at_once = 0
        self.most_at_once = 0

    def __call__(self, task: SitingTask, _seconds: float, report: Report) -> SitingResult:
        """The same answer to every task."""
        self.begun.append(task)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        stopped = False
        while not self.let_go.wait(0.002) and not stopped:
            stopped = report(0.5, 1.5)
        self.at_once -= 1
        return replace(ANSWER, stopped=stopped)


def wait_until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def ended(runs: SitingRuns, id_: str):
    wait_until(lambda: runs.state(id_).done)
    return runs.state(id_)


def test_a_task_is_solved_in_the_background():
    runs = SitingRuns()
    state = ended(runs, runs.start(TASK, "甲"))
    assert (state.result.chosen, state.result.value, state.gap, state.fault) == ((1,), 20, 0, None)


def test_a_run_at_work_tells_its_seconds_and_its_gap():
    solver = Solver()
    runs = SitingRuns(work=solver)
    id_ = runs.start(TASK, "甲")
    wait_until(lambda: not math.isnan(runs.state(id_).gap))
    state = runs.state(id_)
    assert (state.done, state.elapsed, state.gap, state.result) == (False, 1.5, 0.5, None)
    solver.let_go.set()


def test_a_stopped_run_ends_with_what_it_has():
    runs = SitingRuns(work=Solver())
    id_ = runs.start(TASK, "甲")
    runs.stop(id_)
    assert ended(runs, id_).result.stopped


def test_one_solver_works_at_a_time_and_the_others_are_told_how_many_are_ahead():
    solver = Solver()
    runs = SitingRuns(work=solver)
    ids = [runs.start(TASK, "甲") for _ in range(3)]
    wait_until(lambda: solver.begun)
    assert [runs.state(id_).ahead for id_ in ids] == [0, 1, 2]
    solver.let_go.set()
    for id_ in ids:
        ended(runs, id_)
    assert (len(solver.begun), solver.most_at_once) == (3, 1)


def test_a_waiting_run_that_is_stopped_is_never_begun():
    solver = Solver()
    runs = SitingRuns(work=solver)
    first, second, third = (runs.start(replace(TASK, count=count), "甲") for count in (1, 2, 3))
    runs.stop(second)
    with pytest.raises(KeyError):
        runs.state(second)
    solver.let_go.set()
    ended(runs, first)
    ended(runs, third)
    assert [task.count for task in solver.begun] == [1, 3]


def test_too_many_waiting_runs_are_refused():
    solver = Solver()
    runs = SitingRuns(work=solver)
    for number in range(MOST_WAITING + 1):  # one of them works
        runs.start(TASK, f"address {number}")
    with pytest.raises(TooManyRunsError):
        runs.start(TASK, "甲")
    solver.let_go.set()


def test_one_client_cannot_fill_the_queue_for_the_others():
    solver = Solver()
    runs = SitingRuns(work=solver)
    ids = [runs.start(TASK, "甲") for _ in range(MOST_OF_ONE)]
    with pytest.raises(TooManyRunsError) as refused:
        runs.start(TASK, "甲")
    assert (refused.value.own, refused.value.waiting) == (MOST_OF_ONE, MOST_OF_ONE - 1)
    assert runs.state(runs.start(TASK, "乙")).ahead == MOST_OF_ONE
    runs.stop(ids[-1])
    runs.start(TASK, "甲")
    solver.let_go.set()


def test_an_infeasible_task_is_the_runs_fault():
    runs = SitingRuns()
    state = ended(runs, runs.start(replace(TASK, count=3), "甲"))
    assert isinstance(state.fault, InfeasibleError)
    assert state.fault.reason is Infeasible.TOO_FEW_CANDIDATES


def test_a_run_that_breaks_is_told_and_the_next_is_worked_at(caplog):
    def breaks(task: SitingTask, _seconds: float, _report: Report) -> SitingResult:
        if task.count == 1:
            raise ZeroDivisionError
        return ANSWER

    runs = SitingRuns(work=breaks)
    broken, whole = runs.start(TASK, "甲"), runs.start(replace(TASK, count=2), "甲")
    assert isinstance(ended(runs, broken).fault, ZeroDivisionError)
    assert ended(runs, whole).result == ANSWER
    assert "a siting failed" in caplog.text


def test_a_run_is_forgotten_an_hour_after_its_end():
    clock = Clock()
    runs = SitingRuns(clock)
    id_ = runs.start(TASK, "甲")
    ended(runs, id_)
    clock.time = KEPT
    assert runs.state(id_).done
    clock.time = KEPT + 1
    with pytest.raises(KeyError):
        runs.state(id_)


def test_of_many_ended_runs_the_oldest_are_forgotten():
    runs = SitingRuns(work=lambda *_: ANSWER)
    ids = []
    for _ in range(MOST_KEPT + 1):
        ids.append(runs.start(TASK, "甲"))
        ended(runs, ids[-1])
    with pytest.raises(KeyError):
        runs.state(ids[0])
    assert runs.state(ids[1]).done


def test_an_unknown_id_has_no_state():
    with pytest.raises(KeyError):
        SitingRuns().state("nobody")
