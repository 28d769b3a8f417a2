"""A figure on a threshold, over the decimals that people wrote."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import thresholds
from indicators.classes import BreakMethod, ClassScheme, find_class_scheme
from indicators.definition import Comparator
from indicators.gaps.gaps import EQUALITY_LINE, reaches_line
from indicators.policy.criterion import Criterion

# Numerator and denominator as they are written, quotient exactly 80 %: 4 k and 5 k with none, one and two places.
EXACTLY_80 = [(4 * k / 10**places, 5 * k / 10**places) for places in range(3) for k in range(1, 400)]
written = st.builds(lambda digits, places: Fraction(digits, 10**places), st.integers(1, 99_999), st.integers(0, 4))


def test_every_pair_of_decimals_whose_quotient_is_80_percent_reaches_the_line():
    assert len(EXACTLY_80) == 1197
    assert all(reaches_line(part / whole) for part, whole in EXACTLY_80)
    assert sum(part / whole < EQUALITY_LINE for part, whole in EXACTLY_80) == 324  # what the plain comparison says


@given(part=written, whole=written, edge=written)
def test_a_quotient_lies_where_exact_arithmetic_puts_it(part, whole, edge):
    exact = part / whole
    expected = (exact > edge) - (exact < edge)
    if expected and abs(exact - edge) <= edge * Fraction(2, 10**9):
        return  # within the tolerance, which is declared
    assert thresholds.side(float(part) / float(whole), float(edge)) == expected


@given(part=written, whole=written)
def test_a_quotient_is_never_beyond_itself(part, whole):
    value, edge = float(part) / float(whole), float(part / whole)
    assert thresholds.at_least(value, edge)
    assert thresholds.at_most(value, edge)
    assert not thresholds.above(value, edge)
    assert not thresholds.below(value, edge)


def test_sums_of_decimals_are_what_they_are_on_paper():
    assert not Criterion(Comparator.ABOVE, 0.3).is_met_by(0.1 + 0.2)
    assert not Criterion(Comparator.BELOW, 0.8).is_met_by(0.7 + 0.1)
    assert Criterion(Comparator.AT_MOST, 0.3).is_met_by(0.1 + 0.2)
    assert Criterion(Comparator.AT_LEAST, 0.8).is_met_by(0.7 + 0.1)


def test_around_zero_a_trace_is_nothing():
    assert Criterion(Comparator.AT_MOST, 0).is_met_by(0.3 - 0.1 - 0.2)
    assert not Criterion(Comparator.AT_MOST, 0).is_met_by(0.001)
    assert not Criterion(Comparator.BELOW, 0).is_met_by(-(0.3 - 0.1 - 0.2))


@pytest.mark.parametrize("comparator", [Comparator.ABOVE, Comparator.BELOW])
@given(target=st.floats(-1e9, 1e9))
def test_what_is_aimed_at_meets_a_target_that_leaves_its_edge_out(comparator, target):
    assert Criterion(comparator, target).is_met_by(Criterion(comparator, target).aim)
    assert Criterion(comparator, target).aim == pytest.approx(target, rel=1e-8, abs=1e-11)


@given(
    breaks=st.lists(written, min_size=1, max_size=5, unique=True), values=st.lists(written, max_size=8), data=st.data()
)
def test_classes_are_those_of_exact_arithmetic(breaks, values, data):
    breaks = sorted(breaks)
    values += data.draw(st.lists(st.sampled_from(breaks), max_size=3))
    divisor = data.draw(written)
    quotients = pd.Series([float(value * divisor) / float(divisor) for value in values], dtype=float)
    for right_closed in (False, True):
        scheme = ClassScheme(tuple(map(float, breaks)), right_closed)
        exact = [sum(value > edge if right_closed else value >= edge for edge in breaks) for value in values]
        assert list(scheme.classify(quotients)) == exact


def test_own_breaks_that_are_the_same_number_are_one():
    assert find_class_scheme(BreakMethod.OWN, pd.Series([0.2, 0.3]), 5, own_breaks=(0.1 + 0.2, 0.3)).n_classes == 2


@pytest.mark.parametrize("method", [BreakMethod.NATURAL, BreakMethod.QUANTILES, BreakMethod.EQUAL])
def test_equal_figures_are_never_in_two_classes(method):
    numbers = find_class_scheme(method, pd.Series([0.3, 0.1 + 0.2, 0.5, 0.9]), 4).classify(pd.Series([0.3, 0.1 + 0.2]))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("value", [2.4 / 3.0, 0.8, 1.6 / 2])
def test_a_figure_on_a_target_is_in_the_class_of_those_that_meet_it(value):
    aim = Criterion(Comparator.AT_LEAST, 0.8)
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series([0.5, value, 0.9]), 2, aim)
    assert list(scheme.classify(pd.Series([value]))) == [1]


def test_missing_figures_stay_missing():
    assert np.isnan(thresholds.snap_to_edges(np.array([np.nan, 0.3]), [0.3])[0])


@given(values=st.lists(st.floats(-1e9, 1e9), max_size=20))
def test_merging_moves_nothing_further_than_the_tolerance(values):
    ascending = np.sort(np.array(values, dtype=float))
    merged = thresholds.merge_equal_values(ascending)
    assert np.allclose(merged, ascending, rtol=1e-7, atol=1e-10)
    assert (np.diff(merged) >= 0).all()


@pytest.mark.parametrize(
    ("missing", "of", "units"), [(3.0000000001, 500_000, 3), (0, 10, 0), (0.5, 10, 1), (-2, 10, 0)]
)
def test_whole_units_are_counted_without_the_traces_of_arithmetic(missing, of, units):
    assert thresholds.count_whole_units(missing, of) == units


@pytest.mark.parametrize("edge", [float("inf"), float("-inf")])
def test_nothing_lies_on_an_edge_without_an_end(edge):
    assert not thresholds.equals(1.0, edge)
    assert thresholds.at_least(1.0, edge) == (edge < 0)
    assert thresholds.snap_to_edges(np.array([1.0]), [edge]) == [1.0]
