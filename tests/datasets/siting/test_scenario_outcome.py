"""What scenarios come to, in the square world."""

import numpy as np
import pytest

from datasets.siting.placed_changes import apply_changes, places_in_metres
from datasets.siting.scenario import ChangeKind, FacilityChange, Scenario, ScenarioError, ScenarioFault
from datasets.siting.scenario_outcome import draw_new_reach, evaluate_scenario
from indicators.policy.ledger import Scope
from indicators.policy.progress import Status
from tests.datasets.places import CENTRES
from tests.datasets.siting_world import siting_city


def added(area: str, capacity: float | None = 2.0, name: str = "") -> FacilityChange:
    return FacilityChange(ChangeKind.ADD, "", *CENTRES[area], capacity, name)


def outcome_of(geography, *changes: FacilityChange, clinics: tuple[dict[str, object], ...] = ()):
    return evaluate_scenario(siting_city(geography, *clinics), Scenario("own", "clinic", 2016, changes))


def test_a_new_facility_covers_those_who_had_none_in_reach(square_geography):
    areas = outcome_of(square_geography, added("a2")).areas
    assert (areas["a"].newly_covered, areas["b"].newly_covered) == (300, 0)
    assert areas["sq"].newly_covered == areas["north"].newly_covered == 300
    assert (areas["a"].before.share, areas["a"].after.share) == (0, 75)


def test_who_was_covered_already_is_not_newly_covered(square_geography):
    areas = outcome_of(square_geography, added("c")).areas
    assert (areas["sq"].newly_covered, areas["c"].after.share) == (0, 100)


def test_a_closed_facility_leaves_its_people_uncovered(square_geography):
    found = outcome_of(square_geography, FacilityChange(ChangeKind.CLOSE, "f0"))
    assert found.areas["c"].newly_uncovered == 200
    assert found.areas["sq"].after.mean_km is None  # it was the only one
    assert found.facilities == (1, 0)


def test_a_moved_facility_serves_where_it_stands_afterwards(square_geography):
    found = outcome_of(square_geography, FacilityChange(ChangeKind.MOVE, "f0", *CENTRES["d"]))
    assert (found.areas["c"].newly_uncovered, found.areas["d"].newly_covered) == (200, 200)
    assert found.placed[0].came_from == pytest.approx(CENTRES["c"])
    assert found.facilities == (1, 1)


def test_the_mean_way_is_weighed_by_residents(square_geography):
    found = outcome_of(square_geography, added("a2"))
    after = found.areas["a"].after
    between = np.diff(places_in_metres(siting_city(square_geography), [CENTRES["a1"], CENTRES["a2"]]), axis=0)
    assert after.mean_km == pytest.approx(np.hypot(*between[0]) / 1000 * 100 / 400)


def test_the_ratio_is_that_of_the_groups_pooled_shares(square_geography):
    found = outcome_of(square_geography, added("a2"))
    assert found.ratios == (0, pytest.approx((300 / 600) / (200 / 400)))
    assert found.holds_line == (False, True)


def test_there_is_no_ratio_to_a_group_without_anybody_covered(square_geography):
    found = outcome_of(square_geography, FacilityChange(ChangeKind.CLOSE, "f0"))
    assert found.ratios[1] is None
    assert found.holds_line[1] is None


def test_beds_are_added_to_the_county_and_reach_its_target(square_geography):
    changed = outcome_of(square_geography, added("a2", 2)).changed_targets
    assert [(one.area, one.before.status, one.after.status) for one in changed] == [
        ("a", Status.MISSED, Status.REACHED)
    ]
    assert changed[0].after.value == pytest.approx(4)


def test_the_target_that_is_missed_by_least_is_told_with_what_would_close_it(square_geography):
    missed = outcome_of(square_geography, added("a2", 1)).nearest_missed
    assert (missed.area, missed.lacking, missed.more) == ("a", pytest.approx(0.25), pytest.approx(1))


