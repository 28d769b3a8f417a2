"""The sentences over the charts of policy targets and of the index."""

import pytest

from indicators.definition import Domain
from indicators.policy.index import Score
from indicators.policy.progress import Status
from layouts.words.findings.targets import (
    describe_index,
    describe_index_gap,
    describe_missed,
    describe_timeline,
    list_edges,
)

MISSED, REACHED, NO_DATA = Status.MISSED, Status.REACHED, Status.NO_DATA


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"甲局": {MISSED: 3, REACHED: 1}, "乙局": {MISSED: 1}}, "到期未达最多的是甲局（3项，共4项）"),
        ({"甲局": {MISSED: 2}, "乙局": {MISSED: 2, REACHED: 9}}, "到期未达最多的是甲局、乙局（各2项）"),
        ({"甲局": {REACHED: 2}, "乙局": {NO_DATA: 1}}, "没有一项到期未达（另有1项不能判断）"),
        ({"甲局": {REACHED: 2}}, "没有一项到期未达"),
        ({}, ""),
    ],
)
def test_who_has_missed_most(counts, said):
    assert describe_missed(counts) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({2014: {MISSED: 1, REACHED: 3}, 2016: {MISSED: 2}, 2020: {MISSED: 9}}, "截至2016年到期的6项中，3项未达到"),
        ({2014: {MISSED: 1, NO_DATA: 2}}, "截至2016年到期的3项中，1项未达到，2项不能判断"),
        ({2020: {Status.NOT_DUE: 4}}, "截至2016年没有到期的目标"),
    ],
)
def test_how_many_are_late(counts, said):
    assert describe_timeline(counts, 2016) == said


def score(total: float | None) -> Score:
    return Score({}, {}, total)


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ([98.6, 94.2, 97], "总分甲最高（98.6 分），乙最低（94.2 分）"),
        ([98.64, 94.2, 98.59], "总分甲、丙最高（98.6 分），乙最低（94.2 分）"),
        ([98.6, None, 97], "总分甲最高（98.6 分），丙最低（97.0 分）（乙数据不足，不计总分）"),
        ([97, 97, 97], "3个县总分都是 97.0 分"),
        ([None, None, None], "各县数据都不足，不计总分"),
    ],
)
def test_who_has_the_highest_and_the_lowest_total(totals, said):
    names = {"a": "甲", "b": "乙", "c": "丙"}
    assert describe_index(dict(zip(names, map(score, totals), strict=True)), names) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ({Domain.EDUCATION: -1.1, Domain.HEALTH: 0.2}, "北部平均总分比南部低 0.9 分，教育（−1.1）影响最大"),
        ({Domain.EDUCATION: 0.5, Domain.HEALTH: 2}, "北部平均总分比南部高 2.5 分，医疗卫生（+2.0）影响最大"),
        ({Domain.EDUCATION: 0.01}, "北部与南部平均总分相差不到 0.1 分"),
        ({}, ""),
    ],
)
def test_how_far_the_groups_are_apart_and_why(gap, said):
    assert describe_index_gap(gap, ("北部", "南部")) == said


@pytest.mark.parametrize(
    ("lowest", "edges"),
    [(82.5, (84, 88, 92, 96)), (97, (96, 97, 98, 99)), (0, (20, 40, 60, 80)), (60, (60, 70, 80, 90))],
)
def test_the_grounds_part_the_scores_that_there_are(lowest, edges):
    assert list_edges([100, lowest]) == edges
