"""A PostgreSQL server of the tests' own, from Debian's packages, on a socket in a temporary folder."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.waiting import GUARD


def programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[Path]:
    """A running server: the folder of its socket. Skips the test where PostgreSQL is not installed."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed under /usr/lib/postgresql (apt-get install postgresql)")
    owner = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    home = Path(tempfile.mkdtemp(prefix="atlas-pg-"))
    if owner:
        shutil.chown(home, owner)
    initdb = [str(folder / "initdb"), "--pgdata", str(home / "data"), "--username", "atlas", "--auth", "trust"]
    settings = ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
    subprocess.run([*initdb, *settings], user=owner, cwd=home, check=True, capture_output=True)  # noqa: S603
    command = [str(folder / "postgres"), "-D", str(home / "data"), "-F", "-k", str(home), "-c", "listen_addresses="]
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(command, user=owner, cwd=home, stdout=log, stderr=log) as process,  # noqa: S603
    ):
        try:
            _wait(home)
            yield home
        finally:
            process.send_signal(signal.SIGINT)  # ends sessions that are left
            process.wait(GUARD)
    shutil.rmtree(home)


@contextmanager
def new_database(socket: Path, template: str = "template1") -> Iterator[str]:
    """The URL of a copy of a database, by default of an empty one; it is dropped at the end."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(host=str(socket), user="atlas", dbname="postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        yield f"postgresql://atlas@/{name}?host={socket}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _wait(socket: Path) -> None:
    deadline = time.monotonic() + GUARD
    while True:
        try:
            psycopg.connect(host=str(socket), user="atlas", dbname="postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
