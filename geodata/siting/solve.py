"""Where the next facilities should go: maximal covering (Church and ReVelle 1974) and p-median (Hakimi 1964).

Both are one problem here: choose candidates so that the settlements' best gains from them add up to the most. A gain
counts from the facilities that are kept, so only candidates that are nearer than these matter to a settlement. A good
selection and a bound on all of them come first; what the bound leaves open, HiGHS decides over a sparse model.

The models are our own, for PySAL's ``spopt`` builds them variable by variable (over a minute for the p-median of 500
settlements and 200 candidates), and knows neither budget nor groups; it is the reference of the tests.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from geodata.siting.heuristics import Bound, first_selection, improve, interchange
from geodata.siting.milp import Model
from geodata.siting.problem import Problem
from geodata.travel.travel import in_reach

PROVEN = 1e-6  # a gap that is less is rounding: the answer is the best
# A settlement that reaches nothing counts as this many times the farthest cost of the task away, so that it is worth
# more to bring a settlement into reach than to bring one nearer.
OUT_OF_REACH = 2.0
_TELL_EVERY = 0.1  # seconds
_SEARCH_SHARE = 0.3  # of the time, at most, before the solver begins


class Objective(StrEnum):
    """What the next facilities are for."""

    COVER = "cover"  # most residents within the standard
    MEDIAN = "median"  # least resident-kilometres


class Infeasible(StrEnum):
    """Why there is no answer; in brackets, the numbers that the error carries."""

    NO_SETTLEMENT = "no settlement"  # with any residents
    NO_CANDIDATE = "no candidate"
    COUNT_ZERO = "count zero"
    TOO_FEW_CANDIDATES = "too few candidates"  # (count, candidates)
    GROUP_TOO_FEW = "group too few"  # a group has fewer candidates than it must get (at_least, candidates)
    GROUP_MINIMUM_EXCEEDS_MAXIMUM = "group minimum exceeds maximum"  # (at_least, at_most)
    GROUP_MINIMA_EXCEED_COUNT = "group minima exceed count"  # (at_least, count)
    GROUP_MAXIMA_BELOW_COUNT = "group maxima below count"  # all groups together may get fewer (at_most, count)
    PRICES_MISSING = "prices missing"  # there is a budget, but candidates without a price (missing, candidates)
    BUDGET_TOO_SMALL = (
        "budget too small"  # (budget, needed, affordable: so many could be paid for; -1: not even minima)
    )
    ALL_SERVED = "all served"  # everyone is within the standard already, or has a facility on the spot
    NO_CANDIDATE_HELPS = "no candidate helps"  # no candidate covers anyone more, or is nearer to anyone


class InfeasibleError(Exception):
    """The task has no answer: its ``reason``, the ``group`` that it is about, and the ``numbers`` in it."""

    def __init__(self, reason: Infeasible, group: str | None = None, **numbers: float) -> None:
        self.reason, self.group, self.numbers = reason, group, numbers
        told = ", ".join(f"{name} {number:g}" for name, number in numbers.items())
        super().__init__(": ".join(part for part in (str(reason), group, told) if part))


@dataclass(frozen=True)
class SitingTask:
    """Exactly ``count`` new facilities out of the candidates, on top of the existing ones that are kept.

    ``cost`` is settlements x candidates, in the standard's measure (kilometres or minutes), inf where unreachable;
    ``existing`` by settlement to the nearest kept facility, inf where there is none; ``residents`` weigh the
    settlements; ``limit`` is the standard. ``groups`` are the labels of the candidates (county codes), of which at
    most and at least so many are chosen; labels that are not named are free. ``prices`` are by candidate, and the
    chosen ones cost no more than ``budget`` together, None where money is no matter.
    """

    cost: np.ndarray
    existing: np.ndarray
    residents: np.ndarray
    limit: float
    count: int
    objective: Objective
    groups: np.ndarray
    at_most: Mapping[str, int]
    at_least: Mapping[str, int]
    prices: np.ndarray | None = None
    budget: float | None = None


@dataclass(frozen=True)
class SitingResult:
    """``chosen`` are positions of candidates, in rising order.

    ``value`` is the number of residents newly covered, or resident-kilometres (resident-minutes) saved, where a
    settlement that reaches nothing counts as ``unreached(task)`` away; no selection reaches more than ``bound``.
    ``gap`` is how much better another selection could be, as a share of the value, or of the resident-kilometres that
    are left where these are fewer; 0 if the answer is proven to be the best. ``stopped``: it ended before that.
    """

    chosen: tuple[int, ...]
    value: float
    bound: float
    gap: float
    seconds: float
    stopped: bool


Told = Callable[[float, float], bool]


def solve(task: SitingTask, seconds: float, told: Told = lambda _gap, _elapsed: False) -> SitingResult:
    """The best selection, or the best one known after ``seconds``. Raises InfeasibleError.

    ``told`` is called now and then with the gap (nan until there is one) and the seconds passed; True stops the work.
    """
    problem = problem_of(task)
    watch = _Watch(problem, seconds, told)
    chosen, bound = _search(problem, watch)
    known = min(bound.total, float(problem.gain.max(axis=1).sum()))
    chosen, known = _prove(problem, chosen, bound, known, watch)
    value = problem.value(chosen)
    gap = _gap(problem, value, known)
    proven = gap <= PROVEN
    return SitingResult(
        tuple(sorted(int(place) for place in chosen)),
        value,
        value if proven else known,
        0.0 if proven else gap,
        watch.elapsed(),
        not proven,
    )


def unreached(task: SitingTask) -> float:
    """The cost at which a settlement counts that reaches no facility."""
    finite = [part[np.isfinite(part)].max(initial=0.0) for part in (task.cost, task.existing)]
    return OUT_OF_REACH * max(finite)


def problem_of(task: SitingTask) -> Problem:
    """The task as gains and rules. Raises InfeasibleError."""
    _check_numbers(task)
    labels, group = np.unique(np.asarray(task.groups, dtype=str), return_inverse=True)
    _check_groups(task, dict(zip(labels.tolist(), np.bincount(group).tolist(), strict=True)))
    problem = _problem(task, labels, group)
    _check_budget(problem)
    _check_use(task, problem)
    return problem


def _problem(task: SitingTask, labels: np.ndarray, group: np.ndarray) -> Problem:
    peopled = task.residents > 0
    cost, existing, residents = task.cost[peopled], task.existing[peopled], task.residents[peopled]
    if task.objective is Objective.COVER:
        newly = in_reach(cost, task.limit) & ~in_reach(existing, task.limit)[:, None]
        gain, at_stake = residents[:, None] * newly, np.inf
    else:
        now = np.where(np.isfinite(existing), existing, unreached(task))
        gain = residents[:, None] * np.maximum(now[:, None] - cost, 0)
        at_stake = float((residents * now).sum())
    sizes = np.bincount(group)
    return Problem(
        gain=gain[gain.any(axis=1)],
        count=task.count,
        group=group,
        least=np.array([task.at_least.get(label, 0) for label in labels.tolist()]),
        most=np.array([min(task.at_most.get(label, size), size) for label, size in zip(labels, sizes, strict=True)]),
        price=np.zeros(len(group)) if task.prices is None or task.budget is None else task.prices.astype(float),
        budget=np.inf if task.budget is None else task.budget,
        at_stake=at_stake,
    )


def _check_numbers(task: SitingTask) -> None:
    candidates = task.cost.shape[1]
    if not (task.residents > 0).any():
        raise InfeasibleError(Infeasible.NO_SETTLEMENT)
    if not candidates:
        raise InfeasibleError(Infeasible.NO_CANDIDATE)
    if task.count < 1:
        raise InfeasibleError(Infeasible.COUNT_ZERO)
    if task.count > candidates:
        raise InfeasibleError(Infeasible.TOO_FEW_CANDIDATES, count=task.count, candidates=candidates)
    if task.budget is not None:
        missing = candidates if task.prices is None else int((~np.isfinite(task.prices)).sum())
        if missing:
            raise InfeasibleError(Infeasible.PRICES_MISSING, missing=missing, candidates=candidates)


def _check_groups(task: SitingTask, sizes: Mapping[str, int]) -> None:
    for group, least in task.at_least.items():
        size, most = sizes.get(group, 0), task.at_most.get(group, task.count)
        if least > size:
            raise InfeasibleError(Infeasible.GROUP_TOO_FEW, group, at_least=least, candidates=size)
        if least > most:
            raise InfeasibleError(Infeasible.GROUP_MINIMUM_EXCEEDS_MAXIMUM, group, at_least=least, at_most=most)
    if (minima := sum(task.at_least.values())) > task.count:
        raise InfeasibleError(Infeasible.GROUP_MINIMA_EXCEED_COUNT, at_least=minima, count=task.count)
    maxima = sum(min(size, task.at_most.get(group, size)) for group, size in sizes.items())
    if maxima < task.count:
        raise InfeasibleError(Infeasible.GROUP_MAXIMA_BELOW_COUNT, at_most=maxima, count=task.count)


def _check_budget(problem: Problem) -> None:
    cheapest = problem.best_by(-problem.price)
    if problem.affordable(cheapest):
        return
    needed = float(problem.price[cheapest].sum())
    fewer = range(problem.count - 1, int(problem.least.sum()) - 1, -1)
    affordable = next((count for count in fewer if _pays_for(problem, count)), -1)
    raise InfeasibleError(Infeasible.BUDGET_TOO_SMALL, budget=problem.budget, needed=needed, affordable=affordable)


def _pays_for(problem: Problem, count: int) -> bool:
    fewer = replace(problem, count=count)
    return fewer.affordable(fewer.best_by(-problem.price))


def _check_use(task: SitingTask, problem: Problem) -> None:
    if problem.gain.any():
        return
    served = task.limit if task.objective is Objective.COVER else 0.0
    everyone = bool(in_reach(task.existing[task.residents > 0], served).all())
    raise InfeasibleError(Infeasible.ALL_SERVED if everyone else Infeasible.NO_CANDIDATE_HELPS)


class _Watch:
    """Tells how far the work is, and says when it must end."""

    def __init__(self, problem: Problem, seconds: float, told: Told) -> None:
        self.problem, self.seconds, self.told = problem, seconds, told
        self.began, self.spoke, self.over = time.perf_counter(), 0.0, False

    def elapsed(self) -> float:
        return time.perf_counter() - self.began

    def ends(self, value: float, bound: float, share: float = 1.0) -> bool:
        """Whether to end, having the value and the bound; of the whole time, only ``share`` may pass."""
        elapsed = self.elapsed()
        if elapsed - self.spoke >= _TELL_EVERY:
            self.spoke = elapsed
            gap = _gap(self.problem, value, bound) if np.isfinite(bound) else np.nan
            self.over = self.over or bool(self.told(gap, elapsed))
        return self.over or elapsed >= self.seconds * share


def _gap(problem: Problem, value: float, bound: float) -> float:
    more = max(bound - value, 0.0)
    whole = min(value, problem.at_stake - value)
    if more <= PROVEN * max(whole, float(problem.gain.max())):
        return 0.0
    return more / whole if whole > 0 else np.inf


def _search(problem: Problem, watch: _Watch) -> tuple[np.ndarray, Bound]:
    """A good selection and a bound, in a part of the time."""

    def ends(value: float, bound: float) -> bool:
        return watch.ends(value, bound, _SEARCH_SHARE)

    return improve(problem, interchange(problem, first_selection(problem), ends), ends)


def _prove(problem: Problem, chosen: np.ndarray, bound: Bound, known: float, watch: _Watch) -> tuple[np.ndarray, float]:
    """The solver's selection and bound; answers that promise too much are held to what they gain, and asked again."""
    value = problem.value(chosen)
    if _gap(problem, value, known) <= PROVEN or watch.ends(value, known):
        return chosen, known

    def ends(reached: float) -> bool:
        return watch.ends(problem.value(chosen), min(known, max(value, reached)))

    model = Model(problem, ~bound.out(value), bound.kept(value), bound.shares)
    model.tighten(ends)
    while _gap(problem, problem.value(chosen), known) > PROVEN and not watch.ends(problem.value(chosen), known):
        answer = model.solve(chosen, ends)
        known = min(known, max(value, answer.bound))
        if answer.chosen is None:
            break
        if problem.affordable(answer.chosen):
            better = interchange(problem, answer.chosen, watch.ends)
            chosen = max(chosen, better, key=problem.value)
    return chosen, known
