"""Sitings held against a search through every selection, in worlds of a few settlements."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.siting.problem import compute_unreached_cost
from geodata.siting.solve import find_best_sites
from geodata.siting.task import InfeasibleError, Objective, SitingTask

LONG = 60.0


def line(objective: Objective, **changes: Any) -> SitingTask:
    """Settlements at kilometres 0, 10, 20 and 30 of a road, candidates beside each; a facility is kept at 0."""
    places = np.array([0.0, 10, 20, 30])
    task = SitingTask(
        cost=np.abs(places[:, None] - places),
        existing=places,
        residents=np.array([500.0, 100, 50, 400]),
        limit=10.0,
        count=1,
        objective=objective,
        groups=np.array(["south", "south", "north", "north"]),
        at_least={},
    )
    return replace(task, **changes)


def strewn(settlements: int, candidates: int, seed: int, objective: Objective, **changes: Any) -> SitingTask:
    """A task of places strewn over a square of 100 km, without existing facilities."""
    chance = np.random.default_rng(seed)
    lived_in, sites = chance.uniform(0, 100, (settlements, 2)), chance.uniform(0, 100, (candidates, 2))
    task = SitingTask(
        cost=np.linalg.norm(lived_in[:, None] - sites, axis=2),
        existing=np.full(settlements, np.inf),
        residents=chance.integers(1, 5000, settlements).astype(float),
        limit=25.0,
        count=3,
        objective=objective,
        groups=np.where(sites[:, 1] > 50, "north", "south"),
        at_least={},
    )
    return replace(task, **changes)


def value_of(task: SitingTask, chosen: tuple[int, ...]) -> float:
    """Residents newly covered, or resident-kilometres saved, worked out one settlement after the other."""
    value, far = 0.0, compute_unreached_cost(task)
    for costs, existing, residents in zip(task.cost, task.existing, task.residents, strict=True):
        after = min(existing, *costs[list(chosen)])
        if task.objective is Objective.COVER:
            value += residents if after <= task.limit < existing else 0
        else:
            value += residents * (min(existing, far) - min(after, far))
    return value


def keeping_to_the_rules(task: SitingTask) -> Iterator[tuple[int, ...]]:
    for chosen in combinations(range(task.cost.shape[1]), task.count):
        labels = task.groups[list(chosen)].tolist()
        too_few = any(labels.count(group) < least for group, least in task.at_least.items())
        too_dear = task.budget is not None and task.prices is not None and task.prices[list(chosen)].sum() > task.budget
        if not (too_few or too_dear):
            yield chosen


@st.composite
def tasks(draw: st.DrawFn) -> SitingTask:
    """Any small task: unreachable pairs, ties, settlements without residents, every kind of rule."""
    settlements, candidates = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    costs = st.sampled_from([0.0, 1, 2, 3, 5, 8, np.inf])
    groups = draw(st.lists(st.sampled_from("abc"), min_size=candidates, max_size=candidates))
    numbers = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), max_size=2)
    rows = st.lists(
        st.lists(costs, min_size=candidates, max_size=candidates), min_size=settlements, max_size=settlements
    )
    return SitingTask(
        cost=np.array(draw(rows)),
        existing=np.array(draw(st.lists(costs, min_size=settlements, max_size=settlements))),
        residents=np.array(draw(st.lists(st.integers(0, 9), min_size=settlements, max_size=settlements)), dtype=float),
        limit=draw(st.sampled_from([1.0, 3, 5])),
        count=draw(st.integers(1, 4)),
        objective=draw(st.sampled_from(Objective)),
        groups=np.array(groups),
        at_least=draw(numbers),
        prices=np.array(draw(st.lists(st.integers(0, 9), min_size=candidates, max_size=candidates)), dtype=float),
        budget=draw(st.none() | st.integers(0, 20)),
    )


@settings(max_examples=300, deadline=None)
@given(tasks())
def test_no_selection_that_keeps_to_the_rules_is_better(task):
    allowed = list(keeping_to_the_rules(task))
    if not allowed or not any(value_of(task, (place,)) for place in range(task.cost.shape[1])):
        with pytest.raises(InfeasibleError):
            find_best_sites(task, LONG)
        return
    result, best = find_best_sites(task, LONG), max(value_of(task, chosen) for chosen in allowed)
    assert result.chosen in allowed
    assert result.value == pytest.approx(value_of(task, result.chosen))
    assert result.value == pytest.approx(best, rel=1e-5)
    assert (result.gap, result.bound, result.stopped) == (0, result.value, False)


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rules", [{}, {"at_least": {"north": 3}}, {"budget": 45.0}])
def test_the_solver_agrees_with_a_search_through_every_selection(objective, seed, rules):
    prices = np.random.default_rng(seed).integers(5, 30, 16).astype(float)
    task = strewn(60, 16, seed, objective, prices=prices, **rules)
    best = max(value_of(task, chosen) for chosen in keeping_to_the_rules(task))
    assert find_best_sites(task, LONG).value == pytest.approx(best)


def test_covering_counts_only_residents_who_were_out_of_reach():
    result = find_best_sites(line(Objective.COVER), LONG)
    assert (result.chosen, result.value) in [((2,), 450), ((3,), 450)]


def test_the_median_saves_what_the_kept_facility_leaves():
    result = find_best_sites(line(Objective.MEDIAN), LONG)
    assert (result.chosen, result.value) == ((3,), 400 * 30 + 50 * 10)


def test_whoever_reaches_nothing_counts_as_twice_the_farthest_away():
    task = line(Objective.MEDIAN, existing=np.full(4, np.inf))
    assert compute_unreached_cost(task) == 60
    assert find_best_sites(task, LONG).value == value_of(task, (1,))


def test_bringing_someone_into_reach_counts_more_than_bringing_as_many_nearer():
    cost = np.array([[np.inf, 1.0], [9.0, np.inf]])
    task = line(
        Objective.MEDIAN,
        cost=cost,
        existing=np.array([8.0, np.inf]),
        residents=np.ones(2),
        groups=np.array(["a", "b"]),
    )
    assert find_best_sites(task, LONG).chosen == (0,)


@pytest.fixture
def reported_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the machine is, a run is told about before it is done."""
    monkeypatch.setattr("geodata.siting.solve._REPORT_EVERY", 0.0)


