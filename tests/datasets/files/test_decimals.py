"""Decimals come out of a change of unit as they were written."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.files.decimals import divide_exactly, drop_noise, multiply_exactly

WRITTEN = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
FACTORS = st.sampled_from([1e4, 1e8, 100.0, 1000.0, 0.01, 0.001, 1e-5, 15.0, 0.5])


@given(WRITTEN, FACTORS)
def test_a_written_decimal_times_a_factor_is_the_decimal_product(written, factor):
    product = multiply_exactly(np.array([float(written)]), np.array([factor]))[0]
    assert product == float(written * Decimal(repr(factor)))


def test_people_in_ten_thousands_are_whole_people():
    assert multiply_exactly(np.array([94.46, 32.57, 94.46]), np.array([1e4, 1e4, 1.0])).tolist() == [
        944600,
        325700,
        94.46,
    ]


def test_a_value_that_is_missing_or_has_no_factor_stays_missing():
    found = multiply_exactly(np.array([np.nan, 2.0, np.inf]), np.array([1e4, np.nan, 1e4]))
    assert np.isnan(found[:2]).all()
    assert np.isinf(found[2])


def test_too_large_a_number_is_infinite():
    assert np.isinf(multiply_exactly(np.array([1e308]), np.array([1e4])))[0]


@pytest.mark.parametrize(("value", "by", "share"), [(0.01, 0.001, 10), (1e-5, 1e-3, 0.01), (1e8, 1e4, 1e4)])
def test_one_unit_in_another_is_a_plain_decimal(value, by, share):
    assert divide_exactly(value, by) == share


@pytest.mark.parametrize(
    ("value", "plain"),
    [(944599.9999999999, 944600), (0.1 + 0.2, 0.3), (2.4 / 3.0, 0.8), (1 / 3, 0.333333333333), (-0.1 - 0.2, -0.3)],
)
def test_the_tail_of_a_calculation_is_dropped(value, plain):
    assert drop_noise(value) == plain


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**10), max_value=10**10, places=5))
def test_what_people_write_is_left_as_it_is(written):
    assert drop_noise(float(written)) == float(written)
