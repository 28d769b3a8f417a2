"""Small components that pages are put together from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_ag_grid as dag
import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component
from plotly.io.json import to_json_plotly

from layouts.figures.theme import text_colour

Option = dict[str, Any]


@dataclass(frozen=True)
class Tab:
    """One tab: its key, what it is called, and what stands below it while it is open."""

    key: str
    label: str
    body: Component | list[Component]


def field(label: str, control: Any, class_name: str = "") -> html.Div:
    """A control under its label."""
    return html.Div(
        [html.Label(label, className="field-label", htmlFor=control.id), control], className=f"field {class_name}"
    )


def segmented(id_: str, options: list[Option], value: Any) -> dbc.RadioItems:
    """A row of buttons of which one is down; arrow keys move between them."""
    return _radio_buttons(id_, options, value, "segmented", "segment")


def choice_list(id_: str, options: list[Option], value: Any) -> dbc.RadioItems:
    """A list of which one entry is chosen."""
    return _radio_buttons(id_, options, value, "choice-list", "choice")


def _radio_buttons(id_: str, options: list[Option], value: Any, class_name: str, entry: str) -> dbc.RadioItems:
    return dbc.RadioItems(
        id=id_,
        name=id_,  # one group for the keyboard: arrow keys move within, Tab leaves
        options=options,
        value=value,
        className=class_name,
        inputClassName="btn-check",
        labelClassName=entry,
        labelCheckedClassName=f"{entry}-on",
    )


def drawing(id_: str, class_name: str, **properties: Any) -> html.Div:
    """The place of a chart or map that assets/js/plots.js draws."""
    return html.Div(id=id_, className=class_name, **properties)


def group_badge(name: str, colour: str) -> html.Span:
    """The name of a group on its colour."""
    return html.Span(name, className="group-badge", style={"background": colour, "color": text_colour(colour)})


def sheet_button(controls: str, label: str) -> html.Button:
    """The button that opens what a narrow screen has no room for (assets/js/sheets.js); wider ones do not show it."""
    state: dict[str, Any] = {"aria-controls": controls, "aria-expanded": "false"}
    return html.Button(label, type="button", className="sheet-button", **state)


def scrolled(label: str) -> dict[str, Any]:
    """Properties of a box that scrolls and holds nothing that takes the focus: the keyboard reaches it by ``label``."""
    return {"role": "region", "aria-label": label, "tabIndex": 0}


def year_slider(id_: str, label: str, **properties: Any) -> html.Div:
    """A slider that stops at the years that hold data only; the browser fills in which those are."""
    slider = dcc.Slider(
        id=id_, min=0, max=1, step=None, marks={0: ""}, value=0, included=False, allow_direct_input=False, **properties
    )
    return html.Div(slider, className="years", **named(label))


def named(label: str) -> dict[str, Any]:
    """Properties of the box around a control that Dash leaves nameless; assets/js/spoken.js names it ``label``."""
    return {"title": label, "data-name": label}


def data_grid(
    id_: str,
    columns: list[dict[str, Any]],
    key: str,
    defaults: dict[str, Any],
    options: dict[str, Any],
    class_name: str = "grid",
    **properties: Any,
) -> html.Div:
    """The place of an empty AG Grid, which the browser puts there when a reader sees it.

    ``key`` names the field that identifies a row. ``defaults`` hold for every column, ``options`` and ``properties``
    are AG Grid's and Dash's own.
    """
    grid = dag.AgGrid(
        id=id_,
        columnDefs=columns,
        rowData=[],
        getRowId=f"params.data.{key}",
        defaultColDef={"resizable": True} | defaults,
        dashGridOptions={"headerHeight": 32, "animateRows": False} | options,
        className=class_name,
        style={"height": None},  # the component would fix it at 400 px
        **properties,
    )
    # As text: Dash would ask for AG Grid's script for every component that it finds in a store.
    waiting = dcc.Store(id=waiting_grid(id_), data=to_json_plotly(grid))
    stores = [dcc.Store(id=grid_rows(id_)), dcc.Store(id=clicked_row(id_))]
    return html.Div([html.Div(waiting, id=grid_place(id_), className="grid-place"), *stores], className="grid-place")


def grid_place(id_: str) -> str:
    """The id of the box that a grid is put into."""
    return f"{id_}-place"


def grid_rows(id_: str) -> str:
    """The id of the store of a grid's rows, which may be filled before the grid is there."""
    return f"{id_}-rows"


