"""Sentences of a pack about gaps: each case in its own words, and every number traced."""

from dataclasses import replace

import pandas as pd
import pytest

from indicators.definition import CountKind, Direction, Domain, Formula, Indicator
from indicators.gaps.gap_path import Assessment, Certainty, IndicatorGap, VerdictBounds, assess_gap
from indicators.gaps.gaps import add_basis, average_group, compare_groups
from indicators.gaps.small_counts import CountBasis
from layouts.words.common import averaging_names
from layouts.words.paper.gap_sentences import describe_change, describe_extremes, describe_gap
from tests.layouts.paper.documents.packs import untraced

BEDS = Indicator("beds", "每千人床位", Domain.HEALTH, "张", 2, Direction.HIGHER, Formula("b", "p", 1000), "。", "年鉴")
DEATHS = {"count_kind": CountKind.EVENTS, "formula": Formula("b", "p")}
NAMES = {"north": "北部", "south": "南部", "a": "甲县", "b": "乙县", "c": "丙县", "d": "丁县"}
EACH = {"a": 100.0, "b": 100.0, "c": 100.0, "d": 100.0}


def standing(indicator: Indicator, values: dict[str, float], population: dict[str, float] = EACH) -> IndicatorGap:
    """The counties' values (a and b in the north), as counts per head of ``population``."""
    weights = pd.Series(population)
    frame = pd.DataFrame({"value": pd.Series(values).reindex(list("abcd")), "denominator": weights, "per": 1.0})
    frame["numerator"] = frame["value"] * frame["denominator"]
    groups = {"north": ["a", "b"], "south": ["c", "d"]}
    levels = {
        key: add_basis(average_group(codes, frame, weights), codes, frame, indicator) for key, codes in groups.items()
    }
    found = compare_groups("north", "south", levels, indicator.direction)
    return IndicatorGap(indicator, found, assess_gap(found, indicator.direction))


def told(indicator: Indicator, values: dict[str, float], population: dict[str, float] = EACH):
    return describe_gap(standing(indicator, values, population), 2016, NAMES, "north")


def test_a_gap_below_the_line_says_how_far():
    sentence = told(BEDS, {"a": 3.0, "b": 3.8, "c": 4.0, "d": 4.7})
    assert sentence.text == (
        "2016年每千人床位：北部 3.40 张，南部 4.35 张（县均值）；北部为南部的 78.2%（县均值），距80%线差 1.8 个百分点。"
    )
    assert [number.text for number in sentence.numbers] == ["3.40", "4.35", "78.2%", "1.8"]


def test_a_reached_gap_says_so_for_all_readings():
    assert told(BEDS, {"a": 4, "b": 4, "c": 4, "d": 4}).text.endswith("三种口径均达到80%线。")


def test_readings_that_disagree_are_named():
    sentence = told(BEDS, {"a": 1, "b": 5, "c": 4, "d": 3}, EACH | {"a": 1000.0})
    assert "口径不同结论不同：县均值达到、人口加权未达、合并计算未达" in sentence.text


def test_what_is_certain_without_a_missing_member_is_said():
    found = standing(BEDS, {"a": 3.0, "b": 3.8, "c": 4.0})
    bounds = VerdictBounds(("d",), Certainty.ALMOST_CERTAIN, Assessment.SHORT, None, False, {"d": (4, 5)})
    assert describe_gap(replace(found, bounds=bounds), 2016, NAMES, "north").text.endswith("；几乎确定未达。")


def test_a_missing_member_is_named_and_nothing_is_concluded():
    sentence = told(BEDS, {"a": 3, "b": 3, "d": 4})
    assert "缺丙县" in sentence.text
    assert "也不下结论" in sentence.text
    assert "%" not in sentence.text
    assert "南部 " not in sentence.text


@pytest.mark.parametrize(
    ("own", "said"),
    [({"direction": Direction.NEUTRAL}, "不评价高低"), (DEATHS, "数量太少，不足以判断，北部6例、南部8例")],
)
def test_what_is_not_judged_gets_levels_and_no_ratio(own, said):
    sentence = told(replace(BEDS, **own), {"a": 0.03, "b": 0.03, "c": 0.04, "d": 0.04})
    assert said in sentence.text
    assert "%" not in sentence.text


def test_lower_is_better_is_said_to_be_inverted():
    sentence = told(replace(BEDS, direction=Direction.LOWER), {"a": 6, "b": 6, "c": 3, "d": 3})
    assert "北部高于南部 100.0%，按逆向指标折算为南部水平的 50.0%（县均值）" in sentence.text
    assert not untraced(sentence)


