"""The solver's model by itself, held against a search through every selection."""

import numpy as np
import pytest

from geodata.siting.milp import SitingModel
from geodata.siting.problem import Problem, build_problem
from geodata.siting.task import Objective
from tests.geodata.siting.test_solve import keeping_to_the_rules, strewn, value_of

RULES = [{}, {"at_least": {"north": 3}}, {"at_least": {"north": 1}, "budget": 55.0}, {"budget": 30.0}]


def world(objective: Objective, seed: int, rules: dict) -> tuple[Problem, dict[tuple[int, ...], float]]:
    """A problem, and what each selection that keeps to the rules gains."""
    prices = np.random.default_rng(seed).integers(5, 30, 14).astype(float)
    task = strewn(50, 14, seed, objective, prices=prices, **rules)
    return build_problem(task), {chosen: value_of(task, chosen) for chosen in keeping_to_the_rules(task)}


def never(_: float) -> bool:
    return False


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("rules", RULES)
def test_the_model_alone_finds_and_proves_the_best(objective, seed, rules):
    problem, values = world(objective, seed, rules)
    start, broken = problem.select_cheapest(), True
    model = SitingModel(problem, start)
    model.solve_relaxed(0.0, never)
    while broken:
        chosen, broken = model.solve(start, never)
    assert values[tuple(chosen.tolist())] == pytest.approx(max(values.values()))
    assert model.bound == pytest.approx(max(values.values()), rel=1e-5)


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("rules", RULES)
def test_the_relaxed_bound_holds_and_no_best_selection_has_a_closed_candidate(objective, seed, rules):
    problem, values = world(objective, seed, rules)
    best = max(values.values())
    model = SitingModel(problem, problem.select_cheapest())
    model.solve_relaxed(best, never)
    assert model.bound >= best * (1 - 1e-9)
    for place in np.flatnonzero(model.closed):
        assert max((value for chosen, value in values.items() if place in chosen), default=0) < best


def test_candidates_are_closed_at_all():
    problem, values = world(Objective.MEDIAN, 0, {})
    model = SitingModel(problem, problem.select_cheapest())
    model.solve_relaxed(max(values.values()), never)
    assert 0 < model.closed.sum() < problem.candidates
