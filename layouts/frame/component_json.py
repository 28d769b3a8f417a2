"""Components as plain elements: as compact JSON that the browser paints, or as the HTML of a first view."""

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

# assets/js/links.js follows it without a reload, as dcc.Link does.
_TAGS = {"Link": "a"}
_NAMES = {"className": "class", "htmlFor": "for"}  # of properties, where an attribute has another
_VOID = frozenset({"img", "br", "hr", "input"})  # elements without an end


def compact_elements(content: Any) -> Any:
    """Components for assets/js/dom.js: each as ``[tag, properties, child, ...]``, a text as itself.

    A list stays one, without what is None in it.

    Dash subscribes every component to every change of the page: hundreds of table cells as components make each click
    wait, plain elements do not.
    """
    if isinstance(content, (list, tuple)):
        return [compact_elements(part) for part in content if part is not None]
    if not isinstance(content, Component):
        return str(content)
    described = content.to_plotly_json()
    properties = {name: value for name, value in described["props"].items() if value is not None}
    children = properties.pop("children", [])
    tag = _TAGS.get(described["type"], described["type"].lower())
    return [tag, properties, *compact_elements(children if isinstance(children, (list, tuple)) else [children])]


def write_html(parts: Any) -> Markup:
    """HTML of what ``compact_elements`` makes: the same elements that the browser builds of it; texts are escaped."""
    if isinstance(parts, str):
        return escape(parts)
    if not parts or isinstance(parts[0], list):
        return Markup("").join(map(write_html, parts))
    tag, properties, *children = parts
    attributes = Markup("").join(_write_attribute(name, value) for name, value in properties.items())
    start = Markup("<{}{}>").format(tag, attributes)
    return start if tag in _VOID else start + Markup("").join(map(write_html, children)) + Markup("</{}>").format(tag)


def _write_attribute(name: str, value: Any) -> Markup:
    if value is False:
        return Markup("")
    if value is True:
        return Markup(" {}").format(name)
    text = _write_style(value) if isinstance(value, Mapping) else value
    return Markup(' {}="{}"').format(_NAMES.get(name, name), text)


def _write_style(style: Mapping[str, Any]) -> str:
    return ";".join(f"{_hyphenate(name)}:{value}" for name, value in style.items())


def _hyphenate(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
