"""Charts on paper: what a page's address asks for, with the words around it and a name for the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from callbacks.gap.indicator import GapIndicator
from callbacks.pictures.maps import MakePicture
from callbacks.server.responses import Query, answer_query
from callbacks.targets.answers import TargetChoice, TargetViews
from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.target_statuses import figure_origins
from datasets.city.city import City
from datasets.queries.county_query import CountyChoice, read_county_query
from datasets.queries.gap_query import GapChoice, GapOptions
from datasets.queries.map_query import DEFAULT_CLASSES, MapView, read_map_query
from datasets.queries.query import IgnoredPart
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.classes import BreakMethod
from indicators.definition import Indicator, ValueKind
from layouts.figures.specs.build_chart import (
    area_names,
    gap_spec,
    heat_spec,
    ranking_spec,
    spine_spec,
    trend_spec,
    waterfall_spec,
)
from layouts.figures.specs.chart_spec import (
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.paper.sheet.picture_spec import Caption, ChartPicture
from layouts.words import charts as words
from layouts.words import gap_needs as needs_words
from layouts.words.common import sources_text
from layouts.words.pages import county as county_words
from layouts.words.pages import targets as target_words
from layouts.words.paper import pictures as picture_words
from layouts.words.paper.pictures import Attribution, attribution_notes


class ChartKind(StrEnum):
    """The charts that an address can ask for."""

    GAP = "gap"
    RANKING = "ranking"
    TREND = "trend"
    HEAT = "heat"
    SPINE = "spine"
    WATERFALL = "waterfall"


@dataclass(frozen=True)
class _ChartedIndicator:
    """An indicator of a dataset at a level in a year, as the page of the map or of the gap shows it.

    ``page`` and ``query`` lead there; ``selected`` may be a township.
    """

    dataset: str
    indicator: Indicator
    level: Level
    year: int
    within: str | None
    selected: str | None
    values: ClassedValues
    page: str
    query: Query


class ChartPictures:
    """Charts on paper for one city."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._gap_choices, self._needs, self._targets = GapOptions(city), GapIndicator(city), TargetViews(city)
        self.by_kind: dict[ChartKind, MakePicture] = {
            ChartKind.GAP: answer_query(self._read_view, self.gap),
            ChartKind.RANKING: answer_query(self._read_view, self.ranking),
            ChartKind.TREND: answer_query(self._read_view, self.trend),
            ChartKind.HEAT: answer_query(self._targets.read_query, self.heat),
            ChartKind.SPINE: answer_query(partial(read_county_query, city), self.spine),
            ChartKind.WATERFALL: answer_query(self._gap_choices.read_query, self.waterfall),
        }

    def _read_view(self, query: Query) -> tuple[MapView | GapChoice, list[IgnoredPart]]:
        """What the address of the map's page or of the gap's page shows; only the latter has a goal."""
        return self._gap_choices.read_query(query) if "goal" in query else read_map_query(self.city, query)

    def ranking(self, view: MapView | GapChoice, attribution: Attribution) -> ChartPicture[RankingSpec]:
        """The areas by value."""
        charted, city = self._find_charted(view), self.city
        names = area_names(city.geography, charted.level, charted.year, charted.within)
        spec = ranking_spec(
            charted.values, charted.year, names, city.geography.areas(charted.level)["group"], city.region
        )
        title = words.ranking_title(
            picture_words.title(self._place_name(charted), [(charted.indicator, charted.year)]), bool(spec.ranks)
        )
        caption = self._indicator_caption(charted, title, [charted.year], list(names.index), attribution)
        return ChartPicture.of(spec, caption, self._file_name(charted, words.RANKING))

    def trend(self, view: MapView | GapChoice, attribution: Attribution) -> ChartPicture[TrendSpec]:
        """The counties and their groups over the years."""
        charted = self._find_charted(view)
        spec = trend_spec(charted.values, charted.year, self.city.geography, charted.selected)
        title = words.trend_title(self.city.region.name, charted.indicator, charted.values.years)
        caption = self._indicator_caption(charted, title, charted.values.years, charted.values.areas, attribution)
        return ChartPicture.of(spec, caption, self._file_name(charted, words.TREND))

    def gap(self, view: MapView | GapChoice, attribution: Attribution) -> ChartPicture[GapSpec]:
        """The two groups of counties and the 80 % line."""
        charted, region = self._find_charted(view), self.city.region
        spec = gap_spec(charted.values, charted.year, self.city.geography)
        title = f"{picture_words.title(region.name, [(charted.indicator, charted.year)])}{region.gap_name}"
        caption = self._indicator_caption(charted, title, [charted.year], charted.values.areas, attribution)
        return ChartPicture.of(spec, caption, self._file_name(charted, region.gap_name))

    def waterfall(self, choice: GapChoice, attribution: Attribution) -> ChartPicture[WaterfallSpec]:
        """What the counties of the measured group contribute to its shortfall."""
        charted, region = self._find_charted(choice), self.city.region
        needs, headline = self._needs.describe_needs(choice)
        numerator = self.city.variables[charted.indicator.formula.numerator]
        spec = waterfall_spec(needs, charted.year, region, numerator, headline)
        goal = needs_words.needs_title(region.groups[region.focus].name, choice.goal)
        title = f"{picture_words.title(region.name, [(charted.indicator, charted.year)])}　{goal}"
        assumptions = needs_words.assumptions(needs) if needs else []
        caption = self._indicator_caption(
            charted, title, [charted.year], charted.values.areas, attribution, assumptions
        )
        return ChartPicture.of(spec, caption, self._file_name(charted, words.WATERFALL))

    def heat(self, choice: TargetChoice, attribution: Attribution) -> ChartPicture[HeatSpec]:
        """The targets that the page of targets lists, by county."""
        city, targets, year = self.city, self._targets, choice.year
        filters, columns = targets.list_active_filters(choice), targets.heat_columns()
        listed = targets.filter_results(choice.dataset, year, choice.filters)
        indicators = {result.target.indicator for result in listed}
        origins = figure_origins(city, choice.dataset, indicators, list(columns), year)
        chosen = {name: getattr(choice.filters, name) for name in filters}
        caption = self._build_caption(
            choice.dataset,
            words.heat_title(city.region.name, year),
            words.heat_subtitle(len(listed), list(filters.values())),
            [target_words.RULE, sources_text(*origins)],
            attribution,
            attribution.link("/targets", {"dataset": choice.dataset, "year": str(year)} | chosen),
        )
        name = picture_words.file_name(city.region.short_name, words.SUBJECT, *filters.values(), year, words.HEAT)
        return ChartPicture.of(heat_spec(targets.heat_rows(listed), columns), caption, name)

    def spine(self, choice: CountyChoice, attribution: Attribution) -> ChartPicture[SpineSpec]:
        """A county's place among all."""
        dataset, year = choice.dataset, choice.year
        profile = build_county_profile(self.city, dataset, choice.county, year)
        known = [one for standings in profile.comparisons.values() for one in standings if one.kind]
        kinds = [kind for kind in ValueKind if kind in {one.kind for one in known}]
        caption = self._build_caption(
            dataset,
            words.spine_title(profile.name, year),
            county_words.comparison_counts(profile.count_by_comparison()),
            [sources_text((one.source for one in known), kinds, (one.note for one in known))],
            attribution,
            attribution.link("/county", choice.to_query()),
        )
        name = picture_words.file_name(self.city.region.short_name, profile.name, year, words.SPINE)
        return ChartPicture.of(spine_spec(profile), caption, name)

    def _find_charted(self, view: MapView | GapChoice) -> _ChartedIndicator:
        city, key = self.city, view.indicator
        if isinstance(view, GapChoice):
            level, within, selected, page = Level.COUNTY, None, None, "/gap"
            values = city.panel(view.dataset, key, level, BreakMethod.NATURAL, DEFAULT_CLASSES)
        else:
            level, within, selected, page = view.level, view.within, view.selected, "/"
            values = city.panel(view.dataset, key, level, view.method, view.classes, view.breaks, view.target)
        indicator, query = city.indicators[key], view.to_query()
        return _ChartedIndicator(view.dataset, indicator, level, view.year, within, selected, values, page, query)

    def _place_name(self, charted: _ChartedIndicator) -> str:
        return self.city.geography.name(charted.within or self.city.region.adcode, charted.year)

    def _file_name(self, charted: _ChartedIndicator, what: str) -> str:
        place = [self._place_name(charted)] if charted.within else []
        return picture_words.file_name(self.city.region.short_name, *place, charted.indicator.name, charted.year, what)

    def _indicator_caption(
        self,
        charted: _ChartedIndicator,
        title: str,
        years: list[int],
        areas: list[str],
        attribution: Attribution,
        first_notes: Iterable[str] = (),
    ) -> Caption:
        """The words around a chart of one indicator, which shows ``years`` and ``areas``: their sources are named."""
        notes = [*first_notes, *picture_words.notes(*charted.values.origins(years, areas), [charted.indicator])]
        subtitle = picture_words.subtitle(self.city.region, charted.level, False)
        return self._build_caption(
            charted.dataset, title, subtitle, notes, attribution, attribution.link(charted.page, charted.query)
        )

    def _build_caption(
        self, dataset: str, title: str, subtitle: str, notes: Sequence[str], attribution: Attribution, link: str
    ) -> Caption:
        """A caption whose last notes are the credits, marked as demonstration where the dataset is one."""
        described = self.city.datasets[dataset]
        watermark = picture_words.WATERMARK if described.demonstration else None
        return Caption(title, subtitle, (*notes, *attribution_notes(described, attribution, link)), watermark)
