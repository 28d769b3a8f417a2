"""What a pack holds: the presets of ``briefings.toml``, and a reader's choice checked against the city."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass as plain
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from datasets.city.city import City
from datasets.city.offered_indicators import list_mapped_indicators
from datasets.files.declarations import BadInputError, read_declarations
from datasets.kinds import POPULATION
from geodata.region import Level
from indicators.definition import Domain
from locales.data import list_names, speaks

LONGEST_TEXT = 120  # letters of a title or a maker
MOST_SCENARIOS = 4  # of sites, side by side in one table
MOST_PICTURES = 240  # maps and charts that one pack may ask for; the booklet needs 5 MB of memory for each


class PackSubject(StrEnum):
    """Whom a pack speaks of."""

    CITY = "city"
    COUNTY = "county"
    DEPARTMENT = "department"


class DefaultIndicators(StrEnum):
    """Which indicators a preset takes where the reader names none: ``LED`` are those of the department's targets."""

    HEADLINE = "headline"
    ALL = "all"
    LED = "led"


class DefaultYears(StrEnum):
    """Which years a preset takes where the reader names none."""

    LATEST = "latest"
    FIRST_AND_LATEST = "first_and_latest"


class PackPart(StrEnum):
    """A part of a pack, in the order in which packs hold them."""

    OVERVIEW = "overview"
    COUNTY = "county"
    MAPS = "maps"
    GAPS = "gaps"
    RANKINGS = "rankings"
    TRENDS = "trends"
    TARGETS = "targets"


@speaks("name", "title", "description")
@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Preset:
    """A kind of pack: its name, what a reader is told of it, and what it holds unless the reader chooses otherwise."""

    name: str
    title: str
    description: str
    subject: PackSubject
    indicators: DefaultIndicators
    years: DefaultYears
    sections: tuple[PackPart, ...]


@plain(frozen=True)
class PackChoice:
    """A pack that can be made: everything in it exists in the dataset, and every year has data.

    ``years`` ascend; ``department`` is empty but for a department's pack, ``counties`` for one of counties.
    ``scenarios`` are ids of saved scenarios of sites; whether there are such, only the store knows.
    """

    preset: str
    dataset: str
    indicators: tuple[str, ...]
    years: tuple[int, ...]
    counties: tuple[str, ...]
    department: str
    title: str
    maker: str
    scenarios: tuple[int, ...] = ()

    @property
    def year(self) -> int:
        """The latest year, which the pack speaks of."""
        return self.years[-1]


def read_presets(root: Path) -> dict[str, Preset]:
    """The presets under the project's folder ``root``. Raises BadInputError."""
    faults: list[str] = []
    presets = read_declarations(root / "datasets" / "briefings.toml", Preset, faults)
    if faults:
        raise BadInputError(faults)
    return presets


def departments(city: City) -> list[str]:
    """The departments that lead any target, in the ledger's order."""
    return list(dict.fromkeys(a.lead_department for a in city.ledger if a.targets and a.lead_department))


def led_indicators(city: City, dataset: str, department: str) -> list[str]:
    """The indicators of the targets that a department leads, as far as the dataset can map them."""
    led = [entry.indicator for a in city.ledger if a.lead_department == department for entry in a.targets]
    return [key for key in dict.fromkeys(led) if city.years(dataset, key, Level.COUNTY)]


def county_indicators(city: City, dataset: str) -> list[str]:
    """The indicators with values of counties, domain by domain."""
    mapped = [key for keys in list_mapped_indicators(city, dataset).values() for key in keys]
    return [key for key in mapped if city.years(dataset, key, Level.COUNTY)]


def offered_indicators(city: City, dataset: str) -> dict[Domain, list[str]]:
    """The indicators that a whole domain stands for, by domain: no details, which are taken by name only."""
    found: dict[Domain, list[str]] = {}
    for key in county_indicators(city, dataset):
        if not city.indicators[key].is_detail:
            found.setdefault(city.indicators[key].domain, []).append(key)
    return found


def picture_count(preset: Preset, indicators: int, years: int, counties: int) -> int:
    """About how many maps and charts a pack of so many indicators, years and counties holds; less where data lack."""
    yearly = sum(part in (PackPart.MAPS, PackPart.GAPS, PackPart.RANKINGS) for part in preset.sections)
    once = sum(part is PackPart.TRENDS for part in preset.sections)
    return indicators * (yearly * years + once) + counties


