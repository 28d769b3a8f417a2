"""Answers of the atlas page for a map view: controls, the data that the browser draws, the explanation."""

from typing import Any

from callbacks.frame.empty_pages import build_empty_note
from datasets.analyses.gap_analysis import bound_verdict_in_year
from datasets.analyses.national_context import place_counties
from datasets.census.books import YEARS as CENSUS_YEARS
from datasets.census.comparability import group_marks
from datasets.city.city import City
from datasets.city.offered_indicators import list_indicators_at, list_offered_indicators, list_offered_years
from datasets.city.shared_results import SharedResults
from datasets.queries.map_query import MapView, SecondMap, write_breaks
from datasets.queries.storyboard import write_marks
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.classes import BreakMethod
from layouts.figures.comparison.change_data import encode_changes
from layouts.figures.comparison.spread_data import TownshipSpreads
from layouts.figures.specs.chart_findings import ChartFindings
from layouts.figures.specs.packed_figures import pack_figures
from layouts.figures.specs.panel_data import encode_panel
from layouts.frame.shell import notice
from layouts.pages.atlas import IndicatorMeaning, explanation
from layouts.words.column_names import marks_text
from layouts.words.pages import atlas as words
from locales import say

_KEPT_PANELS = 512  # some 10 kB each


class AtlasAnswers:
    """Answers for one city."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._panels = SharedResults(_KEPT_PANELS)
        self._changes = SharedResults(_KEPT_PANELS)

    def answer(self, view: MapView, remarks: list[str]) -> dict[str, Any]:
        """Everything on the page that a view decides, by the name of the output; ``remarks`` are for the reader."""
        return (
            self.controls(view)
            | self.drawing_data(view)
            | {"notice": notice(remarks), "lacking": build_empty_note(self.city, view.dataset)}
        )

    def describe_replacements(self, before: MapView, after: MapView, changes: dict[str, Any]) -> list[str]:
        """What gave way in the view although the reader did not change it."""
        names = {key: indicator.name for key, indicator in self.city.indicators.items()}
        shown = names[after.indicator]
        remarks = []
        if after.indicator != before.indicator and not changes.keys() & {"indicator", "domain"}:
            dataset = self.city.datasets[after.dataset].name
            remarks.append(
                say("atlas-replaced-indicator", wanted=names[before.indicator], dataset=dataset, shown=shown)
            )
        if after.level != before.level and not changes.keys() & {"level", "within"}:
            remarks.append(say("atlas-replaced-level", indicator=shown, level=say("common-levels", level=after.level)))
        if "compare" not in changes:
            years = zip(_list_years(before), _list_years(after), strict=True)
            remarks += [
                say("atlas-replaced-year", indicator=shown, wanted=was, shown=now) for was, now in years if was != now
            ]
        if lost := [key for key in before.facilities if key not in after.facilities]:
            types = [self.city.facility_types[key].name for key in lost]
            remarks.append(words.lost_facilities(types, self.city.datasets[after.dataset].name))
        return remarks

    def controls(self, view: MapView) -> dict[str, Any]:
        """Options and values of the controls."""
        city, indicator = self.city, self.city.indicators[view.indicator]
        choices = list_offered_indicators(city, view.dataset)
        levels = city.levels(view.dataset, view.indicator)
        comparing = view.compare is SecondMap.INDICATORS
        others = list_indicators_at(city, view.dataset, view.level)
        other = view.other_indicator if comparing else view.indicator
        return {
            "domain_options": [{"label": say("common-domains", domain=domain), "value": domain} for domain in choices],
            "domain": indicator.domain,
            "indicator_options": self._indicator_options(choices[indicator.domain]),
            "indicator": view.indicator,
            "level_options": [
                {"label": say("common-levels", level=level), "value": level, "disabled": level not in levels}
                for level in city.geography.levels
            ],
            "level": view.level,
            "within_options": self._place_options(view),
            "within": view.within or "",
            "method_options": self._method_options(view),
            "method": view.method,
            "classes": str(view.classes),
            "classes_disabled": indicator.yes_no or view.method is BreakMethod.OWN,
            "breaks": write_breaks(view.breaks),
            "labels": view.labels,
            "compare": view.compare,
            "other_options": self._indicator_options(others) if comparing else [],
            "other": view.other_indicator,
            "year": self._year_slider(list_offered_years(city, view.dataset, view.indicator, view.level), view.year),
            "other_year": self._year_slider(list_offered_years(city, view.dataset, other, view.level), view.other_year),
        }

    def drawing_data(self, view: MapView) -> dict[str, Any]:
        """The view as the browser keeps it, and the panels it draws from."""
        compared = view.compare is SecondMap.INDICATORS
        return {
            "view": view.to_query() | self._describe_ways(view),
            "panel": self.encode_panel(view, view.indicator),
            "other_panel": self.encode_panel(view, view.other_indicator) if compared else None,
            "changes": self.encode_changes(view) if view.compare is SecondMap.YEARS else None,
            "selected": view.selected,
            "facilities": list(view.facilities),
            "marks": write_marks(view.marks),
        }

    def _describe_ways(self, view: MapView) -> dict[str, str]:
        """What leads deeper into a chosen county's place, and out of what is opened."""
        region = self.city.region
        townships = Level.TOWNSHIP in self.city.levels(view.dataset, view.indicator)
        around = region.find_division_around(view.within) if view.within else None
        whole = region.name if region.divisions else None
        return {
            "opens": words.open_text(region.list_divisions(view.within), townships),
            "back": words.back_text(region.divisions.get(around or "", whole)),
        }

    def _place_options(self, view: MapView) -> list[dict[str, str]]:
        """The divisions below what is opened, or beside it where there is none below."""
        region, around = self.city.region, view.within
        while around and not region.list_divisions(around):
            around = region.find_division_around(around)
        own = {view.within: self.city.geography.name(view.within, view.year)} if view.within else {}
        every = say("atlas-every-place", name=region.divisions.get(around or "", region.name))
        listed = own | region.list_divisions(around) | {around or "": every}
        return [{"label": listed[key], "value": key} for key in sorted(listed)]

    def explanation(self, view: MapView) -> list[Any]:
        """The definition, source and caveats of every indicator that is shown, and of the dataset."""
        compared = [view.other_indicator] if view.compare is SecondMap.INDICATORS else []
        told = [self._explain_indicator(key) for key in dict.fromkeys([view.indicator, *compared])]
        dataset = self.city.datasets[view.dataset]
        return explanation(told, (dataset.name, dataset.description))

    def _explain_indicator(self, key: str) -> IndicatorMeaning:
        formula = self.city.indicators[key].formula
        parts = [self.city.variables[name].name for name in (formula.numerator, formula.denominator) if name]
        text = " ÷ ".join(parts) + (f" × {formula.per:g}" if formula.denominator and formula.per != 1 else "")
        return IndicatorMeaning(self.city.indicators[key], self.city.anchors.get(key), text)

    def classify_values(self, view: MapView, indicator: str) -> ClassedValues:
        """An indicator of a view, classed; the city keeps it."""
        return self.city.panel(*_class_parts(view, indicator))

    def encode_panel(self, view: MapView, indicator: str) -> dict[str, Any]:
        """What the browser draws an indicator of a view from; made once for all views that differ in nothing else."""

        def encode() -> dict[str, Any]:
            panel = self.classify_values(view, indicator)
            found = {year: bound_verdict_in_year(self.city, view.dataset, indicator, year) for year in panel.gaps}
            bounds = {year: one for year, one in found.items() if one}
            places = self._list_places(view, indicator, panel.years)
            marks = self._describe_marks(view.dataset, panel.years)
            encoded = encode_panel(panel, view.level, self.city.geography, bounds, marks, view.within)
            findings = ChartFindings(panel, self.city.geography, view.level, view.within).encode()
            spreads = self._measure_spreads(view, indicator)
            opened = {"spreads": spreads.encode()} if spreads else {}
            return pack_figures(encoded) | {"inCountry": places or None, "findings": findings} | opened

        return self._panels.find((*_class_parts(view, indicator), view.within), encode)

    def encode_changes(self, view: MapView) -> dict[str, Any]:
        """What the browser draws the changes between any two years from."""

        def encode() -> dict[str, Any]:
            panel = self.classify_values(view, view.indicator)
            encoded = encode_changes(panel, view.level, self.city.geography, view.within)
            if spreads := self._measure_spreads(view, view.indicator):
                for pair in encoded["pairs"].values():
                    pair["gap"] |= spreads.describe_change(pair["years"]) | {"numbers": []}
            return encoded

        return self._changes.find((*_class_parts(view, view.indicator), view.within), encode)

    def _measure_spreads(self, view: MapView, indicator: str) -> TownshipSpreads | None:
        """The comparison of the townships of an opened county; of divisions, whose counties are compared, none."""
        city, county = self.city, view.within
        if county not in city.region.by_adcode or county is None:
            return None
        return TownshipSpreads.of(city, view.dataset, self.classify_values(view, indicator), county)

    def _list_places(self, view: MapView, indicator: str, years: list[int]) -> dict[int, list[str]]:
        """By year of a census where every county stands in province and country, and what those like it come to."""
        if view.level is not Level.COUNTY:
            return {}
        codes = self.city.geography.codes(Level.COUNTY)
        found = {year: place_counties(self.city, view.dataset, indicator, year) for year in years}
        return {year: [words.place_parts(own.get(code)) for code in codes] for year, own in found.items() if own}

    def _describe_marks(self, dataset: str, years: list[int]) -> str:
        """Which counties the two censuses compare of with care, where a panel shows both."""
        if not set(CENSUS_YEARS) <= set(years):
            return ""
        held, name = self.city.datasets[dataset].comparability, self.city.geography.name
        return marks_text(group_marks((name(code, years[-1]), mark) for code, mark in held.items()))

    def _indicator_options(self, keys: list[str]) -> list[dict[str, str]]:
        return [{"label": self.city.indicators[key].name, "value": key} for key in keys]

    def _method_options(self, view: MapView) -> list[dict[str, Any]]:
        """The class methods; those that mean nothing for the indicator cannot be chosen."""
        yes_no, anchored = self.city.indicators[view.indicator].yes_no, view.indicator in self.city.anchors
        unfit = {method: yes_no or (method is BreakMethod.TARGET and not anchored) for method in BreakMethod}
        return [
            {"label": say("common-methods", method=method), "value": method, "disabled": unfit[method]}
            for method in BreakMethod
        ]

    def _year_slider(self, years: list[int], value: int) -> dict[str, Any]:
        return {"min": years[0], "max": years[-1], "marks": {year: str(year) for year in years}, "value": value}


def _list_years(view: MapView) -> list[int]:
    """The years of the view's indicator that are shown."""
    return [view.year, view.other_year] if view.compare is SecondMap.YEARS else [view.year]


def _class_parts(view: MapView, indicator: str) -> tuple[Any, ...]:
    """What decides the classes of an indicator in a view, as ``City.panel`` takes it."""
    return view.dataset, indicator, view.level, view.method, view.classes, view.breaks, view.target
