"""A fault is told of the column where the user corrects it."""

import pandas as pd
import pytest

from datasets.imports.model import CheckResult, ColumnRole, FaultCode, MatchReport
from datasets.imports.upload.fault_columns import move_faults_to_columns
from datasets.kinds import STORED, ImportKind

LABELS = {
    ColumnRole.AREA_CODE: "A 代码",
    ColumnRole.AREA_NAME: "B 地区",
    ColumnRole.YEAR: "C 年份",
    ColumnRole.VALUE: "D 床位",
}


def column_of(code: FaultCode, found: str, labels: dict[ColumnRole, str]) -> str:
    fault = {"code": code.value, "found": found, "allowed": "", "sheet": "s", "row": 5, "column": "D 床位", "count": 1}
    faults = pd.DataFrame([fault | {"severity": "error"}])
    rows = pd.DataFrame(columns=STORED[ImportKind.OBSERVATIONS])
    checked = CheckResult(ImportKind.OBSERVATIONS, rows, MatchReport(1, 0, faults=faults, counts={code: 1}))
    return str(move_faults_to_columns(checked, labels).report.faults["column"].iloc[0])


@pytest.mark.parametrize(
    ("code", "found", "column"),
    [
        (FaultCode.AREA_UNKNOWN, "无此县", "B 地区"),
        (FaultCode.AREA_UNKNOWN, "999999", "A 代码"),
        (FaultCode.NOT_A_YEAR, "去年", "C 年份"),
        (FaultCode.NOT_A_NUMBER, "4.O8", "D 床位"),
    ],
)
def test_a_fault_stands_in_the_column_that_says_it(code, found, column):
    assert column_of(code, found, LABELS) == column


def test_what_no_column_says_stays_with_the_figure():
    assert column_of(FaultCode.UNIT_UNKNOWN, "斤", LABELS) == "D 床位"
