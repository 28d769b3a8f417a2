"""Jobs in the background, with a small script in place of the real worker."""

import errno
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from callbacks.packs import job_runner as jobs
from callbacks.packs.job_runner import JobRunner
from datasets.jobs.job_store import KEPT, MOST_OF_ONE, MOST_WAITING, JobStore, QueueFullError, State

WRITES = "import sys; open(sys.argv[1] + '/work/a.txt', 'w').write('whole')"
FAILS = "import sys; open(sys.argv[1] + '/work/a.txt', 'w').write('half'); sys.exit('Error: no room')"
SLEEPS = (
    "import subprocess, sys, time\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "open(sys.argv[1] + '/child', 'w').write(str(child.pid))\n"
    "open(sys.argv[1] + '/work/a.txt', 'w').write('half')\n"
    "time.sleep(60)"
)


class Clock:
    """A clock that a test sets."""

    time = 1_000_000.0

    def __call__(self) -> float:
        """Later than at the last call."""
        self.time += 1
        return self.time


@pytest.fixture
def store(tmp_path: Path) -> JobStore:
    return JobStore(tmp_path / "jobs", Clock())


def runner(store: JobStore) -> JobRunner:
    return JobRunner(
        store, lambda folder, order: [sys.executable, "-c", order["script"], str(folder)], store.root.parent
    )


def ended(store: JobStore, script: str):
    """The job of a script, after it has been worked at."""
    id_ = store.add({"script": script}, {}, "甲")
    runner(store).see_to_jobs()
    return store.job(id_)


def wait_until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text("utf-8")


def test_a_finished_job_offers_its_files_with_their_sizes(store):
    job = ended(store, WRITES)
    assert (job.state, job.sizes) == (State.DONE, {"a.txt": 5})


def test_a_failed_job_tells_why_and_offers_no_half_written_file(store):
    job = ended(store, FAILS)
    assert (job.state, job.message, job.sizes) == (State.FAILED, "no room", {})


def test_a_worker_that_leaves_no_file_has_failed(store):
    assert ended(store, "pass").state is State.FAILED


def test_progress_is_what_the_worker_wrote_and_half_a_line_is_none(store):
    id_ = store.add({}, {}, "甲")
    (store.folder(id_) / "progress.json").write_text(json.dumps({"done": 2, "total": 5, "text": "绘制"}), "utf-8")
    assert (store.job(id_).progress.done, store.job(id_).progress.total) == (2, 5)
    (store.folder(id_) / "progress.json").write_text('{"done": 2, "to', "utf-8")
    assert store.job(id_).progress.total == 0


def test_jobs_are_worked_at_one_by_one_in_the_order_they_came(store):
    log = store.root.parent / "log"
    script = f"import sys, time; f = {str(log)!r}; open(f, 'a').write('<'); time.sleep(.1); open(f, 'a').write('>')"
    for _ in range(3):
        store.add({"script": script}, {}, "甲")
    runner(store).see_to_jobs()
    assert log.read_text("utf-8") == "<><><>"


def test_cancelling_ends_the_worker_and_what_it_started(store):
    at_work = runner(store)
    id_ = at_work.start({"script": SLEEPS}, {}, "甲")
    child = store.folder(id_) / "child"
    wait_until(lambda: child.exists() and child.read_text("utf-8") and store.job(id_).state is State.RUNNING)
    at_work.cancel(id_)
    wait_until(lambda: store.job(id_).state is State.CANCELLED)
    wait_until(lambda: not is_alive(int(child.read_text("utf-8"))))
    assert not is_alive(store.job(id_).process)
    assert not store.job(id_).sizes


def test_a_cancelled_job_that_waits_is_not_begun(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    store.cancel(id_)
    runner(store).see_to_jobs()
    assert store.job(id_).state is State.CANCELLED
    assert not (store.folder(id_) / "work").exists()


def test_a_job_whose_server_is_gone_is_interrupted_and_keeps_its_order(store):
    id_ = store.add({"script": WRITES, "choice": {"preset": "monthly"}}, {}, "甲")
    store.begin(id_, process=2**22 + 1)  # more than there can be
    runner(store).see_to_jobs()
    assert store.job(id_).state is State.INTERRUPTED
    assert store.job(id_).order["choice"] == {"preset": "monthly"}


def test_a_worker_left_behind_is_ended_but_not_a_stranger_with_its_number(store):
    mine, other = (store.add({"script": SLEEPS}, {}, "甲") for _ in range(2))
    left = runner(store)._begun(store.job(mine), _ready(store, mine))
    wait_until((store.folder(mine) / "child").exists)
    store.begin(other, process=os.getpid())  # the number is in use again, by this very test
    runner(store).see_to_jobs()
    left.wait(10)
    assert [store.job(id_).state for id_ in (mine, other)] == [State.INTERRUPTED, State.INTERRUPTED]


def test_a_worker_whose_beginning_cannot_be_written_down_is_ended(store, monkeypatch):
    id_ = store.add({"script": SLEEPS}, {}, "甲")
    begun = []

    def disk_is_full(_id: str, process: int) -> None:
        begun.append(process)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "begin", disk_is_full)
    with pytest.raises(OSError, match="No space left"):
        runner(store).see_to_jobs()
    assert not is_alive(begun[0])
    assert store.job(id_).state is State.QUEUED


def _ready(store: JobStore, id_: str) -> Path:
    (store.folder(id_) / "work").mkdir()
    return store.folder(id_)


