"""Whatever is asked in whatever way, the answer is of use or a sentence that says why there is none."""

from collections.abc import Iterator

import pytest
from dash import Dash
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from callbacks.frame import request_checks as border
from callbacks.frame.request_checks import DEEPEST, LARGEST_ID, parse_outputs
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.accounts import AccountRole
from layouts.ids import CountyPage, GapPage, Targets
from tests.callbacks.accounts.test_guards import PASSWORD, log_in, token
from tests.callbacks.random_requests import DEEP, Asker
from tests.conftest import ROOT, make_published_city, security_of

SEED, REQUESTS = 20120701, 300


@pytest.fixture(scope="module")
def program(foundation, tmp_path_factory) -> Iterator[Dash]:
    folder = tmp_path_factory.mktemp("border")
    with make_published_city(foundation, folder) as published_city:
        security = security_of(published_city)
        security.accounts.add("administrator", PASSWORD, AccountRole.ADMINISTRATOR, "me")
        yield create_app(published_city, read_presets(ROOT), folder, security)


@pytest.fixture(scope="module")
def server(program) -> Flask:
    return program.server


@pytest.fixture
def reader(server) -> FlaskClient:
    return server.test_client()


def administrator_of(server: Flask) -> FlaskClient:
    client = server.test_client()
    log_in(client, "administrator")
    return client


def test_no_random_request_is_answered_with_a_fault_and_every_refusal_is_a_sentence(server):
    reader, administrator = server.test_client(), administrator_of(server)
    asker = Asker(server, reader.get("/_dash-dependencies").get_json(), SEED)
    for count in range(REQUESTS):
        asked = asker.request()
        if count % 2:
            if asked.path == "/logout":
                continue
            answer = asked.send(administrator, token(administrator))
        else:
            answer = asked.send(reader, {})
        assert answer.status_code < 500, asked
        if answer.status_code >= 400 and asked.method != "HEAD":
            said = answer.get_json()["error"]["message"] if answer.is_json else answer.text
            assert said.strip(), asked


@pytest.mark.parametrize(
    "path",
    [
        "/data/versions/{}/compare.svg",
        "/data/versions/{}/changes.csv",
        "/service/siting/scenarios/{}/map.svg",
        "/_dash-component-suites/{}/x.js",
        "/_dash-component-suites/dash/{}.js",
        "/geo/{}",
        "/briefing/jobs/{}/x.pdf",
    ],
)
@pytest.mark.parametrize("id_", [LARGEST_ID, LARGEST_ID + 1, 2**63, 10**20])
def test_an_id_of_any_size_is_not_there(reader, path, id_):
    answer = reader.get(path.format(id_))
    assert answer.status_code == 404
    assert answer.get_json()["error"]["message"]


@pytest.mark.parametrize("body", ["{}", "null", "[]", '"x"', "[" * DEEP, '{"a":' * DEEP, '{"output": "nothing.data"}'])
def test_a_payload_that_no_page_sends_is_refused(reader, body):
    answer = reader.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code in (400, 404)
    assert "刷新页面" in answer.get_json()["error"]["message"]


def test_json_is_taken_as_deep_as_anything_of_ours_is(server):
    assert server.json.loads("[" * DEEPEST + "]" * DEEPEST)
    with pytest.raises(ValueError, match="nested too deeply"):
        server.json.loads("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


@pytest.mark.parametrize(
    ("trigger", "value"),
    [
        (f"{CountyPage.ASKED}.data", {"dataset": "nowhere", "county": "441881", "year": 2016}),
        (f"{CountyPage.ASKED}.data", {"dataset": "demo", "county": "441881", "year": "2016"}),
        (f"{GapPage.ADDRESS}.data", ["gap"]),
        (f"{Targets.ASKED}.data", {"$": 1}),
    ],
)
def test_a_value_that_a_page_cannot_have_is_refused_by_its_name(reader, trigger, value):
    callbacks = [each for each in reader.get("/_dash-dependencies").get_json() if each["clientside_function"] is None]
    id_, name = trigger.split(".")
    callback = next(each for each in callbacks if {"id": id_, "property": name} in each["inputs"])
    body = {
        "output": callback["output"],
        "outputs": parse_outputs(callback["output"]),
        "inputs": [each | {"value": value} for each in callback["inputs"]],
        "state": [each | {"value": None} for each in callback["state"]],
        "changedPropIds": [trigger],
    }
    answer = reader.post("/_dash-update-component", json=body)
    assert answer.status_code == 400
    assert "请从页面上选择" in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("path", ["/api/v1/values", "/health", "/data/templates/roads", "/export/map.png", "/login"])
def test_a_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(reader, path):
    answer = reader.put(path)
    assert (answer.status_code, "GET" in answer.headers["Allow"]) == (405, True)
    assert "不接受 PUT，可用的是 GET" in answer.get_json()["error"]["message"]


def test_a_fault_of_ours_is_a_sentence_too():
    server = Flask("broken")

    @server.get("/broken")
    def broken() -> str:
        raise IndexError

    border.register(Dash("broken", server=server))
    answer = server.test_client().get("/broken")
    assert (answer.status_code, "已记入日志" in answer.get_json()["error"]["message"]) == (500, True)


def test_an_output_that_several_callbacks_write_is_named_as_browsers_name_it():
    name = "..mine.data@1f3a...fault.children@1f3a.."
    assert parse_outputs(name) == [
        {"id": "mine", "property": "data@1f3a"},
        {"id": "fault", "property": "children@1f3a"},
    ]
