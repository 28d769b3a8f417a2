"""Verdicts, the crossing of the 80 % line, and rises that come from a benchmark that fell."""

from dataclasses import replace

import pandas as pd
import pytest

from indicators.definition import CountKind, Direction
from indicators.gaps.gap_path import (
    Assessment,
    CrossingStatus,
    assess_gap,
    compute_relative_level,
    find_benchmark_falls,
    project_crossing,
    select_preferred_average,
    tabulate_ratios,
)
from indicators.gaps.gaps import Averaging, Gap, GroupLevel, compare_groups
from indicators.gaps.small_counts import CountBasis


def gap_with(*ratios: float | None, missing: tuple[str, ...] = ()) -> Gap:
    levels = {key: GroupLevel(dict.fromkeys(Averaging, 1.0), missing) for key in ("north", "south")}
    return Gap(levels, dict(zip(Averaging, ratios, strict=True)))


def gap_of(north: float, south: float, direction: Direction = Direction.HIGHER) -> Gap:
    levels = {
        key: GroupLevel(dict.fromkeys(Averaging, value), ()) for key, value in (("north", north), ("south", south))
    }
    return compare_groups("north", "south", levels, direction)


@pytest.mark.parametrize(
    ("one", "direction", "expected"),
    [
        (None, Direction.HIGHER, Assessment.NO_DATA),
        (gap_with(0.8, 0.9, 1.0), Direction.HIGHER, Assessment.REACHED),
        (gap_with(0.7, 0.79, None), Direction.HIGHER, Assessment.SHORT),
        (gap_with(0.79, 0.81, 0.81), Direction.LOWER, Assessment.SENSITIVE),
        (gap_with(None, None, None), Direction.HIGHER, Assessment.UNDEFINED),
        (gap_with(None, None, None, missing=("a",)), Direction.HIGHER, Assessment.MISSING),
        (gap_with(None, None, None, missing=("a",)), Direction.NEUTRAL, Assessment.NOT_JUDGED),
    ],
)
def test_a_verdict_needs_all_members_and_all_known_readings(one, direction, expected):
    assert assess_gap(one, direction) is expected


def few_in(group: str, events: float, small: tuple[str, ...] = ()) -> Gap:
    """A gap whose simple ratio is short of the line and whose pooled one is not, with so many events in one group."""
    basis = {key: CountBasis(CountKind.EVENTS, 500.0, 1e6, 1000) for key in ("north", "south")}
    basis[group] = CountBasis(CountKind.EVENTS, events, 1e6, 1000)
    readings: dict[Averaging, float | None] = dict.fromkeys(Averaging, 1.0)
    levels = {key: GroupLevel(readings, (), own, small if key == group else ()) for key, own in basis.items()}
    return Gap(levels, {Averaging.SIMPLE: 0.7, Averaging.WEIGHTED: 0.7, Averaging.POOLED: 0.9})


@pytest.mark.parametrize("group", ["north", "south"])
def test_a_gap_with_fewer_than_ten_events_in_a_group_is_not_judged(group):
    assert assess_gap(few_in(group, 9), Direction.LOWER) is Assessment.TOO_FEW
    assert assess_gap(few_in(group, 10), Direction.LOWER) is Assessment.SENSITIVE


def test_groups_without_events_are_small_and_not_without_comparison():
    readings: dict[Averaging, float | None] = dict.fromkeys(Averaging, 0.0)
    basis = {
        "north": CountBasis(CountKind.EVENTS, 0.0, 1e4, 1000),
        "south": CountBasis(CountKind.EVENTS, 5.0, 1e4, 1000),
    }
    levels = {key: GroupLevel(readings, (), own, (key,)) for key, own in basis.items()}
    assert assess_gap(compare_groups("north", "south", levels, Direction.LOWER), Direction.LOWER) is Assessment.TOO_FEW


def test_where_a_member_is_small_only_the_pooled_reading_is_judged():
    assert assess_gap(few_in("north", 10, small=("a",)), Direction.LOWER) is Assessment.REACHED


def test_ratios_on_few_events_cross_no_line_and_tell_of_no_fall():
    gaps = {2014: few_in("north", 9), 2015: few_in("north", 20)}
    assert tabulate_ratios(gaps)["pooled"].isna().to_dict() == {2014: True, 2015: False}
    falling = {2014: replace(few_in("north", 9), ratios=dict.fromkeys(Averaging, 0.5)), 2015: few_in("north", 20)}
    assert find_benchmark_falls(falling, "north", "south", Direction.HIGHER) == []


