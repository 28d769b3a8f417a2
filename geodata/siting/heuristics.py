"""Good selections and bounds on the best one, before the solver proves which is best.

Selections: greedy, then interchange (Teitz and Bart 1968) under the rules. Bounds: Lagrangian relaxation of the
assignment (Cornuejols, Fisher and Nemhauser 1977) with subgradient steps, the budget relaxed along with it. What a
bound says of single candidates leaves the solver few of them to decide upon.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geodata.siting.problem import Problem

_BETTER = 1e-9  # relative: less is rounding
_STEPS = 400
_PATIENCE = 15  # steps without a better bound, after which steps are halved
_SMALLEST_STEP = 1e-3
_TRIES = 20  # steps from one trial of the picked candidates as a selection to the next

Ends = Callable[[float, float], bool]  # told the best value and the bound so far; True ends the search


@dataclass(frozen=True)
class Bound:
    """No selection gains more than ``total``: the ``shares`` of the settlements and the ``score`` of the ``picked``."""

    total: float
    shares: np.ndarray
    score: np.ndarray
    picked: np.ndarray

    def out(self, best: float) -> np.ndarray:
        """By candidate, whether every selection with it gains less than ``best``."""
        least = self.score[self.picked].min()
        mask = self.total - least + self.score < best - _BETTER * abs(best)
        mask[self.picked] = False
        return mask

    def kept(self, best: float) -> np.ndarray:
        """By candidate, whether every selection without it gains less than ``best``."""
        mask = np.zeros(len(self.score), dtype=bool)
        mask[self.picked] = True
        others = self.score[~mask]
        if not len(others):
            return mask
        return mask & (self.total - self.score + others.max() < best - _BETTER * abs(best))


def first_selection(problem: Problem) -> np.ndarray:
    """One candidate after the other, each time what gains most; the cheapest selection if that is too dear."""
    chosen = np.empty(0, dtype=int)
    held = np.zeros(len(problem.gain))
    for _ in range(problem.count):
        able = np.flatnonzero(problem.addable(chosen))
        sums = np.maximum(problem.gain[:, able], held[:, None]).sum(axis=0)
        chosen = np.append(chosen, able[sums.argmax()])
        held = np.maximum(held, problem.gain[:, chosen[-1]])
    return chosen if problem.affordable(chosen) else problem.best_by(-problem.price)


def interchange(problem: Problem, chosen: np.ndarray, ends: Ends) -> np.ndarray:
    """Exchange one for another as long as that gains; ``chosen`` keeps to the rules, and so does what comes back."""
    chosen, best = chosen.copy(), problem.value(chosen)
    place = since = 0
    while since < problem.count and not ends(best, np.inf):
        able = np.flatnonzero(problem.swappable(chosen, chosen[place]))
        rest = np.delete(chosen, place)
        held = problem.gain[:, rest].max(axis=1, initial=0)
        sums = np.maximum(problem.gain[:, able], held[:, None]).sum(axis=0)
        since += 1
        if len(able) and sums.max() > best * (1 + _BETTER):
            chosen[place], best, since = able[sums.argmax()], sums.max(), 0
        place = (place + 1) % problem.count
    return chosen


def improve(problem: Problem, chosen: np.ndarray, ends: Ends) -> tuple[np.ndarray, Bound]:
    """A better selection, if one is met on the way, and a bound on all of them."""
    best, (prices, budget) = problem.value(chosen), _scaled_prices(problem)
    shares, levy = _second_best(problem), 0.0  # multipliers: what a settlement pays for being served, and money costs
    bound, kept = Bound(np.inf, shares, np.zeros(problem.candidates), chosen), (shares, levy)
    step, waited = 1.0, 0
    for number in range(_STEPS):
        excess = problem.gain - shares[:, None]
        score = np.maximum(excess, 0).sum(axis=0) - levy * prices
        picked = problem.best_by(score)
        total = float(shares.sum() + score[picked].sum() + levy * budget)
        waited += 1
        if total < bound.total:
            bound, kept, waited = Bound(total, shares, score, picked), (shares, levy), 0
        elif waited == _PATIENCE:
            step, waited, (shares, levy) = step / 2, 0, kept
        if number % _TRIES == 0 and problem.affordable(picked):
            chosen = max(chosen, interchange(problem, picked, ends), key=problem.value)
            best = problem.value(chosen)
        slack = 1.0 - (excess[:, picked] > 0).sum(axis=1)
        over = prices[picked].sum() - budget
        norm = float((slack**2).sum() + over**2)
        if not norm or step < _SMALLEST_STEP or ends(best, bound.total) or bound.total <= best * (1 + _BETTER):
            break
        length = step * max(total - best, 0.0) / norm
        shares, levy = np.maximum(shares - length * slack, 0), max(levy + length * over, 0.0)
    return chosen, bound


def _second_best(problem: Problem) -> np.ndarray:
    """Where the multipliers begin: near what a selection of this size leaves a settlement at."""
    place = max(1, problem.candidates - max(2, problem.candidates // problem.count))
    return np.partition(problem.gain, place - 1, axis=1)[:, place - 1].copy()


def _scaled_prices(problem: Problem) -> tuple[np.ndarray, float]:
    """Prices and the budget, in a unit in which a step of the multiplier of money is as long as that of the others."""
    if not np.isfinite(problem.budget) or problem.budget <= 0:
        return np.zeros(problem.candidates), 0.0
    budget = float(np.sqrt(len(problem.gain)))
    return problem.price * (budget / problem.budget), budget
