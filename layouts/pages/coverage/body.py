"""What stands beside the coverage map, as texts: the shares of groups, all measures, worst served places, the method.

The scripts in assets/js/coverage put it on the page.
"""

from typing import Any

from datasets.analyses.coverage_summary import CoverageSummary
from indicators.definition import Indicator
from indicators.facilities.coverage_measures import format_standard
from layouts.figures.charts.coverage_share import share_figure, share_height
from layouts.figures.specs.build_chart import share_spec
from layouts.pages.coverage.findings import CoverageFindings
from layouts.pages.coverage.page import map_href
from layouts.words.pages import coverage as words
from locales import say, say_all

_WORST = 12  # settlements listed
_DUE_NAMED = 5  # of the places that are due a facility
_DECIMALS = 5  # of a degree
Texts = dict[str, Any]


def coverage_body(summary: CoverageSummary, not_drawn: int) -> Texts:
    """All that stands beside the map; ``not_drawn`` is how many settlements the map leaves out."""
    names, shares, findings = _group_names(summary), share_spec(summary), CoverageFindings(summary)
    return {
        "tiles": _share_tiles(summary),
        "measures": {
            "head": findings.head_measures(),
            "columns": [say("coverage-measure"), say("coverage-city"), *names, words.ratio_of(*names)],
            "rows": [_measure_row(summary, indicator) for indicator in summary.indicators],
        },
        "shares": {
            "head": findings.head_shares(),
            "figure": share_figure(shares).to_plotly_json(),
            "height": share_height(shares),
            "note": say("coverage-share-note", benchmark=names[1]),
        },
        "worst": {
            "heads": findings.head_worst(),
            "columns": [*say_all("coverage-worst-columns-").values()],
            "orders": {
                order: [_worst_row(summary, position) for position in places[:_WORST]]
                for order, places in summary.rank_uncovered_places().items()
            },
        },
        "method": {
            "warnings": words.fault_texts(summary.coverage.faults, not_drawn),
            "facts": _method_facts(summary),
        },
    }


def _group_names(summary: CoverageSummary) -> tuple[str, str]:
    focus, benchmark = (summary.city.region.groups[key].name for key in summary.groups)
    return focus, benchmark


def _ratio_text(summary: CoverageSummary, indicator: Indicator) -> str:
    return words.ratio_text(summary.ratio(indicator.id), indicator.direction)


# --- the shares of the city and its groups ---------------------------------------------------------------------------


def _share_tiles(summary: CoverageSummary) -> list[Texts]:
    city, share, names = summary.city, summary.share_indicator, _group_names(summary)
    everybody = summary.population.sum()
    groups = zip(names, summary.group_averages(share.id), summary.count_outside_by_group(), strict=True)
    gap, assessment = summary.gaps[share.id], summary.assessment(share)
    missing = [city.geography.name(code, summary.coverage.year) for code in gap.missing] if gap else []
    return [
        _share_tile(
            say("coverage-share-in", area=say("coverage-city")),
            words.share_text(summary.value(share.id, city.region.adcode)),
            words.people_within_text(everybody - summary.outside.sum(), everybody),
        ),
        *(
            _share_tile(
                say("coverage-share-in", area=name),
                words.share_text(average),
                words.people_outside_text(count),
            )
            for name, average, count in groups
        ),
        _share_tile(
            words.ratio_of(*names), _ratio_text(summary, share), words.verdict_note(assessment, missing), assessment
        ),
    ]


def _share_tile(label: str, value: str, note: str, tone: str = "") -> Texts:
    return {"label": label, "value": value, "note": note, "tone": tone}


# --- all measures ----------------------------------------------------------------------------------------------------


def _measure_row(summary: CoverageSummary, indicator: Indicator) -> Texts:
    """A measure of the city and of both groups; its name leads to the map of it, with its definition as a hint."""
    measure, coverage = indicator.coverage_measure or "", summary.coverage
    of_city = summary.value(indicator.id, summary.city.region.adcode)
    values = [of_city, *summary.group_averages(indicator.id)]
    return {
        "name": say("coverage-measures", measure=measure, capacity=summary.facility_type.capacity_noun),
        "unit": indicator.unit,
        "href": map_href(summary.dataset, coverage.type_, coverage.year, measure),
        "hint": indicator.definition,
        "values": [words.value_text(value, indicator.decimals) for value in values],
        "ratio": _ratio_text(summary, indicator),
        "assessment": summary.assessment(indicator),
    }


# --- the worst served ------------------------------------------------------------------------------------------------


def _worst_row(summary: CoverageSummary, position: int) -> Texts:
    place = summary.residents.places.iloc[position]
    county = summary.city.region.by_adcode[place["county"]].in_year(summary.coverage.year)
    return {
        "place": [round(place.geometry.x, _DECIMALS), round(place.geometry.y, _DECIMALS)],
        "cells": [
            str(place["name"]),
            county.short_name,
            words.people_text(summary.population[position]),
            words.distance_text(float(summary.coverage.coverage.km[position])),
        ],
    }


# --- the method ------------------------------------------------------------------------------------------------------


def _method_facts(summary: CoverageSummary) -> list[tuple[str, str]]:
    """The standard, how distances were measured, and the sources of residents and facilities."""
    standard, facilities, residents = summary.coverage.standard, summary.coverage.facilities, summary.residents
    within = format_standard(summary.facility_type)
    people = (len(summary.population), float(summary.population.sum()))
    approximate, sources = int(facilities["approximate"].sum()), say("list-parts").join(summary.facility_sources)
    year = summary.coverage.year
    return [
        (
            say("coverage-standard"),
            words.standard_fact(within, standard.source, standard.basis),
        ),
        *_numbers_of_standard(summary, within),
        (
            say("coverage-distance"),
            say("coverage-by-road")
            if summary.detour is None
            else say("coverage-straight-line", detour=f"{summary.detour:g}"),
        ),
        (say("coverage-residents"), words.residents_fact(residents.sources, *people, residents.estimated)),
        (say("coverage-facilities"), words.facilities_fact(year, len(facilities), approximate, sources)),
    ]


def _numbers_of_standard(summary: CoverageSummary, within: str) -> list[tuple[str, str]]:
    """What the standard says beside its distance: people for each unit of capacity, people around a place."""
    type_, standard, rows = summary.facility_type, summary.coverage.standard, []
    if standard.residents_per_capacity is not None:
        now = summary.residents_per_capacity
        text = words.capacity_fact(type_.capacity_noun, type_.capacity_unit, standard.residents_per_capacity, now)
        rows.append((say("coverage-capacity-standard"), text))
    if standard.registered_residents is not None:
        due = summary.list_places_due()
        named = None if due is None else due[:_DUE_NAMED]
        rows.append((say("coverage-due"), words.due_fact(within, standard.registered_residents, named, len(due or ()))))
    return rows