def test_the_pooled_reading_is_preferred_and_the_simple_mean_stands_in():
    assert select_preferred_average({Averaging.SIMPLE: 1.0, Averaging.WEIGHTED: 2.0, Averaging.POOLED: 3.0}) == 3.0
    assert select_preferred_average({Averaging.SIMPLE: 1.0, Averaging.WEIGHTED: 2.0, Averaging.POOLED: None}) == 1.0
    assert select_preferred_average({Averaging.SIMPLE: 1.0, Averaging.WEIGHTED: 2.0, Averaging.POOLED: 0.0}) == 0.0


@pytest.mark.parametrize(
    ("level", "benchmark", "direction", "ratio"),
    [
        (3, 4, Direction.HIGHER, 0.75),
        (8, 6, Direction.LOWER, 0.75),
        (3, 4, Direction.NEUTRAL, None),
        (3, 0, Direction.HIGHER, None),
        (0, 6, Direction.LOWER, None),
        (None, 4, Direction.HIGHER, None),
        (3, None, Direction.LOWER, None),
    ],
)
def test_a_level_is_held_against_its_benchmark(level, benchmark, direction, ratio):
    assert compute_relative_level(level, benchmark, direction) == ratio


def test_ratios_stand_in_years_and_readings():
    ratios = tabulate_ratios({2014: gap_of(3, 4), 2013: gap_with(None, None, None)})
    assert list(ratios.index) == [2013, 2014]
    assert ratios.loc[2013].isna().all()
    assert list(ratios.loc[2014]) == [0.75] * 3


def test_the_crossing_is_where_the_line_through_the_first_and_last_ratio_meets_80_percent():
    # from 0.60 in 2010 to 0.70 in 2014: 0.025 a year, 0.10 to go: four years
    found = project_crossing(pd.Series({2010: 0.6, 2012: 0.69, 2014: 0.7}))
    assert found.status is CrossingStatus.CROSSES
    assert found.yearly == pytest.approx(0.025)
    assert found.year == 2018


def test_a_crossing_between_two_years_is_told_as_the_later_one():
    assert project_crossing(pd.Series({2010: 0.7, 2011: 0.74})).year == 2013


@pytest.mark.parametrize("ratios", [{2010: 0.7, 2014: 0.7}, {2010: 0.75, 2014: 0.7}])
def test_a_flat_or_falling_ratio_never_crosses(ratios):
    found = project_crossing(pd.Series(ratios))
    assert found.status is CrossingStatus.NOT_RISING
    assert found.year is None


@pytest.mark.parametrize("ratios", [{}, {2010: 0.7}, {2010: 0.7, 2011: None}])
def test_one_year_is_no_line(ratios):
    assert project_crossing(pd.Series(ratios, dtype=float)).status is CrossingStatus.TOO_FEW


def test_a_line_that_is_reached_says_since_when():
    found = project_crossing(pd.Series({2010: 0.85, 2011: 0.79, 2012: 0.8, 2013: None, 2014: 0.9}))
    assert (found.status, found.since, found.year) == (CrossingStatus.REACHED, 2012, None)


def test_a_rise_by_a_falling_benchmark_is_found_in_its_step_and_over_the_whole_path():
    # 3/6, then 3/5: the north stands still; then 4/5
    gaps = {2010: gap_of(3, 6), 2011: gap_of(3, 5), 2012: gap_of(4, 5)}
    step, path = find_benchmark_falls(gaps, "north", "south", Direction.HIGHER)
    assert (step.start, step.end, step.ratio, step.benchmark) == (2010, 2011, (0.5, 0.6), (6, 5))
    assert not step.focus_improved
    assert (path.start, path.end) == (2010, 2012)
    assert path.focus_improved


def test_where_lower_is_better_the_benchmark_falls_by_rising():
    gaps = {year: gap_of(8, south, Direction.LOWER) for year, south in ((2010, 4), (2011, 5))}
    (fall,) = find_benchmark_falls(gaps, "north", "south", Direction.LOWER)
    assert fall.benchmark == (4, 5)


def test_a_rise_by_improvement_and_a_year_without_ratio_are_not_accused():
    gaps = {2010: gap_of(3, 6), 2011: gap_with(None, None, None), 2012: gap_of(4, 6)}
    assert find_benchmark_falls(gaps, "north", "south", Direction.HIGHER) == []
