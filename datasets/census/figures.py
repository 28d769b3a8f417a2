"""What the two censuses say of a region: observations of its counties, of itself and of the areas around it.

A county is followed from the base map's polygon to the rows of each book. Rows that were merged since are added up;
a county that was split, or that the books do not have, has no figure.
"""

from dataclasses import dataclass

import pandas as pd

from datasets.census.books import BOOKS, COUNTRY, TRANSCRIBED, YEARS, Census
from datasets.census.comparability import Comparability
from geodata.region import Region
from indicators.definition import ValueKind
from indicators.notes import join_notes

KEY = ["variable", "area_code", "year"]
COLUMNS = [*KEY, "value", "kind", "source", "note"]
_TODAY = "按现行区划由各县（市、区）数相加"
_FORMER = "按2010年区划，与现行区划不同"
_JOINED = "由各地数相加"


@dataclass(frozen=True)
class _Part:
    """An area in a year: the rows of the book that it is the sum of, and what is to be said of that."""

    area: str
    year: int
    rows: tuple[str, ...]
    note: str = ""


def build_census_observations(census: Census, region: Region) -> pd.DataFrame:
    """The observations of a region, in the columns ``COLUMNS``; empty where the books have none of its counties."""
    parts = [part for year in YEARS for part in _list_parts(census, region, year)]
    if not any(part.area in region.by_adcode for part in parts):
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat([_list_figures(census, [part for part in parts if part.year == year], year) for year in YEARS])


def find_comparability(census: Census, region: Region) -> dict[str, Comparability]:
    """By adcode how the figures of 2010 and 2020 of the region's counties compare, of those that do not fully."""
    own = census.crosswalk["comparability"].reindex(list(region.by_adcode)).dropna()
    return {str(code): Comparability(mark) for code, mark in own.items() if mark != Comparability.FULL}


def add_census(observed: pd.DataFrame, census: pd.DataFrame) -> pd.DataFrame:
    """Join the figures of files and of the census; of two of the same key the firmer kind stays, else the census's.

    Where the two differ, the one that stays says what the other is.
    """
    both = pd.concat([census, observed], ignore_index=True)
    order = {str(kind): rank for rank, kind in enumerate(ValueKind)}
    both = both.iloc[both["kind"].map(order).argsort(kind="stable")]
    doubled = both[both.duplicated(KEY, keep=False)]
    kept, dropped = (doubled[doubled.duplicated(KEY) == late].set_index(KEY) for late in (False, True))
    joined = kept.join(dropped[["value", "source"]].add_suffix("_other"))
    differing = joined[joined["value"] != joined["value_other"]]
    also = pd.Series(
        [
            join_notes((note, f"另有{source}为{value:,.10g}"))
            for note, source, value in differing[["note", "source_other", "value_other"]].to_numpy()
        ],
        index=differing.index,
        dtype=object,
    )
    one = both.drop_duplicates(KEY).set_index(KEY)
    return one.assign(note=also.reindex(one.index).fillna(one["note"])).reset_index()[COLUMNS]


def _list_parts(census: Census, region: Region, year: int) -> list[_Part]:
    counties = [
        _Part(code, year, tuple(rows), str(census.crosswalk.at[code, f"note_{year}"]))
        for code in region.by_adcode
        if (rows := census.rows_of(code, year))
    ]
    around = [_Part(area.code, year, area.census or (area.code,)) for area in region.outside]
    own = [] if region.adcode in region.by_adcode else _list_own_part(census, region, year, counties)
    held = census.figures[year].index
    return [part for part in (*counties, *own, *around) if all(row in held for row in part.rows)]


def _list_own_part(census: Census, region: Region, year: int, counties: list[_Part]) -> list[_Part]:
    """The region itself: its own row, unless its counties of today were others then and can be added up."""
    rows = {row for part in counties for row in part.rows}
    complete = len(counties) == len(region.counties)
    if not _is_whole_division(census, region):
        return [_Part(region.adcode, year, tuple(sorted(rows)))] if complete else []
    parents = census.parents[year]
    as_today = (
        year == YEARS[-1] or region.adcode.endswith("0000") or rows == set(parents.index[parents == region.adcode])
    )
    if as_today:
        return [_Part(region.adcode, year, (region.adcode,))]
    if complete:
        return [_Part(region.adcode, year, tuple(sorted(rows)), _TODAY)]
    return [_Part(region.adcode, year, (region.adcode,), _FORMER)]


def _is_whole_division(census: Census, region: Region) -> bool:
    """Whether the region has every polygon of the prefecture, province or country whose code it bears."""
    code = region.adcode
    prefix = "" if code == COUNTRY else code[:2] if code.endswith("0000") else code[:4]
    polygons = census.crosswalk.index
    return set(polygons[polygons.str.startswith(prefix)]) == set(region.by_adcode)


def _list_figures(census: Census, parts: list[_Part], year: int) -> pd.DataFrame:
    values = census.sum_rows(((part.area, part.rows) for part in parts), year)
    long = values.reset_index().melt("area_code", var_name="variable").dropna(subset="value")
    sums = {part.area for part in parts if len(part.rows) > 1}
    kinds = {True: str(ValueKind.COMPUTED), False: str(ValueKind.TRANSCRIBED)}
    noted = long.assign(
        year=year,
        kind=long["area_code"].isin(sums).map(kinds),
        source=BOOKS[year],
        note=_write_notes(census, parts, long, year),
    )
    return noted[COLUMNS]


def _write_notes(census: Census, parts: list[_Part], long: pd.DataFrame, year: int) -> pd.Series:
    of_area = {
        part.area: join_notes((TRANSCRIBED, part.note or (_JOINED if len(part.rows) > 1 else ""))) for part in parts
    }
    of_variable = {variable: text for (of, variable), text in census.variable_notes.items() if of == year}
    of_cell = _list_cell_remarks(census, parts, year)
    cells = zip(long["area_code"].tolist(), long["variable"].tolist(), strict=True)
    written = [
        "；".join(filter(None, (of_area[area], of_variable.get(variable), of_cell.get((area, variable)))))
        for area, variable in cells
    ]
    return pd.Series(written, index=long.index, dtype=object)


def _list_cell_remarks(census: Census, parts: list[_Part], year: int) -> dict[tuple[str, str], str]:
    """What is to be said of single cells, by area and variable."""
    areas = [(part.area, row) for part in parts for row in part.rows]
    found: dict[tuple[str, str], str] = {}
    for (of, row, variable), text in census.remarks.items():
        for area in (area for area, own in areas if of == year and own == row):
            found[area, variable] = join_notes((found.get((area, variable), ""), text))
    return found
