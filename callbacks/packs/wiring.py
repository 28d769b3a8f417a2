"""The wiring of the page of packs: the server says what can be chosen and keeps the jobs."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate
from pydantic import Field
from typing_extensions import TypedDict

from callbacks.accounts.visitors import identify_client
from callbacks.frame.refusals import refusal_text
from callbacks.frame.request_checks import LARGEST_ID, require_one_of, validate_arguments
from callbacks.frame.wiring import hand_over_dataset, run_clientside
from callbacks.packs import routes
from callbacks.packs.answers import NotPossibleError, PackForm, job_card, read_templates
from callbacks.server.body_limits import USUAL, declare_body_limit
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import OPEN_STATES, QueueFullError
from layouts.ids import Export, PackPage, Shell
from layouts.pages.packs import LARGEST_TEMPLATE, fingerprint_jobs, job_list
from locales import say

_REMEMBERED = 20  # jobs in a browser's list
_UPDATES = "/_dash-update-component"  # takes templates for a deck and a report, as base64
_LONGEST = 2 * LARGEST_TEMPLATE * 1_000_000 * 4 // 3 + USUAL  # bytes
_OFFER = {
    "offer": Output(PackPage.OPTIONS, "data"),
    "years": Output(PackPage.YEARS, "options"),
    "year": Output(PackPage.YEARS, "value"),
    "counties": Output(PackPage.COUNTIES, "options"),
    "county": Output(PackPage.COUNTIES, "value"),
    "counties_hidden": Output(PackPage.COUNTIES_BOX, "hidden"),
    "departments": Output(PackPage.DEPARTMENT, "options"),
    "department": Output(PackPage.DEPARTMENT, "value"),
    "department_hidden": Output(PackPage.DEPARTMENT_BOX, "hidden"),
    "title": Output(PackPage.PACK_TITLE, "placeholder"),
}
# What is chosen, as the keys of a choice.
_CHOSEN = {
    "indicators": (PackPage.PICKED, "data"),
    "years": (PackPage.YEARS, "value"),
    "counties": (PackPage.COUNTIES, "value"),
    "department": (PackPage.DEPARTMENT, "value"),
    "scenarios": (PackPage.SCENARIOS, "value"),
}
_FIXED = {"preset": State(PackPage.PRESET, "value"), "dataset": State(Shell.DATASET, "value")}
_TEXTS = {"title": State(PackPage.PACK_TITLE, "value"), "maker": State(PackPage.MAKER, "value")}


Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class WantedPack(TypedDict, total=False):
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


class JobRequest(TypedDict):
    """What is to be done with a job."""

    job: str
    action: Literal["cancel", "again"]


def register(app: Dash, form: Callable[[], PackForm], runner: JobRunner) -> None:
    """Wire the page; ``form`` gives that of the request's snapshot."""
    declare_body_limit(app.server, _UPDATES, _LONGEST)
    hand_over_dataset(app, PackPage.PAGE, PackPage.DATASET)
    _register_choice(app, form)
    _register_template(app)
    _register_jobs(app, form, runner)
    routes.register(app.server, runner.store)
    _register_browser(app)


