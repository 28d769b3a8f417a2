"""Sentences of a pack about the gap: levels, ratio, its change, and the counties at both ends.

Judgements are those of the screen (``gap_headline``, ``assessment_text``): where it holds back, so do these. Each
number is quoted from a cell of the pack's data sheets.
"""

from collections.abc import Collection, Mapping

from indicators.definition import Direction, Indicator
from indicators.findings.changes import GapChange
from indicators.gaps.gap_path import Assessment, BenchmarkFall, IndicatorGap
from indicators.gaps.gaps import Averaging, Gap
from layouts.pack_terms import Quoted, Sentence, SheetId, quote_row
from layouts.words.common import printed_difference
from layouts.words.findings.changes import name_ratios
from layouts.words.pages import gap as gap_page
from layouts.words.pages.atlas import excess_text, gap_headline, percent_text, points_short
from layouts.words.small_counts import sample_intervals, sample_intervals_text
from layouts.words.verdict_bounds import certainty_text
from locales import say


def count_assessments(counts: Mapping[Assessment, int], year: int, focus: str, benchmark: str) -> Sentence:
    """How many indicators got each assessment against the 80 % line; ``focus`` and ``benchmark`` are names."""
    named = {say("gap-assessments", assessment=one): counts[one] for one in Assessment if counts.get(one)}
    total = sum(named.values())
    parts = [say("pack-assessment", assessment=one, count=counts[one]) for one in Assessment if counts.get(one)]
    text = say(
        "pack-assessments",
        year=year,
        focus=focus,
        benchmark=benchmark,
        count=total,
        parts=say("list-names").join(parts),
    )
    counted = {say("document-total"): total} | named
    return Sentence(text, quote_category_counts(say("document-counted-verdicts"), year, counted))


def quote_category_counts(what: str, year: int, counts: Mapping[str, int]) -> tuple[Quoted, ...]:
    """Counts by category, quoted from the sheet of counts."""
    return tuple(Quoted(str(n), SheetId.COUNTS, (what, year, category), "count") for category, n in counts.items())


def describe_gap(
    found: IndicatorGap, year: int, names: Mapping[str, str], focus: str, as_whole: bool = False
) -> Sentence:
    """Both groups' levels and what their gap comes to; ``names`` maps groups and counties to names of that year.

    ``as_whole`` says that the region is compared as a whole: nothing is averaged then.
    """
    indicator, gap = found.indicator, found.gap
    if gap is None:
        return Sentence(say("pack-gap-none", year=year, indicator=indicator.name))
    head = gap_headline(gap, dict(names), focus, indicator.direction, as_whole)
    averaging = gap.averaging_in_words
    levels = _list_levels(gap, averaging)
    numbers = {column: gap_page.level_number(indicator, level) for _, column, level in levels}
    ratio = gap.ratios[averaging]
    if found.is_judged and ratio is not None:
        if indicator.direction is Direction.LOWER and excess_text(ratio):
            numbers["excess"] = excess_text(ratio)
        numbers[f"{averaging}_ratio"] = percent_text(ratio)
        if head["tone"] == "below":
            numbers["points_short"] = points_short(ratio)
    if found.assessment is Assessment.TOO_FEW:
        numbers |= {
            column: f"{level.basis.events:,.0f}"
            for level, column in zip(gap.levels.values(), ("focus_events", "benchmark_events"), strict=True)
            if level.basis and level.basis.events is not None
        }
    listed = say("list-comma").join(
        f"{names[group]} {gap_page.level_text(indicator, level)}" for group, _, level in levels
    )
    if listed and not as_whole:
        listed = say("pack-averaged", levels=listed, averaging=averaging)
    text = say(
        "pack-gap",
        year=year,
        indicator=indicator.name,
        levels=listed or "none",
        title=head["title"],
        detail=head["detail"],
        certain=certainty_text(found.bounds) if found.bounds else "none",
    )
    sampled = sample_intervals_text(gap, names, indicator.decimals, as_whole)
    columns = dict(zip(gap.levels, ("focus", "benchmark"), strict=True))
    for group, ends in sample_intervals(gap, indicator.decimals).items():
        numbers |= dict(zip((f"{columns[group]}_low", f"{columns[group]}_high"), ends, strict=True))
    told = say("list-sentences").join(filter(None, [text, sampled]))
    return Sentence(told, quote_row(SheetId.GAPS, (indicator.id, year), numbers))


def _list_levels(gap: Gap, averaging: Averaging) -> list[tuple[str, str, float]]:
    """Group, column and level of each that is known; the measured group stands first in a gap."""
    columns = dict(zip(gap.levels, (f"{averaging}_focus", f"{averaging}_benchmark"), strict=True))
    levels = {group: level.averages[averaging] for group, level in gap.levels.items()}
    return [(group, columns[group], level) for group, level in levels.items() if level is not None]


