"""The chart of shares: a row a county, its number beside it, and the line at 80 % of the benchmark."""

from layouts.figures.charts.coverage_share import ShareGroup, ShareRow, share_figure, share_height
from layouts.words.common import MISSING

NORTH = ShareGroup("北", "#AA0000", 40.0, (ShareRow("a", "甲", 30.0, "甲县"), ShareRow("b", "乙", None, "乙县")))
SOUTH = ShareGroup("南", "#0000AA", 75.0, (ShareRow("c", "丙", 75.0, "丙县"),))


def drawn(name: str, groups: list[ShareGroup]):
    return next(trace for trace in share_figure(groups, 60.0).data if trace.name == name)


def test_a_county_without_a_figure_keeps_its_row_and_says_so():
    assert list(drawn("values", [NORTH, SOUTH]).text) == ["30.0%", MISSING, "75.0%"]
    bars = drawn("shares", [NORTH, SOUTH])
    assert list(bars.x) == [30.0, 0, 75.0]
    assert list(bars.marker.color) == ["#AA0000", "#AA0000", "#0000AA"]


def test_no_two_counties_share_a_row():
    axis = share_figure([NORTH, SOUTH], 60.0).layout.yaxis
    assert list(axis.ticktext) == ["甲", "乙", "丙"]
    assert len(set(axis.tickvals)) == 3
    assert min(axis.range) < min(axis.tickvals) <= max(axis.tickvals) < max(axis.range)


def test_the_line_and_each_groups_own_share_are_drawn():
    shapes = share_figure([NORTH, SOUTH], 60.0).layout.shapes
    assert sorted(shape.x0 for shape in shapes) == [40.0, 60.0, 75.0]


def test_without_a_share_of_the_benchmark_there_is_no_line():
    assert not share_figure([NORTH, ShareGroup("南", "#0000AA", None, ())], None).layout.annotations


def test_a_longer_list_needs_more_room():
    assert share_height([NORTH, SOUTH]) > share_height([SOUTH])
