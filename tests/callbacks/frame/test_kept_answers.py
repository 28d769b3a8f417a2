"""What was answered once is given again: not after a publication, nor to whoever may not read, nor where it failed."""

import inspect
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from dash import Dash, Input, Output, html
from flask import Flask
from flask_compress import Compress

from callbacks.atlas.answers import AtlasAnswers
from callbacks.frame import kept_answers, request_checks
from callbacks.frame.kept_answers import KeptAnswer, KeptAnswers, keep_answers
from callbacks.frame.request_checks import UPDATE
from callbacks.server.city_snapshots import CitySnapshots
from datasets.store.accounts.accounts import AccountRole
from layouts.ids import Atlas
from tests.architecture import forbidden_imports, read_modules
from tests.callbacks.accounts.people import PASSWORD, client_of, log_in, program
from tests.conftest import ROOT, make_published_city, security_of


class SmallProgram:
    """A program of one callback, which counts how often it is called."""

    def __init__(self, city: Any, kept: bool = True) -> None:
        self.calls, self.published = 0, [city]
        app = Dash("test", server=Flask("test"), add_log_handler=False)  # type: ignore[arg-type]  # Dash names Flask so
        app.layout = html.Div()
        snapshots = CitySnapshots(lambda: self.published[-1])

        def answer(value: str) -> str:
            self.calls += 1
            if value == "bad":
                raise request_checks.UnusableValueError("value", value)
            return f"{value} of {len(self.published)} " * 100

        app.callback(Output("out", "children"), Input("in", "value"))(keep_answers(answer) if kept else answer)
        kept_answers.register(app, snapshots)
        request_checks.register(app)
        Compress(app.server)
        self.client = app.server.test_client()

    def ask(self, value: str, encoding: str = "") -> Any:
        """The answer to a browser that takes an encoding."""
        body = {
            "output": "out.children",
            "outputs": {"id": "out", "property": "children"},
            "inputs": [{"id": "in", "property": "value", "value": value}],
            "changedPropIds": ["in.value"],
        }
        return self.client.post(UPDATE, json=body, headers={"Accept-Encoding": encoding})


def test_the_same_question_is_computed_once(city):
    program = SmallProgram(city)
    first, again, other = program.ask("a"), program.ask("a"), program.ask("b")
    assert program.calls == 2
    assert again.get_json() == first.get_json() != other.get_json()
    assert again.headers == first.headers


def test_a_kept_answer_is_packed_as_this_browser_takes_it(city):
    program = SmallProgram(city)
    for _ in range(2):
        packed, plain = program.ask("a", "gzip"), program.ask("a")
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in plain.headers
        assert len(packed.data) < len(plain.data)
    assert program.calls == 2


def test_after_a_publication_the_answer_is_new(city):
    program = SmallProgram(city)
    before = program.ask("a").get_json()
    program.published.append(replace(city))
    assert program.ask("a").get_json() != before
    assert program.calls == 2


def test_a_refusal_is_not_kept(city):
    program = SmallProgram(city)
    assert [program.ask("bad").status_code for _ in range(2)] == [400, 400]
    assert program.calls == 2


def test_only_answers_of_marked_callbacks_are_kept(city):
    program = SmallProgram(city, kept=False)
    program.ask("a"), program.ask("a")
    assert program.calls == 2


def test_the_answers_kept_take_no_more_than_their_room():
    answers, names = KeptAnswers(most=100), [bytes([number]) for number in range(5)]
    for name in names:
        answers.keep(name, KeptAnswer(b"x" * 40, None))
        assert answers.find(names[0])  # asked for again and again, it stays
    assert [name for name in names if answers.find(name)] == [names[0], names[4]]
    answers.keep(b"long", KeptAnswer(b"x" * 101, None))
    assert not any(map(answers.find, [*names, b"long"]))


@pytest.fixture(scope="module")
def closed(foundation, tmp_path_factory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("kept")
    with make_published_city(foundation, folder) as published_city:
        security_of(published_city).accounts.add("李看", PASSWORD, AccountRole.VIEWER, "测试")
        yield program(published_city, folder, login_required=True)


def _opening(server: Flask) -> dict[str, Any]:
    """The question of the map page as it opens."""
    client = client_of(server)
    log_in(client, "李看")
    dependencies = client.get("/_dash-dependencies").get_json()
    (asked,) = [
        each for each in dependencies if f"{Atlas.VIEW}.data" in each["output"] and not each["clientside_function"]
    ]
    return {
        "output": asked["output"],
        "outputs": request_checks.parse_outputs(asked["output"]),
        "inputs": [
            {**each, "value": "?dataset=demo" if each["id"] == Atlas.ADDRESS else None} for each in asked["inputs"]
        ],
        "state": [{**each, "value": None} for each in asked["state"]],
        "changedPropIds": [f"{Atlas.ADDRESS}.data"],
    }


def test_who_may_not_read_gets_no_kept_answer(closed, monkeypatch):
    calls, compute = [], AtlasAnswers.answer
    monkeypatch.setattr(AtlasAnswers, "answer", lambda *given: calls.append(given) or compute(*given))
    question, reader, stranger = _opening(closed), client_of(closed), client_of(closed)
    log_in(reader, "李看")
    first, again = (reader.post(UPDATE, json=question) for _ in range(2))
    assert (first.status_code, again.status_code, len(calls)) == (200, 200, 1)
    assert again.data == first.data
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "private, no-store"
    assert stranger.post(UPDATE, json=question).status_code == 401
    elsewhere = {"Origin": "http://elsewhere.example"}
    assert reader.post(UPDATE, json=question, headers=elsewhere).status_code == 403


def test_pages_whose_answers_are_kept_know_neither_readers_nor_the_store(app):
    kept = [each["callback"] for each in app.callback_map.values() if hasattr(each.get("callback"), kept_answers._MARK)]
    pages = {inspect.unwrap(callback).__module__.rpartition(".")[0] for callback in kept}
    assert pages == {f"callbacks.{page}" for page in ("atlas", "county", "gap", "targets")}
    modules = read_modules(ROOT, ["callbacks"])
    for name, module in modules.items():
        if name.rpartition(".")[0] in pages:
            assert not forbidden_imports(module, {"callbacks.accounts", "datasets.store", "time"}), name
