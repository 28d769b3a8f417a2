"""Coverage: PySAL's accessibility, what must hold for any figures, and the edges of what can be asked."""

import numpy as np
import pandas as pd
import pytest
import shapely
from access.fca import two_stage_fca
from access.weights import step_fn
from hypothesis import given
from hypothesis import strategies as st

from geodata.travel.coverage import (
    ReachStandard,
    compute_zone_weights,
    measure_coverage,
)
from geodata.travel.travel import StraightLine, TravelMeasure, join_pairs

TRAVEL = StraightLine(detour=1.0, speed_kmh=60.0)
TWO_KM = ReachStandard(TravelMeasure.KM, 2.0)
NOWHERE = np.empty((0, 2))


def east(*km: float):
    """Places so many km east of a point."""
    return np.array([[1000.0 * distance, 0.0] for distance in km])


def ask(places, facilities, *, population=None, capacity=None, reach=TWO_KM):
    residents = np.full(len(places), 100.0) if population is None else np.array(population, dtype=float)
    given_capacity = np.full(len(facilities), 10.0) if capacity is None else np.array(capacity, dtype=float)
    return measure_coverage(residents, places, facilities, given_capacity, reach, TRAVEL)


def test_a_settlement_knows_its_nearest_facility_and_whether_it_is_within_the_standard():
    found = ask(east(0, 1.9, 4), east(0.5, 9))
    assert found.km == pytest.approx([0.5, 1.4, 3.5])
    assert found.nearest.tolist() == [0, 0, 0]
    assert found.covered.tolist() == [True, True, False]


def test_a_settlement_exactly_on_the_limit_is_covered_and_shares():
    found = measure_coverage(np.ones(1), east(2 / 1.3), east(0), np.ones(1), TWO_KM, StraightLine(1.3, 30))
    assert found.covered.tolist() == [True]
    assert found.access == pytest.approx([1.0])


def test_a_standard_in_minutes_is_held_in_minutes_and_still_tells_km():
    slow = StraightLine(1.0, 30.0)  # 4 km take 8 minutes, 6 km take 12
    found = measure_coverage(
        np.ones(2), east(0, 10), east(4), np.ones(1), ReachStandard(TravelMeasure.MINUTES, 10.0), slow
    )
    assert found.covered.tolist() == [True, False]
    assert found.km == pytest.approx([4, 6])


def test_no_facility_covers_nobody():
    found = ask(east(0, 1), NOWHERE)
    assert found.km.tolist() == [np.inf, np.inf]
    assert found.nearest.tolist() == [-1, -1]
    assert found.covered.tolist() == [False, False]
    assert found.access.tolist() == [0, 0]


def test_no_settlement_has_no_coverage():
    assert len(ask(NOWHERE, east(0)).km) == 0


def test_a_limit_of_nothing_covers_who_lives_at_the_facility():
    found = ask(east(0, 0.001), east(0), reach=ReachStandard(TravelMeasure.KM, 0.0))
    assert found.covered.tolist() == [True, False]
    assert found.access == pytest.approx([0.1, 0])


def test_residents_in_reach_share_the_capacity():
    # 100 and 300 residents in the first third: 10 places / 400 residents.
    found = ask(east(0, 0.5), east(0.1), population=[100, 300])
    assert found.access == pytest.approx([0.025, 0.025])


def test_an_unknown_capacity_in_reach_makes_accessibility_unknown_there_and_only_there():
    found = ask(east(0, 50), east(0, 1, 50), capacity=[5, np.nan, 5])
    assert np.isnan(found.access).tolist() == [True, False]


def test_an_unknown_capacity_stays_unknown_where_nobody_lives():
    assert np.isnan(ask(east(0), east(0), population=[0], capacity=[np.nan]).access).all()


def test_where_nobody_lives_nobody_has_anything():
    assert ask(east(0), east(0), population=[0]).access.tolist() == [0]


def test_two_facilities_at_one_place_serve_like_one_of_both_capacities():
    twice = ask(east(0, 1, 3), east(1, 1), capacity=[4, 6])
    once = ask(east(0, 1, 3), east(1), capacity=[10])
    assert twice.access == pytest.approx(once.access)
    assert twice.km == pytest.approx(once.km)


