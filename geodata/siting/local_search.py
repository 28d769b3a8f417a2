"""Heuristics that find good selections fast: greedy adding, then interchange (Teitz and Bart 1968), under the rules."""

from collections.abc import Callable

import numpy as np

from geodata.siting.problem import Problem

_BETTER = 1e-9  # relative: less is rounding


def select_greedily(problem: Problem) -> np.ndarray:
    """One candidate after the other, each time what gains most; the cheapest selection if that is too dear."""
    chosen = np.empty(0, dtype=int)
    best_gain = np.zeros(len(problem.gain))
    for _ in range(problem.count):
        allowed = np.flatnonzero(problem.can_add(chosen))
        sums = np.maximum(problem.gain[:, allowed], best_gain[:, None]).sum(axis=0)
        chosen = np.append(chosen, allowed[sums.argmax()])
        best_gain = np.maximum(best_gain, problem.gain[:, chosen[-1]])
    return chosen if problem.is_affordable(chosen) else problem.select_cheapest()


def improve_by_interchange(problem: Problem, chosen: np.ndarray, should_stop: Callable[[float], bool]) -> np.ndarray:
    """Exchange one chosen candidate for another as long as that gains; every selection keeps to the rules.

    ``should_stop`` is called with the gain so far; True ends the search.
    """
    chosen, best = chosen.copy(), problem.total_gain(chosen)
    place = unimproved = 0
    while unimproved < problem.count and not should_stop(best):
        allowed = np.flatnonzero(problem.can_replace(chosen, chosen[place]))
        rest = np.delete(chosen, place)
        best_gain = problem.gain[:, rest].max(axis=1, initial=0)
        sums = np.maximum(problem.gain[:, allowed], best_gain[:, None]).sum(axis=0)
        unimproved += 1
        if len(allowed) and sums.max() > best * (1 + _BETTER):
            chosen[place], best, unimproved = allowed[sums.argmax()], sums.max(), 0
        place = (place + 1) % problem.count
    return chosen
