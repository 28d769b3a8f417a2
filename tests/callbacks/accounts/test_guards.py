"""Logging in over HTTP: who may read, and what stands before every change."""

import re
from http.cookies import SimpleCookie
from typing import Any

import pytest
from flask import Flask, Response, jsonify
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, TestResponse

from app import create_app
from callbacks.accounts.guards import body_allowance, client, register, require
from callbacks.server.body_limits import USUAL
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.accounts import AccountRole, Accounts, Right
from datasets.store.model import StoreUnavailableError
from layouts.words.messages import accounts as words
from tests.conftest import ROOT, make_published_city, security_of

PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (made up for these tests)
NAME = '<b onmouseover="x">王</b>'
PEOPLE = {
    "李看": AccountRole.VIEWER,
    "王编": AccountRole.EDITOR,
    "陈发": AccountRole.PUBLISHER,
    "赵管": AccountRole.ADMINISTRATOR,
    NAME: AccountRole.EDITOR,
}
ELSEWHERE = "http://elsewhere.example"


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory):
    """The shipped city over a store with an account of every role."""
    published_city = make_published_city(foundation, tmp_path_factory.mktemp("accounts"))
    accounts = security_of(published_city).accounts
    for name, role in PEOPLE.items():
        accounts.add(name, PASSWORD, role, "测试")
    return published_city


@pytest.fixture(scope="module")
def accounts(published_city) -> Accounts:
    return security_of(published_city).accounts


def program(published_city, folder, **settings: bool) -> Flask:
    """The whole program, and two changes for tests to try."""
    app = create_app(published_city, read_presets(ROOT), folder, security_of(published_city, **settings))

    @app.server.post("/import-something")
    @require(Right.IMPORT)
    def import_something() -> Response:
        return jsonify("imported")

    @app.server.delete("/publish-something")
    @require(Right.PUBLISH)
    def publish_something() -> Response:
        return jsonify("published")

    return app.server


@pytest.fixture(scope="module")
def server(published_city, tmp_path_factory) -> Flask:
    return program(published_city, tmp_path_factory.mktemp("open"))


@pytest.fixture(scope="module")
def closed(published_city, tmp_path_factory) -> Flask:
    return program(published_city, tmp_path_factory.mktemp("closed"), login_required=True, cookie_secure=True)


@pytest.fixture
def reader(server) -> FlaskClient:
    """Somebody without an account, from an address of their own."""
    return client_of(server)


_addresses = iter(range(1, 255))


def client_of(server: Flask) -> FlaskClient:
    client = server.test_client()
    client.environ_base["REMOTE_ADDR"] = f"192.0.2.{next(_addresses)}"
    return client


def token_of(page: TestResponse) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.get_data(as_text=True))
    assert found
    return found[1]


def log_in(client: FlaskClient, name: str, password: str = PASSWORD, after: str = "/") -> TestResponse:
    token = token_of(client.get("/login"))
    form = {"name": name, "password": password, "next": after, "csrf_token": token}
    return client.post("/login", data=form)


def token(client: FlaskClient) -> dict[str, str]:
    return {"X-CSRFToken": told(client)["csrf_token"]}


def told(client: FlaskClient) -> dict[str, Any]:
    answer = client.get("/account").json
    assert answer
    return answer


def message(answer: TestResponse) -> str:
    assert answer.json
    return answer.json["error"]["message"]


def text(answer: TestResponse) -> str:
    return answer.get_data(as_text=True)


# Who asks.


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
        patched.setattr(Accounts, "of_session", away)
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


# Changes.


def test_a_change_needs_an_account(reader):
    answer = reader.post("/import-something")
    assert (answer.status_code, message(answer)) == (401, words.NOT_LOGGED_IN)


@pytest.mark.parametrize(
    ("name", "imports", "publishes"), [("李看", 403, 403), ("王编", 200, 403), ("陈发", 200, 200), ("赵管", 200, 200)]
)
def test_each_role_changes_what_it_may(reader, name, imports, publishes):
    log_in(reader, name)
    done = (
        reader.post("/import-something", headers=token(reader)),
        reader.delete("/publish-something", headers=token(reader)),
    )
    assert [each.status_code for each in done] == [imports, publishes]
    said = [message(each) for each in done if each.status_code == 403]
    assert all(each in words.NEEDED.values() for each in said)


@pytest.mark.parametrize("headers", [{}, {"X-CSRFToken": "wrong"}, {"X-CSRFToken": ""}])
def test_a_change_without_the_right_token_is_refused(reader, headers):
    log_in(reader, "赵管")
    answer = reader.post("/import-something", headers=headers)
    assert (answer.status_code, message(answer)) == (400, words.OUT_OF_DATE)


