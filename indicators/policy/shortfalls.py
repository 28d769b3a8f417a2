"""What a group's counties need to a level or to a policy target, county by county, in whole units of the numerator."""

from dataclasses import dataclass, replace

import pandas as pd

from indicators.policy.criterion import Criterion
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.water_filling import fill_to_level


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
    """What brings the pooled level of the counties to ``level``; None where a part is missing.

    ``parts`` is indexed by area code with ``numerator, denominator``. Additions go to the counties furthest behind.
    """
    found = fill_to_level(parts["numerator"], parts["denominator"], per, level, rises)
    if found is None:
        return None
    return _build_needs(parts, per, level, rises, False, pd.Series(found.contributions), pd.Series(found.additions))


def find_needs_of_each(parts: pd.DataFrame, per: float, level: float, rises: bool) -> Needs | None:
    """What brings every single county to ``level``: a county beyond it makes up for no other one."""
    found = {
        code: fill_to_level(own["numerator"], own["denominator"], per, level, rises)
        for code, own in _split_by_county(parts)
    }
    known = {code: one for code, one in found.items() if one is not None}
    if len(known) < len(found):
        return None
    lacking = pd.Series({code: max(one.contributions[code], 0.0) for code, one in known.items()})
    additions = pd.Series({code: one.additions[code] for code, one in known.items()})
    return _build_needs(parts, per, level, rises, True, lacking, additions)


def find_needs_to_target(parts: pd.DataFrame, per: float, target: PolicyTarget) -> Needs | None:
    """What brings the counties to a policy target: each one where it speaks of counties, else all together."""
    level, rises = target.criterion.aim, target.comparator.rises
    each = target.scope is not Scope.CITY
    found = find_needs_of_each(parts, per, level, rises) if each else find_needs_together(parts, per, level, rises)
    return replace(found, criterion=target.criterion) if found else None


def _split_by_county(parts: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(str(code), parts.loc[[code]]) for code in parts.index]


def _build_needs(
    parts: pd.DataFrame, per: float, level: float, rises: bool, each: bool, lacking: pd.Series, additions: pd.Series
) -> Needs:
    after = parts["numerator"] + (additions if rises else -additions)
    counties = parts.assign(
        value=parts["numerator"] / parts["denominator"] * per,
        contribution=lacking,
        addition=additions,
        after=after / parts["denominator"] * per,
    )
    size = parts["denominator"].sum()
    return Needs(
        level,
        rises,
        each,
        counties,
        before=float(parts["numerator"].sum() / size * per),
        reached=float(after.sum() / size * per),
    )
