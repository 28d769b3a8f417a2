"""The observations file: one figure a row, with its unit, kind and source; read strictly or refused with reasons.

Columns: ``area_code, year, variable, value, unit, kind, source, note``. A variable is one of ``variables.toml``, or an
indicator's id where only the finished rate is known. UTF-8, comma separated.
"""

from pathlib import Path

import pandas as pd

from indicators.definition import Indicator, Kind, Variable

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
    """The file's figures in canonical units: columns ``variable, area_code, year, value, kind, source``.

    ``area_codes`` maps every accepted code, former ones too, to the code in force. Faults are appended as sentences
    with the file's name and line; a row with a fault is left out.
    """
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    if list(raw.columns) != COLUMNS:
        faults.append(f"{path.name} line 1: expected the columns {', '.join(COLUMNS)}, got {', '.join(raw.columns)}")
        return pd.DataFrame(columns=[*KEY, "value", "kind", "source"])
    units = {key: variable.unit for key, variable in variables.items()} | {
        key: indicator.unit for key, indicator in indicators.items() if key not in variables
    }
    year = pd.to_numeric(raw["year"], errors="coerce")
    value = pd.to_numeric(raw["value"], errors="coerce")
    factor = pd.Series([_factor(row.variable, row.unit, units, variables) for row in raw.itertuples()], dtype=float)
    bounds = _bounds(raw["variable"], variables, indicators)
    code = raw["area_code"].map(area_codes)
    canonical = value * factor
    checks = [
        (code.isna(), "area_code", "a code of this region"),
        (~year.isin(YEARS), "year", "a whole year, such as 2016"),
        (~raw["variable"].isin(units), "variable", "a name in variables.toml or an indicator's id"),
        (value.isna() | value.abs().eq(float("inf")), "value", "a finite number"),
        (factor.isna() & raw["variable"].isin(units), "unit", "the variable's unit or one it accepts"),
        ((canonical < bounds[0]) | (canonical > bounds[1]), "value", "a number within the variable's range"),
        (~raw["kind"].isin(list(Kind)), "kind", f"one of {', '.join(Kind)}"),
        (raw["source"].str.strip() == "", "source", "where the figure comes from"),
        (raw.assign(area_code=code).duplicated(KEY), "variable", "one figure per area, year and variable"),
    ]
    wrong = pd.Series(data=False, index=raw.index)
    for mask, column, expected in checks:
        faults += [_fault(path, raw, row, column, expected) for row in raw.index[mask]]
        wrong |= mask
    checked = pd.DataFrame(
        {
            "variable": raw["variable"],
            "area_code": code,
            "year": year,
            "value": canonical,
            "kind": raw["kind"],
            "source": raw["source"],
        }
    )[~wrong]
    return checked.astype({"year": int})


def _factor(variable: str, unit: str, units: dict[str, str], variables: dict[str, Variable]) -> float | None:
    if variable in variables:
        return variables[variable].factor(unit)
    return 1.0 if units.get(variable) == unit else None


def _bounds(
    names: pd.Series, variables: dict[str, Variable], indicators: dict[str, Indicator]
) -> tuple[pd.Series, pd.Series]:
    declared: dict[str, Variable | Indicator] = {**indicators, **variables}
    lowest = {key: entry.minimum for key, entry in declared.items()}
    highest = {key: entry.maximum for key, entry in declared.items()}
    return names.map(lowest).astype(float), names.map(highest).astype(float)


def _fault(path: Path, raw: pd.DataFrame, row: int, column: str, expected: str) -> str:
    subject = f" ({raw.at[row, 'variable']})" if column in ("value", "unit") else ""
    return f"{path.name} line {row + 2}: {column}{subject}: expected {expected}, got '{raw.at[row, column]}'"
