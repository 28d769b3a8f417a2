"""Groups saved for all readers of a region, on both engines."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from datasets.store.model import Action
from datasets.store.versions.divisions import NEVER, Divisions, StaleDivisionError
from tests.datasets.store.new_stores import take_back

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
GROUPS, OTHERS = "山区.440232_城区.440203", "北.440281_南.440203"


@pytest.fixture
def divisions(store):
    """The divisions of a store without any."""
    return Divisions(store, lambda: NOON)


def list_saved(divisions, region="440200"):
    return [(one.groups, one.by) for one in divisions.list_last(region)]


def test_a_region_has_the_groups_that_were_saved_last_and_the_earlier_ones(divisions):
    divisions.save("440200", GROUPS, NEVER, "安")
    (first,) = divisions.list_last("440200")
    assert (first.region, first.groups, first.at, first.by) == ("440200", GROUPS, NOON, "安")
    divisions.save("440200", OTHERS, first.id, "波")
    divisions.save("440200", "", divisions.list_last("440200")[0].id, "安")
    assert list_saved(divisions) == [("", "安"), (OTHERS, "波"), (GROUPS, "安")]


def test_regions_have_groups_of_their_own(divisions):
    divisions.save("440200", GROUPS, NEVER, "安")
    divisions.save("450200", OTHERS, NEVER, "安")
    assert list_saved(divisions, "450200") == [(OTHERS, "安")]
    assert list_saved(divisions, "440300") == []


def test_of_two_editors_the_later_one_is_told_who_was_quicker(divisions):
    divisions.save("440200", GROUPS, NEVER, "安")
    with pytest.raises(StaleDivisionError) as refused:
        divisions.save("440200", OTHERS, NEVER, "波")
    assert (refused.value.last.by, refused.value.last.at) == ("安", NOON)
    assert list_saved(divisions) == [(GROUPS, "安")]


def test_the_state_of_the_store_grows_with_every_division(divisions, store):
    before = store.state()
    divisions.save("440200", GROUPS, NEVER, "安")
    saved = store.state()
    divisions.save("440200", "", divisions.list_last("440200")[0].id, "安")
    assert before < saved < store.state()


def test_the_trail_tells_who_saved_and_who_withdrew(divisions, store):
    divisions.save("440200", GROUPS, NEVER, "安")
    divisions.save("440200", "", divisions.list_last("440200")[0].id, "波")
    told = [(event.action, event.who, event.details) for event in store.trail()[:2]]
    region = {"region": "440200"}
    assert told == [
        (Action.WITHDRAW_DIVISION, "波", region | {"groups": ""}),
        (Action.SAVE_DIVISION, "安", region | {"groups": GROUPS}),
    ]


def test_a_store_of_an_earlier_program_gets_the_table_and_keeps_what_it_has(divisions, store):
    take_back(store, "0007")
    with store.write_transaction() as connection:
        connection.execute(sa.text("DROP TABLE division"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0006'"))
    store.migrate()
    assert [each.id for each in store.datasets()] == ["own"]
    divisions.save("440200", GROUPS, NEVER, "安")
    assert list_saved(divisions) == [(GROUPS, "安")]
