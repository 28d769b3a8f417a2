"""What the page of facilities says: who is within the standard, where the others live, and how far they have it."""

from collections.abc import Mapping, Sequence

from layouts.words.findings.values import list_some
from layouts.words.pages.coverage import distance_text, rounded_people_text
from layouts.words.pages.coverage import share_text as percent
from locales import say

Place = tuple[str, str, float]  # a settlement, its county, and its residents or its kilometres


def worst_subject(places: int, people: float, year: int) -> str:
    """What the list of settlements shows."""
    told = rounded_people_text(people)
    return say("findings-worst-subject", year=year, places=places, number=f"{places:,}", people=told)


def describe_map(share: float | None, outside: Mapping[str, float], reach: tuple[str, str], estimated: bool) -> str:
    """The share of residents within reach, and where most of the others live; "" where the share is not known.

    ``outside`` are the residents out of reach by county; ``reach`` is the type of facility and its standard.
    """
    if share is None:
        return ""
    type_, within = reach
    told = {"type": type_, "within": within, "estimated": estimated}
    total = sum(outside.values())
    if not total:
        return say("findings-reach-all", **told)
    shown = {name: rounded_people_text(count) for name, count in outside.items()}
    most = shown[max(outside, key=outside.__getitem__)]
    names = [name for name, text in shown.items() if text == most]
    of = percent(outside[names[0]] / total * 100) if len(names) == 1 and len(outside) > 1 else "none"
    listed = list_some(names)
    return say("findings-reach", share=percent(share), names=listed, most=most, count=len(names), of=of, **told)


def describe_distances(city: float | None, counties: Mapping[str, float], unit: str, type_: str) -> str:
    """How far nine tenths of the residents have it at most, and in which county they have it farthest.

    The values are those of the measure 九成居民的路程; "" where that of the whole is not known.
    """
    if city is None:
        return ""
    told = {"distance": f"{city:,.1f}", "unit": unit, "type": type_}
    shown = {name: f"{value:,.1f}" for name, value in counties.items()}
    most = shown[max(counties, key=counties.__getitem__)] if shown else ""
    names = [name for name, text in shown.items() if text == most]
    return say("findings-distances", names="none" if len(names) == len(shown) else list_some(names), most=most, **told)


def describe_worst(order: str, first: Sequence[Place]) -> str:
    """Which settlement out of reach has most residents, or the longest way; ``first`` are all that share the place."""
    if not first:
        return say("findings-worst-none")
    name, county, value = first[0]
    text = distance_text(value) if order == "distance" else rounded_people_text(value)
    return say("findings-worst", order=order, name=name, county=county, value=text, count=len(first))
