"""A request sees one city; what is made of it is made once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from flask import Flask

from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City
from datasets.queries.group_query import find_declared_division


def test_a_request_sees_one_city_however_much_is_published_meanwhile(city):
    published = [city]
    snapshots = CitySnapshots(lambda: published[-1])
    with Flask("test").test_request_context():
        first = snapshots.current().city
        published.append(replace(city))
        assert snapshots.current().city is first
    with Flask("test").test_request_context():
        assert snapshots.current().city is published[-1]


def test_what_is_made_of_a_city_is_made_once(city):
    snapshots = CitySnapshots(lambda: city)

    def made(city: City) -> list[City]:
        return [city]

    assert snapshots.current().cached(made) is snapshots.current().cached(made)


def test_a_new_version_of_figures_keeps_what_was_made_of_the_geography(city):
    published = [city]
    snapshots = CitySnapshots(lambda: published[-1])
    before = snapshots.current()
    layers, views = before.cached_of_geography(id), before.cached(id)
    published.append(replace(city))
    after = snapshots.current()
    assert after.cached_of_geography(id) == layers
    assert after.cached(id) != views


def test_a_new_geography_makes_its_layers_anew(city):
    published = [city]
    snapshots = CitySnapshots(lambda: published[-1])
    layers = snapshots.current().cached_of_geography(id)
    published.append(replace(city, geography=replace(city.geography)))
    assert snapshots.current().cached_of_geography(id) != layers


def test_ten_readers_who_come_first_at_once_have_it_made_once(city):
    snapshot, made, together = CitySnapshots(lambda: city).current(), [], Barrier(10)

    def make(city: City) -> int:
        made.append(city)
        return sum(range(10**6))  # long enough for the others to come meanwhile

    def read(_reader: int) -> None:
        together.wait()
        snapshot.cached(make)
        snapshot.city.cached(make)

    with ThreadPoolExecutor(10) as readers:
        list(readers.map(read, range(10)))
    assert len(made) == 2  # one a cache


def test_groups_of_an_address_are_those_of_its_request_alone(city):
    snapshots = CitySnapshots(lambda: city)
    app, groups = Flask("test"), "甲.441881_乙.441802"
    with app.test_request_context(query_string={"groups": groups}):
        regrouped = snapshots.current()
        assert regrouped.given == groups
        assert snapshots.group_error() is None
    with app.test_request_context():
        assert snapshots.current().city is city
        assert snapshots.current().given == ""
    with app.test_request_context(query_string={"groups": groups}):
        assert snapshots.current() is regrouped


def test_only_the_last_divisions_are_kept(city):
    snapshots = CitySnapshots(lambda: city)
    app, others = Flask("test"), [code for code in city.region.by_adcode if code != "441802"]
    kept = []
    for code in [*others, others[0]]:
        with app.test_request_context(query_string={"groups": f"甲.{code}_乙.441802"}):
            kept.append(snapshots.current())
    assert kept[0] is not kept[-1]


def test_groups_that_cannot_be_formed_are_ignored_and_told(city):
    snapshots = CitySnapshots(lambda: city)
    with Flask("test").test_request_context(query_string={"groups": "甲.1_乙.441802"}):
        assert snapshots.current().city is city
        assert snapshots.group_error().fault == "unknown_code"


def test_the_declared_groups_are_the_published_city(city):
    snapshots = CitySnapshots(lambda: city)
    declared = find_declared_division(city.region).to_text(city.region)
    with Flask("test").test_request_context(query_string={"groups": declared}):
        assert snapshots.current().city is city


def test_other_groups_share_what_is_made_of_the_areas_and_make_their_own_borders(city):
    published = [city]
    snapshots = CitySnapshots(lambda: published[-1])
    with Flask("test").test_request_context(query_string={"groups": "甲.441881_乙.441802"}):
        regrouped = snapshots.current()
    assert regrouped.cached_of_areas(id) == snapshots.current().cached_of_areas(id)
    assert regrouped.cached_of_geography(id) != snapshots.current().cached_of_geography(id)
    areas = snapshots.current().cached_of_areas(id)
    published.append(regrouped.city)  # as if an editor had saved these groups
    assert snapshots.current().cached_of_areas(id) == areas
