"""The wiring of the page 设施布局: the browser opens what the address names, the server answers what is to be shown."""

from dash import ClientsideFunction, Dash, Input, Output, State
from flask import Flask, Response, request

from callbacks.coverage.answers import CoverageAnswers
from callbacks.server.city_snapshots import CitySnapshots
from layouts.frame.component_json import encode_components
from layouts.ids import CoveragePage, Shell
from layouts.pages.coverage.page import PATH


def register(app: Dash, server: Flask, snapshots: CitySnapshots) -> None:
    """Open the page whenever the address, the dataset or the page that is shown changes, and serve what it shows."""

    @server.get(f"{PATH}/view")
    def coverage_view() -> Response:
        shown = snapshots.current().cached(CoverageAnswers).answer(request.args.to_dict())
        answer = Response(encode_components(shown), mimetype="application/json")
        answer.headers["Cache-Control"] = "no-store"
        return answer

    app.clientside_callback(
        ClientsideFunction("coverage", "open_page"),
        Output(CoveragePage.SHOWN, "data"),
        Input(Shell.LOCATION, "href"),
        Input(CoveragePage.PAGE, "hidden"),
        Input(Shell.DATASET, "value"),
        State(CoveragePage.WORDS, "data"),
        State(CoveragePage.FIGURE, "data"),
    )
