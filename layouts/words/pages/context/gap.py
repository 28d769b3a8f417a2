"""The words of the gap page's cards that look beyond the city: the reference area in all indicators, counties alike."""

from collections.abc import Sequence

from datasets.analyses.gap_analysis import ReferenceComparison
from indicators.definition import Indicator
from indicators.gaps.gaps import reaches_line
from indicators.profile import CityComparison
from layouts.words.common import printed_difference
from layouts.words.pages.atlas import percent_text
from layouts.words.pages.gap import level_text, mark_inverted
from locales import say, say_all


def alike_columns() -> list[str]:
    """The headings of the table of counties beside those like them."""
    return [*say_all("gap-context-alike-columns-").values()]


def references_title(region: str, reference: str) -> str:
    """The heading of the card."""
    return say("gap-context-references-title", region=region, reference=reference)


def references_columns(years: Sequence[int], region: str, reference: str) -> list[str]:
    """The headings: both levels and the ratio of every year, the change, and whether the line is held."""
    by_year = [
        text
        for year in years
        for text in (
            say("gap-context-level", year=year, name=region),
            say("gap-context-level", year=year, name=reference),
            say("gap-context-ratio", year=year),
        )
    ]
    change = [say("gap-context-change")] if len(years) > 1 else []
    return [say("gap-context-indicator"), *by_year, *change, say("gap-context-line", year=years[-1])]


def references_row(indicator: Indicator, found: dict[int, ReferenceComparison], years: Sequence[int]) -> list[str]:
    """The cells of an indicator."""
    name = mark_inverted(indicator.name, indicator.direction)
    cells = [cell for year in years for cell in _year_cells(indicator, found.get(year))]
    change = [change_text(found, years)] if len(years) > 1 else []
    return [name, *cells, *change, line_text(found.get(years[-1]))]


def _year_cells(indicator: Indicator, one: ReferenceComparison | None) -> list[str]:
    if one is None or one.ratio is None:
        return [say("common-missing"), say("common-missing"), "—"]
    return [level_text(indicator, one.city), level_text(indicator, one.reference), percent_text(one.ratio)]


def change_text(found: dict[int, ReferenceComparison], years: Sequence[int]) -> str:
    """How the ratio changed, as the printed ratios differ."""
    first, last = (found[year].ratio if year in found else None for year in (years[0], years[-1]))
    if first is None or last is None:
        return "—"
    points = printed_difference(percent_text(first), percent_text(last))
    sign = "" if not float(points) else "+" if last > first else "−"
    return f"{sign}{points}"


def line_text(one: ReferenceComparison | None) -> str:
    """Whether the region reaches 80 % of the reference area."""
    if one is None or one.ratio is None:
        return "—"
    if one.basis and one.basis.is_small:
        return say("small-few")
    return say("gap-context-reached") if reaches_line(one.ratio) else say("gap-context-short")


def references_summary(
    names: tuple[str, str], rows: Sequence[dict[int, ReferenceComparison]], years: Sequence[int]
) -> list[str]:
    """What the table comes to: how many of the indicators reach the line, and how many ratios rose and fell."""
    last, judged = years[-1], {year: [line_text(one.get(year)) for one in rows] for year in years}
    lines = {
        year: (texts.count(say("gap-context-reached")), texts.count(say("gap-context-short")))
        for year, texts in judged.items()
    }
    reached, short = lines[last]
    city, reference = names
    judged_now = reached + short
    counts = {
        "year": last,
        "city": city,
        "reference": reference,
        "judged": judged_now,
        "reached": reached,
        "short": short,
    }
    if len(years) == 1:
        return [say("gap-context-summary-year", **counts)]
    changes = [change_text(one, years) for one in rows]
    rose, fell = (sum(text.startswith(sign) for text in changes) for sign in ("+", "−"))
    first = {"first": years[0], "first_judged": sum(lines[years[0]]), "first_reached": lines[years[0]][0]}
    return [say("gap-context-summary", **counts, **first, rose=rose, fell=fell)]


def alike_summary(counts: dict[CityComparison, int]) -> str:
    """How many counties are better than those like them."""
    if counts[CityComparison.UNJUDGED] == sum(counts.values()):
        return say("gap-context-alike-unjudged")
    parts = [
        say("gap-context-alike-part", comparison=verdict, count=count) for verdict, count in counts.items() if count
    ]
    return say("gap-context-alike-summary", count=sum(counts.values()), parts=say("list-names").join(parts))


def compared_text(verdict: CityComparison) -> str:
    """How a value compares with the mean of the counties alike."""
    return say("gap-context-verdicts", comparison=verdict)
