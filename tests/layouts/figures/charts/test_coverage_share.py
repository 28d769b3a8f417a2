"""The chart of shares: a row a county, its number beside it, and the line at 80 % of the benchmark."""

from dataclasses import replace

from layouts.figures.charts.coverage_share import share_figure, share_height
from layouts.figures.specs.chart_spec import Series, ShareSpec
from locales import say

NORTH, SOUTH = Series("北", "#AA0000", (30.0, None)), Series("南", "#0000AA", (75.0,))
NAMES = (("甲", "乙"), ("丙",))
SPEC = ShareSpec((NORTH, SOUTH), NAMES, (("甲县", "乙县"), ("丙县",)), (40.0, 75.0), 60.0)


def drawn(name: str):
    return next(trace for trace in share_figure(SPEC).data if trace.name == name)


def test_a_county_without_a_figure_keeps_its_row_and_says_so():
    assert list(drawn("values").text) == ["30.0%", say("common-missing"), "75.0%"]
    bars = drawn("shares")
    assert list(bars.x) == [30.0, 0, 75.0]
    assert list(bars.marker.color) == ["#AA0000", "#AA0000", "#0000AA"]
    assert list(bars.customdata) == ["甲县", "乙县", "丙县"]


def test_no_two_counties_share_a_row():
    axis = share_figure(SPEC).layout.yaxis
    assert list(axis.ticktext) == ["甲", "乙", "丙"]
    assert len(set(axis.tickvals)) == 3
    assert min(axis.range) < min(axis.tickvals) <= max(axis.tickvals) < max(axis.range)


def test_the_line_and_each_groups_own_share_are_drawn():
    shapes = share_figure(SPEC).layout.shapes
    assert sorted(shape.x0 for shape in shapes) == [40.0, 60.0, 75.0]


def test_without_a_share_of_the_benchmark_there_is_no_line():
    empty = replace(SPEC, groups=(NORTH, Series("南", "#0000AA", ())), names=(NAMES[0], ()), hovers=(NAMES[0], ()))
    assert not share_figure(replace(empty, levels=(40.0, None), line=None)).layout.annotations


def test_a_longer_list_needs_more_room():
    assert share_height(SPEC) > share_height(replace(SPEC, groups=(SOUTH,), names=(("丙",),), hovers=(("丙县",),)))
