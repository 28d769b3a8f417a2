"""A fault of what a row says of its figure is told of the column that says it, not of the figure's."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from datasets.imports.model import CheckResult, ColumnRole, FaultCode

_AREA = (ColumnRole.AREA_NAME, ColumnRole.AREA_CODE)
_SAID_IN: dict[FaultCode, tuple[ColumnRole, ...]] = {
    FaultCode.AREA_UNKNOWN: _AREA,
    FaultCode.AREA_AMBIGUOUS: _AREA,
    FaultCode.AREA_FOREIGN: _AREA[::-1],
    FaultCode.AREA_DISAGREES: _AREA,
    FaultCode.NOT_A_YEAR: (ColumnRole.YEAR,),
    FaultCode.YEAR_IS_A_DATE: (ColumnRole.YEAR,),
    FaultCode.VARIABLE_UNKNOWN: (ColumnRole.VARIABLE,),
    FaultCode.VARIABLE_FIXED: (ColumnRole.VARIABLE,),
    FaultCode.UNIT_UNKNOWN: (ColumnRole.UNIT,),
    FaultCode.KIND_UNKNOWN: (ColumnRole.KIND,),
    FaultCode.SOURCE_MISSING: (ColumnRole.SOURCE,),
}


def move_faults_to_columns(checked: CheckResult, labels: Mapping[ColumnRole, str]) -> CheckResult:
    """The check with each such fault in its own column; ``labels`` are letter and heading of the sheet's columns.

    What no column says stays with the figure. A text of digits that names no area stands in the column of codes.
    """
    faults = checked.report.faults
    if faults.empty:
        return checked
    columns = [_column(code, found, labels) for code, found in zip(faults["code"], faults["found"], strict=True)]
    own = pd.Series(columns, index=faults.index, dtype=object)
    told = faults.assign(column=own.where(own.notna(), faults["column"]).astype("str"))
    return replace(checked, report=replace(checked.report, faults=_once_a_cell(told)))


def _once_a_cell(faults: pd.DataFrame) -> pd.DataFrame:
    """One fault where the figures of a row share one of its cells; it counts for all of them."""
    texts = [name for name in faults.columns if name != "count"]
    count = faults.groupby(texts, sort=False)["count"].transform("sum")
    return faults.assign(count=count)[~faults.duplicated(texts)].reset_index(drop=True)


def _column(code: str, found: str, labels: Mapping[ColumnRole, str]) -> str | None:
    roles = _SAID_IN.get(FaultCode(code), ())
    if roles == _AREA and found.strip().isdigit():
        roles = roles[::-1]
    return next((labels[role] for role in roles if role in labels), None)
