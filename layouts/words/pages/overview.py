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
from layouts.words.pages.targets import NO_DEPARTMENT
from locales import say

TITLE = "总览"
YEAR = "年份"
METHOD = "怎么算的"
LINE = f"{EQUALITY_LINE * 100:g}%"
DOMAINS_TITLE = "分领域"
WIDEST = "差距最大"
CLOSED = "缩小最多"
CERTAIN = "缺县也能断定的"
TARGETS = "政策目标"
REACH = "够不着的人"
PUBLICATION = "数据更新"
NOTHING_WIDE = "可评判的指标中，没有低于对方水平的。"
NOTHING_CLOSED = "没有一项差距缩小。"
NO_EARLIER = "没有更早的可比年份，还看不出变化。"
NO_LEDGER = "本地没有登记政策目标。"
NO_REACH = "还不能回答：需要设施位置和居民点，由各主管部门和民政部门提供。"
SEE_DEMONSTRATION = "看演示"
DEMONSTRATION = "随程序提供的演示数据，全部虚构，不能用于判断。"
SHIPPED = "随程序提供的公开数据，本单位尚未发布过自己的版本。"
SIGNS = {Assessment.REACHED: "●", Assessment.SENSITIVE: "◐", Assessment.SHORT: "○"}
NO_SIGN = "·"
DOMAIN, INDICATORS = "领域", "各项指标"
SIGN_MEANINGS = ("达到", "因口径而异", "未达到", "不能评判")
OUTCOMES = {
    Outcome.ON_TIME: "按期达到",
    Outcome.LATE: "逾期达到",
    Outcome.REACHED: "达到时间不明",
    Outcome.MISSED: "到期未达",
    Outcome.UNDER_WAY: "未到期",
    Outcome.CANNOT_TELL: "无法判断",
}
# Of the page's table
COLUMNS = {
    "card": "栏目",
    "subject": "内容",
    "text": "结论",
    "ratio": "比例或比值",
    "further": "变化和说明",
    "page": "依据的页面",
}
ALL_INDICATORS, ALL_TARGETS = "全部指标", "全部目标"
_MOST_DEPARTMENTS = 3


def heading(region: str, year: int) -> str:
    """The title of the page."""
    return f"{region}基本公共服务均等化 · {year}年"


def method_text(focus: str, benchmark: str) -> str:
    """How the counts of the page come about."""
    return (
        f"每项指标：{focus}的水平÷{benchmark}的水平（越低越好的取倒数），与{LINE}比较。合并计算、人口加权、县均值"
        f"三种口径都达到才算“达到”，结论不一的算“因口径而异”。缺县、数量太少、不评判高低的指标不计入。"
    )


def goal_title(focus: str, benchmark: str) -> str:
    """Whose level is held against whose."""
    return f"{focus} ÷ {benchmark}"


def moves_title(title: str, focus: str, benchmark: str) -> str:
    """The heading of a card of gaps: which, and whose level is divided by whose."""
    return f"{title}（{goal_title(focus, benchmark)}）"


def goal_finding(focus: str, benchmark: str, holding: Holding) -> str:
    """How many indicators hold the line."""
    if not holding.judged:
        return f"{focus}与{benchmark}还没有可评判的指标"
    if holding.reached == holding.judged:
        return f"{holding.judged} 项指标，{focus}都达到{benchmark}的{LINE}"
    return f"{holding.judged} 项指标，{focus}有 {holding.reached} 项达到{benchmark}的{LINE}"


def goal_change(holding: Holding, year: int, before: int | None) -> str:
    """How the count moved, over the indicators that both years judge."""
    if before is None or not holding.both:
        return NO_EARLIER if holding.judged else ""
    same = "" if holding.both == holding.judged else f"两年都可评判的 {holding.both} 项中，"
    moved = holding.moved
    verdict = f"多了 {moved} 项" if moved > 0 else f"少了 {-moved} 项" if moved else "没有增减"
    return f"{same}{before}年 {holding.before} 项 → {year}年 {holding.after} 项，{verdict}"


def needs_text(missing: Sequence[str]) -> str:
    """What is needed for a judgement."""
    lacking = f"缺{list_areas(missing)}的数字" if missing else "需要各县的指标数值，或统计数连同常住人口"
    return f"{lacking}，由统计部门和各主管部门提供。"


def domain_count(holding: Holding) -> str:
    """How many of a domain hold the line."""
    if not holding.judged:
        return "—"
    return f"{holding.reached}/{holding.judged}"


