"""The dialog in which a reader forms two groups of counties, and the line above every page that tells of them."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.ids import Shell
from locales import say, say_all


def button() -> html.Button:
    """Opens the dialog, which the browser makes (assets/js/groups.js)."""
    return html.Button(say("groups-open"), id=Shell.GROUPS_OPEN, className="btn btn-sm bar-button", type="button")


def parts(form: dict[str, Any], note: str, *, can_restore: bool) -> list[Component]:
    """What the dialog is made of, a line on the groups that are shown, and place for a remark on those of the address.

    ``can_restore``: the line leads back to what every reader sees.
    """
    texts = say_all("groups-browser-")
    restore = html.Button(
        texts["restore"],
        id=Shell.GROUPS_RESTORE,
        className="group-restore",
        type="button",
        hidden=not can_restore,
    )
    return [
        dcc.Store(id=Shell.GROUPS_FORM, data=form | {"words": texts}),
        html.Div([html.Span(note), restore], id=Shell.GROUPS_NOTE, className="notice group-note", hidden=not note),
        html.Div(id=Shell.GROUPS_FAULT, hidden=True),
        *(dcc.Store(id=each) for each in (Shell.GROUPS_SAVE, Shell.GROUPS_SAVED, Shell.GROUPS_SAVE_RUNS)),
    ]


def add_remark(document: html.Div, text: str) -> html.Div:
    """The document with a remark on the groups or the language that its address gives."""
    remark = html.Div(text, id=Shell.GROUPS_FAULT, className="notice", role="alert")
    return html.Div([remark if _is_place(part) else part for part in document.children], className="shell")


def _is_place(part: Component) -> bool:
    return getattr(part, "id", None) == Shell.GROUPS_FAULT
