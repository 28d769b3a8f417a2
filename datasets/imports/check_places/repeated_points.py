"""Find points that are twice in a file: with one code, or with one name at one place."""

import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.model import FaultCode

SAME_PLACE_M = 20.0  # two facilities of one type and name this close are one
_M_A_DEGREE = 111_320.0
_APART_M = 1e8  # metres, more than the circumference of the earth; coordinates keep centimetres


def find_repeated_points(rows: pd.DataFrame, own_code: np.ndarray, review: RowReview) -> np.ndarray:
    """Report repeated rows; return a mask of those that repeat an earlier row and are left out.

    Wholly the same rows are DUPLICATE and left out. Rows of one code that differ are CONTRADICTION and refused, all
    of them. Rows of one type and name at one place are DUPLICATE: left out where the office gave them no codes of their
    own, only reported where it did.
    """
    repeats = _find_same_codes(rows, review)
    twins = _find_same_places(rows, np.flatnonzero(~review.wrong & ~repeats))
    doubled = twins >= 0
    sheets, numbers = review.places["sheet"], review.places["row"]

    def first(listed: np.ndarray) -> list[str]:
        return [f"{sheets.iloc[twins[row]]} {numbers.iloc[twins[row]]}".strip() for row in listed]

    review.warn(FaultCode.DUPLICATE, doubled, rows["name"], first)
    refused: np.ndarray = repeats | (doubled & ~own_code)
    return refused


def _find_same_codes(rows: pd.DataFrame, review: RowReview) -> np.ndarray:
    fine = pd.Series(~review.wrong)
    shared = rows["code"].duplicated(keep=False) & rows["code"].where(fine).duplicated(keep=False) & fine
    repeats = np.zeros(len(rows), dtype=bool)
    among = rows[shared.to_numpy()]
    if among.empty:
        return repeats
    compared = among.drop(columns="match").astype(str)
    whole = pd.Series(pd.util.hash_pandas_object(compared, index=False).to_numpy(), index=among.index)
    differs = whole.groupby(among["code"]).transform("nunique") > 1
    again = among["code"].duplicated() & ~differs
    repeats[among.index[again]] = True
    contradicting = np.zeros(len(rows), dtype=bool)
    contradicting[among.index[differs]] = True
    review.warn(FaultCode.DUPLICATE, repeats, rows["code"])
    review.refuse(FaultCode.CONTRADICTION, contradicting, rows["code"], rows["name"])
    return repeats


def _find_same_places(rows: pd.DataFrame, among: np.ndarray) -> np.ndarray:
    """Find for each row the earlier one of the same type and name within ``SAME_PLACE_M``; -1 without."""
    twins = np.full(len(rows), -1)
    key = pd.factorize(rows["type"].astype(str).iloc[among] + "\0" + rows["name"].iloc[among])[0]
    named_twice = pd.Series(key).duplicated(keep=False).to_numpy()
    among, key = among[named_twice], key[named_twice]
    lat = rows["latitude"].to_numpy()[among]
    x = rows["longitude"].to_numpy()[among] * _M_A_DEGREE * np.cos(np.radians(lat))
    y = lat * _M_A_DEGREE
    cell = pd.DataFrame({"key": key, "x": x // SAME_PLACE_M, "y": y // SAME_PLACE_M})
    # One row a name and cell, and names shifted far apart from each other, so that few pairs are compared.
    cell["row"] = np.arange(len(cell))
    first = cell.groupby(["key", "x", "y"], sort=False)["row"].transform("first").to_numpy()
    again = first != cell["row"].to_numpy()
    twins[among[again]] = among[first[again]]
    lone = np.flatnonzero(~again)
    points = shapely.points(x[lone] + key[lone] * _APART_M, y[lone])
    left, right = shapely.STRtree(points).query(points, predicate="dwithin", distance=SAME_PLACE_M)
    pairs = right < left
    twins[among[lone[left[pairs]]]] = among[lone[right[pairs]]]
    return twins
