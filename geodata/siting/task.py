"""What a siting asks for, and the reasons why it may have no answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np


class Objective(StrEnum):
    """What the next facilities are for."""

    COVER = "cover"  # most residents within the standard
    MEDIAN = "median"  # least resident-kilometres


@dataclass(frozen=True)
class SitingTask:
    """Exactly ``count`` new facilities out of the candidates, on top of the existing ones that are kept.

    ``cost`` is settlements x candidates, in the standard's measure (kilometres or minutes), inf where unreachable;
    ``existing`` by settlement to the nearest kept facility, inf where there is none; ``residents`` weigh the
    settlements; ``limit`` is the standard. ``groups`` are the labels of the candidates (county codes), of which at
    least so many are chosen; labels that are not named are free. ``prices`` are by candidate, and the chosen ones cost
    no more than ``budget`` together, None where money is no matter.
    """

    cost: np.ndarray
    existing: np.ndarray
    residents: np.ndarray
    limit: float
    count: int
    objective: Objective
    groups: np.ndarray
    at_least: Mapping[str, int]
    prices: np.ndarray | None = None
    budget: float | None = None


class InfeasibleReason(StrEnum):
    """Why there is no answer; in brackets, the numbers that the error carries."""

    NO_SETTLEMENT = "no settlement"  # with any residents
    NO_CANDIDATE = "no candidate"
    COUNT_ZERO = "count zero"
    TOO_FEW_CANDIDATES = "too few candidates"  # (count, candidates)
    GROUP_TOO_FEW = "group too few"  # a group has fewer candidates than it must get (at_least, candidates)
    GROUP_MINIMA_EXCEED_COUNT = "group minima exceed count"  # (at_least, count)
    PRICES_MISSING = "prices missing"  # there is a budget, but candidates without a price (missing, candidates)
    BUDGET_TOO_SMALL = (
        "budget too small"  # (budget, needed, affordable: so many could be paid for; -1: not even minima)
    )
    ALL_SERVED = "all served"  # everyone is within the standard already, or has a facility on the spot
    NO_CANDIDATE_HELPS = "no candidate helps"  # no candidate covers anyone more, or is nearer to anyone


class InfeasibleError(Exception):
    """The task has no answer: its ``reason``, the ``group`` that it is about, and the ``numbers`` in it."""

    def __init__(self, reason: InfeasibleReason, group: str | None = None, **numbers: float) -> None:
        self.reason, self.group, self.numbers = reason, group, numbers
        listed = ", ".join(f"{name} {number:g}" for name, number in numbers.items())
        super().__init__(": ".join(part for part in (str(reason), group, listed) if part))
