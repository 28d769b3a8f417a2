"""Sitings as jobs, most with a stand-in for the solver that a test holds back and lets go."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import geopandas as gpd
import numpy as np
import pytest

from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import MOST_OF_ONE, MOST_WAITING, OPEN_STATES, Job, JobState, JobStore, QueueFullError
from datasets.siting import siting_job
from datasets.siting.scenario import Scenario
from datasets.siting.siting_job import KEPT_SECONDS, MOST_ENDED, job_files, open_store, read_answer, solve_siting
from datasets.siting.siting_plan import Search, SitingPlan
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.siting.solve import Report, SitingResult
from geodata.siting.task import InfeasibleReason, Objective, SitingTask
from tests.datasets.jobs.scripts import Clock
from tests.waiting import wait_until

TASK = SitingTask(
    cost=np.array([[1.0, 9.0], [9.0, 1.0]]),
    existing=np.full(2, np.inf),
    residents=np.array([10.0, 20.0]),
    limit=2.0,
    count=1,
    objective=Objective.COVER,
    groups=np.array(["a", "b"]),
    at_least={},
)
RESULT = SitingResult((1,), 20.0, 20.0, 0.0, 0.5, stopped=False)
SITES = gpd.GeoDataFrame({"name": ["一", "二"]}, geometry=gpd.points_from_xy([113, 114], [23, 24]), crs=GEOGRAPHIC_CRS)
SEARCH = Search(Scenario("own", "clinic", 2016), SitingPlan(), SITES)


class Solver:
    """Reports a gap of a half at 1.5 seconds, then works until it is let go or told to stop."""

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
        return replace(RESULT, stopped=stopped)


@pytest.fixture
def runner(tmp_path: Path) -> JobRunner:
    return JobRunner(open_store(tmp_path / "sitings", Clock()), solve_siting)


@pytest.fixture
def solver(runner: JobRunner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Solver]:
    """In place of the real one until the test is over and nothing waits or works any more."""
    held = Solver()
    monkeypatch.setattr(siting_job, "find_best_sites", held)
    yield held
    for job in runner.store.list_jobs():
        runner.store.cancel(job.id)
    wait_until(lambda: not runner.store.count_ahead())


def start(runner: JobRunner, task: SitingTask = TASK, client: str = "甲") -> str:
    return runner.start({"dataset": "own"}, job_files(SEARCH, task), client)


def ended(runner: JobRunner, id_: str) -> Job:
    wait_until(lambda: (job := runner.store.read_job(id_)) and job.state not in OPEN_STATES)
    job = runner.store.read_job(id_)
    assert job
    return job


def test_a_task_is_solved_in_the_background(runner):
    job = ended(runner, start(runner))
    answer = read_answer(runner.store, job)
    assert (job.state, answer.changes, answer.count, answer.gap) == (JobState.DONE, "add,114,24,", 1, 0)


@pytest.mark.usefixtures("solver")
def test_a_siting_at_work_tells_its_seconds_and_its_gap(runner):
    id_ = start(runner)
    wait_until(lambda: not math.isnan(runner.store.read_job(id_).progress.gap))
    job = runner.store.read_job(id_)
    assert (job.state, job.progress.done, job.progress.gap) == (JobState.RUNNING, 1.5, 0.5)


def test_a_stopped_siting_ends_with_what_it_has(runner, solver):
    id_ = start(runner)
    wait_until(lambda: solver.begun)
    runner.cancel(id_)
    job = ended(runner, id_)
    assert read_answer(runner.store, job).stopped


def test_one_solver_works_at_a_time_and_the_others_are_told_how_many_are_ahead(runner, solver):
    ids = [start(runner) for _ in range(3)]
    wait_until(lambda: solver.begun)
    assert runner.store.count_ahead() == {id_: ahead for ahead, id_ in enumerate(ids)}
    solver.let_go.set()
    for id_ in ids:
        ended(runner, id_)
    assert (len(solver.begun), solver.most_at_once) == (3, 1)


def test_a_waiting_siting_that_is_stopped_is_never_begun(runner, solver):
    first, second, third = (start(runner, replace(TASK, count=count)) for count in (1, 2, 3))
    wait_until(lambda: solver.begun)
    runner.cancel(second)
    assert runner.store.read_job(second).state is JobState.CANCELLED
    solver.let_go.set()
    ended(runner, first)
    ended(runner, third)
    assert [task.count for task in solver.begun] == [1, 3]


def test_too_many_waiting_sitings_are_refused(runner, solver):
    start(runner, client="address 0")
    wait_until(lambda: solver.begun)
    for number in range(MOST_WAITING):
        start(runner, client=f"address {number + 1}")
    with pytest.raises(QueueFullError):
        start(runner)


def test_one_client_cannot_fill_the_queue_for_the_others(runner, solver):
    ids = [start(runner) for _ in range(MOST_OF_ONE)]
    wait_until(lambda: solver.begun)
    with pytest.raises(QueueFullError) as refused:
        start(runner)
    assert (refused.value.own, refused.value.waiting) == (MOST_OF_ONE, MOST_OF_ONE - 1)
    other = start(runner, client="乙")
    assert runner.store.count_ahead()[other] == MOST_OF_ONE
    runner.cancel(ids[-1])
    start(runner)


def test_an_infeasible_task_is_answered_with_its_reason(runner):
    job = ended(runner, start(runner, replace(TASK, count=3)))
    answer = read_answer(runner.store, job)
    assert (answer.changes, answer.reason) == (None, InfeasibleReason.TOO_FEW_CANDIDATES)
    assert answer.numbers == {"count": 3, "candidates": 2}


def test_a_siting_that_breaks_is_told_and_the_next_is_worked_at(runner, monkeypatch, caplog):
    def breaks(task: SitingTask, _seconds: float, _report: Report) -> SitingResult:
        if task.count == 1:
            raise ZeroDivisionError
        return RESULT

    monkeypatch.setattr(siting_job, "find_best_sites", breaks)
    broken, whole = start(runner), start(runner, replace(TASK, count=2))
    assert ended(runner, broken).state is JobState.FAILED
    assert ended(runner, whole).state is JobState.DONE
    assert "a siting failed" in caplog.text


@pytest.mark.parametrize(("age", "is_kept"), [(KEPT_SECONDS - 60, True), (KEPT_SECONDS + 60, False)])
def test_a_siting_is_forgotten_an_hour_after_its_end(runner, age, is_kept):
    id_ = runner.store.add({"dataset": "own"}, job_files(SEARCH, TASK), "甲")
    runner.see_to_jobs()
    runner.store.now.time += age
    runner.see_to_jobs()
    assert (runner.store.read_job(id_) is not None) is is_kept


def test_of_many_ended_sitings_the_oldest_are_forgotten(runner, tmp_path):
    assert runner.store.most_ended == MOST_ENDED
    store = JobStore(tmp_path / "few", Clock(), most_ended=3)
    ids = []
    for _ in range(4):
        ids.append(store.add({}, {}, "甲"))
        store.end(ids[-1], JobState.FAILED)
    store.remove_old()
    assert [store.read_job(id_) is None for id_ in ids[:2]] == [True, False]


def test_a_siting_that_waited_when_the_server_stopped_is_solved_by_the_next_one(runner):
    id_ = runner.store.add({"dataset": "own"}, job_files(SEARCH, TASK), "甲")
    JobRunner(open_store(runner.store.root, Clock()), solve_siting).see_to_jobs()
    assert runner.store.read_job(id_).state is JobState.DONE


def test_an_unknown_id_is_no_siting(runner):
    assert runner.store.read_job("nobody") is None
