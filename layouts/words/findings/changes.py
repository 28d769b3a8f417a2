"""What the years say: what became of the gap between two groups, or how many areas rose and fell."""

from indicators.definition import Direction
from indicators.findings.changes import Changes, GapChange, GapCourse
from layouts.words.charts import single_year
from layouts.words.common import plain_number
from layouts.words.findings.values import Named
from layouts.words.pages.atlas import percent_text
from locales import say

COURSES = {
    GapCourse.NARROWED: "差距缩小",
    GapCourse.WIDENED: "差距扩大",
    GapCourse.UNCHANGED: "差距没有变化",
    GapCourse.CLOSED: "由落后转为不落后",
    GapCourse.OPENED: "由不落后转为落后",
    GapCourse.AHEAD: "两年都不落后",
}
NO_COMPARISON = "没有两年可以相比"


def describe_gap_change(found: GapChange, names: tuple[str, str], direction: Direction, as_whole: bool = False) -> str:
    """The ratio of the first and of the last year, and what became of the gap; ``names`` are the two groups'.

    ``as_whole`` says that the region is compared as a whole: nothing is averaged then.
    """
    focus, benchmark = names
    before, after = percent_text(found.before, found.after), percent_text(found.after, found.before)
    course = found.course(*(plain_number(text.removesuffix("%")) / 100 for text in (before, after)))
    if before == after:
        ratio = f"{focus}{'按逆向指标折算' if direction is Direction.LOWER else ''}仍为{benchmark}的 {after}"
    else:
        share = f"按逆向指标折算为{benchmark}水平的比例" if direction is Direction.LOWER else f"为{benchmark}的比例"
        ratio = f"{focus}{share}由 {before} {'升' if found.after > found.before else '降'}到 {after}"
    averaged = "" if as_whole else f"（{say('common-averaging-names', averaging=found.averaging)}）"
    return f"{found.first}—{found.last}年{ratio}{averaged}，{COURSES[course]}"


def describe_changes(found: Changes | None, named: Named, years: list[int]) -> str:
    """How many areas rose and fell between the first and the last year; the few that went the other way are named."""
    if found is None:
        return single_year(years[0]) if years else NO_COMPARISON
    span = f"{found.first}—{found.last}年"
    held = {"上升": found.higher, "下降": found.lower, "持平": found.same}
    known = {way: codes for way, codes in held.items() if codes}
    told = named.remarks(found.known, found.unknown, found.small, found.redrawn)
    if not known:
        return f"{span}没有一个{named.noun}前后可比{told}"
    if len(known) == 1:
        way = next(iter(known))
        return f"{span}{found.known}个{named.noun}{'都' if found.known > 1 else ''}{way}{told}"
    parts = [
        f"{len(codes)}个{way}" + (f"（{named.list_some(codes)}）" if len(codes) < found.known / 2 else "")
        for way, codes in known.items()
    ]
    return f"{span}{found.known}个{named.noun}中{'、'.join(parts)}{told}"
