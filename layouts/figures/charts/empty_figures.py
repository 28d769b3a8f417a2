"""The figures of the map's page before any number: one map a level, and three charts, which the browser fills."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from geodata.geography import Geography
from geodata.layers import LayerKind
from geodata.region import Level
from layouts.figures import theme
from layouts.figures.charts.gap import gap_change_figure, gap_figure, spread_figure
from layouts.figures.charts.states import states_figure
from layouts.figures.maps.choropleth import map_figure
from layouts.figures.specs.panel_data import MOST_NAMES

_SYMBOLS = ("circle", "square", "diamond")  # of the groups' lines, which are not told apart by colour alone


def empty_figures(geography: Geography, layers: Mapping[tuple[Level, LayerKind], str]) -> dict[str, Any]:
    """The figures before any number, as JSON: one map a level, and the three charts. They are sent once.

    ``layers`` are the addresses of the map's layers.
    """
    region = geography.region
    colours = {key: group.colour for key, group in region.every_group.items()}
    rows = {region.groups[key].name: region.groups[key].colour for key in (region.focus, region.benchmark)}

    maps = {level: map_figure(level, layers).to_plotly_json() for level in geography.levels}
    counties = {code: str(group) for code, group in geography.counties["group"].items()}
    lines = counties if len(counties) <= MOST_NAMES else {}  # thousands of lines are a grey field
    return {
        "maps": maps,
        "colours": theme.FOR_BROWSER,
        "gap": gap_figure(rows).to_plotly_json(),
        "gapChange": gap_change_figure().to_plotly_json(),
        "spread": spread_figure().to_plotly_json(),
        "ranking": _ranking_figure().to_plotly_json(),
        "states": states_figure().to_plotly_json(),
        "trend": _trend_figure(lines, colours),
    }


def _ranking_figure() -> go.Figure:
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


def _trend_figure(counties: dict[str, str], group_colours: dict[str, str]) -> dict[str, Any]:
    """Empty lines for ``counties`` (code to group key), for the groups, and for a selected township (named "area").

    As JSON: Plotly checks one thin line a group, for a country has three thousand that differ in nothing but the name.
    """
    thin = {
        key: _empty_line("", colour, width=1.2, opacity=0.45, markers=False).to_plotly_json()
        for key, colour in group_colours.items()
    }
    thick = [_empty_line(key, colour, width=3.2, opacity=1, markers=True) for key, colour in group_colours.items()]
    for line, symbol in zip(thick, _SYMBOLS, strict=False):
        line.marker.symbol = symbol
    area = _empty_line("area", theme.INK, width=2.4, opacity=1, markers=True)
    rule = go.layout.Shape(
        name="year",
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
        textfont={"color": theme.legible_colour(colour), "size": 12},
        line={"color": colour, "width": width},
        marker={"color": colour, "size": 7 if markers else 4},
        opacity=opacity,
        connectgaps=False,
        cliponaxis=False,
        hovertemplate="%{customdata}<extra></extra>",
    )
