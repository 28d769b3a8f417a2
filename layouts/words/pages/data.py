"""The words of the page where figures are loaded (数据)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

TITLE = "数据"
DATASETS, IMPORT = "数据集与版本", "导入"
DATASET_LIST = "数据集"
LOADING = "正在读取……"
TABLE_FILES = "XLSX、XLS、ODS、CSV"
POINT_FILES = "XLSX、XLS、ODS、CSV、GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML"
SHAPE_FILES = "GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML"

# What a file can hold: name, one line of explanation, types of files.
KINDS: dict[str, tuple[str, str, str]] = {
    "observations": (
        "统计数据",
        "各县、各乡镇的指标或统计数；一行一个数，或一行一个地方、一列一个指标（年份）",
        TABLE_FILES,
    ),
    "benchmark": ("对照数据", "外部对照地区（如珠三角）的同类数字", TABLE_FILES),
    "facilities": ("设施", "学校、卫生院、文化站等的位置，可附床位、学位等规模", POINT_FILES),
    "settlements": ("居民点与人口", "村庄、社区的位置和人口，用来算服务覆盖", POINT_FILES),
    "townships": ("乡镇界线", "正式的乡镇界线；发布后替换示意界线", SHAPE_FILES),
    "roads": ("道路", "道路中心线，可带等级", SHAPE_FILES),
}
STATES = {"draft": "草稿", "published": "已发布", "earlier": "历史", "discarded": "已丢弃"}
ROLES = {
    "ignored": "不用",
    "area_code": "地区代码",
    "area_name": "地区名称",
    "parent": "上级地区",
    "year": "年份",
    "variable": "指标名称",
    "value": "数值",
    "unit": "单位",
    "kind": "数值性质",
    "source": "来源",
    "note": "备注",
    "code": "编号",
    "name": "名称",
    "type": "类型",
    "longitude": "经度",
    "latitude": "纬度",
    "coordinates": "经纬度",
    "capacity": "规模",
    "grade": "等级",
    "opened": "启用年份",
    "closed": "停用年份",
    "population": "人口",
    "place": "所在乡镇或村",
    "road_class": "道路等级",
    "state": "建设状态",
    "approximate": "是否近似位置",
}
DATUMS = {
    "wgs84": "WGS84、CGCS2000、GPS",
    "gcj02": "GCJ-02（高德、腾讯）",
    "bd09": "BD-09（百度）",
    "unknown": "不清楚，由系统比对",
}
SEVERITIES = {"error": "错误", "warning": "提醒"}
MATCHED = {
    "code": "按代码",
    "name": "按名称",
    "alias": "按别名、旧名",
    "seat": "按驻地（近似）",
    "none": "没有匹配上",
}
# What map files add to ways and reasons.
OTHERWISE = {
    "point": "按坐标",
    "duplicate": "重复的行",
    "road_absent": "在建、规划或已废弃的道路",
    "no_road": "不是道路的线",
}
STEPS = ("选择文件", "核对列", "匹配报告", "草稿", "发布")

# Datasets and their versions.
SHIPPED = "随系统提供，只读"
NO_DATASETS = "这里还没有本单位自己的数据。可以先下载模板，用 Excel 填好，再到“导入”上传。"
NO_VERSIONS = "还没有版本。"
UNPUBLISHED = "未发布"
NEW_IMPORT = "导入数据"
VERSION_COLUMNS = ("版本", "状态", "行数", "与上一版相比", "文件", "导入", "操作")
TRAIL, TRAIL_NONE = "操作记录", "还没有操作。"
VERSION_COLUMNS_OF_READERS = ("版本", "状态", "行数", "与上一版相比", "导入", "操作")
TRAIL_COLUMNS = ("时间", "谁", "做了什么", "详情")
SEE_CHANGES, PUBLISH, ROLL_BACK, WITHDRAW, DISCARD = "查看变化", "发布", "恢复此版本", "撤下", "丢弃草稿"
EXPORT = "导出"
REBASE = "改到最新版本上"
BACK_TO_DATASETS = "返回数据集"

# Accounts.
LOG_IN_FIRST = "导入和发布需要登录。"
LOG_IN = "去登录"
NOT_ALLOWED_IMPORT = "您的账号只能查看，不能导入。请联系管理员。"
NOT_ALLOWED_PUBLISH = "发布、恢复需要“发布者”权限，请联系有权限的同事。"

# Step 1.
PICK_KIND = "导入哪一种数据"
TARGET, NEW_DATASET = "导入到哪个数据集", "新建数据集……"
NEW_NAME, NEW_NAME_HINT = "新数据集的名称", "如：清远市统计年鉴"
BASE = "没有的数字从哪里取"
BASE_OPTIONS = {"public": "取自公开数据", "": "不取，显示为暂无数据", "demo": "取自演示数据（虚构）"}
TEMPLATES = {
    "long": "下载模板",
    "wide": "下载宽表模板（一列一个指标）",
    "map": "下载模板（GeoPackage）",
    "list": "下载代码清单",
}
EXAMPLE = "下载填好的示例"
DROP, DROP_OR = "选择文件", "或把文件拖到这里"
UPLOADING, READING = "正在上传", "已上传，正在读取"
TEMPLATE_ADVICE = "没有现成的表格？下载模板，里面有填写说明和下拉选项；用模板填的表格会自动识别。"

# Step 2.
FILE, SHEET, KIND = "文件", "工作表", "数据种类"
PREVIEW = "表格的前几行，每一列用作什么"
PREVIEW_HINT = "系统已按表头猜好，请核对；猜错的在该列上方改。灰色的列不导入。"
ROW = "行"
USED_AS, OF_VARIABLE, OF_YEAR, OF_UNIT = "用作", "指标", "年份", "单位"
OF_AREA = "地区：{area}"
HEADER_ROWS, FIRST_ROW, LAST_ROW = "表头所在行", "数据从第几行", "到第几行"
HEADER_ROWS_HINT = "多行表头用逗号分开，如 2,3"
DEFAULTS = "表里没有写的，统一指定"
ONE_VARIABLE, ONE_YEAR, ONE_UNIT = "指标", "年份", "单位"
ONE_SOURCE, ONE_KIND, ONE_TYPE = "来源", "数值性质", "设施类型"
SOURCE_HINT = "如：清远统计年鉴2021，表3-2"
NOT_SET = "不指定"
DATUM = "坐标是哪一种"
NOTE, NOTE_HINT = "本次导入的说明", "如：补2015—2020年床位"
REMEMBER = "记住这种表格，下次自动套用；名称"
REMEMBER_HINT = "如：年鉴卫生表"
VARIABLE_GROUPS = ("统计数（用来计算指标）", "指标（直接是结果）")
CHECK = "检查匹配"
OTHER_FILE = "换文件"
CHECKING = "正在逐行检查……"

# Step 3.
READ, GOOD, WITH_ERRORS, WITH_WARNINGS = "读到", "可以导入", "错误", "提醒"
MATCHED_TITLE, IGNORED_TITLE, ASSUMED_TITLE = "地区怎样匹配上的", "已跳过", "表里没写的"
FAULTS, FAULTS_NONE = "问题清单", "没有发现问题。"
FAULT_COLUMNS = ("程度", "位置", "问题", "表里写的", "怎样改")
ALL_CODES = "全部问题"
REPORT_XLSX, REPORT_CSV = "下载报告（Excel）", "下载报告（CSV）"
HOW = "怎样导入"
GOOD_ONLY_NO, GOOD_ONLY_YES = "全部修正后再导入", "只导入无误的行"
GOOD_ONLY_NO_HINT = "在 Excel 里改好，回到第 1 步重新上传"
GOOD_ONLY_YES_HINT = "有错误的行不导入，操作记录里会写明"
MERGE, REPLACE = "补充更新", "整体替换"
MERGE_HINT = "同一地区、年份、指标（或同一编号）的用新的，其余保留"
REPLACE_HINT = "这一种数据只留本次导入的，其余不再保留"
KEEP = "存为草稿"
KEEP_HINT = "草稿只有登录后能看到，发布前不影响任何页面。"
KEEPING = "正在保存草稿……"
NOTHING_GOOD = "没有一行可以导入。请按问题清单修改文件，或返回上一步核对列。"
FIX_FIRST = "还有错误的行。请在 Excel 里改好后重新上传，或选择“只导入无误的行”。"
BACK_TO_COLUMNS = "返回核对列"
UPLOAD_CORRECTED = "重新上传改好的文件"

# Step 4 and 5.
COMPARED, COMPARED_EARLIER = "与已发布版本相比", "与上一版相比"
COMPARED_FIRST = "这是第一个版本，发布后就是全部内容"
ADDED, CHANGED, REMOVED = "新增", "改动", "删去"
CHANGES = {"added": ADDED, "changed": CHANGED, "removed": REMOVED}
CHANGE_COLUMNS = ("变化", "指标或对象", "地区", "年份", "原来", "改为")
CHANGES_TITLE, CHANGES_NONE = "变化清单", "内容没有变化。"
CHANGES_CSV, CHANGES_XLSX = "下载全部变化（CSV）", "下载全部变化（Excel）"
MAP_TITLE, MAP_SUBJECT, MAP_YEAR = "地图对比", "看什么", "年份"
NO_YEAR = 0  # stands for the year of what has none
MAP_NONE = "这次改动不影响地图：没有哪个县的指标因此变化。"
MAP_DRAFT, MAP_PUBLISHED, MAP_BEFORE, MAP_AFTER = "草稿", "现已发布", "上一版", "本版"
STALE = "保存草稿以后，已发布的版本变了（又发布了新的，或已撤下）。请先“改到最新版本上”，核对变化后再发布。"
LATER = "以后再说"
PUBLISH_NOTE = "发布后所有人立即看到新数字；任何时候都可以恢复到以前的版本。"
DONE, DONE_HINT = "已发布", "所有页面已换成新数字。"
SEE_MAP = "在地图上查看"
NEXT_IMPORT = "继续导入"

# What the browser writes itself.
FOR_BROWSER = {
    "too_large": "“{name}”有 {size}，超过上限 {limit}。请拆成几个文件。",
    "unreachable": "连不上服务器，请稍后再试；已上传的文件和草稿都还在。",
    "failed": "服务器没有完成这个操作（{status}）。请稍后再试。",
    "logged_out": "登录已过期，请重新登录；填写的内容保留在本页。",
    "uploading": UPLOADING + "　{percent}%",
    "reading": READING,
    "checking": CHECKING,
    "keeping": KEEPING,
    "publishing": "正在发布……",
    "loading": LOADING,
    "name_needed": "请填写新数据集的名称。",
    "working": "正在处理……",
    "sure_publish": "发布后所有人立即看到新数字。现在发布？",
    "sure_roll_back": "恢复后所有人看到的就是第 {number} 版的数字，现在的版本保留在历史里。现在恢复？",
    "sure_withdraw": "撤下后所有人都看不到这个数据集，各版本都保留在历史里，可以再恢复。现在撤下？",
    "sure_discard": "丢弃后不能找回，需要重新导入。丢弃这份草稿？",
    "log_in": LOG_IN,
    "drawing": "正在画图……",
    "not_drawn": "这张地图没有画出来，请稍后再试。",
    "yes": "确定",
    "no": "取消",
    "faults_shown": "显示 {shown} 条",
}

ACTIONS = {
    "create_dataset": "新建数据集",
    "import": "导入草稿",
    "rebase": "草稿改到最新版本上",
    "publish": "发布",
    "roll_back": "恢复以前的版本",
    "withdraw": "撤下",
    "discard": "丢弃草稿",
    "save_scenario": "保存选址方案",
    "delete_scenario": "删除选址方案",
}

FIELDS = ROLES | {"geometry": "图形", "area_code": "所属地区"}

FORMS = {"xlsx": "Excel", "csv": "CSV", "gpkg": "GeoPackage"}

# Faults of a request, told by the server.
UPLOAD_GONE = "这次上传已经不在服务器上（上传后超过保留时间，或已清理）。请重新上传。"
UNREADABLE = "读不懂"
NO_VERSION = "没有这个版本，可能已被丢弃。"
NO_FILE = "没有收到文件。请选择一个文件再上传。"
BAD_ORDER = "填写的内容读不懂，请刷新页面后重试。"
NOT_A_DRAFT = "这个版本的状态已经变了（可能有人已发布、恢复或丢弃），请刷新页面。"
REFUSED = "这个文件不能导入："
TOO_MANY_ROWS = "行数超过 Excel 一张工作表的上限，请改用 CSV 导出。"
DRAFT_IS_HIDDEN = "草稿只有登录后、有导入权限的账号能看到。"
NO_SUCH_FILE = "没有这种文件。"
DATASET_EXISTS = "这个数据集刚被别人建立，请返回第 1 步重新选择。"
CHANGES_SHEET, REPORT_SHEET = "变化清单", "问题清单"
NOTHING_TO_COMPARE = "所选指标和年份没有可比的县级数字。"


def size_text(count: int) -> str:
    """A file's size in a unit that suits it."""
    number, unit = (count / 1048576, "MB") if count >= 1048576 else (max(count / 1024, 0.1), "KB")
    return f"{number:.1f} {unit}".replace(".0 ", " ")


