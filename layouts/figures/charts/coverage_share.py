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
    places = _place_rows(groups)
    figure = go.Figure(
        data=[draw(group, places) for group in groups for draw in (_draw_bars, _draw_values)],
        layout=theme.base_layout(
            margin={"l": 8, "r": 58, "t": _HEAD, "b": _FOOT},
            bargap=0,
            xaxis=theme.axis(
                grid=True, range=[0, 100], ticksuffix="%", dtick=25, tickfont={"size": 11, "color": theme.QUIET}
            ),
            yaxis=theme.axis(
                range=[max(places.values(), default=0) + 0.6, -0.6],
                tickvals=list(places.values()),
                ticktext=[row.name for group in groups for row in group.rows],
                automargin=True,
                tickfont={"size": 13},
            ),
        ),
    )
    for group in groups:
        _mark_group(figure, group, places)
    if line is not None:
        figure.add_vline(line, **theme.equality_line(words.line_text(line)), annotation_position="top")
    return figure


def _place_rows(groups: Sequence[ShareGroup]) -> dict[str, float]:
    """The height of every county's row, the first on top."""
    places: dict[str, float] = {}
    for number, group in enumerate(groups):
        for row in group.rows:
            places[row.code] = len(places) + number * _BETWEEN
    return places


def _draw_bars(group: ShareGroup, places: dict[str, float]) -> go.Bar:
    return go.Bar(
        name=group.name,
        orientation="h",
        y=[places[row.code] for row in group.rows],
        x=[row.share or 0 for row in group.rows],
        width=0.66,
        marker={"color": group.colour, "line": {"width": 0}},
        customdata=[row.note for row in group.rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _draw_values(group: ShareGroup, places: dict[str, float]) -> go.Scatter:
    """The shares as text, one below the other beside the bars: strokes and lines would run through them."""
    return go.Scatter(
        name=f"{group.name} values",
        x=[100] * len(group.rows),
        y=[places[row.code] for row in group.rows],
        text=[words.share_text(row.share) for row in group.rows],
        mode="text",
        textposition="middle right",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _mark_group(figure: go.Figure, group: ShareGroup, places: dict[str, float]) -> None:
    """The share of all residents of a group, as a stroke through its rows."""
    if group.share is None or not group.rows:
        return
    rows = [places[row.code] for row in group.rows]
    figure.add_shape(
        type="line",
        x0=group.share,
        x1=group.share,
        y0=min(rows) - 0.48,
        y1=max(rows) + 0.48,
        line={"color": theme.INK, "width": 2.2},
    )
