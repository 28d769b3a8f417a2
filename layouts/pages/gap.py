"""The gap page: all indicators of a year against the 80 % line, and one indicator in detail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from indicators.gaps.gap_path import Assessment
from indicators.gaps.gaps import Averaging
from indicators.gaps.inequality import InequalityMeasure
from layouts.frame.parts import card, data_grid, drawing, facts, field, headline, scrolled, segmented, year_slider
from layouts.ids import GapPage
from layouts.page_paths import PagePath
from layouts.words.common import averaging_names
from locales import say

_WIDTHS = {
    "name": 164,
    "verdict": 96,
    "badge": 104,
    Averaging.SIMPLE: 72,
    Averaging.WEIGHTED: 82,
    Averaging.POOLED: 82,
    "focus": 98,
    "benchmark": 98,
    "direction": 124,
    "kind": 66,
    "source": 260,
    "note": 260,
}
_MOST_ROWS = 30  # of a table that stands whole: a longer one is scrolled in its place
_OF_READINGS = ("badge", Averaging.SIMPLE, Averaging.WEIGHTED)  # columns on the readings of "average"
_NUMBERS = ("focus", "benchmark", *Averaging)


@dataclass(frozen=True)
class GapTable:
    """A table ready to print: headings, and rows of as many texts.

    Columns from ``numbers`` on are set to the right, but for the last ``words``.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: int = 1
    words: int = 0


def page(gap_name: str, focus: str, benchmark: str, as_whole: bool = False) -> html.Div:
    """The page before anything is chosen; ``gap_name`` and the two groups' names come from the region.

    ``as_whole`` says that the region is compared as a whole, by one ratio.
    """
    return html.Div(
        [
            _control_bar(gap_name),
            html.Div(id=GapPage.NOTICE, className="notice", role="status"),
            _overview_card(focus, benchmark, as_whole),
            _indicator_card(),
            html.Div([_path_card(), _reference_card()], className="gp-pair"),
            html.Div(id=GapPage.REFERENCES, className="gp-context"),
            html.Div(id=GapPage.ALIKE, className="gp-context"),
            _needs_card(),
            _inequality_card(),
            html.Div([dcc.Store(id=id_) for id_ in (GapPage.ADDRESS, GapPage.CHOICE, GapPage.SHOWN)], hidden=True),
        ],
        id=GapPage.PAGE,
        className="page gap-page",
        hidden=True,
    )


def _control_bar(gap_name: str) -> html.Div:
    return html.Div(
        [
            html.H2(gap_name, className="gp-name"),
            field(say("gap-domain"), dbc.Select(id=GapPage.DOMAIN, size="sm"), "gp-domain"),
            field(say("gap-indicator"), dbc.Select(id=GapPage.INDICATOR, size="sm"), "gp-choice"),
            html.Div(year_slider(GapPage.YEAR, say("gap-year")), className="gp-years"),
        ],
        className="gp-controls",
    )


def _overview_card(focus: str, benchmark: str, as_whole: bool) -> html.Section:
    head = [
        headline(GapPage.OVERVIEW_FINDING, GapPage.OVERVIEW_TITLE),
        html.Div(id=GapPage.OVERVIEW_COUNTS, className="gp-counts"),
    ]
    body = [
        html.Div(
            [
                html.Div(
                    drawing(GapPage.OVERVIEW, "gp-overview-chart"),
                    className="gp-scroll",
                    **scrolled(say("gap-overview")),
                ),
                _overview_table(focus, benchmark, as_whole),
            ],
            className="gp-overview-body",
        ),
        html.P(
            [
                html.Span(
                    say("gap-whole-overview-note") if as_whole else say("gap-overview-note"),
                    className="gp-reading-hint",
                ),
                say("list-sentences"),
                html.Span(id=GapPage.LEFT_OUT),
            ],
            className="source",
        ),
    ]
    return card(head, body, "gp-overview-card")


