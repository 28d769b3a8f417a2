"""Status as of a year."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.definition import Comparator, CountKind, Domain
from indicators.gaps.small_counts import CountBasis
from indicators.policy.criterion import Criterion
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status, combine_statuses, compute_share_of_way, measure_progress


def entry(**own: object) -> PolicyTarget:
    fields: dict = {
        "id": "a12-beds-2016",
        "clause": "c",
        "domain": Domain.HEALTH,
        "subject": "床位",
        "comparator": Comparator.AT_LEAST,
        "value": 4,
        "unit": "张",
        "scope": Scope.EACH_COUNTY,
        "start": 2012,
        "deadline": 2016,
        "indicator": "beds",
    }
    return PolicyTarget(**(fields | own))


def status(values: dict[int, float], year: int, **own: object) -> Status:
    return measure_progress(entry(**own), pd.Series(values, dtype=float), year).status


@pytest.mark.parametrize(
    ("values", "year", "expected"),
    [
        ({2012: 2, 2014: 3}, 2014, Status.ON_TRACK),
        ({2012: 2, 2014: 2.9}, 2014, Status.BEHIND),
        ({2012: 2, 2014: 4}, 2014, Status.REACHED),
        ({2012: 2, 2016: 3.99}, 2016, Status.MISSED),
        ({2012: 2, 2016: 4}, 2016, Status.REACHED),
        ({2012: 2, 2017: 3}, 2017, Status.MISSED),
        ({2012: 2, 2014: 3}, 2015, Status.NO_DATA),
        ({}, 2016, Status.NO_DATA),
        ({2010: 2}, 2010, Status.NOT_DUE),
        ({2013: 2}, 2013, Status.CANNOT_TELL),
        ({2013: 4}, 2013, Status.REACHED),
    ],
)
def test_a_rising_target(values, year, expected):
    assert status(values, year) is expected


@pytest.mark.parametrize(
    ("values", "year", "expected"),
    [
        ({2012: 10, 2014: 8}, 2014, Status.ON_TRACK),
        ({2012: 10, 2014: 8.1}, 2014, Status.BEHIND),
        ({2012: 10, 2016: 6}, 2016, Status.MISSED),
        ({2012: 10, 2016: 5.9}, 2016, Status.REACHED),
    ],
)
def test_a_falling_target_that_excludes_its_edge(values, year, expected):
    assert status(values, year, comparator=Comparator.BELOW, value=6) is expected


def test_one_figure_short_of_a_later_deadline_tells_nothing_of_the_way():
    found = measure_progress(entry(value=80, deadline=2017), pd.Series({2016: 1.0}), 2016)
    assert (found.status, found.share) == (Status.CANNOT_TELL, None)


ABOUT_7 = {"comparator": Comparator.ABOUT, "value": 7, "tolerance": 0.05}


@pytest.mark.parametrize(
    ("values", "year", "expected"),
    [
        ({2012: 3, 2016: 7.2}, 2016, Status.REACHED),
        ({2012: 3, 2016: 14}, 2016, Status.MISSED),
        ({2012: 3, 2014: 14}, 2014, Status.BEHIND),
        ({2012: 14, 2014: 10}, 2014, Status.ON_TRACK),
        ({2012: 14, 2014: 11}, 2014, Status.BEHIND),
        ({2012: 3, 2014: 5}, 2014, Status.ON_TRACK),
    ],
)
def test_about_is_missed_from_above_as_from_below(values, year, expected):
    assert status(values, year, **ABOUT_7) is expected


@pytest.mark.parametrize(("events", "expected"), [(9, Status.CANNOT_TELL), (10, Status.ON_TRACK)])
def test_a_way_from_a_first_figure_on_few_events_is_not_told(events, expected):
    series, start = pd.Series({2014: 1.0, 2016: 79.0}), CountBasis(CountKind.EVENTS, events, 1e4, 1000)
    found = measure_progress(entry(value=80, deadline=2018), series, 2016, None, start)
    assert (found.status, found.share is None) == (expected, events < 10)


def test_a_state_is_not_due_before_its_deadline():
    state = {"comparator": Comparator.YES, "value": 1, "deadline": 2013}
    assert status({2012: 0}, 2012, **state) is Status.NOT_DUE
    assert status({2012: 0, 2013: 0}, 2013, **state) is Status.MISSED
    assert status({2012: 1}, 2012, **state) is Status.REACHED


def test_a_yearly_duty_is_due_every_year():
    duty = {"yearly": True, "start": 2013, "value": 40}
    assert status({2012: 30, 2013: 39}, 2013, **duty) is Status.MISSED
    assert status({2012: 30}, 2012, **duty) is Status.NOT_DUE


def test_falling_back_from_beyond_the_target_is_not_on_track():
    assert status({2012: 5, 2014: 3}, 2014) is Status.BEHIND


def test_a_target_of_zero_needs_no_special_case():
    assert status({2012: 10, 2014: 5}, 2014, comparator=Comparator.AT_MOST, value=0) is Status.ON_TRACK
    assert compute_share_of_way(10, 5, 0) == 0.5


def test_the_share_of_the_way_is_the_same_up_and_down():
    assert compute_share_of_way(2, 3, 4) == compute_share_of_way(10, 8, 6) == 0.5
    assert compute_share_of_way(4, 5, 4) is None


@given(first=st.floats(-1e6, 1e6), last=st.floats(-1e6, 1e6), comparator=st.sampled_from(Comparator))
def test_after_the_deadline_a_known_value_has_reached_or_missed(first, last, comparator):
    value = 1 if comparator is Comparator.YES else 4
    found = status({2012: first, 2016: last}, 2016, comparator=comparator, value=value)
    assert found is (Status.REACHED if Criterion(comparator, value).is_met_by(last) else Status.MISSED)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([Status.REACHED, Status.REACHED], Status.REACHED),
        ([Status.REACHED, Status.NO_DATA], Status.NO_DATA),
        ([Status.MISSED, Status.NO_DATA], Status.MISSED),
        ([Status.BEHIND, Status.ON_TRACK], Status.BEHIND),
        ([Status.REACHED, Status.ON_TRACK], Status.ON_TRACK),
        ([Status.REACHED, Status.NOT_DUE], Status.NOT_DUE),
        ([Status.CANNOT_TELL, Status.ON_TRACK], Status.CANNOT_TELL),
        ([Status.CANNOT_TELL, Status.NO_DATA], Status.NO_DATA),
        ([Status.BEHIND, Status.CANNOT_TELL], Status.BEHIND),
        ([], Status.NO_DATA),
    ],
)
def test_a_target_is_no_better_than_its_worst_known_area(statuses, expected):
    assert combine_statuses(statuses) is expected
