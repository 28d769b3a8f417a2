"""Words of the groups that a reader forms: the dialog, the line above every page, what is wrong with those given."""

from datasets.queries.group_query import Division, GroupError, GroupFault

OPEN = "分组"
_MOST_FOUND = 40  # characters of an address that a sentence repeats

FOR_BROWSER = {
    "title": "设定对比分组",
    "hint": "把县（市、区）分成两组，第一组与第二组相比。设定后各页、图件、表格均按此分组，链接可以转发。",
    "focus": "第一组（被衡量）",
    "benchmark": "第二组（参照）",
    "neither": "不参加",
    "county": "县（市、区）",
    "name": "名称",
    "find": "按名称或代码查找",
    "put": "列出的都归入：",
    "counts": "第一组{first}个，第二组{second}个，不参加{rest}个",
    "apply": "按此分组显示",
    "restore": "恢复原有显示",
    "cancel": "取消",
    "same": "两组不能同名。",
    "bad_name": "名称须为1至10个汉字、字母或数字。",
    "too_long": "所选过多，地址写不下；请尽量按整个地级市或省选。",
    "empty": "每组至少选一个县（市、区）。",
    "focus_name": "甲组",
    "benchmark_name": "乙组",
}


def division_text(division: Division, has_policy: bool) -> str:
    """The line above every page while a reader's groups are shown."""
    policy = "；目标进度仍按政策规定的范围判定" if has_policy else ""
    sides = [f"{group.name}（{len(group.counties)}个）" for group in (division.focus, division.benchmark)]
    return f"现按自定分组显示：{'与'.join(sides)}相比，仅对本链接有效{policy}。"


_FAULTS = {
    GroupFault.NOT_TWO: "须给出两组，形如“{example}”",
    GroupFault.NAME: "组名“{found}”不能用，须为1至{longest}个汉字、字母或数字",
    GroupFault.SAME_NAME: "两组同名“{found}”",
    GroupFault.EMPTY: "“{found}”组没有县（市、区）",
    GroupFault.UNKNOWN_CODE: "代码“{found}”不是本地区的县（市、区）",
    GroupFault.IN_BOTH: "代码“{found}”同时列入两组",
    GroupFault.TOO_LONG: "文字过长",
}
_EXAMPLE = "山区.440232.440281_城区.440203.440204"


def fault_text(error: GroupError) -> str:
    """What is wrong with the groups that an address or a request gives."""
    found = error.found if len(error.found) <= _MOST_FOUND else f"{error.found[:_MOST_FOUND]}…"
    reason = _FAULTS[error.fault].format(found=found, example=_EXAMPLE, longest=GroupError.LONGEST_NAME)
    return f"分组（groups）未采用：{reason}。"


def ignored_text(error: GroupError) -> str:
    """The same above a page, which is shown all the same."""
    return f"{fault_text(error)}现按原有方式显示。"
