"""The sentences over the gap page's charts."""

import pandas as pd
import pytest

from indicators.definition import Variable
from indicators.policy.shortfalls import Needs
from layouts.words.findings.gaps import describe_needs

NAMES = {"a": "甲", "b": "乙"}
BEDS = Variable("床位", "张")


def needs(contributions: list[float], additions: list[int], rises: bool = True) -> Needs:
    rows = {"contribution": contributions, "addition": additions, "value": [1.0, 2.0]}
    return Needs(3, rises, False, pd.DataFrame(rows, index=["a", "b"]), 1, 3)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (needs([300, -20], [280, 0]), "北部共需增加 280 张（床位），甲缺口最大"),
        (needs([300, 300], [300, 300]), "北部共需增加 600 张（床位），甲、乙缺口最大"),
        (needs([-1, -2], [0, 0]), "北部已达到，无需增加"),
        (needs([30, 10], [30, 10], rises=False), "北部共需减少 40 张（床位），甲缺口最大"),
        (None, ""),
    ],
)
def test_how_much_it_takes_and_where_most_is_lacking(found, said):
    assert describe_needs(found, NAMES, "北部", BEDS) == said