def _register_choice(app: Dash, form: Callable[[], PackForm]) -> None:
    @app.callback(
        output=_OFFER,
        inputs={
            "preset": Input(PackPage.PRESET, "value"),
            "dataset": Input(PackPage.DATASET, "data"),
            "department": Input(PackPage.DEPARTMENT, "value"),
        },
        prevent_initial_call=True,
    )
    @validate_arguments
    def offer_choices(preset: str, dataset: str | None, department: str | None) -> dict[str, Any]:
        if not dataset:  # the page has not been opened yet
            raise PreventUpdate
        require_one_of(PackPage.PRESET, preset, form().presets)
        return form().list_options(preset, require_one_of(PackPage.DATASET, dataset, form().city.datasets), department)

    @app.callback(
        Output(PackPage.SCENARIOS, "options"),
        Output(PackPage.SCENARIOS, "value"),
        Output(PackPage.SCENARIOS_BOX, "hidden"),
        Input(PackPage.PAGE, "hidden"),
        Input(PackPage.DATASET, "data"),
        State(PackPage.SCENARIOS, "value"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def offer_scenarios(hidden: bool | None, dataset: str | None, picked: list[Id] | None) -> Any:
        if hidden or not dataset:
            raise PreventUpdate
        options = form().list_scenarios(dataset)
        return options, [option["value"] for option in options if option["value"] in (picked or [])], not options

    @app.callback(
        output=(Output(PackPage.ESTIMATE, "children"), Output(PackPage.START, "disabled")),
        inputs={
            "wanted": _FIXED | {name: Input(*place) for name, place in _CHOSEN.items()},
            "outputs": Input(PackPage.OUTPUTS, "value"),
        },
        prevent_initial_call=True,
    )
    @validate_arguments
    def estimate_size(wanted: WantedPack, outputs: list[str] | None) -> tuple[str, bool]:
        try:
            return form().estimate(form().check_choice(wanted, outputs or [])), False
        except NotPossibleError as error:
            return str(error), True


def _register_template(app: Dash) -> None:
    @app.callback(
        Output(PackPage.TEMPLATE_NOTE, "children"),
        Output(PackPage.TEMPLATE_NOTE, "className"),
        Output(PackPage.TEMPLATE_REMOVE, "hidden"),
        Output(PackPage.TEMPLATE, "contents"),
        Input(PackPage.TEMPLATE, "contents"),
        Input(PackPage.TEMPLATE_REMOVE, "n_clicks"),
        State(PackPage.TEMPLATE, "filename"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def check_template(contents: list[str] | None, _clicks: Any, names: list[str] | None) -> tuple[Any, ...]:
        if ctx.triggered_id == PackPage.TEMPLATE_REMOVE or not contents:
            return say("packs-template-none"), "pack-note quiet", True, None
        try:
            read = read_templates(contents, names or [])
        except NotPossibleError as error:
            return str(error), "pack-note pack-fault", True, None
        taken = [
            say("packs-template-taken", kind=say("document-outputs", format=template.output), name=template.name)
            for template in read
        ]
        return say("list-parts").join(taken), "pack-note", False, contents


def _register_jobs(app: Dash, form: Callable[[], PackForm], runner: JobRunner) -> None:
    @app.callback(
        output=(Output(PackPage.MY_JOBS, "data"), Output(PackPage.FAULT, "children")),
        inputs={
            "_clicks": Input(PackPage.START, "n_clicks"),
            "wanted": _FIXED | _TEXTS | {name: State(*place) for name, place in _CHOSEN.items()},
            "outputs": State(PackPage.OUTPUTS, "value"),
            "contents": State(PackPage.TEMPLATE, "contents"),
            "names": State(PackPage.TEMPLATE, "filename"),
            "mine": State(PackPage.MY_JOBS, "data"),
        },
        prevent_initial_call=True,
    )
    @validate_arguments
    def start_job(
        _clicks: Any,
        wanted: WantedPack,
        outputs: list[str] | None,
        contents: list[str] | None,
        names: list[str] | None,
        mine: list[str] | None,
    ) -> Any:
        try:
            templates = read_templates(contents or [], (names or []) if contents else [])
            id_ = runner.start(*form().prepare_job(wanted, outputs or [], templates), identify_client())
        except (NotPossibleError, QueueFullError, OSError) as error:
            return mine, refusal_text(error)
        return [id_, *(mine or [])][:_REMEMBERED], ""

    @app.callback(
        Output(PackPage.MY_JOBS, "data", allow_duplicate=True),
        Output(PackPage.FAULT, "children", allow_duplicate=True),
        Input(PackPage.JOB_REQUEST, "data"),
        State(PackPage.MY_JOBS, "data"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def change_job(request: JobRequest, mine: list[str] | None) -> tuple[Any, str]:
        if runner.store.read_job(request["job"]) is None:
            return mine, ""
        try:
            _JOB_ACTIONS[request["action"]](runner, request["job"])
        except (QueueFullError, OSError) as error:
            return mine, refusal_text(error)
        return mine, ""

    @app.callback(
        Output(PackPage.JOBS, "children"),
        Output(PackPage.JOBS_DRAWN, "data"),
        Output(PackPage.JOB_PROGRESS, "data"),
        Output(PackPage.JOB_TIMER, "disabled"),
        Input(PackPage.JOB_TIMER, "n_intervals"),
        Input(PackPage.MY_JOBS, "data"),
        Input(PackPage.PAGE, "hidden"),
        State(PackPage.JOBS_DRAWN, "data"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def list_jobs(_ticks: Any, mine: list[str] | None, hidden: bool | None, drawn: str | None) -> tuple[Any, ...]:
        if hidden:
            raise PreventUpdate
        runner.wake()
        found = [job for id_ in mine or [] if (job := runner.store.read_job(str(id_)))]
        places, unfinished = runner.store.count_ahead(), any(job.state in OPEN_STATES for job in found)
        cards = [job_card(job, places.get(job.id, 0)) for job in found]
        fingerprint = fingerprint_jobs(cards)
        progress = {card.id: {"share": card.share, "text": card.text} for card in cards if card.share is not None}
        shown = no_update if fingerprint == drawn else job_list(cards)
        return shown, fingerprint, progress or no_update, not unfinished


_JOB_ACTIONS: dict[str, Callable[[JobRunner, str], None]] = {
    "cancel": lambda runner, job: runner.cancel(job),
    "again": lambda runner, job: runner.retry(job, identify_client()),
}


def _register_browser(app: Dash) -> None:
    browser = partial(run_clientside, app)
    browser(
        "packs.show_indicators",
        Output(PackPage.PICKED, "data"),
        Input(PackPage.OPTIONS, "data"),
        Input(PackPage.SEARCH, "value"),
        State(PackPage.WORDS, "data"),
    )
    browser("packs.tick_all", Output(PackPage.UNUSED, "data"), Input(PackPage.TICK_ALL, "n_clicks"))
    unused = Output(PackPage.UNUSED, "data", allow_duplicate=True)
    browser("packs.tick_none", unused, Input(PackPage.TICK_NONE, "n_clicks"))
    browser("packs.show_progress", unused, Input(PackPage.JOB_PROGRESS, "data"))
    browser(
        "packs.read_maker",
        Output(PackPage.MAKER, "value"),
        Input(PackPage.PAGE, "hidden"),
        State(Export.MAKER_KEPT, "data"),
        initial=True,  # the page is put in place after it was opened
    )
    browser("packs.keep_maker", Output(Export.MAKER_KEPT, "data", allow_duplicate=True), Input(PackPage.MAKER, "value"))
    browser(
        "packs.write_address",
        unused,
        Input(PackPage.DATASET, "data"),
        Input(PackPage.PAGE, "hidden"),
    )
