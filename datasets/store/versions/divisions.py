"""Save and withdraw the groups of a region that all its readers see. The trail records who did."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from datasets.saved_division import SavedDivision
from datasets.store import records
from datasets.store.engine.database import Database
from datasets.store.model import Action
from datasets.store.schema import division

NEVER = 0  # the id of the last division of a region that has had none
_LISTED = 6


class StaleDivisionError(Exception):
    """Somebody else has saved or withdrawn groups of the region meanwhile: ``last`` is what they did."""

    def __init__(self, last: SavedDivision) -> None:
        super().__init__(f"{last.by} changed the groups of {last.region} at {last.at:%Y-%m-%d %H:%M} UTC")
        self.last = last


class Divisions:
    """The divisions of the regions of a database. ``now`` returns the time with its zone.

    The last one of a region says which groups its readers see; the earlier ones stay. All methods may raise
    StoreUnavailableError.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    def list_last(self, region: str) -> tuple[SavedDivision, ...]:
        """The last divisions of a region, the newest first, withdrawals among them."""
        asked = sa.select(division).where(division.c.region == region).order_by(division.c.id.desc()).limit(_LISTED)
        with self._database.read_transaction() as connection:
            return tuple(SavedDivision(**row) for row in connection.execute(asked).mappings())

    def save(self, region: str, groups: str, seen: int, who: str) -> None:
        """Save groups as an address has them, or withdraw those that there are with "".

        ``seen`` is the id of the last division that the editor knew of; raises StaleDivisionError if it is another.
        """
        with self._database.write_transaction() as connection:
            self._database.lock_table(connection, division)
            last = next(iter(self.list_last(region)), None)
            if last and last.id != seen:
                raise StaleDivisionError(last)
            at = self._now()
            connection.execute(sa.insert(division).values(region=region, groups=groups, at=at, by=who))
            action = Action.SAVE_DIVISION if groups else Action.WITHDRAW_DIVISION
            records.add_event(connection, at, who, action, region=region, groups=groups)
