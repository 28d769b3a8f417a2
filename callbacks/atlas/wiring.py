"""The atlas page's wiring: the server answers once for a change of the view; years and clicks stay in the browser."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate
from typing_extensions import TypedDict

from callbacks.atlas.answers import AtlasAnswers
from callbacks.atlas.routes import FacilityFiles
from callbacks.frame.request_checks import UnusableValueError, read_changes, validate_arguments
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
# What a control asks for, from its value, as keywords of ``change_view``.
_CHANGES: dict[str, Callable[[Any], dict[str, Any]]] = {
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
# What the browser draws from.
_VIEW, _PANEL, _OTHER_PANEL = (Input(id_, "data") for id_ in (Atlas.VIEW, Atlas.PANEL, Atlas.OTHER_PANEL))
_YEAR, _OTHER_YEAR, _LABELS = (Input(id_, "value") for id_ in (Atlas.YEAR, Atlas.OTHER_YEAR, Atlas.LABELS))
_SELECTED, _TYPES = Input(Atlas.SELECTED, "data"), Input(Atlas.FACILITIES, "data")
_FACILITIES, _FOUND = Input(Atlas.FACILITY_BOOK, "data"), Input(Atlas.FOUND, "data")
_FIGURES, _AREAS = State(Atlas.FIGURES, "data"), State(Atlas.AREAS, "data")
_WORDS, _FACILITY_WORDS = State(Atlas.WORDS, "data"), State(Atlas.FACILITY_WORDS, "data")
_FIRST_MAP = (_PANEL, _VIEW, _YEAR)
_SECOND_MAP = (_PANEL, _OTHER_PANEL, _VIEW, _OTHER_YEAR)


QueryParts = dict[str, str]


class BrowserState(TypedDict):
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
    @validate_arguments
    def update_page(address: str | None, triggers: list[Any], before: QueryParts | None, kept: BrowserState) -> Any:  # noqa: ARG001
        answers, files = snapshots.current().cached(AtlasAnswers), snapshots.current().cached(FacilityFiles)
        city = answers.city
        if ctx.triggered_id == Atlas.ADDRESS:
            view, ignored = read_map_query(city, dict(parse_qsl((address or "").lstrip("?"))))
            return answers.answer(view, words.ignored_texts(ignored)) | {"facility_file": files.address(view.dataset)}
        if before is None or not ctx.triggered:  # what has changed stands in ctx, not in ``triggers``
            raise PreventUpdate
        shown = restore_screen(city, before, kept)
        changes, remarks = read_gesture(city, shown, ctx.triggered_id, ctx.triggered[0]["value"])
        view = change_view(city, shown, **changes)
        answer = answers.answer(view, remarks + answers.describe_replacements(shown, view, changes))
        return omit_unchanged(answer, answers.drawing_data(shown), answers.controls(shown)) | {
            "facility_file": files.address(view.dataset)
        }


def read_gesture(city: City, shown: MapView, trigger: str, value: Any) -> tuple[dict[str, Any], list[str]]:
    """What a control changes, as keywords of ``change_view``, and remarks on it. Raises UnusableValueError."""
    if trigger == Atlas.OPEN:
        return {"within": shown.selected, "selected": None}, []
    if trigger == Atlas.CLOSE:
        return {"level": Level.COUNTY, "selected": shown.within}, []
    changes = read_changes(_CHANGES, trigger, value)
    if not is_available(city, changes):
        raise UnusableValueError(trigger, value)
    unreadable = trigger == Atlas.BREAKS and value and not read_breaks(value)
    return changes, [words.unreadable_breaks(value)] if unreadable else []


def restore_view(city: City, before: dict[str, str]) -> MapView:
    """The view as the server last set it."""
    return read_map_query(city, {key: text for key, text in before.items() if key != "townships"})[0]


def restore_screen(city: City, before: QueryParts, kept: BrowserState) -> MapView:
    """The view on the screen: as the server last set it, at the years and the selection that the browser has now."""
    return update_from_browser(restore_view(city, before), **kept)


def omit_unchanged(answer: dict[str, Any], *before: dict[str, Any]) -> dict[str, Any]:
    """The answer without the large parts that the page already has, so that little goes over the wire.

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
    @validate_arguments
    def explain_indicator(_clicks: Any, before: QueryParts) -> tuple[bool, list[Any]]:
        answers = snapshots.current().cached(AtlasAnswers)
        return True, answers.explanation(restore_view(answers.city, before))


