"""A database, SQLite or PostgreSQL: its transactions, and errors while it cannot be used.

While a database does not answer, readers fail at once after the first of them has waited for it. Only a few writers
wait at a time, so that a server always has threads left for readers.
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
        self._file: tuple[int, int] | None = None  # of the SQLite file, as first seen
        self._breaker = _CircuitBreaker()
        self._writers = BoundedSemaphore(MOST_WRITERS)
        self._own = local()  # the transaction that a thread writes in

    @contextmanager
    def read_transaction(self) -> Iterator[sa.Connection]:
        """A transaction that sees the database as of its first query, whatever others write meanwhile.

        Within a transaction of the same thread it is that transaction.
        """
        if connection := self._current_transaction() or getattr(self._own, "reading", None):
            yield connection
            return
        options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if self.is_postgresql else {}
        with self._breaker.guard(), self._translate_errors():
            self._expect_file()
            with self.engine.execution_options(**options).begin() as connection:
                self._own.reading = connection
                try:
                    yield connection
                finally:
                    self._own.reading = None

    @contextmanager
    def write_transaction(self, **options: Any) -> Iterator[sa.Connection]:
        """A transaction that writes; an exception rolls it back.

        A nested one is part of the outer one. SQLite has one writer at a time, so what a writer reads stays true until
        the end of the transaction.
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
            self._expect_file()  # what was written to a deleted file is lost

    def migrate(self, expected: bool = False) -> None:
        """Create or upgrade the tables; processes that start together take turns.

        Refuses a database with foreign tables or of a later program; where a store is ``expected``, also a missing or
        empty one.
        """
        if self.path:
            self._make_file(self.path, expected)
        with self._translate_errors():
            self._expect_file()
            with self.engine.execution_options(patience=engines.WRITERS_WAIT).begin() as connection:
                found = tables.read_schema_state(connection)
            refused = tables.find_refusal(found, expected or not self.is_postgresql)
            if refused:
                raise StoreUnavailableError(self.where, *refused)
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
        """Forget the connections in a forked process: they belong to the process that forked."""
        self.engine.dispose(close=False)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def lock_table(self, connection: sa.Connection, table: sa.Table) -> None:
        """Lock a table against other writers until the end of the transaction, so that ids follow commits."""
        if self.is_postgresql:  # a writer to SQLite is alone anyway
            connection.execute(sa.text(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE'))

    def _current_transaction(self) -> sa.Connection | None:
        """The connection of this thread's write transaction, None without one."""
        connection: sa.Connection | None = getattr(self._own, "connection", None)
        return connection

    def _make_file(self, path: Path, expected: bool) -> None:
        """Create the SQLite file of a new store; several processes that do so get the same file."""
        if path.exists():
            return
        if expected:
            raise StoreUnavailableError(self.where, "is not there any more", StorageFault.GONE)
        with self._translate_errors((*engines.ERRORS, OSError)):
            path.parent.mkdir(parents=True, exist_ok=True)
            tables.create_sqlite_file(path)

    def _expect_file(self) -> None:
        """Check that the SQLite file is still in its place: what is written to a deleted one would be lost."""
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
        """Raise errors of the driver or the system that mean an unusable database as StoreUnavailableError."""
        try:
            yield
        except told as error:
            fault = engines.classify_database_error(error, self.path)
            if fault is None:
                raise
            raise StoreUnavailableError(self.where, self._describe_error(error), fault) from error

    def _describe_error(self, error: BaseException) -> str:
        """The driver's message on one line, without the password."""
        cause = error.orig if isinstance(error, exc.DBAPIError) else error
        said = (error.strerror or str(error)) if isinstance(error, OSError) else " ".join(str(cause).split())
        password = str(self._url.password or "")
        return said.replace(password, "***") if password else said


class _CircuitBreaker:
    """Circuit breaker: while a database does not answer, one reader at a time tries it and the others fail at once."""

    def __init__(self) -> None:
        self._fault: StoreUnavailableError | None = None
        self._retry_at = 0.0
        self._turn = Lock()

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Run a block that queries the database. Raises the last StoreUnavailableError while the circuit is open."""
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
        """Close the circuit: the database has answered."""
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
