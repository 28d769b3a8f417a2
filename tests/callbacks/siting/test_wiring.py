"""What the part 选址 answers: who may try and who may save, and what is refused in words."""

import time
from dataclasses import replace
from typing import Any

import pytest
from dash import Dash, html
from flask_login import LoginManager

from app import create_app
from callbacks.commands.smoke_test import FailedRequestError, SimulatedBrowser
from callbacks.frame.request_checks import UPDATE
from callbacks.pictures.render_queue import RenderQueue
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.siting import answers
from callbacks.siting import wiring as siting
from datasets.analyses.pack_request import read_presets
from datasets.city.city import City
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import MOST_OF_ONE, JobState, JobStore, QueueFullError
from datasets.siting.siting_job import solve_siting
from datasets.store.accounts.accounts import AccountRole, Accounts, Right
from datasets.store.versions.scenarios import Scenarios
from datasets.workers.model import InlineWorkers
from layouts.ids import AccountMenu
from layouts.service_ids import Siting
from layouts.words.messages import siting as messages
from locales import say
from tests.callbacks.accounts.people import PASSWORD, log_in, token
from tests.conftest import ROOT, make_published_city, security_of
from tests.waiting import wait_until

PLACE = {"dataset": "demo", "type": "township_hospital", "year": "2016"}
ONE_MORE = "add,112.32,24.97,40"


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory):
    with make_published_city(foundation, tmp_path_factory.mktemp("store")) as published_city:
        yield published_city


@pytest.fixture(scope="module")
def app(published_city, tmp_path_factory) -> Dash:
    accounts = Accounts(published_city.store, published_city.store.now)
    for role in AccountRole:
        accounts.add(role, PASSWORD, role, "测试")
    return create_app(published_city, read_presets(ROOT), tmp_path_factory.mktemp("kept"), security_of(published_city))


def visitor(app: Dash, role: AccountRole | None = None) -> SimulatedBrowser:
    """Somebody with the page in front of them, logged in with a role or not at all."""
    browser = SimulatedBrowser(app)
    if role:
        assert log_in(browser.client, role).status_code == 303
    browser.load("/service")
    browser.values[f"{AccountMenu.TOKEN}.value"] = token(browser.client).get("X-CSRFToken")
    return browser


@pytest.fixture
def reader(app) -> SimulatedBrowser:
    return visitor(app)


@pytest.fixture
def editor(app) -> SimulatedBrowser:
    return visitor(app, AccountRole.EDITOR)


def ask(browser: SimulatedBrowser, question: str, content: Any, answer: str) -> Any:
    browser.change(f"{question}.data", content)
    return browser.values[f"{answer}.data"]


def view(browser: SimulatedBrowser, **query: str) -> Any:
    return ask(browser, Siting.ASKED, PLACE | query, Siting.ANSWER)


def start(browser: SimulatedBrowser, **plan: str) -> Any:
    return ask(browser, Siting.START, PLACE | plan, Siting.RUN)


def look(browser: SimulatedBrowser, run: str) -> Any:
    browser.values[f"{Siting.RUN}.data"] = {"run": run}
    browser.change(f"{Siting.TIMER}.n_intervals", 1)
    return browser.values[f"{Siting.PROGRESS}.data"]


def ended(browser: SimulatedBrowser, begun: dict[str, str]) -> Any:
    """The last answer of a run."""
    answers: list[Any] = []

    def has_ended() -> bool:
        answers.append(look(browser, begun["run"]))
        return "error" in answers[-1] or answers[-1]["done"]

    wait_until(has_ended)
    return answers[-1]


def save(browser: SimulatedBrowser, name: str, changes: str = ONE_MORE) -> Any:
    change = {"act": "save", "query": PLACE | {"changes": changes}, "name": name}
    return ask(browser, Siting.CHANGE, change, Siting.CHANGED)


def delete(browser: SimulatedBrowser, id_: int) -> Any:
    return ask(browser, Siting.CHANGE, {"act": "delete", "id": id_}, Siting.CHANGED)


def saved(browser: SimulatedBrowser, name: str) -> int:
    answer = save(browser, name)
    assert "error" not in answer
    return int(answer["id"])


