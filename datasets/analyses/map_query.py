"""A view: all that decides what the atlas shows. One query string is one view; nonsense in it is named and ignored."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from datasets.city.city import City
from datasets.city.facilities import types_held
from geodata.region import Level
from indicators.classes import FEWEST, MOST, Method
from indicators.definition import Domain

FIRST_CHOICE = "medical_beds_per_1000_residents"  # what the atlas opens with where the dataset holds it
DEFAULT_CLASSES = 5
NOTHING = "—"  # what a part of the address may be where the dataset offers no choice


class Compare(StrEnum):
    """What a second map shows, if any."""

    NONE = "none"
    YEARS = "years"
    INDICATORS = "indicators"


_UNUSED = {
    Compare.NONE: {"compare", "other_indicator", "other_year"},
    Compare.YEARS: {"other_indicator"},
    Compare.INDICATORS: set[str](),
}


@dataclass(frozen=True)
class View:
    """A view that can be shown: everything in it exists in the city.

    ``within`` is the county whose townships are opened. ``target`` is the entry of the ledger that the classes are
    anchored on, None for the indicator's last one. ``other_indicator`` and ``other_year`` belong to the second map and
    are set whether or not it is shown. ``facilities`` are the types whose points are drawn over the map.
    """

    dataset: str
    indicator: str
    level: Level
    year: int
    method: Method
    target: str | None
    classes: int
    breaks: tuple[float, ...]
    labels: bool
    within: str | None
    selected: str | None
    compare: Compare
    other_indicator: str
    other_year: int
    facilities: tuple[str, ...] = ()

    def query(self) -> dict[str, str]:
        """The view as query parameters, in a fixed order; what is unset or not shown is left out."""
        unused = _UNUSED[self.compare] | (set() if self.method is Method.OWN else {"breaks"})
        texts = {field.name: _text(getattr(self, field.name)) for field in fields(self) if field.name not in unused}
        return {name: text for name, text in texts.items() if text}


@dataclass(frozen=True)
class Ignored:
    """A part of a query that could not be used, and what it may be."""

    name: str
    found: str
    allowed: str


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case tuple():
            return ",".join(part if isinstance(part, str) else f"{part:.15g}" for part in value)
    return str(value)


def available(city: City, dataset: str) -> dict[Domain, list[str]]:
    """The indicators that a dataset can map, by domain: headline ones, the others by name, then those of facilities."""
    mapped = [
        indicator
        for key, indicator in city.indicators.items()
        if key in city.datasets[dataset].records and city.levels(dataset, key)
    ]
    plain = [indicator for indicator in mapped if indicator.facility_type is None]
    of_facilities = [indicator for indicator in mapped if indicator.facility_type]  # as declared: share_within leads
    ordered = [*sorted(plain, key=lambda indicator: (not indicator.headline, indicator.id)), *of_facilities]
    by_domain = {domain: [i.id for i in ordered if i.domain is domain] for domain in Domain}
    return {domain: ids for domain, ids in by_domain.items() if ids}


def offered(city: City, dataset: str) -> dict[Domain, list[str]]:
    """The indicators to choose from: those available, or where there are none the one that stands for them, empty."""
    first = FIRST_CHOICE if FIRST_CHOICE in city.indicators else next(iter(city.indicators))
    return available(city, dataset) or {city.indicators[first].domain: [first]}


def years_offered(city: City, dataset: str, indicator: str, level: Level) -> list[int]:
    """The years to choose from: those with a value, or where there are none the one that stands for them, empty."""
    return city.years(dataset, indicator, level) or [city.year_without_figures(dataset)]


def default_view(city: City) -> View:
    """The view that an empty address opens."""
    return view_from(city, {})


def read_query(city: City, query: Mapping[str, str]) -> tuple[View, list[Ignored]]:
    """The view that a query string asks for, and the parts of it that were ignored."""
    wanted: dict[str, Any] = {}
    ignored = []
    for name, text in query.items():
        reader = _READERS.get(name)
        if reader is None:
            ignored.append(Ignored(name, text, ", ".join(_READERS)))
            continue
        allowed = _allowed(city, name)
        try:
            wanted[name] = reader(text)
        except ValueError:
            ignored.append(Ignored(name, text, allowed))
            continue
        if not _exists(city, name, wanted[name]):
            ignored.append(Ignored(name, text, allowed))
            del wanted[name]
    view = view_from(city, wanted)
    ignored += [
        Ignored(name, _text(value), _allowed_in(city, view, name))
        for name, value in wanted.items()
        if name in _ADJUSTED and getattr(view, name) != value
    ]
    return view, ignored


def view_from(city: City, wanted: Mapping[str, Any]) -> View:
    """The nearest view to what is wanted: a level, a year or an indicator that the dataset lacks gives way."""
    dataset = wanted.get("dataset") or next(iter(city.datasets))
    choices = offered(city, dataset)
    every = [key for keys in choices.values() for key in keys]
    indicator = wanted.get("indicator")
    if indicator not in every:
        domain = city.indicators[indicator].domain if indicator in city.indicators else None
        first = FIRST_CHOICE if FIRST_CHOICE in every else every[0]
        indicator = choices[domain][0] if domain in choices else first
    within = wanted.get("within")
    levels = city.levels(dataset, indicator) or [Level.COUNTY]
    level = Level.TOWNSHIP if within else Level(wanted.get("level") or Level.COUNTY)
    level = level if level in levels else levels[0]
    years = years_offered(city, dataset, indicator, level)
    year = _nearest(years, wanted.get("year"))
    other = wanted.get("other_indicator")
    same_level = [key for key in every if level in city.levels(dataset, key)] or every
    if other not in same_level:
        other = next((key for key in same_level if key != indicator), indicator)
    compare = wanted.get("compare") or Compare.NONE
    others = years_offered(city, dataset, other, level) if compare is Compare.INDICATORS else years
    other_year = wanted.get("other_year") or (year if compare is Compare.INDICATORS else years[0])
    codes = city.geography.codes(level)
    selected = wanted.get("selected")
    return View(
        dataset=dataset,
        indicator=indicator,
        level=level,
        year=year,
        method=wanted.get("method") or Method.NATURAL,
        target=_target_of(city, indicator, wanted),
        classes=wanted.get("classes") or DEFAULT_CLASSES,
        breaks=tuple(wanted.get("breaks") or ()),
        labels=wanted.get("labels", True),
        within=within if level is Level.TOWNSHIP else None,
        selected=selected if selected in codes else None,
        compare=compare,
        other_indicator=other,
        other_year=_nearest(others, other_year),
        facilities=_held(city, dataset, wanted.get("facilities") or ()),
    )


def _held(city: City, dataset: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The wanted types of facility that a dataset has points of."""
    held = types_held(city, dataset) if wanted else []
    return tuple(type_ for type_ in wanted if type_ in held)


