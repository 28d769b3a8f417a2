"""The one rule of ranks, on every page, in pictures, packs and downloads."""

from typing import TypeVar

import pandas as pd

from indicators.definition import Direction, Indicator

Values = TypeVar("Values", pd.Series, pd.DataFrame)


def rank_values(values: Values, indicator: Indicator) -> Values:
    """1 for the best (the highest of a neutral indicator); equal values share a rank, a missing one (NaN) has none.

    Of a frame every column is ranked by itself.
    They are compared rounded to the indicator's decimals: areas whose figures read alike are not told apart, and no
    classes of a map change a rank.
    """
    return values.round(indicator.decimals).rank(method="min", ascending=indicator.direction is Direction.LOWER)
