"""What the page 数据 says of the store: versions, changes, maps before and after."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from callbacks.data.dataset_views import DatasetViews
from datasets.kinds import STORED, ImportKind
from datasets.published.dataset_comparison import NothingToCompareError
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import AccountRole, Right
from datasets.store.model import Delivery
from datasets.store.versions.spatial_rows import list_township_rows
from layouts.words.pages.data import page as words
from locales import say
from tests.datasets.store.new_stores import new_sqlite_store

BEDS = "medical_beds_per_1000_residents"
EDITOR, PUBLISHER = AccountRole.EDITOR.rights, AccountRole.PUBLISHER.rights
COUNTY = "441802"


def figures(value: float, note: str = "", year: int = 2020) -> pd.DataFrame:
    told = [(BEDS, COUNTY, year, value, "transcribed", "本单位", note)]
    return pd.DataFrame(told, columns=STORED[ImportKind.OBSERVATIONS])


@pytest.fixture
def store(tmp_path):
    store = new_sqlite_store(tmp_path / "atlas.db", lambda: datetime(2026, 1, 1, 12, tzinfo=UTC))
    store.add_dataset("own", "本单位", "", None, "安")
    yield store
    store.close()


@pytest.fixture
def published_city(foundation, store):
    return PublishedCity(foundation, store)


@pytest.fixture
def views(published_city):
    return DatasetViews(published_city, lambda _: ())


def draft(store, rows, read=None):
    sent = Delivery(
        ImportKind.OBSERVATIONS, rows, "卫生.xlsx", "ab12cd34ef56", 1, read or len(rows), good_only=bool(read)
    )
    return store.add_draft("own", [sent], "安", "补床位")


def published(store, rows):
    version = draft(store, rows)
    store.publish(version.id, "安")
    return store.version(version.id)


def test_a_version_tells_its_own_files_only(views, store):
    published(store, figures(3.0))
    draft(store, figures(4.0), read=3)
    newest, first = views.list_cards(PUBLISHER)[0].versions
    (batch,) = newest.version.batches
    assert (newest.version.number, newest.version.state, batch.rows_kept, batch.rows_left_out) == (2, "draft", 1, 2)
    assert (batch.file_name, batch.digest) == ("卫生.xlsx", "ab12cd34ef56")
    assert newest.counts == (0, 1, 0)
    assert (first.version.state, first.counts) == ("published", (1, 0, 0))


def test_what_may_be_done_hangs_on_state_and_rights(views, store):
    published(store, figures(3.0))
    published(store, figures(3.5))
    draft(store, figures(4.0))
    acts = {row.version.number: row.actions for row in views.list_cards(PUBLISHER)[0].versions}
    assert acts == {3: ("publish", "discard"), 2: ("withdraw",), 1: ("roll_back",)}
    assert {row.version.number: row.actions for row in views.list_cards(EDITOR)[0].versions}[3] == ("discard",)


def test_readers_without_an_account_see_no_drafts_and_no_trail(views, store):
    published(store, figures(3.0))
    draft(store, figures(4.0))
    (card,) = [card for card in views.list_cards(()) if card.id == "own"]
    assert [row.version.state for row in card.versions] == ["published"]
    assert card.trail is None


@pytest.mark.parametrize("rights", [(), AccountRole.VIEWER.rights])
def test_names_of_people_and_files_and_of_what_is_not_published_are_for_those_who_import(views, store, rights):
    version = published(store, figures(3.0))
    store.add_dataset("secret", "秘密数据", "", None, "安")
    told = str([views.list_cards(rights), views.list_changes(version, rights, "")])
    assert "本单位" in told
    assert not any(name in told for name in ("秘密数据", "卫生.xlsx", "ab12cd34", "'安'", "补床位"))
    assert all(
        name in str(views.list_cards(EDITOR)) for name in ("秘密数据", "卫生.xlsx", "ab12cd34", "'安'", "补床位")
    )


def test_the_trail_names_the_file_and_what_was_left_out(views, store):
    draft(store, figures(4.0), read=3)
    cards = views.list_cards(EDITOR)
    newest = cards[0].trail[0]
    assert say("data-actions", action=newest.action) == "导入草稿"
    assert "卫生.xlsx" in words.trail_detail(newest.details)
    assert "另有 2 行未导入" in words.trail_detail(newest.details)


def test_a_draft_under_which_another_was_published_must_be_rebased(views, store):
    published(store, figures(3.0))
    old = draft(store, figures(4.0))
    published(store, figures(3.5))
    changes = views.list_changes(old, PUBLISHER, "")
    assert changes.is_stale
    assert changes.actions == ("rebase", "discard")


def test_changes_tell_before_and_after_by_name(views, store):
    published(store, figures(3.0))
    told = views.list_changes(draft(store, figures(4.5, "核对后改")), PUBLISHER, "u")
    assert told.counts == (0, 1, 0)
    value, note = told.fields
    assert (value.change, value.area, value.year, value.before, value.after) == (
        "changed",
        "清城区",
        "2020",
        "3",
        "4.5",
    )
    assert (note.subject, note.before, note.after) == (f"{value.subject}：备注", "", "核对后改")


def test_the_maps_that_change_are_offered(views, store):
    published(store, figures(3.0))
    told = views.list_changes(draft(store, figures(4.5)), PUBLISHER, "")
    assert told.subjects[BEDS] == "每千人床位"
    assert told.years[BEDS] == [2020]


def test_two_maps_are_drawn_under_one_legend(views, store):
    published(store, figures(3.0))
    picture = views.picture(draft(store, figures(4.5)), BEDS, 2020)()
    assert picture.startswith(b"<?xml")
    assert picture.count(b'id="areas') >= 2


def test_what_the_file_tells_comes_before_what_follows_from_it(views, store):
    published(store, figures(5.0e9).assign(variable="general_budget_expenditure", kind="published"))
    people = figures(900_000.0).assign(variable="resident_population", kind="published")
    told = views.list_changes(draft(store, people), PUBLISHER, "")
    assert next(iter(told.subjects)) == "resident_population"
    assert "budget_expenditure_per_resident" in told.subjects


def facilities(*places: tuple[str, float]) -> pd.DataFrame:
    """Facilities by code and longitude, otherwise alike."""
    told = [
        (code, "clinic", "站", COUNTY, longitude, 23.7, None, None, None, None, False, "本单位", "")
        for code, longitude in places
    ]
    return pd.DataFrame(told, columns=STORED[ImportKind.FACILITIES])


def facility_draft(store, rows):
    sent = Delivery(ImportKind.FACILITIES, rows, "站.xlsx", "0" * 64, len(rows), len(rows))
    return store.add_draft("own", [sent], "安")


def test_places_that_change_are_offered_on_a_map_without_a_year(views, store):
    told = views.list_changes(facility_draft(store, facilities(("a", 113.0))), PUBLISHER, "")
    assert (dict(told.subjects), told.years) == ({"facilities": "设施"}, {"facilities": [0]})
    assert told.map_link == ""


def test_places_are_drawn_in_the_colour_of_what_became_of_them(views, store):
    store.publish(facility_draft(store, facilities(("a", 113.0), ("b", 113.1))).id, "安")
    moved = views.picture(facility_draft(store, facilities(("b", 113.2))), "facilities", 0)().decode()
    assert moved.count('id="features"') == 4  # on either side, what is alike and what is not
    assert moved.count("fill: #17694b") == moved.count("fill: #a3123a") > 0


def test_official_boundaries_are_compared_with_the_cells_they_replace(views, store, foundation):
    cells = list_township_rows(foundation.geography)
    own = cells.assign(name="镇", source="本单位")[STORED[ImportKind.TOWNSHIPS]].head(1)
    sent = Delivery(ImportKind.TOWNSHIPS, own, "界.gpkg", "0" * 64, 1, 1)
    drawn = views.picture(store.add_draft("own", [sent], "安"), "townships", 0)().decode()
    assert drawn.count('id="features"') == 3 * 2  # alike on both sides, and the other cells on the right


def test_a_year_that_neither_state_has_is_refused(views, store):
    with pytest.raises(NothingToCompareError):
        views.picture(published(store, figures(3.0)), BEDS, 1999)


def test_a_first_version_is_compared_with_its_base(foundation, store):
    published_city = PublishedCity(foundation, store)
    store.add_dataset("based", "有底", "", "public", "安")
    views = DatasetViews(published_city, lambda _: ())
    sent = Delivery(ImportKind.OBSERVATIONS, figures(9.0), "a.xlsx", "0" * 64, 1, 1)
    told = views.list_changes(store.add_draft("based", [sent], "安"), (Right.READ,), "")
    assert told.version.parent_id is None
    assert list(told.subjects) == [BEDS]
    assert told.years[BEDS] == [2020]
