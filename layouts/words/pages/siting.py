"""The words of siting (选址): the search for sites, changes by hand, results, saved scenarios.

The keys are those of ``datasets.siting.scenario`` and ``datasets.siting.siting_plan``.
"""

from geodata.siting.task import Objective
from indicators.gaps.gaps import reaches_line
from indicators.thresholds import count_whole_units
from layouts.words.pages.atlas import percent_text
from locales import say

# The plan.
PLAN_TITLE = "找选址"
COUNT, OBJECTIVE, WHERE, LEAST, CANDIDATES = "新建几处", "怎样算好", "建在哪里", "其中{group}至少", "候选地点"
CAPACITY, CAPACITY_HINT = "每处{noun}（{unit}）", "可不填"
BUDGET, PRICE, PRICES = "总预算（万元）", "每处造价（万元）", "各县造价不同（不填的按每处造价）"
MONEY_HINT = "可不填"
OBJECTIVES = {Objective.COVER: "覆盖最多居民", Objective.MEDIAN: "总路程最短"}
CANDIDATE_NAMES = {
    "seats": "乡镇驻地",
    "uncovered": "标准外的居民点",
    "settlements": "所有居民点",
}
WHOLE_CITY = "全市"
COMPUTE, STOP = "计算", "先看目前最好的"
PLAN_NOTE = "现有设施和下面已做的调整都保留；找到的地点加进方案，可以再手工改。"

# By hand.
HAND_TITLE = "手工调整"
MODES = {"add": "新建", "move": "迁移", "close": "关闭"}
MODE_HINTS = {
    "add": "在地图上点一下，就在那里新建一处；再按“新建”或 Esc 结束。",
    "move": "先点要迁移的设施，再点新的位置；再按“迁移”或 Esc 结束。",
    "close": "点要关闭的设施；再按“关闭”或 Esc 结束。",
}
MOVE_TO = "已选{name}，请点新的位置。"
WITHOUT_MAP = "不用地图，从列表里选"
IN_TOWNSHIP, FACILITY = "乡镇（建在驻地）", "设施"
CHOOSE_TOWNSHIP, CHOOSE_FACILITY = "选择乡镇", "选择设施"
APPLIES = {"add": "在驻地新建", "move": "把设施迁到驻地", "close": "关闭设施"}
HAND_NOTE = "选一种做法，再在地图上点。"

# The scenario.
CHANGES_TITLE = "方案内容"
NO_CHANGES = "还没有调整。在左边计算选址，或者手工新建、迁移、关闭设施，结果马上显示在这里。"
UNDO, UNDO_ALL = "撤销", "全部撤销"
TO_DATA = "到“数据”页导入"
CAPACITY_UNKNOWN = "规模未填"
CHANGE_KINDS = {"add": "新建", "move": "迁移", "close": "关闭"}

# The outcome.
OUTCOME_TITLE = "结果"
ESTIMATED, DEMONSTRATION, COMPUTED = "估计", "演示（虚构）", "计算"
WON, LOST = "新进入标准", "不再在标准内"
PAPER_COVERED, PAPER_UNCOVERED, PAPER_STANDING = "标准内的居民点", "标准外的居民点", "现有设施"
# What a scenario adds to the legend of a map, on the screen and on paper.
LEGEND = {
    "new": "新建或迁入的设施",
    "closed": "关闭的设施",
    "won": f"{WON}的居民点",
    "lost": f"{LOST}的居民点",
    "reach": "新建或迁入设施的标准范围",
    "ways": "迁移",
}
RESIDENTS, NO_RATIO = "新增覆盖居民", "无法比较"
SITE_COLUMNS = {"change": "变动", "name": "名称", "county": "县（市、区）", "township": "乡镇"}
OUTCOME_COLUMNS = {
    "newly_covered": "新增覆盖居民（人）",
    "newly_uncovered": "不再覆盖居民（人）",
    "share_before": "标准内居民比例（%），之前",
    "share_after": "标准内居民比例（%），之后",
    "km_before": "平均距离（公里），之前",
    "km_after": "平均距离（公里），之后",
}
AREA_COLUMNS = ("地区", "新增覆盖（人）", "标准内居民比例", "平均距离（公里）")
TARGETS_TITLE = "政策目标"
NO_TARGETS = "政策台账里没有随{type}增减而变化的目标。"
NONE_CHANGES = "没有目标的状态因此改变。"
ESTIMATE_NOTE = "居民位置按乡镇驻地推算，或设施位置为近似，结果都是估计。"
TARGET_NOTE = "按当年的数字加上本方案增减的{things}计算，人口不变。"
SIZE_NOTE = "有的设施没有填规模，没有计入按规模计算的政策目标。"
RATIO_NOTE = "比值为{focus}与{benchmark}标准内居民比例之比，按居民合并计算。"
GROUPS, COUNTIES, ELSEWHERE = "分组", "各县（市、区）", "其他"

