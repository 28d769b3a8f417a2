"""Borders that were drawn anew: figures of before are of another place, and no change is told across."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeVar

Found = TypeVar("Found")
Redrawn = Mapping[str, int]  # by area code or key of a group: the first year whose figures are of today's borders


def select_same_borders(by_year: Mapping[int, Found], year: int, since: int | None) -> dict[int, Found]:
    """What is of the same borders as a year; everything where they were not drawn anew."""
    return {each: found for each, found in by_year.items() if since is None or (each >= since) is (year >= since)}


def find_break(years: Sequence[int], since: int | None) -> int | None:
    """The position of the ascending year that a line starts anew with; None where there is nothing before or after."""
    at = 0 if since is None else bisect_left(years, since)
    return at if 0 < at < len(years) else None
