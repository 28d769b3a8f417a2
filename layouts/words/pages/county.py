"""The words of a county's profile."""

from collections.abc import Sequence

from indicators.definition import Indicator, ValueKind
from indicators.profile import CountyComparison, Trend
from layouts.words.common import notes_text, number
from layouts.words.small_counts import note_text
from locales import say, say_all


def spine_columns() -> list[str]:
    """The headings of the list of places among the counties: the county, the city, the unit."""
    return [*say_all("county-spine-columns-").values()]


def figures_without_data(year: int, names: Sequence[str]) -> str:
    """The key figures that a year lacks."""
    return say("county-figures-without-data", count=len(names), year=year, names=say("list-names").join(names))


def value_text(indicator: Indicator, value: float | None) -> str:
    """A value without its unit; a state as yes or no."""
    if value is None:
        return say("common-missing")
    if indicator.yes_no:
        return say("common-yes") if value >= 0.5 else say("common-no")
    return number(value, indicator.decimals)


def unit_text(indicator: Indicator) -> str:
    """The unit beside a value; a state has none."""
    return "" if indicator.yes_no else indicator.unit


def with_unit(indicator: Indicator, value: float | None) -> str:
    """A value and its unit."""
    text = value_text(indicator, value)
    return text if value is None else f"{text} {unit_text(indicator)}".rstrip()


def rank_text(standing: CountyComparison) -> str:
    """The rank among the counties with data; nothing where there is none."""
    if standing.rank is None:
        return ""
    return say("county-rank", direction=standing.indicator.direction, rank=standing.rank, counted=standing.counted)


def basis_text(standing: CountyComparison) -> str:
    """What stands beside a value that chance moves: its count and interval."""
    return note_text(standing.basis, standing.indicator.decimals)


def comparison_hint(standing: CountyComparison) -> str:
    """What the pointer reads over a county's value: kind, source, and what it rests on where chance moves it."""
    return "\n".join(
        part for part in (basis_text(standing), source_text(standing.kind, standing.source, standing.note)) if part
    )


def city_text(standing: CountyComparison) -> str:
    """The city's value; of a count it is the sum, of a state the share of counties that have it."""
    indicator = standing.indicator
    if indicator.yes_no:
        if standing.city is None:
            return say("county-city-level", value=say("common-missing"))
        return say("county-city-share", share=f"{standing.city:.1%}")
    value = with_unit(indicator, standing.city)
    return (
        say("county-city-level", value=value) if indicator.formula.denominator else say("county-city-sum", value=value)
    )


def other_years(trend: Trend) -> str:
    """In which years there is a value, where the profile's year has none."""
    years = [str(year) for year in trend.known_years]
    return say("county-other-years", years=say("list-names").join(years) or "none")


def single_year(trend: Trend) -> str:
    """Why there is no line."""
    years = trend.known_years
    return say("county-single-year", year=years[0]) if years else ""


def path_text(indicator: Indicator, trend: Trend) -> str:
    """The county's values year by year: what a sparkline draws, in words."""
    pairs = zip(trend.years, trend.county, strict=True)
    return say("list-parts").join(
        say("county-path", year=year, value=with_unit(indicator, value)) for year, value in pairs
    )


def trend_key(name: str, group: str) -> tuple[str, str]:
    """The two lines of a sparkline."""
    return name, say("county-trend-key", group=group)


def mark_key(benchmark: str, reference: str) -> list[str]:
    """What the middle line, the mark of the benchmark and that of the outside area mean; the last one may be none."""
    outside = [say("county-mark-key-outside", reference=reference)] if reference else []  # beyond every county too
    return [say("county-centre"), say("county-group-mean", group=benchmark), *outside]


def source_text(kind: ValueKind | None, source: str, note: str) -> str:
    """Kind, source and note of one value."""
    return (
        say("county-source", kind=say("common-kinds", kind=kind), sources=column_text([source], [note]))
        if kind
        else say("common-missing")
    )


def column_text(sources: list[str], notes: list[str]) -> str:
    """Sources and notes of a column of values."""
    joined, noted = say("list-parts").join(sources), notes_text(notes)
    return say("county-column", sources=joined, notes=noted) if noted else joined


def sources_text(kinds: list[ValueKind], sources: list[str], notes: list[str]) -> str:
    """Kinds, sources and notes of all values."""
    named, noted = say("list-names").join(say("common-kinds", kind=kind) for kind in kinds), notes_text(notes)
    joined = say("list-parts").join(sources)
    return say(
        "county-sources",
        kinds=named or say("common-missing"),
        sources=joined or say("common-missing"),
        notes=noted or "none",
    )
