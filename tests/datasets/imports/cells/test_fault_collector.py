"""Faults as they are collected: all counted, the first of each code listed, errors before warnings."""

import numpy as np
import pandas as pd

from datasets.imports.cells.fault_collector import FAULT_COLUMNS, FaultCollector, RowReview
from datasets.imports.model import Fault, FaultCode, Severity


def rows(count: int) -> pd.DataFrame:
    return pd.DataFrame({"sheet": "数据", "row": range(2, count + 2), "column": "D 数值"})


def test_a_fault_is_listed_with_its_place_and_texts():
    faults = FaultCollector()
    faults.add(FaultCode.NOT_A_NUMBER, rows(1), pd.Series(["abc"], index=[7]), "数字")
    listed = faults.frame()
    assert list(listed.columns) == FAULT_COLUMNS
    assert listed.to_numpy().tolist() == [["not_a_number", "abc", "数字", "数据", 2, "D 数值", "error", 1]]


def test_faults_beyond_the_limit_are_counted_and_not_listed():
    faults = FaultCollector(listed=3)
    faults.add(FaultCode.JUMP, rows(2))
    faults.add(FaultCode.JUMP, rows(2))
    faults.add(FaultCode.FORMULA, rows(1))
    assert faults.counts == {FaultCode.JUMP: 4, FaultCode.FORMULA: 1}
    assert faults.frame()["code"].value_counts().to_dict() == {"jump": 3, "formula": 1}


def test_places_may_be_only_the_first_of_a_larger_count():
    faults = FaultCollector()
    faults.add(FaultCode.JUMP, rows(2), count=500)
    assert (faults.counts[FaultCode.JUMP], len(faults.frame())) == (500, 2)


def test_errors_stand_before_warnings_and_both_in_the_order_of_the_file():
    faults = FaultCollector()
    faults.add(FaultCode.JUMP, rows(1), severity=Severity.WARNING)
    faults.add(FaultCode.FORMULA, rows(2).iloc[::-1])
    assert faults.frame()[["severity", "row"]].to_numpy().tolist() == [["error", 2], ["error", 3], ["warning", 2]]


def test_a_fault_of_the_file_stands_alone():
    faults = FaultCollector()
    faults.add_one(Fault(FaultCode.NO_TABLE, sheet="空表"))
    assert faults.frame()[["code", "sheet", "row"]].to_numpy().tolist() == [["no_table", "空表", 0]]


def test_no_fault_is_an_empty_frame_of_the_same_columns():
    faults = FaultCollector()
    faults.add(FaultCode.JUMP, rows(0))
    assert (list(faults.frame().columns), faults.counts) == (FAULT_COLUMNS, {})


def test_what_is_refused_is_wrong_and_what_is_warned_of_is_not():
    review = RowReview(rows(3), FaultCollector())
    review.refuse(FaultCode.FORMULA, np.array([True, False, False]), pd.Series(["a", "b", "c"]))
    review.warn(FaultCode.JUMP, np.array([False, False, True]), lambda at: [f"row {row}" for row in at])
    assert review.wrong.tolist() == [True, False, False]
    assert review.faults.frame()[["row", "found"]].to_numpy().tolist() == [[2, "a"], [4, "row 2"]]


def test_a_fault_that_every_row_shares_is_told_once_with_its_count():
    review = RowReview(rows(16), FaultCollector())
    review.refuse(FaultCode.SOURCE_MISSING, np.ones(16, dtype=bool))
    assert review.faults.frame()[["row", "column", "count"]].to_numpy().tolist() == [[0, "D 数值", 16]]
    assert review.faults.counts == {FaultCode.SOURCE_MISSING: 16}


def test_a_fault_of_every_row_and_column_is_told_once_for_all_of_them():
    places = pd.concat([rows(3), rows(3).assign(column="E 数值")], ignore_index=True)
    review = RowReview(places, FaultCollector())
    review.refuse(FaultCode.SOURCE_MISSING, np.ones(6, dtype=bool))
    assert review.faults.frame()[["row", "column", "count"]].to_numpy().tolist() == [[0, "", 6]]


def test_a_fault_that_one_row_does_not_share_is_told_row_by_row():
    review = RowReview(rows(3), FaultCollector())
    review.refuse(FaultCode.SOURCE_MISSING, np.array([True, True, False]))
    assert review.faults.frame()[["row", "count"]].to_numpy().tolist() == [[2, 1], [3, 1]]


def test_rows_that_fail_with_texts_of_their_own_are_told_row_by_row():
    review = RowReview(rows(3), FaultCollector())
    review.refuse(FaultCode.NOT_A_NUMBER, np.ones(3, dtype=bool), pd.Series(["a", "a", "b"]))
    assert review.faults.frame()["found"].tolist() == ["a", "a", "b"]
