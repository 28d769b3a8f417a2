"""Sitings held against PySAL's spopt, which hands its models to HiGHS through PuLP."""

import warnings

import numpy as np
import pytest

from geodata.siting.problem import compute_unreached_cost
from geodata.siting.solve import find_best_sites
from geodata.siting.task import Objective
from tests.geodata.siting.test_solve import LONG, strewn

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what spopt's imports warn of is not ours
    import pulp
    from spopt.locate import MCLP, PMedian


@pytest.fixture
def highs() -> pulp.LpSolver:
    return pulp.HiGHS(msg=False)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("seed", range(4))
def test_maximal_covering_agrees_with_spopt(seed, highs):
    task = strewn(40, 20, seed, Objective.COVER)
    theirs = MCLP.from_cost_matrix(task.cost, task.residents, task.limit, p_facilities=task.count).solve(highs)
    assert find_best_sites(task, LONG).value == pytest.approx(theirs.problem.objective.value())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("seed", range(4))
def test_the_median_agrees_with_spopt(seed, highs):
    task = strewn(40, 20, seed, Objective.MEDIAN)
    theirs = PMedian.from_cost_matrix(task.cost, task.residents, p_facilities=task.count).solve(highs)
    left = compute_unreached_cost(task) * task.residents.sum() - find_best_sites(task, LONG).value
    assert left == pytest.approx(theirs.problem.objective.value())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("seed", range(4))
def test_the_median_beside_kept_facilities_agrees_with_spopt(seed, highs):
    task = strewn(40, 20, seed, Objective.MEDIAN)
    kept = task.cost[:, :2].min(axis=1)  # the first two candidates stand already
    ours = find_best_sites(strewn(40, 20, seed, Objective.MEDIAN, existing=kept, count=3), LONG)
    theirs = PMedian.from_cost_matrix(
        task.cost, task.residents, p_facilities=5, predefined_facilities_arr=np.array([1, 1] + [0] * 18)
    ).solve(highs)
    assert (kept * task.residents).sum() - ours.value == pytest.approx(theirs.problem.objective.value())
