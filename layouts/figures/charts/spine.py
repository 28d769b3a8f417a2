"""The spine charts of a county's profile, one a domain.

Their size is fixed, so that they look the same on the screen, on paper and on a page that was drawn while hidden.
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from indicators.definition import Domain
from layouts.figures import theme
from layouts.figures.specs.chart_spec import SPINE_EDGE, SpineRow, SpineSpec
from locales import say

ROW_HEIGHT = 24  # pixels; assets/css/county.css sets the rows of the table beside it to the same
SPINE_WIDTH = 176
_OTHERS = {"size": 8, "line": {"width": 1.4}}
_MARKS: list[tuple[str, dict[str, Any]]] = [
    ("diamond-open", _OTHERS),
    ("cross-thin-open", _OTHERS),
    ("circle", {"size": 11, "line": {"width": 1, "color": theme.PAPER}}),
]
_ARROWS = {1: "triangle-right-open", -1: "triangle-left-open"}


def spine_figure(spec: SpineSpec, domain: Domain) -> go.Figure:
    """A row for each indicator of a domain: bars of all counties and of the middle half, and marks."""
    rows = spec.domains[domain]
    return go.Figure(
        data=[
            *(_draw_bars(rows, at, name) for at, name in enumerate((say("county-whole"), say("county-middle")))),
            *(_draw_marks(rows, at, name, *_MARKS[at]) for at, name in enumerate(spec.mark_names)),
        ],
        layout=theme.base_layout(
            width=SPINE_WIDTH,
            height=ROW_HEIGHT * len(rows),
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            barmode="overlay",
            xaxis={"visible": False, "fixedrange": True, "range": [-SPINE_EDGE - 0.12, SPINE_EDGE + 0.12]},
            yaxis={"visible": False, "fixedrange": True, "range": [len(rows) - 0.5, -0.5]},
            shapes=[
                {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5, "layer": "between"}
                | {"line": {"color": theme.INK, "width": 1}}
            ],
        ),
    )


def _draw_bars(rows: Sequence[SpineRow], at: int, name: str) -> go.Bar:
    known = [(row, bar) for row, one in enumerate(rows) if (bar := one.bars[at])]
    return go.Bar(
        name=name,
        orientation="h",
        y=[row for row, _ in known],
        base=[bar.start for _, bar in known],
        x=[bar.end - bar.start for _, bar in known],
        width=0.56,
        marker={"color": theme.SPINE_FILLS[at], "line": {"width": 0}},
        customdata=[bar.text for _, bar in known],
        hovertemplate=say("list-named", name=name, text="%{customdata}") + "<extra></extra>",
    )


def _draw_marks(rows: Sequence[SpineRow], at: int, name: str, symbol: str, look: dict[str, Any]) -> go.Scatter:
    known = [(row, mark) for row, one in enumerate(rows) if (mark := one.marks[at])]
    return go.Scatter(
        name=name,
        mode="markers",
        x=[mark.position for _, mark in known],
        y=[row for row, _ in known],
        customdata=[mark.text for _, mark in known],
        marker={
            "symbol": [_ARROWS.get(mark.beyond, symbol) for _, mark in known],
            "color": [mark.colour for _, mark in known],
            **look,
        },
        hovertemplate=say("list-named", name=name, text="%{customdata}") + "<extra></extra>",
    )