# Saved ones.
SAVED_TITLE = "已存方案"
NAME, NAME_HINT = "方案名称", "如：连州市补一处卫生院"
SAVE, DELETE, COMPARE, OPEN = "保存", "删除", "比较所选", "打开"
NO_SAVED = "还没有已存的方案。"
LOG_IN = "登录后可以保存方案；不登录也可以把本页地址发给别人。"
NOT_ALLOWED = "你的账号不能保存方案；可以把本页地址发给别人。"
SHARE_NOTE = "不保存也可以：本页的地址就是这个方案。"
COMPARE_TITLE = "方案比较"
SCENARIO, MAP = "方案", "位置"
BACK = "返回方案"
PICK = "选入比较"
PACK = "放进简报"
COMPARE_ROWS = {
    "what": "设施和年份",
    "changes": "新建 / 迁移 / 关闭",
    "covered": "新增覆盖居民（人）",
    "uncovered": "不再覆盖居民（人）",
    "city": "全市标准内居民比例",
    "focus": "",  # the groups' own names stand here
    "benchmark": "",
    "ratio": "",
    "line": "80%线",
    "mean": "全市平均距离（公里）",
    "targets": "状态改变的目标",
    "kind": "数值性质",
}
FAULT_MOST_COMPARED = "请勾选 2 至 4 个方案再比较。"
NAME_NEEDED = "请先给方案起个名称。"
NOTHING_TO_SAVE = "方案里还没有调整，没有可保存的内容。"
SURE_DELETE = "删除方案“{name}”？删除后不能恢复。"

# In documents.
PACK_HEADING = "选址方案"
SHEET_COLUMNS = {
    "name": "方案",
    "type": "设施",
    "year": "年份",
    "area": "地区",
    "residents": "居民（人）",
    "newly_covered": "新增覆盖（人）",
    "newly_uncovered": "不再覆盖（人）",
    "share_before": "标准内居民比例（%），之前",
    "share_after": "标准内居民比例（%），之后",
    "mean_before": "平均距离（公里），之前",
    "mean_after": "平均距离（公里），之后",
    "ratio_before": "南北之比，之前",
    "ratio_after": "南北之比，之后",
    "kind": "数值性质",
}

# What the browser writes itself.
FOR_BROWSER = {
    "failed": "服务器没有完成。请稍后再试。",
    "starting": "正在准备计算……",
    "name_needed": NAME_NEEDED,
    "compare_needs": FAULT_MOST_COMPARED,
    "sure_delete": SURE_DELETE,
    "yes": "删除",
    "no": "不删除",
    "move_to": MOVE_TO,
    "click_facility": "这里没有设施，请点地图上的设施标志。",
    "pick_township": "请先选择乡镇。",
    "pick_facility": "请先选择设施。",
    "hints": MODE_HINTS,
    "hint": HAND_NOTE,
    "plan_title": PLAN_TITLE,
    "prices": PRICES,
    "stop": STOP,
    "compute": COMPUTE,
    "plan_note": PLAN_NOTE,
    "hand_title": HAND_TITLE,
    "modes": MODES,
    "without_map": WITHOUT_MAP,
    "applies": APPLIES,
    "changes_title": CHANGES_TITLE,
    "no_changes": NO_CHANGES,
    "undo": UNDO,
    "undo_all": UNDO_ALL,
    "counties": COUNTIES,
    "targets_title": TARGETS_TITLE,
    "saved_title": SAVED_TITLE,
    "compare": COMPARE,
    "no_saved": NO_SAVED,
    "share_note": SHARE_NOTE,
    "pack": PACK,
    "name": NAME,
    "name_hint": NAME_HINT,
    "save": SAVE,
    "pick": PICK,
    "delete": DELETE,
    "compare_title": COMPARE_TITLE,
    "scenario": SCENARIO,
    "back": BACK,
}

