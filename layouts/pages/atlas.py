"""The atlas page: controls, one map or two, and the same view as gap, ranking, trend and table."""

from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from geodata.region import UNGROUPED
from indicators.classes import FEWEST, MOST
from indicators.definition import Indicator
from indicators.gaps.gaps import Averaging
from indicators.policy.ledger import PolicyTarget
from layouts.frame.parts import (
    Tab,
    card,
    choice_list,
    data_grid,
    drawing,
    facts,
    field,
    headline,
    place_choice,
    scrolled,
    segmented,
    sheet_button,
    tabs,
)
from layouts.ids import Atlas
from layouts.pages.map_cards import change_card, map_cards
from layouts.words.comparison import change as change_words
from layouts.words.pages import atlas as words
from locales import say, say_all

_GRID_OPTIONS = {"rowHeight": 30, "suppressNoRowsOverlay": True}


def page(figures: dict[str, Any], areas: dict[str, Any], map_sources: str) -> html.Div:
    """The page before any view is chosen.

    ``figures`` and ``areas`` are the JSON that the browser draws from; ``map_sources`` says who drew the map.
    """
    return html.Div(
        [
            *_data_stores(figures, areas),
            sheet_button(Atlas.CONTROLS, say("atlas-controls")),
            _control_panel(),
            html.Div(
                [
                    _selection_bar(),
                    html.Div(id=Atlas.LACKING, className="atlas-lacking"),
                    *map_cards([_map_actions(areas["name"])], map_sources),
                    *change_card(),
                    html.Aside([_gap_card(areas), _detail_card(areas)], className="readings"),
                ],
                className="stage",
            ),
            dbc.Offcanvas(
                id=Atlas.EXPLANATION,
                title=html.Span(say("atlas-explain"), id=Atlas.EXPLANATION_TITLE),
                labelledBy=Atlas.EXPLANATION_TITLE,
                placement="end",
                is_open=False,
                children=html.Div(id=Atlas.EXPLANATION_BODY, className="explanation", **scrolled(say("atlas-explain"))),
            ),
        ],
        id=Atlas.PAGE,
        className="atlas",
    )


def _map_actions(region: str) -> html.Div:
    return html.Div(
        [
            dbc.Button(say("atlas-explain"), id=Atlas.EXPLAIN, size="sm", color="secondary", outline=True),
            dbc.Button(say("atlas-copy-link"), id=Atlas.COPY, size="sm", color="secondary", outline=True),
            place_choice(Atlas.PATH, Atlas.WITHIN, say("atlas-place"), say("atlas-every-place", name=region)),
        ],
        className="card-actions",
    )


def _data_stores(figures: dict[str, Any], areas: dict[str, Any]) -> list[Any]:
    return [
        dcc.Store(id=Atlas.FIGURES, data=figures),
        dcc.Store(id=Atlas.AREAS, data=areas),
        dcc.Store(id=Atlas.WORDS, data=_write_words(areas)),
        dcc.Store(id=Atlas.FACILITY_WORDS, data=_write_point_words()),
        *map(dcc.Store, [Atlas.ADDRESS, Atlas.DATASET, Atlas.VIEW, Atlas.PANEL, Atlas.OTHER_PANEL, Atlas.CHANGES]),
        *map(dcc.Store, [Atlas.SELECTED, Atlas.FACILITIES, Atlas.FACILITY_FILE, Atlas.FACILITY_BOOK, Atlas.FOUND]),
        dcc.Store(id=Atlas.MARKS),
    ]


def _write_words(areas: dict[str, Any]) -> dict[str, Any]:
    """The words that the browser puts together."""
    names = (areas["groups"][areas[role]]["name"] for role in ("focus", "benchmark"))
    own = {
        "gap_heading": words.gap_heading(*names),
        "township_mean": say("spread-township-mean"),
        "change": change_words.for_browser(),
    }
    return words.for_browser() | own


def _write_point_words() -> dict[str, str]:
    """What the browser writes on facility points."""
    return say_all("atlas-points-") | {"no_facilities": say("atlas-no-facilities")}


