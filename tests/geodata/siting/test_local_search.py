"""The local search held against a search through every selection."""

import pytest

from geodata.siting.local_search import improve_by_interchange
from geodata.siting.task import Objective
from tests.geodata.siting.test_milp import RULES, never, world


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("rules", RULES)
def test_no_single_exchange_betters_what_the_interchange_ends_with(objective, rules):
    problem, values = world(objective, 3, rules)
    chosen = set(improve_by_interchange(problem, problem.select_cheapest(), never).tolist())
    near = [value for other, value in values.items() if len(chosen & set(other)) >= problem.count - 1]
    assert values[tuple(sorted(chosen))] == pytest.approx(max(near))
