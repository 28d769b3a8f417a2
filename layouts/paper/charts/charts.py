"""Draw the description of any chart into a file."""

from collections.abc import Callable

from layouts.figures.specs.chart_spec import (
    ChartSpec,
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    StatesSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.paper.charts.canvas import Canvas, create_canvas
from layouts.paper.charts.gap import draw_gap
from layouts.paper.charts.heat import draw_heat
from layouts.paper.charts.ranking import draw_ranking
from layouts.paper.charts.spine import draw_spine
from layouts.paper.charts.states import draw_states
from layouts.paper.charts.trend import draw_trend
from layouts.paper.charts.waterfall import draw_waterfall
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.sheet import Body, render_picture
from layouts.sheet_sizes import Format, Paper


def render_chart(spec: ChartSpec, caption: Caption, paper: Paper, form: Format) -> bytes:
    """The file of one chart. Raises MissingGlyphError."""

    def fill(body: Body) -> None:
        draw_chart(spec, create_canvas(body, paper.grey))

    return render_picture(caption, paper, form, fill)


def draw_chart(spec: ChartSpec, on: Canvas) -> None:
    """Fill a canvas with a chart."""
    _DRAW[type(spec)](spec, on)


_DRAW: dict[type, Callable[..., None]] = {
    RankingSpec: draw_ranking,
    StatesSpec: draw_states,
    TrendSpec: draw_trend,
    GapSpec: draw_gap,
    HeatSpec: draw_heat,
    SpineSpec: draw_spine,
    WaterfallSpec: draw_waterfall,
}
