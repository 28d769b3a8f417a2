"""Sessions of accounts. One ends by logging out, by age, or with a change of password, role or activation.

The browser keeps the secret of a session; the table holds only its hash, so that nobody who can read the database can
take over a session.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from datasets.store.schema import account, session

SESSION_LIFETIME = timedelta(hours=12)


def begin_session(connection: sa.Connection, account_id: int, now: datetime) -> str:
    """Begin a session of an account and return its secret. Deletes expired sessions."""
    connection.execute(sa.delete(session).where(session.c.expires_at <= now))
    secret = secrets.token_urlsafe(32)
    new = {
        "digest": _hash_secret(secret),
        "account_id": account_id,
        "created_at": now,
        "expires_at": now + SESSION_LIFETIME,
    }
    connection.execute(sa.insert(session).values(**new))
    return secret


def find_account_of_session(connection: sa.Connection, secret: str, now: datetime) -> sa.Row[Any] | None:
    """The row of the active account of a session; None if it has ended."""
    asked = sa.select(account).join(session, session.c.account_id == account.c.id)
    live = sa.and_(session.c.digest == _hash_secret(secret), session.c.expires_at > now, account.c.active)
    return connection.execute(asked.where(live)).one_or_none()


def end_session(connection: sa.Connection, secret: str) -> None:
    """Delete one session."""
    connection.execute(sa.delete(session).where(session.c.digest == _hash_secret(secret)))


def end_all_sessions(connection: sa.Connection, account_id: int) -> None:
    """Delete all sessions of an account."""
    connection.execute(sa.delete(session).where(session.c.account_id == account_id))


def _hash_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
