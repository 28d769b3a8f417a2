"""What the charts of the targets page say: how many are late, where and whose."""

from collections.abc import Mapping, Sequence

from indicators.definition import Domain
from indicators.policy.index import Score
from indicators.policy.progress import Status
from layouts.words.common import list_areas
from layouts.words.pages.targets import POINTS, points_text
from locales import say

_MOST_NAMED = 3
_UNJUDGED = (Status.CANNOT_TELL, Status.TOO_FEW, Status.NO_DATA)
INDEX_METHOD = "怎样计算、权重与缺失"
HEAT_SUBJECT = "各项目标在各县的状态，截至{year}年（{count}项）；格中的字见上方各状态，空白为该地没有此项目标"
DEPARTMENTS_SUBJECT = "各牵头部门的目标按状态，截至{year}年（单位：项）"
TIMELINE_SUBJECT = "各期限的目标按状态，截至{year}年（单位：项）"
INDEX_SUBJECT = "各县各领域得分与总分，{year}年（单位：分，满分100）；右图为两组县平均总分之差的构成"

Counts = Mapping[str, Mapping[Status, int]]  # by a name how many targets have each status


def describe_departments(counts: Counts) -> str:
    """Which department has most targets that were missed, and of how many."""
    return _describe_most(counts, "", "项")


def describe_heat(counts: Counts) -> str:
    """In which county most targets were missed."""
    return _describe_most(counts, "", "项")


def _describe_most(counts: Counts, before: str, unit: str) -> str:
    if not counts:
        return ""
    missed = {name: own.get(Status.MISSED, 0) for name, own in counts.items()}
    most = max(missed.values())
    if not most:
        return _without_missed(counts)
    names = [name for name, count in missed.items() if count == most]
    listed = "、".join(names) if len(names) <= _MOST_NAMED else f"{names[0]}等{len(names)}个"
    of = f"，共{sum(counts[names[0]].values())}{unit}" if len(names) == 1 else ""
    each = "各" if len(names) > 1 else ""
    return f"{before}{say('common-statuses', status=Status.MISSED)}最多的是{listed}（{each}{most}{unit}{of}）"


def _without_missed(counts: Counts) -> str:
    unjudged = sum(own.get(status, 0) for own in counts.values() for status in _UNJUDGED)
    return f"没有一项{say('common-statuses', status=Status.MISSED)}" + (
        f"（另有{unjudged}项不能判断）" if unjudged else ""
    )


def describe_timeline(counts: Mapping[int, Mapping[Status, int]], year: int) -> str:
    """How many of the targets whose deadline has come were missed, and how many cannot be judged."""
    due = [own for deadline, own in counts.items() if deadline <= year]
    total = sum(sum(own.values()) for own in due)
    if not total:
        return f"截至{year}年没有到期的目标"
    missed = sum(own.get(Status.MISSED, 0) for own in due)
    unjudged = sum(own.get(status, 0) for own in due for status in _UNJUDGED)
    rest = f"，{unjudged}项不能判断" if unjudged else ""
    return f"截至{year}年到期的{total}项中，{missed}项未达到{rest}"


def describe_index(scores: Mapping[str, Score], names: Mapping[str, str]) -> str:
    """Who has the highest and the lowest total; who has none is said."""
    totals = {code: score.total for code, score in scores.items() if score.total is not None}
    without = [names[code] for code in scores if code not in totals]
    end = f"（{list_areas(without)}数据不足，不计总分）" if without else ""
    if not totals:
        return "各县数据都不足，不计总分"
    shown = {code: points_text(total) for code, total in totals.items()}
    top, bottom = shown[max(totals, key=totals.__getitem__)], shown[min(totals, key=totals.__getitem__)]
    if top == bottom:
        return f"{len(totals)}个县总分都是 {top} {POINTS}{end}"
    ends = ([names[code] for code, text in shown.items() if text == edge] for edge in (top, bottom))
    high, low = ("、".join(own) if len(own) <= _MOST_NAMED else f"{own[0]}等{len(own)}个县" for own in ends)
    return f"总分{high}最高（{top} {POINTS}），{low}最低（{bottom} {POINTS}）{end}"


def describe_index_gap(gap: Mapping[Domain, float], names: tuple[str, str]) -> str:
    """How far the two groups' mean totals are apart, and in which domain most; ``gap`` are the domains' parts."""
    total = sum(gap.values())
    printed = f"{abs(total):.1f}"
    focus, benchmark = names
    if not gap:
        return ""
    if float(printed) == 0:
        return f"{focus}与{benchmark}平均总分相差不到 0.1 {POINTS}"
    lead = min(gap, key=gap.__getitem__) if total < 0 else max(gap, key=gap.__getitem__)
    way = "低" if total < 0 else "高"
    part = f"{gap[lead]:+.1f}".replace("-", "−")
    return (
        f"{focus}平均总分比{benchmark}{way} {printed} {POINTS}，{say('common-domains', domain=lead)}（{part}）影响最大"
    )


def list_edges(points: Sequence[float]) -> tuple[float, ...]:
    """Where scores get the next darker ground: four round steps below a full score, the first near the lowest one."""
    lowest = min(points, default=0.0)
    step = next((step for step in (1, 2, 3, 4, 5, 10) if 100 - 5 * step <= lowest), 20)
    return tuple(float(100 - step * count) for count in (4, 3, 2, 1))
