"""What was added, changed and removed, with values."""

import pandas as pd
import pytest

from datasets.kinds import STORED, ImportKind
from datasets.store.model import RowChange
from datasets.store.versions.compare import CHANGES, count_changes, list_changes
from tests.datasets.store.conftest import delivery, observations

OBSERVATIONS, FACILITIES, TOWNSHIPS = ImportKind.OBSERVATIONS, ImportKind.FACILITIES, ImportKind.TOWNSHIPS
BEFORE = {("beds", "a", 2015): 1.0, ("beds", "a", 2016): 2.5, ("beds", "b", 2016): 3.0}
AFTER = {("beds", "a", 2015): 1.0, ("beds", "a", 2016): 12.0, ("beds", "c", 2016): 4.0}


def lines(changes):
    columns = ["change", "area_code", "year", "field", "before", "after"]
    return [tuple(row) for row in changes[columns].itertuples(index=False)]


def facilities(*rows: tuple[object, ...]):
    columns = ["code", "name", "capacity", "opened", "approximate"]
    frame = pd.DataFrame(rows, columns=columns).reindex(columns=STORED[FACILITIES])
    return frame.astype({"opened": "Int64", "approximate": "boolean", "capacity": float})


def test_every_field_that_differs_has_a_line_with_both_values():
    changes = list_changes(OBSERVATIONS, observations(BEFORE), observations(AFTER, note="新"))
    assert lines(changes) == [
        ("changed", "a", "2015", "note", "", "新"),
        ("changed", "a", "2016", "value", "2.5", "12"),
        ("changed", "a", "2016", "note", "", "新"),
        ("removed", "b", "2016", "value", "3", ""),
        ("removed", "b", "2016", "kind", "published", ""),
        ("removed", "b", "2016", "source", "方城统计年鉴", ""),
        ("added", "c", "2016", "value", "", "4"),
        ("added", "c", "2016", "kind", "", "published"),
        ("added", "c", "2016", "source", "", "方城统计年鉴"),
        ("added", "c", "2016", "note", "", "新"),
    ]
    assert list(changes.columns) == CHANGES
    assert set(changes["kind"]) == {"observations"}
    assert set(changes["code"]) == {""}


def test_rows_are_counted_not_fields():
    counts = count_changes(OBSERVATIONS, observations(BEFORE), observations(AFTER, note="新"))
    assert counts == {RowChange.ADDED: 1, RowChange.CHANGED: 2, RowChange.REMOVED: 1}


def test_what_is_missing_in_both_has_not_changed():
    before = facilities(("F1", None, None, None, None))
    assert list_changes(FACILITIES, before, before.copy()).empty
    assert count_changes(FACILITIES, before, before.copy())[RowChange.CHANGED] == 0


def test_an_empty_text_is_as_good_as_a_missing_one():
    before, after = observations(BEFORE, note=""), observations(BEFORE, note=None)
    assert list_changes(OBSERVATIONS, before, after).empty


def test_a_value_that_appears_or_goes_is_a_change():
    before = facilities(("F1", "甲", None, 1998, None))
    after = facilities(("F1", None, 12.5, 1999, True))
    changes = list_changes(FACILITIES, before, after)
    assert [tuple(row) for row in changes[["code", "field", "before", "after"]].itertuples(index=False)] == [
        ("F1", "name", "甲", ""),
        ("F1", "capacity", "", "12.5"),
        ("F1", "opened", "1998", "1999"),
        ("F1", "approximate", "", "true"),
    ]


def test_a_geometry_that_moved_is_told_by_its_digest():
    before = pd.DataFrame({"code": ["T1", "T2"], "name": "镇", "geometry": [b"one", b"same"], "source": ""})
    after = before.assign(geometry=[b"two", b"same"])
    changes = list_changes(TOWNSHIPS, before, after)
    assert changes[["code", "field"]].to_numpy().tolist() == [["T1", "geometry"]]
    assert changes.loc[0, "before"] != changes.loc[0, "after"]


def test_at_most_so_many_rows_are_listed():
    changes = list_changes(OBSERVATIONS, observations(BEFORE), observations(AFTER), limit=2)
    assert changes["area_code"].unique().tolist() == ["a", "b"]


@pytest.fixture
def history(store):
    """Two published versions and a draft of facilities: the ids."""
    ids = []
    for values in (BEFORE, AFTER):
        version = store.add_draft("own", [delivery(observations(values), replace=True)], "安")
        store.publish(version.id, "博")
        ids.append(version.id)
    rows = facilities(("F1", "甲", 1.0, 2000, False))
    return [*ids, store.add_draft("own", [delivery(rows, FACILITIES)], "安").id]


def test_a_version_is_compared_with_the_one_it_was_made_on(store, history):
    assert store.change_counts(history[1]) == {
        OBSERVATIONS: {RowChange.ADDED: 1, RowChange.CHANGED: 1, RowChange.REMOVED: 1}
    }
    listed = store.changes(history[1])
    assert listed.loc[listed["change"] == "changed", ["before", "after"]].to_numpy().tolist() == [["2.5", "12"]]


def test_a_first_version_adds_all_its_rows(store, history):
    assert store.change_counts(history[0]) == {
        OBSERVATIONS: {RowChange.ADDED: 3, RowChange.CHANGED: 0, RowChange.REMOVED: 0}
    }


def test_a_version_is_compared_with_any_other(store, history):
    counts = store.change_counts(history[2], against=history[0])
    assert counts[OBSERVATIONS] == {RowChange.ADDED: 1, RowChange.CHANGED: 1, RowChange.REMOVED: 1}
    assert counts[FACILITIES] == {RowChange.ADDED: 1, RowChange.CHANGED: 0, RowChange.REMOVED: 0}
    assert list(store.changes(history[2], against=history[0])["kind"].unique()) == ["observations", "facilities"]


def test_kinds_that_no_file_touched_are_left_out(store, history):
    assert list(store.change_counts(history[2])) == [FACILITIES]
    assert store.changes(history[2], against=history[2]).empty


def test_a_file_that_is_merged_in_changes_only_what_it_holds(store, history):
    store.discard(history[2], "博")
    rows = observations({("beds", "a", 2016): 13.0, ("beds", "d", 2016): 5.0})
    version = store.add_draft("own", [delivery(rows)], "安")
    assert store.change_counts(version.id) == {
        OBSERVATIONS: {RowChange.ADDED: 1, RowChange.CHANGED: 1, RowChange.REMOVED: 0}
    }
    against_first = {OBSERVATIONS: {RowChange.ADDED: 2, RowChange.CHANGED: 1, RowChange.REMOVED: 1}}
    assert store.change_counts(version.id, against=history[0]) == against_first
