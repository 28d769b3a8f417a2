"""The atlas page's wiring: the server answers once for a change of the view; years and clicks stay in the browser."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate
from typing_extensions import TypedDict

from callbacks.atlas.answers import AtlasAnswers
from callbacks.atlas.routes import FacilityFiles
from callbacks.frame.request_checks import UnusableError, checked, wish_of
from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City
from datasets.queries.map_query import (
    MapView,
    SecondMap,
    change_view,
    is_available,
    read_breaks,
    read_map_query,
    update_from_browser,
)
from geodata.region import Level
from indicators.classes import BreakMethod
from indicators.definition import Domain
from layouts.ids import Atlas, Shell
from layouts.words.pages import atlas as words

_OUTPUTS = {
    "dataset": Output(Shell.DATASET, "value"),
    "ribbon_hidden": Output(Shell.RIBBON, "hidden"),
    "notice": Output(Shell.NOTICE, "children"),
    "lacking": Output(Atlas.LACKING, "children"),
    "domain_options": Output(Atlas.DOMAIN, "options"),
    "domain": Output(Atlas.DOMAIN, "value"),
    "indicator_options": Output(Atlas.INDICATOR, "options"),
    "indicator": Output(Atlas.INDICATOR, "value"),
    "level_options": Output(Atlas.LEVEL, "options"),
    "level": Output(Atlas.LEVEL, "value"),
    "method_options": Output(Atlas.METHOD, "options"),
    "method": Output(Atlas.METHOD, "value"),
    "classes": Output(Atlas.CLASSES, "value"),
    "classes_disabled": Output(Atlas.CLASSES, "disabled"),
    "breaks": Output(Atlas.BREAKS, "value"),
    "labels": Output(Atlas.LABELS, "value"),
    "compare": Output(Atlas.COMPARE, "value"),
    "other_options": Output(Atlas.OTHER_INDICATOR, "options"),
    "other": Output(Atlas.OTHER_INDICATOR, "value"),
    "year": {key: Output(Atlas.YEAR, key) for key in ("min", "max", "marks", "value")},
    "other_year": {key: Output(Atlas.OTHER_YEAR, key) for key in ("min", "max", "marks", "value")},
    "view": Output(Atlas.VIEW, "data"),
    "panel": Output(Atlas.PANEL, "data"),
    "other_panel": Output(Atlas.OTHER_PANEL, "data"),
    "selected": Output(Atlas.SELECTED, "data"),
    "facilities": Output(Atlas.FACILITIES, "data"),
    "facility_file": Output(Atlas.FACILITY_FILE, "data"),
}
_CONTROLS = [
    Input(id_, "value")
    for id_ in (
        Shell.DATASET,
        Atlas.DOMAIN,
        Atlas.INDICATOR,
        Atlas.LEVEL,
        Atlas.METHOD,
        Atlas.CLASSES,
        Atlas.BREAKS,
        Atlas.COMPARE,
        Atlas.OTHER_INDICATOR,
    )
]
# What the browser alone knows of the view.
_KEPT_IN_BROWSER = {
    "year": State(Atlas.YEAR, "value"),
    "other_year": State(Atlas.OTHER_YEAR, "value"),
    "labels": State(Atlas.LABELS, "value"),
    "selected": State(Atlas.SELECTED, "data"),
    "facilities": State(Atlas.FACILITIES, "data"),
}
# What a control asks for, from its value, as keywords of ``changed``.
_WISHES: dict[str, Callable[[Any], dict[str, Any]]] = {
    Shell.DATASET: lambda value: {"dataset": value},
    Atlas.DOMAIN: lambda value: {"domain": Domain(value)},
    Atlas.INDICATOR: lambda value: {"indicator": value},
    Atlas.LEVEL: lambda value: {"level": Level(value)},
    Atlas.METHOD: lambda value: {"method": BreakMethod(value)},
    Atlas.CLASSES: lambda value: {"classes": int(value)},
    Atlas.BREAKS: lambda value: {"breaks": read_breaks(value)},
    Atlas.COMPARE: lambda value: {"compare": SecondMap(value)},
    Atlas.OTHER_INDICATOR: lambda value: {"other_indicator": value},
}


Place = dict[str, str]


class Kept(TypedDict):
    """What the browser alone knows of the view; nothing of it before the first answer."""

    year: int | None
    other_year: int | None
    labels: bool | None
    selected: str | None
    facilities: list[str] | None


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""
    _register_view(app, snapshots)
    _register_on_demand(app, snapshots)
    _register_browser(app)
    _register_facilities(app)


def _register_view(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        output=_OUTPUTS,
        inputs={
            "address": Input(Atlas.ADDRESS, "data"),
            "triggers": [*_CONTROLS, Input(Atlas.OPEN, "n_clicks"), Input(Atlas.CLOSE, "n_clicks")],
            "before": State(Atlas.VIEW, "data"),
            "kept": _KEPT_IN_BROWSER,
        },
        prevent_initial_call=True,
    )
    @checked
    def update_page(address: str | None, triggers: list[Any], before: Place | None, kept: Kept) -> Any:  # noqa: ARG001
        views, files = snapshots.current().cached(AtlasAnswers), snapshots.current().cached(FacilityFiles)
        city = views.city
        if ctx.triggered_id == Atlas.ADDRESS:
            view, ignored = read_map_query(city, dict(parse_qsl((address or "").lstrip("?"))))
            told = views.remarks_on_address(ignored)
            return views.answer(view, told) | {"facility_file": files.address(view.dataset)}
        if before is None or not ctx.triggered:  # what has changed stands in ctx, not in ``triggers``
            raise PreventUpdate
        shown = shown_view(city, before, kept)
        wish, remarks = wished(city, shown, ctx.triggered_id, ctx.triggered[0]["value"])
        view = change_view(city, shown, **wish)
        answer = views.answer(view, remarks + views.remarks_on_change(shown, view, wish))
        left = unchanged_left_out(answer, views.shown(shown), views.controls(shown))
        return left | {"facility_file": files.address(view.dataset)}


def wished(city: City, shown: MapView, trigger: str, value: Any) -> tuple[dict[str, Any], list[str]]:
    """What a control asks for as keywords of ``changed``, and what is to be said about it. Raises UnusableError."""
    if trigger == Atlas.OPEN:
        return {"within": shown.selected, "selected": None}, []
    if trigger == Atlas.CLOSE:
        return {"level": Level.COUNTY, "selected": shown.within}, []
    wish = wish_of(_WISHES, trigger, value)
    if not is_available(city, wish):
        raise UnusableError(trigger, value)
    unreadable = trigger == Atlas.BREAKS and value and not read_breaks(value)
    return wish, [words.unreadable_breaks(value)] if unreadable else []


def kept_view(city: City, before: dict[str, str]) -> MapView:
    """The view as the server last set it."""
    return read_map_query(city, {key: text for key, text in before.items() if key != "townships"})[0]


def shown_view(city: City, before: Place, kept: Kept) -> MapView:
    """The view on the screen: as the server last set it, at the years and the selection that the browser has now."""
    return update_from_browser(kept_view(city, before), **kept)


def unchanged_left_out(answer: dict[str, Any], *before: dict[str, Any]) -> dict[str, Any]:
    """The answer without what the page already has, so that little goes over the wire.

    Values of controls are always sent: the reader may just have moved one to where the view cannot follow.
    """
    known = {key: value for part in before for key, value in part.items()}
    large = ("panel", "other_panel", "domain_options", "indicator_options", "method_options", "other_options")
    return {key: no_update if key in large and value == known[key] else value for key, value in answer.items()}


def _register_on_demand(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        Output(Atlas.EXPLANATION, "is_open"),
        Output(Atlas.EXPLANATION_BODY, "children"),
        Input(Atlas.EXPLAIN, "n_clicks"),
        State(Atlas.VIEW, "data"),
        prevent_initial_call=True,
    )
    @checked
    def explain_indicator(_clicks: Any, before: Place) -> tuple[bool, list[Any]]:
        views = snapshots.current().cached(AtlasAnswers)
        return True, views.explanation(kept_view(views.city, before))


def _register_browser(app: Dash) -> None:
    """What the browser does by itself, in assets/js."""
    panel, other = Input(Atlas.PANEL, "data"), Input(Atlas.OTHER_PANEL, "data")
    view, year, other_year = Input(Atlas.VIEW, "data"), Input(Atlas.YEAR, "value"), Input(Atlas.OTHER_YEAR, "value")
    labels, selected = Input(Atlas.LABELS, "value"), Input(Atlas.SELECTED, "data")
    points = (Input(Atlas.FACILITIES, "data"), Input(Atlas.FACILITY_BOOK, "data"), Input(Atlas.FOUND, "data"))
    figures, areas, words = State(Atlas.FIGURES, "data"), State(Atlas.AREAS, "data"), State(Atlas.WORDS, "data")

    browser = _browser(app)
    browser("address", "read_address", Output(Atlas.ADDRESS, "data"), Input(Shell.LOCATION, "href"), initial=True)
    browser(
        "address",
        "write_address",
        Output(Atlas.WRITTEN, "data"),
        view,
        year,
        other_year,
        labels,
        selected,
        Input(Atlas.FACILITIES, "data"),
        panel,
        other,
    )
    browser("panels", "frame_page", Output(Atlas.PAGE, "className"), view, areas)
    drawing = (labels, selected, *points, figures, areas, words, State(Atlas.FACILITY_WORDS, "data"))
    browser("map", "recolour_map", Output(Atlas.MAP, "figure"), panel, view, year, *drawing)
    browser("map", "recolour_other_map", Output(Atlas.OTHER_MAP, "figure"), panel, other, view, other_year, *drawing)
    caption = (Output(Atlas.TITLE, "children"), Output(Atlas.LEGEND, "children"), Output(Atlas.SOURCE, "children"))
    browser("panels", "caption_map", caption, panel, view, year, areas, words)
    caption = (
        Output(Atlas.OTHER_TITLE, "children"),
        Output(Atlas.OTHER_LEGEND, "children"),
        Output(Atlas.OTHER_SOURCE, "children"),
    )
    browser("panels", "caption_other_map", caption, panel, other, view, other_year, areas, words)
    charts = (selected, figures, areas, words)
    browser("charts", "draw_gap", Output(Atlas.GAP, "figure"), panel, year, *charts)
    ranking = (Output(Atlas.RANKING, "figure"), Output(Atlas.RANKING, "style"))
    browser("charts", "draw_ranking", ranking, panel, view, year, *charts)
    browser("charts", "draw_trend", Output(Atlas.TREND, "figure"), panel, year, *charts)
    headline = (
        Output(Atlas.GAP_TITLE, "children"),
        Output(Atlas.GAP_DETAIL, "children"),
        Output(Atlas.GAP_TITLE, "className"),
        Output(Atlas.RATIO_SIMPLE, "children"),
        Output(Atlas.RATIO_WEIGHTED, "children"),
        Output(Atlas.RATIO_POOLED, "children"),
    )
    browser("panels", "head_gap", headline, panel, year)
    table = (Output(Atlas.TABLE, "rowData"), Output(Atlas.TABLE, "columnDefs"))
    columns = State(Atlas.TABLE, "columnDefs")
    browser("panels", "fill_table", table, panel, view, year, selected, areas, words, columns)
    selection = (
        Output(Atlas.SELECTION_TEXT, "children"),
        Output(Atlas.OPEN, "style"),
        Output(Atlas.CLOSE, "style"),
        Output(Atlas.UNSELECT, "style"),
    )
    browser("panels", "describe_selection", selection, panel, view, year, selected, areas, words)
    clicks = (
        Input(Atlas.MAP, "clickData"),
        Input(Atlas.OTHER_MAP, "clickData"),
        Input(Atlas.RANKING, "clickData"),
        Input(Atlas.GAP, "clickData"),
        Input(Atlas.TABLE, "cellClicked"),
        Input(Atlas.UNSELECT, "n_clicks"),
    )
    browser(
        "controls",
        "select_area",
        Output(Atlas.SELECTED, "data", allow_duplicate=True),
        *clicks,
        State(Atlas.SELECTED, "data"),
        State(Atlas.PANEL, "data"),
        areas,
    )
    movement = (
        Output(Atlas.TICK, "disabled"),
        Output(Atlas.PLAY, "children"),
        Output(Atlas.YEAR, "value", allow_duplicate=True),
    )
    browser(
        "controls",
        "move_year",
        movement,
        Input(Atlas.PLAY, "n_clicks"),
        Input(Atlas.TICK, "n_intervals"),
        Input(Atlas.STEP, "data"),
        State(Atlas.YEAR, "value"),
        State(Atlas.PANEL, "data"),
        State(Atlas.TICK, "disabled"),
        words,
    )
    browser(
        "controls",
        "move_other_year",
        Output(Atlas.OTHER_YEAR, "value", allow_duplicate=True),
        Input(Atlas.STEP, "data"),
        State(Atlas.OTHER_YEAR, "value"),
        State(Atlas.PANEL, "data"),
        State(Atlas.OTHER_PANEL, "data"),
    )
    browser(
        "controls",
        "copy_link",
        Output(Atlas.WRITTEN, "data", allow_duplicate=True),
        Input(Atlas.COPY, "n_clicks"),
        words,
    )


def _browser(app: Dash) -> Callable[..., None]:
    """What makes a function of assets/js, by namespace and name, the one that sets outputs from inputs."""

    def browser(namespace: str, function: str, outputs: Any, *inputs: Any, initial: bool = False) -> None:
        app.clientside_callback(
            ClientsideFunction(namespace, function), outputs, *inputs, prevent_initial_call=not initial
        )

    return browser


def _register_facilities(app: Dash) -> None:
    """Facility points, their legends and their list: the browser reads a dataset's once and does the rest itself."""
    browser = _browser(app)
    panel, other = Input(Atlas.PANEL, "data"), Input(Atlas.OTHER_PANEL, "data")
    view, year, other_year = Input(Atlas.VIEW, "data"), Input(Atlas.YEAR, "value"), Input(Atlas.OTHER_YEAR, "value")
    types, book = Input(Atlas.FACILITIES, "data"), Input(Atlas.FACILITY_BOOK, "data")
    file, tab = Input(Atlas.FACILITY_FILE, "data"), Input(Atlas.TABS, "active_tab")
    areas, words = State(Atlas.AREAS, "data"), State(Atlas.FACILITY_WORDS, "data")
    browser("facilities", "read_book", Output(Atlas.FACILITY_BOOK, "data"), file, types, tab)
    shown = (types, book, panel, view, year)
    browser("facilities", "offer_types", Output(Atlas.FACILITY_SUMMARY, "children"), *shown, words)
    browser("facilities", "explain_points", Output(Atlas.FACILITY_LEGEND, "children"), *shown, words)
    other_shown = (types, book, panel, other, view, other_year, words)
    browser("facilities", "explain_other_points", Output(Atlas.OTHER_FACILITY_LEGEND, "children"), *other_shown)
    listed = (Output(Atlas.FACILITY_LIST, "rowData"), Output(Atlas.FACILITY_STATE, "children"))
    search, found = Input(Atlas.FACILITY_SEARCH, "value"), Input(Atlas.FOUND, "data")
    browser("facilities", "list_facilities", listed, *shown, tab, search, found, words)
    counted = (Output(Atlas.FACILITY_COUNTS, "columnDefs"), Output(Atlas.FACILITY_COUNTS, "rowData"))
    browser("facilities", "count_by_area", counted, *shown, tab, areas, words)
    boxes = (Output(Atlas.FACILITY_LIST_BOX, "hidden"), Output(Atlas.FACILITY_COUNTS_BOX, "hidden"))
    browser("facilities", "turn_table", boxes, Input(Atlas.FACILITY_TABLES, "value"))
    browser(
        "facilities",
        "find_facility",
        Output(Atlas.FOUND, "data"),
        Input(Atlas.FACILITY_LIST, "cellClicked"),
        State(Atlas.FACILITY_BOOK, "data"),
        State(Atlas.FACILITIES, "data"),
    )
