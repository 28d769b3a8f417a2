"""Assign roles to the columns of a sheet of figures: areas (in rows or columns), codes, and values of quantities."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from datasets.imports.cells.area_index import written_code
from datasets.imports.cells.cell_values import compact, is_missing, match_key, year_of
from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.columns.headings import Heading, TableLayout, read_heading
from datasets.imports.model import ColumnRole, ColumnUse, Sheet

_MOST = 0.8  # share of a column's texts that must be of a kind
_MOST_UNKNOWN = 3  # unknown columns of figures that are proposed one by one
_FEWEST_ACROSS = 2  # headings with area names before areas are taken to be in columns
_CODE_HEADING = re.compile(r"码|代号|code|^(?:gb|pac|id|fips|adm[0-9]?)$")
# Codes of posts, offices, firms and telephones may have six digits too, but are no areas.
_OTHER_CODES = re.compile(r"邮|机构|学校|单位|信用|电话|区号|post|zip|school|org|phone|tel")

Uses = list[ColumnUse | None]


def assign_figure_columns(uses: Uses, sheet: Sheet, table: TableLayout, vocabulary: KnownTerms) -> Uses:
    """Assign roles to columns without a known heading, by their content and their neighbours."""
    uses = _assign_code_column(uses, sheet, table, vocabulary)
    uses = _assign_areas_across(uses, sheet, table, vocabulary)
    uses = _assign_area_column(uses, sheet, table, vocabulary)
    return _assign_value_columns(uses, table, vocabulary)


def _assign_code_column(uses: Uses, sheet: Sheet, table: TableLayout, vocabulary: KnownTerms) -> Uses:
    """Assign a column of area codes whose heading does not say so, since codes are surer than names.

    It holds codes of the region, or its heading means codes, but not of something else.
    """
    if any(use and use.role is ColumnRole.AREA_CODE for use in uses):
        return uses
    sample = table.sample(sheet)
    for position, (use, heading) in enumerate(zip(uses, table.headings, strict=True)):
        codes = [written_code(text) for text in sample[sample.columns[position]] if text]
        coded = bool(codes) and sum(map(bool, codes)) > _MOST * len(codes)
        named = _CODE_HEADING.search(key := match_key(heading.text)) and not _OTHER_CODES.search(key)
        if use is None and coded and (named or vocabulary.codes & set(codes)):
            return _replace_use(uses, position, ColumnUse(ColumnRole.AREA_CODE))
    return uses


def _assign_areas_across(uses: Uses, sheet: Sheet, table: TableLayout, vocabulary: KnownTerms) -> Uses:
    """Assign columns of figures headed by area names, and the column with the year or the quantity of a row."""
    across = {
        position: found
        for position in range(len(uses))
        if (found := _read_area_heading(table.headings[position], vocabulary))
    }
    sample = table.sample(sheet)
    down = [
        position
        for position, use in enumerate(uses)
        if use and use.role in (ColumnRole.AREA_NAME, ColumnRole.AREA_CODE)
    ]
    if len(across) < _FEWEST_ACROSS or any(_count_areas(sample, position, vocabulary) for position in down):
        return uses
    turned = [across.get(position, None if position in down else use) for position, use in enumerate(uses)]
    for role, share in ((ColumnRole.YEAR, _share_of_years), (ColumnRole.VARIABLE, _share_of_quantities)):
        free = [position for position, use in enumerate(turned) if use is None]
        if not any(use and use.role is role for use in turned):
            telling = (at for at in free if share(sample[sample.columns[at]], vocabulary) > _MOST / 2)
            turned = _replace_use(turned, next(telling, None), ColumnUse(role))
    return turned


def _read_area_heading(heading: Heading, vocabulary: KnownTerms) -> ColumnUse | None:
    """Read a heading that names an area, alone or with a quantity (in a heading of several rows)."""
    words = heading.text.split(" ")
    areas = [word for word in words if vocabulary.is_area(word)]
    rest = " ".join(word for word in words if word not in areas)
    variable = vocabulary.variable(rest) if rest else None
    if len(areas) != 1 or (rest and variable is None):
        return None
    return ColumnUse(ColumnRole.VALUE, variable, heading.year, heading.unit, areas[0])


def _share_of_years(texts: pd.Series, _: KnownTerms) -> float:
    return _share_of_true([year_of(text) is not None for text in texts if not is_missing(text)])


def _share_of_quantities(texts: pd.Series, vocabulary: KnownTerms) -> float:
    headings = [read_heading([compact(text)], vocabulary.units) for text in texts if not is_missing(text)]
    return _share_of_true([vocabulary.variable(heading.text) is not None for heading in headings])


def _share_of_true(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _assign_area_column(uses: Uses, sheet: Sheet, table: TableLayout, vocabulary: KnownTerms) -> Uses:
    """Assign the column of areas by its content where no heading names it; else the first column of words."""
    named = {use.role for use in uses if use} & {ColumnRole.AREA_NAME, ColumnRole.AREA_CODE}
    if named or any(use and use.area for use in uses):
        return uses
    sample = table.sample(sheet)
    hits = {
        position: _count_areas(sample, position, vocabulary)
        for position, use in enumerate(uses)
        if use is None and (sample[sample.columns[position]] != "").any()
    }
    words = [position for position in hits if position not in table.numeric]
    best = max(hits, key=lambda position: hits[position], default=None)
    if best is None or hits[best] == 0:
        best = words[0] if words else None
    return _replace_use(uses, best, ColumnUse(ColumnRole.AREA_NAME))


def _count_areas(sample: pd.DataFrame, position: int, vocabulary: KnownTerms) -> int:
    """Count the texts of a column that name areas."""
    return sum(vocabulary.is_area(text) for text in sample[sample.columns[position]])


def _replace_use(uses: Uses, position: int | None, use: ColumnUse) -> Uses:
    return [use if at == position else own for at, own in enumerate(uses)]


def _assign_value_columns(uses: Uses, table: TableLayout, vocabulary: KnownTerms) -> Uses:
    """Assign the remaining columns of numbers as values.

    Beside known columns an unknown one is left out, and the report names it. Where none is known, a few columns become
    values whose variables the user names; of many the user picks.
    """
    read = [_read_bracket_as_unit(use, heading, vocabulary) for use, heading in zip(uses, table.headings, strict=True)]
    understood = any(use and use.role is ColumnRole.VALUE for use in read)
    unknown = sum(use is None and position in table.numeric for position, use in enumerate(read))
    understood = understood or unknown > _MOST_UNKNOWN
    figures: Uses = []
    for position, (use, heading) in enumerate(zip(read, table.headings, strict=True)):
        left = use is None and position in table.numeric and (heading.text or heading.year is not None)
        if left:
            value = _read_bracket_as_unit(
                ColumnUse(ColumnRole.VALUE, None, heading.year, heading.unit), heading, vocabulary
            )
            known = value is not None and (value.variable or not heading.text)
            figures.append(value if known or not understood else ColumnUse(ColumnRole.IGNORED))
        else:
            figures.append(use)
    long_form = any(use and use.role is ColumnRole.VARIABLE for use in figures)
    named = [use for use in figures if use and use.role is ColumnRole.VALUE]
    if long_form and len(named) == 1:
        return [replace(use, variable=None) if use is named[0] else use for use in figures]
    return figures


def _read_bracket_as_unit(use: ColumnUse | None, heading: Heading, vocabulary: KnownTerms) -> ColumnUse | None:
    """Read the brackets after a known variable as its unit, even if the unit is unknown."""
    if use is None or use.role is not ColumnRole.VALUE or use.variable is not None:
        return use
    found = re.fullmatch(r"(.+?)\(([^()]{1,8})\)", heading.text)
    variable = vocabulary.variable(found[1]) if found else None
    return replace(use, variable=variable, unit=found[2]) if found and variable else use


def are_unnamed(values: list[ColumnUse], said: set[ColumnRole]) -> bool:
    """Whether nothing in the table names the variable of its figures."""
    return ColumnRole.VARIABLE not in said and bool(values) and all(use.variable is None for use in values)


def find_title_variable(sheet: Sheet, table: TableLayout, vocabulary: KnownTerms) -> tuple[str | None, str | None]:
    """Find the one variable, and its unit, that the lines above the table or the sheet's name state."""
    above = sheet.cells.loc[: table.header_rows[0] - 1].iloc[:10]
    texts = [sheet.name, *(text for row in above.itertuples(index=False) for text in row if text)]
    found = [named for text in texts if (named := _find_variable(text, vocabulary))[0]]
    units = {unit for _, unit in found if unit}
    if len({id_ for id_, _ in found}) != 1:
        return None, None
    return found[0][0], units.pop() if len(units) == 1 else None


def _find_variable(text: str, vocabulary: KnownTerms) -> tuple[str | None, str | None]:
    """Find the variable with the longest name that a title ends in: 2016年各县(市、区)常住人口(万人)."""
    heading = read_heading([compact(text)], vocabulary.units)
    title = match_key(heading.text)
    named = (vocabulary.variable(title[start:]) for start in range(len(title)))
    return next((id_ for id_ in named if id_), None), heading.unit
