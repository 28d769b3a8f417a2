"""The weights that make two counties alike, as an address holds them: ``population:2,density:0``."""

from collections.abc import Collection, Mapping
from math import isfinite

EXAMPLE = "population:2,density:0"
HIGHEST = 100.0  # more says nothing that this does not
Weights = tuple[tuple[str, float], ...]


def read_weights(text: str, measures: Mapping[str, float]) -> Weights:
    """The weights that a text gives; ``measures`` are those that stand without it.

    Raises ValueError with a sentence where a measure is unknown, a weight below 0 or too high, or none is left above 0.
    """
    given = dict(_read_pair(part, measures) for part in text.split(",") if part)
    if not any((dict(measures) | given).values()):
        raise ValueError(f"weights: expected at least one above 0, got '{text}'")
    return tuple((key, weight) for key, weight in given.items() if weight != measures[key])


def write_weights(weights: Weights) -> str:
    """Weights as an address holds them."""
    return ",".join(f"{key}:{weight:g}" for key, weight in weights)


def _read_pair(text: str, measures: Collection[str]) -> tuple[str, float]:
    key, _, number = text.partition(":")
    if key not in measures:
        raise ValueError(f"weights: expected one of {', '.join(measures)}, got '{key}'")
    try:
        weight = float(number)
    except ValueError:
        weight = -1
    if not isfinite(weight) or not 0 <= weight <= HIGHEST:
        raise ValueError(f"weights: {key}: expected a number from 0 to {HIGHEST:g}, got '{number}'")
    return key, weight