def test_the_token_of_somebody_else_is_refused(reader, server):
    other = client_of(server)
    log_in(other, "陈发")
    log_in(reader, "赵管")
    assert reader.post("/import-something", headers=token(other)).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ELSEWHERE},
        {"Origin": "null"},
        {"Origin": "http://localhost:81"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", ["/import-something", "/_dash-update-component", "/login", "/logout", "/nowhere"])
def test_what_another_site_sends_is_refused_even_with_the_token(reader, path, headers):
    log_in(reader, "赵管")
    answer = reader.post(path, headers=token(reader) | headers)
    assert (answer.status_code, message(answer)) == (403, words.FOREIGN)


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}])
def test_our_own_pages_are_not_taken_for_another_site(reader, headers):
    log_in(reader, "赵管")
    assert reader.post("/import-something", headers=token(reader) | headers).status_code == 200


def test_pages_of_readers_ask_dash_without_a_token(reader):
    dependencies = reader.get("/_dash-dependencies").json
    assert dependencies
    answer = reader.post(
        "/_dash-update-component", json={"output": "nothing.children", "changedPropIds": [], "inputs": []}
    )
    assert answer.status_code not in (400, 401, 403)


COMPUTING = ("start_siting", "stop_siting")  # work something out, and keep nothing


def test_every_changing_route_but_those_that_keep_nothing_wants_an_account(server):
    client = client_of(server)
    for rule in server.url_map.iter_rules():
        for method in rule.methods & {"POST", "PUT", "PATCH", "DELETE"}:
            if rule.endpoint not in {"/_dash-update-component", "try_login", "logout", *COMPUTING}:
                path = re.sub(r"<[^>]+>", "1", rule.rule)
                assert client.open(path, method=method).status_code == 401, rule


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
    assert words.OUT_OF_DATE in text(answer)
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
    assert words.WRONG in seen["王编"][0][1]
    assert words.wait_text(15) in seen["王编"][-1][1]
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
    assert (answer.status_code, message(answer)) == (413, words.TOO_LONG)


# What browsers and proxies may keep.

CONTENTS = ("/_dash-layout", "/_dash-dependencies", "/api/v1/areas", "/api/v1/openapi.json")
PAGES = ("/", "/gap?dataset=demo")  # no two are the same: Dash writes its settings in any order
ANSWERS = (*PAGES, *CONTENTS, "/health", "/data/views/datasets", "/data/templates/roads", "/account", "/nowhere")


def lasting(client: FlaskClient, path: str, **named: str) -> str:
    with client.get(path, **named) as answer:
        return answer.headers["Cache-Control"]


def geometry(client: FlaskClient, **named: str) -> str:
    """The address of a layer of the map."""
    found = re.search(r"/geo/[a-z0-9.-]+", str(client.get("/_dash-layout", **named).json))
    assert found
    return found[0]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_asked_for_again(reader, path):
    assert lasting(reader, path) == "no-cache"


@pytest.mark.parametrize("path", CONTENTS)
def test_what_everybody_may_read_is_asked_for_again_and_sent_if_it_has_changed(reader, path):
    first = reader.get(path, headers={"Accept-Encoding": "gzip"})
    assert first.headers["Cache-Control"] == "no-cache"
    again = reader.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ANSWERS)
def test_nobody_keeps_what_is_answered_to_a_reader_who_is_logged_in(reader, path):
    log_in(reader, "李看")
    assert lasting(reader, path) == "private, no-store"


def test_what_bears_a_hash_is_kept_for_good(reader):
    log_in(reader, "李看")
    assert lasting(reader, geometry(reader)) == "public, max-age=31536000, immutable"


def test_behind_the_login_everything_is_private(closed):
    client, https = client_of(closed), {"base_url": "https://localhost"}
    page = client.get("/login", **https)
    form = {"name": "李看", "password": PASSWORD, "csrf_token": token_of(page)}
    client.post("/login", data=form, headers={"Referer": "https://localhost/login"}, **https)
    suites = re.findall(r'src="(/_dash-component-suites/[^"]+)"', text(client.get("/", **https)))
    assert {lasting(client, path, **https) for path in (*ANSWERS, "/assets/css/atlas.css")} == {"private, no-store"}
    kept = {lasting(client, path, **https) for path in (suites[0], geometry(client, **https))}
    assert all("private" in each and "public" not in each for each in kept)


def test_browsers_come_back_by_https_where_the_cookie_needs_it(closed, reader):
    assert client_of(closed).get("/login").headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in reader.get("/login").headers


