"""A pack put together for a choice: sections, sentences, exhibits and the data sheets behind them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from callbacks.packs.data_sheets import (
    all_standings,
    counties_sheet,
    counts_sheet,
    gaps_sheet,
    targets_sheet,
    values_sheet,
)
from callbacks.packs.scenario_section import scenario_section, scenarios_sheet
from callbacks.pictures.charts import ChartKind, ChartPictures
from callbacks.pictures.maps import MapPictures
from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.gap_analysis import select_county_values, sort_by_urgency
from datasets.analyses.pack_request import PackChoice, PackPart, PackSubject, Preset
from datasets.analyses.target_statuses import TargetResult, assess_targets
from datasets.city.city import City
from datasets.queries.county_query import CountyChoice
from datasets.queries.map_query import MapQuery, MapView, settle_view
from datasets.siting.scenario_outcome import Outcome
from geodata.region import Level
from indicators.definition import Direction, Domain, Indicator
from indicators.gaps.gap_path import Assessment, BenchmarkFall, find_benchmark_falls
from indicators.gaps.gap_path import IndicatorGap as GapStanding
from indicators.gaps.gaps import Averaging, Gap
from indicators.gaps.small_counts import count_bases
from indicators.policy.progress import Status
from indicators.profile import CountyComparison as CountyStanding
from indicators.profile import CountyProfile
from layouts.figures.specs.chart_spec import GapSpec, RankingSpec, TrendSpec
from layouts.pack_terms import Sentence, SheetId
from layouts.paper.documents.pack import About, Block, DataSheet, Exhibit, Pack, Section, TextTable
from layouts.paper.sheet.picture_spec import ChartPicture, NamedPicture
from layouts.words.common import DEMO_RIBBON, DOMAINS, MISSING, STATUSES
from layouts.words.pages import county as county_page
from layouts.words.pages import gap as gap_page
from layouts.words.pages import targets as targets_page
from layouts.words.paper import packs as words
from layouts.words.paper.pictures import Attribution


def compose(city: City, preset: Preset, choice: PackChoice, today: date, outcomes: Sequence[Outcome] = ()) -> Pack:
    """The pack of a choice. Nothing is drawn yet: each exhibit draws itself when it is asked to.

    ``outcomes`` are what the chosen scenarios of sites come to.
    """
    return _Composer(city, preset, choice, Attribution(today, choice.maker), outcomes).pack()


class _Composer:
    """Puts one pack together; what several sections need is worked out once."""

    def __init__(
        self, city: City, preset: Preset, choice: PackChoice, attribution: Attribution, outcomes: Sequence[Outcome]
    ) -> None:
        self.city, self.preset, self.choice = city, preset, choice
        self.attribution, self.outcomes = attribution, outcomes
        self.maps, self.charts = MapPictures(city), ChartPictures(city)
        region = city.region
        self.focus, self.benchmark = (region.groups[key].name for key in (region.focus, region.benchmark))

    def pack(self) -> Pack:
        sections = [*self._overview(), *self._counties(), *self._domains()]
        targets = list(self._targets())
        sections = [*targets, *sections] if self.preset.subject is PackSubject.DEPARTMENT else [*sections, *targets]
        sites = [scenario_section(self.city, self.outcomes, self.attribution)] if self.outcomes else []
        return Pack(self._about(), (*sections, *sites), self._sheets())

    def _about(self) -> About:
        choice, region, dataset = self.choice, self.city.region, self.city.datasets[self.choice.dataset]
        of = choice.department or "、".join(self._name(code, choice.year) for code in choice.counties)
        notes = [
            (indicator.name, f"{indicator.definition}{indicator.caveat}")
            for indicator in (self.city.indicators[key] for key in choice.indicators)
        ]
        return About(
            title=choice.title,
            subtitle=words.subtitle(region.name, choice.years, of),
            maker=choice.maker,
            today=self.attribution.today,
            dataset=dataset.name,
            version=dataset.version,
            warning=DEMO_RIBBON if dataset.demonstration else "",
            notes=((words.DATASET, dataset.description), *words.readings_explained(), *notes),
        )

    # What sentences are made from

    @cached_property
    def standings(self) -> dict[tuple[str, int], GapStanding]:
        return all_standings(self.city, self.choice.dataset, self.choice.indicators)

    @cached_property
    def results(self) -> list[TargetResult]:
        """The targets that the pack speaks of: the department's, or all."""
        found = assess_targets(self.city, self.choice.dataset, self.choice.year)
        department = self.choice.department
        return [result for result in found if department in ("", result.article.lead_department)]

    @cached_property
    def profiles(self) -> dict[str, CountyProfile]:
        choice = self.choice
        return {code: build_county_profile(self.city, choice.dataset, code, choice.year) for code in choice.counties}

    def _first_year(self, key: str) -> int | None:
        """The first year that an indicator's later years are held against: the first with a verdict."""
        judged = [
            year for (own, year), found in self.standings.items() if own == key and found.assessment in words.JUDGED
        ]
        return min(judged, default=None)

    def _sheets(self) -> dict[SheetId, DataSheet]:
        choice, city = self.choice, self.city
        first_years = {key: year for key in choice.indicators if (year := self._first_year(key)) is not None}
        places = {
            (found.indicator.id, choice.year, code): found
            for code in choice.counties
            for found in self._county_standings(code)
        }
        counts = {
            words.COUNTED_VERDICTS: {gap_page.ASSESSMENTS[v]: n for v, n in self._verdicts().items()},
            words.COUNTED_STATUSES: {STATUSES[s]: n for s, n in self._statuses().items()},
        }
        sheets = {
            SheetId.VALUES: values_sheet(city, choice.dataset, choice.indicators),
            SheetId.GAPS: gaps_sheet(city, self.standings, (self.focus, self.benchmark), first_years),
            SheetId.COUNTIES: counties_sheet(places, self._name),
            SheetId.TARGETS: targets_sheet(city, self.results, choice.year, self._area_name),
            SheetId.COUNTS: counts_sheet(counts, choice.year),
            SheetId.SCENARIOS: scenarios_sheet(city, self.outcomes),
        }
        return {key: sheet for key, sheet in sheets.items() if sheet.rows}

    def _verdicts(self) -> Counter[Assessment]:
        return Counter(found.assessment for found in self._standings_of_year())

    def _statuses(self) -> Counter[Status]:
        return Counter(result.counted_status for result in self.results)

    def _standings_of_year(self) -> list[GapStanding]:
        """All indicators in the pack's year, the most pressing first; one without a value is not among them."""
        held = [(key, self.choice.year) for key in self.choice.indicators]
        return sort_by_urgency([self.standings[one] for one in held if one in self.standings])

    # Sections

    def _overview(self) -> Iterator[Section]:
        if PackPart.OVERVIEW not in self.preset.sections:
            return
        year = self.choice.year
        found = self._standings_of_year()
        sentences = [words.verdicts_sentence(self._verdicts(), year, self.focus, self.benchmark)] if found else []
        if self.results:
            sentences.append(words.statuses_sentence(self._statuses(), year))
        sentences += [self._gap_sentence(one, year) for one in found if one.assessment in _PRESSING]
        yield Section(words.OVERVIEW, tuple(sentences), (self._gap_table(found),) if found else ())

    def _gap_table(self, found: list[GapStanding]) -> TextTable:
        region, rows = self.city.region, []
        for one in found:
            gap = one.gap
            reading = words.spoken_reading(gap) if gap else Averaging.SIMPLE
            levels = [gap.levels[key].averages[reading] if gap else None for key in (region.focus, region.benchmark)]
            judged = gap.ratios[reading] if gap and one.assessment in words.JUDGED else None
            rows.append(
                (
                    one.indicator.name,
                    *(gap_page.level_text(one.indicator, level) for level in levels),
                    gap_page.ratio_text(judged),
                    gap_page.assessment_text(one, self._missing(one.gap, self.choice.year)),
                    gap_page.badge_text(one),
                )
            )
        title = f"{words.GAP_TABLE}，{self.choice.year}年"
        return TextTable(title, words.gap_table_heads(self.focus, self.benchmark), tuple(rows), words.GAP_TABLE_NOTE)

    def _domains(self) -> Iterator[Section]:
        """One section a domain: for each indicator its maps, gaps, rankings and its path."""
        for domain in Domain:
            keys = [key for key in self.choice.indicators if self.city.indicators[key].domain is domain]
            blocks = tuple(chain.from_iterable(self._indicator(key) for key in keys))
            lacking = [
                words.no_figures(self.city.indicators[key], year)
                for key in keys
                for year in self.choice.years
                if (key, year) not in self.standings
            ]
            if blocks or lacking:
                yield Section(DOMAINS[domain], tuple(Sentence(text) for text in lacking), blocks)

    def _indicator(self, key: str) -> Iterator[Exhibit]:
        parts = self.preset.sections
        for year in self.choice.years:
            if (key, year) not in self.standings:
                continue
            view = self._view(key, year)
            if PackPart.MAPS in parts:
                yield self._map(view)
            if PackPart.GAPS in parts:
                yield self._gap(view)
            if PackPart.RANKINGS in parts:
                yield self._ranking(view)
        years = self.city.years(self.choice.dataset, key, Level.COUNTY)
        if PackPart.TRENDS in parts and len(years) > 1:
            yield self._trend(key, years)

    def _map(self, view: MapView) -> Exhibit:
        indicator = self.city.indicators[view.indicator]
        sentences = [self._extremes(indicator, view.year)]
        if PackPart.GAPS not in self.preset.sections:
            sentences.append(self._gap_sentence(self.standings[view.indicator, view.year], view.year))
        drawing = self.maps.map_sheet(view, self.attribution)
        return _exhibit(words.map_heading(indicator, view.year), drawing, sentences)

    def _gap(self, view: MapView) -> Exhibit:
        key, year = view.indicator, view.year
        indicator, drawing = self.city.indicators[key], self.charts.gap(view, self.attribution)
        sentences = [self._gap_sentence(self.standings[key, year], year), *self._changes(key, year)]
        title = words.gap_heading(indicator, year, self.focus, self.benchmark)
        table = self._readings_table(indicator, drawing.chart, self.standings[key, year])
        return _exhibit(title, drawing, sentences, table)

    def _readings_table(self, indicator: Indicator, spec: GapSpec, found: GapStanding) -> TextTable:
        """The levels under every reading and their ratios."""
        rows = []
        for reading, (name, levels) in zip(Averaging, spec.averages.items(), strict=True):
            ratio = found.gap.judged_ratios.get(reading) if found.gap and found.assessment in words.JUDGED else None
            shown = [gap_page.level_text(indicator, level) for level in levels]
            rows.append((name, *shown, gap_page.ratio_text(ratio)))
        ratio_head = gap_page.RATIO + (gap_page.INVERTED if indicator.direction is Direction.LOWER else "")
        columns = (gap_page.AVERAGING_COLUMN, *(series.name for series in spec.groups), ratio_head)
        return TextTable(words.VALUES_TITLE, columns, tuple(rows))

    def _ranking(self, view: MapView) -> Exhibit:
        indicator = self.city.indicators[view.indicator]
        drawing = self.charts.ranking(view, self.attribution)
        sentences = [] if PackPart.MAPS in self.preset.sections else [self._extremes(indicator, view.year)]
        title = words.ranking_heading(indicator, view.year)
        return _exhibit(title, drawing, sentences, _ranking_table(indicator, drawing.chart))

    def _view(self, key: str, year: int) -> MapView:
        """The map of an indicator's counties in a year, as the atlas opens it."""
        wanted = MapQuery(dataset=self.choice.dataset, indicator=key, year=year, level=Level.COUNTY)
        return settle_view(self.city, wanted)

    def _trend(self, key: str, years: list[int]) -> Exhibit:
        indicator = self.city.indicators[key]
        year = self.choice.year if self.choice.year in years else years[-1]
        view = self._view(key, year)
        drawing = self.charts.trend(view, self.attribution)
        sentences = [] if PackPart.GAPS in self.preset.sections else list(self._changes(key, year))
        return _exhibit(words.trend_heading(indicator), drawing, sentences, _trend_table(indicator, drawing.chart))

    def _counties(self) -> Iterator[Section]:
        if PackPart.COUNTY not in self.preset.sections:
            return
        for code, profile in self.profiles.items():
            standings = self._county_standings(code)
            sentences = [words.county_sentence(one, profile.year, profile.name, code) for one in standings]
            drawing = self.charts.spine(CountyChoice(self.choice.dataset, code, profile.year), self.attribution)
            spine = _exhibit(words.spine_heading(profile.name, profile.year), drawing, [])
            yield Section(profile.name, tuple(sentences), (spine, *_county_tables(profile, standings)))

    def _county_standings(self, code: str) -> list[CountyStanding]:
        """Where a county stands in the chosen indicators."""
        profile = self.profiles[code]
        every = [figure.comparison for figure in profile.key_figures]
        every += [one for standings in profile.comparisons.values() for one in standings]
        found = {one.indicator.id: one for one in every}
        return [found[key] for key in self.choice.indicators if key in found]

    def _targets(self) -> Iterator[Section]:
        if PackPart.TARGETS not in self.preset.sections or not self.results:
            return
        year = self.choice.year
        sentences = (
            [] if PackPart.OVERVIEW in self.preset.sections else [words.statuses_sentence(self._statuses(), year)]
        )
        sentences += [self._target_sentence(result) for result in self.results if self._told(result)]
        yield Section(words.TARGETS, tuple(sentences), (*self._heats(), self._target_table()))

    def _told(self, result: TargetResult) -> bool:
        """Whether a target gets a sentence: all of a department's, else those of the chosen indicators."""
        return bool(self.choice.department) or result.target.indicator in self.choice.indicators

    def _heats(self) -> Iterator[Exhibit]:
        """The statuses by county, domain by domain: all targets on one sheet could not be read."""
        base = {"dataset": self.choice.dataset, "year": str(self.choice.year)}
        base |= {"department": self.choice.department} if self.choice.department else {}
        for domain in dict.fromkeys(result.target.domain for result in self.results):
            drawing = self.charts.by_kind[ChartKind.HEAT].make(base | {"domain": domain}, self.attribution)
            yield _exhibit(words.heat_heading(DOMAINS[domain], self.choice.year), drawing, [])

    def _target_table(self) -> TextTable:
        groups = {key: group.name for key, group in self.city.region.groups.items()}
        rows = tuple(
            (
                f"{result.article.article}",
                result.target.subject,
                targets_page.requirement(result.target),
                words.scope_text(result.target, groups),
                targets_page.deadline_text(result.target),
                result.article.lead_department or targets_page.NO_DEPARTMENT,
                targets_page.status_text(result.status, result.is_firm),
                targets_page.reached_text(result.count(Status.REACHED), len(result.areas), len(result.small)),
            )
            for result in self.results
        )
        heads = ("article", "subject", "requirement", "scope", "deadline", "department", "status", "reached")
        columns = tuple(targets_page.COLUMNS[key] for key in heads)
        return TextTable(f"{words.TARGET_TABLE}，截至{self.choice.year}年", columns, rows, targets_page.RULE)

    # Sentences

    def _gap_sentence(self, found: GapStanding, year: int) -> Sentence:
        return words.gap_sentence(found, year, self._names(year), self.city.region.focus)

    def _changes(self, key: str, year: int) -> Iterator[Sentence]:
        """Against the first year; and that a rise was none, where the benchmark group fell."""
        first_year, found = self._first_year(key), self.standings[key, year]
        if first_year is None or first_year >= year:
            return
        change = words.change_sentence(found, year, self.standings[key, first_year], first_year, self._names(year))
        if change:
            yield change
        fall = self._fall(key, year)
        if change and fall:
            readings = [_preferred_reading(self.standings[key, of].gap) for of in (fall.start, fall.end)]
            yield words.fall_sentence(fall, found.indicator, self.focus, self.benchmark, (readings[0], readings[1]))

    def _fall(self, key: str, year: int) -> BenchmarkFall | None:
        """The longest rise up to ``year`` that came with a worse benchmark group."""
        region, indicator = self.city.region, self.city.indicators[key]
        gaps = {
            of: found.gap
            for (own, of), found in self.standings.items()
            if own == key and of <= year and found.gap and found.assessment in words.JUDGED
        }
        falls = find_benchmark_falls(gaps, region.focus, region.benchmark, indicator.direction)
        return min((fall for fall in falls if fall.end == year), key=lambda fall: fall.start, default=None)

    def _extremes(self, indicator: Indicator, year: int) -> Sentence:
        records = select_county_values(self.city, self.choice.dataset, indicator.id, year)
        known = {str(code): None if value != value else float(value) for code, value in records["value"].items()}  # noqa: PLR0124
        few = [code for code, basis in count_bases(indicator, records).items() if basis.is_small]
        return words.extremes_sentence(indicator, year, known, {code: self._name(code, year) for code in known}, few)

    def _target_sentence(self, result: TargetResult) -> Sentence:
        groups = {key: group.name for key, group in self.city.region.groups.items()}
        return words.target_sentence(
            result.article.article,
            result.target,
            result.status,
            result.is_firm,
            result.areas,
            self.choice.year,
            self.city.indicators[result.target.indicator],
            words.scope_text(result.target, groups),
        )

    # Names

    def _name(self, code: str, year: int) -> str:
        return self.city.geography.name(code, year)

    def _area_name(self, area: str) -> str:
        groups = self.city.region.groups
        return groups[area].name if area in groups else self._name(area, self.choice.year)

    def _names(self, year: int) -> Mapping[str, str]:
        groups = {key: group.name for key, group in self.city.region.groups.items()}
        return groups | {code: self._name(code, year) for code in self.city.geography.codes(Level.COUNTY)}

    def _missing(self, gap: Gap | None, year: int) -> list[str]:
        return [self._name(code, year) for code in gap.missing] if gap else []


