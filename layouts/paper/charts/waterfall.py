"""The waterfall on paper: what each county contributes to a shortfall, one after the other, and their sum."""

from itertools import accumulate

from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.specs.chart_spec import WaterfallSpec
from layouts.paper.charts.canvas import Axis, Canvas, pad_reach
from layouts.paper.sheet.sheet import BODY, text_width
from layouts.words.charts import unit_text
from layouts.words.gap_needs import contribution_text

_TALLEST = 0.95  # of the width: a tall sheet is not filled
_FOOT = 22.0
_BAR = 0.56  # of the room of a bar
_LARGEST = 11.0


def draw_waterfall(spec: WaterfallSpec, on: Canvas) -> None:
    """Fill the canvas."""
    top = on.paragraph(spec.headline, on.height, BODY + 1.5) - 36 if spec.headline else on.height - 30
    if not spec.names:
        return
    total = sum(spec.values)
    ends = list(accumulate(spec.values))
    steps = [*zip([0.0, *ends[:-1]], ends, strict=True), (0.0, total)]
    bottom = max(_FOOT, top - on.width * _TALLEST)
    low, high = pad_reach(min(0, *ends), max(0, *ends), 0.08)
    axis = Axis(low if min(ends) < 0 else 0, high if max(ends) > 0 else 0, bottom, top)
    ticks = axis.ticks(6)
    left = max(text_width(text, BODY - 1) for _, text in ticks) + 10
    for value, text in ticks:
        y = axis.at(value)
        on.line([(left, y), (on.width, y)], theme.QUIET if value == 0 else theme.RULE, 0.9 if value == 0 else 0.6)
        on.write(left - 6, y, text, BODY - 1, theme.QUIET, "right")
    on.write(0, top + 20, unit_text(spec.unit), BODY - 1, theme.QUIET)
    _draw_bars(spec, steps, axis, left, on)


def _draw_bars(spec: WaterfallSpec, steps: list[tuple[float, float]], axis: Axis, left: float, on: Canvas) -> None:
    names, room = [*spec.names, spec.total_name], (on.width - left) / len(steps)
    size = min(_LARGEST, *(room * 0.94 / text_width(name, 1) for name in names))
    for position, (name, (start, end)) in enumerate(zip(names, steps, strict=True)):
        x = left + room * (position + 0.5)
        low, high = sorted((axis.at(start), axis.at(end)))
        on.bar(x - room * _BAR / 2, low, room * _BAR, max(high - low, 0.8), _bar_colour(spec, position, end - start))
        above = end >= start
        on.write(
            x,
            high + size * 0.8 if above else low - size * 0.8,
            contribution_text(end - start),
            size,
            align="center",
            halo=True,
        )
        on.write(x, axis.start - 12, name, size, align="center")
        if position < len(steps) - 1:
            y = axis.at(end)
            on.line([(x + room * _BAR / 2, y), (x + room * (1 - _BAR / 2), y)], theme.QUIET, 0.8, ":")


def _bar_colour(spec: WaterfallSpec, position: int, amount: float) -> str:
    if position == len(spec.names):
        return theme.INK
    return theme.STATUS_COLOURS[Status.ON_TRACK] if amount < 0 else spec.colour or theme.LINE_80
