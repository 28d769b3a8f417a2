"""The address of the atlas: one query string is one view, and nonsense in it is named and ignored."""

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from datasets.city.city import City
from datasets.city.facilities import list_facility_types
from datasets.city.offered_indicators import (
    find_opening_indicator,
    list_indicators_at,
    list_offered_indicators,
    list_offered_years,
)
from datasets.queries.query import IgnoredPart, Query, nearest_year, read_query
from datasets.queries.storyboard import MARK_EXAMPLE, MARKS, Mark, MarksPart, read_marks, write_marks
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.classes import FEWEST, MOST, BreakMethod

DEFAULT_CLASSES = 5
_NO_CHOICE = "—"  # what a part of the address may be where the dataset offers no choice
_LARGEST_BREAK = 1e12


class SecondMap(StrEnum):
    """What is shown beside the map: nothing, the same indicator in another year, or another indicator."""

    NONE = "none"
    YEARS = "years"
    INDICATORS = "indicators"


class MapLabels(StrEnum):
    """What is written on the areas: their names, the values below them where they fit, or nothing."""

    NAMES = "names"
    VALUES = "values"
    NONE = "none"


_OLD_LABELS = {"1": MapLabels.NAMES, "0": MapLabels.NONE}  # as addresses had them before there were values


def _split_breaks(text: str) -> tuple[float, ...]:
    numbers = sorted({float(part) for part in re.split(r"[,，、;；\s]+", text) if part.strip()})
    if not numbers or len(numbers) >= MOST or not all(abs(number) <= _LARGEST_BREAK for number in numbers):
        raise ValueError(text)
    return tuple(numbers)


def _split_words(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(re.split(r"[,，\s]+", text.strip(" ,，"))))
    if words == ("",):
        raise ValueError(text)
    return words


_Year = Annotated[int | None, BeforeValidator(int), Field(description="2016")]


class MapQuery(Query):
    """What an address asks the atlas for, None where it leaves the choice to the atlas; see ``MapView``."""

    dataset: str | None = None
    indicator: str | None = None
    level: Level | None = None
    year: _Year = None
    method: BreakMethod = BreakMethod.NATURAL
    target: str | None = None
    classes: int = DEFAULT_CLASSES
    breaks: Annotated[
        tuple[float, ...], BeforeValidator(_split_breaks), Field(description=f"1-{MOST - 1} numbers: 2.5,4,5.5")
    ] = ()
    labels: MapLabels = MapLabels.VALUES
    within: str | None = None
    selected: Annotated[str | None, Field(description="441882")] = None
    compare: SecondMap = SecondMap.NONE
    other_indicator: str | None = None
    other_year: _Year = None
    facilities: Annotated[
        tuple[str, ...], BeforeValidator(_split_words), Field(description="township_hospital,library")
    ] = ()
    marks: MarksPart = ()


# What gives way where the rest of the view does not allow it.
_DEPENDENT = ("indicator", "target", "level", "year", "within", "selected", "other_indicator", "facilities")
_UNUSED = {
    SecondMap.NONE: {"compare", "other_indicator", "other_year"},
    SecondMap.YEARS: {"other_indicator"},
    SecondMap.INDICATORS: set[str](),
}


@dataclass(frozen=True)
class MapView:
    """All that decides what the atlas shows; everything in it exists in the city.

    Of two years that are compared ``year`` is the earlier one, which stands left, whichever was asked for first.
    ``within`` is the county or division that is opened, ``selected`` the area that is marked. ``target`` is the policy
    target that the classes are anchored on, None for the indicator's last one. ``other_indicator`` and ``other_year``
    belong to the second map and are set whether or not it is shown. ``facilities`` are the types whose points are drawn
    over the map, ``marks`` what a user put on it by hand.
    """

    dataset: str
    indicator: str
    level: Level
    year: int
    method: BreakMethod
    target: str | None
    classes: int
    breaks: tuple[float, ...]
    labels: MapLabels
    within: str | None
    selected: str | None
    compare: SecondMap
    other_indicator: str
    other_year: int
    facilities: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    def to_query(self) -> dict[str, str]:
        """The view as query parameters, in a fixed order; what is unset or not shown is left out."""
        unused = _UNUSED[self.compare] | (set() if self.method is BreakMethod.OWN else {"breaks"})
        texts = {field.name: _write_part(getattr(self, field.name)) for field in fields(self)}
        return {name: text for name, text in texts.items() if text and name not in unused}


