"""The words of a pack: headings, and sentences that rules make from figures, each number traced to its cell.

Judgements are those of the screen (``gap_headline``, ``verdict_text``, the statuses): where it holds back, so do these.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from indicators.definition import Direction, Indicator
from indicators.gaps.gap_path import Assessment, BenchmarkFall
from indicators.gaps.gap_path import IndicatorGap as GapStanding
from indicators.gaps.gaps import Averaging, Gap
from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status, TargetProgress
from indicators.profile import CountyComparison
from layouts.pack_terms import DocumentFormat, Quoted, Sentence, SheetId
from layouts.words.common import (
    AVERAGING_MEANINGS,
    AVERAGING_NAMES,
    MISSING,
    NO,
    STATUSES,
    YES,
    break_text,
    printed_difference,
)
from layouts.words.common import number as number_text
from layouts.words.pages import county as county_page
from layouts.words.pages import gap as gap_page
from layouts.words.pages import targets as targets_page
from layouts.words.pages.atlas import excess_text, gap_headline, percent_text, points_short
from layouts.words.small_counts import COUNT, HIGH, LETTER, LOW, SMALL, TOO_FEW, basis_text, unjudged_text

JUDGED = frozenset(
    {Assessment.REACHED, Assessment.SHORT, Assessment.SENSITIVE}
)  # verdicts; the others say why there is none

TITLE = "简报"
OUTPUTS = {
    DocumentFormat.PPTX: "PowerPoint 演示文稿",
    DocumentFormat.DOCX: "Word 报告",
    DocumentFormat.PDF: "PDF 文册",
    DocumentFormat.XLSX: "Excel 数据表",
    DocumentFormat.ZIP: "图片包",
}
SHEETS = {
    SheetId.VALUES: "数值",
    SheetId.GAPS: "南北差距",
    SheetId.COUNTIES: "县域位置",
    SheetId.TARGETS: "目标",
    SheetId.COUNTS: "计数",
    SheetId.SCENARIOS: "选址方案",
}
TRACES, ABOUT = "句子与出处", "说明"
TRACE_COLUMNS = ("章节", "句子", "句中数字", "完整数值", "出处（可点击）")
CONTENTS, FAILED, SOURCES = "目录", "未能生成的图", "来源"
OVERVIEW, GAP_TABLE, TARGET_TABLE = "总体判断", "南北差距一览", "目标完成情况"
TARGETS = "政策目标"
MADE_ON, MAKER, DATASET = "制作日期", "制图单位", "数据"
FIGURE, TABLE = "图", "表"
VALUES_TITLE, MEANS_TITLE, RANK = "数据", "两组县均值", "位次"
GAP_TABLE_NOTE = (
    "水平和比值为首个已知口径（一般为县均值）；逆向指标（越低越好）的比值按倒数折算；“稳健性”看三种口径的结论是否一致。"
)
CONTINUED = "（续）"
PICTURE_LISTING = "目录.txt"
COLLECTING = "正在整理数据"
DONE = "已完成"

VALUE_COLUMNS = {
    "domain": "领域",
    "indicator": "指标",
    "area_code": "代码",
    "area_name": "地区",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
    "kind": "性质",
    "source": "来源",
    "note": "备注",
}
TARGET_COLUMNS = {
    "article": "条",
    "subject": "目标",
    "required": "目标值",
    "met_from": "允许范围自",
    "met_to": "至",
    "unit": "单位",
    "scope": "范围",
    "deadline": "期限",
    "department": "牵头部门",
    "year": "截至年份",
    "area": "地区",
    "value": "数值",
    "status": "状态",
    "share": "走过的路程",
    "reached": "达到数",
    "areas": "应达数",
    "unknown": "暂无数据数",
    "few": f"{SMALL}数",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
    "letter": LETTER,
}
COUNTY_COLUMNS = {
    "indicator": "指标",
    "year": "年份",
    "area_name": "地区",
    "value": "数值",
    "rank": "位次",
    "counted": "有数据的县数",
    "city": "全市",
    "verdict": "与全市相比",
    "unit": "单位",
    "events": COUNT,
    "low": LOW,
    "high": HIGH,
}
COUNT_COLUMNS = {"what": "项目", "year": "年份", "category": "类别", "count": "数目"}
COUNTED_VERDICTS, COUNTED_STATUSES, TOTAL = "80%线判断（指标数）", "政策目标状态（目标数）", "合计"
WHOLE_TARGET = "整体"


def done(failed: Sequence[str]) -> str:
    """That a pack is made, and which of its pictures could not be."""
    return f"有 {len(failed)} 张图没有画成，文件里已注明：{'、'.join(failed)}" if failed else DONE


def gap_columns(focus: str, benchmark: str) -> dict[str, str]:
    """The columns of the sheet of gaps, for the names of the two groups."""
    levels = {
        f"{reading}_{group}": f"{name}（{AVERAGING_NAMES[reading]}）"
        for group, name in (("focus", focus), ("benchmark", benchmark))
        for reading in Averaging
    }
    ratios = {f"{reading}_ratio": f"比值（{AVERAGING_NAMES[reading]}）" for reading in Averaging}
    return {
        "indicator": "指标",
        "year": "年份",
        "unit": "单位",
        **levels,
        **ratios,
        "verdict": "80%线",
        "focus_events": f"{focus}{COUNT}",
        "benchmark_events": f"{benchmark}{COUNT}",
        "missing": "缺数据的成员",
        "excess": "逆向指标高于（负为低于）对照组的幅度",
        "points_short": "距80%线（百分点，首个已知口径）",
        "first_year": "对照年份",
        "change": "比值较对照年变化（百分点）",
        "direction": "方向",
    }


def counted_years(years: Sequence[int]) -> str:
    """The years that a pack speaks of."""
    return "、".join(f"{year}年" for year in years)


def subtitle(region: str, years: Sequence[int], of: str = "") -> str:
    """Below the pack's title: the region, a county or department, the years."""
    return "　".join(part for part in (region, of, counted_years(years)) if part)


