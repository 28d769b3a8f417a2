"""The siting as a mixed-integer programme, solved by HiGHS with rows that are added when an answer breaks them.

Benders' decomposition of the p-median (Cornuejols, Nemhauser and Wolsey 1980; Duran-Mateluna, Ales and Elloumi 2023): a
variable x[j] for each candidate and one for each settlement's gain. For any level v, a settlement gains at most v and
what the chosen candidates yield above it, so

    gain[i] <= v + sum over j of max(g[i, j] - v, 0) * x[j].

A settlement has as many of these rows as it has levels, but an optimum rests on few of them. A variable for each pair
or for each level holds all of them at once; the p-median of 500 settlements and 200 candidates takes minutes so.
"""

from collections.abc import Callable

import highspy
import numpy as np
from scipy import sparse

from geodata.siting.problem import Problem

_TOLERANCE = 1e-7  # relative gap at which HiGHS calls a selection the best
_BROKEN_BY = 1e-6  # of the largest gain: a row broken by less counts as kept
_ROUNDS = 40  # of the linear programme, after which the integer one takes over
_CHOSEN_ABOVE = 0.5  # a chosen candidate's variable is 1 but for rounding

# Called with an upper bound on all selections (inf while unknown); True ends the work.
StopAt = Callable[[float], bool]

# HiGHS would write to the server's own output. One thread: the other cores are for the pages.
_OPTIONS: dict[str, bool | str | float] = {
    "output_flag": False,
    "log_to_console": False,
    "parallel": "off",
    "mip_rel_gap": _TOLERANCE,
}


