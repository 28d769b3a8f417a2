"""The words of a pack: names of documents and sheets, headings of columns, titles as templates, and file names.

The sentences about figures stand in ``gap_sentences`` and ``progress_sentences``.
"""

from collections.abc import Mapping, Sequence

from indicators.gaps.gaps import Averaging
from indicators.policy.ledger import PolicyTarget, Scope
from layouts.pack_terms import DocumentFormat, SheetId
from layouts.words.common import averaging_names
from layouts.words.pages import targets as targets_page
from layouts.words.small_counts import COUNT, HIGH, LETTER, LOW, SMALL
from locales import say

TITLE = "简报"
OUTPUTS = {
    DocumentFormat.PPTX: "PowerPoint 演示文稿",
    DocumentFormat.DOCX: "Word 报告",
    DocumentFormat.PDF: "PDF 文册",
    DocumentFormat.XLSX: "Excel 数据表",
    DocumentFormat.ZIP: "图片包",
}
SHEETS = {  # that of gaps is called what the region calls them
    SheetId.VALUES: "数值",
    SheetId.COUNTIES: "县域位置",
    SheetId.TARGETS: "目标",
    SheetId.COUNTS: "计数",
    SheetId.SCENARIOS: "选址方案",
}
TRACES, ABOUT = "句子与出处", "说明"
TRACE_COLUMNS = ("章节", "句子", "句中数字", "完整数值", "出处（可点击）")
CONTENTS, FAILED, SOURCES = "目录", "未能生成的图", "来源"
OVERVIEW, TARGETS = "总体判断", "政策目标"
MADE_ON, MAKER, DATASET = "制作日期", "制图单位", "数据"
VALUES_TITLE, MEANS_TITLE, RANK = "数据", "两组县均值", "位次"
GAP_TABLE_NOTE = (
    "水平和比值为首个已知口径（一般为县均值）；逆向指标（越低越好）的比值按倒数折算；“稳健性”看三种口径的结论是否一致。"
)
WHOLE_MEANING = "本地区没有分组：水平为全地区数值，比值为全地区与参照地区之比"
WHOLE_GAP_TABLE_NOTE = f"{WHOLE_MEANING}；逆向指标（越低越好）的比值按倒数折算。"
CONTINUED = "（续）"
PICTURE_LISTING = "目录.txt"

# Progress
COLLECTING = "正在整理数据"
DRAWING, WRITING = "正在绘制：{title}", "正在写入{document}"
DONE = "已完成"

# Titles and lines
DATASET_LINE = "数据集：{dataset}（版本 {version}）"
FAILED_PICTURE = "未能生成：{title}（{reason}）"
FIGURE_CAPTION, TABLE_CAPTION = "图{number}　{title}", "表{number}　{title}"
MAP_TITLE = "{indicator}，{year}年"
GAP_TITLE = "{indicator}：{focus}与{benchmark}，{year}年"
RANKING_TITLE = "{indicator}：各县数值，{year}年"
TREND_TITLE = "{indicator}：历年走势"
SPINE_TITLE = "{county}在全市的位置，{year}年"
HEAT_TITLE = "各县目标状态：{domain}，截至{year}年"
GAP_TABLE = "{gap_name}一览，{year}年"
TARGET_TABLE = "目标完成情况，截至{year}年"
COUNTY_TABLE = "{county}主要指标，{year}年"
COUNTY_TARGETS = "{county}政策目标，截至{year}年"
NO_FIGURES = "{indicator}：{year}年各县暂无数据，不作图。"  # of an indicator in a year

