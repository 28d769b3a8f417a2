"""Axes, labels and legends that know their room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.paper.charts.canvas import lighten, pad_reach, round_ticks, spread_out

MIDDLES = st.lists(st.floats(0, 100), min_size=1, max_size=12)


def test_large_numbers_are_written_in_full_with_separators():
    assert round_ticks(0, 1_200_000, 6)[1] == [
        "0", "200,000", "400,000", "600,000", "800,000", "1,000,000", "1,200,000",
    ]  # fmt: skip


def test_ticks_keep_the_decimals_of_their_step():
    assert round_ticks(0, 0.01, 4)[1] == ["0.0000", "0.0025", "0.0050", "0.0075", "0.0100"]


def test_percentages_carry_their_sign():
    assert round_ticks(0, 100, 2, "%")[1] == ["0%", "50%", "100%"]


def test_a_state_has_no_and_yes():
    assert round_ticks(-0.1, 1.1, 6, yes_no=True) == ([0.0, 1.0], ["否", "是"])


def test_equal_values_still_span_an_axis():
    low, high = pad_reach(3.0, 3.0, 0.1)
    assert low < 3 < high
    assert pad_reach(0, 0, 0.1) == (-0.1, 0.1)


@given(MIDDLES)
def test_labels_never_overlap_and_stay_inside(wanted):
    places = sorted(spread_out(wanted, [5.0] * len(wanted), 0, 100))
    assert all(after - before >= 5 - 1e-6 for before, after in pairwise(places))
    assert places[0] >= 2.5 - 1e-6
    assert places[-1] <= 97.5 + 1e-6


@given(MIDDLES)
def test_labels_keep_the_order_of_what_they_name(wanted):
    places = spread_out(wanted, [5.0] * len(wanted), 0, 100)
    pairs = sorted(zip(wanted, places, strict=True))
    assert all(before[1] < after[1] for before, after in pairwise(pairs) if before[0] < after[0])


def test_labels_with_room_stay_where_they_are():
    assert spread_out([20.0, 60.0], [5.0, 5.0], 0, 100) == pytest.approx([20, 60])


def test_a_thinned_colour_is_paler():
    assert lighten("#000000", 0.5) == "#808080"
