"""Where the next facilities should go: maximal covering (Church and ReVelle 1974) and p-median (Hakimi 1964).

Both are one problem here: choose candidates so that the settlements' best gains from them add up to the most. A gain
counts from the facilities that are kept, so only candidates that are nearer than these matter to a settlement. A local
search finds a good selection at once; HiGHS proves it the best, or finds a better one.

The models are our own, for PySAL's ``spopt`` builds them variable by variable (over a minute for the p-median of 500
settlements and 200 candidates), and knows neither budget nor groups; it is the reference of the tests.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geodata.siting.local_search import improve_by_interchange, select_greedily
from geodata.siting.problem import Problem, build_problem
from geodata.siting.task import SitingTask

PROVEN = 1e-6  # a gap that is less is rounding: the answer is the best
_REPORT_EVERY = 0.1  # seconds

# Called with the gap (NaN until a bound is known) and the seconds passed; True ends the work.
Report = Callable[[float, float], bool]


@dataclass(frozen=True)
class SitingResult:
    """``chosen`` are positions of candidates, in rising order.

    ``value`` is the number of residents newly covered, or resident-kilometres (resident-minutes) saved, where a
    settlement that reaches nothing counts as ``unreached_cost(task)`` away; no selection reaches more than ``bound``.
    ``gap`` is how much better another selection could be, as a share of the value, or of the resident-kilometres that
    are left where these are fewer; 0 if the answer is proven to be the best. ``stopped``: it ended before that.
    """

    chosen: tuple[int, ...]
    value: float
    bound: float
    gap: float
    seconds: float
    stopped: bool


def find_best_sites(task: SitingTask, seconds: float, report: Report = lambda _gap, _elapsed: False) -> SitingResult:
    """The best selection, or the best one known after ``seconds``. Raises InfeasibleError.

    ``report`` is called now and then, and may end the work.
    """
    watch = _TimeLimit(seconds, report)
    problem = build_problem(task)
    chosen = improve_by_interchange(problem, select_greedily(problem), lambda _: watch.should_stop(np.nan))
    chosen, bound = _prove_best(problem, chosen, watch)
    value = problem.total_gain(chosen)
    gap = _compute_gap(problem, value, bound)
    proven = gap <= PROVEN
    return SitingResult(
        chosen=tuple(sorted(int(place) for place in chosen)),
        value=value,
        bound=value if proven else bound,
        gap=0.0 if proven else gap,
        seconds=watch.elapsed(),
        stopped=not proven,
    )


class _TimeLimit:
    """Reports how far the work is, and says when it must end."""

    def __init__(self, seconds: float, report: Report) -> None:
        self.seconds, self.report = seconds, report
        self.began, self.reported, self.stopped = time.perf_counter(), 0.0, False

    def elapsed(self) -> float:
        return time.perf_counter() - self.began

    def should_stop(self, gap: float) -> bool:
        """Whether the work must end, now that the gap is known."""
        elapsed = self.elapsed()
        if elapsed - self.reported >= _REPORT_EVERY:
            self.reported = elapsed
            self.stopped = self.stopped or bool(self.report(gap, elapsed))
        return self.stopped or elapsed >= self.seconds


def _prove_best(problem: Problem, chosen: np.ndarray, watch: _TimeLimit) -> tuple[np.ndarray, float]:
    """The best selection and the bound on all of them; what is known so far if the watch ends the work.

    HiGHS's selections that break rows promise more than they gain: they are improved by interchange, and it is asked
    again with those rows.
    """
    from geodata.siting.milp import SitingModel  # noqa: PLC0415  (HiGHS and SciPy, when sites are sought)

    model = SitingModel(problem, chosen)

    def is_done(bound: float) -> bool:
        gap = _compute_gap(problem, problem.total_gain(chosen), bound) if np.isfinite(bound) else np.nan
        return gap <= PROVEN or watch.should_stop(gap)

    model.solve_relaxed(problem.total_gain(chosen), is_done)
    broken = True
    while broken and not is_done(model.bound):
        found, broken = model.solve(chosen, is_done)
        if found is not None and problem.is_affordable(found):
            better = improve_by_interchange(problem, found, lambda _: is_done(model.bound))
            chosen = max(chosen, better, key=problem.total_gain)
    most = float(problem.gain.max(axis=1).sum())  # all that is known where nothing could be solved
    return chosen, max(min(model.bound, most), problem.total_gain(chosen))


def _compute_gap(problem: Problem, value: float, bound: float) -> float:
    """How much more than ``value`` could be gained, as a share of it or of what is left, whichever is less."""
    more = max(bound - value, 0.0)
    whole = min(value, problem.at_stake - value)
    if more <= PROVEN * max(whole, float(problem.gain.max())):
        return 0.0
    return more / whole if whole > 0 else np.inf
