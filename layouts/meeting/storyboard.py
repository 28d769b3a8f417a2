"""Storyboards on the page: the menu of the bar, and what the browser makes the panel from (assets/js/storyboard)."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from datasets.queries.storyboard import StoryboardLimit
from layouts.ids import Atlas, CountyPage, GapPage, OverviewPage, Targets
from layouts.meeting_ids import Meeting, Storyboard
from layouts.pack_terms import SNAPSHOT
from layouts.page_paths import PagePath
from layouts.service_ids import CoveragePage
from layouts.words.meeting import presentation, snapshot
from layouts.words.meeting import storyboard as words
from locales import say

# What names the view that is on the screen, on each page that can be shown as a slide; the name of the page without it.
_TITLES = {
    PagePath.OVERVIEW: f"#{OverviewPage.TITLE}",
    PagePath.ATLAS: f"#{Atlas.TITLE}",
    PagePath.TARGETS: f"#{Targets.PAGE} > h2",
    PagePath.GAP: f"#{GapPage.INDICATOR_TITLE}",
    PagePath.COUNTY: f"#{CountyPage.PAGE} h2",
    PagePath.COVERAGE: f"#{CoveragePage.TITLE}",
}
FOR_BROWSER: dict[str, Any] = {
    "titles": _TITLES,
    # By all names: limits of the same number are one member of the enumeration.
    "limits": {name.lower(): int(limit) for name, limit in StoryboardLimit.__members__.items()}
    | {"link": words.LONGEST_LINK},
    "outputs": [*words.OUTPUTS.items(), (SNAPSHOT, snapshot.OUTPUT)],
    "snapshot": SNAPSHOT,
    "words": words.FOR_BROWSER | snapshot.FOR_BROWSER,
}


def menu() -> html.Details:
    """The menu of what a meeting needs."""
    present = _entry(Meeting.OPEN, [presentation.OPEN, html.Kbd(presentation.OPEN_KEY)])
    add = _entry(Storyboard.ADD, [words.ADD, html.Kbd(words.ADD_KEY)])
    summary = html.Summary(words.MENU, className="btn btn-sm bar-button", title=words.MENU_HINT)
    check = html.A(
        say("readiness-open"),
        href="/check",
        target="_blank",
        className="meeting-entry",
        title=say("readiness-open-hint"),
    )
    save = _entry(Storyboard.SNAPSHOT, snapshot.MENU)
    keys = _entry(Meeting.KEYS, [presentation.KEYS, html.Kbd(presentation.KEYS_KEY)])
    parts = [present, add, _entry(Storyboard.OPEN, words.OPEN), save, check, keys]
    entries = html.Div(parts, className="table-lists meeting-entries")
    return html.Details([summary, entries], id=Storyboard.MENU, className="table-menu")


def stores() -> list[Component]:
    """What goes to the server and comes back."""
    return [dcc.Store(id=Storyboard.ORDER), dcc.Store(id=Storyboard.ANSWER)]


def _entry(id_: str, label: Any) -> html.Button:
    return html.Button(label, id=id_, type="button", className="meeting-entry")
