"""What the profile of a county is made of: where it stands among the counties, how it moved, what it was to reach."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from indicators.borders import select_same_borders
from indicators.definition import Direction, Domain, Indicator, ValueKind
from indicators.gaps.gaps import pick_values
from indicators.gaps.small_counts import CountBasis, count_bases
from indicators.notes import list_distinct_notes
from indicators.policy.ledger import PolicyTarget
from indicators.policy.progress import Status, TargetProgress
from indicators.ranks import rank_values
from indicators.thresholds import at_most

SIMILAR_SHARE = 0.05  # within a twentieth of the city's value a county counts as similar to it
FEWEST_FOR_QUARTILES = 4


class CityComparison(StrEnum):
    """A county against the city's value; ``UNJUDGED`` where one of them is unknown or the indicator only describes."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    UNJUDGED = "unjudged"


@dataclass(frozen=True)
class ComparisonAreas:
    """The area codes that a county is compared with: all counties, the benchmark group, the city, the outside area."""

    counties: list[str]
    benchmark: list[str]
    city: str
    reference: str | None


@dataclass(frozen=True)
class Spread:
    """How the counties with a value lie around a centre, in the indicator's unit.

    The centre is the city's value, or the median of these counties where that is unknown. ``quartiles`` bound the
    middle half; None for fewer than four counties.
    """

    worst: float
    best: float
    centre: float
    quartiles: tuple[float, float] | None
    rises: bool

    def position(self, value: float) -> float | None:
        """Where a value stands: 0 at the centre, better to the right, the farther of worst and best at 1 from it.

        None where the counties do not differ, so that there is no scale for another value.
        """
        reach = max(abs(self.best - self.centre), abs(self.worst - self.centre))
        if not reach:
            return 0.0 if value == self.centre else None
        return (value - self.centre) / reach * (1 if self.rises else -1)


@dataclass(frozen=True)
class CountyComparison:
    """One county in one year, in the indicator's unit; None for whatever is unknown.

    ``rank`` is 1 for the best (the highest of a neutral indicator) of the ``counted`` counties that can be ranked.
    ``basis`` is what the value rests on, where chance is in it: a small one has no rank and no verdict. ``city``
    is the pooled value, ``benchmark`` the simple mean of that group with all its members, ``reference`` an outside
    area's. ``shares_rank`` says that another county has the same rank. ``spread`` is None when no county has a value.
    """

    indicator: Indicator
    value: float | None
    kind: ValueKind | None
    source: str
    note: str
    rank: int | None
    counted: int
    city: float | None
    benchmark: float | None
    reference: float | None
    spread: Spread | None
    against_city: CityComparison
    basis: CountBasis | None = None
    shares_rank: bool = False

    @property
    def is_small(self) -> bool:
        """Whether the value rests on too few events to be ranked or judged."""
        return self.basis is not None and self.basis.is_small


@dataclass(frozen=True)
class Trend:
    """Yearly values of a county and simple means of its group; None where unknown, for a mean if any member is.

    ``anew`` are the positions at which the county's line and the group's start anew, for borders were drawn anew.
    """

    years: list[int]
    county: list[float | None]
    group: list[float | None]
    anew: tuple[int | None, int | None] = (None, None)

    @property
    def known_years(self) -> list[int]:
        """The years in which the county has a value."""
        return [year for year, value in zip(self.years, self.county, strict=True) if value is not None]


class Course(StrEnum):
    """What became of a figure: ``UNCLEAR`` where chance may have moved it, ``UNJUDGED`` where no way is better."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNCLEAR = "unclear"
    UNJUDGED = "unjudged"


@dataclass(frozen=True)
class FigureChange:
    """A county's value in the first year that can be held against a later one, and in that one."""

    first: int
    last: int
    before: float
    after: float
    course: Course


@dataclass(frozen=True)
class KeyFigure:
    """A headline indicator: where the county stands, how it got there, and what changed; None where nothing is told."""

    comparison: CountyComparison
    trend: Trend
    change: FigureChange | None = None


@dataclass(frozen=True)
class CountyTarget:
    """A target that speaks of the county, as of the profile's year; its value is shown with ``decimals``.

    ``mapped`` says whether its indicator has a map in the dataset.
    """

    article: int
    target: PolicyTarget
    decimals: int
    progress: TargetProgress
    mapped: bool


@dataclass(frozen=True)
class TownshipColumn:
    """One indicator in its latest year up to the profile's, a value for each township (None where unknown)."""

    indicator: Indicator
    year: int
    values: list[float | None]
    kinds: list[ValueKind]
    sources: list[str]
    notes: list[str]


@dataclass(frozen=True)
class CountyProfile:
    """One county as of one year in one dataset. ``group``, ``benchmark`` and ``reference`` are names.

    ``census_mark`` says why its years are not, or not quite, of the same place; empty where they are.
    """

    dataset: str
    dataset_name: str
    county: str
    name: str
    year: int
    group: str
    group_colour: str
    benchmark: str
    reference: str
    key_figures: list[KeyFigure]
    comparisons: dict[Domain, list[CountyComparison]]
    targets: dict[Status, list[CountyTarget]]
    townships: list[str]
    township_columns: list[TownshipColumn]
    census_mark: str = ""

    def origins(self) -> tuple[list[ValueKind], list[str], list[str]]:
        """The kinds, the sources and the notes of all values of the county and its townships, each once."""
        every = [figure.comparison for figure in self.key_figures]
        every += [standing for standings in self.comparisons.values() for standing in standings]
        kinds = {standing.kind for standing in every if standing.kind}
        kinds |= {kind for column in self.township_columns for kind in column.kinds}
        sources = [standing.source for standing in every if standing.source]
        sources += [source for column in self.township_columns for source in column.sources]
        notes = [standing.note for standing in every]
        notes += [note for column in self.township_columns for note in column.notes]
        return [kind for kind in ValueKind if kind in kinds], list(dict.fromkeys(sources)), list_distinct_notes(notes)


