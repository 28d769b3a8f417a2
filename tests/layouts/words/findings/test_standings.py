"""What a county's page says as a whole, word by word."""

from dataclasses import replace
from math import nan

import pandas as pd
import pytest

from indicators.definition import CountKind, Direction
from indicators.findings.standings import find_courses, find_standing
from indicators.profile import CityComparison, KeyFigure, Trend, compare_county, compare_figures
from layouts.words.findings.standings import (
    describe_alike,
    describe_change,
    describe_courses,
    describe_places,
    describe_standing,
)
from tests.indicators.test_profile import AMONG, rate, records

BETTER, WORSE = CityComparison.BETTER, CityComparison.WORSE
BEST = records(a=9, b=2, c=3, d=6, e=8, city=4)
WORST = records(a=1, b=2, c=3, d=6, e=8, city=4)
TIED = records(a=9, b=9, c=3, d=6, e=8, city=4)
ALONE = records(a=9, city=4)
OF_CITY_ONLY = records(a=4.1, b=1, c=9, d=9, e=9, city=4)


def said_of(*worlds: tuple[pd.DataFrame, Direction]) -> str:
    named = [replace(rate(way), name=f"指标{number}") for number, (_, way) in enumerate(worlds)]
    compared = [compare_county(one, held, "a", AMONG) for one, (held, _) in zip(named, worlds, strict=True)]
    return describe_standing(find_standing(compared))


@pytest.mark.parametrize(
    ("worlds", "said"),
    [
        ([(BEST, Direction.HIGHER)], "1项指标优于全市；居首位的有指标0"),
        ([(BEST, Direction.LOWER)], "1项指标不及全市；居末位的有指标0"),
        ([(BEST, Direction.HIGHER), (WORST, Direction.LOWER)], "2项指标都优于全市；居首位的有指标0、指标1"),
        (
            [(BEST, Direction.HIGHER), (WORST, Direction.HIGHER), (OF_CITY_ONLY, Direction.HIGHER)],
            "3项指标中1项优于全市、1项与全市相近、1项不及全市；居首位的有指标0；居末位的有指标1",
        ),
        ([(TIED, Direction.HIGHER)], "1项指标优于全市"),  # nobody is first alone
        ([(ALONE, Direction.HIGHER)], "1项指标优于全市"),  # nor among one
        ([(BEST, Direction.NEUTRAL)], "1项可比指标都不能与全市比较"),
        ([(BEST, Direction.HIGHER), (WORST, Direction.NEUTRAL)], "1项指标优于全市（另1项不评价）；居首位的有指标0"),
        ([(BEST, Direction.HIGHER)] * 4, "4项指标都优于全市；居首位的有指标0、指标1、指标2等4项"),
        ([], ""),
    ],
)
def test_a_county_stands_above_and_below_the_city(worlds, said):
    assert said_of(*worlds) == said


def by_year(values: dict[int, float], numerator: float = nan, denominator: float = nan) -> pd.DataFrame:
    frame = pd.DataFrame({"value": pd.Series(values, dtype=float)})
    return frame.assign(numerator=numerator, denominator=denominator)


@pytest.mark.parametrize(
    ("values", "own", "since", "said"),
    [
        ({2010: 1, 2020: 3}, {}, None, "比2010年高2.0，改善"),
        ({2010: 1, 2020: 3}, {"direction": Direction.LOWER}, None, "比2010年高2.0，变差"),
        ({2010: 1, 2020: 3}, {"direction": Direction.NEUTRAL}, None, "比2010年高2.0"),
        ({2010: 3, 2020: 1}, {"unit": "%"}, None, "比2010年低2.0个百分点，变差"),
        ({2010: 3.01, 2020: 3.04}, {}, None, "与2010年持平"),
        ({2010: 0, 2020: 1}, {"yes_no": True}, None, "2010年为“否”，改善"),
        ({2010: 1, 2020: 1}, {"yes_no": True}, None, "与2010年持平"),
        ({2010: 1, 2015: 2, 2020: 3}, {}, 2012, "比2015年高1.0，改善"),
        ({2010: nan, 2015: 2, 2020: 3, 2023: 9}, {}, None, "比2015年高1.0，改善"),
    ],
)
def test_a_figure_is_held_against_its_first_year(values, own, since, said):
    indicator = rate(**own)
    change = compare_figures(indicator, by_year(values), 2020, since)
    assert change is not None
    assert describe_change(change, indicator) == said


def test_no_change_is_told_without_two_years_or_across_new_borders():
    assert compare_figures(rate(), by_year({2020: 1}), 2020) is None
    assert compare_figures(rate(), by_year({2010: 1, 2020: nan}), 2020) is None
    assert compare_figures(rate(), by_year({2010: 1, 2020: 2}), 2020, since=2015) is None


def test_what_chance_may_have_moved_is_no_change():
    indicator = rate(count_kind=CountKind.EVENTS)
    held = by_year({2010: 3.0, 2020: 3.2}).assign(numerator=[30.0, 32.0], denominator=10_000.0)
    change = compare_figures(indicator, held, 2020)
    assert change is not None
    assert describe_change(change, indicator) == "与2010年的差别在偶然波动之内"
    few = by_year({2010: 0.3, 2020: 3.2}).assign(numerator=[3.0, 32.0], denominator=10_000.0)
    assert compare_figures(indicator, few, 2020) is None


def figure(values: dict[int, float], direction: Direction = Direction.HIGHER) -> KeyFigure:
    own = rate(direction)
    comparison = compare_county(own, records(a=values[2020], city=4), "a", AMONG)
    return KeyFigure(comparison, Trend([], [], []), compare_figures(own, by_year(values), 2020))


RISES, FALLS, NEW = {2010: 1.0, 2020: 3.0}, {2012: 3.0, 2020: 1.0}, {2020: 1.0}


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([figure(RISES)], "与2010年相比，1项关键指标改善"),
        (
            [figure(RISES), figure(FALLS), figure(NEW)],
            "与各自最早的年份相比，2项关键指标中1项改善、1项变差（另1项没有可比的以前年份）",
        ),
        ([figure(FALLS, Direction.LOWER)], "与2012年相比，1项关键指标改善"),
        (
            [figure(RISES, Direction.NEUTRAL), figure(NEW)],
            "2项有数据的关键指标都不能判断好转与否（1项升降不评价好坏、1项没有可比的以前年份）",
        ),
        ([], ""),
    ],
)
def test_the_key_figures_say_what_changed(figures, said):
    assert describe_courses(find_courses(figures)) == said


@pytest.mark.parametrize(
    ("percentiles", "left", "said"),
    [
        (
            {"甲": 92.2, "乙": 8.0},
            1,
            "2项指标中1项优于全国半数以上县级地区（另1项不评价）；最靠前的是甲（优于92%），最靠后的是乙（优于8%）",
        ),
        ({"甲": 30.1, "乙": 29.9}, 0, "2项指标中没有一项优于全国半数以上县级地区；甲、乙（优于30%）"),
        ({"甲": 92.2}, 0, "甲优于全国92%的县级地区"),
        ({}, 2, "2项指标都不评价"),
        ({}, 0, ""),
    ],
)
def test_places_say_the_best_and_the_worst(percentiles, left, said):
    assert describe_places(percentiles, left) == said


def test_the_county_most_alike_is_named_with_those_as_near():
    assert describe_alike("甲县", {"乙县": 0.311, "丙县": 0.4}) == "全国与甲县最相近的是乙县（差异度 0.31）"
    assert describe_alike("甲县", {"乙县": 0.311, "丙县": 0.312}) == "全国与甲县最相近的是乙县、丙县（差异度 0.31）"
