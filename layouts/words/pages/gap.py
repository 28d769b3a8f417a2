"""The words of the gap page."""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any

from indicators.definition import Direction, Indicator, ValueKind, Variable
from indicators.gaps.gap_path import Assessment, BenchmarkFall, Crossing, CrossingStatus, IndicatorGap
from indicators.gaps.gaps import Averaging, reaches_line
from indicators.gaps.small_counts import FEWEST, CountBasis, find_count_basis
from indicators.policy.ledger import PolicyTarget
from layouts.words.common import list_areas, notes_text, number, number_beside, share_text
from layouts.words.pages.atlas import percent_text, relative_text
from layouts.words.small_counts import SMALL, TOO_FEW, count_text, groups_text, note_text, unjudged_text
from layouts.words.verdict_bounds import bounds_sentence, certainty_text, plausible_note
from locales import say

EVERY_DOMAIN = "全部领域"
OVERVIEW, NEEDS, REFERENCE = "各项指标的比值图", "各县需要补足的量", "与参照地区相比"
DOMAIN, INDICATOR, YEAR, GOAL = "领域", "指标", "年份", "要达到"
LINE = "80%线"
INVERTED = "（逆向折算）"
OPEN_MAP = "在地图上看"
DIRECTION_NOTES = {
    Direction.HIGHER: "越高越好",
    Direction.LOWER: "越低越好·逆向折算",
    Direction.NEUTRAL: "不评价",
}
ASSESSMENTS = {
    Assessment.SHORT: "未达",
    Assessment.SENSITIVE: "口径不一",
    Assessment.REACHED: "达到",
    Assessment.UNDEFINED: "无法比较",
    Assessment.UNGROUPED: "未分组",
    Assessment.TOO_FEW: SMALL,
    Assessment.MISSING: "缺数据",
    Assessment.NOT_JUDGED: "不评价",
    Assessment.NO_DATA: "该年暂无",
}
NO_DIRECTION = "它反映需求或结构，没有越高越好或越低越好之分"
COLUMNS: dict[str, str] = {
    "name": "指标",
    "verdict": "80%线",
    "badge": "稳健性",
    "simple": "县均值",
    "weighted": "人口加权",
    "pooled": "合并计算",
    "focus": "",  # the groups' own names stand here
    "benchmark": "",
    "direction": "方向",
    "kind": "性质",
    "source": "来源",
    "note": "备注",
}
ROBUST, SENSITIVE = "稳健", "口径敏感"
WHOLE_OVERVIEW_NOTE = "水平为全地区数值；比值为全地区与参照地区之比，逆向指标按倒数折算。点击一行或一点可选定指标。"
WHOLE, WHOLE_NOTE = (
    "全地区",
    "本地区没有分组，以全地区与参照地区相比；各县（市、区）分别与全地区、参照地区相比，逆向指标按倒数折算。",
)
OVERVIEW_NOTE = "水平为合并计算（各县分子之和 ÷ 分母之和）；三列比值为三种“平均水平”。点击一行或一点可选定指标。"
FACTS = {
    "definition": "定义",
    "formula": "计算公式",
    "direction": "方向",
    "source": "权威来源",
    "caveat": "使用须知",
    "target": "政策目标",
    "line": "80%线依据",
    "kind": "数值性质",
    "origin": "数值来源",
    "note": "备注",
}
AVERAGING_COLUMN, RATIO = "口径", "比值"
COUNTY_VALUES = "各县数值、分子分母与来源"
BASIS = "例数、区间"
COUNTY, GROUP, VALUE, KIND, SOURCE = "地区", "分组", "数值", "性质", "来源"
PATH_TITLE = "比值走势与80%线"
INEQUALITY_TITLE = "县际不平等测度"
INEQUALITY_NOTE = "按全部县级地区的当年数值计算；有县暂无数据的年份不计算。点开名称看定义和公式。"
MEASURE = "测度"
CROSSING_ASSUMPTION = "假设：比值沿首末两个有数据年份的连线继续变化。"
NO_FIGURES, ASSUMED = "该年没有任何县的数据。", "假设"
NO_RATIO = "没有可以比较的比值"
NO_REFERENCE_AREA = "参照地区"