def is_comparable(indicator: Indicator) -> bool:
    """Whether counties can be held against each other: a rate can, a plain count and a yes or no cannot."""
    return indicator.formula.denominator is not None and not indicator.yes_no


def compare_county(
    indicator: Indicator, records: pd.DataFrame, county: str, among: ComparisonAreas
) -> CountyComparison:
    """Where ``county`` stands.

    ``records`` is of one year, indexed by area code with ``value, kind, source, note, numerator, denominator``.
    """
    values = records["value"]
    own, city = _read_value(values, county), _read_value(values, among.city)
    known = pd.Series(pick_values(values, among.counties), among.counties).dropna()
    benchmark = pick_values(values, among.benchmark).mean()
    rests = count_bases(indicator, records)
    few = {code for code, basis in rests.items() if basis.is_small}
    ranked = known.drop(labels=[code for code in known.index if code in few])
    ranks = rank_values(ranked, indicator)
    rank = None if own is None or indicator.yes_no or county in few else int(ranks[county])
    judged = not few & {county, among.city}
    return CountyComparison(
        indicator=indicator,
        value=own,
        kind=None if own is None else ValueKind(str(records.at[county, "kind"])),
        source="" if own is None else str(records.at[county, "source"]),
        note="" if own is None else str(records.at[county, "note"]),
        rank=rank,
        counted=len(ranked),
        city=city,
        benchmark=None if pd.isna(benchmark) else float(benchmark),
        reference=_read_value(values, among.reference) if among.reference else None,
        spread=_measure_spread(known, city, indicator.direction) if len(known) else None,
        against_city=compare_with_city(own, city, indicator) if judged else CityComparison.UNJUDGED,
        basis=rests.get(county),
        shares_rank=rank is not None and int((ranks == rank).sum()) > 1,
    )


def compare_with_city(value: float | None, city: float | None, indicator: Indicator) -> CityComparison:
    """Better or worse than the city by the indicator's direction, similar within a twentieth of the city's value."""
    judged = is_comparable(indicator) and indicator.direction is not Direction.NEUTRAL
    if value is None or city is None or not judged:
        return CityComparison.UNJUDGED
    if at_most(abs(value - city), SIMILAR_SHARE * abs(city)):
        return CityComparison.SIMILAR
    return (
        CityComparison.BETTER if (value > city) == (indicator.direction is Direction.HIGHER) else CityComparison.WORSE
    )


def build_county_trend(records: pd.DataFrame, county: str, members: list[str]) -> Trend:
    """The path of ``county`` and of its group's ``members``. ``records`` is indexed by area code and year."""
    own = records["value"][records.index.get_level_values("area_code").isin(members)]
    wide = own.unstack("area_code").reindex(columns=members).sort_index()
    means = wide.mean(axis="columns", skipna=False)
    return Trend([int(year) for year in wide.index], _list_values(wide[county]), _list_values(means))


def compare_figures(
    indicator: Indicator, records: pd.DataFrame, year: int, since: int | None = None
) -> FigureChange | None:
    """What became of a county's figure between the first known year and ``year``; None where there are no two.

    ``records`` are the county's own by year, with ``value, numerator, denominator``. Years before ``since``, in which
    its borders were drawn anew, are no part of it, nor is a figure that rests on too few events.
    """
    bases = count_bases(indicator, records)
    values = {int(str(each)): float(value) for each, value in records["value"].dropna().items()}
    rests = {int(each): basis for each, basis in bases.items()}
    firm = {each: value for each, value in values.items() if each not in rests or not rests[each].is_small}
    alike = select_same_borders(firm, year, since)
    first = min(alike, default=year)
    if year not in alike or first >= year:
        return None
    course = _judge_course(indicator, alike[first], alike[year])
    if course is not Course.UNJUDGED and _overlap(rests.get(first), rests.get(year)):
        course = Course.UNCLEAR
    return FigureChange(first, year, alike[first], alike[year], course)


def _judge_course(indicator: Indicator, before: float, after: float) -> Course:
    """Judged as the values are printed."""
    if indicator.direction is Direction.NEUTRAL:
        return Course.UNJUDGED
    one, other = (round(value, indicator.decimals) for value in (before, after))
    if one == other:
        return Course.SAME
    return Course.BETTER if (other > one) is (indicator.direction is Direction.HIGHER) else Course.WORSE


def _overlap(one: CountBasis | None, other: CountBasis | None) -> bool:
    """Whether chance alone may lie between two figures; where an interval is not known it may."""
    if one is None or other is None:
        return False
    if one.interval is None or other.interval is None:
        return True
    return one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]


def _read_value(values: pd.Series, code: str) -> float | None:
    value = values.get(code)
    return None if value is None or pd.isna(value) else float(value)


def _list_values(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in values]


def _measure_spread(known: pd.Series, city: float | None, direction: Direction) -> Spread:
    low, high = float(known.min()), float(known.max())
    rises = direction is not Direction.LOWER
    quarter, median, three_quarters = map(float, np.quantile(known, (0.25, 0.5, 0.75)))
    return Spread(
        worst=low if rises else high,
        best=high if rises else low,
        centre=median if city is None else city,
        quartiles=(quarter, three_quarters) if len(known) >= FEWEST_FOR_QUARTILES else None,
        rises=rises,
    )
