"""Attempts at a password are limited by name and by address, and nobody else is locked out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from datasets.store.accounts import accounts as module
from datasets.store.accounts.accounts import Accounts
from datasets.store.accounts.attempts import FREE, OF_ADDRESS, OF_NAME, TooManyFailuresError
from datasets.store.model import StoreUnavailableError
from datasets.store.schema import login_attempt
from datasets.store.versions.versions import Store
from tests.datasets.store.accounts.conftest import HOME, OTHER, PASSWORD, Clock


def fail(accounts: Accounts, times: int, name: str = "王编", address: str = HOME) -> None:
    for _ in range(times):
        assert accounts.log_in(name, "wrong password", address) is None


def failed_before(store: Store, clock: Clock, attempts: list[tuple[str, str]]) -> None:
    """Failures of names from addresses, all just now."""
    rows = [{"name": name, "address": each, "at": clock.at, "succeeded": False} for name, each in attempts]
    with store.write_transaction() as connection:
        connection.execute(sa.insert(login_attempt), rows)


def wait_of(accounts: Accounts, name: str = "王编", address: str = HOME) -> int:
    """Seconds until the right password is looked at."""
    with pytest.raises(TooManyFailuresError) as refused:
        accounts.log_in(name, PASSWORD, address)
    return refused.value.seconds


@pytest.mark.parametrize("name", ["王编", "无名"])
def test_after_five_failures_each_further_one_doubles_the_wait_whether_or_not_there_is_the_name(accounts, clock, name):
    fail(accounts, FREE, name)
    waits = []
    for _ in range(8):
        waits.append(wait_of(accounts, name))
        clock.at += timedelta(seconds=waits[-1])
        fail(accounts, 1, name)
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900]


def test_nobody_is_locked_out_elsewhere(accounts):
    fail(accounts, FREE)
    assert wait_of(accounts)
    assert accounts.log_in("王编", PASSWORD, "192.0.2.77")


def test_failures_of_other_names_lock_nobody_at_the_same_address_out(accounts, store, clock):
    failed_before(store, clock, [(f"无名{number}", HOME) for number in range(OF_ADDRESS[0] - 1)])
    assert accounts.log_in("王编", PASSWORD, HOME)


def test_refused_attempts_do_not_draw_a_wait_out(accounts, clock):
    fail(accounts, FREE)
    clock.at += timedelta(seconds=14)
    assert wait_of(accounts) == 1
    clock.at += timedelta(seconds=1)
    assert accounts.log_in("王编", PASSWORD, HOME)


def test_failures_before_a_success_are_forgotten(accounts):
    fail(accounts, FREE - 1)
    assert accounts.log_in("王编", PASSWORD, HOME)
    fail(accounts, FREE)


def test_a_guesser_with_many_addresses_is_slowed_down_and_the_owner_at_a_known_one_is_not(accounts, store, clock):
    assert accounts.log_in("王编", PASSWORD, HOME)
    failed_before(store, clock, [("王编", f"198.51.100.{number}") for number in range(OF_NAME[0])])
    clock.at += timedelta(seconds=90)
    assert wait_of(accounts, address="203.0.113.9") == 3600 - 90
    assert accounts.log_in("王编", PASSWORD, HOME)
    clock.at += OF_NAME[1]
    assert accounts.log_in("王编", PASSWORD, "203.0.113.9")


def test_a_guesser_with_many_names_is_slowed_down_and_whoever_is_known_there_is_not(accounts, store, clock):
    assert accounts.log_in("王编", PASSWORD, HOME)
    failed_before(store, clock, [(f"无名{number}", HOME) for number in range(OF_ADDRESS[0])])
    assert wait_of(accounts, "无名") == OF_ADDRESS[1].total_seconds()
    assert accounts.log_in("王编", PASSWORD, HOME)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::7", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::7", "2001:db8:1:3::7", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("", "", True),
        ("?" * 99, "192.0.2.1", False),
    ],
)
def test_addresses_of_one_subscriber_count_as_one(accounts, one, other, same):
    fail(accounts, FREE, address=one)
    if same:
        assert wait_of(accounts, address=other)
    else:
        assert accounts.log_in("王编", PASSWORD, other)


def test_of_many_attempts_at_once_no_more_than_allowed_are_checked(accounts, monkeypatch):
    checked = []
    monkeypatch.setattr(module, "check_password_hash", lambda *_: bool(checked.append(1)))

    def attempt(_: int) -> bool:
        try:
            return accounts.log_in("王编", "guess", HOME) is not None
        except (TooManyFailuresError, StoreUnavailableError):  # too many, or too many at once
            return False

    with ThreadPoolExecutor(8) as pool:
        assert not any(pool.map(attempt, range(24)))
    assert 1 <= len(checked) <= FREE


def test_old_attempts_are_not_kept(accounts, store, clock):
    fail(accounts, 2)
    clock.at += timedelta(days=2)
    fail(accounts, 1)
    with store.read_transaction() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(login_attempt)).scalar_one() == 1


def test_another_password_ends_the_wait_and_the_old_one_is_worth_nothing(accounts):
    fail(accounts, FREE)
    accounts.set_password("王编", OTHER, "测试")
    assert accounts.log_in("王编", PASSWORD, HOME) is None
    assert accounts.log_in("王编", OTHER, HOME)
