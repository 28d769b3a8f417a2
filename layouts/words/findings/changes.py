"""What the years say: what became of the gap between two groups, or how many areas rose and fell."""

from typing import Any

from indicators.definition import Direction
from indicators.findings.changes import Changes, GapChange
from layouts.words.common import plain_number
from layouts.words.findings.values import Named
from layouts.words.pages.atlas import percent_text
from locales import say


def describe_gap_change(found: GapChange, names: tuple[str, str], direction: Direction, as_whole: bool = False) -> str:
    """The ratio of the first and of the last year, and what became of the gap; ``names`` are the two groups'.

    ``as_whole`` says that the region is compared as a whole: nothing is averaged then.
    """
    told = name_ratios(found, names, direction, as_whole)
    before, after = (plain_number(told[end].removesuffix("%")) / 100 for end in ("before", "after"))
    return say("findings-gap-change", course=found.course(before, after), **told)


def name_ratios(
    found: GapChange, names: tuple[str, str], direction: Direction, as_whole: bool = False
) -> dict[str, Any]:
    """The values of the messages that tell how a ratio moved."""
    before, after = percent_text(found.before, found.after), percent_text(found.after, found.before)
    return {
        "first": found.first,
        "last": found.last,
        "focus": names[0],
        "benchmark": names[1],
        "direction": direction,
        "way": "same" if before == after else "up" if found.after > found.before else "down",
        "before": before,
        "after": after,
        "averaging": "none" if as_whole else found.averaging,
    }


def describe_changes(found: Changes | None, named: Named, years: list[int]) -> str:
    """How many areas rose and fell between the first and the last year; the few that went the other way are named."""
    if found is None:
        return say("chart-single-year", year=years[0]) if years else say("findings-no-comparison")
    told = {
        "first": found.first,
        "last": found.last,
        "level": named.level,
        "remarks": named.remarks(found.known, found.unknown, found.small, found.redrawn),
    }
    held = {"higher": found.higher, "lower": found.lower, "same": found.same}
    known = {way: codes for way, codes in held.items() if codes}
    if not known:
        return say("findings-none-comparable", **told)
    if len(known) == 1:
        return say("findings-all-moved", count=found.known, way=next(iter(known)), **told)
    parts = [
        say(
            "findings-moved-part",
            number=len(codes),
            way=way,
            names=named.list_some(codes) if len(codes) < found.known / 2 else "none",
        )
        for way, codes in known.items()
    ]
    return say("findings-moved", count=found.known, parts=say("list-names").join(parts), **told)
