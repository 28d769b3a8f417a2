"""The numbers of the gap page: every indicator of a year, and one indicator's path, inequality and needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np
import pandas as pd

from datasets.census.books import YEARS
from datasets.city.city import City
from datasets.kinds import POPULATION
from geodata.region import Level
from indicators.definition import Direction, Indicator, ValueKind
from indicators.gaps.gap_path import (
    Assessment,
    IndicatorGap,
    Range,
    VerdictBounds,
    assess_gap,
    compute_relative_level,
    select_preferred_average,
)
from indicators.gaps.gaps import EQUALITY_LINE, Averaging
from indicators.gaps.inequality import Inequality, measure_inequality
from indicators.gaps.small_counts import CountBasis, count_bases, find_count_basis
from indicators.gaps.verdict_bounds import bound_verdict
from indicators.notes import list_distinct_notes
from indicators.policy.ledger import PolicyTarget
from indicators.policy.shortfalls import Needs, find_needs_to_target, find_needs_together
from indicators.profile import is_comparable
from indicators.thresholds import equals

_FEWEST_VALUES = 4  # a range of fewer says nothing of what is plausible
EQUALITY_ARTICLE = 2  # the article that sets EQUALITY_LINE


@dataclass(frozen=True)
class ReferenceComparison:
    """The whole region against the reference area in one year; a level that is not known is None, and so the ratio.

    ``basis`` is what the region's level rests on, where chance is in it. That of the reference area is not asked for:
    it is a region of tens of millions, and its levels come finished.
    """

    city: float | None
    reference: float | None
    ratio: float | None
    basis: CountBasis | None = None


def assess_indicators(city: City, dataset: str, indicators: list[str], year: int) -> list[IndicatorGap]:
    """Indicators in ``year``: by verdict, the lowest ratio first."""
    return sort_by_urgency([assess_indicator(city, dataset, key, year) for key in indicators])


def sort_by_urgency(found: list[IndicatorGap]) -> list[IndicatorGap]:
    """Standings by verdict, the lowest ratio first."""
    order = list(Assessment)
    return sorted(found, key=lambda one: (order.index(one.assessment), _find_ratio(one)))


def assess_indicator(city: City, dataset: str, indicator: str, year: int) -> IndicatorGap:
    """One indicator in ``year``."""
    definition = city.indicators[indicator]
    gap = city.gap(dataset, indicator, year)
    values = _select_known_counties(city, dataset, indicator, year)
    kinds = tuple(ValueKind(text) for text in dict.fromkeys(values["kind"]))
    judged = assess_gap(gap, definition.direction)
    notes = tuple(list_distinct_notes(values["note"]))
    bounds = bound_verdict_in_year(city, dataset, indicator, year)
    return IndicatorGap(definition, gap, judged, kinds, tuple(dict.fromkeys(values["source"])), notes, bounds)


def bound_verdict_in_year(city: City, dataset: str, indicator: str, year: int) -> VerdictBounds | None:
    """The bounds of one indicator's verdict; None where no county lacks a value, all do, or it is not judged."""
    return city.cached(_bound_verdict, dataset, indicator, year)


def _bound_verdict(city: City, dataset: str, indicator: str, year: int) -> VerdictBounds | None:
    gap = city.gap(dataset, indicator, year)
    if gap is None or not gap.missing or city.region.compared_area:
        return None
    definition, region = city.indicators[indicator], city.region
    values = select_county_values(city, dataset, indicator, year)[["value", "numerator", "denominator"]].astype(float)
    if variable := definition.formula.denominator:
        missing = list(gap.missing)
        amounts = city.cached_for_all_groups(_find_amounts, dataset, variable, year)
        values.loc[missing, "denominator"] = amounts.reindex(missing)
    population = city.records_of_year(dataset, POPULATION, year)["value"]
    groups = {key: region.members(key) for key in region.groups}
    plausible = _find_plausible_ranges(city, dataset, indicator, list(gap.missing), values["value"])
    return bound_verdict(definition, values, population, groups, region.benchmark, plausible)


def _find_amounts(city: City, dataset: str, variable: str, year: int) -> pd.Series:
    """The amounts of a variable by area code, each as the first indicator has it that is formed from it."""
    held = [
        city.records_of_year(dataset, indicator.id, year)[column].dropna()
        for indicator in city.indicators.values()
        for column in ("numerator", "denominator")
        if getattr(indicator.formula, column) == variable
    ]
    amounts: pd.Series = pd.concat(held)
    first: pd.Series = amounts[~amounts.index.duplicated()]
    return first


