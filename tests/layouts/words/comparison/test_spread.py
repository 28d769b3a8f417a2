"""What is said of the townships of one county: known sentences."""

from math import nan

import pytest

from indicators.definition import Direction, Formula
from indicators.gaps.spread import measure_spread
from layouts.words.comparison.spread import Level, spread_change, spread_verdict
from tests.indicators.test_definition import indicator

NAMES = {"a": "甲镇", "b": "乙镇", "c": "丙镇"}
COUNTY = Level("某县", 3.0)


def verdict(values: dict[str, float], level: Level | None = COUNTY, **own: object) -> dict[str, str]:
    one = indicator(**{"formula": Formula("beds", "residents")} | own)
    return spread_verdict(
        measure_spread(values, set(), level.value if level else None, one.direction), one, NAMES, level
    )


@pytest.mark.parametrize(
    ("values", "own", "title"),
    [
        ({"a": 2, "b": 5, "c": 1}, {}, "3个乡镇中2个低于某县水平（3.0 张）：丙镇、甲镇"),
        ({"a": 2, "b": 5}, {"direction": Direction.LOWER}, "2个乡镇中1个高于某县水平（3.0 张）：乙镇"),
        ({"a": 3, "b": 5}, {}, "2个乡镇都不低于某县水平（3.0 张）"),
        ({"a": 2, "b": 5}, {"direction": Direction.NEUTRAL}, "2个乡镇：乙镇最高，甲镇最低"),
        ({"a": 2, "b": nan}, {}, "只有一个乡镇有数据，不作比较"),
        ({"a": nan}, {}, "没有一个乡镇有可以比较的数据"),
        ({"a": 1, "b": 0}, {"yes_no": True}, "2个乡镇中1个为“是”"),
    ],
)
def test_the_finding_names_who_falls_short(values, own, title):
    assert verdict(values, **own)["title"] == title


def test_both_ends_their_distance_and_who_is_missing_are_told():
    found = verdict({"a": 2, "b": 5, "c": nan})["detail"]
    assert found == "最高 乙镇 5.0，最低 甲镇 2.0，相差 3.0 张、2.5倍；乡镇均值 3.5；丙镇暂无数据"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": 2, "b": 5}, {"a": 3, "b": 5}, "乡镇之间的差距缩小"),
        ({"a": 2, "b": 5}, {"a": 2, "b": 7}, "乡镇之间的差距扩大"),
        ({"a": 2, "b": 5}, {"a": 2, "b": nan}, "乡镇之间的差距不作比较"),
    ],
)
def test_a_spread_is_followed_where_the_same_townships_are_known(before, after, told):
    one = indicator(formula=Formula("beds", "residents"))
    spreads = tuple(measure_spread(values, set(), None, one.direction) for values in (before, after))
    assert spread_change((spreads[0], spreads[1]), (2010, 2016), one)["title"] == told
