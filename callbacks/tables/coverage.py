"""The tables of the page of facilities: measures, counties, the worst-served places, sites and what they come to."""

import math
from collections.abc import Mapping, Sequence

from callbacks.server.responses import refuse_ignored
from callbacks.siting.answers import read_scenario
from callbacks.tables.page_table import Maker, PageTable, Query, Row, columns_of, page_table, percent_cell, ratio_cell
from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from datasets.city.city import City
from datasets.files.table_export import Cell, ExportColumn, FormattedNumber, decimal_format
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from datasets.siting.scenario_outcome import CoverageShift, ScenarioOutcome, evaluate_scenario
from geodata.region import Level
from indicators.definition import Indicator
from indicators.facilities.coverage_measures import format_standard
from layouts.pages.coverage.empty_state import explain_empty
from layouts.words.common import KINDS
from layouts.words.pages import coverage as words
from layouts.words.pages import siting as siting_words
from layouts.words.paper.tables import DEFINITION, SOURCES
from layouts.words.siting_outcome import OutcomeText

_KM, _PEOPLE, _DEGREES = decimal_format(2), decimal_format(0), "0.00000"


def coverage_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _CoverageTables(city)
    return {
        "measures": tables.measures,
        "coverage": tables.coverage,
        "uncovered": tables.uncovered,
        "sites": tables.sites,
        "siting": tables.siting,
    }


class _CoverageTables:
    """The tables of one city. Where the page has nothing to show, a table says why."""

    def __init__(self, city: City) -> None:
        self.city, self.choices = city, CoverageOptions(city)

    def measures(self, query: Query) -> PageTable:
        """Every measure of the type for the city and both groups."""
        choice, found = self._read_query(query)
        summary, region = self._find_summary(choice, found), self.city.region
        names = [region.groups[key].name for key in (region.focus, region.benchmark)]
        columns = columns_of(
            indicator=words.MEASURE,
            unit=words.UNIT,
            city=words.CITY,
            focus=names[0],
            benchmark=names[1],
            ratio=words.ratio_of(*names),
        )
        rows = [_measure_row(summary, indicator) for indicator in summary.indicators] if summary else []
        notes = [(f"{one.name}：{DEFINITION}", one.definition) for one in summary.indicators] if summary else []
        return self._build_table(choice, found, "measures", columns, rows, notes)

    def coverage(self, query: Query) -> PageTable:
        """The counties: the share of residents within the standard, and how many live outside it."""
        choice, found = self._read_query(query)
        summary, region = self._find_summary(choice, found), self.city.region
        columns = columns_of("area", "group", share=f"{words.SHARE}（%）", outside=words.OUTSIDE)
        columns |= columns_of("code")
        outside = summary.count_outside_by_county() if summary else dict[str, float]()
        rows: list[Row] = [
            {
                "area": self.city.geography.name(code, choice.year),
                "group": region.groups[region.by_adcode[code].group].name,
                "share": percent_cell(summary.value(summary.share_indicator.id, code)),
                "outside": FormattedNumber(outside.get(code), _PEOPLE),
                "code": code,
            }
            for code in self.city.geography.codes(Level.COUNTY)
            if summary
        ]
        return self._build_table(choice, found, "coverage", columns, rows)

    def uncovered(self, query: Query) -> PageTable:
        """Every settlement outside the standard, those with most residents first; the page lists the first of them."""
        choice, found = self._read_query(query)
        summary = self._find_summary(choice, found)
        forms = {"people": _PEOPLE, "km": _KM, "longitude": _DEGREES, "latitude": _DEGREES}
        names = dict(zip(("name", "county", "people", "km"), words.WORST_COLUMNS, strict=True))
        names |= {"km": f"{names['km']}（公里）", "longitude": words.LONGITUDE, "latitude": words.LATITUDE}
        columns = {key: ExportColumn(heading, forms.get(key, "General")) for key, heading in names.items()}
        rows = [_settlement_row(summary, at) for at in summary.rank_uncovered_places()["residents"]] if summary else []
        return self._build_table(choice, found, "uncovered", columns, rows, nothing=words.WORST_NONE if summary else "")

    def siting(self, query: Query) -> PageTable:
        """What the sites of the address come to: the city, both groups and every county before and after."""
        scenario, region = read_scenario(self.choices, query), self.city.region
        outcome = evaluate_scenario(self.city, scenario)
        codes = [region.adcode, region.focus, region.benchmark, *self.city.geography.codes(Level.COUNTY)]
        codes = codes if outcome.placed else []
        columns = columns_of("area", **siting_words.OUTCOME_COLUMNS)
        rows = [_shift_row(outcome.areas[code]) | {"area": self._name_area(code, outcome)} for code in codes]
        choice = CoverageChoice(scenario.dataset, scenario.type_, scenario.year)
        return self._build_table(choice, outcome.before, "siting", columns, rows, nothing=siting_words.NO_CHANGES)

    def sites(self, query: Query) -> PageTable:
        """The facilities that the scenario of the address adds, moves and closes."""
        scenario = read_scenario(self.choices, query)
        outcome = evaluate_scenario(self.city, scenario)
        texts, type_ = OutcomeText(self.city, outcome), self.city.facility_types[scenario.type_]
        forms = {"longitude": _DEGREES, "latitude": _DEGREES}
        names = siting_words.SITE_COLUMNS | {"capacity": f"{type_.capacity_noun}（{type_.capacity_unit}）"}
        names |= {"longitude": words.LONGITUDE, "latitude": words.LATITUDE}
        columns = {key: ExportColumn(heading, forms.get(key, "General")) for key, heading in names.items()}
        rows: list[Row] = [
            {
                "change": siting_words.CHANGE_KINDS[one.change.kind],
                "name": texts.name(at),
                "county": texts.area(one.county) if one.county else None,
                "township": texts.area(one.township) if one.township else None,
                "capacity": one.capacity,
                "longitude": one.longitude,
                "latitude": one.latitude,
            }
            for at, one in enumerate(outcome.placed)
        ]
        choice = CoverageChoice(scenario.dataset, scenario.type_, scenario.year)
        return self._build_table(choice, outcome.before, "sites", columns, rows, nothing=siting_words.NO_CHANGES)

    # --- what all have in common -------------------------------------------------------------------------------------

    def _read_query(self, query: Query) -> tuple[CoverageChoice, TypeCoverage]:
        choice, ignored = self.choices.read_page_query(query)
        refuse_ignored(ignored)
        return choice, compute_type_coverage(self.city, choice.dataset, choice.type_, choice.year)

    def _find_summary(self, choice: CoverageChoice, found: TypeCoverage) -> CoverageSummary | None:
        if found.residents is None or explain_empty(self.choices, choice, found):
            return None
        return CoverageSummary(self.city, choice.dataset, found, found.residents)

    def _name_area(self, code: str, outcome: ScenarioOutcome) -> str:
        groups = self.city.region.groups
        return groups[code].name if code in groups else self.city.geography.name(code, outcome.scenario.year)

    def _build_table(
        self,
        choice: CoverageChoice,
        found: TypeCoverage,
        name: str,
        columns: Mapping[str, ExportColumn],
        rows: Sequence[Row],
        notes: Sequence[tuple[str, str]] = (),
        nothing: str = "",
    ) -> PageTable:
        type_, kind = self.city.facility_types[choice.type_], KINDS[found.kind]
        every = {**columns, **columns_of("kind")}
        marked = [{"kind": kind} | dict(row) for row in rows]
        sources = "；".join(dict.fromkeys(str(text) for text in found.facilities["source"].dropna()))
        standard = words.standard_fact(format_standard(type_), found.standard.source, words.BASES[found.standard.basis])
        empty = explain_empty(self.choices, choice, found)
        told = [
            (words.STANDARD, standard),
            (words.RESIDENTS, found.residents.sources if found.residents else ""),
            (SOURCES, sources),
            (words.ESTIMATED, siting_words.ESTIMATE_NOTE if found.estimated else ""),
            *notes,
        ]
        about, reason = (type_.name, choice.year), nothing or (empty.title if empty else "")
        return page_table(self.city, choice.dataset, name, about, every, marked, told, nothing=reason)


