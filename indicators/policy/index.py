"""The index of public services: one score a domain and a total, from declared weights, withheld where data are thin.

An indicator scores the share of its target that is attained, at most 100: the value over the target, or the target
over the value where lower is better or "about" is exceeded. The weights stand in ``index.toml``; how much the total
depends on them is part of the answer.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import fsum
from statistics import fmean
from typing import Self, TypeVar

from pydantic import ConfigDict, model_validator
from pydantic.dataclasses import dataclass as declaration

from indicators.definition import Domain
from indicators.policy.ledger import PolicyTarget
from indicators.thresholds import at_least, below

FULL = 100.0
Key = TypeVar("Key")  # of an indicator, or a domain


@declaration(frozen=True, config=ConfigDict(extra="forbid"))
class DomainWeight:
    """A domain's weight in the total, and its indicators' weights in the domain."""

    weight: float
    indicators: dict[str, float]


@declaration(frozen=True, config=ConfigDict(extra="forbid"))
class IndexRecipe:
    """The whole of ``index.toml``. A score needs ``minimum_coverage`` of the weight below it to be known."""

    minimum_coverage: float
    domains: dict[Domain, DomainWeight]

    @model_validator(mode="after")
    def _check_weights(self) -> Self:
        weights = [d.weight for d in self.domains.values()]
        weights += [weight for d in self.domains.values() for weight in d.indicators.values()]
        if any(weight <= 0 for weight in weights):
            raise ValueError("weight: expected numbers above 0")
        if not 0 < self.minimum_coverage <= 1:
            raise ValueError(f"minimum_coverage: expected above 0 up to 1, got {self.minimum_coverage:g}")
        return self


@dataclass(frozen=True)
class Score:
    """One area's index: domain scores and the total (0-100, None where withheld).

    ``points`` are the indicators' own. ``coverage`` is the share of a domain's weight that is known. ``low`` and
    ``high`` bound the total when any one domain is left out or counts double. ``small`` are the indicators whose figure
    rests on too few events: they are among the ``missing``.
    """

    domains: dict[Domain, float | None]
    coverage: dict[Domain, float]
    total: float | None
    low: float | None = None
    high: float | None = None
    missing: list[str] = field(default_factory=list)
    points: dict[str, float] = field(default_factory=dict)
    small: list[str] = field(default_factory=list)


def compute_attainment(value: float, target: PolicyTarget) -> float:
    """The share of the target that a value attains, 0 to 100."""
    is_beyond = target.criterion.is_beyond(value)
    level = (target.criterion.ceiling if is_beyond else target.criterion.edge) or target.value
    part, whole = (value, level) if target.comparator.rises and not is_beyond else (level, value)
    return FULL if not whole or at_least(part, whole) else FULL * max(part / whole, 0.0)


def score_area(
    values: dict[str, float | None],
    targets: dict[str, PolicyTarget],
    recipe: IndexRecipe,
    small: Collection[str] = (),
) -> Score:
    """The index of one area from its values by indicator.

    An indicator without a value or target is missing, and so is one of those that are ``small``: chance has no weight.
    """
    points = {
        key: compute_attainment(value, targets[key])
        for key, value in values.items()
        if value is not None and key not in small and key in targets
    }
    domains, coverage = {}, {}
    for domain, part in recipe.domains.items():
        domains[domain], coverage[domain] = _average_known(points, part.indicators, recipe.minimum_coverage)
    weights = {domain: part.weight for domain, part in recipe.domains.items()}
    known = {domain: value for domain, value in domains.items() if value is not None}
    total, _ = _average_known(known, weights, recipe.minimum_coverage)
    low, high = _find_total_range(known, weights) if total is not None else (None, None)
    wanted = [key for part in recipe.domains.values() for key in part.indicators]
    return Score(
        domains,
        coverage,
        total,
        low,
        high,
        [key for key in wanted if key not in points],
        points,
        [key for key in wanted if key in small],
    )


def split_gap_by_indicator(
    measured: list[Score], benchmark: list[Score], recipe: IndexRecipe
) -> dict[Domain, dict[str, float | None]]:
    """What every indicator adds to the distance between two groups' mean totals, in points of the index.

    An indicator adds its weight in the total times the difference of the groups' mean points: negative where the
    measured group is behind. None where any county of either group lacks it. With nothing missing the shares sum to
    the difference of the mean totals.
    """
    whole = sum(part.weight for part in recipe.domains.values())
    shares: dict[Domain, dict[str, float | None]] = {}
    for domain, part in recipe.domains.items():
        within = sum(part.indicators.values())
        shares[domain] = {
            key: _compute_share(key, measured, benchmark, part.weight / whole * weight / within)
            for key, weight in part.indicators.items()
        }
    return shares


def _compute_share(key: str, measured: list[Score], benchmark: list[Score], weight: float) -> float | None:
    groups = [[score.points.get(key) for score in scores] for scores in (measured, benchmark)]
    if any(points is None for group in groups for points in group):
        return None
    own, other = (sum(group) / len(group) for group in groups)  # type: ignore[arg-type]  # no None is left
    return weight * (own - other)


def _average_known(
    points: Mapping[Key, float], weights: Mapping[Key, float], minimum: float
) -> tuple[float | None, float]:
    """The weighted mean of the points that are known, and the share of the weight that they carry."""
    known = {key: weight for key, weight in weights.items() if key in points}
    weight = fsum(known.values())
    coverage = weight / fsum(weights.values())
    if below(coverage, minimum) or not coverage:
        return None, coverage
    return fsum(points[key] * own for key, own in known.items()) / weight, coverage


def _find_total_range(points: Mapping[Key, float], weights: Mapping[Key, float]) -> tuple[float, float]:
    """The lowest and highest total when one domain is left out, or counts double."""
    totals = []
    for domain in points:
        for factor in (0.0, 2.0):
            changed = {key: weights[key] * (factor if key == domain else 1.0) for key in points}
            if whole := fsum(changed.values()):
                totals.append(fsum(points[key] * weight for key, weight in changed.items()) / whole)
    every = totals or [fmean(points.values())]
    return min(every), max(every)
