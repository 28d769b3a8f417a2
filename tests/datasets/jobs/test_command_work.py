"""Jobs by a process of their own, with small scripts in place of the commands."""

import errno
import os

import pytest

from datasets.jobs.command_work import WorkFault
from datasets.jobs.job_store import JobState
from tests.datasets.jobs.scripts import FAILS, SLEEPS, WRITES, run_script, script_runner, script_work
from tests.waiting import is_alive, wait_until


def test_a_finished_job_offers_its_files_with_their_sizes(store):
    job = run_script(store, WRITES)
    assert (job.state, job.sizes) == (JobState.DONE, {"a.txt": 5})


def test_a_failed_job_tells_why_and_offers_no_half_written_file(store):
    job = run_script(store, FAILS)
    assert (job.state, job.message, job.sizes) == (JobState.FAILED, "no room", {})


def test_a_worker_that_leaves_no_file_has_failed(store):
    assert run_script(store, "pass").state is JobState.FAILED


def test_cancelling_ends_the_worker_and_what_it_started(store):
    at_work = script_runner(store)
    id_ = at_work.start({"script": SLEEPS}, {}, "甲")
    child = store.folder(id_) / "child"
    wait_until(lambda: child.exists() and child.read_text("utf-8") and store.read_job(id_).state is JobState.RUNNING)
    at_work.cancel(id_)
    wait_until(lambda: store.read_job(id_).state is JobState.CANCELLED)
    wait_until(lambda: not is_alive(int(child.read_text("utf-8"))))
    assert not is_alive(store.read_job(id_).process)
    assert not store.read_job(id_).sizes


def test_a_worker_left_behind_is_ended_but_not_a_stranger_with_its_number(store):
    mine, other = (store.add({"script": SLEEPS}, {}, "甲") for _ in range(2))
    (store.folder(mine) / "work").mkdir()
    left = script_work(store).start_process(store, store.read_job(mine))
    wait_until((store.folder(mine) / "child").exists)
    store.begin(other, process=os.getpid())  # the number is in use again, by this very test
    script_runner(store).see_to_jobs()
    left.wait(10)
    assert [store.read_job(id_).state for id_ in (mine, other)] == [JobState.INTERRUPTED, JobState.INTERRUPTED]


def test_a_worker_whose_beginning_cannot_be_written_down_is_ended(store, monkeypatch):
    id_ = store.add({"script": SLEEPS}, {}, "甲")
    begun = []

    def disk_is_full(_id: str, process: int) -> None:
        begun.append(process)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "begin", disk_is_full)
    with pytest.raises(OSError, match="No space left"):
        script_runner(store).see_to_jobs()
    assert not is_alive(begun[0])
    assert store.read_job(id_).state is JobState.QUEUED


def test_a_worker_yields_to_the_pages(store):
    script = "import os, sys, time; time.sleep(.3); open(sys.argv[1] + '/work/n', 'w').write('x' * os.nice(0))"
    assert run_script(store, script).sizes["n"] == max(10, os.nice(0))


def test_a_worker_that_the_system_kills_is_told_as_such(store):
    job = run_script(store, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert (job.state, job.message) == (JobState.FAILED, WorkFault.KILLED)


def test_a_worker_that_fails_without_a_word_is_told_as_such(store):
    job = run_script(store, "import os; os._exit(3)")
    assert (job.state, job.message) == (JobState.FAILED, WorkFault.SILENT)
