"""What became of policy targets: in time, late, missed."""

from types import SimpleNamespace

import pytest

from datasets.overview.owed import OWED, Outcome, count_by_department, find_outcomes
from indicators.policy.progress import Status


def result(status: Status, deadline: int = 2015, department: str | None = "市教育局", key: str = "t"):
    """A target's result, as far as its outcome depends on it."""
    return SimpleNamespace(
        target=SimpleNamespace(id=key, deadline=deadline),
        article=SimpleNamespace(lead_department=department),
        counted_status=status,
    )


@pytest.mark.parametrize(
    ("statuses", "outcome"),
    [
        ({2014: Status.REACHED, 2016: Status.REACHED}, Outcome.ON_TIME),
        ({2014: Status.BEHIND, 2015: Status.MISSED, 2016: Status.REACHED}, Outcome.LATE),
        ({2014: Status.BEHIND, 2016: Status.REACHED}, Outcome.REACHED),
        ({2015: Status.NO_DATA, 2016: Status.REACHED}, Outcome.REACHED),
        ({2014: Status.REACHED, 2016: Status.MISSED}, Outcome.MISSED),
        ({2016: Status.NO_DATA}, Outcome.CANNOT_TELL),
        ({2016: Status.TOO_FEW}, Outcome.CANNOT_TELL),
        ({2016: Status.BEHIND}, Outcome.UNDER_WAY),
    ],
)
def test_a_target_is_late_only_if_a_figure_says_so(statuses, outcome):
    results = {year: [result(status)] for year, status in statuses.items()}
    assert find_outcomes(results, 2016) == {"t": outcome}


def test_departments_are_counted_by_what_they_owe_most_first():
    results = [
        result(Status.MISSED, key="a"),
        result(Status.MISSED, key="b", department="市卫生局"),
        result(Status.MISSED, key="c", department="市卫生局"),
        result(Status.REACHED, key="d", department=None),
    ]
    outcomes = {"a": Outcome.MISSED, "b": Outcome.LATE, "c": Outcome.MISSED, "d": Outcome.ON_TIME}
    assert count_by_department(results, outcomes, OWED) == [("市卫生局", 2), ("市教育局", 1)]
