"""What the charts of the gap page say."""

from collections.abc import Mapping, Sequence

from indicators.definition import Indicator, Variable
from indicators.gaps.gap_path import Assessment, IndicatorGap
from indicators.policy.shortfalls import Needs
from layouts.words.common import number
from layouts.words.findings.values import MOST_NAMED
from locales import say

_ORDER = (Assessment.SHORT, Assessment.SENSITIVE, Assessment.REACHED)


def path_title(indicator: Indicator, years: Sequence[int]) -> str:
    """What the chart of an indicator's ratios shows."""
    parts = [say("gap-path-title"), indicator.name]
    if len(years) > 1:
        parts.append(say("findings-years", first=years[0], last=years[-1]))
    elif years:
        parts.append(say("county-dated", year=years[0]))
    return " · ".join(parts)


def describe_overview(found: Sequence[IndicatorGap], focus: str, benchmark: str) -> str:
    """How many of the indicators that can be judged hold the 80 % line, and how many cannot be judged."""
    if not found:
        return ""
    counts = {one: sum(gap.assessment is one for gap in found) for one in _ORDER}
    judged = sum(counts.values())
    if not judged:
        return say("findings-overview-unjudged", count=len(found), focus=focus, benchmark=benchmark)
    parts = [say("findings-overview-part", count=count, assessment=one) for one, count in counts.items() if count]
    return say(
        "findings-overview",
        focus=focus,
        benchmark=benchmark,
        judged=judged,
        parts=say("list-names").join(parts),
        left=len(found) - judged,
    )


def describe_needs(needs: Needs | None, names: Mapping[str, str], focus: str, numerator: Variable) -> str:
    """How much it takes, and whose contribution to the shortfall is the largest; "" where nothing can be told."""
    if needs is None:
        return ""
    if not needs.total:
        is_beyond = any(needs.is_beyond(level) for level in (needs.before, *needs.counties["value"]))
        return "" if is_beyond else say("findings-needs-none", rises=needs.rises, focus=focus)
    parts = {str(code): float(units) for code, units in needs.counties["contribution"].items()}
    most = max(parts.values())
    largest = [names[code] for code, units in parts.items() if units == most]
    is_told = most > 0 and len(largest) <= MOST_NAMED and len(parts) > 1
    return say(
        "findings-needs",
        rises=needs.rises,
        focus=focus,
        amount=number(needs.total, 0),
        unit=numerator.unit,
        numerator=numerator.name,
        largest=say("list-names").join(largest) if is_told else "none",
    )
