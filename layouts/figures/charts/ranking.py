"""The ranking: one bar an area, best on top, in the colour of its group."""

import plotly.graph_objects as go

from layouts.figures import theme


def ranking_figure() -> go.Figure:
    """An empty ranking; the browser fills areas, values and colours, and sets the height by their number."""
    bars = go.Bar(
        orientation="h",
        x=[],
        y=[],
        text=[],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{customdata[1]}<extra></extra>",
        marker={"line": {"width": 0}},
    )
    return go.Figure(
        data=[bars],
        layout=theme.base_layout(
            margin={"l": 8, "r": 56, "t": 4, "b": 4},
            bargap=0.28,
            xaxis={"visible": False, "fixedrange": True},
            yaxis={"automargin": True, "fixedrange": True, "type": "category", "ticks": "", "showgrid": False},
        ),
    )
