"""The wiring of the page 设施布局: the browser says what the address names, the server answers, the browser paints."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.coverage.answers import CoverageAnswers
from callbacks.frame.request_checks import validate_arguments
from callbacks.server.city_snapshots import CitySnapshots
from layouts.ids import Shell
from layouts.service_ids import CoveragePage

_WORDS = State(CoveragePage.WORDS, "data")


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Answer what the page asks for whenever the address, the dataset or the page that is shown changes."""

    @app.callback(
        Output(CoveragePage.ANSWER, "data"),
        Input(CoveragePage.ASKED, "data"),
        running=[(Output(CoveragePage.WAITING, "data"), True, False)],
        prevent_initial_call=True,
    )
    @validate_arguments
    def show_coverage(asked: dict[str, str]) -> dict[str, Any]:
        return snapshots.current().cached(CoverageAnswers).answer(asked)

    app.clientside_callback(
        ClientsideFunction("coverage", "open"),
        Output(CoveragePage.ASKED, "data"),
        Input(Shell.LOCATION, "href"),
        Input(CoveragePage.PAGE, "hidden"),
        Input(Shell.DATASET, "value"),
        _WORDS,
    )
    _paint(app, "paint", Input(CoveragePage.ANSWER, "data"), State(CoveragePage.FIGURE, "data"))
    _paint(app, "wait", Input(CoveragePage.WAITING, "data"), _WORDS)
    _paint(app, "turn", Input(CoveragePage.MODE, "value"))
    _paint(app, "arrange", Input(CoveragePage.ORDER, "value"))


def _paint(app: Dash, function: str, *parts: Any) -> None:
    app.clientside_callback(ClientsideFunction("coverage", function), *parts, prevent_initial_call=True)
