"""Answers of the gap page for the chosen indicator: definition, ratio by year, reference area, needs, inequality."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from dash.development.base_component import Component

from callbacks.gap.findings import GapFindings
from callbacks.gap.inequality import build_inequality_table
from datasets.analyses import gap_analysis as numbers
from datasets.city.city import City
from datasets.queries.gap_query import GapChoice, Goal
from indicators.borders import find_break, select_same_borders
from indicators.definition import Direction, Indicator, ValueKind, Variable
from indicators.gaps.gap_path import (
    Assessment,
    IndicatorGap,
    assess_gap,
    find_benchmark_falls,
    project_crossing,
    tabulate_ratios,
)
from indicators.gaps.gaps import Averaging
from indicators.policy.shortfalls import Needs
from layouts.figures.charts import gap_analysis as figures
from layouts.figures.charts.waterfall import waterfall_figure
from layouts.figures.specs.build_chart import waterfall_spec
from layouts.frame.component_json import compact_elements
from layouts.page_paths import PagePath
from layouts.pages import gap as layout
from layouts.pages.gap import GapTable
from layouts.words import gap_needs as needs_words
from layouts.words.common import notes_text
from layouts.words.pages import gap as words
from layouts.words.pages.atlas import target_text
from layouts.words.small_counts import sample_intervals_text
from locales import say


class GapIndicator:
    """Answers for one city about one indicator."""

    def __init__(self, city: City) -> None:
        self.city, self.findings = city, GapFindings(city)
        self.focus = city.region.groups[city.region.focus].name
        self.benchmark = city.region.groups[city.region.benchmark].name

    def answer(self, choice: GapChoice) -> dict[str, Any]:
        """Everything that the choice sets below the overview, card by card, as the browser paints it."""
        return {
            "indicator": self.build_indicator_card(choice),
            "path": self.build_path_card(choice),
            "reference": self.build_reference_card(choice),
            "needs": self.build_needs_card(choice),
            "inequality": compact_elements([build_inequality_table(self.city, choice)]),
        }

    def build_indicator_card(self, choice: GapChoice) -> dict[str, Any]:
        """What the chosen indicator is and how it stands in the year."""
        indicator = self.city.indicators[choice.indicator]
        indicator_gap = numbers.assess_indicator(self.city, choice.dataset, indicator.id, choice.year)
        sentence = words.assessment_sentence(
            indicator_gap,
            self._name_missing(indicator_gap, choice),
            self.focus,
            self.benchmark,
            as_whole=self.city.region.compared_area is not None,
        )
        query = {"dataset": choice.dataset, "indicator": indicator.id, "year": choice.year}
        return {
            "title": say("gap-indicator-title", indicator=indicator.name, year=choice.year),
            "link": f"{PagePath.ATLAS}?{urlencode(query)}",
            "body": compact_elements(
                layout.indicator_body(
                    (indicator_gap.assessment, sentence),
                    self._averages_table(indicator_gap),
                    self._list_facts(indicator_gap),
                    self._county_table(choice),
                    self._note_averages(indicator_gap),
                    self._comparison_table(choice),
                )
            ),
        }

    def _averages_table(self, indicator_gap: IndicatorGap) -> GapTable:
        region = self.city.region
        rows = [
            [
                say("gap-whole") if region.compared_area else say("common-averaging-names", averaging=reading),
                *(
                    words.level_text(indicator_gap.indicator, indicator_gap.gap.levels[group].averages[reading])
                    for group in (region.focus, region.benchmark)
                ),
                words.ratio_text(indicator_gap.gap.judged_ratios.get(reading)),
            ]
            for reading in self._list_readings()
            if indicator_gap.gap
        ]
        ratio = words.mark_inverted(say("gap-ratio"), indicator_gap.indicator.direction)
        return GapTable([say("gap-averaging-column"), self.focus, self.benchmark, ratio], rows)

    def _note_averages(self, indicator_gap: IndicatorGap) -> str:
        """What the readings are, and the intervals of what comes from a sample."""
        meant = words.averages_note() if self.city.region.compared_area is None else say("gap-whole-note")
        if indicator_gap.gap is None:
            return meant
        names = {key: group.name for key, group in self.city.region.groups.items()}
        sampled = sample_intervals_text(
            indicator_gap.gap,
            names,
            indicator_gap.indicator.decimals,
            as_whole=self.city.region.compared_area is not None,
        )
        return say("list-sentences").join(filter(None, [meant, sampled]))

    def _list_readings(self) -> list[Averaging]:
        """The readings of "average": one where the region is compared as a whole."""
        return [Averaging.POOLED] if self.city.region.compared_area else list(Averaging)

    def _list_facts(self, indicator_gap: IndicatorGap) -> list[tuple[str, str]]:
        indicator = indicator_gap.indicator
        numerator, denominator = self.variables(indicator)
        texts = {
            "definition": indicator.definition,
            "formula": words.formula_text(numerator, denominator, indicator.formula.per),
            "direction": say("common-directions", direction=indicator.direction),
            "source": indicator.source,
            "caveat": indicator.caveat,
            "target": target_text(self.city.anchors.get(indicator.id)),
            "line": words.clauses_text(numbers.list_equality_targets(self.city)),
            "kind": words.kinds_text(indicator_gap.kinds),
            "origin": say("list-parts").join(indicator_gap.sources),
            "note": notes_text(indicator_gap.notes),
        }
        return [(say("gap-facts", fact=key), text) for key, text in texts.items()]

    def variables(self, indicator: Indicator) -> tuple[Variable, Variable | None]:
        """What is divided by what."""
        formula, variables = indicator.formula, self.city.variables
        return variables[formula.numerator], variables[formula.denominator] if formula.denominator else None

    def _county_table(self, choice: GapChoice) -> GapTable:
        indicator = self.city.indicators[choice.indicator]
        values = numbers.select_county_values(self.city, choice.dataset, indicator.id, choice.year)
        region, geography = self.city.region, self.city.geography
        rows = [
            [
                geography.name(str(row.Index), choice.year),
                *([region.group_of(str(row.Index)).name] if region.is_grouped else []),
                *words.county_row(row, indicator),
                words.basis_cell(indicator, row),
            ]
            for row in values.itertuples()
        ]
        group = [say("gap-group")] if region.is_grouped else []
        first = [
            say("gap-county"),
            *group,
            *(say("gap-columns", column=column) for column in ("kind", "source", "note")),
        ]
        columns = [*first, say("gap-value"), *self.part_names(indicator), say("gap-basis")]
        return GapTable(columns, rows, numbers=len(first), words=1)

    def _comparison_table(self, choice: GapChoice) -> GapTable | None:
        """Every county against the averages of wider areas; None in a region with groups."""
        city, indicator = self.city, self.city.indicators[choice.indicator]
        compared = numbers.compare_counties_with_averages(city, choice.dataset, indicator.id, choice.year)
        if not compared or indicator.direction is Direction.NEUTRAL:
            return None
        values = numbers.select_county_values(city, choice.dataset, indicator.id, choice.year)["value"]
        rows = [
            [
                city.geography.name(county, choice.year),
                words.value_text(indicator, float(values[county])) if values.notna()[county] else say("common-missing"),
                *(words.ratio_text(ratios.get(county)) for ratios in compared.values()),
            ]
            for county in city.region.by_adcode
        ]
        names = [say("gap-relative-to", name=city.geography.name(code, choice.year)) for code in compared]
        return GapTable([say("gap-county"), say("gap-value"), *names], rows)

    def part_names(self, indicator: Indicator) -> list[str]:
        """Numerator and denominator with their units, as headings."""
        return [
            say("common-value-of-unit", value=part.name, unit=part.unit) if part else "—"
            for part in self.variables(indicator)
        ]

    def build_path_card(self, choice: GapChoice) -> dict[str, Any]:
        """The ratio over the years, and when it crosses the line as seen from the chosen year."""
        city, region = self.city, self.city.region
        indicator = city.indicators[choice.indicator]
        gaps = city.gaps(choice.dataset, indicator.id)
        ratios, redrawn = tabulate_ratios(gaps), city.redrawn(choice.dataset)
        since = max((redrawn[key] for key in region.groups if key in redrawn), default=None)
        alike = select_same_borders(gaps, choice.year, since)
        past = {year: gap for year, gap in alike.items() if year <= choice.year}
        known = [reading for reading in Averaging if ratios[reading].notna().any()]
        crossings = {str(reading): project_crossing(ratios.loc[list(past), reading]) for reading in known}
        deadline = numbers.find_last_deadline(city)
        falls = find_benchmark_falls(past, region.focus, region.benchmark, indicator.direction)
        unknown = {year: [city.geography.name(code, year) for code in gap.missing] for year, gap in gaps.items()}
        texts = [
            (say("common-averaging-names", averaging=Averaging(key)), words.crossing_text(crossing, deadline))
            for key, crossing in crossings.items()
        ]
        warnings = [words.fall_text(fall, indicator, self.focus, self.benchmark) for fall in falls]
        lacking = words.unknown_years_text({year: names for year, names in unknown.items() if names})
        verdicts = {year: assess_gap(gap, indicator.direction) for year, gap in gaps.items()}
        small = words.small_years_text([year for year, found in verdicts.items() if found is Assessment.TOO_FEW])
        is_broken = find_break(list(ratios.index), since) is not None
        lacking = say("list-parts").join(
            filter(None, (lacking, small, say("chart-redrawn-groups") if is_broken else ""))
        )
        names = {str(reading): say("common-averaging-names", averaging=reading) for reading in Averaging}
        return {
            "figure": figures.path_figure(ratios[known], crossings, names, choice.year, since) if known else None,
            "text": compact_elements(
                layout.path_text(texts, warnings, lacking or ("" if known else say("gap-no-ratio")))
            ),
        }

    def build_reference_card(self, choice: GapChoice) -> dict[str, Any]:
        """The whole region against the reference area."""
        city, region = self.city, self.city.region
        indicator = city.indicators[choice.indicator]
        name = region.compared_beside.name if region.compared_beside else say("gap-reference-area")
        years = city.cached(numbers.compare_with_reference_area, choice.dataset, indicator.id)
        since = city.redrawn(choice.dataset).get(region.adcode)
        ratios = numbers.tabulate_ratios(years)
        has_ratio = ratios["ratio"].notna().any()
        return {
            "title": say("gap-reference-title", region=region.name, reference=name),
            "figure": figures.path_figure(ratios, {}, {"ratio": name}, choice.year, since) if has_ratio else None,
            "text": compact_elements(layout.paragraphs(self._reference_lines(choice, years, name))),
        }

    def _reference_lines(
        self, choice: GapChoice, years: dict[int, numbers.ReferenceComparison], name: str
    ) -> list[str]:
        region, indicator = self.city.region, self.city.indicators[choice.indicator]
        area = region.compared_beside
        if area is None or not any(found.reference is not None for found in years.values()):
            return [say("gap-no-reference", reference=name)]
        found = years.get(choice.year)
        if found is None:
            return [say("gap-no-reference-in", reference=name, year=choice.year)]
        levels = (words.level_text(indicator, found.city), words.level_text(indicator, found.reference))
        told = words.reference_text(levels, found.ratio, (region.name, name), indicator.direction, found.basis)
        return [told, *self._reference_sources(choice, [region.adcode, area.code])]

    def _reference_sources(self, choice: GapChoice, codes: list[str]) -> list[str]:
        texts = []
        for code in codes:
            records = numbers.select_area_values(self.city, choice.dataset, choice.indicator, code)
            if choice.year in records.index:
                kind, source, note = map(str, records.loc[choice.year, ["kind", "source", "note"]])
                name = self.city.geography.name(code, choice.year)
                texts.append(words.origin_text(name, ValueKind(kind), source, note))
        return texts

    def build_needs_card(self, choice: GapChoice) -> dict[str, Any]:
        """What it takes to reach the line or the target."""
        indicator = self.city.indicators[choice.indicator]
        needs = None if indicator.yes_no else self._find_needs(choice)
        told = self._needs_body(choice, needs) if needs else layout.paragraphs([self._explain_no_needs(choice)])
        return {
            "finding": self.findings.describe_needs(choice, needs),
            "title": say("gap-needs-title", focus=self.focus, goal=choice.goal),
            "figure": self._draw_waterfall(choice, needs) if needs else None,
            "text": compact_elements(told),
        }

    def describe_needs(self, choice: GapChoice) -> tuple[Needs | None, str]:
        """What it takes to reach the line or the target, as numbers and as sentences; or why it cannot be told."""
        indicator = self.city.indicators[choice.indicator]
        needs = None if indicator.yes_no else self._find_needs(choice)
        if needs is None:
            return None, self._explain_no_needs(choice)
        numerator, _ = self.variables(indicator)
        return needs, self._goal_text(choice, needs) + self._needs_text(choice, needs, numerator)

    def _find_needs(self, choice: GapChoice) -> Needs | None:
        reach = numbers.find_needs_to_policy if choice.goal is Goal.TARGET else numbers.find_needs_to_line
        return reach(self.city, choice.dataset, choice.indicator, choice.year)

    def _draw_waterfall(self, choice: GapChoice, needs: Needs) -> Any:
        numerator, _ = self.variables(self.city.indicators[choice.indicator])
        return waterfall_figure(waterfall_spec(needs, choice.year, self.city.region, numerator, ""))

    def _needs_body(self, choice: GapChoice, needs: Needs) -> list[Component]:
        indicator = self.city.indicators[choice.indicator]
        numerator, denominator = self.variables(indicator)
        rows = [
            [self.city.geography.name(str(row.Index), choice.year), *needs_words.needs_row(row, indicator, needs)]
            for row in needs.counties.itertuples()
        ]
        texts = [self._goal_text(choice, needs), self._needs_text(choice, needs, numerator)]
        counties = GapTable(needs_words.needs_columns(needs, indicator, numerator, denominator), rows, words=1)
        return layout.needs_body(texts, counties, needs_words.assumptions(needs))

    def _needs_text(self, choice: GapChoice, needs: Needs, numerator: Variable) -> str:
        indicator, levels = self.city.indicators[choice.indicator], {self.focus: needs.before}
        if needs.each:
            levels = {
                self.city.geography.name(str(code), choice.year): float(value)
                for code, value in needs.counties["value"].items()
            }
        beyond = [name for name, level in levels.items() if needs.is_beyond(level)]
        return needs_words.needs_text(needs, indicator, self.focus, numerator, beyond)

    def _goal_text(self, choice: GapChoice, needs: Needs) -> str:
        indicator = self.city.indicators[choice.indicator]
        if choice.goal is Goal.TARGET:
            return needs_words.needs_target_text(self.city.anchors[indicator.id], needs.each)
        level = self.city.gaps(choice.dataset, indicator.id)[choice.year].levels[self.city.region.benchmark]
        return needs_words.needs_line_text(
            indicator, needs.level, level.averages[Averaging.POOLED] or 0, self.benchmark
        )

    def _explain_no_needs(self, choice: GapChoice) -> str:
        indicator_gap = numbers.assess_indicator(self.city, choice.dataset, choice.indicator, choice.year)
        if indicator_gap.indicator.yes_no and indicator_gap.gap:
            without, unknown = numbers.list_counties_without_state(
                self.city, choice.dataset, choice.indicator, choice.year
            )
            return needs_words.state_text(
                self.focus, self._name_counties(without, choice), self._name_counties(unknown, choice)
            )
        return needs_words.no_needs(indicator_gap, self._name_missing(indicator_gap, choice))

    def _name_missing(self, indicator_gap: IndicatorGap, choice: GapChoice) -> list[str]:
        return self._name_counties(indicator_gap.gap.missing if indicator_gap.gap else (), choice)

    def _name_counties(self, codes: Iterable[str], choice: GapChoice) -> list[str]:
        return [self.city.geography.name(code, choice.year) for code in codes]
