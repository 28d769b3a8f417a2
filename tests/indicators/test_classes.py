"""Class breaks and the one classifier."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.classes import FEWEST, MOST, BreakMethod, ClassScheme, find_class_scheme
from indicators.definition import Comparator
from indicators.policy.criterion import Criterion

FOUND = [BreakMethod.NATURAL, BreakMethod.QUANTILES, BreakMethod.EQUAL]
numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))
AT_LEAST_4 = Criterion(Comparator.AT_LEAST, 4)


def classes(scheme: ClassScheme, *values: float) -> list[int]:
    return list(scheme.classify(pd.Series(values, dtype=float)))


def test_a_value_on_a_break_belongs_to_the_class_above():
    assert classes(ClassScheme((80.0,)), 79.9, 80, 80.1) == [0, 1, 1]


def test_a_value_on_a_break_belongs_below_where_the_target_excludes_the_edge():
    over_95 = Criterion(Comparator.ABOVE, 95)
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series([90.0, 95, 96, 97]), 2, over_95)
    assert classes(scheme, 95, 95.01) == [0, 1]


def test_below_6_excludes_6():
    below_6 = Criterion(Comparator.BELOW, 6)
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series([4.0, 5.5, 6, 8]), 2, below_6)
    assert classes(scheme, 5.99, 6) == [0, 1]


@pytest.mark.parametrize("comparator", [c for c in Comparator if c not in (Comparator.EQUAL, Comparator.ABOUT)])
@given(target=numbers, values=st.lists(numbers, max_size=40))
def test_the_anchored_break_parts_what_meets_the_target_from_what_does_not(comparator, target, values):
    aim = Criterion(comparator, target)
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series(values, dtype=float), 5, aim)
    assert scheme.anchor is not None
    for value, number in zip(values, classes(scheme, *values), strict=True):
        upper_side = number > scheme.anchor
        assert aim.is_met_by(value) == (upper_side == comparator.rises)


@given(
    target=st.floats(0.5, 1e4),
    values=st.lists(st.floats(0, 2e4), max_size=40),
    classes_wanted=st.integers(FEWEST, MOST),
)
def test_a_band_parts_what_is_about_the_target_from_what_is_below_or_beyond(target, values, classes_wanted):
    about = Criterion(Comparator.ABOUT, target, 0.05)
    values += [about.ceiling]
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series(values, dtype=float), classes_wanted, about)
    for value, number in zip(values, classes(scheme, *values), strict=True):
        within = number > scheme.anchor and (scheme.ceiling is None or number <= scheme.ceiling)
        assert about.is_met_by(value) == within


def test_missing_values_have_no_class():
    assert ClassScheme((1.0,)).classify(pd.Series([np.nan, 2])).isna().tolist() == [True, False]


def test_natural_breaks_part_what_is_visibly_parted():
    values = pd.Series([1, 1.1, 1.2, 5, 5.1, 9, 9.1])
    assert find_class_scheme(BreakMethod.NATURAL, values, 3).breaks == (2.0, 6.0)


def test_natural_breaks_agree_with_every_way_to_cut_a_small_set():
    values = np.array([2.0, 3, 3.5, 8, 9, 15, 15.5, 16])

    def spread(cuts: tuple[int, ...]) -> float:
        parts = np.split(values, cuts)
        return sum(((part - part.mean()) ** 2).sum() for part in parts)

    best = min(((i, j) for i in range(1, 7) for j in range(i + 1, 8)), key=spread)
    scheme = find_class_scheme(BreakMethod.NATURAL, pd.Series(values), 3)
    counts = np.bincount(classes(scheme, *values))
    assert list(np.cumsum(counts)[:-1]) == list(best)


def test_quantiles_share_out_distinct_values_evenly():
    scheme = find_class_scheme(BreakMethod.QUANTILES, pd.Series(range(1, 13), dtype=float), 4)
    assert list(np.bincount(classes(scheme, *range(1, 13)))) == [3, 3, 3, 3]


def test_equal_intervals_are_equally_wide():
    assert find_class_scheme(BreakMethod.EQUAL, pd.Series([0.0, 100]), 4).breaks == (25, 50, 75)


def test_own_breaks_are_sorted_and_taken_once():
    assert find_class_scheme(BreakMethod.OWN, pd.Series([1.0]), 5, own_breaks=(4, 2, 4)).breaks == (2, 4)


def test_breaks_are_as_short_as_they_can_be():
    values = pd.Series([2.92794, 3.47462, 4.18381, 4.51828, 4.96132, 5.03016, 6.33583])
    assert find_class_scheme(BreakMethod.NATURAL, values, 5).breaks == (3, 4, 4.6, 6)


@pytest.mark.parametrize("method", FOUND)
@pytest.mark.parametrize("values", [[], [np.nan], [3.0], [3.0, 3.0, 3.0]])
def test_without_two_distinct_values_there_is_one_class(method, values):
    assert find_class_scheme(method, pd.Series(values, dtype=float), 5).breaks == ()


@pytest.mark.parametrize("method", FOUND)
@given(values=st.lists(numbers, max_size=60), n_classes=st.integers(FEWEST, MOST))
def test_breaks_ascend_and_make_no_more_classes_than_asked_for(method, values, n_classes):
    scheme = find_class_scheme(method, pd.Series(values, dtype=float), n_classes)
    assert list(scheme.breaks) == sorted(set(scheme.breaks))
    assert scheme.n_classes <= n_classes


@pytest.mark.parametrize("method", [BreakMethod.NATURAL, BreakMethod.QUANTILES])
@given(values=st.lists(numbers, min_size=1, max_size=60), n_classes=st.integers(FEWEST, MOST))
def test_no_class_is_empty(method, values, n_classes):
    scheme = find_class_scheme(method, pd.Series(values, dtype=float), n_classes)
    assert set(classes(scheme, *values)) == set(range(scheme.n_classes))


@given(values=st.lists(numbers, min_size=1, max_size=60))
def test_classes_rise_with_values(values):
    scheme = find_class_scheme(BreakMethod.NATURAL, pd.Series(values, dtype=float), 5)
    ordered = classes(scheme, *sorted(values))
    assert ordered == sorted(ordered)


def test_a_target_to_be_met_exactly_parts_nothing():
    exactly = Criterion(Comparator.EQUAL, 2)
    assert find_class_scheme(BreakMethod.TARGET, pd.Series([1.0, 2, 3]), 3, exactly).anchor is None


def test_a_target_beyond_all_values_still_is_a_break():
    scheme = find_class_scheme(BreakMethod.TARGET, pd.Series([1.0, 2, 3]), 5, AT_LEAST_4)
    assert scheme.breaks[scheme.anchor] == 4
    assert scheme.anchor == len(scheme.breaks) - 1