def domain_sentence(holding: Holding) -> str:
    """The same in a table, where two numbers with a stroke would be read as a date."""
    return f"可评判 {holding.judged} 项，达到 {holding.reached} 项" if holding.judged else "没有可评判的指标"


def domain_change(holding: Holding, before: int | None) -> str:
    """By how many the count of a domain moved since the earlier year."""
    if before is None or not holding.both:
        return "—"
    moved = holding.moved
    return f"＋{moved}" if moved > 0 else f"−{-moved}" if moved else "不变"


def domain_change_title(before: int | None) -> str:
    """The heading of the column of changes."""
    return f"比{before}年" if before else "变化"


def move_text(move: GapMove, year: int, before: int | None, as_whole: bool) -> str:
    """How the levels are averaged, unless a region is compared ``as_whole``, and the earlier ratio."""
    averaging = (
        f"{say('common-averaging-names', averaging=move.now.gap.averaging_in_words)}\u3000"
        if move.now.gap and not as_whole
        else ""
    )
    if move.earlier_ratio is None or before is None:
        return f"{averaging}{year}年"
    return f"{averaging}{before}年 {percent_text(move.earlier_ratio)} → {year}年"


def map_pair_text(name: str, year: int, before: int | None) -> str:
    """What a pair of small maps shows."""
    return f"{name}：{before}年与{year}年的地图" if before else f"{name}：{year}年的地图"


def unjudged_text(counts: Mapping[Assessment, int]) -> str:
    """What is listed but not judged, and why."""
    reasons = {
        Assessment.MISSING: "缺县",
        Assessment.TOO_FEW: "数量太少",
        Assessment.UNDEFINED: "比值没有意义",
        Assessment.UNGROUPED: "未分组",
    }
    parts = [f"{reason} {counts[one]} 项" for one, reason in reasons.items() if counts.get(one)]
    return f"另有不能评判的：{'、'.join(parts)}。" if parts else ""


def targets_text(counts: Mapping[Outcome, int], year: int) -> str:
    """What became of all targets, in one sentence."""
    named = "、".join(f"{OUTCOMES[one]} {counts[one]} 项" for one in Outcome if counts.get(one))
    return f"截至{year}年，{sum(counts.values())} 项目标：{named}。"


def owing_text(owing: Sequence[tuple[str, int]], lacking: Sequence[tuple[str, int]]) -> str:
    """Which departments answer for most of what was not reached in time; else, for most of what has no figure."""
    what, rows = ("未按期达到", owing) if owing else ("缺数字", lacking)
    listed = "、".join(f"{name or NO_DEPARTMENT} {count} 项" for name, count in rows[:_MOST_DEPARTMENTS])
    return f"{what}最多的牵头部门：{listed}。" if listed else ""


def reach_parts(one: Reach) -> tuple[str, str, str]:
    """A type, how many people live outside its standard with their share, and the standard."""
    share = share_text(one.outside / one.residents * 100 if one.residents else 0.0)
    return one.type.name, f"{rounded_people_text(one.outside)}（{share}）", f"{format_standard(one.type)}以外"


def published_text(number: int, when: date, changes: tuple[int, int, int]) -> str:
    """What a version changed against the one before it: rows added, changed and removed."""
    added, changed, removed = changes
    return f"第{number}版，{day_text(when)}导入：新增 {added:,} 行、修改 {changed:,} 行、删除 {removed:,} 行。"


def unknown_publication(number: int) -> str:
    """What is said where the store does not tell what a version changed."""
    return f"第{number}版；改动记录暂时读不到。"


def sign_text(one: IndicatorGap) -> str:
    """What a sign stands for: an indicator and its verdict."""
    return f"{one.indicator.name}：{verdict_text(one)}"


def verdict_text(one: IndicatorGap) -> str:
    """The verdict of an indicator."""
    return say("gap-assessments", assessment=one.assessment)


def change_since(change: str, before: int | None) -> str:
    """A change with the year that it is since; empty without one."""
    return f"{domain_change_title(before)}：{change}" if before else ""


def sheet_subtitle(year: int, before: int | None) -> str:
    """What stands below the title of the sheet: what it is held against."""
    return f"{year}年，与{before}年比较" if before else f"{year}年，没有更早的可比年份"


def maps_note(year: int, before: int | None) -> str:
    """How the pairs of small maps on the sheet are read."""
    years = f"小地图左为{before}年、右为{year}年" if before else f"小地图为{year}年"
    return f"{years}，颜色与“服务地图”相同。"


def sources_note(sources: str) -> str:
    """Where the figures come from that the sheet names one by one."""
    return f"{sources}（列出的各项差距）"
