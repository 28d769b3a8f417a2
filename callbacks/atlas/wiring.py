"""The atlas page's wiring: the server answers once for a change of the view; years and clicks stay in the browser."""

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate
from pydantic import Field
from typing_extensions import TypedDict

from callbacks.atlas.answers import AtlasAnswers
from callbacks.atlas.routes import FacilityFiles
from callbacks.frame.kept_answers import keep_answers
from callbacks.frame.request_checks import UnusableValueError, read_changes, validate_arguments
from callbacks.frame.wiring import run_clientside, wire_grid
from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City
from datasets.queries.map_query import (
    MapLabels,
    MapView,
    SecondMap,
    change_view,
    is_available,
    read_breaks,
    read_map_query,
    update_from_browser,
)
from geodata.region import Level, lies_within
from indicators.classes import BreakMethod
from indicators.definition import Domain
from layouts.frame.parts import clicked_row, grid_rows
from layouts.ids import Atlas, Shell
from layouts.words.pages import atlas as words
from locales import say

_OUTPUTS = {
    "notice": Output(Shell.NOTICE, "children"),
    "lacking": Output(Atlas.LACKING, "children"),
    "domain_options": Output(Atlas.DOMAIN, "options"),
    "domain": Output(Atlas.DOMAIN, "value"),
    "indicator_options": Output(Atlas.INDICATOR, "options"),
    "indicator": Output(Atlas.INDICATOR, "value"),
    "level_options": Output(Atlas.LEVEL, "options"),
    "level": Output(Atlas.LEVEL, "value"),
    "within_options": Output(Atlas.WITHIN, "options"),
    "within": Output(Atlas.WITHIN, "value"),
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
    "changes": Output(Atlas.CHANGES, "data"),
    "selected": Output(Atlas.SELECTED, "data"),
    "facilities": Output(Atlas.FACILITIES, "data"),
    "marks": Output(Atlas.MARKS, "data"),
    "facility_file": Output(Atlas.FACILITY_FILE, "data"),
}
# The controls by the name of the output that sets them.
_CONTROLS = {
    name: Input(id_, "value")
    for name, id_ in {
        "domain": Atlas.DOMAIN,
        "indicator": Atlas.INDICATOR,
        "level": Atlas.LEVEL,
        "within": Atlas.WITHIN,
        "method": Atlas.METHOD,
        "classes": Atlas.CLASSES,
        "breaks": Atlas.BREAKS,
        "compare": Atlas.COMPARE,
        "other": Atlas.OTHER_INDICATOR,
    }.items()
}
# What the browser alone knows of the view.
_KEPT_IN_BROWSER = {
    "year": State(Atlas.YEAR, "value"),
    "other_year": State(Atlas.OTHER_YEAR, "value"),
    "labels": State(Atlas.LABELS, "value"),
    "selected": State(Atlas.SELECTED, "data"),
    "facilities": State(Atlas.FACILITIES, "data"),
    "marks": State(Atlas.MARKS, "data"),
}
# What a control asks for, from its value, as keywords of ``change_view``.
_CHANGES: dict[str, Callable[[Any], dict[str, Any]]] = {
    Atlas.DATASET: lambda value: {"dataset": value},
    Atlas.DOMAIN: lambda value: {"domain": Domain(value)},
    Atlas.INDICATOR: lambda value: {"indicator": value},
    Atlas.LEVEL: lambda value: {"level": Level(value)},
    Atlas.WITHIN: lambda value: {"within": value or None, "selected": None},
    Atlas.METHOD: lambda value: {"method": BreakMethod(value)},
    Atlas.CLASSES: lambda value: {"classes": int(value)},
    Atlas.BREAKS: lambda value: {"breaks": read_breaks(value)},
    Atlas.COMPARE: lambda value: {"compare": SecondMap(value)},
    Atlas.OTHER_INDICATOR: lambda value: {"other_indicator": value},
}
# What the browser paints with.
_FIGURES, _AREAS = State(Atlas.FIGURES, "data"), State(Atlas.AREAS, "data")
_WORDS, _FACILITY_WORDS = State(Atlas.WORDS, "data"), State(Atlas.FACILITY_WORDS, "data")


QueryParts = dict[str, str]
_SLIDER = {"min", "max", "marks", "value"}  # what a slider of years is told


