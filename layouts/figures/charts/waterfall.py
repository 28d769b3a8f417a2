"""The waterfall: contributions one after the other, and their sum."""

import plotly.graph_objects as go

from layouts.figures import theme
from layouts.figures.specs.chart_spec import WaterfallSpec

_LONGEST_NAME = 3  # letters that stand below a bar in one line


def waterfall_figure(spec: WaterfallSpec) -> go.Figure:
    """A bar a contribution and one for the sum; the figure stays empty without any."""
    if not spec.names:
        hidden = {"visible": False}
        return go.Figure(layout=theme.base_layout(xaxis=hidden, yaxis=hidden))
    return go.Figure(
        data=go.Waterfall(
            x=[*spec.names, spec.total_name],
            y=spec.amounts,
            measure=[*["relative"] * len(spec.names), "total"],
            text=spec.texts,
            textposition="outside",
            cliponaxis=False,
            customdata=spec.hovers,
            hovertemplate="%{customdata}<extra></extra>",
            increasing={"marker": {"color": spec.rises}},
            decreasing={"marker": {"color": spec.falls}},
            totals={"marker": {"color": theme.INK}},
            connector={"line": {"color": theme.QUIET, "width": 1, "dash": "dot"}},
        ),
        layout=theme.base_layout(
            margin={"l": 56, "r": 12, "t": 26, "b": 30},
            xaxis=theme.axis(
                type="category",
                tickmode="array",
                tickvals=[*spec.names, spec.total_name],
                ticktext=[_break_name(name) for name in (*spec.names, spec.total_name)],
                tickangle=0,
                automargin=True,
            ),
            yaxis=theme.axis(
                grid=True,
                zeroline=True,
                zerolinecolor=theme.QUIET,
                nticks=6,
                title={"text": spec.unit, "font": {"size": 12, "color": theme.QUIET}},
            ),
        ),
    )


def _break_name(name: str) -> str:
    """A name in two lines where one is too long to stand below its bar."""
    if name.isascii():
        return name.replace(" ", "<br>", 1)
    middle = (len(name) + 1) // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:middle]}<br>{name[middle:]}"
