"""A process that is killed in the middle of an import leaves what is published whole."""

import contextlib
import random
import time

import pytest

from datasets.kinds import ImportKind
from datasets.store.versions.versions import Store
from tests.datasets.store.processes import PROCESSES, ROWS, import_and_publish, uniform

KILLS = {"sqlite": 25, "postgresql": 10}
IMPORTS = 3  # that a process lives for at the longest, at the pace of the machine


@contextlib.contextmanager
def importing_process(url):
    """Let a process import and publish without end, and kill it at the end of the block."""
    started = PROCESSES.Barrier(2)
    process = PROCESSES.Process(target=import_and_publish, args=(url, started))
    process.start()
    started.wait()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def kill_within(url, delay):
    """Let a process import and publish, and kill it after ``delay`` seconds."""
    with importing_process(url):
        time.sleep(delay)


def kill_after_a_publication(store, url):
    """Let a process import and publish, and kill it as soon as it has published something, however slow it is."""
    before = store.published()["own"].number
    with importing_process(url) as process:
        while store.published()["own"].number == before:
            assert process.is_alive()
            time.sleep(0.01)


def assert_whole(store):
    """Every version that is there has all its rows, and they are its own."""
    version = store.published()["own"]
    rows = store.rows(version.id, ImportKind.OBSERVATIONS)
    assert len(rows) == ROWS
    assert set(rows["value"]) == {float(version.note)}
    newest = store.versions("own")[0]
    assert len(store.rows(newest.id, ImportKind.OBSERVATIONS)) == ROWS
    assert {event.version_id for event in store.trail(limit=2)} <= {each.id for each in store.versions("own")}
    return version.number


@pytest.fixture
def published(store):
    """The store with a first version in force."""
    store.publish(store.add_draft("own", [uniform(0)], "安", note="0").id, "安")
    return store


@pytest.fixture
def longest(published):
    """Seconds that a process may live: some imports, however busy the machine is."""
    began = time.monotonic()
    published.publish(published.add_draft("own", [uniform(1)], "安", note="1").id, "安")
    return IMPORTS * (time.monotonic() - began)


def test_the_published_version_is_whole_whenever_an_import_is_killed(published, url, longest):
    chance = random.Random(2016)  # noqa: S311  (no secret)
    published_before = assert_whole(published)
    kill_after_a_publication(published, url)
    for _ in range(KILLS[url.split(":", maxsplit=1)[0]]):
        kill_within(url, chance.uniform(0, longest))
        reopened = Store(url, published.now)
        number = assert_whole(reopened)
        assert number >= published_before
        published_before = number
        reopened.close()


def test_after_a_kill_the_next_import_works(published, url, longest):
    kill_within(url, longest / 2)
    version = published.add_draft("own", [uniform(-1)], "安", note="-1")
    published.publish(version.id, "安")
    assert assert_whole(published) == version.number
