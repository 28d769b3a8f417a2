"""The words of the gap page."""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any

from indicators.definition import Direction, Indicator, ValueKind, Variable
from indicators.gaps.gap_path import Assessment, BenchmarkFall, Crossing, CrossingStatus, IndicatorGap
from indicators.gaps.gaps import Averaging, reaches_line
from indicators.gaps.small_counts import FEWEST, CountBasis, find_count_basis
from indicators.policy.ledger import PolicyTarget
from layouts.words.common import list_areas, notes_text, number, number_beside, share_text
from layouts.words.pages.atlas import percent_text, relative_text
from layouts.words.small_counts import count_text, groups_text, note_text, unjudged_text
from layouts.words.verdict_bounds import bounds_sentence, certainty_text, plausible_note
from locales import say

_FARTHEST = 50  # years: nothing is projected beyond


def averages_note() -> str:
    """What each average means."""
    meanings = [say("common-averaging-meant", averaging=averaging) for averaging in Averaging]
    return say("gap-averages-note", meanings=say("list-parts").join(meanings))


def mark_inverted(name: str, direction: Direction) -> str:
    """A name, which says so where lower is better and ratios are inverted."""
    return say("gap-inverted", name=name) if direction is Direction.LOWER else name


def assessment_counts(standings: Iterable[IndicatorGap]) -> list[tuple[Assessment, str]]:
    """Count indicators by assessment, in the order of ``Assessment``; assessments without indicators are left out."""
    assessments = [standing.assessment for standing in standings]
    return [
        (verdict, f"{say('gap-assessments', assessment=verdict)} {assessments.count(verdict)}")
        for verdict in Assessment
        if verdict in assessments
    ]


def left_out(counts: int, without: int) -> str:
    """How many indicators the overview does not show, and why."""
    return say("gap-left-out", counts=counts, without=without) if counts or without else ""


def level_text(indicator: Indicator, value: float | None, *beside: float) -> str:
    """A level with its unit, on its side of those ``beside`` it; of a state the share of counties that have it."""
    if value is None:
        return say("common-missing")
    number_text = level_number(indicator, value, *beside)
    return say("gap-state-level", share=number_text) if indicator.yes_no else f"{number_text} {indicator.unit}"


def level_number(indicator: Indicator, value: float, *beside: float) -> str:
    """The number in a text of ``level_text``."""
    return share_text(value * 100, 0) if indicator.yes_no else number_beside(value, indicator.decimals, *beside)


def value_text(indicator: Indicator, value: float | None) -> str:
    """A county's value with its unit."""
    if value is None:
        return say("common-missing")
    return (
        (say("common-yes") if value >= 0.5 else say("common-no")) if indicator.yes_no else level_text(indicator, value)
    )


def ratio_text(ratio: float | None) -> str:
    """A ratio as a percentage."""
    return "—" if ratio is None else percent_text(ratio)


def lacking(names: Iterable[str]) -> str:
    """Names the areas without a value."""
    return say("gap-lacking", areas=list_areas(names))


def assessment_text(standing: IndicatorGap, missing: list[str]) -> str:
    """The verdict of a row; ``missing`` are the names of the members without a value."""
    if missing and standing.assessment is Assessment.MISSING:
        return lacking(missing)
    return say("gap-assessments", assessment=standing.assessment)


def badge_text(standing: IndicatorGap) -> str:
    """Whether the assessment is the same under every way of averaging, or what is certain although members lack."""
    if standing.bounds:
        return certainty_text(standing.bounds)
    if standing.assessment is Assessment.SENSITIVE:
        return say("gap-sensitive")
    if standing.gap is None or standing.assessment not in (Assessment.REACHED, Assessment.SHORT):
        return "—"
    known = len(standing.gap.judged_ratios)
    return say("gap-robust") if known == len(Averaging) else say("gap-known-averages", count=known)


def assessment_sentence(
    standing: IndicatorGap, missing: list[str], focus: str, benchmark: str, as_whole: bool = False
) -> str:
    """The chosen indicator's verdict in one sentence, and what is certain of it although members lack a value.

    ``as_whole`` says that the region is compared as a whole, by one ratio.
    """
    assessment, groups = standing.assessment, {"focus": focus, "benchmark": benchmark}
    match assessment:
        case Assessment.MISSING if as_whole:
            return say("gap-verdict-lacking", areas=list_areas(missing))
        case Assessment.MISSING:
            return _missing_sentence(standing, missing, focus, benchmark)
        case Assessment.NOT_JUDGED:
            return say("gap-verdict-descriptive", areas=list_areas(missing) or "none")
        case Assessment.TOO_FEW:
            gap = standing.gap
            counts = groups_text(gap, dict(zip(gap.levels, (focus, benchmark), strict=True))) if gap else "none"
            return say("gap-verdict-few", counts=counts, fewest=FEWEST)
        case Assessment.REACHED | Assessment.SHORT if as_whole:
            return say("gap-whole-verdict", assessment=assessment, **groups)
        case _:
            return say("gap-verdicts", assessment=assessment, badge=badge_text(standing), **groups)


def _missing_sentence(standing: IndicatorGap, missing: list[str], focus: str, benchmark: str) -> str:
    areas, bounds = list_areas(missing), standing.bounds
    if bounds is None:
        return say("gap-verdict-unknown", areas=areas)
    certain = [bounds_sentence(bounds, standing.indicator, missing, focus, benchmark), plausible_note(bounds)]
    return say("gap-verdict-bounds", areas=areas, bounds=say("list-sentences").join(filter(None, certain)))


