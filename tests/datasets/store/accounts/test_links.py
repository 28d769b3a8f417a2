"""One-time links on both engines: for whom, for how long, and once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa

from datasets.store.accounts.accounts import AccountError, AccountRole, Accounts
from datasets.store.accounts.attempts import FREE, TooManyFailuresError
from datasets.store.accounts.links import (
    PASSWORD_LIFETIME,
    SETUP_LIFETIME,
    AccountLinks,
    AdministratorExistsError,
    LinkError,
    LinkFault,
)
from datasets.store.accounts.passwords import WeakPasswordError
from datasets.store.model import Action, StoreUnavailableError
from datasets.store.schema import account_link
from datasets.store.versions.versions import Store
from tests.datasets.store.accounts.conftest import HOME, OTHER, PASSWORD, Clock
from tests.datasets.store.new_stores import take_back

ADMINISTRATOR = "赵管"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Accounts:
    return Accounts(store, clock)


@pytest.fixture
def links(accounts: Accounts) -> AccountLinks:
    return AccountLinks(accounts)


def fault_of(links: AccountLinks, secret: str) -> LinkFault:
    with pytest.raises(LinkError) as raised:
        links.check_setup(secret, HOME)
    return raised.value.fault


def test_a_link_makes_the_first_administrator_and_nobody_else(links, accounts):
    secret = links.make_for_setup("测试")
    made = links.set_up(secret, HOME, ADMINISTRATOR, PASSWORD)
    assert made.role is AccountRole.ADMINISTRATOR
    assert accounts.log_in(ADMINISTRATOR, PASSWORD, HOME) is not None
    assert fault_of(links, secret) is LinkFault.USED
    with pytest.raises(LinkError):
        links.set_up(secret, HOME, "别人", PASSWORD)
    with pytest.raises(AdministratorExistsError):
        links.make_for_setup("测试")


def test_a_link_is_worth_nothing_once_an_administrator_was_made_otherwise(links, accounts):
    secret = links.make_for_setup("测试")
    accounts.add(ADMINISTRATOR, PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    assert fault_of(links, secret) is LinkFault.SET_UP


def test_a_link_grows_old(links, clock):
    secret = links.make_for_setup("测试")
    clock.at += SETUP_LIFETIME - timedelta(seconds=1)
    links.check_setup(secret, HOME)
    clock.at += timedelta(seconds=1)
    assert fault_of(links, secret) is LinkFault.EXPIRED


def test_a_new_link_replaces_the_one_before(links):
    first, second = links.make_for_setup("测试"), links.make_for_setup("测试")
    assert fault_of(links, first) is LinkFault.UNKNOWN
    links.check_setup(second, HOME)


@pytest.mark.parametrize(("name", "password"), [(ADMINISTRATOR, "short"), ("", PASSWORD), ("王编", PASSWORD)])
def test_what_is_refused_leaves_the_link_good(links, accounts, name, password):
    accounts.add("王编", OTHER, AccountRole.EDITOR, "测试")
    secret = links.make_for_setup("测试")
    with pytest.raises((WeakPasswordError, AccountError)):
        links.set_up(secret, HOME, name, password)
    assert links.set_up(secret, HOME, ADMINISTRATOR, PASSWORD)


def test_of_many_who_use_a_link_at_once_one_succeeds(links, accounts):
    secret = links.make_for_setup("测试")

    def use(number: int) -> None:
        with suppress(LinkError, StoreUnavailableError):
            links.set_up(secret, HOME, f"{ADMINISTRATOR}{number}", PASSWORD)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(use, range(4)))
    assert len(accounts.all()) == 1


def test_guesses_are_slowed_down_and_the_right_link_is_not(links):
    secret = links.make_for_setup("测试")
    for number in range(FREE):
        assert fault_of(links, f"guess {number}") is LinkFault.UNKNOWN
    with pytest.raises(TooManyFailuresError):
        links.check_setup("guess", HOME)
    links.check_setup(secret, HOME)


def test_who_is_invited_logs_in_once_a_password_is_chosen(links, accounts):
    invited = accounts.invite("王编", AccountRole.EDITOR, ADMINISTRATOR)
    assert not invited.has_password
    assert accounts.log_in("王编", "", HOME) is None
    secret = links.make_for_password("王编", ADMINISTRATOR)
    with pytest.raises(LinkError):
        links.check_setup(secret, HOME)  # of another purpose
    assert links.find_account(secret, HOME).name == "王编"
    links.choose_password(secret, HOME, PASSWORD)
    assert accounts.find("王编").has_password
    assert accounts.log_in("王编", PASSWORD, HOME) is not None
    with pytest.raises(LinkError, match="used"):
        links.find_account(secret, HOME)


def test_a_forgotten_password_is_replaced_and_its_sessions_end(links, accounts):
    session = accounts.begin_session(accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试"))
    secret = links.make_for_password("王编", ADMINISTRATOR)
    assert accounts.log_in("王编", PASSWORD, HOME)  # until the link is used
    links.choose_password(secret, HOME, OTHER)
    assert accounts.find_by_session(session) is None
    assert accounts.log_in("王编", PASSWORD, HOME) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.set_active("王编", False, "测试"),
        lambda accounts: accounts.set_password("王编", OTHER, "测试"),
    ],
)
def test_a_link_ends_with_another_password_and_with_the_account(links, accounts, change):
    accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    secret = links.make_for_password("王编", ADMINISTRATOR)
    change(accounts)
    with pytest.raises(LinkError, match="unknown"):
        links.find_account(secret, HOME)


def test_a_link_for_a_password_grows_old_too(links, accounts, clock):
    accounts.invite("王编", AccountRole.EDITOR, ADMINISTRATOR)
    secret = links.make_for_password("王编", ADMINISTRATOR)
    clock.at += PASSWORD_LIFETIME
    with pytest.raises(LinkError, match="expired"):
        links.find_account(secret, HOME)


def test_neither_the_database_nor_the_trail_holds_a_secret(links, accounts, store):
    accounts.invite("王编", AccountRole.EDITOR, ADMINISTRATOR)
    secrets = [links.make_for_setup("测试"), links.make_for_password("王编", ADMINISTRATOR)]
    with store.read_transaction() as connection:
        kept = str(connection.execute(sa.select(account_link)).all())
    events = [event for event in store.trail() if event.action is Action.MAKE_LINK]
    assert [event.who for event in events] == [ADMINISTRATOR, "测试"]
    assert not any(secret in kept + str(events) for secret in secrets)


def test_the_tables_of_links_can_be_taken_back_and_made_again(store, accounts):
    accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    take_back(store, "0007")
    store.migrate()
    assert accounts.log_in("王编", PASSWORD, HOME) is not None
