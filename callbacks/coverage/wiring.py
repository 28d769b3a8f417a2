"""The wiring of the page 设施布局: the browser says what the address names, the server answers, the browser paints."""

from typing import Any

from dash import Dash, Input, Output, State

from callbacks.coverage.answers import CoverageAnswers
from callbacks.frame.request_checks import validate_arguments
from callbacks.frame.wiring import run_clientside
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

    run_clientside(
        app,
        "coverage.open",
        Output(CoveragePage.ASKED, "data"),
        Input(Shell.LOCATION, "href"),
        Input(CoveragePage.PAGE, "hidden"),
        Input(Shell.DATASET, "value"),
        _WORDS,
        initial=True,
    )
    run_clientside(app, "coverage.paint", Input(CoveragePage.ANSWER, "data"), State(CoveragePage.FIGURE, "data"))
    run_clientside(app, "coverage.wait", Input(CoveragePage.WAITING, "data"), _WORDS)
    run_clientside(app, "coverage.turn", Input(CoveragePage.MODE, "value"))
    run_clientside(app, "coverage.arrange", Input(CoveragePage.ORDER, "value"))
