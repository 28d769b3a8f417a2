"""Every fault of a scenario, a plan or a task has a sentence that says what to do."""

import pytest

from datasets.siting.scenario import MOST_CHANGES, ChangeKind, ScenarioFault
from datasets.siting.siting_plan import MOST_SITES, CandidateKind, PlanFault
from geodata.siting.task import Infeasible, InfeasibleError, Objective
from layouts.words.pages import siting as words

NUMBERS = dict.fromkeys(("count", "candidates", "at_least", "at_most", "missing", "budget", "needed", "affordable"), 3)


@pytest.mark.parametrize("why", ScenarioFault)
def test_a_scenario_that_cannot_be_worked_out_is_told(why):
    assert words.unusable(why, "那一处", MOST_CHANGES).endswith("。")


@pytest.mark.parametrize("bad", PlanFault)
def test_a_plan_that_cannot_be_read_is_told(bad):
    told = words.bad_plan(bad, "那一处", MOST_SITES, MOST_CHANGES)
    assert told.endswith("。")
    assert "{" not in told


@pytest.mark.parametrize("reason", Infeasible)
def test_a_task_without_an_answer_is_told_with_its_numbers(reason):
    told = words.infeasible(InfeasibleError(reason, "north", **NUMBERS), {"north": "北部"})
    assert told.endswith("。")
    assert "{" not in told


def test_a_budget_that_is_too_small_says_how_far_it_goes():
    error = InfeasibleError(Infeasible.BUDGET_TOO_SMALL, budget=100, needed=160, affordable=1)
    assert words.infeasible(error, {}) == (
        "总预算 100 万元不够，按这些条件至少要 160 万元。这笔钱最多够建 1 处。请增加预算或减少处数。"
    )


def test_every_choice_has_a_name():
    assert set(words.OBJECTIVES) == set(Objective)
    assert set(words.CANDIDATE_NAMES) == set(CandidateKind)
    assert set(words.MODES) == set(words.MODE_HINTS) == set(words.CHANGE_KINDS) == set(words.APPLIES) == set(ChangeKind)


@pytest.mark.parametrize(
    ("ratios", "told"),
    [
        ((0.75, 0.82), "北部达到南部水平的 75.0% → 82.0%；未达80%线 → 达到80%线。"),
        ((0.75, 0.75), "北部达到南部水平的 75.0%；未达80%线。"),
        ((None, 0.5), "北部与南部无法比较：南部没有居民在标准以内。"),
    ],
)
def test_north_against_south_is_held_against_the_line(ratios, told):
    assert words.ratio_sentence("北部", "南部", ratios) == told


def test_a_run_that_was_stopped_says_how_far_it_may_be_from_the_best():
    assert words.found(3, 2.0, 0.031, stopped=True).endswith("与最优的差距不超过 3.10%。")
    assert words.found(3, 2.0, 0.0, stopped=False).endswith("已证明没有更好的选法。")


def test_what_would_close_a_gap_is_rounded_up_to_whole_ones():
    assert words.whole_up(26.2, "张", "床位") == "床位再增加 27 张"
    assert words.whole_up(27.0000000001, "张", "床位") == "床位再增加 27 张"


def test_groups_that_cannot_be_compared_are_told_with_the_reason():
    assert words.ratios_text((None, 0.5)) == "无法比较"
    assert words.ratio_note("南部", (None, 0.5)) == "南部没有居民在标准以内"
    assert words.ratio_note("南部", (0.75, 0.82)) == "未达80%线 → 达到80%线"