def readers_busy(ahead: int) -> str:
    """That as many files are being read, or wait to be, as can be."""
    return f"服务器正在读取其他文件，前面还有 {ahead} 个，请稍等片刻再试一次"


def size_limit(count: int) -> str:
    """The largest file that is taken."""
    return f"文件最大 {size_text(count)}"


def number_of(number: int) -> str:
    """A version by its number."""
    return f"第 {number} 版"


def rows_text(rows: int, left_out: int) -> tuple[str, str]:
    """Rows kept, and those left out by choice."""
    return f"{rows:,}", f"另有 {left_out:,} 行未导入" if left_out else ""


def counts_text(added: int, changed: int, removed: int) -> str:
    """What a version changed against the one before."""
    parts = ((ADDED, added), (CHANGED, changed), (REMOVED, removed))
    return "　".join(f"{word} {count:,}" for word, count in parts if count) or CHANGES_NONE.rstrip("。")


def file_facts(name: str, size: int, encoding: str) -> str:
    """An uploaded file in one line."""
    return "　".join(part for part in (name, size_text(size), encoding) if part)


def report_headline(rows: int, good: int, errors: int) -> str:
    """The match report in one sentence."""
    if not rows:
        return "没有读到数据。请返回上一步核对表头和数据的行号。"
    if not errors and good == rows:
        return f"读到 {rows:,} 条，全部可以导入。"
    return f"读到 {rows:,} 条，{good:,} 条可以导入，{rows - good:,} 条不能导入。"