def _target_of(city: City, indicator: str, wanted: Mapping[str, Any]) -> str | None:
    entry = city.targets.get(wanted.get("target") or "")
    return entry.id if entry and entry.indicator == indicator and wanted.get("method") is Method.TARGET else None


def changed(city: City, view: View, **wanted: Any) -> View:
    """The view after the reader changed something; the rest follows as far as it can.

    A domain leads to its first indicator. Leaving the township level closes the opened county. A comparison starts
    with a year that has something to compare.
    """
    domain = wanted.pop("domain", None)
    if domain and city.indicators[view.indicator].domain is not domain:
        wanted["indicator"] = next(iter(offered(city, wanted.get("dataset", view.dataset)).get(domain, ())), None)
    if wanted.get("level") is Level.COUNTY:
        wanted["within"] = None
    if "compare" in wanted:
        wanted["other_year"] = None
    current = {field.name: getattr(view, field.name) for field in fields(view)}
    return view_from(city, current | wanted)


def as_kept_in_browser(
    view: View,
    year: int | None,
    other_year: int | None,
    labels: bool | None,
    selected: str | None,
    facilities: list[str] | None,
) -> View:
    """The view at the years, the names, the selection and the facilities that only the browser knows."""
    told = {"year": year, "other_year": other_year, "labels": labels}
    known: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    return replace(view, selected=selected, facilities=tuple(facilities or ()), **known)


