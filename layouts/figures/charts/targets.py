"""Charts of policy targets in status colours: targets by county, by department, and by deadline."""

import plotly.graph_objects as go

from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.maps.choropleth import stepped_scale
from layouts.figures.specs.chart_spec import HeatSpec
from locales import say

ROW_HEIGHT = 22  # pixels a target
_ORDER = list(Status)


def heat_map(spec: HeatSpec) -> go.Figure:
    """A grid of statuses, from top to bottom and from left to right, blank where none applies.

    Two rows may bear the same words: the axis is of positions, a category would lay one over the other.
    """
    rows = spec.rows
    trace = go.Heatmap(
        z=[[None if status is None else _ORDER.index(status) for status in line] for line in spec.statuses],
        text=spec.signs,
        texttemplate="%{text}",  # its colour is the one that can be read on the cell's
        customdata=spec.hovers,
        x=spec.columns,
        y=list(range(len(rows))),
        zmin=-0.5,
        zmax=len(_ORDER) - 0.5,
        colorscale=stepped_scale([theme.STATUS_COLOURS[status] for status in _ORDER]),
        showscale=False,
        xgap=2,
        ygap=2,
        hoverongaps=False,
        hovertemplate="%{customdata}<extra></extra>",
    )
    return go.Figure(
        data=[trace],
        layout=theme.base_layout(
            margin={"l": 8, "r": 8, "t": 30, "b": 8},
            xaxis=theme.axis(side="top", type="category", tickangle=0),
            yaxis=theme.axis(
                range=[len(rows) - 0.5, -0.5],
                tickvals=list(range(len(rows))),
                ticktext=rows,
                automargin=True,
                tickfont={"size": 12},
            ),
        ),
    )


def status_bars(counts: dict[str, dict[Status, int]], across: bool) -> go.Figure:
    """Stacked bars of statuses, one a category in the order given: lying for departments, standing for years."""
    names = list(counts)
    bars = []
    for status in _ORDER:
        numbers = [counts[name].get(status, 0) for name in names]
        hover = [
            f"<b>{name}</b><br>{say('common-statuses', status=status)} {count}"
            for name, count in zip(names, numbers, strict=True)
        ]
        bars.append(
            go.Bar(
                name=say("common-statuses", status=status),
                x=numbers if across else names,
                y=names if across else numbers,
                orientation="h" if across else "v",
                text=[str(count) if count else "" for count in numbers],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                customdata=hover,
                hovertemplate="%{customdata}<extra></extra>",
                marker={"color": theme.STATUS_COLOURS[status], "line": {"width": 1, "color": theme.AREA_BORDER}},
            )
        )
    category, amount = theme.axis(type="category", automargin=True), theme.axis(grid=True, dtick=5)
    return go.Figure(
        data=bars,
        layout=theme.base_layout(
            barmode="stack",
            bargap=0.3,
            showlegend=True,
            legend={"orientation": "h", "y": 1.04, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
            margin={"l": 12, "r": 16, "t": 56, "b": 30},
            xaxis=amount if across else category,
            yaxis=category | {"autorange": "reversed"} if across else amount,
        ),
    )
