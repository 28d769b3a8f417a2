"""The ledger against the figures."""

import pytest

from datasets.analyses.target_statuses import (
    assess_targets,
    list_years_with_targets,
    score_counties,
    select_series_in_scope,
)
from indicators.gaps.gaps import Averaging
from indicators.policy.ledger import Scope
from indicators.policy.progress import Status, combine_statuses

BEDS = "a12-medical-beds-2016"


def results(city, dataset="demo", year=2016):
    return {result.target.id: result for result in assess_targets(city, dataset, year)}


def test_every_target_has_a_result_in_every_year(city):
    for dataset in city.datasets:
        for year in list_years_with_targets(city, dataset):
            assert set(results(city, dataset, year)) == set(city.targets)


def test_a_target_for_each_county_counts_the_counties(city):
    found = results(city)[BEDS]
    assert len(found.areas) == 8
    assert sum(found.count(status) for status in Status) == 8


def test_a_target_of_the_city_is_held_against_the_pooled_figure(city):
    found = results(city)[_of_scope(city, Scope.CITY)]
    assert list(found.areas) == [city.region.adcode]


def _of_scope(city, scope: Scope) -> str:
    return next(entry.id for entry in city.targets.values() if entry.scope is scope)


def test_a_group_is_held_against_its_pooled_level(city):
    entry = city.targets[_of_scope(city, Scope.GROUP)]
    (series,) = select_series_in_scope(city, "demo", entry).values()
    pooled = city.gaps("demo", entry.indicator)[2016].levels[entry.group].averages[Averaging.POOLED]
    assert series[2016] == pytest.approx(pooled)


def test_after_the_last_deadline_nothing_is_pending_in_complete_data(city):
    assert {result.status for result in results(city).values()} <= {Status.REACHED, Status.MISSED}


def test_public_says_no_data_where_it_has_none(city):
    found = results(city, "public", 2020)
    without = [key for key, result in found.items() if result.status is Status.NO_DATA]
    assert len(without) > 100
    assert found[BEDS].areas["441802"].status is Status.NO_DATA


def test_the_rolled_up_status_is_that_of_its_areas(city):
    for result in results(city, year=2014).values():
        assert result.status is combine_statuses([progress.status for progress in result.areas.values()])


def test_the_index_is_told_for_every_county_and_withheld_on_thin_data(city):
    assert all(found.total is not None for found in score_counties(city, "demo", 2016).values())
    assert all(found.total is None for found in score_counties(city, "public", 2020).values())


def test_the_range_of_the_index_contains_the_total(city):
    for found in score_counties(city, "demo", 2016).values():
        assert found.low <= found.total <= found.high


def test_where_no_figure_is_known_a_status_rests_on_what_was_said(city):
    found = results(city, "public", 2014)["a03-strong-counties-2013"]
    assert (found.status, found.counted_status) == (Status.MISSED, Status.MISSED)
    assert found.count(Status.NO_DATA) == 8
    assert found.statement is not None
    assert "7个县" in found.statement.text
    assert results(city, "demo", 2014)["a03-strong-counties-2013"].statement is None


def test_a_figure_goes_before_what_was_said(city):
    in_2014, in_2020 = (results(city, "public", year)["a03-strong-towns-2013"] for year in (2014, 2020))
    assert (in_2014.status, in_2014.statement) == (Status.MISSED, None)
    assert in_2014.areas["441800"].value == 75
    assert in_2020.status is Status.MISSED
    assert in_2020.statement is not None, (
        "a figure of 2014 is not taken for one of 2020; a deadline that was missed stays"
    )
