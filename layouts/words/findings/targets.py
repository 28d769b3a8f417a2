"""What the charts of the targets page say: how many are late, where and whose."""

from collections.abc import Iterable, Mapping, Sequence

from indicators.definition import Domain
from indicators.policy.index import Score
from indicators.policy.progress import Status
from layouts.words.common import list_areas
from layouts.words.findings.values import MOST_NAMED, list_some
from layouts.words.pages.targets import points_text
from locales import say

_UNJUDGED = (Status.CANNOT_TELL, Status.TOO_FEW, Status.NO_DATA)

Counts = Mapping[str, Mapping[Status, int]]  # by a name how many targets have each status


def describe_missed(counts: Counts) -> str:
    """Which department has, or in which county are, most of the targets that were missed, and of how many."""
    if not counts:
        return ""
    missed = {name: own.get(Status.MISSED, 0) for name, own in counts.items()}
    most = max(missed.values())
    if not most:
        return say("findings-missed-none", unjudged=_count_unjudged(counts.values()))
    names = [name for name, count in missed.items() if count == most]
    listed = say("list-names").join(names)
    if len(names) > MOST_NAMED:
        listed = say("findings-some-more", name=names[0], count=len(names))
    total = sum(counts[names[0]].values()) if len(names) == 1 else "none"
    return say("findings-missed-most", names=listed, missed=most, total=total)


def _count_unjudged(counts: Iterable[Mapping[Status, int]]) -> int:
    return sum(own.get(status, 0) for own in counts for status in _UNJUDGED)


def describe_timeline(counts: Mapping[int, Mapping[Status, int]], year: int) -> str:
    """How many of the targets whose deadline has come were missed, and how many cannot be judged."""
    due = [own for deadline, own in counts.items() if deadline <= year]
    total = sum(sum(own.values()) for own in due)
    if not total:
        return say("findings-due-none", year=year)
    missed = sum(own.get(Status.MISSED, 0) for own in due)
    return say("findings-due", year=year, total=total, missed=missed, unjudged=_count_unjudged(due))


def describe_index(scores: Mapping[str, Score], names: Mapping[str, str]) -> str:
    """Who has the highest and the lowest total; who has none is said."""
    totals = {code: score.total for code, score in scores.items() if score.total is not None}
    if not totals:
        return say("findings-index-none")
    without = list_areas(names[code] for code in scores if code not in totals) or "none"
    shown = {code: points_text(total) for code, total in totals.items()}
    top, bottom = shown[max(totals, key=totals.__getitem__)], shown[min(totals, key=totals.__getitem__)]
    if top == bottom:
        return say("findings-index-alike", count=len(totals), points=top, without=without)
    high, low = (list_some([names[code] for code, text in shown.items() if text == edge]) for edge in (top, bottom))
    return say("findings-index", high=high, top=top, low=low, bottom=bottom, without=without)


def describe_index_gap(gap: Mapping[Domain, float], names: tuple[str, str]) -> str:
    """How far the two groups' mean totals are apart, and in which domain most; ``gap`` are the domains' parts."""
    if not gap:
        return ""
    total, (focus, benchmark) = sum(gap.values()), names
    points = f"{abs(total):.1f}"
    if float(points) == 0:
        return say("findings-index-near", focus=focus, benchmark=benchmark)
    lead = min(gap, key=gap.__getitem__) if total < 0 else max(gap, key=gap.__getitem__)
    return say(
        "findings-index-gap",
        way="lower" if total < 0 else "higher",
        focus=focus,
        benchmark=benchmark,
        points=points,
        domain=lead,
        part=f"{gap[lead]:+.1f}".replace("-", "−"),
    )


def list_edges(points: Sequence[float]) -> tuple[float, ...]:
    """Where scores get the next darker ground: four round steps below a full score, the first near the lowest one."""
    lowest = min(points, default=0.0)
    step = next((step for step in (1, 2, 3, 4, 5, 10) if 100 - 5 * step <= lowest), 20)
    return tuple(float(100 - step * count) for count in (4, 3, 2, 1))
