"""The tables of the page of the gap: all indicators of a year, and one of them taken apart."""

from collections.abc import Sequence

from callbacks.gap.indicator import GapIndicator
from callbacks.gap.overview import GapOverview
from callbacks.server.responses import refuse_ignored
from callbacks.tables.page_table import (
    Maker,
    PageTable,
    Query,
    Row,
    columns_of,
    indicator_notes,
    page_table,
    ratio_cell,
    sources_note,
    unit_cell,
    value_cell,
)
from datasets.analyses.gap_analysis import (
    assess_indicator,
    list_cells,
    measure_inequality_by_year,
    select_county_values,
)
from datasets.city.city import City
from datasets.files.table_export import Cell, ExportColumn, FormattedNumber, decimal_format, percent_format
from datasets.queries.gap_query import GapChoice, GapOptions
from indicators.definition import Direction, Indicator, ValueKind
from indicators.gaps.gap_path import IndicatorGap, select_preferred_average
from indicators.gaps.gaps import Averaging
from indicators.gaps.inequality import IN_UNIT, InequalityMeasure
from indicators.gaps.small_counts import count_bases
from layouts.words import gap_needs as needs_words
from layouts.words import inequality
from layouts.words.common import AVERAGING_NAMES, DOMAINS, KINDS
from layouts.words.pages import gap as words
from layouts.words.paper.tables import HEADINGS
from layouts.words.small_counts import note_text

_AMOUNT = "#,##0.##########"  # counts as they are: decimals only where they have them


def gap_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _GapTables(city)
    return {
        "gaps": tables.gaps,
        "readings": tables.readings,
        "counties": tables.counties,
        "needs": tables.needs,
        "inequality": tables.inequality,
    }


