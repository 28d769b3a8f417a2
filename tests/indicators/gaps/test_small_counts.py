"""Which figures are small, and the interval that chance spans around them."""

from dataclasses import replace
from math import nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.definition import CountKind, Formula, Variable
from indicators.gaps.small_counts import (
    FEWEST,
    CountBasis,
    are_too_few,
    count_bases,
    find_count_basis,
    find_count_kind,
    poisson_interval,
    pool_bases,
    wilson_interval,
)
from tests.indicators.test_definition import indicator

DEATHS = indicator(formula=Formula("deaths", "births", 1000), count_kind=CountKind.EVENTS)
SHARE = indicator(formula=Formula("insured", "people", 100), count_kind=CountKind.PEOPLE)
BEDS = indicator(formula=Formula("beds", "people", 1000))


@pytest.mark.parametrize(
    ("events", "low", "high"), [(0, 0.0, 3.69), (1, 0.025, 5.57), (7, 2.81, 14.42), (10, 4.80, 18.39)]
)
def test_intervals_agree_with_the_published_table_of_garwood(events, low, high):
    # Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936); also Ulm, Am J Epidemiol 131 (1990)
    assert poisson_interval(events) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


def test_less_than_no_event_is_refused():
    with pytest.raises(ValueError, match="events: expected 0 or more, got -1"):
        poisson_interval(-1)


@pytest.mark.parametrize(
    ("count", "out_of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_shares_agree_with_the_published_examples_of_the_score_interval(count, out_of, low, high):
    # Newcombe, Two-sided confidence intervals for the single proportion, Stat Med 17 (1998), table I, method 3
    assert wilson_interval(count, out_of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@given(out_of=st.integers(1, 10**6), data=st.data())
def test_a_share_lies_in_its_interval_and_the_interval_between_none_and_all(out_of, data):
    count = data.draw(st.integers(0, out_of))
    low, high = wilson_interval(count, out_of)
    assert 0 <= low <= count / out_of <= high <= 1


@pytest.mark.parametrize(("count", "out_of"), [(3, 2), (-1, 2), (0, 0)])
def test_what_is_no_share_is_refused(count, out_of):
    with pytest.raises(ValueError, match="count: expected 0 to"):
        wilson_interval(count, out_of)


@pytest.mark.parametrize("events", [0, 1, FEWEST - 1])
@pytest.mark.parametrize("counted", [CountKind.EVENTS, CountKind.PEOPLE])
def test_fewer_than_ten_are_few(counted, events):
    assert are_too_few(counted, np.array([events, FEWEST, FEWEST + 1.0])).tolist() == [True, False, False]


def test_things_are_never_few():
    assert not are_too_few(CountKind.THINGS, np.array([0.0, nan])).any()
    assert find_count_basis(BEDS, 0.5, 1.0, 2000.0) is None


def test_seven_infant_deaths_of_1200_births_are_small_and_have_an_interval():
    found = find_count_basis(DEATHS, 7 / 1.2, 7.0, 1200.0)
    assert found.is_small
    assert found.interval == (pytest.approx(2.345, abs=0.001), pytest.approx(12.019, abs=0.001))


def test_a_small_share_has_the_interval_of_a_share():
    found = find_count_basis(SHARE, 20.0, 4.0, 20.0)
    assert found.is_small
    assert found.interval == (pytest.approx(8.07, abs=0.005), pytest.approx(41.60, abs=0.005))


def test_a_rate_without_its_count_rests_on_what_its_denominator_makes_of_it():
    found = find_count_basis(DEATHS, 5.83, nan, 1200.0)
    assert (found.events, found.is_small) == (7, True)


def test_a_rate_of_none_rests_on_none():
    assert find_count_basis(DEATHS, 0.0, nan, nan).events == 0


def test_a_rate_over_an_unknown_number_of_events_is_not_judged_and_a_share_is():
    assert find_count_basis(DEATHS, 5.83, nan, nan).is_small
    assert find_count_basis(DEATHS, 5.83, nan, nan).interval is None
    assert not find_count_basis(SHARE, 98.7, nan, nan).is_small


def test_a_missing_value_rests_on_nothing():
    records = pd.DataFrame({"value": [nan, 5.0], "numerator": [nan, 6.0], "denominator": [1200.0, 1200.0]}, ["a", "b"])
    assert {code: basis.is_small for code, basis in count_bases(DEATHS, records).items()} == {"b": True}


def test_a_figure_of_a_sample_is_firm_unless_few_are_in_it_or_nobody_knows_how_many():
    sample = replace(SHARE, sampled=True)
    assert find_count_basis(sample, 10.0, 17.0, 170.0).is_firm_sample
    assert not find_count_basis(sample, 10.0, 7.0, 70.0).is_firm_sample
    assert not find_count_basis(sample, 10.0, nan, nan).is_firm_sample
    assert not find_count_basis(SHARE, 10.0, 17.0, 170.0).is_firm_sample
    assert pool_bases([find_count_basis(sample, 10.0, 17.0, 170.0)]).sampled


def test_counties_pooled_are_as_many_as_all_of_them():
    parts = [CountBasis(CountKind.EVENTS, 4, 1000, 1000), CountBasis(CountKind.EVENTS, 6, 1200, 1000)]
    assert pool_bases(parts) == CountBasis(CountKind.EVENTS, 10, 2200, 1000)
    assert pool_bases([*parts, CountBasis(CountKind.EVENTS, None, 900, 1000)]).events is None
    assert pool_bases([]) is None


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (CountKind.EVENTS, CountKind.EVENTS, CountKind.EVENTS),
        (CountKind.EVENTS, None, CountKind.EVENTS),
        (CountKind.PEOPLE, CountKind.PEOPLE, CountKind.PEOPLE),
        (CountKind.PEOPLE, CountKind.THINGS, CountKind.THINGS),  # people per square kilometre are no share
        (CountKind.PEOPLE, None, CountKind.THINGS),
        (CountKind.THINGS, CountKind.PEOPLE, CountKind.THINGS),
    ],
)
def test_people_are_a_share_only_of_people(numerator, denominator, expected):
    variables = {"n": Variable("n", "人", counts=numerator)}
    if denominator:
        variables["d"] = Variable("d", "人", counts=denominator)
    assert find_count_kind(Formula("n", "d" if denominator else None), variables) is expected
