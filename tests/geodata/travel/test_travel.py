"""Straight lines: against the ellipsoid, against every pair counted, at the edges of what can be asked."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as np_st
from pyproj import Geod

from geodata.travel.travel import StraightLine, TravelMeasure, join_pairs, split_positions, to_metres

GEOD = Geod(ellps="GRS80")
METRIC = "EPSG:4547"  # CGCS2000, 114° E: the zone of Qingyuan
PLAIN = StraightLine(detour=1.0, speed_kmh=60.0)
NOWHERE = np.empty((0, 2))


def strewn(count, seed, side=20_000.0):
    return np.random.default_rng(seed).uniform(0, side, (count, 2))


def every_cost(travel, origins, destinations, measure=TravelMeasure.KM):
    away = np.hypot(*(origins[:, None] - destinations[None]).transpose(2, 0, 1))
    return away * travel.cost_per_metre(measure)


def test_distances_agree_with_the_ellipsoid_within_the_error_of_the_projection():
    chance = np.random.default_rng(3)
    lon, lat = chance.uniform(112, 114, 60), chance.uniform(23.4, 25.2, 60)
    points = to_metres(gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs="EPSG:4490"), METRIC)
    km, position = PLAIN.find_nearest(points[:30], points[30:])
    pairs = [(here, there) for here in range(30) for there in range(30, 60)]
    here, there = np.array(pairs).T
    true = GEOD.inv(lon[here], lat[here], lon[there], lat[there])[2].reshape(30, 30) / 1000
    assert position.tolist() == true.argmin(axis=1).tolist()
    # Two degrees from the meridian of the zone a metre is 0.6 mm too long.
    assert km == pytest.approx(true.min(axis=1), rel=7e-4)
    every = join_pairs(PLAIN.iterate_pairs(points[:30], points[30:], 1000))
    assert every.cost.reshape(30, 30) == pytest.approx(true, rel=7e-4)


def test_a_detour_makes_every_way_longer():
    here, there = np.array([[0.0, 0.0]]), np.array([[3000.0, 4000.0]])
    assert StraightLine(1.3, 30).find_nearest(here, there)[0] == pytest.approx(6.5)


def test_minutes_are_the_detour_at_the_speed():
    here, there = np.array([[0.0, 0.0]]), np.array([[3000.0, 4000.0]])
    assert StraightLine(1.2, 30).find_nearest(here, there, TravelMeasure.MINUTES)[0] == pytest.approx(12)


@pytest.mark.parametrize("measure", TravelMeasure)
@pytest.mark.parametrize("limit", [0.0, 0.7, 5.0, 100.0])
def test_pairs_are_those_that_counting_every_one_finds(limit, measure):
    travel, origins, destinations = StraightLine(1.3, 40), strewn(700, 1), strewn(300, 2)
    cost = every_cost(travel, origins, destinations, measure)
    found = join_pairs(travel.iterate_pairs(origins, destinations, limit, measure))
    expected = np.argwhere(cost <= limit)
    assert np.column_stack([found.origin, found.destination]).tolist() == expected.tolist()
    assert found.cost == pytest.approx(cost[tuple(expected.T)])


@given(
    np_st.arrays(float, st.tuples(st.integers(1, 40), st.just(2)), elements=st.integers(-50, 50)),
    np_st.arrays(float, st.tuples(st.integers(1, 40), st.just(2)), elements=st.integers(-50, 50)),
    st.integers(0, 80),
)
def test_on_a_lattice_with_ties_and_repeats_each_pair_comes_once_and_the_limit_counts(origins, destinations, limit):
    cost = every_cost(PLAIN, origins, destinations)
    found = join_pairs(PLAIN.iterate_pairs(origins, destinations, limit / 1000))
    exact = np.argwhere(np.round(cost * 1000, 6) <= limit)
    assert np.column_stack([found.origin, found.destination]).tolist() == exact.tolist()
    assert PLAIN.find_nearest(origins, destinations)[0] == pytest.approx(cost.min(axis=1))


def test_a_place_exactly_on_the_limit_is_in_reach():
    # A third of these distances times 1.4 are a hair more than their limit in floating point.
    for limit in np.arange(1, 60) / 10:
        edge = np.array([[limit * 1000 / 1.4, 0.0], [limit * 1000 / 1.4 + 0.01, 0.0]])
        assert join_pairs(StraightLine(1.4, 30).iterate_pairs(edge, np.array([[0.0, 0.0]]), limit)).origin.tolist() == [
            0
        ]


def test_without_destinations_nothing_is_near():
    cost, position = PLAIN.find_nearest(strewn(3, 1), NOWHERE)
    assert (cost.tolist(), position.tolist()) == ([np.inf] * 3, [-1] * 3)
    assert len(join_pairs(PLAIN.iterate_pairs(strewn(3, 1), NOWHERE, 5))) == 0


def test_without_origins_there_is_nothing_to_answer():
    assert [len(part) for part in PLAIN.find_nearest(NOWHERE, strewn(3, 1))] == [0, 0]
    assert len(join_pairs(PLAIN.iterate_pairs(NOWHERE, strewn(3, 1), 5))) == 0


def test_settlements_at_one_place_are_all_answered():
    here = np.full((1000, 2), 7.0)
    assert len(join_pairs(PLAIN.iterate_pairs(here, np.array([[7.0, 7.0]]), 0.0))) == 1000


def test_no_part_of_the_pairs_grows_with_the_product():
    origins, destinations = strewn(3000, 1, side=10.0), strewn(3000, 2, side=10.0)
    sizes = [len(part) for part in PLAIN.iterate_pairs(origins, destinations, 1.0)]
    assert sum(sizes) == 9_000_000
    assert max(sizes) <= 2_000_000


def test_parts_hold_every_position_once():
    parts = list(split_positions(np.arange(10), 700_000))
    assert [len(part) for part in parts] == [2, 2, 2, 2, 2]
    assert np.concatenate(parts).tolist() == list(range(10))


def test_a_straight_line_leaves_no_place_out():
    assert not PLAIN.off_network(strewn(5, 1)).any()


def test_the_catchment_holds_the_covered_places_and_no_others():
    travel, around = StraightLine(1.3, 30), shapely.box(0, 0, 20_000, 20_000)
    facilities, places = strewn(12, 4), strewn(2000, 5)
    area = travel.draw_catchment(facilities, 3.0, around)
    inside = shapely.contains_xy(area, *places.T)
    cost = travel.find_nearest(places, facilities)[0]
    assert inside[cost < 2.95].all()  # the circles are polygons
    assert not inside[cost > 3.0].any()
    assert shapely.within(area, around)


def test_without_facilities_the_catchment_is_empty():
    assert shapely.is_empty(PLAIN.draw_catchment(NOWHERE, 3.0, shapely.box(0, 0, 1, 1)))