# Long bodies.

LONG = {"CONTENT_LENGTH": str(50_000_000), "CONTENT_TYPE": "multipart/form-data; boundary=x"}


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        (None, "/login", 413),
        (None, "/_dash-update-component", 403),
        (None, "/service/siting/runs", 413),
        (None, "/data/uploads", 401),
        ("李看", "/data/uploads", 403),
        ("李看", "/_dash-update-component", 403),
        ("王编", "/import-something", 413),
        ("赵管", "/logout", 413),
    ],
)
def test_a_long_body_is_refused_before_any_of_it_is_read(server, name, path, status):
    client = client_of(server)
    if name:
        log_in(client, name)

    class Unread:
        def read(self, *_: object) -> bytes:
            raise AssertionError("it was read")

    refused = client.post(path, environ_overrides=LONG | {"wsgi.input": Unread()})
    assert (refused.status_code, bool(message(refused))) == (status, True)


@pytest.mark.parametrize(
    ("name", "path", "most"),
    [
        (None, "/data/uploads", USUAL),
        ("李看", "/data/uploads", USUAL),
        ("王编", "/data/uploads", 200 * 1024**2 + USUAL),
        ("王编", "/logout", 16 * 1024),
        ("王编", "/nowhere", USUAL),
    ],
)
def test_how_long_a_body_may_be_is_told_from_the_headers_alone(server, name, path, most):
    client = client_of(server)
    if name:
        log_in(client, name)
    kept = client.get_cookie("junheng_session")
    headers = {"Cookie": f"junheng_session={kept.value}"} if kept else {}
    environ = EnvironBuilder(path, method="POST", headers=headers).get_environ()
    assert body_allowance(server)(environ) == most


# Reading behind the login.

ALLOWED = {"login", "try_login", "logout", "health", "ready", "_dash_assets.static"}


def test_behind_the_login_nothing_answers_strangers_but_what_the_login_needs(closed):
    client = client_of(closed)
    tried = 0
    for rule in closed.url_map.iter_rules():
        if rule.endpoint in ALLOWED:
            continue
        for method in rule.methods:
            answer = client.open(re.sub(r"<[^>]+>", "1", rule.rule), method=method)
            told_to_log_in = answer.status_code == 302 and answer.headers["Location"].startswith("/login?next=")
            assert answer.status_code == 401 or told_to_log_in, (rule, method)
            tried += 1
    assert tried > 20


def test_what_the_login_needs_answers_strangers(closed):
    client = client_of(closed)
    for path in ("/login", "/health", "/assets/css/account.css", "/assets/css/atlas.css"):
        with client.get(path) as answer:
            assert answer.status_code == 200, path


@pytest.mark.parametrize("path", ["/", "/gap?dataset=demo&year=2016", "/nowhere"])
def test_a_page_behind_the_login_leads_there_and_back(closed, path):
    client = client_of(closed)
    away = client.get(path, base_url="https://localhost")
    assert away.status_code == 302
    page = client.get(away.headers["Location"], base_url="https://localhost")
    form = {"name": "李看", "password": PASSWORD, "csrf_token": token_of(page)}
    form["next"] = re.search(r'name="next" value="([^"]+)"', text(page))[1].replace("&amp;", "&")
    referer = {"Referer": "https://localhost/login"}
    assert client.post("/login", data=form, headers=referer, base_url="https://localhost").headers["Location"] == path
    assert client.get("/_dash-layout", base_url="https://localhost").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/areas", "/_dash-layout", "/_dash-dependencies", "/geo/x", "/account"])
def test_scripts_behind_the_login_are_told_in_json(closed, path):
    answer = client_of(closed).get(path)
    assert (answer.status_code, message(answer)) == (401, words.NOT_LOGGED_IN)


def test_the_login_page_offers_the_way_back_only_where_reading_is_open(closed, reader):
    assert words.BACK in text(reader.get("/login"))
    assert words.BACK not in text(client_of(closed).get("/login"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
    ],
)
def test_without_an_account_a_network_is_one_client(server, one, other, same):
    assert (client_at(server, one) == client_at(server, other)) is same


def client_at(server, address):
    with server.test_request_context(environ_base={"REMOTE_ADDR": address}):
        return client()


def test_an_account_is_one_client_wherever_it_is(published_city, tmp_path):
    server = program(published_city, tmp_path)

    @server.get("/client")
    def tell_client() -> str:
        return client()

    for _ in range(2):
        somewhere = client_of(server)
        log_in(somewhere, "王编")
        assert text(somewhere.get("/client")) == "account 王编"
