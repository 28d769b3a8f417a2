"""Controls of the page 数据. A button names what it does in ``data-act``."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from layouts.data_ids import DataView
from layouts.frame.parts import scrolled


def text_input(id_: DataView, value: object = "", **attributes: Any) -> dbc.Input:
    """A line of text."""
    text = "" if value is None else str(value)
    return dbc.Input(id=id_, name=id_, type="text", value=text, size="sm", autocomplete="off", **attributes)


def number_input(id_: DataView, value: int | None) -> dbc.Input:
    """A whole number."""
    return text_input(id_, value, inputmode="numeric", maxlength=9)


def select(id_: DataView, options: Mapping[str, str], value: str | None) -> dbc.Select:
    """A choice of one; ``options`` are values and what they say. An empty value is shown by the placeholder."""
    listed = [{"value": key, "label": text} for key, text in options.items()]
    shown = options.get("")
    return dbc.Select(id=id_, name=id_, options=listed, value=value or "", placeholder=shown, size="sm")


def labelled(label: str, control: Any, class_name: str = "", control_id: str = "") -> html.Div:
    """A control under its label; ``control_id`` where the browser paints it."""
    name = html.Label(label, className="field-label", htmlFor=control_id or control.id)
    return html.Div([name, control], className=f"field {class_name}")


def choices(id_: DataView, options: Sequence[tuple[str, str, str]], value: str) -> dbc.RadioItems:
    """Radio buttons as boxes; ``options`` are values, what they say, and a line of explanation."""
    listed = [{"value": key, "label": [html.Strong(text), html.Small(hint)]} for key, text, hint in options]
    return dbc.RadioItems(
        id=id_, name=id_, options=listed, value=value, className="dp-choices", labelClassName="dp-choice"
    )


def button(act: str, label: str, primary: bool = False, **data: str) -> html.Button:
    """A button that does ``act``; ``data`` is what it is done to."""
    look = "btn-primary" if primary else "btn-outline-secondary"
    named: dict[str, Any] = {"data-act": act} | {f"data-{key}": value for key, value in data.items()}
    return html.Button(label, type="button", className=f"btn btn-sm {look}", **named)


def link_button(label: str, href: str) -> dcc.Link:
    """A link to another state of the page that looks like a button."""
    return dcc.Link(label, href=href, className="btn btn-sm btn-outline-secondary")


def file_link(label: str, href: str) -> html.A:
    """A link to a file to keep."""
    return html.A(label, href=href, download="", className="download")


def painted(id_: DataView, class_name: str = "dp-scroll", label: str = "") -> html.Div:
    """The place of what the browser paints; one with a ``label`` scrolls by the keyboard."""
    return html.Div(id=id_, className=class_name, **scrolled(label) if label else {})
