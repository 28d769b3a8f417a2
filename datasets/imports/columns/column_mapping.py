"""Propose the role of each column of a sheet, for the user to correct; check mappings; convert them to JSON."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from datasets.imports.cells.cell_values import match_key
from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.columns.figure_columns import are_unnamed, assign_figure_columns, find_title_variable
from datasets.imports.columns.heading_words import COUNTY_WORDS, ROLES, TOWNSHIP_WORDS, heading_rank
from datasets.imports.columns.headings import Heading, TableLayout, find_table
from datasets.imports.columns.place_columns import assign_area_codes, assign_coordinate_columns, assign_type_column
from datasets.imports.model import ColumnMapping, ColumnRole, ColumnUse, Fault, FaultCode, Sheet
from datasets.kinds import ImportKind
from indicators.facilities.facility_types import normalise_type_text

FIGURES = (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK)
POINTS = (ImportKind.FACILITIES, ImportKind.SETTLEMENTS)
EMPTY: Mapping[str, str] = MappingProxyType({})
# Columns that compare figures instead of giving them.
_COMPARISON = re.compile(r"排名|位次|名次|增长|增速|增幅|同比|环比|比上年|比上月|比重变化|指数\(上年")
_REQUIRED: dict[ImportKind, tuple[ColumnRole, ...]] = {
    ImportKind.FACILITIES: (ColumnRole.NAME,),
    ImportKind.SETTLEMENTS: (ColumnRole.NAME, ColumnRole.POPULATION),
    ImportKind.TOWNSHIPS: (ColumnRole.NAME,),
    ImportKind.ROADS: (ColumnRole.NAME,),
}


def propose_sheet_mapping(sheet: Sheet, kind: ImportKind, vocabulary: KnownTerms) -> ColumnMapping:
    """Propose the roles of the columns of a sheet; raises ``RefusedError`` (NO_TABLE) where it has no table."""
    table = find_table(sheet, vocabulary.units)
    uses = [_read_use(heading, kind, vocabulary) for heading in table.headings]
    if kind in POINTS:
        uses = assign_area_codes(assign_coordinate_columns(uses, sheet, table), sheet, table)
    if kind is ImportKind.FACILITIES:
        uses = assign_type_column(uses, sheet, table, vocabulary)
    uses = _resolve_repeated_roles(uses, table)
    if kind in FIGURES:
        uses = assign_figure_columns(uses, sheet, table, vocabulary)
    said = {use.role for use in uses if use}
    values = [use for use in uses if use and use.role is ColumnRole.VALUE]
    about_values = kind in FIGURES
    unnamed = about_values and are_unnamed(values, said)
    variable, unit = find_title_variable(sheet, table, vocabulary) if unnamed else (None, None)
    return ColumnMapping(
        sheet=sheet.name,
        header_rows=table.header_rows,
        first_row=table.first_row,
        last_row=table.last_row,
        columns=tuple(use or ColumnUse(ColumnRole.IGNORED) for use in uses),
        variable=variable,
        year=table.year
        if about_values and ColumnRole.YEAR not in said and any(use.year is None for use in values)
        else None,
        unit=(table.unit or unit) if about_values and ColumnRole.UNIT not in said else None,
        source=table.source if ColumnRole.SOURCE not in said else "",
        facility_type=vocabulary.types.get(normalise_type_text(sheet.name)) if ColumnRole.TYPE not in said else None,
    )


def check_mapping(mapping: ColumnMapping, kind: ImportKind, names: Mapping[str, str] = EMPTY) -> list[Fault]:
    """List what must be corrected before a sheet can be read by the mapping: roles without a column, or with two.

    ``names`` are those of variables and indicators by id, for the messages.
    """
    counts = Counter(use.role for use in mapping.columns)
    repeatable = {ColumnRole.IGNORED, ColumnRole.PARENT, ColumnRole.VALUE if kind in FIGURES else ColumnRole.TYPE}
    faults = [
        Fault(FaultCode.COLUMN_TWICE, role, sheet=mapping.sheet)
        for role, count in counts.items()
        if count > 1 and role not in repeatable
    ]
    missing = (_missing_of_figures if kind in FIGURES else _missing_of_records)(mapping, counts, kind)
    faults += [Fault(FaultCode.COLUMN_MISSING, allowed=role, sheet=mapping.sheet) for role in missing]
    figures = [
        (use.area or "", names.get(use.variable, use.variable), str(use.year or ""))
        for use in mapping.columns
        if use.role is ColumnRole.VALUE and use.variable
    ]
    repeated = [figure for figure, count in Counter(figures).items() if count > 1]
    return faults + [
        Fault(FaultCode.COLUMN_TWICE, " ".join(filter(None, figure)), sheet=mapping.sheet) for figure in repeated
    ]


def fingerprint_headings(sheet: Sheet, mapping: ColumnMapping) -> str:
    """Hash the headings of a sheet without years and blanks, so that next year's file has the same fingerprint."""
    rows = sheet.cells.reindex(list(mapping.header_rows), fill_value="")
    texts = [[re.sub(r"(19|20)[0-9]{2}", "#", match_key(text)) for text in row] for row in rows.itertuples(index=False)]
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:32]


