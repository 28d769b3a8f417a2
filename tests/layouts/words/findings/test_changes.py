"""The sentence over a trend."""

import pytest

from indicators.definition import Direction
from indicators.findings.changes import Changes, GapChange
from indicators.gaps.gaps import Averaging
from layouts.words.findings.changes import describe_changes, describe_gap_change
from layouts.words.findings.values import Named
from tests.indicators.test_definition import indicator

NAMED = Named(indicator(), dict(zip("abcde", "甲乙丙丁戊", strict=True)))


def gap(before: float, after: float, direction: Direction = Direction.HIGHER) -> str:
    return describe_gap_change(GapChange(2010, 2020, before, after, Averaging.SIMPLE), ("北部", "南部"), direction)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (0.769, 0.894, "2010—2020年北部为南部的比例由 76.9% 升到 89.4%（县均值），差距缩小"),
        (0.9, 0.7, "2010—2020年北部为南部的比例由 90.0% 降到 70.0%（县均值），差距扩大"),
        (1.07, 0.753, "2010—2020年北部为南部的比例由 107.0% 降到 75.3%（县均值），由不落后转为落后"),
        (0.9, 1.0, "2010—2020年北部为南部的比例由 90.0% 升到 100.0%（县均值），由落后转为不落后"),
        (0.7, 0.7, "2010—2020年北部仍为南部的 70.0%（县均值），差距没有变化"),
    ],
)
def test_the_ratio_and_the_course_of_the_gap(before, after, said):
    assert gap(before, after) == said


def test_a_folded_ratio_is_told_as_one():
    said = "2010—2020年北部按逆向指标折算为南部水平的比例由 57.8% 升到 64.5%（县均值），差距缩小"
    assert gap(0.578, 0.645, Direction.LOWER) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Changes(2010, 2020, tuple("abcde"), (), ()), "2010—2020年5个县都上升"),
        (Changes(2010, 2020, tuple("abcd"), ("e",), ()), "2010—2020年5个县中4个上升、1个下降（戊）"),
        (Changes(2010, 2020, ("a",), (), (), ("b",)), "2010—2020年1个县上升（乙缺）"),
        (
            Changes(2010, 2020, ("a", "b"), (), (), (), ("c",), ("d",)),
            "2010—2020年2个县都上升（丁数量太少，不比较；丙区划有变，不比较）",
        ),
        (Changes(2010, 2020, (), (), (), tuple("abcde")), "2010—2020年没有一个县前后可比"),
        (None, "只有2010年的数据，不成趋势"),
    ],
)
def test_without_a_gap_the_areas_are_counted(found, said):
    assert describe_changes(found, NAMED, [2010]) == said
