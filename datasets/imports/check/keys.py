"""Keys of figures (variable, area, year): repeated and contradicting figures, and lookups in other years."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.check.quantities import Quantities
from datasets.imports.model import FaultCode
from datasets.shipped.observations import YEARS

SAME = 1e-9  # relative difference that two notations of one figure may have


@dataclass(frozen=True)
class FigureLookup:
    """Look up figures by key, many at once; ``keys`` are sorted, for a million by position is faster than by hash."""

    keys: np.ndarray
    values: np.ndarray

    def at(self, keys: np.ndarray) -> np.ndarray:
        """The values at ``keys``, NaN where there is none."""
        if not len(self.keys):
            return np.full(len(keys), np.nan)
        position = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[position] == keys, self.values[position], np.nan)


def index_figures(keys: np.ndarray, values: np.ndarray) -> FigureLookup:
    """Build the lookup of figures by key; of several with one key the first is taken."""
    order = np.argsort(keys, kind="stable")
    return FigureLookup(keys[order], values[order])


def encode_keys(variable: np.ndarray, area: np.ndarray, year: np.ndarray, areas: int) -> np.ndarray:
    """Encode the key of each figure as an integer; neighbouring years are neighbouring integers.

    ``variable`` and ``area`` are positions (of ``areas`` areas); the years are those of ``YEARS`` and at most five more
    on either side.
    """
    variable_and_area = variable.astype(np.int64) * areas + area
    keys: np.ndarray = variable_and_area * (len(YEARS) + 10) + (year.astype(np.int64) - YEARS.start + 5)
    return keys


def refuse_repeated_figures(keys: np.ndarray, quantities: Quantities, review: RowReview) -> np.ndarray:
    """Report rows that repeat or contradict another; return a mask of the repeats, which are left out.

    Only rows without a fault so far are compared. Of rows that agree the first is kept; of rows that contradict one
    another none is.
    """
    rows = np.flatnonzero(~review.wrong)
    repeats = np.zeros(len(keys), dtype=bool)
    own = pd.Series(keys[rows], index=rows)
    shared = own[own.duplicated(keep=False)]
    if shared.empty:
        return repeats
    values = pd.Series(quantities.value[shared.index], index=shared.index)
    groups = values.groupby(shared.to_numpy())
    spread = groups.transform("max") - groups.transform("min")
    disagrees = spread > SAME * values.abs().groupby(shared.to_numpy()).transform("max")
    rows_of = pd.Series(shared.index, index=shared.index)
    first = rows_of.groupby(shared.to_numpy()).transform("first")
    lowest = rows_of.groupby(shared.to_numpy()).transform(lambda own: values[own].idxmin())
    highest = rows_of.groupby(shared.to_numpy()).transform(lambda own: values[own].idxmax())
    nearer_lowest = (values - values[lowest].to_numpy()).abs() <= (values - values[highest].to_numpy()).abs()
    other = first.where(~disagrees, highest.where(nearer_lowest, lowest))
    repeats[shared.index[~disagrees & (first != shared.index)]] = True
    contradicting = np.zeros(len(keys), dtype=bool)
    contradicting[shared.index[disagrees]] = True

    def others(of: np.ndarray) -> list[str]:
        amounts = quantities.amounts(other[of].to_numpy())
        return [
            f"{cell_address(review.places, other[row])} = {amount}" for row, amount in zip(of, amounts, strict=True)
        ]

    review.warn(FaultCode.DUPLICATE, repeats, quantities.amounts, others)
    review.refuse(FaultCode.CONTRADICTION, contradicting, quantities.amounts, others)
    return repeats


def cell_address(places: pd.DataFrame, row: int) -> str:
    """Format the address of a cell as spreadsheets do: 数据!D5."""
    place = places.iloc[row]
    return f"{place['sheet']}!{str(place['column']).split(' ')[0]}{place['row']}"
