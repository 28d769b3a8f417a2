"""How the measures of inequality between counties are written; their names and formulas are in the catalogue."""

from indicators.definition import Indicator
from indicators.gaps.inequality import IN_UNIT, InequalityMeasure
from layouts.words.common import number
from layouts.words.pages.atlas import percent_text


def measure_text(measure: InequalityMeasure, value: float | None, indicator: Indicator) -> str:
    """A measure's value: a ratio in per cent, a measure in the indicator's unit with one more digit, others plain."""
    if value is None:
        return "—"
    if measure is InequalityMeasure.RATIO:
        return percent_text(value)
    return number(value, indicator.decimals + 1) if measure in IN_UNIT else f"{value:.4f}"