class BrowserState(TypedDict):
    """What the browser alone knows of the view; nothing of it before the first answer."""

    year: int | None
    other_year: int | None
    labels: Annotated[MapLabels | None, Field(strict=False)]  # JSON has its text only
    selected: str | None
    facilities: list[str] | None
    marks: str | None


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
            "controls": _CONTROLS,
            "others": [Input(Atlas.DATASET, "data"), Input(Atlas.OPEN, "n_clicks"), Input(Atlas.CLOSE, "n_clicks")],
            "dataset": State(Shell.DATASET, "value"),
            "before": State(Atlas.VIEW, "data"),
            "kept": _KEPT_IN_BROWSER,
        },
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def update_page(
        address: str | None,
        controls: dict[str, Any],
        others: list[Any],  # noqa: ARG001  (ctx tells which one has changed)
        dataset: str | None,
        before: QueryParts | None,
        kept: BrowserState,
    ) -> Any:
        answers, files = snapshots.current().cached(AtlasAnswers), snapshots.current().cached(FacilityFiles)
        city = answers.city
        if ctx.triggered_id == Atlas.ADDRESS:
            view, ignored = read_map_query(city, dict(parse_qsl((address or "").lstrip("?"))))
            return answers.answer(view, words.ignored_texts(ignored)) | {"facility_file": files.address(view.dataset)}
        if before is None or not ctx.triggered:
            raise PreventUpdate
        shown = restore_screen(city, before, kept)
        changes, remarks = read_gesture(city, shown, ctx.triggered_id, ctx.triggered[0]["value"])
        if dataset in city.datasets and dataset != shown.dataset:  # it was just chosen: its view is on its way
            changes = {"dataset": dataset} | changes
        view = change_view(city, shown, **changes)
        answer = answers.answer(view, remarks + answers.describe_replacements(shown, view, changes))
        known = answers.drawing_data(shown) | answers.controls(shown) | controls
        known["facility_file"] = files.address(shown.dataset)
        return omit_unchanged(answer | {"facility_file": files.address(view.dataset)}, known)


def read_gesture(city: City, shown: MapView, trigger: str, value: Any) -> tuple[dict[str, Any], list[str]]:
    """What a control changes, as keywords of ``change_view``, and remarks on it. Raises UnusableValueError."""
    if trigger == Atlas.OPEN:
        return {"within": find_deeper_place(city, shown), "selected": None}, []
    if trigger == Atlas.CLOSE:
        around = city.region.find_division_around(shown.within) if shown.within else None
        return {"level": Level.COUNTY, "within": around, "selected": shown.within}, []
    changes = read_changes(_CHANGES, trigger, value)
    if not is_available(city, changes):
        raise UnusableValueError(trigger, value)
    unreadable = trigger == Atlas.BREAKS and value and not read_breaks(value)
    return changes, [say("atlas-unreadable-breaks", text=value[:40])] if unreadable else []


def find_deeper_place(city: City, shown: MapView) -> str | None:
    """The division below what is opened that the selected county lies in, or the county itself."""
    below = city.region.list_divisions(shown.within)
    return next((key for key in below if shown.selected and lies_within(shown.selected, key)), shown.selected)


def restore_view(city: City, before: dict[str, str]) -> MapView:
    """The view as the server last set it."""
    return read_map_query(city, {key: text for key, text in before.items() if key not in ("opens", "back")})[0]


def restore_screen(city: City, before: QueryParts, kept: BrowserState) -> MapView:
    """The view on the screen: as the server last set it, at the years and the selection that the browser has now."""
    return update_from_browser(restore_view(city, before), **kept)


