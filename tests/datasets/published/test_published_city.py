"""The library shows what is published, all of it and nothing else."""

import threading

import pandas as pd
from shapely.geometry import LineString

from datasets.city.city import UnservableReason
from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PublishedCity
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.versions import Store
from geodata.region import Level
from indicators.classes import BreakMethod
from tests.datasets.published.conftest import BEDS, NOON, beds, draft, figures, polygons, publish, refusing
from tests.waiting import wait_until


def test_an_empty_store_shows_what_is_shipped(published_city, city):
    assert list(published_city.current().datasets) == list(city.datasets)


def test_a_published_version_is_shown_with_its_number(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    shown = published_city.refresh()
    assert beds(shown) == 1234
    assert shown.datasets["own"].version.startswith("v1-")


def test_the_offices_own_figures_come_first(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    assert list(published_city.refresh().datasets) == ["own", "public", "demo"]


def test_a_reader_who_holds_a_city_keeps_it(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    before = published_city.refresh()
    publish(store, figures((BEDS, "441881", 1500)))
    assert beds(published_city.refresh()) == 1500
    assert beds(before) == 1234


def test_what_another_process_publishes_is_seen_without_a_request(published_city, store):
    publisher = Store(store.where, lambda: NOON)
    published_city.watch()
    publish(publisher, figures((BEDS, "441881", 1234)))
    publisher.close()
    wait_until(lambda: "own" in published_city.current().datasets)
    published_city.close()
    assert beds(published_city.current()) == 1234


def test_a_library_is_watched_once_however_often_it_is_asked_for(published_city):
    def count_watchers() -> int:
        return [thread.name for thread in threading.enumerate()].count("published city")

    before = count_watchers()  # of other libraries in this process
    for _ in range(3):
        published_city.watch()
    assert count_watchers() == before + 1
    published_city.close()


def test_the_last_city_stays_while_the_store_is_away_and_the_log_says_so_once(
    published_city, store, monkeypatch, caplog
):
    def gone() -> int:
        raise StoreUnavailableError("here", "gone")

    publish(store, figures((BEDS, "441881", 1234)))
    published_city.refresh()
    monkeypatch.setattr(store, "state", gone)
    for _ in range(3):
        published_city.poll()
    assert beds(published_city.current()) == 1234
    assert caplog.text.count("could not be read") == 1


def test_a_dataset_that_was_not_published_anew_is_kept_as_it_is(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    kept = published_city.refresh().datasets["own"]
    store.add_dataset("other", "其他", "", None, "me")
    publish(store, figures((BEDS, "441881", 1)), dataset="other")
    assert published_city.refresh().datasets["own"] is kept


def test_a_dataset_tells_what_its_version_changed(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    publish(store, figures((BEDS, "441881", 1500), (BEDS, "441882", 1)))
    read = published_city.refresh().datasets["own"].read_publication
    assert read is not None
    assert read()[1] == (1, 1, 0)


def test_figures_that_a_dataset_lacks_come_from_its_base(published_city, store):
    store.add_dataset("office", "本局", "", "public", "me")
    publish(store, figures((BEDS, "441881", 1234)), dataset="office")
    city = published_city.refresh()
    own, public = (city.datasets[key].records["resident_population"] for key in ("office", "public"))
    pd.testing.assert_frame_equal(own, public)
    assert beds(city, "office") == 1234


def test_a_dataset_without_population_can_be_mapped_and_compared(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    city = published_city.refresh()
    assert city.panel("own", BEDS, Level.COUNTY, BreakMethod.QUANTILES, 3).years == [2020]


def test_a_preview_shows_a_draft_and_leaves_what_is_published(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    published_city.refresh()
    assert beds(published_city.preview(draft(store, figures((BEDS, "441881", 1500))))) == 1500
    assert beds(published_city.current()) == 1234


def test_demonstration_figures_make_a_demonstration_dataset(published_city, store):
    publish(store, figures((BEDS, "441881", 1)).assign(kind="demonstration"))
    city = published_city.refresh()
    assert city.datasets["own"].demonstration
    assert next(iter(city.datasets)) == "public"


def test_official_township_polygons_replace_the_schematic_cells(published_city, store, foundation):
    publish(store, polygons(foundation), kind=ImportKind.TOWNSHIPS)
    city = published_city.refresh()
    assert not city.geography.schematic
    assert city.datasets["public"] is foundation.shipped["public"]


def test_the_schematic_cells_are_back_when_the_polygons_are_gone(published_city, store, foundation):
    publish(store, figures((BEDS, "441881", 1)))
    publish(store, polygons(foundation), kind=ImportKind.TOWNSHIPS)
    published_city.refresh()
    store.roll_back("own", 1, "me")
    assert published_city.refresh().geography is foundation.geography


def test_figures_alone_keep_the_geography(published_city, store):
    before = published_city.current().geography
    publish(store, figures((BEDS, "441881", 1234)))
    assert published_city.refresh().geography is before


def test_the_version_names_the_values(published_city, store):
    publish(store, figures((BEDS, "441881", 1234)))
    first = published_city.refresh().datasets["own"].version
    second = published_city.preview(draft(store, figures((BEDS, "441881", 1500)))).datasets["own"].version
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


def test_imported_facilities_are_measured_against_the_people_of_the_base(published_city, store, foundation):
    store.add_dataset("office", "本局", "", "public", "me")
    longitude, latitude = (value[0] for value in at_seats(foundation, ["441881101"]).values())
    publish(store, clinic("441881101", longitude=longitude, latitude=latitude), ImportKind.FACILITIES, "office")
    records = published_city.refresh().datasets["office"].records
    without = records["township_hospital_townships_without"]
    assert without.loc[("441800", 2020), "numerator"] == 84
    share = records["township_hospital_share_within"].loc[("441881101", 2020)]
    assert (share["value"], share["kind"]) == (100, "estimated")
    assert "township_hospital_share_within" not in published_city.refresh().datasets["public"].records


def test_imported_settlements_take_the_place_of_the_seats(published_city, store, foundation):
    store.add_dataset("office", "本局", "", "demo", "me")
    codes = list(foundation.geography.townships.index)
    rows = pd.DataFrame({"code": codes, "name": "村", "area_code": codes, "population": 10.0, "approximate": False})
    rows = rows.assign(source="普查", note="", **at_seats(foundation, codes))
    publish(store, rows[STORED[ImportKind.SETTLEMENTS]], ImportKind.SETTLEMENTS, "office")
    own = published_city.refresh().datasets["office"]
    assert len(own.settlements) == 85
    assert own.resident_distribution.residents(2016).places["population"].sum() == 850
    assert own.records["hospital_share_within"].loc[("441800", 2016), "denominator"] == 850
    assert len(own.facilities) == len(foundation.shipped["demo"].facilities)


def test_imported_roads_are_what_people_go_along(published_city, store, foundation):
    store.add_dataset("office", "本局", "", "demo", "me")
    seats = foundation.geography.seats.loc[["441881101", "441881102"]]
    line = LineString([(point.x, point.y) for point in seats])
    rows = pd.DataFrame([["r1", "路", "county", line.wkb, "交通局"]], columns=STORED[ImportKind.ROADS])
    publish(store, rows, ImportKind.ROADS, "office")
    own = published_city.refresh().datasets["office"]
    assert own.roads["road_class"].tolist() == ["county"]
    sources = own.records["hospital_mean_distance"]["source"]
    assert sources.str.contains("路程沿导入的道路").all()


def test_imported_main_roads_stand_on_the_map_of_the_region(published_city, store):
    store.add_dataset("office", "本局", "", "demo", "me")
    line = LineString([(112.5, 24.2), (113.0, 24.0)])
    kept = [[f"r{number}", "路", of, line.wkb, "交通局"] for number, of in enumerate(["village", "national"])]
    before = published_city.current().geography.surroundings
    publish(store, pd.DataFrame(kept, columns=STORED[ImportKind.ROADS]), ImportKind.ROADS, "office")
    city = published_city.refresh()
    assert (len(before.roads), city.geography.surroundings.roads.to_list()) == (0, [line])
    assert len(city.geography.surroundings.neighbours) == len(before.neighbours)


def test_rows_that_are_none_of_ours_are_set_aside(foundation, store):
    publish(store, figures((BEDS, "441881", 1)))
    with store.write_transaction() as connection:
        connection.exec_driver_sql("UPDATE observation SET value = 'many'")
    (aside,) = PublishedCity(foundation, store).current().set_aside
    assert aside.reason is UnservableReason.UNREADABLE


def test_what_a_store_out_of_reach_did_not_give_is_asked_for_again(foundation, store, monkeypatch):
    def gone(*_: object) -> pd.DataFrame:
        raise StoreUnavailableError("here", "gone")

    publish(store, figures((BEDS, "441881", 1234)))
    with monkeypatch.context() as away:
        away.setattr(store, "rows", gone)
        published_city = PublishedCity(foundation, store)
    assert published_city.current().set_aside[0].reason is UnservableReason.OUT_OF_REACH
    published_city.poll()
    assert (beds(published_city.current()), published_city.current().set_aside) == (1234, ())


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
        published_city = PublishedCity(foundation, store, refusing(2))
    assert "own" not in published_city.current().datasets
    published_city.poll()
    assert beds(published_city.current()) == 1234


def test_a_withdrawn_dataset_is_gone_and_comes_back_by_a_rollback(published_city, store):
    published_city.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    published_city.withdraw("own", "me")
    assert "own" not in published_city.current().datasets
    published_city.roll_back("own", 1, "me")
    assert beds(published_city.current()) == 1234


def test_what_is_published_is_so_even_if_the_store_is_lost_the_moment_after(published_city, store, monkeypatch):
    version = draft(store, figures((BEDS, "441881", 1234)))
    put = store.publish

    def put_and_lose(*words: object) -> None:
        put(*words)
        monkeypatch.setattr(store, "state", gone)

    def gone() -> int:
        raise StoreUnavailableError("here", "gone")

    monkeypatch.setattr(store, "publish", put_and_lose)
    published_city.publish(version, "me")
    assert store.published()["own"].id == version
