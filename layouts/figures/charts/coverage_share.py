"""North against south: the share of residents within the standard, a bar a county, and the line to be reached."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures import theme
from layouts.words.pages import coverage as words

ROW_HEIGHT = 19  # pixels a county
_HEAD, _FOOT, _BETWEEN = 19, 20, 0.5  # pixels above and below; rows between two groups


@dataclass(frozen=True)
class ShareRow:
    """A county: its share in per cent, None without a figure; ``name`` is written beside it."""

    code: str
    name: str
    share: float | None
    note: str


@dataclass(frozen=True)
class ShareGroup:
    """A group of counties with its own share of residents, in per cent."""

    name: str
    colour: str
    share: float | None
    rows: tuple[ShareRow, ...]


def share_height(groups: Sequence[ShareGroup]) -> int:
    """The least height of the chart, in pixels."""
    rows = sum(len(group.rows) for group in groups) + _BETWEEN * (len(groups) - 1)
    return round(_HEAD + _FOOT + ROW_HEIGHT * rows)


def share_figure(groups: Sequence[ShareGroup], line: float | None) -> go.Figure:
    """Bars of all counties, group after group; each group's own share as a stroke; ``line`` is 80 % of the benchmark's.

    A county without a figure keeps its row, and says so.
    """
    rows = [(number, row) for number, group in enumerate(groups) for row in group.rows]
    places = [at + number * _BETWEEN for at, (number, _) in enumerate(rows)]
    bars = go.Bar(
        name="shares",
        orientation="h",
        y=places,
        x=[row.share or 0 for _, row in rows],
        width=0.66,
        marker={"color": [groups[number].colour for number, _ in rows], "line": {"width": 0}},
        customdata=[row.note for _, row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )
    values = go.Scatter(  # one below the other beside the bars: strokes and lines would run through them
        name="values",
        x=[100] * len(rows),
        y=places,
        text=[words.share_text(row.share) for _, row in rows],
        mode="text",
        textposition="middle right",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure = go.Figure(
        data=[bars, values],
        layout=theme.base_layout(
            margin={"l": 8, "r": 58, "t": _HEAD, "b": _FOOT},
            bargap=0,
            xaxis=theme.axis(
                grid=True, range=[0, 100], ticksuffix="%", dtick=25, tickfont={"size": 11, "color": theme.QUIET}
            ),
            yaxis=theme.axis(
                range=[max(places, default=0) + 0.6, -0.6],
                tickvals=places,
                ticktext=[row.name for _, row in rows],
                automargin=True,
                tickfont={"size": 13},
            ),
        ),
    )
    for number, group in enumerate(groups):
        own = [place for place, (of, _) in zip(places, rows, strict=True) if of == number]
        if own and group.share is not None:
            ends = {"x0": group.share, "x1": group.share, "y0": own[0] - 0.48, "y1": own[-1] + 0.48}
            figure.add_shape(type="line", line={"color": theme.INK, "width": 2.2}, **ends)
    if line is not None:
        figure.add_vline(line, **theme.equality_line(words.line_text(line)), annotation_position="top")
    return figure