# With values put in
REFERENCE_TITLE = "{region}与{reference}"
NO_REFERENCE = "暂无{reference}数据"
NO_REFERENCE_IN = "{year}年暂无全市数据，也暂无{reference}数据"


def averages_note() -> str:
    """What each average means."""
    return say("list-parts").join(say("common-averaging-meant", averaging=averaging) for averaging in Averaging)


def overview_title(focus: str, benchmark: str, domain: str, year: int) -> str:
    """The heading of the overview."""
    return f"{year}年{focus}相当于{benchmark}的比例 · {domain}"


def assessment_counts(standings: Iterable[IndicatorGap]) -> list[tuple[Assessment, str]]:
    """Count indicators by assessment, in the order of ``Assessment``; assessments without indicators are left out."""
    assessments = [standing.assessment for standing in standings]
    return [
        (verdict, f"{ASSESSMENTS[verdict]} {assessments.count(verdict)}")
        for verdict in Assessment
        if verdict in assessments
    ]


def left_out(counts: int, without: int) -> str:
    """How many indicators the overview does not show, and why."""
    parts = []
    if counts:
        parts.append(f"{counts}项总量指标没有分母，只反映规模，不作水平比较")
    if without:
        parts.append(f"另有{without}项指标在此数据集没有县级数据")
    return "；".join(parts) + ("。" if parts else "")


def indicator_title(indicator: Indicator, year: int) -> str:
    """The heading of the chosen indicator."""
    return f"{indicator.name} · {year}年"


def level_text(indicator: Indicator, value: float | None, *beside: float) -> str:
    """A level with its unit, on its side of those ``beside`` it; of a state the share of counties that have it."""
    if value is None:
        return say("common-missing")
    if indicator.yes_no:
        return f"{share_text(value * 100, 0)}的县"
    return f"{number_beside(value, indicator.decimals, *beside)} {indicator.unit}"


def value_text(indicator: Indicator, value: float | None) -> str:
    """A county's value with its unit."""
    if value is None:
        return say("common-missing")
    return (
        (say("common-yes") if value >= 0.5 else say("common-no")) if indicator.yes_no else level_text(indicator, value)
    )


def ratio_text(ratio: float | None) -> str:
    """A ratio as a percentage."""
    return "—" if ratio is None else percent_text(ratio)


def lacking(names: Iterable[str]) -> str:
    """Names the areas without a value."""
    return f"缺{list_areas(names)}"


def assessment_text(standing: IndicatorGap, missing: list[str]) -> str:
    """The verdict of a row; ``missing`` are the names of the members without a value."""
    if missing and standing.assessment is Assessment.MISSING:
        return lacking(missing)
    return ASSESSMENTS[standing.assessment]


def badge_text(standing: IndicatorGap) -> str:
    """Whether the assessment is the same under every way of averaging, or what is certain although members lack."""
    if standing.bounds:
        return certainty_text(standing.bounds)
    if standing.assessment is Assessment.SENSITIVE:
        return SENSITIVE
    if standing.gap is None or standing.assessment not in (Assessment.REACHED, Assessment.SHORT):
        return "—"
    known = len(standing.gap.judged_ratios)
    return ROBUST if known == len(Averaging) else f"仅{known}种口径"