def formula_text(numerator: Variable, denominator: Variable | None, per: float) -> str:
    """The formula in the variables' names."""
    if denominator is None:
        return numerator.name
    return f"{numerator.name} ÷ {denominator.name}" + (f" × {per:g}" if per != 1 else "")


def kinds_text(kinds: Iterable[ValueKind]) -> str:
    """Kinds of values in words."""
    return say("list-names").join(say("common-kinds", kind=kind) for kind in kinds) or say("common-missing")


def crossing_text(crossing: Crossing, deadline: int | None) -> str:
    """When the 80 % line is crossed, or why that cannot be projected; ``deadline`` is the policy's last year."""
    change = _change_text(crossing.yearly)
    match crossing.status:
        case CrossingStatus.TOO_FEW:
            return say("gap-crossing-few")
        case CrossingStatus.NOT_RISING:
            return say("gap-crossing-not-rising", first=crossing.first_year, last=crossing.last_year, change=change)
        case CrossingStatus.REACHED:
            return say("gap-crossing-reached", last=crossing.last_year, since=crossing.since)
    late = crossing.year > deadline if deadline and crossing.year else "unknown"
    if crossing.year and crossing.last_year and crossing.year - crossing.last_year > _FARTHEST:
        return say("gap-crossing-slow", change=change, late=late, deadline=deadline)
    return say("gap-crossing-expected", year=crossing.year, change=change, late=late, deadline=deadline)


def _change_text(yearly: float | None) -> str:
    points = (yearly or 0) * 100
    return f"{points:+.{1 if abs(points) >= 0.1 else 2}f}".replace("-", "−")


def fall_numbers(fall: BenchmarkFall, indicator: Indicator) -> tuple[tuple[str, str], tuple[str, str]]:
    """The ratios and the numbers of the benchmark's levels before and after: never alike, for they moved."""
    (old, new), (before, after) = fall.ratio, fall.benchmark
    return (
        (percent_text(old, new), percent_text(new, old)),
        (level_number(indicator, before, after), level_number(indicator, after, before)),
    )


def fall_text(fall: BenchmarkFall, indicator: Indicator, focus: str, benchmark: str) -> str:
    """That a ratio rose because the benchmark group became worse."""
    (old, new), (before, after) = fall_numbers(fall, indicator)[0], fall.benchmark
    return say(
        "gap-fall",
        direction=indicator.direction,
        improved=fall.focus_improved,
        start=fall.start,
        end=fall.end,
        old=old,
        new=new,
        before=level_text(indicator, before, after),
        after=level_text(indicator, after, before),
        focus=focus,
        benchmark=benchmark,
    )


def unknown_years_text(lacking_by_year: dict[int, list[str]]) -> str:
    """The years without a ratio, each with the areas that lack a value."""
    texts = [say("gap-year-lacking", year=year, areas=list_areas(names)) for year, names in lacking_by_year.items()]
    return say("list-parts").join(texts)


def small_years_text(years: list[int]) -> str:
    """The years whose ratios rest on too few events."""
    dated = say("list-names").join(say("county-dated", year=year) for year in years)
    return say("gap-years-few", years=dated) if years else ""


def basis_cell(indicator: Indicator, row: Any) -> str:
    """What a county's value rests on; ``row`` as for ``county_row``."""
    return note_text(find_count_basis(indicator, row.value, row.numerator, row.denominator), indicator.decimals) or "—"


def origin_text(name: str, kind: ValueKind, source: str, note: str) -> str:
    """Where an area's value comes from."""
    return say("gap-origin", name=name, kind=kind, source=source, note=notes_text([note]) or "none")


def year_head(year: int, missing: list[str], small: Sequence[str]) -> str:
    """A year at the head of a column, with who lacks a value, or that some values rest on too few events."""
    if missing:
        return say("gap-year-head-lacking", year=year, areas=list_areas(missing))
    return say("gap-year-head-few", year=year) if small else say("county-dated", year=year)


def reference_text(
    levels: tuple[str, str],
    ratio: float | None,
    names: tuple[str, str],
    direction: Direction,
    rests: CountBasis | None = None,
) -> str:
    """The two levels of the year and how they compare; ``names`` and ``levels``: the region's, then the other one's.

    Where the region's level rests on too few events (``rests``), nothing is compared.
    """
    told = {"region": names[0], "level": levels[0], "reference": names[1], "beside": levels[1]}
    if ratio is None:
        return say("gap-reference-levels", **told)
    if rests and rests.is_small:
        return say("gap-reference-few", count=count_text(rests), unjudged=unjudged_text(rests), **told)
    compared = relative_text(names, ratio, direction)
    return say("gap-reference-compared", compared=compared, reached=reaches_line(ratio), **told)


def county_row(row: Any, indicator: Indicator) -> list[str]:
    """A county's cells; ``row`` has the fields of a record, NaN where there is no value."""
    if isnan(row.value):
        return ["—", "—", "", say("common-missing"), amount_text(row.numerator), amount_text(row.denominator)]
    parts = [amount_text(row.numerator), amount_text(row.denominator)]
    kind = say("common-kinds", kind=row.kind)
    return [kind, row.source, notes_text([row.note]), value_text(indicator, row.value), *parts]


def amount_text(value: float) -> str:
    """A count as it is: thousands separated, decimals only where it has them."""
    return "—" if isnan(value) else f"{value:,.10g}" if value % 1 and abs(value) < 1000 else number(value, 0)


def clauses_text(entries: Iterable[PolicyTarget]) -> str:
    """The clauses that set the line."""
    return say("list-parts").join(f"“{target.clause}”" for target in entries)
