"""The wiring of a county's profile: the browser chooses county and year, the server answers with the profile."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.county.answers import CountyAnswers, ProfileRequest
from callbacks.frame.kept_answers import keep_answers
from callbacks.frame.request_checks import validate_arguments
from callbacks.server.city_snapshots import CitySnapshots
from layouts.ids import CountyPage, Shell


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""

    @app.callback(Output(CountyPage.CONTENT, "data"), Input(CountyPage.ASKED, "data"), prevent_initial_call=True)
    @keep_answers
    @validate_arguments
    def show_profile(asked: ProfileRequest) -> dict[str, Any]:
        return snapshots.current().cached(CountyAnswers).describe_profile(asked)

    @app.callback(
        Output(CountyPage.CONTEXT_CONTENT, "data"),
        Input(CountyPage.ASKED_CONTEXT, "data"),
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def show_context(asked: ProfileRequest) -> dict[str, Any]:
        return snapshots.current().cached(CountyAnswers).describe_context(asked)

    app.clientside_callback(
        ClientsideFunction("county", "choose"),
        Output(CountyPage.COUNTY, "options"),
        Output(CountyPage.COUNTY, "value"),
        Output(CountyPage.YEAR, "options"),
        Output(CountyPage.YEAR, "value"),
        Output(CountyPage.NOTICE, "children"),
        Output(CountyPage.ASKED, "data"),
        Output(CountyPage.ASKED_CONTEXT, "data"),
        Output(CountyPage.WEIGHTS, "data"),
        Input(Shell.LOCATION, "href"),
        Input(Shell.DATASET, "value"),
        Input(CountyPage.COUNTY, "value"),
        Input(CountyPage.YEAR, "value"),
        Input(CountyPage.WEIGHTS, "data"),
        State(CountyPage.CHOICES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("county", "paint"),
        Input(CountyPage.CONTENT, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("county", "paint_context"),
        Input(CountyPage.CONTEXT_CONTENT, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("county", "print_profile"),
        Input(CountyPage.PRINT, "n_clicks"),
        prevent_initial_call=True,
    )
