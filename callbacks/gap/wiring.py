"""The gap page's wiring: one answer settles the choice, and each card follows it. The address stays in the browser."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from callbacks.frame.request_checks import read_changes, validate_arguments
from callbacks.frame.wiring import wire_grid
from callbacks.gap.indicator import GapIndicator
from callbacks.gap.overview import GapOverview
from callbacks.server.city_snapshots import CitySnapshots
from datasets.queries.gap_query import EVERY_DOMAIN, Goal
from indicators.definition import Domain
from layouts.frame.parts import clicked_row, grid_rows
from layouts.ids import GapPage, Shell

_CONTROLS = {
    "choice": Output(GapPage.CHOICE, "data"),
    "domain_options": Output(GapPage.DOMAIN, "options"),
    "domain": Output(GapPage.DOMAIN, "value"),
    "indicator_options": Output(GapPage.INDICATOR, "options"),
    "indicator": Output(GapPage.INDICATOR, "value"),
    "year": {key: Output(GapPage.YEAR, key) for key in ("min", "max", "marks", "value")},
    "goal_options": Output(GapPage.GOAL, "options"),
    "goal": Output(GapPage.GOAL, "value"),
    "notice": Output(GapPage.NOTICE, "children"),
}
_TRIGGERS = [
    Input(GapPage.DOMAIN, "value"),
    Input(GapPage.INDICATOR, "value"),
    Input(GapPage.YEAR, "value"),
    Input(GapPage.GOAL, "value"),
    Input(clicked_row(GapPage.TABLE), "data"),
    Input(GapPage.OVERVIEW, "clickData"),
]
# What each control changes in the choice, from its value, as keywords of ``GapOptions.change``.
_CHANGES: dict[str, Callable[[Any], dict[str, Any]]] = {
    GapPage.DOMAIN: lambda value: {"domain": None if value == EVERY_DOMAIN else Domain(value)},
    GapPage.INDICATOR: lambda value: {"indicator": value},
    GapPage.YEAR: lambda value: {"year": value},
    GapPage.GOAL: lambda value: {"goal": Goal(value)},
    clicked_row(GapPage.TABLE): lambda clicked: {"indicator": clicked["row"]},
    GapPage.OVERVIEW: lambda click: {"indicator": click["points"][0]["customdata"][0]},
}


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""
    _register_choice(app, snapshots)
    _register_overview(app, snapshots)
    _register_indicator(app, snapshots)
    _register_browser(app)
    wire_grid(app, GapPage.TABLE)


def _register_choice(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        output=_CONTROLS,
        inputs={
            "address": Input(GapPage.ADDRESS, "data"),
            "triggers": _TRIGGERS,
            "before": State(GapPage.CHOICE, "data"),
        },
        prevent_initial_call=True,
    )
    @validate_arguments
    def settle_choice(address: str | None, triggers: list[Any], before: dict[str, str] | None) -> Any:  # noqa: ARG001
        views, trigger = snapshots.current().cached(GapOverview), ctx.triggered_id
        choices = views.choices
        if trigger == GapPage.ADDRESS:
            return views.build_controls(*choices.read_query(dict(parse_qsl((address or "").lstrip("?")))))
        if before is None or not trigger or not ctx.triggered[0]["value"]:  # ``triggers`` are read by ctx
            raise PreventUpdate
        changes = read_changes(_CHANGES, trigger, ctx.triggered[0]["value"])
        return views.build_controls(choices.change(choices.read_query(before)[0], **changes), [])


def _register_overview(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        output={
            "title": Output(GapPage.OVERVIEW_TITLE, "children"),
            "counts": Output(GapPage.OVERVIEW_COUNTS, "children"),
            "figure": Output(GapPage.OVERVIEW, "figure"),
            "style": Output(GapPage.OVERVIEW, "style"),
            "rows": Output(grid_rows(GapPage.TABLE), "data"),
            "left_out": Output(GapPage.LEFT_OUT, "children"),
        },
        inputs={"choice": Input(GapPage.CHOICE, "data")},
        prevent_initial_call=True,
    )
    @validate_arguments
    def compare_indicators(choice: dict[str, str]) -> Any:
        views = snapshots.current().cached(GapOverview)
        return views.build_overview(views.choices.read_query(choice)[0])


def _register_indicator(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        output={
            "indicator": {
                "title": Output(GapPage.INDICATOR_TITLE, "children"),
                "link": Output(GapPage.INDICATOR_LINK, "href"),
                "body": Output(GapPage.INDICATOR_BODY, "children"),
            },
            "path": {
                "figure": Output(GapPage.PATH, "figure"),
                "hidden": Output(GapPage.PATH_BOX, "hidden"),
                "text": Output(GapPage.PATH_TEXT, "children"),
            },
            "reference": {
                "title": Output(GapPage.REFERENCE_TITLE, "children"),
                "figure": Output(GapPage.REFERENCE, "figure"),
                "hidden": Output(GapPage.REFERENCE_BOX, "hidden"),
                "text": Output(GapPage.REFERENCE_TEXT, "children"),
            },
            "needs": {
                "title": Output(GapPage.NEEDS_TITLE, "children"),
                "figure": Output(GapPage.NEEDS, "figure"),
                "hidden": Output(GapPage.NEEDS_BOX, "hidden"),
                "text": Output(GapPage.NEEDS_TEXT, "children"),
            },
            "inequality": Output(GapPage.INEQUALITY, "children"),
        },
        inputs={"choice": Input(GapPage.CHOICE, "data")},
        prevent_initial_call=True,
    )
    @validate_arguments
    def take_indicator_apart(choice: dict[str, str]) -> Any:
        snapshot = snapshots.current()
        choices = snapshot.cached(GapOverview).choices
        return snapshot.cached(GapIndicator).answer(choices.read_query(choice)[0])


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("gap_page", "read_address"),
        Output(GapPage.ADDRESS, "data"),
        Input(Shell.LOCATION, "href"),
        Input(Shell.DATASET, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("gap_page", "write_address"),
        Output(GapPage.WRITTEN, "data"),
        Input(GapPage.CHOICE, "data"),
        State(GapPage.YEAR, "marks"),
    )
