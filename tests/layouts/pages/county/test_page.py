"""The page of a county: ids, words, links; what is missing is said."""

from dataclasses import replace

import pytest

from callbacks.county.answers import county_choices
from datasets.analyses.county_profile import build_county_profile
from datasets.census.comparability import Comparability
from indicators.definition import Direction, Formula
from indicators.profile import CityComparison, Trend, compare_county
from layouts.figures.theme import LEGIBLE, contrast_ratio
from layouts.ids import CountyPage
from layouts.pages.county.page import page, profile_body
from layouts.words.pages import county as words
from layouts.words.pages.context import county as context_words
from locales import say
from tests.indicators.test_definition import indicator
from tests.indicators.test_profile import AMONG, EVERY, rate, records
from tests.layouts.pages.test_atlas import components
from tests.locales.code import list_variants

CHOICES = {"datasets": {}, "names": {}, "codes": [], "ignored": ""}

YEARS_OF_PUBLIC = [2006, 2008, 2009, 2010, 2016, 2020, 2021, 2022, 2023]


@pytest.fixture(scope="module")
def lianzhou(city):
    return profile_body(build_county_profile(city, "demo", "441882", 2014))


@pytest.fixture(scope="module")
def qingcheng(city):
    return profile_body(build_county_profile(city, "public", "441802", 2020))


def of_class(tree, name: str):
    return [part for part in components(tree) if name in part["props"].get("className", "").split()]


def test_every_id_of_the_page_stands_on_it_once():
    ids = [part["props"]["id"] for part in components(page(CHOICES)) if "id" in part["props"]]
    assert sorted(ids) == sorted(CountyPage)


def test_every_verdict_has_its_word():
    assert list_variants("county-city-comparisons") == set(CityComparison)


def test_the_browser_is_told_years_names_and_what_to_begin_with(city):
    choices = county_choices(city)
    public = choices["datasets"]["public"]
    assert (public["years"], public["first"]) == (YEARS_OF_PUBLIC, 2020)
    assert list(public["counties"]) == YEARS_OF_PUBLIC
    assert public["counties"][2020] == "441823"
    assert choices["names"][2012]["441803"] == "清新县"
    assert choices["names"][2013]["441803"] == "清新区"
    assert choices["codes"] == list(city.geography.counties.index)


def test_the_badge_bears_the_groups_name_and_colour(city, lianzhou):
    badge = of_class(lianzhou, "group-badge")[0]["props"]
    group = city.region.groups["north"]
    assert (badge["children"], badge["style"]["background"]) == (group.name, group.colour)
    assert contrast_ratio(badge["style"]["color"], group.colour) >= LEGIBLE


def test_an_indicator_leads_to_its_map_with_the_county_selected(lianzhou):
    links = [part["props"]["href"] for part in of_class(lianzhou, "map-link")]
    assert "/map?dataset=demo&indicator=medical_beds_per_1000_residents&year=2014&selected=441882" in links


def test_a_key_figure_without_data_says_so_and_when_there_are_some(qingcheng):
    missing = of_class(qingcheng, "is-missing")
    texts = [str(tile) for tile in missing]
    assert len(missing) == 5
    assert all("暂无数据" in text for text in texts)
    assert any("有数据的年份：2016、2023" in text for text in texts)
    assert all("共7个" not in text for text in texts)


def test_what_is_missing_stands_behind_one_line_that_names_it(qingcheng, lianzhou):
    figures, targets, _ = of_class(qingcheng, "profile-fold")
    assert "另有5项关键指标2020年暂无数据：" in str(figures["props"]["children"][0])
    assert len(of_class(figures["props"]["children"][1:], "is-missing")) == 5
    assert say("county-targets-without-data") in str(targets["props"]["children"][0])
    assert len(of_class(lianzhou, "is-missing")) == 0


def test_what_to_know_of_the_figures_is_told_below_them(qingcheng):
    (told,) = of_class(qingcheng, "caveats")
    assert "不能当作人员配备标准" in str(told)


def test_one_year_is_no_line(qingcheng):
    figures = of_class(qingcheng, "sparkline")
    assert len(figures) == 11  # of sixteen key figures one has a value in a single year, and five have none or none now
    assert "只有2020年的数据，不成走势" in str(qingcheng)


def test_targets_stand_under_their_status(lianzhou):
    rows = components(of_class(lianzhou, "target-rows")[0]["props"]["children"])
    names = [part["props"].get("className", "") for part in rows if part["type"] in ("H4", "Div")]
    assert names[:2] == ["status-head", "target-row"]
    assert names.count("status-head") == 6


def test_the_median_in_the_centre_and_the_reversal_are_explained(lianzhou):
    text = str(lianzhou)
    for said in (
        say("county-centre"),
        say("county-spine-hint"),
        say("county-similar-hint"),
        say("county-reversed-hint"),
    ):
        assert said in text


def test_a_dataset_without_townships_up_to_the_year_says_so(city):
    assert say("county-no-townships") in str(profile_body(build_county_profile(city, "public", "441882", 2010)))


def test_values_are_told_with_their_units():
    beds = indicator(decimals=2)
    assert words.with_unit(beds, 4.456) == "4.46 张"
    assert words.with_unit(beds, None) == "暂无数据"
    assert words.with_unit(indicator(yes_no=True, unit="是/否"), 1) == "是"


def test_the_city_is_a_sum_a_value_or_a_share():
    assert words.city_text(compare_county(rate(), EVERY, "a", AMONG)) == "全市 4.0 张"
    count = indicator(formula=Formula("n"))
    assert words.city_text(compare_county(count, EVERY, "a", AMONG)) == "全市合计 4.0 张"
    state = indicator(formula=Formula("n", "d"), yes_no=True)
    assert words.city_text(compare_county(state, records(a=1, city=0.25), "a", AMONG)) == "全市 25.0% 的县为“是”"
    assert words.city_text(compare_county(state, records(a=1), "a", AMONG)) == "全市 暂无数据"


def test_a_rank_says_of_how_many_and_in_which_order():
    assert words.rank_text(compare_county(rate(), EVERY, "e", AMONG)) == "第1位，共5个"
    assert words.rank_text(compare_county(rate(Direction.NEUTRAL), EVERY, "e", AMONG)) == "由高到低第1位，共5个"
    assert words.rank_text(compare_county(rate(), records(b=1), "a", AMONG)) == ""


def test_years_without_data_are_told():
    assert words.other_years(Trend([2010, 2011], [None, None], [1, 1])) == "各年均无数据"
    assert words.single_year(Trend([2010, 2011], [None, 3], [1, 1])) == "只有2011年的数据，不成走势"


def test_a_county_whose_border_changed_says_so_beside_its_trends(city):
    profile = build_county_profile(city, "public", "441802", 2020)
    assert "区划" not in str(profile_body(profile)[1])
    moved = profile_body(replace(profile, census_mark=str(Comparability.APPROXIMATE)))
    assert context_words.mark_text(Comparability.APPROXIMATE) in str(moved[1])
