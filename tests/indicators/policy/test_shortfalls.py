"""What counties need: together, each by itself, and to a target that excludes its edge."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.definition import Comparator, Domain
from indicators.policy.criterion import Criterion
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.shortfalls import find_needs_of_each, find_needs_to_target, find_needs_together

PARTS = pd.DataFrame({"numerator": [20.0, 90.0], "denominator": [10_000.0, 20_000.0]}, index=["a", "b"])  # 2 and 4.5


def entry(comparator: Comparator, value: float, scope: Scope) -> PolicyTarget:
    return PolicyTarget("x", "原文", Domain.HEALTH, "甲", comparator, value, "张", scope, 2012, 2016, "beds")


def test_together_a_county_ahead_makes_up_for_one_behind():
    found = find_needs_together(PARTS, 1000, 4, rises=True)
    assert found.total == 10  # 120 wanted, 110 there
    assert list(found.counties["addition"]) == [10, 0]
    assert list(found.counties["contribution"]) == [20, -10]
    assert found.shortfall == 10
    assert list(found.counties["value"]) == [2, 4.5]
    assert list(found.counties["after"]) == [3, 4.5]
    assert (found.before, found.reached) == (pytest.approx(110 / 30), 4)


def test_each_by_itself_it_does_not():
    found = find_needs_of_each(PARTS, 1000, 4, rises=True)
    assert list(found.counties["addition"]) == [20, 0]
    assert list(found.counties["contribution"]) == [20, 0]
    assert found.reached == pytest.approx(130 / 30)


def test_reductions_are_taken_from_what_is_there():
    found = find_needs_together(PARTS, 1000, 3, rises=False)
    assert found.total == 20
    assert list(found.counties["after"]) == [2, 3.5]


@pytest.mark.parametrize(("comparator", "additions"), [(Comparator.AT_LEAST, [20, 0]), (Comparator.ABOVE, [21, 0])])
def test_a_target_that_excludes_its_edge_takes_one_unit_more(comparator, additions):
    found = find_needs_to_target(PARTS, 1000, entry(comparator, 4, Scope.EACH_COUNTY))
    assert list(found.counties["addition"]) == additions
    assert all(Criterion(comparator, 4).is_met_by(value) for value in found.counties["after"])


def test_a_falling_target_that_excludes_its_edge_takes_one_unit_more_too():
    found = find_needs_to_target(PARTS, 1000, entry(Comparator.BELOW, 4.5, Scope.EACH_COUNTY))
    assert list(found.counties["addition"]) == [0, 1]


def test_about_is_met_from_its_edge_on():
    about = replace(entry(Comparator.ABOUT, 4, Scope.EACH_COUNTY), tolerance=0.05)
    found = find_needs_to_target(PARTS, 1000, about)
    assert found.level == pytest.approx(3.8)
    assert found.total == 18


def test_a_target_of_the_whole_city_is_met_together():
    assert not find_needs_to_target(PARTS, 1000, entry(Comparator.AT_LEAST, 4, Scope.CITY)).each


def test_a_missing_part_gives_no_answer():
    lacking = PARTS.where(PARTS["numerator"] > 30)
    assert find_needs_together(lacking, 1000, 4, rises=True) is None
    assert find_needs_of_each(lacking, 1000, 4, rises=True) is None


def test_a_full_share_is_never_overfilled():
    shares = pd.DataFrame({"numerator": [5.0, 2.0], "denominator": [5.0, 3.0]}, index=["a", "b"])
    found = find_needs_to_target(shares, 100, entry(Comparator.AT_LEAST, 100, Scope.CITY))
    assert list(found.counties["addition"]) == [0, 1]
    assert (found.counties["after"] <= 100).all()


BEDS = pd.Series({"a": 20.0, "b": 60.0})
PEOPLE = pd.Series({"a": 10_000.0, "b": 20_000.0})


def fill(numerator, denominator, per, level, rises=True):
    return find_needs_together(pd.DataFrame({"numerator": numerator, "denominator": denominator}), per, level, rises)


def test_the_shortfall_by_hand():
    # 3 beds per 1,000 of 30,000 residents are 90; 80 are there
    found = fill(BEDS, PEOPLE, 1000, 3)
    assert found.total == 10
    assert found.reached == 3
    assert dict(found.counties["contribution"]) == {"a": 10, "b": 0}


def test_the_county_furthest_behind_is_raised_first():
    assert dict(fill(BEDS, PEOPLE, 1000, 3).counties["addition"]) == {"a": 10, "b": 0}


def test_beyond_the_next_county_both_rise_together():
    # level 4: 120 wanted, 40 missing; a to 4 (20), b to 4 (20)
    assert dict(fill(BEDS, PEOPLE, 1000, 4).counties["addition"]) == {"a": 20, "b": 20}


def test_a_group_above_the_level_needs_nothing():
    found = fill(BEDS, PEOPLE, 1000, 2)
    assert found.total == 0
    assert found.reached == pytest.approx(80 / 30)


def test_what_is_to_fall_is_reduced():
    deaths, births = pd.Series({"a": 12.0, "b": 8.0}), pd.Series({"a": 1000.0, "b": 1000.0})
    found = fill(deaths, births, 1000, 8, rises=False)
    assert dict(found.counties["addition"]) == {"a": 4, "b": 0}
    assert found.reached == 8


def test_a_county_without_its_parts_gives_no_answer():
    assert fill(BEDS.where(BEDS > 30), PEOPLE, 1000, 3) is None
    assert fill(BEDS, PEOPLE * 0, 1000, 3) is None


counts = st.lists(st.integers(0, 40), min_size=3, max_size=3)
sizes = st.lists(st.integers(1, 30), min_size=3, max_size=3)


@given(have=counts, size=sizes, level=st.integers(0, 3))
def test_the_level_is_reached_with_the_fewest_whole_units(have, size, level):
    index = list("abc")
    found = fill(pd.Series(have, index, dtype=float), pd.Series(size, index, dtype=float), 1, level)
    assert found.reached >= level - 1e-9
    assert found.total == max(0, level * sum(size) - sum(have))
    assert found.counties["addition"].min() >= 0


@given(
    have=st.lists(st.integers(0, 8), min_size=3, max_size=3), size=st.lists(st.integers(1, 4), min_size=3, max_size=3)
)
def test_no_other_sharing_out_lifts_the_lowest_county_further(have, size):
    index, level = list("abc"), 3
    found = fill(pd.Series(have, index, dtype=float), pd.Series(size, index, dtype=float), 1, level)
    total = found.total

    def lowest(added: Sequence[int]) -> float:
        return min((h + x) / s for h, x, s in zip(have, added, size, strict=True))

    best = max(lowest(added) for added in product(range(total + 1), repeat=3) if sum(added) == total)
    # whole units: the lowest county may fall short of the continuous optimum by less than one unit
    assert lowest([found.counties["addition"][code] for code in index]) >= best - 1 / min(size)
