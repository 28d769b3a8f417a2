"""What the page of facilities says, word by word."""

import pytest

from layouts.words.findings.coverage import describe_distances, describe_map, describe_worst

REACH = ("小学", "3公里")


@pytest.mark.parametrize(
    ("share", "outside", "said"),
    [
        (76.2, {"甲": 30_000, "乙": 10_000}, "全市76.2%的居民在小学3公里以内；以外的最多在甲（3万人，占75.0%）"),
        (76.2, {"甲": 500.2, "乙": 499.9}, "全市76.2%的居民在小学3公里以内；以外的最多在甲、乙（各500人）"),
        (76.2, {"甲": 500}, "全市76.2%的居民在小学3公里以内；以外的最多在甲（500人）"),
        (99.99, {"甲": 5, "乙": 0}, "全市99.99%的居民在小学3公里以内；以外的最多在甲（5人，占100.0%）"),
        (100, {"甲": 0, "乙": 0}, "全市居民都在小学3公里以内"),
        (None, {"甲": 5}, ""),
    ],
)
def test_the_map_says_who_is_within_reach_and_where_the_others_live(share, outside, said):
    assert describe_map(share, outside, REACH, estimated=False) == said


def test_estimated_places_are_said():
    assert describe_map(100, {"甲": 0}, REACH, estimated=True) == "全市居民都在小学3公里以内（居民位置为估计）"


@pytest.mark.parametrize(
    ("city", "counties", "said"),
    [
        (4.24, {"甲": 9.1, "乙": 3}, "全市九成居民到最近的小学不超过 4.2 公里，最远的甲为 9.1 公里"),
        (4.24, {"甲": 9.11, "乙": 9.12, "丙": 1}, "全市九成居民到最近的小学不超过 4.2 公里，最远的甲、乙为 9.1 公里"),
        (4.24, {"甲": 4.2, "乙": 4.2}, "全市九成居民到最近的小学不超过 4.2 公里"),
        (4.24, {"甲": 4.24}, "全市九成居民到最近的小学不超过 4.2 公里"),
        (None, {"甲": 4.24}, ""),
    ],
)
def test_the_measures_say_how_far_nine_tenths_have_it(city, counties, said):
    assert describe_distances(city, counties, "公里", "小学") == said


def test_the_list_says_who_is_most_in_need():
    large, far = ("东村", "甲", 1200.0), ("西村", "乙", 12.34)
    assert describe_worst("residents", [large]) == "人口最多的是东村（甲，1,200人）"
    assert describe_worst("residents", [large] * 3) == "人口最多的是东村（甲）等3个（各1,200人）"
    assert describe_worst("distance", [far]) == "离得最远的是西村（乙，12.3公里）"
    assert describe_worst("distance", [("西村", "甲", float("inf"))]) == "离得最远的是西村（甲，不可达）"
    assert describe_worst("residents", []) == "所有居民点都在标准以内"
