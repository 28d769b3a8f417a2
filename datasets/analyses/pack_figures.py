"""The figures that a pack is written from: gaps, targets, county profiles and their counts, each computed once."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from math import isnan
from typing import Any

from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.gap_analysis import assess_indicator, select_county_values, sort_by_urgency
from datasets.analyses.pack_request import PackChoice
from datasets.analyses.target_statuses import TargetResult, assess_targets
from datasets.analyses.value_tables import value_rows
from datasets.city.city import City
from geodata.region import Level
from indicators.borders import select_same_borders
from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment, BenchmarkFall, IndicatorGap, find_benchmark_falls
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, Gap
from indicators.gaps.small_counts import count_bases
from indicators.policy.progress import Status
from indicators.profile import CountyComparison, CountyProfile


class PackFigures:
    """Everything that the sentences, tables and data sheets of one pack are made from."""

    def __init__(self, city: City, choice: PackChoice) -> None:
        self.city, self.choice = city, choice
        own, policy = city.region, city.of_policy.region
        self.groups = {key: group.name for key, group in (policy.groups | own.groups).items()}
        self.focus, self.benchmark = self.groups[own.focus], self.groups[own.benchmark]
        self.is_whole = own.compared_area is not None  # compared as a whole: nothing is averaged

    def years(self, key: str) -> list[int]:
        """The years in which any county has a value of an indicator."""
        return self.city.years(self.choice.dataset, key, Level.COUNTY)

    @cached_property
    def gaps(self) -> dict[tuple[str, int], IndicatorGap]:
        """Every chosen indicator in every year with a value of a county, by indicator and year."""
        return {
            (key, year): assess_indicator(self.city, self.choice.dataset, key, year)
            for key in self.choice.indicators
            for year in self.years(key)
        }

    @cached_property
    def gaps_of_year(self) -> list[IndicatorGap]:
        """All indicators in the pack's year, the most pressing first; one without a value is not among them."""
        keys = [(key, self.choice.year) for key in self.choice.indicators]
        return sort_by_urgency([self.gaps[key] for key in keys if key in self.gaps])

    @property
    def assessment_counts(self) -> Counter[Assessment]:
        """How many indicators got each assessment in the pack's year."""
        return Counter(found.assessment for found in self.gaps_of_year)

    def first_judged_year(self, key: str, year: int) -> int | None:
        """The first year with a verdict on the same borders, which an indicator's year is compared with."""
        judged = {at: found for (own, at), found in self.gaps.items() if own == key and found.is_judged}
        return min(select_same_borders(judged, year, self._redrawn), default=None)

    def is_cut_off(self, key: str, year: int) -> bool:
        """Whether earlier years were judged too, but of other borders."""
        judged = {at: found for (own, at), found in self.gaps.items() if own == key and found.is_judged}
        return min(judged, default=year) < (self.first_judged_year(key, year) or year)

    @cached_property
    def _redrawn(self) -> int | None:
        """The first year whose figures are of the groups' borders of today."""
        redrawn = self.city.redrawn(self.choice.dataset)
        return max((redrawn[key] for key in self.city.region.groups if key in redrawn), default=None)

    def gap_cells(self, key: str, year: int) -> dict[str, Any]:
        """The numbers of an indicator's gap in a year by the columns of the sheet of gaps; empty without a gap.

        ``excess`` and ratios are shares, ``points_short`` and ``change`` percentage points.
        """
        found, region = self.gaps[key, year], self.city.region
        gap = found.gap
        if gap is None:
            return {}
        cells: dict[str, Any] = {}
        for column, group in (("focus", region.focus), ("benchmark", region.benchmark)):
            level = gap.levels[group]
            cells |= {f"{averaging}_{column}": level.averages[averaging] for averaging in Averaging}
            cells[f"{column}_events"] = level.basis.events if level.basis else None
            low, high = (level.basis.interval if level.basis else None) or (None, None)
            cells |= {f"{column}_low": low, f"{column}_high": high}
        if found.assessment is not Assessment.NOT_JUDGED:  # a ratio that no page judges is not given either
            cells |= {f"{averaging}_ratio": ratio for averaging, ratio in gap.judged_ratios.items()}
        ratio = gap.ratios[gap.averaging_in_words]
        if ratio is None or not found.is_judged:
            return cells
        if found.indicator.direction is Direction.LOWER and ratio > 0:
            cells["excess"] = 1 / ratio - 1
        return cells | {"points_short": (EQUALITY_LINE - ratio) * 100} | self._change_cells(key, year, gap, ratio)

    def _change_cells(self, key: str, year: int, gap: Gap, ratio: float) -> dict[str, Any]:
        first_year = self.first_judged_year(key, year)
        first = None if first_year in (None, year) else self.gaps[key, first_year or 0].gap
        before = first.judged_ratios.get(gap.averaging_in_words) if first else None
        return {} if before is None else {"first_year": first_year, "change": (ratio - before) * 100}

    def benchmark_fall(self, key: str, year: int) -> tuple[BenchmarkFall, tuple[Averaging, Averaging]] | None:
        """The longest rise up to ``year`` with a worse benchmark group, and how its start and end are averaged."""
        region, direction = self.city.region, self.city.indicators[key].direction
        gaps = {
            at: found.gap
            for (own, at), found in self.gaps.items()
            if own == key and at <= year and found.gap and found.is_judged
        }
        gaps = select_same_borders(gaps, year, self._redrawn)
        falls = find_benchmark_falls(gaps, region.focus, region.benchmark, direction)
        fall = min((fall for fall in falls if fall.end == year), key=lambda fall: fall.start, default=None)
        if fall is None:
            return None
        return fall, (_preferred_averaging(gaps[fall.start]), _preferred_averaging(gaps[fall.end]))

    def county_values(self, key: str, year: int) -> tuple[dict[str, float | None], list[str]]:
        """An indicator's value by county, None where unknown; and the counties whose value rests on too few events."""
        records = select_county_values(self.city, self.choice.dataset, key, year)
        values = {str(code): None if isnan(value) else float(value) for code, value in records["value"].items()}
        bases = count_bases(self.city.indicators[key], records)
        few = [code for code, basis in bases.items() if basis.is_small]
        return values, few

    def value_rows(self, key: str) -> list[dict[str, Any]]:
        """An indicator's values of the city and its counties in all years, as ``value_tables.COLUMNS``."""
        rows = (
            value_rows(self.city, self.choice.dataset, key, level, self.years(key)).to_dict("records")
            for level in (Level.CITY, Level.COUNTY)
        )
        return [{str(column): cell for column, cell in row.items()} for of_level in rows for row in of_level]

    @cached_property
    def targets(self) -> list[TargetResult]:
        """The targets that the pack speaks of: the department's, or all."""
        results = assess_targets(self.city, self.choice.dataset, self.choice.year)
        return [result for result in results if self.choice.department in ("", result.article.lead_department)]

    @property
    def status_counts(self) -> Counter[Status]:
        """How many targets count as each status."""
        return Counter(result.counted_status for result in self.targets)

    @cached_property
    def profiles(self) -> dict[str, CountyProfile]:
        """The profiles of the chosen counties, by code."""
        choice = self.choice
        return {code: build_county_profile(self.city, choice.dataset, code, choice.year) for code in choice.counties}

    def county_comparisons(self, code: str) -> list[CountyComparison]:
        """A county in the chosen indicators."""
        profile = self.profiles[code]
        every = [figure.comparison for figure in profile.key_figures]
        every += [one for comparisons in profile.comparisons.values() for one in comparisons]
        by_indicator = {one.indicator.id: one for one in every}
        return [by_indicator[key] for key in self.choice.indicators if key in by_indicator]

    def name(self, code: str, year: int | None = None) -> str:
        """The name of an area or a group in a year, the pack's if none is given."""
        return self.groups.get(code) or self.city.geography.name(code, year or self.choice.year)

    def names(self, year: int) -> Mapping[str, str]:
        """The names of the groups and of the counties in a year."""
        levels = (Level.COUNTY, Level.CITY, Level.OUTSIDE)
        codes = [code for level in levels for code in self.city.geography.codes(level)]
        return self.groups | {code: self.name(code, year) for code in codes}


def _preferred_averaging(gap: Gap) -> Averaging:
    """The averaging that ``preferred_average`` takes."""
    return Averaging.POOLED if Averaging.POOLED in gap.judged_ratios else Averaging.SIMPLE