def can_be(city: City, wanted: Mapping[str, Any]) -> bool:
    """Whether the city has all that is wanted, as keywords of ``changed``."""
    return all(value is None or _exists(city, name, value) for name, value in wanted.items())


def _nearest(years: list[int], wanted: int | None) -> int:
    """The wanted year, else the last one before it, else the first; without a wish the last."""
    if wanted is None:
        return years[-1]
    earlier = [year for year in years if year <= wanted]
    return earlier[-1] if earlier else years[0]


def _flag(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1"


def _numbers(text: str) -> tuple[float, ...]:
    numbers = sorted({float(part) for part in re.split(r"[,，、;；\s]+", text) if part.strip()})
    if not numbers or len(numbers) >= MOST or not all(abs(number) <= 1e12 for number in numbers):
        raise ValueError(text)
    return tuple(numbers)


def _words(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(re.split(r"[,，\s]+", text.strip(" ,，"))))
    if words == ("",):
        raise ValueError(text)
    return words


def breaks_text(breaks: tuple[float, ...]) -> str:
    """Own class breaks as the field and the address hold them, every digit kept."""
    return ",".join(f"{number:.15g}" for number in breaks)


def read_breaks(text: str | None) -> tuple[float, ...]:
    """Own class breaks from a field: numbers parted by commas; empty where the text is not that."""
    try:
        return _numbers(text or "")
    except ValueError:
        return ()


_READERS: dict[str, Callable[[str], Any]] = {
    "dataset": str,
    "indicator": str,
    "level": Level,
    "year": int,
    "method": Method,
    "target": str,
    "classes": int,
    "breaks": _numbers,
    "labels": _flag,
    "within": str,
    "selected": str,
    "compare": Compare,
    "other_indicator": str,
    "other_year": int,
    "facilities": _words,
}
_ADJUSTED = (
    "indicator",
    "target",
    "level",
    "year",
    "within",
    "selected",
    "other_indicator",
    "facilities",
)  # what may give way to the rest


def _exists(city: City, name: str, value: Any) -> bool:
    choices = _choices(city).get(name)
    return choices is None or value in choices


def _choices(city: City) -> dict[str, list[Any]]:
    return {
        "dataset": list(city.datasets),
        "indicator": list(city.indicators),
        "target": list(city.targets),
        "other_indicator": list(city.indicators),
        "level": city.geography.levels,
        "within": city.geography.codes(Level.COUNTY),
        "classes": list(range(FEWEST, MOST + 1)),
        "method": list(Method),
        "compare": list(Compare),
    }


_FORMS = {
    "labels": "0, 1",
    "breaks": f"1-{MOST - 1} numbers: 2.5,4,5.5",
    "year": "2016",
    "other_year": "2016",
    "selected": "441882",
    "facilities": "township_hospital,library",
}


def _allowed(city: City, name: str) -> str:
    choices = _choices(city).get(name)
    return ", ".join(map(str, choices)) if choices else _FORMS[name]


def _allowed_in(city: City, view: View, name: str) -> str:
    """What a part may be beside the rest of the view."""
    every = [key for keys in offered(city, view.dataset).values() for key in keys]
    choices: dict[str, list[Any]] = {
        "indicator": every,
        "other_indicator": every,
        "target": [key for key, entry in city.targets.items() if entry.indicator == view.indicator],
        "level": city.levels(view.dataset, view.indicator) or [view.level],
        "year": years_offered(city, view.dataset, view.indicator, view.level),
        "within": city.geography.codes(Level.COUNTY),
        "selected": city.geography.codes(view.level),
        "facilities": types_held(city, view.dataset) or [NOTHING],
    }
    return ", ".join(map(str, choices[name]))
