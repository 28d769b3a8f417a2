"""Every fault of a scenario, a plan or a task has a sentence that says what to do."""

import pytest

from datasets.siting.scenario import MOST_CHANGES, ScenarioFault
from datasets.siting.siting_plan import MOST_SITES, PlanFault
from geodata.siting.task import InfeasibleError, InfeasibleReason
from layouts.words.messages import siting as messages

NUMBERS = dict.fromkeys(("count", "candidates", "at_least", "missing", "budget", "needed", "affordable"), 3)


@pytest.mark.parametrize("why", ScenarioFault)
def test_a_scenario_that_cannot_be_worked_out_is_told(why):
    assert messages.describe_scenario_fault(why, "那一处", MOST_CHANGES).endswith("。")


@pytest.mark.parametrize("bad", PlanFault)
def test_a_plan_that_cannot_be_read_is_told(bad):
    told = messages.describe_plan_fault(bad, "那一处", MOST_SITES, MOST_CHANGES)
    assert told.endswith("。")
    assert "{" not in told


@pytest.mark.parametrize("reason", InfeasibleReason)
def test_a_task_without_an_answer_is_told_with_its_numbers(reason):
    told = messages.explain_infeasible(InfeasibleError(reason, "north", **NUMBERS), {"north": "北部"})
    assert told.endswith("。")
    assert "{" not in told


def test_a_budget_that_is_too_small_says_how_far_it_goes():
    error = InfeasibleError(InfeasibleReason.BUDGET_TOO_SMALL, budget=100, needed=160, affordable=1)
    assert messages.explain_infeasible(error, {}) == (
        "总预算 100 万元不够，按这些条件至少要 160 万元。这笔钱最多够建 1 处。请增加预算或减少处数。"
    )


def test_a_run_that_was_stopped_says_how_far_it_may_be_from_the_best():
    assert messages.result_text(3, 2.0, 0.031, stopped=True).endswith("与最优的差距不超过 3.10%。")
    assert messages.result_text(3, 2.0, 0.0, stopped=False).endswith("已证明没有更好的选法。")
