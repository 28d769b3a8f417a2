"""Accounts on the command line: a password is asked for or read from a file, never an argument, never shown."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from callbacks.commands.accounts import account_commands, offer_setup, setup_command
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.accounts.links import AccountLinks
from tests.datasets.store.conftest import clock
from tests.datasets.store.new_stores import new_sqlite_store

PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (made up for these tests)


@pytest.fixture
def accounts(tmp_path) -> Iterator[Accounts]:
    store = new_sqlite_store(tmp_path / "atlas.db", clock())
    yield Accounts(store, store.now)
    store.close()


def run(accounts: Accounts, *words: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(account_commands(lambda: accounts), [*map(str, words)], input=typed)


def test_a_password_is_asked_for_twice_and_not_shown(accounts):
    done = run(accounts, "add", "王编", "--role", "editor", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    assert PASSWORD not in done.output
    assert "王编: editor" in done.output
    assert accounts.log_in("王编", PASSWORD, "").role is AccountRole.EDITOR


def test_a_mistyped_password_makes_no_account(accounts):
    assert run(accounts, "add", "王编", "--role", "editor", typed=f"{PASSWORD}\nother\n").exit_code != 0
    assert accounts.all() == []


def test_scripts_give_the_password_in_a_file_or_on_stdin(accounts, tmp_path):
    (tmp_path / "password").write_text(f"{PASSWORD}\r\n", "utf-8")
    assert run(accounts, "add", "甲", "--role", "viewer", "--password-file", tmp_path / "password").exit_code == 0
    assert run(accounts, "add", "乙", "--role", "viewer", "--password-file", "-", typed=f"{PASSWORD}\n").exit_code == 0
    assert accounts.log_in("甲", PASSWORD, "")
    assert accounts.log_in("乙", PASSWORD, "")


def test_no_option_takes_a_password(accounts):
    done = run(accounts, "add", "甲", "--role", "viewer", "--password", PASSWORD)
    assert "No such option" in done.output


def test_role_password_and_activity_are_changed_and_listed(accounts):
    accounts.add("甲", PASSWORD, AccountRole.VIEWER, "测试")
    accounts.add("乙", PASSWORD, AccountRole.EDITOR, "测试")
    for words in (["role", "甲", "publisher"], ["deactivate", "乙"], ["deactivate", "甲"], ["activate", "甲"]):
        assert run(accounts, *words).exit_code == 0
    assert run(accounts, "password", "甲", "--password-file", "-", typed="a-new-plum-over-the-pass").exit_code == 0
    assert run(accounts, "list").output.splitlines() == ["乙: editor, deactivated", "甲: publisher"]
    assert accounts.log_in("甲", "a-new-plum-over-the-pass", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["role", "无名", "viewer"], "there is no account '无名'"),
        (["role", "无名", "king"], "'king' is not one of 'viewer', 'editor', 'publisher', 'administrator'"),
        (["add", "甲", "--role", "viewer", "--password-file", "-"], "密码须有 10 至 1000 个字符"),
        (["password", "无名"], "there is no account '无名'"),
    ],
)
def test_what_cannot_be_done_ends_with_one_message(accounts, words, said):
    done = run(accounts, *words, typed="short")
    assert done.exit_code != 0
    assert said in done.output
    assert "Traceback" not in done.output


def make_link(accounts: Accounts, *words: str, site: str = "") -> Result:
    return CliRunner().invoke(setup_command(lambda: accounts, lambda: site), words)


def test_a_one_time_link_is_made_for_the_first_administrator_alone(accounts):
    said = make_link(accounts, "--host", "192.0.2.7", "--port", "8123").output
    secret = said.partition("http://192.0.2.7:8123/setup?link=")[2].strip()
    AccountLinks(accounts).set_up(secret, "", "赵管", PASSWORD)
    again = make_link(accounts)
    assert again.exit_code == 1
    assert "administrator already" in again.output


def test_the_link_leads_to_where_others_find_the_program(accounts):
    assert "https://atlas.example.cn/setup?link=" in make_link(accounts, site="https://atlas.example.cn").output


def test_a_server_offers_the_link_until_there_is_an_administrator(accounts):
    assert "http://127.0.0.1:8050/setup?link=" in "\n".join(offer_setup(accounts, "http://127.0.0.1:8050"))
    accounts.add("赵管", PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    assert offer_setup(accounts, "http://127.0.0.1:8050") == ()
