"""The sentence over a map and over a ranking, word by word."""

from math import nan

import pytest

from indicators.definition import Direction
from indicators.findings.extremes import find_extremes, find_group_end
from layouts.words.findings.values import Named, describe_map, describe_ranking
from tests.indicators.test_definition import indicator

NAMES = {"a": "甲", "b": "乙", "c": "丙", "d": "丁", "e": "戊"}
GROUPS = {"a": "north", "b": "north", "c": "south", "d": "south", "e": "south"}
CALLED = {"north": "北部", "south": "南部"}


def ranking(values: dict[str, float], small: tuple[str, ...] = (), **own: object) -> str:
    return describe_ranking(find_extremes(values, small, 1), Named(indicator(**own), NAMES), small)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"a": 4, "b": 2, "c": 3}, "甲最高，是最低的乙的 2.0 倍"),
        ({"a": 4, "b": 2, "c": 4}, "甲、丙并列最高，是最低的乙的 2.0 倍"),
        ({"a": 4, "b": 2, "c": nan}, "2个县中甲最高，是最低的乙的 2.0 倍（丙缺）"),
        ({"a": 4, "b": 0}, "甲最高，比最低的乙高 4.0 张"),
        ({"a": 102, "b": 100}, "甲最高，乙最低，相差不到 5%"),
        ({"a": 2, "b": 2}, "2个县都是 2.0 张"),
        ({"a": 2}, "甲 2.0 张"),
        ({"a": 2, "b": nan, "c": nan}, "只有甲有数据：2.0 张（其余2个县缺）"),
        ({"a": nan}, "该年没有任何县的数据"),
        ({"a": 3000, "b": 2}, "甲最高，是最低的乙的 1,500 倍"),
        ({"a": 5, "b": 5, "c": 5, "d": 5, "e": 1}, "甲等4个县并列最高，是最低的戊的 5.0 倍"),
    ],
)
def test_a_ranking_says_who_is_first_and_last(values, said):
    assert ranking(values) == said


def test_where_lower_is_better_the_lowest_comes_first():
    assert ranking({"a": 4, "b": 2}, direction=Direction.LOWER) == "乙最低，最高的甲是其 2.0 倍"
    assert ranking({"a": 4, "b": 0}, direction=Direction.LOWER) == "乙最低，甲最高，相差 4.0 张"


def test_shares_differ_by_points():
    assert ranking({"a": 4, "b": 0}, unit="%") == "甲最高，比最低的乙高 4.0 个百分点"


def test_few_events_are_said():
    assert ranking({"a": 4, "b": 2, "c": 9}, ("c",)) == "2个县中甲最高，是最低的乙的 2.0 倍（丙数量太少，不比较）"
    assert ranking({"c": 9}, ("c",)) == "各县数量太少，不作比较"


def test_estimates_are_said():
    found = find_extremes({"a": 4, "b": 2}, (), 1)
    assert (
        describe_ranking(found, Named(indicator(), NAMES, estimated=True)) == "甲最高，是最低的乙的 2.0 倍（含估计值）"
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1, 2, 3, 4, 5], "北部2个县都低于南部；甲 1.0 最低，戊 5.0 最高"),
        ([9, 2, 3, 4, 5], "乙 2.0 最低，甲 9.0 最高"),
        ([4, 6, 1, 2, 3], "北部2个县都高于南部；丙 1.0 最低，乙 6.0 最高"),
        ([4, 2, 1, 1, 5], "丙、丁 1.0 并列最低，戊 5.0 最高"),
        ([9, 5, 1, 2, 3], "北部2个县都高于南部；丙 1.0 最低，甲 9.0 最高"),
        ([nan, 2, 3, 4, 5], "4个县中乙 2.0 最低，戊 5.0 最高（甲缺）"),
    ],
)
def test_a_map_says_the_range_and_what_a_group_holds(values, said):
    own = dict(zip(NAMES, map(float, values), strict=True))
    end = find_group_end(own, GROUPS, 1, "north")
    assert describe_map(find_extremes(own, (), 1), end, Named(indicator(), NAMES), CALLED) == said
