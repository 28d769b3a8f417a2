"""The page of the gap: ids, words, and text that stays text."""

from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from indicators.definition import Comparator, Direction
from indicators.gaps.gap_path import Assessment, BenchmarkFall, Crossing, CrossingStatus, IndicatorGap
from indicators.gaps.gaps import Averaging, Gap, GroupLevel
from indicators.gaps.inequality import InequalityMeasure
from indicators.policy.ledger import Scope
from indicators.policy.shortfalls import find_needs_to_target
from layouts.frame.parts import clicked_row, grid_place, grid_rows, waiting_grid
from layouts.ids import GapPage, Shell
from layouts.pages.gap import GapTable, indicator_body, inequality_table, page, print_table
from layouts.words import gap_needs as needs_words
from layouts.words.pages import gap as words
from layouts.words.pages.atlas import gap_headline
from locales import say
from tests.indicators.policy.test_shortfalls import entry
from tests.indicators.test_definition import indicator
from tests.layouts.pages.test_atlas import components

GROUPS = {"focus": "北", "benchmark": "南"}


@pytest.fixture
def ids() -> Counter[str]:
    return Counter(part["props"]["id"] for part in components(page("差距", "北", "南")) if "id" in part["props"])


def test_every_id_of_the_page_is_used_once(ids):
    parts = {part_of(GapPage.TABLE) for part_of in (grid_place, grid_rows, clicked_row, waiting_grid)}
    assert set(ids) == set(GapPage) - {GapPage.TABLE} | parts
    assert set(ids.values()) == {1}
    assert not set(ids) & set(Shell)


def test_every_label_names_a_control(ids):
    parts = components(page("差距", "北", "南"))
    labels = [part["props"]["htmlFor"] for part in parts if "htmlFor" in part["props"]]
    assert labels
    assert set(labels) <= set(ids)


def test_every_assessment_has_its_word():
    assert len({say("gap-assessments", assessment=one) for one in Assessment}) == len(Assessment)


def test_every_measure_has_its_name_meaning_and_formula():
    for key in ("inequality-measures", "inequality-meanings", "inequality-formulas"):
        assert len({say(key, measure=each, **GROUPS) for each in InequalityMeasure}) == len(InequalityMeasure)


def test_every_measure_opens_its_definition_and_formula():
    text = str(inequality_table(["2016年"], [(measure, ["1"]) for measure in InequalityMeasure], GROUPS))
    assert text.count("Details(") == len(InequalityMeasure)
    assert "{focus}" not in text
    assert "ln(xᵢ/x̄)" in text


def test_text_of_a_user_is_never_markup():
    shown = components(print_table(GapTable(["<b>"], [["<script>"]])))
    assert {part["type"] for part in shown} <= {"Table", "Thead", "Tbody", "Tr", "Th", "Td"}
    body = indicator_body((Assessment.SHORT, "<i>"), GapTable([], []), [("来源", "<i>")], GapTable([], []), "<i>")
    assert "DangerouslySetInnerHTML" not in str(body)
    assert "Markdown" not in str(body)


def standing(verdict: Assessment, *ratios: float | None, direction: Direction = Direction.HIGHER) -> IndicatorGap:
    levels = {key: GroupLevel(dict.fromkeys(Averaging, 1.0), ()) for key in ("north", "south")}
    return IndicatorGap(indicator(direction=direction), Gap(levels, dict(zip(Averaging, ratios, strict=True))), verdict)


@pytest.mark.parametrize(
    ("one", "badge"),
    [
        (standing(Assessment.SHORT, 0.7, 0.7, 0.7), "稳健"),
        (standing(Assessment.REACHED, 0.9, None, 0.9), "仅2种口径"),
        (standing(Assessment.SENSITIVE, 0.7, 0.9, 0.9), "口径敏感"),
        (standing(Assessment.NOT_JUDGED, None, None, None), "—"),
        (IndicatorGap(indicator(), None, Assessment.NO_DATA), "—"),
    ],
)
def test_the_badge_says_whether_the_verdict_holds_under_every_reading(one, badge):
    assert words.badge_text(one) == badge


