"""Charts on paper: the file of any chart."""

from layouts.figures.chart_spec import (
    ChartSpec,
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.paper.canvas import Canvas, canvas
from layouts.paper.chart_gap import draw_gap
from layouts.paper.chart_heat import draw_heat
from layouts.paper.chart_ranking import draw_ranking
from layouts.paper.chart_spine import draw_spine
from layouts.paper.chart_trend import draw_trend
from layouts.paper.chart_waterfall import draw_waterfall
from layouts.paper.picture_order import Caption
from layouts.paper.sheet import Body, picture
from layouts.paper.size import Format, Paper


def chart(spec: ChartSpec, caption: Caption, paper: Paper, form: Format) -> bytes:
    """The file of one chart. Raises MissingGlyphError."""

    def fill(body: Body) -> None:
        draw(spec, canvas(body, paper.grey))

    return picture(caption, paper, form, fill)


def draw(spec: ChartSpec, on: Canvas) -> None:
    """Fill a canvas with a chart."""
    match spec:
        case RankingSpec():
            draw_ranking(spec, on)
        case TrendSpec():
            draw_trend(spec, on)
        case GapSpec():
            draw_gap(spec, on)
        case HeatSpec():
            draw_heat(spec, on)
        case SpineSpec():
            draw_spine(spec, on)
        case WaterfallSpec():
            draw_waterfall(spec, on)
