"""The groups of counties: the dialog, remarks on those of an address, refusals, and those that an editor saves.

The browser adds a reader's own to whatever it asks for (assets/js/groups.js); ``city_snapshots`` reads them. Those that
an editor saves are what every other reader sees.
"""

from typing import Any, Literal

from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component
from flask import Flask, Response, request
from flask_wtf.csrf import CSRFError
from typing_extensions import TypedDict

from callbacks.accounts.guards import LackingRightError, check_right, check_token
from callbacks.accounts.visitors import account_name
from callbacks.frame.language import find_unknown_language
from callbacks.frame.refusals import refusal_text
from callbacks.frame.request_checks import validate_arguments
from callbacks.frame.wiring import run_clientside
from callbacks.server.city_snapshots import CitySnapshot, CitySnapshots
from callbacks.server.responses import refusal
from datasets.city.city import City
from datasets.published.published_city import PublishedCity
from datasets.queries.group_query import (
    GroupError,
    GroupFault,
    choose_colours,
    find_declared_division,
    find_saved_fault,
)
from datasets.store.accounts.accounts import Right
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.divisions import NEVER, StaleDivisionError
from layouts.frame import group_dialog
from layouts.ids import AccountMenu, Shell
from layouts.words import groups as words
from locales import say

_FILES = ("/api/", "/export/")  # nobody sees there that something was ignored


class DivisionChange(TypedDict):
    """Groups to be saved for all readers, or the withdrawal of those that are.

    ``seen`` is the id of the last division that the editor's page knew of, ``at`` when the editor asked.
    """

    act: Literal["save", "withdraw"]
    groups: str
    seen: int
    at: float


def build_parts(snapshot: CitySnapshot) -> list[Component]:
    """What every page has for the groups: the dialog's data, and a line while others than every reader's are shown."""
    city, fault = snapshot.city, find_saved_fault(snapshot.city)
    if snapshot.given:
        note = words.given_text(find_declared_division(city.region), bool(city.ledger))
    else:
        note = words.set_aside_text(city.saved_divisions[0], fault) if fault else ""
    return group_dialog.parts(describe_form(snapshot), note, can_restore=bool(snapshot.given))


def describe_form(snapshot: CitySnapshot) -> dict[str, Any]:
    """What the dialog starts from: the counties, the groups that are shown, and those saved for every reader."""
    city = snapshot.city
    shown = find_declared_division(city.region)
    sides = {"focus": shown.focus, "benchmark": shown.benchmark} if shown else {}
    return {
        "text": snapshot.given,
        "counties": [[county.adcode, county.name] for county in city.region.counties],
        "sides": {side: {"name": group.name, "counties": group.counties} for side, group in sides.items()},
        "colours": choose_colours(city.region),
        "saved": _describe_saved(city),
    }


def _describe_saved(city: City) -> dict[str, Any]:
    """What is saved for every reader, and what an editor may do about it."""
    declared, last = city.of_policy.region.is_grouped, next(iter(city.saved_divisions), None)
    return {
        "lines": [say("groups-declared")]
        if declared
        else words.saved_lines(city.saved_divisions, find_saved_fault(city)),
        "can_save": not declared,
        "can_withdraw": not declared and bool(last and last.groups),
        "seen": last.id if last else NEVER,
    }


def add_remark(document: html.Div, snapshots: CitySnapshots) -> html.Div:
    """The document, with a remark where the address gives groups that cannot be formed, or an unknown language."""
    error = snapshots.group_error()
    remarks = [*([words.ignored_text(error)] if error else []), *filter(None, [find_unknown_language()])]
    return group_dialog.add_remark(document, "".join(remarks)) if remarks else document


def save_division(published_city: PublishedCity, change: DivisionChange, token: str) -> dict[str, Any]:
    """Save or withdraw groups for every reader; ``error`` says why it is not done."""
    try:
        check_right(Right.IMPORT)
        check_token(token)
        groups = change["groups"] if change["act"] == "save" else ""
        if change["act"] == "save" and not groups:
            raise GroupError(GroupFault.NOT_TWO)
        published_city.save_division(groups, change["seen"], account_name())
    except (LackingRightError, CSRFError, StoreUnavailableError) as error:
        return {"error": refusal_text(error)}
    except GroupError as error:
        return {"error": words.save_fault_text(error)}
    except StaleDivisionError as error:
        return {"error": words.stale_text(error.last)}
    return {"error": ""}


def register(app: Dash, snapshots: CitySnapshots, published_city: PublishedCity) -> None:
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
    run_clientside(app, "groups.show_saved", Input(Shell.GROUPS_SAVED, "data"), Input(Shell.GROUPS_SAVE_RUNS, "data"))

    @app.callback(
        Output(Shell.GROUPS_SAVED, "data"),
        Input(Shell.GROUPS_SAVE, "data"),
        State(AccountMenu.TOKEN, "value"),
        running=[(Output(Shell.GROUPS_SAVE_RUNS, "data"), True, False)],
        prevent_initial_call=True,
    )
    @validate_arguments
    def save_groups(change: DivisionChange, token: str | None) -> dict[str, Any]:
        return save_division(published_city, change, token or "") | {"at": change["at"]}

    @server.before_request
    def refuse_groups() -> Response | None:
        error = snapshots.group_error() if request.path.startswith(_FILES) else None
        return refusal(words.fault_text(error), 400) if error else None
