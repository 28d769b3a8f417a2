"""Names, definitions and formulas of the measures of inequality between counties (县际不平等测度)."""

from indicators.definition import Indicator
from indicators.gaps.inequality import IN_UNIT, InequalityMeasure
from layouts.words.common import number
from layouts.words.pages.atlas import percent_text

MEASURES = {
    InequalityMeasure.ABSOLUTE_DIFFERENCE: "绝对差",
    InequalityMeasure.RATIO: "比值",
    InequalityMeasure.VARIATION: "变异系数",
    InequalityMeasure.GINI: "基尼系数",
    InequalityMeasure.THEIL: "泰尔指数",
    InequalityMeasure.THEIL_BETWEEN: "　组间部分",
    InequalityMeasure.THEIL_WITHIN: "　组内部分",
    InequalityMeasure.DEVIATION: "加权平均绝对离差",
}

ONE_COUNTY = "只有一个县级地区，没有县际差异"

# Definition and formula; the groups' names are put in.
MEASURE_MEANINGS = {
    InequalityMeasure.ABSOLUTE_DIFFERENCE: (
        "{focus}各县平均减{benchmark}各县平均，单位同指标。",
        "x̄({focus}) − x̄({benchmark})",
    ),
    InequalityMeasure.RATIO: (
        "{focus}各县平均与{benchmark}各县平均之比；逆向指标（越低越好）按倒数折算，与本页其他比值一致。",
        "x̄({focus}) ÷ x̄({benchmark})",
    ),
    InequalityMeasure.VARIATION: ("标准差与平均数之比，越大越不均衡；0为完全相等。", "√[Σ(xᵢ − x̄)² ÷ n] ÷ x̄"),
    InequalityMeasure.GINI: (
        "任意两县差距的平均数之半与平均数之比；0为相等，全在一县为(n−1)/n。",
        "ΣᵢΣⱼ|xᵢ − xⱼ| ÷ (2n²x̄)",
    ),
    InequalityMeasure.THEIL: ("泰尔T指数，0为完全相等；等于组间与组内两部分之和。", "Σ (xᵢ/Σx) · ln(xᵢ/x̄)"),
    InequalityMeasure.THEIL_BETWEEN: (
        "泰尔指数中由两组之间的差距造成的部分。",
        "Σg s_g · ln[s_g ÷ (n_g/n)]，s_g为组占总量比重",
    ),
    InequalityMeasure.THEIL_WITHIN: ("泰尔指数中由组内各县差距造成的部分。", "Σg s_g · T_g，T_g为组内泰尔指数"),
    InequalityMeasure.DEVIATION: (
        "各县与人口加权平均之差的绝对值，按常住人口加权平均，单位同指标。",
        "Σ pᵢ|xᵢ − x̄_p| ÷ Σ pᵢ，x̄_p为人口加权平均",
    ),
}


def measure_text(measure: InequalityMeasure, value: float | None, indicator: Indicator) -> str:
    """A measure's value: a ratio in per cent, a measure in the indicator's unit with one more digit, others plain."""
    if value is None:
        return "—"
    if measure is InequalityMeasure.RATIO:
        return percent_text(value)
    return number(value, indicator.decimals + 1) if measure in IN_UNIT else f"{value:.4f}"
