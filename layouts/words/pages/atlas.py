"""The words of the atlas page, and its sentences about the gap."""

from collections.abc import Iterable, Mapping
from typing import Any

from datasets.analyses.national_context import PlaceOfFigure
from datasets.queries.query import IgnoredPart
from indicators.definition import Direction, Indicator
from indicators.gaps.gaps import EQUALITY_LINE, Averaging, Gap, reaches_line
from indicators.notes import JOINT
from indicators.policy.ledger import PolicyTarget
from indicators.thresholds import equals
from layouts.words.common import (
    list_areas,
    number,
    number_beside,
    printed_difference,
)
from layouts.words.pages.targets import requirement
from layouts.words.small_counts import groups_text, small_members
from locales import say, say_all

MOST_REMARKS = 4  # that a line below a map holds


def for_browser() -> dict[str, Any]:
    """What the browser writes itself, year by year: sent to it once."""
    subject = say("atlas-subject", name="{name}", unit="{unit}", when="{when}", where="{where}")
    return say_all("atlas-browser-") | {
        "subject": subject,
        "year": say("atlas-in-year", year="{year}"),
        "missing": say("common-missing"),
        "small": say("small-few"),
        "too_few": say("small-unjudged", known=True),
        "unknown_count": say("small-unjudged", known=False),
        "yes": say("common-yes"),
        "no": say("common-no"),
        "source": say("atlas-source-line", source="{source}"),
        "source_of_kind": say("atlas-source-of-kind", source="{source}", kind="{kind}"),
        "remark": say("atlas-remark", remark="{remark}"),
        "remarks_cut": say("atlas-remarks-cut", remark="{remark}", count="{count}"),
        "most_remarks": MOST_REMARKS,
        "note_sign": JOINT,
        "trend_redrawn": say("chart-redrawn"),
        "hint": say("atlas-select-hint"),
        "play": say("atlas-play"),
        "pause": say("atlas-pause"),
        "copied": say("atlas-copied"),
        "copy": say("atlas-copy-link"),
        "county_of": say("atlas-areas-of", level="county", name="{name}"),
        "township_of": say("atlas-areas-of", level="township", name="{name}"),
    }


def map_title(name: str, unit: str, year: int, level: str, place: str) -> str:
    """What a map shows, ``place`` the one whose areas they are; the browser writes it alike."""
    when, where = say("atlas-in-year", year=year), say("atlas-areas-of", level=level, name=place)
    return say("atlas-subject", name=name, unit=unit, when=when, where=where)


def open_text(below: Mapping[str, str], has_townships: bool) -> str:
    """What opens the place of a chosen county, of the divisions ``below``; "" where nothing does."""
    lengths = [str(len(prefix)) for prefix in below] or (["none"] if has_townships else [])
    return say("atlas-open-place", prefix=lengths[0]) if lengths else ""


def back_text(around: str | None) -> str:
    """What leads out of an opened place: to the one ``around`` it, or to the whole city."""
    return say("atlas-back", around=around or "none")


def source_line(sources: Iterable[str], kinds: Iterable[str], remarks: Iterable[str]) -> str:
    """Where the figures of a map come from, their kinds and the notes on them; the browser writes it alike."""
    source, kind = say("list-parts").join(sources) or "—", say("list-names").join(kinds)
    line = say("atlas-source-of-kind", source=source, kind=kind) if kind else say("atlas-source-line", source=source)
    remark = _join_remarks(list(remarks))
    return say("list-facts").join((line, say("atlas-remark", remark=remark))) if remark else line


def _join_remarks(remarks: list[str]) -> str:
    """The notes as one; of many the first ones, and how many there are."""
    remark = say("list-parts").join(remarks[:MOST_REMARKS])
    return remark if len(remarks) <= MOST_REMARKS else say("atlas-remarks-cut", remark=remark, count=len(remarks))


def caveat_text(indicator: Indicator, marks: str = "") -> str:
    """What a reader of a map has to know of its figures; "" where there is nothing. ``marks`` is of its areas."""
    if not indicator.caveat and not marks:
        return ""
    return say("atlas-caveat-line", caveat=say("list-sentences").join(filter(None, (indicator.caveat, marks))))


def before_text(year: int, ratio: float) -> str:
    """What stood in the first year, behind the verdict of a later one."""
    return say("atlas-before", year=year, percent=percent_text(ratio))


def gap_heading(focus: str, benchmark: str) -> str:
    """The heading of the gap chart; of a region without two groups only the counties."""
    is_grouped = focus != say("common-ungrouped")
    return say("atlas-gap-heading", is_grouped=is_grouped, focus=focus, benchmark=benchmark)


_FEW = 5  # as many choices as a notice can list


def lost_facilities(types: list[str], dataset: str) -> str:
    """Types of facility are no longer drawn because the dataset has no points of them."""
    listed = say("list-names").join(types[:_FEW])
    return say("atlas-lost-facilities", dataset=dataset, types=listed, more=len(types) - len(types[:_FEW]))


def ignored_texts(ignored: Iterable[IgnoredPart]) -> list[str]:
    """The parts of the address that were ignored, a sentence each."""
    return [
        say("atlas-ignored", part=part.name, found=part.found[:40], allowed=_allowed_text(part.allowed))
        for part in ignored
    ]


def _allowed_text(allowed: tuple[str, ...]) -> str:
    if allowed == ("—",):
        return say("atlas-nothing-allowed")
    return say("atlas-allowed", allowed=", ".join(allowed[:_FEW]), count=len(allowed), is_cut=len(allowed) > _FEW)


