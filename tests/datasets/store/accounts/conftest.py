"""One account, and a clock that a test sets on."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.versions.versions import Store

PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (made up for these tests)
OTHER = "another-plum-over-the-pass"
HOME = "192.0.2.1"


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.at = datetime(2016, 7, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(store: Store, clock: Callable[[], datetime]) -> Accounts:
    """One account, of an editor named 王编."""
    made = Accounts(store, clock)
    made.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    return made
