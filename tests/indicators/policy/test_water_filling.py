"""What it takes to close a gap."""

from collections.abc import Sequence
from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.policy.water_filling import fill_to_level

BEDS = pd.Series({"a": 20.0, "b": 60.0})
PEOPLE = pd.Series({"a": 10_000.0, "b": 20_000.0})


def test_the_shortfall_by_hand():
    # 3 beds per 1,000 of 30,000 residents are 90; 80 are there
    found = fill_to_level(BEDS, PEOPLE, 1000, 3)
    assert found.total == 10
    assert found.reached == 3
    assert found.contributions == {"a": 10, "b": 0}


def test_the_county_furthest_behind_is_raised_first():
    assert fill_to_level(BEDS, PEOPLE, 1000, 3).additions == {"a": 10, "b": 0}


def test_beyond_the_next_county_both_rise_together():
    # level 4: 120 wanted, 40 missing; a to 4 (20), b to 4 (20)
    assert fill_to_level(BEDS, PEOPLE, 1000, 4).additions == {"a": 20, "b": 20}


def test_a_group_above_the_level_needs_nothing():
    found = fill_to_level(BEDS, PEOPLE, 1000, 2)
    assert found.total == 0
    assert found.reached == pytest.approx(80 / 30)


def test_what_is_to_fall_is_reduced():
    deaths, births = pd.Series({"a": 12.0, "b": 8.0}), pd.Series({"a": 1000.0, "b": 1000.0})
    found = fill_to_level(deaths, births, 1000, 8, rises=False)
    assert found.additions == {"a": 4, "b": 0}
    assert found.reached == 8


def test_a_missing_part_gives_no_answer():
    assert fill_to_level(BEDS.where(BEDS > 30), PEOPLE, 1000, 3) is None
    assert fill_to_level(BEDS, PEOPLE * 0, 1000, 3) is None


counts = st.lists(st.integers(0, 40), min_size=3, max_size=3)
sizes = st.lists(st.integers(1, 30), min_size=3, max_size=3)


@given(have=counts, size=sizes, level=st.integers(0, 3))
def test_the_level_is_reached_with_the_fewest_whole_units(have, size, level):
    index = list("abc")
    found = fill_to_level(pd.Series(have, index, dtype=float), pd.Series(size, index, dtype=float), 1, level)
    assert found.reached >= level - 1e-9
    assert found.total == max(0, level * sum(size) - sum(have))
    assert min(found.additions.values()) >= 0


@given(
    have=st.lists(st.integers(0, 8), min_size=3, max_size=3), size=st.lists(st.integers(1, 4), min_size=3, max_size=3)
)
def test_no_other_sharing_out_lifts_the_lowest_county_further(have, size):
    index, level = list("abc"), 3
    found = fill_to_level(pd.Series(have, index, dtype=float), pd.Series(size, index, dtype=float), 1, level)
    total = found.total

    def lowest(added: Sequence[int]) -> float:
        return min((h + x) / s for h, x, s in zip(have, added, size, strict=True))

    best = max(lowest(added) for added in product(range(total + 1), repeat=3) if sum(added) == total)
    # whole units: the lowest county may fall short of the continuous optimum by less than one unit
    assert lowest([found.additions[code] for code in index]) >= best - 1 / min(size)
