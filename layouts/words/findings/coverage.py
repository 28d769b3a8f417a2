"""What the page of facilities says: who is within the standard, where the others live, and how far they have it."""

from collections.abc import Callable, Mapping, Sequence

from layouts.words.pages.coverage import CITY, SHARE_TITLE, WORST_NONE, WORST_ORDERS, distance_text, rounded_people_text
from layouts.words.pages.coverage import share_text as percent

_MOST_NAMED = 3
ESTIMATED = "（居民位置为估计）"
_ENDS: dict[str, tuple[str, Callable[[float], str]]] = {
    "residents": (WORST_ORDERS["residents"], rounded_people_text),
    "distance": (WORST_ORDERS["distance"], distance_text),
}
Place = tuple[str, str, float]  # a settlement, its county, and its residents or its kilometres


def shares_subject(type_: str, year: int) -> str:
    """What the chart of the counties shows."""
    return f"{type_}{SHARE_TITLE}，{year}年（%）"


def measures_subject(groups: tuple[str, str], type_: str, year: int) -> str:
    """What the table of measures shows."""
    return f"全市、{'和'.join(groups)}的{type_}，{year}年（单位见各行）"


def worst_subject(places: int, people: float, year: int) -> str:
    """What the list of settlements shows."""
    counted = f"：{places:,}个，{rounded_people_text(people)}" if places else ""
    return f"标准外的居民点，{year}年{counted}"


def describe_map(share: float | None, outside: Mapping[str, float], reach: tuple[str, str], estimated: bool) -> str:
    """The share of residents within reach, and where most of the others live; "" where the share is not known.

    ``outside`` are the residents out of reach by county; ``reach`` is the type of facility and its standard.
    """
    if share is None:
        return ""
    type_, within = reach
    total = sum(outside.values())
    if not total:
        return f"{CITY}居民都在{type_}{within}以内{ESTIMATED if estimated else ''}"
    shown = {name: rounded_people_text(count) for name, count in outside.items()}
    most = shown[max(outside, key=outside.__getitem__)]
    names = [name for name, text in shown.items() if text == most]
    of = f"，占{percent(outside[names[0]] / total * 100)}" if len(names) == 1 and len(outside) > 1 else ""
    each = "各" if len(names) > 1 else ""
    told = f"{CITY}{percent(share)}的居民在{type_}{within}以内；以外的最多在{_list_some(names)}（{each}{most}{of}）"
    return told + (ESTIMATED if estimated else "")


def describe_distances(city: float | None, counties: Mapping[str, float], unit: str, type_: str) -> str:
    """How far nine tenths of the residents have it at most, and in which county they have it farthest.

    The values are those of the measure 九成居民的路程; "" where that of the whole is not known.
    """
    if city is None:
        return ""
    told = f"{CITY}九成居民到最近的{type_}不超过 {city:,.1f} {unit}"
    if len(counties) < 2:
        return told
    shown = {name: f"{value:,.1f}" for name, value in counties.items()}
    most = shown[max(counties, key=counties.__getitem__)]
    names = [name for name, text in shown.items() if text == most]
    return told if len(names) == len(shown) else f"{told}，最远的{_list_some(names)}为 {most} {unit}"


def describe_worst(order: str, first: Sequence[Place]) -> str:
    """Which settlement out of reach has most residents, or the longest way; ``first`` are all that share the place."""
    if not first:
        return WORST_NONE.removesuffix("。")
    end, text = _ENDS[order]
    name, county, value = first[0]
    if len(first) == 1:
        return f"{end}的是{name}（{county}，{text(value)}）"
    return f"{end}的是{name}（{county}）等{len(first)}个（各{text(value)}）"


def _list_some(names: Sequence[str]) -> str:
    return "、".join(names) if len(names) <= _MOST_NAMED else f"{names[0]}等{len(names)}个县"