def test_a_missing_member_is_named_and_nothing_is_concluded():
    one = standing(Assessment.MISSING, None, None, None)
    assert words.assessment_text(one, ["清城区"]) == "缺清城区"
    assert "不下结论" in words.assessment_sentence(one, ["清城区"], "北", "南")


@pytest.mark.parametrize(
    ("crossing", "text"),
    [
        (Crossing(CrossingStatus.TOO_FEW), "无法推算：有比值的年份不足两年"),
        (Crossing(CrossingStatus.NOT_RISING, 2010, 2014, -0.01), "无法推算"),
        (Crossing(CrossingStatus.CROSSES, 2010, 2014, 0.02, year=2018), "约2018年达到80%，晚于政策期末2016年"),
        (Crossing(CrossingStatus.CROSSES, 2010, 2014, 0.02, year=2016), "不晚于政策期末2016年"),
        (Crossing(CrossingStatus.CROSSES, 2010, 2014, 0.0001, year=2090), "50年内到不了80%"),
        (Crossing(CrossingStatus.REACHED, 2010, 2014, since=2012), "2014年已在80%线上（2012年起）"),
    ],
)
def test_a_crossing_is_told_or_said_to_be_unknown(crossing, text):
    assert text in words.crossing_text(crossing, 2016)


def test_a_rise_by_a_worse_benchmark_is_no_progress():
    fall = BenchmarkFall(2010, 2011, (0.5, 0.6), (6.0, 5.0), focus_improved=False)
    told = words.fall_text(fall, indicator(), "北", "南")
    assert "但南由 6.0 张 降到 5.0 张" in told
    assert "北同期没有改善，上升不是进步" in told
    lower = words.fall_text(fall, indicator(direction=Direction.LOWER), "北", "南")
    assert "升到 5.0 张" in lower


def test_a_ratio_just_below_the_line_is_not_rounded_onto_it():
    assert words.ratio_text(0.79996) != "80.0%"
    assert words.ratio_text(0.8) == "80.0%"
    assert words.ratio_text(None) == "—"


def test_a_level_of_a_state_is_a_share_of_counties():
    assert words.level_text(indicator(yes_no=True), 0.25) == "25%的县"
    assert words.value_text(indicator(yes_no=True), 1.0) == "是"
    assert words.level_text(indicator(), None) == "暂无数据"


@pytest.mark.parametrize(("direction", "zero"), [(Direction.HIGHER, "南"), (Direction.LOWER, "北")])
def test_a_ratio_without_meaning_names_the_group_it_would_be_divided_by(direction, zero):
    levels = {key: GroupLevel(dict.fromkeys(Averaging, 0.0), ()) for key in ("north", "south")}
    told = gap_headline(Gap(levels, dict.fromkeys(Averaging)), {"north": "北", "south": "南"}, "north", direction)
    assert told["detail"].startswith(f"{zero}水平为0")


def test_a_county_beyond_the_range_of_about_has_not_reached_the_target():
    about = replace(entry(Comparator.ABOUT, 4, Scope.EACH_COUNTY), tolerance=0.05)
    parts = pd.DataFrame({"numerator": [5_000.0, 4_000.0], "denominator": [1e6, 1e6]}, index=["a", "b"])
    needs = find_needs_to_target(parts, 1000, about)
    told = [needs_words.needs_note(row, indicator(), needs) for row in needs.counties.itertuples()]
    assert told == ["已高于允许范围，增加不能使其达到", "已达到"]


def test_a_long_table_is_scrolled_in_its_place():
    rows = [["甲县", "1"]] * 31
    assert print_table(GapTable(["地区", "数值"], rows)).className == "gp-long"
    assert print_table(GapTable(["地区", "数值"], rows[1:])).className == "gp-print-table"
