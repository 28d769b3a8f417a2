"""What a page's address is as a chart on paper: its data, the words around it, and a name for its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar
from urllib.parse import urlencode

import pandas as pd

from callbacks.gap.indicator import GapIndicator
from callbacks.pictures.maps import Imprint, provenance
from callbacks.targets.answers import TargetViews
from datasets.analyses.county_profile import county_profile
from datasets.city.city import City
from datasets.queries.county_query import CountyChoice, read_county_query
from datasets.queries.gap_query import GapChoice, GapOptions
from datasets.queries.map_query import DEFAULT_CLASSES, MapView, read_map_query
from datasets.queries.query import IgnoredPart
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.classes import Method
from indicators.definition import Indicator, Kind
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
    ChartSpec,
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.paper.sheet.picture_spec import Caption, PictureSpec, SheetKind
from layouts.words import charts as words
from layouts.words.common import sources_text
from layouts.words.pages import county as county_words
from layouts.words.pages import gap as gap_words
from layouts.words.pages import targets as target_words
from layouts.words.paper import pictures as picture_words

Spec_co = TypeVar("Spec_co", bound=ChartSpec, covariant=True)


class ChartKind(StrEnum):
    """The charts that an address can ask for."""

    GAP = "gap"
    RANKING = "ranking"
    TREND = "trend"
    HEAT = "heat"
    SPINE = "spine"
    WATERFALL = "waterfall"


@dataclass(frozen=True)
class ChartPicture(Generic[Spec_co]):
    """One chart: its data, what is written around it, and a name for its file (without ending)."""

    spec: Spec_co
    caption: Caption
    file_name: str

    @property
    def render(self) -> PictureSpec:
        """How it is drawn."""
        return PictureSpec(SheetKind.CHART, (self.spec, self.caption))


@dataclass(frozen=True)
class _Subject:
    """An indicator of a dataset at a level in a year, as one of two pages shows it; ``address`` leads there."""

    dataset: str
    indicator: Indicator
    level: Level
    year: int
    within: str | None
    selected: str | None
    panel: ClassedValues
    address: str


class ChartPictures:
    """Charts on paper for one city."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._choices, self._needs, self._targets = GapOptions(city), GapIndicator(city), TargetViews(city)

    def drawing(self, kind: ChartKind, query: Mapping[str, str], imprint: Imprint) -> ChartPicture[ChartSpec]:
        """The chart that a page's address asks for; what of it cannot be used gives way as on the page."""
        match kind:
            case ChartKind.HEAT:
                return self.heat(query, imprint)
            case ChartKind.SPINE:
                return self.spine(read_county_query(self.city, query)[0], imprint)
            case ChartKind.WATERFALL:
                return self.waterfall(self._choices.read_query(query)[0], imprint)
            case ChartKind.GAP:
                return self.gap(self._view(query)[0], imprint)
            case ChartKind.RANKING:
                return self.ranking(self._view(query)[0], imprint)
        return self.trend(self._view(query)[0], imprint)

    def ignored(self, kind: ChartKind, query: Mapping[str, str]) -> list[IgnoredPart]:
        """The parts of an address that ``drawing`` cannot use."""
        match kind:
            case ChartKind.HEAT:
                return self._targets.read(query)[1]
            case ChartKind.SPINE:
                return read_county_query(self.city, query)[1]
            case ChartKind.WATERFALL:
                return self._choices.read_query(query)[1]
        return self._view(query)[1]

    def _view(self, query: Mapping[str, str]) -> tuple[MapView | GapChoice, list[IgnoredPart]]:
        """What the address of the map's page or of the gap's page shows; only the latter has a goal."""
        return self._choices.read_query(query) if "goal" in query else read_map_query(self.city, query)

    def ranking(self, view: MapView | GapChoice, imprint: Imprint) -> ChartPicture[RankingSpec]:
        """The areas by value."""
        of, city = self._subject(view), self.city
        names = area_names(city.geography, of.level, of.year, of.within)
        spec = ranking_spec(of.panel, of.year, names, city.geography.areas(of.level)["group"], city.region)
        title = words.ranking_title(picture_words.title(self._place(of), [(of.indicator, of.year)]), bool(spec.ranks))
        at = pd.DataFrame(index=[of.year], columns=names.index)
        return ChartPicture(spec, self._caption(of, title, at, imprint), self._file_name(of, words.RANKING))

    def trend(self, view: MapView | GapChoice, imprint: Imprint) -> ChartPicture[TrendSpec]:
        """The counties and their groups over the years."""
        of = self._subject(view)
        spec = trend_spec(of.panel, of.year, self.city.geography, of.selected)
        title = words.trend_title(self.city.region.name, of.indicator, of.panel.years)
        every = pd.DataFrame(index=of.panel.years, columns=of.panel.values.columns)
        return ChartPicture(spec, self._caption(of, title, every, imprint), self._file_name(of, words.TREND))

    def gap(self, view: MapView | GapChoice, imprint: Imprint) -> ChartPicture[GapSpec]:
        """The two groups of counties and the 80 % line."""
        of, region = self._subject(view), self.city.region
        spec = gap_spec(of.panel, of.year, self.city.geography)
        title = f"{picture_words.title(region.name, [(of.indicator, of.year)])}{region.gap_name}"
        at = pd.DataFrame(index=[of.year], columns=of.panel.values.columns)
        return ChartPicture(spec, self._caption(of, title, at, imprint), self._file_name(of, region.gap_name))

    def waterfall(self, choice: GapChoice, imprint: Imprint) -> ChartPicture[WaterfallSpec]:
        """What the counties of the measured group contribute to its shortfall."""
        of, region = self._subject(choice), self.city.region
        needs, told = self._needs.told(choice)
        numerator = self.city.variables[of.indicator.formula.numerator]
        spec = waterfall_spec(needs, of.year, region, numerator, told)
        goal = gap_words.needs_title(region.groups[region.focus].name, choice.goal)
        title = f"{picture_words.title(region.name, [(of.indicator, of.year)])}　{goal}"
        at = pd.DataFrame(index=[of.year], columns=of.panel.values.columns)
        caption = self._caption(of, title, at, imprint, gap_words.assumptions(needs) if needs else [])
        return ChartPicture(spec, caption, self._file_name(of, words.WATERFALL))

    def heat(self, query: Mapping[str, str], imprint: Imprint) -> ChartPicture[HeatSpec]:
        """The targets that the page of targets lists, by county."""
        city, targets = self.city, self._targets
        choice, _ = targets.read(query)
        dataset, year, chosen = city.datasets[choice.dataset], choice.year, targets.chosen(choice)
        listed = targets.listed(dataset.id, year, choice.filters)
        told = self._of_targets(dataset.id, {result.entry.indicator for result in listed}, year)
        wanted = {name: getattr(choice.filters, name) for name in chosen}
        link = self._link("/targets", {"dataset": dataset.id, "year": str(year)} | wanted, imprint)
        caption = Caption(
            title=words.heat_title(city.region.name, year),
            subtitle=words.heat_subtitle(len(listed), list(chosen.values())),
            notes=(
                target_words.RULE,
                sources_text(*told),
                *picture_words.provenance_notes(provenance(city, dataset, imprint, link), of_map=False),
            ),
            watermark=picture_words.WATERMARK if dataset.demonstration else None,
        )
        name = picture_words.file_name(city.region.short_name, words.SUBJECT, *chosen.values(), year, words.HEAT)
        return ChartPicture(heat_spec(targets.heat_rows(listed), targets.heat_columns()), caption, name)

    def spine(self, choice: CountyChoice, imprint: Imprint) -> ChartPicture[SpineSpec]:
        """A county's place among all."""
        city = self.city
        dataset, year = choice.dataset, choice.year
        profile = county_profile(city, dataset, choice.county, year)
        known = [one for standings in profile.standings.values() for one in standings if one.kind]
        kinds = [kind for kind in Kind if kind in {one.kind for one in known}]
        told = sources_text((one.source for one in known), kinds, (one.note for one in known))
        link = self._link("/county", choice.to_query(), imprint)
        made = provenance(city, city.datasets[dataset], imprint, link)
        caption = Caption(
            title=words.spine_title(profile.name, year),
            subtitle=county_words.verdict_counts(profile.verdicts()),
            notes=(told, *picture_words.provenance_notes(made, of_map=False)),
            watermark=picture_words.WATERMARK if city.datasets[dataset].demonstration else None,
        )
        name = picture_words.file_name(city.region.short_name, profile.name, year, words.SPINE)
        return ChartPicture(spine_spec(profile), caption, name)

    def _subject(self, view: MapView | GapChoice) -> _Subject:
        indicator = self.city.indicators[view.indicator]
        if isinstance(view, GapChoice):
            panel = self.city.panel(view.dataset, view.indicator, Level.COUNTY, Method.NATURAL, DEFAULT_CLASSES)
            address = f"/gap?{urlencode(view.to_query())}"
            return _Subject(view.dataset, indicator, Level.COUNTY, view.year, None, None, panel, address)
        panel = self.city.panel(
            view.dataset, view.indicator, view.level, view.method, view.classes, view.breaks, view.target
        )
        address = f"/?{urlencode(view.to_query())}"
        return _Subject(view.dataset, indicator, view.level, view.year, view.within, view.selected, panel, address)

    def _place(self, of: _Subject) -> str:
        return self.city.geography.name(of.within or self.city.region.adcode, of.year)

    def _file_name(self, of: _Subject, what: str) -> str:
        place = [self._place(of)] if of.within else []
        return picture_words.file_name(self.city.region.short_name, *place, of.indicator.name, of.year, what)

    def _caption(
        self, of: _Subject, title: str, shown: pd.DataFrame, imprint: Imprint, besides: Iterable[str] = ()
    ) -> Caption:
        """The words around a chart of one indicator; ``shown`` has the years and areas whose sources are named."""
        dataset = self.city.datasets[of.dataset]
        panel = of.panel
        sources, kinds, noted = (_texts(frame, shown) for frame in (panel.sources, panel.kinds, panel.notes))
        link = f"{imprint.site}{of.address}" if imprint.site else ""
        made = provenance(self.city, dataset, imprint, link)
        told = picture_words.notes(sources, map(Kind, kinds), noted, [of.indicator], made, of_map=False)
        return Caption(
            title=title,
            subtitle=picture_words.subtitle(self.city.region, of.level, False),
            notes=(*besides, *told),
            watermark=picture_words.WATERMARK if dataset.demonstration else None,
        )

    def _of_targets(self, dataset: str, indicators: set[str], year: int) -> tuple[list[str], list[Kind], list[str]]:
        """Sources, kinds and notes of the figures of the city and its counties in ``year``."""
        records = self.city.datasets[dataset].records
        codes = self._targets.heat_columns()
        at = [(code, year) for code in codes]
        held = [records[key] for key in sorted(indicators) if key in records]
        found = [frame[frame.index.isin(at)].dropna(subset="value") for frame in held]
        sources, kinds, noted = (
            [str(text) for frame in found for text in frame[column].unique()] for column in ("source", "kind", "note")
        )
        return sources, [kind for kind in Kind if kind in kinds], noted

    def _link(self, page: str, query: Mapping[str, str], imprint: Imprint) -> str:
        return f"{imprint.site}{page}?{urlencode(query)}" if imprint.site else ""


def _texts(frame: pd.DataFrame, shown: pd.DataFrame) -> list[str]:
    """The different texts of ``frame`` in the years and areas of ``shown``."""
    found = frame.reindex(index=shown.index, columns=shown.columns).to_numpy().ravel()
    return list(dict.fromkeys(text for text in found if isinstance(text, str)))