def _write_part(value: Any) -> str:
    match value:
        case None:
            return ""
        case (Mark(), *_):
            return write_marks(value)
        case tuple():
            return ",".join(part if isinstance(part, str) else f"{part:.15g}" for part in value)
    return str(value)


def classed_values(city: City, view: MapView, indicator: str | None = None) -> ClassedValues:
    """The values of the view's indicator, or of another one, classed as the view says."""
    key = indicator or view.indicator
    return city.panel(view.dataset, key, view.level, view.method, view.classes, view.breaks, view.target)


def default_view(city: City) -> MapView:
    """The view that an empty address opens."""
    return settle_view(city, MapQuery())


def read_map_query(city: City, query: Mapping[str, str]) -> tuple[MapView, list[IgnoredPart]]:
    """The view that a query string asks for, and the parts of it that were ignored or gave way to others."""
    wanted, ignored = read_query(MapQuery, query, _list_choices(city))
    ignored += [IgnoredPart(MARKS, piece, (MARK_EXAMPLE,)) for piece in read_marks(query.get(MARKS, ""))[1]]
    view = settle_view(city, wanted)
    dependent = [name for name in query if name in _DEPENDENT and name in wanted.model_fields_set]
    given_way = [name for name in dependent if getattr(view, name) != getattr(wanted, name)]
    if "year" in given_way and view.compare is SecondMap.YEARS and wanted.year == view.other_year:
        given_way.remove("year")  # the later one stands right
    choices = _list_choices_beside(city, view) if given_way else {}
    return view, ignored + [IgnoredPart(name, query[name], tuple(choices[name])) for name in given_way]


def settle_view(city: City, wanted: MapQuery) -> MapView:
    """The nearest view to what is wanted: a level, a year or an indicator that the dataset lacks gives way."""
    dataset = wanted.dataset or next(iter(city.datasets))
    offered = list_offered_indicators(city, dataset)
    every = [key for keys in offered.values() for key in keys]
    indicator = wanted.indicator
    if indicator not in every:
        domain = city.indicators[indicator].domain if indicator in city.indicators else None
        indicator = offered[domain][0] if domain in offered else find_opening_indicator(city, dataset)
    levels = city.levels(dataset, indicator) or [Level.COUNTY]
    is_county = wanted.within in city.region.by_adcode
    level = Level.TOWNSHIP if is_county else (wanted.level or Level.COUNTY)
    level = level if level in levels else levels[0]
    years = list_offered_years(city, dataset, indicator, level)
    year = nearest_year(years, wanted.year)
    of_level = list_indicators_at(city, dataset, level) or every
    other = wanted.other_indicator
    if other not in of_level:
        other = next((key for key in of_level if key != indicator), indicator)
    of_other = wanted.compare is SecondMap.INDICATORS
    other_years = list_offered_years(city, dataset, other, level) if of_other else years
    year, other_year = _settle_years(wanted, year, other_years)
    return MapView(
        dataset=dataset,
        indicator=indicator,
        level=level,
        year=year,
        method=wanted.method,
        target=_find_target(city, indicator, wanted),
        classes=wanted.classes,
        breaks=wanted.breaks,
        labels=wanted.labels,
        within=None if is_county and level is not Level.TOWNSHIP else wanted.within,
        selected=wanted.selected if wanted.selected in city.geography.codes(level) else None,
        compare=wanted.compare,
        other_indicator=other,
        other_year=other_year,
        facilities=_keep_held_types(city, dataset, wanted.facilities),
        marks=wanted.marks,
    )


def _settle_years(wanted: MapQuery, year: int, years: list[int]) -> tuple[int, int]:
    """The years of both maps, beside the ``year`` of the one: two that are compared differ, the earlier one first."""
    opening = year if wanted.compare is SecondMap.INDICATORS else years[0]
    other = nearest_year(years, wanted.other_year or opening)
    if wanted.compare is not SecondMap.YEARS:
        return year, other
    if other == year and wanted.other_year != wanted.year:
        other = years[0] if year != years[0] else years[-1]
    return min(year, other), max(year, other)


