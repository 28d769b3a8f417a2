"""The cards of the atlas that hold a map: the map, the one beside it, and that of what changed between two years."""

from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts.frame.parts import card, drawing, headline, year_slider
from layouts.ids import Atlas
from locales import say


def map_cards(actions: list[Any], map_sources: str) -> list[html.Section]:
    """The map and the second one, each with the years that it can show; ``actions`` stand beside the first title."""
    return [
        _map_card(_MAP, _year_bar(), actions, map_sources),
        _map_card(_OTHER_MAP, _other_year_bar(), [], map_sources),
    ]


def change_card() -> list[Any]:
    """The map of what changed between two years, and the legends of all three maps, which stand below them."""
    body: list[Component] = [html.Div([drawing(Atlas.CHANGE_MAP, "map"), zoom_buttons()], className="map-box")]
    body.append(html.Div(className="change-foot"))
    return [
        card([headline(Atlas.CHANGE_TITLE, Atlas.CHANGE_SUBTITLE)], body, f"map-card {Atlas.CHANGE_MAP}-card"),
        html.Div(id=Atlas.SHARED_LEGEND, className="legend-strip shared-legend"),
        html.Div(id=Atlas.CHANGE_LEGEND, className="legend-strip change-legend"),
    ]


@dataclass(frozen=True)
class _MapIds:
    """The parts of one of the two maps."""

    map: str
    finding: str
    title: str
    legend: str
    facilities: str
    caveat: str
    source: str


_MAP = _MapIds(
    *(Atlas.MAP, Atlas.FINDING, Atlas.TITLE, Atlas.LEGEND, Atlas.FACILITY_LEGEND, Atlas.CAVEAT, Atlas.SOURCE)
)
_OTHER_MAP = _MapIds(
    *(Atlas.OTHER_MAP, Atlas.OTHER_FINDING, Atlas.OTHER_TITLE, Atlas.OTHER_LEGEND, Atlas.OTHER_FACILITY_LEGEND),
    *(Atlas.OTHER_CAVEAT, Atlas.OTHER_SOURCE),
)


def _map_card(ids: _MapIds, timeline: html.Div, actions: list[Any], map_sources: str) -> html.Section:
    by_keys: dict[str, Any] = {"aria-label": say("atlas-map-by-keys")}  # assets/js/atlas/keyboard.js
    body = [
        html.Div(
            [
                drawing(ids.map, "map", tabIndex=0, role="application", **by_keys),
                html.Div(id=ids.legend, className="legend"),
                html.Div(say("common-schematic"), className="schematic"),
                html.Div(id=ids.facilities, className="legend facility-legend"),
                zoom_buttons(ids.map if ids is _MAP else ""),
            ],
            className="map-box",
        ),
        timeline,
        _map_notes(ids, map_sources),
    ]
    return card([headline(ids.finding, ids.title), *actions], body, f"map-card {ids.map}-card")


def _map_notes(ids: _MapIds, map_sources: str) -> html.Details:
    """What to know of the figures, their sources, and the map's: a line each, in full where it is opened."""
    lines = [html.Span(id=ids.caveat, className="caveat"), html.Span(id=ids.source)]
    lines.append(html.Span(map_sources, className="credits"))
    return html.Details(html.Summary(lines, className="source", title=say("atlas-map-notes")), className="map-notes")


def zoom_buttons(marked: str = "") -> html.Div:
    """Closer, further, the whole map: assets/js/zoom.js moves the map of the box that the buttons are in.

    With ``marked``, the id of the map's drawing, there is one that opens its marks too (assets/js/marks/layer.js).
    """
    signs = {
        "in": ("+", say("atlas-zoom-in")),
        "out": ("−", say("atlas-zoom-out")),
        "reset": ("⤢", say("atlas-zoom-reset")),
    }
    buttons = [_button(sign, text, {"data-zoom": way}) for way, (sign, text) in signs.items()]
    marks = [_button("✎", say("marks-open"), {"data-marks": marked})] if marked else []
    hint: Any = {"data-hint": say("atlas-zoom-hint")}  # of the wheel: assets/js/wheel.js
    return html.Div([*buttons, *marks], className="zoom-buttons", **hint)


def _button(sign: str, text: str, data: dict[str, str]) -> html.Button:
    named: Any = {**data, "aria-label": text}
    return html.Button(sign, title=text, className="zoom-button", **named)


def _year_bar() -> html.Div:
    return html.Div(
        [
            dbc.Button(say("atlas-play"), id=Atlas.PLAY, size="sm", color="secondary", outline=True, className="play"),
            year_slider(Atlas.YEAR, say("atlas-year"), updatemode="drag"),
        ],
        className="timeline",
    )


def _other_year_bar() -> html.Div:
    return html.Div(year_slider(Atlas.OTHER_YEAR, say("atlas-year"), updatemode="drag"), className="timeline")
