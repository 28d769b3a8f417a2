"""Whether what the two censuses say of a county is said of the same place."""

from collections.abc import Iterable
from enum import StrEnum


class Comparability(StrEnum):
    """How the figures of 2010 and 2020 of a county compare."""

    FULL = "full"
    ZONES_APART = "zones_apart"  # development zones of its prefecture are counted apart in 2020
    APPROXIMATE = "approximate"  # townships moved; the code is the best there is
    NONE = "none"  # a figure of 2010 is missing, or of another place


def group_marks(marks: Iterable[tuple[str, Comparability]]) -> dict[Comparability, list[str]]:
    """The names of areas by the mark that they bear, those that compare fully left out."""
    pairs = list(marks)
    grouped = {mark: [name for name, own in pairs if own is mark] for mark in Comparability}
    return {mark: names for mark, names in grouped.items() if names and mark is not Comparability.FULL}