class _GapTables:
    """The tables of one city."""

    def __init__(self, city: City) -> None:
        self.city, self.choices = city, GapOptions(city)
        self.overview, self.of_indicator = GapOverview(city), GapIndicator(city)

    # --- every indicator ---------------------------------------------------------------------------------------------

    def gaps(self, query: Query) -> PageTable:
        """The overview of a year."""
        choice = self._read_query(query)
        columns = columns_of(
            "domain",
            indicator=words.INDICATOR,
            unit=HEADINGS["unit"],
            **{key: words.COLUMNS[key] for key in ("verdict", "badge", *Averaging)},
            focus=self.overview.focus,
            benchmark=self.overview.benchmark,
            **{key: words.COLUMNS[key] for key in ("direction", "kind", "source", "note")},
        )
        rows = [self._describe_gap(one, choice) for one in self.overview.list_gaps(choice)]
        domain = DOMAINS[choice.domain] if choice.domain else words.EVERY_DOMAIN
        notes = [(words.LINE, words.OVERVIEW_NOTE), sources_note(rows)]
        return page_table(self.city, choice.dataset, "gaps", [domain, choice.year], columns, rows, notes)

    def _describe_gap(self, one: IndicatorGap, choice: GapChoice) -> dict[str, Cell]:
        indicator, region, gap = one.indicator, self.city.region, one.gap
        groups = {"focus": region.focus, "benchmark": region.benchmark}
        levels = {
            key: select_preferred_average(gap.levels[group].averages) if gap else None for key, group in groups.items()
        }
        ratios = {reading: gap.judged_ratios.get(reading) if gap else None for reading in Averaging}
        return {
            "domain": DOMAINS[indicator.domain],
            "indicator": indicator.name,
            "unit": unit_cell(indicator),
            "verdict": words.assessment_text(one, self.overview.list_missing(one, choice.year)),
            "badge": words.badge_text(one),
            **{str(reading): ratio_cell(ratio) for reading, ratio in ratios.items()},
            **{key: FormattedNumber(level, _level_form(indicator)) for key, level in levels.items()},
            "direction": words.DIRECTION_NOTES[indicator.direction],
            "kind": words.kinds_text(one.kinds),
            "source": "；".join(one.sources),
            "note": "；".join(one.notes),
        }

    # --- one indicator -----------------------------------------------------------------------------------------------

    def readings(self, query: Query) -> PageTable:
        """Both groups' levels and the ratio under each reading of average."""
        choice = self._read_query(query)
        region, indicator = self.city.region, self.city.indicators[choice.indicator]
        one = assess_indicator(self.city, choice.dataset, indicator.id, choice.year)
        form = _level_form(indicator)
        inverted = words.INVERTED if indicator.direction is Direction.LOWER else ""
        groups = {"focus": self.overview.focus, "benchmark": self.overview.benchmark}
        columns = columns_of(
            reading=words.AVERAGING_COLUMN, **groups, **_pick_headings("unit"), ratio=words.RATIO + inverted
        )
        rows: list[Row] = [
            {
                "reading": AVERAGING_NAMES[reading],
                "focus": FormattedNumber(one.gap.levels[region.focus].averages[reading], form),
                "benchmark": FormattedNumber(one.gap.levels[region.benchmark].averages[reading], form),
                "unit": unit_cell(indicator),
                "ratio": ratio_cell(one.gap.judged_ratios.get(reading)),
            }
            for reading in Averaging
            if one.gap
        ]
        names = self.overview.list_missing(one, choice.year)
        verdict = words.assessment_sentence(one, names, self.overview.focus, self.overview.benchmark)
        return self._of_indicator(choice, "readings", columns, rows, [(words.LINE, verdict)])

    def counties(self, query: Query) -> PageTable:
        """Every county's value with its numerator and denominator."""
        choice = self._read_query(query)
        region, geography = self.city.region, self.city.geography
        indicator = self.city.indicators[choice.indicator]
        parts = dict(zip(("numerator", "denominator"), self.of_indicator.part_names(indicator), strict=True))
        columns = columns_of(
            "area",
            "group",
            "year",
            "value",
            "unit",
            **parts,
            **_pick_headings("basis", "kind", "source", "note", "code"),
        )
        values = select_county_values(self.city, choice.dataset, indicator.id, choice.year)
        rests = count_bases(indicator, values)
        rows = [
            {
                "area": geography.name(code, choice.year),
                "group": region.groups[region.by_adcode[code].group].name,
                "year": choice.year,
                "value": value_cell(indicator, row["value"]),
                "unit": unit_cell(indicator),
                "numerator": FormattedNumber(row["numerator"], _AMOUNT),
                "denominator": FormattedNumber(row["denominator"], _AMOUNT),
                "basis": note_text(rests.get(code), indicator.decimals) or None,
                "kind": KINDS[ValueKind(row["kind"])] if row["kind"] else None,
                "source": row["source"],
                "note": row["note"],
                "code": code,
            }
            for code, row in list_cells(values).items()
        ]
        return self._of_indicator(choice, "counties", columns, rows, [sources_note(rows)])

    def needs(self, query: Query) -> PageTable:
        """What it takes to reach the line or the target, county by county; without an answer no rows but the reason."""
        choice = self._read_query(query)
        needs, told = self.of_indicator.describe_needs(choice)
        indicator = self.city.indicators[choice.indicator]
        value = decimal_format(indicator.decimals)
        if needs is None:
            return self._of_indicator(choice, "needs", {}, [], [], nothing=told)
        keys = ("area", "numerator", "denominator", "value", "contribution", "addition", "after", "note")
        headings = needs_words.needs_columns(needs, indicator, *self.of_indicator.variables(indicator))
        forms = {"value": value, "after": value, "addition": decimal_format(0)}
        columns = {key: ExportColumn(text, forms.get(key, _AMOUNT)) for key, text in zip(keys, headings, strict=True)}
        rows = [
            {key: getattr(row, key) for key in keys[1:-1]}
            | {"area": self.city.geography.name(str(row.Index), choice.year)}
            | {"note": needs_words.needs_note(row, indicator, needs)}
            for row in needs.counties.itertuples()
        ]
        assumed = "".join(needs_words.assumptions(needs))
        return self._of_indicator(
            choice, "needs", columns, rows, [(needs_words.GOALS[choice.goal], told), (words.ASSUMED, assumed)]
        )

    def inequality(self, query: Query) -> PageTable:
        """The measures between counties, a column a year."""
        choice = self._read_query(query)
        indicator, geography = self.city.indicators[choice.indicator], self.city.geography
        by_year = measure_inequality_by_year(self.city, choice.dataset, indicator.id)
        heads = {
            f"year_{year}": words.year_head(year, [geography.name(code, year) for code in found.missing], found.small)
            for year, found in by_year.items()
        }
        columns = columns_of(measure=words.MEASURE, **heads)
        forms = {measure: _measure_form(measure, indicator) for measure in InequalityMeasure}
        rows: list[Row] = [
            {"measure": inequality.MEASURES[measure].strip()}
            | {f"year_{year}": FormattedNumber(one.measures[measure], form) for year, one in by_year.items()}
            for measure, form in forms.items()
        ]
        return self._of_indicator(choice, "inequality", columns, rows if by_year else [], self._list_meanings())

    def _list_meanings(self) -> list[tuple[str, str]]:
        """What the measures are."""
        groups = {"focus": self.overview.focus, "benchmark": self.overview.benchmark}
        return [
            (inequality.MEASURES[measure].strip(), "　".join(text.format(**groups) for text in texts))
            for measure, texts in inequality.MEASURE_MEANINGS.items()
        ]

    # --- what all have in common -------------------------------------------------------------------------------------

    def _read_query(self, query: Query) -> GapChoice:
        choice, ignored = self.choices.read_query(query)
        refuse_ignored(ignored)
        return choice

    def _of_indicator(
        self,
        choice: GapChoice,
        name: str,
        columns: dict[str, ExportColumn],
        rows: Sequence[Row],
        notes: list[tuple[str, str]],
        nothing: str = words.NO_FIGURES,
    ) -> PageTable:
        indicator = self.city.indicators[choice.indicator]
        about = (indicator.name, choice.year)
        told = [*notes, *indicator_notes([indicator])]
        return page_table(self.city, choice.dataset, name, about, columns, rows, told, nothing=nothing)


def _pick_headings(*keys: str) -> dict[str, str]:
    return {key: HEADINGS[key] for key in keys}


def _level_form(indicator: Indicator) -> str:
    """A level of a state is the share of counties that have it."""
    return percent_format(0) if indicator.yes_no else decimal_format(indicator.decimals)


def _measure_form(measure: InequalityMeasure, indicator: Indicator) -> str:
    return decimal_format(indicator.decimals + 1 if measure in IN_UNIT else 4)