class SitingModel:
    """The programme of a problem with the rows that were needed so far; gains are scaled so that the largest is 1.

    ``bound`` is what no selection gains more than, by all that was solved so far; inf before anything was. ``closed``
    says of each candidate whether it is known to be in no best selection.
    """

    def __init__(self, problem: Problem, chosen: np.ndarray) -> None:
        """Begin with the rows that hold for the selection ``chosen``, so that the first bound is no wild one."""
        self._sites, self._scale = problem.candidates, float(problem.gain.max())
        self._gain = problem.gain / self._scale
        self._order = np.argsort(-self._gain, axis=1, kind="stable")  # by settlement, its best candidate first
        self.bound, self.closed = np.inf, np.zeros(self._sites, dtype=bool)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor declares no types
        for name, value in _OPTIONS.items():
            self._solver.setOptionValue(name, value)
        self._solver.passModel(_build_programme(problem, self._gain.max(axis=1)))
        self._add_broken_rows(np.isin(np.arange(self._sites), chosen).astype(float), np.inf)

    def solve_relaxed(self, value: float, should_stop: StopAt) -> None:
        """Solve the linear programme and add the rows that its answer breaks, until it breaks none.

        Candidates are closed whose every selection gains less than ``value``, which some selection is known to gain.
        """
        for _ in range(_ROUNDS):
            self._run_solver(highspy.HighsVarType.kContinuous, should_stop)
            if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                break
            self._lower_bound(self._solver.getInfo().objective_function_value)
            self._close_candidates(value)
            if should_stop(self.bound) or not self._add_broken_rows(*self._read_solution()):
                break

    def solve(self, start: np.ndarray, should_stop: StopAt) -> tuple[np.ndarray | None, bool]:
        """The best selection by the rows so far, None without any, and whether it broke rows, which are added.

        HiGHS begins with the selection ``start``.
        """
        places = np.arange(self._sites, dtype=np.int32)
        self._solver.setSolution(len(places), places, np.isin(places, start).astype(float))
        self._run_solver(highspy.HighsVarType.kInteger, should_stop)
        info = self._solver.getInfo()
        self._lower_bound(info.mip_dual_bound)
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, False
        taken, gained = self._read_solution()
        return np.flatnonzero(taken > _CHOSEN_ABOVE), self._add_broken_rows(taken, gained)

    def _run_solver(self, kind: highspy.HighsVarType, should_stop: StopAt) -> None:
        """Solve with the candidates' variables of a kind, unless it is stopped."""
        places = np.arange(self._sites, dtype=np.int32)
        self._solver.changeColsIntegrality(len(places), places, np.full(len(places), kind.value, dtype=np.uint8))

        def interrupt(event: highspy.highs.HighsCallbackEvent) -> None:
            if kind is highspy.HighsVarType.kInteger:
                self._lower_bound(event.data_out.mip_dual_bound)
            if event.data_in is not None and should_stop(self.bound):
                event.data_in.user_interrupt = True

        watched = self._solver.cbMipInterrupt, self._solver.cbSimplexInterrupt
        for callback in watched:
            callback.subscribe(interrupt)
        self._solver.run()
        for callback in watched:
            callback.unsubscribe(interrupt)

    def _lower_bound(self, scaled: float) -> None:
        self.bound = min(self.bound, scaled * self._scale)

    def _read_solution(self) -> tuple[np.ndarray, np.ndarray]:
        """The solver's values of the candidates, between 0 and 1, and of the settlements' gains."""
        values = np.asarray(self._solver.getSolution().col_value)
        return np.clip(values[: self._sites], 0, 1), values[self._sites :]

    def _close_candidates(self, value: float) -> None:
        """Fix at 0 whatever by its reduced cost would bring the linear programme's value below ``value``."""
        loss = np.abs(np.asarray(self._solver.getSolution().col_dual)[: self._sites])
        left_out = self._read_solution()[0] == 0
        self.closed |= left_out & (self.bound - loss * self._scale < value * (1 - _TOLERANCE))
        places = np.flatnonzero(self.closed).astype(np.int32)
        nothing = np.zeros(len(places))
        self._solver.changeColsBounds(len(places), places, nothing, nothing)

    def _add_broken_rows(self, taken: np.ndarray, gained: np.ndarray | float) -> bool:
        """Add for each settlement the row that values of the variables break most; whether there is any.

        It is at the level down to which the chosen candidates (parts of them, in a linear programme) make up a whole.
        """
        whole = np.cumsum(taken[self._order], axis=1) >= 1 - _BROKEN_BY
        last = np.take_along_axis(self._order, whole.argmax(axis=1)[:, None], axis=1)
        level = np.where(whole.any(axis=1), np.take_along_axis(self._gain, last, axis=1)[:, 0], 0.0)
        above = np.maximum(self._gain - level[:, None], 0)
        broken = np.flatnonzero(gained > level + above @ taken + _BROKEN_BY)
        own = sparse.identity(len(self._gain), format="csr")[broken]
        rows = sparse.hstack([sparse.csr_matrix(-above[broken]), own], format="csr")
        no_least = np.full(len(broken), -np.inf)
        index = rows.indptr[:-1], rows.indices
        self._solver.addRows(len(broken), no_least, level[broken], rows.nnz, *index, rows.data)
        return bool(len(broken))


def _build_programme(problem: Problem, most: np.ndarray) -> highspy.HighsLp:
    """The variables and the rules of number, groups and budget; ``most`` is the largest gain by settlement."""
    sites, settlements = problem.candidates, len(most)
    in_group = problem.group == np.arange(len(problem.least))[:, None]
    dearest = float(problem.price.max()) or 1.0
    rules = sparse.csc_matrix(np.vstack([np.ones(sites), in_group, problem.price / dearest]))
    rules.resize(rules.shape[0], sites + settlements)
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = sites + settlements, rules.shape[0]
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.col_cost_ = np.concatenate([np.zeros(sites), np.ones(settlements)])
    programme.col_lower_ = np.zeros(sites + settlements)
    programme.col_upper_ = np.concatenate([np.ones(sites), most])
    programme.row_lower_ = np.array([problem.count, *problem.least, -np.inf])
    programme.row_upper_ = np.array([problem.count, *[np.inf] * len(problem.least), problem.budget / dearest])
    programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    programme.a_matrix_.start_, programme.a_matrix_.index_ = rules.indptr, rules.indices
    programme.a_matrix_.value_ = rules.data
    programme.integrality_ = [highspy.HighsVarType.kContinuous] * (sites + settlements)
    return programme
