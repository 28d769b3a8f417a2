"""What a version comes to: the rows of its batches put together, and set against those of another."""

from collections.abc import Iterator

import pandas as pd
import sqlalchemy as sa

from datasets.kinds import ImportKind
from datasets.store.model import Batch, Version, VersionState, VersionStateError
from datasets.store.records import version_by_id
from datasets.store.schema import discard, version_batch
from datasets.store.versions.bulk import last_of_each_key, read_rows


def expect(found: Version, *allowed: VersionState) -> None:
    """Raise VersionStateError unless a version stands in one of the states ``allowed``."""
    if found.state not in allowed:
        raise VersionStateError(found.number, found.state, *allowed)


def effective_rows(connection: sa.Connection, version_id: int, kind: ImportKind) -> pd.DataFrame:
    """The rows of a kind that a version comes to. Raises UnknownError, VersionStateError for a discarded one."""
    return read_rows(connection, kind, _effective(_whole(connection, version_id), kind))


def compared(
    connection: sa.Connection, version_id: int, against: int | None
) -> Iterator[tuple[ImportKind, pd.DataFrame, pd.DataFrame]]:
    """For every kind whose batches differ, the rows of ``against`` (None: its parent) and of a version.

    Raises UnknownError, VersionStateError for discarded ones.
    """
    after = _whole(connection, version_id)
    other = after.parent_id if against is None else against
    before = None if other is None else _whole(connection, other)
    for kind in ImportKind:
        old, new = _effective(before, kind), _effective(after, kind)
        if old != new:
            rows = read_rows(connection, kind, old)
            yield kind, rows, _rows_after(connection, kind, old, new, rows)


def no_longer_needed(connection: sa.Connection, discarded: Version) -> list[Batch]:
    """The batches of a discarded version that stand in no version that was not discarded."""
    gone = sa.select(discard.c.version_id)
    living = set(connection.scalars(sa.select(version_batch.c.batch_id).where(version_batch.c.version_id.not_in(gone))))
    return [each for each in discarded.batches if each.id not in living]


def _whole(connection: sa.Connection, version_id: int) -> Version:
    """A version whose rows are all there."""
    found = version_by_id(connection, version_id)
    expect(found, VersionState.DRAFT, VersionState.PUBLISHED, VersionState.EARLIER)
    return found


def _effective(of: Version | None, kind: ImportKind) -> list[int]:
    """The batches that the rows of a kind come from: from the last on that replaces all before it."""
    batches = [each for each in of.batches if each.kind is kind] if of else []
    replacing = [place for place, each in enumerate(batches) if each.replace]
    return [each.id for each in batches[replacing[-1] if replacing else 0 :]]


def _rows_after(
    connection: sa.Connection, kind: ImportKind, old: list[int], new: list[int], before: pd.DataFrame
) -> pd.DataFrame:
    """The rows of the batches ``new``; where they only go on from ``old``, its rows are not read again."""
    if new[: len(old)] != old:
        return read_rows(connection, kind, new)
    added = read_rows(connection, kind, new[len(old) :])
    return last_of_each_key(kind, pd.concat([before, added], ignore_index=True))