def test_a_change_of_an_inverted_ratio_says_so_too():
    lower = replace(BEDS, direction=Direction.LOWER)
    first, last = (standing(lower, {"a": n, "b": n, "c": 4, "d": 4}) for n in (8, 5))
    sentence = describe_change(last, 2016, first, 2010, NAMES)
    assert "北部按逆向指标折算为南部水平的比例由 50.0% 升到 80.0%（县均值），相差 30.0 个百分点" in sentence.text


def test_of_a_region_as_a_whole_nothing_is_said_to_be_averaged():
    first, last = (standing(BEDS, {"a": n, "b": n, "c": 4, "d": 4}) for n in (3, 3.5))
    told = describe_gap(last, 2016, NAMES, "north", as_whole=True).text
    told += describe_change(last, 2016, first, 2010, NAMES, as_whole=True).text
    assert "北部 3.50" in told
    assert not any(name in told for name in averaging_names().values())


def test_a_gap_of_a_sample_tells_the_intervals_and_their_cells():
    sampled = replace(BEDS, count_kind=CountKind.PEOPLE)
    found = standing(sampled, {"a": 3, "b": 3, "c": 4, "d": 4})
    levels = {
        key: replace(level, basis=CountBasis(CountKind.PEOPLE, 600, 1000, 100, sampled=True))
        for key, level in found.gap.levels.items()
    }
    sentence = describe_gap(replace(found, gap=replace(found.gap, levels=levels)), 2016, NAMES, "north")
    assert "数出自抽样，合并计算的95%区间：北部 " in sentence.text
    quoted = [number.column for number in sentence.numbers]
    assert quoted[-4:] == ["focus_low", "focus_high", "benchmark_low", "benchmark_high"]
    assert untraced(sentence) == ""


def test_a_change_is_the_difference_of_what_is_printed():
    first, last = (standing(BEDS, {"a": n, "b": n, "c": 4, "d": 4}) for n in (3.0776, 3.5784))
    sentence = describe_change(last, 2016, first, 2010, NAMES)
    assert "由 76.9% 升到 89.5%（县均值），相差 12.6 个百分点" in sentence.text, "76.94 to 89.46: 12.52 apart"


def test_a_state_is_told_as_the_share_of_counties():
    sentence = told(replace(BEDS, yes_no=True, decimals=0), {"a": 1, "b": 0, "c": 1, "d": 1})
    assert "北部 50%的县，南部 100%的县" in sentence.text
    assert not untraced(sentence)


@pytest.mark.parametrize(
    "values",
    [
        {"a": 3.0, "b": 3.8, "c": 4.0, "d": 4.7},
        {"a": 4, "b": 4, "c": 4, "d": 4},
        {"a": 3, "b": 3, "d": 4},
        {"a": 3, "b": 3, "c": 0, "d": 0},
    ],
)
def test_every_number_of_a_gap_is_traced(values):
    assert not untraced(told(BEDS, values))


def test_a_change_is_told_from_the_first_year():
    first, last = standing(BEDS, {"a": 2, "b": 2, "c": 4, "d": 4}), standing(BEDS, {"a": 3, "b": 3, "c": 4, "d": 4})
    sentence = describe_change(last, 2016, first, 2010, NAMES)
    assert sentence.text == "2010—2016年北部为南部的比例由 50.0% 升到 75.0%（县均值），相差 25.0 个百分点。"
    assert not untraced(sentence)


def test_no_change_is_no_rise():
    same = standing(BEDS, {"a": 3, "b": 3, "c": 4, "d": 4})
    assert describe_change(same, 2016, same, 2010, NAMES).text == "2010—2016年北部仍为南部的 75.0%（县均值）。"


def test_a_change_to_a_year_without_verdict_is_not_told():
    known, lacking = standing(BEDS, {"a": 3, "b": 3, "c": 4, "d": 4}), standing(BEDS, {"a": 3, "b": 3, "c": 4})
    assert describe_change(known, 2016, lacking, 2010, NAMES) is None
    assert describe_change(lacking, 2016, known, 2010, NAMES) is None


def test_the_highest_and_lowest_counties_are_named_with_those_that_lack_a_value():
    sentence = describe_extremes(BEDS, 2016, {"a": 3.0, "b": 5.0, "c": None}, NAMES)
    assert sentence.text == "2016年每千人床位：最高的是乙县，5.00 张；最低的是甲县，3.00 张；缺丙县的数据。"
    assert not untraced(sentence)


def test_a_rate_over_few_events_has_no_highest_county():
    values = {"a": 3.0, "b": 5.0, "c": 4.0}
    assert describe_extremes(BEDS, 2016, values, NAMES, ["a", "b", "c"]).text.endswith("各县数量太少，不作比较。")
    some = describe_extremes(BEDS, 2016, values, NAMES, ["b"])
    assert "最高的是丙县" in some.text
    assert "乙县数量太少，不作比较" in some.text
