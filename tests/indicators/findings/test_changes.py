"""What changed between the first and the last year."""

from math import nan

import pandas as pd
import pytest

from indicators.findings.changes import GapChange, GapCourse, compare_years
from indicators.gaps.gaps import Averaging


def frame(**years: list[float]) -> pd.DataFrame:
    return pd.DataFrame.from_dict({int(year[1:]): row for year, row in years.items()}, "index", columns=list("abcd"))


def test_every_area_rose_fell_or_stayed_as_it_reads():
    found = compare_years(frame(y2010=[1, 2, 3.04, nan], y2012=[9, 9, 9, 9], y2015=[2, 1, 3.01, 4]), 1)
    assert (found.first, found.last) == (2010, 2015)
    assert (found.higher, found.lower, found.same, found.unknown) == (("a",), ("b",), ("c",), ("d",))


def test_one_year_is_no_change():
    assert compare_years(frame(y2010=[1, 2, 3, 4]), 1) is None


def test_borders_that_were_drawn_anew_between_are_not_compared_across():
    values = frame(y2010=[1, 2, 3, 4], y2020=[2, 3, 4, 5])
    assert compare_years(values, 1, {"a": 2015}).redrawn == ("a",)
    assert compare_years(values, 1, {"a": 2010}).redrawn == (), "both years are of today's borders"


def test_few_events_in_either_year_are_not_compared():
    values = frame(y2010=[1, 2, 3, 4], y2020=[2, 3, 4, 5])
    small = values == 2
    found = compare_years(values, 1, small=small)
    assert (found.small, found.higher) == (("a", "b"), ("c", "d"))


@pytest.mark.parametrize(
    ("before", "after", "course"),
    [
        (0.7, 0.8, GapCourse.NARROWED),
        (0.8, 0.7, GapCourse.WIDENED),
        (0.7, 0.7, GapCourse.UNCHANGED),
        (0.9, 1.0, GapCourse.CLOSED),
        (1.1, 0.9, GapCourse.OPENED),
        (1.2, 1.1, GapCourse.AHEAD),
    ],
)
def test_the_course_of_a_gap(before, after, course):
    assert GapChange(2010, 2020, before, after, Averaging.SIMPLE).course(before, after) is course
