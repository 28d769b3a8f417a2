"""The wiring of the page of briefings: the server says what can be chosen and keeps the jobs."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from pydantic import Field
from typing_extensions import TypedDict

from callbacks.accounts.guards import client
from callbacks.frame.request_checks import LARGEST_ID, checked, one_of
from callbacks.frame.wiring import hand_over_dataset
from callbacks.packs.answers import BriefingViews, NotPossibleError, job_card, read_templates
from callbacks.packs.job_runner import JobRunner
from callbacks.server import storage_faults
from callbacks.server.body_limits import USUAL, declare_body
from datasets.jobs.job_store import MOST_OF_ONE, OPEN, QueueFullError
from layouts.ids import BriefingPage, Export, Shell
from layouts.pages.packs import LARGEST_TEMPLATE, job_list
from layouts.words.pages import packs as words
from layouts.words.paper.packs import OUTPUTS

_REMEMBERED = 20  # jobs in a browser's list
_UPDATES = "/_dash-update-component"  # takes templates for a deck and a report, as base64
_LONGEST = 2 * LARGEST_TEMPLATE * 1_000_000 * 4 // 3 + USUAL  # bytes
_OFFER = {
    "offer": Output(BriefingPage.OFFER, "data"),
    "years": Output(BriefingPage.YEARS, "options"),
    "year": Output(BriefingPage.YEARS, "value"),
    "counties": Output(BriefingPage.COUNTIES, "options"),
    "county": Output(BriefingPage.COUNTIES, "value"),
    "counties_hidden": Output(BriefingPage.COUNTIES_BOX, "hidden"),
    "departments": Output(BriefingPage.DEPARTMENT, "options"),
    "department": Output(BriefingPage.DEPARTMENT, "value"),
    "department_hidden": Output(BriefingPage.DEPARTMENT_BOX, "hidden"),
    "title": Output(BriefingPage.PACK_TITLE, "placeholder"),
}
# What is chosen, as the keys of a choice.
_CHOSEN = {
    "indicators": (BriefingPage.PICKED, "data"),
    "years": (BriefingPage.YEARS, "value"),
    "counties": (BriefingPage.COUNTIES, "value"),
    "department": (BriefingPage.DEPARTMENT, "value"),
    "scenarios": (BriefingPage.SCENARIOS, "value"),
}
_FIXED = {"preset": State(BriefingPage.PRESET, "value"), "dataset": State(Shell.DATASET, "value")}
_TEXTS = {"title": State(BriefingPage.PACK_TITLE, "value"), "maker": State(BriefingPage.MAKER, "value")}


Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class Wanted(TypedDict, total=False):
    """What is chosen on the page."""

    preset: str
    dataset: str
    indicators: list[str] | None
    years: list[int] | None
    counties: list[str] | None
    department: str | None
    scenarios: list[Id] | None
    title: str | None
    maker: str | None


class Wish(TypedDict):
    """What is to be done with a job."""

    job: str
    wish: Literal["cancel", "again"]


def register(app: Dash, views: Callable[[], BriefingViews], runner: JobRunner) -> None:
    """Wire the page; ``views`` gives those of the request's snapshot."""
    declare_body(app.server, _UPDATES, _LONGEST)
    hand_over_dataset(app, BriefingPage.PAGE, BriefingPage.DATASET)
    _register_choice(app, views)
    _register_template(app)
    _register_jobs(app, views, runner)
    _register_browser(app)


def _register_choice(app: Dash, views: Callable[[], BriefingViews]) -> None:
    @app.callback(
        output=_OFFER,
        inputs={
            "preset": Input(BriefingPage.PRESET, "value"),
            "dataset": Input(BriefingPage.DATASET, "data"),
            "department": Input(BriefingPage.DEPARTMENT, "value"),
        },
        prevent_initial_call=True,
    )
    @checked
    def offer_choices(preset: str, dataset: str | None, department: str | None) -> dict[str, Any]:
        if not dataset:  # the page has not been opened yet
            raise PreventUpdate
        one_of(BriefingPage.PRESET, preset, views().presets)
        return views().offer(preset, one_of(BriefingPage.DATASET, dataset, views().city.datasets), department)

    @app.callback(
        Output(BriefingPage.SCENARIOS, "options"),
        Output(BriefingPage.SCENARIOS, "value"),
        Output(BriefingPage.SCENARIOS_BOX, "hidden"),
        Input(BriefingPage.PAGE, "hidden"),
        Input(BriefingPage.DATASET, "data"),
        State(BriefingPage.SCENARIOS, "value"),
        prevent_initial_call=True,
    )
    @checked
    def offer_scenarios(hidden: bool | None, dataset: str | None, picked: list[Id] | None) -> Any:
        if hidden or not dataset:
            raise PreventUpdate
        options = views().scenarios(dataset)
        return options, [option["value"] for option in options if option["value"] in (picked or [])], not options

    @app.callback(
        output=(Output(BriefingPage.ESTIMATE, "children"), Output(BriefingPage.START, "disabled")),
        inputs={
            "wanted": _FIXED | {name: Input(*place) for name, place in _CHOSEN.items()},
            "outputs": Input(BriefingPage.OUTPUTS, "value"),
        },
        prevent_initial_call=True,
    )
    @checked
    def estimate_size(wanted: Wanted, outputs: list[str] | None) -> tuple[str, bool]:
        try:
            return views().estimate(views().checked(wanted, outputs or [])), False
        except NotPossibleError as error:
            return str(error), True


