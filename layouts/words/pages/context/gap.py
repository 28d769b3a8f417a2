"""The words of the gap page's cards that look beyond the city: the reference area in all indicators, counties alike."""

from collections.abc import Sequence

from datasets.analyses.gap_analysis import ReferenceComparison
from indicators.definition import Direction, Indicator
from indicators.gaps.gaps import reaches_line
from indicators.profile import SIMILAR_SHARE, CityComparison
from layouts.words.common import MISSING, printed_difference
from layouts.words.pages.atlas import percent_text
from layouts.words.pages.gap import level_text
from layouts.words.small_counts import SMALL

REFERENCES_COLUMNS = ("指标", "{year}年{name}", "{year}年比值", "比值变化（百分点）", "{year}年80%线")
INVERTED = "（逆向折算）"
REACHED, SHORT = "✓ 达到", "✗ 未达到"
REFERENCES_NOTE = (
    "这里比的是人口普查反映的受教育、居住等结果，和按居住地统计的服务从业人员，不是按机构统计的服务供给；"
    "逐项列出，不合成总分。比值变化含两地各自的变化。描述性指标不列。"
)
NO_REFERENCES = "本数据集没有可与参照地区比较的普查指标"
CLAUSE = "第{article}条：“{clause}”。原文未规定基本公共服务水平的计算办法，上表不等于该目标的考核结果。"
ALIKE_TITLE = "各县与全国最相近的十个县 · {indicator} · {year}年"
ALIKE_COLUMNS = ("地区", "分组", "数值", "同类县均值", "同类县范围", "省内位次", "全国位次", "与同类县均值比")
_VERDICTS = {
    CityComparison.BETTER: "优于",
    CityComparison.SIMILAR: "相近",
    CityComparison.WORSE: "逊于",
    CityComparison.UNJUDGED: "不评价",
}
NO_ALIKE = "与同类县的比较只用于人口普查年份的普查指标；所选指标或年份没有全国各县的数据。"
ALIKE_NOTE = (
    "同类县按人口规模、密度、城镇化、年龄、受教育程度和少数民族比重在全国选取，名单和算法见县域档案；"
    f"相差{SIMILAR_SHARE:.0%}以内为相近。位次1为最好，描述性指标由高到低。"
)


def references_title(region: str, reference: str) -> str:
    """The heading of the card."""
    return f"{region}与{reference}：普查各项指标的比值"


def references_columns(years: Sequence[int], region: str, reference: str) -> list[str]:
    """The headings: both levels and the ratio of every year, the change, and whether the line is held."""
    indicator, level, ratio, change, line = REFERENCES_COLUMNS
    by_year = [
        text.format(year=year, name=name)
        for year in years
        for text, name in ((level, region), (level, reference), (ratio, ""))
    ]
    return [indicator, *by_year, *([change] if len(years) > 1 else []), line.format(year=years[-1])]


def references_row(indicator: Indicator, found: dict[int, ReferenceComparison], years: Sequence[int]) -> list[str]:
    """The cells of an indicator."""
    name = indicator.name + (INVERTED if indicator.direction is Direction.LOWER else "")
    cells = [cell for year in years for cell in _year_cells(indicator, found.get(year))]
    change = [change_text(found, years)] if len(years) > 1 else []
    return [name, *cells, *change, line_text(found.get(years[-1]))]


def _year_cells(indicator: Indicator, one: ReferenceComparison | None) -> list[str]:
    if one is None or one.ratio is None:
        return [MISSING, MISSING, "—"]
    return [level_text(indicator, one.city), level_text(indicator, one.reference), percent_text(one.ratio)]


def change_text(found: dict[int, ReferenceComparison], years: Sequence[int]) -> str:
    """How the ratio changed, as the printed ratios differ."""
    first, last = (found[year].ratio if year in found else None for year in (years[0], years[-1]))
    if first is None or last is None:
        return "—"
    points = printed_difference(percent_text(first), percent_text(last))
    sign = "" if not float(points) else "+" if last > first else "−"
    return f"{sign}{points}"


def line_text(one: ReferenceComparison | None) -> str:
    """Whether the region reaches 80 % of the reference area."""
    if one is None or one.ratio is None:
        return "—"
    if one.basis and one.basis.is_small:
        return SMALL
    return REACHED if reaches_line(one.ratio) else SHORT


def references_summary(
    names: tuple[str, str], rows: Sequence[dict[int, ReferenceComparison]], years: Sequence[int]
) -> list[str]:
    """What the table comes to: how many of the indicators reach the line, and how many ratios rose and fell."""
    last, judged = years[-1], {year: [line_text(one.get(year)) for one in rows] for year in years}
    lines = {year: (texts.count(REACHED), texts.count(SHORT)) for year, texts in judged.items()}
    reached, short = lines[last]
    said = [
        f"{last}年，{names[0]}在可评判的{reached + short}项普查指标中有{reached}项达到{names[1]}的80%，{short}项未达到"
    ]
    if len(years) > 1:
        first = years[0]
        changes = [change_text(one, years) for one in rows]
        rose, fell = (sum(text.startswith(sign) for text in changes) for sign in ("+", "−"))
        said.append(f"{first}年为{sum(lines[first])}项中{lines[first][0]}项达到")
        said.append(f"{first}年至{last}年比值上升{rose}项、下降{fell}项")
    return ["；".join(said) + "。"]


def group_mean(group: str) -> str:
    """The simple mean of a group's counties; of all where ``group`` is empty."""
    return f"{group}各县均值"


def alike_summary(counts: dict[CityComparison, int]) -> str:
    """How many counties are better than those like them."""
    if counts[CityComparison.UNJUDGED] == sum(counts.values()):
        return "描述性指标，只列数值，不评价高低。"
    parts = "、".join(f"{_VERDICTS[verdict]}{count}个" for verdict, count in counts.items() if count)
    return f"{sum(counts.values())}个县（市、区）与各自同类县的均值相比：{parts}。"


def compared_text(verdict: CityComparison) -> str:
    """How a value compares with the mean of the counties alike."""
    return _VERDICTS[verdict]