def _find_plausible_ranges(
    city: City, dataset: str, indicator: str, codes: list[str], others: pd.Series
) -> dict[str, Range]:
    """From the least to the most that each county had in other years, or any other county has in this one.

    Left out are those of which too little is known.
    """
    values, known = city.records(dataset, indicator)["value"].dropna(), others.dropna()
    own = values[values.index.isin(codes, level="area_code")].groupby(level="area_code").agg(["min", "max", "count"])
    own = own.reindex(codes)
    lowest, highest = np.fmin(own["min"], known.min()), np.fmax(own["max"], known.max())
    enough = own["count"].fillna(0) + len(known) >= _FEWEST_VALUES
    return {code: (float(lowest[code]), float(highest[code])) for code in codes if enough[code]}


def _select_known_counties(city: City, dataset: str, indicator: str, year: int) -> pd.DataFrame:
    """The records of the counties with a value, in map order; quicker than to align them and drop the others."""
    records = city.records_of_year(dataset, indicator, year)
    cells = zip(records.index.tolist(), records["value"].tolist(), strict=True)
    rows = {code: row for row, (code, value) in enumerate(cells) if not isnan(value)}
    return records.iloc[[rows[code] for code in city.geography.codes(Level.COUNTY) if code in rows]]


def _find_ratio(one: IndicatorGap) -> float:
    ratio = select_preferred_average(one.gap.judged_ratios) if one.gap else None
    return float("inf") if ratio is None else ratio


def select_county_values(city: City, dataset: str, indicator: str, year: int) -> pd.DataFrame:
    """All counties in map order: ``value, kind, source, numerator, denominator``; NaN where there is no value."""
    return city.records_of_year(dataset, indicator, year).reindex(city.geography.codes(Level.COUNTY))


