"""Tasks without an answer, each with its reason, and what of a task a problem holds."""

import numpy as np
import pytest

from geodata.siting.problem import build_problem
from geodata.siting.task import InfeasibleError, InfeasibleReason, Objective
from tests.geodata.siting.test_solve import line

ROADLESS = np.full((4, 4), np.inf)


@pytest.mark.parametrize(
    ("changes", "reason", "group", "numbers"),
    [
        ({"residents": np.zeros(4)}, InfeasibleReason.NO_SETTLEMENT, None, {}),
        (
            {"cost": np.empty((0, 4)), "existing": np.empty(0), "residents": np.empty(0)},
            InfeasibleReason.NO_SETTLEMENT,
            None,
            {},
        ),
        ({"cost": np.empty((4, 0)), "groups": np.array([])}, InfeasibleReason.NO_CANDIDATE, None, {}),
        ({"count": 0}, InfeasibleReason.COUNT_ZERO, None, {}),
        ({"count": 5}, InfeasibleReason.TOO_FEW_CANDIDATES, None, {"count": 5, "candidates": 4}),
        (
            {"at_least": {"north": 3}, "count": 3},
            InfeasibleReason.GROUP_TOO_FEW,
            "north",
            {"at_least": 3, "candidates": 2},
        ),
        ({"at_least": {"west": 1}}, InfeasibleReason.GROUP_TOO_FEW, "west", {"at_least": 1, "candidates": 0}),
        (
            {"at_least": {"north": 1, "south": 1}},
            InfeasibleReason.GROUP_MINIMA_EXCEED_COUNT,
            None,
            {"at_least": 2, "count": 1},
        ),
        ({"budget": 9.0}, InfeasibleReason.PRICES_MISSING, None, {"missing": 4, "candidates": 4}),
        (
            {"budget": 9.0, "prices": np.array([1, np.nan, 2, 3])},
            InfeasibleReason.PRICES_MISSING,
            None,
            {"missing": 1, "candidates": 4},
        ),
        (
            {"budget": 9.0, "prices": np.array([3.0, 4, 5, 6]), "count": 3},
            InfeasibleReason.BUDGET_TOO_SMALL,
            None,
            {"budget": 9, "needed": 12, "affordable": 2},
        ),
        (
            {"budget": 4.0, "prices": np.array([3.0, 4, 5, 6]), "count": 2, "at_least": {"north": 1}},
            InfeasibleReason.BUDGET_TOO_SMALL,
            None,
            {"budget": 4, "needed": 8, "affordable": -1},
        ),
        ({"existing": np.zeros(4)}, InfeasibleReason.ALL_SERVED, None, {}),
        ({"cost": ROADLESS}, InfeasibleReason.NO_CANDIDATE_HELPS, None, {}),
    ],
)
def test_every_infeasibility_has_its_reason(changes, reason, group, numbers):
    with pytest.raises(InfeasibleError) as refused:
        build_problem(line(Objective.COVER, **changes))
    assert (refused.value.reason, refused.value.group, refused.value.numbers) == (reason, group, numbers)


def test_settlements_that_no_candidate_matters_to_are_not_in_the_model():
    assert build_problem(line(Objective.COVER)).gain.shape == (2, 4)
