"""The forms of siting as texts: the search for sites, and changes by hand, on the map or from lists.

A field is what it is called in the address, its label, and its value or its options; assets/js/siting draws it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from datasets.siting.siting_plan import CandidateKind
from geodata.siting.task import Objective
from layouts.words.siting_outcome import OutcomeText
from locales import say

SitingQuery = Mapping[str, str]  # the texts of an address, by the names of the fields
Option = tuple[str, str]  # a value and what it says
OptionGroup = tuple[str, Sequence[Option]]  # a heading and the options below it
Texts = dict[str, Any]


def search_form(text: OutcomeText, query: SitingQuery) -> Texts:
    """What is looked for, filled in from the address; prices of counties are unfolded once one is filled in."""
    region, type_, value = text.city.region, text.type_, query.get
    counties = list(text.county_names.items())
    places: list[OptionGroup] = [
        (say("siting-groups"), [(key, group.name) for key, group in region.groups.items()]),
        (say("siting-counties"), counties),
    ]
    objectives = [(str(each), say("siting-objectives", objective=each)) for each in Objective]
    candidates = [(str(each), say("siting-candidate-names", kind=each)) for each in CandidateKind]
    capacity = say("siting-capacity", noun=type_.capacity_noun, unit=type_.capacity_unit)
    prices = [_number_field(f"price-{code}", name, value(f"price-{code}", "")) for code, name in counties]
    return {
        "fields": [
            _number_field("count", say("siting-count"), value("count", "3")),
            _choice_field("objective", say("siting-objective"), value("objective"), [("", objectives)]),
            _choice_field("where", say("siting-where"), value("where"), places, say("siting-whole-city")),
            _number_field("least", say("siting-least", group=text.focus), value("least", ""), "0"),
            _choice_field("candidates", say("siting-candidates"), value("candidates"), [("", candidates)]),
            _number_field("capacity", capacity, value("capacity", ""), say("siting-capacity-hint")),
            _number_field("budget", say("siting-budget"), value("budget", ""), say("siting-money-hint")),
            _number_field("price", say("siting-price"), value("price", ""), say("siting-money-hint")),
        ],
        "prices": prices,
        "unfolded": any(field["value"] for field in prices),
    }


def by_hand_form(text: OutcomeText) -> Texts:
    """The lists that changes by hand are made from without the map."""
    return {
        "fields": [
            _choice_field(
                "township", say("siting-in-township"), "", _townships_by_county(text), say("siting-choose-township")
            ),
            _choice_field("facility", text.type_.name, "", _facilities_by_county(text), say("siting-choose-facility")),
        ],
    }


def _number_field(name: str, label: str, value: str, hint: str = "") -> Texts:
    return {"name": name, "label": label, "value": value, "hint": hint}


def _choice_field(
    name: str, label: str, value: str | None, groups: Sequence[OptionGroup], nothing: str | None = None
) -> Texts:
    """A choice of one among groups; ``nothing`` is the option of none."""
    return {"name": name, "label": label, "value": value or "", "groups": groups, "nothing": nothing}


def _townships_by_county(text: OutcomeText) -> list[OptionGroup]:
    """Townships under their counties, by the longitude and latitude of their seats."""
    townships, seats = text.city.geography.townships, text.city.geography.seats
    places = {code: f"{seats[code].x:.5f},{seats[code].y:.5f}" for code in townships.index}
    return [
        (name, [(places[code], str(own)) for code, own in townships["name"][townships["county"] == county].items()])
        for county, name in text.mapped_counties.items()
    ]


def _facilities_by_county(text: OutcomeText) -> list[OptionGroup]:
    """The open facilities that nothing was done to yet, by code, under their counties."""
    geography, used = text.city.geography, {one.change.code for one in text.outcome.placed}
    groups: dict[str, list[Option]] = {county: [] for county in [*text.mapped_counties, ""]}
    for row in text.outcome.before.facilities.itertuples():
        if str(row.code) not in used:
            groups[geography.county_of(str(row.area_code)) or ""].append((str(row.code), str(row.name)))
    names = {**text.mapped_counties, "": say("siting-elsewhere")}
    return [(names[county], options) for county, options in groups.items() if options]
