"""The words of the page of facilities (设施布局): who is out of reach, and of what."""

from indicators.gap_path import Verdict
from layouts.words.common import MISSING, number

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
ZOOM_IN, ZOOM_OUT, ZOOM_RESET = "放大", "缩小", "全市"

# What stands beside it.
SHARE = "标准内居民比例"
CITY = "全市"
RATIO = "北部 ÷ 南部"
MEASURES_TITLE = "北部与南部"
MEASURE, UNIT = "指标", "单位"
SHARE_TITLE = "各县标准内居民比例"
SHARE_NOTE = "黑竖线为组内全部居民的比例；红虚线为南部比例的80%。"
WORST_TITLE = "最需要改善的居民点"
WORST_ORDERS = {"residents": "人口最多", "distance": "离得最远"}
WORST_COLUMNS = ("居民点", "县（市、区）", "人口", "最近距离")
WORST_NONE = "所有居民点都在标准以内。"
WORST_HINT = "点击一行，在地图上指出。"
METHOD_TITLE = "口径与来源"
STANDARD, BASIS, DISTANCE, RESIDENTS, FACILITIES = "标准", "依据", "距离", "居民", "设施"
ESTIMATED = "估算"
DEMONSTRATION = "演示"
UNREACHABLE = "不可达"
BASES = {"policy": "政策文件", "national": "国家标准", "default": "本系统默认值"}
STRAIGHT, ROADS = "直线距离", "道路距离"
VERDICTS = {
    Verdict.SHORT: "未达80%",
    Verdict.SENSITIVE: "口径不一",
    Verdict.REACHED: "达到80%",
    Verdict.UNDEFINED: "无法比较",
    Verdict.MISSING: "缺数据",
    Verdict.NOT_JUDGED: "不评价",
    Verdict.NO_DATA: MISSING,
}
TOWNSHIPS_WITHOUT = "没有该类设施的乡镇"
ATTENTION = "需要注意"

# What the browser writes itself.
FOR_BROWSER = {
    "loading": "正在计算……",
    "unreachable": "连不上服务器，请稍后再试。",
    "failed": "服务器没有完成这次计算（{status}）。请稍后再试。",
    "km": "{km} 公里",
}


def share_text(share: float | None) -> str:
    """A share in per cent."""
    return MISSING if share is None else f"{number(share, 1)}%"


def line_text(line: float) -> str:
    """The line that the measured group is to reach."""
    return f"80%线 {number(line, 1)}%"


def people(count: float) -> str:
    """A number of residents."""
    return f"{count:,.0f}人"
