"""What it takes: the smallest additions, county by county, that bring a group to a level.

The group's level is pooled: the sum of what its counties have over the sum of what it is counted against. Its
shortfall is therefore one number of units; where they go is a choice, and the one made here is that the counties
furthest behind are raised first, to a common level, until the shortfall is spent (water filling). No county gives
anything up, and the other group stays as it is.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.thresholds import TOLERANCE, count_whole_units


@dataclass(frozen=True)
class WaterFilling:
    """Additions in whole units of the numerator, by county, and the contribution of each to the shortfall.

    ``level`` is what the group is to reach; ``reached`` the pooled level after the additions. For an indicator that
    is to fall the additions are reductions. ``contributions`` (units, signed) sum to the group's shortfall before
    rounding: a county above the level lessens it.
    """

    level: float
    additions: dict[str, int]
    contributions: dict[str, float]
    reached: float

    @property
    def total(self) -> int:
        """All additions together."""
        return sum(self.additions.values())


def fill_to_level(
    numerator: pd.Series, denominator: pd.Series, per: float, level: float, rises: bool = True
) -> WaterFilling | None:
    """The additions that bring the counties of ``numerator`` (indexed by code) to ``level``; None if a part is missing.

    ``level`` is in the indicator's unit, ``numerator / denominator * per``. With ``rises`` false the numerator is to
    be reduced to it.
    """
    if numerator.isna().any() or denominator.isna().any() or not (denominator > 0).all():
        return None
    sign = 1 if rises else -1
    wanted = level * denominator / per
    contributions = sign * (wanted - numerator)
    shortfall = float(contributions.sum())
    units = count_whole_units(shortfall, float(wanted.sum()))
    whole = _round_to_whole(_water_fill(sign * numerator, denominator, shortfall), units) if units else numerator * 0
    after = float((numerator + sign * whole).sum() / denominator.sum() * per)
    return WaterFilling(
        level,
        {str(code): int(units) for code, units in whole.items()},
        {str(code): float(units) for code, units in contributions.items()},
        after,
    )


def _water_fill(have: pd.Series, size: pd.Series, amount: float) -> pd.Series:
    """Share ``amount`` so that the lowest ``have / size`` rise to a common level, the smallest that uses it all."""
    order = (have / size).sort_values(kind="stable").index
    have, size = have[order], size[order]
    # Filling the first k counties to one level costs level * size - have; the level is the lowest one that suffices.
    levels = (amount + have.cumsum()) / size.cumsum()
    following = (have / size).shift(-1, fill_value=np.inf)
    count = int((levels <= following).to_numpy().argmax()) + 1
    level = float(levels.iloc[count - 1])
    filled = (level * size - have).where(np.arange(len(order)) < count, 0.0)
    return filled.clip(lower=0)


def _round_to_whole(fill: pd.Series, units: int) -> pd.Series:
    """Whole units that sum to ``units``: the largest remainders are rounded up first."""
    floors = np.floor(fill + TOLERANCE.around(float(fill.abs().max())))
    left = units - int(floors.sum())
    first = (fill - floors).sort_values(ascending=False, kind="stable").index[: max(left, 0)]
    whole: pd.Series = floors + fill.index.isin(first)
    return whole
