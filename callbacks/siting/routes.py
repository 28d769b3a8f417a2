"""Routes of siting (选址) on the coverage page: search for sites, evaluate scenarios, save and delete them.

Answers are JSON; a refusal is ``{"error": {"message"}}`` with Chinese words and the fitting status. Trying keeps
nothing and is open to every reader; saving and deleting need the right to import.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from flask import Flask, Response, request

from callbacks.accounts.guards import changes_nothing, require
from callbacks.accounts.visitors import account_name, current_account, identify_client
from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import answer_picture
from callbacks.server.body_limits import declare_body_limit
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import answer_json, refusal, refuse_error
from callbacks.siting.answers import LEAST_COMPARED, MOST_COMPARED, SitingViews, read_scenario
from callbacks.siting.pictures import scenario_map
from datasets.city.city import City
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import MOST_OF_ONE, OPEN_STATES, Job, JobState, JobStore, QueueFullError
from datasets.siting.scenario import LONGEST_NAME, MOST_CHANGES, Scenario, ScenarioError
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.siting.siting_job import SitingAnswer, job_files, read_answer
from datasets.siting.siting_plan import MOST_SITES, PlanError, prepare_search, read_plan
from datasets.store.accounts.accounts import Right
from datasets.store.versions.scenarios import Scenarios, UnknownScenarioError
from geodata.siting.task import InfeasibleError, InfeasibleReason
from layouts.pages.coverage.page import PATH
from layouts.pages.siting.saved_scenarios import PICTURES
from layouts.words.messages import siting as messages
from layouts.words.pages import siting as words

URL = f"{PATH}/siting"
_FORM_SIZE = 64 * 1024  # bytes of a request


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


def register(server: Flask, services: SitingServices) -> None:
    """Serve everything under ``/service/siting/``. Comes before the guards."""
    refuse_error(
        server, ScenarioError, lambda one: messages.describe_scenario_fault(one.why, one.found, MOST_CHANGES), 422
    )
    refuse_error(
        server, PlanError, lambda one: messages.describe_plan_fault(one.bad, one.found, MOST_SITES, MOST_CHANGES), 422
    )
    refuse_error(server, QueueFullError, lambda one: messages.queue_full_text(one.waiting, one.own, MOST_OF_ONE), 503)
    refuse_error(server, UnknownScenarioError, messages.GONE, 404)
    _register_views(server, services)
    _register_runs(server, services)
    _register_saved(server, services)
    for endpoint in ("start_siting", "stop_siting", "save_scenario", "delete_scenario"):
        declare_body_limit(server, endpoint, _FORM_SIZE)


# --- answers ---------------------------------------------------------------------------------------------------------


def _saving_hint() -> str:
    """Why the visitor cannot save; empty if they can."""
    account = current_account()
    if account is None:
        return words.LOG_IN
    return "" if account.role.may(Right.IMPORT) else words.NOT_ALLOWED


def _sent_texts() -> dict[str, str]:
    """The texts that were sent with a request."""
    sent = request.get_json(silent=True)
    return {key: text for key, text in sent.items() if isinstance(text, str)} if isinstance(sent, dict) else {}


# --- what is shown ---------------------------------------------------------------------------------------------------


def _register_views(server: Flask, services: SitingServices) -> None:
    @server.get(f"{URL}/view")
    def siting_view() -> Response:
        query = request.args.to_dict()
        if "compare" not in query:
            return answer_json(services.views().panel(query, _saving_hint()))
        ids = _read_ids(query["compare"])
        if not LEAST_COMPARED <= len(ids) <= MOST_COMPARED:
            return refusal(words.FAULT_MOST_COMPARED, 422)
        return answer_json(services.views().compare(query, services.scenarios.find_by_ids(ids)))

    @server.get(f"{PICTURES}/<int:id_>/map.svg")
    def siting_map(id_: int) -> Response:
        (scenario,), city = services.scenarios.find_by_ids([id_]), services.snapshots.current().city
        return answer_picture(services.pictures, scenario_map(city, evaluate_scenario(city, scenario)))


def _read_ids(text: str) -> list[int]:
    parts = [part for part in text.split(",") if part.isascii() and part.isdigit() and len(part) < 10]
    return [int(part) for part in dict.fromkeys(parts)]


# --- working out -----------------------------------------------------------------------------------------------------


def _register_runs(server: Flask, services: SitingServices) -> None:
    store = services.runner.store

    @server.post(f"{URL}/runs")
    @changes_nothing
    def start_siting() -> Response:
        store.expect_room(identify_client())  # before the costs are worked out
        sent, city = _sent_texts(), services.snapshots.current().city
        scenario = read_scenario(services.views().options, sent)
        files = job_files(*prepare_search(city, scenario, read_plan(city.region, sent)))
        return answer_json({"run": services.runner.start({"dataset": scenario.dataset}, files, identify_client())}, 201)

    @server.get(f"{URL}/runs/<run>")
    def siting_run(run: str) -> Response:
        job, city = store.read_job(run), services.snapshots.current().city
        dataset = city.datasets.get(job.order["dataset"]) if job else None  # withdrawn meanwhile
        if job is None or dataset is None or job.state in (JobState.CANCELLED, JobState.INTERRUPTED):
            return refusal(messages.RUN_GONE, 404)
        content = _progress_of(store, job) if job.state in OPEN_STATES else _result_of(city, store, job)
        return answer_json(content | dataset.identity)

    @server.post(f"{URL}/runs/<run>/stop")
    @changes_nothing
    def stop_siting(run: str) -> Response:
        with suppress(KeyError, FileNotFoundError):  # it has ended and is removed
            services.runner.cancel(run)
        return answer_json({})


def _progress_of(store: JobStore, job: Job) -> dict[str, Any]:
    """Progress of a run: how many runs come before it, or its seconds and the gap of its best selection so far."""
    ahead = store.count_ahead().get(job.id, 0) if job.state is JobState.QUEUED else 0
    progress = job.progress
    text = messages.WAITING_TEXT.format(ahead=ahead) if ahead else messages.progress_text(progress.done, progress.gap)
    return {"done": False, "text": text, "percent": min(100, progress.done / (progress.total or 1) * 100)}


def _result_of(city: City, store: JobStore, job: Job) -> dict[str, Any]:
    """Result of a run: the scenario's changes with the sites that it found, None without an answer."""
    if job.state is JobState.FAILED:
        return {"done": True, "text": messages.FAULT, "changes": None}
    answer = read_answer(store, job)
    return {"done": True, "text": _answer_text(city, answer), "changes": answer.changes}


