"""North against south: the share of residents within the standard, a bar a county, and the line to be reached."""

from itertools import chain

import plotly.graph_objects as go

from layouts.figures import theme
from layouts.figures.specs.chart_spec import ShareSpec
from layouts.words.pages import coverage as words

ROW_HEIGHT = 19  # pixels a county
_HEAD, _FOOT, _BETWEEN = 19, 20, 0.5  # pixels above and below; rows between two groups


def share_height(spec: ShareSpec) -> int:
    """The least height of the chart, in pixels."""
    rows = sum(map(len, spec.names)) + _BETWEEN * (len(spec.groups) - 1)
    return round(_HEAD + _FOOT + ROW_HEIGHT * rows)


def share_figure(spec: ShareSpec) -> go.Figure:
    """Bars of all counties, group after group; each group's own share as a stroke; the line to be reached.

    A county without a figure keeps its row, and says so.
    """
    rows = [(number, share) for number, group in enumerate(spec.groups) for share in group.values]
    places = [at + number * _BETWEEN for at, (number, _) in enumerate(rows)]
    bars = go.Bar(
        name="shares",
        orientation="h",
        y=places,
        x=[share or 0 for _, share in rows],
        width=0.66,
        marker={"color": [spec.groups[number].colour for number, _ in rows], "line": {"width": 0}},
        customdata=list(chain(*spec.hovers)),
        hovertemplate="%{customdata}<extra></extra>",
    )
    values = go.Scatter(  # one below the other beside the bars: strokes and lines would run through them
        name="values",
        x=[100] * len(rows),
        y=places,
        text=[words.share_text(share) for _, share in rows],
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
                grid=True, range=[0, 100], ticksuffix="%", dtick=25, tickfont={"size": 12, "color": theme.QUIET}
            ),
            yaxis=theme.axis(
                range=[max(places, default=0) + 0.6, -0.6],
                tickvals=places,
                ticktext=list(chain(*spec.names)),
                automargin=True,
                tickfont={"size": 13},
            ),
        ),
    )
    for number, level in enumerate(spec.levels):
        own = [place for place, (of, _) in zip(places, rows, strict=True) if of == number]
        if own and level is not None:
            ends = {"x0": level, "x1": level, "y0": own[0] - 0.48, "y1": own[-1] + 0.48}
            figure.add_shape(type="line", line={"color": theme.INK, "width": 2.2}, **ends)
    if spec.line is not None:
        figure.add_vline(spec.line, **theme.equality_line(words.line_text(spec.line)), annotation_position="top")
    return figure
