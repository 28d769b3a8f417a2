"""The tables of the page of facilities: measures, counties, the worst-served places, sites and what they come to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from callbacks.tables.page_table import (
    Columns,
    Maker,
    Note,
    TableContent,
    page_tables,
    percent_cell,
    ratio_cell,
    value_cell,
)
from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from datasets.city.city import City
from datasets.files.table_export import FormattedNumber, decimal_format
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from datasets.siting.scenario import Scenario
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.siting.scenario_query import read_scenario
from geodata.region import Level
from indicators.facilities.coverage_measures import format_standard
from layouts.pages.coverage.empty_state import explain_empty
from layouts.words.pages import coverage as words
from layouts.words.siting_outcome import OutcomeText
from locales import say, say_all

_EXACT, _WHOLE, _DEGREES = decimal_format(2), decimal_format(0), "0.00000"


def coverage_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _CoverageTables(city)
    summarised = {"measures": tables.measures, "coverage": tables.coverage, "uncovered": tables.uncovered}
    of_page = {name: partial(tables.summarise, content) for name, content in summarised.items()}
    of_scenario = {"sites": tables.sites, "siting": tables.siting}
    return {
        **page_tables(city, tables.options.read_page_query, of_page),
        **page_tables(city, lambda query: (read_scenario(tables.options, query), []), of_scenario),
    }


class _CoverageTables:
    """The tables of one city. Where the page has nothing to show, a table says why."""

    def __init__(self, city: City) -> None:
        self.city, self.options = city, CoverageOptions(city)

    def summarise(self, describe: Callable[[CoverageSummary], TableContent], choice: CoverageChoice) -> TableContent:
        """A table of what the type comes to, or of why it comes to nothing."""
        found = compute_type_coverage(self.city, choice.dataset, choice.type_, choice.year)
        empty = explain_empty(self.options, choice, found)
        if empty or found.residents is None:
            return self._of_type(found, {}, [], nothing=empty.title if empty else "")
        return describe(CoverageSummary(self.city, choice.dataset, found, found.residents))

    def measures(self, summary: CoverageSummary) -> TableContent:
        """Every measure of the type for the city and both groups."""
        region = self.city.region
        names = [region.groups[key].name for key in (region.focus, region.benchmark)]
        columns: Columns = {
            say("coverage-measure"): lambda one: one.name,
            say("coverage-unit"): lambda one: one.unit,
            say("coverage-city"): lambda one: value_cell(one, summary.value(one.id, region.adcode)),
            names[0]: lambda one: value_cell(one, summary.group_averages(one.id)[0]),
            names[1]: lambda one: value_cell(one, summary.group_averages(one.id)[1]),
            words.ratio_of(*names): lambda one: ratio_cell(summary.ratio(one.id)),
        }
        notes = [
            (say("tables-of", name=one.name, what=say("tables-definition")), one.definition)
            for one in summary.indicators
        ]
        return self._of_type(summary.coverage, columns, summary.indicators, notes)

    def coverage(self, summary: CoverageSummary) -> TableContent:
        """The counties: the share of residents within the standard, and how many live outside it."""
        region, outside = self.city.region, summary.count_outside_by_county()
        columns: Columns = {
            say("tables-headings", heading="area"): lambda code: self.city.geography.name(code, summary.coverage.year),
            say("tables-headings", heading="group"): lambda code: region.group_of(code).name,
            say("common-value-of-unit", value=say("coverage-share"), unit="%"): lambda code: percent_cell(
                summary.value(summary.share_indicator.id, code)
            ),
            say("coverage-outside"): lambda code: FormattedNumber(outside.get(code), _WHOLE),
            say("tables-headings", heading="code"): lambda code: code,
        }
        return self._of_type(summary.coverage, columns, self.city.geography.codes(Level.COUNTY))

    def uncovered(self, summary: CoverageSummary) -> TableContent:
        """Every settlement outside the standard, those with most residents first; the page lists the first of them."""
        places, km = summary.residents.places, summary.coverage.coverage.km
        name, county, people, distance = say_all("coverage-worst-columns-").values()
        columns: Columns = {
            name: lambda at: str(places["name"].iloc[at]),
            county: lambda at: self.city.geography.name(places["county"].iloc[at], summary.coverage.year),
            people: lambda at: FormattedNumber(float(summary.population[at]), _WHOLE),
            say("tables-kilometres", name=distance): lambda at: FormattedNumber(float(km[at]), _EXACT),
            say("coverage-longitude"): lambda at: FormattedNumber(places.geometry.iloc[at].x, _DEGREES),
            say("coverage-latitude"): lambda at: FormattedNumber(places.geometry.iloc[at].y, _DEGREES),
        }
        rows = summary.rank_uncovered_places()["residents"].tolist()
        return self._of_type(summary.coverage, columns, rows, nothing=say("coverage-worst-none"))

    def siting(self, scenario: Scenario) -> TableContent:
        """What the sites of the address come to: the city, both groups and every county before and after."""
        outcome, region = evaluate_scenario(self.city, scenario), self.city.region
        codes = [region.adcode, region.focus, region.benchmark, *self.city.geography.codes(Level.COUNTY)]
        labels, areas = say_all("siting-outcome-columns-"), outcome.areas
        columns: Columns = {
            say("tables-headings", heading="area"): OutcomeText(self.city, outcome).area,
            labels["newly_covered"]: lambda code: FormattedNumber(areas[code].newly_covered, _WHOLE),
            labels["newly_uncovered"]: lambda code: FormattedNumber(areas[code].newly_uncovered, _WHOLE),
            labels["share_before"]: lambda code: percent_cell(areas[code].before.share),
            labels["share_after"]: lambda code: percent_cell(areas[code].after.share),
            labels["km_before"]: lambda code: FormattedNumber(areas[code].before.mean_km, _EXACT),
            labels["km_after"]: lambda code: FormattedNumber(areas[code].after.mean_km, _EXACT),
        }
        nothing = say("siting-no-changes")
        return self._of_type(outcome.before, columns, codes if outcome.placed else [], nothing=nothing)

    def sites(self, scenario: Scenario) -> TableContent:
        """The facilities that the scenario of the address adds, moves and closes."""
        outcome = evaluate_scenario(self.city, scenario)
        texts, type_, placed = OutcomeText(self.city, outcome), self.city.facility_types[scenario.type_], outcome.placed
        labels = say_all("siting-site-columns-")
        columns: Columns = {
            labels["change"]: lambda at: say("siting-change-kinds", kind=placed[at].change.kind),
            labels["name"]: texts.name,
            labels["county"]: lambda at: texts.area(placed[at].county) if placed[at].county else None,
            labels["township"]: lambda at: texts.area(placed[at].township) if placed[at].township else None,
            say("common-value-of-unit", value=type_.capacity_noun, unit=type_.capacity_unit): lambda at: (
                placed[at].capacity
            ),
            say("coverage-longitude"): lambda at: FormattedNumber(placed[at].longitude, _DEGREES),
            say("coverage-latitude"): lambda at: FormattedNumber(placed[at].latitude, _DEGREES),
        }
        return self._of_type(outcome.before, columns, range(len(placed)), nothing=say("siting-no-changes"))

    def _of_type(
        self, found: TypeCoverage, columns: Columns, rows: Sequence[Any], notes: Sequence[Note] = (), nothing: str = ""
    ) -> TableContent:
        type_, standard = self.city.facility_types[found.type_], found.standard
        basis = words.standard_fact(format_standard(type_), standard.source, standard.basis)
        told = [
            (say("coverage-standard"), basis),
            (say("coverage-residents"), found.residents.sources if found.residents else ""),
            (
                say("tables-sources"),
                say("list-parts").join(dict.fromkeys(str(text) for text in found.facilities["source"].dropna())),
            ),
            (say("coverage-estimated"), say("siting-estimate-note") if found.estimated else ""),
            *notes,
        ]
        every = {**columns, say("tables-headings", heading="kind"): lambda _: say("common-kinds", kind=found.kind)}
        return TableContent((type_.name, found.year), every, rows, told, nothing)
