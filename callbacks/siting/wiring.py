"""The wiring of siting (选址): search for sites, evaluate scenarios, save and delete them.

Trying keeps nothing and is open to every reader; saving and deleting need the right to import. What cannot be done is
answered with ``error``, a sentence.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import wraps
from typing import Annotated, Any, Literal, NotRequired

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate
from flask_wtf.csrf import CSRFError
from pydantic import Field
from typing_extensions import TypedDict

from callbacks.accounts.guards import LackingRightError, check_right, check_token
from callbacks.accounts.visitors import account_name, current_account, identify_client
from callbacks.frame.refusals import refusal_text
from callbacks.frame.request_checks import LARGEST_ID, validate_arguments
from callbacks.frame.wiring import run_clientside
from callbacks.pictures.render_queue import RenderQueue
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.siting import routes
from callbacks.siting.answers import LEAST_COMPARED, MOST_COMPARED, SitingViews
from datasets.city.city import City
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import MOST_OF_ONE, OPEN_STATES, Job, JobState, JobStore, QueueFullError
from datasets.siting.scenario import LONGEST_NAME, MOST_CHANGES, Scenario, ScenarioError
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.siting.scenario_query import read_scenario
from datasets.siting.siting_job import SitingAnswer, job_files, read_answer
from datasets.siting.siting_plan import MOST_SITES, PlanError, prepare_search, read_plan
from datasets.store.accounts.accounts import Right
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.scenarios import Scenarios, UnknownScenarioError
from geodata.siting.task import InfeasibleError, InfeasibleReason
from layouts.ids import AccountMenu
from layouts.service_ids import Siting
from layouts.words.messages import siting as messages
from locales import say

Answer = dict[str, Any]


class SavedChange(TypedDict):
    """What is to be done with saved scenarios; ``query`` is that of the page, ``name`` that of a new one."""

    act: Literal["save", "delete"]
    query: NotRequired[dict[str, str]]
    name: NotRequired[str]
    id: NotRequired[Annotated[int, Field(ge=0, le=LARGEST_ID)]]
    at: NotRequired[float]  # when the reader asked: the same may be asked again


@dataclass(frozen=True)
class SitingServices:
    """All that the actions need."""

    snapshots: CitySnapshots
    scenarios: Scenarios
    runner: JobRunner
    pictures: RenderQueue

    def views(self) -> SitingViews:
        """Answers for the city of the request."""
        return self.snapshots.current().cached(self._views_of)

    def _views_of(self, city: City) -> SitingViews:
        return SitingViews(city, self.scenarios.all)


def register(app: Dash, services: SitingServices) -> None:
    """Wire the part 选址 of the page of facilities."""
    _register_panel(app, services)
    _register_search(app, services)
    _register_saved(app, services)
    _register_browser(app)
    routes.register(app.server, services.snapshots, services.scenarios, services.pictures)


_REFUSALS = (
    *(ScenarioError, PlanError, QueueFullError, UnknownScenarioError),
    *(LackingRightError, CSRFError, StoreUnavailableError, OSError),
)


def _tell_refusal(callback: Callable[..., Answer]) -> Callable[..., Answer]:
    """A callback whose refusals are answers of the page: ``error`` says why."""

    @wraps(callback)
    def told(*args: Any, **named: Any) -> Answer:
        try:
            return callback(*args, **named)
        except _REFUSALS as error:
            return {"error": _refusal_text(error)}

    return told


def _refusal_text(error: Exception) -> str:
    match error:
        case ScenarioError():
            text = messages.describe_scenario_fault(error.why, error.found, MOST_CHANGES)
        case PlanError():
            text = messages.describe_plan_fault(error.bad, error.found, MOST_SITES, MOST_CHANGES)
        case QueueFullError():
            text = messages.queue_full_text(error.waiting, error.own, MOST_OF_ONE)
        case UnknownScenarioError():
            text = say("siting-run-scenario-gone")
        case _:
            text = refusal_text(error)
    return text


# --- what is shown ---------------------------------------------------------------------------------------------------


def _register_panel(app: Dash, services: SitingServices) -> None:
    @app.callback(
        Output(Siting.ANSWER, "data"),
        Input(Siting.ASKED, "data"),
        running=[(Output(Siting.WAITING, "data"), True, False)],
        prevent_initial_call=True,
    )
    @validate_arguments
    @_tell_refusal
    def show_siting(asked: dict[str, str] | None) -> Answer:
        if asked is None:  # the other side of the page is shown
            raise PreventUpdate
        if "compare" not in asked:
            return services.views().panel(asked, _saving_hint())
        ids = _read_ids(asked["compare"])
        if not LEAST_COMPARED <= len(ids) <= MOST_COMPARED:
            return {"error": say("siting-most-compared")}
        return services.views().compare(asked, services.scenarios.find_by_ids(ids))


def _saving_hint() -> str:
    """Why the visitor cannot save; empty if they can."""
    account = current_account()
    if account is None:
        return say("siting-log-in")
    return "" if account.role.may(Right.IMPORT) else say("siting-not-allowed")


def _read_ids(text: str) -> list[int]:
    parts = [part for part in text.split(",") if part.isascii() and part.isdigit() and len(part) < 10]
    return [int(part) for part in dict.fromkeys(parts)]


# --- the search ------------------------------------------------------------------------------------------------------


def _register_search(app: Dash, services: SitingServices) -> None:
    store = services.runner.store

    @app.callback(Output(Siting.RUN, "data"), Input(Siting.START, "data"), prevent_initial_call=True)
    @validate_arguments
    @_tell_refusal
    def start_search(asked: dict[str, str]) -> Answer:
        store.expect_room(identify_client())  # before the costs are worked out
        city = services.snapshots.current().city
        scenario = read_scenario(services.views().options, asked)
        files = job_files(*prepare_search(city, scenario, read_plan(city.region, asked)))
        return {"run": services.runner.start({"dataset": scenario.dataset}, files, identify_client())}

    @app.callback(
        Output(Siting.PROGRESS, "data"),
        Input(Siting.TIMER, "n_intervals"),
        State(Siting.RUN, "data"),
        prevent_initial_call=True,
    )
    @validate_arguments
    @_tell_refusal
    def show_progress(_ticks: Any, run: dict[str, str] | None) -> Answer:
        if not run or "run" not in run:
            raise PreventUpdate
        job, city = store.read_job(run["run"]), services.snapshots.current().city
        dataset = city.datasets.get(job.order["dataset"]) if job else None  # withdrawn meanwhile
        if job is None or dataset is None or job.state in (JobState.CANCELLED, JobState.INTERRUPTED):
            return {"error": say("siting-run-gone")}
        content = _progress_of(store, job) if job.state in OPEN_STATES else _result_of(city, store, job)
        return run | content | dataset.identity

    @app.callback(Output(Siting.STOPPED, "data"), Input(Siting.STOP, "data"), prevent_initial_call=True)
    @validate_arguments
    def stop_search(run: str) -> str:
        with suppress(KeyError, FileNotFoundError):  # it has ended and is removed
            services.runner.cancel(run)
        return run


def _progress_of(store: JobStore, job: Job) -> dict[str, Any]:
    """Progress of a run: how many runs come before it, or its seconds and the gap of its best selection so far."""
    ahead = store.count_ahead().get(job.id, 0) if job.state is JobState.QUEUED else 0
    progress = job.progress
    text = say("siting-run-waiting", ahead=ahead) if ahead else messages.progress_text(progress.done, progress.gap)
    return {"done": False, "text": text, "percent": min(100, progress.done / (progress.total or 1) * 100)}


def _result_of(city: City, store: JobStore, job: Job) -> dict[str, Any]:
    """Result of a run: the scenario's changes with the sites that it found, None without an answer."""
    if job.state is JobState.FAILED:
        return {"done": True, "text": say("siting-run-fault"), "changes": None}
    answer = read_answer(store, job)
    return {"done": True, "text": _answer_text(city, answer), "changes": answer.changes}


