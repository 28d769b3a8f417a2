"""The page of facilities (设施布局): its frame, and the tree that stands beside the map.

The map is one plotly figure that assets/js/service.js draws; all else is painted as the server sends it. The page has
two parts under one map: 覆盖情况, made here, and 选址, which stands in ``ServicePage.SITING``.
"""

from typing import Any

from dash import dcc, html

from layouts.ids import ServicePage
from layouts.words import service_page as words

PATH = "/service"


def page(figure: dict[str, Any]) -> html.Div:
    """The page before anything is asked for; ``figure`` is the empty map as JSON."""
    live: dict[str, Any] = {"aria-live": "polite"}
    return html.Div(
        [
            dcc.Store(id=ServicePage.WORDS, data=words.FOR_BROWSER),
            dcc.Store(id=ServicePage.FIGURE, data=figure),
            dcc.Store(id=ServicePage.SHOWN),
            html.Nav(id=ServicePage.CONTROLS, className="sv-controls"),
            html.Div(id=ServicePage.MESSAGE, className="sv-message", role="status", **live),
            html.Main(
                [
                    _map_card(),
                    html.Aside(id=ServicePage.COVERAGE, className="sv-side"),
                    html.Aside(id=ServicePage.SITING, className="sv-side", hidden=True),
                ],
                className="sv-stage",
            ),
        ],
        id=ServicePage.PAGE,
        className="page service",
        hidden=True,
    )


def _map_card() -> html.Section:
    zooms = [("in", "+", words.ZOOM_IN), ("out", "−", words.ZOOM_OUT), ("reset", words.ZOOM_RESET, words.ZOOM_RESET)]
    buttons = [
        html.Button(sign, type="button", className="sv-zoom-button", title=hint, **{"data-zoom": step})  # type: ignore[arg-type]
        for step, sign, hint in zooms
    ]
    return html.Section(
        [
            html.Header(id=ServicePage.TITLE, className="card-head"),
            html.Div(
                [
                    html.Div(id=ServicePage.MAP, className="map sv-map"),
                    html.Div(buttons, className="sv-zoom"),
                    html.Div(id=ServicePage.LEGEND, className="legend"),
                    html.Div(id=ServicePage.SCALE, className="sv-scale"),
                    html.Div(id=ServicePage.BLOCKED, className="sv-blocked", hidden=True),
                ],
                className="map-box",
            ),
            html.P(id=ServicePage.SOURCE, className="source"),
        ],
        className="panel sv-map-card",
    )
