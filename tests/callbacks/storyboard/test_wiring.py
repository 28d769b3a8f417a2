"""What the panel of storyboards asks: who may keep one, two editors of one, what is refused in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from dash import Dash

from app import create_app
from callbacks.commands.export import pack_process_command
from callbacks.commands.smoke_test import FailedRequestError, SimulatedBrowser
from datasets.analyses.pack_request import read_presets
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import MOST_OF_ONE
from datasets.store.accounts.accounts import AccountRole, Accounts
from layouts.ids import AccountMenu
from layouts.meeting_ids import Storyboard
from locales import say
from tests.callbacks.accounts.people import PASSWORD, log_in, token
from tests.conftest import ROOT, make_published_city, security_of

GAP = {"address": "/gap?dataset=demo&year=2016", "title": "差距", "note": "", "marks": []}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def app(foundation, folder, tmp_path_factory) -> Iterator[Dash]:
    with make_published_city(foundation, tmp_path_factory.mktemp("store")) as published_city:
        accounts = Accounts(published_city.store, published_city.store.now)
        for role in AccountRole:
            accounts.add(role, PASSWORD, role, "测试")
        yield create_app(published_city, read_presets(ROOT), folder, security_of(published_city))


def visitor(app: Dash, role: AccountRole | None = None) -> SimulatedBrowser:
    browser = SimulatedBrowser(app)
    if role:
        assert log_in(browser.client, role).status_code == 303
    browser.load("/targets")
    browser.values[f"{AccountMenu.TOKEN}.value"] = token(browser.client).get("X-CSRFToken")
    return browser


def board(**changes: Any) -> dict[str, Any]:
    return {"format": 1, "id": "0123456789abcdef", "title": "汇报", "revision": 0, "slides": [GAP]} | changes


def ask(browser: SimulatedBrowser, act: str, **parts: Any) -> dict[str, Any]:
    browser.change(f"{Storyboard.ORDER}.data", {"act": act, "number": 1} | parts)
    return {key: value for key, value in browser.values[f"{Storyboard.ANSWER}.data"].items() if key != "number"}


@pytest.fixture(scope="module")
def reader(app) -> SimulatedBrowser:
    return visitor(app)


def test_a_storyboard_comes_back_to_its_account_and_to_no_other(app):
    viewer, editor = visitor(app, AccountRole.VIEWER), visitor(app, AccountRole.EDITOR)
    assert ask(viewer, "save", board=board()) == {"revision": 1}
    assert ask(viewer, "list") == {"boards": [board(revision=1)]}
    assert ask(editor, "list") == {"boards": []}
    assert ask(viewer, "delete", board=board(revision=1)) == {}
    assert ask(viewer, "list") == {"boards": []}


def test_the_later_one_of_two_editors_gets_what_the_other_made_of_it(app):
    here, there = visitor(app, AccountRole.EDITOR), visitor(app, AccountRole.EDITOR)
    ask(here, "save", board=board())
    assert ask(there, "save", board=board(revision=1, title="别处改的")) == {"revision": 2}
    newest = board(revision=2, title="别处改的")
    assert ask(here, "save", board=board(revision=1, title="这里改的")) == {"newest": newest}
    assert ask(here, "list") == {"boards": [newest]}


@pytest.mark.parametrize("act", ["list", "save", "delete"])
def test_nothing_is_kept_for_nobody_nor_without_the_token(app, reader, act):
    assert ask(reader, act, board=board()) == {"error": say("storyboard-not-logged-in")}
    stranger = visitor(app, AccountRole.VIEWER)
    stranger.values[f"{AccountMenu.TOKEN}.value"] = "another"
    if act != "list":
        assert ask(stranger, act, board=board()) == {"error": say("accounts-out-of-date")}


def test_everybody_is_told_what_of_a_storyboard_is_gone(reader):
    gone = GAP | {"address": "/gap?dataset=demo&year=1999"}
    found = ask(reader, "judge", board=board(slides=[GAP, gone]))
    assert found["gone"] == {gone["address"]: ["年份“1999”已不可用，最接近的是“2016”。", "/gap?dataset=demo&year=2016"]}


def test_a_snapshot_is_a_job_that_is_watched_until_its_file_is_there(reader, folder, monkeypatch):
    monkeypatch.setattr(JobRunner, "wake", lambda _runner: None)  # what becomes of the job is written here
    job = ask(reader, "make", board=board(), outputs=["snapshot"])["job"]
    place = folder / "jobs" / job
    order = orjson.loads((place / "order.json").read_bytes())
    command = pack_process_command(Path("app.py"), place, order)
    assert command[2:8] == ["--lang", "zh-CN", "export", "snapshot", "--storyboard", str(place / "choice.json")]
    assert ask(reader, "watch", job=job) == {"text": ""}
    (place / "files").mkdir()
    (place / "files" / "清远 快照.html").write_bytes(b"<!DOCTYPE html>")
    state = orjson.loads((place / "state.json").read_bytes())
    (place / "state.json").write_bytes(orjson.dumps(state | {"state": "done"}))
    address = f"/briefing/jobs/{job}/%E6%B8%85%E8%BF%9C%20%E5%BF%AB%E7%85%A7.html"
    assert ask(reader, "watch", job=job) == {"file": [address, "清远 快照.html", 15]}
    (place / "state.json").write_bytes(orjson.dumps(state | {"state": "failed", "message": "Error: 快照太大"}))
    assert ask(reader, "watch", job=job) == {"error": "快照太大"}


def test_documents_are_made_by_a_job_of_the_page_of_packs(reader, folder):
    job = ask(reader, "make", board=board(), outputs=["pdf"])["job"]
    choice = orjson.loads((folder / "jobs" / job / "choice.json").read_bytes())
    assert choice == {"storyboard": board()}
    assert ask(reader, "make", board=board(slides=[]), outputs=["pdf"]) == {"error": say("storyboard-nothing-to-make")}
    answers = [ask(reader, "make", board=board(), outputs=["pdf"]) for _ in range(MOST_OF_ONE + 1)]
    assert "error" in answers[-1]


@pytest.mark.parametrize("job", ["", "x", "../../etc/passwd"])
def test_a_job_that_is_not_there_is_said(reader, job):
    assert ask(reader, "watch", job=job) == {"error": say("storyboard-no-job")}


@pytest.mark.parametrize("changes", [{"format": 2}, {"slides": [{"address": "//evil"}]}, {"id": "x"}, {"more": 1}])
def test_what_is_no_storyboard_is_refused_in_words(reader, changes):
    assert ask(reader, "judge", board=board(**changes)) == {"error": say("storyboard-unusable")}


@pytest.mark.parametrize("order", [{"act": "burn"}, {"act": "make", "board": board(), "outputs": ["exe"]}, {"act": 1}])
def test_an_order_that_the_page_does_not_know_is_refused(reader, order):
    with pytest.raises(FailedRequestError) as refused:
        ask(reader, **order)
    assert refused.value.status == 400
