"""The wiring of the first page: the server answers a choice with the whole page."""

from typing import Any, NotRequired

from dash import Dash, Input, Output, State
from flask import redirect, request
from typing_extensions import TypedDict
from werkzeug.wrappers import Response

from callbacks.frame.request_checks import validate_arguments
from callbacks.frame.wiring import hand_over_dataset, run_clientside
from callbacks.overview.answers import OverviewAnswers
from callbacks.server.city_snapshots import CitySnapshots
from datasets.queries.map_query import MapQuery
from datasets.queries.overview_query import OverviewQuery
from layouts.frame.component_json import compact_elements
from layouts.frame.shell import notice
from layouts.ids import OverviewPage, Shell
from layouts.page_paths import PagePath
from layouts.words.pages.atlas import ignored_texts


class OverviewRequest(TypedDict):
    """What the page is asked to show; without a year the one that says most."""

    dataset: str
    year: NotRequired[str]


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page, and lead addresses of the time when the atlas stood in its place to the atlas."""
    app.server.before_request(_lead_to_atlas)
    hand_over_dataset(app, OverviewPage.PAGE, OverviewPage.DATASET)

    @app.callback(
        Output(OverviewPage.CONTENT, "data"),
        Output(OverviewPage.NOTICE, "children"),
        Input(OverviewPage.ASKED, "data"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def show_overview(asked: OverviewRequest) -> tuple[dict[str, Any], list[Any]]:
        answers = snapshots.current().cached(OverviewAnswers)
        choice, ignored = answers.options.read_query({name: str(text) for name, text in asked.items()})
        shown = answers.show(choice)
        content = {"body": compact_elements(shown["body"]), "query": list(choice.to_query().items())}
        return shown | content, notice(ignored_texts(ignored))

    run_clientside(
        *(app, "overview.choose", Output(OverviewPage.ASKED, "data")),
        *(Input(Shell.LOCATION, "href"), Input(OverviewPage.DATASET, "data"), Input(OverviewPage.YEAR, "value")),
        State(OverviewPage.CONTENT, "data"),
    )
    run_clientside(app, "overview.paint", Input(OverviewPage.CONTENT, "data"))


def _lead_to_atlas() -> Response | None:
    """Where an address asks the first page for what only the atlas shows."""
    of_atlas = MapQuery.model_fields.keys() - OverviewQuery.model_fields.keys()
    if request.path != PagePath.OVERVIEW or not request.args.keys() & of_atlas:
        return None
    return redirect(f"{PagePath.ATLAS}?{request.query_string.decode()}")
