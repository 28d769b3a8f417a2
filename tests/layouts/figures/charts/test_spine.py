"""The spine chart."""

import re

import pytest

from indicators.definition import Direction, Domain
from indicators.profile import CityComparison, CountyComparison, compare_county
from layouts.figures.charts.spine import ROW_HEIGHT, spine_figure
from layouts.figures.specs.build_chart import spine_row
from layouts.figures.specs.chart_spec import SPINE_EDGE, SpineSpec
from layouts.figures.theme import COMPARISON_COLOURS
from tests.conftest import ROOT
from tests.indicators.test_profile import AMONG, EVERY, rate, records
from tests.layouts.figures.test_theme import lightness

CSS = (ROOT / "assets" / "css" / "county.css").read_text("utf-8")


def spine(*standings: CountyComparison):
    spec = SpineSpec("甲县", "南部", "外地", {Domain.HEALTH: tuple(map(spine_row, standings))})
    return spine_figure(spec, Domain.HEALTH)


def trace(figure, name: str):
    return next(each for each in figure.data if each.name == name)


def test_a_row_has_bars_of_all_and_of_the_middle_and_a_dot():
    figure = spine(compare_county(rate(), EVERY, "a", AMONG))
    whole, middle, dot = (trace(figure, name) for name in ("最差至最好的县", "中间一半的县", "甲县"))
    assert (whole.base[0], whole.base[0] + whole.x[0]) == (-0.75, 1)
    assert (middle.base[0], middle.base[0] + middle.x[0]) == (-0.5, 0.5)
    assert list(dot.x) == [-0.75]
    assert list(trace(figure, "南部县均值").x) == [0.125]


@pytest.mark.parametrize(("county", "verdict"), [("e", CityComparison.BETTER), ("b", CityComparison.WORSE)])
def test_the_dot_is_in_the_colour_of_its_verdict(county, verdict):
    dot = trace(spine(compare_county(rate(), EVERY, county, AMONG)), "甲县")
    assert list(dot.marker.color) == [COMPARISON_COLOURS[verdict]]


def test_a_neutral_indicator_is_grey():
    dot = trace(spine(compare_county(rate(Direction.NEUTRAL), EVERY, "e", AMONG)), "甲县")
    assert list(dot.marker.color) == [COMPARISON_COLOURS[CityComparison.UNJUDGED]]


def test_what_lies_beyond_every_county_is_an_arrow_at_the_edge():
    mark = trace(spine(compare_county(rate(), EVERY, "a", AMONG)), "外地")
    assert list(mark.x) == [SPINE_EDGE]
    assert list(mark.marker.symbol) == ["triangle-right-open"]
    reversed_mark = trace(spine(compare_county(rate(Direction.LOWER), EVERY, "a", AMONG)), "外地")
    assert list(reversed_mark.x) == [-SPINE_EDGE]


def test_a_county_without_data_leaves_its_row_without_a_dot():
    figure = spine(compare_county(rate(), EVERY.drop("a"), "a", AMONG), compare_county(rate(), EVERY, "a", AMONG))
    assert list(trace(figure, "甲县").y) == [1]
    assert len(trace(figure, "最差至最好的县").x) == 2


def test_equal_counties_have_a_dot_on_the_centre_and_no_bar_to_speak_of():
    figure = spine(compare_county(rate(), records(a=5, b=5, c=5, d=5, city=5, delta=9), "a", AMONG))
    assert list(trace(figure, "最差至最好的县").x) == [0]
    assert list(trace(figure, "甲县").x) == [0]
    assert list(trace(figure, "外地").x) == []


def test_rows_are_as_high_as_those_of_the_table_beside_them():
    figure = spine(*[compare_county(rate(), EVERY, "a", AMONG)] * 3)
    found = re.search(r"\.spine-table tr \{ height: (\d+)px; \}", CSS)
    assert found is not None
    assert figure.layout.height == 3 * ROW_HEIGHT == 3 * int(found[1])


def test_verdicts_are_told_apart_without_hue():
    shades = sorted(lightness(colour) for colour in COMPARISON_COLOURS.values())
    assert len(set(COMPARISON_COLOURS.values())) == len(CityComparison)
    assert shades[-1] - shades[0] > 30
