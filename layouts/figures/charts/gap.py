"""The gap chart: two rows of county points, below each the group's three averages, each with its own 80 % line."""

from enum import StrEnum

import plotly.graph_objects as go

from indicators.gaps.gaps import Averaging
from layouts.figures import theme
from layouts.words.common import AVERAGING_NAMES

SYMBOLS = {Averaging.SIMPLE: "diamond", Averaging.WEIGHTED: "triangle-up", Averaging.POOLED: "square"}


class GapTrace(StrEnum):
    """The traces of a gap chart, besides one a reading (named by it)."""

    COUNTIES = "counties"
    LINE = "line"


def gap_figure(groups: dict[str, str]) -> go.Figure:
    """An empty gap chart with a row for each group, the benchmark below: ``groups`` maps names to colours, in order."""
    counties = go.Scatter(
        name=GapTrace.COUNTIES,
        x=[],
        y=[],
        text=[],
        mode="markers+text",
        textposition="top center",
        textfont={"size": 12, "color": theme.QUIET},
        marker={"size": 11, "opacity": 0.85, "line": {"width": 1, "color": theme.PAPER}},
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    averages = [
        go.Scatter(
            name=reading,
            x=[],
            y=[],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 13,
                "color": "rgba(0,0,0,0)",  # readings may coincide: none hides another
                "line": {"width": 2.2, "color": theme.INK},
            },
            hovertemplate=f"%{{customdata}}<extra>{AVERAGING_NAMES[reading]}</extra>",
        )
        for reading, symbol in SYMBOLS.items()
    ]
    line = go.Scatter(  # a stroke a reading, in the row of that reading only
        name=GapTrace.LINE,
        x=[],
        y=[],
        mode="lines+text",
        text=[],
        textposition=[],
        textfont={"size": 11, "color": theme.LINE_80},
        line={"color": theme.LINE_80, "width": 2},
        connectgaps=False,
        hovertemplate="%{customdata}<extra></extra>",
    )
    return go.Figure(
        data=[line, counties, *averages],
        layout=theme.base_layout(
            margin={"l": 44, "r": 16, "t": 6, "b": 24},
            xaxis=theme.axis(grid=True, tickfont={"size": 12, "color": theme.QUIET}, nticks=6, **theme.PLAIN_NUMBERS),
            yaxis=theme.axis(
                range=[-0.85, 1.55],
                tickvals=[1.15, 0],
                ticktext=[f"<b style='color:{colour}'>{name}</b>" for name, colour in groups.items()],
            ),
        ),
    )
