"""The heat map of targets and counties."""

from indicators.policy.progress import Status
from layouts.figures.charts.targets import heat_map
from layouts.figures.specs.chart_spec import HeatSpec


def test_two_targets_of_the_same_words_keep_a_row_of_their_own():
    statuses, full = ((Status.REACHED,), (Status.MISSED,)), (("已达到",), ("到期未达",))
    rows = ("收入（2016）", "收入（2016）")
    trace = heat_map(HeatSpec(rows, ("甲县",), statuses, full, (("达",), ("逾",)), (("达到",), ("未达",)))).data[0]
    assert list(trace.y) == [0, 1]
    assert [list(row) for row in trace.customdata] == [["达到"], ["未达"]]
    assert [list(row) for row in trace.text] == [["达"], ["逾"]], "no status is told by its colour alone"


def test_a_target_that_does_not_speak_of_a_county_leaves_its_cell_blank():
    spec = HeatSpec(
        ("收入",), ("甲县", "乙县"), ((None, Status.REACHED),), (("", "已达到"),), (("", "达"),), (("", "达到"),)
    )
    trace = heat_map(spec).data[0]
    assert list(trace.z[0]) == [None, list(Status).index(Status.REACHED)]
