"""Read an observations file: one figure a row, with its unit, kind and source.

Columns: ``area_code, year, variable, value, unit, kind, source, note``. A variable is one of ``variables.toml``, or an
indicator's id where only the finished rate is known. UTF-8, comma separated.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from datasets.files.csv_rows import Check, describe_failing_rows, read_csv_as_text
from datasets.files.decimals import multiply_exactly
from indicators.definition import Indicator, ValueKind, Variable, map_ids

COLUMNS = ["area_code", "year", "variable", "value", "unit", "kind", "source", "note"]
KEY = ["variable", "area_code", "year"]
YEARS = range(1949, 2101)


def read_observations(
    path: Path,
    area_codes: dict[str, str],
    variables: dict[str, Variable],
    indicators: dict[str, Indicator],
    faults: list[str],
) -> pd.DataFrame:
    """Read a file's figures in canonical units: columns ``variable, area_code, year, value, kind, source, note``.

    ``area_codes`` maps every accepted code, former ones too, to the code in force. Faults are appended as sentences
    with the file's name and line; a row with a fault is left out.
    """
    raw = read_csv_as_text(path, COLUMNS, faults)
    if raw is None:
        return pd.DataFrame(columns=[*KEY, "value", "kind", "source", "note"])
    declared: dict[str, Variable | Indicator] = {**indicators, **variables}
    names = raw["variable"].replace(map_ids(indicators))
    known = names.isin(list(declared))
    factor = _unit_factors(names, raw["unit"], declared)
    value = pd.to_numeric(raw["value"], errors="coerce").astype(float)
    figures = pd.DataFrame(
        {
            "variable": names,
            "area_code": raw["area_code"].map(area_codes),
            "year": pd.to_numeric(raw["year"], errors="coerce"),
            "value": multiply_exactly(value.to_numpy(), factor.to_numpy()),
            "kind": raw["kind"],
            "source": raw["source"].str.strip(),
            "note": raw["note"].str.strip(),
        }
    )
    lowest = names.map({key: entry.minimum for key, entry in declared.items()}).astype(float)
    highest = names.map({key: entry.maximum for key, entry in declared.items()}).astype(float)
    checks: list[Check] = [
        (figures["area_code"].isna(), "area_code", "a code of this region"),
        (~figures["year"].isin(YEARS), "year", "a whole year, such as 2016"),
        (~known, "variable", "a name in variables.toml or an indicator's id"),
        (~pd.Series(np.isfinite(value)), "value", "a finite number"),
        (factor.isna() & known, "unit", "the variable's unit or one it accepts"),
        ((figures["value"] < lowest) | (figures["value"] > highest), "value", "a number in the variable's range"),
        (~figures["kind"].isin(list(ValueKind)), "kind", f"one of {', '.join(ValueKind)}"),
        (figures["source"] == "", "source", "where the figure comes from"),
        (figures.duplicated(KEY), "variable", "one figure per area, year and variable"),
    ]
    faults += describe_failing_rows(path, raw, checks)
    wrong = np.logical_or.reduce([failing.to_numpy() for failing, _, _ in checks])
    valid: pd.DataFrame = figures[~wrong].astype({"year": int})
    return valid


def _unit_factors(names: pd.Series, units: pd.Series, declared: Mapping[str, Variable | Indicator]) -> pd.Series:
    """The factor of each value to the canonical unit, NaN where its unit is not accepted."""
    pairs = zip(names, units, strict=True)
    factors = [declared[name].factor(unit) if name in declared else None for name, unit in pairs]
    return pd.Series(factors, index=names.index, dtype=float)
