"""The library shows what is published, all of it and nothing else."""

import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import pytest
from shapely.geometry import LineString

from datasets.city.city import City, Failure
from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PROVE_AGAIN, Library, UnservableError
from datasets.store.model import Delivery, StoreUnavailableError, VersionState
from datasets.store.versions.versions import Store
from geodata.region import Level
from indicators.classes import Method

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BEDS = "medical_beds"


def figures(*rows: tuple[str, str, float]) -> pd.DataFrame:
    told = [(variable, code, 2020, value, "transcribed", "本单位", "") for variable, code, value in rows]
    return pd.DataFrame(told, columns=STORED[ImportKind.OBSERVATIONS])


@pytest.fixture
def store(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'atlas.db'}", lambda: NOON)
    store.migrate()
    store.add_dataset("own", "本单位", "", None, "me")
    yield store
    store.close()


def draft(store, rows, kind=ImportKind.OBSERVATIONS, dataset="own"):
    return store.add_draft(dataset, [Delivery(kind, rows, "a.csv", "0" * 64, 1, len(rows))], "me").id


def publish(store, rows, kind=ImportKind.OBSERVATIONS, dataset="own"):
    store.publish(draft(store, rows, kind, dataset), "me")


def polygons(foundation):
    """The schematic cells as if they were official."""
    cells = foundation.geography.townships
    shapes = cells.to_wkb()["geometry"]
    return pd.DataFrame({"code": cells.index, "name": cells["name"].to_numpy(), "geometry": shapes, "source": "局"})


@pytest.fixture
def library(foundation, store):
    return Library(foundation, store)


def beds(city, dataset="own"):
    return city.datasets[dataset].records[BEDS].at[("441881", 2020), "value"]


def test_an_empty_store_shows_what_is_shipped(library, city):
    assert list(library.city().datasets) == list(city.datasets)


