"""The groups that a reader forms: what the dialog offers, remarks on those of an address, refusals where there is none.

The browser adds them to whatever it asks for (assets/js/groups.js); ``city_snapshots`` reads them.
"""

from typing import Any

from dash import Dash, Input, html
from dash.development.base_component import Component
from flask import Flask, Response, request

from callbacks.frame.wiring import run_clientside
from callbacks.server.city_snapshots import CitySnapshot, CitySnapshots
from callbacks.server.responses import refusal
from datasets.queries.group_query import choose_colours, find_declared_division
from layouts.frame import group_dialog
from layouts.ids import Shell
from layouts.words import groups as words

_FILES = ("/api/", "/export/")  # nobody sees there that something was ignored


def build_parts(snapshot: CitySnapshot) -> list[Component]:
    """What every page has for the groups: the dialog's data, and a line while a reader's own are shown."""
    division, has_policy = snapshot.division, bool(snapshot.city.ledger)
    note = words.division_text(division, has_policy) if division else ""
    return group_dialog.parts(describe_form(snapshot), note)


def describe_form(snapshot: CitySnapshot) -> dict[str, Any]:
    """What the dialog starts from: the counties, the groups that are shown, and how the address has them."""
    city, division = snapshot.city, snapshot.division
    shown = division or find_declared_division(city.region)
    sides = {"focus": shown.focus, "benchmark": shown.benchmark} if shown else {}
    return {
        "text": division.to_text() if division else "",
        "counties": [[county.adcode, county.name] for county in city.region.counties],
        "sides": {side: {"name": group.name, "counties": group.counties} for side, group in sides.items()},
        "colours": choose_colours(city.region),
    }


def add_remark(document: html.Div, snapshots: CitySnapshots) -> html.Div:
    """The document, with a remark where the address gives groups that cannot be formed."""
    error = snapshots.group_error()
    return group_dialog.add_remark(document, words.ignored_text(error)) if error else document


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the dialog; refuse files in groups that cannot be formed. Comes after the guards."""
    server: Flask = app.server
    run_clientside(
        app,
        "groups.settle",
        Input(Shell.GROUPS_FORM, "data"),
        Input(Shell.GROUPS_OPEN, "n_clicks"),
        Input(Shell.GROUPS_RESTORE, "n_clicks"),
        initial=True,
    )

    @server.before_request
    def refuse_groups() -> Response | None:
        error = snapshots.group_error() if request.path.startswith(_FILES) else None
        return refusal(words.fault_text(error), 400) if error else None
