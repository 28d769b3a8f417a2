"""Messages about versions that cannot be published or shown, and about the smoke test before a publication."""

from collections.abc import Iterable, Sequence

from datasets.city.city import SetAsideVersion
from geodata.region import Region

DOCUMENT, MACHINE_ACCESS = "页面框架", "数据接口"
ANOTHER = "另一次发布正在试做页面"
_UNSERVABLE = "不能发布：{why}。已发布的数据照常显示，这一版原样保留。{advice}；仍不行时把这段话交给维护人员。"
_CHECK, _WAIT = "请核对这一版的数据后重新导入", "这一版的数据不一定有错，请过几分钟再发布"
_FAILURES = {
    "out_of_reach": "数据库没有给出它的数据行",
    "unreadable": "它的数据行读不懂",
    "not_made": "它的数据行组不成数据集",
    "not_served": "有页面做不出来",
    "unproven": "服务器暂时没有余力试做全部页面",
}
_TRANSIENT = {"out_of_reach", "unproven"}
_LONGEST = 120  # letters of a message of the program
_MOST_FAULTS = 3

Faults = Sequence[tuple[str, str]]  # where, which may be empty, and what the program says


def unservable_text(failure: str, faults: Faults) -> str:
    """Why a version is not published, and what to do."""
    listed = [f"“{where}”：{_shorten(text)}" if where else _shorten(text) for where, text in faults[:_MOST_FAULTS]]
    more = f"等 {len(faults)} 处" if len(faults) > _MOST_FAULTS else ""
    why = f"{_FAILURES[failure]}（{'；'.join(listed)}{more}）"
    return _UNSERVABLE.format(why=why, advice=_WAIT if failure in _TRANSIENT else _CHECK)


def set_aside_text(version: SetAsideVersion) -> str:
    """A published version that is not shown, why, and what is shown in its place; the program's log has the rest."""
    places = "、".join(f"“{where}”" for where, _ in version.findings if where)
    failure = _FAILURES[version.reason]
    why = f"{failure}（{places}）" if places else failure
    instead = "暂不显示这个数据集" if version.shown_number is None else f"现显示第 {version.shown_number} 版"
    return f"数据集“{version.name}”第 {version.number} 版已发布，但不能显示：{why}。{instead}。"


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def standing_notices(region: Region, set_aside: Iterable[SetAsideVersion]) -> list[str]:
    """What stands above every page: that a city has no counties, and which versions are not served."""
    undivided = f"{region.name}不设区县，各页只有全市一个数字；公开来源没有镇（街道）的数字。"
    return [*([undivided] if region.is_undivided else []), *map(set_aside_text, set_aside)]