def dated(today: date) -> str:
    """A day in full."""
    return f"{today.year}年{today.month}月{today.day}日"


def file_stem(region: str, title: str, years: Sequence[int]) -> str:
    """What the pack's files are called, without their endings."""
    return f"{region}_{title}_{'-'.join(map(str, years))}"


def dataset_line(dataset: str, version: str) -> str:
    """Dataset and version in one line."""
    return f"数据集：{dataset}（版本 {version}）"


def figure_caption(number: int, title: str) -> str:
    """The caption of a picture."""
    return f"{FIGURE}{number}　{title}"


def table_caption(number: int, title: str) -> str:
    """The caption of a table."""
    return f"{TABLE}{number}　{title}"


def drawing(title: str) -> str:
    """That a picture is being drawn."""
    return f"正在绘制：{title}"


def writing(document: str) -> str:
    """That a document is being written."""
    return f"正在写入{document}"


def failed_text(title: str, reason: str) -> str:
    """Instead of a picture that could not be drawn."""
    return f"未能生成：{title}（{reason}）"


def map_heading(indicator: Indicator, year: int) -> str:
    """The heading of an indicator's map."""
    return f"{indicator.name}，{year}年"


def gap_heading(indicator: Indicator, year: int, focus: str, benchmark: str) -> str:
    """The heading of an indicator's gap."""
    return f"{indicator.name}：{focus}与{benchmark}，{year}年"


def ranking_heading(indicator: Indicator, year: int) -> str:
    """The heading of the counties in order."""
    return f"{indicator.name}：各县数值，{year}年"


def trend_heading(indicator: Indicator) -> str:
    """The heading of an indicator's path."""
    return f"{indicator.name}：历年走势"


def spine_heading(county: str, year: int) -> str:
    """The heading of a county's place among all."""
    return f"{county}在全市的位置，{year}年"


def heat_heading(domain: str, year: int) -> str:
    """The heading of a domain's targets by county."""
    return f"各县目标状态：{domain}，截至{year}年"


