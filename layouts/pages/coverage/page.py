"""The frame of the page of coverage (设施布局): controls, the map with its legend, and places for its two parts.

The map is one plotly figure that assets/js/coverage.js draws; all else is painted as the server sends it. Under the
map stand 覆盖情况 (``CoveragePage.BODY``) and 选址 (``CoveragePage.SITING``).
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from datasets.queries.coverage_query import CoverageChoice
from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id
from layouts.frame.controls import Group, labelled, plain
from layouts.ids import CoveragePage
from layouts.pages.atlas import zoom_buttons
from layouts.words.pages import coverage as words

PATH = "/service"


def map_href(dataset: str, type_: str, year: int, measure: str) -> str:
    """The address of the atlas with a measure of a type of facility."""
    return f"/?{urlencode({'dataset': dataset, 'indicator': indicator_id(type_, measure), 'year': year})}"


def page(figure: dict[str, Any]) -> html.Div:
    """The page before anything is asked for; ``figure`` is the empty map as JSON."""
    live: dict[str, Any] = {"aria-live": "polite"}
    return html.Div(
        [
            dcc.Store(id=CoveragePage.WORDS, data=words.FOR_BROWSER),
            dcc.Store(id=CoveragePage.FIGURE, data=figure),
            dcc.Store(id=CoveragePage.SHOWN),
            html.Nav(id=CoveragePage.CONTROLS, className="cv-controls"),
            html.Div(id=CoveragePage.MESSAGE, className="cv-message", role="status", **live),
            html.Main(
                [
                    _map_card(),
                    html.Aside(id=CoveragePage.BODY, className="cv-side"),
                    html.Aside(id=CoveragePage.SITING, className="cv-side", hidden=True),
                ],
                className="cv-stage",
            ),
        ],
        id=CoveragePage.PAGE,
        className="page coverage",
        hidden=True,
    )


def _map_card() -> html.Section:
    return html.Section(
        [
            html.Header(id=CoveragePage.TITLE, className="card-head"),
            html.Div(
                [
                    html.Div(id=CoveragePage.MAP, className="map cv-map"),
                    zoom_buttons(),
                    html.Div(id=CoveragePage.LEGEND, className="legend"),
                    html.Div(id=CoveragePage.SCALE, className="cv-scale"),
                    html.Div(id=CoveragePage.BLOCKED, className="cv-blocked", hidden=True),
                ],
                className="map-box",
            ),
            html.P(id=CoveragePage.SOURCE, className="source"),
        ],
        className="panel cv-map-card",
    )


# --- what the server sends -------------------------------------------------------------------------------------------


def controls(types: Sequence[Group], years: Sequence[int], choice: CoverageChoice) -> list[Any]:
    """The row of controls: types of facility by domain, years, the parts of the page, and a link to the same map.

    The browser marks the part that is open.
    """
    groups = [
        html.Optgroup([_select_option(key, text, choice.type_) for key, text in options.items()], label=domain)
        for domain, options in types
    ]
    year_options = [_select_option(str(year), str(year), str(choice.year)) for year in years]
    group: dict[str, Any] = {"role": "group", "aria-label": words.MODE}
    return [
        html.H2(words.TITLE),
        labelled(words.TYPE, _plain_select("type", groups), class_name="cv-type"),
        labelled(words.YEAR, _plain_select("year", year_options), class_name="cv-year"),
        html.Div(
            [
                html.Button(text, type="button", className="segment", **{"data-mode": mode})  # type: ignore[arg-type]
                for mode, text in words.MODES.items()
            ],
            className="segmented cv-modes",
            **group,
        ),
        dcc.Link(
            words.OPEN_MAP,
            href=map_href(choice.dataset, choice.type_, choice.year, SHARE_WITHIN),
            title=words.OPEN_MAP_HINT,
            className="btn btn-outline-secondary btn-sm",
        ),
    ]


def _plain_select(name: str, options: list[Any]) -> Any:
    return plain("select", options, id=f"cv-{name}", name=name, className="form-select form-select-sm")


def _select_option(key: str, text: str, chosen: str) -> Any:
    return plain("option", text, value=key, selected=key == chosen or None)


def title(text: str, marks: Sequence[str]) -> list[Component]:
    """The heading of the map, with what its figures are marked as."""
    return [html.H2(text, className="map-title"), *[html.Span(mark, className="cv-mark") for mark in marks]]


def legend(facility: str, within: str, outline: str, notes: Sequence[str]) -> list[Component]:
    """What the marks on the map are; the browser copies the marks themselves, and leaves out what is not there."""
    marks = [("facilities", facility), ("covered", words.COVERED), ("uncovered", words.UNCOVERED)]
    return [
        *[
            html.Div(
                [html.Span(className="cv-sample", **{"data-trace": trace}), html.Span(text)],  # type: ignore[arg-type]
                className="legend-entry",
            )
            for trace, text in marks
        ],
        html.Div([html.Span(className="cv-catchment"), html.Span(within)], className="legend-entry"),
        html.Div([html.Span(className="cv-outline"), html.Span(outline)], className="legend-entry"),
        *[html.Div(note, className="cv-legend-note") for note in notes],
    ]
