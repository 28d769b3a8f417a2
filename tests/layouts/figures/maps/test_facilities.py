"""Facility points as figures: symbols, colours, and the book that the browser draws from."""

import json

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import Point

from indicators.definition import Domain
from layouts.figures import theme
from layouts.figures.maps.facilities import SYMBOLS, build_facility_points, encode_facilities, symbol_path

ROWS = {
    "code": ["f1", "f2", "f3"],
    "type": ["library", "library", "hospital"],
    "name": ["甲馆", "乙馆<b>", "丙院"],
    "capacity": [120, None, 80],
    "grade": [None, "", "二级甲等"],
    "opened": [2011, None, 1990],
    "closed": [None, 2015, None],
    "approximate": [False, True, False],
    "source": ["甲表", "乙表", "甲表"],
}


@pytest.fixture
def facilities():
    places = [Point(114.0123456, 24.15), Point(114.07, 24.15), Point(114.05, 24.05)]
    return gpd.GeoDataFrame(ROWS, geometry=places, crs="EPSG:4490")


@pytest.fixture
def book(facilities, city, square_geography):
    townships = np.array(["a1", None, "c"], dtype=object)
    made = encode_facilities(facilities, townships, city.facility_types, square_geography)
    return json.loads(json.dumps(made, allow_nan=False))


def test_every_declared_type_has_a_symbol_with_an_outline(city):
    assert {type_.symbol for type_ in city.facility_types.values()} <= set(SYMBOLS)


def test_no_two_types_look_alike(city):
    looks = [(type_.symbol, theme.DOMAIN_COLOURS[type_.domain]) for type_ in city.facility_types.values()]
    assert len(set(looks)) == len(looks)


def test_types_of_the_demonstration_differ_by_symbol_alone_so_that_a_grey_print_tells_them_apart(city):
    held = set(city.datasets["demo"].facilities["type"])
    symbols = [type_.symbol for key, type_ in city.facility_types.items() if key in held]
    assert len(set(symbols)) == len(symbols) == 14


def test_every_field_of_service_has_a_colour_of_its_own():
    assert set(theme.DOMAIN_COLOURS) == set(Domain)
    assert len(set(theme.DOMAIN_COLOURS.values())) == len(Domain)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_symbols_lie_around_the_origin_and_fit_a_legend(symbol):
    outline = np.array(SYMBOLS[symbol])
    assert np.abs(outline).max() <= 1.4
    assert np.abs(outline).max() >= 0.9
    assert symbol_path(symbol).count("L") == len(outline) - 1


def test_a_path_grows_downwards_as_svg_does():
    assert symbol_path("triangle-up").startswith("M0,-1L")


def test_the_book_holds_types_in_the_order_of_their_declaration(book):
    assert list(book["types"]) == ["hospital", "library"]
    assert book["types"]["library"]["colour"] == theme.DOMAIN_COLOURS[Domain.CULTURE]


def test_what_is_unknown_is_null_and_sources_stand_once(book):
    published_city = book["points"]["library"]
    assert (published_city["opened"], published_city["closed"], published_city["capacity"]) == (
        [2011, None],
        [None, 2015],
        [120, None],
    )
    assert (published_city["grade"], published_city["approximate"]) == (["", ""], [0, 1])
    assert [book["sources"][at] for at in published_city["source"]] == ["甲表", "乙表"]
    assert book["sources"] == ["甲表", "乙表"]


def test_townships_are_named_with_their_county_and_points_are_rounded_to_a_metre(book):
    assert book["points"]["library"]["township"] == ["a1", None]
    assert book["areas"] == {
        "a1": {"name": "a1镇", "county": "a", "countyName": "a县"},
        "c": {"name": "c县", "county": "c", "countyName": "c县"},
    }
    assert book["points"]["library"]["lon"][0] == 114.01235


def test_points_of_a_type_bear_its_symbol_and_the_colour_of_its_field(facilities, city):
    type_ = city.facility_types["library"]
    made = build_facility_points(type_, facilities[facilities["type"] == "library"])
    assert made.look == ("图书馆", type_.symbol, theme.DOMAIN_COLOURS[Domain.CULTURE])
    assert list(made.approximate) == [False, True]
