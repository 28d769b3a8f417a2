"""The siting as a mixed-integer programme, solved by HiGHS.

Benders' decomposition of the p-median (Cornuejols, Nemhauser and Wolsey 1980; Duran-Mateluna, Ales and Elloumi 2023): a
variable for each candidate and one for each settlement's gain. For any level v, a settlement gains at most v and what
the chosen candidates yield above it, so

    gain[i] <= v + sum over j of max(g[i, j] - v, 0) * x[j].

Of these rows the model has those that matter: around the levels that the bound comes from, then those that an answer
breaks. It stays small where one variable a pair, or a level, takes HiGHS minutes. Maximal covering needs two levels.
"""

from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse

from geodata.siting.problem import Problem

_TOLERANCE = 1e-7  # relative gap at which HiGHS calls a selection the best
_BROKEN = 1e-6  # of the largest gain: a row broken by less is kept
_AROUND = 2  # rows at so many levels above and below a settlement's multiplier
_ROUNDS = 30  # of the linear programme
_YES = 0.5  # a chosen candidate's variable is 1 but for rounding

EndsAt = Callable[[float], bool]  # told the bound as it falls; True ends the work

# Output would go to the server's own. One thread: the other cores are for the pages.
_OPTIONS: dict[str, bool | str | float] = {
    "output_flag": False,
    "log_to_console": False,
    "parallel": "off",
    "mip_rel_gap": _TOLERANCE,
}


@dataclass(frozen=True)
class Answer:
    """``chosen`` candidates, None if the solver found none; no selection of the model gains more than ``bound``."""

    chosen: np.ndarray | None
    bound: float


