"""What cannot be served is neither published nor shown: not by a page, a command, another process, or a new start."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from app import create_app, open_published_city
from callbacks.commands.datasets import data_commands
from callbacks.commands.smoke_test import SmokeTest
from datasets.analyses.pack_request import read_presets
from datasets.city.city import UnservableReason
from datasets.imports.model import Limits
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PublishedCity
from datasets.published.servability import UnservableError
from datasets.store.accounts.accounts import AccountRole
from datasets.store.model import Delivery, VersionState
from datasets.store.versions.versions import Store
from datasets.workers.model import OverLimitError, Resource, WorkerDiedError
from tests.callbacks.accounts.test_guards import PASSWORD, log_in
from tests.callbacks.data.page_client import act, show
from tests.conftest import ROOT, security_of
from tests.datasets.store.new_stores import new_sqlite_store

BEDS = "medical_beds_per_1000_residents"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_sqlite_store(tmp_path / "atlas.db", lambda: datetime.now(UTC))
    opened.add_dataset("own", "本单位", "", None, "me")
    yield opened
    opened.close()


@pytest.fixture
def opened(foundation, store, tmp_path):
    """The library as the program opens it."""
    return lambda: open_published_city(foundation, store, read_presets(ROOT), tmp_path)


def draft(store: Store, variable: str = BEDS, kind: str = "published") -> int:
    """A version of the dataset ``own`` with one figure."""
    rows = pd.DataFrame([(variable, "441803", 2020, 3.0, kind, "年鉴", "")], columns=STORED[ImportKind.OBSERVATIONS])
    return store.add_draft("own", [Delivery(ImportKind.OBSERVATIONS, rows, "a.csv", "0" * 64, 1, 1)], "me").id


def unservable(store: Store) -> int:
    """A draft with a kind of figure that no page knows, as a later program might have kept one."""
    return draft(store, kind="gossip")


def client_of(published_city: PublishedCity, folder: Path) -> FlaskClient:
    """A publisher who is logged in to the program over a library."""
    security = security_of(published_city)
    security.accounts.add("publisher", PASSWORD, AccountRole.PUBLISHER, "me")
    client = create_app(published_city, read_presets(ROOT), folder, security).server.test_client()
    log_in(client, "publisher")
    return client


def test_a_dataset_of_which_nothing_can_be_mapped_is_published_and_every_page_answers(opened, store, tmp_path):
    client = client_of(opened(), tmp_path)
    version = draft(store, "fixed_phone_subscribers")
    assert "message" in act(client, "publish", version=str(version))
    assert client.get("/_dash-layout").status_code == 200
    assert client.get("/api/v1/status?dataset=own").status_code == 200


def test_a_version_that_a_page_cannot_show_is_refused_with_the_page_and_stays_a_draft(opened, store, tmp_path):
    client = client_of(opened(), tmp_path)
    version = unservable(store)
    refused = act(client, "publish", version=str(version))["error"]
    assert refused["status"] == 422
    assert "不能发布：有页面做不出来（“总览”" in refused["message"]
    assert store.version(version).state is VersionState.DRAFT
    assert client.get("/_dash-layout").status_code == 200


def test_the_command_line_refuses_it_too(opened, store, tmp_path):
    uploads = Uploads(opened(), tmp_path / "uploads", Limits(), lambda: 0.0)
    commands = {command.name: command for command in data_commands(lambda: uploads)}
    unservable(store)
    told = CliRunner().invoke(commands["publish"], ["own", "1"])
    assert told.exit_code == 1
    assert "不能发布：有页面做不出来" in told.output
    assert store.published() == {}


def test_the_program_starts_with_what_it_can_serve_and_tells_what_it_set_aside(opened, store, tmp_path):
    store.publish(draft(store), "me")
    store.publish(unservable(store), "me")
    published_city = opened()
    (told,) = published_city.current().set_aside
    assert (told.number, told.shown_number, told.reason) == (2, 1, UnservableReason.NOT_SERVED)
    client = client_of(published_city, tmp_path)
    said = "数据集“本单位”第 2 版已发布，但不能显示：有页面做不出来"
    assert said in client.get("/_dash-layout").text
    assert said in str(show(client, set="own"))
    assert client.get("/data/datasets/own/export?kind=observations").status_code == 200


def test_a_publisher_takes_it_back_to_an_earlier_version_or_to_none(opened, store, tmp_path):
    store.publish(draft(store), "me")
    store.publish(unservable(store), "me")
    published_city = opened()
    client = client_of(published_city, tmp_path)
    assert "message" in act(client, "roll_back", set="own", number="1")
    assert published_city.current().set_aside == ()
    done = act(client, "withdraw", set="own")
    assert done["message"] == "“本单位”已撤下，所有页面不再显示它；各版本都保留。"
    assert "own" not in published_city.current().datasets
    assert act(client, "withdraw", set="own")["error"]["status"] == 404


def test_withdrawing_takes_the_right_and_the_token(opened, tmp_path):
    client = client_of(opened(), tmp_path)
    assert act(client, "withdraw", "", set="own")["error"]["status"] == 400
    assert act(client.application.test_client(), "withdraw", set="own")["error"]["status"] == 401


def test_the_command_line_takes_a_dataset_back(opened, store, tmp_path):
    store.publish(draft(store), "me")
    uploads = Uploads(opened(), tmp_path / "uploads", Limits(), lambda: 0.0)
    rollback = next(command for command in data_commands(lambda: uploads) if command.name == "rollback")
    assert "已撤下" in CliRunner().invoke(rollback, ["own", "none"]).output
    assert store.published() == {}
    assert "expected" in CliRunner().invoke(rollback, ["own", "none"]).output
    assert CliRunner().invoke(rollback, ["own", "1"]).exit_code == 0
    assert store.published()["own"].number == 1


def test_a_version_that_cannot_be_read_leaves_the_way_back_open(opened, store, tmp_path):
    store.publish(draft(store), "me")
    bad = draft(store, "medical_beds")
    store.publish(bad, "me")
    with store.write_transaction() as connection:
        connection.exec_driver_sql("UPDATE observation SET value = 'many' WHERE variable = 'medical_beds'")
    client = client_of(opened(), tmp_path)
    listed = show(client, set="own")
    assert "第 2 版已发布，但不能显示：它的数据行读不懂。现显示第 1 版" in str(listed)
    refused = show(client, version=str(bad))["error"]
    assert (refused["status"], "它的数据行读不懂" in refused["message"]) == (422, True)
    assert "message" in act(client, "roll_back", set="own", number="1")


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (OverLimitError(Resource.TIME, 120, 120), UnservableReason.UNPROVEN),
        (WorkerDiedError(-9), UnservableReason.UNPROVEN),
        (IndexError("list index out of range"), UnservableReason.NOT_SERVED),
    ],
)
def test_a_picture_that_the_server_had_no_room_for_does_not_condemn_the_version(opened, city, error, failure):
    def program(*_: object) -> SimpleNamespace:
        made = Flask("small")
        made.add_url_rule("/<path:_>", view_func=pages)
        made.register_error_handler(OverLimitError, lambda _: ("too large", 400))
        return SimpleNamespace(server=made)

    def pages(_: str) -> str:
        raise error

    with pytest.raises(UnservableError) as refused:
        SmokeTest(program).check(opened(), city, ["public"])
    assert refused.value.reason is failure


def test_a_publication_does_not_wait_for_ever_on_another_smoke_test(opened, city):
    outcomes = []

    def program(published_city: PublishedCity, _newest: object) -> SimpleNamespace:
        with pytest.raises(UnservableError, match="另一次发布正在试做页面") as refused:
            smoke_test.check(published_city, city, ["public"])
        outcomes.append(refused.value.reason)
        return SimpleNamespace(server=Flask("small"))

    smoke_test = SmokeTest(program, patience=0.0)
    with pytest.raises(UnservableError):
        smoke_test.check(opened(), city, ["public"])
    assert outcomes == [UnservableReason.UNPROVEN]


def test_a_fault_that_passes_is_told_as_one_that_passes(opened, tmp_path, store, monkeypatch):
    published_city = opened()
    client = client_of(published_city, tmp_path)

    def busy(*_: object) -> None:
        raise UnservableError(UnservableReason.UNPROVEN, [("", "busy")])

    monkeypatch.setattr(published_city, "_check", busy)
    refused = act(client, "publish", version=str(draft(store)))["error"]
    assert refused["status"] == 503
    assert "请过几分钟再发布" in refused["message"]