def assessment_sentence(
    standing: IndicatorGap, missing: list[str], focus: str, benchmark: str, as_whole: bool = False
) -> str:
    """The chosen indicator's verdict in one sentence, and what is certain of it although members lack a value.

    ``as_whole`` says that the region is compared as a whole, by one ratio.
    """
    lack = f"；{lacking(missing)}" if missing else ""
    bounds = standing.bounds
    certain = (
        f"。{bounds_sentence(bounds, standing.indicator, missing, focus, benchmark)}{plausible_note(bounds)}"
        if bounds
        else "，也不下结论。"
    )
    why = {
        Assessment.MISSING: f"{lacking(missing)}：有成员暂无数据，不计算该组平均{certain}",
        Assessment.NOT_JUDGED: f"描述性指标，只描述情况，不评价高低{lack}：{NO_DIRECTION}。",
        Assessment.TOO_FEW: few_sentence(standing, focus, benchmark),
        Assessment.UNGROUPED: f"{say('common-ungrouped')}：{say('common-ungrouped-text')}。",
        Assessment.UNDEFINED: "作除数的水平为0，比值没有意义，无法比较。",
        Assessment.NO_DATA: "该年没有任何县的数据。",
        Assessment.SENSITIVE: f"口径敏感：{focus}是否达到{benchmark}的80%，取决于采用哪种“平均水平”。",
    }
    if as_whole and standing.assessment is Assessment.MISSING:
        return f"{lacking(missing)}，无法比较。"
    if standing.assessment in why:
        return why[standing.assessment]
    reached = "达到" if standing.assessment is Assessment.REACHED else "未达到"
    if as_whole:
        return f"{focus}{reached}{benchmark}的80%。"
    return f"{badge_text(standing)}：已知口径下{focus}均{reached}{benchmark}的80%。"


def few_sentence(standing: IndicatorGap, focus: str, benchmark: str) -> str:
    """Says that the groups' figures rest on too few events, and on how many."""
    gap = standing.gap
    counts = f"：{groups_text(gap, dict(zip(gap.levels, (focus, benchmark), strict=True)))}" if gap else ""
    return f"{TOO_FEW}{counts}。{say('small-rule', fewest=FEWEST)}"


def formula_text(numerator: Variable, denominator: Variable | None, per: float) -> str:
    """The formula in the variables' names."""
    if denominator is None:
        return numerator.name
    return f"{numerator.name} ÷ {denominator.name}" + (f" × {per:g}" if per != 1 else "")


def kinds_text(kinds: Iterable[ValueKind]) -> str:
    """Kinds of values in words."""
    return "、".join(say("common-kinds", kind=kind) for kind in kinds) or say("common-missing")


def crossing_text(crossing: Crossing, deadline: int | None) -> str:
    """When the 80 % line is crossed, or why that cannot be projected; ``deadline`` is the policy's last year."""
    match crossing.status:
        case CrossingStatus.TOO_FEW:
            return "无法推算：有比值的年份不足两年"
        case CrossingStatus.NOT_RISING:
            years = f"{crossing.first_year}–{crossing.last_year}年"
            return f"无法推算：{years}比值没有上升（年均 {_change_text(crossing.yearly)}）"
        case CrossingStatus.REACHED:
            return f"{crossing.last_year}年已在80%线上（{crossing.since}年起）"
    late = ""
    if deadline and crossing.year:
        late = f"，不晚于政策期末{deadline}年" if crossing.year <= deadline else f"，晚于政策期末{deadline}年"
    if crossing.year and crossing.last_year and crossing.year - crossing.last_year > 50:
        return f"照此速度（年均 {_change_text(crossing.yearly)}）50年内到不了80%{late}"
    return f"约{crossing.year}年达到80%{late}（年均 {_change_text(crossing.yearly)}）"


def _change_text(yearly: float | None) -> str:
    points = (yearly or 0) * 100
    return f"{points:+.{1 if abs(points) >= 0.1 else 2}f} 个百分点"


def fall_numbers(fall: BenchmarkFall, indicator: Indicator) -> tuple[tuple[str, str], tuple[str, str]]:
    """The ratios and the benchmark's levels before and after, as they are printed: never alike, for they moved."""
    (old, new), (before, after) = fall.ratio, fall.benchmark
    return (
        (percent_text(old, new), percent_text(new, old)),
        (level_text(indicator, before, after), level_text(indicator, after, before)),
    )


