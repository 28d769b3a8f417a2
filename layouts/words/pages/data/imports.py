"""The words of the steps of an import: choosing a file, saying what its columns hold, reading the match report."""

from datasets.imports.words import ImportWords

_WORDS = ImportWords.shipped()
ROLES, DATUMS, SEVERITIES = _WORDS.roles, _WORDS.datums, _WORDS.severities
MATCHED, OTHERWISE = _WORDS.matched, _WORDS.otherwise
STEPS = ("选择文件", "核对列", "匹配报告", "草稿", "发布")

# Step 1.
PICK_KIND = "导入哪一种数据"
TARGET, NEW_DATASET = "导入到哪个数据集", "新建数据集……"
NEW_NAME, NEW_NAME_HINT = "新数据集的名称", "如：本市统计年鉴"
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
TEMPLATE_ADVICE = "没有现成的表格？下载模板，里面有填写说明和下拉选项；用模板填的表格会自动识别。"

# Step 2.
SHEET, KIND = "工作表", "数据种类"
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
SOURCE_HINT = "如：统计年鉴2021，表3-2"
NOT_SET = "不指定"
DATUM = "坐标是哪一种"
NOTE, NOTE_HINT = "本次导入的说明", "如：补2015—2020年床位"
REMEMBER = "记住这种表格，下次自动套用；名称"
REMEMBER_HINT = "如：年鉴卫生表"
VARIABLE_GROUPS = ("统计数（用来计算指标）", "指标（直接是结果）")
CHECK = "检查匹配"
OTHER_FILE = "换文件"

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
NOTHING_GOOD = "没有一行可以导入。请按问题清单修改文件，或返回上一步核对列。"
FIX_FIRST = "还有错误的行。请在 Excel 里改好后重新上传，或选择“只导入无误的行”。"
BACK_TO_COLUMNS = "返回核对列"
UPLOAD_CORRECTED = "重新上传改好的文件"


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


def fault_option(sentence: str, count: int) -> str:
    """One kind of fault, with how often it occurs."""
    return f"{sentence}（{count:,}）"
