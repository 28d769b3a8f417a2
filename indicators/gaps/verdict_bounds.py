"""What is certain of a verdict although members of a group lack a value: no estimate, only bounds.

Under each averaging a group's level is ``(1 - share) * known + share * m``: the mean of the members with a value, and
``m``, the unknown mean of those without one, which is averaged in the same way. The ratio of the groups moves one way
with ``m``. So a range of values gives a range of ratios, and there is one ``m`` at which the 80 % line is crossed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isnan

import numpy as np
import pandas as pd

from indicators.definition import CountKind, Direction, Indicator
from indicators.gaps.gap_path import Assessment, Certainty, Range, VerdictBounds
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, pick_values, reaches_line
from indicators.gaps.small_counts import count_bases, pool_bases


@dataclass(frozen=True)
class _PartlyKnownLevel:
    """A group's level under one averaging: ``known`` is the mean of its members with a value, 0 where it has none.

    ``shares`` is the range of the weight of those without a value, from 0 to 1 where it is not known. ``weights`` are
    theirs among each other.
    """

    known: float
    shares: Range
    weights: dict[str, float]

    def span(self, ranges: Mapping[str, Range]) -> Range:
        """The range of the level while the missing values stay within ``ranges``."""
        if not self.weights:
            return self.known, self.known
        total = sum(self.weights.values())
        means = (sum(ranges[code][side] * weight for code, weight in self.weights.items()) / total for side in (0, 1))
        if len(self.weights) > 1 and self.shares[0] != self.shares[1]:  # nor are the weights among each other known
            means = (pick(ranges[code][side] for code in self.weights) for side, pick in ((0, min), (1, max)))
        lowest, highest = means
        levels = [self.level(mean, share) for mean in (lowest, highest) for share in self.shares]
        return min(levels), max(levels)

    def level(self, mean: float, share: float) -> float:
        """The level if the missing members' mean and their weight were these."""
        return (1 - share) * self.known + (share * mean if share else 0.0)  # no weight, however high the mean

    def mean_at(self, level: float) -> float | None:
        """The mean of the missing members that makes this level; None where their weight is not known."""
        low, high = self.shares
        return (level - (1 - high) * self.known) / high if low == high and high else None


def bound_verdict(
    indicator: Indicator,
    values: pd.DataFrame,
    population: pd.Series,
    groups: Mapping[str, list[str]],
    benchmark: str,
    plausible: Mapping[str, Range],
) -> VerdictBounds | None:
    """What is certain of the verdict; None where no member lacks a value, all do, or the indicator is not judged.

    ``values`` is indexed by area code with ``value, numerator, denominator``, all of one year; a member without a value
    may have a denominator there. ``population`` are residents. ``plausible`` gives the range of values, in the
    indicator's unit, that a missing member may be thought to have; members for which none is known are left out.
    """
    members = [code for codes in groups.values() for code in codes]
    own = dict(zip(members, pick_values(values["value"], members), strict=True))
    missing = tuple(code for code in members if isnan(own[code]))
    if not missing or len(missing) == len(members) or indicator.direction is Direction.NEUTRAL:
        return None
    focus = next(key for key in groups if key != benchmark)
    readings = [
        levels
        for averaging in _list_judged_averagings(indicator, values, groups, missing)
        if (levels := _average_known(averaging, indicator, values, population, groups))
    ]
    ratios = [_Ratios(levels[focus], levels[benchmark], indicator.direction) for levels in readings]
    possible = dict.fromkeys(missing, (indicator.minimum, 1.0 if indicator.yes_no else indicator.maximum))
    known = {code: plausible[code] for code in missing if code in plausible}
    certainty, assessment = Certainty.CANNOT_TELL, None
    if found := _assess_within(ratios, possible):
        certainty, assessment = Certainty.CERTAIN, found
    elif ratios and len(known) == len(missing):
        assessment = _assess_within(ratios, known)
        certainty = Certainty.ALMOST_CERTAIN if assessment else Certainty.DEPENDS
    turns = [ratio.find_turn() for ratio in ratios]
    crossed = [turn for turn in turns if turn is not None]
    return VerdictBounds(
        missing,
        certainty,
        assessment,
        (min(crossed), max(crossed)) if crossed and len(crossed) == len(turns) else None,
        _is_reached_above(missing, groups[focus], indicator.direction),
        known,
    )


