"""The words of the coverage page (设施布局)."""

from collections.abc import Sequence
from math import isfinite

from datasets.analyses.coverage_of_type import CoverageFault
from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment
from layouts.words import common
from layouts.words.common import number
from layouts.words.pages.atlas import percent_text
from locales import say

TITLE = "设施布局"
TYPE, YEAR, MODE = "设施类型", "年份", "看什么"
MODES = {"coverage": "覆盖情况", "siting": "选址"}
OPEN_MAP = "在地图上看"
OPEN_MAP_HINT = "在服务地图上看各县、各乡镇的标准内居民比例"
NONE_OF_TYPE = "（无）"

# The map.
COVERED, UNCOVERED = "标准内的居民点", "标准外的居民点"
SIZE = "圆的大小表示人口"
FACILITY, CATCHMENT = "设施", "服务范围"
APPROXIMATE = "空心为近似位置"
OUTLINE = "南北分界"

# What stands beside it.
SHARE = "标准内居民比例"
CITY = "全市"
MEASURES = {
    "share_within": "标准内居民",
    "mean_distance": "平均路程",
    "p90_distance": "九成居民的路程",
    "facilities_per_10000": "每万人设施",
    "capacity_per_10000": "每万人{capacity}",
    "accessibility": "每万人可及{capacity}",
    "townships_without": "没有的乡镇",
}
MEASURE, UNIT = "指标", "单位"
SHARE_TITLE = "各县标准内居民比例"
WORST_TITLE = "最需要改善的居民点"
WORST_ORDERS = {"residents": "人口最多", "distance": "离得最远"}
WORST_COLUMNS = ("居民点", "县（市、区）", "人口", "最近距离")
OUTSIDE, LONGITUDE, LATITUDE = "标准外居民（人）", "经度", "纬度"
WORST_NONE = "所有居民点都在标准以内。"
WORST_HINT = "点击一行，在地图上指出。"
METHOD_TITLE = "口径与来源"
STANDARD, BASIS, DISTANCE, RESIDENTS, FACILITIES = "标准", "依据", "距离", "居民", "设施"
CAPACITY_STANDARD, DUE = "规模", "应设"
ESTIMATED = "估计"
ESTIMATED_RESIDENTS = "居民位置为估计"
DEMONSTRATION = "演示"
UNREACHABLE = "不可达"
BASES = {"policy": "政策文件", "national": "国家标准", "default": "本系统默认值"}
STRAIGHT, ROADS = "直线距离", "道路距离"
VERDICTS = {
    Assessment.SHORT: "未达80%",
    Assessment.SENSITIVE: "口径不一",
    Assessment.REACHED: "达到80%",
    Assessment.UNDEFINED: "无法比较",
    Assessment.UNGROUPED: "未分组",
    Assessment.TOO_FEW: "数量太少",
    Assessment.MISSING: "缺数据",
    Assessment.NOT_JUDGED: "不评价",
    Assessment.NO_DATA: "暂无数据",
}

# What the browser writes itself.
FOR_BROWSER = {
    "failed": "服务器没有完成这次计算。请稍后再试。",
    "type": TYPE,
    "year": YEAR,
    "worst_none": WORST_NONE,
    "worst_hint": WORST_HINT,
}

# With values put in
PICTURE_TITLE = "{region}{type_}覆盖情况（{year}年，{within}以内）"


def share_text(share: float | None) -> str:
    """A share in per cent."""
    return say("common-missing") if share is None else common.share_text(share)


def line_text(line: float) -> str:
    """The line that the measured group is to reach."""
    return f"80%线 {number(line, 1)}%"


def people_text(count: float) -> str:
    """A number of residents."""
    return f"{count:,.0f}人"


def map_heading(type_: str, year: int, within: str) -> str:
    """What the map shows."""
    return f"{type_} · {year}年 · {within}以内"


def within_text(within: str) -> str:
    """What a catchment is."""
    return f"{CATCHMENT}（{within}以内）"


def facility_text(type_: str, count: int) -> str:
    """The facilities in the legend."""
    return f"{type_}（{count:,}所）"


def type_without_points(name: str) -> str:
    """A type that the dataset holds nothing of, in the list of types."""
    return f"{name}{NONE_OF_TYPE}"


def distance_text(km: float) -> str:
    """The way to the nearest facility."""
    return f"{km:,.1f}公里" if isfinite(km) else UNREACHABLE


