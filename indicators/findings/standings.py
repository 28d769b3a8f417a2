"""How a county stands as a whole: how many figures are better, where it is first or last, and what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.definition import Direction, Indicator
from indicators.profile import CityComparison, CountyComparison, Course, KeyFigure

_FEWEST_RANKED = 3  # counties among which being first or last is worth a word


@dataclass(frozen=True)
class Standing:
    """How many indicators got each verdict, and those in which the county alone is ``first`` or ``last``."""

    counts: Mapping[CityComparison, int]
    first: tuple[Indicator, ...]
    last: tuple[Indicator, ...]


@dataclass(frozen=True)
class Courses:
    """What became of the figures that have a value: how many took each course, since the ``first`` years.

    ``alone`` is how many have no earlier value that they can be held against.
    """

    counts: Mapping[Course, int]
    first: tuple[int, ...]
    alone: int


def find_standing(comparisons: Iterable[CountyComparison]) -> Standing:
    """Count the verdicts; where no way is better nobody is first or last."""
    every = list(comparisons)
    verdicts = [one.against_city for one in every]
    ranked = [
        one
        for one in every
        if one.rank is not None
        and not one.shares_rank
        and one.counted >= _FEWEST_RANKED
        and one.indicator.direction is not Direction.NEUTRAL
    ]
    return Standing(
        {verdict: verdicts.count(verdict) for verdict in CityComparison},
        tuple(one.indicator for one in ranked if one.rank == 1),
        tuple(one.indicator for one in ranked if one.rank == one.counted),
    )


def find_courses(figures: Sequence[KeyFigure]) -> Courses:
    """Count the courses of the figures that have a value."""
    known = [figure.change for figure in figures if figure.comparison.value is not None]
    told = [change for change in known if change]
    courses = [change.course for change in told]
    return Courses(
        {course: courses.count(course) for course in Course},
        tuple(sorted({change.first for change in told})),
        len(known) - len(told),
    )
