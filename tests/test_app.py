"""The command line: it says what it loaded, or every fault; it draws pictures without a browser."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from PIL import Image

import app as program
from callbacks.server import web_server
from datasets.analyses.pack_request import read_presets
from datasets.published.published_city import PublishedCity
from tests.callbacks.accounts.people import PASSWORD, log_in
from tests.callbacks.data.page_client import act, show
from tests.callbacks.data.test_routes import BEDS, answer_of, draft, fault_codes, figures, proposed, send
from tests.conftest import ROOT, make_published_city, security_of
from tests.datasets.store.conftest import postgresql  # noqa: F401  (a fixture)
from tests.datasets.store.postgresql import new_database


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory):
    with make_published_city(foundation, tmp_path_factory.mktemp("store")) as published_city:
        yield published_city


@pytest.fixture(autouse=True)
def loaded(published_city, monkeypatch):
    """What other tests have loaded is what the program in this process loads."""
    monkeypatch.setattr(program, "load_published_city", lambda: published_city)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it, in a process of its own."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "app.py", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_check_says_what_was_loaded():
    found = run("check")
    assert found.returncode == 0
    assert "public:" in found.stdout


def test_a_fault_ends_the_program_with_one_message_and_no_trace():
    found = run("check", REGION="atlantis")
    assert found.returncode == 1
    assert "Cannot start: 1 fault in the input files." in found.stderr
    assert "no region, province or prefecture is called 'atlantis'" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"LOGIN": "maybe"}, "LOGIN: expected open or required, got 'maybe'"),
        ({"COOKIE_SECURE": "yes"}, "COOKIE_SECURE: expected 0 or 1, got 'yes'"),
        ({"TRUSTED_PROXIES": "10.0.0.5 proxy"}, "TRUSTED_PROXIES: expected addresses or networks such as 10.0.0.5"),
        ({"TRUSTED_PROXIES": "0.0.0.0/0"}, "TRUSTED_PROXIES: '0.0.0.0/0' is every address"),
        ({"PUBLIC_URL": "atlas.example.cn"}, "PUBLIC_URL: expected an address such as https://atlas.example.cn"),
        ({"PUBLIC_URL": "ftp://atlas.example.cn"}, "PUBLIC_URL: expected"),
        ({"PUBLIC_URL": "https://atlas.example.cn/map?x=1"}, "PUBLIC_URL: expected"),
        ({"PUBLIC_URL": "https://who@atlas.example.cn"}, "PUBLIC_URL: expected"),
        ({"PUBLIC_URL": "https://atlas.example.cn:port"}, "PUBLIC_URL: expected"),
        ({"PUBLIC_URL": "https://"}, "PUBLIC_URL: expected"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY: expected 32 characters or more, got 5"),
    ],
)
def test_a_setting_of_the_guards_that_cannot_be_used_ends_the_program_before_it_loads(monkeypatch, setting, said):
    monkeypatch.setattr(program, "load_published_city", lambda: pytest.fail("loaded"))
    found = invoke("serve", **setting)
    assert found.exit_code == 1
    assert f"Cannot start: {said}" in found.output


def test_what_a_server_makes_is_for_its_user_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(program, "FOLDER", tmp_path / "var")
    monkeypatch.setattr(program, "create_app", lambda *_: SimpleNamespace(server=Flask("anything")))
    program.private_folder.cache_clear()
    before = os.umask(0)
    try:
        program.wsgi()
        assert os.umask(0) == 0o077
    finally:
        os.umask(before)
        program.private_folder.cache_clear()
        program.open_store().close()
        program.open_store.cache_clear()
    assert {path.stat().st_mode & 0o077 for path in [tmp_path / "var", *(tmp_path / "var").iterdir()]} == {0}


@pytest.fixture
def server(monkeypatch):
    """What the program serves, without a city, a store and a folder."""
    made, before = Flask("anything"), os.umask(0)
    monkeypatch.setattr(program, "create_app", lambda *_: SimpleNamespace(server=made))
    for loaded in ("private_folder", "read_security", "load_published_city"):
        monkeypatch.setattr(program, loaded, lambda *_: None)
    yield made
    os.umask(before)


def test_threads_begin_with_the_first_request_so_that_a_server_may_fork_before_it(server):
    begun = []
    server.extensions["background"] = (lambda: begun.append("begun"),)
    program.wsgi()
    assert begun == []
    server.test_client().get("/")
    assert begun == ["begun"]


@pytest.mark.usefixtures("server")
def test_the_port_is_taken_from_the_environment_without_a_subcommand_and_one_in_use_is_told(monkeypatch):
    def refuse(*_settings: object) -> None:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    monkeypatch.setattr(web_server, "create_server", refuse)
    found = invoke(PORT="8051")
    assert found.exit_code == 1
    assert "127.0.0.1:8051: Address already in use; choose another with HOST and PORT" in found.output


@pytest.mark.usefixtures("server")
def test_a_host_that_is_no_address_is_told():
    found = invoke(HOST="no such host", PORT="8051")
    assert found.exit_code == 1
    assert "no such host:8051: Invalid host/port specified.; choose another with HOST and PORT" in found.output


def invoke(*words: str, **environment: str) -> Result:
    """The command line in this process. What it does not catch, click tells as the result's exception."""
    done = CliRunner().invoke(program.command_line, words, env=environment)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def draw(*words: object) -> Result:
    return invoke("export", "picture", *map(str, words))


