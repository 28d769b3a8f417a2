"""Rates that rest on few events: the interval that chance alone spans around a count."""

from scipy.special import gammaincinv

_TAIL = 0.025  # two-sided 95 %


def event_interval(events: float) -> tuple[float, float]:
    """The exact 95 % interval of a Poisson count (Garwood 1936): the counts it is compatible with."""
    if events < 0:
        raise ValueError(f"events: expected 0 or more, got {events:g}")
    low = float(gammaincinv(events, _TAIL)) if events else 0.0
    return low, float(gammaincinv(events + 1, 1 - _TAIL))
