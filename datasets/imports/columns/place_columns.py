"""Assign roles to the columns of a sheet of places: coordinates, area codes, and the type of a facility."""

from collections.abc import Mapping

import pandas as pd

from datasets.imports.cells.area_index import written_code
from datasets.imports.cells.cell_values import match_key
from datasets.imports.cells.coordinates import measure_pair_share
from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.cells.match_facility_types import count_known_types
from datasets.imports.cells.office_terms import TERMS
from datasets.imports.columns.coordinate_columns import find_coordinate_role, select_datum_columns
from datasets.imports.columns.heading_words import ROLES, TYPE_LEVELS, TYPE_WORDS
from datasets.imports.columns.headings import TableLayout
from datasets.imports.model import ColumnRole, ColumnUse, Sheet
from datasets.kinds import ImportKind

_CODE_WORDS = ("代码", "编码", "code")  # of an area or of a facility
_MOST = 0.8  # the share of a column's texts that must be pairs of coordinates


def assign_coordinate_columns(uses: list[ColumnUse | None], sheet: Sheet, table: TableLayout) -> list[ColumnUse | None]:
    """Assign the columns of coordinates by their headings, of several pairs one; else a column that holds pairs."""
    headings = [heading.text for heading in table.headings]
    roles = [find_coordinate_role(heading) for heading in headings]
    kept = select_datum_columns(headings, roles)
    found = [
        (ColumnUse(role) if keep else ColumnUse(ColumnRole.IGNORED)) if role else use
        for use, role, keep in zip(uses, roles, kept, strict=True)
    ]
    if any(roles):
        return found
    sample = table.sample(sheet)
    paired = (
        position
        for position, column in enumerate(sample.columns)
        if found[position] is None and measure_pair_share(sample[column]) > _MOST
    )
    position = next(paired, None)
    return [ColumnUse(ColumnRole.COORDINATES) if at == position else use for at, use in enumerate(found)]


def assign_area_codes(uses: list[ColumnUse | None], sheet: Sheet, table: TableLayout) -> list[ColumnUse | None]:
    """Assign a column of codes that are all codes of areas as AREA_CODE, not as facility codes."""
    if any(use and use.role is ColumnRole.AREA_CODE for use in uses):
        return uses
    sample = table.sample(sheet)
    found = list(uses)
    for position, heading in enumerate(table.headings):
        texts = [text for text in sample[sample.columns[position]] if text.strip()]
        coded = sum(written_code(text)[:2] in TERMS.provinces for text in texts)
        if match_key(heading.text) in _CODE_WORDS and coded > _MOST * len(texts):
            found[position] = ColumnUse(ColumnRole.AREA_CODE)
    return found


def assign_type_column(
    uses: list[ColumnUse | None], sheet: Sheet, table: TableLayout, vocabulary: KnownTerms
) -> list[ColumnUse | None]:
    """Assign the column of the type: of those whose heading allows it, the one with the most known types.

    The three levels of 高德 (大类, 中类, 小类) are used together.
    """
    sample = table.sample(sheet)
    columns = {
        position: sample[sample.columns[position]]
        for position, heading in enumerate(table.headings)
        if is_type_heading(heading.text)
    }
    best = find_type_column(
        {table.headings[position].text: column for position, column in columns.items()}, vocabulary.types
    )
    levels = TYPE_LEVELS if best in TYPE_LEVELS else (best,)
    return [
        (ColumnUse(ColumnRole.TYPE) if table.headings[position].text in levels else ColumnUse(ColumnRole.IGNORED))
        if position in columns
        else use
        for position, use in enumerate(uses)
    ]


def is_type_heading(heading: str) -> bool:
    """Whether a heading may mean the types of facilities."""
    return match_key(heading) in TYPE_WORDS


def find_type_column(columns: Mapping[str, pd.Series], types: Mapping[str, str]) -> str | None:
    """Find the heading of the column that holds the type; ``columns`` are texts by heading.

    Where no text means a type, it is a heading that can mean nothing else, such as 设施类型.
    """
    ranked = sorted(columns, key=lambda heading: TYPE_WORDS.index(match_key(heading)))
    known = {heading: count_known_types(columns[heading], types) for heading in ranked}
    best = max(ranked, key=lambda heading: known[heading], default=None)
    if best is None or known[best]:
        return best
    return best if ROLES[ImportKind.FACILITIES].get(match_key(best)) is ColumnRole.TYPE else None
