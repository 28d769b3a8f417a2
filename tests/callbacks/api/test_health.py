"""A watchman is told the truth: that the process lives, and whether the first page can be served."""

from collections.abc import Callable
from typing import Never

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import VERSION
from callbacks.api import health
from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City


def test_a_server_with_its_first_page_is_alive_and_ready(client):
    assert client.get("/health").get_json() == {"status": "ok", "version": VERSION}
    ready = client.get("/ready")
    assert (ready.status_code, ready.get_json()["status"]) == (200, "ready")
    assert ready.get_json()["edition"] in client.get("/_dash-layout").text, "a page knows which edition it is of"
    assert ready.headers["Cache-Control"] == "no-store"


@pytest.fixture
def asked(city):
    """A watchman of a server whose first page is made as a function says, once a city."""

    def asked(first_page: Callable[[City], object]) -> FlaskClient:
        server = Flask("watched")
        health.register(server, CitySnapshots(lambda: city), first_page, lambda _city: "1", VERSION)
        return server.test_client()

    return asked


def test_a_server_whose_first_page_cannot_be_made_lives_and_is_not_ready(asked):
    def broken(_city: City) -> Never:
        raise IndexError("list index out of range")

    watchman = asked(broken)
    assert watchman.get("/health").status_code == 200
    unready = watchman.get("/ready")
    assert (unready.status_code, unready.get_json()) == (503, {"status": "unready", "fault": "IndexError"})


def test_the_first_page_is_made_once_for_all_who_ask(asked):
    made = []
    watchman = asked(lambda city: made.append(city) or "page")
    assert [watchman.get("/ready").status_code for _ in range(3)] == [200, 200, 200]
    assert len(made) == 1


def test_whether_the_process_lives_is_told_without_a_look_at_the_city(city):
    known = []

    def newest() -> City:
        known.append("asked")
        return city

    server = Flask("watched")
    snapshots = CitySnapshots(newest)
    known.clear()
    health.register(server, snapshots, lambda _city: None, lambda _city: "1", VERSION)
    assert server.test_client().get("/health").status_code == 200
    assert known == []
