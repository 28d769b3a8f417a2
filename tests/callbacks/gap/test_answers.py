"""The gap page in one answer: what is in it, how large it is, and that it is made once."""

import gzip
from dataclasses import replace
from unittest.mock import patch

import pytest
from dash import no_update
from plotly.io.json import to_json_plotly

from callbacks.gap.answers import GapAnswers
from callbacks.gap.inequality import build_inequality_table
from geodata.region import Group
from indicators.gaps.inequality import InequalityMeasure
from locales import say

LARGEST = 20_000  # bytes of a page with all indicators of a city, as they go over the wire


@pytest.fixture(scope="module")
def answers(city):
    return GapAnswers(city)


def choice(answers, **query: str):
    return answers.overview.choices.read_query({"dataset": "demo"} | query)[0]


def test_a_page_is_computed_once(answers):
    shown = choice(answers, year="2014")
    first = answers.answer(shown, [])
    with patch.object(answers.overview, "build_overview"), patch.object(answers.indicator, "answer"):
        again = answers.answer(shown, [])
        assert not answers.overview.build_overview.called
        assert not answers.indicator.answer.called
    assert again["shown"] is first["shown"]


def test_a_step_of_the_year_sends_no_options_again(answers):
    before, after = (choice(answers, year=year) for year in ("2014", "2015"))
    answer = answers.answer(after, [], before)
    assert {key for key, value in answer.items() if value is no_update} == {
        "domain_options",
        "indicator_options",
        "goal_options",
    }
    assert answer["year"]["value"] == 2015


def test_another_domain_offers_its_own_indicators(answers):
    answer = answers.answer(choice(answers, domain="health"), [], choice(answers))
    assert answer["domain_options"] is no_update
    assert all(option["label"] for option in answer["indicator_options"])


def test_a_page_is_small(answers):
    page = to_json_plotly(answers.show(choice(answers)))
    assert len(gzip.compress(page.encode())) < LARGEST


def test_measures_of_two_groups_are_left_out_where_there_are_none(answers, city):
    one = Group("各县", "#000000")
    counties = tuple(replace(county, group="all") for county in city.region.counties)
    region = replace(city.region, groups={"all": one}, benchmark="all", counties=counties)
    alone = replace(city, geography=replace(city.geography, region=region))
    tables = [to_json_plotly(build_inequality_table(each, choice(answers))) for each in (city, alone)]
    between, gini = (
        say("inequality-measures", measure=key) for key in (InequalityMeasure.THEIL_BETWEEN, InequalityMeasure.GINI)
    )
    assert [between in table for table in tables] == [True, False]
    assert [gini in table for table in tables] == [True, True]