def county_table(county: str, year: int) -> str:
    """The heading of a county's figures."""
    return f"{county}主要指标，{year}年"


def county_targets(county: str, year: int) -> str:
    """The heading of a county's targets."""
    return f"{county}政策目标，截至{year}年"


def no_figures(indicator: Indicator, year: int) -> str:
    """That an indicator has no figure of any county in a year."""
    return f"{indicator.name}：{year}年各县{MISSING}，不作图。"


def gap_table_heads(focus: str, benchmark: str) -> tuple[str, ...]:
    """The columns of the table of gaps."""
    return (VALUE_COLUMNS["indicator"], focus, benchmark, gap_page.RATIO, gap_page.LINE, gap_page.COLUMNS["badge"])


def readings_explained() -> tuple[tuple[str, str], ...]:
    """What the readings of "average" mean, line by line."""
    return tuple((AVERAGING_NAMES[reading], AVERAGING_MEANINGS[reading]) for reading in Averaging)


def gap_sentence(standing: GapStanding, year: int, names: Mapping[str, str], focus: str) -> Sentence:
    """Both groups' levels and what their gap comes to; ``names`` maps groups and counties to names of that year."""
    indicator, gap, start = standing.indicator, standing.gap, f"{year}年{standing.indicator.name}："
    if gap is None:
        return Sentence(f"{start}该年没有任何县的数据。")
    head = gap_headline(gap, dict(names), focus, indicator.direction)
    reading, row = spoken_reading(gap), (indicator.id, year)
    levels, numbers = _levels(indicator, gap, reading, row, names)
    ratio = gap.ratios[reading]
    if standing.assessment in JUDGED and ratio is not None:
        if indicator.direction is Direction.LOWER and excess_text(ratio):
            numbers.append(Quoted(excess_text(ratio), SheetId.GAPS, row, "excess"))
        numbers.append(Quoted(percent_text(ratio), SheetId.GAPS, row, f"{reading}_ratio"))
        if head["tone"] == "below":
            numbers.append(Quoted(points_short(ratio), SheetId.GAPS, row, "points_short"))
    if standing.assessment is Assessment.TOO_FEW:
        numbers += [
            Quoted(f"{level.basis.events:,.0f}", SheetId.GAPS, row, column)
            for level, column in zip(gap.levels.values(), ("focus_events", "benchmark_events"), strict=True)
            if level.basis and level.basis.events is not None
        ]
    told = f"{levels}；" if levels else ""
    return Sentence(f"{start}{told}{head['title']}，{head['detail']}。", tuple(numbers))


def spoken_reading(gap: Gap) -> Averaging:
    """The reading that sentences speak of: the first that carries a verdict, as in the headline on the screen."""
    known = (reading for reading, ratio in gap.ratios.items() if ratio is not None)
    return next(iter(gap.judged_ratios), next(known, Averaging.SIMPLE))


def _levels(
    indicator: Indicator, gap: Gap, reading: Averaging, row: tuple[str, int], names: Mapping[str, str]
) -> tuple[str, list[Quoted]]:
    """The levels of the groups that have one, in words, with their numbers."""
    texts, numbers = [], []
    for group, column in zip(gap.levels, _group_columns(gap, reading), strict=True):
        level = gap.levels[group].averages[reading]
        if level is None:
            continue
        text = gap_page.level_text(indicator, level)
        texts.append(f"{names[group]} {text}")
        numbers.append(Quoted(_bare(indicator, text), SheetId.GAPS, row, column))
    return "，".join(texts) + (f"（{AVERAGING_NAMES[reading]}）" if texts else ""), numbers


def _group_columns(gap: Gap, reading: Averaging) -> list[str]:
    """The columns of the groups' levels in the order of the gap: the measured group stands first."""
    return [f"{reading}_focus", f"{reading}_benchmark"][: len(gap.levels)]


def _bare(indicator: Indicator, text: str) -> str:
    """The number in a text that ``level_text`` made."""
    return text.removesuffix("的县") if indicator.yes_no else text.removesuffix(f" {indicator.unit}")


