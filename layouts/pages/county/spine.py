"""The place of a county among the others, indicator by indicator: a table with a chart beside it."""

from typing import Any

import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from indicators.definition import Direction, Domain
from indicators.findings.standings import find_standing
from indicators.profile import CityComparison, CountyComparison, CountyProfile
from layouts.figures import theme
from layouts.figures.charts.spine import ROW_HEIGHT, SPINE_WIDTH, spine_figure
from layouts.figures.specs.build_chart import spine_spec
from layouts.frame.parts import told_headline
from layouts.ids import CountyPage
from layouts.pages.county.cards import map_link, section_card
from layouts.words.findings import standings as findings
from layouts.words.pages import county as words
from locales import say


def build_spine_card(profile: CountyProfile) -> html.Section:
    """The card under what it says."""
    compared = [one for found in profile.comparisons.values() for one in found]
    subject = say("findings-positions-subject", county=profile.name, year=profile.year)
    head = told_headline(findings.describe_standing(find_standing(compared)), subject)
    return section_card(head, [], _spine_body(profile), "spine-card")


def spine_figures(profile: CountyProfile) -> dict[str, go.Figure]:
    """The charts of a profile by the ids of their places in it."""
    spec = spine_spec(profile)
    return {_spine_id(domain): spine_figure(spec, domain) for domain in spec.domains}


def _spine_id(domain: Domain) -> str:
    return f"{CountyPage.PROFILE}-{domain}"


# --- the place among the counties ------------------------------------------------------------------------------------


def _spine_body(profile: CountyProfile) -> list[Component]:
    if not profile.comparisons:
        return [html.P(say("county-no-comparisons"), className="quiet")]
    domains = [_spine_domain(profile, domain, standings) for domain, standings in profile.comparisons.items()]
    return [_spine_key(profile), html.Div(domains, className="spine")]


def _spine_key(profile: CountyProfile) -> html.Div:
    bars = zip(theme.SPINE_FILLS, (say("county-whole"), say("county-middle")), strict=True)
    marks = zip("│◇+", words.mark_key(profile.benchmark, profile.reference), strict=False)
    return html.Div(
        [
            *[
                html.Span(
                    [
                        _colour_swatch(theme.COMPARISON_COLOURS[each], "dot"),
                        say("county-city-comparisons", comparison=each),
                    ]
                )
                for each in CityComparison
            ],
            *[html.Span([_colour_swatch(colour, "bar-swatch"), text]) for colour, text in bars],
            *[html.Span([html.Span(mark, className="spine-mark"), text]) for mark, text in marks],
            html.P([say("county-spine-hint"), html.Br(), say("county-similar-hint")]),
        ],
        className="spine-key",
    )


def _colour_swatch(colour: str, class_name: str) -> html.Span:
    return html.Span(className=class_name, style={"background": colour})


def _spine_domain(profile: CountyProfile, domain: Domain, standings: list[CountyComparison]) -> html.Div:
    head = html.Thead(
        html.Tr([html.Th(text) for text in (say("common-domains", domain=domain), *words.spine_columns())])
    )
    rows = html.Tbody([_spine_row(profile, standing) for standing in standings])
    size = {"width": f"{SPINE_WIDTH}px", "height": f"{ROW_HEIGHT * len(standings)}px"}
    chart = html.Div(id=_spine_id(domain), className="spine-chart", style=size)
    return html.Div([html.Table([head, rows], className="spine-table"), chart], className="spine-domain")


def _spine_row(profile: CountyProfile, standing: CountyComparison) -> html.Tr:
    indicator = standing.indicator
    name: list[Any] = [map_link(profile, indicator.id, indicator.name)]
    if indicator.direction is Direction.LOWER:
        name.append(html.Span(say("county-reversed"), className="reversed", title=say("county-reversed-hint")))
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(
                words.value_text(indicator, standing.value),
                className=f"verdict-{standing.against_city}" if standing.value is not None else "missing",
                title=words.comparison_hint(standing),
            ),
            html.Td(words.value_text(indicator, standing.city), className="missing" if standing.city is None else ""),
            html.Td(indicator.unit, className="unit"),
        ]
    )