class Model:
    """The ``allowed`` candidates of a problem, with the ``kept`` ones chosen in any case (masks by candidate).

    ``shares`` are the multipliers of the settlements, around which the first rows are.
    """

    def __init__(self, problem: Problem, allowed: np.ndarray, kept: np.ndarray, shares: np.ndarray) -> None:
        self._columns = np.flatnonzero(allowed)
        self._scale = float(problem.gain.max())
        self._gain = problem.gain[:, self._columns] / self._scale
        self._falling = -np.sort(-np.hstack([self._gain, np.zeros((len(self._gain), 1))]), axis=1)
        self._solver = highspy.Highs()
        for name, value in _OPTIONS.items():
            self._solver.setOptionValue(name, value)
        self._solver.passModel(_programme(problem, self._columns, kept[self._columns], self._falling[:, 0]))
        self._add_around(shares / self._scale)

    def tighten(self, ends: EndsAt) -> None:
        """Solve the linear programme and add the rows that its answer breaks, until it breaks none."""
        for _ in range(_ROUNDS):
            bound = self._run(highspy.HighsVarType.kContinuous, ends)
            if bound is None or ends(bound) or not self._add_broken(np.asarray(self._solver.getSolution().col_value)):
                break

    def solve(self, start: np.ndarray, ends: EndsAt) -> Answer:
        """The best selection by the rows so far, beginning with ``start``; rows that it breaks are added after."""
        places = np.arange(len(self._columns), dtype=np.int32)
        self._solver.setSolution(len(places), places, np.isin(self._columns, start).astype(float))
        self._run(highspy.HighsVarType.kInteger, ends)
        info = self._solver.getInfo()
        if self._solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return Answer(None, -np.inf)
        bound = info.mip_dual_bound * self._scale
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Answer(None, bound)
        values = np.asarray(self._solver.getSolution().col_value)
        self._add_broken(values)
        return Answer(self._columns[values[: len(self._columns)] > _YES], bound)

    def _run(self, kind: highspy.HighsVarType, ends: EndsAt) -> float | None:
        """Solve with the candidates' variables of a kind; the best value of the linear programme, if it has one."""
        places = np.arange(len(self._columns), dtype=np.int32)
        self._solver.changeColsIntegrality(len(places), places, np.full(len(places), kind.value, dtype=np.uint8))

        def look(event: highspy.highs.HighsCallbackEvent) -> None:
            bound = event.data_out.mip_dual_bound if kind is highspy.HighsVarType.kInteger else np.inf
            if event.data_in is not None and ends(bound * self._scale):
                event.data_in.user_interrupt = True

        watched = self._solver.cbMipInterrupt, self._solver.cbSimplexInterrupt
        for callback in watched:
            callback.subscribe(look)
        self._solver.run()
        for callback in watched:
            callback.unsubscribe(look)
        solved = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return self._solver.getInfo().objective_function_value * self._scale if solved else None

    def _add_around(self, shares: np.ndarray) -> None:
        """Rows at the levels around a settlement's multiplier, the lowest and the highest among them."""
        width = self._falling.shape[1]
        place = (self._falling > shares[:, None]).sum(axis=1)
        near = np.clip(place[:, None] + np.arange(-_AROUND, _AROUND), 0, width - 1)
        levels = np.take_along_axis(self._falling, near, axis=1)
        settlement = np.repeat(np.arange(len(shares)), levels.shape[1])
        rows = np.unique(np.column_stack([settlement, levels.ravel()]), axis=0)
        self._add(rows[:, 0].astype(int), rows[:, 1])

    def _add_broken(self, values: np.ndarray) -> bool:
        """For each settlement the row that the variables' values break most; whether there is any.

        It is at the level down to which the chosen candidates (parts of them, in a linear programme) make up a whole.
        """
        taken, gained = np.clip(values[: len(self._columns)], 0, 1), values[len(self._columns) :]
        order = np.argsort(-self._gain, axis=1, kind="stable")
        made_up = np.cumsum(taken[order], axis=1) >= 1 - _BROKEN
        place = np.where(made_up.any(axis=1), made_up.argmax(axis=1), self._gain.shape[1])
        levels = np.take_along_axis(self._falling, place[:, None], axis=1)[:, 0]
        most = levels + np.maximum(self._gain - levels[:, None], 0) @ taken
        broken = np.flatnonzero(gained > most + _BROKEN)
        self._add(broken, levels[broken])
        return bool(len(broken))

    def _add(self, settlements: np.ndarray, levels: np.ndarray) -> None:
        above = np.maximum(self._gain[settlements] - levels[:, None], 0)
        own = sparse.csr_matrix(
            (np.ones(len(settlements)), (np.arange(len(settlements)), settlements)),
            shape=(len(settlements), len(self._gain)),
        )
        rows = sparse.hstack([sparse.csr_matrix(-above), own], format="csr")
        self._solver.addRows(
            len(settlements), np.full(len(levels), -np.inf), levels, rows.nnz, rows.indptr[:-1], rows.indices, rows.data
        )


def _programme(problem: Problem, columns: np.ndarray, kept: np.ndarray, most: np.ndarray) -> highspy.HighsLp:
    """The variables and the rules of number, groups and budget; ``most`` is the largest gain by settlement."""
    sites, settlements = len(columns), len(most)
    in_group = problem.group[columns] == np.arange(len(problem.least))[:, None]
    dearest = float(problem.price.max()) or 1.0
    rules = sparse.csc_matrix(np.vstack([np.ones(sites), in_group, problem.price[columns] / dearest]))
    rules.resize(rules.shape[0], sites + settlements)
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = sites + settlements, rules.shape[0]
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.col_cost_ = np.concatenate([np.zeros(sites), np.ones(settlements)])
    programme.col_lower_ = np.concatenate([kept.astype(float), np.zeros(settlements)])
    programme.col_upper_ = np.concatenate([np.ones(sites), most])
    programme.row_lower_ = np.array([problem.count, *problem.least, -np.inf])
    programme.row_upper_ = np.array([problem.count, *problem.most, problem.budget / dearest])
    programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    programme.a_matrix_.start_, programme.a_matrix_.index_ = rules.indptr, rules.indices
    programme.a_matrix_.value_ = rules.data
    programme.integrality_ = [highspy.HighsVarType.kContinuous] * (sites + settlements)
    return programme