@pytest.mark.usefixtures("reported_at_every_step")
def test_a_stopped_run_gives_the_best_it_knows_and_how_far_that_may_be_from_the_best():
    task = strewn(300, 150, 4, Objective.MEDIAN, count=10)
    gaps: list[float] = []

    def stop_at_first_gap(gap: float, _elapsed: float) -> bool:
        gaps.append(gap)
        return not np.isnan(gap)

    result = find_best_sites(task, LONG, stop_at_first_gap)
    assert result.stopped
    assert len(set(result.chosen)) == 10
    assert result.value == pytest.approx(value_of(task, result.chosen))
    assert 0 < result.gap < 0.5
    assert find_best_sites(task, LONG).value <= result.bound


@pytest.mark.parametrize("objective", Objective)
def test_no_time_at_all_still_gives_an_answer(objective):
    task = strewn(100, 60, 5, objective, count=4)
    result = find_best_sites(task, 0.0)
    assert result.stopped
    assert find_best_sites(task, LONG).value <= result.bound
    assert len(set(result.chosen)) == 4


@pytest.mark.usefixtures("reported_at_every_step")
def test_a_run_that_nobody_stops_is_told_about_as_it_goes():
    times: list[float] = []
    find_best_sites(
        strewn(300, 150, 4, Objective.MEDIAN, count=10), LONG, lambda _gap, elapsed: times.append(elapsed) is not None
    )
    assert len(times) > 1
    assert times == sorted(times)