_ORIGIN_COLUMNS = {"kind": "性质", "source": "来源", "note": "备注"}
VALUE_COLUMNS = {
    "domain": "领域",
    "indicator": "指标",
    "area_code": "代码",
    "area_name": "地区",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
    **_ORIGIN_COLUMNS,
    "caveat": "使用须知",
}
TARGET_COLUMNS = {
    "article": "条",
    "subject": "目标",
    "required": "目标值",
    "met_from": "允许范围自",
    "met_to": "至",
    "unit": "单位",
    "scope": "范围",
    "deadline": "期限",
    "department": "牵头部门",
    "year": "截至年份",
    "area": "地区",
    "value": "数值",
    "status": "状态",
    "share": "走过的路程",
    "reached": "达到数",
    "areas": "应达数",
    "unknown": "暂无数据数",
    "few": f"{SMALL}数",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
    "letter": LETTER,
    "statement": targets_page.STATED,
}
COUNTY_COLUMNS = {
    "indicator": "指标",
    "year": "年份",
    "area_name": "地区",
    "value": "数值",
    "rank": "位次",
    "counted": "有数据的县数",
    "city": "全市",
    "verdict": "与全市相比",
    "unit": "单位",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
    **_ORIGIN_COLUMNS,
}
_ENDS = {"low": LOW, "high": HIGH}
COUNT_COLUMNS = {"what": "项目", "year": "年份", "category": "类别", "count": "数目"}
COUNTED_VERDICTS, COUNTED_STATUSES, TOTAL = "80%线判断（指标数）", "政策目标状态（目标数）", "合计"
WHOLE_TARGET = "整体"


def done_text(failed: Sequence[str]) -> str:
    """That a pack is made, and which of its pictures could not be."""
    return f"有 {len(failed)} 张图没有画成，文件里已注明：{'、'.join(failed)}" if failed else DONE


def gap_columns(focus: str, benchmark: str, as_whole: bool = False) -> dict[str, str]:
    """The columns of the sheet of gaps, for the names of the two groups; of a region as a whole nothing is averaged."""
    suffixes = {of: f"（{name}）" for of, name in averaging_names().items()}
    if as_whole:
        suffixes = {Averaging.POOLED: ""}
    groups = {"focus": focus, "benchmark": benchmark}
    levels = {f"{of}_{group}": f"{name}{suffix}" for group, name in groups.items() for of, suffix in suffixes.items()}
    ratios = {f"{averaging}_ratio": f"{say('gap-ratio')}{suffix}" for averaging, suffix in suffixes.items()}
    return {
        "indicator": "指标",
        "year": "年份",
        "unit": "单位",
        **levels,
        **ratios,
        "verdict": "80%线",
        "focus_events": f"{focus}{COUNT}",
        "benchmark_events": f"{benchmark}{COUNT}",
        **{f"{group}_{end}": f"{name}{text}" for group, name in groups.items() for end, text in _ENDS.items()},
        "missing": "缺数据的成员",
        "excess": "逆向指标高于（负为低于）对照组的幅度",
        "points_short": "距80%线（百分点）" if as_whole else "距80%线（百分点，首个已知口径）",
        "first_year": "对照年份",
        "change": "比值较对照年变化（百分点）",
        "direction": "方向",
        **_ORIGIN_COLUMNS,
        "caveat": "使用须知",
    }


def subtitle(region: str, years: Sequence[int], subject: str = "") -> str:
    """Below the pack's title: the region, a county or department, the years."""
    return "　".join(part for part in (region, subject, "、".join(f"{year}年" for year in years)) if part)


def file_stem(region: str, title: str, years: Sequence[int]) -> str:
    """What the pack's files are called, without their endings."""
    return f"{region}_{title}_{'-'.join(map(str, years))}"


def gap_table_columns(focus: str, benchmark: str, as_whole: bool = False) -> tuple[str, ...]:
    """The columns of the table of gaps; one way to compare has no robustness."""
    badge = () if as_whole else (say("gap-columns", column="badge"),)
    return (VALUE_COLUMNS["indicator"], focus, benchmark, say("gap-ratio"), say("gap-line"), *badge)


def explain_averagings(as_whole: bool = False) -> tuple[tuple[str, str], ...]:
    """Each way of averaging and what it means; of a region as a whole, what its figure is."""
    if as_whole:
        return ((say("gap-whole"), WHOLE_MEANING),)
    return tuple(
        (say("common-averaging-names", averaging=averaging), say("common-averaging-meanings", averaging=averaging))
        for averaging in Averaging
    )


def scope_text(target: PolicyTarget, groups: Mapping[str, str]) -> str:
    """Whom a target speaks of; ``groups`` maps the groups' keys to their names."""
    return groups[target.group] if target.scope is Scope.GROUP else targets_page.SCOPES[target.scope]