def value_text(value: float | None, decimals: int) -> str:
    """A measure's value without its unit."""
    return say("common-missing") if value is None else number(value, decimals)


def ratio_text(ratio: float | None, direction: Direction) -> str:
    """The measured group over the benchmark."""
    if ratio is None:
        return "—"
    return f"{'折算 ' if direction is Direction.LOWER else ''}{percent_text(ratio)}"


def people_within_text(within: float, all_: float) -> str:
    """Residents within the standard, of all whose place is known."""
    return f"{rounded_people_text(within)} / {rounded_people_text(all_)}"


def people_outside_text(count: float) -> str:
    """Residents outside the standard."""
    return f"标准外 {rounded_people_text(count)}"


def rounded_people_text(count: float) -> str:
    """How many people, of ten thousand and more in ten thousands."""
    return f"{count / 10_000:,.1f}万人" if count >= 10_000 else people_text(count)


def verdict_note(verdict: Assessment, missing: Sequence[str]) -> str:
    """The verdict below the ratio; which counties it lacks."""
    return f"缺{'、'.join(missing)}，不下结论" if missing else VERDICTS[verdict]


def settlement_hover(name: str, county: str, residents: str, nearest: str) -> str:
    """What the pointer reads on a settlement. The texts are markup already."""
    return f"<b>{name}</b>　{county}<br>{residents}<br>{nearest}"


def residents_text(count: float, estimated: bool) -> str:
    """How many live at a place."""
    return f"居民 {people_text(count)}" + (f"（{ESTIMATED}）" if estimated else "")


def nearest_text(facility: str, way: str, covered: bool) -> str:
    """The nearest facility of a settlement."""
    return f"最近：{facility}　{way}　{'标准内' if covered else '标准外'}" if facility else UNREACHABLE


def facility_hover(name: str, grade: str, capacity: str, years: str) -> str:
    """What the pointer reads on a facility. The texts are markup already."""
    return "<br>".join(part for part in (f"<b>{name}</b>", grade, capacity, years) if part)


def years_open(opened: float | None, closed: float | None) -> str:
    """Since when a facility is open, and until when."""
    since = f"{opened:.0f}年启用" if opened is not None else ""
    until = f"{closed:.0f}年停用" if closed is not None else ""
    return "，".join(part for part in (since, until) if part)


def county_note(name: str, share: float | None, outside: float | None) -> str:
    """What the pointer reads on a county's bar."""
    more = "" if outside is None else f"<br>{people_outside_text(outside)}"
    return f"<b>{name}</b>　{share_text(share)}{more}"


def straight_line_fact(detour: float) -> str:
    """How a distance was measured without roads."""
    return f"{STRAIGHT}×{detour:g}（没有导入道路）"


def road_fact() -> str:
    """How a distance was measured along roads."""
    return f"{ROADS}：沿导入道路的最短路径"


def standard_fact(within: str, source: str, basis: str) -> str:
    """The standard, what it rests on, and what says so."""
    return f"{within}以内。{source if source.startswith(basis) else f'{basis}：{source}'}"


def capacity_fact(noun: str, unit: str, standard: float, now: float | None) -> str:
    """How many residents a unit of capacity should serve, and how many it does."""
    told = "有设施规模不明，无法比较" if now is None else f"现为{now:,.0f}人"
    return f"每{unit}{noun}服务不超过{standard:,.0f}人，{told}。"


def due_fact(within: str, least: float, places: Sequence[str] | None, total: int) -> str:
    """Where so many people live beyond the standard that one is due; None for ``places`` where that is not known."""
    rule = f"周围{within}内满{least:,.0f}人、又在标准外的居民点"
    if places is None:
        return f"{rule}：没有居民点人口，无法判断；请导入居民点与人口。"
    if not total:
        return f"{rule}：没有。"
    more = "等" if total > len(places) else ""
    return f"{rule}：{total:,}处（{'、'.join(places)}{more}）。按居民点人口计，不分是否户籍。"


def residents_fact(sources: str, places: int, total: float, estimated: bool) -> str:
    """Where residents were found."""
    mark = f"【{ESTIMATED}】" if estimated else ""
    return f"{mark}{sources}，{places:,}处，共{people_text(total)}"


def facilities_fact(year: int, count: int, approximate: int, sources: str) -> str:
    """The facilities that are open in a year."""
    near = f"，其中{approximate:,}所为近似位置" if approximate else ""
    return f"{year}年开放{count:,}所{near}。{sources}"


