"""The words of the page where figures are loaded (数据)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from datasets.imports.words import ImportWords
from layouts.words.pages.data.imports import GOOD_ONLY_YES, REPLACE, ROLES

TITLE = "数据"
PARTS = "数据和导入"
DATASETS, IMPORT = "数据集与版本", "导入"
DATASET_LIST = "数据集"
_WORDS = ImportWords.shipped()
KINDS = _WORDS.kinds  # what a file can hold: name, one line of explanation, types of files
ACTIONS, FOR_BROWSER = _WORDS.actions, _WORDS.browser
STATES = {"draft": "草稿", "published": "已发布", "earlier": "历史", "discarded": "已丢弃"}
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
SEE_CHANGES = "查看变化"
VERSION_ACTIONS = {
    "publish": "发布",
    "roll_back": "恢复此版本",
    "withdraw": "撤下",
    "discard": "丢弃草稿",
    "rebase": "改到最新版本上",
}
EXPORT = "导出"
BACK_TO_DATASETS = "返回数据集"

# Accounts.
LOG_IN_FIRST = "导入和发布需要登录。"
LOG_IN = "去登录"
NOT_ALLOWED_IMPORT = "您的账号只能查看，不能导入。请联系管理员。"
NOT_ALLOWED_PUBLISH = "发布、恢复需要“发布者”权限，请联系有权限的同事。"

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
DONE_HINT = "所有页面已换成新数字。"
SEE_MAP = "在地图上查看"
NEXT_IMPORT = "继续导入"

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


def listed(shown: int, all_: int) -> str:
    """That a list is cut off."""
    return f"这里列出前 {shown:,} 条，共 {all_:,} 条；下载可看全部。" if shown < all_ else f"共 {all_:,} 条"


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
    details = [
        f"{KINDS[file['kind']][0]} {kept:,} 行",
        f"另有 {left_out:,} 行未导入（{GOOD_ONLY_YES}）" if left_out and file["good_only"] else "",
        REPLACE if file["replace"] else "",
        f"文件校验值 {file['digest'][:8]}",
    ]
    return f"{file['file_name']}（{'，'.join(part for part in details if part)}）"


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
