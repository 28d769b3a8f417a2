"""Sentences of a pack about counties and targets: each case in its own words, and every number traced."""

from dataclasses import replace
from typing import Any

from indicators.definition import Comparator, CountKind, Domain, Indicator, ValueKind
from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status, TargetProgress
from indicators.policy.statements import Statement
from indicators.profile import CityComparison, CountyComparison
from layouts.words.paper.progress_sentences import count_statuses, describe_county, describe_target
from tests.layouts.paper.documents.packs import untraced
from tests.layouts.words.paper.test_gap_sentences import BEDS

SEVEN = CountBasis(CountKind.EVENTS, 7, 1200, 1000)  # infant deaths of 1,200 births


def entry(**own: Any) -> PolicyTarget:
    plain: dict[str, Any] = {"subject": "床位", "comparator": Comparator.AT_LEAST, "value": 99.0, "unit": "%"}
    plain |= {"scope": Scope.CITY, "start": 2012, "deadline": 2016, "indicator": "beds", "domain": Domain.HEALTH}
    return PolicyTarget(id="t", clause="。", **plain | own)


def target(of: PolicyTarget, status: Status, areas: dict[str, TargetProgress], indicator: Indicator = BEDS):
    firm = all(progress.is_firm for progress in areas.values())
    return describe_target(9, of, status, firm, areas, 2016, replace(indicator, decimals=1), "全市")


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


def test_a_status_without_a_figure_quotes_what_was_said_and_by_whom():
    said = Statement(("t",), "city", 2014, "7个县建成，占87.5%", ValueKind.SECONDARY, "日报", Status.MISSED)
    areas = {"city": TargetProgress(Status.NO_DATA, None)}
    sentence = describe_target(9, entry(), Status.MISSED, True, areas, 2016, BEDS, "全市", said)
    assert sentence.text.endswith("截至2016年到期未达，无数字，据陈述：7个县建成，占87.5%（日报）。")
    assert not untraced(sentence)


def test_a_target_without_a_figure_is_no_failure():
    sentence = target(entry(), Status.NO_DATA, {"city": TargetProgress(Status.NO_DATA, None)})
    assert sentence.text.endswith("截至2016年暂无数据。")


def county(indicator: Indicator = BEDS, **own: Any) -> CountyComparison:
    plain: dict[str, Any] = {"value": 3.0, "kind": None, "source": "", "note": "", "rank": 2, "counted": 8, "city": 4.0}
    plain |= {"benchmark": None, "reference": None, "spread": None, "against_city": CityComparison.WORSE}
    return CountyComparison(indicator, **plain | own)


def test_a_county_is_told_with_rank_and_city():
    sentence = describe_county(county(), 2016, "甲县", "a")
    assert sentence.text == "每千人床位：2016年甲县 3.00 张，第2位，共8个，全市 4.00 张，不及全市。"
    assert not untraced(sentence)


def test_a_county_without_a_value_is_neither_ranked_nor_judged():
    missing = county(value=None, rank=None, against_city=CityComparison.UNJUDGED)
    assert describe_county(missing, 2016, "甲县", "a").text == "每千人床位：2016年甲县暂无数据。"


def test_a_county_is_not_ranked_by_few_events():
    few = county(value=5.83, basis=SEVEN, rank=None, against_city=CityComparison.UNJUDGED)
    assert describe_county(few, 2016, "甲县", "a").text == (
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
    sentence = count_statuses({Status.REACHED: 3, Status.TOO_FEW: 2}, 2016)
    assert sentence.text == "截至2016年，5 项政策目标中：已达到 3 项；另有 2 项数量太少，不足以判断。"


def test_every_count_of_statuses_is_traced_wherever_it_stands():
    sentence = count_statuses({Status.TOO_FEW: 2, Status.NO_DATA: 3}, 2016)
    assert sentence.text == "截至2016年，5 项政策目标中：暂无数据 3 项；另有 2 项数量太少，不足以判断。"
    assert not untraced(sentence)
