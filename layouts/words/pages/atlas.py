"""The words of the atlas page, and its sentences about the gap."""

from collections.abc import Iterable, Mapping

from datasets.analyses.national_context import PlaceOfFigure
from datasets.queries.query import IgnoredPart
from indicators.definition import Direction, Indicator
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, Gap, reaches_line
from indicators.policy.ledger import PolicyTarget
from indicators.thresholds import equals
from layouts.words.charts import LINE_TEXT, REDRAWN
from layouts.words.common import (
    list_areas,
    number,
    number_beside,
    printed_difference,
)
from layouts.words.pages.targets import requirement
from layouts.words.small_counts import SMALL, TOO_FEW, UNKNOWN, groups_text, small_members
from locales import say

TITLE = "服务地图"
MAP_BY_KEYS = "地图，方向键移到相邻地区，回车选中"
DATASET = "数据集"
DOMAIN = "领域"
INDICATOR = "指标"
LEVEL = "层级"
METHOD = "分级方法"
CLASSES = "级数"
OWN_BREAKS = "断点，用逗号分开，如 2.5, 4"
LABELS = "图上文字"
LABELS_SHOWN = {"values": "名称和数值", "names": "名称", "none": "无文字"}
COMPARE = "对比"
COMPARES = {"none": "单图", "years": "两个年份", "indicators": "两个指标"}
OTHER_INDICATOR = "右图指标"
CLOSE_NOTICE = "关闭提示"
OPEN_HINT, CLOSE_HINT = "也可在地图上双击，或按回车键", "也可按退格键"
PLAY, PAUSE = "播放", "暂停"
YEAR = "年份"
COPY_LINK, COPIED = "复制链接", "已复制"
EXPLAIN = "指标说明"
MAP_NOTES = "点击展开或收起使用须知、来源与备注全文"
RANKING, TREND, TABLE, FACILITIES = "排名", "趋势", "表格", "设施"
DETAIL, CONTROLS = "各地数值", "选择指标和画法"
ZOOM_IN, ZOOM_OUT, ZOOM_RESET = "放大（+）", "缩小（−）", "恢复全图（R）"
ZOOM_HINT = "按住 Ctrl 滚动可缩放"
FACILITY_SEARCH = "按名称、类型、乡镇查找"
FACILITY_TABLES = {"list": "名录", "counts": "分地区"}
FACILITY_COLUMNS = {
    "name": "名称",
    "typeName": "类型",
    "place": "乡镇",
    "capacity": "规模",
    "grade": "等级",
    "opened": "启用",
    "closed": "停用",
    "source": "来源",
}
OPEN_TOWNSHIPS, CLOSE_TOWNSHIPS, UNSELECT = "打开乡镇", "返回全市", "取消选择"
PLACE = "地区"
EVERY_PLACE = "{name}（全部）"
_OPEN_PLACE = {2: "打开所在省", 4: "打开所在市"}  # by the length of a prefix
SELECT_HINT = "点击地图、排名或表格中的地区可选中"
DEFINITION, SOURCE, CAVEAT, TARGET, UNIT, DIRECTION, KINDS_TITLE = (
    "定义",
    "权威来源",
    "使用须知",
    "政策目标",
    "单位",
    "方向",
    "数值性质",
)
FORMULA = "计算公式"
READINGS_TITLE = "三种“平均水平”"
NO_TARGET = "本指标没有可用于县级地图的量化目标"
DATASET_ABOUT = "数据集说明"
COLUMNS = {
    "name": "地区",
    "county": "县（市、区）",
    "group": "分组",
    "value": "数值",
    "earlier": "前一年",
    "later": "后一年",
    "change": "变化",
    "rank": "位次",
    "basis": "例数、区间",
    "kind": "性质",
    "class": "分级",
    "source": "来源",
    "note": "备注",
    "code": "代码",
}

