"""The tables of the page of the gap: all indicators of a year, and one of them taken apart."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from callbacks.gap.indicator import GapIndicator
from callbacks.gap.overview import GapOverview
from callbacks.tables.page_table import (
    Columns,
    Maker,
    Note,
    TableContent,
    indicator_notes,
    page_tables,
    ratio_cell,
    sources_note,
    value_cell,
)
from datasets.analyses.gap_analysis import (
    assess_indicator,
    compare_censuses_with_reference_area,
    compare_counties_with_averages,
    list_cells,
    measure_inequality_by_year,
    select_county_values,
)
from datasets.analyses.national_context import PlaceOfFigure, place_counties
from datasets.census.national import Place
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format, percent_format
from datasets.queries.gap_query import GapChoice
from indicators.definition import Indicator, ValueKind
from indicators.gaps.gap_path import IndicatorGap, select_preferred_average
from indicators.gaps.gaps import Averaging
from indicators.gaps.inequality import IN_UNIT, Inequality, InequalityMeasure
from indicators.gaps.small_counts import count_bases
from layouts.words import gap_needs as needs_words
from layouts.words.common import averaging_names
from layouts.words.pages import gap as words
from layouts.words.pages.context import gap as context_words
from layouts.words.pages.county import unit_text
from layouts.words.small_counts import note_text
from locales import say

_AMOUNT = "#,##0.##########"  # counts as they are: decimals only where they have them


def gap_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _GapTables(city)
    contents = {
        "gaps": tables.gaps,
        "readings": tables.readings,
        "counties": tables.counties,
        "needs": tables.needs,
        "inequality": tables.inequality,
        "references": tables.references,
        "benchmarks": tables.benchmarks,
    }
    return page_tables(city, tables.overview.choices.read_query, contents)


class _GapTables:
    """The tables of one city."""

    def __init__(self, city: City) -> None:
        self.city, self.overview, self.of_indicator = city, GapOverview(city), GapIndicator(city)
        self.groups = {city.region.focus: self.overview.focus, city.region.benchmark: self.overview.benchmark}
        self.is_whole = city.region.compared_area is not None  # one ratio then, and nothing is averaged

    def gaps(self, choice: GapChoice) -> TableContent:
        """Every indicator of a year."""
        rows = self.overview.list_gaps(choice)
        names = {Averaging.POOLED: say("gap-ratio")} if self.is_whole else averaging_names()
        ratios = {name: partial(_judged_ratio_cell, reading) for reading, name in names.items()}
        columns: Columns = {
            say("tables-headings", heading="domain"): lambda one: say("common-domains", domain=one.indicator.domain),
            say("gap-indicator"): lambda one: one.indicator.name,
            say("tables-headings", heading="unit"): lambda one: unit_text(one.indicator),
            say("gap-line"): lambda one: words.assessment_text(one, self.overview.list_missing(one, choice.year)),
            **({} if self.is_whole else {say("gap-columns", column="badge"): words.badge_text}),
            **ratios,
            **{name: partial(_level_cell, group) for group, name in self.groups.items()},
            say("gap-columns", column="direction"): lambda one: say(
                "gap-direction-notes", direction=one.indicator.direction
            ),
            say("gap-columns", column="kind"): lambda one: words.kinds_text(one.kinds),
            say("gap-columns", column="source"): lambda one: say("list-parts").join(one.sources),
            say("gap-columns", column="note"): lambda one: say("list-parts").join(one.notes),
            say("tables-headings", heading="caveat"): lambda one: one.indicator.caveat or None,
        }
        domain = say("common-domains", domain=choice.domain) if choice.domain else say("gap-every-domain")
        note = say("gap-whole-overview-note") if self.is_whole else say("gap-overview-note")
        notes = [(say("gap-line"), note), sources_note(say("list-parts").join(one.sources) for one in rows)]
        return TableContent((domain, choice.year), columns, rows, notes)

    def readings(self, choice: GapChoice) -> TableContent:
        """Both groups' levels and the ratio under each reading of average."""
        indicator = self.city.indicators[choice.indicator]
        one = assess_indicator(self.city, choice.dataset, indicator.id, choice.year)
        ratio = words.mark_inverted(say("gap-ratio"), indicator.direction)
        columns: Columns = {
            **(
                {}
                if self.is_whole
                else {say("gap-averaging-column"): lambda reading: say("common-averaging-names", averaging=reading)}
            ),
            **{name: partial(_level_cell, group, one) for group, name in self.groups.items()},
            say("tables-headings", heading="unit"): lambda _: unit_text(indicator),
            ratio: lambda reading: _judged_ratio_cell(reading, one),
        }
        names = self.overview.list_missing(one, choice.year)
        verdict = words.assessment_sentence(one, names, self.overview.focus, self.overview.benchmark, self.is_whole)
        readings = [Averaging.POOLED] if self.is_whole else list(Averaging)
        return self._of_indicator(choice, columns, readings if one.gap else [], [(say("gap-line"), verdict)])

    def counties(self, choice: GapChoice) -> TableContent:
        """Every county's value with its numerator and denominator."""
        region, indicator = self.city.region, self.city.indicators[choice.indicator]
        values = select_county_values(self.city, choice.dataset, indicator.id, choice.year)
        rests, found = count_bases(indicator, values), list_cells(values)
        numerator, denominator = self.of_indicator.part_names(indicator)
        compared = compare_counties_with_averages(self.city, choice.dataset, indicator.id, choice.year)
        columns: Columns = {
            say("tables-headings", heading="area"): lambda code: self.city.geography.name(code, choice.year),
            **(
                {say("tables-headings", heading="group"): lambda code: region.group_of(code).name}
                if region.is_grouped
                else {}
            ),
            say("tables-headings", heading="year"): lambda _: choice.year,
            say("tables-headings", heading="value"): lambda code: value_cell(indicator, found[code]["value"]),
            say("tables-headings", heading="unit"): lambda _: unit_text(indicator),
            numerator: lambda code: FormattedNumber(found[code]["numerator"], _AMOUNT),
            denominator: lambda code: FormattedNumber(found[code]["denominator"], _AMOUNT),
            **{
                say("gap-relative-to", name=self.city.geography.name(area, choice.year)): partial(
                    _relative_cell, ratios
                )
                for area, ratios in compared.items()
            },
            say("tables-headings", heading="basis"): lambda code: (
                note_text(rests.get(code), indicator.decimals) or None
            ),
            say("tables-headings", heading="kind"): lambda code: (
                say("common-kinds", kind=ValueKind(found[code]["kind"])) if found[code]["kind"] else None
            ),
            say("tables-headings", heading="source"): lambda code: found[code]["source"],
            say("tables-headings", heading="note"): lambda code: found[code]["note"],
            say("tables-headings", heading="code"): lambda code: code,
        }
        return self._of_indicator(choice, columns, list(found), [sources_note(row["source"] for row in found.values())])

    def needs(self, choice: GapChoice) -> TableContent:
        """What it takes to reach the line or the target, county by county; without an answer no rows but the reason."""
        needs, told = self.of_indicator.describe_needs(choice)
        indicator = self.city.indicators[choice.indicator]
        if needs is None:
            return self._of_indicator(choice, {}, [], [], nothing=told)
        exact = decimal_format(indicator.decimals)
        forms = {"numerator": _AMOUNT, "denominator": _AMOUNT, "value": exact, "contribution": _AMOUNT}
        forms |= {"addition": decimal_format(0), "after": exact}
        cells: list[Callable[[Any], Cell]] = [
            lambda row: self.city.geography.name(str(row.Index), choice.year),
            *(partial(_format_field, key, form) for key, form in forms.items()),
            lambda row: needs_words.needs_note(row, indicator, needs),
        ]
        headings = needs_words.needs_columns(needs, indicator, *self.of_indicator.variables(indicator))
        columns = dict(zip(headings, cells, strict=True))
        assumed = say("list-sentences").join(needs_words.assumptions(needs))
        notes = [(say("gap-needs-goals", goal=choice.goal), told), (say("gap-assumed"), assumed)]
        return self._of_indicator(choice, columns, list(needs.counties.itertuples()), notes)

    def inequality(self, choice: GapChoice) -> TableContent:
        """The measures between counties, a column a year."""
        indicator, geography = self.city.indicators[choice.indicator], self.city.geography
        by_year = measure_inequality_by_year(self.city, choice.dataset, indicator.id)
        columns: Columns = {
            say("gap-measure"): lambda measure: say("inequality-measures", measure=measure).strip(),
            **{
                words.year_head(year, [geography.name(code, year) for code in found.missing], found.small): partial(
                    _measure_cell, found, indicator
                )
                for year, found in by_year.items()
            },
        }
        groups = {"focus": self.overview.focus, "benchmark": self.overview.benchmark}
        meanings = [
            (
                say("inequality-measures", measure=each).strip(),
                say("list-facts").join(
                    (
                        say("inequality-meanings", measure=each, **groups),
                        say("inequality-formulas", measure=each, **groups),
                    )
                ),
            )
            for each in InequalityMeasure
        ]
        return self._of_indicator(choice, columns, list(InequalityMeasure) if by_year else [], meanings)

    def references(self, choice: GapChoice) -> TableContent:
        """The region against the reference area in every judged indicator of the censuses, each year a row."""
        region, years = self.city.region, compare_censuses_with_reference_area(self.city, choice.dataset)
        rows = [(indicator, year, found) for indicator, by_year in years for year, found in by_year.items()]
        reference = region.compared_beside.name if region.compared_beside else say("gap-reference-area")
        columns: Columns = {
            say("tables-headings", heading="domain"): lambda row: say("common-domains", domain=row[0].domain),
            say("tables-headings", heading="indicator"): lambda row: row[0].name,
            say("tables-headings", heading="unit"): lambda row: unit_text(row[0]),
            say("tables-headings", heading="year"): lambda row: row[1],
            region.name: lambda row: value_cell(row[0], row[2].city),
            reference: lambda row: value_cell(row[0], row[2].reference),
            say("gap-ratio"): lambda row: ratio_cell(row[2].ratio),
            say("gap-columns", column="direction"): lambda row: _note_direction(row[0]),
            say("gap-line"): lambda row: context_words.line_text(row[2]),
        }
        notes = [(say("gap-line"), say("gap-context-references-note"))]
        return TableContent((reference, choice.year), columns, rows, notes, say("gap-context-no-references"))

    def benchmarks(self, choice: GapChoice) -> TableContent:
        """Every county's value with its places and with what the counties most like it come to."""
        indicator = self.city.indicators[choice.indicator]
        found = place_counties(self.city, choice.dataset, indicator.id, choice.year)
        labels = context_words.alike_columns()
        columns: Columns = {
            labels[0]: lambda code: self.city.geography.name(code, choice.year),
            say("tables-headings", heading="value"): lambda code: value_cell(indicator, found[code].value),
            say("tables-headings", heading="unit"): lambda _: unit_text(indicator),
            labels[3]: lambda code: _summary_cell(found[code], "mean"),
            say("county-context-lowest"): lambda code: _summary_cell(found[code], "low"),
            say("county-context-highest"): lambda code: _summary_cell(found[code], "high"),
            labels[5]: lambda code: _rank_cell(found[code].province),
            labels[6]: lambda code: _rank_cell(found[code].country),
            say("tables-headings", heading="code"): lambda code: code,
        }
        notes = [(labels[3], say("gap-context-alike-note"))]
        return self._of_indicator(choice, columns, list(found), notes, say("gap-context-no-alike"))

    def _of_indicator(
        self,
        choice: GapChoice,
        columns: Columns,
        rows: Sequence[Any],
        notes: Sequence[Note],
        nothing: str = "",
    ) -> TableContent:
        indicator = self.city.indicators[choice.indicator]
        told = [*notes, *indicator_notes([indicator])]
        return TableContent((indicator.name, choice.year), columns, rows, told, nothing or say("gap-no-figures"))


