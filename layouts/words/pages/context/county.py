"""The words of a county's place in the country, and of the counties most like it."""

from collections.abc import Mapping

from datasets.census.comparability import Comparability
from datasets.census.national import LikenessMeasure, Place, Summary
from indicators.definition import Direction, Indicator
from indicators.profile import SIMILAR_SHARE, CityComparison
from layouts.words.common import number
from layouts.words.pages.county import value_text
from locales import say, say_all


def place_columns(province: str = "{province}") -> list[str]:
    """The headings of the places of a county."""
    return [text.format(province=province) for text in say_all("county-context-columns-").values()]


def compared_text(counts: Mapping[CityComparison, int]) -> str:
    """How many figures are better than those of the counties alike, near them, or worse."""
    parts = say("list-names").join(
        say("county-context-compared", comparison=verdict, count=count) for verdict, count in counts.items() if count
    )
    return say("county-context-compared-all", parts=parts, share=f"{SIMILAR_SHARE:.0%}")


def place_text(place: Place | None) -> str:
    """A rank and of how many."""
    return f"{place.rank} / {number(place.of, 0)}" if place else say("county-context-not-ranked")


def place_hint(place: Place, direction: Direction) -> str:
    """The percentile in words."""
    if place.percentile is None:
        return ""
    percentile = f"{place.percentile:.0f}"
    return say("county-context-percentile", direction=direction, percentile=percentile)


def mean_text(indicator: Indicator, alike: Summary | None) -> str:
    """The mean of the counties alike."""
    return value_text(indicator, alike.mean if alike else None)


def range_text(indicator: Indicator, alike: Summary | None) -> str:
    """The lowest and highest value of the counties alike."""
    if alike is None:
        return say("common-missing")
    return f"{value_text(indicator, alike.low)}–{value_text(indicator, alike.high)}"


def measure_text(measure: LikenessMeasure, value: float | None) -> str:
    """A measure of likeness without its unit."""
    return say("common-missing") if value is None else number(value, measure.decimals)


def mark_text(mark: Comparability | None) -> str:
    """What is to be said of a county's two years."""
    return say("county-context-mark", comparability=mark) if mark else ""
