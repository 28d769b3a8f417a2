"""The trend: a thin line a county, a thick one a group, and a rule at the year on the map."""

from typing import Any

import plotly.graph_objects as go

from layouts.figures import theme

YEAR_RULE = "year"


def trend_figure(counties: dict[str, str], group_colours: dict[str, str]) -> dict[str, Any]:
    """Empty lines for ``counties`` (code to group key), for the groups, and for a selected township (named "area").

    As JSON: Plotly checks one thin line a group, for a country has three thousand that differ in nothing but the name.
    """
    thin = {
        key: _empty_line("", colour, width=1.2, opacity=0.45, markers=False).to_plotly_json()
        for key, colour in group_colours.items()
    }
    thick = [_empty_line(key, colour, width=3.2, opacity=1, markers=True) for key, colour in group_colours.items()]
    area = _empty_line("area", theme.INK, width=2.4, opacity=1, markers=True)
    rule = go.layout.Shape(
        name=YEAR_RULE,
        type="line",
        xref="x",
        yref="paper",
        y0=0,
        y1=1,
        line={"color": theme.QUIET, "width": 1, "dash": "dot"},
    )
    figure: dict[str, Any] = go.Figure(
        data=[*thick, area],
        layout=theme.base_layout(
            margin={"l": 48, "r": 58, "t": 12, "b": 28},
            shapes=[rule],
            xaxis=theme.axis(tickformat="d", dtick=1, ticks="outside", tickcolor=theme.RULE),
            yaxis=theme.axis(grid=True, nticks=6, **theme.PLAIN_NUMBERS),
        ),
    ).to_plotly_json()
    return figure | {"data": [thin[group] | {"name": code} for code, group in counties.items()] + figure["data"]}


def _empty_line(name: str, colour: str, width: float, opacity: float, markers: bool) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[],
        y=[],
        mode="lines+markers+text" if markers else "lines+markers",
        text=[],
        textposition="middle right",
        textfont={"color": colour, "size": 12},
        line={"color": colour, "width": width},
        marker={"color": colour, "size": 7 if markers else 4},
        opacity=opacity,
        connectgaps=False,
        cliponaxis=False,
        hovertemplate="%{customdata}<extra></extra>",
    )
