"""What the page of a county says as a whole: against the others, against earlier years, in the country."""

from collections.abc import Mapping, Sequence
from typing import Any

from indicators.definition import Indicator
from indicators.findings.standings import Courses, Standing
from indicators.profile import CityComparison, Course, FigureChange
from layouts.words.common import number, printed_difference
from layouts.words.findings.values import MOST_NAMED
from layouts.words.pages.county import value_text
from locales import say

_JUDGED = (CityComparison.BETTER, CityComparison.SIMILAR, CityComparison.WORSE)
_MOVED = (Course.BETTER, Course.WORSE, Course.SAME)


def describe_standing(found: Standing) -> str:
    """How many figures are better than the city's, near and worse, and where the county is first or last."""
    counts = {verdict: found.counts[verdict] for verdict in _JUDGED if found.counts[verdict]}
    left = found.counts[CityComparison.UNJUDGED]
    if counts:
        told = _describe_verdicts(counts) + _count_unjudged(left)
    else:
        told = say("findings-standing-unjudged", count=left) if left else ""
    ends = {"first": found.first, "last": found.last}
    texts = [
        say("findings-standing-end", end=end, **_list_names([one.name for one in own]))
        for end, own in ends.items()
        if own
    ]
    return say("list-parts").join(filter(None, [told, *texts]))


def _describe_verdicts(counts: Mapping[CityComparison, int]) -> str:
    judged = sum(counts.values())
    if len(counts) == 1:
        return say("findings-standing-only", count=judged, comparison=next(iter(counts)))
    parts = [say("findings-standing-part", count=count, comparison=verdict) for verdict, count in counts.items()]
    return say("findings-standing", count=judged, parts=say("list-names").join(parts))


def _count_unjudged(left: int) -> str:
    return say("findings-unjudged", count=left) if left else ""


def _list_names(names: Sequence[str]) -> dict[str, Any]:
    """The values of ``findings-some-items``."""
    return {
        "names": say("list-names").join(names[:MOST_NAMED]),
        "more": len(names) > MOST_NAMED,
        "count": len(names),
    }


def describe_courses(found: Courses) -> str:
    """How many key figures got better, worse, or stayed; what is not judged is counted."""
    counts = {course: count for course in _MOVED if (count := found.counts[course])}
    left = {
        "unjudged": found.counts[Course.UNJUDGED],
        "unclear": found.counts[Course.UNCLEAR],
        "alone": found.alone,
    }
    texts = [say("findings-courses-left", reason=reason, count=count) for reason, count in left.items() if count]
    rest = say("list-names").join(texts)
    if not counts:
        return say("findings-courses-unjudged", count=sum(left.values()), rest=rest) if rest else ""
    told = {
        "year": found.first[0] if len(found.first) == 1 else "several",
        "count": sum(counts.values()),
        "rest": rest or "none",
    }
    if len(counts) == 1:
        return say("findings-courses-only", course=next(iter(counts)), **told)
    parts = [say("findings-courses-part", count=count, course=course) for course, count in counts.items()]
    return say("findings-courses", parts=say("list-names").join(parts), **told)


def describe_change(change: FigureChange, indicator: Indicator) -> str:
    """By how much a figure differs from its first year's, formed from both as they are printed; its unit stands by."""
    before, after = (value_text(indicator, value) for value in (change.before, change.after))
    told = {"year": change.first, "course": change.course}
    if change.course is Course.UNCLEAR:
        return say("findings-change-unclear", year=change.first)
    if before == after:
        return say("findings-change-none", year=change.first)
    if indicator.yes_no:
        return say("findings-change-state", before=before, **told)
    difference = printed_difference(before, after)
    if indicator.unit == "%":
        difference = say("findings-change-points", difference=difference)
    way = "higher" if change.after > change.before else "lower"
    return say("findings-change", way=way, difference=difference, **told)


def describe_places(percentiles: Mapping[str, float], left: int) -> str:
    """Of which share of the country's counties a figure is better: how many of more than half, the best and the worst.

    ``percentiles`` are by the names of what can be judged; ``left`` figures cannot.
    """
    if not percentiles:
        return say("findings-places-none", count=left) if left else ""
    rest, shown = _count_unjudged(left), {name: f"{value:.0f}%" for name, value in percentiles.items()}
    if len(shown) == 1:
        ((name, share),) = shown.items()
        return say("findings-places-only", name=name, share=share, rest=rest)
    top, bottom = (_list_alike(shown, of) for of in (max(percentiles.values()), min(percentiles.values())))
    ends = top if top == bottom else say("findings-places-ends", top=top, bottom=bottom)
    ahead = sum(value > 50 for value in percentiles.values())
    return say("findings-places", count=len(shown), ahead=ahead, rest=rest, ends=ends)


def _list_alike(shown: Mapping[str, str], percentile: float) -> str:
    share = f"{percentile:.0f}%"
    names = [name for name, text in shown.items() if text == share]
    return say("findings-places-alike", share=share, **_list_names(names))


def describe_alike(county: str, distances: Mapping[str, float]) -> str:
    """Which county is most like the one of the page; ``distances`` are by name."""
    shown = {name: number(value, 2) for name, value in distances.items()}
    least = shown[min(distances, key=distances.__getitem__)]
    names = [name for name, text in shown.items() if text == least]
    return say("findings-alike", county=county, names=say("list-names").join(names), distance=least)
