"""The words on charts for paper."""

from indicators.definition import Indicator
from layouts.words.common import number
from locales import say

_MOST_DIGITS = 15


def full_number(value: float, decimals: int) -> str:
    """A rounded value with ``decimals``, or with more where it has more: those that keep it in its class."""
    return next(
        text
        for digits in range(decimals, _MOST_DIGITS + 1)
        if float((text := number(value, digits)).replace(",", "")) == value or digits == _MOST_DIGITS
    )


def value_text(value: float | None, decimals: int, yes_no: bool) -> str:
    """An area's value without its unit; a state as yes or no."""
    if value is None:
        return say("common-missing")
    return (say("common-yes") if value >= 0.5 else say("common-no")) if yes_no else full_number(value, decimals)


def level_text(value: float | None, decimals: int, yes_no: bool) -> str:
    """A group's level without its unit; of a state the share of counties that have it."""
    if value is None:
        return say("common-missing")
    return say("chart-share-of-counties", share=f"{value:.0%}") if yes_no else number(value, decimals)


def order_text(indicator: Indicator, firm: int, small: int) -> str:
    """How the areas of a ranking are ordered: ``firm`` have a rank, ``small`` rest on too few events for one."""
    if small and not firm:
        return say("chart-order-of-small")
    if indicator.yes_no:
        return say("chart-order-of-states")
    order = say("chart-orders", direction=indicator.direction)
    return say("list-parts").join([order, say("chart-small-last", count=small)]) if small else order


def without_values(names: list[str]) -> str:
    """Who has no value in any year."""
    return say("chart-without-values", names=say("list-names").join(names))


def ranking_title(what: str, ranked: bool) -> str:
    """The title of a ranking; ``what`` names place, indicator and year."""
    return say("chart-ranking-title", what=what, is_ranked=ranked)


def trend_title(place: str, indicator: Indicator, years: list[int]) -> str:
    """The title of a trend."""
    name = say("picture-indicator", indicator=indicator.name, unit=indicator.unit)
    return say("chart-trend-title", place=place, indicator=name, span=_span_text(years))


def states_title(place: str, indicator: Indicator, years: list[int]) -> str:
    """What the picture of a state shows."""
    return say("chart-states-title", place=place, indicator=indicator.name, span=_span_text(years))


def _span_text(years: list[int]) -> str:
    if len(years) == 1:
        return say("document-year", year=years[0])
    return say("picture-span", first=years[0], last=years[-1])


def heat_subtitle(targets: int, filters: list[str]) -> str:
    """How many targets are shown, and what they were chosen by."""
    return say("chart-heat-subtitle", count=targets, filters=say("list-comma").join(filters) or "none")