def _find_target(city: City, indicator: str, wanted: MapQuery) -> str | None:
    """The wanted target, where it is one of the indicator and anchors the classes."""
    target = city.targets.get(wanted.target or "")
    return target.id if target and target.indicator == indicator and wanted.method is BreakMethod.TARGET else None


def _keep_held_types(city: City, dataset: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The wanted types of facility that a dataset has points of."""
    held = list_facility_types(city, dataset) if wanted else []
    return tuple(type_ for type_ in wanted if type_ in held)


def change_view(city: City, view: MapView, **wanted: Any) -> MapView:
    """The view after the reader changed something; the rest follows as far as it can.

    A domain leads to its first indicator. Leaving the township level closes the opened county. A comparison starts
    with a year that has something to compare.
    """
    domain = wanted.pop("domain", None)
    if domain and city.indicators[view.indicator].domain is not domain:
        offered = list_offered_indicators(city, wanted.get("dataset", view.dataset))
        wanted["indicator"] = next(iter(offered.get(domain, ())), None)
    if wanted.get("level") is Level.COUNTY:
        wanted.setdefault("within", _leave_county(city, view.within))
    if "compare" in wanted:
        wanted["other_year"] = None
        if view.compare is SecondMap.YEARS:
            wanted.setdefault("year", view.other_year)  # the later one, which the reader came with as a rule
    return settle_view(city, MapQuery.model_construct(**asdict(view) | wanted))


def _leave_county(city: City, within: str | None) -> str | None:
    """Where an opened county leads to when its townships are left; a division stays open."""
    return city.region.find_division_around(within) if within in city.region.by_adcode and within else within


def update_from_browser(
    view: MapView,
    year: int | None,
    other_year: int | None,
    labels: MapLabels | None,
    selected: str | None,
    facilities: list[str] | None,
    marks: str | None,
) -> MapView:
    """The view at the years, the labels, the selection, the facilities and the marks that only the browser knows."""
    values: dict[str, Any] = {"year": year, "other_year": other_year, "labels": labels}
    known = {name: value for name, value in values.items() if value is not None}
    drawn = read_marks(marks or "")[0]
    now = replace(view, selected=selected, facilities=tuple(facilities or ()), marks=drawn, **known)
    if now.compare is not SecondMap.YEARS:
        return now
    return replace(now, year=min(now.year, now.other_year), other_year=max(now.year, now.other_year))


def is_available(city: City, wanted: Mapping[str, Any]) -> bool:
    """Whether the city has all that is wanted, as keywords of ``change_view``."""
    choices = _list_choices(city)
    return all(value is None or name not in choices or str(value) in choices[name] for name, value in wanted.items())


def write_breaks(breaks: tuple[float, ...]) -> str:
    """Own class breaks as the field and the address hold them, every digit kept."""
    return _write_part(breaks)


def read_breaks(text: str | None) -> tuple[float, ...]:
    """Own class breaks from a field: numbers parted by commas; empty where the text is not that."""
    try:
        return _split_breaks(text or "")
    except ValueError:
        return ()


def _list_choices(city: City) -> dict[str, Collection[str]]:
    """What the parts of an address may be in any view, as far as that is a closed set."""
    return {
        "dataset": list(city.datasets),
        "indicator": city.indicator_ids,
        "target": list(city.targets),
        "other_indicator": city.indicator_ids,
        "level": [str(level) for level in city.geography.levels],
        "within": city.geography.places,
        "classes": [str(count) for count in range(FEWEST, MOST + 1)],
        "method": list(BreakMethod),
        "compare": list(SecondMap),
        "labels": {label.value: label for label in MapLabels} | _OLD_LABELS,
    }


def _list_choices_beside(city: City, view: MapView) -> dict[str, list[str]]:
    """What the dependent parts of an address may be beside the rest of a view."""
    every = [key for keys in list_offered_indicators(city, view.dataset).values() for key in keys]
    return {
        "indicator": every,
        "other_indicator": every,
        "target": [key for key, target in city.targets.items() if target.indicator == view.indicator],
        "level": [str(level) for level in city.levels(view.dataset, view.indicator) or [view.level]],
        "year": [str(year) for year in list_offered_years(city, view.dataset, view.indicator, view.level)],
        "within": city.geography.places,
        "selected": city.geography.codes(view.level),
        "facilities": list_facility_types(city, view.dataset) or [_NO_CHOICE],
    }
