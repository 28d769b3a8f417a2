"""The words of the page of targets."""

from collections.abc import Sequence
from itertools import pairwise

from indicators.definition import Indicator
from indicators.gaps.small_counts import FEWEST
from indicators.policy.index import FULL
from indicators.policy.ledger import PolicyTarget, Scope
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

TITLE = "目标进度"
YEAR = "截至年份"
DOMAIN, DEPARTMENT, ARTICLE, DEADLINE, STATUS, COUNTY = "领域", "牵头部门", "条文", "期限", "状态", "县（市、区）"
ALL = "全部"
NO_ROWS = "没有符合条件的目标"
VIEWS, FOLDED = "目标完成情况", "没有数据的目标"
LIST, HEAT, DEPARTMENTS, TIMELINE, INDEX = "目标清单", "各县热力图", "牵头部门", "时间线", "综合指数"
TOTAL, RANGE = "总分", "总分变动范围"
WITHHELD = "数据不足"
COLUMNS = {
    "article": "条",
    "subject": "目标",
    "requirement": "要求",
    "scope": "范围",
    "deadline": "期限",
    "department": "牵头部门",
    "status": "状态",
    "reached": "达到/应达",
    "map": "地图",
}
MAP_LINK = "看图"
SCOPES = {
    Scope.CITY: "全市",
    Scope.EACH_COUNTY: "各县（市、区）",
    Scope.EACH_TOWNSHIP: "各乡镇",
    Scope.NAMED: "指定地区",
}
CHOOSE = "点击左侧的目标，查看原文、各地进度和数字来源"
CLAUSE, DEPARTMENTS_TITLE, REQUIREMENT, BASELINE, NOTE = (
    "原文",
    "责任部门",
    "要求",
    "相对于",
    "说明",
)
AREAS, AREA, VALUE, SHARE, WAY_FROM = "各地进度", "地区", "数值", "走过的路程", "起点"
REACHED_AREAS, ALL_AREAS, UNIT, FIRST_YEAR = "已达地区数", "应达地区数", "单位", "起点年份"
LOWEST, HIGHEST = "总分最低", "总分最高"
INDICATOR, SOURCE = "对应指标", "来源"
FOLDED_COLUMNS = ("牵头部门", "项数", "条文", "缺少的数字", "数字出处")
_NAMED = 3  # of the figures that a department's targets lack
STATED = "各方陈述"  # what was said of a target where no figure is known, and before
WHOLE_CITY = "全市"
LETTER = "按原文字面"  # a status that the text of the policy gives, whatever chance does
POINTS = "分"  # of the index
NO_DEPARTMENT = "原文未列"
RULE = (
    "“按进度”：不低于从最早已知数值到期限目标的直线；此前没有更早数值的、起点例数太少的，为“无法判断”；“无法判断”和“暂无数据”都不等于未达到；"
    "分县考核的目标，各县全部达到才算达到；有县未达的按最差的县计，再依次为暂无数据、无法判断。"
    f"“数量太少”：少于{FEWEST}例的数值受偶然影响大，只注明按原文字面的结果和例数，单独计数，不计入其他状态和综合指数。"
)
SHARE_RULE = "走过的路程＝（现值－起点）÷（目标－起点）"
OPEN_MAP = "在地图上看（以此目标值分级）"
NO_MAP = "只有全市数字，没有分县地图"


def index_text(weights: dict[str, float], minimum: float, missing: int, small: int, total: int) -> str:
    """How the index is made, what is missing, and what its range means."""
    few = f"（其中{small}个因例数少于{FEWEST}而不计）" if small else ""
    shares = "、".join(f"{name}{weight / sum(weights.values()):.0%}" for name, weight in weights.items())
    return (
        f"每项指标按达到目标值的比例计0至100分，域内等权平均，再按权重合成总分。权重（本系统设定，政策未规定）：{shares}。"
        f"已知数据不到权重的{minimum:.0%}则不给分。"
        f"本年各县共{total}个指标值，缺{missing}个{few}。变动范围：任一领域不计或加倍时总分的最低与最高。"
        "瀑布图：各领域（悬停看各指标）在两组县平均总分之差中所占的分数；有县缺数据的指标不计入。"
    )


def shade_texts(edges: tuple[float, ...]) -> list[str]:
    """The scores of each of the grounds that ``edges`` part, the lowest first, for their key."""
    inner = [f"{low:g} – <{high:g}" for low, high in pairwise(edges)]
    return [f"<{edges[0]:g} {POINTS}", *inner, f"≥{edges[-1]:g} {POINTS}"]


def points_text(points: float) -> str:
    """A score; only a full one is shown as 100."""
    return number_beside(points, 1, FULL)


def range_text(low: float, high: float) -> str:
    """Between which scores the total moves."""
    return f"{points_text(low)} – {points_text(high)}"


def gap_total(focus: str, benchmark: str) -> str:
    """The last bar of the waterfall: the distance between the groups' mean totals."""
    return f"{focus}减{benchmark}"


