"""Plans: how they are read, and the tasks that they make."""

from typing import Any

import numpy as np
import pytest

from datasets.siting.scenario import MOST_CHANGES, ChangeKind, FacilityChange, Scenario
from datasets.siting.siting_plan import CandidateKind, PlanError, PlanFault, SitingPlan, prepare_search, read_plan
from geodata.siting.solve import find_best_sites
from geodata.siting.task import Objective
from tests.datasets.places import CENTRES
from tests.datasets.siting_world import siting_city

BEGUN = Scenario("own", "clinic", 2016)


def plan(**own: Any) -> SitingPlan:
    return SitingPlan(count=1, candidates=CandidateKind.SETTLEMENTS, **own)


def test_an_empty_form_is_the_plan_that_the_page_begins_with(square_region):
    assert read_plan(square_region, {}) == SitingPlan()


def test_a_form_is_read_field_by_field(square_region):
    told = {"count": "5", "objective": "median", "where": "north", "least": "1", "candidates": "uncovered"}
    told |= {"capacity": "40", "budget": " 500 ", "price": "90", "price-a": "80.5"}
    read = read_plan(square_region, told)
    assert (read.count, read.objective, read.where, read.least) == (5, Objective.MEDIAN, "north", 1)
    assert (read.candidates, read.capacity, read.budget) == (CandidateKind.UNCOVERED, 40, 500)
    assert (read.price, dict(read.prices)) == (90, {"a": 80.5})


@pytest.mark.parametrize(
    ("told", "bad"),
    [
        ({"count": "many"}, PlanFault.COUNT),
        ({"count": "41"}, PlanFault.COUNT),
        ({"count": "-1"}, PlanFault.COUNT),
        ({"objective": "beauty"}, PlanFault.OBJECTIVE),
        ({"where": "mars"}, PlanFault.WHERE),
        ({"least": "1.5"}, PlanFault.LEAST),
        ({"candidates": "trees"}, PlanFault.CANDIDATES),
        ({"capacity": "1e9"}, PlanFault.CAPACITY),
        ({"budget": "money"}, PlanFault.BUDGET),
        ({"budget": "100"}, PlanFault.PRICE),
        ({"budget": "100", "price-a": "5"}, PlanFault.PRICE),
    ],
)
def test_a_field_that_cannot_be_read_is_named(square_region, told, bad):
    with pytest.raises(PlanError) as refused:
        read_plan(square_region, told)
    assert refused.value.bad is bad


def test_the_prices_of_all_counties_make_a_common_one_needless(square_region):
    told = {"budget": "100"} | {f"price-{code}": "9" for code in square_region.by_adcode}
    assert read_plan(square_region, told).budget == 100


def test_the_best_site_is_where_most_people_have_nothing(square_geography):
    search, task = prepare_search(siting_city(square_geography), BEGUN, plan(capacity=5.0))
    found = search.add_chosen_sites(find_best_sites(task, 10)).changes
    assert found == (FacilityChange(ChangeKind.ADD, "", *CENTRES["a2"], 5.0),)


def test_what_the_scenario_has_changed_already_is_built_upon(square_geography):
    first = FacilityChange(ChangeKind.ADD, "", *CENTRES["a2"], 5.0)
    begun = Scenario("own", "clinic", 2016, (first,))
    search, task = prepare_search(siting_city(square_geography), begun, plan(where="south"))
    kept, new = search.add_chosen_sites(find_best_sites(task, 10)).changes
    assert kept == first
    assert (new.longitude, new.latitude) == pytest.approx(CENTRES["d"])


@pytest.mark.parametrize(("where", "counties"), [("north", {"a", "b"}), ("c", {"c"}), ("", {"a", "b", "c", "d"})])
def test_candidates_lie_in_the_part_that_is_asked_for(square_geography, where, counties):
    search, _ = prepare_search(siting_city(square_geography), BEGUN, plan(where=where))
    assert set(search.sites["county"]) == counties


def test_candidates_may_be_the_uncovered_ones_or_the_seats(square_geography):
    city = siting_city(square_geography)
    uncovered, _ = prepare_search(city, BEGUN, SitingPlan(candidates=CandidateKind.UNCOVERED))
    seats, _ = prepare_search(city, BEGUN, SitingPlan(candidates=CandidateKind.SEATS))
    assert "c" not in set(uncovered.sites["county"])
    assert list(seats.sites["name"]) == ["a1镇", "a2镇"]


def test_the_least_number_is_asked_of_the_focus_group(square_geography):
    _, task = prepare_search(
        siting_city(square_geography), BEGUN, SitingPlan(2, least=1, candidates=CandidateKind.SETTLEMENTS)
    )
    assert dict(task.at_least) == {"north": 1}
    assert set(task.groups) == {"north", "south"}


def test_every_candidate_costs_its_countys_price(square_geography):
    priced = SitingPlan(1, candidates=CandidateKind.SETTLEMENTS, budget=10, price=4, prices={"d": 9})
    search, task = prepare_search(siting_city(square_geography), BEGUN, priced)
    assert dict(zip(search.sites["county"], task.prices, strict=True)) == {"a": 4, "b": 4, "c": 4, "d": 9}


def test_the_median_counts_kilometres_to_every_candidate(square_geography):
    _, task = prepare_search(siting_city(square_geography), BEGUN, plan(objective=Objective.MEDIAN))
    assert np.isfinite(task.cost).all()
    _, covering = prepare_search(siting_city(square_geography), BEGUN, plan())
    assert np.isinf(covering.cost).any()


def test_more_changes_than_a_scenario_holds_are_refused(square_geography):
    full = Scenario("own", "clinic", 2016, (FacilityChange(ChangeKind.ADD, "", *CENTRES["a1"], 1.0),) * MOST_CHANGES)
    with pytest.raises(PlanError) as refused:
        prepare_search(siting_city(square_geography), full, plan())
    assert refused.value.bad is PlanFault.TOO_MANY_CHANGES
