"""Collect the faults of an import: all are counted, the first of each code are listed with their places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property

import numpy as np
import pandas as pd

from datasets.imports.model import FAULTS_LISTED, Fault, FaultCode, MatchReport, Severity

PLACE = ["sheet", "row", "column"]
FAULT_COLUMNS = [entry.name for entry in fields(Fault)]
_TYPES: dict[str, type] = {name: int if name in ("row", "count") else str for name in FAULT_COLUMNS}
_FEWEST = 2  # rows that share a fault reported once; three where it has a text
_COMPARED = 5  # rows whose texts are compared to find a fault that all rows share


class FaultCollector:
    """Collects faults; keeps at most ``listed`` of a code and counts all of them.

    >>> faults = FaultCollector()
    >>> faults.add(FaultCode.NOT_A_NUMBER, rows[bad], rows.loc[bad, "value"], "a number")
    >>> MatchReport(..., faults=faults.frame(), counts=faults.counts)
    """

    def __init__(self, listed: int = FAULTS_LISTED) -> None:
        self.counts: dict[FaultCode, int] = {}
        self._listed = listed
        self._kept: dict[FaultCode, int] = {}
        self._parts: list[pd.DataFrame] = []

    def add(
        self,
        code: FaultCode,
        places: pd.DataFrame,
        found: pd.Series | str = "",
        allowed: pd.Series | str = "",
        severity: Severity = Severity.ERROR,
        count: int | None = None,
    ) -> None:
        """Add one fault for each row of ``places``, a frame that has the columns ``sheet, row, column``.

        ``found`` and ``allowed`` are a text for all or one a row, in the order of ``places``. ``count`` says how many
        there are where ``places`` has only the first ``FAULTS_LISTED`` of them.
        """
        if places.empty:
            return
        room = min(self._count_and_limit(code, len(places) if count is None else count), len(places))
        if room:
            listed = places[PLACE].iloc[:room].reset_index(drop=True)
            listed = listed.astype({"sheet": str, "row": int, "column": str})
            self._parts.append(
                listed.assign(
                    code=code.value,
                    found=_to_texts(found, room),
                    allowed=_to_texts(allowed, room),
                    severity=severity.value,
                    count=1,
                )[FAULT_COLUMNS]
            )

    def add_one(self, fault: Fault) -> None:
        """Add a single fault of a file, a sheet or a column; it counts for all rows that share it."""
        if self._count_and_limit(fault.code, 1):
            self.counts[fault.code] += fault.count - 1
            self._parts.append(pd.DataFrame([{name: getattr(fault, name) for name in FAULT_COLUMNS}]))

    def _count_and_limit(self, code: FaultCode, new: int) -> int:
        """Count ``new`` faults of a code; how many of them are still to be listed."""
        self.counts[code] = self.counts.get(code, 0) + new
        kept = self._kept.get(code, 0)
        room = min(new, self._listed - kept)
        self._kept[code] = kept + room
        return room

    def frame(self) -> pd.DataFrame:
        """The listed faults in the columns of ``Fault``, errors first, then in the order of the file."""
        if not self._parts:
            return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _TYPES.items()})
        whole = pd.concat(self._parts, ignore_index=True).astype(_TYPES)
        return whole.sort_values(["severity", *PLACE], kind="stable", ignore_index=True)


FaultText = str | pd.Series | Callable[[np.ndarray], Sequence[str]]


class RowReview:
    """The check of one table: the rows that are wrong so far, and their faults.

    The text of a fault is one for all rows, a column of texts, or a function of the positions of the listed rows.
    """

    def __init__(self, places: pd.DataFrame, faults: FaultCollector) -> None:
        self.places = places
        self.faults = faults
        self.wrong = np.zeros(len(places), dtype=bool)

    def refuse(self, code: FaultCode, failing: np.ndarray, found: FaultText = "", allowed: FaultText = "") -> None:
        """Report an error in the rows where ``failing`` holds: they cannot be stored."""
        self.wrong |= failing
        self._add_faults(code, failing, found, allowed, Severity.ERROR)

    def warn(self, code: FaultCode, doubtful: np.ndarray, found: FaultText = "", allowed: FaultText = "") -> None:
        """Report a warning in the rows where ``doubtful`` holds: they can be stored if the user agrees."""
        self._add_faults(code, doubtful, found, allowed, Severity.WARNING)

    def build_report(
        self,
        good: int,
        matched: Mapping[str, int],
        ignored: Mapping[str, int],
        assumed: Mapping[str, int],
    ) -> MatchReport:
        """Build the report on all rows, of which ``good`` can be stored; counts of 0 are left out."""
        matched, ignored, assumed = (
            {str(key): int(count) for key, count in counts.items() if count > 0}
            for counts in (matched, ignored, assumed)
        )
        faults = self.faults
        return MatchReport(len(self.places), good, matched, ignored, assumed, faults.frame(), dict(faults.counts))

    def _add_faults(
        self, code: FaultCode, mask: np.ndarray, found: FaultText, allowed: FaultText, severity: Severity
    ) -> None:
        apart = mask.copy()
        for group in self._iterate_shared_groups(mask):
            texts = _same_text(found, group), _same_text(allowed, group)
            few = len(group) == _FEWEST and texts[0] != ""
            if apart[group].all() and texts[0] is not None and texts[1] is not None and not few:
                place = self.places.iloc[group[0]]
                column = str(place["column"])
                column = column if (self.places["column"].iloc[group] == column).all() else ""
                fault = Fault(code, texts[0], texts[1], str(place["sheet"]), 0, column, severity, len(group))
                self.faults.add_one(fault)
                apart[group] = False
        rows = np.flatnonzero(apart)
        listed = rows[:FAULTS_LISTED]
        places = self.places.iloc[listed]
        self.faults.add(code, places, _select_texts(found, listed), _select_texts(allowed, listed), severity, len(rows))

    def _iterate_shared_groups(self, mask: np.ndarray) -> Iterator[np.ndarray]:
        """Yield groups of rows that all fail: the whole table, then each of its columns."""
        if not mask.any():
            return
        number, _ = pd.factorize(self._sheet_columns)
        if mask.all() and len(mask) >= _FEWEST:
            yield np.arange(len(mask))
        failing, held = np.bincount(number[mask], minlength=int(number.max()) + 1), np.bincount(number)
        for position in np.flatnonzero((failing == held) & (held >= _FEWEST)):
            yield np.flatnonzero(number == position)

    @cached_property
    def _sheet_columns(self) -> pd.Series:
        """The sheet and column of every row."""
        return pd.Series(list(zip(self.places["sheet"], self.places["column"], strict=True)), dtype=object)


def _same_text(told: FaultText, rows: np.ndarray) -> str | None:
    """The text that all rows share, None where they differ. A function is evaluated for a few rows only."""
    if isinstance(told, str):
        return told
    texts = (
        told.iloc[rows].unique()
        if isinstance(told, pd.Series)
        else list(dict.fromkeys(told(rows[np.linspace(0, len(rows) - 1, _COMPARED).astype(int)])))
    )
    return str(texts[0]) if len(texts) == 1 else None


def _select_texts(told: FaultText, rows: np.ndarray) -> pd.Series | str:
    if isinstance(told, str):
        return told
    return told.iloc[rows] if isinstance(told, pd.Series) else pd.Series(told(rows), dtype=object)


def _to_texts(text: pd.Series | str, count: int) -> list[str] | str:
    if isinstance(text, str):
        return text
    return [str(entry) for entry in text.iloc[:count]]
