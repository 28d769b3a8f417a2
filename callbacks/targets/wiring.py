"""The wiring of the page of targets."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from callbacks.frame.kept_answers import keep_answers
from callbacks.frame.request_checks import require_one_of, validate_arguments
from callbacks.frame.wiring import hand_over_dataset, wire_grid
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.targets.answers import TargetFilters, TargetViews
from layouts.frame.parts import clicked_row, grid_rows
from layouts.ids import Shell, Targets

_FILTERS = ("domain", "department", "article", "deadline", "county", "status")
_CONTROLS = {"year": Targets.YEAR} | {name: Targets(f"targets-{name}") for name in _FILTERS}


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""

    def views() -> TargetViews:
        return snapshots.current().cached(TargetViews)

    hand_over_dataset(app, Targets.PAGE, Targets.DATASET)
    wire_grid(app, Targets.TABLE)

    @app.callback(
        output={name: Output(id_, "options") for name, id_ in _CONTROLS.items()},
        inputs={"dataset": Input(Targets.DATASET, "data")},
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def offer_filters(dataset: str) -> dict[str, Any]:
        return views().list_options(require_one_of(Targets.DATASET, dataset, views().city.datasets))

    @app.callback(
        output={"rows": Output(grid_rows(Targets.TABLE), "data"), "shown": Output(Targets.SHOWN, "data")},
        inputs={
            "dataset": Input(Targets.DATASET, "data"),
            "year": Input(Targets.YEAR, "value"),
            "filters": {name: Input(_CONTROLS[name], "value") for name in _FILTERS},
        },
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def show_targets(dataset: str, year: str | None, filters: dict[str, str]) -> dict[str, Any]:
        if not year:
            raise PreventUpdate
        return views().answer(dataset, views().read_year(dataset, year), TargetFilters(**filters))

    @app.callback(
        Output(Targets.DETAIL, "children"),
        Input(clicked_row(Targets.TABLE), "data"),
        Input(Targets.YEAR, "value"),
        State(Targets.DATASET, "data"),
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def show_target(clicked: dict[str, Any] | None, year: str | None, dataset: str) -> list[Any]:
        if not clicked or not year:
            raise PreventUpdate
        target = require_one_of(Targets.TABLE, str(clicked.get("row")), views().city.targets)
        return views().build_detail(dataset, views().read_year(dataset, year), target)

    app.clientside_callback(
        ClientsideFunction("targets", "paint"),
        Input(Targets.SHOWN, "data"),
        Input(Targets.TABS, "active_tab"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("targets", "read_address"),
        [Output(id_, "value") for id_ in _CONTROLS.values()],
        Input(Shell.LOCATION, "href"),
        Input(Targets.YEAR, "options"),
        *[State(id_, "value") for id_ in _CONTROLS.values()],
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("targets", "write_address"),
        Output(Targets.WRITTEN, "data"),
        Input(Targets.DATASET, "data"),
        *[Input(id_, "value") for id_ in _CONTROLS.values()],
        Input(Shell.LOCATION, "pathname"),
        prevent_initial_call=True,
    )