def domain_share(domain: str, share: float, parts: list[tuple[str, float]]) -> str:
    """A domain's part of the distance, and that of each of its indicators, the furthest behind first."""
    lines = [f"{name} {points:+.2f}" for name, points in sorted(parts, key=lambda part: part[1])]
    return "<br>".join([f"<b>{domain} {share:+.1f}{POINTS}</b>", *lines])


def deadline_text(target: PolicyTarget) -> str:
    """The deadline, or the years of a yearly duty."""
    return f"每年，至{target.deadline}年" if target.yearly else f"{target.deadline}年"


def requirement(target: PolicyTarget) -> str:
    """What is asked for: comparator, value and unit."""
    comparator = say("common-comparators", comparator=target.comparator.name.lower())
    if target.is_state:
        return comparator
    return f"{comparator} {break_text(target.value)} {target.unit}{range_of_about(target)}"


def range_of_about(target: PolicyTarget) -> str:
    """The range that counts as "about" the value of a target; nothing for other targets."""
    low, high = target.criterion.edge, target.criterion.ceiling
    return "" if low is None or high is None else f"（{break_text(low)}–{break_text(high)}）"


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
    return "（偏高）" if target.criterion.is_beyond(value) else "（偏低）"


def status_text(status: Status, firm: bool) -> str:
    """A status; one that is not firm is by the letter of the target, and says so."""
    return (
        say("common-statuses", status=status)
        if firm
        else f"{LETTER}{say('common-statuses', status=status)}，{say('small-too-few')}"
    )


def stated_label(label: str) -> str:
    """The label of a target whose status rests on what a source said."""
    return f"{label}〔陈述〕"


def folded_text(count: int) -> str:
    """How many targets are not listed, and where they are."""
    status = say("common-statuses", status=Status.NO_DATA)
    return f"另有{count}项因缺数据无法判断：缺什么、由谁提供（在“状态”中选“{status}”可逐项列出）"


def left_out_text(count: int) -> str:
    """How many targets a picture leaves out; "" if none."""
    return f"另有{count}项因缺数据无法判断，未列出。" if count else ""


def holder_row(department: str, articles: Sequence[int], lacking: Sequence[Indicator]) -> tuple[str, ...]:
    """A department's targets without figures: how many, in which articles, what is lacking, and where it is kept."""
    named = "、".join(str(article) for article in sorted(set(articles)))
    names = list(dict.fromkeys(one.name for one in lacking))
    sources = list(dict.fromkeys(one.source for one in lacking))
    return department, f"{len(articles)}项", f"第{named}条", _name_some(names), _name_some(sources)


def _name_some(texts: Sequence[str]) -> str:
    return "、".join(texts[:_NAMED]) + (f"等{len(texts)}项" if len(texts) > _NAMED else "")


def stated_mark(status: Status) -> str:
    """A status in a list that rests on what a source said."""
    return f"{say('common-statuses', status=status)}（陈述）"


def stated_text(status: Status, said: Statement) -> str:
    """A status that rests on what a source said, and on no figure."""
    return f"{say('common-statuses', status=status)}（无数字，据{said.year}年陈述）"


def quote_statement(said: Statement) -> str:
    """What was said of a target, and by whom."""
    return f"{said.text}（{said.source}）"


def statement_text(said: Statement) -> str:
    """What was said of a target, of which year and by whom."""
    return f"{said.year}年：{said.text}" + (f"；{said.note}" if said.note else "") + f"。来源：{said.source}"


def progress_text(progress: TargetProgress) -> str:
    """An area's status; where its value rests on too few events, by the letter, with how many."""
    status = say("common-statuses", status=progress.status)
    if progress.is_firm or progress.basis is None:
        return status
    return f"{LETTER}{status}（{count_text(progress.basis)}）；{unjudged_text(progress.basis)}"


def sign_text(progress: TargetProgress) -> str:
    """A status in a cell of the grid; one by the letter with the number of events it rests on."""
    if progress.is_firm or progress.basis is None:
        return say("chart-status-signs", status=progress.status)
    return f"{say('chart-status-signs', status=progress.status)}（{count_text(progress.basis)}）"


def reached_text(reached: int, areas: int, small: int) -> str:
    """How many areas reach a target, and how many rest on too few events to be counted."""
    return f"{reached}/{areas}" + (f"（{small}个{say('small-few')}）" if small else "")


def row_label(article: int, subject: str, deadline: int) -> str:
    """A target in the heat map: its article, its subject and when it is due."""
    return f"第{article}条 {subject}（{deadline}）"


def article_label(article: int, title: str) -> str:
    """An article by number and heading."""
    return f"第{article}条 {title}"


def no_ledger_text(region: str) -> str:
    """Why the page of a region without a policy has nothing to judge, and what it would take."""
    return (
        f"{region}没有登记政策目标，本页没有可以判断的内容。要对照政策，请管理员把条文、目标值和期限"
        "按 CONTRIBUTING.md 登记；不登记也可以看各县差距。"
    )
