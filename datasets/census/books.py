"""Read the two censuses as they are shipped: a table a year, in the variables that indicators are formed from.

``datasets/public/census`` holds ``areas_<year>.csv.gz`` (columns as the books print them; counties, prefectures and
provinces), ``formed.toml`` (variables that no column holds as such), ``crosswalk.csv`` (which rows a polygon of the
base map stands for) and ``remarks.csv`` (cells with something to say of them).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as checked_dataclass

from datasets.census.comparability import Comparability
from datasets.files.csv_rows import describe_failing_rows, read_csv_as_text
from datasets.files.declarations import read_declarations

YEARS = (2010, 2020)
BOOKS = {2010: "中国2010年人口普查分县资料", 2020: "中国人口普查分县资料—2020"}
TRANSCRIBED = "转录自第三方（leiii/census），未核对原书"
COUNTRY = "100000"
CROSSWALK_COLUMNS = ["adcode", "name", "codes_2010", "codes_2020", "comparability", "note_2010", "note_2020"]
_DECIMALS = 2  # the most that the books print: what is beyond is of the arithmetic
_FACTS = ["name", "parent_code", "unit_type"]


@checked_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class FormedVariable:
    """A variable that is the sum of columns, each times a factor, in all times the column ``times``.

    ``sum_2010`` stands in its place where the book of 2010 has other classes, and ``note_2010`` says what differs.
    """

    sum: dict[str, float]
    sum_2010: dict[str, float] | None = None
    times: str | None = None
    note_2010: str = ""

    def parts(self, year: int) -> dict[str, float]:
        """The columns of a year's book and their factors."""
        return self.sum_2010 if year == YEARS[0] and self.sum_2010 else self.sum

    def columns(self, year: int) -> set[str]:
        """Every column of a year's book that it is formed from."""
        return {*self.parts(year), *([self.times] if self.times else [])}


@dataclass(frozen=True)
class Census:
    """``figures`` has a frame a year, the rows of the book by code, a column a variable; the country is ``COUNTRY``.

    ``parents`` maps a row's code to that of the unit it belongs to, by year. ``crosswalk`` is indexed by the adcode of
    a polygon, in the columns ``CROSSWALK_COLUMNS``. ``variable_notes`` says what differs in a year's variable,
    ``remarks`` what is to be said of single cells, by year, row and variable.
    """

    figures: dict[int, pd.DataFrame]
    parents: dict[int, pd.Series]
    crosswalk: pd.DataFrame
    variable_notes: dict[tuple[int, str], str]
    remarks: dict[tuple[int, str, str], str]

    def rows_of(self, adcode: str, year: int) -> list[str]:
        """The rows of a year's book that together are the county of a polygon; none where nothing can be said."""
        codes = str(self.crosswalk.at[adcode, f"codes_{year}"]) if adcode in self.crosswalk.index else ""
        return [code for code in codes.split(";") if code]

    def sum_rows(self, rows_by_area: Iterable[tuple[str, Iterable[str]]], year: int) -> pd.DataFrame:
        """Areas by variables: the sum of each area's rows of a year's book, NaN where one of the rows has no figure."""
        pairs = [(area, row) for area, rows in rows_by_area for row in rows]
        figures = self.figures[year].reindex([row for _, row in pairs])
        figures.index = pd.Index([area for area, _ in pairs], name="area_code")
        return figures.groupby(level=0, sort=False).sum(skipna=False).round(_DECIMALS)


def read_census(folder: Path, variables: Collection[str], polygons: Collection[str], faults: list[str]) -> Census:
    """Read the censuses in ``variables``; ``polygons`` are the adcodes that the crosswalk may name."""
    formed = read_declarations(folder / "formed.toml", FormedVariable, faults)
    faults += [f"formed.toml: {name}: expected a name in variables.toml" for name in formed if name not in variables]
    books = {year: _read_book(folder / f"areas_{year}.csv.gz", variables, formed) for year in YEARS}
    figures = {
        year: _form_variables(book, year, variables, {key: one for key, one in formed.items() if key in variables})
        for year, book in books.items()
    }
    crosswalk = _read_crosswalk(folder / "crosswalk.csv", books, polygons, faults)
    notes = {(YEARS[0], name): one.note_2010 for name, one in formed.items() if one.note_2010}
    remarks = _read_remarks(folder / "remarks.csv", formed, books, faults)
    return Census(figures, {year: book["parent_code"] for year, book in books.items()}, crosswalk, notes, remarks)


def _read_book(path: Path, variables: Collection[str], formed: dict[str, FormedVariable]) -> pd.DataFrame:
    wanted = {*variables, *(column for one in formed.values() for year in YEARS for column in one.columns(year))}
    texts = dict.fromkeys(["area_code", *_FACTS], str)
    book = pd.read_csv(path, dtype=texts, usecols=lambda column: column in texts or column in wanted)
    return book.set_index("area_code")


def _form_variables(
    book: pd.DataFrame, year: int, variables: Collection[str], formed: dict[str, FormedVariable]
) -> pd.DataFrame:
    """The book in variables, with a row for the country: the sum of its provinces, as the book of 2010 has none."""
    plain = book[[column for column in book.columns if column in variables and column not in formed]]
    made = {
        name: sum(book[column] * factor for column, factor in one.parts(year).items())
        * (book[one.times] if one.times else 1)
        for name, one in formed.items()
        if one.columns(year) <= set(book.columns)
    }
    figures = pd.concat([plain, pd.DataFrame(made)], axis=1).astype(float)
    country = figures[book["unit_type"] == "province"].sum(min_count=1).rename(COUNTRY)
    return pd.concat([figures, country.to_frame().T])


def _read_crosswalk(
    path: Path, books: dict[int, pd.DataFrame], polygons: Collection[str], faults: list[str]
) -> pd.DataFrame:
    table = read_csv_as_text(path, CROSSWALK_COLUMNS, faults)
    if table is None:
        return pd.DataFrame(columns=CROSSWALK_COLUMNS).set_index("adcode")
    unknown = {
        year: table[f"codes_{year}"].map(
            lambda cell, own=set(book.index): not set(filter(None, cell.split(";"))) <= own
        )
        for year, book in books.items()
    }
    faults += describe_failing_rows(
        path,
        table,
        [
            (~table["adcode"].isin(list(polygons)), "adcode", "the code of a polygon of the base map"),
            (table["adcode"].duplicated(), "adcode", "every polygon once"),
            (~table["comparability"].isin(list(Comparability)), "comparability", f"one of {', '.join(Comparability)}"),
            *((unknown[year], f"codes_{year}", f"codes of rows in areas_{year}.csv.gz") for year in books),
        ],
    )
    return table.set_index("adcode")


def _read_remarks(
    path: Path, formed: dict[str, FormedVariable], books: dict[int, pd.DataFrame], faults: list[str]
) -> dict[tuple[int, str, str], str]:
    table = read_csv_as_text(path, ["year", "area_code", "column", "note"], faults)
    if table is None:
        return {}
    found: dict[tuple[int, str, str], str] = {}
    for year, code, column, note in table[["year", "area_code", "column", "note"]].to_numpy():
        spoken_of = [column, *(name for name, one in formed.items() if column in one.columns(int(year)))]
        found |= {(int(year), code, name): note for name in spoken_of}
    known = {(str(year), code) for year, book in books.items() for code in book.index}
    stray = pd.Series([pair not in known for pair in zip(table["year"], table["area_code"], strict=True)])
    faults += describe_failing_rows(path, table, [(stray, "area_code", "the code of a row of the year's book")])
    return found
