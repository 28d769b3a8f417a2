"""The forms of siting: the search for sites, and changes by hand, on the map or from lists."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from datasets.siting.siting_plan import CandidateKind
from geodata.siting.task import Objective
from layouts.frame.controls import Group, button, grouped_select, labelled, plain, select, text_input
from layouts.frame.parts import card
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText

SitingQuery = Mapping[str, str]  # the texts of an address, by the names of the fields


def search_card(text: OutcomeText, query: SitingQuery) -> html.Section:
    """The form of what is looked for, filled in from the address."""
    region, type_, value = text.city.region, text.type_, query.get
    counties = text.county_names
    places: list[Group] = [
        (words.GROUPS, {key: group.name for key, group in region.groups.items()}),
        (words.COUNTIES, counties),
    ]
    objectives = {str(each): words.OBJECTIVES[each] for each in Objective}
    candidates = {str(each): words.CANDIDATE_NAMES[each] for each in CandidateKind}
    capacity = words.CAPACITY.format(noun=type_.capacity_noun, unit=type_.capacity_unit)
    fields = [
        labelled(words.COUNT, _number_field("count", value("count", "3"))),
        labelled(words.OBJECTIVE, select("objective", objectives, value("objective"), id="st-objective")),
        labelled(words.WHERE, grouped_select("where", words.WHOLE_CITY, places, value("where"), id="st-where")),
        labelled(words.LEAST.format(group=text.focus), _number_field("least", value("least", ""), placeholder="0")),
        labelled(words.CANDIDATES, select("candidates", candidates, value("candidates"), id="st-candidates")),
        labelled(capacity, _number_field("capacity", value("capacity", ""), placeholder=words.CAPACITY_HINT)),
        labelled(words.BUDGET, _number_field("budget", value("budget", ""), placeholder=words.MONEY_HINT)),
        labelled(words.PRICE, _number_field("price", value("price", ""), placeholder=words.MONEY_HINT)),
    ]
    body: list[Component] = [
        html.Div(fields, className="st-fields"),
        _county_prices(counties, query),
        _search_foot(),
        html.P(words.PLAN_NOTE, className="quiet st-note"),
    ]
    return card([html.H2(words.PLAN_TITLE)], [html.Div(body, className="st-pad")])


def _number_field(name: str, value: str, **attributes: Any) -> Any:
    return text_input(name, value, id=f"st-{name}", inputmode="decimal", maxlength=12, **attributes)


def _county_prices(counties: Mapping[str, str], query: SitingQuery) -> html.Details:
    """A price for each county, folded away until one is filled in."""
    values = {code: query.get(f"price-{code}", "") for code in counties}
    fields = [labelled(name, _number_field(f"price-{code}", values[code])) for code, name in counties.items()]
    unfolded: dict[str, Any] = {"open": True} if any(values.values()) else {}
    parts = [html.Summary(words.PRICES), html.Div(fields, className="st-fields")]
    return html.Details(parts, className="st-prices", **unfolded)


def _search_foot() -> html.Div:
    """The button, and how far the solver is."""
    live: dict[str, Any] = {"aria-live": "polite"}
    running = [
        plain("progress", id="st-progress", max=100),
        html.Span(id="st-progress-text", className="quiet"),
        button("stop", words.STOP),
    ]
    parts = [
        button("compute", words.COMPUTE, primary=True),
        html.Div(running, id="st-running", className="st-running", hidden=True),
        html.P(id="st-told", className="st-told", role="status", **live),
    ]
    return html.Div(parts, className="st-foot")


def by_hand_card(text: OutcomeText) -> html.Section:
    """Changes by hand: what a click on the map does, and the same from lists."""
    townships, facilities = _townships_by_county(text), _facilities_by_county(text)
    lists = [
        labelled(words.IN_TOWNSHIP, grouped_select("township", words.CHOOSE_TOWNSHIP, townships, "", id="st-township")),
        labelled(text.type_.name, grouped_select("facility", words.CHOOSE_FACILITY, facilities, "", id="st-facility")),
    ]
    applies = [button("apply", label, kind=kind) for kind, label in words.APPLIES.items()]
    group: dict[str, Any] = {"role": "group", "aria-label": words.HAND_TITLE}
    body = [
        html.Div(
            [_mode_button(kind, label) for kind, label in words.MODES.items()], className="segmented st-modes", **group
        ),
        html.P(words.HAND_NOTE, id="st-hint", className="quiet", role="status"),
        html.Details(
            [
                html.Summary(words.WITHOUT_MAP),
                html.Div(lists, className="st-lists"),
                html.Div(applies, className="st-applies"),
            ],
            className="st-prices",
        ),
    ]
    return card([html.H2(words.HAND_TITLE)], [html.Div(body, className="st-pad")])


def _mode_button(kind: str, label: str) -> html.Button:
    named: dict[str, Any] = {"data-act": "mode", "data-kind": kind, "aria-pressed": "false"}
    return html.Button(label, type="button", className="segment", **named)


def _townships_by_county(text: OutcomeText) -> list[Group]:
    """Townships under their counties, by the longitude and latitude of their seats."""
    townships, seats = text.city.geography.townships, text.city.geography.seats
    places = {code: f"{seats[code].x:.5f},{seats[code].y:.5f}" for code in townships.index}
    return [
        (name, {places[code]: str(own) for code, own in townships["name"][townships["county"] == county].items()})
        for county, name in text.mapped_counties.items()
    ]


def _facilities_by_county(text: OutcomeText) -> list[Group]:
    """The open facilities that nothing was done to yet, by code, under their counties."""
    geography, used = text.city.geography, {one.change.code for one in text.outcome.placed}
    groups: dict[str, dict[str, str]] = {county: {} for county in [*text.mapped_counties, ""]}
    for row in text.outcome.before.facilities.itertuples():
        if str(row.code) not in used:
            groups[geography.county_of(str(row.area_code)) or ""][str(row.code)] = str(row.name)
    names = {**text.mapped_counties, "": words.ELSEWHERE}
    return [(names[county], options) for county, options in groups.items() if options]
