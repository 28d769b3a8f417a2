"""A first proposal of what each column of a sheet is, for the user to correct, and its form as JSON."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping as MappingType
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd

from datasets.imports.cells import compact
from datasets.imports.coordinates import pairs_share
from datasets.imports.heading_words import ROLES, TYPE_WORDS, population_rank
from datasets.imports.headings import Heading, Table, find_table, read_heading
from datasets.imports.model import ColumnUse, Fault, FaultCode, ImportKind, Mapping, Role, Sheet
from datasets.imports.positions import position_role, without_other_datums
from datasets.imports.type_texts import known_types
from indicators.facility_types import plain_type

FIGURES = (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK)
POINTS = (ImportKind.FACILITIES, ImportKind.SETTLEMENTS)
# Columns that compare figures instead of giving them.
_COMPARISON = re.compile(r"排名|位次|名次|增长|增速|增幅|同比|环比|比上年|比上月|比重变化|指数\(上年")
_SAMPLED = 500  # rows that columns are told by
_MOST = 0.8  # the share of a column's texts that must be of a kind for the column to be
_REQUIRED: dict[ImportKind, tuple[Role, ...]] = {
    ImportKind.FACILITIES: (Role.NAME,),
    ImportKind.SETTLEMENTS: (Role.NAME, Role.POPULATION),
    ImportKind.TOWNSHIPS: (Role.NAME,),
    ImportKind.ROADS: (Role.NAME,),
}


@dataclass(frozen=True)
class Vocabulary:
    """What headings and cells may speak of.

    ``variables`` maps the id of each variable and indicator to its names (the id itself need not be among them);
    ``units`` are all units that any of them accepts; ``areas`` are names of areas, former and short ones too;
    ``types`` are the ids of facility types by the texts that stand for them.
    """

    variables: MappingType[str, tuple[str, ...]]
    units: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    types: MappingType[str, str] = field(default_factory=dict)

    def variable(self, name: str) -> str | None:
        """The id of the variable that a heading names, None for anything else."""
        return self._by_name.get(_key(name))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        named = {_key(name): id_ for id_, names in self.variables.items() for name in names}
        return named | {_key(id_): id_ for id_ in self.variables}

    @cached_property
    def area_keys(self) -> frozenset[str]:
        """The names of areas in the form in which cells are compared with them."""
        return frozenset(map(_key, self.areas))


def guess_mapping(sheet: Sheet, kind: ImportKind, vocabulary: Vocabulary) -> Mapping:
    """What the columns of a sheet most likely are; raises ``RefusedError`` (NO_TABLE) where it has no table.

    A column of numbers under a heading that is not understood is proposed as figures of a variable yet to be named:
    it is never passed over in silence.
    """
    table = find_table(sheet, vocabulary.units)
    uses = [_use(heading, kind, vocabulary) for heading in table.headings]
    if kind in POINTS:
        uses = _with_positions(uses, sheet, table)
    if kind is ImportKind.FACILITIES:
        uses = _with_type(uses, sheet, table, vocabulary)
    uses = _without_repeats(uses, table)
    uses = _with_area(uses, sheet, table, kind, vocabulary)
    if kind in FIGURES:
        uses = _with_figures(uses, table, vocabulary)
    said = {use.role for use in uses if use}
    values = [use for use in uses if use and use.role is Role.VALUE]
    about_values = kind in FIGURES
    return Mapping(
        sheet=sheet.name,
        header_rows=table.header_rows,
        first_row=table.first_row,
        last_row=table.last_row,
        columns=tuple(use or ColumnUse(Role.IGNORED) for use in uses),
        variable=_title_variable(sheet, table, vocabulary) if about_values and _unnamed(values, said) else None,
        year=table.year if about_values and Role.YEAR not in said and any(use.year is None for use in values) else None,
        unit=table.unit if about_values and Role.UNIT not in said else None,
        source=table.source if Role.SOURCE not in said else "",
        facility_type=vocabulary.types.get(plain_type(sheet.name)) if Role.TYPE not in said else None,
    )


def mapping_faults(mapping: Mapping, kind: ImportKind) -> list[Fault]:
    """What must be put right before a sheet can be read by the mapping: roles without a column, or with two."""
    counts = Counter(use.role for use in mapping.columns)
    repeatable = {Role.IGNORED, Role.VALUE} if kind in FIGURES else {Role.IGNORED}
    faults = [
        Fault(FaultCode.COLUMN_TWICE, role, sheet=mapping.sheet)
        for role, count in counts.items()
        if count > 1 and role not in repeatable
    ]
    missing = (_missing_of_figures if kind in FIGURES else _missing_of_records)(mapping, counts, kind)
    faults += [Fault(FaultCode.COLUMN_MISSING, allowed=role, sheet=mapping.sheet) for role in missing]
    figures = [
        (use.variable or "", use.year or 0) for use in mapping.columns if use.role is Role.VALUE and use.variable
    ]
    repeated = [figure for figure, count in Counter(figures).items() if count > 1]
    return faults + [
        Fault(FaultCode.COLUMN_TWICE, f"{variable} {year or ''}".strip(), sheet=mapping.sheet)
        for variable, year in repeated
    ]


def fingerprint(sheet: Sheet, mapping: Mapping) -> str:
    """A short name of the sheet's headings, the same for next year's file: years and blanks do not count."""
    rows = sheet.cells.reindex(list(mapping.header_rows), fill_value="")
    texts = [[re.sub(r"(19|20)[0-9]{2}", "#", _key(text)) for text in row] for row in rows.itertuples(index=False)]
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:32]


def mapping_to_json(mapping: Mapping) -> str:
    """A mapping as JSON; what a column does not say is left out."""
    plain = asdict(mapping)
    plain["columns"] = [{key: value for key, value in use.items() if value is not None} for use in plain["columns"]]
    return json.dumps(plain, ensure_ascii=False)


def mapping_from_json(text: str) -> Mapping:
    """A mapping from JSON; raises ``ValueError`` with what is wrong with it."""
    try:
        plain: dict[str, Any] = json.loads(text)
        columns = tuple(ColumnUse(**(use | {"role": Role(use["role"])})) for use in plain.pop("columns"))
        rows = tuple(int(row) for row in plain.pop("header_rows"))
        mapping = Mapping(**plain, header_rows=rows, columns=columns)
        return replace(mapping, first_row=int(mapping.first_row), last_row=int(mapping.last_row))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"mapping: {error}") from error


def _key(text: str) -> str:
    return compact(text).casefold()


def _use(heading: Heading, kind: ImportKind, vocabulary: Vocabulary) -> ColumnUse | None:
    """What a heading alone says, None where it says nothing that is known."""
    role = ROLES[kind].get(_key(heading.text))
    if kind in FIGURES:
        variable = vocabulary.variable(heading.text) or vocabulary.variable(heading.text.split(" ")[-1])
        if variable and role is None:
            return ColumnUse(Role.VALUE, variable, heading.year, heading.unit)
        if heading.text == "" and heading.year is not None:
            return ColumnUse(Role.VALUE, None, heading.year, heading.unit)
        if _COMPARISON.search(heading.text):
            return ColumnUse(Role.IGNORED)
        if role is Role.VALUE:
            return ColumnUse(Role.VALUE, None, heading.year, heading.unit)
    return ColumnUse(role) if role else None


def _without_repeats(uses: list[ColumnUse | None], table: Table) -> list[ColumnUse | None]:
    """Leave a role that only one column can have to the first that claims it; of columns of people to the likeliest."""
    keys = [_key(heading.text) for heading in table.headings]
    claimed: dict[Role, int] = {}
    for position in sorted(range(len(uses)), key=lambda position: population_rank(keys[position])):
        use = uses[position]
        if use is not None and use.role not in (Role.VALUE, Role.IGNORED):
            claimed.setdefault(use.role, position)
    return [
        ColumnUse(Role.IGNORED) if use is not None and claimed.get(use.role, position) != position else use
        for position, use in enumerate(uses)
    ]


def _with_positions(uses: list[ColumnUse | None], sheet: Sheet, table: Table) -> list[ColumnUse | None]:
    """The columns of coordinates by their headings; of several pairs one; without any the column that holds pairs."""
    headings = [heading.text for heading in table.headings]
    roles = [position_role(heading) for heading in headings]
    kept = without_other_datums(headings, roles)
    found = [
        (ColumnUse(role) if keep else ColumnUse(Role.IGNORED)) if role else use
        for use, role, keep in zip(uses, roles, kept, strict=True)
    ]
    if any(roles):
        return found
    sample = _sample(sheet, table)
    paired = (
        position
        for position, column in enumerate(sample.columns)
        if found[position] is None and pairs_share(sample[column]) > _MOST
    )
    position = next(paired, None)
    return [ColumnUse(Role.COORDINATES) if at == position else use for at, use in enumerate(found)]


def _with_type(
    uses: list[ColumnUse | None], sheet: Sheet, table: Table, vocabulary: Vocabulary
) -> list[ColumnUse | None]:
    """The column that tells the type: of those whose heading allows it, the one with most texts that mean one."""
    sample = _sample(sheet, table)
    columns = {
        position: sample[sample.columns[position]]
        for position, heading in enumerate(table.headings)
        if is_type_heading(heading.text)
    }
    best = type_column(
        {table.headings[position].text: column for position, column in columns.items()}, vocabulary.types
    )
    return [
        (ColumnUse(Role.TYPE) if table.headings[position].text == best else ColumnUse(Role.IGNORED))
        if position in columns
        else use
        for position, use in enumerate(uses)
    ]


def is_type_heading(heading: str) -> bool:
    """Whether a heading may stand over the types of facilities."""
    return _key(heading) in TYPE_WORDS


def type_column(columns: MappingType[str, pd.Series], types: MappingType[str, str]) -> str | None:
    """The heading of the column that tells the type, of ``columns`` by heading.

    Without a text that means a type it is a heading that can mean nothing else, such as 设施类型.
    """
    ranked = sorted(columns, key=lambda heading: TYPE_WORDS.index(_key(heading)))
    known = {heading: known_types(columns[heading], types) for heading in ranked}
    best = max(ranked, key=lambda heading: known[heading], default=None)
    if best is None or known[best]:
        return best
    return best if ROLES[ImportKind.FACILITIES].get(_key(best)) is Role.TYPE else None


def _sample(sheet: Sheet, table: Table) -> pd.DataFrame:
    return sheet.cells.loc[table.first_row : table.last_row].iloc[:_SAMPLED]


def _with_area(
    uses: list[ColumnUse | None], sheet: Sheet, table: Table, kind: ImportKind, vocabulary: Vocabulary
) -> list[ColumnUse | None]:
    """Find the column of areas by what is in it where no heading says so; else the first column of words."""
    roles = {use.role for use in uses if use}
    if kind not in FIGURES or roles & {Role.AREA_NAME, Role.AREA_CODE}:
        return uses
    sample = sheet.cells.loc[table.first_row : table.last_row].iloc[:200]
    hits = {
        position: sum(_key(text) in vocabulary.area_keys for text in sample[column])
        for position, column in enumerate(sample.columns)
        if uses[position] is None
    }
    words = [position for position in hits if position not in table.numeric]
    best = max(hits, key=lambda position: hits[position], default=None)
    if best is None or hits[best] == 0:
        best = words[0] if words else None
    return [ColumnUse(Role.AREA_NAME) if position == best else use for position, use in enumerate(uses)]


def _with_figures(uses: list[ColumnUse | None], table: Table, vocabulary: Vocabulary) -> list[ColumnUse | None]:
    """Figures in the columns of numbers that are left: of a variable that their heading may not name yet."""
    figures = []
    for position, (use, heading) in enumerate(zip(uses, table.headings, strict=True)):
        left = use is None and position in table.numeric and (heading.text or heading.year is not None)
        figures.append(ColumnUse(Role.VALUE, None, heading.year, heading.unit) if left else use)
    long_form = any(use and use.role is Role.VARIABLE for use in figures)
    named = [use for use in figures if use and use.role is Role.VALUE]
    if long_form and len(named) == 1:
        return [replace(use, variable=None) if use is named[0] else use for use in figures]
    return [_with_bracket(use, heading, vocabulary) for use, heading in zip(figures, table.headings, strict=True)]


def _with_bracket(use: ColumnUse | None, heading: Heading, vocabulary: Vocabulary) -> ColumnUse | None:
    """A known variable whose heading ends in brackets that hold no known unit: they are taken for one."""
    if use is None or use.role is not Role.VALUE or use.variable is not None:
        return use
    found = re.fullmatch(r"(.+?)\(([^()]{1,8})\)", heading.text)
    variable = vocabulary.variable(found[1]) if found else None
    return replace(use, variable=variable, unit=found[2]) if found and variable else use


def _unnamed(values: list[ColumnUse], said: set[Role]) -> bool:
    return Role.VARIABLE not in said and bool(values) and all(use.variable is None for use in values)


def _title_variable(sheet: Sheet, table: Table, vocabulary: Vocabulary) -> str | None:
    """The one variable that the lines above the table, or the sheet's name, speak of."""
    above = sheet.cells.loc[: table.header_rows[0] - 1].iloc[:10]
    texts = [sheet.name, *(text for row in above.itertuples(index=False) for text in row if text)]
    found = {id_ for text in texts if (id_ := _variable_in(text, vocabulary))}
    return found.pop() if len(found) == 1 else None


