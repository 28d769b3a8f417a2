"""Measures of inequality between counties, for one indicator in one year.

The measures are closed formulas of one line over eight numbers. PySAL's ``inequality`` computes three of them (Gini,
Theil, its decomposition) and is what the tests hold them against; the program does without it because it would load
libpysal, scikit-learn and matplotlib into every server.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from indicators.definition import Direction


class InequalityMeasure(StrEnum):
    """The measures, by the name they have in the API."""

    ABSOLUTE_DIFFERENCE = "absolute_difference"
    RATIO = "ratio"
    VARIATION = "coefficient_of_variation"
    GINI = "gini"
    THEIL = "theil"
    THEIL_BETWEEN = "theil_between"
    THEIL_WITHIN = "theil_within"
    DEVIATION = "weighted_mean_absolute_deviation"


OF_GROUPS = (  # mean something only where the counties are in two groups
    InequalityMeasure.ABSOLUTE_DIFFERENCE,
    InequalityMeasure.RATIO,
    InequalityMeasure.THEIL_BETWEEN,
    InequalityMeasure.THEIL_WITHIN,
)
IN_UNIT = (InequalityMeasure.ABSOLUTE_DIFFERENCE, InequalityMeasure.DEVIATION)  # the others are plain numbers


@dataclass(frozen=True)
class Inequality:
    """The measures of one year; None where one cannot be told. ``missing`` lists counties without a value.

    ``small`` lists those whose value rests on too few events.
    """

    measures: dict[InequalityMeasure, float | None]
    missing: tuple[str, ...]
    small: tuple[str, ...] = ()


def measure_inequality(
    values: pd.Series,
    population: pd.Series,
    groups: dict[str, list[str]],
    benchmark: str,
    direction: Direction = Direction.HIGHER,
    small: tuple[str, ...] = (),
) -> Inequality:
    """All measures over the counties of ``groups``; none with a county missing.

    ``values`` and ``population`` are indexed by area code. Difference and ratio are of the groups' simple means,
    measured group minus (or over) benchmark; where lower is better the ratio is inverted, as by ``compare_groups``.
    With values of ``small`` counties in the means there is no ratio.
    """
    members = [code for codes in groups.values() for code in codes]
    own = values.reindex(members).astype(float)
    missing = tuple(own.index[own.isna()])
    if missing:
        return Inequality(dict.fromkeys(InequalityMeasure), missing, small)
    focus = next(key for key in groups if key != benchmark)
    upper, lower = float(own[groups[focus]].mean()), float(own[groups[benchmark]].mean())
    over, under = (lower, upper) if direction is Direction.LOWER else (upper, lower)
    between, within = theil_parts(own, groups)
    measures: dict[InequalityMeasure, float | None] = {
        InequalityMeasure.ABSOLUTE_DIFFERENCE: None if np.isnan(upper - lower) else upper - lower,
        InequalityMeasure.RATIO: over / under if under and not small and not np.isnan(over / under) else None,
        InequalityMeasure.VARIATION: coefficient_of_variation(own),
        InequalityMeasure.GINI: gini(own),
        InequalityMeasure.THEIL: None if between is None or within is None else between + within,
        InequalityMeasure.THEIL_BETWEEN: between,
        InequalityMeasure.THEIL_WITHIN: within,
        InequalityMeasure.DEVIATION: weighted_mean_absolute_deviation(own, population.reindex(members)),
    }
    return Inequality(measures, missing, small)


def coefficient_of_variation(values: pd.Series) -> float | None:
    """Standard deviation (over n) divided by the mean."""
    mean = float(values.mean())
    return float(values.std(ddof=0)) / mean if mean else None


def gini(values: pd.Series) -> float | None:
    """Half the mean absolute difference of all pairs, divided by the mean; 0 equal, (n - 1) / n all in one place."""
    known = values.to_numpy(dtype=float)
    mean = known.mean()
    if not mean or (known < 0).any():
        return None
    return float(np.abs(known[:, None] - known[None, :]).mean() / (2 * mean))


def theil_parts(values: pd.Series, groups: dict[str, list[str]]) -> tuple[float | None, float | None]:
    """Theil's T between and within the groups; the sum of both is T. Zero counts as nothing (x ln x tends to 0)."""
    if (values < 0).any() or not values.sum():
        return None, None
    shares = values / values.sum()
    n = len(values)
    between = within = 0.0
    for codes in groups.values():
        share, size = float(shares[codes].sum()), len(codes)
        if share:
            between += share * np.log(share / (size / n))
            within += share * _compute_entropy(shares[codes] / share * size)
    return float(between), float(within)


def _compute_entropy(relative: pd.Series) -> float:
    """The mean of x ln x over values relative to their mean."""
    positive = relative[relative > 0]
    return float((positive * np.log(positive)).sum() / len(relative))


def weighted_mean_absolute_deviation(values: pd.Series, population: pd.Series) -> float | None:
    """The population-weighted mean of the distances from the population-weighted mean, in the indicator's unit."""
    total = float(population.sum())
    if population.isna().any() or not total:
        return None
    mean = float((values * population).sum()) / total
    return float(((values - mean).abs() * population).sum()) / total
