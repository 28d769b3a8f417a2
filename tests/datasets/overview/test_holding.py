"""Counts of indicators that hold the 80 % line, and how their gaps moved."""

from dataclasses import replace

import pytest

from datasets.analyses.gap_analysis import ReferenceComparison, assess_indicator
from datasets.overview.holding import (
    Holding,
    count_holding,
    count_holding_by_domain,
    count_reference_holding,
    list_moves,
)
from datasets.overview.overview import Overview
from datasets.queries.overview_query import OverviewOptions
from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment, IndicatorGap


@pytest.fixture(scope="module")
def beds(city) -> IndicatorGap:
    """A verdict to build others from."""
    return assess_indicator(city, "demo", "medical_beds_per_1000_residents", 2016)


def judged(found: IndicatorGap, key: str, assessment: Assessment) -> IndicatorGap:
    return replace(found, indicator=replace(found.indicator, id=key), assessment=assessment)


def test_only_verdicts_count_and_only_those_of_both_years_are_compared(beds):
    now = [
        judged(beds, "a", Assessment.REACHED),
        judged(beds, "b", Assessment.SHORT),
        judged(beds, "c", Assessment.SENSITIVE),
        judged(beds, "d", Assessment.MISSING),
    ]
    then = {"a": judged(beds, "a", Assessment.SHORT), "b": judged(beds, "b", Assessment.MISSING)}
    assert count_holding(now, then) == Holding(judged=3, reached=1, both=1, before=0, after=1)


def test_a_domain_lists_what_cannot_be_judged_last_and_leaves_out_what_is_never_judged(beds):
    neutral = judged(beds, "n", Assessment.NOT_JUDGED)
    neutral = replace(neutral, indicator=replace(neutral.indicator, direction=Direction.NEUTRAL))
    found = [judged(beds, "a", Assessment.MISSING), judged(beds, "b", Assessment.REACHED), neutral]
    (holding, listed), *others = count_holding_by_domain(found, {}).values()
    assert others == []
    assert [one.indicator.id for one in listed] == ["b", "a"]
    assert holding == Holding(judged=1, reached=1)


def test_the_reference_area_counts_where_both_have_a_level():
    compared = {
        "a": {2010: ReferenceComparison(7, 10, 0.7), 2020: ReferenceComparison(9, 10, 0.9)},
        "b": {2020: ReferenceComparison(5, 10, 0.5)},
        "c": {2020: ReferenceComparison(None, 10, None)},
    }
    assert count_reference_holding(compared, 2020, 2010) == Holding(judged=2, reached=1, both=1, before=0, after=1)
    assert count_reference_holding(compared, 2020, None) == Holding(judged=2, reached=1)


@pytest.fixture(scope="module")
def moves(city):
    options = OverviewOptions(city)
    shown = Overview(city, "public", options.list_indicators("public"), 2020, 2010)
    return list_moves(shown.gaps, shown.earlier_gaps)


def test_moves_come_with_the_lowest_ratio_first(moves):
    assert [move.ratio for move in moves] == sorted(move.ratio for move in moves)


def test_what_goes_beyond_equality_closes_nothing(moves):
    water = next(move for move in moves if move.now.indicator.id == "piped_water_share")
    above = replace(water, ratio=1.3, earlier_ratio=0.9)
    assert above.closed == pytest.approx(0.1)
    assert replace(water, ratio=1.3, earlier_ratio=1.1).closed == 0
    assert replace(water, earlier_ratio=None).closed == 0
