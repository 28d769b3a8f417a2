"""One-time links with which somebody chooses a password: the first administrator, who was invited, who forgot theirs.

A link holds 256 random bits, of which the table keeps the hash only. It is good for one password and for some time, and
a new one for the same purpose makes the earlier one worthless.
"""

import secrets
from datetime import timedelta
from enum import StrEnum

import sqlalchemy as sa

from datasets.store import records
from datasets.store.accounts.accounts import Account, AccountError, AccountRole, Accounts, hash_secret
from datasets.store.accounts.attempts import begin_attempt
from datasets.store.model import Action
from datasets.store.schema import account, account_link

SETUP_LIFETIME, PASSWORD_LIFETIME = timedelta(hours=24), timedelta(days=3)
_TOLD = timedelta(days=30)  # after it expired a link can still be told from one that never was
_GUESSER = "\x01one-time link"  # in place of a name, for the limit of attempts; no account can have it


class LinkFault(StrEnum):
    """Why a link opens nothing."""

    UNKNOWN = "unknown"  # never made, or replaced by a newer one
    USED = "used"
    EXPIRED = "expired"
    SET_UP = "set_up"  # there is an administrator meanwhile


class LinkError(Exception):
    """A link that opens nothing, and why."""

    def __init__(self, fault: LinkFault) -> None:
        super().__init__(f"this link is {fault}")
        self.fault = fault


class AdministratorExistsError(AccountError):
    """No link makes an administrator where there is one who can invite others."""


class AccountLinks:
    """The links to the accounts of a database. All methods may raise StoreUnavailableError.

    Every method that takes a ``secret`` raises LinkError, and for guesses from one address TooManyFailuresError.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._accounts, self._database, self._now = accounts, accounts.database, accounts.now

    def make_for_setup(self, who: str) -> str:
        """The secret of a link that makes the first administrator. Raises AdministratorExistsError."""
        with self._database.write_transaction() as connection:
            if self._accounts.has_administrator():
                raise AdministratorExistsError(
                    "there is an administrator already, who invites others; account password changes a password"
                )
            return self._make(connection, None, SETUP_LIFETIME, who)

    def make_for_password(self, name: str, who: str) -> str:
        """The secret of a link with which the owner of an account chooses a password. Raises AccountError."""
        with self._database.write_transaction() as connection:
            return self._make(connection, self._accounts.find(name), PASSWORD_LIFETIME, who)

    def check_setup(self, secret: str, address: str) -> None:
        """Raise LinkError unless a link makes the first administrator."""
        self._find(secret, address, setup=True)

    def find_account(self, secret: str, address: str) -> Account:
        """Whose password a link changes."""
        return self._find_owner(self._find(secret, address, setup=False))

    def set_up(self, secret: str, address: str, name: str, password: str) -> Account:
        """Make the first administrator. Raises AccountError, WeakPasswordError; then the link is still good."""
        self._find(secret, address, setup=True)
        with self._database.write_transaction() as connection:
            self._use(connection, secret)
            if self._accounts.has_administrator():
                raise LinkError(LinkFault.SET_UP)
            return self._accounts.add(name, password, AccountRole.ADMINISTRATOR, f"{name} (set-up link)")

    def choose_password(self, secret: str, address: str, password: str) -> Account:
        """Give the link's account a password. Raises WeakPasswordError; then the link is still good."""
        owner = self.find_account(secret, address)
        with self._database.write_transaction() as connection:
            self._use(connection, secret)
            self._accounts.set_password(owner.name, password, owner.name)
        return owner

    def _make(self, connection: sa.Connection, owner: Account | None, lifetime: timedelta, who: str) -> str:
        secret, now = secrets.token_urlsafe(32), self._now()
        of_owner = account_link.c.account_id == (owner.id if owner else None)  # None: IS NULL
        replaced = sa.and_(of_owner, account_link.c.used_at.is_(None))
        connection.execute(sa.delete(account_link).where(replaced | (account_link.c.expires_at <= now - _TOLD)))
        kept = {"digest": hash_secret(secret), "account_id": owner.id if owner else None}
        connection.execute(sa.insert(account_link).values(**kept, created_at=now, expires_at=now + lifetime))
        records.add_event(connection, now, who, Action.MAKE_LINK, account=owner.name if owner else None)
        return secret

    def _find(self, secret: str, address: str, *, setup: bool) -> "sa.Row[tuple[object, ...]]":
        """The row of a link that can be used; a guess counts as an attempt, a link that was made does not."""
        kind = account_link.c.account_id.is_(None) if setup else account_link.c.account_id.is_not(None)
        asked = sa.select(account_link).where(account_link.c.digest == hash_secret(secret), kind)
        with self._database.read_transaction() as connection:
            row = connection.execute(asked).one_or_none()
        if row is None:
            with self._database.write_transaction() as connection:
                begin_attempt(connection, _GUESSER, address, self._now())
            raise LinkError(LinkFault.UNKNOWN)
        if row.used_at is not None:
            raise LinkError(LinkFault.USED)
        if row.expires_at <= self._now():
            raise LinkError(LinkFault.EXPIRED)
        if setup and self._accounts.has_administrator():
            raise LinkError(LinkFault.SET_UP)
        return row

    def _find_owner(self, row: "sa.Row[tuple[object, ...]]") -> Account:
        with self._database.read_transaction() as connection:
            name = connection.execute(sa.select(account.c.name).where(account.c.id == row.account_id)).scalar_one()
        owner = self._accounts.find(name)
        if not owner.active:
            raise LinkError(LinkFault.UNKNOWN)
        return owner

    def _use(self, connection: sa.Connection, secret: str) -> None:
        """Note that a link is used, once of all who try at the same time."""
        unused = sa.and_(account_link.c.digest == hash_secret(secret), account_link.c.used_at.is_(None))
        if connection.execute(sa.update(account_link).where(unused).values(used_at=self._now())).rowcount != 1:
            raise LinkError(LinkFault.USED)
