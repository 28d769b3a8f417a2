"""The index: attainment, weights, withholding, sensitivity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.definition import Comparator, Domain
from indicators.policy.index import DomainWeight, IndexRecipe, compute_attainment, score_area, split_gap_by_indicator
from tests.indicators.policy.test_progress import entry

RISES = entry(indicator="beds", value=4)
FALLS = entry(indicator="deaths", comparator=Comparator.BELOW, value=6)
TARGETS = {"beds": RISES, "doctors": entry(indicator="doctors", value=2), "deaths": FALLS}
RECIPE = IndexRecipe(
    0.6,
    {
        Domain.HEALTH: DomainWeight(3, {"beds": 1, "doctors": 1}),
        Domain.CULTURE: DomainWeight(1, {"deaths": 1}),
    },
)


@pytest.mark.parametrize(
    ("target", "value", "points"),
    [
        (RISES, 2, 50),
        (RISES, 4, 100),
        (RISES, 9, 100),
        (RISES, 0, 0),
        (FALLS, 12, 50),
        (FALLS, 3, 100),
        (FALLS, 0, 100),
    ],
)
def test_attainment_is_the_share_of_the_target(target, value, points):
    assert compute_attainment(value, target) == points


def test_scores_by_hand():
    found = score_area({"beds": 2, "doctors": 2, "deaths": 12}, TARGETS, RECIPE)
    assert found.domains == {Domain.HEALTH: 75, Domain.CULTURE: 50}
    assert found.total == pytest.approx((3 * 75 + 50) / 4)


def test_the_range_covers_each_domain_left_out_or_doubled():
    found = score_area({"beds": 2, "doctors": 2, "deaths": 12}, TARGETS, RECIPE)
    assert (found.low, found.high) == (50, 75)


def test_a_score_with_too_little_data_is_withheld():
    found = score_area({"beds": 2, "doctors": None, "deaths": 12}, TARGETS, RECIPE)
    assert found.domains[Domain.HEALTH] is None
    assert found.total is None
    assert found.missing == ["doctors"]


def test_with_enough_of_the_weight_known_the_total_is_formed():
    found = score_area({"beds": 2, "doctors": 2}, TARGETS, RECIPE)
    assert found.domains[Domain.CULTURE] is None
    assert found.total == 75


@given(values=st.fixed_dictionaries({key: st.none() | st.floats(0, 1e6) for key in TARGETS}))
def test_scores_lie_between_0_and_100(values):
    found = score_area(values, TARGETS, RECIPE)
    for number in (found.total, found.low, found.high, *found.domains.values()):
        assert number is None or 0 <= number <= 100 + 1e-9


@pytest.mark.parametrize(("minimum", "weight"), [(0, 1), (2, 1), (0.5, 0)])
def test_weights_must_make_sense(minimum, weight):
    with pytest.raises(ValueError, match="expected"):
        IndexRecipe(minimum, {Domain.HEALTH: DomainWeight(weight, {"beds": 1})})


def test_the_shares_of_the_indicators_sum_to_the_distance_of_the_totals():
    north = [score_area({"beds": 2, "doctors": 1, "deaths": 12}, TARGETS, RECIPE)]
    south = [score_area({"beds": 3, "doctors": 2, "deaths": d}, TARGETS, RECIPE) for d in (6, 12)]
    shares = split_gap_by_indicator(north, south, RECIPE)
    total = sum(share for part in shares.values() for share in part.values())
    assert total == pytest.approx(north[0].total - sum(found.total for found in south) / 2)
    assert shares[Domain.HEALTH]["beds"] == pytest.approx(3 / 4 / 2 * (50 - 75))


def test_an_indicator_that_any_county_lacks_has_no_share():
    north, south = score_area({"beds": 2}, TARGETS, RECIPE), score_area({"beds": 3, "doctors": 2}, TARGETS, RECIPE)
    assert split_gap_by_indicator([north], [south], RECIPE)[Domain.HEALTH]["doctors"] is None
