"""What a figure is held against: edges, and the band of "about"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.definition import Comparator
from indicators.policy.criterion import Criterion

ABOUT_20 = Criterion(Comparator.ABOUT, 20, 0.05)


@pytest.mark.parametrize(
    ("value", "met"), [(18.99, False), (19, True), (20, True), (21, True), (21.01, False), (40, False)]
)
def test_about_has_an_edge_on_either_side(value, met):
    assert ABOUT_20.is_met_by(value) is met


def test_twice_what_about_asks_for_is_not_about_it():
    assert not Criterion(Comparator.ABOUT, 7, 0.05).is_met_by(14)
    assert not Criterion(Comparator.ABOUT, 100, 0.05).is_met_by(150)


@pytest.mark.parametrize("comparator", [one for one in Comparator if one is not Comparator.ABOUT])
def test_only_about_has_an_upper_edge(comparator):
    assert Criterion(comparator, 5).ceiling is None
    assert not Criterion(comparator, 5).is_beyond(1e9)


@given(value=st.floats(0.1, 1e6), share=st.floats(0.01, 0.5), held=st.floats(-1e6, 1e6))
def test_the_nearest_level_that_meets_a_target_meets_it(value, share, held):
    target = Criterion(Comparator.ABOUT, value, share)
    assert target.is_met_by(target.nearest(held))
    assert target.is_met_by(held) == (not target.is_beyond(held) and held >= target.edge * (1 - 1e-9))
