"""Compare the rows of two versions by key, with the values before and after."""

import hashlib
from typing import Any

import numpy as np
import pandas as pd

from datasets.kinds import KEYS, STORED, ImportKind
from datasets.store.model import RowChange

CHANGES = ["kind", "change", "variable", "area_code", "year", "code", "field", "before", "after"]
_MERGED = {"left_only": RowChange.REMOVED, "right_only": RowChange.ADDED, "both": RowChange.CHANGED}


def count_changes(kind: ImportKind, before: pd.DataFrame, after: pd.DataFrame) -> dict[RowChange, int]:
    """Count the rows that were added, changed and removed."""
    counts = _find_changed_rows(kind, before, after)["change"].value_counts()
    return {change: int(counts.get(change, 0)) for change in RowChange}


def list_changes(kind: ImportKind, before: pd.DataFrame, after: pd.DataFrame, limit: int | None = None) -> pd.DataFrame:
    """List one line for each field that differs, in the columns of ``CHANGES``, all text; "" where a row has no value.

    Lines are in the order of the keys; an added or removed row has one for each of its fields. At most ``limit`` rows
    are listed.
    """
    rows = _find_changed_rows(kind, before, after).iloc[:limit]
    parts = []
    for place, field in enumerate(_value_fields(kind)):
        pair = _find_differences(rows[f"{field}_before"], rows[f"{field}_after"])
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
        differs |= _find_differences(merged[f"{field}_before"], merged[f"{field}_after"])
    rows = merged[differs].reset_index(drop=True)
    return rows.assign(change=rows["change"].astype(object).map(_MERGED))


def _value_fields(kind: ImportKind) -> list[str]:
    return [column for column in STORED[kind] if column not in KEYS[kind]]


def _find_differences(before: pd.Series, after: pd.Series) -> "pd.Series[bool]":
    """Mask of where two columns differ; values missing or "" in both are equal."""
    before, after = before.mask(before == ""), after.mask(after == "")
    one_missing = before.isna() != after.isna()
    both_there = before.notna() & after.notna()
    return one_missing | (both_there & (before != after).fillna(value=False).astype(bool))


def _format_values(values: pd.Series) -> pd.Series:
    return values.map(_format_value).astype("str")


def _format_value(value: Any) -> str:
    """Format a value as text: the shortest that is unique to a number, a digest of a geometry."""
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()[:8]
    if pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-")
    return str(value)
