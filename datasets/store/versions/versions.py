"""The store: datasets in versions. A version is a list of batches and never changes; publishing inserts one row.

The last publication row of a dataset says which version is published, so publishing is a single insert: a process
that dies before the commit leaves the published version unchanged.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
import sqlalchemy as sa
from sqlalchemy import exc

from datasets.files.whole_files import write_atomically
from datasets.kinds import ImportKind
from datasets.store.model import (
    SHIPPED,
    Action,
    Batch,
    DatasetExistsError,
    Delivery,
    RowChange,
    SavedMapping,
    StaleDraftError,
    StoredDataset,
    UnknownError,
    Version,
    VersionState,
)
from datasets.store.records import StoreRecords, add_event
from datasets.store.schema import TABLES, batch, column_mapping, dataset, discard, publication, version, version_batch
from datasets.store.versions.bulk import insert_rows
from datasets.store.versions.compare import CHANGES, count_changes, list_changes
from datasets.store.versions.contents import expect_state, find_unused_batches, read_changed_kinds, read_effective_rows


class Store(StoreRecords):
    """A database of datasets in versions: what is changed, and the rows of versions.

    Every method may raise StoreUnavailableError; those that take an id raise UnknownError for one that is not there.
    """

    def add_dataset(self, dataset_id: str, name: str, description: str, base: str | None, who: str) -> StoredDataset:
        """Add a dataset without versions; figures that it lacks come from the shipped dataset ``base``, if given.

        Raises DatasetExistsError.
        """
        if base is not None and base not in SHIPPED:
            raise UnknownError("base", base, SHIPPED)
        values = {"id": dataset_id, "name": name, "description": description, "base": base}
        try:
            with self.write_transaction() as connection:
                connection.execute(sa.insert(dataset).values(**values, created_at=self.now(), created_by=who))
                add_event(connection, self.now(), who, Action.CREATE_DATASET, dataset_id=dataset_id, name=name)
        except exc.IntegrityError as error:
            raise DatasetExistsError(dataset_id) from error
        return next(each for each in self.datasets() if each.id == dataset_id)

    def add_draft(self, dataset_id: str, deliveries: Sequence[Delivery], who: str, note: str = "") -> Version:
        """Import files into a new draft on top of the published version; all of them or, on an error, nothing.

        Raises ValueError for rows in other columns than those of ``STORED``.
        """
        with self.write_transaction() as connection:
            self.versions(dataset_id)  # raises for an unknown one
            ids = [self._add_batch(connection, dataset_id, delivery, who) for delivery in deliveries]
            parent = self._lock_dataset(connection, dataset_id)
            draft = self._add_version(connection, who, dataset_id, note, parent, ids)
            files = [_describe_file(each) for each in draft.batches if each.id in ids]
            self._add_event(connection, draft, who, Action.IMPORT, files=files)
        return draft

    def publish(self, version_id: int, who: str, proven_by: str = "") -> None:
        """Publish a draft. Raises StaleDraftError if another version was published since, VersionStateError.

        ``proven_by`` is the fingerprint of the program that has checked that it can show the version.
        """
        with self.write_transaction() as connection:
            draft, current = self._lock_version(connection, version_id)
            expect_state(draft, VersionState.DRAFT)
            if draft.parent_id != (current.id if current else None):
                raise _build_stale_error(connection, draft, current)
            self._put_in_force(connection, draft, current, who, Action.PUBLISH, proven_by)

    def rebase(self, version_id: int, who: str) -> Version:
        """Put the new batches of a stale draft on the published version, as a draft; others are returned unchanged.

        Raises VersionStateError.
        """
        with self.write_transaction() as connection:
            draft, current = self._lock_version(connection, version_id)
            expect_state(draft, VersionState.DRAFT)
            if draft.parent_id == (current.id if current else None):
                return draft
            parent = self.version(draft.parent_id) if draft.parent_id else None
            ids = [each.id for each in draft.batches if parent is None or each not in parent.batches]
            rebased = self._add_version(connection, who, draft.dataset_id, draft.note, current, ids)
            onto = current.number if current else None
            self._add_event(connection, rebased, who, Action.REBASE, rebased=draft.number, onto=onto)
        return rebased

    def roll_back(self, dataset_id: str, number: int, who: str, proven_by: str = "") -> Version:
        """Publish an earlier version again, as ``publish``. Raises VersionStateError for one never published."""
        with self.write_transaction() as connection:
            current = self._lock_dataset(connection, dataset_id)
            known = {each.number: each for each in self.versions(dataset_id)}
            if number not in known:
                raise UnknownError("version", number, known)
            expect_state(known[number], VersionState.EARLIER)
            self._put_in_force(connection, known[number], current, who, Action.ROLL_BACK, proven_by)
            return self.version(known[number].id)

    def withdraw(self, dataset_id: str, who: str) -> Version:
        """Stop publishing a dataset, and return the version that was published. Raises UnknownError if none is."""
        with self.write_transaction() as connection:
            current = self._lock_dataset(connection, dataset_id)
            if current is None:
                raise UnknownError("published version of dataset", dataset_id, [])
            self._publish_next(connection, dataset_id, None, current, who)
            self._add_event(connection, current, who, Action.WITHDRAW)
            return self.version(current.id)

    def discard(self, version_id: int, who: str) -> None:
        """Discard a draft, and delete the rows that no other version uses. Raises VersionStateError."""
        with self.write_transaction() as connection:
            draft, _ = self._lock_version(connection, version_id)
            expect_state(draft, VersionState.DRAFT)
            connection.execute(sa.insert(discard).values(version_id=draft.id, at=self.now(), by=who))
            self._add_event(connection, draft, who, Action.DISCARD)
            for each in find_unused_batches(connection, draft):
                table = TABLES[each.kind]
                connection.execute(sa.delete(table).where(table.c.batch_id == each.id))

    # Rows of versions.

    def rows(self, version_id: int, kind: ImportKind) -> pd.DataFrame:
        """The effective rows of a kind in a version, in the columns of ``STORED[kind]`` (see ``read_rows``).

        Raises VersionStateError for a discarded version.
        """
        with self.read_transaction() as connection:
            return read_effective_rows(connection, self.version(version_id), kind)

    def changes(self, version_id: int, against: int | None = None, limit: int | None = None) -> pd.DataFrame:
        """The changes of a version against another (default: its parent), as ``list_changes`` has them.

        At most ``limit`` rows of a kind are listed; ``change_counts`` counts all. Raises VersionStateError.
        """
        with self.read_transaction() as connection:
            pairs = read_changed_kinds(connection, *self._find_pair(version_id, against))
            parts = [list_changes(kind, before, after, limit) for kind, before, after in pairs]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=CHANGES, dtype="str")

    def change_counts(self, version_id: int, against: int | None = None) -> dict[ImportKind, dict[RowChange, int]]:
        """Count by kind the rows that a version adds, changes and removes against another (default: its parent).

        Kinds whose batches are the same are left out. Raises VersionStateError.
        """
        with self.read_transaction() as connection:
            pairs = read_changed_kinds(connection, *self._find_pair(version_id, against))
            return {kind: count_changes(kind, before, after) for kind, before, after in pairs}

    def count_changed_rows(self, version_id: int) -> tuple[int, int, int]:
        """How many rows of all kinds a version adds, changes and removes against its parent. Raises as ``changes``."""
        counts = self.change_counts(version_id).values()
        added, changed, removed = (sum(each[change] for each in counts) for change in RowChange)
        return added, changed, removed

    # Saved mappings and the trail.

    def save_mapping(self, name: str, kind: ImportKind, mapping: str, fingerprint: str, who: str) -> SavedMapping:
        """Save a mapping of columns, as JSON, for files with the same headings."""
        values = {"name": name, "kind": kind, "mapping": mapping, "fingerprint": fingerprint}
        with self.write_transaction() as connection:
            added = sa.insert(column_mapping).values(**values, created_at=self.now(), created_by=who)
            id_ = connection.execute(added.returning(column_mapping.c.id)).scalar_one()
            return self._select_mappings(column_mapping.c.id == id_)[0]

    def _find_pair(self, version_id: int, against: int | None) -> tuple[Version, Version | None]:
        """A version, and the one that it is compared with: ``against``, else its parent."""
        after = self.version(version_id)
        other = after.parent_id if against is None else against
        return after, None if other is None else self.version(other)

    def _lock_version(self, connection: sa.Connection, version_id: int) -> tuple[Version, Version | None]:
        """Lock a version's dataset; return the version and the published one of the dataset."""
        current = self._lock_dataset(connection, self.version(version_id).dataset_id)
        return self.version(version_id), current

    def _lock_dataset(self, connection: sa.Connection, dataset_id: str) -> Version | None:
        """Lock a dataset until the end of the transaction, and return its published version. Raises UnknownError."""
        # KEY SHARE: does not wait for an import that is under way, whose rows refer to the dataset.
        connection.execute(sa.select(dataset.c.id).where(dataset.c.id == dataset_id).with_for_update(key_share=True))
        return next((each for each in self.versions(dataset_id) if each.state is VersionState.PUBLISHED), None)

    def _add_version(
        self,
        connection: sa.Connection,
        who: str,
        dataset_id: str,
        note: str,
        parent: Version | None,
        batch_ids: Sequence[int],
    ) -> Version:
        """Add a version of a locked dataset, with the batches of its parent and the given ones."""
        numbers = sa.select(sa.func.max(version.c.number)).where(version.c.dataset_id == dataset_id)
        values = {"dataset_id": dataset_id, "number": (connection.scalar(numbers) or 0) + 1, "note": note}
        values |= {"parent_id": parent.id if parent else None, "created_at": self.now(), "created_by": who}
        version_id = connection.execute(sa.insert(version).values(**values).returning(version.c.id)).scalar_one()
        ids = [*(each.id for each in parent.batches), *batch_ids] if parent else batch_ids
        if ids:
            entries = [{"version_id": version_id, "batch_id": id_, "position": place} for place, id_ in enumerate(ids)]
            connection.execute(sa.insert(version_batch), entries)
        return self.version(version_id)

    def _add_batch(self, connection: sa.Connection, dataset_id: str, delivery: Delivery, who: str) -> int:
        names = ("kind", "file_name", "digest", "size", "rows_read", "replace", "good_only", "datum", "note")
        values = {name: getattr(delivery, name) for name in names}
        values |= {"rows_kept": len(delivery.rows), "rows_left_out": delivery.rows_read - len(delivery.rows)}
        values |= {"dataset_id": dataset_id, "created_at": self.now(), "created_by": who}
        added = sa.insert(batch).values(**values)
        batch_id: int = connection.execute(added.returning(batch.c.id)).scalar_one()
        insert_rows(connection, delivery.kind, batch_id, delivery.rows)
        return batch_id

    def _put_in_force(
        self,
        connection: sa.Connection,
        chosen: Version,
        current: Version | None,
        who: str,
        action: Action,
        proven_by: str,
    ) -> None:
        self._publish_next(connection, chosen.dataset_id, chosen, current, who)
        proof = {"proven_by": proven_by} if proven_by else {}
        self._add_event(connection, chosen, who, action, previous=current.number if current else None, **proof)

    def _publish_next(
        self, connection: sa.Connection, dataset_id: str, chosen: Version | None, current: Version | None, who: str
    ) -> None:
        """The single insert that switches from one version to another, or to none."""
        self.lock_table(connection, publication)
        values = {
            "dataset_id": dataset_id,
            "version_id": chosen.id if chosen else None,
            "previous_version_id": current.id if current else None,
        }
        connection.execute(sa.insert(publication).values(**values, at=self.now(), by=who))

    def _add_event(
        self, connection: sa.Connection, about: Version, who: str, action: Action, **details: object
    ) -> None:
        add_event(
            connection,
            self.now(),
            who,
            action,
            dataset_id=about.dataset_id,
            version_id=about.id,
            number=about.number,
            **details,
        )


def open_migrated_store(url: str, folder: Path, now: Callable[[], datetime]) -> Store:
    """The store at ``url``, its tables up to date. Raises StoreUnavailableError.

    A file in ``folder`` names the store that the folder was used with: emptied, it is not taken for a new one.
    """
    store, mark = Store(url, now), folder / "store.txt"
    expected = mark.exists() and mark.read_text("utf-8") == store.where
    store.migrate(expected)
    if not expected:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(mark, store.where.encode())
    return store


def _describe_file(each: Batch) -> dict[str, object]:
    """The fields of a file that the trail records."""
    fields = ("kind", "file_name", "digest", "rows_read", "rows_kept", "rows_left_out", "replace", "good_only")
    return {name: getattr(each, name) for name in fields}


def _build_stale_error(connection: sa.Connection, draft: Version, current: Version | None) -> StaleDraftError:
    question = sa.select(publication.c.by, publication.c.at).where(publication.c.dataset_id == draft.dataset_id)
    by, at = connection.execute(question.order_by(publication.c.id.desc()).limit(1)).one()
    return StaleDraftError(draft.number, current.number if current else None, by, at)
