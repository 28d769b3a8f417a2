"""Charts on paper: the file of any chart."""

from layouts.figures.specs.chart_spec import (
    ChartSpec,
    GapSpec,
    HeatSpec,
    RankingSpec,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.paper.charts.canvas import Canvas, canvas
from layouts.paper.charts.gap import draw_gap
from layouts.paper.charts.heat import draw_heat
from layouts.paper.charts.ranking import draw_ranking
from layouts.paper.charts.spine import draw_spine
from layouts.paper.charts.trend import draw_trend
from layouts.paper.charts.waterfall import draw_waterfall
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.sheet import Body, picture
from layouts.sheet_sizes import Format, Paper


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
