"""The page of facilities (设施布局): its frame, and the tree that stands beside the map.

The map is one plotly figure that assets/js/coverage.js draws; all else is painted as the server sends it. The page has
two parts under one map: 覆盖情况, made here, and 选址, which stands in ``ServicePage.SITING``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from layouts.figures.theme import GRAPH_CONFIG
from layouts.frame.controls import Group, labelled, plain
from layouts.frame.parts import card, facts
from layouts.ids import CoveragePage
from layouts.pages.atlas import zoom_buttons
from layouts.words.pages import coverage as words

PATH = "/service"


@dataclass(frozen=True)
class Controls:
    """What can be chosen, and what is: types by domain, years, and the page of the map with the same in it."""

    types: Sequence[Group]
    type_: str
    years: Sequence[int]
    year: int
    map_href: str


@dataclass(frozen=True)
class Block:
    """Why there is nothing to show, and what can be done: lines, and links by their words."""

    title: str
    lines: Sequence[str]
    links: Mapping[str, str]


@dataclass(frozen=True)
class Tile:
    """A number under its label; ``tone`` is a verdict on it, or nothing."""

    label: str
    value: str
    note: str
    tone: str = ""


@dataclass(frozen=True)
class MeasureRow:
    """A measure of the city and of both groups as texts; ``href`` opens it on the map, ``hint`` is its definition."""

    name: str
    unit: str
    hint: str
    href: str
    values: tuple[str, str, str]
    ratio: str
    tone: str


@dataclass(frozen=True)
class WorstRow:
    """A settlement outside the standard; degrees of EPSG:4490."""

    name: str
    county: str
    residents: str
    way: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Reading:
    """All that stands beside the map.

    ``shares`` needs ``shares_height`` pixels. ``worst`` holds the settlements in each order of ``WORST_ORDERS``.
    """

    tiles: Sequence[Tile]
    groups: tuple[str, str]
    measures: Sequence[MeasureRow]
    shares: go.Figure
    shares_height: int
    worst: Mapping[str, Sequence[WorstRow]]
    warnings: Sequence[str]
    facts: Sequence[tuple[str, str]]


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


def controls(shown: Controls) -> list[Any]:
    """The row of controls; the browser marks the part of the page that is open."""
    groups = [
        html.Optgroup([_option(key, text, shown.type_) for key, text in types.items()], label=domain)
        for domain, types in shown.types
    ]
    types = _select("type", groups)
    years = _select("year", [_option(str(year), str(year), str(shown.year)) for year in shown.years])
    group: dict[str, Any] = {"role": "group", "aria-label": words.MODE}
    return [
        html.H2(words.TITLE),
        labelled(words.TYPE, types, class_name="cv-type"),
        labelled(words.YEAR, years, class_name="cv-year"),
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
            href=shown.map_href,
            title=words.OPEN_MAP_HINT,
            className="btn btn-outline-secondary btn-sm",
        ),
    ]


def _select(name: str, options: list[Any]) -> Any:
    return plain("select", options, id=f"cv-{name}", name=name, className="form-select form-select-sm")


def _option(key: str, text: str, chosen: str) -> Any:
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


def blocked(block: Block) -> list[Component]:
    """What lies over a map that has nothing to show."""
    links = [dcc.Link(text, href=href, className="btn btn-sm btn-primary") for text, href in block.links.items()]
    return [
        html.Div(
            [html.H3(block.title), *[html.P(line) for line in block.lines], html.Div(links)], className="cv-blocked-box"
        )
    ]


def coverage_body(reading: Reading) -> list[Component]:
    """All that stands beside the map while coverage is looked at."""
    return [
        html.Div([_tile(tile) for tile in reading.tiles], className="cv-tiles"),
        html.Div(
            [
                card([html.H2(words.measures_title(*reading.groups))], [_measures(reading)], "cv-measures-card"),
                card([html.H2(words.SHARE_TITLE)], _shares(reading), "cv-shares-card"),
                card([html.H2(words.WORST_TITLE), _orders()], _worst(reading.worst), "cv-worst-card"),
                card([html.H2(words.METHOD_TITLE)], [_method(reading)], "cv-method-card"),
            ],
            className="cv-grid",
        ),
    ]


def _tile(tile: Tile) -> html.Div:
    return html.Div(
        [
            html.Span(tile.label, className="cv-tile-label"),
            html.Strong(tile.value),
            html.Span(tile.note, className="cv-tile-note"),
        ],
        className=f"cv-tile {f'cv-tile-{tile.tone}' if tile.tone else ''}".rstrip(),
    )


def _measures(reading: Reading) -> html.Div:
    columns = [words.MEASURE, words.CITY, *reading.groups, words.ratio_of(*reading.groups)]
    head = [html.Th(column, scope="col") for column in columns]
    rows = [
        html.Tr(
            [
                html.Th(
                    [dcc.Link(row.name, href=row.href, title=row.hint), html.Small(row.unit)],
                    scope="row",
                ),
                *[html.Td(value) for value in row.values],
                html.Td(row.ratio, className=f"gp-{row.tone}"),
            ]
        )
        for row in reading.measures
    ]
    return html.Div(html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="cv-table"), className="scroll")


def _shares(reading: Reading) -> list[Component]:
    chart = dcc.Graph(figure=reading.shares, config=GRAPH_CONFIG, className="cv-shares")
    box = html.Div(chart, className="cv-shares-box", style={"minHeight": f"{reading.shares_height}px"})
    return [html.Div(box, className="scroll"), html.P(words.share_note(reading.groups[1]), className="source")]


def _orders() -> html.Div:
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


def _worst(worst: Mapping[str, Sequence[WorstRow]]) -> list[Component]:
    if not any(worst.values()):
        return [html.P(words.WORST_NONE, className="cv-none")]
    lists = []
    for at, (order, rows) in enumerate(worst.items()):
        head = html.Tr([html.Th(column, scope="col") for column in words.WORST_COLUMNS])
        body = [_worst_row(row) for row in rows]
        hidden: dict[str, Any] = {"hidden": True} if at else {}
        named: dict[str, Any] = {"data-list": order}
        lists.append(
            html.Div(html.Table([html.Thead(head), html.Tbody(body)], className="cv-table"), **named, **hidden)
        )
    return [html.Div(lists, className="scroll"), html.P(words.WORST_HINT, className="source")]


def _worst_row(row: WorstRow) -> html.Tr:
    place: dict[str, Any] = {"data-lon": row.longitude, "data-lat": row.latitude, "tabIndex": "0"}
    cells = [html.Th(row.name, scope="row"), html.Td(row.county), html.Td(row.residents), html.Td(row.way)]
    return html.Tr(cells, **place)


def _method(reading: Reading) -> html.Div:
    warnings = [html.P(text, className="cv-warning") for text in reading.warnings]
    return html.Div([*warnings, facts(list(reading.facts))], className="scroll cv-method")
