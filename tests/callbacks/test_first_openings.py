"""Pages are opened ahead of the first reader: after each publication, and only while nobody asks."""

from dataclasses import replace

import pytest
from flask import Flask

from callbacks.commands.smoke_test import SimulatedBrowser
from callbacks.county.answers import CountyAnswers
from callbacks.first_openings import QUIET, FirstOpenings, open_county, open_gap, open_targets
from callbacks.gap.answers import GapAnswers
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.targets.answers import TargetViews
from layouts.ids import CountyPage, GapPage, Targets


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def published(city):
    return [city]


@pytest.fixture
def server():
    return Flask("ahead")


@pytest.fixture
def opened(server, published, clock):
    """The cities that were opened, and what opens them: for each of two datasets once."""
    cities = []
    openings = [lambda snapshot, _dataset: cities.append(snapshot.city)]
    return cities, FirstOpenings(server, CitySnapshots(lambda: published[-1]), openings, lambda: clock[0])


def test_nothing_is_opened_while_somebody_asks(opened, server, clock):
    cities, ahead = opened
    clock[0] = QUIET - 1
    assert not ahead.work_ahead()
    server.test_client().get("/")
    clock[0] = QUIET + 1
    assert not ahead.work_ahead()
    clock[0] = 2 * QUIET
    assert ahead.work_ahead()
    assert len(cities) == 1


def test_each_is_opened_once_a_city(opened, published, clock):
    cities, ahead = opened
    clock[0] = QUIET
    assert [ahead.work_ahead() for _ in range(3)] == [True, True, False]
    published.append(replace(published[0]))
    assert [ahead.work_ahead() for _ in range(3)] == [True, True, False]
    assert [city is published[-1] for city in cities] == [False, False, True, True]


def test_one_that_fails_does_not_keep_the_others(server, city, clock, caplog):
    done: list[str] = []

    def fail_at_first(_snapshot: object, dataset: str) -> None:
        done.append(dataset)
        if len(done) == 1:
            raise ValueError("no such page")

    ahead = FirstOpenings(server, CitySnapshots(lambda: city), [fail_at_first], lambda: clock[0])
    clock[0] = QUIET
    assert [ahead.work_ahead() for _ in range(3)] == [True, True, False]
    assert done == list(city.datasets)
    assert "no such page" in caplog.text


@pytest.mark.parametrize("dataset", ["public", "demo"])
def test_a_reader_who_comes_later_has_no_page_worked_out(app, monkeypatch, dataset):
    snapshot = app.server.extensions["background"][-1].__self__._snapshots.current()
    for opening in (open_gap, open_county, open_targets):
        opening(snapshot, dataset)
    worked_out: list[str] = []
    working_out = ((GapAnswers, "_show"), (CountyAnswers, "_describe_profile"), (TargetViews, "_build_answer"))
    for answers, method in working_out:
        monkeypatch.setattr(answers, method, lambda *_given, method=method: worked_out.append(method) or {})
    browser = SimulatedBrowser(app)
    browser.load("/data")
    browser.change(f"{GapPage.ADDRESS}.data", f"?dataset={dataset}")
    choices = browser.values[f"{CountyPage.CHOICES}.data"]
    offered = choices["datasets"][dataset]
    first = offered["first"]
    counties = {int(year): code for year, code in offered["counties"].items()}
    shown = {"dataset": dataset, "county": counties[first], "year": first}
    browser.change(f"{CountyPage.ASKED}.data", shown)
    browser.change(f"{Targets.ASKED}.data", {"dataset": dataset})
    assert worked_out == []
