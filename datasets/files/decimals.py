"""Decimal arithmetic for written figures: binary floats do not hold 94.46 exactly, which shows after a calculation."""

from decimal import Decimal

import numpy as np
import pandas as pd

_WRITTEN = 15  # significant digits that a float always keeps
_SURE = 12  # significant digits that stay right through the calculations of this program


def multiply_exactly(values: np.ndarray, factors: np.ndarray) -> np.ndarray:
    """Multiply values by factors as the decimals that they are written as: 94.46 by 10000 is 944600."""
    products = np.array(values, dtype=float)
    for factor in np.unique(factors[factors != 1]):  # a handful of units
        rows = np.isnan(factors) if np.isnan(factor) else factors == factor
        number, distinct = pd.factorize(products[rows])
        results = np.array(
            [*(_multiply_decimals(value, factor) for value in distinct), np.nan]
        )  # the last one is of no value
        products[rows] = results[number]
    return products


def _multiply_decimals(value: float, factor: float) -> float:
    if not np.isfinite(value) or not np.isfinite(factor):
        return value * factor
    return float(_to_decimal(value) * _to_decimal(factor))


def divide_exactly(value: float, by: float) -> float:
    """One decimal by another: a hundredth by a thousandth is 10."""
    return float(_to_decimal(value) / _to_decimal(by))


def drop_noise(value: float) -> float:
    """A number without the tail that a calculation left: what nobody writes with 16 digits is kept to 12 of them."""
    return value if float(f"{value:.{_WRITTEN}g}") == value else float(f"{value:.{_SURE}g}")


def _to_decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))
