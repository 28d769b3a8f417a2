"""Logging in and out over HTTP, and the login page."""

import re
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from callbacks.accounts.routes import register
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.model import StoreUnavailableError
from layouts.account_pages.form_page import wait_text
from locales import say
from tests.callbacks.accounts.people import (
    ELSEWHERE,
    NAME,
    PASSWORD,
    client_of,
    log_in,
    message,
    text,
    token,
    told,
)
from tests.conftest import security_of


def test_a_reader_without_an_account_gets_pages_but_no_cookie_and_no_token(reader):
    assert reader.get("/").status_code == 200
    answer = reader.get("/account")
    assert answer.json == {"name": None, "role": None, "may": [], "csrf_token": None}
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_whoever_logs_in_is_named_with_what_they_may(reader):
    assert log_in(reader, "陈发", after="/gap?year=2016").headers["Location"] == "/gap?year=2016"
    answer = told(reader)
    assert answer.pop("csrf_token")
    assert answer == {"name": "陈发", "role": "publisher", "may": ["read", "import", "publish"]}


def test_whoever_logs_out_is_nobody(reader):
    log_in(reader, "陈发")
    assert reader.post("/logout", data={"csrf_token": token(reader)["X-CSRFToken"]}).headers["Location"] == "/"
    assert reader.get("/account").json["name"] is None


def test_a_copied_cookie_is_worth_nothing_after_the_logout_and_other_devices_stay_logged_in(reader, server):
    thief, other = client_of(server), client_of(server)
    log_in(reader, "陈发")
    log_in(other, "陈发")
    thief.set_cookie("junheng_session", reader.get_cookie("junheng_session").value)
    assert told(thief)["name"] == "陈发"
    reader.post("/logout", data={"csrf_token": token(reader)["X-CSRFToken"]})
    assert told(thief)["name"] is None
    assert thief.post("/import-something").status_code == 401
    assert told(other)["name"] == "陈发"


def test_nobody_is_told_to_be_logged_out_while_the_store_cannot_end_the_session(reader, monkeypatch):
    log_in(reader, "陈发")
    form = {"csrf_token": token(reader)["X-CSRFToken"]}

    def away(*_: object) -> None:
        raise StoreUnavailableError("the store", "is away")

    with monkeypatch.context() as patched:
        patched.setattr(Accounts, "find_by_session", away)
        assert reader.post("/logout", data=form).status_code == 503
    assert told(reader)["name"] == "陈发"
    with monkeypatch.context() as patched:
        patched.setattr(Accounts, "end_session", away)
        assert reader.post("/logout", data=form).status_code == 503
    assert told(reader)["name"] == "陈发"


def cookie(answer: TestResponse) -> dict[str, str]:
    (kept,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
    return {key: value for key, value in kept.items() if value}


def test_the_session_lasts_half_a_day_and_scripts_and_other_sites_do_not_get_it(reader):
    set_ = cookie(log_in(reader, "陈发"))
    assert set_["httponly"]
    assert set_["samesite"] == "Lax"
    assert set_["expires"]
    assert "secure" not in set_
    assert reader.application.permanent_session_lifetime.total_seconds() == 12 * 3600


def test_a_setting_keeps_the_session_to_https(closed):
    client = client_of(closed)
    assert cookie(client.get("/login"))["secure"]


def test_nothing_of_the_session_before_the_login_is_taken_over(reader):
    reader.get("/login")
    with reader.session_transaction() as session:
        before = session["csrf_token"]
    log_in(reader, "陈发")
    with reader.session_transaction() as session:
        assert before not in session.values()


def test_a_session_signed_with_another_key_is_worth_nothing(published_city, reader):
    stranger = Flask("stranger")
    stranger.add_url_rule("/_dash-update-component", "/_dash-update-component", lambda: "", methods=["POST"])
    register(stranger, security_of(published_city), "")
    stranger.config["SECRET_KEY"] = "another key for the same program"  # noqa: S105
    client = stranger.test_client()
    log_in(client, "赵管")
    reader.set_cookie("junheng_session", client.get_cookie("junheng_session").value)
    assert client.get("/account").json["name"] == "赵管"
    assert reader.get("/account").json["name"] is None


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.set_password("改", "another-plum-over-the-pass", "测试"),
        lambda accounts: accounts.set_role("改", AccountRole.VIEWER, "测试"),
        lambda accounts: accounts.set_active("改", False, "测试"),
    ],
    ids=["password", "role", "active"],
)
def test_a_session_ends_with_another_password_role_or_a_deactivation(reader, published_city, change):
    accounts = security_of(published_city).accounts
    if "改" not in [each.name for each in accounts.all()]:
        accounts.add("改", PASSWORD, AccountRole.EDITOR, "测试")
    accounts.set_password("改", PASSWORD, "测试")
    accounts.set_active("改", True, "测试")
    log_in(reader, "改")
    assert reader.get("/account").json["name"] == "改"
    change(accounts)
    assert reader.get("/account").json["name"] is None