def names(browser: SimulatedBrowser) -> list[str]:
    return [item["name"] for item in view(browser)["panel"]["saved"]["items"]]


def test_a_reader_without_an_account_tries_a_scenario(reader):
    answer = view(reader, changes=ONE_MORE)
    (target,) = answer["panel"]["outcome"]["targets"]
    assert target["values"] == "3.94 张 → 4.03 张"
    assert {trace["name"] for trace in answer["overlay"]} >= {"siting-new", "siting-reach"}


def test_an_answer_says_which_dataset_it_is_of_and_that_a_demonstration_is_one(reader):
    answer = view(reader)
    assert (answer["dataset"], answer["demonstration"]) == ("demo", True)


def test_without_changes_nothing_lies_over_the_map(reader):
    assert view(reader)["overlay"] == []


def test_a_facility_name_is_text_on_the_map_never_markup(reader):
    answer = view(reader, changes=f"{ONE_MORE},%3Cb%3Ex%3C%2Fb%3E")
    new = next(trace for trace in answer["overlay"] if trace["name"] == "siting-new")
    assert "&lt;b&gt;x&lt;/b&gt;" in new["text"][0]


@pytest.mark.parametrize("changes", ["add,100,30,40", "close,nothing", "what,is,this"])
def test_a_scenario_that_cannot_be_worked_out_is_told_with_the_way_out(reader, changes):
    refused = view(reader, changes=changes, mode="siting")["refused"]
    assert refused["message"]
    assert refused["label"] == say("siting-undo-all")
    assert "mode=siting" in refused["href"]
    assert "changes" not in refused["href"]


def test_a_reader_without_an_account_has_sites_looked_for(reader):
    answer = ended(reader, start(reader, count="2", capacity="40"))
    assert answer["text"].startswith("找到 2 处")
    assert answer["changes"].count("add,") == 2
    assert answer["changes"].endswith(",40")


def test_found_sites_come_on_top_of_what_was_changed_by_hand(reader):
    answer = ended(reader, start(reader, count="1", changes=ONE_MORE))
    assert answer["changes"].startswith(f"{ONE_MORE};add,")


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
    answer = ended(reader, start(reader, **plan))
    assert answer["changes"] is None
    assert said in answer["text"]


def test_a_plan_that_cannot_be_read_is_refused_at_once(reader):
    assert "“新建几处”" in start(reader, count="many")["error"]


def test_a_run_that_never_was_is_told(reader):
    assert look(reader, "nothing") == {"error": say("siting-run-gone")}
    assert ask(reader, Siting.STOP, "nothing", Siting.STOPPED) == "nothing"


@pytest.fixture
def alone(city, published_city, tmp_path) -> tuple[list[City], JobRunner, SimulatedBrowser]:
    """The cities of which the last is shown, the runner, and a reader of a server of the part 选址 alone."""
    app, cities = Dash("siting"), [city]
    runner = JobRunner(JobStore(tmp_path / "sitings", time.time), solve_siting)
    LoginManager(app.server).user_loader(lambda _: None)
    scenarios = Scenarios(published_city.store, published_city.store.now)
    snapshots = CitySnapshots(lambda: cities[-1])
    app.layout = html.Div()
    siting.register(app, siting.SitingServices(snapshots, scenarios, runner, RenderQueue(InlineWorkers())))
    browser = SimulatedBrowser(app)
    browser.load("/")
    return cities, runner, browser


def test_a_run_of_a_dataset_that_was_withdrawn_is_gone(alone):
    cities, _, browser = alone
    run = start(browser, count="1")["run"]
    others = {id_: dataset for id_, dataset in cities[0].datasets.items() if id_ != PLACE["dataset"]}
    cities.append(replace(cities[0], datasets=others))
    assert look(browser, run) == {"error": say("siting-run-gone")}


def test_a_run_whose_server_was_stopped_is_gone(alone):
    _, runner, browser = alone
    id_ = runner.store.add({"dataset": PLACE["dataset"]}, {}, "甲")
    runner.store.end(id_, JobState.INTERRUPTED)
    assert look(browser, id_) == {"error": say("siting-run-gone")}


