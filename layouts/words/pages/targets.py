"""The words of the page of targets."""

from collections.abc import Sequence
from itertools import pairwise

from indicators.definition import Indicator
from indicators.gaps.small_counts import FEWEST
from indicators.policy.index import FULL
from indicators.policy.ledger import PolicyTarget
from indicators.policy.progress import Status, TargetProgress
from indicators.policy.statements import Statement
from layouts.words.common import (
    MOST_MORE,
    break_text,
    number,
    number_beside,
    plain_number,
    printed_difference,
)
from layouts.words.small_counts import count_text, unjudged_text
from locales import say

_NAMED = 3  # of the figures that a department's targets lack


def index_text(weights: dict[str, float], minimum: float, missing: int, small: int, total: int) -> str:
    """How the index is made, what is missing, and what its range means."""
    shares = say("list-names").join(f"{name}{weight / sum(weights.values()):.0%}" for name, weight in weights.items())
    lacking = say("targets-index-lacking", total=total, missing=missing, small=small, fewest=FEWEST)
    return say("targets-index-method", shares=shares, minimum=f"{minimum:.0%}", lacking=lacking)


def shade_texts(edges: tuple[float, ...]) -> list[str]:
    """The scores of each of the grounds that ``edges`` part, the lowest first, for their key."""
    inner = [f"{low:g} – <{high:g}" for low, high in pairwise(edges)]
    ends = [say("targets-score", score=text) for text in (f"<{edges[0]:g}", f"≥{edges[-1]:g}")]
    return [ends[0], *inner, ends[1]]


def points_text(points: float) -> str:
    """A score; only a full one is shown as 100."""
    return number_beside(points, 1, FULL)


def range_text(low: float, high: float) -> str:
    """Between which scores the total moves."""
    return f"{points_text(low)} – {points_text(high)}"


def domain_share(domain: str, share: float, parts: list[tuple[str, float]]) -> str:
    """A domain's part of the distance, and that of each of its indicators, the furthest behind first."""
    lines = [f"{name} {points:+.2f}" for name, points in sorted(parts, key=lambda part: part[1])]
    score = say("targets-score-of", domain=domain, score=f"{share:+.1f}")
    return "<br>".join([f"<b>{score}</b>", *lines])


def deadline_text(target: PolicyTarget) -> str:
    """The deadline, or the years of a yearly duty."""
    return say("targets-due", is_yearly=target.yearly, year=target.deadline)


def requirement(target: PolicyTarget) -> str:
    """What is asked for: comparator, value and unit."""
    comparator = say("common-comparators", comparator=target.comparator.name.lower())
    if target.is_state:
        return comparator
    return f"{comparator} {break_text(target.value)} {target.unit}{range_of_about(target)}"


def range_of_about(target: PolicyTarget) -> str:
    """The range that counts as "about" the value of a target; nothing for other targets."""
    low, high = target.criterion.edge, target.criterion.ceiling
    if low is None or high is None:
        return ""
    return say("targets-about", low=break_text(low), high=break_text(high))


def value_text(target: PolicyTarget, value: float | None, decimals: int, missing: str) -> str:
    """A value beside its target; a state as yes or no."""
    if value is None:
        return missing
    if target.is_state:
        return say("common-yes") if target.criterion.is_met_by(value) else say("common-no")
    return f"{beside_target(target, value, decimals)} {target.unit}{_side_of_band(target, value)}"


def beside_target(target: PolicyTarget, value: float, decimals: int) -> str:
    """A value with as many decimals as keep it on its side of the target: 98.96 is no 99.0 beside "99 or more"."""
    met = target.criterion.is_met_by(value)
    texts = [number(value, places) for places in range(decimals, decimals + MOST_MORE)]
    return next((text for text in texts if target.criterion.is_met_by(plain_number(text)) == met), texts[-1])


def lacking_text(target: PolicyTarget, value: float, decimals: int) -> str:
    """How far a value is from its target, formed from both as they are printed: beside them it adds up."""
    edge = target.criterion.ceiling if target.criterion.is_beyond(value) else target.criterion.edge
    return printed_difference(
        beside_target(target, value, decimals), break_text(target.value if edge is None else edge)
    )


def _side_of_band(target: PolicyTarget, value: float) -> str:
    """On which side of what "about" allows a value lies."""
    if target.criterion.ceiling is None or target.criterion.is_met_by(value):
        return ""
    return say("targets-off-band", is_above=target.criterion.is_beyond(value))


def status_text(status: Status, firm: bool) -> str:
    """A status; one that is not firm is by the letter of the target, and says so."""
    named = say("common-statuses", status=status)
    return named if firm else say("targets-by-letter", status=named)


def folded_text(count: int) -> str:
    """How many targets are not listed, and where they are."""
    return say("targets-not-listed", count=count, status=say("common-statuses", status=Status.NO_DATA))


def left_out_text(count: int) -> str:
    """How many targets a picture leaves out; "" if none."""
    return say("targets-left-out", count=count) if count else ""


def holder_row(department: str, articles: Sequence[int], lacking: Sequence[Indicator]) -> tuple[str, ...]:
    """A department's targets without figures: how many, in which articles, what is lacking, and where it is kept."""
    listed = say("list-names").join(str(article) for article in sorted(set(articles)))
    names = list(dict.fromkeys(one.name for one in lacking))
    sources = list(dict.fromkeys(one.source for one in lacking))
    count, where = say("targets-count", count=len(articles)), say("targets-articles", articles=listed)
    return department, count, where, _name_some(names), _name_some(sources)


def _name_some(texts: Sequence[str]) -> str:
    named = say("list-names").join(texts[:_NAMED])
    return say("targets-and-others", names=named, count=len(texts)) if len(texts) > _NAMED else named


def stated_mark(status: Status) -> str:
    """A status in a list that rests on what a source said."""
    return say("targets-stated-mark", status=say("common-statuses", status=status))


def stated_text(status: Status, said: Statement) -> str:
    """A status that rests on what a source said, and on no figure."""
    return say("targets-stated-status", status=say("common-statuses", status=status), year=said.year)


def quote_statement(said: Statement) -> str:
    """What was said of a target, and by whom."""
    return say("targets-quote", text=said.text, source=said.source)


def statement_text(said: Statement) -> str:
    """What was said of a target, of which year and by whom."""
    text = say("list-parts").join(filter(None, (said.text, said.note)))
    return say("targets-statement", year=said.year, text=text, source=said.source)


def progress_text(progress: TargetProgress) -> str:
    """An area's status; where its value rests on too few events, by the letter, with how many."""
    status = say("common-statuses", status=progress.status)
    if progress.is_firm or progress.basis is None:
        return status
    return say(
        "targets-progress", status=status, count=count_text(progress.basis), unjudged=unjudged_text(progress.basis)
    )


def sign_text(progress: TargetProgress) -> str:
    """A status in a cell of the grid; one by the letter with the number of events it rests on."""
    if progress.is_firm or progress.basis is None:
        return say("chart-status-signs", status=progress.status)
    return say("targets-sign", sign=say("chart-status-signs", status=progress.status), count=count_text(progress.basis))


def reached_text(reached: int, areas: int, small: int) -> str:
    """How many areas reach a target, and how many rest on too few events to be counted."""
    return say("targets-reached", reached=reached, areas=areas, small=small)