def change_sentence(
    standing: GapStanding, year: int, first: GapStanding, first_year: int, names: Mapping[str, str]
) -> Sentence | None:
    """How the ratio moved since the first year; None where one of the two is not judged or was read otherwise."""
    if standing.gap is None or first.gap is None or not {standing.assessment, first.assessment} <= JUDGED:
        return None
    reading = spoken_reading(standing.gap)
    after, before = standing.gap.judged_ratios.get(reading), first.gap.judged_ratios.get(reading)
    if after is None or before is None:
        return None
    key = standing.indicator.id
    focus, benchmark = standing.gap.levels
    lower = standing.indicator.direction is Direction.LOWER
    share = f"按逆向指标折算为{names[benchmark]}水平的比例" if lower else f"为{names[benchmark]}的比例"
    start = f"与{first_year}年相比，{names[focus]}{share}"
    old, new = percent_text(before), percent_text(after)
    points = printed_difference(old, new)
    now = Quoted(new, SheetId.GAPS, (key, year), f"{reading}_ratio")
    if float(points) == 0:
        return Sentence(f"{start}基本没有变化，仍为 {new}（{AVERAGING_NAMES[reading]}）。", (now,))
    verb = "上升" if after > before else "下降"
    then = Quoted(old, SheetId.GAPS, (key, first_year), f"{reading}_ratio")
    moved = Quoted(points, SheetId.GAPS, (key, year), "change")
    text = f"{start}由 {old} 变为 {new}，{verb} {points} 个百分点（{AVERAGING_NAMES[reading]}）。"
    return Sentence(text, (then, now, moved))


def fall_sentence(
    fall: BenchmarkFall, indicator: Indicator, focus: str, benchmark: str, readings: tuple[Averaging, Averaging]
) -> Sentence:
    """That a ratio rose because the benchmark group became worse; ``readings`` are those of start and end."""
    text = gap_page.fall_text(fall, indicator, focus, benchmark)
    numbers = []
    for column, pair in zip(("ratio", "benchmark"), gap_page.fall_numbers(fall, indicator), strict=True):
        for year, reading, printed in zip((fall.start, fall.end), readings, pair, strict=True):
            shown = printed if column == "ratio" else _bare(indicator, printed)
            numbers.append(Quoted(shown, SheetId.GAPS, (indicator.id, year), f"{reading}_{column}"))
    return Sentence(text, tuple(numbers))


