"""What a siting comes down to: gains of settlements from candidates, and the rules that a selection keeps to."""

from dataclasses import dataclass

import numpy as np

_SAME = 1e-9  # relative: sums of the same numbers in another order differ by less


@dataclass(frozen=True)
class Problem:
    """Choose ``count`` candidates so that the settlements' best gains from them add up to the most.

    ``gain`` (settlements x candidates, never negative) is what a settlement has of a candidate if it is the best of the
    chosen ones. ``group`` is the position of each candidate's group in ``least`` and ``most``, the numbers of
    candidates that a group must and may have. ``price`` is by candidate; the chosen ones may cost ``budget`` together
    (inf where money is no matter). ``at_stake`` is what the settlements could gain at the very most, inf if unknown.
    """

    gain: np.ndarray
    count: int
    group: np.ndarray
    least: np.ndarray
    most: np.ndarray
    price: np.ndarray
    budget: float
    at_stake: float

    @property
    def candidates(self) -> int:
        """How many there are to choose from."""
        return len(self.group)

    def value(self, chosen: np.ndarray) -> float:
        """What the settlements gain together."""
        return float(self.gain[:, chosen].max(axis=1).sum())

    def affordable(self, chosen: np.ndarray) -> bool:
        """Whether the budget pays for the chosen ones."""
        return bool(self.price[chosen].sum() <= self.budget * (1 + _SAME))

    def best_by(self, score: np.ndarray) -> np.ndarray:
        """The selection with the highest sum of scores among those that keep to count and groups; blind to the budget.

        Each group's best come first, as many as it must have; the best of the others, up to what groups may have,
        make up the number. Exchanging any two of them shows that nothing is better.
        """
        order = np.lexsort((-score, self.group))
        first_of_group = np.searchsorted(self.group[order], np.arange(len(self.least)))
        rank = np.empty(self.candidates, dtype=int)
        rank[order] = np.arange(self.candidates) - first_of_group[self.group[order]]
        must = rank < self.least[self.group]
        may = np.flatnonzero(~must & (rank < self.most[self.group]))
        rest = may[np.argsort(-score[may], kind="stable")[: self.count - must.sum()]]
        return np.concatenate([np.flatnonzero(must), rest])

    def addable(self, chosen: np.ndarray) -> np.ndarray:
        """By candidate, whether it can come on top of the chosen ones, so that count and groups can still be kept."""
        held = np.bincount(self.group[chosen], minlength=len(self.least))
        owed = np.maximum(self.least - held, 0)
        spare = self.count - len(chosen) > owed.sum()
        able = (held < self.most)[self.group] & (spare | (owed > 0)[self.group])
        able[chosen] = False
        return able

    def swappable(self, chosen: np.ndarray, leaves: int) -> np.ndarray:
        """By candidate, whether it can take the place of one of the chosen, by every rule."""
        held = np.bincount(self.group[chosen], minlength=len(self.least))
        own = self.group[leaves]
        fits = (held < self.most) & (held[own] > self.least[own])
        fits[own] = True
        able = fits[self.group] & (
            self.price[chosen].sum() - self.price[leaves] + self.price <= self.budget * (1 + _SAME)
        )
        able[chosen] = False
        return able
