"""How areas changed between two years: by how much, in which class of one scale, and why some cannot be compared.

A change is the difference of two values as they are printed: a reader who subtracts finds the same number. Of counts
and of money, in which areas differ by their size, it is the relative change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import pandas as pd

from indicators.borders import Redrawn
from indicators.definition import Direction, Indicator
from indicators.thresholds import snap_to_edges

_BREAK_DIGITS = 2
_RELATIVE_DECIMALS = 1
_MOST_DECIMALS = 9
_SHARES = ("%", "‰")
_MONEY = "元"
_LENGTHS = ("年", "km")  # of one thing, and no count of many


class Uncomparable(StrEnum):
    """Why an area's two values are not compared."""

    EARLIER_MISSING = "a"
    LATER_MISSING = "b"
    BOTH_MISSING = "c"
    REDRAWN = "d"
    TOO_FEW = "e"
    FROM_ZERO = "f"


@dataclass(frozen=True)
class Changes:
    """What became of the areas between two years, each by area code in map order.

    ``values`` are changes in the scale's unit, NaN where ``reasons`` (else None) says why there is none. ``ranks`` put
    the greatest improvement first, of a neutral indicator the greatest rise; states are not ranked.
    """

    values: pd.Series
    reasons: pd.Series
    ranks: pd.Series

    def among(self, codes: list[str], indicator: Indicator) -> "Changes":
        """Those of some areas, ranked among themselves."""
        values = self.values[codes]
        return Changes(values, self.reasons[codes], _rank_changes(values, indicator))


@dataclass(frozen=True)
class ChangeScale:
    """The classes of all changes of an indicator, whatever the years: a colour means one change.

    ``breaks`` are ascending and above zero; they part rises, and their opposites falls. Nothing but no change is in the
    class between. A change on a break belongs to the class that is farther from no change.
    """

    breaks: tuple[float, ...]

    @property
    def unchanged(self) -> int:
        """The number of the class of no change; falls have those below, rises those above."""
        return len(self.breaks) + 1

    def classify(self, values: pd.Series) -> pd.Series:
        """The class number of every change, as nullable integers."""
        sizes = snap_to_edges(values.abs().to_numpy(dtype=float), self.breaks)
        steps = np.searchsorted(np.asarray(self.breaks), sizes, side="right") + 1
        numbers = self.unchanged + np.sign(values.to_numpy(dtype=float)) * steps
        return pd.Series(numbers, index=values.index).astype("Int64")


def is_relative(indicator: Indicator) -> bool:
    """Whether a change is told in per cent of the earlier value: of counts and of money."""
    if indicator.yes_no or indicator.declared_unit in _SHARES:
        return False
    if _MONEY in indicator.declared_unit:
        return True
    unit = indicator.declared_unit
    return indicator.formula.denominator is None and "/" not in unit and unit not in _LENGTHS


def compare_years(
    indicator: Indicator, shown: pd.DataFrame, small: pd.DataFrame, redrawn: Redrawn, years: tuple[int, int]
) -> Changes:
    """The changes between two ``years``, the earlier one first.

    ``shown`` are the values as they are printed, ``small`` which of them rest on too few events, both years x areas.
    """
    earlier, later = (shown.loc[year].to_numpy(dtype=float) for year in years)
    relative, areas = is_relative(indicator), shown.columns
    since = np.array([redrawn.get(code, years[0]) for code in areas])
    absent = np.isnan(earlier), np.isnan(later)
    found = {  # the first that holds is told
        Uncomparable.BOTH_MISSING: absent[0] & absent[1],
        Uncomparable.EARLIER_MISSING: absent[0],
        Uncomparable.LATER_MISSING: absent[1],
        Uncomparable.REDRAWN: (years[0] < since) & (since <= years[1]),
        Uncomparable.TOO_FEW: small.loc[list(years)].to_numpy(dtype=bool).any(axis=0),
        Uncomparable.FROM_ZERO: (earlier == 0) & relative,
    }
    told = np.full(len(areas), None, dtype=object)
    for reason, holds in reversed(found.items()):
        told[holds] = reason
    reasons = pd.Series(told, areas, dtype=object)
    bases = np.where(earlier == 0, np.nan, np.abs(earlier)) / 100 if relative else 1.0
    differences = ((later - earlier) / bases).round(_RELATIVE_DECIMALS if relative else _MOST_DECIMALS)
    values = pd.Series(differences + 0.0, areas).mask(reasons.notna())  # no minus before nothing
    return Changes(values, reasons, _rank_changes(values, indicator))


def _rank_changes(values: pd.Series, indicator: Indicator) -> pd.Series:
    if indicator.yes_no:
        return pd.Series(np.nan, values.index)
    return values.rank(method="min", ascending=indicator.direction is Direction.LOWER)


def find_change_scale(indicator: Indicator, changes: Mapping[tuple[int, int], Changes]) -> ChangeScale:
    """The scale that fits all ``changes`` of an indicator, by years.

    What changes between any two years parts slight changes from others, and what changed from the first year to the
    last one parts the others: a map of neighbouring years shows a pattern, and so does one of all years.
    """
    if indicator.yes_no or not changes:
        return ChangeScale(())
    every = _sort_sizes(changes.values())
    longest = _sort_sizes([changes[max(changes, key=lambda years: years[1] - years[0])]])
    if not len(every):
        return ChangeScale(())
    edges = [_find_third(every, 1), *(_find_third(longest, part) for part in (1, 2) if len(longest))]
    breaks = sorted({float(f"{edge:.{_BREAK_DIGITS}g}") for edge in edges})
    return ChangeScale(tuple(each for each in breaks if every[0] < each <= every[-1]))


def _sort_sizes(changes: Iterable[Changes]) -> np.ndarray:
    """How great the changes are, whichever way, but for those that are none."""
    sizes = np.concatenate([one.values.abs().to_numpy() for one in changes])
    return np.sort(sizes[sizes > 0])


def _find_third(sizes: np.ndarray, part: int) -> float:
    return float(sizes[len(sizes) * part // 3])


def list_pairs(years: list[int]) -> Iterator[tuple[int, int]]:
    """Every two different years, the earlier one first."""
    return combinations(sorted(years), 2)
