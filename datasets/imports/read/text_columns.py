"""Collect the columns of a sheet while it is read, within limits, with one object for equal texts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd
from openpyxl.utils import get_column_letter

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import refusal

BATCH = 20_000  # rows taken at a time
_DISTINCT = 100_000  # texts that are remembered for sharing


@dataclass
class TextColumns:
    """The columns of the sheet called ``sheet``; each has the ``rows`` read so far."""

    sheet: str
    limits: Limits
    columns: list[list[str]] = field(default_factory=list)
    rows: int = 0
    _shared: dict[str, str] = field(default_factory=dict)

    def add(self, batch: Iterable[list[str]], rows: int) -> None:
        """Append the next rows, given column by column; a column that did not exist was empty until now."""
        if self.rows + rows > self.limits.rows:
            raise refusal(FaultCode.TOO_MANY_ROWS, self.rows + rows, self.limits.rows, sheet=self.sheet)
        position = -1
        for position, texts in enumerate(batch):
            self._guard_lengths(texts, position)
            if position == len(self.columns):
                self.columns.append([""] * self.rows)
            self.columns[position] += [self._shared.setdefault(text, text) for text in texts]
        for column in self.columns[position + 1 :]:
            column.extend([""] * rows)
        self.rows += rows
        if len(self._shared) > _DISTINCT:
            self._shared.clear()

    def frame(self) -> pd.DataFrame:
        """The columns as ``Sheet.cells``: rows numbered from 1, empty ones left out."""
        cells = pd.DataFrame({position: pd.Series(column, dtype="str") for position, column in enumerate(self.columns)})
        cells.index = pd.RangeIndex(1, len(cells) + 1)
        filled = (cells != "").any(axis=1)
        return cells if filled.all() else cells[filled]

    def _guard_lengths(self, texts: list[str], position: int) -> None:
        longest = max(map(len, texts), default=0)
        if longest > self.limits.cell_characters:
            row = self.rows + [len(text) for text in texts].index(longest) + 1
            allowed, letters = self.limits.cell_characters, get_column_letter(position + 1)
            raise refusal(FaultCode.CELL_TOO_LONG, longest, allowed, sheet=self.sheet, row=row, column=letters)
