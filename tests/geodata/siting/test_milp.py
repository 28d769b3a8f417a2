"""The bound and the solver's model, each by itself held against a search through every selection."""

import numpy as np
import pytest

from geodata.siting.heuristics import first_selection, improve, interchange
from geodata.siting.milp import Model
from geodata.siting.problem import Problem
from geodata.siting.solve import Objective, problem_of
from tests.geodata.siting.test_solve import keeping_to_the_rules, strewn, value_of

RULES = [{}, {"at_least": {"north": 3}}, {"at_most": {"south": 1}, "budget": 55.0}, {"budget": 30.0}]


def world(objective: Objective, seed: int, rules: dict) -> tuple[Problem, dict[tuple[int, ...], float]]:
    """A problem, and what each selection that keeps to the rules gains."""
    prices = np.random.default_rng(seed).integers(5, 30, 14).astype(float)
    task = strewn(50, 14, seed, objective, prices=prices, **rules)
    return problem_of(task), {chosen: value_of(task, chosen) for chosen in keeping_to_the_rules(task)}


def never(*_: float) -> bool:
    return False


def solved(model: Model, problem: Problem) -> tuple[tuple[int, ...], float]:
    """The model's last word: asked again until it promises no more than it gains."""
    for _ in range(50):
        answer = model.solve(problem.best_by(-problem.price), never)
        assert answer.chosen is not None
        if answer.bound <= problem.value(answer.chosen) * (1 + 1e-6):
            return tuple(sorted(answer.chosen.tolist())), answer.bound
    pytest.fail("it promises more than it gains")


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("rules", RULES)
def test_the_model_alone_finds_and_proves_the_best(objective, seed, rules):
    problem, values = world(objective, seed, rules)
    everything, nothing = np.ones(problem.candidates, dtype=bool), np.zeros(problem.candidates, dtype=bool)
    model = Model(problem, everything, nothing, np.zeros(len(problem.gain)))
    model.tighten(never)
    chosen, bound = solved(model, problem)
    assert values[chosen] == pytest.approx(max(values.values()))
    assert bound == pytest.approx(max(values.values()), rel=1e-5)


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("rules", RULES)
def test_the_bound_holds_for_all_and_for_each_candidate_with_and_without_it(objective, seed, rules):
    problem, values = world(objective, seed, rules)
    best = max(values.values())
    _, bound = improve(problem, first_selection(problem), never)
    assert bound.total >= best * (1 - 1e-9)
    for place in np.flatnonzero(bound.out(best)):
        assert max((value for chosen, value in values.items() if place in chosen), default=0) < best
    for place in np.flatnonzero(bound.kept(best)):
        assert max((value for chosen, value in values.items() if place not in chosen), default=0) < best


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("rules", RULES)
def test_no_single_exchange_betters_what_the_interchange_ends_with(objective, rules):
    problem, values = world(objective, 3, rules)
    start = problem.best_by(-problem.price)
    chosen = set(interchange(problem, start, never).tolist())
    near = [value for other, value in values.items() if len(chosen & set(other)) >= problem.count - 1]
    assert values[tuple(sorted(chosen))] == pytest.approx(max(near))