def listed(shown: int, all_: int) -> str:
    """That a list is cut off."""
    return f"这里列出前 {shown:,} 条，共 {all_:,} 条；下载可看全部。" if shown < all_ else f"共 {all_:,} 条"


def fault_option(sentence: str, count: int) -> str:
    """One kind of fault, with how often it occurs."""
    return f"{sentence}（{count:,}）"


def map_titles(state: str) -> tuple[str, str]:
    """What stands over the two maps of a version, after and before."""
    return (MAP_DRAFT, MAP_PUBLISHED) if state == "draft" else (MAP_AFTER, MAP_BEFORE)


def map_sides(state: str) -> str:
    """Which of two maps is which."""
    left, right = map_titles(state)
    return f"左：{left}　右：{right}"


def draft_title(dataset: str, number: int, state: str) -> str:
    """A version's heading."""
    return f"{dataset}　{number_of(number)}（{STATES[state]}）"


def published_text(dataset: str, number: int) -> str:
    """A finished publication."""
    return f"“{dataset}”{number_of(number)}已发布。{DONE_HINT}"


def rolled_back(dataset: str, number: int) -> str:
    """A finished return to an earlier version."""
    return f"“{dataset}”已恢复为{number_of(number)}的内容。{DONE_HINT}"


def withdrawn(dataset: str) -> str:
    """A dataset that was taken back."""
    return f"“{dataset}”已撤下，所有页面不再显示它；各版本都保留。"