def _answer_text(city: City, answer: SitingAnswer) -> str:
    if answer.reason is None:
        return messages.result_text(answer.count, answer.seconds, answer.gap, answer.stopped)
    names = {key: group.name for key, group in city.region.groups.items()}
    error = InfeasibleError(InfeasibleReason(answer.reason), answer.group, **answer.numbers)
    return messages.explain_infeasible(error, names)


# --- what is saved ---------------------------------------------------------------------------------------------------


def _register_saved(server: Flask, services: SitingServices) -> None:
    @server.post(f"{URL}/scenarios")
    @require(Right.IMPORT)
    def save_scenario() -> Response:
        sent = _sent_texts()
        name = " ".join(sent.get("name", "").split())
        if not name or not name.isprintable():
            return refusal(words.NAME_NEEDED, 422)
        if len(name) > LONGEST_NAME:
            return refusal(messages.NAME_TOO_LONG.format(most=LONGEST_NAME), 422)
        scenario: Scenario = replace(read_scenario(services.views().options, sent), name=name)
        if not scenario.changes:
            return refusal(words.NOTHING_TO_SAVE, 422)
        evaluate_scenario(services.snapshots.current().city, scenario)  # what cannot be worked out is not kept
        kept = services.scenarios.save(scenario, account_name())
        return answer_json({"id": kept.id, "message": words.SAVED_TEXT.format(name=name)}, 201)

    @server.post(f"{URL}/scenarios/<int:id_>/delete")
    @require(Right.IMPORT)
    def delete_scenario(id_: int) -> Response:
        deleted = services.scenarios.delete(id_, account_name())
        return answer_json({"message": words.DELETED_TEXT.format(name=deleted.name)})