def _answer_text(city: City, answer: SitingAnswer) -> str:
    if answer.reason is None:
        return messages.result_text(answer.count, answer.seconds, answer.gap, answer.stopped)
    names = {key: group.name for key, group in city.region.groups.items()}
    error = InfeasibleError(InfeasibleReason(answer.reason), answer.group, **answer.numbers)
    return messages.explain_infeasible(error, names)


# --- what is saved ---------------------------------------------------------------------------------------------------


def _register_saved(app: Dash, services: SitingServices) -> None:
    @app.callback(
        Output(Siting.CHANGED, "data"),
        Input(Siting.CHANGE, "data"),
        State(AccountMenu.TOKEN, "value"),
        prevent_initial_call=True,
    )
    @validate_arguments
    @_tell_refusal
    def change_saved(change: SavedChange, token: str | None) -> Answer:
        check_right(Right.IMPORT)
        check_token(token or "")
        act = {"save": _save_scenario, "delete": _delete_scenario}[change["act"]]
        return act(services, change) | {"at": change.get("at")}


def _save_scenario(services: SitingServices, change: SavedChange) -> Answer:
    name = " ".join(change.get("name", "").split())
    if not name or not name.isprintable():
        return {"error": say("siting-name-needed")}
    if len(name) > LONGEST_NAME:
        return {"error": say("siting-run-name-too-long", most=LONGEST_NAME)}
    scenario: Scenario = replace(read_scenario(services.views().options, change.get("query", {})), name=name)
    if not scenario.changes:
        return {"error": say("siting-nothing-to-save")}
    evaluate_scenario(services.snapshots.current().city, scenario)  # what cannot be worked out is not kept
    kept = services.scenarios.save(scenario, account_name())
    return {"id": kept.id, "message": say("siting-saved", name=name)}


def _delete_scenario(services: SitingServices, change: SavedChange) -> Answer:
    deleted = services.scenarios.delete(change.get("id", 0), account_name())
    return {"message": say("siting-deleted", name=deleted.name)}


# --- in the browser --------------------------------------------------------------------------------------------------


def _register_browser(app: Dash) -> None:
    """What assets/js/siting paints of each answer."""
    sources = {"paint": Siting.ANSWER, "wait": Siting.WAITING, "begin": Siting.RUN}
    for function, store in (sources | {"follow": Siting.PROGRESS, "tell": Siting.CHANGED}).items():
        run_clientside(app, f"siting.{function}", Input(store, "data"), State(Siting.WORDS, "data"))
