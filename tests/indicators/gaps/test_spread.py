"""How far the areas of one place lie apart: known answers."""

from math import nan

import pytest

from indicators.definition import Direction
from indicators.gaps.spread import measure_spread

VALUES = {"a": 2.0, "b": 5.0, "c": 3.0, "d": nan, "e": 9.0}


@pytest.mark.parametrize(
    ("direction", "short"),
    [(Direction.HIGHER, ("a",)), (Direction.LOWER, ("b",)), (Direction.NEUTRAL, None)],
)
def test_those_on_the_worse_side_of_the_level_fall_short(direction, short):
    found = measure_spread(VALUES, {"e"}, 3.0, direction)
    assert found is not None
    assert found.short == short, "who is on the level does not"


def test_who_has_no_figure_or_one_on_few_events_is_named_and_not_measured():
    found = measure_spread(VALUES, {"e"}, None, Direction.HIGHER)
    assert found is not None
    assert (found.missing, found.small, list(found.values)) == (("d",), ("e",), ["a", "b", "c"])
    assert (found.lowest, found.highest, found.difference, found.ratio) == (("a",), ("b",), 3, 2.5)
    assert found.mean == pytest.approx(10 / 3)


def test_nothing_is_so_many_times_nothing():
    found = measure_spread({"a": 0.0, "b": 1.0}, set(), None, Direction.HIGHER)
    assert found is not None
    assert found.ratio is None


def test_without_any_figure_there_is_no_spread():
    assert measure_spread({"a": nan}, set(), 1.0, Direction.HIGHER) is None