# What the browser writes itself, year by year: sent to it once.
FOR_BROWSER = {
    "year": "{year}年",
    "rank": "第{rank}位，共{count}个",
    "no_rank": "不排名",
    "in_country": "省内第{place}/{province}位、全国第{rank}/{country}位，同类县均值 {alike}",
    "missing": "暂无数据",
    "small": SMALL,
    "too_few": TOO_FEW,
    "unknown_count": UNKNOWN,
    "source": "来源：{source}",
    "remark": "备注：{remark}",
    "remarks_cut": f"{{remark}}；等{{count}}条，逐条见“{TABLE}”",
    "most_remarks": "4",  # that a line below a map holds
    "yes": "是",
    "no": "否",
    "ranking_ends": f"共{{count}}个地区，这里只画排在前、后各{{ends}}位的和选中的地区；全部见“{TABLE}”",
    "also_here": "此处还有{count}个",
    "trend_groups": "地区太多，这里只画各组平均和选中的地区",
    "trend_redrawn": REDRAWN,
    "single_year": "只有{year}年的数据，不成趋势",
    "hint": SELECT_HINT,
    "left_out": "{count}个地区的文字放不下，放大后显示",
    "play": PLAY,
    "pause": PAUSE,
    "copied": COPIED,
    "copy": COPY_LINK,
    "county_of": "{name}各县",
    "township_of": "{name}各乡镇",
}

# What the browser writes on facility points, over any map: sent to it once.
FACILITIES_FOR_BROWSER = {
    "none_chosen": "不显示",
    "chosen": "{count}类",
    "clear": "全部清除",
    "no_facilities": "本数据集没有设施点位。可切换到演示数据查看，或在“数据”页导入设施表。",
    "unreachable": "设施点位未能读取，请稍后重试。",
    "reading": "正在读取设施点位……",
    "legend": "设施 · {year}年",
    "hollow": "空心：位置近似",
    "cluster": "{count}个设施",
    "cluster_hint": "点击放大",
    "type_count": "{name}　{count}个",
    "and_more": "……",
    "opened": "{year}年启用",
    "opened_unknown": "启用年份不详",
    "closed": "{year}年停用",
    "approximate": "位置近似（乡镇驻地）",
    "outside": "不在本市范围内",
    "source": "来源：{source}",
    "list_count": "{year}年在用 {open}个",
    "list_closed": "另有 {closed}个当年未启用或已停用",
    "list_found": "找到 {found}个",
    "every_type": "未选类型，列出全部",
    "area": "地区",
    "total": "合计",
}


def map_title(name: str, unit: str, year: int, level: str, place: str) -> str:
    """What a map shows, ``place`` the one whose areas they are; the browser writes it alike."""
    where = FOR_BROWSER[f"{level}_of"].format(name=place)
    return f"{name}（{unit}）· {FOR_BROWSER['year'].format(year=year)}　{where}"


def open_text(below: Mapping[str, str], has_townships: bool) -> str:
    """What opens the place of a chosen county, of the divisions ``below``; "" where nothing does."""
    return next((_OPEN_PLACE[len(key)] for key in below), OPEN_TOWNSHIPS if has_townships else "")


def back_text(around: str | None) -> str:
    """What leads out of an opened place: to the one ``around`` it, or to the whole city."""
    return f"返回{around}" if around else CLOSE_TOWNSHIPS


def source_line(sources: Iterable[str], kinds: Iterable[str], remarks: Iterable[str]) -> str:
    """Where the figures of a map come from, their kinds and the notes on them; the browser writes it alike."""
    text, kind, remark = "；".join(sources) or "—", "、".join(kinds), _join_remarks(list(remarks))
    source = FOR_BROWSER["source"].format(source=text) + (f"（{kind}）" if kind else "")
    return f"{source}　{FOR_BROWSER['remark'].format(remark=remark)}" if remark else source


def _join_remarks(remarks: list[str]) -> str:
    """The notes as one; of many the first ones, and how many there are."""
    most = int(FOR_BROWSER["most_remarks"])
    remark = "；".join(remarks[:most])
    if len(remarks) <= most:
        return remark
    return FOR_BROWSER["remarks_cut"].format(remark=remark, count=len(remarks))


