"""Sessions: who is logged in where. Each ends for itself, with its account's password, role or deactivation, or by age.

A session is known by a secret that its browser keeps; the table holds the secret's hash, so that nobody who can read
the database can go on with somebody's session.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from datasets.store.schema import account, session

SESSION_LIFETIME = timedelta(hours=12)


def begin_session(connection: sa.Connection, account_id: int, now: datetime) -> str:
    """The secret of a new session of an account. Sessions that ended by age are forgotten."""
    connection.execute(sa.delete(session).where(session.c.expires_at <= now))
    secret = secrets.token_urlsafe(32)
    new = {"digest": _digest(secret), "account_id": account_id, "created_at": now, "expires_at": now + SESSION_LIFETIME}
    connection.execute(sa.insert(session).values(**new))
    return secret


def find_account_of_session(connection: sa.Connection, secret: str, now: datetime) -> sa.Row[Any] | None:
    """The row of the active account whose session it is; None if it was ended."""
    asked = sa.select(account).join(session, session.c.account_id == account.c.id)
    live = sa.and_(session.c.digest == _digest(secret), session.c.expires_at > now, account.c.active)
    return connection.execute(asked.where(live)).one_or_none()


def end_session(connection: sa.Connection, secret: str) -> None:
    """Forget a session; others of the account go on."""
    connection.execute(sa.delete(session).where(session.c.digest == _digest(secret)))


def end_all_sessions(connection: sa.Connection, account_id: int) -> None:
    """Forget all sessions of an account."""
    connection.execute(sa.delete(session).where(session.c.account_id == account_id))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