def _overview_table(focus: str, benchmark: str, as_whole: bool) -> html.Div:
    names = {key: say("gap-columns", column=key) for key in _WIDTHS} | averaging_names()
    names |= {"focus": focus, "benchmark": benchmark}
    if as_whole:
        names = {key: name for key, name in names.items() if key not in _OF_READINGS} | {
            Averaging.POOLED: say("gap-ratio")
        }
    columns = [
        {"field": key, "headerName": label, "width": _WIDTHS[key]}
        | ({"type": "rightAligned"} if key in _NUMBERS else {})
        | ({"pinned": "left"} if key == "name" else {})
        | (
            {"headerTooltip": say("common-averaging-meanings", averaging=Averaging(key))}
            if key in set(Averaging)
            else {}
        )
        | ({"cellClassRules": _VERDICT_CLASSES} if key in ("verdict", "badge") else {})
        for key, label in names.items()
    ]
    defaults, options = (
        {"tooltipField": "source", "sortable": False, "wrapHeaderText": True, "autoHeaderHeight": True},
        {"rowHeight": 28, "suppressNoRowsOverlay": True},
    )
    row_classes = {"row-selected": "params.data.selected"}
    return data_grid(GapPage.TABLE, columns, "id", defaults, options, "gp-table", rowClassRules=row_classes)


_VERDICT_CLASSES = {f"gp-{verdict}": f"params.data.tone == '{verdict}'" for verdict in Assessment}


def _indicator_card() -> html.Section:
    link = html.A(
        say("gap-open-map"),
        id=GapPage.INDICATOR_LINK,
        href=PagePath.ATLAS,
        className="btn btn-outline-secondary btn-sm",
    )
    head = [html.H2(className="page-subject", id=GapPage.INDICATOR_TITLE), html.Div(link, className="card-actions")]
    return card(head, [html.Div(id=GapPage.INDICATOR_BODY, className="gp-body")], "gp-indicator-card")


def _path_card() -> html.Section:
    body = _chart_and_text(GapPage.PATH_BOX, GapPage.PATH, GapPage.PATH_TEXT, say("gap-path-title"))
    return card([headline(GapPage.PATH_FINDING, GapPage.PATH_TITLE)], body, "gp-path-card")


def _reference_card() -> html.Section:
    body = _chart_and_text(GapPage.REFERENCE_BOX, GapPage.REFERENCE, GapPage.REFERENCE_TEXT, say("gap-reference"))
    return card([headline(GapPage.REFERENCE_FINDING, GapPage.REFERENCE_TITLE)], body, "gp-reference-card")


def _chart_and_text(box: str, chart: str, text: str, label: str) -> list[Component]:
    """A chart in a box of its height, which is hidden while there is nothing to draw; below it a text, ``label``."""
    place = html.Div(drawing(chart, "plot"), id=box, className="gp-chart", hidden=True)
    return [place, html.Div(id=text, className="gp-text", **scrolled(label))]


def _needs_card() -> html.Section:
    goals = segmented(GapPage.GOAL, [], None)
    head = [
        headline(GapPage.NEEDS_FINDING, GapPage.NEEDS_TITLE),
        html.Div([html.Span(say("gap-goal")), goals], className="gp-goal"),
    ]
    body = _chart_and_text(GapPage.NEEDS_BOX, GapPage.NEEDS, GapPage.NEEDS_TEXT, say("gap-needs"))
    return card(head, [html.Div(body, className="gp-needs-body")], "gp-needs-card")


def _inequality_card() -> html.Section:
    body = [
        html.Div(id=GapPage.INEQUALITY, className="gp-body"),
        html.P(say("gap-inequality-note"), className="source"),
    ]
    return card([html.H2(say("gap-inequality-title"))], body, "gp-inequality-card")


def assessment_chips(counts: list[tuple[Assessment, str]]) -> list[html.Span]:
    """One chip for each assessment, with its number of indicators."""
    return [html.Span(text, className=f"gp-chip gp-{verdict}") for verdict, text in counts]


