"""The page and its lines over HTTP: quick, uncached, and without places of the machine for those who do not run it."""

from types import SimpleNamespace

import pytest

from callbacks.readiness import routes
from datasets.store.accounts.accounts import AccountRole
from layouts.meeting.storyboard import menu
from locales import say


def test_the_page_opens_at_its_address_and_from_the_menu(client):
    answer = client.get("/check")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert say("readiness-checking") in answer.text, "where no script runs, this says so"
    assert "href='/check'" in str(menu())


def test_its_scripts_and_its_style_are_its_own(client):
    page, first = client.get("/check").text, client.get("/").text
    for name in ("js/readiness.js", "js/readiness_reader.js", "css/readiness.css"):
        assert f"/assets/{name}" in page
        assert client.get(f"/assets/{name}").status_code == 200
    assert "readiness" not in first
    bundle = next(part for part in first.split('"') if part.startswith("/bundle/dash-renderer"))
    assert 'data-part="reader"' not in client.get(bundle).text


def test_the_lines_come_with_the_time_and_the_words(client):
    answer = client.get("/check/lines")
    told = answer.get_json()
    assert answer.headers["Cache-Control"] == "no-store"
    assert told["now"] > 1.7e12
    assert told["words"]["ready"] == say("readiness-ready")
    assert say("readiness-store") in [line["subject"] for line in told["lines"]]


@pytest.mark.parametrize("role", [None, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR])
def test_only_administrators_see_places_of_the_machine(client, monkeypatch, role):
    account = SimpleNamespace(role=role) if role else None
    monkeypatch.setattr(routes, "current_account", lambda: account)
    places = [line["where"] for line in client.get("/check/lines").get_json()["lines"] if line["where"]]
    assert bool(places) == (role is AccountRole.ADMINISTRATOR)
