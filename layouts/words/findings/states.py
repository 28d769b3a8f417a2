"""What a state's picture says: who has it, who has not, and since when."""

from indicators.findings.states import States
from layouts.words.findings.values import Named
from locales import say

_SHORT = 4  # names that a title holds


def describe_states(found: States, named: Named) -> str:
    """Who has the state in the year of ``found``, or who has it not where those are fewer."""
    known = len(found.held) + len(found.lacking)
    remarks = named.remarks(known, found.unknown)
    if not known:
        return f"该年没有任何{named.noun}的数据"
    if not found.held or not found.lacking:
        state = say("common-yes") if found.held else say("common-no")
        return f"{known}个{named.noun}都为“{state}”{remarks}"
    few, state = (
        (found.held, say("common-yes")) if len(found.held) <= len(found.lacking) else (found.lacking, say("common-no"))
    )
    names = [named.names[code] for code in few]
    listed = f"：{'、'.join(names)}" if len(names) <= _SHORT else ""
    return f"{known}个{named.noun}中{len(few)}个为“{state}”{listed}{remarks}"


def describe_since(found: States, named: Named) -> str:
    """Who has the state, and who was the last to get it."""
    start = describe_states(found, named)
    if not found.since:
        return start
    latest = max(found.since.values())
    names = named.list_some([code for code, year in found.since.items() if year == latest])
    return f"{start}；最近新增：{names}（{latest}年）"
