"""What the page of a county says as a whole: against the others, against earlier years, in the country."""

from collections.abc import Mapping, Sequence

from indicators.definition import Indicator
from indicators.findings.standings import Courses, Standing
from indicators.profile import CityComparison, Course, FigureChange
from layouts.words.common import number, printed_difference
from layouts.words.pages.county import value_text
from locales import say

_MOST_NAMED = 3
_COURSES = {Course.BETTER: "改善", Course.WORSE: "变差", Course.SAME: "持平"}
_JUDGED = (CityComparison.BETTER, CityComparison.SIMILAR, CityComparison.WORSE)


def positions_subject(county: str, year: int) -> str:
    """What the spine shows."""
    return f"{county}{say('county-spine')}，{year}年（各行按其指标的单位）"


def key_figures_subject(county: str, year: int) -> str:
    """What the key figures show."""
    return f"{county}{say('county-key-figures')}，{year}年（单位见各项）"


def describe_standing(found: Standing) -> str:
    """How many figures are better than the city's, near and worse, and where the county is first or last."""
    counts = {verdict: found.counts[verdict] for verdict in _JUDGED}
    judged, left = sum(counts.values()), found.counts[CityComparison.UNJUDGED]
    if not judged:
        told = f"{left}项可比指标都不能与全市比较" if left else ""
    else:
        texts = {
            verdict: f"{count}项{say('county-city-comparisons', comparison=verdict)}"
            for verdict, count in counts.items()
            if count
        }
        only = next(iter(texts)) if len(texts) == 1 else None
        told = (
            f"{judged}项指标{('都' if judged > 1 else '')}{say('county-city-comparisons', comparison=only)}"
            if only
            else ""
        )
        told = told or f"{judged}项指标中{'、'.join(texts.values())}"
        told += f"（另{left}项不评价）" if left else ""
    ends = {"首位": found.first, "末位": found.last}
    return "；".join(part for part in (told, *(_describe_end(end, own) for end, own in ends.items())) if part)


def _describe_end(end: str, own: Sequence[Indicator]) -> str:
    names = "、".join(one.name for one in own[:_MOST_NAMED])
    return f"居{end}的有{names}{f'等{len(own)}项' if len(own) > _MOST_NAMED else ''}" if own else ""


def describe_courses(found: Courses) -> str:
    """How many key figures got better, worse, or stayed; what is not judged is counted."""
    counts = {course: count for course in _COURSES if (count := found.counts[course])}
    judged = sum(counts.values())
    told = {
        "升降不评价好坏": found.counts[Course.UNJUDGED],
        "差别在偶然波动之内": found.counts[Course.UNCLEAR],
        "没有可比的以前年份": found.alone,
    }
    rest = "、".join(f"{count}项{text}" for text, count in told.items() if count)
    if not judged:
        return f"{sum(told.values())}项有数据的关键指标都不能判断好转与否（{rest}）" if rest else ""
    since = f"{found.first[0]}年" if len(found.first) == 1 else "各自最早的年份"
    parts = [f"{count}项{_COURSES[course]}" for course, count in counts.items()]
    if len(parts) > 1:
        told_courses = f"{judged}项关键指标中{'、'.join(parts)}"
    else:
        told_courses = f"{judged}项关键指标{'都' if judged > 1 else ''}{_COURSES[next(iter(counts))]}"
    return f"与{since}相比，{told_courses}" + (f"（另{rest}）" if rest else "")


def describe_change(change: FigureChange, indicator: Indicator) -> str:
    """By how much a figure differs from its first year's, formed from both as they are printed; its unit stands by."""
    judged = f"，{_COURSES[change.course]}" if change.course in (Course.BETTER, Course.WORSE) else ""
    before, after = (value_text(indicator, value) for value in (change.before, change.after))
    if change.course is Course.UNCLEAR:
        return f"与{change.first}年的差别在偶然波动之内"
    if before == after:
        return f"与{change.first}年持平"
    if indicator.yes_no:
        return f"{change.first}年为“{before}”{judged}"
    unit = "个百分点" if indicator.unit == "%" else ""
    way = "高" if change.after > change.before else "低"
    return f"比{change.first}年{way}{printed_difference(before, after)}{unit}{judged}"


def places_subject(county: str, year: int) -> str:
    """What the places in the country are of."""
    return f"{county}{say('county-context-places')}，{year}年人口普查（单位见各项）"


def describe_places(percentiles: Mapping[str, float], left: int) -> str:
    """Of which share of the country's counties a figure is better: how many of more than half, the best and the worst.

    ``percentiles`` are by the names of what can be judged; ``left`` figures cannot.
    """
    rest = f"（另{left}项不评价）" if left else ""
    if not percentiles:
        return f"{left}项指标都不评价" if left else ""
    shown = {name: f"{value:.0f}%" for name, value in percentiles.items()}
    if len(shown) == 1:
        ((name, share),) = shown.items()
        return f"{name}优于全国{share}的县级地区{rest}"
    ahead = sum(value > 50 for value in percentiles.values())
    top, bottom = (_list_alike(shown, of) for of in (max(percentiles.values()), min(percentiles.values())))
    half = f"{ahead}项优于全国半数以上县级地区" if ahead else "没有一项优于全国半数以上县级地区"
    ends = f"；{top}" if top == bottom else f"；最靠前的是{top}，最靠后的是{bottom}"
    return f"{len(shown)}项指标中{half}{rest}{ends}"


def _list_alike(shown: Mapping[str, str], percentile: float) -> str:
    share = f"{percentile:.0f}%"
    names = [name for name, text in shown.items() if text == share]
    listed = "、".join(names[:_MOST_NAMED]) + (f"等{len(names)}项" if len(names) > _MOST_NAMED else "")
    return f"{listed}（优于{share}）"


def describe_alike(county: str, distances: Mapping[str, float]) -> str:
    """Which county is most like the one of the page; ``distances`` are by name."""
    shown = {name: number(value, 2) for name, value in distances.items()}
    least = shown[min(distances, key=distances.__getitem__)]
    names = [name for name, text in shown.items() if text == least]
    return f"全国与{county}最相近的是{'、'.join(names)}（差异度 {least}）"


def alike_subject(scope: str) -> str:
    """What the counties alike are chosen by."""
    return f"{say('county-context-alike')}，{scope}；差异度越小越相近"
