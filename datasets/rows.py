"""Values as rows for people and machines: JSON, CSV that Excel opens, XLSX."""

import io

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font

from datasets.city import City
from geodata.region import Level

COLUMNS = ["area_code", "area_name", "year", "value", "unit", "kind", "source"]


def value_rows(
    city: City, dataset: str, indicator: str, level: Level, years: list[int], within: str = ""
) -> pd.DataFrame:
    """One row for every area of the level and every year, ``COLUMNS``; value, kind and source None where missing.

    ``within`` keeps the townships of one county.
    """
    records = city.datasets[dataset].records.get(indicator)
    codes = [code for code in city.geography.codes(level) if not within or city.geography.county_of(code) == within]
    index = pd.MultiIndex.from_product([years, codes], names=["year", "area_code"])
    empty = pd.DataFrame(columns=["value", "kind", "source"])
    known = empty if records is None else records.swaplevel()[["value", "kind", "source"]]
    rows = known.reindex(index).reset_index()
    rows["area_name"] = [city.geography.name(code, year) for code, year in rows[["area_code", "year"]].to_numpy()]
    rows["unit"] = city.indicators[indicator].unit
    return rows[COLUMNS].astype(object).where(rows[COLUMNS].notna(), None)


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese."""
    return rows.to_csv(index=False).encode("utf-8-sig")


def xlsx_bytes(rows: pd.DataFrame, title: str, about: list[tuple[str, str]]) -> bytes:
    """The rows as a workbook: the sheet of figures, and a sheet that says what they are."""
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.append(list(rows.columns))
    for row in rows.itertuples(index=False):
        sheet.append(list(row))
    notes = book.create_sheet("说明")
    for line in about:
        notes.append(line)
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    widths = {"A": 14, "B": 22, "C": 8, "D": 14, "E": 10, "F": 14, "G": 60}
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width
    notes.column_dimensions["A"].width, notes.column_dimensions["B"].width = 14, 90
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
