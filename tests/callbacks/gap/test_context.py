"""The gap page beyond the city: the reference area in all indicators of the censuses, and the counties alike."""

from dataclasses import replace

import pytest

from callbacks.gap.context import GapContext
from datasets.analyses.gap_analysis import ReferenceComparison
from datasets.analyses.national_context import average_by_group, place_counties
from datasets.queries.gap_query import GapOptions
from indicators.definition import Direction
from layouts.words.pages.context import gap as words
from locales import say

PIPED = "piped_water_share"


@pytest.fixture(scope="module")
def context(city):
    return GapContext(city)


def choose(city, **query: str):
    return GapOptions(city).read_query({"dataset": "public"} | query)[0]


def test_every_judged_indicator_of_the_censuses_stands_with_both_years(context, city):
    card = str(context.build_references("public"))
    judged = [
        one
        for one in city.indicators.values()
        if one.direction is not Direction.NEUTRAL and one.formula.denominator and len(city.national.values(one, 2020))
    ]
    assert len(judged) >= 10
    assert [one.name for one in judged if one.name not in card] == []
    assert "61.4 %" in card
    assert "94.9 %" in card
    assert "64.7%" in card
    assert "+29.0" in card


def test_the_finding_counts_the_rows(context):
    card = str(context.build_references("public"))
    reached, short = card.count(say("gap-context-reached")), card.count(say("gap-context-short"))
    assert reached
    assert (
        f"2020年，清远市在可评判的{reached + short}项普查指标中有{reached}项达到珠三角地区的80%，{short}项未达到"
        in card
    )


def test_the_clause_is_quoted_and_the_table_is_said_to_be_no_assessment(context):
    card = str(context.build_references("public"))
    assert "力争到2016年，我市基本公共服务水平达到珠三角地区平均水平的80%以上" in card
    assert "上表不等于该目标的考核结果" in card


def test_the_printed_change_is_the_difference_of_the_printed_ratios():
    found = {year: ReferenceComparison(1, 1, ratio) for year, ratio in ((2010, 0.76944), (2020, 0.89351))}
    assert words.change_text(found, (2010, 2020)) == "+12.5"
    same = {year: ReferenceComparison(1, 1, ratio) for year, ratio in ((2010, 0.76944), (2020, 0.76941))}
    assert words.change_text(same, (2010, 2020)) == "0.0"
    assert words.change_text({2020: found[2020]}, (2010, 2020)) == "—"


def test_a_demonstration_is_held_against_nothing(context, city):
    assert context.answer(choose(city, dataset="demo")) == {"references": [], "alike": []}


def test_a_region_without_a_reference_area_has_no_table(city):
    bare = replace(city, geography=replace(city.geography, region=replace(city.region, reference=None)))
    assert GapContext(bare).build_references("public") == []


def test_counties_stand_beside_those_like_them(context, city):
    card = str(context.build_alike(choose(city, indicator=PIPED, year="2020")))
    (row,) = [row for row in card.split("['tr'") if "连山壮族瑶族自治县" in row]
    found = place_counties(city, "public", PIPED, 2020)["441825"]
    assert f"{found.alike.mean:.1f} %" in row
    assert f"{found.province.rank} / 124" in row
    assert "北部各县均值" in card


def test_a_group_has_a_mean_only_with_all_its_counties(city):
    found = place_counties(city, "public", PIPED, 2020)
    means = average_by_group(city, found)
    members = city.region.members("north")
    assert means["north"][0] == pytest.approx(sum(found[code].value for code in members) / 4)
    without = {code: one for code, one in found.items() if code != members[0]}
    assert set(average_by_group(city, without)) == {"south"}


def test_an_indicator_without_figures_of_the_country_says_so(context, city):
    card = str(context.build_alike(choose(city, indicator="medical_beds_per_1000_residents", year="2020")))
    assert say("gap-context-no-alike") in card


def test_the_mean_of_a_region_that_nobody_has_divided_is_that_of_all_counties(city):
    counties = tuple(replace(county, group="all") for county in city.region.counties)
    group = replace(city.region.groups["north"], name="各县")
    one = replace(city.region, counties=counties, groups={"all": group}, benchmark="all")
    undivided = replace(city, geography=replace(city.geography, region=one))
    card = str(GapContext(undivided).build_alike(choose(city, indicator=PIPED, year="2020")))
    assert "'各县均值'" in card