def _read_use(heading: Heading, kind: ImportKind, vocabulary: KnownTerms) -> ColumnUse | None:
    """Read the use of a column from its heading alone, None for an unknown heading."""
    role = ROLES[kind].get(match_key(heading.text))
    if kind in FIGURES:
        variable = vocabulary.variable(heading.text) or vocabulary.variable(heading.text.split(" ")[-1])
        if variable and role is None:
            return ColumnUse(ColumnRole.VALUE, variable, heading.year, heading.unit)
        if heading.text == "" and heading.year is not None:
            return ColumnUse(ColumnRole.VALUE, None, heading.year, heading.unit)
        if _COMPARISON.search(heading.text):
            return ColumnUse(ColumnRole.IGNORED)
        if role is ColumnRole.VALUE:
            return ColumnUse(ColumnRole.VALUE, None, heading.year, heading.unit)
    return ColumnUse(role) if role else None


def _resolve_repeated_roles(uses: list[ColumnUse | None], table: TableLayout) -> list[ColumnUse | None]:
    """Leave a role that only one column can have to the first that claims it; of columns of people to the likeliest."""
    keys = [match_key(heading.text) for heading in table.headings]
    claimed: dict[ColumnRole, int] = {}
    for position in sorted(range(len(uses)), key=lambda position: heading_rank(keys[position])):
        use = uses[position]
        if use is not None and use.role not in (
            ColumnRole.VALUE,
            ColumnRole.IGNORED,
            ColumnRole.PARENT,
            ColumnRole.TYPE,
        ):
            claimed.setdefault(use.role, position)
    townships = keys[claimed.get(ColumnRole.AREA_NAME, 0)] in TOWNSHIP_WORDS
    return [
        use
        if use is None or claimed.get(use.role, position) == position
        else ColumnUse(ColumnRole.PARENT if townships and keys[position] in COUNTY_WORDS else ColumnRole.IGNORED)
        for position, use in enumerate(uses)
    ]


def _missing_of_figures(mapping: ColumnMapping, counts: Counter[ColumnRole], kind: ImportKind) -> list[ColumnRole]:
    values = [use for use in mapping.columns if use.role is ColumnRole.VALUE]
    placed = kind is ImportKind.BENCHMARK or counts[ColumnRole.AREA_CODE] or counts[ColumnRole.AREA_NAME]
    placed = placed or (bool(values) and all(use.area for use in values))
    missing = [] if placed else [ColumnRole.AREA_NAME]
    if not values:
        missing.append(ColumnRole.VALUE)
    if not counts[ColumnRole.YEAR] and mapping.year is None and any(use.year is None for use in values):
        missing.append(ColumnRole.YEAR)
    several = len({use.year for use in values}) == 1 and len(values) > 1 and not all(use.area for use in values)
    unnamed = all(use.variable is None for use in values) and not several
    if not counts[ColumnRole.VARIABLE] and mapping.variable is None and unnamed:
        missing.append(ColumnRole.VARIABLE)
    return missing


def _missing_of_records(mapping: ColumnMapping, counts: Counter[ColumnRole], kind: ImportKind) -> list[ColumnRole]:
    missing = [role for role in _REQUIRED[kind] if not counts[role]]
    if kind is ImportKind.FACILITIES and not counts[ColumnRole.TYPE] and mapping.facility_type is None:
        missing.append(ColumnRole.TYPE)
    if kind in (ImportKind.FACILITIES, ImportKind.SETTLEMENTS):
        coordinates = (counts[ColumnRole.LONGITUDE] and counts[ColumnRole.LATITUDE]) or counts[ColumnRole.COORDINATES]
        if not coordinates and not counts[ColumnRole.PLACE]:
            missing += [role for role in (ColumnRole.LONGITUDE, ColumnRole.LATITUDE) if not counts[role]]
    return missing
