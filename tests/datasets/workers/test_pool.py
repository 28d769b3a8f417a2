"""Work in other processes: what it takes is bounded, what goes wrong there is told, and nothing is left behind."""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from datasets.workers.model import OverLimitError, Resource, WorkerDiedError, WorkersBusyError, WorkLimits
from datasets.workers.pool import WorkerPool
from tests.conftest import ROOT
from tests.waiting import GUARD, is_alive, wait_until

PLENTY = WorkLimits(memory=1 << 30, processor=60, time=60)
LONG = 600  # seconds; whatever takes so long is ended before


@pytest.fixture
def pool_of():
    """Pools that are closed at the end, by their limits."""
    made = []

    def make(limits: WorkLimits = PLENTY, size: int = 1, waiting: int = 2) -> WorkerPool:
        made.append(WorkerPool((), limits, size, waiting))
        return made[-1]

    yield make
    for pool in made:
        pool.close()


def test_work_is_done_in_another_process_that_is_kept(pool_of):
    pool = pool_of()
    first, second = (pool.submit(os.getpid).result() for _ in range(2))
    assert first == second != os.getpid()


def test_a_pool_that_is_warmed_starts_its_process_before_work_comes_and_no_other_after(pool_of):
    pool, before = pool_of(), set(psutil.Process().children())
    pool.warm()
    coming = pool.submit(os.getpid)
    assert pool.ahead(coming) == 1  # after the piece that it is warmed with
    pool.warm()
    assert [coming.result()] == [child.pid for child in set(psutil.Process().children()) - before]


def test_what_the_work_raises_is_raised_to_who_asks_and_the_process_goes_on(pool_of):
    pool = pool_of()
    before = pool.submit(os.getpid).result()
    with pytest.raises(ValueError, match="no number"):
        pool.submit(int, "no number").result()
    assert pool.submit(os.getpid).result() == before


def test_a_result_that_cannot_be_sent_ends_the_process_and_the_next_work_is_done(pool_of, capfd):
    pool = pool_of()
    with pytest.raises(WorkerDiedError):
        pool.submit(eval, "lambda: 0").result()
    assert pool.submit(abs, -1).result() == 1
    assert "pickle" in capfd.readouterr().err


def test_an_argument_that_cannot_be_sent_is_told(pool_of):
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pool_of().submit(map, lambda: 0).result()


@pytest.mark.parametrize(
    ("work", "argument", "limits", "resource"),
    [
        (eval, "b'x' * (1 << 29)", WorkLimits(1 << 26, 60, 60), Resource.MEMORY),  # asked for at once
        (eval, "[0 for _ in iter(int, 1)]", WorkLimits(1 << 26, 60, 60), Resource.MEMORY),  # asked for bit by bit
        (eval, "[0 for _ in iter(int, 1) if 0]", WorkLimits(1 << 30, 0.1, 60), Resource.PROCESSOR),
        (time.sleep, LONG, WorkLimits(1 << 30, 60, 0.1), Resource.TIME),
    ],
)
def test_work_over_a_limit_is_ended_and_the_next_is_done(pool_of, work, argument, limits, resource):
    pool = pool_of(limits)
    with pytest.raises(OverLimitError) as raised:
        pool.submit(work, argument).result()
    assert raised.value.resource is resource
    assert raised.value.found >= raised.value.allowed
    assert pool.submit(abs, -1).result() == 1


def test_a_process_that_dies_is_told_with_its_code_and_the_next_work_is_done(pool_of):
    pool = pool_of()
    with pytest.raises(WorkerDiedError) as raised:
        pool.submit(os._exit, 3).result()
    assert raised.value.code == 3
    assert pool.submit(abs, -1).result() == 1


def test_what_is_printed_there_is_no_answer(pool_of, capfd):
    assert pool_of().submit(print, "a library's remark", flush=True).result() is None
    assert "a library's remark" in capfd.readouterr().err


def test_each_who_waits_knows_the_place_and_one_too_many_is_refused(pool_of):
    pool = pool_of(waiting=2)
    running, *waiting = (pool.submit(time.sleep, LONG) for _ in range(3))
    assert [pool.ahead(order) for order in waiting] == [1, 2]
    with pytest.raises(WorkersBusyError) as raised:
        pool.submit(time.sleep, LONG)
    assert raised.value.ahead == 3
    assert not running.done()


def test_who_gives_up_makes_room_for_another(pool_of):
    pool = pool_of(waiting=1)
    pool.submit(time.sleep, LONG)
    given_up = pool.submit(time.sleep, LONG)
    given_up.cancel()
    assert pool.ahead(pool.submit(abs, -1)) == 1


def test_as_many_pieces_as_there_are_processes_run_at_once(pool_of):
    pool = pool_of(size=2)
    slow = pool.submit(time.sleep, LONG)
    assert pool.submit(abs, -1).result() == 1
    assert not slow.done()


def test_a_process_that_has_grown_is_replaced(pool_of):
    pool = pool_of()
    before = pool.submit(os.getpid).result()
    pool.submit(exec, "import os; os.held = b'x' * (1 << 27)").result()
    assert pool.submit(os.getpid).result() != before


def test_closing_ends_the_process_amid_its_work_with_all_it_has_started_and_its_files(pool_of):
    pool = pool_of()
    folder = pool.submit(tempfile.gettempdir).result()
    helper = pool.submit(eval, f"__import__('subprocess').Popen(['sleep', '{LONG}']).pid").result()
    worker = pool.submit(os.getpid).result()
    pool.submit(time.sleep, LONG)
    pool.close()
    assert not psutil.pid_exists(worker)
    wait_until(lambda: not is_alive(helper))
    assert not Path(folder).exists()


def test_a_process_ends_with_the_one_that_started_it_however_that_ends():
    script = """
import os, time
from datasets.workers.model import WorkLimits
from datasets.workers.pool import WorkerPool
pool = WorkerPool((), WorkLimits(1 << 30, 600, 600), 1, 1)
print(pool.submit(os.getpid).result(), flush=True)
pool.submit(eval, "[0 for _ in iter(int, 1) if 0]").result()
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stdout
        worker = psutil.Process(int(server.stdout.readline()))
        server.kill()
    worker.wait(timeout=GUARD)
    assert not worker.is_running()


FORKS = """
import os
from datasets.workers.model import WorkLimits
from datasets.workers.pool import WorkerPool

pool = WorkerPool((), WorkLimits(memory=1 << 30, processor=60, time=60), size=1, waiting=0)
before = pool.submit(os.getpid).result()
if (forked := os.fork()) == 0:
    own = pool.submit(os.getpid).result(timeout=60)
    os._exit(0 if own != before else 1)
assert os.waitpid(forked, 0)[1] == 0
assert pool.submit(os.getpid).result() == before
pool.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_is_forked_from_one_that_has_worked_has_work_done_by_a_process_of_its_own():
    subprocess.run([sys.executable, "-c", FORKS], cwd=ROOT, check=True)  # noqa: S603  (our own script)
