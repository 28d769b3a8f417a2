"""Datasets in versions: importing, publishing, rolling back, giving up."""

import threading
from typing import Any

import pytest

from datasets.kinds import ImportKind
from datasets.store.model import (
    Action,
    DatasetExistsError,
    StaleDraftError,
    UnknownError,
    VersionState,
    VersionStateError,
)
from tests.datasets.store.conftest import delivery, observations

OBSERVATIONS = ImportKind.OBSERVATIONS
BEDS = ("beds", "a", 2016)
STAFF = ("staff", "a", 2016)


def draft(store, values, **fields: Any):
    return store.add_draft("own", [delivery(observations(values), **fields)], "安")


def publish(store, values, **fields: Any):
    version = draft(store, values, **fields)
    store.publish(version.id, "博")
    return version


def values(store, version_id):
    rows = store.rows(version_id, OBSERVATIONS)
    return {tuple(row[:3]): row[3] for row in rows.itertuples(index=False)}


def states(store):
    return {version.number: version.state for version in store.versions("own")}


def test_a_new_dataset_has_nothing_published(store):
    assert store.dataset("own").published is None
    assert store.published() == {}
    assert store.state() == 0
    assert store.dataset("other") is None


def test_a_draft_changes_nothing_that_is_published(store):
    publish(store, {BEDS: 1.0})
    state = store.state()
    draft(store, {BEDS: 2.0})
    assert store.state() == state
    assert values(store, store.published()["own"].id) == {BEDS: 1.0}


def test_publishing_switches_and_raises_the_state(store):
    publish(store, {BEDS: 1.0})
    before = store.state()
    version = publish(store, {BEDS: 2.0})
    assert store.state() > before
    assert store.published()["own"].id == version.id
    assert store.dataset("own").published == 2
    assert states(store) == {1: VersionState.EARLIER, 2: VersionState.PUBLISHED}


def test_a_file_is_merged_into_what_is_published_by_its_keys(store):
    publish(store, {BEDS: 1.0, STAFF: 5.0})
    assert values(store, publish(store, {BEDS: 2.0}).id) == {BEDS: 2.0, STAFF: 5.0}


def test_a_replacing_file_leaves_nothing_of_its_kind(store):
    publish(store, {BEDS: 1.0, STAFF: 5.0})
    store.publish(store.add_draft("own", [delivery(observations({BEDS: 9.0}), ImportKind.BENCHMARK)], "安").id, "博")
    version = publish(store, {BEDS: 2.0}, replace=True)
    assert values(store, version.id) == {BEDS: 2.0}
    assert store.rows(version.id, ImportKind.BENCHMARK)["value"].tolist() == [9.0]


def test_an_earlier_version_can_be_published_again(store):
    first = publish(store, {BEDS: 1.0})
    publish(store, {BEDS: 2.0})
    state = store.state()
    assert store.roll_back("own", 1, "博").state is VersionState.PUBLISHED
    assert store.state() > state
    assert store.published()["own"].id == first.id
    assert states(store) == {1: VersionState.PUBLISHED, 2: VersionState.EARLIER}
    assert values(store, store.published()["own"].id) == {BEDS: 1.0}


def test_only_what_was_published_can_be_rolled_back_to(store):
    publish(store, {BEDS: 1.0})
    draft(store, {BEDS: 2.0})
    with pytest.raises(VersionStateError, match="version 2 is draft; expected one that is earlier"):
        store.roll_back("own", 2, "博")
    with pytest.raises(VersionStateError, match="version 1 is published"):
        store.roll_back("own", 1, "博")
    with pytest.raises(UnknownError, match="expected one of 2, 1"):
        store.roll_back("own", 7, "博")


