"""A siting as gains of settlements from candidates, and the rules that a selection of candidates keeps to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from geodata.siting.task import InfeasibleError, InfeasibleReason, Objective, SitingTask
from geodata.travel.travel import is_in_reach

# A settlement that reaches nothing counts as this many times the farthest cost of the task away, so that it is worth
# more to bring a settlement into reach than to bring one nearer.
OUT_OF_REACH = 2.0
_RELATIVE_ROUNDING = 1e-9  # relative: sums of the same numbers in another order differ by less


@dataclass(frozen=True)
class Problem:
    """Choose ``count`` candidates so that the settlements' best gains from them add up to the most.

    ``gain`` (settlements x candidates, never negative) is what a settlement gains from a candidate if it is the best of
    the chosen ones. ``group`` is the position of each candidate's group in ``least``, the number of candidates that a
    group must have. ``price`` is by candidate; the chosen ones may cost ``budget`` together (inf where money is no
    matter). ``at_stake`` is what the settlements could gain at the very most, inf if unknown.
    """

    gain: np.ndarray
    count: int
    group: np.ndarray
    least: np.ndarray
    price: np.ndarray
    budget: float
    at_stake: float

    @property
    def candidates(self) -> int:
        """How many there are to choose from."""
        return len(self.group)

    def total_gain(self, chosen: np.ndarray) -> float:
        """What the settlements gain together from the chosen candidates."""
        return float(self.gain[:, chosen].max(axis=1).sum())

    def is_affordable(self, chosen: np.ndarray) -> bool:
        """Whether the budget pays for the chosen candidates."""
        return bool(self.price[chosen].sum() <= self.budget * (1 + _RELATIVE_ROUNDING))

    def select_cheapest(self) -> np.ndarray:
        """The cheapest selection that keeps to count and groups; blind to the budget.

        Each group's cheapest come first, as many as it must have; the cheapest of the others make up the number.
        Exchanging any two of them shows that nothing is cheaper.
        """
        order = np.lexsort((self.price, self.group))
        first_of_group = np.searchsorted(self.group[order], np.arange(len(self.least)))
        rank = np.empty(self.candidates, dtype=int)
        rank[order] = np.arange(self.candidates) - first_of_group[self.group[order]]
        must = rank < self.least[self.group]
        may = np.flatnonzero(~must)
        rest = may[np.argsort(self.price[may], kind="stable")[: self.count - must.sum()]]
        return np.concatenate([np.flatnonzero(must), rest])

    def can_add(self, chosen: np.ndarray) -> np.ndarray:
        """By candidate, whether it can come on top of the chosen ones, so that count and groups can still be kept."""
        held = np.bincount(self.group[chosen], minlength=len(self.least))
        owed = np.maximum(self.least - held, 0)
        spare = self.count - len(chosen) > owed.sum()
        able: np.ndarray = spare | (owed > 0)[self.group]
        able[chosen] = False
        return able

    def can_replace(self, chosen: np.ndarray, leaves: int) -> np.ndarray:
        """By candidate, whether it can take the place of ``leaves``, one of the chosen, by every rule."""
        held = np.bincount(self.group[chosen], minlength=len(self.least))
        own = self.group[leaves]
        fits = (held[own] > self.least[own]) | (self.group == own)
        price = self.price[chosen].sum() - self.price[leaves] + self.price
        able: np.ndarray = fits & (price <= self.budget * (1 + _RELATIVE_ROUNDING))
        able[chosen] = False
        return able


def build_problem(task: SitingTask) -> Problem:
    """The task as gains and rules, without the settlements that no candidate serves better. Raises InfeasibleError."""
    _check_numbers(task)
    labels, group = np.unique(np.asarray(task.groups, dtype=str), return_inverse=True)
    _check_groups(task, dict(zip(labels.tolist(), np.bincount(group).tolist(), strict=True)))
    problem = _apply_rules(task, labels, group)
    _check_budget(problem)
    _check_gains(task, problem)
    return problem


def compute_unreached_cost(task: SitingTask) -> float:
    """The cost at which a settlement counts that reaches no facility."""
    finite = [part[np.isfinite(part)].max(initial=0.0) for part in (task.cost, task.existing)]
    return OUT_OF_REACH * float(max(finite))


def _apply_rules(task: SitingTask, labels: np.ndarray, group: np.ndarray) -> Problem:
    """The problem of a task whose candidates' groups are ``labels[group]``."""
    peopled = task.residents > 0
    cost, existing, residents = task.cost[peopled], task.existing[peopled], task.residents[peopled]
    if task.objective is Objective.COVER:
        newly = is_in_reach(cost, task.limit) & ~is_in_reach(existing, task.limit)[:, None]
        gain, at_stake = residents[:, None] * newly, np.inf
    else:
        now = np.where(np.isfinite(existing), existing, compute_unreached_cost(task))
        gain = residents[:, None] * np.maximum(now[:, None] - cost, 0)
        at_stake = float((residents * now).sum())
    return Problem(
        gain=gain[gain.any(axis=1)],
        count=task.count,
        group=group,
        least=np.array([task.at_least.get(label, 0) for label in labels.tolist()]),
        price=np.zeros(len(group)) if task.prices is None or task.budget is None else task.prices.astype(float),
        budget=np.inf if task.budget is None else task.budget,
        at_stake=at_stake,
    )