def clicked_row(id_: str) -> str:
    """The id of the store that holds the key of the row that was clicked last, with the time of the click."""
    return f"{id_}-clicked"


def waiting_grid(id_: str) -> str:
    """The id of the store that holds a grid until a reader sees its place."""
    return f"{id_}-waiting"


def tabs(id_: str, label: str, entries: Sequence[Tab]) -> html.Div:
    """Tabs of which the first is open; the store ``id_`` holds the key of the open one in ``data``.

    ``label`` names the list to a screen reader. assets/js/tabs.js opens them: the tabs of dash-bootstrap-components
    cannot be reached by the Tab key.
    """
    named: dict[str, Any] = {"role": "tablist", "aria-label": label, "data-store": id_}
    buttons = [_tab_button(id_, tab, is_open=tab is entries[0]) for tab in entries]
    panels = [_tab_panel(id_, tab, is_open=tab is entries[0]) for tab in entries]
    store = dcc.Store(id=id_, data=entries[0].key)
    return html.Div([store, html.Div(buttons, className="tabbed-list", **named), *panels], className="tabbed")


def _tab_button(id_: str, tab: Tab, is_open: bool) -> html.Button:
    state: dict[str, Any] = {
        "aria-selected": str(is_open).lower(),
        "aria-controls": _tab_panel_id(id_, tab),
        "data-tab": tab.key,
    }
    return html.Button(
        tab.label,
        id=f"{id_}-{tab.key}-tab",
        type="button",
        role="tab",
        tabIndex=0 if is_open else -1,
        className="tabbed-tab",
        **state,
    )


def _tab_panel(id_: str, tab: Tab, is_open: bool) -> html.Div:
    named: dict[str, Any] = {"role": "tabpanel", "aria-labelledby": f"{id_}-{tab.key}-tab"}
    return html.Div(tab.body, id=_tab_panel_id(id_, tab), className="tabbed-panel", hidden=not is_open, **named)


def _tab_panel_id(id_: str, tab: Tab) -> str:
    return f"{id_}-{tab.key}-panel"


def card(header: list[Component], body: list[Component], class_name: str = "") -> html.Section:
    """A white box with a heading row."""
    return html.Section(
        [html.Header(header, className="card-head"), html.Div(body, className="card-fill")],
        className=f"panel {class_name}",
    )


def headline(finding_id: str, subject_id: str) -> Component:
    """What heads a chart or a map: what it says, and below what it shows, where, when and in which unit."""
    lines = [html.H2(id=finding_id, className="finding"), html.P(id=subject_id, className="subject")]
    return html.Div(lines, className="headline")


def told_headline(finding: str, subject: str) -> Component:
    """The same, of what is known when the page is built; what is shown heads it where nothing can be told."""
    lines: list[Component] = [html.H3(finding or subject, className="finding")]
    lines += [html.P(subject, className="subject")] if finding else []
    return html.Div(lines, className="headline")


def page_note(text: str, link: str, href: str) -> html.Div:
    """What a reader has to know before the page is read, with the way out."""
    return html.Div([html.Span(text), dcc.Link(link, href=href)], className="page-note", role="status")


def facts(rows: list[tuple[str, str]]) -> html.Dl:
    """Terms and what they mean, one below the other; rows without a text are left out."""
    return html.Dl([part for term, text in rows if text for part in (html.Dt(term), html.Dd(text))], className="facts")


def place_choice(path_id: str, choice_id: str, label: str, whole: str) -> html.Nav:
    """The way to the place that is opened, step by step, and the choice of others beside it or below.

    ``whole`` stands in the choice where nothing is opened.
    """
    named: Any = {"aria-label": label}
    choice = [
        html.Span(label, className="visually-hidden"),
        dbc.Select(id=choice_id, options=[], size="sm", placeholder=whole),
    ]
    return html.Nav([html.Span(id=path_id), html.Label(choice)], className="places", **named)
