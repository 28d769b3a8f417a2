"""The spine charts of a county's profile, one a domain.

Their size is fixed, so that they look the same on the screen, on paper and on a page that was drawn while hidden.
"""

from collections.abc import Callable

import plotly.graph_objects as go

from indicators.profile import CityComparison, CountyComparison, Spread
from layouts.figures import theme
from layouts.words.pages import county as words

ROW_HEIGHT = 20  # pixels; assets/css/county.css sets the rows of the table beside it to the same
SPINE_WIDTH = 176
EDGE = 1.12  # marks beyond the farthest county are drawn here, as arrows

VERDICT_COLOURS = {
    CityComparison.BETTER: "#2171B5",
    CityComparison.SIMILAR: "#F2B35B",
    CityComparison.WORSE: "#A3123A",
    CityComparison.UNJUDGED: "#84929B",
}
WHOLE_FILL = "#E2E8EC"
MIDDLE_FILL = "#B9C6CE"


def spine_figure(standings: list[CountyComparison], county: str, benchmark: str, reference: str) -> go.Figure:
    """A row for each standing, the first on top: bars of all counties and of the middle half, marks on them.

    ``county``, ``benchmark`` and ``reference`` are names for the marks.
    """
    means = [(row, standing.benchmark) for row, standing in enumerate(standings)]
    outside = [(row, standing.reference) for row, standing in enumerate(standings)]
    rows = len(standings)
    return go.Figure(
        data=[
            _draw_spans(words.WHOLE, standings, lambda spread: (spread.worst, spread.best), WHOLE_FILL),
            _draw_spans(words.MIDDLE, standings, lambda spread: spread.quartiles, MIDDLE_FILL),
            _draw_marks(standings, means, words.group_mean(benchmark), "diamond-open", theme.INK),
            _draw_marks(standings, outside, reference, "cross-thin-open", theme.QUIET),
            _draw_county_dots(standings, county),
        ],
        layout=theme.base_layout(
            width=SPINE_WIDTH,
            height=ROW_HEIGHT * rows,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            barmode="overlay",
            xaxis={"visible": False, "fixedrange": True, "range": [-EDGE - 0.12, EDGE + 0.12]},
            yaxis={"visible": False, "fixedrange": True, "range": [rows - 0.5, -0.5]},
            shapes=[
                {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": rows - 0.5, "layer": "between"}
                | {"line": {"color": theme.INK, "width": 1}}
            ],
        ),
    )


def _draw_spans(
    name: str, standings: list[CountyComparison], ends_of: Callable[[Spread], tuple[float, float] | None], colour: str
) -> go.Bar:
    """A bar a row, from one of its ends to the other; none where the ends are not known."""
    found = [
        (row, one, ends)
        for row, one in enumerate(standings)
        if one.spread is not None and (ends := ends_of(one.spread)) is not None
    ]
    spans = [[one.spread.position(value) or 0.0 for value in ends] for _, one, ends in found if one.spread]
    return go.Bar(
        name=name,
        orientation="h",
        y=[row for row, _, _ in found],
        base=[start for start, _ in spans],
        x=[end - start for start, end in spans],
        width=0.56,
        marker={"color": colour, "line": {"width": 0}},
        customdata=[
            f"{name}：" + " — ".join(words.with_unit(one.indicator, value) for value in ends) for _, one, ends in found
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _draw_marks(
    standings: list[CountyComparison], values: list[tuple[int, float | None]], name: str, symbol: str, colour: str
) -> go.Scatter:
    """One mark a row that has a value; an arrow at the edge where it lies beyond every county."""
    placed = [
        (row, position, words.with_unit(standings[row].indicator, value))
        for row, value in values
        if value is not None and (position := _find_position(standings[row], value)) is not None
    ]
    arrows = {True: "triangle-right-open", False: "triangle-left-open"}
    return go.Scatter(
        name=name,
        mode="markers",
        x=[min(max(position, -EDGE), EDGE) for _, position, _ in placed],
        y=[row for row, _, _ in placed],
        customdata=[text for _, _, text in placed],
        marker={
            "symbol": [symbol if abs(position) <= EDGE else arrows[position > 0] for _, position, _ in placed],
            "size": 8,
            "color": colour,
            "line": {"width": 1.4, "color": colour},
        },
        hovertemplate=f"{name}：%{{customdata}}<extra></extra>",
    )


def _draw_county_dots(standings: list[CountyComparison], county: str) -> go.Scatter:
    own = [(row, standing.value) for row, standing in enumerate(standings)]
    dots = _draw_marks(standings, own, county, "circle", theme.INK)
    colours = [VERDICT_COLOURS[standings[row].against_city] for row in dots.y]
    return dots.update(marker={"color": colours, "size": 11, "line": {"width": 1, "color": theme.PAPER}})


def _find_position(standing: CountyComparison, value: float) -> float | None:
    return None if standing.spread is None else standing.spread.position(value)
