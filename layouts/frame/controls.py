"""Plain controls of the page 数据: elements that the browser paints from a tree, without Dash behind each of them.

A button names what it does in ``data-act``; a control names the part of the order that it holds.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

Group = tuple[str, Mapping[str, str]]  # a heading and the options below it


def plain(tag: str, children: Any = None, **attributes: Any) -> Any:
    """An element that Dash has no component for; attributes that are None or False are left out."""
    kept = {name: value for name, value in attributes.items() if value is not None and value is not False}
    return {"type": tag, "props": kept | ({} if children is None else {"children": children})}


def text_input(name: str, value: object = "", **attributes: Any) -> Any:
    """A line of text; ``name`` is also its id."""
    common = {"id": name, "name": name, "className": "form-control form-control-sm", "autocomplete": "off"}
    return plain("input", type="text", value="" if value is None else str(value), **common | attributes)


def number_input(name: str, value: int | None, **attributes: Any) -> Any:
    """A whole number."""
    return text_input(name, value, **{"inputmode": "numeric", "maxlength": 9} | attributes)


def select(name: str, options: Mapping[str, str], value: str | None, **attributes: Any) -> Any:
    """A choice of one; ``options`` are values and what they say."""
    return _select_of(name, _option_elements(options, value or ""), attributes)


def grouped_select(name: str, first: str, groups: Sequence[Group], value: str | None, **attributes: Any) -> Any:
    """A choice of one among groups; ``first`` says that nothing is chosen."""
    below = [html.Optgroup(_option_elements(options, value or ""), label=heading) for heading, options in groups]
    return _select_of(name, [plain("option", first, value=""), *below], attributes)


def _select_of(name: str, children: list[Any], attributes: dict[str, Any]) -> Any:
    common = {"id": name, "name": name, "className": "form-select form-select-sm"}
    return plain("select", children, **common | attributes)


def _option_elements(options: Mapping[str, str], value: str) -> list[Any]:
    return [plain("option", text, value=key, selected=key == value or None) for key, text in options.items()]


def labelled(label: str, control: Any, hint: str = "", class_name: str = "") -> html.Div:
    """A control under its label, with a hint below."""
    name = html.Label(label, className="field-label", htmlFor=control["props"]["id"])
    below = [html.Small(hint, className="quiet")] if hint else []
    return html.Div([name, control, *below], className=f"field {class_name}")


def choices(name: str, options: Sequence[tuple[str, str, str]], value: str) -> html.Div:
    """Radio buttons as boxes; ``options`` are values, what they say, and a line of explanation."""
    group: dict[str, Any] = {"role": "radiogroup"}
    return html.Div(
        [_radio_box(name, *option, value) for option in options], className=f"dp-choices dp-{name}", **group
    )


def _radio_box(name: str, key: str, text: str, hint: str, value: str) -> Component:
    radio = plain("input", type="radio", name=name, value=key, checked=key == value or None)
    return html.Label([radio, html.Span([html.Strong(text), html.Small(hint)])], className="dp-choice")


def button(act: str, label: str, primary: bool = False, **data: str) -> html.Button:
    """A button that does ``act``; ``data`` is what it is done to. ``ask`` names the question to be asked before."""
    look = "btn-primary" if primary else "btn-outline-secondary"
    named: dict[str, Any] = {"data-act": act} | {f"data-{key}": value for key, value in data.items()}
    return html.Button(label, type="button", className=f"btn btn-sm {look}", **named)


def link_button(label: str, href: str) -> dcc.Link:
    """A link to another state of the page that looks like a button."""
    return dcc.Link(label, href=href, className="btn btn-sm btn-outline-secondary")


def file_link(label: str, href: str) -> html.A:
    """A link to a file to keep."""
    return html.A(label, href=href, download="", className="download")


def table(columns: Sequence[str], rows: Sequence[Component], class_name: str) -> html.Div:
    """A table that scrolls in its box; its first row of headings stays."""
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    return html.Div(
        html.Table([head, html.Tbody(list(rows))], className="dp-table"), className=f"dp-scroll {class_name}"
    )
