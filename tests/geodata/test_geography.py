"""The geography: levels, names by year, distances."""

import geopandas as gpd
import pytest
from shapely.geometry import Point

from geodata.geography import measure_km_between
from geodata.region import Level


def test_the_name_drawn_follows_the_year(city):
    assert city.geography.name("441803", 2012) == "清新县"
    assert city.geography.name("441803", 2013) == "清新区"


def test_a_rare_character_is_shown_by_its_common_name(city):
    assert city.geography.townships.at["441881120", "name"] == "下太镇"


def test_an_area_lies_in_its_county(square_geography):
    assert [square_geography.county_of(code) for code in ("a", "a1", "sq")] == ["a", "a", None]


def test_a_region_without_townships_has_the_county_level_only(square_geography):
    object.__setattr__(square_geography, "townships", square_geography.townships.iloc[:0])
    assert square_geography.levels == [Level.COUNTY]


def test_a_distance_agrees_with_the_geodesic_one():
    origin = gpd.GeoSeries([Point(113.0, 24.0)], index=["x"], crs="EPSG:4490")
    target = gpd.GeoSeries([Point(113.0, 24.1)], index=["x"], crs="EPSG:4490")
    # One tenth of a degree of latitude at 24 N is 11.075 km on GRS80.
    assert measure_km_between(origin, target, "EPSG:4547")["x"] == pytest.approx(11.075, rel=2e-3)


def test_a_county_seat_is_no_way_from_itself(city):
    distances = city.geography.measure_km_to_county_seat()
    seats = [county.seat for county in city.region.counties]
    assert (distances[seats] == 0).all()
    assert distances.between(0, 100).all()
