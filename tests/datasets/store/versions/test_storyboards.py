"""The storyboards of accounts, on both engines."""

import pytest

from datasets.queries.storyboard import Slide, Storyboard
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.versions import storyboards as kept
from datasets.store.versions.storyboards import ChangedMeanwhileError, Storyboards, TooManyError

GAP = Slide(address="/gap?year=2016", title="差距", note="先讲\n这一页")
MADE = Storyboard(id="0" * 16, title="汇报", slides=[GAP])


@pytest.fixture
def people(store) -> list[int]:
    """The ids of two accounts."""
    accounts = Accounts(store, store.now)
    return [accounts.add(name, "plum-rain-over-the-pass", AccountRole.VIEWER, "测试").id for name in ("安", "波")]


@pytest.fixture
def storyboards(store) -> Storyboards:
    return Storyboards(store)


def test_an_account_has_its_own_storyboards_only(storyboards, people):
    an, bo = people
    storyboards.save(an, MADE)
    assert storyboards.list_of(an) == [MADE.model_copy(update={"revision": 1})]
    assert storyboards.list_of(bo) == []
    storyboards.delete(bo, MADE.id)
    assert len(storyboards.list_of(an)) == 1


def test_a_change_of_the_newest_revision_is_taken(storyboards, people):
    saved = storyboards.save(people[0], MADE)
    again = storyboards.save(people[0], saved.model_copy(update={"title": "汇报二"}))
    assert (again.revision, storyboards.list_of(people[0])) == (2, [again])


def test_who_changes_an_older_revision_is_told_what_the_other_made_of_it(storyboards, people):
    first = storyboards.save(people[0], MADE)
    newest = storyboards.save(people[0], first.model_copy(update={"title": "别人改的"}))
    with pytest.raises(ChangedMeanwhileError) as raised:
        storyboards.save(people[0], first.model_copy(update={"title": "我改的"}))
    assert raised.value.newest == newest
    assert storyboards.list_of(people[0]) == [newest]


def test_one_that_was_deleted_meanwhile_is_added_again(storyboards, people):
    saved = storyboards.save(people[0], MADE)
    storyboards.delete(people[0], MADE.id)
    assert storyboards.save(people[0], saved).revision == 2


def test_an_account_keeps_a_bounded_number(storyboards, people, monkeypatch):
    monkeypatch.setattr(kept, "MOST_OF_ONE", 1)
    storyboards.save(people[0], MADE)
    with pytest.raises(TooManyError):
        storyboards.save(people[0], MADE.model_copy(update={"id": "1" * 16}))
    storyboards.save(people[1], MADE)
