"""The waterfall on paper: what each county contributes to a shortfall, one after the other, and their sum."""

from itertools import accumulate

from layouts.figures import theme
from layouts.figures.specs.chart_spec import WaterfallSpec
from layouts.paper.charts.canvas import TICK, Canvas, pad_reach, round_ticks
from layouts.paper.sheet.sheet import BODY, text_width
from locales import say

_TALLEST = 0.95  # of the width: a tall sheet is not filled
_FOOT = 22.0
_BAR = 0.56  # of the room of a bar
_LARGEST = 11.0


def draw_waterfall(spec: WaterfallSpec, on: Canvas) -> None:
    """Fill the canvas."""
    top = on.paragraph(spec.headline, on.height, BODY + 1.5) - 36 if spec.headline else on.height - 30
    if not spec.names:
        return
    ends = list(accumulate(spec.values))
    starts, amounts = [0.0, *ends[:-1], 0.0], spec.amounts
    low, high = pad_reach(min(0, *ends), max(0, *ends), 0.08)
    reach = (low if min(ends) < 0 else 0, high if max(ends) > 0 else 0)
    ticks = round_ticks(*reach, 6)
    left = max(text_width(text, TICK) for text in ticks[1]) + 10
    names, room = [*spec.names, spec.total_name], (on.width - left) / len(amounts)
    size = min(_LARGEST, *(room * 0.94 / text_width(name, 1) for name in names))
    box = (left, max(_FOOT, top - on.width * _TALLEST), on.width, top)
    axes = on.add_axes(box, (-0.5, len(amounts) - 0.5), reach)
    on.mark_values(axes, "y", ticks)
    axes.axhline(**on.line(theme.QUIET, 0.9, order=1))
    axes.set_xticks(range(len(names)), names, size=size * on.scale, color=theme.INK)
    axes.bar(range(len(names)), amounts, _BAR, starts, color=spec.bar_colours, zorder=3)
    on.write(0, top + 20, say("chart-unit", unit=spec.unit), TICK, theme.QUIET)
    point = (reach[1] - reach[0]) / (box[3] - box[1])  # the value of a point on the sheet
    for place, (start, amount, text) in enumerate(zip(starts, amounts, spec.texts, strict=True)):
        away = size * 0.8 * point * (1 if amount >= 0 else -1)
        on.write(place, start + amount + away, text, size, align="center", halo=True, on=axes.transData)
        if place < len(ends):
            joint = [place + _BAR / 2, place + 1 - _BAR / 2]
            axes.plot(joint, [ends[place]] * 2, **on.line(theme.QUIET, 0.8, ":"))
