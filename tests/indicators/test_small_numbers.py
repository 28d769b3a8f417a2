"""Intervals of small counts against the exact ones."""

import pytest
from scipy.stats import chi2

from indicators.small_numbers import event_interval


@pytest.mark.parametrize("events", [0, 1, 2, 5, 10, 50])
def test_the_interval_is_the_exact_one(events):
    low, high = event_interval(events)
    exact_low = chi2.ppf(0.025, 2 * events) / 2 if events else 0
    assert low == pytest.approx(exact_low, abs=1e-9)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * events + 2) / 2, abs=1e-9)


def test_the_interval_contains_the_count():
    for events in range(40):
        low, high = event_interval(events)
        assert low <= events <= high


def test_no_count_is_negative():
    with pytest.raises(ValueError, match="expected 0 or more"):
        event_interval(-1)
