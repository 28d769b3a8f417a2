"""Accounts: roles and rights, passwords, limited login attempts. The trail records every change of an account.

A session ends by logging out, by age, or with a change of password, role or activation. The browser keeps its secret;
the table holds only the hash, so that nobody who can read the database can take over a session.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from werkzeug.security import check_password_hash, generate_password_hash

from datasets.store import records
from datasets.store.accounts.attempts import begin_attempt, forget_attempts, mark_attempt_succeeded
from datasets.store.accounts.last_known import LastKnownAnswers
from datasets.store.accounts.passwords import check_password, normalize_password
from datasets.store.engine.database import Database
from datasets.store.model import Action
from datasets.store.schema import account, account_link, session

LONGEST_NAME = 64  # characters
SESSION_LIFETIME = timedelta(hours=12)
_SESSION_KNOWN = 60 * 60  # seconds without the store for which a known session still counts
_METHOD = "scrypt:32768:8:1"
_NO_PASSWORD = ""  # in place of a hash, until somebody who was invited has chosen one
_NOBODY = f"{'0' * 16}${'0' * 128}"  # no password has this hash; checking against it takes as long as against any other


class Right(StrEnum):
    """What an account may be allowed to do."""

    READ = "read"
    IMPORT = "import"
    PUBLISH = "publish"
    ADMINISTER = "administer"


class AccountRole(StrEnum):
    """The role of an account; each has the rights of those before it, and one more."""

    VIEWER = "viewer"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"

    @property
    def rights(self) -> tuple[Right, ...]:
        """What it may do."""
        return tuple(Right)[: list(AccountRole).index(self) + 1]

    def may(self, right: Right) -> bool:
        """Whether it may do something."""
        return right in self.rights


@dataclass(frozen=True)
class Account:
    """An account, without its password; ``has_password`` is false until somebody who was invited has chosen one."""

    id: int
    name: str
    role: AccountRole
    active: bool
    created_at: datetime
    last_login_at: datetime | None = field(compare=False)
    has_password: bool


class AccountError(ValueError):
    """An action on an account that is not possible; the message says why and what is allowed."""


class NameTakenError(AccountError):
    """There is an account of the name already."""


class UnusableNameError(AccountError):
    """A name that no account can have."""


class LastAdministratorError(AccountError):
    """A change that would leave nobody who can administer the accounts."""


class Accounts:
    """The accounts of a database. ``now`` returns the time with its zone. All methods may raise StoreUnavailableError.

    ``words`` are those that guessers of passwords try here first, such as the city's name.
    Names and passwords are taken in Unicode's compatible form (NFKC), so that full-width letters are the same ones.
    ``who`` is the name, for the trail, of whoever makes a change.
    """

    def __init__(self, database: Database, now: Callable[[], datetime], words: Sequence[str] = ()) -> None:
        self.database, self.now, self._words = database, now, words
        self._sessions = LastKnownAnswers(self._read_session, _SESSION_KNOWN)

    def add(self, name: str, password: str, role: AccountRole, who: str) -> Account:
        """Make an account. Raises AccountError for a name that is taken or none, WeakPasswordError."""
        name = _check_name(name)
        return self._insert(name, self._hash_password(name, password), role, who)

    def invite(self, name: str, role: AccountRole, who: str) -> Account:
        """Make an account that cannot log in before its owner has chosen a password. Raises AccountError."""
        return self._insert(_check_name(name), _NO_PASSWORD, role, who)

    def set_password(self, name: str, password: str, who: str) -> None:
        """Change a password, end the account's sessions and forget its failed attempts.

        Raises AccountError, WeakPasswordError.
        """
        found = self.find(name)
        self._change_account(
            found, who, Action.SET_PASSWORD, {"password_hash": self._hash_password(found.name, password)}
        )

    def set_role(self, name: str, role: AccountRole, who: str) -> None:
        """Change a role and end the account's sessions. Raises AccountError, of the last administrator's too."""
        found = self.find(name)
        self._change_account(found, who, Action.SET_ROLE, {"role": role}, role=role, before=found.role)

    def set_active(self, name: str, active: bool, who: str) -> None:
        """Let an account log in, or no longer, and end its sessions. Raises AccountError, as ``set_role``."""
        action = Action.ACTIVATE_ACCOUNT if active else Action.DEACTIVATE_ACCOUNT
        self._change_account(self.find(name), who, action, {"active": active})

    def find(self, name: str) -> Account:
        """The account of a name. Raises AccountError if there is none."""
        with self.database.read_transaction() as connection:
            row = connection.execute(sa.select(account).where(account.c.name == _normalize_name(name))).one_or_none()
        if row is None:
            raise AccountError(f"there is no account '{name}'; list shows those there are")
        return _build_account(row)

    def all(self) -> list[Account]:
        """Every account, by name."""
        with self.database.read_transaction() as connection:
            return [_build_account(row) for row in connection.execute(sa.select(account).order_by(account.c.name))]

    def has_administrator(self) -> bool:
        """Whether somebody can log in who may administer the accounts."""
        return self._count_administrators() > 0

    def begin_session(self, of: Account) -> str:
        """Begin a session and return its secret, for the browser to keep. Deletes expired sessions."""
        secret, now = secrets.token_urlsafe(32), self.now()
        times = {"created_at": now, "expires_at": now + SESSION_LIFETIME}
        with self.database.write_transaction() as connection:
            connection.execute(sa.delete(session).where(session.c.expires_at <= now))
            connection.execute(sa.insert(session).values(digest=hash_secret(secret), account_id=of.id, **times))
            connection.execute(sa.update(account).where(account.c.id == of.id).values(last_login_at=now))
        return secret

    def find_by_session(self, secret: str) -> Account | None:
        """The account of a session, None if it has ended. Known sessions go on while the store is out of reach."""
        return self._sessions(secret)

    def end_session(self, secret: str) -> None:
        """End one session; others of the account go on."""
        with self.database.write_transaction() as connection:
            connection.execute(sa.delete(session).where(session.c.digest == hash_secret(secret)))
        self._sessions.forget(secret)

    def log_in(self, name: str, password: str, address: str) -> Account | None:
        """The active account of a name and its password; None if either is wrong, not saying which.

        Raises TooManyFailuresError, whether or not there is an account of the name.
        """
        name = _normalize_name(name).replace("\0", "")[:LONGEST_NAME]  # a zero, PostgreSQL does not take
        with self.database.write_transaction() as connection:
            attempt = begin_attempt(connection, name, address, self.now())
        with self.database.read_transaction() as connection:
            row = connection.execute(sa.select(account).where(account.c.name == name)).one_or_none()
        kept = (_NO_PASSWORD if row is None else row.password_hash) or f"{_METHOD}${_NOBODY}"
        fits = check_password_hash(kept, normalize_password(password))
        if row is None or not fits or not row.active:
            return None
        with self.database.write_transaction() as connection:
            mark_attempt_succeeded(connection, attempt)
        return _build_account(row)

    def _read_session(self, secret: str) -> Account | None:
        asked = sa.select(account).join(session, session.c.account_id == account.c.id)
        live = sa.and_(session.c.digest == hash_secret(secret), session.c.expires_at > self.now(), account.c.active)
        with self.database.read_transaction() as connection:
            row = connection.execute(asked.where(live)).one_or_none()
        return None if row is None else _build_account(row)

    def _hash_password(self, name: str, password: str) -> str:
        check_password(password, name, self._words)
        return generate_password_hash(normalize_password(password), _METHOD)

    def _insert(self, name: str, password_hash: str, role: AccountRole, who: str) -> Account:
        kept = {"name": name, "password_hash": password_hash, "role": role, "active": True}
        try:
            with self.database.write_transaction() as connection:
                connection.execute(sa.insert(account).values(**kept, created_at=self.now()))
                records.add_event(connection, self.now(), who, Action.ADD_ACCOUNT, account=name, role=role)
                return self.find(name)
        except IntegrityError as error:
            raise NameTakenError(f"account '{name}' exists already") from error

    def _count_administrators(self) -> int:
        able = sa.and_(account.c.active, account.c.password_hash != _NO_PASSWORD)
        counted = sa.select(sa.func.count()).where(account.c.role == AccountRole.ADMINISTRATOR, able)
        with self.database.read_transaction() as connection:
            return int(connection.execute(counted).scalar_one())

    def _change_account(self, of: Account, who: str, action: Action, values: dict[str, Any], **told: Any) -> None:
        with self.database.write_transaction() as connection:
            self.database.lock_table(connection, account)  # two administrators could remove each other at once
            before = self._count_administrators()
            connection.execute(sa.update(account).where(account.c.id == of.id).values(**values))
            if before and not self._count_administrators():
                raise LastAdministratorError(f"account '{of.name}' is the last administrator; make another one first")
            connection.execute(sa.delete(session).where(session.c.account_id == of.id))
            if action is not Action.SET_ROLE:  # a link that was not used yet is for what was before
                unused = sa.and_(account_link.c.account_id == of.id, account_link.c.used_at.is_(None))
                connection.execute(sa.delete(account_link).where(unused))
            if "password_hash" in values:
                forget_attempts(connection, of.name)
            records.add_event(connection, self.now(), who, action, account=of.name, **told)


def _normalize_name(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _check_name(name: str) -> str:
    plain = _normalize_name(name)
    if not 1 <= len(plain) <= LONGEST_NAME or not plain.isprintable():
        got = repr(plain[:LONGEST_NAME])
        raise UnusableNameError(f"name: expected 1 to {LONGEST_NAME} printable characters, got {got}")
    return plain


def _build_account(row: sa.Row[Any]) -> Account:
    has_password = row.password_hash != _NO_PASSWORD
    return Account(row.id, row.name, AccountRole(row.role), row.active, row.created_at, row.last_login_at, has_password)


def hash_secret(secret: str) -> str:
    """What the tables keep of a secret: who reads them cannot use it."""
    return hashlib.sha256(secret.encode()).hexdigest()
