"""The words of the gap page about what is needed to reach the 80 % line or a policy target."""

from collections.abc import Sequence
from typing import Any

from indicators.definition import Direction, Indicator, Variable
from indicators.gaps.gap_path import IndicatorGap
from indicators.gaps.gaps import EQUALITY_LINE
from indicators.policy.ledger import PolicyTarget
from indicators.policy.shortfalls import Needs
from indicators.thresholds import at_least, at_most, equals
from layouts.words.common import (
    MOST_MORE,
    list_areas,
    number,
    number_beside,
    plain_number,
)
from layouts.words.pages.atlas import target_text
from layouts.words.pages.gap import amount_text, level_text
from locales import say


def needs_line_text(indicator: Indicator, level: float, benchmark: float, name: str) -> str:
    """The level that the 80 % line means; the benchmark has as many decimals as it takes to come to that level."""
    falls = indicator.direction is Direction.LOWER
    wanted = number(level, indicator.decimals + 1)
    texts = [number(benchmark, places) for places in range(indicator.decimals, indicator.decimals + MOST_MORE)]
    factor = 1 / EQUALITY_LINE if falls else EQUALITY_LINE
    held = (text for text in texts if number(plain_number(text) * factor, indicator.decimals + 1) == wanted)
    unit, sign = indicator.unit, "÷" if falls else "×"
    return say("gap-needs-line", name=name, level=next(held, texts[-1]), unit=unit, sign=sign, wanted=wanted)


def needs_text(needs: Needs, indicator: Indicator, focus: str, numerator: Variable, beyond: Sequence[str] = ()) -> str:
    """What the counties need, all together; ``beyond`` names those above what "about" allows: nothing added helps."""
    told = {
        "focus": focus,
        "level": level_text(indicator, needs.before, needs.level),
        "each": needs.each,
        "rises": needs.rises,
        "beyond": say("list-names").join(beyond) or "none",
    }
    if needs.total:
        amount, after = number(needs.total, 0), level_text(indicator, needs.reached, needs.level)
        unit, name = numerator.unit, numerator.name
        return say("gap-needs-wanted", amount=amount, unit=unit, numerator=name, after=after, **told)
    if beyond:
        return say("gap-needs-beyond", **told)
    return say("gap-needs-none", surplus=not (needs.each or equals(needs.before, needs.level)), **told)


def needs_columns(needs: Needs, indicator: Indicator, numerator: Variable, denominator: Variable | None) -> list[str]:
    """The headings of the table of needs."""
    unit, unit_of = numerator.unit, indicator.unit
    return [
        say("gap-county"),
        *(
            say("common-value-of-unit", value=one.name, unit=one.unit) if one else "—"
            for one in (numerator, denominator)
        ),
        say("gap-needs-level", unit=unit_of),
        say("gap-needs-contribution", unit=unit),
        say("gap-needs-addition", rises=needs.rises, unit=unit),
        say("gap-needs-after", unit=unit_of),
        say("gap-needs-remark"),
    ]


def needs_row(row: Any, indicator: Indicator, needs: Needs) -> list[str]:
    """A county's cells; ``row`` has ``numerator, denominator, value, contribution, addition, after``."""
    return [
        amount_text(row.numerator),
        amount_text(row.denominator),
        number_beside(row.value, indicator.decimals, needs.level),
        contribution_text(row.contribution),
        number(row.addition, 0),
        number_beside(row.after, indicator.decimals, needs.level),
        needs_note(row, indicator, needs),
    ]


def needs_note(row: Any, indicator: Indicator, needs: Needs) -> str:
    """What should be known of a county's need."""
    if needs.rises and at_least(row.value, indicator.maximum):
        return say("gap-needs-note-highest", highest=f"{indicator.maximum:g}", unit=indicator.unit)
    if needs.is_beyond(row.value):
        return say("gap-needs-note-beyond")
    reached = at_least(row.value, needs.level) if needs.rises else at_most(row.value, needs.level)
    if not reached:
        return ""
    is_surplus = not (needs.each or equals(row.value, needs.level))
    return say("gap-needs-note-surplus" if is_surplus else "gap-needs-note-reached")


def assumptions(needs: Needs) -> list[str]:
    """The assumptions behind the needs, one sentence each."""
    assumed = say("gap-needs-assumption", each=needs.each)
    return [assumed] if needs.rises else [assumed, say("gap-needs-lower")]


def needs_target_text(target: PolicyTarget, each: bool) -> str:
    """The target that is to be reached, and by whom."""
    return say("gap-needs-target", target=target_text(target), each=each)


def state_text(focus: str, without: list[str], unknown: list[str]) -> str:
    """Which counties lack a state, and of which it is not known."""
    areas, others = (say("list-names").join(names) for names in (without, unknown))
    return say("gap-needs-states", focus=focus, areas=areas, count=len(without), unknown=others or "none")


def no_needs(standing: IndicatorGap, missing: list[str]) -> str:
    """Why needs cannot be computed."""
    indicator, gap = standing.indicator, standing.gap
    if indicator.formula.denominator is None:
        return say("gap-needs-nothing", reason="undivided")
    if gap is None:
        return say("gap-needs-nothing", reason="no_data")
    if indicator.direction is Direction.NEUTRAL:
        return say("gap-needs-nothing", reason="descriptive")
    if missing:
        return say("gap-needs-lacking", areas=list_areas(missing))
    return say("gap-needs-nothing", reason="too_few" if gap.small else "undefined")


def contribution_text(value: float) -> str:
    """A contribution: whole units where it is large."""
    return number(value, 0 if abs(value) >= 100 else 1)
