"""Who may read, what stands before every change, and what browsers and proxies may keep."""

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder

from callbacks.accounts.guards import OF_LINKS, body_allowance
from callbacks.server.body_limits import USUAL
from datasets.store.accounts.accounts import Right
from locales import say
from tests.callbacks.accounts.people import (
    ELSEWHERE,
    PASSWORD,
    client_of,
    log_in,
    message,
    text,
    token,
    token_of,
)

# Changes.


def test_a_change_needs_an_account(reader):
    answer = reader.post("/import-something")
    assert (answer.status_code, message(answer)) == (401, say("accounts-not-logged-in"))


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
    assert all(each in {say("accounts-needed", key=right) for right in Right} for each in said)


@pytest.mark.parametrize("headers", [{}, {"X-CSRFToken": "wrong"}, {"X-CSRFToken": ""}])
def test_a_change_without_the_right_token_is_refused(reader, headers):
    log_in(reader, "赵管")
    answer = reader.post("/import-something", headers=headers)
    assert (answer.status_code, message(answer)) == (400, say("accounts-out-of-date"))


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
    assert (answer.status_code, message(answer)) == (403, say("accounts-foreign"))


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


def test_every_changing_route_wants_an_account(server):
    client = client_of(server)
    for rule in server.url_map.iter_rules():
        for method in rule.methods & {"POST", "PUT", "PATCH", "DELETE"}:
            if rule.endpoint not in {"/_dash-update-component", "try_login", "logout", *OF_LINKS}:
                path = re.sub(r"<[^>]+>", "1", rule.rule)
                assert client.open(path, method=method).status_code == 401, rule


# What browsers and proxies may keep.

CONTENTS = ("/_dash-layout", "/_dash-dependencies", "/api/v1/areas", "/api/v1/openapi.json")
PAGES = ("/", "/gap?dataset=demo")  # no two are the same: Dash writes its settings in any order
ANSWERS = (*PAGES, *CONTENTS, "/health", "/data/templates/roads", "/account", "/nowhere")


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
    files = re.findall(r'(?:src|href)="(/bundle/[^"]+)"', text(client.get("/", **https)))
    assert {lasting(client, path, **https) for path in (*ANSWERS, "/assets/css/atlas.css")} == {"private, no-store"}
    kept = {lasting(client, path, **https) for path in (*files, geometry(client, **https))}
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

OF_LOGIN = {"office_logo", "login", "try_login", "logout", "_dash_assets.static"}
ALLOWED = {*OF_LINKS, *OF_LOGIN, "download_template", "download_example", "health", "ready"}


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
    for path in ("/login", "/health", "/assets/css/account.css", "/assets/css/atlas.css", "/data/templates/roads"):
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
    assert (answer.status_code, message(answer)) == (401, say("accounts-not-logged-in"))
