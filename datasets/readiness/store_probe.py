"""Whether a store can be written, what its tables are, and whether a version's rows are all there."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from datasets.store.engine.migrate import read_schema_state
from datasets.store.model import Action, Version
from datasets.store.records import StoreRecords, add_event
from datasets.store.schema import TABLES, event, publication, session


@dataclass(frozen=True)
class StoreState:
    """The revision of a store's tables, whether it is the newest, and the newest time that the store holds."""

    revision: str
    is_current: bool
    newest: datetime | None


def probe_store(store: StoreRecords) -> StoreState:
    """Write a row and take it back. Raises StoreUnavailableError."""
    with suppress(_TakenBackError), store.write_transaction() as connection:
        add_event(connection, store.now(), "", Action.IMPORT)
        raise _TakenBackError
    newest = [sa.func.max(column) for column in (event.c.at, publication.c.at, session.c.created_at)]
    with store.read_transaction() as connection:
        found = read_schema_state(connection)
        times = [time for time in connection.execute(sa.select(*map(_select_scalar, newest))).one() if time]
    return StoreState(found.revision or "", found.is_current, max(times, default=None))


def count_lost_rows(store: StoreRecords, version: Version) -> int:
    """How many rows of a version's files are not in the store any more. Raises StoreUnavailableError."""
    with store.read_transaction() as connection:
        return sum(
            max(each.rows_kept - _count_rows(connection, each.id, TABLES[each.kind]), 0) for each in version.batches
        )


class _TakenBackError(Exception):
    """Rolls a transaction back."""


def _select_scalar(newest: "sa.Function[datetime]") -> "sa.ScalarSelect[datetime]":
    return sa.select(newest).scalar_subquery()


def _count_rows(connection: sa.Connection, batch: int, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table).where(table.c.batch_id == batch)) or 0
