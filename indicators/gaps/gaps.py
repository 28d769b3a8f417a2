"""North against south: a group's level under three readings of "average", and one group's level relative to another.

The policy says 平均水平 and leaves open which average. All three readings are computed; none is preferred here.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import isnan

import numpy as np
import pandas as pd

from indicators.definition import CountKind, Direction, Indicator
from indicators.gaps.small_counts import CountBasis, count_bases, pool_bases
from indicators.thresholds import at_least

EQUALITY_LINE = 0.8  # article 2: 达到南部地区平均水平的80%以上


class Averaging(StrEnum):
    """A reading of "average level of a group of counties"."""

    SIMPLE = "simple"
    WEIGHTED = "weighted"
    POOLED = "pooled"


@dataclass(frozen=True)
class GroupLevel:
    """A group's level in one year under each reading; None where it cannot be formed, as of a group without a county.

    ``missing`` lists members without a value. With any missing, no reading is formed: the average of some counties
    is not the average of the group. Where chance is in the figures, ``basis`` is what the pooled one rests on, and
    ``small`` lists the members whose own rests on too few (``small_counts``). ``is_empty`` says that no county belongs
    to the group.
    """

    averages: dict[Averaging, float | None]
    missing: tuple[str, ...]
    basis: CountBasis | None = None
    small: tuple[str, ...] = ()
    is_empty: bool = False


@dataclass(frozen=True)
class Gap:
    """The two groups' levels in one year, and the ratio of the measured group to the benchmark under each reading."""

    levels: dict[str, GroupLevel]
    ratios: dict[Averaging, float | None]

    @property
    def missing(self) -> tuple[str, ...]:
        """Every member without a value, of either group."""
        return tuple(code for level in self.levels.values() for code in level.missing)

    @property
    def is_ungrouped(self) -> bool:
        """Whether the counties are not divided in two groups, so that there is nothing to compare."""
        return any(level.is_empty for level in self.levels.values())

    @property
    def small(self) -> tuple[str, ...]:
        """Every member whose figure rests on too few events, of either group."""
        return tuple(code for level in self.levels.values() for code in level.small)

    @property
    def judged_ratios(self) -> dict[Averaging, float]:
        """The ratios that carry a verdict: none where a group's pooled figure rests on too few events.

        Where a member's figure does, the pooled ratio alone: the other readings average what chance has moved.
        """
        if self._has_small_group:
            return {}
        readings = [Averaging.POOLED] if self.small else list(Averaging)
        return {reading: ratio for reading in readings if (ratio := self.ratios[reading]) is not None}

    @property
    def averaging_in_words(self) -> Averaging:
        """The averaging that sentences speak of: the first whose ratio carries a verdict, else the first known one.

        Without any ratio it is the first under which a group has a level.
        """
        levels = [level.averages for level in self.levels.values()]
        held = (of for of in Averaging if any(averages[of] is not None for averages in levels))
        known = (averaging for averaging, ratio in self.ratios.items() if ratio is not None)
        return next(iter(self.judged_ratios), next(known, next(held, Averaging.SIMPLE)))

    @property
    def is_small(self) -> bool:
        """Whether few events are why no ratio carries a verdict; groups without any event have no ratio at all."""
        return not self.missing and not self.judged_ratios and (bool(self.small) or self._has_small_group)

    @property
    def _has_small_group(self) -> bool:
        return any(level.basis and level.basis.is_small for level in self.levels.values())


def reaches_line(ratio: float) -> bool:
    """Whether a ratio reaches the 80 % line: 以上 includes it."""
    return at_least(ratio, EQUALITY_LINE)


def compute_equality_lines(gap: Gap, benchmark: str, direction: Direction) -> dict[Averaging, float]:
    """The 80 % line of every reading that is judged, in the indicator's unit: each is of that reading's benchmark.

    Where lower is better it lies above the benchmark: the level of which the benchmark is 80 %.
    """
    levels = gap.levels[benchmark].averages
    held = {reading: levels[reading] for reading in gap.judged_ratios}
    factor = 1 / EQUALITY_LINE if direction is Direction.LOWER else EQUALITY_LINE
    return {reading: level * factor for reading, level in held.items() if level is not None}


def average_group(members: list[str], values: pd.DataFrame, weights: pd.Series, per: float = 1.0) -> GroupLevel:
    """The level of the counties ``members``.

    ``values`` is indexed by area code with ``value, numerator, denominator``, of which ``per`` scales the quotient;
    ``weights`` are resident populations. The pooled reading needs every member's numerator and denominator, the
    weighted one its population.
    """
    own, numerators, denominators = (
        pick_values(values[name], members) for name in ("value", "numerator", "denominator")
    )
    missing = tuple(code for code, value in zip(members, own, strict=True) if isnan(value))
    if missing or not members:
        return GroupLevel(dict.fromkeys(Averaging), missing, is_empty=not members)
    population = pick_values(weights, members)
    pooled = _divide_or_none(_sum_if_known(numerators), _sum_if_known(denominators))
    readings = {
        Averaging.SIMPLE: float(own.mean()),
        Averaging.WEIGHTED: _divide_or_none(_sum_if_known(own * population), _sum_if_known(population)),
        Averaging.POOLED: None if pooled is None else pooled * per,
    }
    return GroupLevel(readings, missing)


def add_basis(level: GroupLevel, members: list[str], values: pd.DataFrame, indicator: Indicator) -> GroupLevel:
    """The level with what it rests on; ``values`` as for ``average_group``."""
    if level.missing or level.is_empty or indicator.count_kind is CountKind.THINGS:
        return level
    found = count_bases(indicator, values.reindex(members))
    small = tuple(code for code, own in found.items() if own.is_small)
    return replace(level, basis=pool_bases(found.values()), small=small)


def pick_values(column: pd.Series, codes: list[str]) -> np.ndarray:
    """The values of some areas in their order, NaN for what is not there; many times as quick as ``reindex``."""
    held = dict(zip(column.index.tolist(), column.to_numpy(dtype=float).tolist(), strict=True))
    return np.array([held.get(code, np.nan) for code in codes])


def _sum_if_known(values: np.ndarray) -> float | None:
    return None if np.isnan(values).any() else float(values.sum())


def _divide_or_none(numerator: float | None, denominator: float | None) -> float | None:
    return None if numerator is None or not denominator else numerator / denominator


def compare_groups(focus: str, benchmark: str, levels: dict[str, GroupLevel], direction: Direction) -> Gap:
    """The gap between two groups.

    The ratio is focus / benchmark; where lower is better it is inverted (benchmark / focus), so that under either
    direction more than 1 means "better than the benchmark". A neutral indicator has no ratio.
    """
    upper, lower = (benchmark, focus) if direction is Direction.LOWER else (focus, benchmark)
    ratios = {
        reading: None
        if direction is Direction.NEUTRAL
        else _divide_or_none(levels[upper].averages[reading], levels[lower].averages[reading])
        for reading in Averaging
    }
    return Gap(levels, ratios)
