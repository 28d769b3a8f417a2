"""What other processes do to a database while a test looks on. They are forked from one that has all imported."""

import itertools
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pandas as pd
import psycopg

from datasets.kinds import ImportKind
from datasets.store.model import Delivery
from datasets.store.versions.versions import Store

ROWS = 3000
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.datasets.store.processes"])


def now() -> datetime:
    """The time; no test asks what it is."""
    return datetime.now(UTC)


def uniform(value: float) -> Delivery:
    """A file whose rows all say ``value``: of two versions mixed up, they would not."""
    rows = pd.DataFrame({"variable": "beds", "area_code": [f"{place:04}" for place in range(ROWS)], "year": 2016})
    rows = rows.assign(value=value, kind="published", source="方城统计年鉴", note="")
    return Delivery(ImportKind.OBSERVATIONS, rows, f"{value}.csv", "ab12", 10, ROWS, replace=True)


def import_and_publish(url: str, started: Barrier) -> None:
    """Import and publish one version after another, until somebody ends the process."""
    store = Store(url, now)
    started.wait()
    for value in itertools.count(store.state() + 1):
        store.publish(store.add_draft("own", [uniform(value)], "安", note=str(value)).id, "安")


def migrate(url: str, together: Barrier) -> None:
    """Make the tables at the same moment as others."""
    store = Store(url, now)
    together.wait()
    store.migrate()
    store.close()


HOLDING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
connection.execute("UPDATE dataset SET name = 'held'")
print("held", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


@contextmanager
def held(url: str) -> Iterator[None]:
    """Another process has the whole database to itself."""
    if url.startswith("sqlite"):
        command = [sys.executable, "-c", HOLDING, str(file_of(url))]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # noqa: S603
            assert other.stdin
            assert other.stdout
            assert other.stdout.readline() == b"held\n"
            yield
            other.stdin.close()
        return
    with psycopg.connect(url) as other:
        for table in ("dataset", "account", "login_attempt", "publication"):
            other.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE".encode())
        yield
        other.rollback()


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