def omit_unchanged(answer: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The answer without what the page has already: little goes over the wire, and little is drawn again.

    ``known`` has the values of the controls as they are on the screen: the reader may just have moved one to where the
    view cannot follow.
    """

    def omit_known(value: Any, before: Any) -> Any:
        if isinstance(value, dict) and isinstance(before, dict) and value.keys() == _SLIDER:
            return {key: omit_known(part, before[key]) for key, part in value.items()}
        return no_update if value == before else value

    return {key: omit_known(value, known.get(key, no_update)) for key, value in answer.items()}


def _register_on_demand(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        Output(Atlas.EXPLANATION, "is_open"),
        Output(Atlas.EXPLANATION_BODY, "children"),
        Input(Atlas.EXPLAIN, "n_clicks"),
        State(Atlas.VIEW, "data"),
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def explain_indicator(_clicks: Any, before: QueryParts) -> tuple[bool, list[Any]]:
        answers = snapshots.current().cached(AtlasAnswers)
        return True, answers.explanation(restore_view(answers.city, before))


def _register_browser(app: Dash) -> None:
    """What the browser does by itself, in assets/js: one function a part of the page."""
    for grid in (Atlas.TABLE, Atlas.FACILITY_LIST, Atlas.FACILITY_COUNTS):
        wire_grid(app, grid)
    _register_address(app)
    _register_painting(app)
    _register_gestures(app)
    _register_facilities(app)


def _register_address(app: Dash) -> None:
    location, dataset = Input(Shell.LOCATION, "href"), (Shell.DATASET, "value")
    run_clientside(
        *(app, "address.read_address", Output(Atlas.ADDRESS, "data"), location),
        *(State(*dataset), State(Shell.DATASET, "options")),
        initial=True,
    )
    shown, hidden, view = Output(Atlas.DATASET, "data"), Input(Atlas.PAGE, "hidden"), State(Atlas.VIEW, "data")
    run_clientside(app, "controls.choose_dataset", shown, hidden, Input(*dataset), view)


def _register_painting(app: Dash) -> None:
    """One callback paints whatever a gesture has changed; it writes the address too."""
    hidden = Input(Atlas.PAGE, "hidden")
    panels = [Input(id_, "data") for id_ in (Atlas.PANEL, Atlas.OTHER_PANEL, Atlas.CHANGES, Atlas.VIEW)]
    controls = [Input(id_, "value") for id_ in (Atlas.YEAR, Atlas.OTHER_YEAR, Atlas.LABELS)]
    marks = [Input(id_, "data") for id_ in (Atlas.SELECTED, Atlas.FACILITIES, Atlas.FACILITY_BOOK, Atlas.FOUND)]
    by_hand = Input(Atlas.MARKS, "data")
    tabs = [
        Input(Atlas.TABS, "data"),
        Input(Atlas.FACILITY_SEARCH, "value"),
        Input(Atlas.FACILITY_TABLES, "value"),
    ]
    fixed = [_FIGURES, _AREAS, _WORDS, _FACILITY_WORDS]
    run_clientside(app, "atlas.paint", hidden, *panels, *controls, *marks, by_hand, *tabs, *fixed)


def _register_gestures(app: Dash) -> None:
    selected, state = Output(Atlas.SELECTED, "data", allow_duplicate=True), State(Atlas.SELECTED, "data")
    run_clientside(app, "controls.select_row", selected, Input(clicked_row(Atlas.TABLE), "data"), state)
    run_clientside(app, "controls.unselect_area", selected, Input(Atlas.UNSELECT, "n_clicks"))
    run_clientside(app, "controls.play_years", Input(Atlas.PLAY, "n_clicks"), _WORDS)
    run_clientside(app, "controls.copy_link", Input(Atlas.COPY, "n_clicks"), _WORDS)
    columns = State(Atlas.TABLE, "columnDefs")
    run_clientside(
        *(app, "table.choose_columns", Output(Atlas.TABLE, "columnDefs"), Input(Atlas.PANEL, "data")),
        *(Input(Atlas.CHANGES, "data"), columns),
        initial=True,
    )
    counts = grid_rows(Atlas.FACILITY_COUNTS)
    run_clientside(
        app,
        "facilities.name_columns",
        Output(Atlas.FACILITY_COUNTS, "columnDefs"),
        Input(counts, "data"),
        initial=True,
    )


def _register_facilities(app: Dash) -> None:
    """Facility points: the browser reads a dataset's file when a reader first asks for any of them."""
    file, tab, types = Input(Atlas.FACILITY_FILE, "data"), Input(Atlas.TABS, "data"), Atlas.FACILITIES
    book = Output(Atlas.FACILITY_BOOK, "data")
    run_clientside(app, "facilities.read_book", book, file, Input(types, "data"), tab)
    clicked, state = Input(clicked_row(Atlas.FACILITY_LIST), "data"), (Atlas.FACILITY_BOOK, types)
    found = Output(Atlas.FOUND, "data")
    run_clientside(app, "facilities.find_facility", found, clicked, *(State(id_, "data") for id_ in state))
