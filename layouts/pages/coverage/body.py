"""The panel beside the coverage map: shares of the groups, all measures, the worst served places, the method."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from dash import dcc, html
from dash.development.base_component import Component

from datasets.analyses.coverage_summary import CoverageSummary
from indicators.definition import Indicator
from indicators.facilities.coverage_measures import format_standard
from layouts.figures.charts.coverage_share import ShareGroup, ShareRow, share_figure, share_height
from layouts.figures.theme import GRAPH_CONFIG
from layouts.frame.parts import card, facts
from layouts.pages.coverage.page import map_href
from layouts.words.pages import coverage as words

_WORST = 12  # settlements listed
_DUE_NAMED = 5  # of the places that are due a facility
_DECIMALS = 5  # of a degree


def coverage_body(summary: CoverageSummary, not_drawn: int) -> list[Component]:
    """All that stands beside the map; ``not_drawn`` is how many settlements the map leaves out."""
    names = _group_names(summary)
    return [
        html.Div(_share_tiles(summary), className="cv-tiles"),
        html.Div(
            [
                card([html.H2(words.measures_title(*names))], [_measure_table(summary)], "cv-measures-card"),
                card([html.H2(words.SHARE_TITLE)], _share_chart(summary), "cv-shares-card"),
                card([html.H2(words.WORST_TITLE), _order_buttons()], _worst_tables(summary), "cv-worst-card"),
                card([html.H2(words.METHOD_TITLE)], [_method_text(summary, not_drawn)], "cv-method-card"),
            ],
            className="cv-grid",
        ),
    ]


def _group_names(summary: CoverageSummary) -> tuple[str, str]:
    focus, benchmark = (summary.city.region.groups[key].name for key in summary.groups)
    return focus, benchmark


def _ratio_text(summary: CoverageSummary, indicator: Indicator) -> str:
    return words.ratio_text(summary.ratio(indicator.id), indicator.direction)


# --- the shares of the city and its groups ---------------------------------------------------------------------------


def _share_tiles(summary: CoverageSummary) -> list[html.Div]:
    city, share, names = summary.city, summary.share_indicator, _group_names(summary)
    everybody = summary.population.sum()
    groups = zip(names, summary.group_averages(share.id), summary.count_outside_by_group(), strict=True)
    gap, assessment = summary.gaps[share.id], summary.assessment(share)
    missing = [city.geography.name(code, summary.coverage.year) for code in gap.missing] if gap else []
    return [
        _share_tile(
            words.measure_of_area(words.CITY, words.SHARE),
            words.share_text(summary.value(share.id, city.region.adcode)),
            words.people_within_text(everybody - summary.outside.sum(), everybody),
        ),
        *(
            _share_tile(
                words.measure_of_area(name, words.SHARE), words.share_text(average), words.people_outside_text(count)
            )
            for name, average, count in groups
        ),
        _share_tile(
            words.ratio_of(*names), _ratio_text(summary, share), words.verdict_note(assessment, missing), assessment
        ),
    ]


def _share_tile(label: str, value: str, note: str, tone: str = "") -> html.Div:
    return html.Div(
        [
            html.Span(label, className="cv-tile-label"),
            html.Strong(value),
            html.Span(note, className="cv-tile-note"),
        ],
        className=f"cv-tile cv-tile-{tone}" if tone else "cv-tile",
    )


# --- all measures ----------------------------------------------------------------------------------------------------


def _measure_table(summary: CoverageSummary) -> html.Div:
    names = _group_names(summary)
    columns = [words.MEASURE, words.CITY, *names, words.ratio_of(*names)]
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    rows = [_measure_row(summary, indicator) for indicator in summary.indicators]
    return html.Div(html.Table([head, html.Tbody(rows)], className="cv-table"), className="scroll")


def _measure_row(summary: CoverageSummary, indicator: Indicator) -> html.Tr:
    """A measure of the city and of both groups; its name leads to the map of it, with its definition as a hint."""
    measure, coverage = indicator.coverage_measure or "", summary.coverage
    name = words.MEASURES[measure].format(capacity=summary.facility_type.capacity_noun)
    link = dcc.Link(
        name, href=map_href(summary.dataset, coverage.type_, coverage.year, measure), title=indicator.definition
    )
    of_city = summary.value(indicator.id, summary.city.region.adcode)
    values = [of_city, *summary.group_averages(indicator.id)]
    return html.Tr(
        [
            html.Th([link, html.Small(indicator.unit)], scope="row"),
            *[html.Td(words.value_text(value, indicator.decimals)) for value in values],
            html.Td(_ratio_text(summary, indicator), className=f"gp-{summary.assessment(indicator)}"),
        ]
    )


# --- the counties ----------------------------------------------------------------------------------------------------


def _share_chart(summary: CoverageSummary) -> list[Component]:
    groups = _share_groups(summary)
    chart = dcc.Graph(figure=share_figure(groups, summary.equality_line), config=GRAPH_CONFIG, className="cv-shares")
    box = html.Div(chart, className="cv-shares-box", style={"minHeight": f"{share_height(groups)}px"})
    return [html.Div(box, className="scroll"), html.P(words.share_note(groups[1].name), className="source")]


def _share_groups(summary: CoverageSummary) -> list[ShareGroup]:
    """The counties by group, the measured group on top, in each the worst first."""
    region, averages = summary.city.region, summary.group_averages(summary.share_indicator.id)
    outside, groups = summary.count_outside_by_county(), []
    for key, average in zip(summary.groups, averages, strict=True):
        rows = [_share_row(summary, code, outside.get(code)) for code in region.members(key)]
        rows.sort(key=lambda row: (row.share is None, row.share or 0))
        groups.append(ShareGroup(region.groups[key].name, region.groups[key].colour, average, tuple(rows)))
    return groups


def _share_row(summary: CoverageSummary, code: str, outside: float | None) -> ShareRow:
    county = summary.city.region.by_adcode[code].in_year(summary.coverage.year)
    share = summary.value(summary.share_indicator.id, code)
    return ShareRow(code, county.short_name, share, words.county_note(county.name, share, outside))


# --- the worst served ------------------------------------------------------------------------------------------------


def _order_buttons() -> html.Div:
    first = next(iter(words.WORST_ORDERS))
    buttons = [
        html.Button(
            text,
            type="button",
            className="segment segment-on" if order == first else "segment",
            **{"data-order": order, "aria-pressed": "true" if order == first else "false"},  # type: ignore[arg-type]
        )
        for order, text in words.WORST_ORDERS.items()
    ]
    return html.Div(buttons, className="segmented cv-orders")


def _worst_tables(summary: CoverageSummary) -> list[Component]:
    """The first places of each order, of which the browser shows one."""
    uncovered: Mapping[str, np.ndarray] = summary.rank_uncovered_places()
    if not any(len(order) for order in uncovered.values()):
        return [html.P(words.WORST_NONE, className="cv-none")]
    lists = []
    for number, (order, places) in enumerate(uncovered.items()):
        head = html.Thead(html.Tr([html.Th(column, scope="col") for column in words.WORST_COLUMNS]))
        rows = html.Tbody([_worst_row(summary, position) for position in places[:_WORST]])
        attributes: dict[str, Any] = {"data-list": order} | ({"hidden": True} if number else {})
        lists.append(html.Div(html.Table([head, rows], className="cv-table"), **attributes))
    return [html.Div(lists, className="scroll"), html.P(words.WORST_HINT, className="source")]


def _worst_row(summary: CoverageSummary, position: int) -> html.Tr:
    place = summary.residents.places.iloc[position]
    county = summary.city.region.by_adcode[place["county"]].in_year(summary.coverage.year)
    degrees = round(place.geometry.x, _DECIMALS), round(place.geometry.y, _DECIMALS)
    attributes: dict[str, Any] = dict(zip(("data-lon", "data-lat"), degrees, strict=True)) | {"tabIndex": "0"}
    cells = [
        html.Th(str(place["name"]), scope="row"),
        html.Td(county.short_name),
        html.Td(words.people_text(summary.population[position])),
        html.Td(words.distance_text(float(summary.coverage.coverage.km[position]))),
    ]
    return html.Tr(cells, **attributes)


# --- the method ------------------------------------------------------------------------------------------------------


def _method_text(summary: CoverageSummary, not_drawn: int) -> html.Div:
    texts = words.fault_texts(summary.coverage.faults, not_drawn)
    warnings = [html.P(text, className="cv-warning") for text in texts]
    return html.Div([*warnings, facts(_method_facts(summary))], className="scroll cv-method")


def _method_facts(summary: CoverageSummary) -> list[tuple[str, str]]:
    """The standard, how distances were measured, and the sources of residents and facilities."""
    standard, facilities, residents = summary.coverage.standard, summary.coverage.facilities, summary.residents
    within = format_standard(summary.facility_type)
    people = (len(summary.population), float(summary.population.sum()))
    approximate, sources = int(facilities["approximate"].sum()), "；".join(summary.facility_sources)
    year = summary.coverage.year
    return [
        (words.STANDARD, words.standard_fact(within, standard.source, words.BASES[standard.basis])),
        *_numbers_of_standard(summary, within),
        (words.DISTANCE, words.road_fact() if summary.detour is None else words.straight_line_fact(summary.detour)),
        (words.RESIDENTS, words.residents_fact(residents.sources, *people, residents.estimated)),
        (words.FACILITIES, words.facilities_fact(year, len(facilities), approximate, sources)),
    ]


def _numbers_of_standard(summary: CoverageSummary, within: str) -> list[tuple[str, str]]:
    """What the standard says beside its distance: people for each unit of capacity, people around a place."""
    type_, standard, rows = summary.facility_type, summary.coverage.standard, []
    if standard.residents_per_capacity is not None:
        now = summary.residents_per_capacity
        text = words.capacity_fact(type_.capacity_noun, type_.capacity_unit, standard.residents_per_capacity, now)
        rows.append((words.CAPACITY_STANDARD, text))
    if standard.registered_residents is not None:
        due = summary.list_places_due()
        named = None if due is None else due[:_DUE_NAMED]
        rows.append((words.DUE, words.due_fact(within, standard.registered_residents, named, len(due or ()))))
    return rows
