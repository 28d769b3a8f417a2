"""How far apart the areas of one place lie in one year, and which of them fall short of a level."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

from indicators.definition import Direction
from indicators.thresholds import above, below


@dataclass(frozen=True)
class Spread:
    """The areas that have a value, by code, and what is measured over them.

    ``lowest`` and ``highest`` are all that share an end; ``short`` lie on the worse side of the level, the worst first,
    None without a level or where nothing is better. ``missing`` have no value, ``small`` one on too few events: neither
    is measured.
    """

    values: dict[str, float]
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    mean: float
    short: tuple[str, ...] | None
    missing: tuple[str, ...]
    small: tuple[str, ...]

    @property
    def difference(self) -> float:
        """How far the ends are apart."""
        return self.values[self.highest[0]] - self.values[self.lowest[0]]

    @property
    def ratio(self) -> float | None:
        """The highest value over the lowest one; None where that is not above zero."""
        low, high = self.values[self.lowest[0]], self.values[self.highest[0]]
        return high / low if low > 0 else None


def measure_spread(
    values: Mapping[str, float], small: set[str], level: float | None, direction: Direction
) -> Spread | None:
    """The spread of ``values`` as they are printed, NaN where missing, beside a ``level``; None where none is known."""
    missing = tuple(code for code, value in values.items() if isnan(value))
    few = tuple(code for code in values if code in small and code not in missing)
    known = {code: value for code, value in values.items() if code not in missing and code not in few}
    if not known:
        return None
    low, high = min(known.values()), max(known.values())
    short = None
    if level is not None and direction is not Direction.NEUTRAL:
        is_worse = above if direction is Direction.LOWER else below
        worse = [code for code, value in known.items() if is_worse(value, level)]
        short = tuple(sorted(worse, key=lambda code: known[code], reverse=direction is Direction.LOWER))
    return Spread(
        known,
        tuple(code for code, value in known.items() if value == low),
        tuple(code for code, value in known.items() if value == high),
        sum(known.values()) / len(known),
        short,
        missing,
        few,
    )
