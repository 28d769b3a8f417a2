"""Class breaks and the one classifier that decides class, colour, legend and table alike."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Literal

import jenkspy
import numpy as np
import pandas as pd

from indicators import thresholds
from indicators.definition import Comparator
from indicators.policy.criterion import Criterion

FEWEST, MOST = 2, 7  # numbers of classes that a reader can tell apart by colour


class BreakMethod(StrEnum):
    """How class breaks are found."""

    NATURAL = "natural"
    QUANTILES = "quantiles"
    EQUAL = "equal"
    TARGET = "target"
    OWN = "own"


@dataclass(frozen=True)
class ClassScheme:
    """Ascending inner breaks that cut the number line into ``len(breaks) + 1`` classes, numbered from 0.

    A value on a break (see ``thresholds``) belongs to the class above it, or below it where ``right_closed``.
    ``anchor`` is the position in ``breaks`` of the target's edge, if it is one of them; ``ceiling`` that of the upper
    edge of a band: a value on it belongs to the class below.
    """

    breaks: tuple[float, ...]
    right_closed: bool = False
    anchor: int | None = None
    ceiling: int | None = None

    @property
    def n_classes(self) -> int:
        """How many classes there are, with or without a value in them."""
        return len(self.breaks) + 1

    def classify(self, values: pd.Series) -> pd.Series:
        """The class number of every value, as nullable integers; missing values have none."""
        return pd.Series(self.numbers(values.to_numpy(dtype=float)), index=values.index).astype("Int64")

    def numbers(self, values: np.ndarray) -> np.ndarray:
        """The class numbers of an array of any shape, as floats; NaN where the value is NaN."""
        side: Literal["left", "right"] = "left" if self.right_closed else "right"
        snapped = thresholds.snap_to_edges(values, self.breaks)
        found = np.searchsorted(np.asarray(self.breaks), snapped, side=side)
        if self.ceiling is not None:
            found = found - (snapped == self.breaks[self.ceiling])
        return np.where(np.isnan(values), np.nan, found)


def find_class_scheme(
    method: BreakMethod,
    values: pd.Series,
    n_classes: int,
    target: Criterion | None = None,
    own_breaks: tuple[float, ...] = (),
) -> ClassScheme:
    """The scheme for ``values`` (all years and areas of one indicator at one level; missing ones are left out).

    Ties are never split and no class is empty for lack of distinct values: there may be fewer than ``n_classes``.
    ``BreakMethod.TARGET`` without a target, and ``BreakMethod.OWN`` without breaks, fall back to natural breaks.
    """
    known = thresholds.merge_equal_values(np.sort(values.dropna().to_numpy(dtype=float)))
    if method is BreakMethod.OWN and own_breaks:
        return ClassScheme(tuple(np.unique(thresholds.merge_equal_values(np.sort(own_breaks))).tolist()))
    if method is BreakMethod.TARGET and target and target.edge is not None:
        if any(map(target.is_beyond, known)):
            return _anchor_at_band(known, n_classes, target)
        return _anchor_at_target(
            known, n_classes, target.edge, target.comparator in (Comparator.ABOVE, Comparator.AT_MOST)
        )
    find = _FINDERS.get(method, _find_natural_breaks)
    return ClassScheme(tuple(find(known, n_classes)))


def _find_natural_breaks(known: np.ndarray, n_classes: int, right_closed: bool = False) -> list[float]:
    distinct = np.unique(known)
    if n_classes < FEWEST or len(distinct) < FEWEST:
        return []
    if len(distinct) <= n_classes:
        return _place_breaks(known, list(distinct[1:]), right_closed)
    uppers = jenkspy.jenks_breaks(known, n_classes=n_classes)[1:-1]
    lowest_of_class = sorted({distinct[distinct > upper].min() for upper in uppers if upper < distinct[-1]})
    return _place_breaks(known, lowest_of_class, right_closed)


def _find_quantile_breaks(known: np.ndarray, n_classes: int) -> list[float]:
    if not len(known):
        return []
    ranks = [len(known) * i // n_classes for i in range(1, n_classes)]
    return _place_breaks(known, [known[rank] for rank in ranks if known[rank] > known[0]])


def _find_equal_breaks(known: np.ndarray, n_classes: int) -> list[float]:
    if not len(known) or known[0] == known[-1]:
        return []
    edges = np.linspace(known[0], known[-1], n_classes + 1)
    step = edges[1] - edges[0]
    return sorted({_find_shortest_number(edge - step / 50, edge) for edge in edges[1:-1]})


_FINDERS: dict[BreakMethod, Callable[[np.ndarray, int], list[float]]] = {
    BreakMethod.NATURAL: _find_natural_breaks,
    BreakMethod.QUANTILES: _find_quantile_breaks,
    BreakMethod.EQUAL: _find_equal_breaks,
}


def _anchor_at_target(known: np.ndarray, n_classes: int, edge: float, right_closed: bool) -> ClassScheme:
    """Natural breaks on either side of the target's edge, which is a break; each side gets classes by its share."""
    known = thresholds.snap_to_edges(known, [edge])
    below = known[known <= edge] if right_closed else known[known < edge]
    above = known[len(below) :]
    n_below = min(max(round(n_classes * len(below) / max(len(known), 1)), 1), n_classes - 1)
    lower = [b for b in _find_natural_breaks(below, n_below, right_closed) if b < edge]
    upper = [b for b in _find_natural_breaks(above, n_classes - n_below, right_closed) if b > edge]
    return ClassScheme((*lower, edge, *upper), right_closed, anchor=len(lower))


def _anchor_at_band(known: np.ndarray, n_classes: int, target: Criterion) -> ClassScheme:
    """Natural breaks below, within and beyond a band, whose edges are breaks; a part gets classes by its share."""
    edge, ceiling = float(target.edge or 0.0), float(target.ceiling or 0.0)
    beyond = known[[target.is_beyond(value) for value in known]]
    n_beyond = min(max(round(n_classes * len(beyond) / len(known)), 1), max(n_classes - FEWEST, 1))
    rest = _anchor_at_target(
        known[: len(known) - len(beyond)], max(n_classes - n_beyond, FEWEST), edge, right_closed=False
    )
    inner = tuple(b for b in rest.breaks if b < ceiling)
    upper = (b for b in _find_natural_breaks(beyond, n_beyond) if b > ceiling)
    return ClassScheme((*inner, ceiling, *upper), anchor=rest.anchor, ceiling=len(inner))


def _place_breaks(known: np.ndarray, lowest_of_class: list[float], right_closed: bool = False) -> list[float]:
    """For each class's lowest value, the shortest number that still parts it from the value before it."""
    previous = [known[np.searchsorted(known, low) - 1] for low in lowest_of_class]
    pairs = zip(previous, lowest_of_class, strict=True)
    if right_closed:
        return sorted({-_find_shortest_number(-low, -before) for before, low in pairs})
    return sorted({_find_shortest_number(before, low) for before, low in pairs})


def _find_shortest_number(low: float, high: float) -> float:
    """The number with the fewest digits in the interval ``(low, high]``: a break that reads well and parts the same."""
    exact_low, exact_high = Decimal(repr(float(low))), Decimal(repr(float(high)))
    for exponent in range(15, -16, -1):
        unit = Decimal(10) ** exponent
        candidate = ((exact_low / unit).to_integral_value(ROUND_FLOOR) + 1) * unit
        if candidate <= exact_high:
            return float(candidate)
    return high
