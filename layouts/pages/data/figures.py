"""The published figures of a dataset in a grid, where single ones are corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts.data_ids import DataView
from layouts.frame.parts import card, data_grid
from layouts.pages.data.controls import button, labelled, link_button, select, text_input
from layouts.pages.data.page import PATH, BodyView
from locales import say, say_all

_LONGEST_REASON = 200  # letters
_WIDTHS = {"area": 170, "year": 80, "value": 130, "unit": 90, "kind": 90, "source": 300, "note": 200}


@dataclass(frozen=True)
class FigureRow:
    """A figure as it is published; ``area_code`` and ``year`` tell it from others of its variable."""

    area_code: str
    area: str
    year: int
    value: str
    unit: str
    kind: str
    source: str
    note: str


@dataclass(frozen=True)
class FiguresView:
    """The figures of one variable of a dataset; ``variables`` are the names of all that it has, by id."""

    dataset: str
    dataset_name: str
    variables: Mapping[str, str]
    variable: str
    rows: Sequence[FigureRow]


def figures_body(view: FiguresView) -> BodyView:
    """The grid, and below it the reason and the way to a draft."""
    head: list[Component] = [
        html.H2(say("data-correct-title", dataset=view.dataset_name)),
        html.Div(
            labelled(say("data-map-subject"), select(DataView.FIGURES_OF, view.variables, view.variable), "dp-inline"),
            className="card-actions",
        ),
    ]
    about = html.P(say("data-correct-about"), className="quiet dp-about")
    grid = html.Div(_grid(), id=DataView.CORRECTIONS, className="dp-figures")
    reason = labelled(
        say("data-correct-reason"),
        text_input(DataView.REASON, placeholder=say("data-correct-reason-hint"), maxlength=_LONGEST_REASON),
        "dp-inline dp-reason",
    )
    foot = html.Footer(
        [
            link_button(say("data-back-to-datasets"), f"{PATH}?set={view.dataset}"),
            html.P(id=DataView.CORRECTED, className="quiet", role="status"),
            reason,
            button("correct", say("data-correct-keep"), primary=True, set=view.dataset),
        ],
        className="dp-foot",
    )
    part = {
        "set": view.dataset,
        "variable": view.variable,
        "rows": [_describe_row(row) for row in view.rows],
        "words": say_all("data-correct-words-"),
    }
    return BodyView([card(head, [about, grid], "dp-figure-card"), foot], {DataView.CORRECTIONS: part})


def _grid() -> html.Div:
    names = say_all("data-figure-columns-")
    columns: list[dict[str, Any]] = [
        {"field": key, "headerName": names[key], "width": width} for key, width in _WIDTHS.items()
    ]
    value = columns[list(_WIDTHS).index("value")]
    value |= {
        "editable": True,
        "cellDataType": "text",
        "type": "rightAligned",
        "cellClassRules": {"dp-corrected": "params.data.value !== params.data.published"},
        "cellClass": "ag-right-aligned-cell dp-editable",
    }
    options = {"rowHeight": 30, "singleClickEdit": True, "stopEditingWhenCellsLoseFocus": True}
    return data_grid(DataView.FIGURES, columns, "id", {"sortable": True}, options | {"suppressNoRowsOverlay": True})


def _describe_row(row: FigureRow) -> dict[str, Any]:
    names = ("area_code", "area", "year", "value", "unit", "kind", "source", "note")
    figure = {name: getattr(row, name) for name in names}
    return figure | {"id": f"{row.area_code}|{row.year}", "published": row.value}
