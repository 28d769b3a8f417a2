"""The desk of siting: what stands where, for readers and for those who may save."""

import json
from typing import Any

from plotly.io.json import to_json_plotly

from layouts.pages.siting import (
    AreaRow,
    ChangeRow,
    HandForm,
    OutcomeView,
    Panel,
    PlanForm,
    SavedRow,
    TargetRow,
    panel_body,
    refused_body,
)
from layouts.words.pages import siting as words

PLAN = PlanForm({}, {"cover": "覆盖最多居民"}, [], {"seats": "乡镇驻地"}, {"a": "甲县"}, "每处床位（张）", "北部")
HAND = HandForm([("甲县", {"113,24": "一镇"})], [("甲县", {"f1": "甲站"})], "卫生院")
OUTCOME = OutcomeView(
    covered="300 人",
    covered_note="估计；现在10公里内有卫生院",
    uncovered="",
    ratio_label="北部 ÷ 南部",
    ratio="75.0% → 82.0%",
    ratio_note="未达80%线 → 达到80%线",
    line=True,
    areas=[AreaRow("全市", "+300", "70.0% → 78.0%", "7.79 → 6.55", "good")],
    counties=[],
    targets=[TargetRow("甲县", "第12条", "3.94 张 → 4.03 张", ("到期未达", "已达到"), ("missed", "reached"))],
    targets_text="",
    missed="",
    notes=["人口不变。"],
)
CHANGE = ChangeRow("add", "卫生院（新1）", "甲县一镇，40 张", 113.0, 24.0)
SAVED = SavedRow(7, "一处", "卫生院 · 2016年", "/service?changes=x")


def tree(**own: Any) -> str:
    shown: dict[str, Any] = {"plan": PLAN, "hand": HAND, "changes": [], "outcome": None, "saved": []}
    panel = Panel(**(shown | {"hint": "", "pack_href": "/briefing"} | own))
    return json.dumps(json.loads(to_json_plotly(panel_body(panel))), ensure_ascii=False)


def test_without_changes_the_reader_is_told_what_to_do():
    told = tree()
    assert words.NO_CHANGES in told
    assert "st-outcome" not in told


def test_the_outcome_tells_people_ratio_and_target():
    told = tree(changes=[CHANGE], outcome=OUTCOME)
    for text in ("300 人", "75.0% → 82.0%", "第12条", "status-missed", "status-reached"):
        assert text in told


def test_each_change_can_be_undone_and_says_which_it_is():
    told = tree(changes=[CHANGE], outcome=OUTCOME)
    assert f"{words.UNDO} 卫生院（新1）" in told
    assert '"data-position": 0' in told


def test_whoever_may_not_save_is_told_why_and_offered_no_button():
    told = tree(saved=[SAVED], hint=words.LOG_IN)
    assert words.LOG_IN in told
    assert '"data-act": "save"' not in told
    assert '"data-act": "delete"' not in told


def test_prices_of_counties_are_folded_away_until_one_is_filled_in():
    filled = PlanForm(**(vars(PLAN) | {"values": {"price-a": "80"}}))
    assert '"open": true' not in tree()
    assert '"open": true' in tree(plan=filled)


def test_two_saved_scenarios_can_be_compared_one_cannot():
    assert words.COMPARE not in tree(saved=[SAVED])
    assert words.COMPARE in tree(saved=[SAVED, SAVED])


def test_a_scenario_that_cannot_be_worked_out_is_told_with_the_way_back():
    told = json.dumps(
        json.loads(to_json_plotly(refused_body("不行。", words.UNDO_ALL, "/service?mode=siting"))), ensure_ascii=False
    )
    assert "不行。" in told
    assert "/service?mode=siting" in told