def test_a_draft_on_what_is_no_longer_published_is_refused_by_name(store):
    publish(store, {BEDS: 1.0})
    mine, theirs = draft(store, {BEDS: 2.0}), draft(store, {BEDS: 3.0})
    store.publish(theirs.id, "陈")
    with pytest.raises(StaleDraftError, match="version 3 was published by 陈") as refused:
        store.publish(mine.id, "博")
    assert (refused.value.published, refused.value.by) == (3, "陈")
    assert store.dataset("own").published == 3


def test_a_first_draft_is_stale_too_when_another_was_published(store):
    mine, theirs = draft(store, {BEDS: 1.0}), draft(store, {BEDS: 2.0})
    store.publish(theirs.id, "陈")
    with pytest.raises(StaleDraftError):
        store.publish(mine.id, "博")


def test_a_rebased_draft_brings_its_own_files_and_keeps_the_others(store):
    publish(store, {BEDS: 1.0})
    mine, theirs = draft(store, {BEDS: 2.0}), draft(store, {STAFF: 3.0})
    store.publish(theirs.id, "陈")
    rebased = store.rebase(mine.id, "博")
    store.publish(rebased.id, "博")
    assert values(store, rebased.id) == {BEDS: 2.0, STAFF: 3.0}


def test_rebasing_takes_nothing_from_the_version_that_the_draft_was_made_on(store):
    publish(store, {BEDS: 1.0})
    publish(store, {STAFF: 5.0})
    mine = draft(store, {("roads", "a", 2016): 2.0})
    store.roll_back("own", 1, "陈")
    assert values(store, store.rebase(mine.id, "博").id) == {BEDS: 1.0, ("roads", "a", 2016): 2.0}


def test_a_draft_that_is_not_stale_is_not_rebased(store):
    publish(store, {BEDS: 1.0})
    mine = draft(store, {BEDS: 2.0})
    assert store.rebase(mine.id, "博").id == mine.id


