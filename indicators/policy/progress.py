"""How far a target is reached as of a year: one status a target and area, and the share of the way travelled."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import PolicyTarget
from indicators.thresholds import at_least, at_most, equals


class Status(StrEnum):
    """Where a target stands in a year. ``NO_DATA`` is not a failure; ``MISSED`` needs a value and a passed deadline.

    ``CANNOT_TELL`` is no failure either: the only figure there is, or a first one on too few events, says nothing of
    the way to a later deadline. ``TOO_FEW`` is what a status that is not ``firm`` is shown and counted as.
    """

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    CANNOT_TELL = "cannot_tell"
    TOO_FEW = "too_few"
    NO_DATA = "no_data"
    NOT_DUE = "not_due"


@dataclass(frozen=True)
class TargetProgress:
    """One target in one area as of one year.

    ``first_year`` and ``first_value`` are the first known figure, the start of the line to the target. ``share`` is
    the part of the way from there to the target, None where there is no way to travel or no start to trust. ``basis``
    is what the value rests on, where chance is in it: resting on too few, the status is that by the letter of the
    target only, and not ``is_firm``.
    """

    status: Status
    value: float | None
    first_year: int | None = None
    first_value: float | None = None
    share: float | None = None
    basis: CountBasis | None = None

    @property
    def is_firm(self) -> bool:
        """Whether the value carries the status."""
        return self.basis is None or not self.basis.is_small

    @property
    def counted_status(self) -> Status:
        """The status that it counts as: one that is not firm counts apart."""
        return self.status if self.is_firm else Status.TOO_FEW


def measure_progress(
    target: PolicyTarget, series: pd.Series, year: int, basis: CountBasis | None = None, start: CountBasis | None = None
) -> TargetProgress:
    """Hold a series (indexed by year, in the indicator's unit) against a target as of ``year``.

    An older value is never taken for this year's: without one the status is "no data". On track means on or ahead of
    the straight line from the first known value to the target at the deadline, which takes a figure before the one that
    is judged, and one that chance has not moved: ``start`` is what the first one rests on. A state (yes/no) has no such
    line and is simply not yet due before its deadline. A value beyond what "about" allows has to come down the line.
    """
    known = series.dropna().sort_index()
    if year not in known.index:
        return TargetProgress(Status.NO_DATA, None)
    value, first_year = float(known[year]), int(known.index[0])
    first_value = float(known.iloc[0])
    has_way = first_year < year and not (start and start.is_small)
    share = compute_share_of_way(first_value, value, target.value) if has_way else None
    status = _find_status(target, (first_year, first_value) if has_way else None, value, year)
    return TargetProgress(status, value, first_year, first_value, share, basis)


def compute_share_of_way(first: float, value: float, target: float) -> float | None:
    """The share of the way from the first value to the target; falling targets and zero need no special case."""
    return None if equals(first, target) else (value - first) / (target - first)


def _find_status(target: PolicyTarget, start: tuple[int, float] | None, value: float, year: int) -> Status:
    """``start`` is the year and the value from which the way is travelled."""
    if target.criterion.is_met_by(value):
        return Status.REACHED
    due = year >= target.deadline or (target.yearly and year >= target.start)
    if due:
        return Status.MISSED
    if year < target.start or target.is_state:
        return Status.NOT_DUE
    if start is None:
        return Status.CANNOT_TELL
    first_year, first_value = start
    elapsed = (year - first_year) / (target.deadline - first_year)
    expected = first_value + (target.value - first_value) * elapsed
    from_below = target.comparator.rises and not target.criterion.is_beyond(value)
    ahead = at_least(value, expected) if from_below else at_most(value, expected)
    return Status.ON_TRACK if ahead else Status.BEHIND


# An area that stands so keeps the whole from standing better, the worst first.
HOLDING_BACK = (Status.MISSED, Status.BEHIND, Status.NO_DATA, Status.CANNOT_TELL)


def combine_statuses(statuses: list[Status]) -> Status:
    """The status of a target over all areas in its scope: no better than its worst area that is known.

    An area without data, or whose one figure says nothing yet, keeps the target from being reached, but is no failure.
    """
    for worst in HOLDING_BACK:
        if worst in statuses:
            return worst
    if not statuses:
        return Status.NO_DATA
    return next((status for status in (Status.NOT_DUE, Status.ON_TRACK) if status in statuses), Status.REACHED)