def list_cells(records: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """The cells of records by column, by area code; None for what is not known."""
    cells: dict[str, dict[str, Any]] = records.astype(object).where(records.notna(), None).to_dict("index")  # type: ignore[assignment]
    return cells


def compare_with_reference_area(city: City, dataset: str, indicator: str) -> dict[int, ReferenceComparison]:
    """The whole region's pooled value against the reference area's, in every year that either has one."""
    region = city.region
    reference = region.compared_beside.code if region.compared_beside else ""
    own, theirs = (select_area_values(city, dataset, indicator, code) for code in (region.adcode, reference))
    definition = city.indicators[indicator]
    return {
        int(year): ReferenceComparison(
            level := _find_value(own["value"], year),
            benchmark := _find_value(theirs["value"], year),
            compute_relative_level(level, benchmark, definition.direction),
            find_count_basis(definition, *map(float, own.loc[year, ["value", "numerator", "denominator"]]))
            if year in own.index
            else None,
        )
        for year in sorted({*own.index, *theirs.index})
    }


def compare_censuses_with_reference_area(
    city: City, dataset: str
) -> list[tuple[Indicator, dict[int, ReferenceComparison]]]:
    """The whole region against the reference area in every judged indicator of the censuses, the lowest ratio first.

    By year of a census; none for a demonstration.
    """
    if city.datasets[dataset].demonstration:
        return []
    found = []
    for key in city.datasets[dataset].records:
        indicator = city.indicators[key]
        years = [year for year in YEARS if len(city.national.values(indicator, year))]
        if not years or indicator.direction is Direction.NEUTRAL or not is_comparable(indicator):
            continue
        compared = city.cached(compare_with_reference_area, dataset, key)
        known = {year: compared[year] for year in years if year in compared and compared[year].ratio is not None}
        if known:
            found.append((indicator, known))
    return sorted(found, key=lambda one: list(one[1].values())[-1].ratio or 0)


def compare_counties_with_averages(
    city: City, dataset: str, indicator: str, year: int
) -> dict[str, dict[str, float | None]]:
    """In a region without groups each county against the averages of the region and the areas around, by their codes.

    Left out are areas without a value. Nothing is compared in a region with groups.
    """
    region, direction = city.region, city.indicators[indicator].direction
    if region.is_grouped:
        return {}
    values = city.records_of_year(dataset, indicator, year)["value"].dropna()
    averages = [code for code in (region.adcode, *(area.code for area in region.outside)) if code in values.index]
    return {
        code: {
            county: compute_relative_level(float(values[county]), float(values[code]), direction)
            for county in region.by_adcode
            if county in values.index
        }
        for code in averages
    }


def tabulate_ratios(comparisons: Mapping[int, ReferenceComparison]) -> pd.DataFrame:
    """The column ``ratio`` of comparisons with the reference area, indexed by year; NaN where it is not known."""
    return pd.DataFrame({"ratio": {year: found.ratio for year, found in comparisons.items()}}, dtype=float)


def select_area_values(city: City, dataset: str, indicator: str, code: str) -> pd.DataFrame:
    """One area's records, indexed by year; empty where it has none."""
    return city.records_of_area(dataset, indicator, code).dropna(subset="value").sort_index()


def _find_value(values: pd.Series, year: int) -> float | None:
    return float(values[year]) if year in values.index else None


def measure_inequality_by_year(city: City, dataset: str, indicator: str) -> dict[int, Inequality]:
    """The measures of inequality between counties in every year that any of them has a value."""
    return {
        year: measure_inequality_in_year(city, dataset, indicator, year)
        for year in city.years(dataset, indicator, Level.COUNTY)
    }


def measure_inequality_in_year(city: City, dataset: str, indicator: str, year: int) -> Inequality:
    """The measures of inequality between counties in one year."""
    region, definition = city.region, city.indicators[indicator]
    own, population = (select_county_values(city, dataset, key, year) for key in (indicator, POPULATION))
    groups = {key: region.members(key) for key in region.groups}
    few = tuple(code for code, found in count_bases(definition, own).items() if found.is_small)
    return measure_inequality(own["value"], population["value"], groups, region.benchmark, definition.direction, few)


def find_line_level(city: City, dataset: str, indicator: str, year: int) -> float | None:
    """The pooled level that the measured group has to reach for the 80 % line, in the indicator's unit."""
    gap = city.gap(dataset, indicator, year)
    direction = city.indicators[indicator].direction
    benchmark = gap.levels[city.region.benchmark].averages[Averaging.POOLED] if gap else None
    if benchmark is None or direction is Direction.NEUTRAL:
        return None
    return benchmark / EQUALITY_LINE if direction is Direction.LOWER else benchmark * EQUALITY_LINE


def find_needs_to_line(city: City, dataset: str, indicator: str, year: int) -> Needs | None:
    """What brings the measured group to the 80 % line; None where that cannot be told, or the line is not judged."""
    level, gap = find_line_level(city, dataset, indicator, year), city.gap(dataset, indicator, year)
    if level is None or gap is None or gap.is_small:
        return None
    definition = city.indicators[indicator]
    parts = _focus_parts(city, dataset, indicator, year)
    return find_needs_together(parts, definition.formula.per, level, definition.direction is not Direction.LOWER)


def find_needs_to_policy(city: City, dataset: str, indicator: str, year: int) -> Needs | None:
    """What brings the measured group's counties to the indicator's policy target; None where that cannot be told."""
    target, gap = city.anchors.get(indicator), city.gap(dataset, indicator, year)
    if target is None or gap is None or gap.levels[city.region.focus].small:
        return None
    parts = _focus_parts(city, dataset, indicator, year)
    return find_needs_to_target(parts, city.indicators[indicator].formula.per, target)


def _focus_parts(city: City, dataset: str, indicator: str, year: int) -> pd.DataFrame:
    counties = select_county_values(city, dataset, indicator, year)
    return counties.loc[city.region.members(city.region.focus), ["numerator", "denominator"]].astype(float)


def list_counties_without_state(city: City, dataset: str, indicator: str, year: int) -> tuple[list[str], list[str]]:
    """For a state (yes or no): the measured group's counties that lack it, and those of which it is not known."""
    values = select_county_values(city, dataset, indicator, year)["value"][city.region.members(city.region.focus)]
    return list(values.index[values < 0.5]), list(values.index[values.isna()])


def list_equality_targets(city: City) -> list[PolicyTarget]:
    """The targets that set the 80 % line, with their words."""
    return [
        target
        for article in city.ledger
        if article.article == EQUALITY_ARTICLE
        for target in article.targets
        if equals(target.value, EQUALITY_LINE * 100)
    ]


def list_reference_targets(city: City) -> list[PolicyTarget]:
    """Those of them that hold the whole region against the reference area."""
    name = city.region.reference.name if city.region.reference else ""
    return [target for target in list_equality_targets(city) if name and (target.baseline or "").startswith(name)]


def find_last_deadline(city: City) -> int | None:
    """The year in which the policy's last target is due."""
    return max((target.deadline for article in city.ledger for target in article.targets), default=None)
