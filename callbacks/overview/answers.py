"""Answers of the first page for a dataset and a year."""

from collections.abc import Mapping
from typing import Any

from callbacks.overview.publication import PublicationNotes
from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.overview.holding import GapMove
from datasets.overview.overview import Overview
from datasets.overview.owed import OWED, Outcome, count_by_department
from datasets.queries.map_query import MapQuery, classed_values, settle_view
from datasets.queries.overview_query import OverviewChoice, OverviewOptions
from geodata.svg_map import SmallMap, draw_small_map
from indicators.gaps.gap_path import Assessment
from layouts.figures.maps.map_pair import MOST_AREAS, write_map_pair
from layouts.pages.overview import OverviewTexts, overview_body
from layouts.words.paper.gap_sentences import count_assessments, describe_change
from locales import say

_KEPT = 32  # pages, some 60 kB each


class OverviewAnswers:
    """Answers for one city; readers return to them, so they are kept."""

    def __init__(self, city: City) -> None:
        self.city, self.options, self._notes = city, OverviewOptions(city), city.cached(PublicationNotes)
        self._pages, self._figures = SharedResults(_KEPT), SharedResults(_KEPT)

    def show(self, choice: OverviewChoice) -> dict[str, Any]:
        """Title, years and the components of every card."""
        publication = self._notes.describe(choice.dataset)  # which the store may tell again later
        return self._pages.find((choice, publication), lambda: self._show(choice))

    def _show(self, choice: OverviewChoice) -> dict[str, Any]:
        shown = self.build(choice)
        years = self.options.list_years(choice.dataset)
        return {
            "title": say("overview-heading", region=self.city.region.name, year=choice.year),
            "years": [{"label": say("overview-in-year", year=year), "value": str(year)} for year in reversed(years)],
            "year": str(choice.year),
            "body": overview_body(shown, self.write_texts(shown)),
        }

    def build(self, choice: OverviewChoice) -> Overview:
        """The figures of a choice."""
        return self._figures.find(choice, lambda: self._build_figures(choice))

    def _build_figures(self, choice: OverviewChoice) -> Overview:
        indicators = self.options.list_indicators(choice.dataset)
        return Overview(self.city, choice.dataset, indicators, choice.year, choice.before)

    def write_texts(self, shown: Overview) -> OverviewTexts:
        """What is said beside the figures."""
        city, region = self.city, self.city.region
        focus, benchmark = (region.groups[key].name for key in (region.focus, region.benchmark))
        counts = {one: sum(found.assessment is one for found in shown.gaps) for one in Assessment}
        moves = {move.now.indicator.id: move for move in (*shown.list_widest(), *shown.list_closed())}
        outcomes = shown.outcomes if shown.targets else {}
        lacking = frozenset({Outcome.CANNOT_TELL})
        beside = region.compared_beside
        made_up = [key for key, held in city.datasets.items() if held.demonstration and key != shown.dataset]
        return OverviewTexts(
            groups=(focus, benchmark),
            reference=(region.name, beside.name) if beside else None,
            counted=count_assessments(counts, shown.year, focus, benchmark).text,
            sentences={key: text for key, move in moves.items() if (text := self._describe_move(move, shown))},
            maps=self._draw_maps(moves, shown),
            owing=count_by_department(shown.targets, outcomes, OWED),
            lacking=count_by_department(shown.targets, outcomes, lacking),
            lacking_areas=self._list_missing(shown),
            publication=self._notes.describe(shown.dataset),
            demonstration=next(iter(made_up), None),
        )

    def _describe_move(self, move: GapMove, shown: Overview) -> str:
        if move.earlier is None or shown.before is None:
            return ""
        region = self.city.region
        names = {key: group.name for key, group in region.groups.items()}
        as_whole = region.compared_area is not None
        sentence = describe_change(move.now, shown.year, move.earlier, shown.before, names, as_whole)
        return sentence.text if sentence else ""

    def _list_missing(self, shown: Overview) -> list[str]:
        missing = {code for found in shown.gaps if found.gap for code in found.gap.missing}
        return [self.city.geography.name(code, shown.year) for code in sorted(missing)]

    def _draw_maps(self, moves: Mapping[str, GapMove], shown: Overview) -> dict[str, str]:
        """The counties in the earlier year and this one, in the colours of the map that each pair leads to."""
        small = self.city.cached(_draw_small)
        if len(small.paths) > MOST_AREAS:
            return {}
        found = {}
        for key, move in moves.items():
            view = settle_view(self.city, MapQuery(dataset=shown.dataset, indicator=key, year=shown.year))
            years = [shown.before if move.earlier else None, shown.year]
            found[key] = write_map_pair(small, classed_values(self.city, view), years)
        return found


def _draw_small(city: City) -> SmallMap:
    return draw_small_map(city.geography)
