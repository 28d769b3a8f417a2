"""Who has a state in which year: a filled circle has it, a hollow one has it not, nothing is not known."""

import plotly.graph_objects as go

from layouts.figures import theme
from locales import say

HELD, LACKING = "held", "lacking"  # the browser fills them by these names


def states_figure() -> go.Figure:
    """The picture before any area; the browser fills areas and years, and sets the height by their number."""
    return go.Figure(
        data=[_empty_marks(HELD, "circle"), _empty_marks(LACKING, "circle-open")],
        layout=theme.base_layout(
            margin={"l": 8, "r": 20, "t": 44, "b": 4},
            xaxis=theme.axis(tickmode="array", tickvals=[], fixedrange=True, side="top"),
            yaxis={"automargin": True, "fixedrange": True, "type": "category", "ticks": "", "showgrid": True}
            | {"gridcolor": theme.RULE, "autorange": "reversed"},
            shapes=[
                {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
                | {"line": {"color": theme.QUIET, "width": 1, "dash": "dot"}}
            ],
            annotations=[
                {"text": say("chart-states-key"), "xref": "paper", "yref": "paper", "x": 0, "y": 1, "yshift": 22}
                | {"xanchor": "left", "yanchor": "bottom", "showarrow": False, "font": {"color": theme.QUIET}}
            ],
        ),
    )


def _empty_marks(name: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[],
        y=[],
        mode="markers",
        marker={"symbol": symbol, "size": 11, "line": {"width": 1.5}},
        cliponaxis=False,
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
