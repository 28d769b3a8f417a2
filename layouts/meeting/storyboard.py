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
from locales import say, say_all

# What names the view that is on the screen, on each page that can be shown as a slide; the name of the page without it.
_TITLES = {
    PagePath.OVERVIEW: f"#{OverviewPage.TITLE}",
    PagePath.ATLAS: f"#{Atlas.TITLE}",
    PagePath.TARGETS: f"#{Targets.PAGE} > h2",
    PagePath.GAP: f"#{GapPage.INDICATOR_TITLE}",
    PagePath.COUNTY: f"#{CountyPage.PAGE} h2",
    PagePath.COVERAGE: f"#{CoveragePage.TITLE}",
}
_ADD_KEY = "S"
_LONGEST_LINK = 16_000  # characters, of what chat programs and mail still pass on whole


def for_browser() -> dict[str, Any]:
    """What the scripts make the panel from."""
    # By all names: limits of the same number are one member of the enumeration.
    limits = {name.lower(): int(limit) for name, limit in StoryboardLimit.__members__.items()}
    return {
        "titles": _TITLES,
        "limits": limits | {"link": _LONGEST_LINK},
        "outputs": [*say_all("storyboard-outputs-").items(), (SNAPSHOT, say("snapshot-output"))],
        "snapshot": SNAPSHOT,
        "words": say_all("storyboard-browser-") | say_all("snapshot-browser-"),
    }


def menu() -> html.Details:
    """The menu of what a meeting needs."""
    present = _entry(Meeting.OPEN, [say("meeting-open"), html.Kbd("F")])
    add = _entry(Storyboard.ADD, [say("storyboard-add"), html.Kbd(_ADD_KEY)])
    summary = html.Summary(say("storyboard-menu"), className="btn btn-sm bar-button", title=say("storyboard-menu-hint"))
    check = html.A(
        say("readiness-open"),
        href="/check",
        target="_blank",
        className="meeting-entry",
        title=say("readiness-open-hint"),
    )
    save = _entry(Storyboard.SNAPSHOT, say("snapshot-menu"))
    keys = _entry(Meeting.KEYS, [say("meeting-keys"), html.Kbd("?")])
    parts = [present, add, _entry(Storyboard.OPEN, say("storyboard-open")), save, check, keys]
    entries = html.Div(parts, className="table-lists meeting-entries")
    return html.Details([summary, entries], id=Storyboard.MENU, className="table-menu")


def stores() -> list[Component]:
    """What goes to the server and comes back."""
    return [dcc.Store(id=Storyboard.ORDER), dcc.Store(id=Storyboard.ANSWER)]


def _entry(id_: str, label: Any) -> html.Button:
    return html.Button(label, id=id_, type="button", className="meeting-entry")
