"""The queue of jobs, with small scripts in place of the commands."""

import json

import pytest

from datasets.jobs.job_store import DAY, MOST_OF_ONE, JobState, QueueFullError
from tests.datasets.jobs.scripts import FAILS, WRITES, run_script, script_runner
from tests.waiting import wait_until


def test_jobs_are_worked_at_one_by_one_in_the_order_they_came(store):
    log = store.root.parent / "log"
    script = f"import sys, time; f = {str(log)!r}; open(f, 'a').write('<'); time.sleep(.1); open(f, 'a').write('>')"
    for _ in range(3):
        store.add({"script": script}, {}, "甲")
    script_runner(store).see_to_jobs()
    assert log.read_text("utf-8") == "<><><>"


def test_a_cancelled_job_that_waits_is_not_begun(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    store.cancel(id_)
    script_runner(store).see_to_jobs()
    assert store.read_job(id_).state is JobState.CANCELLED
    assert not (store.folder(id_) / "work").exists()


def test_a_job_whose_server_is_gone_is_interrupted_and_keeps_its_order(store):
    id_ = store.add({"script": WRITES, "choice": {"preset": "monthly"}}, {}, "甲")
    store.begin(id_, process=2**22 + 1)  # more than there can be
    script_runner(store).see_to_jobs()
    assert store.read_job(id_).state is JobState.INTERRUPTED
    assert store.read_job(id_).order["choice"] == {"preset": "monthly"}


def test_what_ended_without_files_is_done_once_more(store):
    job = run_script(store, FAILS)
    (store.folder(job.id) / "order.json").write_text(json.dumps({"script": WRITES}), "utf-8")
    store.retry(job.id, "甲")
    assert (store.read_job(job.id).state, store.read_job(job.id).message) == (JobState.QUEUED, "")
    script_runner(store).see_to_jobs()
    assert store.read_job(job.id).state is JobState.DONE
    store.retry(job.id, "甲")
    assert store.read_job(job.id).state is JobState.DONE


def test_files_of_an_end_that_was_never_written_down_do_not_stop_the_next_try(store):
    job = run_script(store, FAILS)
    (store.folder(job.id) / "order.json").write_text(json.dumps({"script": WRITES}), "utf-8")
    (store.folder(job.id) / "files").mkdir()
    (store.folder(job.id) / "files" / "old.txt").write_text("of the last try", "utf-8")
    store.retry(job.id, "甲")
    script_runner(store).see_to_jobs()
    assert store.read_job(job.id).sizes == {"a.txt": 5}


def test_what_is_done_once_more_counts_for_whoever_asks(store):
    job = run_script(store, FAILS)
    for _ in range(MOST_OF_ONE):
        store.add({}, {}, "甲")
    with pytest.raises(QueueFullError):
        store.retry(job.id, "甲")
    assert store.read_job(job.id).state is JobState.FAILED
    store.retry(job.id, "乙")
    assert store.read_job(job.id).client == "乙"


def test_only_one_server_works_at_a_time(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    with store.take_turn() as mine:
        assert mine
        script_runner(store).see_to_jobs()
        assert store.read_job(id_).state is JobState.QUEUED
    script_runner(store).see_to_jobs()
    assert store.read_job(id_).state is JobState.DONE


@pytest.mark.parametrize(("age", "kept"), [(DAY - 60, True), (DAY + 60, False)])
def test_a_job_is_removed_a_day_after_it_ended(store, age, kept):
    job = run_script(store, WRITES)
    store.now.time += age
    script_runner(store).see_to_jobs()
    assert (store.read_job(job.id) is not None) is kept
    assert store.folder(job.id).exists() is kept


def test_a_server_that_starts_sees_to_the_jobs_of_one_that_was_killed_without_being_asked(store):
    id_ = store.add({"script": WRITES}, {}, "甲")
    store.begin(id_, process=2**22 + 1)  # more than there can be
    script_runner(store).attend()
    wait_until(lambda: store.read_job(id_).state is JobState.INTERRUPTED)


def test_a_folder_that_is_deleted_is_not_made_again_by_looking_for_jobs(store):
    script_runner(store).see_to_jobs()
    assert not store.root.exists()