def _variable_in(text: str, vocabulary: Vocabulary) -> str | None:
    """The variable with the longest name that a title ends in: 2016年各县(市、区)常住人口."""
    title = _key(read_heading([compact(text)], vocabulary.units).text)
    return next((id_ for start in range(len(title)) if (id_ := vocabulary.variable(title[start:]))), None)


def _missing_of_figures(mapping: Mapping, counts: Counter[Role], kind: ImportKind) -> list[Role]:
    values = [use for use in mapping.columns if use.role is Role.VALUE]
    placed = kind is ImportKind.BENCHMARK or counts[Role.AREA_CODE] or counts[Role.AREA_NAME]
    missing = [] if placed else [Role.AREA_NAME]
    if not values:
        missing.append(Role.VALUE)
    if not counts[Role.YEAR] and mapping.year is None and any(use.year is None for use in values):
        missing.append(Role.YEAR)
    several = len({use.year for use in values}) == 1 and len(values) > 1
    unnamed = all(use.variable is None for use in values) and not several
    if not counts[Role.VARIABLE] and mapping.variable is None and unnamed:
        missing.append(Role.VARIABLE)
    return missing


def _missing_of_records(mapping: Mapping, counts: Counter[Role], kind: ImportKind) -> list[Role]:
    missing = [role for role in _REQUIRED[kind] if not counts[role]]
    if kind is ImportKind.FACILITIES and not counts[Role.TYPE] and mapping.facility_type is None:
        missing.append(Role.TYPE)
    if kind in (ImportKind.FACILITIES, ImportKind.SETTLEMENTS):
        coordinates = (counts[Role.LONGITUDE] and counts[Role.LATITUDE]) or counts[Role.COORDINATES]
        if not coordinates and not counts[Role.PLACE]:
            missing += [role for role in (Role.LONGITUDE, Role.LATITUDE) if not counts[role]]
    return missing
