"""The page of accounts over HTTP: invite, change, deactivate, one's own password, and who may do which."""

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from datasets.store.accounts.accounts import AccountRole
from layouts.account_pages.management import last_login_text
from locales import say
from tests.callbacks.accounts.people import (
    ADMINISTRATOR,
    PASSWORD,
    NewOffice,
    client_of,
    log_in,
    message,
    send,
    text,
    token_of,
)

OTHER = "another-plum-over-the-pass"


@pytest.fixture
def administrator(office: NewOffice) -> FlaskClient:
    office.accounts.add(ADMINISTRATOR, PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    return logged_in(office, ADMINISTRATOR)


def logged_in(office: NewOffice, name: str) -> FlaskClient:
    client = client_of(office.server)
    log_in(client, name)
    return client


def ask(client: FlaskClient, action: str, **form: str) -> TestResponse:
    return client.post("/accounts", data={"action": action, "csrf_token": token_of(client.get("/accounts")), **form})


def test_whoever_is_invited_chooses_a_password_and_is_out_once_deactivated(office, administrator):
    invited = text(ask(administrator, "invite", name="王编", role="editor"))
    secret = re.search(r'value="/join\?link=([\w-]+)"', invited)
    assert secret
    assert secret[1] not in text(administrator.get("/accounts"))
    person = client_of(office.server)
    assert send(person, "/join", secret[1]).status_code == 303
    assert person.get("/account").json["role"] == "editor"
    assert "王编已停用" in text(administrator.get(ask(administrator, "deactivate", name="王编").headers["Location"]))
    assert person.get("/account").status_code == 401
    assert not office.accounts.find("王编").active
    ask(administrator, "activate", name="王编")
    assert office.accounts.find("王编").active


def test_the_list_says_role_state_and_last_login(office, administrator):
    office.accounts.invite("王编", AccountRole.EDITOR, ADMINISTRATOR)
    office.accounts.add("李看", PASSWORD, AccountRole.VIEWER, "测试")
    office.accounts.set_active("李看", False, "测试")
    page = text(administrator.get("/accounts"))
    rows = {
        row: page.partition(f'<th scope="row">{row}</th>')[2].partition("</tr>")[0]
        for row in (ADMINISTRATOR, "王编", "李看")
    }
    assert say("accounts-states", state="ready") in rows[ADMINISTRATOR]
    assert last_login_text(office.accounts.find(ADMINISTRATOR).last_login_at) in rows[ADMINISTRATOR]
    assert say("accounts-states", state="invited") in rows["王编"]
    assert say("accounts-never") in rows["王编"]
    assert say("accounts-states", state="off") in rows["李看"]
    assert 'value="editor" selected' in rows["王编"]


def test_another_role_is_given_and_a_link_for_a_forgotten_password(office, administrator):
    office.accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    ask(administrator, "role", name="王编", role="publisher")
    assert office.accounts.find("王编").role is AccountRole.PUBLISHER
    link = re.search(r"/join\?link=([\w-]+)", text(ask(administrator, "link", name="王编")))
    assert link
    assert office.links.find_account(link[1], "").name == "王编"


@pytest.mark.parametrize(
    ("action", "form", "told"),
    [
        ("deactivate", {"name": ADMINISTRATOR}, say("accounts-last-administrator")),
        ("role", {"name": ADMINISTRATOR, "role": "viewer"}, say("accounts-last-administrator")),
        ("invite", {"name": ADMINISTRATOR, "role": "viewer"}, say("accounts-name-taken")),
        ("invite", {"name": " ", "role": "viewer"}, say("accounts-bad-name")),
        ("link", {"name": "无名"}, say("accounts-no-such-account")),
        ("role", {"csrf_token": "wrong"}, say("accounts-out-of-date")),
        ("password", {"old": "wrong", "password": OTHER, "again": OTHER}, say("accounts-wrong-old")),
        ("password", {"old": PASSWORD, "password": OTHER, "again": PASSWORD}, say("accounts-different")),
        ("password", {"old": PASSWORD, "password": "short", "again": "short"}, say("accounts-weak", key="length")),
    ],
)
def test_what_is_refused_is_told_on_the_page(office, administrator, action, form, told):
    answer = ask(administrator, action, **form)
    assert answer.status_code == 400
    assert told in text(answer)
    assert office.accounts.find(ADMINISTRATOR).role is AccountRole.ADMINISTRATOR
    assert office.accounts.log_in(ADMINISTRATOR, PASSWORD, "")


@pytest.mark.parametrize("form", [{"action": "grant"}, {"action": "role", "role": "king"}])
def test_a_form_that_the_page_does_not_have_is_refused(administrator, form):
    assert message(ask(administrator, **form)) == say("accounts-out-of-date")


def test_everybody_changes_their_own_password_and_nobody_else_sees_the_list(office):
    office.accounts.add(ADMINISTRATOR, PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    office.accounts.add("陈发", PASSWORD, AccountRole.PUBLISHER, "测试")
    here, there = logged_in(office, "陈发"), logged_in(office, "陈发")
    page = text(here.get("/accounts"))
    assert ADMINISTRATOR not in page
    assert ask(here, "password", old=PASSWORD, password=OTHER, again=OTHER).status_code == 303
    assert say("accounts-password-changed") in text(here.get("/accounts"))
    assert there.get("/account").status_code == 401
    assert office.accounts.log_in("陈发", OTHER, "")
    for action in ("invite", "role", "link", "deactivate"):
        refused = ask(here, action, name=ADMINISTRATOR, role="viewer")
        assert (refused.status_code, message(refused)) == (403, say("accounts-needed", key="administer"))


def test_a_stranger_is_led_to_the_login_and_back(office):
    answer = client_of(office.server).get("/accounts", headers={"Accept": "text/html"})
    assert answer.headers["Location"] == "/login?next=%2Faccounts"
