"""What a figure is held against: a comparator, a value, and for "about" how far beside it still counts."""

from collections.abc import Callable
from dataclasses import dataclass

from indicators import thresholds
from indicators.definition import Comparator

_COMPARISONS: dict[Comparator, Callable[[float, float], bool]] = {
    Comparator.AT_LEAST: thresholds.at_least,
    Comparator.ABOVE: thresholds.above,
    Comparator.AT_MOST: thresholds.at_most,
    Comparator.BELOW: thresholds.below,
    Comparator.EQUAL: thresholds.equals,
    Comparator.YES: thresholds.at_least,
}


@dataclass(frozen=True)
class Criterion:
    """One target of the policy, or what classes are anchored on.

    ``tolerance`` is the share of the value that 约, 左右, 基本相当 leave on either side; others have none.
    """

    comparator: Comparator
    value: float
    tolerance: float = 0.0

    def is_met_by(self, value: float) -> bool:
        """Whether ``value`` meets the target."""
        if self.comparator is Comparator.ABOUT:
            return thresholds.at_least(value, self.edge or 0.0) and not self.is_beyond(value)
        return _COMPARISONS[self.comparator](value, self.value)

    @property
    def edge(self) -> float | None:
        """What parts values that meet the target from others, of a band the lower edge; None where nothing does."""
        match self.comparator:
            case Comparator.EQUAL:
                return None
            case Comparator.ABOUT:
                return self.value * (1 - self.tolerance)
        return self.value

    @property
    def ceiling(self) -> float | None:
        """The upper edge of a band, which belongs to it."""
        return self.value * (1 + self.tolerance) if self.comparator is Comparator.ABOUT else None

    def is_beyond(self, value: float) -> bool:
        """Whether a value is more than "about" allows."""
        return self.ceiling is not None and thresholds.above(value, self.ceiling)

    @property
    def aim(self) -> float:
        """The level that just meets the target: its edge, or a trace beyond one that does not count."""
        if self.edge is not None and self.comparator in (Comparator.ABOVE, Comparator.BELOW):
            return thresholds.step_beyond(self.edge, self.comparator.rises)
        return self.value if self.edge is None else self.edge

    def nearest(self, value: float) -> float:
        """The level that meets the target nearest to a value that does not."""
        return self.ceiling if self.ceiling is not None and self.is_beyond(value) else self.aim
