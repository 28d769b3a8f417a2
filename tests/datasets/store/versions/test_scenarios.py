"""Saved scenarios, on both engines."""

from datetime import UTC, datetime

import pytest

from datasets.siting.scenario import ChangeKind, FacilityChange, Scenario
from datasets.store.model import Action, UnknownError
from datasets.store.versions.scenarios import Scenarios

NEW = FacilityChange(ChangeKind.ADD, "", 114.05, 24.15, 40.0, "新院")
MADE = Scenario("demo", "clinic", 2016, (NEW, FacilityChange(ChangeKind.CLOSE, "f,1")), "两步走")


@pytest.fixture
def scenarios(store):
    """The scenarios of a store without any."""
    return Scenarios(store, lambda: datetime(2016, 7, 1, 8, tzinfo=UTC))


def test_a_saved_scenario_is_the_one_that_was_made(scenarios):
    saved = scenarios.save(MADE, "安")
    assert (saved.name, saved.dataset, saved.type_, saved.year) == ("两步走", "demo", "clinic", 2016)
    assert saved.changes == MADE.changes
    assert (saved.who, saved.made_at) == ("安", datetime(2016, 7, 1, 8, tzinfo=UTC))


def test_the_newest_comes_first(scenarios):
    first, second = scenarios.save(MADE, "安"), scenarios.save(MADE, "安")
    assert [each.id for each in scenarios.all()] == [second.id, first.id]


def test_some_come_in_the_order_they_are_asked_for(scenarios):
    first, second = scenarios.save(MADE, "安"), scenarios.save(MADE, "安")
    assert [each.id for each in scenarios.find_by_ids([first.id, second.id])] == [first.id, second.id]


def test_a_deleted_scenario_is_gone_and_the_others_stay(scenarios):
    first, second = scenarios.save(MADE, "安"), scenarios.save(MADE, "安")
    scenarios.delete(first.id, "安")
    assert [each.id for each in scenarios.all()] == [second.id]
    with pytest.raises(UnknownError, match=f"scenario {first.id}: expected one of {second.id}"):
        scenarios.find_by_ids([first.id])


def test_deleting_twice_is_refused(scenarios):
    saved = scenarios.save(MADE, "安")
    scenarios.delete(saved.id, "安")
    with pytest.raises(UnknownError):
        scenarios.delete(saved.id, "安")


def test_the_trail_tells_who_saved_and_who_deleted(scenarios, store):
    saved = scenarios.save(MADE, "安")
    scenarios.delete(saved.id, "波")
    told = [(event.action, event.who, event.details["name"]) for event in store.trail()[:2]]
    assert told == [(Action.DELETE_SCENARIO, "波", "两步走"), (Action.SAVE_SCENARIO, "安", "两步走")]
