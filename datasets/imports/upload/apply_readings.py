"""Take texts that are not understood for what the user says they mean.

Variables and units are not here: with them go the units in brackets and the factors, in ``read_quantities``. A source
is the default one of the order.
"""

import pandas as pd

from datasets.imports.columns.extract_rows import UnresolvedFigures
from datasets.imports.model import ColumnRole
from datasets.imports.upload.import_order import ImportOrder

_AREA_COLUMNS = [str(role) for role in (ColumnRole.AREA_CODE, ColumnRole.AREA_NAME, ColumnRole.PLACE)]
_ELSEWHERE = (ColumnRole.VARIABLE, ColumnRole.UNIT, ColumnRole.SOURCE)


def apply_to_figures(candidates: UnresolvedFigures, order: ImportOrder) -> UnresolvedFigures:
    """The candidates, figures and totals, with the areas, years and kinds that are meant."""
    figures, totals = apply_readings(candidates.figures, order), apply_readings(candidates.totals, order)
    return UnresolvedFigures(figures, totals, candidates.ignored)


def apply_readings(rows: pd.DataFrame, order: ImportOrder) -> pd.DataFrame:
    """Rows of text with what is meant; an area is recognised by its code, name and place together."""
    read = rows
    for role in dict.fromkeys(reading.role for reading in order.readings):
        if role is ColumnRole.AREA_NAME:
            read = _apply_to_areas(read, order.readings_of(role))
        elif role not in _ELSEWHERE:
            texts = read[str(role)] if str(role) in read else pd.Series("", index=read.index, dtype="str")
            meant = order.readings_of(role)
            read = read.assign(**{str(role): texts.map(lambda text, meant=meant: meant.get(text.strip(), text))})
    return read


def _apply_to_areas(rows: pd.DataFrame, meant: dict[str, str]) -> pd.DataFrame:
    named = [name for name in _AREA_COLUMNS if name in rows]
    texts = rows[named].agg(" ".join, axis="columns").map(_squeeze) if named and len(rows) else pd.Series(dtype="str")
    codes = texts.map({_squeeze(found): code for found, code in meant.items()})
    told = codes.notna()
    if not told.any():
        return rows
    blank = {name: rows[name].mask(told, "") for name in named}
    code = str(ColumnRole.AREA_CODE)
    known = blank.get(code, pd.Series("", index=rows.index, dtype="str"))
    return rows.assign(**blank | {code: known.mask(told, codes)})


def _squeeze(text: str) -> str:
    return " ".join(text.split())
