"""Saved scenarios as texts: the list beside the map, and several side by side."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from datasets.siting.scenario import Scenario
from layouts.page_paths import PagePath
from layouts.pages.coverage.page import PATH
from layouts.words.siting_outcome import OutcomeText
from locales import say

PICTURES = f"{PATH}/siting/scenarios"
Texts = dict[str, Any]


def siting_href(query: Mapping[str, str]) -> str:
    """The address of the part 选址 for a query, without its empty texts."""
    return f"{PATH}?{urlencode({key: text for key, text in query.items() if text})}"


def describe_saved(text: OutcomeText, saved: Sequence[Scenario], hint: str) -> Texts:
    """The saved scenarios; who saved one is shown to those who may save. ``hint`` says why nothing can be saved."""
    return {
        "hint": hint,
        "items": [
            {
                "id": scenario.id or 0,
                "name": scenario.name,
                "href": siting_href(scenario.query),
                "about": text.saved_line(scenario, with_maker=not hint),
            }
            for scenario in saved
        ],
        "packHref": f"{PagePath.PACKS}?{urlencode({'dataset': text.outcome.scenario.dataset})}",
    }


def compare_scenarios(texts: Sequence[OutcomeText], back: str) -> Texts:
    """Saved scenarios side by side; ``back`` is the address that leads to the one at work."""
    scenarios = [text.outcome.scenario for text in texts]
    columns = [text.compared() for text in texts]
    return {
        "back": back,
        "scenarios": [
            {"name": one.name, "href": siting_href(one.query), "picture": f"{PICTURES}/{one.id}/map.svg"}
            for one in scenarios
        ],
        "rows": [[label, *[column[key] for column in columns]] for key, label in texts[0].compare_labels().items()],
        "pictures": say("siting-map"),
    }
