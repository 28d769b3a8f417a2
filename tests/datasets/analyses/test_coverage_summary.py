"""The figures of one type of facility, on the square world with one clinic that only one settlement reaches."""

import numpy as np
import pytest

from datasets.analyses.coverage_of_type import compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from tests.datasets.places import city_with_facilities, facilities


@pytest.fixture
def summary(square_geography):
    city = city_with_facilities(square_geography, facilities({"area_code": "a1"}))
    coverage = compute_type_coverage(city, "own", "clinic", 2016)
    assert coverage.residents
    return CoverageSummary(city, "own", coverage, coverage.residents)


def test_everybody_is_within_the_standard_or_outside(summary):
    assert summary.population.sum() == 1000
    assert summary.outside.sum() == 900


def test_people_outside_are_those_of_the_counties_and_of_the_groups(summary):
    assert summary.count_outside_by_county() == {"a": 300, "b": 200, "c": 200, "d": 200}
    assert sum(summary.count_outside_by_group()) == 900


def test_uncovered_places_are_ranked_by_people_and_by_distance(summary):
    people, km = summary.population, summary.coverage.coverage.km
    by_people, by_distance = summary.rank_uncovered_places().values()
    assert np.all(np.diff(people[by_people]) <= 0)
    assert np.all(np.diff(km[by_distance]) <= 0)


def test_a_measure_without_figures_has_no_gap_and_no_value(summary):
    assert summary.gaps[summary.share_indicator.id] is None
    assert summary.group_averages(summary.share_indicator.id) == (None, None)
    assert summary.value(summary.share_indicator.id, "a") is None
