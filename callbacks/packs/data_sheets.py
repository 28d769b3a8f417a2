"""The data sheets of a pack: every exact number that its sentences, tables and charts are made from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from datasets.analyses.gap_analysis import assess_indicator
from datasets.analyses.target_statuses import TargetResult
from datasets.analyses.value_tables import value_rows
from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Direction, Indicator, ValueKind
from indicators.gaps.gap_path import Assessment, IndicatorGap
from indicators.gaps.gaps import EQUALITY_LINE, Averaging
from indicators.gaps.small_counts import CountBasis
from indicators.policy.progress import Status, TargetProgress
from indicators.profile import CountyComparison as CountyStanding
from layouts.pack_terms import Cell, Key, SheetId
from layouts.paper.documents.pack import DataSheet
from layouts.words.common import DOMAINS, KINDS, STATUSES
from layouts.words.pages import gap as gap_page
from layouts.words.paper import packs as words

_PERCENT, _POINTS, _YEAR = "0.0%", "0.0", "0"

Standings = Mapping[tuple[str, int], IndicatorGap]
CountyStandings = Mapping[tuple[str, int, str], CountyStanding]


def number_form(indicator: Indicator) -> str:
    """The number format that an indicator is shown with."""
    return "#,##0" + (f".{'0' * indicator.decimals}" if indicator.decimals else "")


def all_standings(city: City, dataset: str, indicators: Sequence[str]) -> dict[tuple[str, int], IndicatorGap]:
    """Every indicator in every year with a value of a county."""
    return {
        (key, year): assess_indicator(city, dataset, key, year)
        for key in indicators
        for year in city.years(dataset, key, Level.COUNTY)
    }


def values_sheet(city: City, dataset: str, indicators: Sequence[str]) -> DataSheet:
    """Every value of the city and its counties; a county without one has an empty cell."""
    rows: dict[Key, tuple[Cell, ...]] = {}
    forms: dict[tuple[Key, str], str] = {}
    for key in indicators:
        indicator, years = city.indicators[key], city.years(dataset, key, Level.COUNTY)
        domain, form = DOMAINS[indicator.domain], number_form(indicator)
        for level in (Level.CITY, Level.COUNTY):
            for found in value_rows(city, dataset, key, level, years).to_dict("records"):
                row: Key = (key, int(found["year"]), str(found["area_code"]))
                kind = KINDS[ValueKind(found["kind"])] if found["kind"] else None
                rows[row] = (
                    domain,
                    indicator.name,
                    found["area_code"],
                    found["area_name"],
                    int(found["year"]),
                    _number(found["value"]),
                    found["unit"],
                    *(_number(found[part]) for part in ("events", "interval_low", "interval_high")),
                    kind,
                    found["source"],
                    found["note"] or None,
                )
                forms[row, "value"] = forms[row, "low"] = forms[row, "high"] = form
    return DataSheet(words.SHEETS[SheetId.VALUES], words.VALUE_COLUMNS, rows, forms)


def gaps_sheet(
    city: City, standings: Standings, group_names: tuple[str, str], first_years: Mapping[str, int]
) -> DataSheet:
    """Levels, ratios and verdict of every indicator and year; ``first_years`` are held against."""
    columns = words.gap_columns(*group_names)
    rows: dict[Key, tuple[Cell, ...]] = {}
    forms: dict[tuple[Key, str], str] = {}
    for (key, year), found in standings.items():
        first_year = first_years.get(key)
        first = standings.get((key, first_year)) if first_year not in (None, year) else None
        cells = _gap_cells(city, found, year, first, first_year)
        rows[key, year] = tuple(cells.get(column) for column in columns)
        level = _PERCENT if found.indicator.yes_no else number_form(found.indicator)
        for reading in Averaging:
            forms[(key, year), f"{reading}_focus"] = forms[(key, year), f"{reading}_benchmark"] = level
            forms[(key, year), f"{reading}_ratio"] = _PERCENT
        forms |= {((key, year), column): _POINTS for column in ("points_short", "change")}
        forms[(key, year), "excess"] = _PERCENT
    return DataSheet(words.SHEETS[SheetId.GAPS], columns, rows, forms)


def _gap_cells(
    city: City, found: IndicatorGap, year: int, first: IndicatorGap | None, first_year: int | None
) -> dict[str, Cell]:
    indicator, gap, region = found.indicator, found.gap, city.region
    cells: dict[str, Cell] = {
        "indicator": indicator.name,
        "year": year,
        "unit": "" if indicator.yes_no else indicator.unit,
        "verdict": gap_page.ASSESSMENTS[found.assessment],
        "direction": gap_page.DIRECTION_NOTES[indicator.direction],
    }
    if gap is None:
        return cells
    cells["missing"] = "、".join(city.geography.name(code, year) for code in gap.missing)
    for reading in Averaging:
        cells[f"{reading}_focus"] = gap.levels[region.focus].averages[reading]
        cells[f"{reading}_benchmark"] = gap.levels[region.benchmark].averages[reading]
        # A ratio that is not judged anywhere is not told either.
        cells[f"{reading}_ratio"] = (
            None if found.assessment is Assessment.NOT_JUDGED else gap.judged_ratios.get(reading)
        )
    for key, group in (("focus", region.focus), ("benchmark", region.benchmark)):
        basis = gap.levels[group].basis
        cells[f"{key}_events"] = basis.events if basis else None
    ratio = gap.ratios[words.spoken_reading(gap)]
    if ratio is not None and found.assessment in words.JUDGED:
        if indicator.direction is Direction.LOWER and ratio > 0:
            cells["excess"] = 1 / ratio - 1
        cells["points_short"] = (EQUALITY_LINE - ratio) * 100
        before = first.gap.judged_ratios.get(words.spoken_reading(gap)) if first and first.gap else None
        if first and before is not None and first.assessment in words.JUDGED:
            cells |= {"first_year": first_year, "change": (ratio - before) * 100}
    return cells


def targets_sheet(city: City, results: Sequence[TargetResult], year: int, name_of: Callable[[str], str]) -> DataSheet:
    """Every target as a whole (with the empty area) and in each of its areas; ``name_of`` names an area or group."""
    groups = {key: group.name for key, group in city.region.groups.items()}
    rows: dict[Key, tuple[Cell, ...]] = {}
    forms: dict[tuple[Key, str], str] = {}
    for result in results:
        entry = result.target
        whole = {
            "article": result.article.article,
            "subject": entry.subject,
            "required": None if entry.is_state else entry.value,
            "met_from": None if entry.criterion.ceiling is None else entry.criterion.edge,
            "met_to": entry.criterion.ceiling,
            "unit": "" if entry.is_state else entry.unit,
            "scope": words.scope_text(entry, groups),
            "deadline": entry.deadline,
            "department": result.article.lead_department,
            "year": year,
        }
        counts = {
            "reached": result.count(Status.REACHED),
            "areas": len(result.areas),
            "unknown": result.count(Status.NO_DATA),
            "few": len(result.small),
        }
        own: dict[str, Any] = {"area": words.WHOLE_TARGET, "status": STATUSES[result.counted_status]}
        own |= {"letter": STATUSES[result.status]}
        rows[entry.id, year, ""] = _in_order(words.TARGET_COLUMNS, whole | own | counts)
        form = number_form(city.indicators[entry.indicator])
        for area, progress in result.areas.items():
            row: Key = (entry.id, year, area)
            rows[row] = _in_order(words.TARGET_COLUMNS, whole | {"area": name_of(area)} | _progress_cells(progress))
            forms[row, "value"] = forms[row, "low"] = forms[row, "high"] = form
            forms[row, "share"] = "0%"
    return DataSheet(words.SHEETS[SheetId.TARGETS], words.TARGET_COLUMNS, rows, forms)


def _progress_cells(progress: TargetProgress) -> dict[str, Any]:
    own = {"value": progress.value, "status": STATUSES[progress.counted_status], "share": progress.share}
    return own | {"letter": STATUSES[progress.status]} | _basis_cells(progress.basis)


def _basis_cells(basis: CountBasis | None) -> dict[str, Cell]:
    """The count behind a figure and its interval."""
    if basis is None:
        return {}
    low, high = basis.interval or (None, None)
    return {"events": basis.events, "low": low, "high": high}


def counties_sheet(standings: CountyStandings, name_of: Callable[[str, int], str]) -> DataSheet:
    """Where counties stand: value, rank, the city's value, and the comparison; ``name_of`` names a code in a year."""
    rows: dict[Key, tuple[Cell, ...]] = {}
    forms: dict[tuple[Key, str], str] = {}
    for row, found in standings.items():
        key, year, code = row
        indicator = found.indicator
        cells = {
            "indicator": indicator.name,
            "year": year,
            "area_name": name_of(code, year),
            "value": found.value,
            "rank": found.rank,
            "counted": found.counted,
            "city": found.city,
            "verdict": words.county_verdict(found),
            "unit": "" if indicator.yes_no else indicator.unit,
            **_basis_cells(found.basis),
        }
        rows[key, year, code] = _in_order(words.COUNTY_COLUMNS, cells)
        for column in ("value", "city", "low", "high"):
            forms[row, column] = number_form(indicator)
    return DataSheet(words.SHEETS[SheetId.COUNTIES], words.COUNTY_COLUMNS, rows, forms)


def counts_sheet(counts: Mapping[str, Mapping[str, int]], year: int) -> DataSheet:
    """How many of what: ``counts`` by what is counted, then by category."""
    rows: dict[Key, tuple[Cell, ...]] = {}
    for what, found in counts.items():
        whole = {words.TOTAL: sum(found.values())} | {category: n for category, n in found.items() if n}
        for category, count in whole.items():
            rows[what, year, category] = (what, year, category, count)
    return DataSheet(words.SHEETS[SheetId.COUNTS], words.COUNT_COLUMNS, rows)


def verdict_counts(standings: Sequence[IndicatorGap]) -> Counter[Assessment]:
    """How many indicators got each verdict."""
    return Counter(found.assessment for found in standings)


def _in_order(columns: Mapping[str, str], cells: Mapping[str, Any]) -> tuple[Cell, ...]:
    return tuple(cells.get(column) for column in columns)


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
