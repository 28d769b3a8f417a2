"""Who has a state, and since when."""

from math import nan

import pandas as pd

from indicators.findings.states import find_states

VALUES = pd.DataFrame(
    {"a": [0, 1, 1], "b": [1, 1, 1], "c": [nan, 1, 1], "d": [1, 0, 1], "e": [0, 0, 0], "f": [0, nan, 1]},
    index=[2010, 2012, 2014],
)


def test_a_state_is_held_lacking_or_not_known():
    found = find_states(VALUES, 2012)
    assert (found.held, found.lacking, found.unknown) == (("a", "b", "c"), ("d", "e"), ("f",))


def test_since_when_is_told_only_where_the_year_before_was_known_to_be_without():
    assert find_states(VALUES, 2014).since == {"a": 2012, "d": 2014}
    assert find_states(VALUES, 2012).since == {"a": 2012}, "what came later is not known then"


def test_a_year_without_figures_knows_nothing():
    assert find_states(VALUES, 2011).unknown == tuple("abcdef")