def test_a_target_of_the_whole_city_sees_the_sum(square_geography):
    city = siting_city(square_geography, scope=Scope.CITY, value=7.8)
    (found,) = evaluate_scenario(city, Scenario("own", "clinic", 2016, (added("a2", 0.8),))).targets
    assert (found.area, found.after.value) == ("sq", pytest.approx(124.8 / 16))
    assert (found.before.status, found.after.status) == (Status.MISSED, Status.REACHED)


def test_a_target_of_a_group_sees_its_pooled_level(square_geography):
    city = siting_city(square_geography, scope=Scope.GROUP, group="north", value=5.75)
    (found,) = evaluate_scenario(city, Scenario("own", "clinic", 2016, (added("a2", 2),))).targets
    assert (found.area, found.after.value) == ("north", pytest.approx(46 / 8))


def test_beds_move_with_their_facility_to_another_county(square_geography):
    clinics = ({"area_code": "b", "capacity": 4.0},)
    found = outcome_of(square_geography, FacilityChange(ChangeKind.MOVE, "f0", *CENTRES["a1"]), clinics=clinics)
    values = {one.area: one.after.value for one in found.targets}
    assert (values["a"], values["b"]) == (pytest.approx(18 / 4), pytest.approx(26 / 4))


def test_a_new_facility_of_unknown_capacity_adds_no_beds(square_geography):
    assert not outcome_of(square_geography, added("a2", None)).changed_targets


def test_a_facility_that_is_closed_takes_its_beds_away(square_geography):
    found = outcome_of(square_geography, FacilityChange(ChangeKind.CLOSE, "f0"))
    assert {one.area: one.after.value for one in found.targets}["c"] == pytest.approx(30 / 4)


def test_the_first_facility_of_a_type_can_be_tried(square_geography):
    school = Scenario("own", "school", 2016, (added("a2"),))
    found = evaluate_scenario(siting_city(square_geography), school)
    assert found.areas["sq"].newly_covered == 300
    assert found.targets == ()


def test_what_stands_afterwards_is_what_is_open_and_what_comes(square_geography):
    found = outcome_of(square_geography, added("a2", 2, "新站"), FacilityChange(ChangeKind.CLOSE, "f0"))
    assert list(apply_changes(found.before.facilities, found.placed)["name"]) == ["新站"]


def test_the_reach_of_new_ones_ends_at_the_border_of_the_city(square_geography):
    city = siting_city(square_geography)
    corner = FacilityChange(ChangeKind.ADD, "", 114.001, 24.001, 1.0)
    reach = draw_new_reach(city, evaluate_scenario(city, Scenario("own", "clinic", 2016, (corner,))))
    whole = 3_000**2 * np.pi
    assert 0.2 * whole < reach.area < 0.3 * whole


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ((FacilityChange(ChangeKind.ADD, "", 100.0, 30.0, 1.0),), ScenarioFault.OUTSIDE),
        ((FacilityChange(ChangeKind.CLOSE, "f9"),), ScenarioFault.NO_SUCH_FACILITY),
    ],
)
def test_a_change_that_cannot_be_made_is_refused(square_geography, changes, why):
    with pytest.raises(ScenarioError) as refused:
        outcome_of(square_geography, *changes)
    assert refused.value.why is why


@pytest.mark.parametrize(
    ("scenario", "why"),
    [
        (Scenario("other", "clinic", 2016), ScenarioFault.NO_SUCH_DATASET),
        (Scenario("own", "tower", 2016), ScenarioFault.NO_SUCH_TYPE),
        (Scenario("own", "clinic", 1990), ScenarioFault.NO_RESIDENTS),
    ],
)
def test_a_scenario_of_what_is_not_there_is_refused(square_geography, scenario, why):
    with pytest.raises(ScenarioError) as refused:
        evaluate_scenario(siting_city(square_geography), scenario)
    assert refused.value.why is why
