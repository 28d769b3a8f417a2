"""A county among the others: ranks, the scale of the spine chart, verdicts, paths."""

import math

import pandas as pd
import pytest

from indicators.definition import CountKind, Direction, Formula, Indicator, ValueKind
from indicators.profile import CityComparison, ComparisonAreas, build_county_trend, compare_county, is_comparable
from tests.indicators.test_definition import indicator

AMONG = ComparisonAreas(counties=["a", "b", "c", "d", "e"], benchmark=["c", "d"], city="city", reference="delta")
RATE = Formula("n", "d", 1000)


def rate(direction: Direction = Direction.HIGHER, **own: object) -> Indicator:
    return indicator(formula=RATE, direction=direction, **own)


def records(**values: float) -> pd.DataFrame:
    return pd.DataFrame(
        {"value": pd.Series(values, dtype=float), "kind": str(ValueKind.PUBLISHED), "source": "年鉴"}
    ).assign(note="初步")


EVERY = records(a=1, b=2, c=3, d=6, e=8, city=4, delta=10)


def test_a_standing_holds_all_that_a_row_shows():
    own = compare_county(rate(), EVERY, "b", AMONG)
    assert (own.value, own.kind, own.source, own.note) == (2, ValueKind.PUBLISHED, "年鉴", "初步")
    assert (own.rank, own.counted) == (4, 5)
    assert (own.city, own.benchmark, own.reference) == (4, 4.5, 10)
    assert own.against_city is CityComparison.WORSE


def test_the_city_stands_in_the_centre_and_the_farther_end_at_one():
    spread = compare_county(rate(), EVERY, "a", AMONG).spread
    assert [spread.position(value) for value in (spread.worst, 4, spread.best, 10)] == [-0.75, 0, 1, 1.5]
    assert spread.quartiles == (2, 6)


def test_better_is_to_the_right_where_lower_is_better():
    own = compare_county(rate(Direction.LOWER), EVERY, "a", AMONG)
    assert (own.spread.worst, own.spread.best) == (8, 1)
    assert [own.spread.position(value) for value in (8, 1)] == [-1, 0.75]
    assert (own.rank, own.against_city) == (1, CityComparison.BETTER)


def test_without_the_citys_value_the_median_is_the_centre_and_nothing_is_judged():
    own = compare_county(rate(), EVERY.drop("city"), "e", AMONG)
    assert (own.city, own.spread.centre, own.against_city) == (None, 3, CityComparison.UNJUDGED)


def test_a_county_without_data_is_told_and_the_others_still_stand():
    own = compare_county(rate(), EVERY.drop("b"), "b", AMONG)
    assert (own.value, own.kind, own.rank, own.counted) == (None, None, None, 4)
    assert own.spread is not None
    assert own.against_city is CityComparison.UNJUDGED


def test_a_group_with_a_missing_member_has_no_mean():
    assert compare_county(rate(), EVERY.drop("d"), "a", AMONG).benchmark is None


def test_fewer_than_four_counties_have_no_middle_half():
    assert compare_county(rate(), records(a=1, b=2, c=3), "a", AMONG).spread.quartiles is None
    assert compare_county(rate(), records(a=1, b=2, c=3, d=4), "a", AMONG).spread.quartiles is not None


@pytest.mark.parametrize("values", [{"a": 5}, {"a": 5, "b": 5, "city": 5}, {"a": 0, "b": 0, "city": 0}])
def test_equal_values_leave_no_scale_and_raise_nothing(values):
    own = compare_county(rate(), records(**values), "a", AMONG)
    assert own.spread.position(own.value) == 0
    assert own.spread.position(own.value + 1) is None


def test_nothing_known_is_no_spread():
    own = compare_county(rate(), records(), "a", AMONG)
    assert (own.value, own.rank, own.counted, own.spread, own.against_city) == (
        None,
        None,
        0,
        None,
        CityComparison.UNJUDGED,
    )


def test_ties_share_a_rank():
    assert [compare_county(rate(), records(a=2, b=2, c=1), code, AMONG).rank for code in "abc"] == [1, 1, 3]


@pytest.mark.parametrize(
    ("own", "direction", "expected"),
    [
        (95, Direction.HIGHER, CityComparison.SIMILAR),
        (105, Direction.LOWER, CityComparison.SIMILAR),
        (94.9, Direction.HIGHER, CityComparison.WORSE),
        (105.1, Direction.HIGHER, CityComparison.BETTER),
        (94.9, Direction.LOWER, CityComparison.BETTER),
        (105.1, Direction.LOWER, CityComparison.WORSE),
        (200, Direction.NEUTRAL, CityComparison.UNJUDGED),
    ],
)
def test_a_verdict_follows_the_direction_beyond_a_twentieth(own, direction, expected):
    assert compare_county(rate(direction), records(a=own, b=1, city=100), "a", AMONG).against_city is expected


def test_a_count_is_not_held_against_the_citys_sum():
    count = indicator(formula=Formula("n"))
    assert compare_county(count, records(a=1, b=2, city=3), "a", AMONG).against_city is CityComparison.UNJUDGED
    assert not is_comparable(count)
    assert not is_comparable(indicator(formula=RATE, yes_no=True))
    assert is_comparable(rate())


def test_a_state_is_not_ranked():
    assert compare_county(indicator(formula=RATE, yes_no=True), records(a=1, b=0), "a", AMONG).rank is None


def test_a_path_breaks_where_a_value_is_missing():
    index = pd.MultiIndex.from_tuples(
        [("a", 2010), ("b", 2010), ("a", 2012), ("b", 2011), ("z", 2013)], names=["area_code", "year"]
    )
    path = build_county_trend(pd.DataFrame({"value": [1.0, 3.0, 5.0, math.nan, 9.0]}, index=index), "a", ["a", "b"])
    assert path.years == [2010, 2011, 2012]
    assert path.county == [1, None, 5]
    assert path.group == [2, None, None]
    assert path.known_years == [2010, 2012]


def test_a_rate_over_few_events_is_neither_ranked_nor_judged():
    deaths = rate(Direction.LOWER, count_kind=CountKind.EVENTS)
    few = EVERY.assign(numerator=[9.0 if code == "a" else 50.0 for code in EVERY.index], denominator=1000.0)
    found = compare_county(deaths, few, "a", AMONG)
    assert (found.rank, found.against_city, found.is_small) == (None, CityComparison.UNJUDGED, True)
    other = compare_county(deaths, few, "b", AMONG)
    assert other.counted == found.counted == len(AMONG.counties) - 1
    assert other.against_city is not CityComparison.UNJUDGED


def test_against_a_city_with_few_events_no_county_is_judged():
    deaths = rate(Direction.LOWER, count_kind=CountKind.EVENTS)
    few = EVERY.assign(numerator=[9.0 if code == AMONG.city else 50.0 for code in EVERY.index], denominator=1000.0)
    assert compare_county(deaths, few, "b", AMONG).against_city is CityComparison.UNJUDGED