def target_text(target: PolicyTarget | None) -> str:
    """The target in one line: comparator, value, unit, deadline and the words that set it."""
    if target is None:
        return say("atlas-no-target")
    return say("atlas-target-line", requirement=requirement(target), year=target.deadline, clause=target.clause)


def gap_headline(
    gap: Gap, names: dict[str, str], focus: str, direction: Direction, as_whole: bool = False
) -> dict[str, str]:
    """What the gap of one year comes to: ``title``, ``detail`` and ``tone`` (above, below, split, unknown).

    ``names`` maps a group's key and a county's code to its name in that year. Without all members there is no
    verdict, nor with few events; where the readings disagree about the line, it says so. ``as_whole`` says that the
    region is compared as a whole, by one ratio.
    """
    known = gap.judged_ratios
    benchmark = next(key for key in gap.levels if key != focus)
    if gap.is_ungrouped and direction is not Direction.NEUTRAL:
        return {"title": say("common-ungrouped"), "detail": say("common-ungrouped-text"), "tone": "unknown"}
    if gap.missing or direction is Direction.NEUTRAL or not known:
        title, detail = _no_verdict(gap, names, focus if direction is Direction.LOWER else benchmark, direction)
        return {"title": title, "detail": detail, "tone": "unknown"}
    reading, ratio = next(iter(known.items()))
    title = relative_text((names[focus], names[benchmark]), ratio, direction)
    if not as_whole:
        title = say("atlas-with-averaging", text=title, averaging=say("common-averaging-names", averaging=reading))
    few = [small_members(names[code] for code in gap.small)] if gap.small else []
    reached = {of: reaches_line(value) for of, value in known.items()}
    if len(set(reached.values())) == 2:
        sides = (
            say("atlas-side", averaging=say("common-averaging-names", averaging=of), held=held)
            for of, held in reached.items()
        )
        return {"title": title, "detail": say("atlas-split", sides=say("list-names").join(sides)), "tone": "split"}
    if not reached[reading]:
        detail, tone = say("atlas-below", points=points_short(ratio)), "below"
    else:
        detail, tone = say("atlas-above", is_by_all=len(known) == len(Averaging)), "above"
    return {"title": title, "detail": say("list-parts").join([detail, *few]), "tone": tone}


def _no_verdict(gap: Gap, names: dict[str, str], divisor: str, direction: Direction) -> tuple[str, str]:
    """Why there is no verdict, in a title and a detail; ``divisor`` is the group that the other is divided by."""
    if gap.missing:
        return say("atlas-lacking", areas=list_areas(names[code] for code in gap.missing)), say("atlas-no-mean")
    if direction is Direction.NEUTRAL:
        return say("atlas-descriptive"), say("atlas-not-judged")
    if gap.is_small:
        return say("small-too-few"), groups_text(gap, names)
    return say("atlas-incomparable"), say("atlas-no-ratio", group=names[divisor])


def equality_line_text(line: float, decimals: int, yes_no: bool = False) -> str:
    """The label of a reading's 80 % line; of a state it is a share of the counties."""
    if yes_no:
        return say("chart-line-of-states", share=f"{line:.0%}")
    return say("atlas-equality-line", value=number(line, decimals + 1))


def relative_text(names: tuple[str, str], ratio: float, direction: Direction) -> str:
    """How a level compares with another, the one way it is said everywhere; ``names``: whose, and the one beside it.

    ``ratio`` is better the higher it is. Where lower is better it is folded: a reader who is told that the north "is
    74 % of the south" while its number is higher would be misled, so which one is higher is said first.
    """
    focus, benchmark = names
    if direction is not Direction.LOWER:
        return say("atlas-relative", focus=focus, benchmark=benchmark, percent=percent_text(ratio))
    side = "level" if equals(ratio, 1) else "above" if ratio < 1 else "below"
    return say(
        "atlas-relative-folded",
        side=side,
        focus=focus,
        benchmark=benchmark,
        excess=excess_text(ratio) or "none",
        percent=percent_text(ratio),
    )


def excess_text(ratio: float) -> str:
    """How far a level lies above or below the one beside it, from their folded ratio; "" where that cannot be told."""
    if equals(ratio, 1) or ratio <= 0:
        return ""
    return f"{number_beside(abs(1 / ratio - 1) * 100, 1, 0)}%"


def percent_text(ratio: float, *beside: float) -> str:
    """A ratio in per cent, with as many decimals as show on which side of the 80 % line, 100 % and others it lies."""
    edges = (EQUALITY_LINE * 100, 100, *(other * 100 for other in beside))
    return f"{number_beside(ratio * 100, 1, *edges).replace(',', '')}%"


def place_parts(one: PlaceOfFigure | None) -> str:
    """What ``in_country`` is filled with, in its order and parted by spaces; "" for what cannot be ranked."""
    if one is None or one.province is None or one.country is None:
        return ""
    alike = number(one.alike.mean, one.indicator.decimals) if one.alike else say("common-missing")
    return f"{one.province.rank} {one.province.of} {one.country.rank} {one.country.of} {alike}"


def points_short(ratio: float) -> str:
    """Percentage points from a ratio as it is printed to the line; never nothing, for it is printed on its side."""
    return printed_difference(percent_text(ratio), f"{EQUALITY_LINE * 100:g}")
