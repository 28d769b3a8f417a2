"""Sentences of a pack about a county's place in the city and about policy targets, each number quoted from a cell."""

from collections.abc import Mapping

from indicators.definition import Indicator
from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import PolicyTarget
from indicators.policy.progress import Status, TargetProgress
from indicators.policy.statements import Statement
from indicators.profile import CountyComparison
from layouts.pack_terms import Key, Quoted, Sentence, SheetId, quote_row
from layouts.words.common import break_text, number
from layouts.words.pages import county as county_page
from layouts.words.pages import targets as targets_page
from layouts.words.paper.gap_sentences import quote_category_counts
from layouts.words.small_counts import LETTER, TOO_FEW, basis_text, unjudged_text
from locales import say


def describe_county(found: CountyComparison, year: int, county: str, code: str) -> Sentence:
    """A county's value, rank and comparison with the city; a rate over few events has neither."""
    indicator, row = found.indicator, (found.indicator.id, year, code)
    if found.value is None:
        return Sentence(f"{indicator.name}：{year}年{county}{say('common-missing')}。")
    text = county_page.with_unit(indicator, found.value)
    if indicator.yes_no:
        return Sentence(f"{indicator.name}：{year}年{county}为“{text}”。")
    unit = f" {county_page.unit_text(indicator)}"
    parts, numbers = [f"{indicator.name}：{year}年{county} {text}"], {"value": text.removesuffix(unit)}
    if found.basis and found.is_small:
        few = f"{basis_text(found.basis, indicator.decimals)}；{unjudged_text(found.basis)}"
        quoted = quote_row(SheetId.COUNTIES, row, numbers)
        quoted += _quote_basis(found.basis, indicator.decimals, SheetId.COUNTIES, row)
        return Sentence(f"{parts[0]}（{few}），不排名。", quoted)
    if rank := county_page.rank_text(found):
        parts.append(rank)
        numbers |= {"rank": str(found.rank), "counted": str(found.counted)}
    if found.city is not None:
        city = county_page.city_text(found)
        parts += [city, say("county-city-comparisons", comparison=found.against_city)]
        numbers["city"] = city.split(" ", 1)[1].removesuffix(unit)
    return Sentence("，".join(parts) + "。", quote_row(SheetId.COUNTIES, row, numbers))


def _quote_basis(basis: CountBasis, decimals: int, sheet: SheetId, row: Key) -> tuple[Quoted, ...]:
    """The count and the interval that a text of ``basis_text`` holds."""
    if basis.events is None:
        return ()
    numbers = {"events": f"{basis.events:,.0f}"}
    if basis.interval:
        numbers["low"], numbers["high"] = (number(bound, decimals) for bound in basis.interval)
    return quote_row(sheet, row, numbers)


def describe_target(
    article: int,
    target: PolicyTarget,
    status: Status,
    firm: bool,
    areas: Mapping[str, TargetProgress],
    year: int,
    indicator: Indicator,
    scope: str,
    statement: Statement | None = None,
) -> Sentence:
    """A target, its status, and how many areas reach it or the one area's value; or what was said of it."""
    row, edges = (target.id, year, ""), {}
    if not target.is_state:
        edges["required"] = break_text(target.value)
        if target.criterion.ceiling is not None:
            edges["met_from"] = break_text(target.criterion.edge or 0.0)
            edges["met_to"] = break_text(target.criterion.ceiling)
    numbers = quote_row(SheetId.TARGETS, row, edges)
    need = f"{targets_page.requirement(target)}，{targets_page.deadline_text(target)}，{scope}"
    state = f"{'' if firm else LETTER}{say('common-statuses', status=status)}"
    start = f"第{article}条“{target.subject}”（{need}）：截至{year}年{state}"
    if statement:
        said = targets_page.quote_statement(statement)
        return Sentence(
            f"{start}，无数字，据陈述：{said}。", numbers + quote_row(SheetId.TARGETS, row, {"statement": said})
        )
    if len(areas) == 1:
        (area, progress), *_ = areas.items()
        text, quoted = _describe_value(target, progress, indicator, (target.id, year, area))
        return Sentence(f"{start}{text}。", numbers + quoted)
    counts = _count_areas(areas)
    unknown = f"，{counts['unknown']} 个{say('common-missing')}" if "unknown" in counts else ""
    few = f"，{counts['few']} 个{TOO_FEW}" if "few" in counts else ""
    text = f"{start}，{counts['areas']} 个地区中 {counts['reached']} 个达到{few}{unknown}。"
    return Sentence(text, numbers + quote_row(SheetId.TARGETS, row, counts))


def _describe_value(
    target: PolicyTarget, progress: TargetProgress, indicator: Indicator, row: Key
) -> tuple[str, tuple[Quoted, ...]]:
    """The only area's value after the status, and its numbers; nothing where it is unknown."""
    if progress.value is None:
        return "", ()
    if target.is_state:
        return (
            f"，现为“{targets_page.value_text(target, progress.value, indicator.decimals, say('common-missing'))}”",
            (),
        )
    value = targets_page.beside_target(target, progress.value, indicator.decimals)
    text, numbers = f"，现为 {value} {target.unit}", quote_row(SheetId.TARGETS, row, {"value": value})
    if progress.basis and not progress.is_firm:
        text += f"（{basis_text(progress.basis, indicator.decimals)}；{unjudged_text(progress.basis)}）"
        numbers += _quote_basis(progress.basis, indicator.decimals, SheetId.TARGETS, row)
    return text, numbers


def _count_areas(areas: Mapping[str, TargetProgress]) -> dict[str, str]:
    """How many areas there are and reach the target; how many are too few to be judged or unknown, if any are."""
    statuses = [progress.counted_status for progress in areas.values()]
    counts = {"areas": len(areas), "reached": statuses.count(Status.REACHED)}
    others = {"few": statuses.count(Status.TOO_FEW), "unknown": statuses.count(Status.NO_DATA)}
    return {key: str(n) for key, n in (counts | {key: n for key, n in others.items() if n}).items()}


def count_statuses(counts: Mapping[Status, int], year: int) -> Sentence:
    """How many targets have each status; those whose status is not firm are counted apart, at the end."""
    named = {
        say("common-statuses", status=status): counts[status]
        for status in Status
        if counts.get(status) and status is not Status.TOO_FEW
    }
    few = {say("common-statuses", status=Status.TOO_FEW): counts[Status.TOO_FEW]} if counts.get(Status.TOO_FEW) else {}
    total = sum(counts.values())
    parts = ["、".join(f"{name} {n} 项" for name, n in named.items()), *(f"另有 {n} 项{TOO_FEW}" for n in few.values())]
    text = f"截至{year}年，{total} 项政策目标中：{'；'.join(part for part in parts if part)}。"
    return Sentence(
        text,
        quote_category_counts(say("document-counted-statuses"), year, {say("document-total"): total} | named | few),
    )
