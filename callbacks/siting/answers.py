"""Answers of siting (选址) for an address: the texts beside the map, and the scenario's traces on the map."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from datasets.city.city import City
from datasets.queries.coverage_query import CoverageOptions
from datasets.siting.scenario import MOST_CHANGES, Scenario, ScenarioError
from datasets.siting.scenario_outcome import draw_new_reach, evaluate_scenario
from datasets.siting.scenario_query import read_scenario
from layouts.figures.maps.coverage_data import encode_catchment
from layouts.figures.maps.siting import draw_scenario
from layouts.page_paths import PagePath
from layouts.pages.siting.panel import describe_panel
from layouts.pages.siting.saved_scenarios import compare_scenarios, siting_href
from layouts.words.messages import siting as messages
from layouts.words.siting_outcome import OutcomeText
from locales import say

MOST_COMPARED, LEAST_COMPARED = 4, 2
_KEPT_OUTCOMES = 32


class SitingViews:
    """Answers for one city. ``saved`` gives the scenarios that were saved, the newest first."""

    def __init__(self, city: City, saved: Callable[[], Sequence[Scenario]]) -> None:
        self.city, self._saved = city, saved
        self.options = CoverageOptions(city)
        self._evaluate = lru_cache(maxsize=_KEPT_OUTCOMES)(self._evaluate_once)

    def panel(self, query: Mapping[str, str], hint: str) -> dict[str, Any]:
        """``panel`` for beside the map and ``overlay`` for over it; ``hint`` says why nothing can be saved.

        A scenario that cannot be computed is ``refused``: why, and the way out.
        """
        try:
            scenario = read_scenario(self.options, query)
            outcome = self._evaluate(scenario)
        except ScenarioError as error:
            message = messages.describe_scenario_fault(error.why, error.found, MOST_CHANGES)
            without = siting_href({key: text for key, text in query.items() if key != "changes"})
            label, href = (
                (say("siting-undo-all"), without) if query.get("changes") else (say("siting-to-data"), PagePath.DATA)
            )
            return {"refused": {"message": message, "label": label, "href": href}, "overlay": []}
        saved = [scenario for scenario in self._saved() if scenario.dataset in self.city.datasets]
        panel = describe_panel(outcome, query, saved, hint)
        return {"panel": panel, "overlay": self._draw_overlay(outcome)} | self.city.datasets[scenario.dataset].identity

    def compare(self, query: Mapping[str, str], scenarios: Sequence[Scenario]) -> dict[str, Any]:
        """Saved scenarios side by side. Raises ScenarioError for one that cannot be computed any more."""
        texts = [self._evaluate(scenario) for scenario in scenarios]
        back = siting_href({key: text for key, text in query.items() if key != "compare"})
        datasets = [
            self.city.datasets[key].identity for key in dict.fromkeys(scenario.dataset for scenario in scenarios)
        ]
        return {"compared": compare_scenarios(texts, back), "overlay": [], "datasets": datasets}

    def _evaluate_once(self, scenario: Scenario) -> OutcomeText:
        return OutcomeText(self.city, evaluate_scenario(self.city, scenario))

    def _draw_overlay(self, text: OutcomeText) -> list[dict[str, Any]]:
        """The traces that the outcome lays over the map; none without changes."""
        if not text.outcome.placed:
            return []
        reach = encode_catchment(draw_new_reach(self.city, text.outcome), self.city.region.metric_crs)
        return draw_scenario(text, reach)
