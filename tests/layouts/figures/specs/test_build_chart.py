"""Charts for paper hold the numbers, names and verdicts of the screen."""

from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.gap_analysis import find_needs_to_line
from geodata.region import Level
from indicators.classes import BreakMethod
from indicators.definition import CountKind
from indicators.gaps.gaps import Averaging
from indicators.gaps.small_counts import CountBasis
from indicators.policy.progress import Status, TargetProgress
from layouts.figures.specs.build_chart import (
    HeatRow,
    area_names,
    gap_spec,
    heat_spec,
    ranking_spec,
    spine_spec,
    trend_spec,
    waterfall_spec,
)
from layouts.figures.specs.panel_data import encode_panel
from locales import say
from tests.conftest import of_every_kind

BEDS = "medical_beds_per_1000_residents"
YEARS = (2011, 2016)


def panel(city, dataset, indicator, level=Level.COUNTY):
    return city.panel(dataset, indicator, level, BreakMethod.NATURAL, 5)


def ranking(city, dataset, indicator, year, level=Level.COUNTY, within=None):
    names = area_names(city.geography, level, year, within)
    groups = city.geography.areas(level)["group"]
    return ranking_spec(panel(city, dataset, indicator, level), year, names, groups, city.region)


@pytest.fixture(scope="module")
def screens(city):
    """The screen's data of demo indicators of counties, computed once."""
    keys = of_every_kind(city, "demo", Level.COUNTY)
    return {key: encode_panel(panel(city, "demo", key), Level.COUNTY, city.geography) for key in keys}


def test_a_ranking_has_the_values_of_the_screen(city, screens):
    codes = city.geography.codes(Level.COUNTY)
    for key, screen in screens.items():
        for year in YEARS:
            spec = ranking(city, "demo", key, year)
            names = [city.geography.name(code, year) for code in codes]
            assert dict(zip(spec.names, spec.values, strict=True)) == dict(
                zip(names, screen["values"][year], strict=True)
            )


def test_a_gap_has_the_levels_line_and_verdict_of_the_screen(city, screens):
    region = city.region
    for key, screen in screens.items():
        for year in YEARS:
            spec, gap = gap_spec(panel(city, "demo", key), year, city.geography), screen["gaps"][year]
            levels = [list(pair) for pair in zip(*spec.averages.values(), strict=True)]
            assert levels == [gap["levels"][region.focus], gap["levels"][region.benchmark]]
            assert [line for line, _ in spec.lines.values()] == [line for line in gap["lines"] if line is not None]
            assert gap["title"] in spec.headline
            assert gap["detail"] in spec.headline


def test_a_trend_has_the_values_and_means_of_the_screen(city, screens):
    region = city.region
    for key, screen in screens.items():
        spec = trend_spec(panel(city, "demo", key), 2016, city.geography)
        by_county = [list(values) for values in zip(*screen["values"].values(), strict=True)]
        assert [list(series.values) for series in spec.counties] == by_county
        means = [
            [screen["gaps"][year]["levels"][group][0] for year in spec.years]
            for group in (region.focus, region.benchmark)
        ]
        assert [list(series.values) for series in spec.groups] == means


def test_the_highest_leads_and_equal_values_share_a_rank(city):
    own = panel(city, "demo", BEDS)
    values = own.values.copy()
    values.loc[2016] = [4.0, 4.0, 3.0, 5.0, 2.0, 1.0, 2.5, 3.5]
    names = area_names(city.geography, Level.COUNTY, 2016)
    spec = ranking_spec(replace(own, values=values), 2016, names, city.geography.counties["group"], city.region)
    assert spec.values == (5.0, 4.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.0)
    assert spec.ranks == (1, 2, 2, 4, 5, 6, 7, 8)


def test_the_lowest_leads_where_lower_is_better(city):
    spec = ranking(city, "demo", "infant_mortality_per_1000", 2014)
    assert list(spec.values) == sorted(spec.values)
    assert spec.ranks[0] == 1


def test_an_area_without_a_value_stands_last_without_a_rank(city):
    spec = ranking(city, "public", BEDS, 2020)
    assert (spec.names[-1], spec.values[-1], spec.ranks[-1]) == ("清城区", None, None)


def test_a_rate_over_few_events_is_neither_ranked_nor_ordered(city):
    spec = ranking(city, "demo", "maternal_mortality_per_100000", 2016)
    assert spec.ranks == ()
    assert list(spec.names) == list(area_names(city.geography, Level.COUNTY, 2016))
    assert all("例，95%区间" in remark for remark in spec.remarks)


