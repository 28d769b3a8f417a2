"""Who has a state in which year, on paper: a row an area, a column a year, continued in further columns."""

from math import ceil, inf

from matplotlib.lines import Line2D

from layouts.figures import theme
from layouts.figures.specs.chart_spec import StatesSpec
from layouts.paper.charts.canvas import SYMBOLS, Canvas, Columns, RowLimits, lay_out_columns
from layouts.paper.sheet.sheet import BODY, text_width
from locales import say

_LIMITS = RowLimits(largest=12.5, enough=7.6, tallest=44.0, gap=22.0)
_HEADS = 1.9  # of the size: the years above a column
_CELL = 1.6  # of the size: the narrowest column of a year


def draw_states(spec: StatesSpec, on: Canvas) -> None:
    """Fill the canvas."""
    signs = [
        Line2D([], [], label=name, **on.mark(_symbol(spec, colour), 8, colour)) for name, colour in spec.groups.items()
    ]
    top = on.legend(signs, on.height) if signs else on.height
    top = on.paragraph(say("chart-states-key"), top, BODY - 1, theme.QUIET) - 4
    name = max(text_width(text, 1) for text in spec.names) + 1
    letters = (name + _CELL * len(spec.years), inf)
    columns = lay_out_columns(on, top, lambda count: ceil(len(spec.names) / count), letters, _LIMITS, _HEADS)
    for left, shown in columns.parts(len(spec.names)):
        _draw_column(spec, shown, (left, left + name * columns.size), top, columns, on)


def _symbol(spec: StatesSpec, colour: str) -> str:
    groups = list(spec.groups.values())
    return SYMBOLS[groups.index(colour) % 2] if colour in groups else SYMBOLS[0]


def _draw_column(
    spec: StatesSpec, shown: range, ends: tuple[float, float], top: float, columns: Columns, on: Canvas
) -> None:
    """The areas ``shown``; ``ends`` are where their names and where their marks begin."""
    size, (left, start) = columns.size, ends
    top -= size * _HEADS
    box = (start, top - columns.rows * columns.pitch, left + columns.width, top)
    axes = on.add_axes(box, (spec.years[0] - 0.6, spec.years[-1] + 0.6), (columns.rows - 0.5, -0.5))
    beside, above = on.across(axes), on.upright(axes)
    axes.axvline(spec.year, **on.line(theme.QUIET, 0.8, ":", order=1))
    every = max(1, ceil(len(spec.years) * text_width("2020　", size) / (box[2] - box[0])))
    for year in spec.years[::-every]:
        on.write(year, top + size * 0.9, str(year), size, theme.QUIET, "center", on=above)
    for row, at in enumerate(shown):
        on.page.plot([left, box[2]], [row, row], transform=beside, **on.line(theme.RULE, 0.4, order=1))
        on.write(left, row, spec.names[at], size, halo=True, on=beside)
        colour = spec.colours[at]
        for state, fill in ((True, colour), (False, theme.PAPER)):
            held = [year for year, own in zip(spec.years, spec.states[at], strict=True) if own is state]
            look = on.mark(_symbol(spec, colour), size * 0.85, fill, colour, 1.2)
            axes.plot(held, [row] * len(held), **look)
