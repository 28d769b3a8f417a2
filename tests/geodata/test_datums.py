"""Datums: known shifts, the way there and back, and when a stated datum is doubted."""

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point, box

from geodata.datums import Datum, bd09_from_gcj02, find_best_datum, from_wgs84, to_wgs84

GEOD = Geod(ellps="WGS84")
QINGYUAN = np.array([113.03]), np.array([23.7])


def metres_apart(here, there):
    return GEOD.inv(*here, *there)[2]


def test_gcj02_lies_557_m_east_and_274_m_south_in_qingyuan():
    lon, lat = from_wgs84(*QINGYUAN, Datum.GCJ02)
    east = metres_apart(QINGYUAN, (lon, QINGYUAN[1]))
    south = metres_apart(QINGYUAN, (QINGYUAN[0], lat))
    assert lon > QINGYUAN[0]
    assert lat < QINGYUAN[1]
    assert east == pytest.approx(557, abs=10)
    assert south == pytest.approx(274, abs=10)


@pytest.mark.parametrize(
    ("lon", "lat", "gcj_lon", "gcj_lat"),
    [
        (121.5272106, 31.1774276, 121.531541859215, 31.17530398364597),
        (113.912316, 22.543847, 113.9171764808363, 22.540796131694766),
        (116.377817, 39.911954, 116.38404722455657, 39.91334545536069),
    ],
)
def test_gcj02_agrees_with_the_published_examples(lon, lat, gcj_lon, gcj_lat):
    # The test points of eviltransform.
    found = from_wgs84(np.array([lon]), np.array([lat]), Datum.GCJ02)
    assert (found[0][0], found[1][0]) == (pytest.approx(gcj_lon, abs=1e-9), pytest.approx(gcj_lat, abs=1e-9))


def test_bd09_agrees_with_the_published_example():
    # The example of coordtransform.
    found = bd09_from_gcj02(np.array([116.404]), np.array([39.915]))
    assert found == (pytest.approx(116.41036949371029, abs=1e-9), pytest.approx(39.92133699351021, abs=1e-9))


@given(
    st.lists(st.tuples(st.floats(73.5, 135), st.floats(3.5, 53.5)), min_size=1, max_size=20),
    st.sampled_from(list(Datum)),
)
def test_there_and_back_again_is_nowhere_else(points, datum):
    lon, lat = np.array(points).T
    back = to_wgs84(*from_wgs84(lon, lat, datum), datum)
    assert (metres_apart((lon, lat), back) < 0.01).all()


def test_what_is_unknown_stays_unknown():
    lon, lat = to_wgs84(np.array([np.nan, 113.0]), np.array([np.nan, 23.0]), Datum.GCJ02)
    assert np.isnan([lon[0], lat[0]]).all()
    assert np.isfinite([lon[1], lat[1]]).all()


def test_outside_china_nothing_is_shifted():
    assert from_wgs84(np.array([2.35]), np.array([48.85]), Datum.GCJ02) == (2.35, 48.85)


def edge_world(count=400):
    """Points spread over a square, most of them within a kilometre of its eastern edge."""
    random = np.random.default_rng(1)
    lon, lat = 113.1 - random.uniform(0, 0.01, count), random.uniform(23.6, 23.7, count)
    expected = gpd.GeoSeries([box(113.0, 23.6, 113.1, 23.7)] * count, crs="EPSG:4490")
    return lon, lat, expected, gpd.GeoSeries([None] * count, crs="EPSG:4490")


@pytest.mark.parametrize("true", [Datum.GCJ02, Datum.BD09])
@pytest.mark.parametrize("stated", [Datum.WGS84, Datum.UNKNOWN])
def test_points_that_overshoot_their_area_are_read_in_the_datum_that_puts_them_inside(true, stated):
    lon, lat, expected, seats = edge_world()
    fit = find_best_datum(*from_wgs84(lon, lat, true), stated, expected, seats)
    assert fit.best is true
    assert fit.doubtful
    assert fit.inside[true] > 0.99 > fit.inside[Datum.WGS84]


@pytest.mark.parametrize("true", [Datum.WGS84, Datum.GCJ02, Datum.BD09])
def test_a_datum_that_was_stated_rightly_is_not_doubted(true):
    lon, lat, expected, seats = edge_world()
    assert not find_best_datum(*from_wgs84(lon, lat, true), true, expected, seats).doubtful


def test_a_handful_of_points_at_an_edge_is_no_reason_to_doubt():
    lon, lat, expected, seats = edge_world(4)
    assert not find_best_datum(*from_wgs84(lon, lat, Datum.GCJ02), Datum.WGS84, expected, seats).doubtful


def test_points_around_their_seats_tell_the_datum_where_no_border_is_near():
    random = np.random.default_rng(2)
    lon, lat = random.uniform(113.02, 113.08, 60), random.uniform(23.62, 23.68, 60)
    seats = gpd.GeoSeries([Point(x, y) for x, y in zip(lon, lat, strict=True)], crs="EPSG:4490")
    expected = gpd.GeoSeries([box(112, 23, 114, 25)] * 60, crs="EPSG:4490")
    spread = random.normal(0, 0.002, (2, 60))
    shifted = from_wgs84(lon + spread[0], lat + spread[1], Datum.GCJ02)
    assert find_best_datum(*shifted, Datum.WGS84, expected, seats).best is Datum.GCJ02
    assert find_best_datum(lon + spread[0], lat + spread[1], Datum.WGS84, expected, seats).best is Datum.WGS84
