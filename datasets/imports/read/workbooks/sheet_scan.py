"""The findings of a workbook scan that its reader does not report, with limits on the size of a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import refusal

CellRange = tuple[tuple[int, int], tuple[int, int]]  # the first and the last cell, each row and column from 0


@dataclass
class SheetScan:
    """The findings in the sheet called ``name``. Cells are (row number, column position), as in ``Sheet``.

    ``rows`` and ``columns`` are those of the rectangle of all filled cells. ``percents`` are cells shown as
    percentages, ``errors`` the texts of those that show an error (#DIV/0!), which the reader leaves empty. ``merged``
    are ranges that the reader does not give.
    """

    name: str
    limits: Limits
    rows: int = 0
    columns: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[CellRange] = field(default_factory=list)

    def extend(self, rows: int, columns: int) -> None:
        """Extend the rectangle to so many rows and columns; raises ``RefusedError`` where that is too many."""
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        if self.columns > self.limits.columns:
            raise refusal(FaultCode.TOO_MANY_COLUMNS, self.columns, self.limits.columns, sheet=self.name)
        if self.rows > self.limits.rows:
            raise refusal(FaultCode.TOO_MANY_ROWS, self.rows, self.limits.rows, sheet=self.name)
        if self.rows * self.columns > self.limits.cells:
            extent = f"{self.rows} × {self.columns}"
            raise refusal(FaultCode.TOO_MANY_ROWS, extent, self.limits.cells, sheet=self.name)

    def add_formulas(self, cells: Iterable[tuple[int, int]]) -> None:
        """Record cells that are formulas; raises ``RefusedError`` where there are too many."""
        self.formulas.update(cells)
        if len(self.formulas) > self.limits.formulas:
            raise refusal(FaultCode.FORMULA, len(self.formulas), self.limits.formulas, sheet=self.name)

    def hide_columns(self, first: int, last: int) -> None:
        """Record a range of hidden columns, which may end far beyond the sheet."""
        self.hidden_columns.update(range(first, min(last + 1, self.limits.columns)))


def refuse_many_sheets(count: int, limits: Limits) -> None:
    """Refuse a workbook that has more sheets than are allowed."""
    if count > limits.sheets:
        raise refusal(FaultCode.TOO_MANY_SHEETS, count, limits.sheets)