def test_zones_are_thirds_and_a_border_belongs_to_the_nearer():
    costs = np.array([0, 1, 1.01, 2, 2.01, 3, 3.01])
    assert compute_zone_weights(costs, 3.0).tolist() == [1, 1, 0.68, 0.68, 0.22, 0.22, 0]


@pytest.mark.parametrize(("measure", "limit"), [(TravelMeasure.KM, 6.0), (TravelMeasure.MINUTES, 12.0)])
def test_accessibility_is_that_of_pysal(measure, limit):
    chance = np.random.default_rng(11)
    population, capacity = chance.integers(50, 3000, 400).astype(float), chance.integers(5, 300, 60).astype(float)
    settlements, facilities = chance.uniform(0, 40_000, (400, 2)), chance.uniform(0, 40_000, (60, 2))
    pairs = join_pairs(TRAVEL.iterate_pairs(settlements, facilities, limit, measure))
    reference = two_stage_fca(
        pd.DataFrame({"geoid": range(400), "people": population}).set_index("geoid", drop=False).rename_axis(None),
        pd.DataFrame({"places": capacity}, index=range(60)),
        pd.DataFrame({"origin": pairs.origin, "dest": pairs.destination, "cost": pairs.cost}),
        max_cost=limit,
        demand_index="geoid",
        demand_name="people",
        supply_name="places",
        weight_fn=step_fn({limit / 3: 1, limit * 2 / 3: 0.68, limit: 0.22}),
    )
    expected = reference.reindex(range(400)).fillna(0).to_numpy()
    assert (expected > 0).sum() > 200
    found = measure_coverage(population, settlements, facilities, capacity, ReachStandard(measure, limit), TRAVEL)
    assert found.access == pytest.approx(expected)


worlds = st.tuples(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 20), st.floats(0.1, 30))


def world(seed, settlements, facilities):
    chance = np.random.default_rng(seed)
    return (
        chance.integers(0, 500, settlements).astype(float),
        chance.uniform(0, 20_000, (settlements, 2)),
        chance.uniform(0, 20_000, (facilities, 2)),
        chance.integers(0, 90, facilities).astype(float),
    )


@given(worlds)
def test_what_residents_have_together_is_the_capacity_that_reaches_any(drawn):
    seed, settlements, facilities, limit = drawn
    population, places, sites, capacity = world(seed, settlements, facilities)
    found = measure_coverage(population, places, sites, capacity, ReachStandard(TravelMeasure.KM, limit), TRAVEL)
    inhabited = places[population > 0]
    reached = TRAVEL.find_nearest(sites, inhabited)[0] <= limit
    assert (population * found.access).sum() == pytest.approx(capacity[reached].sum())


@given(worlds)
def test_one_facility_more_takes_nobody_farther_away(drawn):
    seed, settlements, facilities, limit = drawn
    population, places, sites, capacity = world(seed, settlements, facilities + 1)
    reach = ReachStandard(TravelMeasure.KM, limit)
    before = measure_coverage(population, places, sites[:-1], capacity[:-1], reach, TRAVEL)
    after = measure_coverage(population, places, sites, capacity, reach, TRAVEL)
    assert (after.km <= before.km).all()
    assert (after.covered >= before.covered).all()


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_settlements_and_facilities_does_not_matter(drawn, chance):
    seed, settlements, facilities, limit = drawn
    population, places, sites, capacity = world(seed, settlements, facilities)
    here, there = chance.sample(range(settlements), settlements), chance.sample(range(facilities), facilities)
    reach = ReachStandard(TravelMeasure.KM, limit)
    plain = measure_coverage(population, places, sites, capacity, reach, TRAVEL)
    mixed = measure_coverage(population[here], places[here], sites[there], capacity[there], reach, TRAVEL)
    assert mixed.access == pytest.approx(plain.access[here])
    assert mixed.km == pytest.approx(plain.km[here])


def test_catchments_end_at_the_region():
    region = shapely.box(0, -500, 3000, 500)
    area = TRAVEL.draw_catchment(east(0), 2.0, region)
    assert shapely.bounds(area) == pytest.approx([0, -500, 2000, 500], abs=1)
