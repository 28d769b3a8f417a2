"""The siting panel beside the map: search, changes by hand, results, saved scenarios."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from datasets.siting.scenario import Scenario
from layouts.pages.siting.forms import SitingQuery, by_hand_card, search_card
from layouts.pages.siting.outcome import changes_card, outcome_card
from layouts.pages.siting.saved_scenarios import saved_card
from layouts.words.siting_outcome import OutcomeText


@dataclass(frozen=True)
class SitingPanel:
    """What the panel shows: the ``query`` of the address, what its scenario comes to, and what was ``saved``.

    ``hint`` says why nothing can be saved, empty if it can.
    """

    query: SitingQuery
    outcome: OutcomeText
    saved: Sequence[Scenario]
    hint: str


def panel_body(panel: SitingPanel) -> list[Component]:
    """Both columns of the panel; without changes there is no outcome in it."""
    text = panel.outcome
    outcome = [outcome_card(text)] if text.outcome.placed else []
    asking = [search_card(text, panel.query), by_hand_card(text)]
    answers = [changes_card(text), *outcome, saved_card(text, panel.saved, panel.hint)]
    return [html.Div(asking, className="st-column st-asking"), html.Div(answers, className="st-column st-answers")]


def refused_body(message: str, label: str, href: str) -> list[Component]:
    """A scenario that cannot be worked out: why, and the way back to one that can."""
    link = dcc.Link(label, href=href, className="btn btn-sm btn-outline-secondary")
    body = [html.P(message, className="st-fault", role="alert"), html.Div(link)]
    return [html.Section(body, className="panel st-refused")]
