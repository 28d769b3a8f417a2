"""The gap judged and followed over the years: verdicts, the crossing of the 80 % line, rises that are none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import pandas as pd

from indicators.definition import Direction, Indicator, ValueKind
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, Gap, reaches_line
from indicators.thresholds import above, at_most, below, count_whole_units

Range = tuple[float, float]  # the lowest and the highest value


class Assessment(StrEnum):
    """What a year's gap says about the line, most pressing first. The last six are no verdict but say why."""

    SHORT = "short"
    SENSITIVE = "sensitive"
    REACHED = "reached"
    UNDEFINED = "undefined"
    UNGROUPED = "ungrouped"
    TOO_FEW = "too_few"
    MISSING = "missing"
    NOT_JUDGED = "not_judged"
    NO_DATA = "no_data"


VERDICTS = frozenset({Assessment.SHORT, Assessment.SENSITIVE, Assessment.REACHED})


class Certainty(StrEnum):
    """How firm a verdict is although values are missing."""

    CERTAIN = "certain"  # the same whatever the missing values are
    ALMOST_CERTAIN = "almost_certain"  # the same for every plausible value
    DEPENDS = "depends"  # some plausible values give one verdict, some another
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True)
class VerdictBounds:
    """What can be said of a year's verdict while ``missing`` members have no value.

    ``assessment`` is the verdict that holds, None where it depends or cannot be told. ``turns_at`` are the lowest and
    the highest mean of the missing members, in the indicator's unit, at which a way of averaging crosses the line; None
    where both groups lack members, or where the weight of the missing ones is not known. ``reached_above`` says
    on which side of it the line is reached. ``plausible`` is the range that was compared with, by area code.
    """

    missing: tuple[str, ...]
    certainty: Certainty
    assessment: Assessment | None
    turns_at: Range | None
    reached_above: bool
    plausible: dict[str, Range]


