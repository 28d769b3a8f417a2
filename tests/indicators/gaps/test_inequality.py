"""Measures of inequality against PySAL and against hand calculations."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.theil import Theil, TheilD

from indicators.definition import Direction
from indicators.gaps.inequality import (
    InequalityMeasure,
    coefficient_of_variation,
    gini,
    measure_inequality,
    theil_parts,
)

GROUPS = {"north": ["a", "b"], "south": ["c", "d"]}
POPULATION = pd.Series({"a": 100.0, "b": 300.0, "c": 200.0, "d": 400.0})
BEDS = pd.Series({"a": 2.0, "b": 4.0, "c": 3.0, "d": 5.0})
four = st.lists(st.floats(0.01, 1e6), min_size=4, max_size=4).map(lambda values: pd.Series(values, index=list("abcd")))


def test_every_measure_by_hand():
    found = measure_inequality(BEDS, POPULATION, GROUPS, "south").measures
    assert found[InequalityMeasure.ABSOLUTE_DIFFERENCE] == pytest.approx(-1, abs=1e-9)
    assert found[InequalityMeasure.RATIO] == pytest.approx(0.75, abs=1e-9)
    # mean 3.5, variance (1.5^2 + 0.5^2 + 0.5^2 + 1.5^2) / 4 = 1.25
    assert found[InequalityMeasure.VARIATION] == pytest.approx(1.25**0.5 / 3.5, abs=1e-9)
    # differences of the six pairs: 2, 1, 3, 1, 1, 2: twice their sum over 16 pairs, over twice the mean
    assert found[InequalityMeasure.GINI] == pytest.approx(20 / 16 / 7, abs=1e-9)
    shares = np.array([2, 4, 3, 5]) / 14
    assert found[InequalityMeasure.THEIL] == pytest.approx(float((shares * np.log(shares * 4)).sum()), abs=1e-9)
    assert found[InequalityMeasure.THEIL_BETWEEN] == pytest.approx(
        6 / 14 * np.log(12 / 14) + 8 / 14 * np.log(16 / 14), abs=1e-9
    )
    # weighted mean (200 + 1200 + 600 + 2000) / 1000 = 4; deviations 2, 0, 1, 1
    assert found[InequalityMeasure.DEVIATION] == pytest.approx((200 + 0 + 200 + 400) / 1000, abs=1e-9)


@given(values=four)
def test_gini_and_theil_agree_with_pysal(values):
    between, within = theil_parts(values, GROUPS)
    decomposed = TheilD(values.to_numpy(), np.array([0, 0, 1, 1]))
    assert gini(values) == pytest.approx(Gini(values.to_numpy()).g, abs=1e-9)
    assert between == pytest.approx(float(np.squeeze(decomposed.bg)), abs=1e-9)
    assert within == pytest.approx(float(np.squeeze(decomposed.wg)), abs=1e-9)
    assert between + within == pytest.approx(float(np.squeeze(Theil(values.to_numpy()).T)), abs=1e-9)


def test_where_lower_is_better_the_ratio_is_the_folded_one_of_the_gap():
    found = measure_inequality(BEDS, POPULATION, GROUPS, "south", Direction.LOWER).measures
    assert found[InequalityMeasure.RATIO] == pytest.approx(1 / 0.75)


@pytest.mark.parametrize(
    "measure",
    [m for m in InequalityMeasure if m not in (InequalityMeasure.RATIO, InequalityMeasure.ABSOLUTE_DIFFERENCE)],
)
def test_equal_values_are_no_inequality(measure):
    found = measure_inequality(pd.Series(7.0, index=list("abcd")), POPULATION, GROUPS, "south").measures
    assert found[measure] == pytest.approx(0, abs=1e-12)


@given(values=four, factor=st.floats(0.1, 10))
def test_the_relative_measures_do_not_depend_on_the_unit(values, factor):
    before, after = (measure_inequality(v, POPULATION, GROUPS, "south").measures for v in (values, values * factor))
    for measure in (
        InequalityMeasure.RATIO,
        InequalityMeasure.VARIATION,
        InequalityMeasure.GINI,
        InequalityMeasure.THEIL,
    ):
        assert before[measure] == pytest.approx(after[measure], rel=1e-9, abs=1e-9)


def test_all_zero_cannot_be_told_and_is_no_error():
    found = measure_inequality(pd.Series(0.0, index=list("abcd")), POPULATION, GROUPS, "south").measures
    assert found[InequalityMeasure.RATIO] is None
    assert found[InequalityMeasure.GINI] is None
    assert found[InequalityMeasure.THEIL] is None
    assert found[InequalityMeasure.VARIATION] is None


def test_one_county_with_everything_is_the_most_unequal():
    alone = pd.Series({"a": 0.0, "b": 0.0, "c": 0.0, "d": 8.0})
    assert gini(alone) == pytest.approx(3 / 4)
    assert coefficient_of_variation(alone) == pytest.approx(3**0.5)


def test_with_a_county_missing_nothing_is_told():
    found = measure_inequality(BEDS.drop("c"), POPULATION, GROUPS, "south")
    assert found.missing == ("c",)
    assert set(found.measures.values()) == {None}
