"""Extract text rows from a sheet by its mapping: one row a figure, or one row a record."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from datasets.imports.cells.cell_values import is_missing, map_distinct
from datasets.imports.columns.headings import is_note, is_total
from datasets.imports.model import ColumnMapping, ColumnRole, Sheet

FIGURE_COLUMNS = [
    *("sheet", "row", "column", "area_code", "area_name", "variable", "year", "value", "unit", "kind", "source"),
    *("note", "formula"),
]
_LEVEL = ";"  # between the levels of a type that several columns give
_OF_ROWS = (
    ColumnRole.AREA_CODE,
    ColumnRole.AREA_NAME,
    ColumnRole.VARIABLE,
    ColumnRole.YEAR,
    ColumnRole.UNIT,
    ColumnRole.KIND,
    ColumnRole.SOURCE,
    ColumnRole.NOTE,
)


class IgnoredReason(StrEnum):
    """Why a cell or row of the sheet gave no figure."""

    BLANK = "blank"  # a cell that is empty or bears a mark for "missing", counted by cell
    TOTAL = "total"  # a figure of a total row, handed out apart, counted by cell
    NOTE = "note"  # a row of notes within or below the table, counted by row
    HEADING = "heading"  # a row that repeats the headings, counted by row
    COLUMN = "column"  # a filled cell of a column that is used for nothing, counted by cell


@dataclass(frozen=True)
class UnresolvedFigures:
    """The figures of a sheet before any check.

    ``figures`` and ``totals`` have the columns ``FIGURE_COLUMNS`` and a plain index. All are text (dtype ``str``, ""
    where nothing is said) as the sheet has them, only trimmed; ``row`` is an int as the user sees it, ``formula`` a
    bool. ``column`` is the letter and heading of the figure's cell, such as "D 床位数（张）". ``variable`` is the id
    that the mapping gives, else the text of the column VARIABLE, else the heading of the column. ``totals`` are
    figures of rows named 合计, 总计, 小计, 全市 and the like. ``ignored`` counts what gave no figure, by
    ``IgnoredReason``.
    """

    figures: pd.DataFrame
    totals: pd.DataFrame
    ignored: dict[str, int]


def extract_figures(sheet: Sheet, mapping: ColumnMapping) -> UnresolvedFigures:
    """Extract the figures of a sheet of observations or benchmarks, ordered by row, then by column."""
    body, ignored = _select_body(sheet, mapping)
    common = _read_common_columns(body, sheet, mapping)
    values = [position for position, use in enumerate(mapping.columns) if use.role is ColumnRole.VALUE]
    labels = label_columns(sheet, mapping)
    parts = []
    for position in values:
        filled = ~map_distinct(body[position], is_missing, bool) | _find_formulas(position, body, sheet)
        ignored[IgnoredReason.BLANK] += int((~filled).sum())
        column = body.loc[filled, [position]]  # alone: a wide table has hundreds, and each would be copied for each
        parts.append(_extract_column(position, column, common[filled], labels[position], sheet, mapping))
    figures = pd.concat(parts) if parts else _empty_figures()
    if len(parts) > 1:
        figures = figures.sort_values("row", kind="stable")
    total = map_distinct(figures["area_name"], is_total, bool)
    ignored[IgnoredReason.TOTAL] += int(total.sum())
    kept = {str(reason): count for reason, count in ignored.items() if count}
    figures, totals = figures[~total], figures[total]
    return UnresolvedFigures(figures.reset_index(drop=True), totals.reset_index(drop=True), kept)


def extract_records(sheet: Sheet, mapping: ColumnMapping) -> pd.DataFrame:
    """Extract the records of a sheet of places, one a row: ``sheet``, ``row``, and a text column for each role.

    Columns are named as their ``ColumnRole``; values that the mapping sets for the whole sheet are in every row.
    """
    body, _ = _select_body(sheet, mapping)
    found = {"sheet": _repeat_text(sheet.name, body), "row": pd.Series(body.index, index=body.index)}
    for position, use in enumerate(mapping.columns):
        if use.role is ColumnRole.TYPE and str(use.role) in found:
            found[str(use.role)] = (found[str(use.role)] + _LEVEL + _trim_texts(body[position])).str.strip(_LEVEL)
        elif use.role not in (ColumnRole.IGNORED, ColumnRole.PARENT):
            found[str(use.role)] = _trim_texts(body[position])
    if str(ColumnRole.AREA_NAME) in found:
        found[str(ColumnRole.AREA_NAME)] = prefix_parent_names(found[str(ColumnRole.AREA_NAME)], body, mapping)
    for role, said in ((ColumnRole.TYPE, mapping.facility_type), (ColumnRole.SOURCE, mapping.source)):
        if said and str(role) not in found:
            found[str(role)] = _repeat_text(said, body)
    return pd.DataFrame(found).reset_index(drop=True)


def label_columns(sheet: Sheet, mapping: ColumnMapping) -> list[str]:
    """List the letter and heading of every column of the sheet, such as "D 床位数（张）"."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  (only a process that reads uploads loads openpyxl)

    rows = [row for row in mapping.header_rows if row in sheet.cells.index]
    labels = []
    for position, column in enumerate(sheet.cells.columns):
        parts = dict.fromkeys(" ".join(text.split()) for text in sheet.cells.loc[rows, column] if text.strip())
        labels.append(" ".join([get_column_letter(position + 1), *parts]))
    return labels


