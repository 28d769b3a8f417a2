"""The faults of an import as they are found: every one counted, the first of each code listed with its place."""

from collections.abc import Callable, Sequence
from dataclasses import fields

import numpy as np
import pandas as pd

from datasets.imports.model import FAULTS_LISTED, Fault, FaultCode, Severity

PLACE = ["sheet", "row", "column"]
FAULT_COLUMNS = [entry.name for entry in fields(Fault)]


class Faults:
    """Collects faults; keeps at most ``listed`` of a code and counts all of them.

    >>> faults = Faults()
    >>> faults.add(FaultCode.NOT_A_NUMBER, rows[bad], rows.loc[bad, "value"], "a number")
    >>> Report(..., faults=faults.frame(), counts=faults.counts)
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
        """One fault for each row of ``places``, a frame that has the columns ``sheet, row, column``.

        ``found`` and ``allowed`` are a text for all or one a row, in the order of ``places``. ``count`` says how many
        there are where ``places`` has only the first ``FAULTS_LISTED`` of them.
        """
        if places.empty:
            return
        room = min(self._room(code, len(places) if count is None else count), len(places))
        if room:
            listed = places[PLACE].iloc[:room].reset_index(drop=True)
            listed = listed.astype({"sheet": str, "row": int, "column": str})
            self._parts.append(
                listed.assign(
                    code=code.value,
                    found=_texts(found, room),
                    allowed=_texts(allowed, room),
                    severity=severity.value,
                )[FAULT_COLUMNS]
            )

    def add_one(self, fault: Fault) -> None:
        """One fault that stands alone: of a file, a sheet or a column."""
        if self._room(fault.code, 1):
            self._parts.append(pd.DataFrame([{name: getattr(fault, name) for name in FAULT_COLUMNS}]))

    def _room(self, code: FaultCode, new: int) -> int:
        """Counts ``new`` faults of a code, and how many of them are still to be listed."""
        self.counts[code] = self.counts.get(code, 0) + new
        kept = self._kept.get(code, 0)
        room = min(new, self._listed - kept)
        self._kept[code] = kept + room
        return room

    def frame(self) -> pd.DataFrame:
        """The listed faults in the columns of ``Fault``, errors first, then in the order of the file."""
        if not self._parts:
            return pd.DataFrame({name: pd.Series(dtype=int if name == "row" else str) for name in FAULT_COLUMNS})
        whole = pd.concat(self._parts, ignore_index=True)
        whole = whole.astype({name: int if name == "row" else str for name in FAULT_COLUMNS})
        return whole.sort_values(["severity", *PLACE], kind="stable", ignore_index=True)


Told = str | pd.Series | Callable[[np.ndarray], Sequence[str]]


class Review:
    """The rows of one table under review: which are wrong so far, and the faults found.

    A text of a fault is one for all, a column of the table, or a function from the positions of the rows to be listed.
    """

    def __init__(self, places: pd.DataFrame, faults: Faults) -> None:
        self.places = places
        self.faults = faults
        self.wrong = np.zeros(len(places), dtype=bool)

    def refuse(self, code: FaultCode, failing: np.ndarray, found: Told = "", allowed: Told = "") -> None:
        """The rows where ``failing`` holds cannot be stored."""
        self.wrong |= failing
        self._tell(code, failing, found, allowed, Severity.ERROR)

    def warn(self, code: FaultCode, doubtful: np.ndarray, found: Told = "", allowed: Told = "") -> None:
        """The rows where ``doubtful`` holds can be stored once the user has read why not."""
        self._tell(code, doubtful, found, allowed, Severity.WARNING)

    def _tell(self, code: FaultCode, mask: np.ndarray, found: Told, allowed: Told, severity: Severity) -> None:
        rows = np.flatnonzero(mask)
        listed = rows[:FAULTS_LISTED]
        places = self.places.iloc[listed]
        self.faults.add(code, places, _told(found, listed), _told(allowed, listed), severity, len(rows))


def _told(told: Told, rows: np.ndarray) -> pd.Series | str:
    if isinstance(told, str):
        return told
    return told.iloc[rows] if isinstance(told, pd.Series) else pd.Series(told(rows), dtype=object)


def _texts(text: pd.Series | str, count: int) -> list[str] | str:
    if isinstance(text, str):
        return text
    return [str(entry) for entry in text.iloc[:count]]
