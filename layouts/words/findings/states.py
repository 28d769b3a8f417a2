"""What a state's picture says: who has it, who has not, and since when."""

from indicators.findings.states import States
from layouts.words.findings.values import Named
from locales import say

_SHORT = 4  # names that a title holds


def describe_states(found: States, named: Named) -> str:
    """Who has the state in the year of ``found``, or who has it not where those are fewer."""
    known = len(found.held) + len(found.lacking)
    told = {"count": known, "level": named.level, "remarks": named.remarks(known, found.unknown)}
    if not known:
        return say("findings-no-data", level=named.level)
    if not found.held or not found.lacking:
        return say("findings-state-all", state=_state_text(bool(found.held)), **told)
    is_held = len(found.held) <= len(found.lacking)
    names = [named.names[code] for code in (found.held if is_held else found.lacking)]
    listed = say("list-names").join(names) if len(names) <= _SHORT else "none"
    return say("findings-state-some", number=len(names), state=_state_text(is_held), names=listed, **told)


def _state_text(is_held: bool) -> str:
    return say("common-yes") if is_held else say("common-no")


def describe_since(found: States, named: Named) -> str:
    """Who has the state, and who was the last to get it."""
    start = describe_states(found, named)
    if not found.since:
        return start
    latest = max(found.since.values())
    names = named.list_some([code for code, year in found.since.items() if year == latest])
    return say("findings-state-since", start=start, names=names, year=latest)
