"""What changed between two years: the counties one by one, and the gap between two groups."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import pandas as pd

from indicators.borders import Redrawn
from indicators.gaps.gaps import Averaging, Gap

NEVER_REDRAWN: Redrawn = MappingProxyType({})


@dataclass(frozen=True)
class Changes:
    """The areas that are higher, lower and the same as they read in a later year.

    ``unknown`` ones lack one of the two values; of ``redrawn`` ones they are of different borders; ``small`` ones rest
    on too few events in either year.
    """

    first: int
    last: int
    higher: tuple[str, ...]
    lower: tuple[str, ...]
    same: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    redrawn: tuple[str, ...] = ()
    small: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        """How many areas are compared."""
        return len(self.higher) + len(self.lower) + len(self.same)


class GapCourse(StrEnum):
    """What became of a gap whose ratio is better the higher it is, 1 where both groups are alike."""

    NARROWED = "narrowed"
    WIDENED = "widened"
    UNCHANGED = "unchanged"
    CLOSED = "closed"  # the measured group was behind and is not any more
    OPENED = "opened"  # it was not behind and is now
    AHEAD = "ahead"  # it is behind in neither year


@dataclass(frozen=True)
class GapChange:
    """The ratio of two years under one way of averaging."""

    first: int
    last: int
    before: float
    after: float
    averaging: Averaging

    def course(self, before: float, after: float) -> GapCourse:
        """What became of the gap, judged by the two ratios as they are printed."""
        if before >= 1 and after >= 1:
            return GapCourse.AHEAD
        if before < 1 <= after:
            return GapCourse.CLOSED
        if after < 1 <= before:
            return GapCourse.OPENED
        if before == after:
            return GapCourse.UNCHANGED
        return GapCourse.NARROWED if after > before else GapCourse.WIDENED


def compare_years(
    values: pd.DataFrame, decimals: int, redrawn: Redrawn = NEVER_REDRAWN, small: pd.DataFrame | None = None
) -> Changes | None:
    """Compare the first year of ``values`` (years x areas) with the last; None where there is only one.

    ``small`` says which values rest on too few events.
    """
    if len(values.index) < 2:
        return None
    first, last = int(values.index[0]), int(values.index[-1])
    before: pd.Series = values.iloc[0].round(decimals)
    after: pd.Series = values.iloc[-1].round(decimals)
    known: pd.Series = before.notna() & after.notna()
    few: pd.Series = ~known if small is None else small.loc[[first, last]].any()
    few &= known
    anew: pd.Series = (
        known & ~few & values.columns.isin([code for code, since in redrawn.items() if first < since <= last])
    )
    firm: pd.Series = known & ~few & ~anew
    held = [firm & (after > before), firm & (after < before), firm & (after == before), ~known, anew, few]
    return Changes(
        first, last, *(tuple(str(code) for code in values.columns[mask.to_numpy(dtype=bool)]) for mask in held)
    )


def compare_gaps(gaps: dict[int, Gap]) -> GapChange | None:
    """The first and the last ratio that was judged under one way of averaging; None where there are no two.

    ``gaps`` are of the same borders.
    """
    judged = {year: gaps[year] for year in sorted(gaps) if gaps[year].judged_ratios and not gaps[year].missing}
    if len(judged) < 2:
        return None
    first, last = min(judged), max(judged)
    averaging = judged[last].averaging_in_words
    before, after = (judged[year].judged_ratios.get(averaging) for year in (first, last))
    if before is None or after is None:
        return None
    return GapChange(first, last, before, after, averaging)