def discarded(number: int) -> str:
    """A draft that was thrown away."""
    return f"草稿{number_of(number)}已丢弃。"


def trail_detail(details: Mapping[str, Any]) -> str:
    """What an entry of the trail says beside who did what."""
    parts = [number_of(details["number"])] if "number" in details else []
    if details.get("previous"):
        parts.append(f"之前为{number_of(details['previous'])}")
    if "rebased" in details:
        onto = f"{number_of(details['onto'])}之上" if details["onto"] else "没有已发布版本的现状"
        parts.append(f"原草稿为{number_of(details['rebased'])}，改到{onto}")
    parts += [_file_detail(each) for each in details.get("files", ())]
    return "；".join([*parts, str(details.get("name", ""))]).rstrip("；")


def _file_detail(file: Mapping[str, Any]) -> str:
    kept, left_out = file["rows_kept"], file["rows_left_out"]
    told = [
        f"{KINDS[file['kind']][0]} {kept:,} 行",
        f"另有 {left_out:,} 行未导入（{GOOD_ONLY_YES}）" if left_out and file["good_only"] else "",
        REPLACE if file["replace"] else "",
        f"文件校验值 {file['digest'][:8]}",
    ]
    return f"{file['file_name']}（{'，'.join(part for part in told if part)}）"


def changed_field(field: str, value: str, closed: Mapping[str, str]) -> str:
    """A value of a changed field as text; ``closed`` are the words of stored names."""
    if field == "value":
        return separated(value)
    return closed.get(value, value)


def separated(value: str) -> str:
    """A number's text with its thousands separated; other text as it is."""
    whole, point, rest = value.partition(".")
    digits = whole.lstrip("-")
    return f"{int(whole):,}{point}{rest}" if digits.isascii() and digits.isdigit() else value


def change_of(name: str, field: str) -> str:
    """What a line of changes is about: the thing, and the field where it is not its value."""
    return name if field in ("value", "name") else f"{name}：{FIELDS.get(field, field)}"


def moment_text(at: datetime) -> str:
    """A moment as the office's clock shows it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def year_text(year: int) -> str:
    """A year to choose; a dash for what has none."""
    return str(year) if year != NO_YEAR else "—"


def with_colour(title: str, at: int) -> str:
    """A state's title with what its colour stands for; ``at`` is 0 after and 1 before."""
    return f"{title}（{('绿色：新增或改动', '红色：改动或删去')[at]}，灰色：两边相同）"
