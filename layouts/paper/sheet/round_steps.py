"""Round numbers for axes and scale bars, as matplotlib chooses them."""

from collections.abc import Sequence

from matplotlib.ticker import MaxNLocator


def round_step(reach: float, most: int, steps: Sequence[float] = (1, 2, 2.5, 5, 10)) -> float:
    """The least of ``steps`` times a power of ten that parts ``reach`` into at most ``most`` parts."""
    ticks = MaxNLocator(most, steps=list(steps)).tick_values(0, reach)
    return float(ticks[1] - ticks[0])


def round_length(longest: float) -> float:
    """The longest of 1, 2 or 5 times a power of ten that is no longer than ``longest``, for a scale bar."""
    return round_step(longest, 1, (1, 2, 5, 10))  # one part that exceeds the reach gives way to the next shorter one