def parse_choice(name: str, content: bytes) -> dict[str, Any]:
    """The JSON object in a file. Raises BadInputError, naming the file."""
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise BadInputError([f"{name}: not valid JSON in UTF-8: {error}"]) from error
    if not isinstance(found, dict):
        raise BadInputError([f'{name}: expected a JSON object such as {{"preset": "monthly"}}'])
    return found


def read_choice(city: City, presets: Mapping[str, Preset], wanted: Mapping[str, Any]) -> PackChoice:
    """The choice that a JSON object holds; what it leaves out the preset decides.

    Keys: ``preset, dataset, groups, domains, indicators, years, counties, department, scenarios, title, maker``; the
    city is in the groups already. Raises BadInputError with every fault: what was found and what is allowed.
    """
    reader = _ChoiceReader(city, presets, wanted)
    choice = reader.choice()
    if reader.faults or choice is None:
        raise BadInputError(reader.faults)
    return choice


_KEYS = (
    *("preset", "dataset", "groups", "domains", "indicators", "years", "counties", "department", "scenarios"),
    *("title", "maker"),
)
_LISTED = 12  # as many allowed values as a message can hold


class _ChoiceReader:
    """Reads one choice key by key; ``faults`` gathers what is wrong."""

    def __init__(self, city: City, presets: Mapping[str, Preset], wanted: Mapping[str, Any]) -> None:
        self.city, self.presets, self.wanted = city, presets, wanted
        self.faults = [
            f"{key}: this key is not known; allowed are {', '.join(_KEYS)}" for key in wanted if key not in _KEYS
        ]

    def choice(self) -> PackChoice | None:
        city = self.city
        preset_id = self._read_one("preset", list(self.presets), next(iter(self.presets)))
        dataset = self._read_one("dataset", list(city.datasets), next(iter(city.datasets)))
        title, maker = self._read_text("title"), self._read_text("maker")
        if preset_id is None or dataset is None:
            return None
        preset = self.presets[preset_id]
        department = self._read_department(preset)
        counties = self._read_counties(preset)
        indicators = self._read_indicators(preset, dataset, department)
        years = self._read_years(preset, dataset, indicators)
        scenarios = self._read_scenarios()
        if self.faults:
            return None
        self._check_size(preset, indicators, years, counties)
        return PackChoice(
            preset_id, dataset, indicators, years, counties, department, title or preset.title, maker, scenarios
        )

    def _keep_known(
        self, key: str, how: str, allowed: Collection[Any], found: Iterable[Any], listed: Sequence[str] | None = None
    ) -> list[Any]:
        """What of ``found`` is allowed; anything else is a fault, which names what is ``listed``."""
        found = list(found)
        described = _describe_allowed(how, list(map(str, allowed) if listed is None else listed))
        self.faults += [f"{key}: got '{str(item)[:40]}'; {described}" for item in found if item not in allowed]
        return [item for item in found if item in allowed]

    def _read_one(self, key: str, allowed: list[str], default: str) -> str | None:
        return next(iter(self._keep_known(key, "one of", allowed, [self.wanted.get(key) or default])), None)

    def _read_text(self, key: str) -> str:
        found = self.wanted.get(key) or ""
        if not isinstance(found, str) or len(found) > LONGEST_TEXT:
            self.faults.append(f"{key}: expected a text of at most {LONGEST_TEXT} letters, got '{str(found)[:40]}'")
            return ""
        return " ".join("".join(letter if letter.isprintable() else " " for letter in found).split())

    def _read_list(self, key: str) -> list[Any]:
        found = self.wanted.get(key) or []
        if isinstance(found, (list, tuple)):
            return list(dict.fromkeys(item for item in found if isinstance(item, (str, int))))
        self.faults.append(f"{key}: expected a list, got '{str(found)[:40]}'")
        return []

    def _read_scenarios(self) -> tuple[int, ...]:
        found = self._read_list("scenarios")
        wrong = [item for item in found if not (isinstance(item, int) and item > 0)]
        self.faults += [f"scenarios: expected numbers of saved scenarios, got '{str(item)[:40]}'" for item in wrong]
        if len(found) > MOST_SCENARIOS:
            self.faults.append(
                f"scenarios: at most {MOST_SCENARIOS} stand side by side, got {len(found)}; choose fewer"
            )
        return tuple(item for item in found if item not in wrong)

    def _read_department(self, preset: Preset) -> str:
        if preset.subject is not PackSubject.DEPARTMENT:
            return ""
        return self._read_one("department", departments(self.city), "") or ""

    def _read_counties(self, preset: Preset) -> tuple[str, ...]:
        codes, counties = self.city.geography.codes(Level.COUNTY), self.city.region.counties
        by_name = {
            name: one.adcode
            for one in counties
            for name in (one.adcode, *list_names(one), *list_names(one, "short_name"))
        }
        listed = [f"{county.adcode} {county.name}" for county in counties]
        wanted = [by_name.get(str(item), str(item)) for item in self._read_list("counties")]
        known = self._keep_known("counties", "adcodes or names of", codes, wanted, listed)
        if preset.subject is not PackSubject.COUNTY:
            return ()
        return tuple(dict.fromkeys(known)) if wanted else tuple(codes)

    def _read_indicators(self, preset: Preset, dataset: str, department: str) -> tuple[str, ...]:
        by_domain = offered_indicators(self.city, dataset)
        every = [key for keys in by_domain.values() for key in keys]
        domains = self._read_domains(by_domain)
        if self._read_list("indicators"):
            return self._named_indicators(dataset, county_indicators(self.city, dataset))
        if domains:
            return tuple(key for domain in domains for key in by_domain[domain])
        if preset.indicators is DefaultIndicators.LED:
            led = led_indicators(self.city, dataset, department) if department else []
            if department and not led:
                self.faults.append(f"department: {dataset} holds no figure for any target of {department}")
            return tuple(led)
        headline = [key for key in every if self.city.indicators[key].headline]
        return tuple(headline or every) if preset.indicators is DefaultIndicators.HEADLINE else tuple(every)

    def _named_indicators(self, dataset: str, every: list[str]) -> tuple[str, ...]:
        found = (self.city.indicator_ids.get(str(item), str(item)) for item in self._read_list("indicators"))
        known = self._keep_known("indicators", "any of", self.city.indicators, found, every)
        self.faults += [
            f"indicators: {dataset} holds no county's value of '{key}'; {_describe_allowed('any of', every)}"
            for key in known
            if key not in every
        ]
        return tuple(key for key in known if key in every)

    def _read_domains(self, by_domain: Mapping[Domain, list[str]]) -> list[Domain]:
        found = self._keep_known("domains", "any of", by_domain, self._read_list("domains"))
        return [domain for domain in by_domain if domain in found]

    def _read_years(self, preset: Preset, dataset: str, indicators: tuple[str, ...]) -> tuple[int, ...]:
        by_indicator = {key: self.city.years(dataset, key, Level.COUNTY) for key in indicators}
        # Where no indicator could be read, years are checked against the population's: all faults are told at once.
        checked = by_indicator or {"": self.city.years(dataset, POPULATION, Level.COUNTY)}
        held = sorted({year for years in checked.values() for year in years})
        wanted = self._read_list("years")
        if held:
            self._keep_known("years", "years with data, any of", held, wanted)
        if wanted or not held:
            return tuple(sorted(year for year in wanted if isinstance(year, int)))
        # The year that most indicators have: a single later figure is not to empty all other pages.
        latest = max(held, key=lambda year: (sum(year in years for years in by_indicator.values()), year))
        first_too = preset.years is DefaultYears.FIRST_AND_LATEST and held[0] < latest
        return (held[0], latest) if first_too else (latest,)

    def _check_size(
        self, preset: Preset, indicators: tuple[str, ...], years: tuple[int, ...], counties: tuple[str, ...]
    ) -> None:
        count = picture_count(preset, len(indicators), len(years), len(counties))
        if count > MOST_PICTURES:
            self.faults.append(f"this pack would hold {count} pictures, at most {MOST_PICTURES} are made; choose fewer")


def _describe_allowed(how: str, allowed: list[str]) -> str:
    more = f" and {len(allowed) - _LISTED} more" if len(allowed) > _LISTED else ""
    return f"allowed: {how} {', '.join(allowed[:_LISTED])}{more}"
