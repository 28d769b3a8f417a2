"""The frame of the page of coverage (设施布局): controls, the map with its legend, and its two sides.

Beside the map stand 覆盖情况 (``CoveragePage.BODY``) and 选址 (``CoveragePage.SITING``). The scripts in
assets/js/coverage fill it from the answers of callbacks/coverage.
"""

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html

from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id
from layouts.frame.parts import card, drawing, headline, scrolled, segmented
from layouts.page_paths import PagePath
from layouts.pages.map_cards import zoom_buttons
from layouts.service_ids import CoveragePage, Siting
from layouts.words.pages import coverage as words
from layouts.words.pages import siting as siting_words
from locales import say, say_all

PATH = PagePath.COVERAGE
_LOOK_EVERY = 300  # milliseconds between two looks at a search for sites


def map_href(dataset: str, type_: str, year: int, measure: str = SHARE_WITHIN) -> str:
    """The address of the atlas with a measure of a type of facility."""
    return (
        f"{PagePath.ATLAS}?{urlencode({'dataset': dataset, 'indicator': indicator_id(type_, measure), 'year': year})}"
    )


def page(figure: dict[str, Any]) -> html.Div:
    """The page before anything is asked for; ``figure`` is the empty map as JSON."""
    live: dict[str, Any] = {"aria-live": "polite"}
    return html.Div(
        [
            *_stores(figure),
            dcc.Interval(id=Siting.TIMER, interval=_LOOK_EVERY, disabled=True),
            _controls(),
            html.Div(id=CoveragePage.MESSAGE, className="cv-message", role="status", **live),
            html.Div(
                [
                    _map_card(),
                    html.Aside(_coverage_side(), id=CoveragePage.BODY, className="cv-side"),
                    html.Aside(id=CoveragePage.SITING, className="cv-side", hidden=True),
                ],
                className="cv-stage",
            ),
        ],
        id=CoveragePage.PAGE,
        className="page coverage",
        hidden=True,
    )


def _stores(figure: dict[str, Any]) -> list[dcc.Store]:
    """What the browser paints with, what it asks the server for, and what comes back."""
    filled: dict[str, Any] = {
        CoveragePage.WORDS: words.for_browser(),
        CoveragePage.FIGURE: figure,
        Siting.WORDS: siting_words.for_browser(),
    }
    own = [CoveragePage.ASKED, CoveragePage.WAITING, CoveragePage.ANSWER]
    empty = own + [store for store in Siting if store not in (Siting.WORDS, Siting.TIMER)]
    return [*(dcc.Store(id=id_, data=data) for id_, data in filled.items()), *(dcc.Store(id=id_) for id_ in empty)]


def _controls() -> html.Nav:
    """The lists of types and years, which the browser fills, the parts of the page, and a link to the same map."""
    modes = [{"label": text, "value": mode} for mode, text in say_all("coverage-modes-").items()]
    parts = [
        html.H2(say("coverage-title")),
        html.Div(id=CoveragePage.CHOICE, className="cv-choice"),
        html.Div(segmented(CoveragePage.MODE, modes, modes[0]["value"]), className="cv-modes"),
        dcc.Link(
            say("coverage-open-map"),
            id=CoveragePage.MAP_LINK,
            href=PagePath.ATLAS,
            title=say("coverage-open-map-hint"),
            className="btn btn-outline-secondary btn-sm",
        ),
    ]
    return html.Nav(parts, id=CoveragePage.CONTROLS, className="cv-controls")


def _map_card() -> html.Section:
    return html.Section(
        [
            html.Header(id=CoveragePage.TITLE, className="card-head"),
            html.Div(
                [
                    drawing(CoveragePage.MAP, "map cv-map"),
                    zoom_buttons(CoveragePage.MAP),
                    html.Div(id=CoveragePage.LEGEND, className="legend"),
                    html.Div(id=CoveragePage.BLOCKED, className="cv-blocked", hidden=True),
                ],
                className="map-box",
            ),
        ],
        className="panel cv-map-card",
    )


def _coverage_side() -> list[html.Div]:
    """What stands beside the map: tiles, all measures, the counties, the worst served places, the method."""
    orders = [{"label": text, "value": order} for order, text in say_all("coverage-worst-orders-").items()]
    shares = html.Div(
        drawing(CoveragePage.SHARES, "cv-shares-box"), className="scroll", **scrolled(say("coverage-share-title"))
    )
    order = html.Div(segmented(CoveragePage.ORDER, orders, orders[0]["value"]), className="cv-orders")
    worst = headline(CoveragePage.WORST_FINDING, CoveragePage.WORST_SUBJECT)
    method = html.Div(id=CoveragePage.METHOD, className="scroll cv-method", **scrolled(say("coverage-method-title")))
    cards = [
        card(
            [headline(CoveragePage.MEASURES_FINDING, CoveragePage.MEASURES_SUBJECT)],
            [_scroll(CoveragePage.MEASURES)],
            "cv-measures-card",
        ),
        card(
            [headline(CoveragePage.SHARES_FINDING, CoveragePage.SHARES_SUBJECT)],
            [shares, html.P(id=CoveragePage.SHARES_NOTE, className="source")],
            "cv-shares-card",
        ),
        card([worst, order], [_scroll(CoveragePage.WORST)], "cv-worst-card"),
        card([html.H2(say("coverage-method-title"))], [method], "cv-method-card"),
    ]
    return [html.Div(id=CoveragePage.TILES, className="cv-tiles"), html.Div(cards, className="cv-grid")]


def _scroll(id_: str) -> html.Div:
    return html.Div(id=id_, className="scroll")