def test_what_ended_without_files_is_done_once_more(store):
    job = ended(store, FAILS)
    (store.folder(job.id) / "order.json").write_text(json.dumps({"script": WRITES}), "utf-8")
    store.again(job.id, "甲")
    assert (store.job(job.id).state, store.job(job.id).message) == (State.QUEUED, "")
    runner(store).see_to_jobs()
    assert store.job(job.id).state is State.DONE
    store.again(job.id, "甲")
    assert store.job(job.id).state is State.DONE


def test_files_of_an_end_that_was_never_written_down_do_not_stop_the_next_try(store):
    job = ended(store, FAILS)
    (store.folder(job.id) / "order.json").write_text(json.dumps({"script": WRITES}), "utf-8")
    (store.folder(job.id) / "files").mkdir()
    (store.folder(job.id) / "files" / "old.txt").write_text("of the last try", "utf-8")
    store.again(job.id, "甲")
    runner(store).see_to_jobs()
    assert store.job(job.id).sizes == {"a.txt": 5}


def test_only_one_server_works_at_a_time(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    with store.turn() as mine:
        assert mine
        runner(store).see_to_jobs()
        assert store.job(id_).state is State.QUEUED
    runner(store).see_to_jobs()
    assert store.job(id_).state is State.DONE


@pytest.mark.parametrize(("age", "kept"), [(KEPT - 60, True), (KEPT + 60, False)])
def test_a_job_is_removed_a_day_after_it_ended(store, age, kept):
    job = ended(store, WRITES)
    store.now.time += age
    runner(store).see_to_jobs()
    assert (store.job(job.id) is not None) is kept
    assert store.folder(job.id).exists() is kept


def test_a_worker_yields_to_the_pages(store):
    script = "import os, sys, time; time.sleep(.3); open(sys.argv[1] + '/work/n', 'w').write('x' * os.nice(0))"
    assert ended(store, script).sizes["n"] == 10 + os.nice(0)


def test_where_the_folder_of_the_program_is_gone_no_job_is_taken(tmp_path):
    with pytest.raises(FileNotFoundError):
        JobStore(tmp_path / "var" / "jobs", Clock()).add({}, {}, "甲")
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_disk_that_fills_up_leaves_nothing_of_a_job(store, monkeypatch, written):
    real, left = Path.write_bytes, iter([True] * written)

    def fill_up(path: Path, content: bytes) -> int:
        if not next(left, False):
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(OSError, match="No space left"):
        store.add({}, {"choice.json": b"{}"}, "甲")
    assert store.jobs() == []
    assert list(store.root.iterdir()) == []


def test_no_more_jobs_wait_than_can_be_served(store):
    for number in range(MOST_WAITING):
        store.add({}, {}, f"address {number}")
    with pytest.raises(QueueFullError):
        store.add({}, {}, "甲")


def test_one_client_cannot_fill_the_queue_for_the_others(store):
    ids = [store.add({}, {}, "甲") for _ in range(MOST_OF_ONE)]
    with pytest.raises(QueueFullError) as refused:
        store.add({}, {}, "甲")
    assert (refused.value.own, refused.value.waiting) == (MOST_OF_ONE, MOST_OF_ONE)
    other = store.add({}, {}, "乙")
    assert store.places() == {id_: place for place, id_ in enumerate([*ids, other])}
    store.cancel(ids[0])
    store.add({}, {}, "甲")


def test_what_is_done_once_more_counts_for_whoever_asks(store):
    job = ended(store, FAILS)
    for _ in range(MOST_OF_ONE):
        store.add({}, {}, "甲")
    with pytest.raises(QueueFullError):
        store.again(job.id, "甲")
    assert store.job(job.id).state is State.FAILED
    store.again(job.id, "乙")
    assert store.job(job.id).who == "乙"


def test_a_worker_that_the_system_kills_is_told_as_such(store):
    job = ended(store, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert (job.state, job.message) == (State.FAILED, jobs.KILLED)


def test_a_worker_that_fails_without_a_word_is_told_as_such(store):
    job = ended(store, "import os; os._exit(3)")
    assert (job.state, job.message) == (State.FAILED, jobs.SILENT)


def test_a_server_that_starts_sees_to_the_jobs_of_one_that_was_killed_without_being_asked(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    store.begin(id_, process=2**22 + 1)  # more than there can be
    runner(store).attend()
    wait_until(lambda: store.job(id_).state is State.INTERRUPTED)


def test_a_folder_that_is_deleted_is_not_made_again_by_looking_for_jobs(store):
    runner(store).see_to_jobs()
    assert not store.root.exists()


@pytest.fixture
def client(store):
    server = Flask("jobs")
    jobs.register(server, store)
    return server.test_client()


def test_a_finished_file_is_downloaded_by_its_name(store, client):
    job = ended(store, WRITES)
    with client.get(f"/briefing/jobs/{job.id}/a.txt") as answer:
        assert answer.data == b"whole"
        assert "attachment; filename=a.txt" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["order.json", "../state.json", "..%2Fstate.json", "%2e%2e/state.json", "b.txt", ""])
def test_nothing_else_of_the_folder_is_served(store, client, name):
    job = ended(store, WRITES)
    assert client.get(f"/briefing/jobs/{job.id}/{name}").status_code == 404


@pytest.mark.parametrize("id_", ["..", "%2e%2e", "turn", "x" * 32, "." * 32])
def test_an_id_that_is_no_job_s_finds_nothing(store, client, id_):
    ended(store, WRITES)
    assert client.get(f"/briefing/jobs/{id_}/a.txt").status_code == 404
    assert store.job(id_) is None
