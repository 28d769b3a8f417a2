"""The words of the first page."""

from collections.abc import Mapping, Sequence
from datetime import date

from datasets.overview.holding import GapMove, Holding
from datasets.overview.owed import Outcome
from datasets.overview.reach import Reach
from indicators.facilities.coverage_measures import format_standard
from indicators.gaps.gap_path import Assessment, IndicatorGap
from indicators.gaps.gaps import EQUALITY_LINE
from layouts.words.common import day_text, list_areas, share_text
from layouts.words.pages.atlas import percent_text
from layouts.words.pages.coverage import rounded_people_text
from locales import say, say_all
from locales.data import translate

LINE = f"{EQUALITY_LINE * 100:g}%"
SIGNS = {Assessment.REACHED: "●", Assessment.SENSITIVE: "◐", Assessment.SHORT: "○"}
NO_SIGN = "·"
_MOST_DEPARTMENTS = 3
_UNJUDGED = (Assessment.MISSING, Assessment.TOO_FEW, Assessment.UNDEFINED, Assessment.UNGROUPED)


def sign_meanings() -> list[str]:
    """What the signs of ``SIGNS`` stand for, and after them ``NO_SIGN``."""
    return [*say_all("overview-sign-meanings-").values()]


def method_text(focus: str, benchmark: str) -> str:
    """How the counts of the page come about."""
    return say("overview-method-text", focus=focus, benchmark=benchmark, line=LINE)


def goal_title(focus: str, benchmark: str) -> str:
    """Whose level is held against whose."""
    return f"{focus} ÷ {benchmark}"


def moves_title(title: str, focus: str, benchmark: str) -> str:
    """The heading of a card of gaps: which, and whose level is divided by whose."""
    return say("overview-of-ratio", text=title, ratio=goal_title(focus, benchmark))


def goal_finding(focus: str, benchmark: str, holding: Holding) -> str:
    """How many indicators hold the line."""
    groups = {"focus": focus, "benchmark": benchmark}
    if not holding.judged:
        return say("overview-none-judged", **groups)
    if holding.reached == holding.judged:
        return say("overview-all-hold", count=holding.judged, line=LINE, **groups)
    return say("overview-some-hold", count=holding.judged, reached=holding.reached, line=LINE, **groups)


def goal_change(holding: Holding, year: int, before: int | None) -> str:
    """How the count moved, over the indicators that both years judge."""
    if before is None or not holding.both:
        return say("overview-no-earlier") if holding.judged else ""
    moved = holding.moved
    told = say(
        "overview-moved",
        earlier=before,
        then=holding.before,
        later=year,
        now=holding.after,
        way="up" if moved > 0 else "down" if moved else "same",
        count=abs(moved),
    )
    return told if holding.both == holding.judged else say("overview-of-both", count=holding.both, moved=told)


def needs_text(missing: Sequence[str]) -> str:
    """What is needed for a judgement."""
    return say("overview-needs", areas=list_areas(missing) if missing else "none")


def domain_count(holding: Holding) -> str:
    """How many of a domain hold the line."""
    if not holding.judged:
        return "—"
    return f"{holding.reached}/{holding.judged}"


def domain_sentence(holding: Holding) -> str:
    """The same in a table, where two numbers with a stroke would be read as a date."""
    return say("overview-of-domain", judged=holding.judged, reached=holding.reached)


def domain_change(holding: Holding, before: int | None) -> str:
    """By how many the count of a domain moved since the earlier year."""
    if before is None or not holding.both:
        return "—"
    moved = holding.moved
    return say("overview-plus", count=moved) if moved > 0 else f"−{-moved}" if moved else say("overview-same")


def domain_change_title(before: int | None) -> str:
    """The heading of the column of changes."""
    return say("overview-since", year=before or "none")


def move_text(move: GapMove, year: int, before: int | None, as_whole: bool) -> str:
    """How the levels are averaged, unless a region is compared ``as_whole``, and the earlier ratio."""
    if move.earlier_ratio is None or before is None:
        years = say("overview-in-year", year=year)
    else:
        years = say("overview-from-to", earlier=before, ratio=percent_text(move.earlier_ratio), later=year)
    if as_whole or not move.now.gap:
        return years
    return say("list-facts").join((say("common-averaging-names", averaging=move.now.gap.averaging_in_words), years))


def map_pair_text(name: str, year: int, before: int | None) -> str:
    """What a pair of small maps shows."""
    return say("overview-map-pair", name=name, earlier=before or "none", later=year)


def unjudged_text(counts: Mapping[Assessment, int]) -> str:
    """What is listed but not judged, and why."""
    parts = [say("overview-unjudged-for", reason=one, count=counts[one]) for one in _UNJUDGED if counts.get(one)]
    return say("overview-unjudged", reasons=say("list-names").join(parts)) if parts else ""


def targets_text(counts: Mapping[Outcome, int], year: int) -> str:
    """What became of all targets, in one sentence."""
    named = [
        say("overview-counted", what=say("overview-outcomes", outcome=one), count=counts[one])
        for one in Outcome
        if counts.get(one)
    ]
    return say("overview-targets-by", year=year, count=sum(counts.values()), outcomes=say("list-names").join(named))


def owing_text(owing: Sequence[tuple[str, int]], lacking: Sequence[tuple[str, int]]) -> str:
    """Which departments answer for most of what was not reached in time; else, for most of what has no figure."""
    rows = [
        say("overview-counted", what=translate(name) or say("targets-no-department"), count=count)
        for name, count in (owing or lacking)[:_MOST_DEPARTMENTS]
    ]
    listed = say("list-names").join(rows)
    return say("overview-owing", is_late=bool(owing), departments=listed) if listed else ""


def reach_parts(one: Reach) -> tuple[str, str, str]:
    """A type, how many people live outside its standard with their share, and the standard."""
    share = share_text(one.outside / one.residents * 100 if one.residents else 0.0)
    people = say("overview-people-share", people=rounded_people_text(one.outside), share=share)
    return one.type.name, people, say("overview-beyond", distance=format_standard(one.type))


def published_text(number: int, when: date, changes: tuple[int, int, int]) -> str:
    """What a version changed against the one before it: rows added, changed and removed."""
    rows = dict(zip(("added", "changed", "removed"), (f"{count:,}" for count in changes), strict=True))
    return say("overview-published", number=number, day=day_text(when), **rows)


def sign_text(one: IndicatorGap) -> str:
    """What a sign stands for: an indicator and its verdict."""
    return say("overview-sign", indicator=one.indicator.name, verdict=verdict_text(one))


def verdict_text(one: IndicatorGap) -> str:
    """The verdict of an indicator."""
    return say("gap-assessments", assessment=one.assessment)


def change_since(change: str, before: int | None) -> str:
    """A change with the year that it is since; empty without one."""
    return say("overview-change-since", since=domain_change_title(before), change=change) if before else ""


def sheet_subtitle(year: int, before: int | None) -> str:
    """What stands below the title of the sheet: what it is held against."""
    return say("overview-sheet-subtitle", year=year, before=before or "none")


def maps_note(year: int, before: int | None) -> str:
    """How the pairs of small maps on the sheet are read."""
    return say("overview-maps-note", earlier=before or "none", later=year)