def _control_panel() -> html.Nav:
    counts = [{"label": str(count), "value": count} for count in range(FEWEST, MOST + 1)]
    compares = [{"label": label, "value": value} for value, label in say_all("atlas-compares-").items()]
    return html.Nav(
        [
            html.Div([html.H2(say("atlas-domain")), choice_list(Atlas.DOMAIN, [], None)], className="domains"),
            html.Div([html.H2(say("atlas-indicator")), choice_list(Atlas.INDICATOR, [], None)], className="indicators"),
            html.Div(
                [
                    field(say("atlas-level"), segmented(Atlas.LEVEL, [], None)),
                    html.Div(
                        [
                            field(say("atlas-method"), dbc.Select(id=Atlas.METHOD, options=[], size="sm")),
                            field(
                                say("atlas-classes"), dbc.Select(id=Atlas.CLASSES, options=counts, size="sm"), "narrow"
                            ),
                        ],
                        className="field-row",
                    ),
                    dbc.Input(
                        id=Atlas.BREAKS,
                        size="sm",
                        debounce=True,
                        placeholder=say("atlas-own-breaks"),
                        className="own-breaks",
                    ),
                    field(say("atlas-compare"), segmented(Atlas.COMPARE, compares, "none")),
                    html.Label(
                        say("atlas-other-indicator"), htmlFor=Atlas.OTHER_INDICATOR, className="visually-hidden"
                    ),
                    dbc.Select(id=Atlas.OTHER_INDICATOR, size="sm", className="other-indicator"),
                    html.Div([*_label_choice(), _facility_choice()], className="over-map"),
                ],
                className="drawing",
            ),
        ],
        id=Atlas.CONTROLS,
        className="controls",
    )


def _label_choice() -> list[Component]:
    options = [{"label": label, "value": value} for value, label in say_all("atlas-labels-shown-").items()]
    select = dbc.Select(id=Atlas.LABELS, options=options, size="sm", className="labels-choice")
    return [html.Label(say("atlas-labels"), htmlFor=Atlas.LABELS, className="visually-hidden"), select]


def _facility_choice() -> html.Details:
    """The types of facility to be drawn over the map; the browser fills in those that the dataset has."""
    summary = [html.Span(say("atlas-facilities")), html.Span(id=Atlas.FACILITY_SUMMARY, className="facility-summary")]
    options = html.Div(id=Atlas.FACILITY_OPTIONS, className="facility-options")
    return html.Details([html.Summary(summary), options], id=Atlas.FACILITY_CHOICE, className="facility-choice")


def _selection_bar() -> html.Div:
    return html.Div(
        [
            html.Span(say("atlas-select-hint"), id=Atlas.SELECTION_TEXT, className="selection-text"),
            dbc.Button(
                say("atlas-open-townships"), id=Atlas.OPEN, title=say("atlas-open-hint"), size="sm", color="primary"
            ),
            dbc.Button(
                say("atlas-close-townships"), id=Atlas.CLOSE, title=say("atlas-close-hint"), size="sm", color="primary"
            ),
            dbc.Button(say("atlas-unselect"), id=Atlas.UNSELECT, size="sm", color="secondary", outline=True),
        ],
        id=Atlas.SELECTION,
        className="selection",
    )


def _gap_card(areas: dict[str, Any]) -> html.Section:
    focus, benchmark = (areas["groups"][areas[role]]["name"] for role in ("focus", "benchmark"))
    head = [
        html.H2(words.gap_heading(focus, benchmark), id=Atlas.GAP_HEADING),
        html.Strong(id=Atlas.GAP_TITLE, className="gap-title"),
        html.Span(id=Atlas.GAP_DETAIL, className="gap-detail"),
    ]
    readings = [
        html.Div(
            [html.Span(say("common-averaging-names", averaging=reading)), html.Strong("—", id=id_)],
            title=say("common-averaging-meanings", averaging=reading),
            className=f"reading {reading}",
        )
        for reading, id_ in zip(Averaging, (Atlas.RATIO_SIMPLE, Atlas.RATIO_WEIGHTED, Atlas.RATIO_POOLED), strict=True)
    ]
    body: list[Component] = [drawing(Atlas.GAP, "gap-chart"), html.Div(readings, className="gap-readings")]
    return card(head, body, "gap-card")


def _detail_card(areas: dict[str, Any]) -> html.Section:
    looks = {areas["benchmark"]: "group-swatch is-square"}  # as in assets/js/atlas/figures/ranking.js
    key = [
        html.Span(
            [
                html.Span(className=looks.get(key, "group-swatch"), style={"background": group["colour"]}),
                group["name"],
            ]
        )
        for key, group in areas["groups"].items()
        if key != UNGROUPED
    ]
    bars = [html.P(id=Atlas.RANKING_NOTE, className="ranking-note"), drawing(Atlas.RANKING, "ranking-chart")]
    ranking = [
        headline(Atlas.RANKING_FINDING, Atlas.RANKING_SUBJECT),
        html.Div(bars, className="scroll", **scrolled(say("atlas-ranking"))),
    ]
    trend = [headline(Atlas.TREND_FINDING, Atlas.TREND_SUBJECT), drawing(Atlas.TREND, "trend-chart")]
    entries = [
        Tab("ranking", say("atlas-ranking"), html.Div(ranking)),
        Tab("trend", say("atlas-trend"), html.Div(trend)),
        Tab("table", say("atlas-table"), _value_table()),
        Tab("facilities", say("atlas-facilities"), _facility_tab()),
    ]
    detail = tabs(Atlas.TABS, say("atlas-detail"), entries)
    return html.Section([html.Div(key, className="group-key"), detail], className="panel detail-card")


