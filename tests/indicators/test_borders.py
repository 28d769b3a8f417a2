"""What compares with a year, and where a line is broken, where borders were drawn anew."""

import pytest

from indicators.borders import find_break, select_same_borders

BY_YEAR = {2010: "a", 2016: "b", 2020: "c", 2023: "d"}


@pytest.mark.parametrize(
    ("year", "since", "left"), [(2016, 2020, "ab"), (2020, 2020, "cd"), (2023, 2020, "cd"), (2020, None, "abcd")]
)
def test_a_year_compares_with_those_of_the_same_borders(year, since, left):
    assert "".join(select_same_borders(BY_YEAR, year, since).values()) == left


@pytest.mark.parametrize(
    ("years", "since", "at"),
    [([2010, 2020], 2020, 1), ([2010, 2016, 2021], 2020, 2), ([2020, 2023], 2020, None), ([2010], 2020, None)],
)
def test_a_line_is_broken_only_between_years_of_both_borders(years, since, at):
    assert find_break(years, since) == at
    assert find_break(years, None) is None