def _select_body(sheet: Sheet, mapping: ColumnMapping) -> tuple[pd.DataFrame, Counter[str]]:
    """Select the rows of the table without notes and repeated headings; count what was left out."""
    body = sheet.cells.loc[mapping.first_row : mapping.last_row]
    ignored: Counter[str] = Counter()
    below = sheet.cells.loc[mapping.last_row + 1 :]
    ignored[IgnoredReason.NOTE] += len(below)
    note = _find_notes(body)
    heading = _find_repeated_headings(body, sheet, mapping) & ~note
    ignored[IgnoredReason.NOTE] += int(note.sum())
    ignored[IgnoredReason.HEADING] += int(heading.sum())
    left = note | heading
    body = body[~left] if left.any() else body
    for position, use in enumerate(mapping.columns):
        if use.role is ColumnRole.IGNORED:
            ignored[IgnoredReason.COLUMN] += int((body[position] != "").sum())
    return body, ignored


def _find_notes(body: pd.DataFrame) -> "pd.Series[bool]":
    """Mask of the rows whose only text is a note."""
    note = pd.Series(False, index=body.index)
    for column in body.columns:
        told = map_distinct(body[column], is_note, bool)
        for row in body.index[told]:
            note[row] = len({text for text in body.loc[row] if text}) == 1
    return note


def _find_repeated_headings(body: pd.DataFrame, sheet: Sheet, mapping: ColumnMapping) -> "pd.Series[bool]":
    """Mask of the rows that repeat a row of headings, as at the top of a printed page."""
    repeated = pd.Series(False, index=body.index)
    for row in mapping.header_rows:
        heading = sheet.cells.loc[row]
        same = pd.Series(True, index=body.index)
        for position in body.columns[heading.to_numpy() != ""]:
            same &= body[position] == heading[position]
        repeated |= same
    return repeated


def _read_common_columns(body: pd.DataFrame, sheet: Sheet, mapping: ColumnMapping) -> pd.DataFrame:
    """Read what holds for all figures of a row; "" where neither a column nor the mapping says it."""
    at = {use.role: position for position, use in enumerate(mapping.columns)}
    whole = {
        ColumnRole.VARIABLE: mapping.variable,
        ColumnRole.YEAR: "" if mapping.year is None else str(mapping.year),
        ColumnRole.UNIT: mapping.unit,
        ColumnRole.KIND: mapping.kind,
        ColumnRole.SOURCE: mapping.source,
    }
    said = {
        str(role): _trim_texts(body[at[role]]) if role in at else _repeat_text(whole.get(role) or "", body)
        for role in _OF_ROWS
    }
    said[str(ColumnRole.AREA_NAME)] = prefix_parent_names(said[str(ColumnRole.AREA_NAME)], body, mapping)
    return pd.DataFrame({"sheet": _repeat_text(sheet.name, body), "row": body.index, **said}, index=body.index)


def prefix_parent_names(names: pd.Series, body: pd.DataFrame, mapping: ColumnMapping) -> pd.Series:
    """Prefix names of areas with those of the PARENT columns: 清新区石潭镇.

    Without them a place of another city would be taken for one of the region with the same name.
    """
    for position in reversed([at for at, use in enumerate(mapping.columns) if use.role is ColumnRole.PARENT]):
        parents = _trim_texts(body[position])
        named = [
            name if not parent or name.startswith(parent) else parent + name
            for name, parent in zip(names, parents, strict=True)
        ]
        names = pd.Series(named, index=names.index, dtype="str")
    return names


def _extract_column(
    position: int, body: pd.DataFrame, common: pd.DataFrame, label: str, sheet: Sheet, mapping: ColumnMapping
) -> pd.DataFrame:
    """Extract the figures of one column; its heading goes before the row, and the row before the mapping."""
    use = mapping.columns[position]
    figures = common.assign(value=_trim_texts(body[position]), column=_repeat_text(label, body))
    if use.variable is not None:
        figures["variable"] = _repeat_text(use.variable, body)
    elif mapping.variable is None and not any(other.role is ColumnRole.VARIABLE for other in mapping.columns):
        figures["variable"] = _repeat_text(label.partition(" ")[2], body)
    if use.area is not None:
        figures["area_name"] = _repeat_text(use.area, body)
    if use.year is not None:
        figures["year"] = _repeat_text(str(use.year), body)
    if use.unit is not None and not any(other.role is ColumnRole.UNIT for other in mapping.columns):
        figures["unit"] = _repeat_text(use.unit, body)
    figures["formula"] = _find_formulas(position, body, sheet)
    return figures[FIGURE_COLUMNS]


def _find_formulas(position: int, body: pd.DataFrame, sheet: Sheet) -> "pd.Series[bool]":
    """Mask of the cells of a column that are formulas, also those saved without a result."""
    rows = [row for row, column in sheet.formulas if column == position]
    return pd.Series(body.index.isin(rows) if rows else False, index=body.index)


def _trim_texts(texts: pd.Series) -> pd.Series:
    return map_distinct(texts, str.strip, "str")


def _repeat_text(text: str, body: pd.DataFrame) -> pd.Series:
    return pd.Series(text, index=body.index, dtype="str")


def _empty_figures() -> pd.DataFrame:
    types = dict.fromkeys(FIGURE_COLUMNS, "str") | {"row": "int64", "formula": "bool"}
    return pd.DataFrame({column: pd.Series(dtype=kind) for column, kind in types.items()})
