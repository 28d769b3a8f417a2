"""The part of a county's page that looks beyond the city: places in province and country, and the counties alike."""

from itertools import groupby
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from datasets.analyses.national_context import MeasuredCounty, NationalContext, PlaceOfFigure
from datasets.census.national import LikenessMeasure, Place
from indicators.definition import Direction
from indicators.profile import CityComparison
from layouts.frame.parts import told_headline
from layouts.pages.county.cards import section_card
from layouts.words.common import number
from layouts.words.findings import standings as findings
from layouts.words.pages import county as county_words
from layouts.words.pages.context import county as words
from locales import say


def context_body(
    context: NationalContext | None, measures: dict[str, LikenessMeasure], highest: float
) -> list[Component]:
    """Both cards; none where the censuses lack the county. ``highest`` is the most that a weight may be."""
    return [_places_card(context), _alike_card(context, measures, highest)] if context else []


def count_compared(context: NationalContext) -> dict[CityComparison, int]:
    """How many figures are better than those of the counties alike, and so on."""
    found = [one.against_alike for one in context.places]
    return {verdict: found.count(verdict) for verdict in CityComparison}


def _places_card(context: NationalContext) -> html.Section:
    if not context.places:
        body: list[Component] = [html.P(say("county-context-no-places"), className="quiet")]
        beside = ""
    else:
        by_domain = groupby(context.places, key=lambda one: one.indicator.domain)
        tables = [
            _places_table(context, say("common-domains", domain=domain), list(found)) for domain, found in by_domain
        ]
        body = [
            html.P(say("county-context-places-scope", year=context.year), className="quiet"),
            html.Div(tables, className="places"),
        ]
        beside = words.compared_text(count_compared(context))
    finding, subject = (
        _describe_places(context.places),
        say("findings-places-subject", county=context.county.name, year=context.year),
    )
    head = told_headline(finding, subject) if context.places else say("county-context-places")
    return section_card(head, [beside] if beside else [], body, "places-card")


def _describe_places(places: list[PlaceOfFigure]) -> str:
    judged = {
        one.indicator.name: one.country.percentile
        for one in places
        if one.indicator.direction is not Direction.NEUTRAL and one.country and one.country.percentile is not None
    }
    return findings.describe_places(judged, len(places) - len(judged))


def _places_table(context: NationalContext, domain: str, places: list[PlaceOfFigure]) -> html.Table:
    heads = [domain, *words.place_columns(context.province)]
    return html.Table(
        [html.Thead(html.Tr([html.Th(text) for text in heads])), html.Tbody([_place_row(one) for one in places])],
        className="places-table",
    )


def _place_row(one: PlaceOfFigure) -> html.Tr:
    indicator = one.indicator
    order = say("county-context-orders", direction=indicator.direction)
    unit = html.Small(county_words.unit_text(indicator))
    name: list[Any] = [indicator.name, unit, *([html.Small(order, className="order")] if order else [])]
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(county_words.value_text(indicator, one.value), className="own"),
            html.Td(_place_cell(one.province, indicator.direction)),
            html.Td(_place_cell(one.country, indicator.direction)),
            html.Td([words.mean_text(indicator, one.alike), _comparison_mark(one.against_alike)]),
            html.Td(words.range_text(indicator, one.alike), className="range"),
        ]
    )


def _comparison_mark(compared: CityComparison) -> html.Small:
    return html.Small(say("county-context-marks", comparison=compared), className=f"compared compared-{compared}")


def _place_cell(place: Place | None, direction: Direction) -> list[Any]:
    """The rank, and under it a bar as long as the share of counties that stand behind."""
    text = html.Span(words.place_text(place))
    if place is None or place.percentile is None:
        return [text]
    fill = html.Span(style={"width": f"{place.percentile:.1f}%"})
    return [text, html.Span(fill, className="place-bar", title=words.place_hint(place, direction))]


def _alike_card(context: NationalContext, measures: dict[str, LikenessMeasure], highest: float) -> html.Section:
    subject = say("findings-alike-subject", scope=say("county-context-alike-scope", census_year=context.census_year))
    distances = {one.name: one.distance for one in context.alike}
    head = told_headline(findings.describe_alike(context.county.name, distances) if distances else "", subject)
    method = html.Details(
        [html.Summary(say("county-context-method-title")), html.P(say("county-context-method"))],
        className="likeness-method",
    )
    body = (
        _alike_table(context, measures, highest)
        if context.alike
        else html.P(say("county-context-nothing-alike"), className="quiet")
    )
    source = html.P(say("county-context-source"), className="source")
    return section_card(head, [], [html.Div(body, className="wide"), method, source], "alike-card")


def _alike_table(context: NationalContext, measures: dict[str, LikenessMeasure], highest: float) -> html.Table:
    heads: list[Any] = [
        say("county-context-county"),
        say("county-context-distance"),
        *([one.name, html.Small(one.unit)] for one in measures.values()),
    ]
    weights = html.Tr(
        [
            html.Th(
                [
                    say("county-context-weight"),
                    html.Button(say("county-context-reset"), type="button", className="reset-weights"),
                ],
                scope="row",
            ),
            html.Td(html.Small(say("county-context-weight-hint")), className="weight-hint"),
            *[html.Td(_weight_input(key, one, context.weights[key], highest)) for key, one in measures.items()],
        ],
        className="weights",
    )
    rows = [
        _measured_row(context.county, "—", measures, "own"),
        *(_measured_row(one, number(one.distance, 2), measures) for one in context.alike),
    ]
    head = html.Thead([html.Tr([html.Th(text, scope="col") for text in heads]), weights])
    return html.Table([head, html.Tbody(rows)], className="alike-table")


def _weight_input(key: str, measure: LikenessMeasure, weight: float, highest: float) -> html.Label:
    place = dcc.Input(type="number", name=key, value=f"{weight:g}", min=0, max=highest, step="any", className="weight")
    return html.Label(place, title=say("list-named", name=measure.name, text=say("county-context-weight")))


def _measured_row(
    county: MeasuredCounty, distance: str, measures: dict[str, LikenessMeasure], class_name: str = ""
) -> html.Tr:
    mark = words.mark_text(county.comparability)
    name: list[Any] = [county.name, *([html.Small(mark)] if mark else [])]
    cells = [html.Td(words.measure_text(one, county.measures[key])) for key, one in measures.items()]
    return html.Tr([html.Th(name, scope="row"), html.Td(distance), *cells], className=class_name)