@dataclass(frozen=True)
class IndicatorGap:
    """One indicator in one year; ``gap`` is None without any value. Kinds, sources and notes are of the counties.

    ``bounds`` is what is certain although members lack a value.
    """

    indicator: Indicator
    gap: Gap | None
    assessment: Assessment
    kinds: tuple[ValueKind, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    bounds: VerdictBounds | None = None

    @property
    def is_judged(self) -> bool:
        """Whether the assessment is a verdict; the others say why there is none."""
        return self.assessment in VERDICTS


def assess_gap(gap: Gap | None, direction: Direction) -> Assessment:
    """Hold every reading that carries a verdict against the line; sensitive where they disagree."""
    if gap is None:
        return Assessment.NO_DATA
    if direction is Direction.NEUTRAL:
        return Assessment.NOT_JUDGED
    if gap.is_ungrouped or gap.missing:
        return Assessment.UNGROUPED if gap.is_ungrouped else Assessment.MISSING
    reached = {reaches_line(ratio) for ratio in gap.judged_ratios.values()}
    if not reached:
        return Assessment.TOO_FEW if gap.is_small else Assessment.UNDEFINED
    if len(reached) == 2:
        return Assessment.SENSITIVE
    return Assessment.REACHED if reached.pop() else Assessment.SHORT


def select_preferred_average(readings: Mapping[Averaging, float | None] | Mapping[Averaging, float]) -> float | None:
    """The pooled reading, or the simple mean where the parts are not known."""
    pooled = readings.get(Averaging.POOLED)
    return readings.get(Averaging.SIMPLE) if pooled is None else pooled


def compute_relative_level(level: float | None, benchmark: float | None, direction: Direction) -> float | None:
    """A level over its benchmark, inverted where lower is better; None for a neutral indicator or a zero divisor."""
    upper, lower = (benchmark, level) if direction is Direction.LOWER else (level, benchmark)
    if direction is Direction.NEUTRAL or upper is None or not lower:
        return None
    return upper / lower


def find_first_judged(gaps: Mapping[int, Gap], year: int) -> tuple[int, float] | None:
    """The first year in which what is said of ``year`` was judged too, averaged alike, with its ratio; None if none."""
    reading = gaps[year].averaging_in_words
    if reading not in gaps[year].judged_ratios:
        return None
    judged = {then: gap.judged_ratios[reading] for then, gap in gaps.items() if reading in gap.judged_ratios}
    first = min(judged)
    return (first, judged[first]) if first < year else None


def tabulate_ratios(gaps: Mapping[int, Gap]) -> pd.DataFrame:
    """Ratios that carry a verdict, years x readings, NaN where there is none."""
    rows = {year: {str(reading): ratio for reading, ratio in gap.judged_ratios.items()} for year, gap in gaps.items()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=[str(r) for r in Averaging]).astype(float).sort_index()


class CrossingStatus(StrEnum):
    """Whether and why a crossing can be told."""

    REACHED = "reached"
    CROSSES = "crosses"
    NOT_RISING = "not_rising"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Crossing:
    """When the straight line through the first and the last known ratio crosses the 80 % line.

    ``year`` is the first whole year on or above it; with the line already reached, ``since`` is the first year of the
    unbroken run of known years there. ``yearly`` is the slope, ratio a year.
    """

    status: CrossingStatus
    first_year: int | None = None
    last_year: int | None = None
    yearly: float | None = None
    year: int | None = None
    since: int | None = None


def project_crossing(ratios: pd.Series) -> Crossing:
    """The crossing of ``ratios`` (indexed by year, NaN where unknown)."""
    known = ratios.dropna().sort_index()
    if known.empty:
        return Crossing(CrossingStatus.TOO_FEW)
    first, last = int(known.index[0]), int(known.index[-1])
    held = known.map(reaches_line)
    if held[last]:
        short = known.index[~held]
        since = first if short.empty else int(known.index[known.index > short[-1]][0])
        return Crossing(CrossingStatus.REACHED, first, last, since=since)
    if first == last:
        return Crossing(CrossingStatus.TOO_FEW, first, last)
    yearly = float(known[last] - known[first]) / (last - first)
    if at_most(known[last], known[first]):
        return Crossing(CrossingStatus.NOT_RISING, first, last, yearly)
    years_left = count_whole_units((EQUALITY_LINE - float(known[last])) / yearly, EQUALITY_LINE / yearly)
    return Crossing(CrossingStatus.CROSSES, first, last, yearly, year=last + years_left)


@dataclass(frozen=True)
class BenchmarkFall:
    """The ratio rose from ``start`` to ``end`` while the benchmark group's level became worse.

    Each pair is before and after, levels in the indicator's unit. ``focus_improved`` says whether the measured group
    became better besides.
    """

    start: int
    end: int
    ratio: tuple[float, float]
    benchmark: tuple[float, float]
    focus_improved: bool


def find_benchmark_falls(
    gaps: Mapping[int, Gap], focus: str, benchmark: str, direction: Direction
) -> list[BenchmarkFall]:
    """Every step between known years, and the whole path, in which the ratio rose and the benchmark became worse."""
    known = sorted(year for year, gap in gaps.items() if select_preferred_average(gap.judged_ratios) is not None)
    steps = list(pairwise(known))
    if len(steps) > 1:
        steps.append((known[0], known[-1]))
    better, worse = (below, above) if direction is Direction.LOWER else (above, below)
    falls = []
    for start, end in steps:
        ratio, theirs, own = (
            (float(select_preferred_average(before) or 0), float(select_preferred_average(after) or 0))
            for before, after in (
                (gaps[start].judged_ratios, gaps[end].judged_ratios),
                (gaps[start].levels[benchmark].averages, gaps[end].levels[benchmark].averages),
                (gaps[start].levels[focus].averages, gaps[end].levels[focus].averages),
            )
        )
        if above(ratio[1], ratio[0]) and worse(theirs[1], theirs[0]):
            falls.append(BenchmarkFall(start, end, ratio, theirs, better(own[1], own[0])))
    return falls
