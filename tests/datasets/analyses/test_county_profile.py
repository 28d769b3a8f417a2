"""The profile of a county, gathered from the shipped datasets."""

import pytest

from datasets.analyses.county_profile import (
    STATUS_ORDER,
    build_county_profile,
    count_indicators_by_year,
    find_fullest_year,
)
from datasets.analyses.target_statuses import assess_targets
from geodata.region import Level
from indicators.definition import Direction, Domain
from indicators.policy.progress import Status
from indicators.profile import CityComparison

BEDS = "medical_beds_per_1000_residents"
QINGCHENG, QINGXIN, LIANZHOU = "441802", "441803", "441882"
YEARS_OF_PUBLIC = [2006, 2008, 2009, 2010, 2016, 2020, 2021, 2022, 2023]


@pytest.fixture(scope="module")
def lianzhou(city):
    return build_county_profile(city, "demo", LIANZHOU, 2014)


def key_figure(profile, indicator: str):
    return next(figure for figure in profile.key_figures if figure.comparison.indicator.id == indicator)


def test_a_profile_can_be_of_the_years_that_hold_any_county(city):
    assert list(count_indicators_by_year(city, "demo")) == [2010, 2011, 2012, 2013, 2014, 2015, 2016]
    assert list(count_indicators_by_year(city, "public")) == YEARS_OF_PUBLIC


def test_it_opens_with_the_fullest_year_not_the_last(city):
    assert find_fullest_year(count_indicators_by_year(city, "public")) == 2020
    assert find_fullest_year({2010: 3, 2011: 3, 2012: 1}) == 2011


def test_a_newer_year_with_nearly_as_many_indicators_is_preferred():
    assert find_fullest_year({2010: 34, 2020: 31}) == 2020
    assert find_fullest_year({2010: 34, 2020: 30}) == 2010


def test_key_figures_are_the_headline_indicators_of_counties(city, lianzhou):
    held = {
        key for key in city.datasets["demo"].records
        if city.indicators[key].headline and city.years("demo", key, Level.COUNTY)
    }  # fmt: skip
    assert {figure.comparison.indicator.id for figure in lianzhou.key_figures} == held


def test_a_value_is_that_of_the_records(city, lianzhou):
    records = city.datasets["demo"].records[BEDS]
    beds = key_figure(lianzhou, BEDS).comparison
    assert beds.value == records.at[(LIANZHOU, 2014), "value"]
    assert beds.city == records.at[("441800", 2014), "value"]


def test_the_benchmark_is_the_simple_mean_that_the_gap_uses(city, lianzhou):
    level = city.gaps("demo", BEDS)[2014].levels["south"]
    assert key_figure(lianzhou, BEDS).comparison.benchmark == pytest.approx(level.averages["simple"])


def test_a_county_without_data_in_public_is_said_to_have_none(city):
    profile = build_county_profile(city, "public", QINGCHENG, 2020)
    beds = key_figure(profile, BEDS).comparison
    assert (beds.value, beds.city, beds.counted, beds.against_city) == (None, None, 7, CityComparison.UNJUDGED)
    without = [one for found in profile.comparisons.values() for one in found if one.value is None]
    assert beds.indicator in [one.indicator for one in without]
    assert {one.against_city for one in without} == {CityComparison.UNJUDGED}


def test_the_name_follows_the_year(city):
    assert [build_county_profile(city, "demo", QINGXIN, year).name for year in (2012, 2013)] == ["清新县", "清新区"]


def test_only_rates_with_data_stand_on_the_spine(lianzhou):
    shown = [each for standings in lianzhou.comparisons.values() for each in standings]
    assert all(each.indicator.formula.denominator and not each.indicator.yes_no and each.spread for each in shown)
    assert all(
        each.against_city is CityComparison.UNJUDGED for each in shown if each.indicator.direction is Direction.NEUTRAL
    )
    assert list(lianzhou.comparisons) == [domain for domain in Domain if domain in lianzhou.comparisons]


def test_targets_are_those_that_speak_of_the_county_what_is_missed_first(city, lianzhou):
    results = [result for result in assess_targets(city, "demo", 2014) if LIANZHOU in result.areas]
    listed = [target for targets in lianzhou.targets.values() for target in targets]
    assert sorted(target.target.id for target in listed) == sorted(result.target.id for result in results)
    for status, targets in lianzhou.targets.items():
        assert {target.progress.counted_status for target in targets} == {status}
    assert list(lianzhou.targets) == [status for status in STATUS_ORDER if status in lianzhou.targets]


def test_public_targets_without_figures_have_no_data_and_no_map(city):
    targets = build_county_profile(city, "public", LIANZHOU, 2016).targets
    assert list(targets) == [Status.NO_DATA]
    mapped = {target.target.indicator for target in targets[Status.NO_DATA] if target.mapped}
    assert mapped <= set(city.datasets["public"].records)


def test_townships_are_of_the_county_with_at_most_eight_columns(lianzhou):
    assert len(lianzhou.townships) == 12
    assert len(lianzhou.township_columns) == 8
    assert all(len(column.values) == 12 for column in lianzhou.township_columns)
    assert len({column.indicator.domain for column in lianzhou.township_columns}) > 5


def test_township_values_are_the_latest_up_to_the_year(city):
    def years(year: int) -> set[int]:
        return {column.year for column in build_county_profile(city, "public", LIANZHOU, year).township_columns}

    assert years(2010) == set()
    assert years(2020) == {2016}
    assert years(2023) == {2023}


def test_kinds_and_sources_are_named_once(lianzhou):
    kinds, sources, _ = lianzhou.origins()
    assert [str(kind) for kind in kinds] == ["demonstration"]
    assert len(sources) == len(set(sources)) > 0


def test_of_the_measures_of_a_facility_one_stands_on_the_spine(lianzhou):
    shown = [each.indicator for standings in lianzhou.comparisons.values() for each in standings]
    assert {one.coverage_measure for one in shown if one.facility_type} == {"share_within"}
