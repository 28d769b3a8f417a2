"""Which areas are highest and lowest, and how two groups of areas lie to each other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

_FEWEST_APART = 3  # areas of a group that must lie beyond the other one before it is worth a word, if not all of it


@dataclass(frozen=True)
class Extremes:
    """The areas of the ``highest`` and of the ``lowest`` value, by code: several where values read alike.

    ``known`` areas are compared; ``small`` ones rest on too few events for that, ``missing`` ones have no value.
    """

    highest: tuple[str, ...]
    lowest: tuple[str, ...]
    top: float
    bottom: float
    known: int
    missing: tuple[str, ...] = ()
    small: tuple[str, ...] = ()

    @property
    def are_alike(self) -> bool:
        """Whether all values that are compared read alike."""
        return self.highest == self.lowest

    @property
    def ratio(self) -> float | None:
        """The highest over the lowest; None where the lowest is no measure of it."""
        return self.top / self.bottom if self.bottom > 0 else None


class Side(StrEnum):
    """An end of the order of values."""

    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True)
class GroupEnd:
    """The first or last ``count`` areas are all of one ``group``; ``is_whole`` where that is all of the group."""

    group: str
    side: Side
    count: int
    is_whole: bool


def find_extremes(values: Mapping[str, float], small: Collection[str], decimals: int) -> Extremes | None:
    """The ends of ``values`` by area code (NaN is missing), ``small`` ones apart; None where none can be compared.

    They are compared rounded to ``decimals``, as ranks are.
    """
    known = {code: value for code, value in values.items() if not isnan(value)}
    firm = {code: value for code, value in known.items() if code not in small}
    if not firm:
        return None
    shown = {code: round(value, decimals) for code, value in firm.items()}
    top, bottom = max(shown.values()), min(shown.values())
    highest = tuple(code for code in firm if shown[code] == top)
    lowest = tuple(code for code in firm if shown[code] == bottom)
    return Extremes(
        highest,
        lowest,
        max(firm[code] for code in highest),
        min(firm[code] for code in lowest),
        len(firm),
        tuple(code for code in values if code not in known),
        tuple(code for code in known if code not in firm),
    )


def find_group_end(
    values: Mapping[str, float], groups: Mapping[str, str], decimals: int, focus: str
) -> GroupEnd | None:
    """The longest end of the order that one of two groups holds alone; None where neither holds one worth a word.

    ``groups`` maps the codes of ``values`` to their group; where both hold one whole it is told of the ``focus``.
    A missing value could lie anywhere: with one nothing is told.
    """
    members: dict[str, list[float]] = {}
    for code, value in values.items():
        members.setdefault(groups.get(code, ""), []).append(round(value, decimals))
    if len(members) != 2 or "" in members or any(map(isnan, values.values())):
        return None
    (one, ones), (other, others) = members.items()
    ends = [
        GroupEnd(key, side, count, count == len(own))
        for key, own, beside in ((one, ones, others), (other, others, ones))
        for side, count in (
            (Side.HIGHEST, sum(map(max(beside).__lt__, own))),
            (Side.LOWEST, sum(map(min(beside).__gt__, own))),
        )
    ]
    longest = max(ends, key=lambda end: (end.is_whole, end.is_whole and end.group == focus, end.count))
    return longest if longest.is_whole or longest.count >= _FEWEST_APART else None
