"""What the part 选址 shows for an address: the desk, what a scenario comes to, and what it lays over the map."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import numpy as np

from callbacks.siting.findings import OutcomeTexts, clock
from datasets.city.city import City
from datasets.queries.coverage_query import CoverageOptions
from datasets.siting.scenario import MOST_CHANGES, ChangeKind, Scenario, ScenarioError, changes_from, changes_text
from datasets.siting.scenario_outcome import Outcome, evaluate, new_reach
from datasets.siting.siting_plan import Candidates
from geodata.siting.task import Objective
from layouts.figures.maps.coverage_data import catchment_shape, plain
from layouts.figures.maps.siting import Points, SitingMap, siting_traces
from layouts.frame.controls import Group
from layouts.pages.coverage.page import PATH
from layouts.pages.siting import (
    ChangeRow,
    Compared,
    HandForm,
    Panel,
    PlanForm,
    SavedRow,
    compared_body,
    panel_body,
    refused_body,
)
from layouts.words.pages import siting as words

PICTURES = f"{PATH}/siting/scenarios"
MOST_COMPARED, LEAST_COMPARED = 4, 2


class SitingViews:
    """Answers for one city. ``saved`` gives the scenarios that were saved, the newest first."""

    def __init__(self, city: City, saved: Callable[[], Sequence[Scenario]]) -> None:
        self.city, self._saved = city, saved
        self.choices = CoverageOptions(city)

    def scenario(self, query: Mapping[str, str]) -> Scenario:
        """The scenario that an address bears. Raises ScenarioError."""
        return scenario_of(self.choices, query)

    def panel(self, query: Mapping[str, str], hint: str) -> dict[str, Any]:
        """The desk: ``tree`` for beside the map and ``overlay`` for over it; ``hint`` says why nothing can be saved."""
        try:
            scenario = self.scenario(query)
            outcome = evaluate(self.city, scenario)
        except ScenarioError as error:
            message = words.unusable(error.why, error.found, MOST_CHANGES)
            without = _href({key: text for key, text in query.items() if key != "changes"})
            way_out = (words.UNDO_ALL, without) if query.get("changes") else (words.TO_DATA, "/data")
            return {"tree": refused_body(message, *way_out), "overlay": [], "words": words.FOR_BROWSER}
        texts = OutcomeTexts(self.city, outcome)
        panel = Panel(
            plan=self._plan(query, scenario),
            hand=self._hand(scenario, outcome),
            changes=[self._change(texts, position) for position in range(len(outcome.placed))],
            outcome=texts.view() if outcome.placed else None,
            saved=[self._row(one, not hint) for one in self._saved() if one.dataset in self.city.datasets],
            hint=hint,
            pack_href=f"/briefing?{urlencode({'dataset': scenario.dataset})}",
            remark="" if len(outcome.before.facilities) else words.none_stands(texts.type_.name, scenario.year),
        )
        overlay = self._overlay(texts) if outcome.placed else []
        identity = self.city.datasets[scenario.dataset].identity
        return {"tree": panel_body(panel), "overlay": overlay, "words": words.FOR_BROWSER} | identity

    def compared(self, query: Mapping[str, str], scenarios: Sequence[Scenario]) -> dict[str, Any]:
        """Saved scenarios side by side. Raises ScenarioError for one that cannot be worked out any more."""
        texts = [OutcomeTexts(self.city, evaluate(self.city, one)) for one in scenarios]
        columns = [one.compared() for one in texts]
        labels = texts[0].compare_labels()
        back = {key: text for key, text in query.items() if key != "compare"}
        shown = Compared(
            names=[one.name for one in scenarios],
            hrefs=[self._link(one) for one in scenarios],
            pictures=[f"{PICTURES}/{one.id}/map.svg" for one in scenarios],
            rows=[(labels[key], [column[key] for column in columns]) for key in labels],
            back=_href(back),
        )
        datasets = [self.city.datasets[key].identity for key in dict.fromkeys(one.dataset for one in scenarios)]
        return {"tree": compared_body(shown), "overlay": [], "words": words.FOR_BROWSER, "datasets": datasets}

    # --- the forms ---------------------------------------------------------------------------------------------------

    def _plan(self, query: Mapping[str, str], scenario: Scenario) -> PlanForm:
        region, type_ = self.city.region, self.city.facility_types[scenario.type_]
        names = {code: county.in_year(scenario.year).name for code, county in region.by_adcode.items()}
        places: list[Group] = [
            (words.GROUPS, {key: group.name for key, group in region.groups.items()}),
            (words.COUNTIES, names),
        ]
        return PlanForm(
            values=query,
            objectives={str(each): words.OBJECTIVES[each] for each in Objective},
            places=places,
            candidates={str(each): words.CANDIDATE_NAMES[each] for each in Candidates},
            counties=names,
            capacity=words.CAPACITY.format(noun=type_.capacity_noun, unit=type_.capacity_unit),
            focus=region.groups[region.focus].name,
        )

    def _hand(self, scenario: Scenario, outcome: Outcome) -> HandForm:
        """Townships by the place of their seat, and the open facilities that nothing was done to yet, by county."""
        geography = self.city.geography
        seats = geography.seats
        townships = {
            code: (f"{seats[code].x:.5f},{seats[code].y:.5f}", str(geography.townships.at[code, "name"]))
            for code in geography.townships.index
        }
        used = {one.change.code for one in outcome.placed}
        facilities = outcome.before.facilities
        open_ones = {
            str(row.code): (str(row.name), geography.county_of(str(row.area_code)) or "")
            for row in facilities.itertuples()
            if str(row.code) not in used
        }
        counties = {code: geography.name(code, scenario.year) for code in geography.counties.index}
        return HandForm(
            townships=[
                (name, dict(townships[code] for code in townships if geography.county_of(code) == county))
                for county, name in counties.items()
            ],
            facilities=[
                (name, {code: text for code, (text, own) in open_ones.items() if own == county})
                for county, name in {**counties, "": words.ELSEWHERE}.items()
                if any(own == county for _, own in open_ones.values())
            ],
            choose=self.city.facility_types[scenario.type_].name,
        )

    # --- the scenario ------------------------------------------------------------------------------------------------

    def _change(self, texts: OutcomeTexts, position: int) -> ChangeRow:
        one = texts.outcome.placed[position]
        where = f"{texts.place(one)}，{texts.size(one)}"
        return ChangeRow(str(one.change.kind), texts.name(position), where, one.longitude, one.latitude)

    def _row(self, one: Scenario, inside: bool) -> SavedRow:
        """A line of the list; ``inside``: with who saved it."""
        type_ = self.city.facility_types.get(one.type_)
        about = words.saved_line(type_.name if type_ else one.type_, one.year, one.who if inside else "", clock(one))
        return SavedRow(one.id or 0, one.name, about, self._link(one))

    def _link(self, one: Scenario) -> str:
        return _href(
            {
                "mode": "siting",
                "dataset": one.dataset,
                "type": one.type_,
                "year": str(one.year),
                "changes": changes_text(one.changes),
            }
        )

    # --- the map -----------------------------------------------------------------------------------------------------

    def _overlay(self, texts: OutcomeTexts) -> list[dict[str, Any]]:
        outcome = texts.outcome
        before, after = outcome.before.coverage.covered, outcome.covered
        new = [at for at, one in enumerate(outcome.placed) if one.change.kind is not ChangeKind.CLOSE]
        closed = [at for at, one in enumerate(outcome.placed) if one.change.kind is ChangeKind.CLOSE]
        ways = [(one.came_from, (one.longitude, one.latitude)) for one in outcome.placed if one.came_from]
        reach = catchment_shape(new_reach(self.city, outcome), self.city.region.metric_crs) if new else None
        shown = SitingMap(
            new=_placed_points(texts, new),
            closed=_placed_points(texts, closed),
            won=_home_points(texts, np.flatnonzero(~before & after), words.WON),
            lost=_home_points(texts, np.flatnonzero(before & ~after), words.LOST),
            ways=ways,
            reach=reach,
        )
        return siting_traces(shown)


def scenario_of(choices: CoverageOptions, query: Mapping[str, str]) -> Scenario:
    """The scenario that an address bears. Raises ScenarioError."""
    choice, _ = choices.read_page_query(query)
    return Scenario(choice.dataset, choice.type_, choice.year, changes_from(query.get("changes", "")))


def _placed_points(texts: OutcomeTexts, positions: Sequence[int]) -> Points:
    placed = [texts.outcome.placed[at] for at in positions]
    told = [
        words.hover(words.CHANGE_KINDS[one.change.kind], plain(texts.name(at)), plain(texts.place(one)))
        for at, one in zip(positions, placed, strict=True)
    ]
    return Points([one.longitude for one in placed], [one.latitude for one in placed], told)


def _home_points(texts: OutcomeTexts, positions: np.ndarray, what: str) -> Points:
    places = texts.outcome.residents.places.iloc[positions]
    told = [
        words.hover(what, plain(str(name)), texts.people(count))
        for name, count in zip(places["name"], places["population"], strict=True)
    ]
    return Points(list(places.geometry.x), list(places.geometry.y), told)


def _href(query: Mapping[str, str]) -> str:
    return f"{PATH}?{urlencode({key: text for key, text in query.items() if text})}"
