"""A database, SQLite or PostgreSQL: its transactions, and what keeps it from being used.

While a database does not answer, readers are told so at once, as one of them has waited for it already; of writers a
few wait at a time, so that a server always has threads left for those who only read.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock, local
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc

from datasets.files.storage_faults import StorageFault
from datasets.store.engine import backup, engines
from datasets.store.engine import migrate as tables
from datasets.store.model import StoreUnavailableError
from datasets.workers.forks import call_after_fork

MOST_WRITERS = 3  # at once, of a process
_CROWDED_AFTER = 0.5  # seconds that one more writer waits for them
_ASK_AGAIN = 2.0  # seconds after which a database that did not answer is asked again
_MIGRATING = 30.0  # seconds that a process which starts waits for another to make the tables
_ALLOWED = "expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"


class Database:
    """The database at ``url``. Connects when it is first asked.

    Raises StoreUnavailableError for a URL of another kind; so do all its methods where the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._url = _parse_url(url)
        self.where = _hide_password(self._url)
        self.is_postgresql = self._url.get_backend_name() == "postgresql"
        self.path = None if self.is_postgresql else Path(str(self._url.database)).absolute()
        self.engine = engines.sqlite_engine(self._url, self.path) if self.path else engines.postgresql_engine(self._url)
        call_after_fork(self._abandon_connections)
        self._file: tuple[int, int] | None = None  # of SQLite, as it was first seen
        self._breaker = _CircuitBreaker()
        self._writers = BoundedSemaphore(MOST_WRITERS)
        self._own = local()  # the transaction that a thread writes in

    @contextmanager
    def read_transaction(self) -> Iterator[sa.Connection]:
        """A transaction that sees the database as it was at its first question, whatever others write meanwhile.

        Within one that writes it is that one.
        """
        if connection := self._current_transaction():
            yield connection
            return
        options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if self.is_postgresql else {}
        with self._breaker.guard(), self._translate_errors():
            self._expect_file()
            with self.engine.execution_options(**options).begin() as connection:
                yield connection

    @contextmanager
    def write_transaction(self, **options: Any) -> Iterator[sa.Connection]:
        """A transaction that writes: all of it is kept, or nothing if an exception leaves it.

        One within another is part of it. On SQLite there is one writer at a time, from here on: what it reads stays
        true until its end.
        """
        if connection := self._current_transaction():
            yield connection
            return
        with self._translate_errors(), self._limit_writers():
            self._expect_file()
            with self.engine.execution_options(writes=True, **options).begin() as connection:
                self._own.connection = connection
                self._breaker.record_success()
                try:
                    yield connection
                finally:
                    self._own.connection = None
            self._expect_file()  # what went into a file that was deleted meanwhile is not kept

    def migrate(self, expected: bool = False) -> None:
        """Bring the tables up to date, made if there are none; processes that start together do it in turn.

        Somebody else's database and that of a later program are refused; so is, where a store is ``expected``, one
        that is not there or that is empty.
        """
        if self.path:
            self._make_file(self.path, expected)
        with self._translate_errors():
            self._expect_file()
            with self.engine.execution_options(patience=engines.WRITERS_WAIT).begin() as connection:
                found = tables.read_schema_state(connection)
            refused = tables.find_refusal(found, expected or not self.is_postgresql)
            if refused:
                raise StoreUnavailableError(self.where, refused.what, refused.fault)
            self._expect_writable()
            if self.path:
                engines.enable_write_ahead_log(self.path)
        if not found.is_current:
            with self.write_transaction(patience=_MIGRATING) as connection:
                tables.upgrade(connection)

    def back_up(self, target: Path) -> bool:
        """Copy the file of SQLite, as ``backup.back_up``; False for a server, which has a program for it."""
        if self.path is None:
            return False
        with self._translate_errors():
            self._expect_file()
            backup.back_up(self.path, target)
        return True

    def _abandon_connections(self) -> None:
        """In a process that was forked: the connections are those of the first one, which goes on with them."""
        self.engine.dispose(close=False)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def lock_table(self, connection: sa.Connection, table: sa.Table) -> None:
        """From here to the end of the transaction nobody else writes to a table, so that ids follow commits."""
        if self.is_postgresql:  # a writer to SQLite is alone anyway
            connection.execute(sa.text(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE'))

    def _current_transaction(self) -> sa.Connection | None:
        """The connection that this thread writes with."""
        connection: sa.Connection | None = getattr(self._own, "connection", None)
        return connection

    def _make_file(self, path: Path, expected: bool) -> None:
        """The file of a new store; of several processes that make one, all get the same."""
        if path.exists():
            return
        if expected:
            raise StoreUnavailableError(self.where, "is not there any more", StorageFault.GONE)
        with self._translate_errors((*engines.ERRORS, OSError)):
            path.parent.mkdir(parents=True, exist_ok=True)
            tables.create_sqlite_file(path)

    def _expect_file(self) -> None:
        """The file of SQLite is where it was: a deleted one would take what is written with it."""
        if self.path is None:
            return
        with self._translate_errors((*engines.ERRORS, OSError)):
            found = self.path.stat()
        self._file = self._file or (found.st_dev, found.st_ino)
        if self._file != (found.st_dev, found.st_ino):
            raise StoreUnavailableError(self.where, "is another file than before", StorageFault.GONE)

    def _expect_writable(self) -> None:
        if self.path:
            read_only = not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK))
        else:
            with self.engine.begin() as connection:
                read_only = connection.scalar(sa.text("SHOW transaction_read_only")) == "on"
        if read_only:
            raise StoreUnavailableError(self.where, "cannot be written to", StorageFault.READ_ONLY)

    @contextmanager
    def _limit_writers(self) -> Iterator[None]:
        if not self._writers.acquire(timeout=_CROWDED_AFTER):
            raise StoreUnavailableError(self.where, "others are waiting to write", StorageFault.CROWDED)
        try:
            yield
        finally:
            self._writers.release()

    @contextmanager
    def _translate_errors(self, told: tuple[type[Exception], ...] = engines.ERRORS) -> Iterator[None]:
        """What the driver or the system says of an unusable database, as an error of ours."""
        try:
            yield
        except told as error:
            fault = engines.classify_database_error(error, self.path)
            if fault is None:
                raise
            raise StoreUnavailableError(self.where, self._describe_error(error), fault) from error

    def _describe_error(self, error: BaseException) -> str:
        """The complaint on one line, without the password."""
        cause = error.orig if isinstance(error, exc.DBAPIError) else error
        said = (error.strerror or str(error)) if isinstance(error, OSError) else " ".join(str(cause).split())
        password = str(self._url.password or "")
        return said.replace(password, "***") if password else said


