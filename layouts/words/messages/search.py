"""The words of the search over everything that has a name (搜索)."""

from datasets.search.search_index import EntryKind
from layouts.page_paths import PagePath
from layouts.words.pages import atlas, county, coverage, overview, packs, targets
from layouts.words.pages.data import page as data

OPEN = "搜索"
OPEN_HINT = "搜索指标、地区、目标、页面和设施类型（Ctrl+K）"
FAILED = "搜索暂时不能使用，请稍后再试。"
KINDS = {
    EntryKind.INDICATOR: "指标",
    EntryKind.AREA: "地区",
    EntryKind.DOMAIN: "领域",
    EntryKind.FACILITY_TYPE: "设施类型",
    EntryKind.TARGET: "目标",
    EntryKind.PAGE: "页面",
}
FOR_BROWSER = {
    "title": "搜索",
    "hint": "名称、拼音或首字母，可加地区和年份：连南 床位 2016",
    "keys": "↑ ↓ 选择　Enter 打开　Esc 关闭",
    "recent": "最近打开",
    "results": "搜索结果",
    "year": "{year}年",
    "counted": "找到{count}项",
    "nearest": "没有找到“{found}”，以下按最接近的“{used}”列出。",
    "apart": "没有同时符合各个词的内容，以下各符合其中一部分。",
    "partly": "没有找到“{found}”，以下只按其余的词列出。",
    "nothing": "没有找到“{found}”，也没有相近的名称。以下是各个页面。",
    "kinds": KINDS,
}
_OTHER_WORDS = {
    PagePath.OVERVIEW: "overview home 首页",
    PagePath.ATLAS: "map atlas 地图",
    PagePath.TARGETS: "targets progress 目标",
    PagePath.GAP: "gap 差距",
    PagePath.COUNTY: "county profile 档案",
    PagePath.COVERAGE: "service coverage facilities siting 设施 选址 覆盖",
    PagePath.PACKS: "briefing pack report 汇报 材料",
    PagePath.DATA: "data import upload 导入 上传 模板",
}


def name_pages(gap_name: str) -> list[tuple[PagePath, str, str]]:
    """Every page with its name and other words for it; ``gap_name`` is what the region calls that of the gap."""
    names = {
        PagePath.OVERVIEW: overview.TITLE,
        PagePath.ATLAS: atlas.TITLE,
        PagePath.TARGETS: targets.TITLE,
        PagePath.GAP: gap_name,
        PagePath.COUNTY: county.TITLE,
        PagePath.COVERAGE: coverage.TITLE,
        PagePath.PACKS: packs.TITLE,
        PagePath.DATA: data.TITLE,
    }
    return [(path, names[path], _OTHER_WORDS[path]) for path in PagePath]