# What a reader should know of the figures: {count} and {names} are those of the facilities or places.
FAULTS = {
    "counties_without_residents": "{names}这一年没有人口数，不画居民点，所在组不下结论。",
    "outside": "{count}所设施不在本市范围内，没有算入：{names}。请核对坐标。",
    "duplicate": "{count}所设施重复列出，只算一次：{names}。",
    "closed_before_opened": "{count}所设施停用早于启用，没有算入：{names}。请核对年份。",
    "settlements_outside": "{count}个居民点不在本市范围内，没有算入。",
    "capacity_unknown": "{count}所设施规模不明，所在地区没有规模和可及性数字：{names}。",
    "unreachable": "{count}处居民点沿导入的道路到不了任何一所（道路不连通），按标准外计：{names}。",
    "settlements_off_network": "{count}处居民点离道路太远，按直线距离估算：{names}。",
    "facilities_off_network": "{count}所设施离道路太远，按直线距离估算：{names}。",
}


def fault_texts(faults: Sequence[CoverageFault], not_drawn: int = 0) -> list[str]:
    """What a reader should know of the figures, a sentence each; ``not_drawn`` settlements are not on the map."""
    texts = [_fault_text(fault) for fault in faults if fault.kind in FAULTS]
    return texts + ([f"图上未画{not_drawn:,}个较小的居民点，数字都已算入。"] if not_drawn else [])


def _fault_text(fault: CoverageFault) -> str:
    """A fault in a sentence; of many facilities or places the first few are named."""
    more = "等" if fault.count > len(fault.names) else ""
    return FAULTS[fault.kind].format(count=f"{fault.count:,}", names="、".join(fault.names) + more)


# Why there is nothing to show.
NO_RESIDENTS_DO = "这个数据集没有常住人口，也没有居民点。在“数据 → 导入”里导入其中一种。"
NO_FACILITIES = "这个数据集没有设施点"
NO_FACILITIES_DO = (
    "要看谁在标准以内、新设施建在哪里，需要一份设施表，每所一行：类型、名称、经度、纬度（没有经纬度的填所在乡镇）。",
    "另可填规模、等级、启用和停用年份、来源。有居民点人口和道路的，一并导入更准；没有的按乡镇驻地和直线距离估计。",
    "在“数据 → 导入”里选“设施”上传，发布后这里就能看到覆盖情况。",
)
TEMPLATE = "下载设施表模板"
SEE_DEMO = "先看演示数据"
IMPORT_FACILITIES = "导入设施"
IMPORT_SETTLEMENTS = "导入居民点"


def none_of_type(type_: str, dataset: str) -> str:
    """A dataset without a facility of the type."""
    return f"{dataset}里没有{type_}"


def types_with_points_text(names: Sequence[str]) -> str:
    """The types that a dataset does hold."""
    return f"有的类型：{'、'.join(names)}。"


def none_open(type_: str, year: int) -> str:
    """A year in which no facility of the type is open."""
    return f"{year}年没有开放的{type_}"


def open_in_years(count: int, first: int | None, last: int | None) -> str:
    """When the facilities of a type are open."""
    since = f"最早{first}年启用" if first is not None else ""
    until = f"最晚{last}年停用" if last is not None else ""
    told = "，".join(part for part in (since, until) if part)
    return f"数据集里有{count:,}所" + (f"，{told}。" if told else "。")


def no_residents(year: int) -> str:
    """A year without anybody to be served."""
    return f"{year}年没有人口数，算不出覆盖情况"


def years_with_residents(years: Sequence[int]) -> str:
    """The years that do have a population figure."""
    return f"有人口数的年份：{'、'.join(map(str, years))}。" if years else NO_RESIDENTS_DO


def measure_of_area(area: str, what: str) -> str:
    """A measure of an area."""
    return f"{area}{what}"


def share_note(benchmark: str) -> str:
    """What the lines in the chart of the counties are."""
    return f"黑线为组内全部居民的比例（合并计算），红虚线为{benchmark}该比例的80%。"


def ratio_of(focus: str, benchmark: str) -> str:
    """What is divided by what."""
    return f"{focus} ÷ {benchmark}"


def capacity_text(noun: str, value: float | None, unit: str) -> str:
    """A facility's capacity."""
    return f"{noun} {(say('common-missing') if value is None else f'{value:,.10g}{unit}')}"
