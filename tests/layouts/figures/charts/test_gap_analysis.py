"""The gap page's charts: what is drawn, where, and what is left out."""

import pandas as pd
import pytest

from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment, Crossing, CrossingStatus, IndicatorGap
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, Gap, GroupLevel
from layouts.figures import theme
from layouts.figures.charts.gap_analysis import (
    FURTHEST,
    VERDICT_COLOURS,
    overview_figure,
    overview_height,
    path_figure,
)
from tests.indicators.test_definition import indicator


def standing(
    key: str, verdict: Assessment, *ratios: float | None, direction: Direction = Direction.HIGHER
) -> IndicatorGap:
    levels = {name: GroupLevel(dict.fromkeys(Averaging, 1.0), ()) for name in ("north", "south")}
    one = indicator(id=key, name=f"指标{key}", direction=direction)
    return IndicatorGap(one, Gap(levels, dict(zip(Averaging, ratios, strict=True))), verdict)


FOUND = [
    standing("a", Assessment.SHORT, 0.6, 0.62, 0.61, direction=Direction.LOWER),
    standing("b", Assessment.REACHED, 0.9, None, 4.4),
    standing("c", Assessment.NOT_JUDGED, None, None, None),
    IndicatorGap(indicator(id="d", name="指标d"), None, Assessment.NO_DATA),
]


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_the_overview_draws_only_what_has_a_ratio_and_marks_the_inverted_and_the_chosen():
    figure = overview_figure(FOUND, "b")
    assert list(figure.layout.yaxis.ticktext) == ["指标a（逆向折算）", "<b>▸ 指标b</b>"]
    assert list(trace(figure, "人口加权").y) == [0]
    assert list(trace(figure, "县均值").marker.color) == [
        VERDICT_COLOURS[Assessment.SHORT],
        VERDICT_COLOURS[Assessment.REACHED],
    ]


@pytest.mark.parametrize("verdict", Assessment)
def test_a_ratio_is_drawn_under_every_verdict(verdict):
    figure = overview_figure([standing("a", verdict, 0.6, 0.62, 0.61)], "a")
    assert list(trace(figure, "县均值").marker.color) == [VERDICT_COLOURS[verdict]]


def test_a_far_ratio_stands_at_the_edge_with_its_number():
    figure = overview_figure(FOUND, "b")
    pooled = trace(figure, "合并计算")
    assert list(pooled.x) == [0.61, FURTHEST]
    assert pooled.customdata[1][0] == "b"
    assert pooled.customdata[1][2] == "440.0%"
    assert "440%" in figure.data[-1].text[0]


def test_the_overview_grows_with_its_rows_and_survives_having_none():
    assert overview_height(40) > overview_height(20)
    figure = overview_figure(FOUND[2:], "c")
    assert any("没有" in (note.text or "") for note in figure.layout.annotations)


@pytest.mark.parametrize("figure", [overview_figure(FOUND, "a"), overview_figure([], "a")])
def test_the_80_percent_line_is_always_drawn(figure):
    (line,) = figure.layout.shapes
    assert (line.x0, line.x1, line.line.color) == (EQUALITY_LINE, EQUALITY_LINE, theme.LINE_80)


RATIOS = pd.DataFrame({"pooled": [0.6, float("nan"), 0.7]}, index=[2010, 2011, 2012])


def test_a_path_leaves_a_year_without_ratio_open_and_draws_the_line_onward():
    towards = Crossing(CrossingStatus.CROSSES, 2010, 2012, 0.05, year=2014)
    figure = path_figure(RATIOS, {"pooled": towards}, {"pooled": "合并计算"}, 2012)
    path, onward = figure.data
    assert list(path.y) == [0.6, None, 0.7]
    assert not path.connectgaps
    assert list(onward.x) == [2012, 2014]
    assert list(onward.y) == pytest.approx([0.7, 0.8])
    assert figure.layout.xaxis.range[1] > 2014


def test_a_crossing_out_of_sight_is_not_drawn():
    far = Crossing(CrossingStatus.CROSSES, 2010, 2012, 0.001, year=2112)
    figure = path_figure(RATIOS, {"pooled": far}, {"pooled": "合并计算"}, 2012)
    assert list(figure.data[1].x) == []
    assert figure.layout.xaxis.range[1] < 2013


def test_the_80_percent_line_is_in_sight_of_a_path_far_above_it():
    low, high = path_figure(RATIOS + 0.5, {}, {"pooled": "合并计算"}, 2012).layout.yaxis.range
    assert low < EQUALITY_LINE < high
