"""Sentences of a pack about the gap: levels, ratio, its change, and the counties at both ends.

Judgements are those of the screen (``gap_headline``, ``assessment_text``): where it holds back, so do these. Each
number is quoted from a cell of the pack's data sheets.
"""

from collections.abc import Collection, Mapping

from indicators.definition import Direction, Indicator
from indicators.gaps.gap_path import Assessment, BenchmarkFall, IndicatorGap
from indicators.gaps.gaps import Averaging, Gap
from layouts.pack_terms import Quoted, Sentence, SheetId, quote_row
from layouts.words.common import printed_difference
from layouts.words.pages import gap as gap_page
from layouts.words.pages.atlas import excess_text, gap_headline, percent_text, points_short
from layouts.words.small_counts import SMALL, sample_intervals, sample_intervals_text
from layouts.words.verdict_bounds import certainty_text
from locales import say


def count_assessments(counts: Mapping[Assessment, int], year: int, focus: str, benchmark: str) -> Sentence:
    """How many indicators got each assessment against the 80 % line; ``focus`` and ``benchmark`` are names."""
    named = {say("gap-assessments", assessment=one): counts[one] for one in Assessment if counts.get(one)}
    total = sum(named.values())
    listed = "、".join(f"{name} {count} 项" for name, count in named.items())
    text = f"{year}年，以{benchmark}的80%为线看{focus}：{total} 项指标中，{listed}。"
    return Sentence(
        text, quote_category_counts(say("document-counted-verdicts"), year, {say("document-total"): total} | named)
    )


def quote_category_counts(what: str, year: int, counts: Mapping[str, int]) -> tuple[Quoted, ...]:
    """Counts by category, quoted from the sheet of counts."""
    return tuple(Quoted(str(n), SheetId.COUNTS, (what, year, category), "count") for category, n in counts.items())


def describe_gap(
    found: IndicatorGap, year: int, names: Mapping[str, str], focus: str, as_whole: bool = False
) -> Sentence:
    """Both groups' levels and what their gap comes to; ``names`` maps groups and counties to names of that year.

    ``as_whole`` says that the region is compared as a whole: nothing is averaged then.
    """
    indicator, gap, start = found.indicator, found.gap, f"{year}年{found.indicator.name}："
    if gap is None:
        return Sentence(f"{start}该年没有任何县的数据。")
    head = gap_headline(gap, dict(names), focus, indicator.direction, as_whole)
    averaging = gap.averaging_in_words
    levels = _level_texts(indicator, gap, averaging)
    numbers = {column: _strip_unit(indicator, text) for _, column, text in levels}
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
    listed = "，".join(f"{names[group]} {text}" for group, _, text in levels)
    levels_text = f"{listed}{_averaging_text(averaging, as_whole)}；" if levels else ""
    certain = f"；{certainty_text(found.bounds)}" if found.bounds else ""
    sampled = sample_intervals_text(gap, names, indicator.decimals, as_whole)
    columns = dict(zip(gap.levels, ("focus", "benchmark"), strict=True))
    for group, ends in sample_intervals(gap, indicator.decimals).items():
        numbers |= dict(zip((f"{columns[group]}_low", f"{columns[group]}_high"), ends, strict=True))
    text = f"{start}{levels_text}{head['title']}，{head['detail']}{certain}。{sampled}"
    return Sentence(text, quote_row(SheetId.GAPS, (indicator.id, year), numbers))


def _averaging_text(averaging: Averaging, as_whole: bool) -> str:
    return "" if as_whole else f"（{say('common-averaging-names', averaging=averaging)}）"


def _level_texts(indicator: Indicator, gap: Gap, averaging: Averaging) -> list[tuple[str, str, str]]:
    """Group, column and text of each level that is known; the measured group stands first in a gap."""
    columns = dict(zip(gap.levels, (f"{averaging}_focus", f"{averaging}_benchmark"), strict=True))
    levels = {group: level.averages[averaging] for group, level in gap.levels.items()}
    known = {group: level for group, level in levels.items() if level is not None}
    return [(group, columns[group], gap_page.level_text(indicator, level)) for group, level in known.items()]


