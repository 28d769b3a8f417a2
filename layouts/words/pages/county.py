"""The words of a county's profile."""

from collections.abc import Sequence

from indicators.definition import Direction, Indicator, ValueKind
from indicators.profile import SIMILAR_SHARE, CityComparison, CountyComparison, Trend
from layouts.words.common import KINDS, MISSING, NO, NOTE, YES, notes_text, number
from layouts.words.small_counts import RULE as SMALL_RULE
from layouts.words.small_counts import note_text

TITLE = "县域档案"
COUNTY, YEAR, PRINT = "县（市、区）", "年份", "打印档案"
KEY_FIGURES = "关键指标与历年走势"
TARGETS = "政策目标（按状态）"
SPINE = "在全市各县中的位置"
TOWNSHIPS = "乡镇情况"
SPINE_HINT = "越靠右越好（标⇄的指标越低越好，已反向；描述性指标靠右为数值高）；是非类和总量类指标不作比较"
SIMILAR_HINT = f"与全市相差不超过{SIMILAR_SHARE:.0%}为相近；任一方暂无数据或描述性指标不评价；{SMALL_RULE}"
CENTRE = "中线：全市合并值（暂无时为有数据各县的中位数）"
WHOLE, MIDDLE = "最差至最好的县", "中间一半的县"
CITY_COMPARISONS = {
    CityComparison.BETTER: "优于全市",
    CityComparison.SIMILAR: "与全市相近",
    CityComparison.WORSE: "不及全市",
    CityComparison.UNJUDGED: "不评价",
}
SPINE_COLUMNS = ("本县", "全市", "单位")
COMPARED = "与全市相比"
TOWNSHIP = "乡镇"
MAP_HINT = "在地图上查看"
NO_KEY_FIGURES = "本数据集没有关键指标"
NO_COMPARISONS = "本年没有可以比较的指标"
NO_TARGETS = "没有直接以本县为对象的目标"
NO_TOWNSHIPS = "截至本年，本数据集没有乡镇数据"
REVERSED, REVERSED_HINT = "⇄", "越低越好，已反向"

# What the browser writes itself.
IGNORED = "网址中的 {name}={found} 无法使用，已忽略；可用：{allowed}"
TARGETS_WITHOUT_DATA = "没有该县数字，无法判断；点击逐项列出"


def caveats_text(count: int) -> str:
    """That so many indicators have something to know of."""
    return f"使用须知（{count}项指标）：抽样误差、口径和可比性，点击逐项查看"


def figures_without_data(year: int, names: Sequence[str]) -> str:
    """The key figures that a year lacks."""
    return f"另有{len(names)}项关键指标{year}年暂无数据：{'、'.join(names)}"


def dated(year: int) -> str:
    """A year."""
    return f"{year}年"


def value_text(indicator: Indicator, value: float | None) -> str:
    """A value without its unit; a state as yes or no."""
    if value is None:
        return MISSING
    if indicator.yes_no:
        return YES if value >= 0.5 else NO
    return number(value, indicator.decimals)


def unit_text(indicator: Indicator) -> str:
    """The unit beside a value; a state has none."""
    return "" if indicator.yes_no else indicator.unit


def with_unit(indicator: Indicator, value: float | None) -> str:
    """A value and its unit."""
    text = value_text(indicator, value)
    return text if value is None else f"{text} {unit_text(indicator)}".rstrip()


def rank_text(standing: CountyComparison) -> str:
    """The rank among the counties with data; nothing where there is none."""
    if standing.rank is None:
        return ""
    order = "由高到低" if standing.indicator.direction is Direction.NEUTRAL else ""
    return f"{order}第{standing.rank}位，共{standing.counted}个"


def basis_text(standing: CountyComparison) -> str:
    """What stands beside a value that chance moves: its count and interval."""
    return note_text(standing.basis, standing.indicator.decimals)


def comparison_hint(standing: CountyComparison) -> str:
    """What the pointer reads over a county's value: kind, source, and what it rests on where chance moves it."""
    return "\n".join(
        part for part in (basis_text(standing), source_text(standing.kind, standing.source, standing.note)) if part
    )


def city_text(standing: CountyComparison) -> str:
    """The city's value; of a count it is the sum, of a state the share of counties that have it."""
    indicator = standing.indicator
    if indicator.yes_no:
        share = standing.city
        return f"全市 {MISSING}" if share is None else f"全市 {share:.1%} 的县为“{YES}”"
    label = "全市" if indicator.formula.denominator else "全市合计"
    return f"{label} {with_unit(indicator, standing.city)}"


def other_years(trend: Trend) -> str:
    """In which years there is a value, where the profile's year has none."""
    years = trend.known_years
    return f"有数据的年份：{'、'.join(map(str, years))}" if years else "各年均无数据"


def single_year(trend: Trend) -> str:
    """Why there is no line."""
    years = trend.known_years
    return f"只有{years[0]}年的数据，不成走势" if years else ""


def path_text(indicator: Indicator, trend: Trend) -> str:
    """The county's values year by year: what a sparkline draws, in words."""
    pairs = zip(trend.years, trend.county, strict=True)
    return "；".join(f"{year}年 {with_unit(indicator, value)}" for year, value in pairs)


def group_mean(group: str) -> str:
    """The simple mean of a group's counties."""
    return f"{group}县均值"


def trend_key(name: str, group: str) -> tuple[str, str]:
    """The two lines of a sparkline."""
    return name, f"{group_mean(group)}（缺任何一县则断开）"


def mark_key(benchmark: str, reference: str) -> list[str]:
    """What the middle line, the mark of the benchmark and that of the outside area mean; the last one may be none."""
    outside = f"{reference}（超出各县范围的画作三角）"  # as is whatever lies beyond every county
    return [CENTRE, group_mean(benchmark), *([outside] if reference else [])]


def article_text(article: int) -> str:
    """The number of an article."""
    return f"第{article}条"


def source_text(kind: ValueKind | None, source: str, note: str) -> str:
    """Kind, source and note of one value."""
    return f"{KINDS[kind]}：{column_text([source], [note])}" if kind else MISSING


def column_text(sources: list[str], notes: list[str]) -> str:
    """Sources and notes of a column of values."""
    noted = notes_text(notes)
    return "；".join(sources) + (f"（{NOTE}：{noted}）" if noted else "")


def sources_text(kinds: list[ValueKind], sources: list[str], notes: list[str]) -> str:
    """Kinds, sources and notes of all values."""
    named, noted = "、".join(KINDS[kind] for kind in kinds), notes_text(notes)
    told = f"数值性质：{named or MISSING}。来源：{'；'.join(sources) or MISSING}。"
    return f"{told}{f'{NOTE}：{noted}。' if noted else ''}位次在有数据的县中排列，1为最好。"
