"""Maps of a view as picture specifications with captions, ready to be rendered in any size and format."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import chain

from callbacks.gap.findings import GapFindings
from callbacks.pictures.captions import write_caption
from callbacks.server.responses import Query, answer_query
from datasets.analyses.gap_analysis import assess_indicator
from datasets.census.comparability import group_marks
from datasets.city.city import City
from datasets.city.facilities import select_open_facilities
from datasets.city.offered_indicators import list_offered_indicators, list_offered_years
from datasets.queries.map_query import MapLabels, MapView, SecondMap, classed_values, read_map_query
from geodata.region import Level
from indicators.borders import Redrawn, find_break
from indicators.classes import BreakMethod
from indicators.definition import Indicator
from layouts.figures.comparison.change_data import change_map, describe_change_map
from layouts.figures.maps.facilities import FacilityPoints, build_facility_points
from layouts.figures.maps.map_spec import MapSpec, map_labels, map_spec
from layouts.figures.specs.area_values import area_values
from layouts.figures.specs.chart_findings import ChartFindings
from layouts.page_paths import PagePath
from layouts.paper.sheet.picture_spec import NamedPicture, PictureSpec, SheetKind
from layouts.words.column_names import marks_text
from layouts.words.pages.map_ground import group_line_text, outline_texts
from layouts.words.paper import pictures as words
from layouts.words.paper.pictures import Attribution
from locales import say

MOST_MAPS = 12  # that one sheet can hold
_OF_ONE = (BreakMethod.TARGET, BreakMethod.OWN)  # classes that belong to one indicator
MakePicture = Callable[[Query, Attribution], NamedPicture]  # of a page's own query


class MapKind(StrEnum):
    """The sheets of maps that an address can ask for."""

    MAP = "map"
    MULTIPLES = "multiples"
    DOMAIN = "domain"


class MapPictures:
    """Maps on paper for one city."""

    def __init__(self, city: City) -> None:
        self.city, self._findings = city, GapFindings(city)
        read = partial(read_map_query, city)
        self.by_kind: dict[MapKind, MakePicture] = {
            MapKind.MAP: answer_query(read, self.map_sheet),
            MapKind.MULTIPLES: answer_query(read, self.multiples),
            MapKind.DOMAIN: answer_query(read, self.domain),
        }

    def map_sheet(self, view: MapView, attribution: Attribution) -> NamedPicture:
        """The map of a view, or both maps of a comparison; of two years that of what changed too."""
        second = {
            SecondMap.NONE: [],
            SecondMap.YEARS: [(view.indicator, view.other_year)],
            SecondMap.INDICATORS: [(view.other_indicator, view.other_year)],
        }
        pairs = [(view.indicator, view.year), *second[view.compare]]
        return self._build_sheet(view, pairs, attribution, changes=view.compare is SecondMap.YEARS)

    def multiples(self, view: MapView, attribution: Attribution) -> NamedPicture:
        """The same map in every year that holds data, the last ones where there are too many, under one legend."""
        years = list_offered_years(self.city, view.dataset, view.indicator, view.level)[-MOST_MAPS:]
        return self._build_sheet(view, [(view.indicator, year) for year in years], attribution)

    def domain(self, view: MapView, attribution: Attribution) -> NamedPicture:
        """The indicators of the view's domain in its year, headline ones first; each map tells its own breaks.

        One legend serves them all: it names the classes by their order.
        """
        domain = self.city.indicators[view.indicator].domain
        alike = replace(view, method=BreakMethod.NATURAL, target=None, breaks=()) if view.method in _OF_ONE else view
        held = [
            key
            for key in list_offered_indicators(self.city, view.dataset)[domain]
            if view.level in self.city.levels(view.dataset, key)
            and view.year in self.city.years(view.dataset, key, view.level)
        ]
        of = self.city.indicators
        held.sort(
            key=lambda key: (bool(of[key].facility_type), not of[key].headline, "" if of[key].facility_type else key)
        )
        drawn = held or [view.indicator]
        return self._build_sheet(
            alike, [(key, view.year) for key in drawn[:MOST_MAPS]], attribution, say("common-domains", domain=domain)
        )

    def _build_sheet(
        self,
        view: MapView,
        pairs: list[tuple[str, int]],
        attribution: Attribution,
        of_domain: str | None = None,
        changes: bool = False,
    ) -> NamedPicture:
        """One map a pair of indicator and year; those of a domain share the legend of classes in their order."""
        city = self.city
        shown = [(city.indicators[key], year) for key, year in pairs]
        one_indicator = len({key for key, _ in pairs}) == 1
        specs = [self._map_spec(view, key, year, one_indicator) for key, year in pairs]
        notes = self._caption_notes(view, pairs, list(specs[0].names.index))
        if of_domain:
            specs = [self._by_order(view, key, spec) for (key, _), spec in zip(pairs, specs, strict=True)]
        place = city.geography.name(view.within, view.year) if view.within else city.region.name
        title = (
            say("picture-domain-title", place=place, domain=of_domain, year=view.year)
            if of_domain
            else words.title(place, shown)
        )
        below = words.subtitle(city.region, view.level, specs[0].schematic)
        finding = self._state_finding(view, pairs)
        if changes:
            finding, *lacking = self._add_changes(view, specs)
            notes = [*filter(None, lacking), *notes]
        texts = (finding, "　".join(filter(None, (title, below)))) if finding else (title, below)
        page = PagePath.ATLAS, replace(view, marks=()).to_query()  # nobody types an address with marks in it
        caption = write_caption(city, view.dataset, texts, notes, attribution, page, on_map=True)
        picture = PictureSpec(SheetKind.MAPS, (specs, city.geography, caption))
        return NamedPicture(caption, self._file_name(view, shown, of_domain), picture)

    def _add_changes(self, view: MapView, specs: list[MapSpec]) -> list[str]:
        """Put the map of what changed behind those of both years; what it says, and who is not compared."""
        panel, years = classed_values(self.city, view), (view.year, view.other_year)
        specs.append(change_map(specs[-1], panel, years))
        short = map_labels(self.city.geography, view.level, years[1], view.within)
        return describe_change_map(panel, years, {str(code): name for code, name in short.items()})

    def _state_finding(self, view: MapView, pairs: list[tuple[str, int]]) -> str:
        """What the map of one year says, or the maps of several years; of several indicators how many hold the line."""
        (key, year), *others = pairs
        if any(other != key for other, _ in others):
            gaps = [assess_indicator(self.city, view.dataset, *pair) for pair in pairs]
            return "" if view.within else self._findings.describe_overview(gaps)
        found = ChartFindings(classed_values(self.city, view, key), self.city.geography, view.level, view.within)
        return found.trend if others else found.describe_map(year)

    def _map_spec(self, view: MapView, key: str, year: int, one_indicator: bool) -> MapSpec:
        geography, region = self.city.geography, self.city.region
        indicator = self.city.indicators[key]
        title = say("document-year", year=year) if one_indicator else words.map_title(indicator, year)
        panel = classed_values(self.city, view, key)
        spec = map_spec(
            panel,
            year,
            view.level,
            (title, words.legend_title(indicator, panel.scheme)),
            map_labels(geography, view.level, year, view.within, blank=view.labels is MapLabels.NONE),
            outline_texts(region)[view.level],
            view.level is Level.TOWNSHIP and geography.schematic,
            area_values(panel, year) if view.labels is MapLabels.VALUES else None,
        )
        if view.level is Level.COUNTY and not view.within:
            spec = replace(spec, group_line=group_line_text(region))
        marked = [code for code in spec.names.index if spec.names[code] and code in self._find_redrawn(view, key)]
        names = spec.names.where(~spec.names.index.isin(marked), spec.names + words.REDRAWN_MARK)
        marks = view.marks if (key, year) == (view.indicator, view.year) else ()  # the first map, as on the page
        return replace(spec, names=names, facilities=self._facility_points(view, year), marks=marks)

    def _find_redrawn(self, view: MapView, key: str) -> Redrawn:
        """The counties whose border was drawn anew between years that the indicator has; none on other levels."""
        panel = classed_values(self.city, view, key)
        since = max(panel.redrawn.values(), default=None)
        return panel.redrawn if view.level is Level.COUNTY and find_break(panel.years, since) is not None else {}

    def _facility_points(self, view: MapView, year: int) -> tuple[FacilityPoints, ...]:
        """The facilities of a view that were open in a year, in the order of their types' declaration."""
        if not view.facilities:
            return ()
        drawn = select_open_facilities(self.city, view.dataset, year, view.within)
        types = {key: type_ for key, type_ in self.city.facility_types.items() if key in view.facilities}
        return tuple(build_facility_points(type_, drawn[drawn["type"] == key]) for key, type_ in types.items())

    def _by_order(self, view: MapView, key: str, spec: MapSpec) -> MapSpec:
        """The map with its breaks in the title and its classes named by their order; a state needs neither."""
        panel = classed_values(self.city, view, key)
        if panel.indicator.yes_no:
            return replace(spec, title=panel.indicator.name, legend=say("picture-states"))
        title = words.title_with_breaks(panel.indicator, panel.scheme.breaks, spec.has_only_small)
        labels = words.class_orders(panel.scheme.n_classes) + (spec.labels[-1:] if spec.has_small else ())
        return replace(spec, title=title, legend=say("picture-by-order"), labels=labels)

    def _caption_notes(self, view: MapView, pairs: list[tuple[str, int]], areas: list[str]) -> list[str]:
        """Sources, kinds and notes of what the maps show, and the definitions of their indicators."""
        origins = [classed_values(self.city, view, key).origins([year], areas) for key, year in pairs]
        sources, kinds, notes = (chain.from_iterable(texts) for texts in zip(*origins, strict=True))
        redrawn = {code for key, _ in pairs for code in self._find_redrawn(view, key)}
        held = self.city.datasets[view.dataset].comparability
        marks = group_marks(
            (self.city.geography.name(code, view.year), held[code]) for code in areas if code in redrawn
        )
        return [
            *([say("marks-note-of-picture")] if view.marks and (view.indicator, view.year) in pairs else []),
            *([f"{words.REDRAWN_MARK} {marks_text(marks)}"] if marks else []),
            *words.notes(sources, kinds, notes, [self.city.indicators[key] for key, _ in pairs]),
        ]

    def _file_name(self, view: MapView, shown: list[tuple[Indicator, int]], of_domain: str | None) -> str:
        region, (first, year) = self.city.region, shown[0]
        place = [self.city.geography.name(view.within, view.year)] if view.within else []
        if of_domain:
            return words.file_name(region.short_name, *place, of_domain, year, say("common-levels", level=view.level))
        years = dict.fromkeys(of for indicator, of in shown if indicator == first)
        span = str(year) if len(years) == 1 else f"{min(years)}-{max(years)}"
        others = [indicator.name for indicator in dict.fromkeys(i for i, _ in shown) if indicator != first]
        return words.file_name(
            region.short_name, *place, first.name, *others[:2], span, say("common-levels", level=view.level)
        )
