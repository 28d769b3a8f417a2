"""What the charts of the gap page say."""

from collections.abc import Mapping, Sequence

from indicators.definition import Indicator, Variable
from indicators.gaps.gap_path import Assessment, IndicatorGap
from indicators.policy.shortfalls import Needs
from layouts.words.common import number
from locales import say

_MOST_NAMED = 3
_ORDER = (Assessment.SHORT, Assessment.SENSITIVE, Assessment.REACHED)


def path_title(indicator: Indicator, years: Sequence[int]) -> str:
    """What the chart of an indicator's ratios shows."""
    span = f" · {years[0]}—{years[-1]}年" if len(years) > 1 else f" · {years[0]}年" if years else ""
    return f"{say('gap-path-title')} · {indicator.name}{span}"


def describe_overview(found: Sequence[IndicatorGap], focus: str, benchmark: str) -> str:
    """How many of the indicators that can be judged hold the 80 % line, and how many cannot be judged."""
    counts = {one: sum(gap.assessment is one for gap in found) for one in _ORDER}
    judged = sum(counts.values())
    if not found:
        return ""
    if not judged:
        return f"{len(found)}项指标都不能判断{focus}是否达到{benchmark}的80%"
    listed = "、".join(f"{count}项{say('gap-assessments', assessment=one)}" for one, count in counts.items() if count)
    left = len(found) - judged
    rest = f"（另{left}项不作判断）" if left else ""
    return f"以{benchmark}的80%为线，{focus}{judged}项指标中{listed}{rest}"


def describe_needs(needs: Needs | None, names: Mapping[str, str], focus: str, numerator: Variable) -> str:
    """How much it takes, and whose contribution to the shortfall is the largest; "" where nothing can be told."""
    if needs is None:
        return ""
    verb = "增加" if needs.rises else "减少"
    if not needs.total:
        return (
            ""
            if any(needs.is_beyond(level) for level in (needs.before, *needs.counties["value"]))
            else (f"{focus}已达到，无需{verb}")
        )
    whole = f"{focus}共需{verb} {number(needs.total, 0)} {numerator.unit}（{numerator.name}）"
    parts = {str(code): float(units) for code, units in needs.counties["contribution"].items()}
    most = max(parts.values())
    largest = [names[code] for code, units in parts.items() if units == most]
    if most <= 0 or len(largest) > _MOST_NAMED or len(parts) < 2:
        return whole
    return f"{whole}，{'、'.join(largest)}缺口最大"