# The login page.


@pytest.mark.parametrize("after", ["/gap?year=2016&dataset=demo", "/", "/data?step=file"])
def test_the_page_asked_for_is_opened_after_the_login(reader, after):
    assert log_in(reader, "陈发", after=after).headers["Location"] == after
    assert reader.get("/login", query_string={"next": after}).headers["Location"] == after


@pytest.mark.parametrize(
    "after",
    [
        "//elsewhere.example",
        ELSEWHERE,
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "javascript:alert(1)",
        "elsewhere.example",
        "",
        "/login?next=/login",
        "/logout",
        "/account",
    ],
)
def test_a_login_leads_to_no_other_site_and_not_in_circles(reader, after):
    page = text(reader.get("/login", query_string={"next": after}))
    assert 'name="next" value="/"' in page
    assert log_in(reader, "陈发", after=after).headers["Location"] == "/"
    assert reader.get("/login", query_string={"next": after}).headers["Location"] == "/"


def test_the_login_without_its_token_is_the_page_again_with_the_reason(reader):
    answer = reader.post("/login", data={"name": "陈发", "password": PASSWORD})
    assert answer.status_code == 400
    assert say("accounts-out-of-date") in text(answer)
    assert reader.get("/account").json["name"] is None


def without_token(page: str) -> str:
    """A page without what differs from one to the next: the token and how many seconds are left."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", re.sub(r"\d+ 秒", "15 秒", page))


def test_nothing_tells_whether_there_is_an_account_of_a_name(server, accounts):
    accounts.add("停用一", PASSWORD, AccountRole.EDITOR, "测试")
    accounts.set_active("停用一", False, "测试")
    seen = {}
    for name in ("停用一", "无此人", "王编"):
        client = client_of(server)
        answers = [log_in(client, name, "wrong password" if name == "王编" else PASSWORD) for _ in range(7)]
        seen[name] = [(each.status_code, without_token(text(each)).replace(name, "NAME")) for each in answers]
    assert seen["停用一"] == seen["无此人"] == seen["王编"]
    assert [status for status, _ in seen["王编"]] == [401] * 5 + [429] * 2
    assert say("accounts-wrong") in seen["王编"][0][1]
    assert wait_text(15) in seen["王编"][-1][1]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 15
    accounts.set_password("王编", PASSWORD, "测试")


def test_a_name_is_text_on_the_page_and_for_scripts(reader):
    page = text(log_in(reader, NAME, "wrong password"))
    assert NAME not in page
    assert "&lt;b onmouseover=" in page
    log_in(reader, NAME)
    answer = reader.get("/account")
    assert answer.mimetype == "application/json"
    assert answer.json["name"] == NAME


def test_the_login_page_has_no_script_and_asks_no_other_host(reader):
    page = text(reader.get("/login"))
    assert "<script" not in page
    assert "style=" not in page
    assert not re.findall(r'(?:src|href|action)="(?!/|data:,)', page)


def test_the_login_page_is_not_kept_by_browsers(reader):
    assert reader.get("/login").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_nobody_fills_the_server_with_a_form(reader, path):
    answer = reader.post(path, data={"name": "x" * 20_000})
    assert (answer.status_code, message(answer)) == (413, say("accounts-too-long"))


def test_the_login_page_offers_the_way_back_only_where_reading_is_open(closed, reader):
    assert say("accounts-back") in text(reader.get("/login"))
    assert say("accounts-back") not in text(client_of(closed).get("/login"))
