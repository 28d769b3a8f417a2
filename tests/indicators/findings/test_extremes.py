"""Which areas stand out: ties, missing values, few events, and what the groups hold."""

from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.findings.extremes import GroupEnd, Side, find_extremes, find_group_end

GROUPS = {"a": "north", "b": "north", "c": "south", "d": "south", "e": "south"}


def test_the_ends_are_the_highest_and_the_lowest_known_value():
    found = find_extremes({"a": 3, "b": 1, "c": nan}, (), 1)
    assert (found.highest, found.lowest, found.missing, found.known) == (("a",), ("b",), ("c",), 2)
    assert found.ratio == 3


def test_values_that_read_alike_share_an_end():
    found = find_extremes({"a": 2.04, "b": 1, "c": 2.01}, (), 1)
    assert (found.highest, found.are_alike) == (("a", "c"), False)
    assert find_extremes({"a": 2.04, "b": 2.01}, (), 1).are_alike


def test_a_value_on_few_events_is_no_end():
    found = find_extremes({"a": 9, "b": 1, "c": 2}, {"a"}, 0)
    assert (found.highest, found.small) == (("c",), ("a",))
    assert find_extremes({"a": 9}, {"a"}, 0) is None


def test_nothing_is_told_as_a_multiple_of_nothing():
    assert find_extremes({"a": 5, "b": 0}, (), 0).ratio is None
    assert find_extremes({"a": 5, "b": -1}, (), 0).ratio is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4, 5], GroupEnd("north", Side.LOWEST, 2, True)),
        ([9, 8, 3, 4, 5], GroupEnd("north", Side.HIGHEST, 2, True)),
        ([1, 9, 3, 4, 5], None),
        ([3, 9, 3, 4, 5], None),
        ([1, 2, nan, 4, 5], None),
    ],
    ids=["all below", "all above", "mixed", "a tie between groups", "a missing value"],
)
def test_a_group_holds_an_end_alone(values, expected):
    assert find_group_end(dict(zip(GROUPS, values, strict=True)), GROUPS, 1, "north") == expected


def test_without_two_groups_nothing_is_told_of_them():
    assert find_group_end({"a": 1, "b": 2}, {}, 0, "north") is None
    assert find_group_end({"a": 1, "b": 2}, {"a": "north", "b": "north"}, 0, "north") is None


@given(st.lists(st.one_of(st.just(nan), st.integers(-5, 5)), min_size=5, max_size=5))
def test_what_is_told_of_a_group_holds_of_every_pair(values):
    own = dict(zip(GROUPS, map(float, values), strict=True))
    end = find_group_end(own, GROUPS, 0, "north")
    if end is None:
        return
    assert not any(map(isnan, own.values()))
    order = sorted(own, key=own.__getitem__, reverse=end.side is Side.HIGHEST)
    assert {GROUPS[code] for code in order[: end.count]} == {end.group}
    assert own[order[end.count - 1]] != own[order[end.count]]
