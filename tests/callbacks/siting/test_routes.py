"""What the part 选址 does over HTTP: who may try and who may save, and what is refused in words."""

import time
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_login import LoginManager
from werkzeug.test import TestResponse

from app import create_app
from callbacks.pictures.render_queue import RenderQueue
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.siting import routes as siting
from datasets.analyses.pack_request import read_presets
from datasets.city.city import City
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import JobState, JobStore, QueueFullError
from datasets.siting.siting_job import solve_siting
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.versions.scenarios import Scenarios
from datasets.workers.model import InlineWorkers
from layouts.words.messages import siting as messages
from layouts.words.pages import siting as words
from tests.callbacks.accounts.test_guards import PASSWORD, log_in, token
from tests.conftest import ROOT, make_published_city, security_of
from tests.waiting import wait_until

PLACE = {"dataset": "demo", "type": "township_hospital", "year": "2016"}
ONE_MORE = "add,112.32,24.97,40"
URL = "/service/siting"


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory):
    with make_published_city(foundation, tmp_path_factory.mktemp("store")) as published_city:
        yield published_city


@pytest.fixture(scope="module")
def server(published_city, tmp_path_factory) -> Flask:
    accounts = Accounts(published_city.store, published_city.store.now)
    for role in AccountRole:
        accounts.add(role, PASSWORD, role, "测试")
    return create_app(
        published_city, read_presets(ROOT), tmp_path_factory.mktemp("kept"), security_of(published_city)
    ).server


@pytest.fixture
def reader(server) -> FlaskClient:
    return server.test_client()


@pytest.fixture
def editor(server) -> FlaskClient:
    client = server.test_client()
    assert log_in(client, AccountRole.EDITOR).status_code == 303
    return client


def post(client: FlaskClient, path: str, **content: str) -> TestResponse:
    return client.post(f"{URL}{path}", json=PLACE | content, headers=token(client))


def view(client: FlaskClient, **query: str) -> TestResponse:
    return client.get(f"{URL}/view", query_string=PLACE | query)


def ended(client: FlaskClient, run: str) -> TestResponse:
    """The last answer of a run."""
    answers: list[TestResponse] = []

    def has_ended() -> bool:
        answers.append(client.get(f"{URL}/runs/{run}"))
        return answers[-1].status_code != 200 or answers[-1].get_json()["done"]

    wait_until(has_ended)
    return answers[-1]


def saved(client: FlaskClient, name: str) -> int:
    answer = post(client, "/scenarios", changes=ONE_MORE, name=name)
    assert answer.status_code == 201, answer.text
    return int(answer.get_json()["id"])


def test_a_reader_without_an_account_tries_a_scenario(reader):
    answer = view(reader, changes=ONE_MORE)
    assert answer.status_code == 200
    assert "3.94 张 → 4.03 张" in answer.text
    assert {trace["name"] for trace in answer.json["overlay"]} >= {"siting-new", "siting-reach"}


def test_without_changes_nothing_lies_over_the_map(reader):
    assert view(reader).json["overlay"] == []


def test_a_facility_name_is_text_on_the_map_never_markup(reader):
    answer = view(reader, changes=f"{ONE_MORE},%3Cb%3Ex%3C%2Fb%3E")
    new = next(trace for trace in answer.json["overlay"] if trace["name"] == "siting-new")
    assert "&lt;b&gt;x&lt;/b&gt;" in new["text"][0]


@pytest.mark.parametrize("changes", ["add,100,30,40", "close,nothing", "what,is,this"])
def test_a_scenario_that_cannot_be_worked_out_is_told_with_the_way_out(reader, changes):
    answer = view(reader, changes=changes)
    assert answer.status_code == 200
    assert "st-fault" in answer.text
    assert words.UNDO_ALL in answer.text


def test_a_reader_without_an_account_has_sites_looked_for(reader):
    run = post(reader, "/runs", count="2", capacity="40").json["run"]
    answer = ended(reader, run).json
    assert answer["text"].startswith("找到 2 处")
    assert answer["changes"].count("add,") == 2
    assert answer["changes"].endswith(",40")


def test_found_sites_come_on_top_of_what_was_changed_by_hand(reader):
    run = post(reader, "/runs", count="1", changes=ONE_MORE).json["run"]
    assert ended(reader, run).json["changes"].startswith(f"{ONE_MORE};add,")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"count": "0"}, "没有什么可找"),
        ({"count": "3", "where": "441825", "least": "4"}, "两个条件矛盾"),
        ({"count": "2", "budget": "100", "price": "80"}, "总预算 100 万元不够"),
        ({"count": "40", "where": "441825"}, "候选地点只有"),
    ],
)
def test_a_plan_without_an_answer_is_told(reader, plan, said):
    answer = ended(reader, post(reader, "/runs", **plan).json["run"]).json
    assert answer["changes"] is None
    assert said in answer["text"]


def test_a_plan_that_cannot_be_read_is_refused_at_once(reader):
    answer = post(reader, "/runs", count="many")
    assert answer.status_code == 422
    assert "“新建几处”" in answer.json["error"]["message"]


def test_a_run_that_never_was_is_told(reader):
    assert reader.get(f"{URL}/runs/nothing").json["error"]["message"] == messages.RUN_GONE
    assert reader.post(f"{URL}/runs/nothing/stop").status_code == 200


