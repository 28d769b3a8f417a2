"""Where the database or the folder cannot be used: readers read on, whoever would change something is told in words."""

import errno
import os
import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from callbacks.commands.errors import Commands
from callbacks.frame.request_checks import UPDATE
from callbacks.server import storage_faults
from datasets.analyses.pack_request import read_presets
from datasets.files.storage_faults import StorageFault
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import AccountRole
from datasets.store.engine import database, engines
from datasets.store.model import StoreUnavailableError
from layouts.service_ids import Siting
from locales import say
from tests.callbacks.data.page_client import act, show
from tests.conftest import ROOT, make_published_city, security_of
from tests.datasets.store.processes import held

PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (made up for these tests)


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits as long as a person would."""
    monkeypatch.setattr(engines, "READERS_WAIT", 0.05)
    monkeypatch.setattr(engines, "WRITERS_WAIT", 0.1)
    monkeypatch.setattr(database, "_ASK_AGAIN", 0.0)


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory) -> Iterator[PublishedCity]:
    with make_published_city(foundation, tmp_path_factory.mktemp("faults")) as published_city:
        security_of(published_city).accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
        yield published_city


@pytest.fixture(scope="module")
def server(published_city, tmp_path_factory) -> Flask:
    return create_app(
        published_city, read_presets(ROOT), tmp_path_factory.mktemp("files"), security_of(published_city)
    ).server


def log_in(reader: FlaskClient) -> TestResponse:
    page = reader.get("/login").get_data(as_text=True)
    token = "".join(re.findall(r'name="csrf_token" value="([^"]+)"', page))
    return reader.post("/login", data={"name": "王编", "password": PASSWORD, "csrf_token": token})


@pytest.fixture
def editor(server) -> FlaskClient:
    """Somebody who was logged in before anything went wrong."""
    client = server.test_client()
    assert log_in(client).status_code == 303
    return client


READ = (
    "/",
    "/health",
    "/_dash-layout",
    "/account",
    "/api/v1/indicators",
    "/export/ranking.svg",
)
OPEN_SITING = {
    "output": f"{Siting.ANSWER}.data",
    "outputs": {"id": Siting.ANSWER, "property": "data"},
    "inputs": [{"id": Siting.ASKED, "property": "data", "value": {"dataset": "demo"}}],
    "changedPropIds": [f"{Siting.ASKED}.data"],
}


@pytest.mark.usefixtures("impatient")
def test_while_another_process_holds_the_store_readers_read_on_and_writers_are_told(editor, published_city, server):
    token = editor.get("/account").json["csrf_token"]
    published_city.store.close()
    with held(published_city.store.where):
        assert {path: editor.get(path).status_code for path in READ} == dict.fromkeys(READ, 200)
        assert "panel" in editor.post(UPDATE, json=OPEN_SITING).json["response"][Siting.ANSWER]["data"]
        assert editor.get("/account").json["name"] == "王编"
        assert "error" not in show(editor)
        told = act(editor, "discard", token, version="1")["error"]
        assert (told["status"], told["message"]) == (503, say("storage-of-change", fault="locked"))
        refused = log_in(server.test_client())
        assert refused.status_code == 503
        assert say("storage-of-change", fault="locked") in refused.get_data(as_text=True)


@pytest.mark.usefixtures("impatient")
def test_whoever_the_store_cannot_vouch_for_reads_as_anybody_and_is_not_told_to_log_in(server, published_city):
    visitor = server.test_client()
    log_in(visitor)
    token = visitor.get("/account").json["csrf_token"]
    restarted = create_app(
        published_city, read_presets(ROOT), ROOT / "nowhere", security_of(published_city)
    ).server.test_client()
    restarted.set_cookie("junheng_session", visitor.get_cookie("junheng_session").value)
    published_city.store.close()
    with held(published_city.store.where):
        assert restarted.get("/account").json["name"] is None
        assert act(restarted, "discard", token, version="1")["error"]["status"] == 503


def failing(error: Exception) -> Flask:
    """A server one of whose routes fails."""
    server = Flask("faults")
    storage_faults.register(server)

    @server.get("/")
    def fail() -> str:
        raise error

    return server


@pytest.mark.parametrize(
    ("number", "reason", "status"),
    [
        (errno.ENOSPC, "full", 507),
        (errno.EDQUOT, "full", 507),
        (errno.EROFS, "read_only", 503),
        (errno.EACCES, "read_only", 503),
        (errno.ENOENT, "gone", 503),
        (errno.EIO, "unusable", 503),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_by_the_reason_and_not_by_its_place(number, reason, status):
    told = failing(OSError(number, os.strerror(number), "/srv/atlas/uploads")).test_client().get("/")
    assert (told.status_code, told.json) == (status, {"error": {"message": say("storage-of-change", fault=reason)}})


@pytest.mark.parametrize("fault", StorageFault)
def test_every_trouble_of_the_store_is_told_in_chinese(fault):
    told = failing(StoreUnavailableError("sqlite:////srv/atlas.db", "it said", fault)).test_client().get("/")
    assert told.json["error"]["message"] == say("storage-of-change", fault=fault)
    assert "srv" not in told.get_data(as_text=True)


def test_an_error_that_is_not_of_files_is_no_fault_of_the_storage():
    assert failing(ConnectionResetError(errno.ECONNRESET, "reset")).test_client().get("/").status_code == 500


def command(error: Exception) -> click.Group:
    @click.group(cls=Commands)
    def commands() -> None:
        """Commands."""

    @commands.command("fail")
    def fail() -> None:
        raise error

    return commands


@pytest.mark.parametrize(
    ("error", "found", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/srv/a.png"),
            say("storage-file-found", fault=StorageFault.FULL),
            "/srv/a.png: No space left on device: free space",
        ),
        (
            StoreUnavailableError("sqlite:///a.db", "database is locked", StorageFault.LOCKED),
            say("storage-found", fault=StorageFault.LOCKED),
            "sqlite:///a.db: database is locked: another program holds it",
        ),
    ],
)
def test_a_command_ends_with_one_line_in_chinese_and_english(error, found, said):
    done = CliRunner().invoke(command(error), ["fail"])
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert found in done.output
    assert said in done.output


@pytest.mark.parametrize("number", [errno.ENOMEM, errno.EMFILE, errno.ENFILE])
def test_want_of_memory_or_of_open_files_is_no_fault_of_the_disk(number):
    assert storage_faults.classify_fault(OSError(number, os.strerror(number))) is None
