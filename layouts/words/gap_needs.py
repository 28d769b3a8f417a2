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
    number,
    number_beside,
    plain_number,
)
from layouts.words.pages.atlas import target_text
from layouts.words.pages.gap import COUNTY, amount_text, lacking, level_text
from layouts.words.small_counts import TOO_FEW

GOALS = {"line": "80%线", "target": "政策目标"}
NEEDS_ASSUMPTION = "假设：先补最落后的县，补到同一水平为止；另一组保持不变；分母不变；取整数单位。"
NEEDS_ASSUMPTION_EACH = "假设：每县各自补到目标，互不抵补；分母不变；取整数单位。"
NEEDS_LOWER = "本指标越低越好，这里只算分子要减少多少；增加分母也能达到。"
BEYOND = "已高于允许范围，增加不能使其达到"
TOTAL = "合计缺口"


def needs_title(focus: str, goal: str) -> str:
    """The heading of the needs card."""
    return f"{focus}达到{GOALS[goal]}需要多少"


def needs_line_text(indicator: Indicator, level: float, benchmark: float, name: str) -> str:
    """The level that the 80 % line means; the benchmark has as many decimals as it takes to come to that level."""
    falls = indicator.direction is Direction.LOWER
    wanted = number(level, indicator.decimals + 1)
    texts = [number(benchmark, places) for places in range(indicator.decimals, indicator.decimals + MOST_MORE)]
    factor = 1 / EQUALITY_LINE if falls else EQUALITY_LINE
    held = (text for text in texts if number(plain_number(text) * factor, indicator.decimals + 1) == wanted)
    unit, sign = indicator.unit, "÷" if falls else "×"
    return f"{name}合并水平 {next(held, texts[-1])} {unit} {sign} 80% ＝ {wanted} {unit}。"


def needs_text(needs: Needs, indicator: Indicator, focus: str, numerator: Variable, beyond: Sequence[str] = ()) -> str:
    """What the counties need, all together; ``beyond`` names those above what "about" allows: nothing added helps."""
    now = f"{focus}现为 {level_text(indicator, needs.before, needs.level)}（合并计算）"
    above = f"{'、'.join(beyond)}{BEYOND}"
    if needs.total == 0 and beyond:
        return f"{now}；{above}{'，其余各县已达到' if needs.each else ''}。"
    if needs.total == 0:
        surplus = "" if needs.each or equals(needs.before, needs.level) else "（缺口为负，即有余）"
        return f"{now}，{'各县均' if needs.each else ''}已达到，无需{_verb_text(needs)}{surplus}。"
    wanted = f"共需{_verb_text(needs)} {number(needs.total, 0)} {numerator.unit}（{numerator.name}）"
    after = f"{focus}合并水平为 {level_text(indicator, needs.reached, needs.level)}"
    sentence = f"{now}；{wanted}，{'各县达到后，' if needs.each else ''}{after}"
    return f"{sentence}；{above}。" if beyond else f"{sentence}。"


def _verb_text(needs: Needs) -> str:
    return "增加" if needs.rises else "减少"


def needs_columns(needs: Needs, indicator: Indicator, numerator: Variable, denominator: Variable | None) -> list[str]:
    """The headings of the table of needs."""
    unit, unit_of = numerator.unit, indicator.unit
    return [
        COUNTY,
        f"{numerator.name}（{unit}）",
        f"{denominator.name}（{denominator.unit}）" if denominator else "—",
        f"现水平（{unit_of}）",
        f"对缺口的贡献（{unit}）",
        f"需{_verb_text(needs)}（{unit}）",
        f"之后（{unit_of}）",
        "说明",
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
        return f"已达上限 {indicator.maximum:g} {indicator.unit}，不能再增加"
    if needs.is_beyond(row.value):
        return BEYOND
    reached = at_least(row.value, needs.level) if needs.rises else at_most(row.value, needs.level)
    if not reached:
        return ""
    return "已达到" if needs.each or equals(row.value, needs.level) else "超过所需水平，抵减缺口"


def assumptions(needs: Needs) -> list[str]:
    """The assumptions behind the needs, one sentence each."""
    assumed = NEEDS_ASSUMPTION_EACH if needs.each else NEEDS_ASSUMPTION
    return [assumed] if needs.rises else [assumed, NEEDS_LOWER]


def needs_target_text(target: PolicyTarget, each: bool) -> str:
    """The target that is to be reached, and by whom."""
    return f"政策目标：{target_text(target)}；{'每县各自达到' if each else '按合并水平达到'}。"


def state_text(focus: str, without: list[str], unknown: list[str]) -> str:
    """Which counties lack a state, and of which it is not known."""
    text = (
        f"{focus}尚未达到的县：{'、'.join(without)}（每县1个，共需{len(without)}个）。"
        if without
        else f"{focus}各县均已达到。"
    )
    if unknown:
        text = (f"{focus}尚未达到的县：{'、'.join(without)}。" if without else "") + f"{'、'.join(unknown)}暂无数据。"
    return text


def no_needs(standing: IndicatorGap, missing: list[str]) -> str:
    """Why needs cannot be computed."""
    indicator = standing.indicator
    if indicator.formula.denominator is None:
        return "本指标没有分母，不能推算需要增加多少。"
    if standing.gap is None:
        return "该年没有任何县的数据，不能推算。"
    if indicator.direction is Direction.NEUTRAL:
        return "描述性指标，不评价高低，也不推算需要增加多少。"
    if missing:
        return f"{lacking(missing)}，不能推算。"
    if standing.gap.small:
        return f"{TOO_FEW}，也不推算需要增减多少。"
    return "该年缺分子或分母，或作除数的水平为0，不能推算。"


def contribution_text(value: float) -> str:
    """A contribution: whole units where it is large."""
    return number(value, 0 if abs(value) >= 100 else 1)