def describe_change(
    found: IndicatorGap,
    year: int,
    first: IndicatorGap,
    first_year: int,
    names: Mapping[str, str],
    as_whole: bool = False,
) -> Sentence | None:
    """How the ratio moved since the first year; None where one of the two is not judged or was averaged otherwise."""
    if found.gap is None or first.gap is None or not (found.is_judged and first.is_judged):
        return None
    averaging = found.gap.averaging_in_words
    after, before = found.gap.judged_ratios.get(averaging), first.gap.judged_ratios.get(averaging)
    if after is None or before is None:
        return None
    key, (focus, benchmark) = found.indicator.id, found.gap.levels
    change = GapChange(first_year, year, before, after, averaging)
    told = name_ratios(change, (names[focus], names[benchmark]), found.indicator.direction, as_whole)
    now = Quoted(told["after"], SheetId.GAPS, (key, year), f"{averaging}_ratio")
    if told["way"] == "same":
        return Sentence(say("pack-change-none", **told), (now,))
    then = Quoted(told["before"], SheetId.GAPS, (key, first_year), f"{averaging}_ratio")
    moved = Quoted(printed_difference(told["before"], told["after"]), SheetId.GAPS, (key, year), "change")
    return Sentence(say("pack-change", points=moved.text, **told), (then, now, moved))


def describe_benchmark_fall(
    fall: BenchmarkFall, indicator: Indicator, focus: str, benchmark: str, averagings: tuple[Averaging, Averaging]
) -> Sentence:
    """That a ratio rose because the benchmark group became worse; ``averagings`` are those of start and end."""
    row, quoted = indicator.id, []
    for column, pair in zip(("ratio", "benchmark"), gap_page.fall_numbers(fall, indicator), strict=True):
        for year, averaging, text in zip((fall.start, fall.end), averagings, pair, strict=True):
            quoted.append(Quoted(text, SheetId.GAPS, (row, year), f"{averaging}_{column}"))
    return Sentence(gap_page.fall_text(fall, indicator, focus, benchmark), tuple(quoted))


def describe_extremes(
    indicator: Indicator,
    year: int,
    values: Mapping[str, float | None],
    names: Mapping[str, str],
    small: Collection[str] = (),
) -> Sentence:
    """The highest and the lowest county, or all that have a state; who has no value is said. Codes key both maps.

    Those that are ``small`` rest on too few events to be compared. Areas are never counted, as they are in the findings
    over charts: every number of a pack stands in a cell.
    """
    known = {code: value for code, value in values.items() if value is not None}
    told = {"year": year, "indicator": indicator.name}
    if not known:
        return Sentence(say("pack-extremes-unknown", **told))
    told |= {"missing": _list_names([code for code in values if code not in known], names), "small": "none"}
    if indicator.yes_no:
        return Sentence(say("pack-extremes", parts=_list_states(known, names), **told))
    firm = {code: value for code, value in known.items() if code not in small}
    if not firm:
        return Sentence(say("pack-extremes-small", **told))
    told["small"] = _list_names([code for code in small if code in known], names)
    ends = {"highest": max(firm.values()), "lowest": min(firm.values())}
    texts = {end: gap_page.level_number(indicator, value) for end, value in ends.items()}
    codes = {end: [code for code, own in firm.items() if own == value] for end, value in ends.items()}
    if ends["highest"] == ends["lowest"]:
        del texts["lowest"]
        parts = [say("pack-extremes-alike", rest=bool(small), value=texts["highest"], unit=indicator.unit)]
    else:
        parts = [
            say("pack-extreme", end=end, names=_list_names(codes[end], names), value=text, unit=indicator.unit)
            for end, text in texts.items()
        ]
    numbers = [
        Quoted(text, SheetId.VALUES, (indicator.id, year, codes[end][0]), "value") for end, text in texts.items()
    ]
    return Sentence(say("pack-extremes", parts=say("list-parts").join(parts), **told), tuple(numbers))


def _list_names(codes: Collection[str], names: Mapping[str, str]) -> str:
    return say("list-names").join(names[code] for code in codes) or "none"


def _list_states(known: Mapping[str, float], names: Mapping[str, str]) -> str:
    """Which counties have a state and which lack it."""
    by_state = {say("common-yes"): [code for code in known if known[code] >= 0.5]}
    by_state[say("common-no")] = [code for code in known if known[code] < 0.5]
    held = {state: codes for state, codes in by_state.items() if codes}
    if len(held) == 1:
        return say("pack-states-alike", state=next(iter(held)))
    parts = [say("pack-states", state=state, names=_list_names(codes, names)) for state, codes in held.items()]
    return say("list-parts").join(parts)