def test_a_published_version_is_shown_with_its_number(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    shown = library.refresh()
    assert beds(shown) == 1234
    assert shown.datasets["own"].version.startswith("v1-")


def test_the_offices_own_figures_come_first(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    assert list(library.refresh().datasets) == ["own", "public", "demo"]


def test_a_reader_who_holds_a_city_keeps_it(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    before = library.refresh()
    publish(store, figures((BEDS, "441881", 1500)))
    assert beds(library.refresh()) == 1500
    assert beds(before) == 1234


def test_what_another_process_publishes_is_seen_without_a_request(library, store):
    publisher = Store(store.where, lambda: NOON)
    library.watch()
    publish(publisher, figures((BEDS, "441881", 1234)))
    publisher.close()
    wait_until(lambda: "own" in library.city().datasets)
    library.close()
    assert beds(library.city()) == 1234


def wait_until(true) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_library_is_watched_once_however_often_it_is_asked_for(library):
    def count_watchers() -> int:
        return [thread.name for thread in threading.enumerate()].count("library")

    before = count_watchers()  # of other libraries in this process
    for _ in range(3):
        library.watch()
    assert count_watchers() == before + 1
    library.close()


def test_the_last_city_stays_while_the_store_is_away_and_the_log_says_so_once(library, store, monkeypatch, caplog):
    def gone() -> int:
        raise StoreUnavailableError("here", "gone")

    publish(store, figures((BEDS, "441881", 1234)))
    library.refresh()
    monkeypatch.setattr(store, "state", gone)
    for _ in range(3):
        library.look()
    assert beds(library.city()) == 1234
    assert caplog.text.count("could not be read") == 1


def test_a_dataset_that_was_not_published_anew_is_kept_as_it_is(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    kept = library.refresh().datasets["own"]
    store.add_dataset("other", "其他", "", None, "me")
    publish(store, figures((BEDS, "441881", 1)), dataset="other")
    assert library.refresh().datasets["own"] is kept


def test_figures_that_a_dataset_lacks_come_from_its_base(library, store):
    store.add_dataset("office", "本局", "", "public", "me")
    publish(store, figures((BEDS, "441881", 1234)), dataset="office")
    city = library.refresh()
    own, public = (city.datasets[key].records["resident_population"] for key in ("office", "public"))
    pd.testing.assert_frame_equal(own, public)
    assert beds(city, "office") == 1234


def test_a_dataset_without_population_can_be_mapped_and_compared(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    city = library.refresh()
    assert city.panel("own", BEDS, Level.COUNTY, Method.QUANTILES, 3).years == [2020]


def test_a_preview_shows_a_draft_and_leaves_what_is_published(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    library.refresh()
    assert beds(library.preview(draft(store, figures((BEDS, "441881", 1500))))) == 1500
    assert beds(library.city()) == 1234


def test_demonstration_figures_make_a_demonstration_dataset(library, store):
    publish(store, figures((BEDS, "441881", 1)).assign(kind="demonstration"))
    city = library.refresh()
    assert city.datasets["own"].demonstration
    assert next(iter(city.datasets)) == "public"


def test_official_township_polygons_replace_the_schematic_cells(library, store, foundation):
    publish(store, polygons(foundation), kind=ImportKind.TOWNSHIPS)
    city = library.refresh()
    assert not city.geography.schematic
    assert city.datasets["public"] is foundation.shipped["public"]


def test_the_schematic_cells_are_back_when_the_polygons_are_gone(library, store, foundation):
    publish(store, figures((BEDS, "441881", 1)))
    publish(store, polygons(foundation), kind=ImportKind.TOWNSHIPS)
    library.refresh()
    store.roll_back("own", 1, "me")
    assert library.refresh().geography is foundation.geography


def test_figures_alone_keep_the_geography(library, store):
    before = library.city().geography
    publish(store, figures((BEDS, "441881", 1234)))
    assert library.refresh().geography is before


def test_the_version_names_the_values(library, store):
    publish(store, figures((BEDS, "441881", 1234)))
    first = library.refresh().datasets["own"].version
    second = library.preview(draft(store, figures((BEDS, "441881", 1500)))).datasets["own"].version
    assert first.split("-")[1] != second.split("-")[1]


def clinic(code: str, **own: object) -> pd.DataFrame:
    """A facility as the store keeps it, at the seat of a township."""
    told = {
        "code": "f1",
        "type": "township_hospital",
        "name": "卫生院",
        "area_code": code,
        "capacity": 20.0,
        "grade": "",
    }
    told |= {"opened": None, "closed": None, "approximate": False, "source": "卫生局", "note": ""}
    return pd.DataFrame([told | own])[STORED[ImportKind.FACILITIES]]


def at_seats(foundation, codes):
    """Coordinates of the seats of townships."""
    seats = foundation.geography.seats.loc[codes]
    return {"longitude": seats.x.to_numpy(), "latitude": seats.y.to_numpy()}


def test_imported_facilities_are_measured_against_the_people_of_the_base(library, store, foundation):
    store.add_dataset("office", "本局", "", "public", "me")
    longitude, latitude = (value[0] for value in at_seats(foundation, ["441881101"]).values())
    publish(store, clinic("441881101", longitude=longitude, latitude=latitude), ImportKind.FACILITIES, "office")
    records = library.refresh().datasets["office"].records
    without = records["township_hospital_townships_without"]
    assert without.loc[("441800", 2020), "numerator"] == 84
    share = records["township_hospital_share_within"].loc[("441881101", 2020)]
    assert (share["value"], share["kind"]) == (100, "estimated")
    assert "township_hospital_share_within" not in library.refresh().datasets["public"].records


def test_imported_settlements_take_the_place_of_the_seats(library, store, foundation):
    store.add_dataset("office", "本局", "", "demo", "me")
    codes = list(foundation.geography.townships.index)
    rows = pd.DataFrame({"code": codes, "name": "村", "area_code": codes, "population": 10.0, "approximate": False})
    rows = rows.assign(source="普查", note="", **at_seats(foundation, codes))
    publish(store, rows[STORED[ImportKind.SETTLEMENTS]], ImportKind.SETTLEMENTS, "office")
    own = library.refresh().datasets["office"]
    assert len(own.settlements) == 85
    assert own.homes.residents(2016).places["population"].sum() == 850
    assert own.records["hospital_share_within"].loc[("441800", 2016), "denominator"] == 850
    assert len(own.facilities) == len(foundation.shipped["demo"].facilities)


def test_imported_roads_are_what_people_go_along(library, store, foundation):
    store.add_dataset("office", "本局", "", "demo", "me")
    seats = foundation.geography.seats.loc[["441881101", "441881102"]]
    line = LineString([(point.x, point.y) for point in seats])
    rows = pd.DataFrame([["r1", "路", "county", line.wkb, "交通局"]], columns=STORED[ImportKind.ROADS])
    publish(store, rows, ImportKind.ROADS, "office")
    own = library.refresh().datasets["office"]
    assert own.roads["road_class"].tolist() == ["county"]
    sources = own.records["hospital_mean_distance"]["source"]
    assert sources.str.contains("路程沿导入的道路").all()


def refusing(*numbers: int):
    """A proof that cannot show these versions of the dataset ``own``."""

    def prove(_library, city, datasets) -> None:
        if "own" in datasets and city.datasets["own"].number in numbers:
            raise UnservableError(Failure.NOT_SERVED, [("南北差距", "IndexError")])

    return prove


def test_a_draft_that_cannot_be_shown_is_not_published(foundation, store):
    library = Library(foundation, store, refusing(1))
    version = draft(store, figures((BEDS, "441881", 1234)))
    with pytest.raises(UnservableError, match="南北差距: IndexError"):
        library.publish(version, "me")
    assert store.version(version).state is VersionState.DRAFT
    assert "own" not in library.city().datasets


def test_a_draft_that_is_proven_is_shown_as_it_was_proven(foundation, store):
    seen = []
    library = Library(foundation, store, lambda _library, city, datasets: seen.append((city, datasets)))
    library.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    assert seen == [(library.city(), ["own"])]


def test_new_townships_have_every_dataset_proven(foundation, store):
    seen = []
    library = Library(foundation, store, lambda _library, _city, datasets: seen.extend(datasets))
    library.publish(draft(store, polygons(foundation), ImportKind.TOWNSHIPS), "me")
    assert sorted(seen) == ["demo", "own", "public"]


def test_the_newest_version_that_can_be_shown_is_shown_at_the_start_and_the_others_are_named(foundation, store):
    for value in (1, 2, 3, 4):
        publish(store, figures((BEDS, "441881", value)))
    city = Library(foundation, store, refusing(3, 4)).city()
    assert beds(city) == 2
    (told,) = city.set_aside
    assert (told.dataset, told.number, told.shown, told.failure) == ("own", 4, 2, Failure.NOT_SERVED)


def test_a_dataset_of_which_nothing_can_be_shown_is_left_out_and_named(foundation, store):
    publish(store, figures((BEDS, "441881", 1)))
    city = Library(foundation, store, refusing(1)).city()
    assert "own" not in city.datasets
    assert city.set_aside[0].shown is None


def test_a_running_library_keeps_what_it_shows_when_another_process_publishes_what_it_cannot_show(foundation, store):
    library = Library(foundation, store, refusing(2))
    publish(store, figures((BEDS, "441881", 1234)))
    library.look()
    before = library.city()
    publish(store, figures((BEDS, "441881", 1500)))
    library.look()
    assert beds(library.city()) == 1234
    assert library.city().set_aside[0].number == 2
    assert library.city().edition != before.edition
    publish(store, figures((BEDS, "441881", 1600)))
    library.look()
    assert (beds(library.city()), library.city().set_aside) == (1600, ())


def test_one_dataset_that_cannot_be_shown_does_not_hold_the_others_back(foundation, store):
    library = Library(foundation, store, refusing(1))
    publish(store, figures((BEDS, "441881", 1)))
    store.add_dataset("other", "其他", "", None, "me")
    publish(store, figures((BEDS, "441881", 7)), dataset="other")
    library.look()
    assert beds(library.city(), "other") == 7


def test_rows_that_are_none_of_ours_are_set_aside(foundation, store):
    publish(store, figures((BEDS, "441881", 1)))
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE observation SET value = 'many'")
    assert [each.failure for each in Library(foundation, store).city().set_aside] == [Failure.UNREADABLE]


def test_what_a_store_out_of_reach_did_not_give_is_asked_for_again(foundation, store, monkeypatch):
    def gone(*_: object) -> pd.DataFrame:
        raise StoreUnavailableError("here", "gone")

    publish(store, figures((BEDS, "441881", 1234)))
    with monkeypatch.context() as away:
        away.setattr(store, "rows", gone)
        library = Library(foundation, store)
    assert library.city().set_aside[0].failure is Failure.OUT_OF_REACH
    library.look()
    assert (beds(library.city()), library.city().set_aside) == (1234, ())


def test_an_earlier_version_that_the_store_did_not_give_is_asked_for_again(foundation, store, monkeypatch):
    publish(store, figures((BEDS, "441881", 1234)))
    publish(store, figures((BEDS, "441881", 1500)))
    rows = store.rows

    def give_the_second_only(version: int, kind: ImportKind) -> pd.DataFrame:
        if version == 1:
            raise StoreUnavailableError("here", "gone")
        return rows(version, kind)

    with monkeypatch.context() as away:
        away.setattr(store, "rows", give_the_second_only)
        library = Library(foundation, store, refusing(2))
    assert "own" not in library.city().datasets
    library.look()
    assert beds(library.city()) == 1234


def test_a_version_that_could_not_be_proven_to_the_end_is_proven_again_after_a_while(foundation, store):
    seconds, faults = [0.0], [UnservableError(Failure.UNPROVEN, [("", "busy")])]

    def prove(*_: object) -> None:
        if faults:
            raise faults.pop()

    publish(store, figures((BEDS, "441881", 1234)))
    library = Library(foundation, store, prove, clock=lambda: seconds[0])
    library.look()
    assert [each.failure for each in library.city().set_aside] == [Failure.UNPROVEN]
    seconds[0] = PROVE_AGAIN
    library.look()
    assert (beds(library.city()), library.city().set_aside) == (1234, ())


def test_a_withdrawn_dataset_is_gone_and_comes_back_by_a_rollback(library, store):
    library.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    library.withdraw("own", "me")
    assert "own" not in library.city().datasets
    library.roll_back("own", 1, "me")
    assert beds(library.city()) == 1234


class Proofs:
    """What was asked to be proven."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, _library: Library, _city: City, datasets: Sequence[str]) -> None:
        """Everything can be shown."""
        self.asked.append(list(datasets))


@pytest.mark.parametrize(("program", "asked"), [("p1", []), ("p2", [["own"]])])
def test_what_another_process_has_proven_is_shown_at_once_by_the_same_program_only(foundation, store, program, asked):
    proofs = Proofs()
    publisher = Library(foundation, store, program="p1")
    other = Library(foundation, store, proofs, program)
    publisher.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    other.look()
    assert beds(other.city()) == 1234
    assert proofs.asked == asked


def test_at_the_start_everything_is_proven_anew(foundation, store):
    proofs = Proofs()
    Library(foundation, store, program="p1").publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    Library(foundation, store, proofs, "p1")
    assert proofs.asked == [["own"]]


def test_what_is_published_is_so_even_if_the_store_is_lost_the_moment_after(library, store, monkeypatch):
    version = draft(store, figures((BEDS, "441881", 1234)))
    put = store.publish

    def put_and_lose(*words: object) -> None:
        put(*words)
        monkeypatch.setattr(store, "state", gone)

    def gone() -> int:
        raise StoreUnavailableError("here", "gone")

    monkeypatch.setattr(store, "publish", put_and_lose)
    library.publish(version, "me")
    assert store.published()["own"].id == version
