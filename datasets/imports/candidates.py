"""From a sheet and its mapping to text rows that can be resolved: one row a figure, or one row a record."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

FIGURE_COLUMNS = [
    *("sheet", "row", "column", "area_code", "area_name", "variable", "year", "value", "unit", "kind", "source"),
    *("note", "formula"),
]


class Ignored(StrEnum):
    """Why something in the sheet gave no figure."""

    BLANK = "blank"  # a cell that is empty or bears a mark for "missing", counted by cell
    TOTAL = "total"  # a figure of a total row, handed out apart, counted by cell
    NOTE = "note"  # a row of notes within or below the table, counted by row
    HEADING = "heading"  # a row that repeats the headings, counted by row
    COLUMN = "column"  # a filled cell of a column that is used for nothing, counted by cell


@dataclass(frozen=True)
class Candidates:
    """The figures of a sheet before anything is checked.

    ``figures`` and ``totals`` have the columns ``FIGURE_COLUMNS`` and a plain index. All are text (dtype ``str``, ""
    where nothing is said) as the sheet has them, only trimmed; ``row`` is an int as the user sees it, ``formula`` a
    bool. ``column`` is the letter and heading of the figure's cell, such as "D 床位数（张）". ``variable`` is the id
    that the mapping gives, else the text of the column VARIABLE, else the heading of the column. ``totals`` are
    figures of rows named 合计, 总计, 小计, 全市 and the like. ``ignored`` counts what gave no figure, by ``Ignored``.
    """

    figures: pd.DataFrame
    totals: pd.DataFrame
    ignored: dict[str, int]
