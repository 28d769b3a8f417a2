"""Keep the storyboards of accounts. Each is its owner's alone, and a change is taken only of the newest revision."""

import sqlalchemy as sa

from datasets.queries.storyboard import Storyboard
from datasets.store.schema import storyboard
from datasets.store.versions.versions import Store

MOST_OF_ONE = 40  # storyboards of an account


class ChangedMeanwhileError(Exception):
    """Somebody else has changed the storyboard since: ``newest`` is what they made of it."""

    def __init__(self, newest: Storyboard) -> None:
        super().__init__(f"storyboard {newest.id} is at revision {newest.revision}")
        self.newest = newest


class TooManyError(Exception):
    """The account has as many storyboards as it may."""


class Storyboards:
    """The storyboards of a store, by the id of the account. All methods may raise StoreUnavailableError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list_of(self, account: int) -> list[Storyboard]:
        """Those of an account, the one changed last first."""
        own = sa.select(storyboard).where(storyboard.c.account_id == account)
        with self._store.read_transaction() as connection:
            rows = connection.execute(own.order_by(storyboard.c.changed_at.desc(), storyboard.c.id))
            return [Storyboard.model_validate(row.body) for row in rows]

    def save(self, account: int, changed: Storyboard) -> Storyboard:
        """Keep a storyboard and return it with its new revision; one that is not there is added.

        Raises ChangedMeanwhileError where it is kept in another revision than the one that was changed, TooManyError.
        """
        kept = changed.model_copy(update={"revision": changed.revision + 1})
        values = {"revision": kept.revision, "body": kept.model_dump(), "changed_at": self._store.now()}
        key = (storyboard.c.account_id == account) & (storyboard.c.id == changed.id)
        is_same = storyboard.c.revision == changed.revision
        with self._store.write_transaction() as connection:
            if connection.execute(sa.update(storyboard).where(key & is_same).values(**values)).rowcount:
                return kept
            if newest := connection.scalar(sa.select(storyboard.c.body).where(key)):
                raise ChangedMeanwhileError(Storyboard.model_validate(newest))
            own = sa.select(sa.func.count()).where(storyboard.c.account_id == account)
            if (connection.scalar(own) or 0) >= MOST_OF_ONE:
                raise TooManyError
            connection.execute(sa.insert(storyboard).values(account_id=account, id=changed.id, **values))
        return kept

    def delete(self, account: int, id_: str) -> None:
        """Delete a storyboard; one that is not there is gone already."""
        key = (storyboard.c.account_id == account) & (storyboard.c.id == id_)
        with self._store.write_transaction() as connection:
            connection.execute(sa.delete(storyboard).where(key))
