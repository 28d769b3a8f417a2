"""The route of siting (选址): the small map of a saved scenario, which stands in a comparison."""

from flask import Flask, Response

from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import answer_picture
from callbacks.pictures.scenarios import scenario_map
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import refuse_error
from datasets.siting.scenario import MOST_CHANGES, ScenarioError
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.store.versions.scenarios import Scenarios, UnknownScenarioError
from layouts.pages.siting.saved_scenarios import PICTURES
from layouts.words.messages import siting as messages
from locales import say


def register(server: Flask, snapshots: CitySnapshots, scenarios: Scenarios, pictures: RenderQueue) -> None:
    """Serve the pictures. Comes before the guards."""
    refuse_error(
        server, ScenarioError, lambda one: messages.describe_scenario_fault(one.why, one.found, MOST_CHANGES), 422
    )
    refuse_error(server, UnknownScenarioError, lambda _: say("siting-run-scenario-gone"), 404)

    @server.get(f"{PICTURES}/<int:id_>/map.svg")
    def siting_map(id_: int) -> Response:
        (scenario,), city = scenarios.find_by_ids([id_]), snapshots.current().city
        return answer_picture(pictures, scenario_map(city, evaluate_scenario(city, scenario)))
