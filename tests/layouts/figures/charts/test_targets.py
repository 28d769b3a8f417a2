"""The heat map of targets and counties."""

from indicators.policy.progress import Status
from layouts.figures.charts.targets import HeatCell, heat_map


def test_two_targets_of_the_same_words_keep_a_row_of_their_own():
    cells = [HeatCell(0, "甲县", Status.REACHED, "达", "达到"), HeatCell(1, "甲县", Status.MISSED, "逾", "未达")]
    trace = heat_map(["收入（2016）", "收入（2016）"], ["甲县"], cells).data[0]
    assert list(trace.y) == [0, 1]
    assert [list(row) for row in trace.customdata] == [["达到"], ["未达"]]
    assert [list(row) for row in trace.text] == [["达"], ["逾"]], "no status is told by its colour alone"


def test_a_target_that_does_not_speak_of_a_county_leaves_its_cell_blank():
    trace = heat_map(["收入"], ["甲县", "乙县"], [HeatCell(0, "乙县", Status.REACHED, "达", "达到")]).data[0]
    assert list(trace.z[0]) == [None, list(Status).index(Status.REACHED)]