def fall_text(fall: BenchmarkFall, indicator: Indicator, focus: str, benchmark: str) -> str:
    """That a ratio rose because the benchmark group became worse."""
    (old, new), (before, after) = fall_numbers(fall, indicator)
    lower = indicator.direction is Direction.LOWER
    own = (
        f"{focus}同期也有改善，上升只有一部分是真进步" if fall.focus_improved else f"{focus}同期没有改善，上升不是进步"
    )
    return (
        f"注意：{fall.start}→{fall.end}年{'按逆向指标折算的' if lower else ''}比值由 {old} 升到 {new}，"
        f"但{benchmark}由 {before} {'升' if lower else '降'}到 {after}，水平变差；{own}。"
    )


def unknown_years_text(lacking_by_year: dict[int, list[str]]) -> str:
    """The years without a ratio, each with the areas that lack a value."""
    return "；".join(f"{year}年{lacking(names)}" for year, names in lacking_by_year.items())


def small_years_text(years: list[int]) -> str:
    """The years whose ratios rest on too few events."""
    return f"{'、'.join(f'{year}年' for year in years)}{TOO_FEW}" if years else ""


def basis_cell(indicator: Indicator, row: Any) -> str:
    """What a county's value rests on; ``row`` as for ``county_row``."""
    return note_text(find_count_basis(indicator, row.value, row.numerator, row.denominator), indicator.decimals) or "—"


def origin_text(name: str, kind: ValueKind, source: str, note: str) -> str:
    """Where an area's value comes from."""
    noted = notes_text([note])
    return f"{name}：{say('common-kinds', kind=kind)}，{source}" + (
        f"（{say('common-note')}：{noted}）" if noted else ""
    )


def year_head(year: int, missing: list[str], small: Sequence[str]) -> str:
    """A year at the head of a column, with who lacks a value, or that some values rest on too few events."""
    remark = lacking(missing) if missing else say("small-too-few") if small else ""
    return f"{year}年" + (f"（{remark}）" if remark else "")


def reference_text(
    levels: tuple[str, str],
    ratio: float | None,
    names: tuple[str, str],
    direction: Direction,
    rests: CountBasis | None = None,
) -> str:
    """The two levels of the year and how they compare; ``names`` and ``levels``: the region's, then the other one's.

    Where the region's level rests on too few events (``rests``), nothing is compared.
    """
    level_texts = f"{names[0]} {levels[0]}，{names[1]} {levels[1]}。"
    if ratio is None:
        return level_texts
    if rests and rests.is_small:
        return f"{level_texts}{names[0]}{count_text(rests)}，{unjudged_text(rests)}。"
    line = "达到80%线" if reaches_line(ratio) else "未达到80%线"
    return f"{level_texts}{relative_text(names, ratio, direction)}，{line}。"


def county_row(row: Any, indicator: Indicator) -> list[str]:
    """A county's cells; ``row`` has the fields of a record, NaN where there is no value."""
    if isnan(row.value):
        return ["—", "—", "", say("common-missing"), amount_text(row.numerator), amount_text(row.denominator)]
    parts = [amount_text(row.numerator), amount_text(row.denominator)]
    kind = say("common-kinds", kind=row.kind)
    return [kind, row.source, notes_text([row.note]), value_text(indicator, row.value), *parts]


def relative_to(name: str) -> str:
    """The heading of a county's level over that of a wider area."""
    return f"相当于{name}"


def amount_text(value: float) -> str:
    """A count as it is: thousands separated, decimals only where it has them."""
    return "—" if isnan(value) else f"{value:,.10g}" if value % 1 and abs(value) < 1000 else number(value, 0)


def clauses_text(entries: Iterable[PolicyTarget]) -> str:
    """The clauses that set the line."""
    return "；".join(f"“{target.clause}”" for target in entries)
