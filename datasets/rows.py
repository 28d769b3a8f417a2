"""Values as rows for people and machines."""

import pandas as pd

from datasets.city import City
from geodata.region import Level

COLUMNS = ["area_code", "area_name", "year", "value", "unit", "kind", "source", "note", "dataset", "demonstration"]


def value_rows(
    city: City, dataset: str, indicator: str, level: Level, years: list[int], within: str = ""
) -> pd.DataFrame:
    """One row for every area of the level and every year, ``COLUMNS``; value, kind, source and note None where missing.

    ``within`` keeps the townships of one county.
    """
    codes = [code for code in city.geography.codes(level) if not within or city.geography.county_of(code) == within]
    index = pd.MultiIndex.from_product([years, codes], names=["year", "area_code"])
    known = city.records(dataset, indicator).swaplevel()[["value", "kind", "source", "note"]]
    rows = known.reindex(index).reset_index()
    rows["area_name"] = [city.geography.name(code, year) for code, year in rows[["area_code", "year"]].to_numpy()]
    rows["unit"] = city.indicators[indicator].unit
    rows = rows.assign(**city.datasets[dataset].identity)
    return rows[COLUMNS].astype(object).where(rows[COLUMNS].notna(), None)
