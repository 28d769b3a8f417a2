"""Words of the groups of counties: the dialog, the line above every page, what is wrong with those given or saved."""

from collections.abc import Sequence

from datasets.queries.group_query import Division, GroupError, GroupFault
from datasets.saved_division import SavedDivision
from layouts.words.pages.data.page import moment_text

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
    "ungroup": "不分组显示",
    "save": "为全部用户保存",
    "withdraw": "撤回",
    "saving": "正在保存……",
    "unsaved": "没有得到服务器的答复，不知是否已保存；请刷新后查看。",
    "cancel": "取消",
    "same": "两组不能同名。",
    "bad_name": "名称须为1至10个汉字、字母或数字。",
    "too_long": "所选过多，地址写不下；请尽量按整个地级市或省选。",
    "empty": "每组至少选一个县（市、区）。",
    "focus_name": "甲组",
    "benchmark_name": "乙组",
}


DECLARED = "本地区的分组由政策规定，不能另为全部用户保存；自定分组可用链接转发。"
_NEVER_SAVED = "还没有为全部用户保存的分组。"


def given_text(division: Division | None, has_policy: bool) -> str:
    """The line above every page while a reader's groups are shown, or none of those that are saved."""
    if division is None:
        return "现不分组显示，仅对本链接有效。"
    policy = "；目标进度仍按政策规定的范围判定" if has_policy else ""
    sides = [f"{group.name}（{len(group.counties)}个）" for group in (division.focus, division.benchmark)]
    return f"现按自定分组显示：{'与'.join(sides)}相比，仅对本链接有效{policy}。"


def set_aside_text(saved: SavedDivision, error: GroupError) -> str:
    """The line above every page where the groups that an editor has saved do not fit the region any more."""
    return f"{_signed(saved)}为全部用户保存的分组未采用：{_reason(error)}。现按原有方式显示。"


def saved_lines(saved: Sequence[SavedDivision], error: GroupError | None) -> list[str]:
    """What the dialog says of the groups saved for all readers: the last ones, then what was done before."""
    if not saved:
        return [_NEVER_SAVED]
    last, *earlier = saved
    if error:
        first = f"为全部用户保存的分组未采用（{_signed(last)}）：{_reason(error)}。"
    elif last.groups:
        first = f"已为全部用户保存：{_name_groups(last)}（{_signed(last)}）。"
    else:
        first = f"现无为全部用户保存的分组：已撤回（{_signed(last)}）。"
    before = [f"{_name_groups(one) if one.groups else '撤回'}（{_signed(one)}）" for one in earlier]
    return [first, f"此前：{'、'.join(before)}。"] if before else [first]


def _name_groups(saved: SavedDivision) -> str:
    """The names of the two groups, without the counties, which may be gone."""
    return "与".join(group.partition(".")[0] for group in saved.groups.split("_"))


def _signed(saved: SavedDivision) -> str:
    return f"{saved.by}，{moment_text(saved.at)}"


def stale_text(last: SavedDivision) -> str:
    """Why groups are not saved: another editor was quicker."""
    done = f"保存了“{_name_groups(last)}”" if last.groups else "撤回了分组"
    return f"没有保存：{last.by}已于{moment_text(last.at)}{done}。请刷新页面，看过后再定。"


_FAULTS = {
    GroupFault.NOT_TWO: "须给出两组，形如“{example}”",
    GroupFault.NAME: "组名“{found}”不能用，须为1至{longest}个汉字、字母或数字",
    GroupFault.SAME_NAME: "两组同名“{found}”",
    GroupFault.EMPTY: "“{found}”组没有县（市、区）",
    GroupFault.UNKNOWN_CODE: "代码“{found}”不是本地区的县（市、区）",
    GroupFault.IN_BOTH: "代码“{found}”同时列入两组",
    GroupFault.TOO_LONG: "文字过长",
    GroupFault.DECLARED: "本地区的分组由政策规定，不能另行保存",
    GroupFault.NONE_SAVED: "没有可以撤回的分组",
}
_EXAMPLE = "山区.440232.440281_城区.440203.440204"


def fault_text(error: GroupError) -> str:
    """What is wrong with the groups that an address or a request gives."""
    return f"分组（groups）未采用：{_reason(error)}。"


def save_fault_text(error: GroupError) -> str:
    """Why groups are not saved for all readers, or not withdrawn."""
    return f"没有保存：{_reason(error)}。"


def _reason(error: GroupError) -> str:
    found = error.found if len(error.found) <= _MOST_FOUND else f"{error.found[:_MOST_FOUND]}…"
    return _FAULTS[error.fault].format(found=found, example=_EXAMPLE, longest=GroupError.LONGEST_NAME)


def ignored_text(error: GroupError) -> str:
    """The same above a page, which is shown all the same."""
    return f"{fault_text(error)}现按原有方式显示。"
