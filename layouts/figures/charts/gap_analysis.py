"""The charts of the gap page: the overview of a year, and paths of ratios."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from indicators.borders import find_break
from indicators.gaps.gap_path import Assessment, Crossing, IndicatorGap, select_preferred_average
from indicators.gaps.gaps import EQUALITY_LINE, Averaging
from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.charts.gap import SYMBOLS
from layouts.words.pages import gap as words
from locales import say

ROW_HEIGHT = 26  # pixels a row of the overview
NEAREST, FURTHEST = 0.5, 1.5  # ratios beyond are drawn at the edge; the number stands beside them
LONGEST_NAME = 28  # letters beside a row, which would take the points' place; the table has the name in full
LONGEST_OUTLOOK = 15  # years that a line is drawn on
VERDICT_COLOURS = dict.fromkeys(Assessment, theme.MISSING_HATCH) | {  # grey: a ratio that is not judged
    Assessment.SHORT: theme.LINE_80,
    Assessment.SENSITIVE: theme.STATUS_COLOURS[Status.BEHIND],
    Assessment.REACHED: theme.GOOD,
}
DASHES = {Averaging.SIMPLE: "dot", Averaging.WEIGHTED: "dash", Averaging.POOLED: "solid"}


def overview_height(rows: int) -> int:
    """The height of an overview, in pixels."""
    return 76 + ROW_HEIGHT * max(rows, 3)


Row = tuple[IndicatorGap, dict[Averaging, float]]  # an indicator, and its ratios that are judged


def overview_figure(standings: list[IndicatorGap], chosen: str) -> go.Figure:
    """A row an indicator that has a ratio, first on top: the three readings as points, and the 80 % line."""
    shown = [
        (one, one.gap.judged_ratios)
        for one in standings
        if one.gap and select_preferred_average(one.gap.judged_ratios) is not None
    ]
    figure = go.Figure(
        data=[_draw_spans(shown), *(_draw_points(shown, reading) for reading in Averaging), _draw_texts_at_edge(shown)],
        layout=theme.base_layout(
            height=overview_height(len(shown)),
            margin={"l": 8, "r": 40, "t": 58, "b": 10},
            showlegend=True,
            legend={
                "orientation": "h",
                "x": 0.02,
                "xref": "container",
                "y": 1,
                "yanchor": "top",
                "yref": "container",
                "font": {"size": 12},
            },
            xaxis=theme.axis(
                grid=True,
                side="top",
                tickformat=".0%",
                range=_axis_range(shown),
                tickfont={"size": 12, "color": theme.QUIET},
                nticks=7,
            ),
            yaxis=theme.axis(
                autorange=False,
                range=[max(len(shown), 3) - 0.4, -0.6],
                tickvals=list(range(len(shown))),
                ticktext=[_tick_text(entry, chosen) for entry, _ in shown],
                automargin=True,
            ),
        ),
    )
    if not shown:
        figure.add_annotation(
            x=0.5,
            y=0.5,
            xref="paper",
            yref="paper",
            text=say("gap-no-ratio"),
            showarrow=False,
            font={"color": theme.QUIET},
        )
    line = theme.equality_line(say("gap-line"))
    return figure.add_vline(EQUALITY_LINE, **line, annotation_position="top", annotation_yshift=16)


def _tick_text(entry: IndicatorGap, chosen: str) -> str:
    own = entry.indicator.name
    short = own if len(own) <= LONGEST_NAME else f"{own[:LONGEST_NAME].rstrip()}…"
    name = words.mark_inverted(short, entry.indicator.direction)
    return f"<b>▸ {name}</b>" if entry.indicator.id == chosen else name


def _axis_range(shown: list[Row]) -> list[float]:
    values = [_at_edge(ratio) for _, ratios in shown for ratio in ratios.values()]
    return [min([0.7, *values]) - 0.05, max([1.05, *values]) + 0.05]


def _at_edge(ratio: float) -> float:
    return min(max(ratio, NEAREST), FURTHEST)


def _draw_spans(shown: list[Row]) -> go.Scatter:
    """A thin line from the lowest to the highest reading of every row."""
    ends = [(_at_edge(min(ratios.values())), _at_edge(max(ratios.values()))) for _, ratios in shown]
    return go.Scatter(
        x=[value for pair in ends for value in (*pair, None)],
        y=[value for row in range(len(ends)) for value in (row, row, None)],
        mode="lines",
        line={"color": theme.QUIET, "width": 1.2},
        hoverinfo="skip",
        showlegend=False,
    )


def _draw_points(shown: list[Row], reading: Averaging) -> go.Scatter:
    rows = [(row, entry, ratios[reading]) for row, (entry, ratios) in enumerate(shown) if reading in ratios]
    return go.Scatter(
        name=say("common-averaging-names", averaging=reading),
        x=[_at_edge(ratio) for _, _, ratio in rows],
        y=[row for row, _, _ in rows],
        customdata=[[entry.indicator.id, entry.indicator.name, words.ratio_text(ratio)] for _, entry, ratio in rows],
        mode="markers",
        marker={
            "symbol": SYMBOLS[reading],
            "size": 10,
            "color": [VERDICT_COLOURS[entry.assessment] for _, entry, _ in rows],
            "line": {"width": 1, "color": theme.INK},
        },
        hovertemplate=say("gap-hover", name="%{customdata[1]}", value="%{customdata[2]}")
        + "<extra>"
        + say("common-averaging-names", averaging=reading)
        + "</extra>",
    )


def _draw_texts_at_edge(shown: list[Row]) -> go.Scatter:
    """The number beside a point that is drawn at the edge."""
    ends = [(row, min(ratios.values()), max(ratios.values())) for row, (_, ratios) in enumerate(shown)]
    texts = [(row, NEAREST, f"  ‹ {least:.0%}") for row, least, _ in ends if least < NEAREST]
    texts += [(row, FURTHEST, f"  › {most:.0%}") for row, _, most in ends if most > FURTHEST]
    return go.Scatter(
        x=[edge for _, edge, _ in texts],
        y=[row for row, _, _ in texts],
        text=[text for _, _, text in texts],
        mode="text",
        textposition="middle right",
        textfont={"size": 12, "color": theme.QUIET},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def path_figure(
    ratios: pd.DataFrame,
    crossings: Mapping[str, Crossing],
    names: Mapping[str, str],
    year: int,
    since: int | None = None,
) -> go.Figure:
    """A line a column of ``ratios`` (indexed by year, NaN where unknown), the 80 % line, and straight lines onward.

    ``crossings`` and ``names`` are keyed by column; a column without a crossing in sight gets no line onward. Lines are
    broken before the year ``since`` which figures are of today's borders.
    """
    figure = go.Figure(
        data=[
            *(_draw_path(_break_before(ratios[column], since), column, names[column]) for column in ratios.columns),
            *(_draw_outlook(ratios[column], column, crossings[column]) for column in crossings),
        ],
        layout=theme.base_layout(
            margin={"l": 48, "r": 16, "t": 30, "b": 28},
            showlegend=len(ratios.columns) > 1,
            legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 12}},
            xaxis=theme.axis(
                tickformat="d",
                dtick=1 if _last_year(ratios, crossings) - ratios.index.min() <= 12 else None,
                ticks="outside",
                tickcolor=theme.RULE,
                range=[ratios.index.min() - 0.4, _last_year(ratios, crossings) + 0.4],
            ),
            yaxis=theme.axis(grid=True, tickformat=".0%", nticks=6, range=_ratio_range(ratios)),
        ),
    )
    figure.add_vline(x=year, line={"color": theme.QUIET, "width": 1, "dash": "dot"})
    return figure.add_hline(EQUALITY_LINE, **theme.equality_line(say("gap-line")), annotation_position="top left")


def _break_before(ratios: pd.Series, since: int | None) -> pd.Series:
    """The ratios with a gap between the last year before the border was drawn anew and the first one after."""
    at = find_break(list(ratios.index), since)
    if at is None:
        return ratios
    between = (ratios.index[at - 1] + ratios.index[at]) / 2
    return pd.concat([ratios, pd.Series({between: float("nan")})]).sort_index()


def _ratio_range(ratios: pd.DataFrame) -> list[float]:
    known = [EQUALITY_LINE, *ratios.stack().dropna()]
    return [min(known) - 0.05, max(known) + 0.07]


def _last_year(ratios: pd.DataFrame, crossings: Mapping[str, Crossing]) -> int:
    ends = [crossing.year for crossing in crossings.values() if _in_sight(crossing) and crossing.year]
    return max([int(ratios.index.max()), *ends])


def _in_sight(crossing: Crossing) -> bool:
    return bool(crossing.year and crossing.last_year and crossing.year - crossing.last_year <= LONGEST_OUTLOOK)


def _draw_path(ratios: pd.Series, column: str, name: str) -> go.Scatter:
    is_reading = column in set(Averaging)
    return go.Scatter(
        name=name,
        x=list(ratios.index),
        y=[None if pd.isna(value) else value for value in ratios],
        mode="lines+markers",
        line={"color": theme.INK, "width": 2, "dash": DASHES[Averaging(column)] if is_reading else "solid"},
        marker={
            "symbol": SYMBOLS[Averaging(column)] if is_reading else "circle",
            "size": 9,
            "color": theme.PAPER,
            "line": {"width": 1.8, "color": theme.INK},
        },
        cliponaxis=False,
        connectgaps=False,
        customdata=[words.ratio_text(None if pd.isna(value) else value) for value in ratios],
        hovertemplate=f"{say('gap-hover', name='%{x}', value='%{customdata}')}<extra>{name}</extra>",
    )


def _draw_outlook(ratios: pd.Series, column: str, crossing: Crossing) -> go.Scatter:
    """From the last known ratio on, along the straight line, to the year that is on or above the 80 % line."""
    points: list[tuple[int, float]] = []
    if _in_sight(crossing) and crossing.year and crossing.last_year and crossing.yearly:
        last = float(ratios[crossing.last_year])
        ahead = last + crossing.yearly * (crossing.year - crossing.last_year)
        points = [(crossing.last_year, last), (crossing.year, ahead)]
    return go.Scatter(
        name=f"{column}-outlook",
        x=[year for year, _ in points],
        y=[ratio for _, ratio in points],
        mode="lines",
        line={"color": theme.SELECTED, "width": 2, "dash": "dot"},
        hoverinfo="skip",
        showlegend=False,
    )
