"""Read the scenario of sites that an address bears."""

from collections.abc import Mapping

from datasets.queries.coverage_query import CoverageOptions
from datasets.siting.scenario import Scenario, parse_changes


def read_scenario(options: CoverageOptions, query: Mapping[str, str]) -> Scenario:
    """The scenario of a page's query. Raises ScenarioError."""
    choice, _ = options.read_page_query(query)
    return Scenario(choice.dataset, choice.type_, choice.year, parse_changes(query.get("changes", "")))


def bears_scenario(query: Mapping[str, str]) -> bool:
    """Whether the page shows a scenario that changes anything."""
    return query.get("mode") == "siting" and bool(query.get("changes"))