class _CircuitBreaker:
    """Whether a database answers. While it does not, one reader at a time asks it again; others are told at once."""

    def __init__(self) -> None:
        self._fault: StoreUnavailableError | None = None
        self._retry_at = 0.0
        self._turn = Lock()

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Ask the database. Raises StoreUnavailableError of the last time while it is not asked again."""
        fault = self._fault
        if fault is None:
            with self._record_outcome():
                yield
        elif time.monotonic() >= self._retry_at and self._turn.acquire(blocking=False):
            try:
                with self._record_outcome():
                    yield
            finally:
                self._turn.release()
        else:
            raise StoreUnavailableError(fault.where, fault.what, fault.fault)

    def record_success(self) -> None:
        """It has answered somebody else."""
        self._fault = None

    @contextmanager
    def _record_outcome(self) -> Iterator[None]:
        fault = None
        try:
            yield
        except StoreUnavailableError as error:
            self._retry_at, fault = time.monotonic() + _ASK_AGAIN, error
            raise
        finally:
            self._fault = fault


def _parse_url(url: str) -> sa.URL:
    try:
        parsed = sa.make_url(url)
    except exc.ArgumentError as error:
        raise StoreUnavailableError("the URL of the database", _ALLOWED, StorageFault.UNUSABLE) from error
    backend = parsed.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise StoreUnavailableError(_hide_password(parsed), _ALLOWED, StorageFault.UNUSABLE)
    return parsed


def _hide_password(url: sa.URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)
