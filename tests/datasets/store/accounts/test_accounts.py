"""Accounts on both engines: roles, passwords, limited attempts, sessions that end, a trail without secrets."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from datasets.store.accounts import accounts as module
from datasets.store.accounts.accounts import AccountError, AccountRole, Accounts, LastAdministratorError, Right
from datasets.store.accounts.passwords import WeakPasswordError
from datasets.store.model import Action
from datasets.store.schema import account, session
from datasets.store.versions.versions import Store
from tests.conftest import ROOT
from tests.datasets.store.accounts.conftest import HOME, OTHER, PASSWORD


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (AccountRole.VIEWER, {Right.READ}),
        (AccountRole.EDITOR, {Right.READ, Right.IMPORT}),
        (AccountRole.PUBLISHER, {Right.READ, Right.IMPORT, Right.PUBLISH}),
        (AccountRole.ADMINISTRATOR, set(Right)),
    ],
)
def test_each_role_may_one_thing_more(role, rights):
    assert {right for right in Right if role.may(right)} == rights


def test_name_and_password_open_the_account(accounts):
    found = accounts.log_in("王编", PASSWORD, HOME)
    assert (found.name, found.role) == ("王编", AccountRole.EDITOR)


def test_full_width_letters_and_spaces_around_are_the_same_name(accounts):
    accounts.add("li", PASSWORD, AccountRole.VIEWER, "测试")
    assert accounts.log_in(" ｌｉ ", PASSWORD, HOME).name == "li"


def test_the_database_holds_no_password_but_a_hash_that_takes_its_time(store, clock, monkeypatch, shipped_hashing):
    monkeypatch.setattr(module, "_METHOD", shipped_hashing)
    Accounts(store, clock).add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    with store.read_transaction() as connection:
        kept = connection.execute(sa.select(account.c.password_hash)).scalar_one()
    assert kept.startswith("scrypt:32768:8:1$")
    assert PASSWORD not in kept


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("李", "123456789", "password: expected 10 to 1000 characters, got 9"),
        ("李", "password123", "password: expected one that is not on the lists of the commonest"),
        ("li-the-viewer", "Li-The-Viewer", "not made of the account's"),
        (" ", PASSWORD, "name: expected 1 to 64 printable characters, got ''"),
        ("a\tb", PASSWORD, "name: expected 1 to 64 printable characters"),
        ("n" * 65, PASSWORD, "name: expected 1 to 64 printable characters"),
        ("王编", PASSWORD, "account '王编' exists already"),
    ],
)
def test_what_cannot_be_an_account_is_refused(accounts, name, password, said):
    with pytest.raises((AccountError, WeakPasswordError), match=said):
        accounts.add(name, password, AccountRole.VIEWER, "测试")
    assert [each.name for each in accounts.all()] == ["王编"]


def test_a_weak_password_does_not_take_the_place_of_a_good_one(accounts):
    with pytest.raises(WeakPasswordError):
        accounts.set_password("王编", "1234567890", "测试")
    assert accounts.log_in("王编", PASSWORD, HOME)


def test_a_change_of_nobody_names_the_name(accounts):
    with pytest.raises(AccountError, match="there is no account '无名'"):
        accounts.set_role("无名", AccountRole.VIEWER, "测试")


@pytest.mark.parametrize("name", ["王编", "无名", "停用", "", "\0"])
def test_a_wrong_password_costs_one_hash_and_tells_nothing_whoever_is_asked_for(accounts, monkeypatch, name):
    accounts.add("停用", PASSWORD, AccountRole.EDITOR, "测试")
    accounts.set_active("停用", False, "测试")
    asked = []

    def spy(kept: str, _password: str) -> bool:
        asked.append(kept.split("$", maxsplit=1)[0])
        return False

    monkeypatch.setattr(module, "check_password_hash", spy)
    assert accounts.log_in(name, PASSWORD, HOME) is None
    assert asked == [module._METHOD]


def test_a_deactivated_account_opens_with_no_password_and_again_when_it_is_active(accounts):
    accounts.set_active("王编", False, "测试")
    assert accounts.log_in("王编", PASSWORD, HOME) is None
    accounts.set_active("王编", True, "测试")
    assert accounts.log_in("王编", PASSWORD, HOME)


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.set_password("王编", OTHER, "测试"),
        lambda accounts: accounts.set_role("王编", AccountRole.VIEWER, "测试"),
        lambda accounts: accounts.set_active("王编", False, "测试"),
    ],
    ids=["password", "role", "active"],
)
def test_all_sessions_end_with_another_password_role_or_a_deactivation(accounts, change):
    before = accounts.find("王编")
    secrets = [accounts.begin_session(before) for _ in range(2)]
    assert [accounts.find_by_session(secret) for secret in secrets] == [before, before]
    change(accounts)
    accounts.set_active("王编", True, "测试")
    assert [accounts.find_by_session(secret) for secret in secrets] == [None, None]


def test_a_session_is_ended_alone(accounts):
    here, there = (accounts.begin_session(accounts.find("王编")) for _ in range(2))
    accounts.end_session(here)
    assert accounts.find_by_session(here) is None
    assert accounts.find_by_session(there)


def test_a_session_ends_after_half_a_day_and_is_forgotten_with_the_next_login(accounts, clock, store):
    secret = accounts.begin_session(accounts.find("王编"))
    clock.at += timedelta(hours=12, seconds=-1)
    assert accounts.find_by_session(secret)
    clock.at += timedelta(seconds=1)
    assert accounts.find_by_session(secret) is None
    accounts.begin_session(accounts.find("王编"))
    with store.read_transaction() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(session)).scalar_one() == 1


@pytest.mark.parametrize("secret", ["", "1:0", "x" * 10_000, "\0"])
def test_what_is_no_secret_is_nobodys_session(accounts, secret):
    accounts.begin_session(accounts.find("王编"))
    assert accounts.find_by_session(secret) is None


def test_the_database_holds_no_secret_of_a_session(accounts, store):
    secret = accounts.begin_session(accounts.find("王编"))
    with store.read_transaction() as connection:
        (kept,) = connection.execute(sa.select(session))
    assert secret not in str(kept)


def test_every_change_is_in_the_trail_and_no_password(accounts, store):
    accounts.set_password("王编", OTHER, "李管")
    accounts.set_role("王编", AccountRole.PUBLISHER, "李管")
    accounts.set_active("王编", False, "李管")
    accounts.set_active("王编", True, "李管")
    events = [event for event in reversed(store.trail()) if "account" in event.details]
    assert [(each.action, each.who) for each in events] == [
        (Action.ADD_ACCOUNT, "测试"),
        (Action.SET_PASSWORD, "李管"),
        (Action.SET_ROLE, "李管"),
        (Action.DEACTIVATE_ACCOUNT, "李管"),
        (Action.ACTIVATE_ACCOUNT, "李管"),
    ]
    assert events[2].details == {"account": "王编", "role": "publisher", "before": "editor"}
    told = str([each.details for each in events])
    assert not any(secret in told for secret in (PASSWORD, OTHER, "scrypt"))


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.set_active("赵管", False, "测试"),
        lambda accounts: accounts.set_role("赵管", AccountRole.PUBLISHER, "测试"),
    ],
)
def test_the_last_administrator_stays_one(accounts, change):
    accounts.add("赵管", PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    accounts.invite("钱管", AccountRole.ADMINISTRATOR, "测试")  # who cannot log in yet
    session = accounts.begin_session(accounts.find("赵管"))
    with pytest.raises(LastAdministratorError, match="赵管"):
        change(accounts)
    assert accounts.find_by_session(session) == accounts.find("赵管")
    accounts.set_password("钱管", OTHER, "测试")
    change(accounts)
    assert accounts.has_administrator()


def test_an_account_says_when_it_was_last_used(accounts, clock):
    assert accounts.find("王编").last_login_at is None
    accounts.begin_session(accounts.find("王编"))
    assert accounts.find("王编").last_login_at == clock.at


def test_accounts_of_an_earlier_program_are_kept_and_only_their_sessions_end(url, clock, tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "atlas.db").touch()  # an earlier program began with an empty file
    database = Store(url, clock)
    config = Config()
    config.set_main_option("script_location", str(ROOT / "datasets" / "store" / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.write_transaction() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        columns = "name, password_hash, role, active, created_at, session_epoch"
        values = "'王编', 'x', 'editor', true, '2016-07-01 08:00:00', 3"
        connection.execute(sa.text(f"INSERT INTO account ({columns}) VALUES ({values})"))  # noqa: S608
    database.migrate()
    assert [each.name for each in Accounts(database, clock).all()] == ["王编"]
    database.close()