def test_of_two_who_publish_at_once_one_is_refused(store):
    publish(store, {BEDS: 1.0})
    drafts = [draft(store, {BEDS: 2.0}), draft(store, {BEDS: 3.0})]
    together, refused = threading.Barrier(2), []

    def put_in_force(version) -> None:
        together.wait()
        try:
            store.publish(version.id, "博")
        except StaleDraftError:
            refused.append(version.number)

    threads = [threading.Thread(target=put_in_force, args=[version]) for version in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert store.dataset("own").published in {2, 3} - set(refused)


def test_drafts_made_at_once_have_numbers_of_their_own(store):
    threads = [threading.Thread(target=draft, args=[store, {BEDS: float(value)}]) for value in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(states(store)) == [1, 2, 3, 4]


def test_a_discarded_draft_stays_in_the_history_without_rows(store):
    publish(store, {BEDS: 1.0})
    given_up = draft(store, {BEDS: 2.0})
    store.discard(given_up.id, "博")
    assert states(store) == {1: VersionState.PUBLISHED, 2: VersionState.DISCARDED}
    assert values(store, store.published()["own"].id) == {BEDS: 1.0}
    for refused in (store.publish, store.discard, store.rebase):
        with pytest.raises(VersionStateError, match="version 2 is discarded"):
            refused(given_up.id, "博")
    with pytest.raises(VersionStateError):
        store.rows(given_up.id, OBSERVATIONS)


def test_discarding_a_stale_draft_leaves_the_rows_of_the_rebased_one(store):
    publish(store, {BEDS: 1.0})
    mine, theirs = draft(store, {BEDS: 2.0}), draft(store, {STAFF: 3.0})
    store.publish(theirs.id, "陈")
    rebased = store.rebase(mine.id, "博")
    store.discard(mine.id, "博")
    assert values(store, rebased.id) == {BEDS: 2.0, STAFF: 3.0}


def test_what_was_published_cannot_be_discarded(store):
    first = publish(store, {BEDS: 1.0})
    with pytest.raises(VersionStateError, match="version 1 is published; expected one that is draft"):
        store.discard(first.id, "博")


def test_an_import_that_fails_leaves_nothing(store):
    good, bad = observations({BEDS: 1.0}), observations({STAFF: 1.0}).drop(columns="note")
    with pytest.raises(ValueError, match="expected the columns variable, area_code"):
        store.add_draft("own", [delivery(good), delivery(bad)], "安")
    assert store.versions("own") == []
    assert [event.action for event in store.trail()] == [Action.CREATE_DATASET]


def test_unknown_ids_are_named_with_the_known_ones(store):
    version = draft(store, {BEDS: 1.0})
    with pytest.raises(UnknownError, match=f"version 99: expected one of {version.id}"):
        store.publish(99, "博")
    with pytest.raises(UnknownError, match="dataset 'none': expected one of own"):
        store.versions("none")
    with pytest.raises(UnknownError, match="dataset 'none'"):
        store.add_draft("none", [delivery(observations({BEDS: 1.0}))], "安")
    with pytest.raises(UnknownError, match="base 'other': expected one of public, demo"):
        store.add_dataset("second", "", "", "other", "安")


def test_a_dataset_is_made_once(store):
    with pytest.raises(DatasetExistsError, match="'own' exists already"):
        store.add_dataset("own", "", "", None, "安")


def test_the_trail_says_who_did_what_with_which_file(store):
    version = draft(store, {BEDS: 1.0}, rows_read=3, good_only=True)
    store.publish(version.id, "博")
    store.add_dataset("second", "", "", None, "陈")
    published, imported, created = store.trail("own")
    assert [created.action, imported.action, published.action] == [Action.CREATE_DATASET, Action.IMPORT, Action.PUBLISH]
    assert (imported.who, published.who) == ("安", "博")
    assert imported.details["files"] == [
        {
            "kind": "observations",
            "file_name": "年鉴.xlsx",
            "digest": "ab12",
            "rows_read": 3,
            "rows_kept": 1,
            "rows_left_out": 2,
            "replace": False,
            "good_only": True,
        }
    ]
    assert len(store.trail()) == 4
    assert len(store.trail(limit=2)) == 2
    assert created.at.utcoffset().total_seconds() == 0


def test_a_mapping_is_found_by_the_headings_it_was_saved_for(store):
    store.save_mapping("年鉴", OBSERVATIONS, '{"first": 1}', "headings", "安")
    store.save_mapping("年鉴", OBSERVATIONS, '{"first": 2}', "headings", "安")
    store.save_mapping("站点", ImportKind.FACILITIES, "{}", "others", "安")
    assert store.mapping_for("headings").mapping == '{"first": 2}'
    assert store.mapping_for("unknown") is None
    assert [each.mapping for each in store.mappings(OBSERVATIONS)] == ['{"first": 2}']


def test_a_withdrawn_dataset_has_nothing_published_and_every_version_can_come_back(store):
    publish(store, {BEDS: 1.0})
    publish(store, {BEDS: 2.0})
    before = store.state()
    assert store.withdraw("own", "博").number == 2
    assert store.state() > before
    assert store.dataset("own").published is None
    assert states(store) == {1: VersionState.EARLIER, 2: VersionState.EARLIER}
    assert (store.trail()[0].action, store.trail()[0].who) == (Action.WITHDRAW, "博")
    store.roll_back("own", 1, "博")
    assert store.dataset("own").published == 1


def test_what_is_not_published_cannot_be_withdrawn(store):
    draft(store, {BEDS: 1.0})
    with pytest.raises(UnknownError, match="published version of dataset"):
        store.withdraw("own", "博")


def test_a_draft_on_a_withdrawn_version_is_stale_and_rebased_without_it(store):
    publish(store, {BEDS: 1.0})
    later = draft(store, {STAFF: 2.0})
    store.withdraw("own", "博")
    with pytest.raises(StaleDraftError, match="the dataset was withdrawn by 博"):
        store.publish(later.id, "博")
    rebased = store.rebase(later.id, "安")
    store.publish(rebased.id, "博")
    assert values(store, rebased.id) == {STAFF: 2.0}