def _register_browser(app: Dash) -> None:
    """What the browser does by itself, in assets/js: one function a part of the page."""
    _register_address(app)
    _register_maps(app)
    _register_charts(app)
    _register_gestures(app)
    _register_facilities(app)


def _run_clientside(app: Dash, function: str, outputs: Any, *inputs: Any, initial: bool = False) -> None:
    """Let ``namespace.function`` of assets/js set the outputs whenever an input changes."""
    name = ClientsideFunction(*function.split("."))
    app.clientside_callback(name, outputs, *inputs, prevent_initial_call=not initial)


def _register_address(app: Dash) -> None:
    address = (_VIEW, _YEAR, _OTHER_YEAR, _LABELS, _SELECTED, _TYPES, _PANEL, _OTHER_PANEL)
    _run_clientside(
        app, "address.read_address", Output(Atlas.ADDRESS, "data"), Input(Shell.LOCATION, "href"), initial=True
    )
    _run_clientside(app, "address.write_address", Output(Atlas.WRITTEN, "data"), *address)
    copied = Output(Atlas.WRITTEN, "data", allow_duplicate=True)
    _run_clientside(app, "controls.copy_link", copied, Input(Atlas.COPY, "n_clicks"), _WORDS)


def _register_maps(app: Dash) -> None:
    drawing = (_LABELS, _SELECTED, _TYPES, _FACILITIES, _FOUND, _FIGURES, _AREAS, _WORDS, _FACILITY_WORDS)
    _run_clientside(app, "map.recolour_map", Output(Atlas.MAP, "figure"), *_FIRST_MAP, *drawing)
    _run_clientside(app, "map.recolour_other_map", Output(Atlas.OTHER_MAP, "figure"), *_SECOND_MAP, *drawing)
    caption = [Output(id_, "children") for id_ in (Atlas.TITLE, Atlas.LEGEND, Atlas.SOURCE)]
    _run_clientside(app, "panels.caption_map", caption, *_FIRST_MAP, _AREAS, _WORDS)
    caption = [Output(id_, "children") for id_ in (Atlas.OTHER_TITLE, Atlas.OTHER_LEGEND, Atlas.OTHER_SOURCE)]
    _run_clientside(app, "panels.caption_other_map", caption, *_SECOND_MAP, _AREAS, _WORDS)
    _run_clientside(app, "panels.frame_page", Output(Atlas.PAGE, "className"), _VIEW, _AREAS)


def _register_charts(app: Dash) -> None:
    drawing = (_SELECTED, _FIGURES, _AREAS, _WORDS)
    _run_clientside(app, "charts.draw_gap", Output(Atlas.GAP, "figure"), _PANEL, _YEAR, *drawing)
    ranking = [Output(Atlas.RANKING, "figure"), Output(Atlas.RANKING, "style")]
    _run_clientside(app, "charts.draw_ranking", ranking, *_FIRST_MAP, *drawing)
    _run_clientside(app, "charts.draw_trend", Output(Atlas.TREND, "figure"), _PANEL, _YEAR, *drawing)
    ratios = [Output(id_, "children") for id_ in (Atlas.RATIO_SIMPLE, Atlas.RATIO_WEIGHTED, Atlas.RATIO_POOLED)]
    title = [Output(Atlas.GAP_TITLE, "children"), Output(Atlas.GAP_DETAIL, "children")]
    _run_clientside(app, "panels.head_gap", [*title, Output(Atlas.GAP_TITLE, "className"), *ratios], _PANEL, _YEAR)
    table = [Output(Atlas.TABLE, "rowData"), Output(Atlas.TABLE, "columnDefs")]
    columns = State(Atlas.TABLE, "columnDefs")
    _run_clientside(app, "panels.fill_table", table, *_FIRST_MAP, _SELECTED, _AREAS, _WORDS, columns)