def test_a_run_that_breaks_is_told(alone):
    _, runner, browser = alone
    id_ = runner.store.add({"dataset": PLACE["dataset"]}, {}, "甲")
    runner.store.end(id_, JobState.FAILED)
    assert look(browser, id_)["text"] == say("siting-run-fault")


def test_where_there_is_no_room_for_a_run_it_is_not_prepared(alone, monkeypatch):
    _, runner, browser = alone

    def full(_client: str) -> None:
        raise QueueFullError(20, 0)

    monkeypatch.setattr(siting, "prepare_search", lambda *_: pytest.fail("prepared"))
    monkeypatch.setattr(runner.store, "expect_room", full)
    assert start(browser, count="1")["error"] == messages.queue_full_text(20, 0, MOST_OF_ONE)


def test_another_site_cannot_start_a_run(reader):
    reader.client.environ_base["HTTP_ORIGIN"] = "https://elsewhere.example"
    with pytest.raises(FailedRequestError) as refused:
        start(reader)
    assert refused.value.status == 403


def test_where_reading_needs_an_account_trying_does_too(published_city, tmp_path):
    security = security_of(published_city, login_required=True)
    client = create_app(published_city, read_presets(ROOT), tmp_path, security).server.test_client()
    assert client.post(UPDATE, json={"output": f"{Siting.RUN}.data"}).status_code == 401


def test_saving_needs_the_right_to_import(reader, app):
    viewer, needed = visitor(app, AccountRole.VIEWER), say("accounts-needed", key=Right.IMPORT)
    refused = [save(reader, "甲"), save(viewer, "甲"), delete(viewer, 1)]
    assert [answer["error"] for answer in refused] == [say("accounts-not-logged-in"), needed, needed]
    assert names(reader) == []


@pytest.mark.parametrize("sent", [None, "", "wrong"])
def test_saving_needs_the_token_of_our_pages(editor, sent):
    editor.values[f"{AccountMenu.TOKEN}.value"] = sent
    assert save(editor, "甲")["error"] == say("accounts-out-of-date")
    assert names(editor) == []


def test_what_is_saved_is_listed_with_its_address_and_deleted_again(editor, reader):
    id_ = saved(editor, "连州补一处")
    (listed,) = view(reader)["panel"]["saved"]["items"]
    assert listed["name"] == "连州补一处"
    assert "changes=add%2C112.32%2C24.97%2C40" in listed["href"]
    maker = f"{AccountRole.EDITOR} 20"
    assert maker in view(editor)["panel"]["saved"]["items"][0]["about"]
    assert maker not in listed["about"]  # who saved it is for those who save
    assert "error" not in delete(editor, id_)
    assert names(reader) == []
    assert delete(editor, id_)["error"] == say("siting-run-scenario-gone")


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        (" ", ONE_MORE, say("siting-name-needed")),
        ("甲" * 41, ONE_MORE, "最多 40 个字"),
        ("甲", "", say("siting-nothing-to-save")),
        ("甲", "add,100,30,40", "在本市范围以外"),
    ],
)
def test_what_cannot_be_saved_is_told(editor, name, changes, said):
    assert said in save(editor, name, changes)["error"]


def test_saved_scenarios_stand_side_by_side_with_their_maps(editor, reader):
    ids = [saved(editor, name) for name in ("第一个", "第二个")]
    compared = view(reader, compare=",".join(map(str, ids)))["compared"]
    assert [scenario["name"] for scenario in compared["scenarios"]] == ["第一个", "第二个"]
    picture = reader.client.get(compared["scenarios"][0]["picture"])
    assert picture.mimetype == "image/svg+xml"
    assert picture.data.startswith(b"<?xml")


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ("1", say("siting-most-compared")),
        ("1,2,3,4,5", say("siting-most-compared")),
        ("900,901", say("siting-run-scenario-gone")),
    ],
)
def test_what_cannot_be_compared_is_told(reader, ids, said):
    assert view(reader, compare=ids)["error"] == said


def test_an_outcome_is_worked_out_once(reader, monkeypatch):
    view(reader, changes="add,112.33,24.96,40")
    monkeypatch.setattr(answers, "evaluate_scenario", lambda *_: pytest.fail("worked out again"))
    assert "panel" in view(reader, changes="add,112.33,24.96,40")