def _check_numbers(task: SitingTask) -> None:
    candidates = task.cost.shape[1]
    if not (task.residents > 0).any():
        raise InfeasibleError(InfeasibleReason.NO_SETTLEMENT)
    if not candidates:
        raise InfeasibleError(InfeasibleReason.NO_CANDIDATE)
    if task.count < 1:
        raise InfeasibleError(InfeasibleReason.COUNT_ZERO)
    if task.count > candidates:
        raise InfeasibleError(InfeasibleReason.TOO_FEW_CANDIDATES, count=task.count, candidates=candidates)
    if task.budget is not None:
        missing = candidates if task.prices is None else int((~np.isfinite(task.prices)).sum())
        if missing:
            raise InfeasibleError(InfeasibleReason.PRICES_MISSING, missing=missing, candidates=candidates)


def _check_groups(task: SitingTask, sizes: Mapping[str, int]) -> None:
    for group, least in task.at_least.items():
        size = sizes.get(group, 0)
        if least > size:
            raise InfeasibleError(InfeasibleReason.GROUP_TOO_FEW, group, at_least=least, candidates=size)
    if (minima := sum(task.at_least.values())) > task.count:
        raise InfeasibleError(InfeasibleReason.GROUP_MINIMA_EXCEED_COUNT, at_least=minima, count=task.count)


def _check_budget(problem: Problem) -> None:
    cheapest = problem.select_cheapest()
    if problem.is_affordable(cheapest):
        return
    needed = float(problem.price[cheapest].sum())
    fewer = range(problem.count - 1, int(problem.least.sum()) - 1, -1)
    affordable = next((count for count in fewer if _can_pay_for(problem, count)), -1)
    raise InfeasibleError(
        InfeasibleReason.BUDGET_TOO_SMALL, budget=problem.budget, needed=needed, affordable=affordable
    )


def _can_pay_for(problem: Problem, count: int) -> bool:
    fewer = replace(problem, count=count)
    return fewer.is_affordable(fewer.select_cheapest())


def _check_gains(task: SitingTask, problem: Problem) -> None:
    if problem.gain.any():
        return
    served = task.limit if task.objective is Objective.COVER else 0.0
    everyone = bool(is_in_reach(task.existing[task.residents > 0], served).all())
    raise InfeasibleError(InfeasibleReason.ALL_SERVED if everyone else InfeasibleReason.NO_CANDIDATE_HELPS)
