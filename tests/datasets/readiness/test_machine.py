"""What a machine must have for a meeting: room on its disk, a clock that is right, and nobody that it calls."""

import socket
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import Never

import pytest

from datasets.readiness import machine
from datasets.readiness.machine import LEAST_FREE, ClockReading, DiskSpace, list_outgoing_connections, read_disk_space
from datasets.readiness.model import CheckState

CHINA = timezone(timedelta(hours=8))
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=CHINA)


def test_the_room_that_is_needed_grows_with_the_database_that_a_backup_copies(tmp_path):
    store = tmp_path / "atlas.db"
    store.write_bytes(b"x" * 5000)
    assert read_disk_space(tmp_path, store).needed - read_disk_space(tmp_path, None).needed == 5000
    assert read_disk_space(tmp_path, tmp_path / "none.db").free > 0


@pytest.mark.parametrize(
    ("free", "state"),
    [(LEAST_FREE - 1, CheckState.FAILED), (LEAST_FREE, CheckState.CAUTION), (2 * LEAST_FREE, CheckState.OK)],
)
def test_a_disk_without_room_for_a_pack_stops_a_meeting(free, state):
    assert DiskSpace(free, 2 * LEAST_FREE).state is state


@pytest.mark.parametrize(
    ("now", "newest", "state"),
    [
        (NOON, None, CheckState.OK),
        (NOON, NOON.astimezone(UTC), CheckState.OK),
        (NOON, NOON + timedelta(minutes=4), CheckState.OK),
        (NOON, NOON + timedelta(minutes=6), CheckState.FAILED),
        (NOON.astimezone(UTC), None, CheckState.CAUTION),
    ],
)
def test_a_clock_is_not_before_what_the_store_holds_nor_of_another_zone(now, newest, state):
    assert ClockReading(now, newest).state is state


@pytest.mark.skipif(sys.platform != "linux", reason="the tables of connections are Linux's")
def test_whoever_calls_this_machine_and_what_stays_on_it_is_not_called():
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as server,
        closing(socket.create_connection(server.getsockname())),
    ):
        assert list_outgoing_connections() == []


def test_another_machine_that_was_called_is_named(monkeypatch):
    row = "0: 0F02000A:C350 08080808:01BB 01 0:0 0:0 0 0 0 4711 1"
    monkeypatch.setattr(machine, "_read_rows", lambda table: [row] if table.endswith("tcp") else [])
    monkeypatch.setattr(machine, "_read_link", lambda _link: "socket:[4711]")
    assert list_outgoing_connections() == ["8.8.8.8"]
    monkeypatch.setattr(machine, "_read_link", lambda _link: "socket:[1]")
    assert list_outgoing_connections() == [], "that of another process"


def test_a_system_without_such_tables_does_not_tell(monkeypatch):
    def refuse(_table: str) -> Never:
        raise PermissionError

    monkeypatch.setattr(machine, "_read_rows", refuse)
    assert list_outgoing_connections() is None