def _note_direction(indicator: Indicator) -> str:
    return say("gap-direction-notes", direction=indicator.direction)


def _judged_ratio_cell(reading: Averaging, one: IndicatorGap) -> Cell:
    return ratio_cell(one.gap.judged_ratios.get(reading) if one.gap else None)


def _rank_cell(place: Place | None) -> Cell:
    return place.rank if place else None


def _summary_cell(one: PlaceOfFigure, part: str) -> Cell:
    return value_cell(one.indicator, getattr(one.alike, part) if one.alike else None)


def _relative_cell(ratios: Mapping[str, float | None], county: str) -> Cell:
    return ratio_cell(ratios.get(county))


def _format_field(key: str, form: str, row: Any) -> Cell:
    return FormattedNumber(getattr(row, key), form)


def _level_cell(group: str, one: IndicatorGap, reading: Averaging | None = None) -> Cell:
    """A group's level, without a ``reading`` the preferred one; of a state the share of counties that have it."""
    averages = one.gap.levels[group].averages if one.gap else dict.fromkeys(Averaging)
    level = averages[reading] if reading else select_preferred_average(averages)
    return FormattedNumber(level, percent_format(0) if one.indicator.yes_no else decimal_format(one.indicator.decimals))


def _measure_cell(found: Inequality, indicator: Indicator, measure: InequalityMeasure) -> Cell:
    return FormattedNumber(found.measures[measure], decimal_format(indicator.decimals + 1 if measure in IN_UNIT else 4))