# With values put in
NEW_NAME = "{type_}（新{number}）"
COVERED_SENTENCE = "新增覆盖居民 {count}（{standard}内有{type_}算覆盖）。"
SHARE_OF = "{group}标准内居民比例"
ABOUT = "{type_}，{year}年，{dataset}"
CHANGES_COUNT = "{added} / {moved} / {closed}"
SCENARIO_ABOUT = "方案“{name}”（{type_}，{year}年）："
MAP_TITLE = "选址方案“{name}”：{type_}，{year}年"
SAVED_TEXT = "已保存方案“{name}”。"
DELETED_TEXT = "已删除方案“{name}”。"


def marked(text: str, estimated: bool) -> str:
    """A figure, marked where it is estimated."""
    return f"{text}（{ESTIMATED}）" if estimated else text


def people_text(count: float) -> str:
    """A number of residents."""
    return f"{count:,.0f}"


def ratio_text(ratio: float | None) -> str:
    """The ratio of two groups, in per cent."""
    return say("common-missing") if ratio is None else percent_text(ratio)


def ratios_text(ratios: tuple[float | None, float | None]) -> str:
    """The ratio of two groups before and after."""
    return NO_RATIO if None in ratios else arrow(*map(ratio_text, ratios))


def ratio_note(benchmark: str, ratios: tuple[float | None, float | None]) -> str:
    """Whether the ratio keeps the line, before and after, or why there is none."""
    return f"{benchmark}没有居民在标准以内" if None in ratios else arrow(*map(line_text, ratios))


def arrow(before: str, after: str) -> str:
    """Before and after; one text where nothing changes."""
    return before if before == after else f"{before} → {after}"


def persons(count: float) -> str:
    """A number of residents with its unit."""
    return f"{people_text(count)} 人"


def ratio_sentence(focus: str, benchmark: str, ratios: tuple[float | None, float | None]) -> str:
    """North against south, held against the line of 80 %."""
    before, after = ratios
    if before is None or after is None:
        return f"{focus}与{benchmark}无法比较：{benchmark}没有居民在标准以内。"
    shares = arrow(ratio_text(before), ratio_text(after))
    return f"{focus}达到{benchmark}水平的 {shares}；{arrow(line_text(before), line_text(after))}。"


def line_text(ratio: float | None) -> str:
    """Whether a ratio keeps the line of 80 %."""
    if ratio is None:
        return say("common-missing")
    return "达到80%线" if reaches_line(ratio) else "未达80%线"


def net_text(won: float, lost: float) -> str:
    """Residents won and lost."""
    if not won and not lost:
        return "0"
    return " ".join(part for part in (f"+{won:,.0f}" if won else "", f"−{lost:,.0f}" if lost else "") if part)


def whole_up(count: float, unit: str, what: str) -> str:
    """So many more of a thing, rounded up to whole ones."""
    return f"{what}再增加 {count_whole_units(count, count):,} {unit}"


def kind_text(demonstration: bool, estimated: bool) -> str:
    """How firm the figures are."""
    return DEMONSTRATION if demonstration else ESTIMATED if estimated else COMPUTED


def hover(what: str, name: str, more: str) -> str:
    """What is told of a mark on the map; the parts are plain text for Plotly."""
    return f"<b>{name}</b><br>{what}<br>{more}"


def counted(changes: int) -> str:
    """How many changes a scenario holds."""
    return f"{changes} 处调整"


def legend_entry(label: str, count: int) -> str:
    """An entry of a legend with the number of its marks."""
    return f"{label}（{count}）"
