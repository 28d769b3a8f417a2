"""What a dataset of a city holds under which names: the list that the search of the browser looks through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from datasets.city.city import City
from datasets.city.facilities import find_townships, list_facility_types
from datasets.city.offered_indicators import list_indicators_at, list_mapped_indicators
from datasets.search.spelling import spell
from geodata.region import Level
from indicators.definition import Domain
from locales import DEFAULT, say, speaking
from locales.data import list_names, list_translations

_MOST_FACILITIES = 5000  # of a prefecture with all its schools and clinics


class EntryKind(StrEnum):
    """What can be found; a page by its path, everything else by its id or code."""

    INDICATOR = "indicator"
    AREA = "area"
    DOMAIN = "domain"
    FACILITY_TYPE = "type"
    FACILITY = "facility"
    TARGET = "target"
    PAGE = "page"


@dataclass(frozen=True)
class SearchEntry:
    """One thing that has a name.

    ``words`` are other texts that mean it, ``note`` tells it from others of its name. ``level`` is that of an area, the
    finest one of an indicator, ``held`` for a type of which there is a facility, the type of a facility, or the pages
    that show a domain; ``around`` is the county of a township or facility, or the article of a target.
    """

    key: str
    name: str
    words: tuple[str, ...] = ()
    note: str = ""
    level: str = ""
    around: str = ""

    def to_row(self) -> list[str]:
        """The entry as the browser gets it: its fields, with the pinyin of its name after that."""
        spelled = next((text for text in (self.name, *self.words) if not text.isascii()), self.name)
        return [self.key, self.name, spell(spelled), " ".join(self.words), self.note, self.level, self.around]


def list_entries(city: City, dataset: str, domains: Mapping[Domain, str]) -> dict[EntryKind, list[SearchEntry]]:
    """Everything of a dataset that can be found but the pages; ``domains`` are their names."""
    city = city.of_policy
    return {
        EntryKind.INDICATOR: list(_list_indicators(city, dataset, domains)),
        EntryKind.AREA: [_describe_region(city), *_list_counties(city), *_list_townships(city), *_list_divisions(city)],
        EntryKind.DOMAIN: list(_list_domains(city, dataset, domains)),
        EntryKind.FACILITY_TYPE: list(_list_types(city, dataset, domains)),
        EntryKind.FACILITY: list(_list_facilities(city, dataset)),
        EntryKind.TARGET: list(_list_targets(city)),
    }


def find_township_indicator(city: City, dataset: str) -> str:
    """The indicator with which a township is shown that is asked for without one; empty where none has townships."""
    return next(iter(list_indicators_at(city, dataset, Level.TOWNSHIP)), "")


def _list_indicators(city: City, dataset: str, domains: Mapping[Domain, str]) -> Iterable[SearchEntry]:
    for domain, keys in list_mapped_indicators(city, dataset).items():
        for key in keys:
            one = city.indicators[key]
            words = (*list_names(one), key, *one.aliases)
            level = Level.TOWNSHIP if Level.TOWNSHIP in city.levels(dataset, key) else Level.COUNTY
            yield SearchEntry(key, one.name, words, domains[domain], level)


def _list_domains(city: City, dataset: str, domains: Mapping[Domain, str]) -> Iterable[SearchEntry]:
    with_targets = {target.domain for target in city.targets.values()}
    shown = {"gap": list_mapped_indicators(city, dataset), "targets": with_targets}
    for domain in Domain:
        if pages := [page for page, held in shown.items() if domain in held]:
            yield SearchEntry(domain, domains[domain], (domain.replace("_", " "),), level=" ".join(pages))


def _describe_region(city: City) -> SearchEntry:
    region = city.region
    return SearchEntry(region.adcode, region.name, (*list_names(region), region.adcode), level="region")


def _list_counties(city: City) -> Iterable[SearchEntry]:
    region = city.region
    for county in region.counties:
        around = region.find_division_around(county.adcode)
        words = [*list_names(county), county.adcode, *(former.name for former in county.former)]
        note = _name_division(city, around)
        yield SearchEntry(county.adcode, county.name, tuple(words), note, Level.COUNTY, county.adcode)


def _list_townships(city: City) -> Iterable[SearchEntry]:
    with speaking(DEFAULT):
        declared = city.geography.townships["name"]
    townships = city.geography.townships
    for named, (code, name, county) in zip(declared, townships[["name", "county"]].itertuples(name=None), strict=True):
        note = city.region.by_adcode[county].name
        yield SearchEntry(
            str(code), str(name), (*list_translations(named), str(code)), note, Level.TOWNSHIP, str(county)
        )


def _list_divisions(city: City) -> Iterable[SearchEntry]:
    for code, name in city.region.divisions.items():
        yield SearchEntry(code, name, (), _name_division(city, city.region.find_division_around(code)), "division")


def _name_division(city: City, code: str | None) -> str:
    """A division with the one around it: 广东省清远市."""
    if code is None:
        return ""
    outer, inner = _name_division(city, city.region.find_division_around(code)), city.region.divisions[code]
    return say("common-place-within", outer=outer, inner=inner) if outer else inner


def _list_types(city: City, dataset: str, domains: Mapping[Domain, str]) -> Iterable[SearchEntry]:
    held = set(list_facility_types(city, dataset))
    for key, one in city.facility_types.items():
        words = (key.replace("_", " "), *one.aliases)
        yield SearchEntry(key, one.name, words, domains[one.domain], "held" if key in held else "")


def _list_facilities(city: City, dataset: str) -> Iterable[SearchEntry]:
    """The facilities with a name of their own, with type and county; no more than a browser looks through at once."""
    facilities, geography = city.datasets[dataset].facilities, city.geography
    if facilities.empty:
        return
    named = facilities.assign(place=find_townships(facilities, geography)).head(_MOST_FACILITIES)
    for code, name, type_, place in named[["code", "name", "type", "place"]].itertuples(index=False, name=None):
        county = (geography.county_of(place) if isinstance(place, str) else None) or ""
        where = city.region.by_adcode[county].name if county in city.region.by_adcode else ""
        kind = city.facility_types[type_].name if type_ in city.facility_types else ""
        yield SearchEntry(str(code), str(name), (), " ".join(filter(None, (where, kind))), str(type_), county)


def _list_targets(city: City) -> Iterable[SearchEntry]:
    for article in city.ledger:
        for target in article.targets:
            words = (target.id, target.clause, article.title)
            yield SearchEntry(target.id, target.subject, words, article.title, around=str(article.article))
