"""Roads: paths known by hand, what is joined and what is not, and who is off the network."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiLineString

from geodata.travel.coverage import ReachStandard, measure_coverage
from geodata.travel.road_network import RoadNetwork
from geodata.travel.travel import StraightLine, TravelMeasure, join_pairs

NOWHERE = np.empty((0, 2))


def network(*lines: shapely.Geometry, speeds=None, snap_m=500.0, detour=1.5):
    return RoadNetwork.build(np.array(lines), np.array(speeds or [60.0] * len(lines)), snap_m, detour, 30.0)


def point(x, y):
    return np.array([[float(x), float(y)]])


def road(*corners: tuple[float, ...]):
    return LineString(corners)


def km(roads, here, there, measure=TravelMeasure.KM):
    return float(roads.find_nearest(here, there, measure)[0][0])


ELBOW = (road((0, 0), (4000, 0)), road((4000, 0), (4000, 3000)))


def test_the_way_follows_the_road_and_not_the_straight_line():
    assert km(network(*ELBOW), point(0, 0), point(4000, 3000)) == pytest.approx(7)


def test_the_way_to_the_road_is_a_straight_line_with_a_detour():
    # 100 m and 200 m off the road, joined in its middle: 0.1 x 1.5 + 2 + 3 + 0.2 x 1.5.
    assert km(network(*ELBOW), point(2000, 100), point(4200, 3000)) == pytest.approx(0.15 + 2 + 3 + 0.3)


def test_two_places_on_one_stretch_go_along_it():
    assert km(network(*ELBOW), point(1000, 0), point(3500, 0)) == pytest.approx(2.5)


def test_the_shorter_of_two_ways_is_taken():
    square = network(road((0, 0), (0, 9000), (5000, 9000), (5000, 0)), road((0, 0), (5000, 0)))
    assert km(square, point(0, 1000), point(5000, 1000)) == pytest.approx(7)


def test_minutes_go_by_the_speed_of_each_road():
    roads = network(*ELBOW, speeds=[60, 20])
    # 4 km at 60 and 3 km at 20 km/h, and 100 m x 1.5 at 30 km/h.
    assert km(roads, point(0, 100), point(4000, 3000), TravelMeasure.MINUTES) == pytest.approx(0.3 + 4 + 9)


def test_the_quicker_way_may_be_the_longer_one():
    slow, quick = road((0, 0), (4000, 0)), road((0, 0), (2000, 3000), (4000, 0))
    roads = network(slow, quick, speeds=[20, 80])
    assert km(roads, point(0, 0), point(4000, 0)) == pytest.approx(4)
    around = 2 * np.hypot(2, 3)
    assert km(roads, point(0, 0), point(4000, 0), TravelMeasure.MINUTES) == pytest.approx(around / 80 * 60)


def test_roads_meet_at_a_vertex_they_share():
    crossing = network(road((0, 0), (1000, 0), (2000, 0)), road((1000, -5000), (1000, 0), (1000, 5000)))
    assert km(crossing, point(0, 0), point(1000, 5000)) == pytest.approx(6)


@pytest.mark.parametrize("short", [0, 0.4])
def test_a_road_that_ends_on_another_meets_it_even_a_hand_short_of_it(short):
    branch = network(road((0, 0), (2000, 0)), road((1300, short), (1300, 5000)))
    assert km(branch, point(0, 0), point(1300, 5000)) == pytest.approx(6.3, abs=0.001)


def test_roads_that_only_cross_do_not_meet():
    bridge = network(road((0, 0), (2000, 0)), road((1000, -5000), (1000, 5000)))
    assert km(bridge, point(0, 0), point(1000, 5000)) == np.inf


def test_parts_that_are_not_connected_are_out_of_reach_of_one_another():
    apart = network(road((0, 0), (1000, 0)), road((9000, 0), (10_000, 0)))
    cost, position = apart.find_nearest(np.array([[0.0, 0], [9500.0, 0]]), point(0, 0))
    assert (cost.tolist(), position.tolist()) == ([0, np.inf], [0, -1])
    assert join_pairs(apart.iterate_pairs(point(9500, 0), point(0, 0), 1000)).origin.tolist() == []
    assert not apart.off_network(point(9500, 0)).any()


def test_a_place_far_from_any_road_is_told_and_answered_by_the_straight_line():
    roads = network(*ELBOW, snap_m=500)
    lonely = point(0, 501)
    assert roads.off_network(np.concatenate([lonely, point(0, 499)])).tolist() == [True, False]
    assert km(roads, lonely, point(4000, 501)) == pytest.approx(6)
    assert km(roads, point(4000, 0), point(1000, 4000)) == pytest.approx(7.5)


def test_the_nearest_is_found_among_those_on_and_off_the_roads():
    roads = network(*ELBOW)
    both = np.concatenate([point(4000, 3000), point(0, 2000)])  # 7 km along the road, 2 km x 1.5 beside it
    cost, position = roads.find_nearest(point(0, 0), both)
    assert (cost.tolist(), position.tolist()) == ([pytest.approx(3)], [1])


def test_neighbours_do_not_walk_to_the_road_and_back():
    roads = network(*ELBOW)
    assert km(roads, point(1000, 400), point(1000, 400)) == 0
    assert km(roads, point(1000, 400), point(1010, 400)) == pytest.approx(0.015)


def test_a_road_of_several_parts_is_several_roads_of_one_speed():
    parts = MultiLineString([[(0, 0), (1000, 0)], [(1000, 0), (1000, 1000)]])
    roads = network(parts, road((1000, 1000), (2000, 1000)), speeds=[30, 60])
    assert km(roads, point(0, 0), point(2000, 1000), TravelMeasure.MINUTES) == pytest.approx(5)


def test_a_road_drawn_twice_or_without_length_changes_nothing():
    roads = network(*ELBOW, ELBOW[0], road((7, 0), (7, 0)))
    assert km(roads, point(0, 0), point(4000, 3000)) == pytest.approx(7)


def test_heights_of_vertices_are_not_distances():
    assert km(network(road((0, 0, 0), (1000, 0, 900))), point(0, 0), point(1000, 0)) == pytest.approx(1)


def test_a_lollipop_can_be_left():
    loop = network(road((0, 0), (1000, 0), (2000, 0), (2000, 1000), (1000, 1000), (1000, 0)))
    assert km(loop, point(0, 0), point(1000, 1000)) == pytest.approx(2)


def test_without_roads_straight_lines_answer_everything():
    none = RoadNetwork.build(np.array([], dtype=object), np.array([]), 500, 1.5, 30)
    here, there = strewn(40, 1), strewn(9, 2)
    straight = StraightLine(1.5, 30)
    assert none.off_network(here).all()
    assert none.find_nearest(here, there)[0] == pytest.approx(straight.find_nearest(here, there)[0])
    assert join_pairs(none.iterate_pairs(here, there, 4)).cost == pytest.approx(
        join_pairs(straight.iterate_pairs(here, there, 4)).cost
    )


def test_without_destinations_nothing_is_near_and_without_origins_nothing_is_asked():
    roads = network(*ELBOW)
    cost, position = roads.find_nearest(point(0, 0), NOWHERE)
    assert (cost.tolist(), position.tolist()) == ([np.inf], [-1])
    assert (
        len(join_pairs(roads.iterate_pairs(point(0, 0), NOWHERE, 9)))
        == len(join_pairs(roads.iterate_pairs(NOWHERE, point(0, 0), 9)))
        == 0
    )
    assert len(roads.find_nearest(NOWHERE, point(0, 0))[0]) == 0


def strewn(count, seed, side=8000.0):
    return np.random.default_rng(seed).uniform(0, side, (count, 2))


def town(seed, kept=1.0):
    """Streets every kilometre, of which a share is kept, with speeds of their own."""
    chance = np.random.default_rng(seed)
    streets = [
        road((x, y), end)
        for x in range(0, 8000, 1000)
        for y in range(0, 8000, 1000)
        for end in ((x + 1000, y), (x, y + 1000))
    ]
    kept_streets = [street for street in streets if chance.random() < kept]
    return network(*kept_streets, speeds=list(chance.uniform(10, 90, len(kept_streets))), snap_m=300, detour=1.3)


def test_a_whole_grid_gives_the_distance_of_a_taxi():
    chance = np.random.default_rng(5)
    here, there = (chance.integers(0, 8, (30, 2)) * 1000.0 for _ in range(2))
    taxi = np.abs(here[:, None] - there[None]).sum(axis=2) / 1000
    found = join_pairs(town(1).iterate_pairs(here, there, 100))
    assert found.cost.reshape(30, 30) == pytest.approx(taxi)


@given(st.integers(0, 1000), st.floats(0.2, 1), st.floats(0.1, 12), st.sampled_from(TravelMeasure))
@settings(max_examples=25, deadline=None)
def test_pairs_nearest_and_the_way_back_agree(seed, kept, limit, measure):
    roads, here, there = town(seed, kept), strewn(30, seed), strewn(12, seed + 1)
    pairs = join_pairs(roads.iterate_pairs(here, there, limit, measure))
    cost, position = roads.find_nearest(here, there, measure)
    least = np.full(len(here), np.inf)
    np.minimum.at(least, pairs.origin, pairs.cost)
    near = cost <= limit
    assert least[near] == pytest.approx(cost[near])
    assert np.isinf(least[~near]).all()
    assert (position >= 0).tolist() == np.isfinite(cost).tolist()
    back = join_pairs(roads.iterate_pairs(there, here, limit, measure))
    assert sorted(zip(back.destination, back.origin, strict=True)) == list(
        zip(pairs.origin, pairs.destination, strict=True)
    )


@given(st.integers(0, 1000), st.floats(0.2, 1))
@settings(max_examples=25, deadline=None)
def test_no_way_along_roads_is_shorter_than_the_bee_line(seed, kept):
    roads, here, there = town(seed, kept), strewn(30, seed), strewn(12, seed + 1)
    pairs = join_pairs(roads.iterate_pairs(here, there, 20))
    bee = np.hypot(*(here[pairs.origin] - there[pairs.destination]).T) / 1000
    assert (pairs.cost >= bee - 1e-9).all()


def test_coverage_asks_roads_as_it_asks_straight_lines():
    found = measure_coverage(
        np.array([100.0, 50]),
        np.array([[0.0, 0], [4000, 2000]]),
        point(4000, 3000),
        np.array([30.0]),
        ReachStandard(TravelMeasure.KM, 6),
        network(*ELBOW),
    )
    assert found.km == pytest.approx([7, 1])
    assert found.covered.tolist() == [False, True]
    assert found.access == pytest.approx([0, 30 / 50])


def test_the_catchment_agrees_with_the_costs_but_for_its_border():
    roads, facilities, places = town(3, kept=0.7), strewn(5, 8), strewn(3000, 9)
    area = roads.draw_catchment(facilities, 3.0, shapely.box(0, 0, 8000, 8000))
    inside = shapely.contains_xy(area, *places.T)
    cost = roads.find_nearest(places, facilities)[0]
    assert np.mean(inside == (cost <= 3.0)) > 0.95
    assert 0.2 < inside.mean() < 0.95


def test_a_catchment_stays_in_its_region_and_is_empty_without_facilities():
    roads, region = network(*ELBOW), shapely.box(0, 0, 1000, 1000)
    assert shapely.within(roads.draw_catchment(point(500, 0), 5, region), region)
    assert shapely.is_empty(roads.draw_catchment(NOWHERE, 5, region))
