"""Read rows of the store's tables as ``Version``, ``StoredDataset`` and ``Event`` objects, and add such rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from datasets.kinds import ImportKind
from datasets.store.model import (
    Action,
    Batch,
    Event,
    SavedMapping,
    StoredDataset,
    UnknownError,
    Version,
    VersionState,
)
from datasets.store.schema import batch, column_mapping, dataset, discard, event, publication, version, version_batch

_last_publications = sa.select(sa.func.max(publication.c.id)).group_by(publication.c.dataset_id)
_ever_published = sa.select(publication.c.version_id).where(publication.c.version_id.is_not(None))
_published = _ever_published.where(publication.c.id.in_(_last_publications))


def add_event(
    connection: sa.Connection,
    at: datetime,
    who: str,
    action: Action,
    *,
    dataset_id: str | None = None,
    version_id: int | None = None,
    **details: Any,
) -> None:
    """Add an entry to the trail; ``details`` are plain JSON."""
    connection.execute(
        sa.insert(event).values(
            at=at, who=who, action=action, dataset_id=dataset_id, version_id=version_id, details=details
        )
    )


def list_events(connection: sa.Connection, dataset_id: str | None, limit: int) -> list[Event]:
    """The trail, newest first."""
    question = sa.select(event).order_by(event.c.id.desc()).limit(limit)
    if dataset_id is not None:
        question = question.where(event.c.dataset_id == dataset_id)
    rows = connection.execute(question).mappings()
    return [Event(**{**row, "action": Action(row["action"])}) for row in rows]


def list_datasets(connection: sa.Connection) -> list[StoredDataset]:
    """All datasets, the oldest first."""
    question = (
        sa.select(dataset, version.c.number.label("published"), version.c.id.label("published_version_id"))
        .select_from(dataset)
        .outerjoin(version, sa.and_(version.c.dataset_id == dataset.c.id, version.c.id.in_(_published)))
        .order_by(dataset.c.created_at, dataset.c.id)
    )
    return [StoredDataset(**row) for row in connection.execute(question).mappings()]


def list_versions(connection: sa.Connection, dataset_id: str) -> list[Version]:
    """A dataset's versions, newest first. Raises UnknownError."""
    known = connection.scalars(sa.select(dataset.c.id).order_by(dataset.c.id)).all()
    if dataset_id not in known:
        raise UnknownError("dataset", dataset_id, known)
    return _select_versions(connection, version.c.dataset_id == dataset_id)


def find_published(connection: sa.Connection) -> dict[str, Version]:
    """The published version of every dataset that has one."""
    return {each.dataset_id: each for each in _select_versions(connection, version.c.id.in_(_published))}


def find_version(connection: sa.Connection, version_id: int) -> Version:
    """A version. Raises UnknownError."""
    found = _select_versions(connection, version.c.id == version_id)
    if not found:
        raise UnknownError("version", version_id, connection.scalars(sa.select(version.c.id).order_by(version.c.id)))
    return found[0]


def lock_dataset(connection: sa.Connection, dataset_id: str) -> Version | None:
    """Lock a dataset until the end of the transaction, and return its published version.

    Raises UnknownError.
    """
    # KEY SHARE: does not wait for an import that is under way, whose rows refer to the dataset.
    connection.execute(sa.select(dataset.c.id).where(dataset.c.id == dataset_id).with_for_update(key_share=True))
    return next((each for each in list_versions(connection, dataset_id) if each.state is VersionState.PUBLISHED), None)


def add_version(
    connection: sa.Connection,
    at: datetime,
    who: str,
    dataset_id: str,
    note: str,
    parent: Version | None,
    batch_ids: Sequence[int],
) -> Version:
    """Add a version of a locked dataset, with the batches of its parent and the given ones."""
    numbers = sa.select(sa.func.max(version.c.number)).where(version.c.dataset_id == dataset_id)
    added = sa.insert(version).values(
        dataset_id=dataset_id,
        number=(connection.scalar(numbers) or 0) + 1,
        parent_id=parent.id if parent else None,
        created_at=at,
        created_by=who,
        note=note,
    )
    version_id = connection.execute(added.returning(version.c.id)).scalar_one()
    ids = [*(each.id for each in parent.batches), *batch_ids] if parent else batch_ids
    if ids:
        entries = [{"version_id": version_id, "batch_id": id_, "position": place} for place, id_ in enumerate(ids)]
        connection.execute(sa.insert(version_batch), entries)
    return find_version(connection, version_id)


def find_mappings(connection: sa.Connection, condition: "sa.ColumnElement[bool]") -> list[SavedMapping]:
    """Saved mappings of columns, newest first."""
    rows = connection.execute(sa.select(column_mapping).where(condition).order_by(column_mapping.c.id.desc()))
    return [SavedMapping(**{**row, "kind": ImportKind(row["kind"])}) for row in rows.mappings()]


def _select_versions(connection: sa.Connection, condition: "sa.ColumnElement[bool]") -> list[Version]:
    state = sa.case(
        (version.c.id.in_(_published), VersionState.PUBLISHED),
        (version.c.id.in_(_ever_published), VersionState.EARLIER),
        (version.c.id.in_(sa.select(discard.c.version_id)), VersionState.DISCARDED),
        else_=VersionState.DRAFT,
    )
    question = sa.select(version, state.label("state")).where(condition).order_by(version.c.id.desc())
    rows = connection.execute(question).mappings().all()
    batches = _select_batches(connection, condition)
    return [
        Version(**{**row, "state": VersionState(row["state"]), "batches": tuple(batches.get(row["id"], ()))})
        for row in rows
    ]


def _select_batches(connection: sa.Connection, condition: "sa.ColumnElement[bool]") -> dict[int, list[Batch]]:
    """The batches of versions, by the version's id."""
    question = (
        sa.select(version_batch.c.version_id, batch)
        .join(batch, batch.c.id == version_batch.c.batch_id)
        .join(version, version.c.id == version_batch.c.version_id)
        .where(condition)
        .order_by(version_batch.c.version_id, version_batch.c.position)
    )
    found: dict[int, list[Batch]] = {}
    for row in connection.execute(question).mappings():
        fields = {name: value for name, value in row.items() if name != "version_id"}
        found.setdefault(row["version_id"], []).append(Batch(**{**fields, "kind": ImportKind(fields["kind"])}))
    return found