_PRESSING = (Assessment.SHORT, Assessment.SENSITIVE)


def _preferred_reading(gap: Gap | None) -> Averaging:
    """Which reading ``preferred`` took."""
    return Averaging.POOLED if gap and Averaging.POOLED in gap.judged_ratios else Averaging.SIMPLE


def _exhibit(title: str, drawing: NamedPicture, sentences: list[Sentence], table: TextTable | None = None) -> Exhibit:
    source = next((note for note in drawing.caption.notes if note.startswith(words.SOURCES)), "")
    return Exhibit(
        title=title,
        name=drawing.file_name,
        draw=drawing.picture,
        sentences=tuple(sentences),
        chart=drawing.chart if isinstance(drawing, ChartPicture) else None,
        table=table,
        source=source,
    )


def _ranking_table(indicator: Indicator, spec: RankingSpec) -> TextTable:
    ranks = spec.ranks or (None,) * len(spec.names)
    rows = tuple(
        (name, gap_page.value_text(indicator, value), "—" if rank is None else str(rank))
        for name, value, rank in zip(spec.names, spec.values, ranks, strict=True)
    )
    return TextTable(words.VALUES_TITLE, (gap_page.COUNTY, gap_page.VALUE, words.RANK), rows)


def _trend_table(indicator: Indicator, spec: TrendSpec) -> TextTable:
    rows = tuple(
        (str(year), *(gap_page.level_text(indicator, series.values[position]) for series in spec.groups))
        for position, year in enumerate(spec.years)
    )
    return TextTable(words.MEANS_TITLE, (gap_page.YEAR, *(series.name for series in spec.groups)), rows)


