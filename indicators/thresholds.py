"""The one comparison of a figure with a threshold: verdict, class, colour, sentence, picture and API come from here.

Figures are decimals that people wrote, or quotients and sums of them; computers keep them in binary, where 2.4 / 3.0 is
0.7999999999999999. A figure that misses an edge by no more than ``TOLERANCE`` therefore lies on it: "at least" and "at
most" include it, "above" and "below" leave it out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, isfinite

import numpy as np


@dataclass(frozen=True)
class Tolerance:
    """How far from an edge a figure may lie and still lie on it: a share of the edge, or that much around 0."""

    relative: float
    absolute: float

    def around(self, edge: float) -> float:
        """The distance from an edge within which a figure lies on it; none from one without an end."""
        return max(self.relative * abs(edge), self.absolute) if isfinite(edge) else 0.0


TOLERANCE = Tolerance(relative=1e-9, absolute=1e-12)


def equals(value: float, edge: float) -> bool:
    """Whether a value lies on the edge."""
    return value == edge or abs(value - edge) <= TOLERANCE.around(edge)


def side(value: float, edge: float) -> int:
    """Where a value lies: -1 below the edge, 0 on it, 1 above it."""
    return 0 if equals(value, edge) else 1 if value > edge else -1


def at_least(value: float, edge: float) -> bool:
    """以上, 达到, 不少于: on the edge or above it."""
    return side(value, edge) >= 0


def above(value: float, edge: float) -> bool:
    """超过: above the edge, which does not count."""
    return side(value, edge) > 0


def at_most(value: float, edge: float) -> bool:
    """以下, 不超过: on the edge or below it."""
    return side(value, edge) <= 0


def below(value: float, edge: float) -> bool:
    """低于: below the edge, which does not count."""
    return side(value, edge) < 0


def step_beyond(edge: float, rises: bool) -> float:
    """A level that just no longer lies on the edge: what "above" or, where it falls, "below" asks for at least."""
    step = 2 * TOLERANCE.around(edge)
    return edge + step if rises else edge - step


def snap_to_edges(values: np.ndarray, edges: Iterable[float]) -> np.ndarray:
    """Values of any shape, those that lie on an edge replaced by it: plain comparisons with the edges are right."""
    snapped = np.asarray(values, dtype=float)
    for edge in edges:
        snapped = np.where(np.abs(snapped - edge) <= TOLERANCE.around(edge), edge, snapped)
    return snapped


def merge_equal_values(ascending: np.ndarray) -> np.ndarray:
    """Ascending values, each that equals the one before it replaced by the first of its run."""
    if not len(ascending):
        return ascending
    around = np.maximum(TOLERANCE.relative * np.abs(ascending[:-1]), TOLERANCE.absolute)
    starts = np.concatenate([[True], np.diff(ascending) > around])
    merged: np.ndarray = ascending[starts][np.cumsum(starts) - 1]
    return merged


def count_whole_units(missing: float, amount: float) -> int:
    """The fewest whole units that cover what is ``missing`` of ``amount``; 0 where nothing is missing."""
    return max(ceil(missing - TOLERANCE.around(amount)), 0)