def indicator_body(
    verdict: tuple[Assessment, str],
    readings: GapTable,
    explanations: list[tuple[str, str]],
    counties: GapTable,
    note: str,
    compared: GapTable | None = None,
) -> list[Component]:
    """The chosen indicator: its assessment, its averages, what it means, and every county's value on demand.

    ``compared`` are the counties against wider areas, where there are no groups.
    """
    return [
        html.Div(
            [
                html.P(verdict[1], className=f"gp-verdict gp-{verdict[0]}"),
                print_table(readings),
                html.P(note, className="gp-quiet"),
                *([print_table(compared)] if compared else []),
            ],
            className="gp-readings",
        ),
        html.Div(
            [facts(explanations), html.Details([html.Summary(say("gap-county-values")), print_table(counties)])],
            className="gp-facts",
        ),
    ]


def path_text(crossings: list[tuple[str, str]], warnings: list[str], unknown: str) -> list[Component]:
    """When each average crosses the 80 % line, warnings of rises that are no progress, and years without a ratio."""
    return [
        *[html.P(warning, className="gp-warning") for warning in warnings],
        *([facts(crossings), html.P(say("gap-crossing-assumption"), className="gp-quiet")] if crossings else []),
        *([html.P(unknown, className="gp-quiet")] if unknown else []),
    ]


def paragraphs(texts: list[str]) -> list[html.P]:
    """One paragraph for each text; empty texts are left out."""
    return [html.P(text) for text in texts if text]


def needs_body(texts: list[str], counties: GapTable | None, assumptions: list[str]) -> list[Component]:
    """What is needed to reach the goal: in words, county by county, and under which assumptions."""
    return [
        *paragraphs(texts),
        *([print_table(counties)] if counties else []),
        *[html.P(text, className="gp-quiet") for text in assumptions],
    ]


def context_card(title: str, texts: list[str], table: GapTable | None, notes: list[str]) -> list[Component]:
    """A card that the browser paints wholly: what the table says in words, the table, what has to be known of it."""
    body = [
        *[html.P(text, className="gp-finding") for text in texts],
        *([print_table(table)] if table else []),
        *[html.P(note, className="gp-quiet") for note in notes if note],
    ]
    return [card([html.H2(title)], [html.Div(body, className="gp-body", **scrolled(title))])]


def inequality_table(
    years: list[str], measures: list[tuple[InequalityMeasure, list[str]]], groups: dict[str, str]
) -> Component:
    """Measures by year; a measure's name opens its definition and formula, in which ``groups`` name the groups."""
    rows = []
    for measure, values in measures:
        name = html.Details(
            [
                html.Summary(say("inequality-measures", measure=measure)),
                html.P(say("inequality-meanings", measure=measure, **groups)),
                html.Code(say("inequality-formulas", measure=measure, **groups)),
            ]
        )
        rows.append(html.Tr([html.Th(name, scope="row"), *[html.Td(value, className="is-number") for value in values]]))
    head = [
        html.Th(say("gap-measure"), scope="col"),
        *[html.Th(year, scope="col", className="is-number") for year in years],
    ]
    return html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="gp-print-table")


def print_table(content: GapTable) -> Component:
    """A table of texts, numbers set to the right."""

    def align_number(at: int) -> dict[str, Any]:
        return {"className": "is-number"} if content.numbers <= at < len(content.columns) - content.words else {}

    head = html.Tr([html.Th(text, scope="col", **align_number(at)) for at, text in enumerate(content.columns)])
    body = [html.Tr([html.Td(text, **align_number(at)) for at, text in enumerate(row)]) for row in content.rows]
    table = html.Table([html.Thead(head), html.Tbody(body)], className="gp-print-table")
    return html.Div(table, className="gp-long") if len(body) > _MOST_ROWS else table
