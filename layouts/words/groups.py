"""Words of the groups of counties: the dialog, the line above every page, what is wrong with those given or saved."""

from collections.abc import Sequence

from datasets.queries.group_query import Division, GroupError
from datasets.saved_division import SavedDivision
from layouts.words.pages.data.page import moment_text
from locales import say

_MOST_FOUND = 40  # characters of an address that a sentence repeats


def given_text(division: Division | None, has_policy: bool) -> str:
    """The line above every page while a reader's groups are shown, or none of those that are saved."""
    if division is None:
        return say("groups-given-none")
    focus, benchmark = (
        say("groups-given-side", group=group.name, count=len(group.counties))
        for group in (division.focus, division.benchmark)
    )
    return say("groups-given", focus=focus, benchmark=benchmark, policy=has_policy)


def set_aside_text(saved: SavedDivision, error: GroupError) -> str:
    """The line above every page where the groups that an editor has saved do not fit the region any more."""
    return say("groups-set-aside", signed=_signed(saved), reason=_reason(error))


def saved_lines(saved: Sequence[SavedDivision], error: GroupError | None) -> list[str]:
    """What the dialog says of the groups saved for all readers: the last ones, then what was done before."""
    if not saved:
        return [say("groups-never-saved")]
    last, *earlier = saved
    if error:
        first = say("groups-saved-unfit", signed=_signed(last), reason=_reason(error))
    elif last.groups:
        first = say("groups-saved", names=_name_groups(last), signed=_signed(last))
    else:
        first = say("groups-saved-withdrawn", signed=_signed(last))
    names = [_name_groups(one) if one.groups else "none" for one in earlier]
    before = [
        say("groups-saved-earlier", names=name, signed=_signed(one)) for name, one in zip(names, earlier, strict=True)
    ]
    return [first, say("groups-saved-before", entries=say("list-names").join(before))] if before else [first]


def _name_groups(saved: SavedDivision) -> str:
    """The names of the two groups, without the counties, which may be gone."""
    return say("groups-names-between").join(group.partition(".")[0] for group in saved.groups.split("_"))


def _signed(saved: SavedDivision) -> str:
    return say("groups-signed", by=saved.by, moment=moment_text(saved.at))


def stale_text(last: SavedDivision) -> str:
    """Why groups are not saved: another editor was quicker."""
    names = _name_groups(last) if last.groups else "none"
    return say("groups-stale", by=last.by, moment=moment_text(last.at), names=names)


def fault_text(error: GroupError) -> str:
    """What is wrong with the groups that an address or a request gives."""
    return say("groups-fault", reason=_reason(error))


def save_fault_text(error: GroupError) -> str:
    """Why groups are not saved for all readers, or not withdrawn."""
    return say("groups-save-fault", reason=_reason(error))


def _reason(error: GroupError) -> str:
    found = error.found if len(error.found) <= _MOST_FOUND else f"{error.found[:_MOST_FOUND]}…"
    return say("groups-faults", fault=error.fault, found=found, longest=GroupError.LONGEST_NAME)


def ignored_text(error: GroupError) -> str:
    """The same above a page, which is shown all the same."""
    return say("groups-ignored", fault=fault_text(error))
