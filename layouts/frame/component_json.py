"""Components as compact JSON, for parts of a page that the browser paints as plain elements."""

from typing import Any

from dash.development.base_component import Component

# assets/js/links.js follows it without a reload, as dcc.Link does.
_TAGS = {"Link": "a"}


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