def caveat_text(indicator: Indicator, marks: str = "") -> str:
    """What a reader of a map has to know of its figures; "" where there is nothing. ``marks`` is of its areas."""
    return f"{CAVEAT}：{indicator.caveat}{marks}" if indicator.caveat or marks else ""


def before_text(year: int, ratio: float) -> str:
    """What stood in the first year, behind the verdict of a later one."""
    return f"；{year}年为 {percent_text(ratio)}"


def gap_heading(focus: str, benchmark: str) -> str:
    """The heading of the gap chart; of a region without two groups only the counties."""
    return f"{benchmark}的水平" if focus == say("common-ungrouped") else f"{focus}与{benchmark}的差距"


_FEW = 5  # as many choices as a notice can list


def replaced_indicator(wanted: str, dataset: str, shown: str) -> str:
    """An indicator gave way to another because the dataset lacks it."""
    return f"“{wanted}”在{dataset}中没有数据，已换为“{shown}”"


def replaced_level(indicator: str, level: str) -> str:
    """The level gave way because the indicator has no figures at it."""
    return f"“{indicator}”没有原来层级的数据，已换为{level}"


def replaced_year(indicator: str, wanted: int, shown: int) -> str:
    """The year gave way because the indicator has no figures in it."""
    return f"“{indicator}”没有{wanted}年的数据，已换为{shown}年"


def lost_facilities(types: list[str], dataset: str) -> str:
    """Types of facility are no longer drawn because the dataset has no points of them."""
    return f"{dataset}没有{'、'.join(types[:_FEW])}{'等' if len(types) > _FEW else ''}的设施点位，地图上不再显示"


def unreadable_breaks(text: str) -> str:
    """Own breaks could not be read."""
    return f"断点“{text[:40]}”无法识别，暂按自然断点分级；请写1至6个数字，用逗号分开，如 2.5, 4"


def ignored_texts(ignored: Iterable[IgnoredPart]) -> list[str]:
    """The parts of the address that were ignored, a sentence each."""
    return [
        f"网址中的 {part.name}={part.found[:40]} 无法使用，已忽略；{_allowed_text(part.allowed)}" for part in ignored
    ]


def _allowed_text(allowed: tuple[str, ...]) -> str:
    if allowed == ("—",):
        return "本数据集没有可选的内容"
    more = f" 等{len(allowed)}项" if len(allowed) > _FEW else ""
    return f"可用：{', '.join(allowed[:_FEW])}{more}"


def target_text(target: PolicyTarget | None) -> str:
    """The target in one line: comparator, value, unit, deadline and the words that set it."""
    if target is None:
        return NO_TARGET
    return f"{requirement(target)}（{target.deadline}年，“{target.clause}”）"


_DESCRIPTIVE = ("描述性指标", "只描述情况，不评价高低")


def gap_headline(
    gap: Gap, names: dict[str, str], focus: str, direction: Direction, as_whole: bool = False
) -> dict[str, str]:
    """What the gap of one year comes to: ``title``, ``detail`` and ``tone`` (above, below, split, unknown).

    ``names`` maps a group's key and a county's code to its name in that year. Without all members there is no
    verdict, nor with few events; where the readings disagree about the line, it says so. ``as_whole`` says that the
    region is compared as a whole, by one ratio.
    """
    known = gap.judged_ratios
    benchmark = next(key for key in gap.levels if key != focus)
    if gap.is_ungrouped and direction is not Direction.NEUTRAL:
        return {"title": say("common-ungrouped"), "detail": say("common-ungrouped-text"), "tone": "unknown"}
    if gap.missing or direction is Direction.NEUTRAL or not known:
        title, detail = _no_verdict(gap, names, focus if direction is Direction.LOWER else benchmark, direction)
        return {"title": title, "detail": detail, "tone": "unknown"}
    reading, ratio = next(iter(known.items()))
    title = relative_text((names[focus], names[benchmark]), ratio, direction)
    if not as_whole:
        title = f"{title}（{say('common-averaging-names', averaging=reading)}）"
    few = f"；{small_members(names[code] for code in gap.small)}" if gap.small else ""
    reached = {of: reaches_line(value) for of, value in known.items()}
    if len(set(reached.values())) == 2:
        sides = "、".join(
            f"{say('common-averaging-names', averaging=of)}{('达到' if held else '未达')}"
            for of, held in reached.items()
        )
        return {"title": title, "detail": f"口径不同结论不同：{sides}", "tone": "split"}
    if not reached[reading]:
        return {"title": title, "detail": f"距80%线差 {points_short(ratio)} 个百分点{few}", "tone": "below"}
    detail = "三种口径均达到80%线" if len(known) == len(Averaging) else "达到80%线"
    return {"title": title, "detail": f"{detail}{few}", "tone": "above"}