def test_an_area_on_few_events_follows_those_that_are_ranked(city):
    spec = ranking(city, "demo", "infant_mortality_per_1000", 2016)
    assert spec.ranks == (1, 2, 3, 4, 5, 6, 7, None)
    assert spec.remarks[-1].endswith("数量太少，不足以判断")
    assert list(spec.values[:-1]) == sorted(spec.values[:-1])
    assert spec.order == "由低到高排列，越低越好；数量太少的1个不排名，列在后面"


def test_a_state_is_not_ranked(city):
    assert ranking(city, "demo", "county_hospital_grade_2a", 2014).ranks == ()


def test_an_opened_county_ranks_its_own_townships(city):
    spec = ranking(city, "demo", BEDS, 2016, Level.TOWNSHIP, within="441823")
    assert len(spec.names) == (city.geography.townships["county"] == "441823").sum()


def test_townships_of_one_name_are_told_apart(city):
    names = area_names(city.geography, Level.TOWNSHIP, 2016)
    assert Counter(names).most_common(1)[0][1] == 1
    assert "石角镇（佛冈）" in set(names)


def test_a_county_bears_the_name_of_the_year(city):
    assert area_names(city.geography, Level.COUNTY, 2011)["441803"] == "清新县"


def test_a_year_without_any_figure_is_all_missing_and_gives_no_verdict(city):
    own = panel(city, "public", BEDS)
    spec = gap_spec(own, 2016, city.geography)
    assert {value for series in spec.groups for value in series.values} == {None}
    assert spec.lines == {}
    assert "不下结论" in spec.headline


def test_a_missing_member_leaves_no_level_and_no_line(city):
    spec = gap_spec(panel(city, "public", BEDS), 2020, city.geography)
    assert all(levels[1] is None for levels in spec.averages.values())
    assert spec.lines == {}
    assert "缺清城区" in spec.headline


def test_the_level_of_a_state_is_a_share_of_counties(city):
    spec = gap_spec(panel(city, "demo", "county_hospital_grade_2a"), 2014, city.geography)
    assert spec.averages[Averaging.SIMPLE] == (0.75, 0.75)


def test_a_selected_township_gets_a_line_of_its_own(city):
    code = city.geography.codes(Level.TOWNSHIP)[0]
    spec = trend_spec(panel(city, "demo", BEDS, Level.TOWNSHIP), 2016, city.geography, code)
    assert spec.area is not None
    assert spec.area.name == city.geography.name(code, 2016)
    assert len(spec.counties) == len(city.region.counties)


def test_a_single_year_says_that_it_is_no_trend(city):
    assert "2020" in trend_spec(panel(city, "public", BEDS), 2020, city.geography).remark
    assert trend_spec(panel(city, "demo", BEDS), 2016, city.geography).remark == ""


def test_a_waterfall_sums_to_the_shortfall(city):
    needs = find_needs_to_line(city, "demo", BEDS, 2012)
    numerator = city.variables[city.indicators[BEDS].formula.numerator]
    spec = waterfall_spec(needs, 2012, city.region, numerator, "")
    assert sum(spec.values) == pytest.approx(needs.shortfall)
    assert spec.names == ("阳山", "连山", "连南", "连州")


def test_without_needs_a_waterfall_holds_only_the_reason(city):
    numerator = city.variables[city.indicators[BEDS].formula.numerator]
    spec = waterfall_spec(None, 2020, city.region, numerator, "缺清城区")
    assert (spec.names, spec.headline) == ((), "缺清城区")


def test_a_target_that_does_not_speak_of_an_area_leaves_its_cell_empty():
    spec = heat_spec([HeatRow("床位", {"a": TargetProgress(Status.REACHED, 4.2)})], {"a": "甲", "b": "乙"})
    assert spec.statuses == ((Status.REACHED, None),)
    assert spec.texts == ((say("common-statuses", status=Status.REACHED), ""),)


def test_a_status_on_few_events_is_by_the_letter_and_of_no_status_colour():
    few = TargetProgress(Status.MISSED, 20.1, basis=CountBasis(CountKind.EVENTS, 2, 9000, 100_000))
    spec = heat_spec([HeatRow("孕产妇死亡率", {"a": few})], {"a": "甲"})
    assert spec.statuses == ((Status.TOO_FEW,),)
    assert spec.texts == (("逾（2例）",),)


def test_a_spine_holds_every_standing_of_the_profile(city):
    profile = build_county_profile(city, "demo", "441826", 2014)
    spec = spine_spec(profile)
    assert [len(found) for found in spec.domains.values()] == [len(found) for found in profile.comparisons.values()]
    assert spec.county == "连南瑶族自治县"


def test_the_axis_reaches_over_all_years(city):
    own = panel(city, "demo", BEDS)
    spec = ranking(city, "demo", BEDS, 2010)
    assert spec.span == (0, pytest.approx(pd.Series(own.values.to_numpy().ravel()).max(), abs=0.01))
