"""Save, list and delete scenarios of sites. The trail records who saved and deleted them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from datasets.siting.scenario import Scenario, format_changes, parse_changes
from datasets.store import records
from datasets.store.accounts.last_known import LastKnownAnswers
from datasets.store.engine.database import Database
from datasets.store.model import Action, UnknownError
from datasets.store.schema import scenario


class UnknownScenarioError(UnknownError):
    """There is no such scenario."""


class Scenarios:
    """The scenarios of a database. ``now`` returns the time with its zone.

    All methods may raise StoreUnavailableError, those that read only if they never reached the store; those that take
    an id raise UnknownScenarioError for one that is not there.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._all = LastKnownAnswers(self._read_all)

    def save(self, made: Scenario, who: str) -> Scenario:
        """Save a scenario; names need not be unique. Returns it with its id, maker and time."""
        body = {"type": made.type_, "year": made.year, "changes": format_changes(made.changes)}
        with self._database.write_transaction() as connection:
            at = self._now()
            values = {"name": made.name, "dataset": made.dataset, "body": body, "created_at": at, "created_by": who}
            added = connection.execute(sa.insert(scenario).values(**values).returning(scenario.c.id))
            id_ = int(added.scalar_one())
            records.add_event(connection, at, who, Action.SAVE_SCENARIO, name=made.name)
            return _find_scenario(connection, id_)

    def all(self) -> list[Scenario]:
        """Every scenario, the newest first."""
        return list(self._all())

    def find_by_ids(self, ids: Sequence[int]) -> list[Scenario]:
        """The scenarios of ``ids``, in their order."""
        known = {one.id: one for one in self._all()}
        for id_ in ids:
            if id_ not in known:
                raise UnknownScenarioError("scenario", id_, sorted(filter(None, known)))
        return [known[id_] for id_ in ids]

    def delete(self, id_: int, who: str) -> Scenario:
        """Delete a scenario and return it."""
        with self._database.write_transaction() as connection:
            found = _find_scenario(connection, id_)
            connection.execute(sa.delete(scenario).where(scenario.c.id == id_))
            records.add_event(connection, self._now(), who, Action.DELETE_SCENARIO, name=found.name)
        return found

    def _read_all(self) -> tuple[Scenario, ...]:
        with self._database.read_transaction() as connection:
            rows = connection.execute(sa.select(scenario).order_by(scenario.c.id.desc()))
            return tuple(_build_scenario(row) for row in rows)


def _find_scenario(connection: sa.Connection, id_: int) -> Scenario:
    row = connection.execute(sa.select(scenario).where(scenario.c.id == id_)).one_or_none()
    if row is None:
        raise UnknownScenarioError(
            "scenario", id_, connection.scalars(sa.select(scenario.c.id).order_by(scenario.c.id))
        )
    return _build_scenario(row)


def _build_scenario(row: sa.Row[Any]) -> Scenario:
    body = row.body
    changes = parse_changes(body["changes"])
    return Scenario(row.dataset, body["type"], body["year"], changes, row.name, row.created_by, row.created_at, row.id)
