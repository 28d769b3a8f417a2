"""The program with accounts, open and closed to readers without one."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from callbacks.accounts import routes
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import Accounts
from datasets.store.accounts.links import AccountLinks
from tests.callbacks.accounts.people import (
    PASSWORD,
    PEOPLE,
    NewOffice,
    client_of,
    program,
)
from tests.conftest import make_published_city, security_of
from tests.datasets.store.new_stores import new_sqlite_store


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory) -> Iterator[PublishedCity]:
    """The shipped city over a store with an account of every role."""
    with make_published_city(foundation, tmp_path_factory.mktemp("accounts")) as published_city:
        accounts = security_of(published_city).accounts
        for name, role in PEOPLE.items():
            accounts.add(name, PASSWORD, role, "测试")
        yield published_city


@pytest.fixture(scope="module")
def accounts(published_city) -> Accounts:
    return security_of(published_city).accounts


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


@pytest.fixture
def office(tmp_path, square_region) -> Iterator[NewOffice]:
    """A program without accounts."""
    store = new_sqlite_store(tmp_path / "atlas.db", lambda: datetime(2016, 7, 1, 8, tzinfo=UTC))
    accounts, server = Accounts(store, store.now), Flask("office")
    server.add_url_rule("/_dash-update-component", "/_dash-update-component", str, methods=["POST"])
    server.add_url_rule("/", "/", lambda: "the map")
    routes.register(server, routes.Security(accounts, "a key for tests only", login_required=True), square_region)
    yield NewOffice(server, accounts, AccountLinks(accounts))
    store.close()
