"""Move faults of a row's area, year, unit and the like to the column that holds them, away from the figure's."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from datasets.imports.model import CheckResult, ColumnRole, FaultCode

_AREA_ROLES = (ColumnRole.AREA_NAME, ColumnRole.AREA_CODE)
_ROLES_OF_CODE: dict[FaultCode, tuple[ColumnRole, ...]] = {
    FaultCode.AREA_UNKNOWN: _AREA_ROLES,
    FaultCode.AREA_AMBIGUOUS: _AREA_ROLES,
    FaultCode.AREA_FOREIGN: _AREA_ROLES[::-1],
    FaultCode.AREA_DISAGREES: _AREA_ROLES,
    FaultCode.NOT_A_YEAR: (ColumnRole.YEAR,),
    FaultCode.YEAR_IS_A_DATE: (ColumnRole.YEAR,),
    FaultCode.VARIABLE_UNKNOWN: (ColumnRole.VARIABLE,),
    FaultCode.VARIABLE_FIXED: (ColumnRole.VARIABLE,),
    FaultCode.UNIT_UNKNOWN: (ColumnRole.UNIT,),
    FaultCode.KIND_UNKNOWN: (ColumnRole.KIND,),
    FaultCode.SOURCE_MISSING: (ColumnRole.SOURCE,),
}


def move_faults_to_columns(checked: CheckResult, labels: Mapping[ColumnRole, str]) -> CheckResult:
    """Move each such fault to its own column; ``labels`` are letter and heading of the sheet's columns.

    What no column says stays with the figure. A text of digits that names no area stands in the column of codes.
    """
    faults = checked.report.faults
    if faults.empty:
        return checked
    columns = [_find_column(code, found, labels) for code, found in zip(faults["code"], faults["found"], strict=True)]
    own = pd.Series(columns, index=faults.index, dtype=object)
    moved = faults.assign(column=own.where(own.notna(), faults["column"]).astype("str"))
    return replace(checked, report=replace(checked.report, faults=_merge_faults_of_cells(moved)))


def _merge_faults_of_cells(faults: pd.DataFrame) -> pd.DataFrame:
    """One fault where the figures of a row share one of its cells; it counts for all of them."""
    texts = [name for name in faults.columns if name != "count"]
    count = faults.groupby(texts, sort=False)["count"].transform("sum")
    return faults.assign(count=count)[~faults.duplicated(texts)].reset_index(drop=True)


def _find_column(code: str, found: str, labels: Mapping[ColumnRole, str]) -> str | None:
    roles = _ROLES_OF_CODE.get(FaultCode(code), ())
    if roles == _AREA_ROLES and found.strip().isdigit():
        roles = roles[::-1]
    return next((labels[role] for role in roles if role in labels), None)
