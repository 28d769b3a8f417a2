"""A request sees one city; what is made of it is made once."""

from dataclasses import replace

from flask import Flask

from callbacks.server.city_snapshots import Editions
from datasets.city.city import City


def test_a_request_sees_one_city_however_much_is_published_meanwhile(city):
    published = [city]
    editions = Editions(lambda: published[-1])
    with Flask("test").test_request_context():
        first = editions.current().city
        published.append(replace(city))
        assert editions.current().city is first
    with Flask("test").test_request_context():
        assert editions.current().city is published[-1]


def test_what_is_made_of_a_city_is_made_once(city):
    editions = Editions(lambda: city)

    def made(city: City) -> list[City]:
        return [city]

    assert editions.current().of(made) is editions.current().of(made)


def test_a_new_version_of_figures_keeps_what_was_made_of_the_geography(city):
    published = [city]
    editions = Editions(lambda: published[-1])
    before = editions.current()
    layers, views = before.drawn(id), before.of(id)
    published.append(replace(city))
    after = editions.current()
    assert after.drawn(id) == layers
    assert after.of(id) != views


def test_a_new_geography_is_drawn_anew(city):
    published = [city]
    editions = Editions(lambda: published[-1])
    drawn = editions.current().drawn(id)
    published.append(replace(city, geography=replace(city.geography)))
    assert editions.current().drawn(id) != drawn
