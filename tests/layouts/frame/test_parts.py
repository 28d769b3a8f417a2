"""Tabs that the keyboard reaches, and boxes that name what is in them."""

from typing import Any

from dash import html

from layouts.frame.parts import Tab, tabs

TABS = tabs("places", "Places", [Tab("north", "North", html.P("hills")), Tab("south", "South", html.P("plain"))])


def find(role: str) -> list[dict[str, Any]]:
    """The properties of every element of a role."""
    elements = (part.to_plotly_json()["props"] for part in TABS._traverse() if isinstance(part, html.Div | html.Button))
    return [properties for properties in elements if properties.get("role") == role]


def test_the_open_tab_alone_takes_the_focus() -> None:
    assert [(tab["aria-selected"], tab["tabIndex"]) for tab in find("tab")] == [("true", 0), ("false", -1)]


def test_only_the_panel_of_the_open_tab_is_shown() -> None:
    assert [panel["hidden"] for panel in find("tabpanel")] == [False, True]


def test_every_tab_names_the_panel_that_it_opens() -> None:
    assert [tab["aria-controls"] for tab in find("tab")] == [panel["id"] for panel in find("tabpanel")]