def _strip_unit(indicator: Indicator, text: str) -> str:
    """The number in a text that ``level_text`` made."""
    return text.removesuffix("的县") if indicator.yes_no else text.removesuffix(f" {indicator.unit}")


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
    key = found.indicator.id
    focus, benchmark = found.gap.levels
    lower = found.indicator.direction is Direction.LOWER
    share = f"按逆向指标折算为{names[benchmark]}水平的比例" if lower else f"为{names[benchmark]}的比例"
    start = f"与{first_year}年相比，{names[focus]}{share}"
    old, new = percent_text(before), percent_text(after)
    points, averaged = printed_difference(old, new), _averaging_text(averaging, as_whole)
    now = Quoted(new, SheetId.GAPS, (key, year), f"{averaging}_ratio")
    if float(points) == 0:
        return Sentence(f"{start}基本没有变化，仍为 {new}{averaged}。", (now,))
    verb = "上升" if after > before else "下降"
    then = Quoted(old, SheetId.GAPS, (key, first_year), f"{averaging}_ratio")
    moved = Quoted(points, SheetId.GAPS, (key, year), "change")
    text = f"{start}由 {old} 变为 {new}，{verb} {points} 个百分点{averaged}。"
    return Sentence(text, (then, now, moved))


def describe_benchmark_fall(
    fall: BenchmarkFall, indicator: Indicator, focus: str, benchmark: str, averagings: tuple[Averaging, Averaging]
) -> Sentence:
    """That a ratio rose because the benchmark group became worse; ``averagings`` are those of start and end."""
    numbers = []
    for column, pair in zip(("ratio", "benchmark"), gap_page.fall_numbers(fall, indicator), strict=True):
        for year, averaging, printed in zip((fall.start, fall.end), averagings, pair, strict=True):
            number = printed if column == "ratio" else _strip_unit(indicator, printed)
            numbers.append(Quoted(number, SheetId.GAPS, (indicator.id, year), f"{averaging}_{column}"))
    return Sentence(gap_page.fall_text(fall, indicator, focus, benchmark), tuple(numbers))


def describe_extremes(
    indicator: Indicator,
    year: int,
    values: Mapping[str, float | None],
    names: Mapping[str, str],
    small: Collection[str] = (),
) -> Sentence:
    """The highest and the lowest county, or how many have a state; who has no value is said. Codes key both maps.

    Those that are ``small`` rest on too few events to be compared.
    """
    known = {code: value for code, value in values.items() if value is not None}
    missing = [names[code] for code in values if code not in known]
    end = f"；{gap_page.lacking(missing)}的数据。" if missing else "。"
    start = f"{year}年{indicator.name}："
    if not known:
        return Sentence(f"{start}各县{say('common-missing')}。")
    if indicator.yes_no:
        return Sentence(f"{start}{_list_states(known, names)}{end}")
    known = {code: value for code, value in known.items() if code not in small}
    if not known:
        return Sentence(f"{start}各县{SMALL}，不作比较{end}")
    if small:
        end = f"；{'、'.join(names[code] for code in small)}{SMALL}，不作比较{end}"
    extremes = [("最高", max(known.values())), ("最低", min(known.values()))]
    alike = extremes[0][1] == extremes[1][1]
    parts, numbers = [], []
    for label, value in extremes[:1] if alike else extremes:
        codes = [code for code, own in known.items() if own == value]
        text = _strip_unit(indicator, gap_page.value_text(indicator, value))
        parts.append(f"{label}的是{'、'.join(names[code] for code in codes)}，{text} {indicator.unit}")
        numbers.append(Quoted(text, SheetId.VALUES, (indicator.id, year, codes[0]), "value"))
    if alike:
        parts = [f"{'其余各县' if small else '有数据的各县'}均为 {numbers[0].text} {indicator.unit}"]
    return Sentence(f"{start}{'；'.join(parts)}{end}", tuple(numbers))


def _list_states(known: Mapping[str, float], names: Mapping[str, str]) -> str:
    """Which counties have a state and which lack it."""
    by_state = {say("common-yes"): [names[code] for code in known if known[code] >= 0.5]}
    by_state[say("common-no")] = [names[code] for code in known if known[code] < 0.5]
    held = {state: counties for state, counties in by_state.items() if counties}
    if len(held) == 1:
        return f"有数据的各县均为“{next(iter(held))}”"
    return "；".join(f"为“{state}”的有{'、'.join(counties)}" for state, counties in held.items())
