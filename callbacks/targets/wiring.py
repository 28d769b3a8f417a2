"""The wiring of the page of targets: the server answers a choice with the whole page."""

from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update
from typing_extensions import TypedDict

from callbacks.frame.kept_answers import keep_answers
from callbacks.frame.request_checks import require_one_of, validate_arguments
from callbacks.frame.wiring import hand_over_dataset, run_clientside, wire_grid
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.targets.answers import TargetViews
from layouts.frame.parts import clicked_row, grid_rows
from layouts.ids import Shell, Targets

_FILTERS = ("domain", "department", "article", "deadline", "county", "status")
_CONTROLS = {"year": Targets.YEAR} | {name: Targets(f"targets-{name}") for name in _FILTERS}


class TargetRequest(TypedDict):
    """The target that a page shows in detail."""

    target: str
    dataset: str
    year: str


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""

    def views() -> TargetViews:
        return snapshots.current().cached(TargetViews)

    hand_over_dataset(app, Targets.PAGE, Targets.DATASET)
    wire_grid(app, Targets.TABLE)

    @app.callback(
        output={
            "options": {name: Output(id_, "options") for name, id_ in _CONTROLS.items()},
            "values": {name: Output(id_, "value") for name, id_ in _CONTROLS.items()},
            "offered": Output(Targets.OFFERED, "data"),
            "rows": Output(grid_rows(Targets.TABLE), "data"),
            "shown": Output(Targets.SHOWN, "data"),
        },
        inputs={
            "asked": Input(Targets.ASKED, "data"),
            "controls": {name: Input(id_, "value") for name, id_ in _CONTROLS.items()},
            "offered": State(Targets.OFFERED, "data"),
        },
        prevent_initial_call=True,
    )
    @keep_answers
    @validate_arguments
    def show_targets(asked: dict[str, str], controls: dict[str, str | None], offered: str | None) -> dict[str, Any]:
        chosen = {name: value for name, value in controls.items() if value}  # nothing before the first answer
        is_address = ctx.triggered_id == Targets.ASKED and asked.keys() != {"dataset"}
        choice, _ = views().read_query(asked if is_address else asked | chosen)
        options = views().list_options(choice.dataset) if choice.dataset != offered else {}
        values = {"year": str(choice.year)} | {name: getattr(choice.filters, name) for name in _FILTERS}
        return {
            "options": {name: options.get(name, no_update) for name in _CONTROLS},
            "values": {name: no_update if value == controls[name] else value for name, value in values.items()},
            "offered": choice.dataset,
            **views().answer(choice),
        }

    @app.callback(Output(Targets.DETAIL, "children"), Input(Targets.OPENED, "data"), prevent_initial_call=True)
    @keep_answers
    @validate_arguments
    def show_target(opened: TargetRequest) -> list[Any]:
        target = require_one_of(Targets.TABLE, opened["target"], views().city.targets)
        year = views().read_year(opened["dataset"], opened["year"])
        return views().build_detail(opened["dataset"], year, target)

    location, dataset = Input(Shell.LOCATION, "href"), Input(Targets.DATASET, "data")
    run_clientside(app, "targets.choose", Output(Targets.ASKED, "data"), location, dataset)
    run_clientside(app, "targets.paint", Input(Targets.SHOWN, "data"), Input(Targets.TABS, "data"))
    run_clientside(
        *(app, "targets.open_target", Output(Targets.OPENED, "data")),
        *(Input(clicked_row(Targets.TABLE), "data"), Input(Targets.SHOWN, "data")),
    )
