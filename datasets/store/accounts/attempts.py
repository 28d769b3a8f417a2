"""Limit login attempts: failures delay further ones, but nobody can lock somebody else out.

What counts is the name together with the address. A limit on the name alone would let anybody lock its owner out; one
on the address alone would let one colleague, or one stranger behind the same proxy, lock out everybody there. So:

- After ``FREE`` failures of a name from an address, each further one doubles the wait of that name from that address,
  up to ``LONGEST_WAIT``: a hundred guesses a day. From any other address the right password opens at once.
- A guesser with many addresses would get ``FREE`` guesses from each. So all failures of a name are limited too, at a
  rate that no person reaches; and one with many names, who costs the server a slow hash for each, by address. These two
  bind only addresses from which the name has not been opened lately: its owner, where they usually sit, is not touched.
- Neither wait is slept through: it is told, and an attempt that comes too early is not looked at and does not count, so
  that impatience makes nothing worse, and it tells nothing of the password.

A name is treated alike whether or not there is an account of it.
"""

from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

import sqlalchemy as sa

from datasets.store.schema import login_attempt

FREE = 5  # failures of a name from an address before the first wait
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=15)
OF_NAME, OF_ADDRESS = (100, timedelta(hours=1)), (100, timedelta(minutes=15))  # failures within a time
_KEPT = timedelta(days=1)  # failures
_KNOWN = timedelta(days=90)  # after a success
_HOST_BITS = 64  # bits of an IPv6 address that one subscriber shares


class TooManyFailuresError(Exception):
    """An attempt that comes too early; ``seconds`` until the next one is accepted, at least 1."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many failed attempts; the next is looked at in {seconds} seconds")
        self.seconds = seconds


def begin_attempt(connection: sa.Connection, name: str, address: str, now: datetime) -> int:
    """Record an attempt, as failed until it succeeds, and return its id. Raises TooManyFailuresError.

    Attempts are admitted one after another over all processes, so that simultaneous ones cannot exceed the limit.
    """
    if connection.dialect.name == "postgresql":  # a writer to SQLite is alone anyway
        connection.execute(sa.text("LOCK TABLE login_attempt IN SHARE ROW EXCLUSIVE MODE"))
    failed_long_ago = sa.and_(~login_attempt.c.succeeded, login_attempt.c.at <= now - _KEPT)
    connection.execute(sa.delete(login_attempt).where(failed_long_ago | (login_attempt.c.at <= now - _KNOWN)))
    address = network_of(address)
    until = _find_next_allowed(connection, name, address, now)
    if until > now:
        raise TooManyFailuresError(-((now - until) // timedelta(seconds=1)))  # rounded up
    new = sa.insert(login_attempt).values(name=name, address=address, at=now, succeeded=False)
    return int(connection.execute(new.returning(login_attempt.c.id)).scalar_one())


def mark_attempt_succeeded(connection: sa.Connection, attempt: int) -> None:
    """Record that an attempt succeeded."""
    connection.execute(sa.update(login_attempt).where(login_attempt.c.id == attempt).values(succeeded=True))


def forget_attempts(connection: sa.Connection, name: str) -> None:
    """Delete the attempts of a name from all addresses."""
    connection.execute(sa.delete(login_attempt).where(login_attempt.c.name == name))


def _find_next_allowed(connection: sa.Connection, name: str, address: str, now: datetime) -> datetime:
    """When the next attempt is accepted; ``now`` or earlier where it is at once."""
    of_name, of_address = login_attempt.c.name == name, login_attempt.c.address == address
    pair = sa.and_(of_name, of_address)
    opened = connection.scalar(sa.select(sa.func.max(login_attempt.c.id)).where(pair, login_attempt.c.succeeded))
    failed = sa.select(sa.func.count(), sa.func.max(login_attempt.c.at)).where(pair, login_attempt.c.id > (opened or 0))
    count, last = connection.execute(failed).one()
    waits = [last + min(FIRST_WAIT * 2 ** min(count - FREE, 20), LONGEST_WAIT)] if count >= FREE else []
    if opened is None:
        waits += [
            _find_time_below_limit(connection, of_name, *OF_NAME, now),
            _find_time_below_limit(connection, of_address, *OF_ADDRESS, now),
        ]
    return max(waits, default=now)


def _find_time_below_limit(
    connection: sa.Connection, which: sa.ColumnElement[bool], most: int, within: timedelta, now: datetime
) -> datetime:
    """When fewer than ``most`` failures lie ``within`` the time before; ``now`` if they do already."""
    counted = sa.and_(which, ~login_attempt.c.succeeded, login_attempt.c.at > now - within)
    newest_first = sa.select(login_attempt.c.at).where(counted).order_by(login_attempt.c.at.desc())
    at = connection.execute(newest_first.offset(most - 1).limit(1)).scalar_one_or_none()
    return now if at is None else at + within


def network_of(address: str) -> str:
    """An address, or the network of an IPv6 address that one subscriber has."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Address(int(found) >> _HOST_BITS << _HOST_BITS))