def _register_template(app: Dash) -> None:
    @app.callback(
        Output(BriefingPage.TEMPLATE_NOTE, "children"),
        Output(BriefingPage.TEMPLATE_NOTE, "className"),
        Output(BriefingPage.TEMPLATE_REMOVE, "hidden"),
        Output(BriefingPage.TEMPLATE, "contents"),
        Input(BriefingPage.TEMPLATE, "contents"),
        Input(BriefingPage.TEMPLATE_REMOVE, "n_clicks"),
        State(BriefingPage.TEMPLATE, "filename"),
        prevent_initial_call=True,
    )
    @checked
    def check_template(contents: list[str] | None, _clicks: Any, names: list[str] | None) -> tuple[Any, ...]:
        if ctx.triggered_id == BriefingPage.TEMPLATE_REMOVE or not contents:
            return words.TEMPLATE_NONE, "bp-note quiet", True, None
        try:
            read = read_templates(contents, names or [])
        except NotPossibleError as error:
            return str(error), "bp-note bp-fault", True, None
        taken = [words.template_taken(OUTPUTS[template.output], template.name) for template in read]
        return "；".join(taken), "bp-note", False, contents


def _register_jobs(app: Dash, views: Callable[[], BriefingViews], runner: JobRunner) -> None:
    @app.callback(
        output=(Output(BriefingPage.MINE, "data"), Output(BriefingPage.FAULT, "children")),
        inputs={
            "_clicks": Input(BriefingPage.START, "n_clicks"),
            "wanted": _FIXED | _TEXTS | {name: State(*place) for name, place in _CHOSEN.items()},
            "outputs": State(BriefingPage.OUTPUTS, "value"),
            "contents": State(BriefingPage.TEMPLATE, "contents"),
            "names": State(BriefingPage.TEMPLATE, "filename"),
            "mine": State(BriefingPage.MINE, "data"),
        },
        prevent_initial_call=True,
    )
    @checked
    def start_job(
        _clicks: Any,
        wanted: Wanted,
        outputs: list[str] | None,
        contents: list[str] | None,
        names: list[str] | None,
        mine: list[str] | None,
    ) -> Any:
        try:
            templates = read_templates(contents or [], (names or []) if contents else [])
            id_ = runner.start(*views().order(wanted, outputs or [], templates), client())
        except (NotPossibleError, QueueFullError, OSError) as error:
            return mine, said(error)
        return [id_, *(mine or [])][:_REMEMBERED], ""

    @app.callback(
        Output(BriefingPage.MINE, "data", allow_duplicate=True),
        Output(BriefingPage.FAULT, "children", allow_duplicate=True),
        Input(BriefingPage.WISH, "data"),
        State(BriefingPage.MINE, "data"),
        prevent_initial_call=True,
    )
    @checked
    def grant_wish(wish: Wish, mine: list[str] | None) -> tuple[Any, str]:
        if runner.store.job(wish["job"]) is None:
            return mine, ""
        try:
            _WISHES[wish["wish"]](runner, wish["job"])
        except (QueueFullError, OSError) as error:
            return mine, said(error)
        return mine, ""

    @app.callback(
        Output(BriefingPage.JOBS, "children"),
        Output(BriefingPage.TICK, "disabled"),
        Input(BriefingPage.TICK, "n_intervals"),
        Input(BriefingPage.MINE, "data"),
        Input(BriefingPage.PAGE, "hidden"),
        prevent_initial_call=True,
    )
    @checked
    def list_jobs(_ticks: Any, mine: list[str] | None, hidden: bool | None) -> tuple[list[Component], bool]:
        if hidden:
            raise PreventUpdate
        runner.wake()
        found = [job for id_ in mine or [] if (job := runner.store.job(str(id_)))]
        places, unfinished = runner.store.places(), any(job.state in OPEN for job in found)
        return job_list([job_card(job, places.get(job.id, 0)) for job in found]), not unfinished


_WISHES: dict[str, Callable[[JobRunner, str], None]] = {
    "cancel": lambda runner, job: runner.cancel(job),
    "again": lambda runner, job: runner.again(job, client()),
}


def said(error: Exception) -> str:
    """A refusal in words."""
    match error:
        case OSError():
            return storage_faults.answer(error)[0]
        case QueueFullError(waiting=waiting, own=own):
            return words.share_full(own, waiting) if own >= MOST_OF_ONE else words.queue_full(waiting)
    return str(error)


def _register_browser(app: Dash) -> None:
    def browser(function: str, output: Output, *inputs: Any, initial: bool = False) -> None:
        app.clientside_callback(
            ClientsideFunction("briefing", function), output, *inputs, prevent_initial_call=not initial
        )

    browser(
        "show_indicators",
        Output(BriefingPage.PICKED, "data"),
        Input(BriefingPage.OFFER, "data"),
        Input(BriefingPage.SEARCH, "value"),
        State(BriefingPage.WORDS, "data"),
    )
    browser("tick_all", Output(BriefingPage.FOUND, "data"), Input(BriefingPage.EVERY, "n_clicks"))
    browser("tick_none", Output(BriefingPage.FOUND, "data", allow_duplicate=True), Input(BriefingPage.NONE, "n_clicks"))
    browser(
        "read_maker",
        Output(BriefingPage.MAKER, "value"),
        Input(BriefingPage.PAGE, "hidden"),
        State(Export.MAKER_KEPT, "data"),
        initial=True,  # the page is put in place after it was opened
    )
    browser("keep_maker", Output(Export.MAKER_KEPT, "data", allow_duplicate=True), Input(BriefingPage.MAKER, "value"))
    browser(
        "write_address",
        Output(BriefingPage.FOUND, "data", allow_duplicate=True),
        Input(BriefingPage.DATASET, "data"),
        Input(BriefingPage.PAGE, "hidden"),
    )
