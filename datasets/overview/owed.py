"""What the policy's targets came to as of a year, in time or late, and which departments owe most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from datasets.analyses.target_statuses import TargetResult
from indicators.policy.progress import Status


class Outcome(StrEnum):
    """What became of a target, in the order in which they are told."""

    ON_TIME = "on_time"
    LATE = "late"
    REACHED = "reached"  # by now; whether in time no figure tells
    MISSED = "missed"
    UNDER_WAY = "under_way"
    CANNOT_TELL = "cannot_tell"


OWED = frozenset({Outcome.MISSED, Outcome.LATE})


def find_outcomes(results: Mapping[int, Sequence[TargetResult]], year: int) -> dict[str, Outcome]:
    """The outcome of every target as of ``year``, by its id; ``results`` holds those of every year up to it."""
    return {result.target.id: _find_outcome(results, result, at) for at, result in enumerate(results[year])}


def _find_outcome(results: Mapping[int, Sequence[TargetResult]], result: TargetResult, at: int) -> Outcome:
    status = result.counted_status
    if status is Status.REACHED:
        return _judge_time({year: held[at].counted_status for year, held in results.items()}, result.target.deadline)
    if status is Status.MISSED:
        return Outcome.MISSED
    if status in (Status.ON_TRACK, Status.BEHIND, Status.NOT_DUE):
        return Outcome.UNDER_WAY
    return Outcome.CANNOT_TELL


def _judge_time(statuses: Mapping[int, Status], deadline: int) -> Outcome:
    """In time if reached in a year up to the deadline; late if a later figure, before that, tells that it was not."""
    reached = [year for year, status in statuses.items() if status is Status.REACHED]
    if min(reached) <= deadline:
        return Outcome.ON_TIME
    missed = [year for year, status in statuses.items() if status is Status.MISSED and deadline <= year < min(reached)]
    return Outcome.LATE if missed else Outcome.REACHED


def count_by_department(
    results: Sequence[TargetResult], outcomes: Mapping[str, Outcome], counted: frozenset[Outcome]
) -> list[tuple[str, int]]:
    """How many targets with a ``counted`` outcome each lead department has, most first; "" where none is named."""
    counts = Counter(
        result.article.lead_department or "" for result in results if outcomes[result.target.id] in counted
    )
    return counts.most_common()
