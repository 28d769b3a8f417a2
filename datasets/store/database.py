"""A database, SQLite or PostgreSQL: its connections, its migrations, and what the two do differently."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import exc

from datasets.store.model import StoreUnavailableError

_MIGRATIONS = Path(__file__).parent / "migrations"
_PATIENCE = 120  # seconds that a writer to SQLite waits for another: the import of a million rows takes some
_MIGRATING = 0x6A756E68  # the number of an advisory lock in PostgreSQL; any will do that nobody else uses
_ALLOWED = "expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"
_UNAVAILABLE = (exc.OperationalError, exc.InterfaceError, psycopg.OperationalError)


class Database:
    """The database at ``url``. Connects when it is first asked.

    Raises StoreUnavailableError for a URL of another kind; so do all its methods where the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._url = _parsed(url)
        self.where = _without_password(self._url)
        self.is_postgresql = self._url.get_backend_name() == "postgresql"
        self.engine = _postgresql(self._url) if self.is_postgresql else _sqlite(self._url)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that sees the database as it was at its first question, whatever others write meanwhile."""
        options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if self.is_postgresql else {}
        with self._telling(), self.engine.execution_options(**options).begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that writes: all of it is kept, or nothing if an exception leaves it.

        On SQLite there is one writer at a time, from here on: what it reads stays true until its end.
        """
        with self._telling(), self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    def migrate(self) -> None:
        """Bring the tables up to date, made if there are none; processes that start together do it in turn."""
        self._make_folder()
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        with self.writing() as connection:
            if self.is_postgresql:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:  # a revision of a later program
                raise StoreUnavailableError(self.where, str(error)) from error

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def in_turn(self, connection: sa.Connection, table: sa.Table) -> None:
        """From here to the end of the transaction nobody else writes to a table, so that ids follow commits."""
        if self.is_postgresql:  # a writer to SQLite is alone anyway
            connection.execute(sa.text(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE'))

    def _make_folder(self) -> None:
        if self._url.database and not self.is_postgresql:
            try:
                Path(self._url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreUnavailableError(self.where, error.strerror or str(error)) from error

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the driver says of an unusable database, as an error of ours."""
        try:
            yield
        except exc.DBAPIError as error:
            if (
                isinstance(error, _UNAVAILABLE) or type(error) is exc.DatabaseError
            ):  # its heirs are faults of a question
                raise StoreUnavailableError(self.where, self._said(error.orig)) from error
            raise
        except psycopg.OperationalError as error:
            raise StoreUnavailableError(self.where, self._said(error)) from error

    def _said(self, error: object) -> str:
        password = str(self._url.password or "")
        said = " ".join(str(error).split())
        return said.replace(password, "***") if password else said


def _parsed(url: str) -> sa.URL:
    try:
        parsed = sa.make_url(url)
    except exc.ArgumentError as error:
        raise StoreUnavailableError("the URL of the database", _ALLOWED) from error
    backend = parsed.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise StoreUnavailableError(_without_password(parsed), _ALLOWED)
    return parsed


def _without_password(url: sa.URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)


def _postgresql(url: sa.URL) -> sa.Engine:
    return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})


def _sqlite(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, connect_args={"timeout": _PATIENCE})

    @sa.event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # we begin transactions ourselves; the driver does it too late
        connection.execute("PRAGMA foreign_keys = ON")
        _write_ahead(connection)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A reader that turned writer could be refused at once, however long it would have waited.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep readers and the writer out of each other's way. For this switch SQLite does not wait for others itself."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
