"""Charts on paper: what a page's address asks for, with the words around it and a name for the file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from callbacks.gap.findings import GapFindings
from callbacks.gap.indicator import GapIndicator
from callbacks.pictures.captions import write_caption
from callbacks.pictures.maps import MakePicture
from callbacks.server.responses import Query, answer_query
from callbacks.targets.answers import TargetViews
from callbacks.targets.findings import describe_heat
from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.target_statuses import figure_origins
from datasets.city.city import City
from datasets.queries.county_query import CountyChoice, read_county_query
from datasets.queries.gap_query import GapChoice, GapOptions
from datasets.queries.map_query import MapQuery, MapView, classed_values, read_map_query, settle_view
from datasets.queries.query import IgnoredPart
from datasets.queries.target_query import TargetChoice
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.definition import ValueKind
from indicators.findings.standings import find_standing
from layouts.figures.comparison.spread_data import TownshipSpreads
from layouts.figures.comparison.spread_spec import spread_spec
from layouts.figures.specs.build_chart import (
    area_names,
    gap_spec,
    heat_spec,
    ranking_spec,
    spine_spec,
    trend_spec,
    waterfall_spec,
)
from layouts.figures.specs.chart_findings import ChartFindings
from layouts.figures.specs.chart_spec import (
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    StatesSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.figures.specs.states import states_spec
from layouts.page_paths import PagePath
from layouts.paper.sheet.picture_spec import Chart, ChartPicture
from layouts.words import charts as words
from layouts.words import gap_needs as needs_words
from layouts.words.common import sources_text
from layouts.words.findings.standings import describe_standing
from layouts.words.pages import targets as target_words
from layouts.words.paper import pictures as picture_words
from layouts.words.paper.pictures import Attribution
from locales import say


class ChartKind(StrEnum):
    """The charts that an address can ask for."""

    GAP = "gap"
    RANKING = "ranking"
    TREND = "trend"
    HEAT = "heat"
    SPINE = "spine"
    WATERFALL = "waterfall"


@dataclass(frozen=True)
class Texts:
    """What a chart says, what it shows, and what kind of chart its file is called."""

    finding: str
    what: str
    kind: str

    def around(self, below: str) -> tuple[str, str]:
        """Title and subtitle of a picture: the finding over what is shown; without one that is the title."""
        return (self.finding, "　".join(filter(None, (self.what, below)))) if self.finding else (self.what, below)


class ChartPictures:
    """Charts on paper for one city."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._findings = GapFindings(city)
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

    def ranking(
        self, shown: MapView | GapChoice, attribution: Attribution
    ) -> ChartPicture[RankingSpec] | ChartPicture[StatesSpec]:
        """The areas by value; of a state who has it since when."""
        view, city = self._as_view(shown), self.city
        values, names = classed_values(city, view), area_names(city.geography, view.level, view.year, view.within)
        groups, place = city.geography.areas(view.level)["group"], view.within or city.region.adcode
        finding = ChartFindings(values, city.geography, view.level, view.within).describe_ranking(view.year)
        if values.indicator.yes_no:
            states = states_spec(values, view.year, names, groups, city.region)
            what = words.states_title(city.geography.name(place, view.year), values.indicator, values.years)
            texts = Texts(finding, what, say("chart-states"))
            return self._of_indicator(shown, states, texts, attribution, values.years, list(names.index))
        spec = ranking_spec(values, view.year, names, groups, city.region)
        what = picture_words.title(city.geography.name(place, view.year), [(values.indicator, view.year)])
        texts = Texts(finding, words.ranking_title(what, bool(spec.ranks)), say("chart-ranking"))
        return self._of_indicator(shown, spec, texts, attribution, areas=list(names.index))

    def trend(
        self, shown: MapView | GapChoice, attribution: Attribution
    ) -> ChartPicture[TrendSpec] | ChartPicture[RankingSpec] | ChartPicture[StatesSpec]:
        """The counties and their groups over the years; of a state who has it since when."""
        view = self._as_view(shown)
        values = classed_values(self.city, view)
        if values.indicator.yes_no:
            return self.ranking(shown, attribution)
        spec = trend_spec(values, view.year, self.city.geography, view.selected)
        finding = ChartFindings(values, self.city.geography, view.level, view.within).trend
        texts = Texts(
            finding, words.trend_title(self.city.region.name, values.indicator, values.years), say("chart-trend")
        )
        return self._of_indicator(shown, spec, texts, attribution, years=values.years)

    def gap(self, shown: MapView | GapChoice, attribution: Attribution) -> ChartPicture[GapSpec]:
        """The two groups of counties and the 80 % line; of an opened county how far its townships lie apart."""
        view, region = self._as_view(shown), self.city.region
        values = classed_values(self.city, view)
        if view.within in region.by_adcode and view.level is Level.TOWNSHIP:
            return self._spread(shown, view.within, values, attribution)
        spec = gap_spec(values, view.year, self.city.geography)
        what = f"{picture_words.title(region.name, [(values.indicator, view.year)])}　{region.gap_name}"
        return self._of_indicator(shown, spec, Texts(spec.headline, what, region.gap_name), attribution)

    def _spread(
        self, shown: MapView | GapChoice, county: str, values: ClassedValues, attribution: Attribution
    ) -> ChartPicture[GapSpec]:
        year, spreads = self._as_view(shown).year, TownshipSpreads.of(self.city, shown.dataset, values, county)
        heading = say("spread-heading", county=self.city.geography.name(county, year))
        spec = spread_spec(spreads, year)
        what = picture_words.title(heading, [(values.indicator, year)])
        texts = Texts(spreads.encode()[year]["title"], what, say("spread-townships"))
        return self._of_indicator(shown, replace(spec, headline=""), texts, attribution, areas=spreads.codes)

    def waterfall(self, choice: GapChoice, attribution: Attribution) -> ChartPicture[WaterfallSpec]:
        """What the counties of the measured group contribute to its shortfall."""
        region, indicator = self.city.region, self.city.indicators[choice.indicator]
        needs, headline = self._needs.describe_needs(choice)
        numerator = self.city.variables[indicator.formula.numerator]
        spec = waterfall_spec(needs, choice.year, region, numerator, headline)
        goal = say("gap-needs-title", focus=region.groups[region.focus].name, goal=choice.goal)
        what = f"{picture_words.title(region.name, [(indicator, choice.year)])}　{goal}"
        assumptions = needs_words.assumptions(needs) if needs else []
        finding = self._findings.describe_needs(choice, needs)
        return self._of_indicator(
            choice, spec, Texts(finding, what, say("chart-waterfall")), attribution, first_notes=assumptions
        )

    def heat(self, choice: TargetChoice, attribution: Attribution) -> ChartPicture[HeatSpec]:
        """The targets that the page of targets lists, by county."""
        city, targets, year = self.city, self._targets, choice.year
        filters, columns = targets.list_active_filters(choice), targets.heat_columns()
        passing = targets.filter_results(choice.dataset, year, choice.filters)
        listed = targets.leave_out_unknown(passing, choice.filters)
        left_out = target_words.left_out_text(len(passing) - len(listed))
        indicators = {result.target.indicator for result in listed}
        origins = figure_origins(city, choice.dataset, indicators, list(columns), year)
        chosen = {name: getattr(choice.filters, name) for name in filters}
        what, rows = say("chart-heat-title", place=city.region.name, year=year), targets.heat_rows(listed, year)
        texts = Texts(describe_heat(city, rows), what, say("chart-heat"))
        caption = write_caption(
            city,
            choice.dataset,
            texts.around(words.heat_subtitle(len(listed), list(filters.values()))),
            [say("targets-rule") + left_out, sources_text(*origins)],
            attribution,
            (PagePath.TARGETS, {"dataset": choice.dataset, "year": str(year)} | chosen),
        )
        name = picture_words.file_name(
            city.region.short_name, say("chart-subject"), *filters.values(), year, say("chart-heat")
        )
        return ChartPicture.of(heat_spec(rows, columns), caption, name, texts.finding)

    def spine(self, choice: CountyChoice, attribution: Attribution) -> ChartPicture[SpineSpec]:
        """A county's place among all."""
        dataset, year = choice.dataset, choice.year
        profile = build_county_profile(self.city, dataset, choice.county, year)
        compared = [one for standings in profile.comparisons.values() for one in standings]
        known = [one for one in compared if one.kind]
        kinds = [kind for kind in ValueKind if kind in {one.kind for one in known}]
        what = say("chart-spine-title", county=profile.name, year=year)
        texts = Texts(describe_standing(find_standing(compared)), what, say("chart-spine"))
        caption = write_caption(
            self.city,
            dataset,
            texts.around(""),
            [sources_text((one.source for one in known), kinds, (one.note for one in known))],
            attribution,
            (PagePath.COUNTY, choice.to_query()),
        )
        name = picture_words.file_name(self.city.region.short_name, profile.name, year, say("chart-spine"))
        return ChartPicture.of(spine_spec(profile), caption, name, texts.finding)

    def _as_view(self, shown: MapView | GapChoice) -> MapView:
        """The map of what the page of the gap shows, in its year though the year may have no figures."""
        if isinstance(shown, MapView):
            return shown
        wanted = MapQuery(dataset=shown.dataset, indicator=shown.indicator, level=Level.COUNTY)
        return replace(settle_view(self.city, wanted), year=shown.year)

    def _of_indicator(
        self,
        shown: MapView | GapChoice,
        spec: Chart,
        told: Texts,
        attribution: Attribution,
        years: list[int] | None = None,
        areas: list[str] | None = None,
        first_notes: Iterable[str] = (),
    ) -> ChartPicture[Chart]:
        """The picture of a chart of one indicator.

        The sources are named of ``years`` (the one shown, without any) and ``areas`` (all of the level).
        """
        city, view = self.city, self._as_view(shown)
        values = classed_values(city, view)
        origins = values.origins([view.year] if years is None else years, values.areas if areas is None else areas)
        notes = [*first_notes, *picture_words.notes(*origins, [values.indicator])]
        texts = told.around(picture_words.subtitle(city.region, view.level, False))
        page = PagePath.ATLAS if isinstance(shown, MapView) else PagePath.GAP, shown.to_query()
        caption = write_caption(city, view.dataset, texts, notes, attribution, page)
        place = [city.geography.name(view.within, view.year)] if view.within else []
        name = picture_words.file_name(city.region.short_name, *place, values.indicator.name, view.year, told.kind)
        return ChartPicture.of(spec, caption, name, told.finding)
