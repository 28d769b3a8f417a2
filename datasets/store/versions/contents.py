"""Read the effective rows of a version, merged from its batches, and those that differ from another version."""

from collections.abc import Iterator

import pandas as pd
import sqlalchemy as sa

from datasets.kinds import ImportKind
from datasets.store.model import Batch, Version, VersionState, VersionStateError
from datasets.store.schema import discard, version_batch
from datasets.store.versions.bulk import keep_last_of_each_key, read_rows

_COMPLETE = (VersionState.DRAFT, VersionState.PUBLISHED, VersionState.EARLIER)  # versions whose rows are all kept


def expect_state(found: Version, *allowed: VersionState) -> None:
    """Raise VersionStateError unless a version is in one of the states ``allowed``."""
    if found.state not in allowed:
        raise VersionStateError(found.number, found.state, *allowed)


def read_effective_rows(connection: sa.Connection, found: Version, kind: ImportKind) -> pd.DataFrame:
    """Read the effective rows of a kind in a version. Raises VersionStateError for a discarded one."""
    expect_state(found, *_COMPLETE)
    return read_rows(connection, kind, _effective_batches(found, kind))


def read_changed_kinds(
    connection: sa.Connection, after: Version, before: Version | None
) -> Iterator[tuple[ImportKind, pd.DataFrame, pd.DataFrame]]:
    """Yield for every kind whose batches differ the rows before and after. Raises VersionStateError if discarded."""
    for each in filter(None, (after, before)):
        expect_state(each, *_COMPLETE)
    for kind in ImportKind:
        old, new = _effective_batches(before, kind), _effective_batches(after, kind)
        if old != new:
            rows = read_rows(connection, kind, old)
            yield kind, rows, _read_rows_after(connection, kind, old, new, rows)


def find_unused_batches(connection: sa.Connection, discarded: Version) -> list[Batch]:
    """The batches of a discarded version that no other version uses, discarded ones aside."""
    gone = sa.select(discard.c.version_id)
    living = set(connection.scalars(sa.select(version_batch.c.batch_id).where(version_batch.c.version_id.not_in(gone))))
    return [each for each in discarded.batches if each.id not in living]


def _effective_batches(of: Version | None, kind: ImportKind) -> list[int]:
    """The ids of the batches that count for a kind: those from the last one with ``replace`` on."""
    batches = [each for each in of.batches if each.kind is kind] if of else []
    replacing = [place for place, each in enumerate(batches) if each.replace]
    return [each.id for each in batches[replacing[-1] if replacing else 0 :]]


def _read_rows_after(
    connection: sa.Connection, kind: ImportKind, old: list[int], new: list[int], before: pd.DataFrame
) -> pd.DataFrame:
    """Read the rows of the batches ``new``; where these only extend ``old``, reuse the rows ``before``."""
    if new[: len(old)] != old:
        return read_rows(connection, kind, new)
    added = read_rows(connection, kind, new[len(old) :])
    return keep_last_of_each_key(kind, pd.concat([before, added], ignore_index=True))
