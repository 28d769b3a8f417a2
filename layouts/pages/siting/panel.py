"""The siting panel beside the map, as texts: search, changes by hand, results, saved scenarios."""

from collections.abc import Sequence
from typing import Any

from datasets.siting.scenario import Scenario
from layouts.pages.siting.forms import SitingQuery, by_hand_form, search_form
from layouts.pages.siting.outcome import describe_changes, describe_outcome
from layouts.pages.siting.saved_scenarios import describe_saved
from layouts.words.siting_outcome import OutcomeText


def describe_panel(text: OutcomeText, query: SitingQuery, saved: Sequence[Scenario], hint: str) -> dict[str, Any]:
    """Both columns of the panel; without changes there is no outcome in it.

    ``query`` is that of the address; ``hint`` says why nothing can be saved, empty if it can.
    """
    return {
        "search": search_form(text, query),
        "byHand": by_hand_form(text),
        "changes": describe_changes(text),
        "outcome": describe_outcome(text) if text.outcome.placed else None,
        "saved": describe_saved(text, saved, hint),
    }
