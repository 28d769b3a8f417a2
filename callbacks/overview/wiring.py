"""The wiring of the first page: the server answers a choice with the whole page."""

from typing import Any, NotRequired

from dash import Dash, Input, Output, State
from flask import redirect, request
from typing_extensions import TypedDict
from werkzeug.wrappers import Response

from callbacks.frame.request_checks import validate_arguments
from callbacks.frame.wiring import hand_over_dataset, run_clientside
from callbacks.overview.answers import OverviewAnswers
from callbacks.overview.publication import PublicationNotes
from callbacks.server.city_snapshots import CitySnapshots
from datasets.queries.overview_query import OverviewQuery
from datasets.queries.query import GROUPS
from layouts.frame.component_json import compact_elements
from layouts.ids import OverviewPage, Shell
from layouts.page_paths import PagePath


class OverviewRequest(TypedDict):
    """What the page is asked to show; without a year the one that says most."""

    dataset: str
    year: NotRequired[str]


def register(app: Dash, snapshots: CitySnapshots, notes: PublicationNotes) -> None:
    """Wire the page, and lead addresses of the time when the atlas stood in its place to the atlas."""
    app.server.before_request(_lead_to_atlas)
    hand_over_dataset(app, OverviewPage.PAGE, OverviewPage.DATASET)

    @app.callback(
        Output(OverviewPage.CONTENT, "data"),
        Input(OverviewPage.ASKED, "data"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def show_overview(asked: OverviewRequest) -> dict[str, Any]:
        answers = snapshots.current().cached(OverviewAnswers)
        choice = answers.read_query({name: str(text) for name, text in asked.items()})
        shown = answers.show(choice, notes.describe(answers.city, choice.dataset))
        return shown | {"body": compact_elements(shown["body"]), "query": list(choice.to_query().items())}

    run_clientside(
        *(app, "overview.choose", Output(OverviewPage.ASKED, "data")),
        *(Input(Shell.LOCATION, "href"), Input(OverviewPage.DATASET, "data"), Input(OverviewPage.YEAR, "value")),
        State(OverviewPage.CONTENT, "data"),
    )
    run_clientside(app, "overview.paint", Input(OverviewPage.CONTENT, "data"))


def _lead_to_atlas() -> Response | None:
    """Where an address asks the first page for what only the atlas shows."""
    is_own = request.path != PagePath.OVERVIEW or request.args.keys() <= {*OverviewQuery.model_fields, GROUPS}
    return None if is_own else redirect(f"{PagePath.ATLAS}?{request.query_string.decode()}")
