"""People with and without an account, and how they use the program over HTTP."""

import re
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, jsonify
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from callbacks.accounts.guards import require
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.accounts import AccountRole, Accounts, Right
from datasets.store.accounts.links import AccountLinks
from tests.conftest import ROOT, security_of

PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (made up for these tests)
NAME = '<b onmouseover="x">王</b>'
PEOPLE = {
    "李看": AccountRole.VIEWER,
    "王编": AccountRole.EDITOR,
    "陈发": AccountRole.PUBLISHER,
    "赵管": AccountRole.ADMINISTRATOR,
    NAME: AccountRole.EDITOR,
}
ADMINISTRATOR = "赵管"
ELSEWHERE = "http://elsewhere.example"


@dataclass(frozen=True)
class NewOffice:
    """A program without accounts, closed to readers, and its links."""

    server: Flask
    accounts: Accounts
    links: AccountLinks


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


def send(client: FlaskClient, path: str, secret: str, **typed: Any) -> TestResponse:
    """Fill in the form that a one-time link opens."""
    form = {"password": PASSWORD, "again": PASSWORD, "link": secret, **typed}
    return client.post(path, data={"csrf_token": token_of(client.get(f"{path}?link={secret}")), **form})
