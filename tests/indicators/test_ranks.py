"""The one rule of ranks."""

import pandas as pd
import pytest

from indicators.definition import Direction
from indicators.ranks import rank_values
from tests.indicators.test_definition import indicator


@pytest.mark.parametrize(
    ("direction", "expected"),
    [(Direction.HIGHER, [1, 1, 3]), (Direction.LOWER, [2, 2, 1]), (Direction.NEUTRAL, [1, 1, 3])],
)
def test_values_that_read_alike_share_a_rank(direction, expected):
    values = pd.Series({"a": 2.401, "b": 2.404, "c": 2.39, "d": None}, dtype=float)
    found = rank_values(values, indicator(direction=direction, decimals=2))
    assert found["a":"c"].tolist() == expected
    assert pd.isna(found["d"])
