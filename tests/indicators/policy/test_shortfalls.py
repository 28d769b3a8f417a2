"""What counties need: together, each by itself, and to a target that excludes its edge."""

from dataclasses import replace

import pandas as pd
import pytest

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
