"""The gap page's wiring: one answer holds the whole page for a choice. The address stays in the browser."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from callbacks.frame.kept_answers import keep_answers
from callbacks.frame.request_checks import read_changes, validate_arguments
from callbacks.frame.wiring import wire_grid
from callbacks.gap.answers import GapAnswers
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
]
# What each control changes in the choice, from its value, as keywords of ``GapOptions.change``.
_CHANGES: dict[str, Callable[[Any], dict[str, Any]]] = {
    GapPage.DOMAIN: lambda value: {"domain": None if value == EVERY_DOMAIN else Domain(value)},
    GapPage.INDICATOR: lambda value: {"indicator": value},
    GapPage.YEAR: lambda value: {"year": value},
    GapPage.GOAL: lambda value: {"goal": Goal(value)},
    clicked_row(GapPage.TABLE): lambda clicked: {"indicator": clicked["row"]},
}


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""
    _register_choice(app, snapshots)
    _register_browser(app)
    wire_grid(app, GapPage.TABLE)


def _register_choice(app: Dash, snapshots: CitySnapshots) -> None:
    @app.callback(
        output=_CONTROLS | {"rows": Output(grid_rows(GapPage.TABLE), "data"), "shown": Output(GapPage.SHOWN, "data")},
        inputs={
            "address": Input(GapPage.ADDRESS, "data"),
            "triggers": _TRIGGERS,
            "before": State(GapPage.CHOICE, "data"),
        },
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def show_choice(address: str | None, triggers: list[Any], before: dict[str, str] | None) -> Any:  # noqa: ARG001
        answers, trigger = snapshots.current().cached(GapAnswers), ctx.triggered_id
        choices = answers.overview.choices
        if trigger == GapPage.ADDRESS:
            return answers.answer(*choices.read_query(dict(parse_qsl((address or "").lstrip("?")))))
        if before is None or not trigger or not ctx.triggered[0]["value"]:  # ``triggers`` are read by ctx
            raise PreventUpdate
        shown = choices.read_query(before)[0]
        changes = read_changes(_CHANGES, trigger, ctx.triggered[0]["value"])
        return answers.answer(choices.change(shown, **changes), [], shown)


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("gap_page", "read_address"),
        Output(GapPage.ADDRESS, "data"),
        Input(Shell.LOCATION, "href"),
        Input(Shell.DATASET, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("gap_page", "paint"),
        Input(GapPage.SHOWN, "data"),
        State(GapPage.CHOICE, "data"),
        State(GapPage.YEAR, "marks"),
    )