def _measure_row(summary: CoverageSummary, indicator: Indicator) -> dict[str, Cell]:
    form = decimal_format(indicator.decimals)
    focus, benchmark = summary.group_averages(indicator.id)
    return {
        "indicator": indicator.name,
        "unit": indicator.unit,
        "city": FormattedNumber(summary.value(indicator.id, summary.city.region.adcode), form),
        "focus": FormattedNumber(focus, form),
        "benchmark": FormattedNumber(benchmark, form),
        "ratio": ratio_cell(summary.ratio(indicator.id)),
    }


def _settlement_row(summary: CoverageSummary, at: int) -> Row:
    place, km = summary.residents.places.iloc[at], float(summary.coverage.coverage.km[at])
    return {
        "name": str(place["name"]),
        "county": summary.city.geography.name(place["county"], summary.coverage.year),
        "people": float(summary.population[at]),
        "km": km if math.isfinite(km) else None,
        "longitude": place.geometry.x,
        "latitude": place.geometry.y,
    }


def _shift_row(shift: CoverageShift) -> dict[str, Cell]:
    return {
        "newly_covered": FormattedNumber(shift.newly_covered, _PEOPLE),
        "newly_uncovered": FormattedNumber(shift.newly_uncovered, _PEOPLE),
        "share_before": percent_cell(shift.before.share),
        "share_after": percent_cell(shift.after.share),
        "km_before": FormattedNumber(shift.before.mean_km, _KM),
        "km_after": FormattedNumber(shift.after.mean_km, _KM),
    }
