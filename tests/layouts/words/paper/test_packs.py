"""Sentences of a pack: each case in its own words, and every number traced."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from indicators.definition import Comparator, CountKind, Direction, Domain, Formula, Indicator
from indicators.gaps.gap_path import IndicatorGap, assess_gap
from indicators.gaps.gaps import add_basis, average_group, compare_groups
from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status, TargetProgress
from indicators.profile import CityComparison as CountyVerdict
from indicators.profile import CountyComparison as CountyStanding
from layouts.words.paper import packs as words
from tests.layouts.paper.documents.packs import untraced

BEDS = Indicator(
    "beds", "每千人床位", "Beds", Domain.HEALTH, "张", 2, Direction.HIGHER, Formula("b", "p", 1000), "。", "年鉴"
)
DEATHS = {"counted": CountKind.EVENTS, "formula": Formula("b", "p")}
SEVEN = CountBasis(CountKind.EVENTS, 7, 1200, 1000)  # infant deaths of 1,200 births
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
    return words.gap_sentence(standing(indicator, values, population), 2016, NAMES, "north")


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
    sentence = words.change_sentence(last, 2016, first, 2010, NAMES)
    assert "北部按逆向指标折算为南部水平的比例由 50.0% 变为 80.0%，上升 30.0 个百分点" in sentence.text


def test_a_change_is_the_difference_of_what_is_printed():
    first, last = (standing(BEDS, {"a": n, "b": n, "c": 4, "d": 4}) for n in (3.0776, 3.5784))
    sentence = words.change_sentence(last, 2016, first, 2010, NAMES)
    assert "由 76.9% 变为 89.5%，上升 12.6 个百分点" in sentence.text, "76.94 to 89.46: 12.52 apart"


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
    sentence = words.change_sentence(last, 2016, first, 2010, NAMES)
    assert sentence.text == "与2010年相比，北部为南部的比例由 50.0% 变为 75.0%，上升 25.0 个百分点（县均值）。"
    assert not untraced(sentence)


def test_no_change_is_no_rise():
    same = standing(BEDS, {"a": 3, "b": 3, "c": 4, "d": 4})
    assert "基本没有变化，仍为 75.0%" in words.change_sentence(same, 2016, same, 2010, NAMES).text


def test_a_change_to_a_year_without_verdict_is_not_told():
    known, lacking = standing(BEDS, {"a": 3, "b": 3, "c": 4, "d": 4}), standing(BEDS, {"a": 3, "b": 3, "c": 4})
    assert words.change_sentence(known, 2016, lacking, 2010, NAMES) is None
    assert words.change_sentence(lacking, 2016, known, 2010, NAMES) is None


def test_the_highest_and_lowest_counties_are_named_with_those_that_lack_a_value():
    sentence = words.extremes_sentence(BEDS, 2016, {"a": 3.0, "b": 5.0, "c": None}, NAMES)
    assert sentence.text == "2016年每千人床位：最高的是乙县，5.00 张；最低的是甲县，3.00 张；缺丙县的数据。"
    assert not untraced(sentence)


def test_a_rate_over_few_events_has_no_highest_county():
    values = {"a": 3.0, "b": 5.0, "c": 4.0}
    assert words.extremes_sentence(BEDS, 2016, values, NAMES, ["a", "b", "c"]).text.endswith("各县数量太少，不作比较。")
    some = words.extremes_sentence(BEDS, 2016, values, NAMES, ["b"])
    assert "最高的是丙县" in some.text
    assert "乙县数量太少，不作比较" in some.text


def entry(**own: Any) -> PolicyTarget:
    plain: dict[str, Any] = {"subject": "床位", "comparator": Comparator.AT_LEAST, "value": 99.0, "unit": "%"}
    plain |= {"scope": Scope.CITY, "start": 2012, "deadline": 2016, "indicator": "beds", "domain": Domain.HEALTH}
    return PolicyTarget(id="t", clause="。", **plain | own)


def target(of: PolicyTarget, status: Status, areas: dict[str, TargetProgress], indicator: Indicator = BEDS):
    firm = all(progress.is_firm for progress in areas.values())
    return words.target_sentence(9, of, status, firm, areas, 2016, replace(indicator, decimals=1), "全市")


def test_a_value_just_below_its_target_is_not_rounded_onto_it():
    sentence = target(entry(), Status.MISSED, {"city": TargetProgress(Status.MISSED, 98.96)})
    assert "到期未达，现为 98.96 %" in sentence.text
    assert not untraced(sentence)


def test_a_target_of_counties_counts_them_and_those_without_data():
    areas = {
        "a": TargetProgress(Status.REACHED, 99.5),
        "b": TargetProgress(Status.MISSED, 90.0),
        "c": TargetProgress(Status.NO_DATA, None),
    }
    sentence = target(entry(scope=Scope.EACH_COUNTY), Status.MISSED, areas)
    assert sentence.text.endswith("3 个地区中 1 个达到，1 个暂无数据。")
    assert not untraced(sentence)


def test_a_target_without_a_figure_is_no_failure():
    sentence = target(entry(), Status.NO_DATA, {"city": TargetProgress(Status.NO_DATA, None)})
    assert sentence.text.endswith("截至2016年暂无数据。")


def county(indicator: Indicator = BEDS, **own: Any) -> CountyStanding:
    plain: dict[str, Any] = {"value": 3.0, "kind": None, "source": "", "note": "", "rank": 2, "counted": 8, "city": 4.0}
    plain |= {"benchmark": None, "reference": None, "spread": None, "verdict": CountyVerdict.WORSE}
    return CountyStanding(indicator, **plain | own)


def test_a_county_is_told_with_rank_and_city():
    sentence = words.county_sentence(county(), 2016, "甲县", "a")
    assert sentence.text == "每千人床位：2016年甲县 3.00 张，第2位，共8个，全市 4.00 张，不及全市。"
    assert not untraced(sentence)


def test_a_county_without_a_value_is_neither_ranked_nor_judged():
    missing = county(value=None, rank=None, verdict=CountyVerdict.UNJUDGED)
    assert words.county_sentence(missing, 2016, "甲县", "a").text == "每千人床位：2016年甲县暂无数据。"


def test_a_county_is_not_ranked_by_few_events():
    few = county(value=5.83, basis=SEVEN, rank=None, verdict=CountyVerdict.UNJUDGED)
    assert words.county_sentence(few, 2016, "甲县", "a").text == (
        "每千人床位：2016年甲县 5.83 张（7例，95%区间 2.35 – 12.02；数量太少，不足以判断），不排名。"
    )


def test_a_status_on_few_events_is_by_the_letter_and_tells_how_many():
    sentence = target(entry(), Status.MISSED, {"city": TargetProgress(Status.MISSED, 5.8, basis=SEVEN)})
    assert "截至2016年按原文字面到期未达，现为 5.8 %（7例，95%区间 2.3 – 12.0；数量太少，不足以判断）" in sentence.text
    assert not untraced(sentence)


def test_areas_on_few_events_are_counted_apart_from_those_that_reach_a_target():
    areas = {"a": TargetProgress(Status.REACHED, 99.5), "b": TargetProgress(Status.REACHED, 99.6, basis=SEVEN)}
    sentence = target(entry(scope=Scope.EACH_COUNTY), Status.REACHED, areas)
    assert sentence.text.endswith("2 个地区中 1 个达到，1 个数量太少，不足以判断。")
    assert not untraced(sentence)


def test_targets_on_few_events_are_counted_apart():
    sentence = words.statuses_sentence({Status.REACHED: 3, Status.TOO_FEW: 2}, 2016)
    assert sentence.text == "截至2016年，5 项政策目标中：已达到 3 项；另有 2 项数量太少，不足以判断。"
