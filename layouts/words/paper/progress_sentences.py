"""Sentences of a pack about a county's place in the city and about policy targets, each number quoted from a cell."""

from collections.abc import Mapping
from typing import Any

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
from layouts.words.small_counts import basis_text, unjudged_text
from locales import say


def describe_county(found: CountyComparison, year: int, county: str, code: str) -> Sentence:
    """A county's value, rank and comparison with the city; a rate over few events has neither."""
    indicator, row = found.indicator, (found.indicator.id, year, code)
    told = {"indicator": indicator.name, "year": year, "county": county}
    if found.value is None:
        return Sentence(say("pack-county-missing", **told))
    text = county_page.with_unit(indicator, found.value)
    if indicator.yes_no:
        return Sentence(say("pack-county-state", state=text, **told))
    numbers = {"value": county_page.value_text(indicator, found.value)}
    if found.basis and found.is_small:
        quoted = quote_row(SheetId.COUNTIES, row, numbers)
        quoted += _quote_basis(found.basis, indicator.decimals, SheetId.COUNTIES, row)
        few = _few_text(found.basis, indicator.decimals)
        return Sentence(say("pack-county-few", value=text, few=few, **told), quoted)
    parts = [text]
    if rank := county_page.rank_text(found):
        parts.append(rank)
        numbers |= {"rank": str(found.rank), "counted": str(found.counted)}
    if found.city is not None:
        parts += [county_page.city_text(found), say("findings-standing-verdict", comparison=found.against_city)]
        numbers["city"] = county_page.value_text(indicator, found.city)
    sentence = say("pack-county", parts=say("list-comma").join(parts), **told)
    return Sentence(sentence, quote_row(SheetId.COUNTIES, row, numbers))


def _few_text(basis: CountBasis, decimals: int) -> str:
    return say("list-parts").join([basis_text(basis, decimals), unjudged_text(basis)])


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
    need = [targets_page.requirement(target), targets_page.deadline_text(target), scope]
    told = {
        "article": article,
        "subject": target.subject,
        "need": say("list-comma").join(need),
        "year": year,
        "status": status,
        "firm": firm,
    }
    if statement:
        said = targets_page.quote_statement(statement)
        quoted = numbers + quote_row(SheetId.TARGETS, row, {"statement": said})
        return Sentence(say("pack-target-stated", said=said, **told), quoted)
    if len(areas) == 1:
        (area, progress), *_ = areas.items()
        text, quoted = _describe_value(told, target, progress, indicator, (target.id, year, area))
        return Sentence(text, numbers + quoted)
    counts = _count_areas(areas)
    text = say("pack-target-areas", **{"few": 0, "unknown": 0} | counts, **told)
    return Sentence(text, numbers + quote_row(SheetId.TARGETS, row, {key: str(n) for key, n in counts.items()}))


def _describe_value(
    told: Mapping[str, Any], target: PolicyTarget, progress: TargetProgress, indicator: Indicator, row: Key
) -> tuple[str, tuple[Quoted, ...]]:
    """The sentence with the only area's value after the status, and its numbers; none where it is unknown."""
    if progress.value is None:
        return say("pack-target-bare", **told), ()
    if target.is_state:
        state = targets_page.value_text(target, progress.value, indicator.decimals, say("common-missing"))
        return say("pack-target-state", value=state, **told), ()
    value = targets_page.beside_target(target, progress.value, indicator.decimals)
    few, numbers = "none", quote_row(SheetId.TARGETS, row, {"value": value})
    if progress.basis and not progress.is_firm:
        few = _few_text(progress.basis, indicator.decimals)
        numbers += _quote_basis(progress.basis, indicator.decimals, SheetId.TARGETS, row)
    return say("pack-target-value", value=value, unit=target.unit, few=few, **told), numbers


def _count_areas(areas: Mapping[str, TargetProgress]) -> dict[str, int]:
    """How many areas there are and reach the target; how many are too few to be judged or unknown, if any are."""
    statuses = [progress.counted_status for progress in areas.values()]
    others = {"few": statuses.count(Status.TOO_FEW), "unknown": statuses.count(Status.NO_DATA)}
    found = {"areas": len(areas), "reached": statuses.count(Status.REACHED)}
    return found | {key: n for key, n in others.items() if n}


def count_statuses(counts: Mapping[Status, int], year: int) -> Sentence:
    """How many targets have each status; those whose status is not firm are counted apart, at the end."""
    listed = sorted((status for status in Status if counts.get(status)), key=lambda status: status is Status.TOO_FEW)
    named = {say("common-statuses", status=status): counts[status] for status in listed}
    quoted = quote_category_counts(
        say("document-counted-statuses"), year, {say("document-total"): sum(named.values())} | named
    )
    return Sentence(say("pack-statuses-sentence", **_tell_statuses(counts, year)), quoted)


def statuses_finding(counts: Mapping[Status, int], year: int) -> str:
    """The same as a finding, without a full stop."""
    return say("pack-statuses", **_tell_statuses(counts, year)) if counts else ""


def _tell_statuses(counts: Mapping[Status, int], year: int) -> dict[str, Any]:
    held = {status: counts[status] for status in Status if counts.get(status)}
    few = held.pop(Status.TOO_FEW, 0)
    told = say("list-names").join(say("pack-statuses-part", status=status, count=n) for status, n in held.items())
    parts = [told, say("pack-statuses-few", count=few) if few else ""]
    return {"year": year, "total": sum(counts.values()), "parts": say("list-parts").join(filter(None, parts))}