def extremes_sentence(
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
    lacking = [names[code] for code in values if code not in known]
    lack = f"；{gap_page.lacking(lacking)}的数据" if lacking else ""
    start = f"{year}年{indicator.name}："
    if not known:
        return Sentence(f"{start}各县{MISSING}。")
    if indicator.yes_no:
        return Sentence(f"{start}{_states(known, names)}{lack}。")
    known = {code: value for code, value in known.items() if code not in small}
    if not known:
        return Sentence(f"{start}各县{SMALL}，不作比较{lack}。")
    lack = (f"；{'、'.join(names[code] for code in small)}{SMALL}，不作比较" if small else "") + lack
    high, low = max(known.values()), min(known.values())
    if high == low:
        code = next(iter(known))
        text = _bare(indicator, gap_page.value_text(indicator, high))
        quoted = Quoted(text, SheetId.VALUES, (indicator.id, year, code), "value")
        return Sentence(
            f"{start}{'其余各县' if small else '有数据的各县'}均为 {text} {indicator.unit}{lack}。", (quoted,)
        )
    parts, numbers = [], []
    for label, value in (("最高", high), ("最低", low)):
        codes = [code for code, own in known.items() if own == value]
        text = _bare(indicator, gap_page.value_text(indicator, value))
        parts.append(f"{label}的是{'、'.join(names[code] for code in codes)}，{text} {indicator.unit}")
        numbers.append(Quoted(text, SheetId.VALUES, (indicator.id, year, codes[0]), "value"))
    return Sentence(f"{start}{'；'.join(parts)}{lack}。", tuple(numbers))


def _states(known: Mapping[str, float], names: Mapping[str, str]) -> str:
    """Which counties have a state and which lack it."""
    by_state = {YES: [names[code] for code in known if known[code] >= 0.5]}
    by_state[NO] = [names[code] for code in known if known[code] < 0.5]
    held = {state: found for state, found in by_state.items() if found}
    if len(held) == 1:
        return f"有数据的各县均为“{next(iter(held))}”"
    return "；".join(f"为“{state}”的有{'、'.join(found)}" for state, found in held.items())


def county_verdict(standing: CountyComparison) -> str:
    """How a county compares with the city."""
    return county_page.CITY_COMPARISONS[standing.against_city]


def county_sentence(standing: CountyComparison, year: int, county: str, code: str) -> Sentence:
    """A county's value, rank and comparison with the city; a rate over few events has neither."""
    indicator, row = standing.indicator, (standing.indicator.id, year, code)
    if standing.value is None:
        return Sentence(f"{indicator.name}：{year}年{county}{MISSING}。")
    text = county_page.with_unit(indicator, standing.value)
    if indicator.yes_no:
        return Sentence(f"{indicator.name}：{year}年{county}为“{text}”。")
    parts = [f"{indicator.name}：{year}年{county} {text}"]
    numbers = [_county_number(indicator, text, row, "value")]
    if standing.basis and standing.is_small:
        numbers += _basis_numbers(standing.basis, indicator.decimals, SheetId.COUNTIES, row)
        rests = f"{basis_text(standing.basis, indicator.decimals)}；{unjudged_text(standing.basis)}"
        return Sentence(f"{parts[0]}（{rests}），不排名。", tuple(numbers))
    rank = county_page.rank_text(standing)
    if rank:
        parts.append(rank)
        numbers += [
            Quoted(str(standing.rank), SheetId.COUNTIES, row, "rank"),
            Quoted(str(standing.counted), SheetId.COUNTIES, row, "counted"),
        ]
    if standing.city is not None:
        city = county_page.city_text(standing)
        parts.append(city)
        numbers.append(_county_number(indicator, city.split(" ", 1)[1], row, "city"))
        parts.append(county_verdict(standing))
    return Sentence("，".join(parts) + "。", tuple(numbers))


def _basis_numbers(basis: CountBasis, decimals: int, sheet: SheetId, row: tuple[str | int, ...]) -> list[Quoted]:
    """The count and the interval that a text of ``basis_text`` holds."""
    if basis.events is None:
        return []
    numbers = [Quoted(f"{basis.events:,.0f}", sheet, row, "events")]
    bounds = zip(basis.interval or (), ("low", "high"), strict=False)
    return numbers + [Quoted(number_text(bound, decimals), sheet, row, column) for bound, column in bounds]


def _county_number(indicator: Indicator, text: str, row: tuple[str, int, str], column: str) -> Quoted:
    return Quoted(text.removesuffix(f" {county_page.unit_text(indicator)}"), SheetId.COUNTIES, row, column)


def target_sentence(
    article: int,
    entry: PolicyTarget,
    status: Status,
    firm: bool,
    areas: Mapping[str, TargetProgress],
    year: int,
    indicator: Indicator,
    scope: str,
) -> Sentence:
    """A target, its status, and how many areas reach it or the one area's value."""
    row, numbers = (entry.id, year, ""), []
    if not entry.is_state:
        numbers.append(Quoted(break_text(entry.value), SheetId.TARGETS, row, "required"))
        edges = (
            {}
            if entry.criterion.ceiling is None
            else {"met_from": entry.criterion.edge, "met_to": entry.criterion.ceiling}
        )
        numbers += [Quoted(break_text(edge or 0.0), SheetId.TARGETS, row, column) for column, edge in edges.items()]
    need = f"{targets_page.requirement(entry)}，{targets_page.deadline_text(entry)}，{scope}"
    start = f"第{article}条“{entry.subject}”（{need}）：截至{year}年{'' if firm else LETTER}{STATUSES[status]}"
    end = "。"
    if len(areas) == 1:
        (area, progress), *_ = areas.items()
        if progress.value is None:
            return Sentence(f"{start}{end}", tuple(numbers))
        if entry.is_state:
            value = targets_page.value_text(entry, progress.value, indicator.decimals, MISSING)
            return Sentence(f"{start}，现为“{value}”{end}", tuple(numbers))
        value = targets_page.beside_target(entry, progress.value, indicator.decimals)
        numbers.append(Quoted(value, SheetId.TARGETS, (entry.id, year, area), "value"))
        if progress.basis and not progress.is_firm:
            numbers += _basis_numbers(progress.basis, indicator.decimals, SheetId.TARGETS, (entry.id, year, area))
            end = f"（{basis_text(progress.basis, indicator.decimals)}；{unjudged_text(progress.basis)}）。"
        return Sentence(f"{start}，现为 {value} {entry.unit}{end}", tuple(numbers))
    counts = _count_texts(areas.values())
    numbers += [Quoted(text, SheetId.TARGETS, row, column) for column, text in counts.items()]
    unknown = f"，{counts['unknown']} 个{MISSING}" if "unknown" in counts else ""
    few = f"，{counts['few']} 个{TOO_FEW}" if "few" in counts else ""
    text = f"{start}，{counts['areas']} 个地区中 {counts['reached']} 个达到{few}{unknown}{end}"
    return Sentence(text, tuple(numbers))


def _count_texts(areas: Collection[TargetProgress]) -> dict[str, str]:
    """How many areas there are and reach the target; how many are too few to be judged or unknown, if any are."""
    shown = [progress.counted_status for progress in areas]
    counts = {"areas": len(areas), "reached": shown.count(Status.REACHED)}
    besides = {"few": shown.count(Status.TOO_FEW), "unknown": shown.count(Status.NO_DATA)}
    return {key: str(count) for key, count in (counts | {key: n for key, n in besides.items() if n}).items()}


def scope_text(entry: PolicyTarget, groups: Mapping[str, str]) -> str:
    """Whom a target speaks of; ``groups`` maps the groups' keys to their names."""
    return groups[entry.group] if entry.scope is Scope.GROUP else targets_page.SCOPES[entry.scope]


def verdicts_sentence(counts: Mapping[Assessment, int], year: int, focus: str, benchmark: str) -> Sentence:
    """How many indicators stand how against the 80 % line."""
    found = {verdict: counts[verdict] for verdict in Assessment if counts.get(verdict)}
    total = sum(found.values())
    told = "、".join(f"{gap_page.ASSESSMENTS[verdict]} {count} 项" for verdict, count in found.items())
    return Sentence(
        f"{year}年，以{benchmark}的80%为线看{focus}：本简报的 {total} 项指标中，{told}。",
        _counted(COUNTED_VERDICTS, year, {TOTAL: total, **{gap_page.ASSESSMENTS[v]: n for v, n in found.items()}}),
    )


def statuses_sentence(counts: Mapping[Status, int], year: int) -> Sentence:
    """How many targets stand how; those whose status is not firm are counted apart."""
    found = {status: counts[status] for status in Status if counts.get(status)}
    total = sum(found.values())
    told = "、".join(
        f"{STATUSES[status]} {count} 项" for status, count in found.items() if status is not Status.TOO_FEW
    )
    few = f"另有 {found[Status.TOO_FEW]} 项{TOO_FEW}" if Status.TOO_FEW in found else ""
    return Sentence(
        f"截至{year}年，{total} 项政策目标中：{'；'.join(part for part in (told, few) if part)}。",
        _counted(COUNTED_STATUSES, year, {TOTAL: total, **{STATUSES[s]: n for s, n in found.items()}}),
    )


def _counted(what: str, year: int, counts: Mapping[str, int]) -> tuple[Quoted, ...]:
    return tuple(Quoted(str(n), SheetId.COUNTS, (what, year, category), "count") for category, n in counts.items())