def _county_tables(profile: CountyProfile, standings: list[CountyStanding]) -> list[Block]:
    figures = tuple(
        (
            one.indicator.name,
            county_page.with_unit(one.indicator, one.value),
            "—" if one.rank is None else f"{one.rank}/{one.counted}",
            county_page.with_unit(one.indicator, one.city) if not one.indicator.yes_no else "—",
            words.county_verdict(one),
        )
        for one in standings
    )
    columns = tuple(words.COUNTY_COLUMNS[key] for key in ("indicator", "value", "rank", "city", "verdict"))
    found: list[Block] = (
        [TextTable(words.county_table(profile.name, profile.year), columns, figures)] if figures else []
    )
    targets = tuple(
        (
            str(target.article),
            target.target.subject,
            targets_page.requirement(target.target),
            targets_page.deadline_text(target.target),
            targets_page.value_text(target.target, target.progress.value, target.decimals, MISSING),
            targets_page.progress_text(target.progress),
        )
        for status, of_status in profile.targets.items()
        for target in of_status
    )
    heads = ("article", "subject", "requirement", "deadline")
    columns = (*(targets_page.COLUMNS[key] for key in heads), gap_page.VALUE, targets_page.STATUS)
    if targets:
        found.append(TextTable(words.county_targets(profile.name, profile.year), columns, targets, targets_page.RULE))
    return found
