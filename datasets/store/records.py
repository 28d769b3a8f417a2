"""Read what the store keeps of datasets, versions and their trail, and add to the trail."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from datasets.kinds import ImportKind
from datasets.store.engine.database import Database
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
from datasets.store.schema import (
    batch,
    column_mapping,
    dataset,
    discard,
    division,
    event,
    publication,
    version,
    version_batch,
)

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
    values = {"at": at, "who": who, "action": action, "dataset_id": dataset_id, "version_id": version_id}
    connection.execute(sa.insert(event).values(**values, details=details))


class StoreRecords(Database):
    """What a database tells of its datasets; ``now`` returns the time with its zone.

    Every method may raise StoreUnavailableError; those that take an id raise UnknownError for one that is not there.
    """

    def __init__(self, url: str, now: Callable[[], datetime]) -> None:
        super().__init__(url)
        self.now = now

    def datasets(self) -> list[StoredDataset]:
        """All datasets, the oldest first."""
        question = (
            sa.select(dataset, version.c.number.label("published"), version.c.id.label("published_version_id"))
            .select_from(dataset)
            .outerjoin(version, sa.and_(version.c.dataset_id == dataset.c.id, version.c.id.in_(_published)))
            .order_by(dataset.c.created_at, dataset.c.id)
        )
        return [StoredDataset(**row) for row in self._select(question)]

    def dataset(self, dataset_id: str) -> StoredDataset | None:
        """A dataset, None if there is none of that id."""
        return next((each for each in self.datasets() if each.id == dataset_id), None)

    def versions(self, dataset_id: str) -> list[Version]:
        """A dataset's versions, newest first."""
        found = self._select_versions(version.c.dataset_id == dataset_id)
        known = [] if found else [row["id"] for row in self._select(sa.select(dataset.c.id).order_by(dataset.c.id))]
        if not found and dataset_id not in known:
            raise UnknownError("dataset", dataset_id, known)
        return found

    def version(self, version_id: int) -> Version:
        """A version by its id."""
        if found := self._select_versions(version.c.id == version_id):
            return found[0]
        known = self._select(sa.select(version.c.id).order_by(version.c.id))
        raise UnknownError("version", version_id, [row["id"] for row in known])

    def published(self) -> dict[str, Version]:
        """The published version of every dataset that has one."""
        return {each.dataset_id: each for each in self._select_versions(version.c.id.in_(_published))}

    def state(self) -> int:
        """A number that grows whenever anything is published or groups are saved; 0 before the first time."""
        last = [sa.select(sa.func.max(table.c.id)).scalar_subquery() for table in (publication, division)]
        with self.read_transaction() as connection:
            return sum(each or 0 for each in connection.execute(sa.select(*last)).one())

    def proven_by(self, version_id: int) -> str:
        """The fingerprint of the program that checked a version when it was last published; "" if none did."""
        put = event.c.action.in_((Action.PUBLISH, Action.ROLL_BACK))
        last = sa.select(event.c.details).where(event.c.version_id == version_id, put).order_by(event.c.id.desc())
        with self.read_transaction() as connection:
            details = connection.scalar(last.limit(1)) or {}
        return str(details.get("proven_by", ""))

    def mappings(self, kind: ImportKind) -> list[SavedMapping]:
        """The saved mappings of a kind, newest first; only the last of each name."""
        found = self._select_mappings(column_mapping.c.kind == kind)
        return list({each.name: each for each in reversed(found)}.values())[::-1]

    def mapping_for(self, fingerprint: str) -> SavedMapping | None:
        """The mapping that was last saved for files with these headings, None without one."""
        return next(iter(self._select_mappings(column_mapping.c.fingerprint == fingerprint)), None)

    def trail(self, dataset_id: str | None = None, limit: int = 200) -> list[Event]:
        """Who did what, newest first; of all datasets or of one."""
        question = sa.select(event).order_by(event.c.id.desc()).limit(limit)
        if dataset_id is not None:
            question = question.where(event.c.dataset_id == dataset_id)
        return [Event(**{**row, "action": Action(row["action"])}) for row in self._select(question)]

    def _select(self, question: "sa.Select[Any]") -> "list[sa.RowMapping]":
        with self.read_transaction() as connection:
            return list(connection.execute(question).mappings())

    def _select_mappings(self, condition: "sa.ColumnElement[bool]") -> list[SavedMapping]:
        """Saved mappings of columns, newest first."""
        rows = self._select(sa.select(column_mapping).where(condition).order_by(column_mapping.c.id.desc()))
        return [SavedMapping(**{**row, "kind": ImportKind(row["kind"])}) for row in rows]

    def _select_versions(self, condition: "sa.ColumnElement[bool]") -> list[Version]:
        state = sa.case(
            (version.c.id.in_(_published), VersionState.PUBLISHED),
            (version.c.id.in_(_ever_published), VersionState.EARLIER),
            (version.c.id.in_(sa.select(discard.c.version_id)), VersionState.DISCARDED),
            else_=VersionState.DRAFT,
        )
        question = sa.select(version, state.label("state")).where(condition).order_by(version.c.id.desc())
        parts = (
            sa.select(version_batch.c.version_id, batch)
            .join(batch, batch.c.id == version_batch.c.batch_id)
            .join(version, version.c.id == version_batch.c.version_id)
            .where(condition)
            .order_by(version_batch.c.version_id, version_batch.c.position)
        )
        batches: dict[int, list[Batch]] = {}
        with self.read_transaction() as connection:
            rows = connection.execute(question).mappings().all()
            for row in connection.execute(parts).mappings():
                fields = {name: value for name, value in row.items() if name != "version_id"}
                batches.setdefault(row["version_id"], []).append(Batch(**{**fields, "kind": ImportKind(row["kind"])}))
        return [
            Version(**{**row, "state": VersionState(row["state"]), "batches": tuple(batches.get(row["id"], ()))})
            for row in rows
        ]
