"""A pack put together: which sections a preset has, and the sentences, exhibits and tables in each of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from datasets.analyses.pack_figures import PackFigures
from datasets.analyses.pack_request import PackPart, PackSubject, Preset
from datasets.analyses.target_statuses import TargetResult
from indicators.definition import Domain
from indicators.gaps.gap_path import Assessment
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import About, Exhibit, Pack, Section
from layouts.paper.packs.data_sheets import make_sheets
from layouts.paper.packs.tables import make_chart_table, make_county_tables, make_gap_table, make_target_table
from layouts.words.paper import packs as words
from layouts.words.paper.gap_sentences import (
    count_assessments,
    describe_benchmark_fall,
    describe_change,
    describe_extremes,
    describe_gap,
)
from layouts.words.paper.progress_sentences import count_statuses, describe_county, describe_target
from locales import say
from locales.data import translate

# The map or chart of a part in a year: of an indicator, of a domain's targets, of a county. It has no title yet, no
# sentences and no table.
Illustrate = Callable[[PackPart, str, int], Exhibit]


def compose_pack(figures: PackFigures, preset: Preset, illustrate: Illustrate, today: date) -> Pack:
    """The pack of a choice. Nothing is drawn yet: each exhibit draws itself when it is asked to."""
    composer = _Composer(figures, preset, illustrate)
    return Pack(_describe_pack(figures, today), tuple(composer.sections()), make_sheets(figures))


def _describe_pack(figures: PackFigures, today: date) -> About:
    choice, city = figures.choice, figures.city
    dataset = city.datasets[choice.dataset]
    subject = translate(choice.department) or say("list-names").join(figures.name(code) for code in choice.counties)
    indicators = [city.indicators[key] for key in choice.indicators]
    notes = [(indicator.name, f"{indicator.definition}{indicator.caveat}") for indicator in indicators]
    return About(
        title=choice.title,
        subtitle=words.subtitle(city.region.name, choice.years, subject),
        maker=choice.maker,
        today=today,
        dataset=dataset.name,
        version=dataset.version,
        warning=say("common-demo-ribbon") if dataset.demonstration else "",
        notes=((say("document-dataset"), dataset.description), *words.explain_averagings(figures.is_whole), *notes),
    )


class _Composer:
    """Writes the sections of one pack."""

    def __init__(self, figures: PackFigures, preset: Preset, illustrate: Illustrate) -> None:
        self.figures, self.choice, self.city = figures, figures.choice, figures.city
        self.preset, self.illustrate = preset, illustrate

    def sections(self) -> Iterator[Section]:
        """The preset's sections; a department's pack begins with its targets."""
        targets_first = self.preset.subject is PackSubject.DEPARTMENT
        if targets_first:
            yield from self._target_section()
        if self._has_part(PackPart.OVERVIEW):
            yield self._overview_section()
        if self._has_part(PackPart.COUNTY):
            yield from map(self._county_section, self.choice.counties)
        yield from self._domain_sections()
        if not targets_first:
            yield from self._target_section()

    def _has_part(self, part: PackPart) -> bool:
        return part in self.preset.sections

    def _overview_section(self) -> Section:
        figures, year = self.figures, self.choice.year
        sentences = []
        if figures.gaps_of_year:
            sentences.append(count_assessments(figures.assessment_counts, year, figures.focus, figures.benchmark))
        if figures.targets:
            sentences.append(count_statuses(figures.status_counts, year))
        pressing = [one for one in figures.gaps_of_year if one.assessment in (Assessment.SHORT, Assessment.SENSITIVE)]
        sentences += [self._describe_gap(one.indicator.id, year) for one in pressing]
        tables = (make_gap_table(figures),) if figures.gaps_of_year else ()
        return Section(say("document-overview"), tuple(sentences), tables)

    def _county_section(self, code: str) -> Section:
        profile = self.figures.profiles[code]
        comparisons = self.figures.county_comparisons(code)
        sentences = [describe_county(one, profile.year, profile.name, code) for one in comparisons]
        title = say("document-spine-title", county=profile.name, year=profile.year)
        spine = replace(self.illustrate(PackPart.COUNTY, code, profile.year), title=title)
        return Section(profile.name, tuple(sentences), (spine, *make_county_tables(self.figures, code)))

    def _domain_sections(self) -> Iterator[Section]:
        """One section a domain: for each indicator its maps, gaps, rankings and its path."""
        for domain in Domain:
            keys = [key for key in self.choice.indicators if self.city.indicators[key].domain is domain]
            blocks = tuple(exhibit for key in keys for exhibit in self._indicator_exhibits(key))
            lacking = tuple(
                Sentence(say("document-no-figures", indicator=self.city.indicators[key].name, year=year))
                for key in keys
                for year in self.choice.years
                if (key, year) not in self.figures.gaps
            )
            if blocks or lacking:
                yield Section(say("common-domains", domain=domain), lacking, blocks)

    def _indicator_exhibits(self, key: str) -> Iterator[Exhibit]:
        for year in self.choice.years:
            if (key, year) not in self.figures.gaps:
                continue
            if self._has_part(PackPart.MAPS):
                gap = [] if self._has_part(PackPart.GAPS) else [self._describe_gap(key, year)]
                yield self._make_exhibit(PackPart.MAPS, key, year, [self._describe_extremes(key, year), *gap])
            if self._has_part(PackPart.GAPS):
                sentences = [self._describe_gap(key, year), *self._describe_changes(key, year)]
                yield self._make_exhibit(PackPart.GAPS, key, year, sentences)
            if self._has_part(PackPart.RANKINGS):
                extremes = [] if self._has_part(PackPart.MAPS) else [self._describe_extremes(key, year)]
                yield self._make_exhibit(PackPart.RANKINGS, key, year, extremes)
        years = self.figures.years(key)
        if self._has_part(PackPart.TRENDS) and len(years) > 1:
            year = self.choice.year if self.choice.year in years else years[-1]
            changes = [] if self._has_part(PackPart.GAPS) else [*self._describe_changes(key, year)]
            yield self._make_exhibit(PackPart.TRENDS, key, year, changes)

    def _make_exhibit(self, part: PackPart, key: str, year: int, sentences: Sequence[Sentence]) -> Exhibit:
        """A map or chart of an indicator with its title, its sentences and its numbers."""
        figures, indicator = self.figures, self.city.indicators[key]
        groups = {"focus": figures.focus, "benchmark": figures.benchmark}
        title = say("document-exhibit", part=part, indicator=indicator.name, year=year, **groups)
        exhibit = self.illustrate(part, key, year)
        table = make_chart_table(exhibit.chart, indicator, figures.gaps.get((key, year)))
        return replace(exhibit, title=title, sentences=tuple(sentences), table=table)

    def _target_section(self) -> Iterator[Section]:
        year, results = self.choice.year, self.figures.targets
        if not self._has_part(PackPart.TARGETS) or not results:
            return
        sentences = [] if self._has_part(PackPart.OVERVIEW) else [count_statuses(self.figures.status_counts, year)]
        # All targets of a department get a sentence, of the city's those of the chosen indicators.
        described = [one for one in results if self.choice.department or one.target.indicator in self.choice.indicators]
        sentences += map(self._describe_target, described)
        # Statuses by county, domain by domain: all targets on one sheet could not be read.
        charts = [
            replace(self.illustrate(PackPart.TARGETS, domain, year), title=title)
            for domain in dict.fromkeys(result.target.domain for result in results)
            for title in [say("document-heat-title", domain=say("common-domains", domain=domain), year=year)]
        ]
        yield Section(say("document-targets"), tuple(sentences), (*charts, make_target_table(self.figures)))

    def _describe_target(self, result: TargetResult) -> Sentence:
        return describe_target(
            result.article.article,
            result.target,
            result.status,
            result.is_firm,
            result.areas,
            self.choice.year,
            self.city.indicators[result.target.indicator],
            words.scope_text(result.target, self.figures.groups),
            result.statement,
        )

    def _describe_gap(self, key: str, year: int) -> Sentence:
        figures = self.figures
        return describe_gap(
            figures.gaps[key, year], year, figures.names(year), self.city.region.focus, figures.is_whole
        )

    def _describe_changes(self, key: str, year: int) -> Iterator[Sentence]:
        """The change since the first year; and that a rise was none, where the benchmark group fell."""
        figures, first_year = self.figures, self.figures.first_judged_year(key, year)
        if figures.is_cut_off(key, year):
            yield Sentence(say("chart-redrawn-groups"))
        if first_year is None or first_year >= year:
            return
        first, last = figures.gaps[key, first_year], figures.gaps[key, year]
        change = describe_change(last, year, first, first_year, figures.names(year), figures.is_whole)
        if change is None:
            return
        yield change
        if found := figures.benchmark_fall(key, year):
            fall, averagings = found
            yield describe_benchmark_fall(fall, last.indicator, figures.focus, figures.benchmark, averagings)

    def _describe_extremes(self, key: str, year: int) -> Sentence:
        values, few = self.figures.county_values(key, year)
        return describe_extremes(self.city.indicators[key], year, values, self.figures.names(year), few)