def test_a_picture_is_written_for_every_address(tmp_path):
    beds = "dataset=demo&indicator=medical_beds_per_1000_residents"
    done = draw("map", f"{beds}&year=2015", f"?{beds}&year=2016", "--size", "800x600", "--output", tmp_path)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "清远_每千人床位_2015_县级.png",
        "清远_每千人床位_2016_县级.png",
    ]
    with Image.open(tmp_path / "清远_每千人床位_2016_县级.png") as image:
        assert image.size == (800, 600)


def test_a_folder_that_is_not_there_is_made(tmp_path):
    assert draw("ranking", "--format", "svg", "--output", tmp_path / "new" / "one").exit_code == 0
    assert [path.suffix for path in (tmp_path / "new" / "one").iterdir()] == [".svg"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["poster"], "expected one of overview, map, multiples, domain, gap"),
        (["map", "year=1999"], "year: expected one of those allowed, got '1999'"),
        (["map", "--size", "3x3"], "400 to 12000 pixels a side, got 3x3"),
        (["map", "--dpi", "9"], "dpi: expected 72 to 600, got 9"),
        (["map", "--maker", "下𱳪镇"], "no font can draw 𱳪"),
    ],
)
def test_what_cannot_be_drawn_ends_with_one_message_and_no_file(tmp_path, words, said):
    done = draw(*words, "--output", tmp_path)
    assert done.exit_code != 0
    assert said in done.output
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = draw("map", "--size", "800x600", "--output", tmp_path / "file" / "below")
    assert done.exit_code == 1
    assert "below: Not a directory: check the path or choose another place" in done.output


@pytest.fixture
def over_postgresql(foundation, tmp_path, monkeypatch, request) -> Iterator[PublishedCity]:
    """What the program opens where the environment names an empty database of a PostgreSQL server."""
    with new_database(request.getfixturevalue("postgresql")) as url:
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.setattr(program, "FOLDER", tmp_path / "var")
        program.open_store.cache_clear()
        store = program.open_store()
        yield PublishedCity(foundation, store)
        store.close()
        program.open_store.cache_clear()


def test_over_postgresql_figures_are_loaded_corrected_published_and_taken_back(over_postgresql, tmp_path):
    (tmp_path / "password").write_text(PASSWORD)
    added = invoke("account", "add", "甲员", "--role", "publisher", "--password-file", str(tmp_path / "password"))
    assert added.exit_code == 0, added.output
    server = program.create_app(
        over_postgresql, read_presets(ROOT), tmp_path / "var", security_of(over_postgresql)
    ).server
    publisher = server.test_client()
    log_in(publisher, "甲员")

    upload = answer_of(send(publisher, figures(4, "清原县")))["upload"]
    order = {"order": proposed(publisher, upload)}
    assert fault_codes(show(publisher, upload=upload, step="report", **order)) == ["area_unknown"]
    assert act(publisher, "keep", upload=upload, **order)["error"]["status"] == 422

    first = draft(publisher, figures(4.16))
    dataset = first["dataset"]
    query = f"/api/v1/values?dataset={dataset}&indicator={BEDS}&level=county&year=2020"
    assert server.test_client().get(query).status_code == 404

    def published_value() -> float:
        return {row["area_name"]: row["value"] for row in server.test_client().get(query).json}["清城区"]

    assert "message" in act(publisher, "publish", version=str(first["version"]))
    assert published_value() == 4.16
    second = draft(publisher, figures(3.33), dataset)
    changes = publisher.get(f"/data/versions/{second['version']}/changes.csv").data.decode("utf-8-sig")
    assert "改动,每千人床位,清城区,2020,4.16,3.33" in changes
    assert "message" in act(publisher, "publish", version=str(second["version"]))
    assert published_value() == 3.33
    assert "message" in act(publisher, "roll_back", set=dataset, number="1")
    assert published_value() == 4.16
    assert [event.action for event in over_postgresql.store.trail(limit=1)] == ["roll_back"]