def _value_table() -> html.Div:
    widths = {"name": 132, "county": 96, "group": 58, "value": 84, "rank": 58, "basis": 118, "kind": 58, "class": 92}
    widths |= {"earlier": 84, "later": 84, "change": 84, "source": 320, "note": 260, "code": 84}
    columns: list[dict[str, Any]] = [
        {"field": key, "headerName": label, "width": widths[key]} for key, label in say_all("atlas-columns-").items()
    ]
    by_field = {column["field"]: column for column in columns}
    by_field["county"] |= {"hide": True}  # a county says so itself; townships of one name are told apart by it
    by_field["value"] |= {"valueFormatter": {"function": "params.data.text"}}  # sorted as a number, read as a text
    for key in ("earlier", "later", "change"):  # of two years that are compared
        by_field[key] |= {"hide": True, "valueFormatter": {"function": f"params.data.{key}Text"}}
    return data_grid(
        *(Atlas.TABLE, columns, "code", {"sortable": True, "tooltipField": "source"}, _GRID_OPTIONS),
        rowClassRules={"row-selected": "params.data.selected"},
    )


def _facility_tab() -> list[Any]:
    tables = [{"label": label, "value": value} for value, label in say_all("atlas-facility-tables-").items()]
    search = dbc.Input(
        id=Atlas.FACILITY_SEARCH,
        type="search",
        size="sm",
        value="",
        placeholder=say("atlas-facility-search"),
        maxlength=60,
    )
    state = html.Span(id=Atlas.FACILITY_STATE, className="facility-state")
    return [
        html.Div([search, segmented(Atlas.FACILITY_TABLES, tables, "list"), state], className="facility-bar"),
        html.Div(_facility_list(), id=Atlas.FACILITY_LIST_BOX, className="facility-box"),
        html.Div(
            _facility_grid(Atlas.FACILITY_COUNTS, [], "facility-total"),
            id=Atlas.FACILITY_COUNTS_BOX,
            className="facility-box",
            hidden=True,
        ),
    ]


def _facility_list() -> html.Div:
    widths = {"name": 138, "typeName": 84, "place": 86, "capacity": 66, "grade": 58, "opened": 56, "closed": 56}
    columns: list[dict[str, Any]] = [
        {"field": key, "headerName": label, "width": widths.get(key, 200)}
        for key, label in say_all("atlas-facility-columns-").items()
    ]
    columns[0] |= {"tooltipField": "name"}
    columns[3] |= {"tooltipField": "unit", "type": "rightAligned"}
    columns[3] |= {"valueFormatter": {"function": "params.data.capacityText"}}
    return _facility_grid(Atlas.FACILITY_LIST, columns, "facility-found")


def _facility_grid(id_: str, columns: list[dict[str, Any]], marked_class: str) -> html.Div:
    """A grid of facilities or of their counts; rows that the browser marks get ``marked_class``."""
    row_classes = {marked_class: "params.data.marked"}
    return data_grid(id_, columns, "code", {"sortable": True}, _GRID_OPTIONS, rowClassRules=row_classes)


@dataclass(frozen=True)
class IndicatorMeaning:
    """An indicator with the target of its map and its formula in words."""

    indicator: Indicator
    target: PolicyTarget | None
    formula: str


def explanation(meanings: list[IndicatorMeaning], dataset: tuple[str, str]) -> list[Any]:
    """Definitions, sources and kinds of figures of the indicators shown; ``dataset`` is its name and description."""
    return [
        *[part for meaning in meanings for part in _indicator_facts(meaning)],
        html.H3(say("atlas-dataset-about")),
        facts([dataset]),
        html.H3(say("atlas-kinds-title")),
        facts(
            [(say("common-kinds", kind=kind), meaning) for kind, meaning in say_all("common-kind-meanings-").items()]
        ),
        html.H3(say("atlas-readings-title")),
        facts(
            [
                (say("common-averaging-names", averaging=reading), say("common-averaging-meanings", averaging=reading))
                for reading in Averaging
            ]
        ),
    ]


def _indicator_facts(meaning: IndicatorMeaning) -> list[Any]:
    indicator = meaning.indicator
    rows = [
        (say("atlas-domain"), say("common-domains", domain=indicator.domain)),
        (say("atlas-unit"), indicator.unit),
        (say("atlas-direction"), say("common-directions", direction=indicator.direction)),
        (say("atlas-definition"), indicator.definition),
        (say("atlas-formula"), meaning.formula),
        (say("atlas-source"), indicator.source),
        (say("atlas-caveat"), indicator.caveat),
        (say("atlas-target"), words.target_text(meaning.target)),
    ]
    return [html.H3(indicator.name), facts(rows)]
