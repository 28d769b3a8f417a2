"""The engines of SQLite and PostgreSQL: connections, lock timeouts, and the classification of driver errors.

Readers hardly wait for locks, so that pages stay quick; writers wait for as long as a user at a page would.
"""

import os
import selectors
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import sqlalchemy as sa
from sqlalchemy import exc

from datasets.files.storage_faults import StorageFault, classify_os_error

ERRORS = (exc.SQLAlchemyError, sqlite3.Error, psycopg.Error)  # errors that an unusable database may raise
READERS_WAIT, WRITERS_WAIT = 0.5, 5.0  # seconds for a lock that somebody else holds
_CONNECTING = 2  # seconds, whole ones: libpq takes no other
_ANSWERING = 1.0  # seconds for a PostgreSQL server to accept a connection
_PAUSE = 0.05  # seconds between two tries of an operation for which SQLite does not wait itself


def postgresql_engine(url: sa.URL) -> sa.Engine:
    """Engine of a PostgreSQL server; connections that have stopped answering are replaced without a wait."""
    engine = sa.create_engine(url, pool_timeout=WRITERS_WAIT, connect_args={"connect_timeout": _CONNECTING})

    @sa.event.listens_for(engine, "checkout")
    def ask_whether_it_is_there(connection: Any, _record: object, _proxy: object) -> None:
        if not _is_alive(connection, _ANSWERING):
            raise exc.InvalidatePoolError  # a new connection is made in its place

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_lock_timeout_ms(connection)}")

    return engine


def sqlite_engine(url: sa.URL, path: Path) -> sa.Engine:
    """Engine of an existing SQLite file; it never creates one."""
    address = f"file:{quote(str(path))}?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.isolation_level = None  # we begin transactions ourselves; the driver does it too late
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = sa.create_engine(url, pool_timeout=WRITERS_WAIT, creator=connect)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {_lock_timeout_ms(connection)}")
        # SQLite refuses at once a read transaction that turns to writing, whatever its timeout.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")

    return engine


def enable_write_ahead_log(path: Path) -> None:
    """Switch an SQLite file to write-ahead logging, so that readers and the writer do not block each other."""
    connection = sqlite3.connect(path, isolation_level=None)
    deadline = time.monotonic() + WRITERS_WAIT
    try:
        while True:  # for this switch SQLite does not wait for others itself
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            else:
                return
    finally:
        connection.close()


def classify_database_error(error: BaseException, path: Path | None) -> StorageFault | None:
    """What a driver's error means; None for a faulty statement. ``path`` is the SQLite file."""
    if isinstance(error, OSError):
        return classify_os_error(error)
    if isinstance(error, exc.TimeoutError):  # of the pool: all connections are in use
        return StorageFault.CROWDED
    told = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(told, sqlite3.Error):
        return _classify_sqlite_error(told, path)
    return _classify_postgresql_error(told) if isinstance(told, psycopg.Error) else None


_SQLITE_FAULTS = {
    sqlite3.SQLITE_BUSY: StorageFault.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageFault.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StorageFault.LOCKED,
    sqlite3.SQLITE_FULL: StorageFault.FULL,
    sqlite3.SQLITE_READONLY: StorageFault.READ_ONLY,
    sqlite3.SQLITE_PERM: StorageFault.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: StorageFault.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageFault.DAMAGED,
}


def _classify_sqlite_error(error: sqlite3.Error, path: Path | None) -> StorageFault | None:
    code = getattr(error, "sqlite_errorcode", None)  # errors of the driver itself have none
    if code is None:
        return None
    known = _SQLITE_FAULTS.get(code & 0xFF)
    if path and known is not StorageFault.FULL and not path.exists():
        return StorageFault.GONE
    if known:
        return known
    if code & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return _classify_disk_error(path)
    return StorageFault.DAMAGED if str(error).startswith("no such table") else None


def _classify_disk_error(path: Path | None) -> StorageFault:
    """Why SQLite cannot use its files; its own error does not say."""
    if path is None or not hasattr(os, "statvfs"):
        return StorageFault.UNUSABLE
    if not os.access(path.parent, os.W_OK):
        return StorageFault.READ_ONLY
    return StorageFault.UNUSABLE if os.statvfs(path.parent).f_bavail else StorageFault.FULL


_POSTGRESQL_FAULTS: dict[type[psycopg.Error], StorageFault] = {
    psycopg.errors.LockNotAvailable: StorageFault.LOCKED,
    psycopg.errors.DeadlockDetected: StorageFault.LOCKED,
    psycopg.errors.TooManyConnections: StorageFault.CROWDED,
    psycopg.errors.DiskFull: StorageFault.FULL,
    psycopg.errors.ReadOnlySqlTransaction: StorageFault.READ_ONLY,
    psycopg.errors.InsufficientPrivilege: StorageFault.READ_ONLY,
    psycopg.errors.UndefinedTable: StorageFault.GONE,
    psycopg.errors.DataCorrupted: StorageFault.DAMAGED,
    psycopg.errors.IndexCorrupted: StorageFault.DAMAGED,
}


def _classify_postgresql_error(error: psycopg.Error) -> StorageFault | None:
    for kind, fault in _POSTGRESQL_FAULTS.items():
        if isinstance(error, kind):
            return fault
    return StorageFault.UNREACHABLE if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) else None


def _is_writing(connection: sa.Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))


def _lock_timeout_ms(connection: sa.Connection) -> int:
    """How many milliseconds a transaction waits for a lock."""
    waits = WRITERS_WAIT if _is_writing(connection) else READERS_WAIT
    return int(1000 * connection.get_execution_options().get("patience", waits))


def _is_alive(connection: "psycopg.Connection[Any]", seconds: float) -> bool:
    """Whether a server answers on an idle connection; a frozen or unreachable server leaves it open but silent."""
    line, deadline = connection.pgconn, time.monotonic() + seconds
    try:
        line.send_query(b"")
        with selectors.DefaultSelector() as selector:
            selector.register(line.socket, selectors.EVENT_READ)
            while line.is_busy():
                if not selector.select(max(deadline - time.monotonic(), 0)):
                    return False
                line.consume_input()
        while line.get_result():
            pass
    except psycopg.OperationalError:
        return False
    return True
