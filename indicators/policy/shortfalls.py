"""What a group's counties need to a level or to a policy target, county by county, in whole units of the numerator.

The group's level is pooled: the sum of what its counties have over the sum of what it is counted against. Its
shortfall is therefore one number of units; where they go is a choice, and the one made here is that the counties
furthest behind are raised first, to a common level, until the shortfall is spent (water filling). No county gives
anything up, and the other group stays as it is.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from indicators.policy.criterion import Criterion
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.thresholds import TOLERANCE, count_whole_units


@dataclass(frozen=True)
class Needs:
    """Additions (reductions, unless ``rises``) that bring counties to ``level``, in the indicator's unit.

    ``counties`` is indexed by area code: ``numerator, denominator, value, contribution, addition, after``; value and
    after in the indicator's unit, the rest in the variables' own. ``each`` says that every county has to reach the
    level by itself; otherwise they do so together, and ``before`` and ``reached`` are their pooled level. They are to
    meet ``criterion``, None for a bare level.
    """

    level: float
    rises: bool
    each: bool
    counties: pd.DataFrame
    before: float
    reached: float
    criterion: Criterion | None = None

    @property
    def total(self) -> int:
        """All additions together."""
        return int(self.counties["addition"].sum())

    def is_beyond(self, value: float) -> bool:
        """Whether a value is more than the target allows: no addition helps."""
        return self.criterion is not None and self.criterion.is_beyond(value)

    @property
    def shortfall(self) -> float:
        """The sum of the contributions: below zero where the counties are beyond the level."""
        return float(self.counties["contribution"].sum())


def find_needs_together(parts: pd.DataFrame, per: float, level: float, rises: bool) -> Needs | None:
    """What brings the pooled level of the counties to ``level``; None where a part is missing, or there is no county.

    ``parts`` is indexed by area code with ``numerator, denominator``. Additions go to the counties furthest behind.
    """
    found = _fill_to_level(parts, per, level, rises)
    return None if found is None else _build_needs(parts, per, level, rises, False, found)


def find_needs_of_each(parts: pd.DataFrame, per: float, level: float, rises: bool) -> Needs | None:
    """What brings every single county to ``level``: a county beyond it makes up for no other one."""
    found = [_fill_to_level(parts.loc[[code]], per, level, rises) for code in parts.index]
    known = [one for one in found if one is not None]
    if not known or len(known) < len(found):
        return None
    filled = pd.concat(known)
    return _build_needs(
        parts, per, level, rises, True, filled.assign(contribution=filled["contribution"].clip(lower=0))
    )


def find_needs_to_target(parts: pd.DataFrame, per: float, target: PolicyTarget) -> Needs | None:
    """What brings the counties to a policy target: each one where it speaks of counties, else all together."""
    level, rises = target.criterion.aim, target.comparator.rises
    each = target.scope is not Scope.CITY
    found = find_needs_of_each(parts, per, level, rises) if each else find_needs_together(parts, per, level, rises)
    return replace(found, criterion=target.criterion) if found else None


def _fill_to_level(parts: pd.DataFrame, per: float, level: float, rises: bool) -> pd.DataFrame | None:
    """The fewest whole units by county, ``addition``, that bring the pooled level of ``parts`` to ``level``.

    ``contribution`` is what each adds to the group's shortfall: a county above the level lessens it. None if a part is
    missing.
    """
    have, size = parts["numerator"], parts["denominator"]
    if parts.empty or have.isna().any() or not (size > 0).all():
        return None
    sign, wanted = 1 if rises else -1, level * size / per
    contribution = sign * (wanted - have)
    shortfall = float(contribution.sum())
    units = count_whole_units(shortfall, float(wanted.sum()))
    whole = _round_to_whole(_water_fill(sign * have, size, shortfall), units) if units else have * 0
    return pd.DataFrame({"contribution": contribution, "addition": whole.astype(int)})


def _build_needs(parts: pd.DataFrame, per: float, level: float, rises: bool, each: bool, filled: pd.DataFrame) -> Needs:
    after = parts["numerator"] + (filled["addition"] if rises else -filled["addition"])
    counties = parts.assign(value=parts["numerator"] / parts["denominator"] * per).join(filled)
    counties["after"] = after / parts["denominator"] * per
    size = parts["denominator"].sum()
    return Needs(
        level,
        rises,
        each,
        counties,
        before=float(parts["numerator"].sum() / size * per),
        reached=float(after.sum() / size * per),
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