def _no_verdict(gap: Gap, names: dict[str, str], divisor: str, direction: Direction) -> tuple[str, str]:
    """Why there is no verdict, in a title and a detail; ``divisor`` is the group that the other is divided by."""
    if gap.missing:
        return f"缺{list_areas(names[code] for code in gap.missing)}", "有成员暂无数据，不计算该组平均，也不下结论"
    if direction is Direction.NEUTRAL:
        return _DESCRIPTIVE
    if gap.is_small:
        return TOO_FEW, groups_text(gap, names)
    return "无法比较", f"{names[divisor]}水平为0，比值没有意义"


def equality_line_text(line: float, decimals: int, yes_no: bool = False) -> str:
    """The label of a reading's 80 % line; of a state it is a share of the counties."""
    return LINE_TEXT.format(line=line) if yes_no else f"80%线 {number(line, decimals + 1)}"


def relative_text(names: tuple[str, str], ratio: float, direction: Direction) -> str:
    """How a level compares with another, the one way it is said everywhere; ``names``: whose, and the one beside it.

    ``ratio`` is better the higher it is. Where lower is better it is folded: a reader who is told that the north "is
    74 % of the south" while its number is higher would be misled, so which one is higher is said first.
    """
    focus, benchmark = names
    if direction is not Direction.LOWER:
        return f"{focus}为{benchmark}的 {percent_text(ratio)}"
    beside = f"{focus}与{benchmark}持平" if equals(ratio, 1) else f"{focus}{'高' if ratio < 1 else '低'}于{benchmark}"
    excess = excess_text(ratio)
    return f"{beside}{f' {excess}' if excess else ''}，按逆向指标折算为{benchmark}水平的 {percent_text(ratio)}"


def excess_text(ratio: float) -> str:
    """How far a level lies above or below the one beside it, from their folded ratio; "" where that cannot be told."""
    if equals(ratio, 1) or ratio <= 0:
        return ""
    return f"{number_beside(abs(1 / ratio - 1) * 100, 1, 0)}%"


def percent_text(ratio: float, *beside: float) -> str:
    """A ratio in per cent, with as many decimals as show on which side of the 80 % line, 100 % and others it lies."""
    edges = (EQUALITY_LINE * 100, 100, *(other * 100 for other in beside))
    return f"{number_beside(ratio * 100, 1, *edges).replace(',', '')}%"


def place_parts(one: PlaceOfFigure | None) -> str:
    """What ``in_country`` is filled with, in its order and parted by spaces; "" for what cannot be ranked."""
    if one is None or one.province is None or one.country is None:
        return ""
    alike = number(one.alike.mean, one.indicator.decimals) if one.alike else say("common-missing")
    return f"{one.province.rank} {one.province.of} {one.country.rank} {one.country.of} {alike}"


def points_short(ratio: float) -> str:
    """Percentage points from a ratio as it is printed to the line; never nothing, for it is printed on its side."""
    return printed_difference(percent_text(ratio), f"{EQUALITY_LINE * 100:g}")