@pytest.fixture
def alone(city, published_city, tmp_path) -> tuple[list[City], JobRunner, FlaskClient]:
    """The cities of which the last is shown, the runner, and a reader of a server of the part 选址 alone."""
    server, cities = Flask("siting"), [city]
    runner = JobRunner(JobStore(tmp_path / "sitings", time.time), solve_siting)
    LoginManager(server).user_loader(lambda _: None)
    scenarios = Scenarios(published_city.store, published_city.store.now)
    snapshots = CitySnapshots(lambda: cities[-1])
    siting.register(server, siting.SitingServices(snapshots, scenarios, runner, RenderQueue(InlineWorkers())))
    return cities, runner, server.test_client()


def test_a_run_of_a_dataset_that_was_withdrawn_is_gone(alone):
    cities, _, client = alone
    run = client.post(f"{URL}/runs", json=PLACE | {"count": "1"}).json["run"]
    others = {id_: dataset for id_, dataset in cities[0].datasets.items() if id_ != PLACE["dataset"]}
    cities.append(replace(cities[0], datasets=others))
    answer = client.get(f"{URL}/runs/{run}")
    assert (answer.status_code, answer.json["error"]["message"]) == (404, messages.RUN_GONE)


def test_a_run_whose_server_was_stopped_is_gone(alone):
    _, runner, client = alone
    id_ = runner.store.add({"dataset": PLACE["dataset"]}, {}, "甲")
    runner.store.end(id_, JobState.INTERRUPTED)
    answer = client.get(f"{URL}/runs/{id_}")
    assert (answer.status_code, answer.json["error"]["message"]) == (404, messages.RUN_GONE)


def test_a_run_that_breaks_is_told(alone):
    _, runner, client = alone
    id_ = runner.store.add({"dataset": PLACE["dataset"]}, {}, "甲")
    runner.store.end(id_, JobState.FAILED)
    assert client.get(f"{URL}/runs/{id_}").json["text"] == messages.FAULT


def test_where_there_is_no_room_for_a_run_it_is_not_prepared(alone, monkeypatch):
    _, runner, client = alone

    def full(_client: str) -> None:
        raise QueueFullError(20, 0)

    monkeypatch.setattr(siting, "prepare_search", lambda *_: pytest.fail("prepared"))
    monkeypatch.setattr(runner.store, "expect_room", full)
    assert client.post(f"{URL}/runs", json=PLACE | {"count": "1"}).status_code == 503


def test_another_site_cannot_start_a_run(reader):
    answer = reader.post(f"{URL}/runs", json=PLACE, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_where_reading_needs_an_account_trying_does_too(published_city, tmp_path):
    security = security_of(published_city, login_required=True)
    client = create_app(published_city, read_presets(ROOT), tmp_path, security).server.test_client()
    assert client.post(f"{URL}/runs", json=PLACE).status_code == 401


def test_saving_needs_the_right_to_import(reader, server):
    refused: list[Any] = [post(reader, "/scenarios", changes=ONE_MORE, name="甲")]
    viewer = server.test_client()
    log_in(viewer, AccountRole.VIEWER)
    refused.append(post(viewer, "/scenarios", changes=ONE_MORE, name="甲"))
    refused.append(post(viewer, "/scenarios/1/delete"))
    assert [answer.status_code for answer in refused] == [401, 403, 403]


def test_saving_needs_the_token_of_our_pages(editor):
    answer = editor.post(f"{URL}/scenarios", json=PLACE | {"changes": ONE_MORE, "name": "甲"})
    assert answer.status_code == 400


def test_what_is_saved_is_listed_with_its_address_and_deleted_again(editor, reader):
    id_ = saved(editor, "连州补一处")
    listed = view(reader).text
    assert "连州补一处" in listed
    assert "changes=add%2C112.32%2C24.97%2C40" in listed
    assert f"{AccountRole.EDITOR} 20" in view(editor).text
    assert f"{AccountRole.EDITOR} 20" not in listed  # who saved it is for those who save
    assert post(editor, f"/scenarios/{id_}/delete").status_code == 200
    assert "连州补一处" not in view(reader).text
    assert post(editor, f"/scenarios/{id_}/delete").json["error"]["message"] == messages.GONE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"name": " ", "changes": ONE_MORE}, words.NAME_NEEDED),
        ({"name": "甲" * 41, "changes": ONE_MORE}, "最多 40 个字"),
        ({"name": "甲"}, words.NOTHING_TO_SAVE),
        ({"name": "甲", "changes": "add,100,30,40"}, "在本市范围以外"),
    ],
)
def test_what_cannot_be_saved_is_told(editor, content, said):
    answer = post(editor, "/scenarios", **content)
    assert answer.status_code == 422
    assert said in answer.json["error"]["message"]


def test_saved_scenarios_stand_side_by_side_with_their_maps(editor, reader):
    ids = [saved(editor, name) for name in ("第一个", "第二个")]
    answer = view(reader, compare=",".join(map(str, ids)))
    assert all(name in answer.text for name in ("第一个", "第二个"))
    picture = reader.get(f"{URL}/scenarios/{ids[0]}/map.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.data.startswith(b"<?xml")


@pytest.mark.parametrize(("ids", "status"), [("1", 422), ("1,2,3,4,5", 422), ("900,901", 404)])
def test_what_cannot_be_compared_is_told(reader, ids, status):
    assert view(reader, compare=ids).status_code == status
