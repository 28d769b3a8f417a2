"""Medians, percentiles and ratios by hand."""

import pytest

from tests.benchmarks.comparison.ratios import compute_ratios, find_percentile, summarise, write_table

MEDIANS = {"ours": {"load ms": 300.0, "requests": 0.0}, "stock": {"load ms": 200.0, "requests": 4.0, "memory": 12.34}}


def test_the_median_is_of_all_rounds_and_a_percentile_only_where_it_is_asked_for():
    samples = {"load ms": [5.0, 1.0, 9.0], "switch ms": [1.0, 2.0, 3.0, 40.0], "never measured": []}
    assert summarise(samples, ["switch ms"]) == {"load ms": 5.0, "switch ms": 2.5, "switch ms (p95)": 40.0}


@pytest.mark.parametrize(("share", "expected"), [(0.95, 19), (0.5, 10), (1.0, 20), (0.001, 1)])
def test_a_percentile_is_a_measured_value(share, expected):
    assert find_percentile([float(number) for number in range(20, 0, -1)], share) == expected


def test_a_ratio_is_ours_by_the_other():
    assert compute_ratios(MEDIANS, "ours", "stock") == {"load ms": 1.5, "requests": 0.0}


def test_nothing_is_divided_by_nothing():
    assert compute_ratios(MEDIANS, "stock", "ours") == {"load ms": pytest.approx(2 / 3)}
    assert compute_ratios(MEDIANS, "ours", "absent") == {}


def test_a_table_has_a_row_a_metric_and_marks_what_was_not_measured():
    assert write_table(MEDIANS, "ours", ["stock", "absent"]).splitlines() == [
        "|  | ours | stock | ours / stock |",
        "| --- | ---: | ---: | ---: |",
        "| load ms | 300 | 200 | 1.50 |",
        "| requests | 0 | 4 | 0.00 |",
        "| memory | - | 12.3 | - |",
    ]
