"""What became of the rows between two versions, with the values."""

import hashlib
from typing import Any

import numpy as np
import pandas as pd

from datasets.kinds import KEYS, STORED, ImportKind
from datasets.store.model import RowChange

CHANGES = ["kind", "change", "variable", "area_code", "year", "code", "field", "before", "after"]
_MERGED = {"left_only": RowChange.REMOVED, "right_only": RowChange.ADDED, "both": RowChange.CHANGED}


def count_changes(kind: ImportKind, before: pd.DataFrame, after: pd.DataFrame) -> dict[RowChange, int]:
    """How many rows were added, changed and removed."""
    counts = _find_changed_rows(kind, before, after)["change"].value_counts()
    return {change: int(counts.get(change, 0)) for change in RowChange}


def list_changes(kind: ImportKind, before: pd.DataFrame, after: pd.DataFrame, limit: int | None = None) -> pd.DataFrame:
    """A line a field that differs, in the columns of ``CHANGES``, all text; "" for what a row has not.

    In the order of the keys; of an added or removed row, every field that it has. At most ``limit`` rows are listed.
    """
    rows = _find_changed_rows(kind, before, after).iloc[:limit]
    parts = []
    for place, field in enumerate(_value_fields(kind)):
        pair = _differs(rows[f"{field}_before"], rows[f"{field}_after"])
        part = rows.loc[pair, ["change", *KEYS[kind]]].astype(str)
        part["before"] = _format_values(rows.loc[pair, f"{field}_before"])
        part["after"] = _format_values(rows.loc[pair, f"{field}_after"])
        parts.append(part.assign(kind=kind.value, field=field, place=place, row=np.flatnonzero(pair)))
    lines = pd.concat(parts, ignore_index=True).sort_values(["row", "place"], ignore_index=True)
    return lines.reindex(columns=CHANGES, fill_value="").astype("str")


def _find_changed_rows(kind: ImportKind, before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Rows that differ, with ``change``, the keys, and every field as ``_before`` and ``_after``."""
    merged = before.merge(after, on=KEYS[kind], how="outer", suffixes=("_before", "_after"), indicator="change")
    differs = merged["change"] != "both"
    for field in _value_fields(kind):
        differs |= _differs(merged[f"{field}_before"], merged[f"{field}_after"])
    rows = merged[differs].reset_index(drop=True)
    return rows.assign(change=rows["change"].astype(object).map(_MERGED))


def _value_fields(kind: ImportKind) -> list[str]:
    return [column for column in STORED[kind] if column not in KEYS[kind]]


def _differs(before: pd.Series, after: pd.Series) -> "pd.Series[bool]":
    """Where two columns differ; what is missing or "" in both does not."""
    before, after = before.mask(before == ""), after.mask(after == "")
    one_missing = before.isna() != after.isna()
    both_there = before.notna() & after.notna()
    return one_missing | (both_there & (before != after).fillna(value=False).astype(bool))


def _format_values(values: pd.Series) -> pd.Series:
    return values.map(_format_value).astype("str")


def _format_value(value: Any) -> str:
    """A value as text: the shortest that tells it from every other, of a geometry a digest."""
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()[:8]
    if pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-")
    return str(value)
