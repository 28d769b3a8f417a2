"""Changes between two years: known answers on four areas."""

import numpy as np
import pandas as pd
import pytest

from indicators.change import ChangeScale, Uncomparable, compare_years, find_change_scale, is_relative, list_pairs
from indicators.definition import CountKind, Direction, Formula
from tests.indicators.test_definition import indicator

CODES = ["a", "b", "c", "d"]
RATE = Formula("beds", "residents", 1000)


def shown(values: dict[int, list[float | None]]) -> pd.DataFrame:
    return pd.DataFrame(values, CODES, dtype=float).T


def changes(values, small=(), redrawn=None, **own: object):
    frame = shown(values)
    few = pd.DataFrame([[code in small for code in CODES]] * len(frame), frame.index, CODES)
    return compare_years(indicator(**{"formula": RATE} | own), frame, few, redrawn or {}, (2010, 2016))


def test_a_change_is_the_difference_of_the_printed_numbers():
    found = changes({2010: [0.1, 2.0, 3.33, 4], 2016: [0.3, 1.5, 3.33, 4.1]})
    assert found.values.tolist() == [0.2, -0.5, 0, 0.1]
    assert not found.reasons.notna().any()


@pytest.mark.parametrize(
    ("direction", "ranks"), [(Direction.HIGHER, [1, 4, 3, 2]), (Direction.LOWER, [4, 1, 2, 3])], ids=["more", "less"]
)
def test_the_greatest_improvement_is_first(direction, ranks):
    found = changes({2010: [0.1, 2, 3, 4], 2016: [0.3, 1, 3, 4.1]}, direction=direction)
    assert found.ranks.tolist() == ranks


def test_who_lacks_a_year_is_not_compared_and_not_ranked():
    found = changes({2010: [None, 2, None, 4], 2016: [1, None, None, 5]})
    told = [Uncomparable.EARLIER_MISSING, Uncomparable.LATER_MISSING, Uncomparable.BOTH_MISSING, None]
    assert found.reasons.tolist() == told
    assert found.values.isna().tolist() == [True, True, True, False]
    assert found.ranks["d"] == 1


def test_a_border_that_was_drawn_anew_between_the_years_parts_them():
    values = {2010: [1, 2, 3, 4], 2016: [2, 3, 4, 5]}
    found = changes(values, redrawn={"a": 2016, "b": 2010, "c": 2020, "d": 2013})
    assert found.reasons.tolist() == [Uncomparable.REDRAWN, None, None, Uncomparable.REDRAWN]


def test_what_rests_on_too_few_events_is_not_compared():
    found = changes({2010: [1, 2, 3, 4], 2016: [2, 3, 4, 5]}, small=("b",), count_kind=CountKind.EVENTS)
    assert found.reasons["b"] is Uncomparable.TOO_FEW


def test_counts_and_money_change_in_per_cent_and_not_from_nothing():
    found = changes({2010: [200, 0, 50, 80], 2016: [230, 5, 40, 80]}, unit="人", formula=Formula("residents"))
    assert found.values[["a", "c", "d"]].tolist() == [15, -20, 0]
    assert found.reasons["b"] is Uncomparable.FROM_ZERO


@pytest.mark.parametrize(
    ("unit", "formula", "relative"),
    [
        ("人", Formula("residents"), True),
        ("元", RATE, True),
        ("%", Formula("share"), False),
        ("张", RATE, False),
        ("年", Formula("years"), False),
        ("人/千人", Formula("rate"), False),
    ],
)
def test_what_is_told_in_per_cent_of_the_earlier_value(unit, formula, relative):
    assert is_relative(indicator(unit=unit, formula=formula)) is relative


def test_a_state_is_not_ranked():
    found = changes({2010: [0, 1, 1, 0], 2016: [1, 1, 0, 0]}, yes_no=True)
    assert found.values.tolist() == [1, 0, -1, 0]
    assert found.ranks.isna().all()


def test_rises_and_falls_of_one_size_are_as_far_from_no_change():
    scale = ChangeScale((0.5, 2))
    found = scale.classify(pd.Series([-2, -0.5, -0.1, 0, 0.1, 0.5, 2, np.nan]))
    assert found.tolist()[:-1] == [0, 1, 2, 3, 4, 5, 6]
    assert pd.isna(found.iloc[-1])


def test_one_scale_serves_all_years_and_parts_the_changes_of_the_longest_span():
    values = {2010: [1.0, 1, 1, 1], 2013: [1.1, 1.1, 1.1, 1.1], 2016: [2, 3, 5, 9]}
    frame = shown(values)
    none_small = pd.DataFrame(False, frame.index, CODES)
    one = indicator(formula=RATE)
    found = {years: compare_years(one, frame, none_small, {}, years) for years in list_pairs([2016, 2010, 2013])}
    assert list(found) == [(2010, 2013), (2010, 2016), (2013, 2016)]
    scale = find_change_scale(one, found)
    assert len(set(scale.classify(found[2010, 2016].values))) > 1
    assert scale.classify(found[2010, 2013].values).unique().tolist() == [scale.unchanged + 1]


def test_where_nothing_changed_there_is_one_class_either_side():
    found = changes({2010: [1, 2, None, 4], 2016: [1, 2, 3, 4]})
    assert find_change_scale(indicator(formula=RATE), {(2010, 2016): found}).breaks == ()
