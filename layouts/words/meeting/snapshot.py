"""The words of offline snapshots (离线快照): the menu, what is said while one is made, and the file itself."""

from typing import Any

from layouts.words.charts import STATES_KEY
from layouts.words.comparison import change
from layouts.words.meeting import presentation
from layouts.words.pages import atlas

MENU, OUTPUT = "存为离线快照", "离线快照"
FILE_NAME = "{region}_{title}_离线快照"
OF_PAGE = "当前画面"  # the title of a snapshot of one view
OF_REGION = "{region}公共服务均等化"  # of one that names no storyboard
SUBTITLE = "{region} · {dataset} · {day}制作"
MAKING = "正在整理第{at}页，共{count}页"

# What a reader of the page is told
FOR_BROWSER = {
    "snapshot_title": OF_PAGE,
    "snapshot_making": "正在制作离线快照……",
    "snapshot_step": "正在制作离线快照：{text}",
    "snapshot_done": "离线快照已下载（{size}），双击即可打开，不需要网络。",
    "snapshot_failed": "离线快照没有做成：{reason}",
}

TOO_LARGE = "快照有{size} MB，超过{most} MB，未写出。请把故事板分成几个。"
NO_SLIDES = "故事板里没有画面。"
FAILED_PICTURE = "图未能绘出：{reason}"
FACILITIES_LEFT_OUT = "设施点没有收入快照。"
SPINE_CUT = "共{count}项，画面只放得下{shown}项，先列不及全市的和优于全市的；全部见表格"

_MISSING_KEYS = ("I", "+ − R 或滚轮")  # of the live meeting


def _list_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys of a meeting that a snapshot has too, and its own."""
    (head, of_meeting), *_ = presentation.FOR_BROWSER["keys"]
    own = ("平时", [("F", "全屏放映"), ("?", "这张按键表")])
    return [(head, [row for row in of_meeting if row[0] not in _MISSING_KEYS]), own]


# What stands in the file
OF_FILE: dict[str, Any] = {
    "product": "均衡一张图",
    "offline": "离线快照：不连网络，数据截止到制作之日",
    "slides": "画面",
    "present": "全屏放映",
    "keys": "按键",
    "year": "年份",
    "play": atlas.FOR_BROWSER["play"],
    "pause": atlas.FOR_BROWSER["pause"],
    "views": "图或表",
    "charts": {"ranking": "排序", "gap": "差距", "trend": "历年", "states": "各年"},
    "figure": "图",
    "table": "表格",
    "note": "备注",
    "map": "地图：{title}",
    "chart": "{chart}图：{title}",
    "heads": ["地区", "分组", "数值", "位次", "分级", "数值性质", "来源", "备注"],
    "caption": "{title}，共{count}行",
    "group_line": "{name} {value}",
    "line_80": "80%线",
    "averages": "菱形为分组平均",
    "ends": "共{count}个地区，只画首尾各{ends}位；全部见表格",
    "no_years": "只有{year}年",
    "empty": "没有数据",
    "states_key": STATES_KEY,
    "states_cut": "共{count}个地区，只画“是”的年份最多的{shown}个；全部见表格",
    "rows_cut": "共{count}项，画面只放得下{shown}项；全部见表格",
    "targets_cut": "共{count}项，画面只放得下{shown}项，先列有到期未达的；全部见表格",
    "residents": "{count}人",
    "broken": "这个文件不完整，请重新复制一份。",
}


def file_words() -> dict[str, Any]:
    """Everything that the scripts of the file write."""
    meeting = presentation.FOR_BROWSER | {"keys": _list_keys()}
    return {"meeting": meeting, "atlas": atlas.FOR_BROWSER | {"change": change.FOR_BROWSER}, "file": OF_FILE}
