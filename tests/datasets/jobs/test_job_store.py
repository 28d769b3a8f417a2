"""Jobs in their folders: what is written, what is refused."""

import errno
import json
from pathlib import Path

import pytest

from datasets.jobs.job_store import MOST_OF_ONE, MOST_WAITING, JobStore, QueueFullError
from tests.datasets.jobs.scripts import Clock


def test_progress_is_what_the_worker_wrote_and_half_a_line_is_none(store):
    id_ = store.add({}, {}, "甲")
    (store.folder(id_) / "progress.json").write_text(json.dumps({"done": 2, "total": 5, "text": "绘制"}), "utf-8")
    assert (store.read_job(id_).progress.done, store.read_job(id_).progress.total) == (2, 5)
    (store.folder(id_) / "progress.json").write_text('{"done": 2, "to', "utf-8")
    assert store.read_job(id_).progress.total == 0


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
    assert store.list_jobs() == []
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
    assert store.count_ahead() == {id_: place for place, id_ in enumerate([*ids, other])}
    store.cancel(ids[0])
    store.add({}, {}, "甲")
