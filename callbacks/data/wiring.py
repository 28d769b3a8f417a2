"""The wiring of the page 数据: the address names a view, which the server answers; buttons ask it to do something."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.development.base_component import Component

from callbacks.data import routes
from callbacks.data.actions import ActionRequest, DataActions
from callbacks.data.answers import DataAnswers, ViewRequest
from callbacks.data.dataset_views import DatasetViews
from callbacks.data.refusals import describe_refusal
from callbacks.frame.request_checks import validate_arguments
from callbacks.frame.wiring import wire_grid
from callbacks.pictures.render_queue import RenderQueue
from datasets.imports.upload.uploads import Uploads
from layouts.data_ids import DataPage, DataView
from layouts.ids import Shell


def register(app: Dash, uploads: Uploads, pictures: RenderQueue) -> None:
    """Wire the page. Comes before the guards: an upload's size is limited before it is read."""
    published_city = uploads.published_city
    views = DatasetViews(published_city, lambda dataset: routes.list_exports(published_city, dataset))
    routes.register(app.server, uploads, views, pictures)
    _register_answers(app, DataAnswers(uploads, views), DataActions(uploads, views))
    _register_browser(app)


def _register_answers(app: Dash, answers: DataAnswers, actions: DataActions) -> None:
    @app.callback(
        Output(DataPage.BODY, "children"),
        Output(DataPage.CONTENT, "data"),
        Input(DataPage.ASKED, "data"),
        running=[(Output(DataPage.ASKED_RUNS, "data"), True, False)],
        on_error=lambda error: (no_update, describe_refusal(error).content),
        prevent_initial_call=True,
    )
    @validate_arguments
    def show_view(asked: ViewRequest) -> tuple[list[Component], dict[str, Any]]:
        shown = answers.show(asked)
        return shown.children, shown.content

    @app.callback(
        Output(DataPage.DONE, "data"),
        Input(DataPage.ACTION, "data"),
        running=[(Output(DataPage.ACTION_RUNS, "data"), True, False)],
        on_error=lambda error: describe_refusal(error).content,
        prevent_initial_call=True,
    )
    @validate_arguments
    def run_action(action: ActionRequest) -> dict[str, Any]:
        return actions.run(action)


def _register_browser(app: Dash) -> None:
    wire_grid(app, DataView.FIGURES)
    app.clientside_callback(
        ClientsideFunction("data", "ask"),
        Output(DataPage.ASKED, "data"),
        Input(Shell.LOCATION, "href"),
        Input(DataPage.PAGE, "hidden"),
        State(DataPage.WORDS, "data"),
    )
    for function, told in (
        ("show_view", DataPage.CONTENT),
        ("tell_failure", DataPage.ASKED_RUNS),
        ("show_done", DataPage.DONE),
        ("tell_undone", DataPage.ACTION_RUNS),
        ("note_corrections", DataView.FIGURES),
    ):
        app.clientside_callback(
            ClientsideFunction("data", function),
            Output(DataPage.SHOWN, "data", allow_duplicate=True),
            Input(told, "cellValueChanged" if told is DataView.FIGURES else "data"),
            prevent_initial_call=True,
        )