def _register_gestures(app: Dash) -> None:
    selection = [Output(id_, "style") for id_ in (Atlas.OPEN, Atlas.CLOSE, Atlas.UNSELECT)]
    selection = [Output(Atlas.SELECTION_TEXT, "children"), *selection]
    _run_clientside(app, "panels.describe_selection", selection, *_FIRST_MAP, _SELECTED, _AREAS, _WORDS)
    clicks = [Input(id_, "clickData") for id_ in (Atlas.MAP, Atlas.OTHER_MAP, Atlas.RANKING, Atlas.GAP)]
    clicks += [Input(Atlas.TABLE, "cellClicked"), Input(Atlas.UNSELECT, "n_clicks")]
    selected = Output(Atlas.SELECTED, "data", allow_duplicate=True)
    panel, other_panel = State(Atlas.PANEL, "data"), State(Atlas.OTHER_PANEL, "data")
    _run_clientside(app, "controls.select_area", selected, *clicks, State(Atlas.SELECTED, "data"), panel, _AREAS)
    year, other_year = (Output(id_, "value", allow_duplicate=True) for id_ in (Atlas.YEAR, Atlas.OTHER_YEAR))
    step, still = Input(Atlas.STEP, "data"), State(Atlas.TICK, "disabled")
    movement = [Output(Atlas.TICK, "disabled"), Output(Atlas.PLAY, "children"), year]
    triggers = (Input(Atlas.PLAY, "n_clicks"), Input(Atlas.TICK, "n_intervals"), step)
    _run_clientside(app, "controls.move_year", movement, *triggers, State(Atlas.YEAR, "value"), panel, still, _WORDS)
    state = (State(Atlas.OTHER_YEAR, "value"), panel, other_panel)
    _run_clientside(app, "controls.move_other_year", other_year, step, *state)


def _register_facilities(app: Dash) -> None:
    """Facility points, their legends and their list: the browser reads a dataset's once and does the rest itself."""
    file, tab = Input(Atlas.FACILITY_FILE, "data"), Input(Atlas.TABS, "active_tab")
    search, shown = Input(Atlas.FACILITY_SEARCH, "value"), (_TYPES, _FACILITIES, *_FIRST_MAP)
    _run_clientside(app, "facilities.read_book", Output(Atlas.FACILITY_BOOK, "data"), file, _TYPES, tab)
    _run_clientside(app, "facilities.offer_types", Output(Atlas.FACILITY_SUMMARY, "children"), *shown, _FACILITY_WORDS)
    _run_clientside(
        app, "facilities.explain_points", Output(Atlas.FACILITY_LEGEND, "children"), *shown, _FACILITY_WORDS
    )
    other_legend = Output(Atlas.OTHER_FACILITY_LEGEND, "children")
    other_shown = (_TYPES, _FACILITIES, *_SECOND_MAP, _FACILITY_WORDS)
    _run_clientside(app, "facilities.explain_other_points", other_legend, *other_shown)
    listed = [Output(Atlas.FACILITY_LIST, "rowData"), Output(Atlas.FACILITY_STATE, "children")]
    _run_clientside(app, "facilities.list_facilities", listed, *shown, tab, search, _FOUND, _FACILITY_WORDS)
    counted = [Output(Atlas.FACILITY_COUNTS, "columnDefs"), Output(Atlas.FACILITY_COUNTS, "rowData")]
    _run_clientside(app, "facilities.count_by_area", counted, *shown, tab, _AREAS, _FACILITY_WORDS)
    boxes = [Output(Atlas.FACILITY_LIST_BOX, "hidden"), Output(Atlas.FACILITY_COUNTS_BOX, "hidden")]
    _run_clientside(app, "facilities.turn_table", boxes, Input(Atlas.FACILITY_TABLES, "value"))
    clicked, state = Input(Atlas.FACILITY_LIST, "cellClicked"), (Atlas.FACILITY_BOOK, Atlas.FACILITIES)
    found = Output(Atlas.FOUND, "data")
    _run_clientside(app, "facilities.find_facility", found, clicked, *(State(id_, "data") for id_ in state))