def _list_judged_averagings(
    indicator: Indicator, values: pd.DataFrame, groups: Mapping[str, list[str]], missing: tuple[str, ...]
) -> list[Averaging]:
    """The ways of averaging that would carry a verdict: the rule of ``Gap.judged_ratios`` on the known members."""
    if indicator.count_kind is CountKind.THINGS:
        return list(Averaging)
    any_small = False
    for codes in groups.values():
        bases = count_bases(indicator, values.reindex([code for code in codes if code not in missing]))
        pooled = pool_bases(bases.values())
        if pooled and pooled.is_small:
            return []
        any_small |= any(basis.is_small for basis in bases.values())
    return [Averaging.POOLED] if any_small else list(Averaging)


def _average_known(
    averaging: Averaging,
    indicator: Indicator,
    values: pd.DataFrame,
    population: pd.Series,
    groups: Mapping[str, list[str]],
) -> dict[str, _PartlyKnownLevel] | None:
    """Both groups' levels under one averaging; None where the known members' parts do not allow it."""
    levels = {}
    for key, codes in groups.items():
        amounts = pick_values(values["value"], codes)
        is_known = ~np.isnan(amounts)
        weights = _list_weights(averaging, values, population, codes)
        if averaging is Averaging.POOLED:
            with np.errstate(divide="ignore", invalid="ignore"):
                amounts = pick_values(values["numerator"], codes) / weights * indicator.formula.per
        if np.isnan(amounts[is_known] * weights[is_known]).any() or (is_known.any() and not weights[is_known].sum()):
            return None
        unknown = weights[~is_known]
        held = float(weights[is_known].sum())
        if np.isnan(unknown).any() or (len(unknown) and not unknown.sum()):
            shares, unknown = ((0.0, 1.0) if is_known.any() else (1.0, 1.0)), np.ones(len(unknown))
        else:
            shares = (float(unknown.sum()) / (held + float(unknown.sum())),) * 2 if len(unknown) else (0.0, 0.0)
        known = float((amounts[is_known] * weights[is_known]).sum()) / held if held else 0.0
        lacking = [code for code, held_here in zip(codes, is_known, strict=True) if not held_here]
        levels[key] = _PartlyKnownLevel(known, shares, dict(zip(lacking, unknown.tolist(), strict=True)))
    return levels


def _list_weights(averaging: Averaging, values: pd.DataFrame, population: pd.Series, codes: list[str]) -> np.ndarray:
    if averaging is Averaging.SIMPLE:
        return np.ones(len(codes))
    return pick_values(population if averaging is Averaging.WEIGHTED else values["denominator"], codes)


@dataclass(frozen=True)
class _Ratios:
    """The ratio of the measured group to the benchmark under one averaging, as far as it is known."""

    focus: _PartlyKnownLevel
    benchmark: _PartlyKnownLevel
    direction: Direction

    def reached_within(self, ranges: Mapping[str, Range]) -> bool | None:
        """Whether the line is reached while the missing values stay within ``ranges``; None where some do, some not."""
        upper, lower = self._order_levels(self.focus, self.benchmark)
        (upper_low, upper_high), (lower_low, lower_high) = upper.span(ranges), lower.span(ranges)
        if lower_high <= 0:  # nothing to divide by, whatever is missing
            return None
        worst = 0.0 if lower_high == inf else upper_low / lower_high
        best = inf if lower_low <= 0 or upper_high == inf else upper_high / lower_low
        return True if reaches_line(worst) else None if reaches_line(best) else False

    def find_turn(self) -> float | None:
        """The mean of the missing members at which the line is crossed; None where both groups lack members."""
        upper, lower = self._order_levels(self.focus, self.benchmark)
        if upper.weights and lower.weights:
            return None
        return (
            upper.mean_at(EQUALITY_LINE * lower.known) if upper.weights else lower.mean_at(upper.known / EQUALITY_LINE)
        )

    def _order_levels(self, *levels: _PartlyKnownLevel) -> tuple[_PartlyKnownLevel, _PartlyKnownLevel]:
        """What is divided by what: ``compare_groups`` inverts the ratio where lower is better."""
        focus, benchmark = levels
        return (benchmark, focus) if self.direction is Direction.LOWER else (focus, benchmark)


def _assess_within(ratios: list[_Ratios], ranges: Mapping[str, Range]) -> Assessment | None:
    """The verdict that holds for all values within ``ranges``; None where there is none."""
    reached = [ratio.reached_within(ranges) for ratio in ratios]
    if not reached or None in reached:
        return None
    if len(set(reached)) == 2:
        return Assessment.SENSITIVE
    return Assessment.REACHED if reached[0] else Assessment.SHORT


def _is_reached_above(missing: tuple[str, ...], focus: list[str], direction: Direction) -> bool:
    """Whether higher values of the missing members help the measured group; of one group, which ``turns_at`` is for."""
    return (missing[0] in focus) is (direction is not Direction.LOWER)
