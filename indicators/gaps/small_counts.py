"""Figures that rest on few events: which ones they are, and the interval that chance alone spans around them.

A figure is small where it counts events, or people out of a population, and they are fewer than ``FEWEST``. It is shown
with its count and interval; nothing ranks it, judges it or weighs it. The counts decide, area by area and year by year.
Of a rate that was observed without its count the count is what the rate and its denominator come to, in whole events;
where the denominator is not known either, a rate over events may rest on any number of them and is taken for small,
while a share of people is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan, sqrt

import numpy as np
import pandas as pd

from indicators.definition import CountKind, Formula, Indicator, Variable
from indicators.thresholds import snap_to_edges

FEWEST = 10  # events: a rate over fewer moves by a third and more by chance alone
_TAIL = 0.025  # two-sided 95 %
_NORMAL_QUANTILE = 1.959963984540054  # of 97.5 %: what the standard normal distribution exceeds with ``_TAIL``


def poisson_interval(events: float) -> tuple[float, float]:
    """The exact 95 % interval of a Poisson count (Garwood 1936): the counts it is compatible with."""
    if events < 0:
        raise ValueError(f"events: expected 0 or more, got {events:g}")
    from scipy.special import gammaincinv  # noqa: PLC0415  (a server starts and shows its first page without SciPy)

    low = float(gammaincinv(events, _TAIL)) if events else 0.0
    return low, float(gammaincinv(events + 1, 1 - _TAIL))


def wilson_interval(count: float, out_of: float) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), as shares of 1."""
    if not 0 <= count <= out_of or not out_of:
        raise ValueError(f"count: expected 0 to {out_of:g}, which is above 0, got {count:g}")
    z = _NORMAL_QUANTILE
    share, spread = count / out_of, z * z / out_of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / out_of + spread / (4 * out_of))
    return max(middle - half, 0.0) if count else 0.0, min(middle + half, 1.0) if count < out_of else 1.0


def find_count_kind(formula: Formula, variables: Mapping[str, Variable]) -> CountKind:
    """What an indicator counts: people only where they are so many out of a population."""
    counts = variables[formula.numerator].counts
    out_of = variables[formula.denominator].counts if formula.denominator else CountKind.THINGS
    return CountKind.THINGS if counts is CountKind.PEOPLE and out_of is CountKind.THINGS else counts


@dataclass(frozen=True)
class CountBasis:
    """What one figure rests on: so many events, or people, out of so many; None for what is not known.

    ``per`` scales their quotient to the figure's unit. ``sampled`` says that they were counted in a sample.
    """

    count_kind: CountKind
    events: float | None
    out_of: float | None
    per: float
    sampled: bool = False

    @property
    def is_small(self) -> bool:
        """Whether chance moves the figure too much for it to be judged."""
        return bool(are_too_few(self.count_kind, np.array([_nan_if_unknown(self.events)]))[0])

    @property
    def is_firm_sample(self) -> bool:
        """Whether the figure is of a sample and on enough of it: its interval is known, and it can be judged."""
        return self.sampled and not self.is_small and self.interval is not None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval in the figure's unit: Wilson's for a share, else the exact one of Poisson."""
        if self.events is None or not self.out_of:
            return None
        if self.count_kind is CountKind.PEOPLE and self.events <= self.out_of:
            low, high = wilson_interval(self.events, self.out_of)
            return low * self.per, high * self.per
        low, high = poisson_interval(self.events)
        return low / self.out_of * self.per, high / self.out_of * self.per


def find_count_basis(indicator: Indicator, value: float, numerator: float, denominator: float) -> CountBasis | None:
    """What a figure rests on, NaN standing for what is not known; None for one that is missing or without chance."""
    if indicator.count_kind is CountKind.THINGS or isnan(value):
        return None
    events = float(count_events(indicator, *(np.array([part]) for part in (value, numerator, denominator)))[0])
    return _build_basis(indicator, value, denominator, events)


def _build_basis(indicator: Indicator, value: float, denominator: float, events: float) -> CountBasis:
    per = indicator.formula.per
    out_of = denominator if indicator.formula.denominator else per
    if isnan(out_of) and value and not isnan(events):
        out_of = events * per / value
    known, whole = (None if isnan(count) else count for count in (events, out_of))
    return CountBasis(indicator.count_kind, known, whole, per, indicator.sampled)


def count_bases(indicator: Indicator, records: pd.DataFrame) -> dict[str, CountBasis]:
    """By area code what its figure rests on. ``records`` are of one year: ``value, numerator, denominator``."""
    if indicator.count_kind is CountKind.THINGS:
        return {}
    parts = [records[name].to_numpy(dtype=float) for name in ("value", "numerator", "denominator")]
    events = count_events(indicator, *parts).tolist()
    rows = zip(records.index, *(part.tolist() for part in parts), events, strict=True)
    return {
        str(code): _build_basis(indicator, value, denominator, count)
        for code, value, _, denominator, count in rows
        if not isnan(value)
    }


def pool_bases(members: Iterable[CountBasis]) -> CountBasis | None:
    """What the pooled figure of several areas rests on; None without any."""
    every = list(members)
    if not every:
        return None
    return CountBasis(
        every[0].count_kind,
        _sum_if_known(one.events for one in every),
        _sum_if_known(one.out_of for one in every),
        every[0].per,
        every[0].sampled,
    )


def _sum_if_known(counts: Iterable[float | None]) -> float | None:
    known = list(counts)
    return None if None in known else sum(count or 0.0 for count in known)


def count_events(
    indicator: Indicator, values: np.ndarray, numerators: np.ndarray, denominators: np.ndarray
) -> np.ndarray:
    """The counts behind figures of any shape: known, or what a rate and its denominator come to; NaN if unknown."""
    if not indicator.formula.denominator:
        return np.where(np.isnan(numerators), values / indicator.formula.per, numerators)
    derived = np.where(values == 0, 0.0, np.round(values * denominators / indicator.formula.per))
    return np.where(np.isnan(numerators), derived, numerators)


def are_too_few(counted: CountKind, events: np.ndarray) -> np.ndarray:
    """Which counts of any shape are too few to carry a verdict; the one place that decides it."""
    if counted is CountKind.THINGS:
        return np.zeros(events.shape, dtype=bool)
    few = snap_to_edges(events, [FEWEST]) < FEWEST
    return few | np.isnan(events) if counted is CountKind.EVENTS else few


def _nan_if_unknown(count: float | None) -> float:
    return float("nan") if count is None else count
