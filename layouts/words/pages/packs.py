"""The words of the page that makes packs."""

from collections.abc import Iterable

TITLE = "简报"
PRESET = "做哪一种"
INDICATORS = "放哪些指标"
SEARCH = "按名称查找"
EVERY, NONE = "全选", "全不选"
YEARS = "年份"
COUNTIES = "县（市、区）"
DEPARTMENT = "牵头部门"
SCENARIOS = "选址方案（可不选）"
PACK_TITLE = "标题"
MAKER = "制图单位"
MAKER_HINT = "如：发展和改革局；本机记住"
OUTPUTS = "要哪些文件"
TEMPLATE = "单位自己的模板（可不选）"
TEMPLATE_HINT = "选择 PPTX 或 DOCX 文件，或拖到这里"
TEMPLATE_NONE = "不用模板时按本系统的样式"
TEMPLATE_REMOVE = "移除模板"
START = "开始生成"
JOBS = "我的简报"
JOBS_NONE = "还没有。选好左边各项，点“开始生成”；生成时可以离开本页。"
JOBS_NOTE = "文件保留一天，到时自动删除；请及时下载。本列表只在这台电脑的这个浏览器里可见。"
CANCEL, AGAIN = "取消", "重新生成"
STATES = {
    "queued": "排队中",
    "running": "正在生成",
    "done": "已完成",
    "failed": "没有做成",
    "cancelled": "已取消",
    "interrupted": "已中断",
}
INTERRUPTED = "生成时服务器停止了。选择都还在，可以重新生成。"
TOO_LONG = "超过 30 分钟没有做完，已停止。请少选些指标或年份。"
NO_FILE = "生成程序没有留下文件。"
KILLED = "生成过程被系统终止，多半是内存不足。选择都还在，可以重新生成；仍不成功，请少选些指标或年份。"
SILENT = "生成程序意外停止，没有说明原因。选择都还在，可以重新生成；仍不成功，请联系管理员。"
PICK_INDICATOR = "请至少勾选一项指标。"
PICK_YEAR = "请至少勾选一个年份。"
PICK_COUNTY = "请至少勾选一个县（市、区）。"
PICK_OUTPUT = "请至少勾选一种文件。"
NO_DEPARTMENT = "这个数据集里没有任何部门目标的数据，不能做部门专报。"
TEMPLATE_TOO_LARGE = "“{name}”超过 {megabytes} MB，不能用作模板。"
TEMPLATE_NEEDS_ACCOUNT = "“{name}”超过 {megabytes} MB；更大的模板，请用“编辑”或以上的账号登录后使用。"
TEMPLATE_UNREADABLE = "“{name}”不是能打开的 PPTX 或 DOCX 文件，不能用作模板；老格式 PPT、DOC 请先另存为新格式。"

# With values put in
ESTIMATE = "约 {pictures} 张图，每张图占一页。"
TOO_MANY = "这样选约有 {pictures} 张图，一次最多 {most} 张；请少选些指标或年份。"
SCENARIO = "{name}（{type}，{year}年）"
TOO_MANY_SCENARIOS = "一份简报最多放 {most} 个选址方案，请少选些。"
TEMPLATE_TAKEN = "{kind} 模板：{name}"
QUEUE_FULL = "已有 {waiting} 份简报在排队，不再接受新的。请过几分钟再试。"
SHARE_FULL = (
    "同一账号（未登录时为同一网络地址）最多同时有 {own} 份简报在排队或生成，现在已满；"
    "全部在排队的有 {waiting} 份。请等其中一份做完，或取消一份，再生成新的。"
)
BEGUN = "{clock} 提交"
KEPT_UNTIL = "保留到 {clock}"

# What the browser writes itself.
FOR_BROWSER = {
    "picked": "已选 {picked} 项，共 {all} 项",
    "nothing": "没有名称含“{text}”的指标",
    "empty": "这个数据集没有可放进简报的指标",
    "too_large": {"importers": TEMPLATE_TOO_LARGE, "readers": TEMPLATE_NEEDS_ACCOUNT},
}


def no_data(years: list[int]) -> str:
    """Years in which none of the chosen indicators has figures."""
    return f"所选指标没有{'、'.join(str(year) for year in years)}年的数据，请换年份或指标。"


def not_possible(faults: list[str]) -> str:
    """A choice that no pack can be made of, for any other reason."""
    return f"这样选不能生成：{'；'.join(faults)}"


def ahead(jobs: int) -> str:
    """How many come before a job that waits."""
    return f"前面还有 {jobs} 份。" if jobs else "马上开始。"


def job_title(names: Iterable[str], years: list[int], indicators: int) -> str:
    """What a job makes, in one line; ``names`` are of the preset, a department and the dataset, empty ones left out."""
    parts = [*names, f"{'、'.join(str(year) for year in years)}年", f"{indicators} 项指标"]
    return " · ".join(part for part in parts if part)


def size(count: int) -> str:
    """A file's size in a unit that suits it."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):.1f} KB"


def steps(done: int, total: int, text: str) -> str:
    """How far a job has come."""
    return f"{done} / {total}　{text}" if total else text or "正在准备数据"
