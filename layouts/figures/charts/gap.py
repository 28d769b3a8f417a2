"""The gap chart: two rows of county points, below each the group's three averages, each with its own 80 % line."""

from enum import StrEnum
from math import ceil
from textwrap import wrap

import plotly.graph_objects as go

from indicators.gaps.gaps import Averaging
from layouts.figures import theme
from layouts.words.common import averaging_names
from locales import say

SYMBOLS = {Averaging.SIMPLE: "diamond", Averaging.WEIGHTED: "triangle-up", Averaging.POOLED: "square"}
TOWNSHIPS = "townships"  # the trace of an opened county
_LONGEST = 4  # letters of a line of a group's name


class GapTrace(StrEnum):
    """The traces of a gap chart, besides one a reading (named by it)."""

    COUNTIES = "counties"
    LINE = "line"


def gap_figure(groups: dict[str, str]) -> go.Figure:
    """An empty gap chart with a row for each group, the benchmark below: ``groups`` maps names to colours, in order."""
    names = {_break_name(name): theme.legible_colour(colour) for name, colour in groups.items()}
    width = max(_measure(line) for name in names for line in name.split("<br>"))
    counties = go.Scatter(
        name=GapTrace.COUNTIES,
        x=[],
        y=[],
        text=[],
        mode="markers+text",
        textposition="top center",
        textfont={"size": 12, "color": theme.QUIET},
        cliponaxis=False,
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
            hovertemplate=f"%{{customdata}}<extra>{say('common-averaging-names', averaging=reading)}</extra>",
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
        textfont={"size": 12, "color": theme.LINE_80},
        line={"color": theme.LINE_80, "width": 2},
        connectgaps=False,
        hovertemplate="%{customdata}<extra></extra>",
    )
    return go.Figure(
        data=[line, counties, *averages],
        layout=theme.base_layout(
            margin={"l": max(44, 14 + width), "r": 16, "t": 6, "b": 24},
            xaxis=theme.axis(grid=True, tickfont={"size": 12, "color": theme.QUIET}, nticks=6, **theme.PLAIN_NUMBERS),
            yaxis=theme.axis(
                range=[-0.85, 1.55],
                tickvals=[1.15, 0],
                ticktext=[f"<b style='color:{colour}'>{name}</b>" for name, colour in names.items()],
            ),
        ),
    )


class GapChangeTrace(StrEnum):
    """The traces of a chart of how a gap changed."""

    MOVES = "moves"
    EARLIER = "earlier"
    LATER = "later"


def gap_change_figure() -> go.Figure:
    """An empty chart of ratios in two years, a row a reading: from a hollow point to a full one."""
    looks = {GapChangeTrace.EARLIER: theme.PAPER, GapChangeTrace.LATER: theme.INK}
    points = [
        go.Scatter(
            name=name,
            x=[],
            y=[],
            text=[],
            mode="markers+text",
            textposition=[],
            textfont={"size": 12, "color": theme.INK},
            cliponaxis=False,
            marker={"size": 11, "color": fill, "line": {"width": 2, "color": theme.INK}},
            hovertemplate="%{text}<extra></extra>",
        )
        for name, fill in looks.items()
    ]
    moves = go.Scatter(
        name=GapChangeTrace.MOVES,
        x=[],
        y=[],
        mode="lines",
        line={"color": theme.QUIET, "width": 2},
        connectgaps=False,
        hoverinfo="skip",
    )
    line = {"type": "line", "xref": "x", "yref": "paper", "x0": 80, "x1": 80, "y0": 0, "y1": 1}
    label = {
        "xref": "x",
        "yref": "paper",
        "x": 80,
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "text": say("change-line-label"),
    }
    return go.Figure(
        data=[moves, *points],
        layout=theme.base_layout(
            margin={"l": 78, "r": 16, "t": 20, "b": 22},
            xaxis=theme.axis(
                grid=True, ticksuffix="%", tickfont={"size": 12, "color": theme.QUIET}, nticks=6, **theme.PLAIN_NUMBERS
            ),
            yaxis=theme.axis(range=[2.6, -0.6], tickvals=[0, 1, 2], ticktext=list(averaging_names().values())),
            shapes=[line | {"line": {"color": theme.LINE_80, "width": 2, "dash": "dot"}}],
            annotations=[label | {"font": {"size": 12, "color": theme.LINE_80}}],
        ),
    )


def spread_figure() -> go.Figure:
    """An empty chart of the townships of one county in a row of points; the browser adds the lines of levels."""
    points = go.Scatter(
        name=TOWNSHIPS,
        x=[],
        y=[],
        text=[],
        mode="markers+text",
        textposition=[],
        textfont={"size": 12, "color": theme.QUIET},
        cliponaxis=False,
        marker={"size": 11, "opacity": 0.85, "line": {"width": 1, "color": theme.PAPER}},
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    return go.Figure(
        data=[points],
        layout=theme.base_layout(
            margin={"l": 24, "r": 24, "t": 40, "b": 24},
            xaxis=theme.axis(grid=True, tickfont={"size": 12, "color": theme.QUIET}, nticks=6, **theme.PLAIN_NUMBERS),
            yaxis=theme.axis(range=[-1, 1], visible=False),
        ),
    )


def _break_name(name: str) -> str:
    """A long name in lines of about equal length, of whole words where it has them."""
    if name.isascii():
        return "<br>".join(wrap(name, 2 * _LONGEST))
    step = ceil(len(name) / ceil(len(name) / _LONGEST))
    return "<br>".join(name[at : at + step] for at in range(0, len(name), step))


def _measure(line: str) -> int:
    """The width of a line of a group's name, in pixels."""
    return len(line) * (8 if line.isascii() else 13)
