"""Two groups of counties as an address gives them (``groups=山区.440232_城区.440203.440204``), and a city of them.

The first group is measured against the second one. A code of two or four digits stands for every county of the
province or prefecture. Of a region that declares no groups, an editor may save two for every reader; ``groups=none``
then opens it without any.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from datasets.city.city import City
from datasets.queries.query import GROUPS
from datasets.saved_division import SavedDivision
from geodata.region import GROUP_COLOURS, REST, Group, Region
from locales import DEFAULT, speaking

FOCUS, BENCHMARK = "first", "second"  # the groups' keys
NO_GROUPS = "none"  # what an address gives for the region without the groups that were saved for it
LONGEST_TEXT = 4000  # characters, of an address that every browser and proxy takes
_GAP_NAME = "组间差距"
_BETWEEN_GROUPS, _BETWEEN_CODES = "_", "."  # neither is escaped in an address
_LONGEST_NAME = 10  # characters
_NAME = re.compile(rf"[^\W_](?:[^\W_]|[ ·（）()-]){{0,{_LONGEST_NAME - 1}}}")
_CODE = re.compile(r"[1-9]\d(?:\d\d){0,2}", re.ASCII)


class GroupFault(StrEnum):
    """What is wrong with the groups of an address."""

    NOT_TWO = "not_two"
    NAME = "name"
    SAME_NAME = "same_name"
    EMPTY = "empty"
    UNKNOWN_CODE = "unknown_code"
    IN_BOTH = "in_both"
    TOO_LONG = "too_long"
    DECLARED = "declared"  # the region has groups of its own, which nobody replaces for all readers
    NONE_SAVED = "none_saved"


class GroupError(ValueError):
    """Groups that cannot be formed: what is wrong, and the name or code that is."""

    LONGEST_NAME = _LONGEST_NAME

    def __init__(self, fault: GroupFault, found: str = "") -> None:
        super().__init__(f"{fault}: {found}")
        self.fault, self.found = fault, found


@dataclass(frozen=True)
class CountyGroup:
    """The name of a group and its counties' adcodes, in the region's order."""

    name: str
    counties: tuple[str, ...]


@dataclass(frozen=True)
class Division:
    """Two groups of counties; counties may be in neither."""

    focus: CountyGroup
    benchmark: CountyGroup

    def to_text(self, region: Region) -> str:
        """The division as an address has it: short codes stand for whole provinces and prefectures of the region."""
        return _BETWEEN_GROUPS.join(
            _BETWEEN_CODES.join([group.name, *_shorten_codes(group.counties, region)])
            for group in (self.focus, self.benchmark)
        )


def _shorten_codes(counties: Iterable[str], region: Region) -> list[str]:
    codes = list(counties)
    for length in (2, 4):
        there = Counter(code[:length] for code in region.by_adcode)
        own = Counter(code[:length] for code in codes if len(code) > length)
        whole = {prefix for prefix, count in own.items() if count == there[prefix] > 1}
        codes = list(dict.fromkeys(code[:length] if code[:length] in whole else code for code in codes))
    return codes


def read_division(text: str, region: Region) -> Division:
    """The groups that an address gives. Raises GroupError."""
    if len(text) > LONGEST_TEXT:
        raise GroupError(GroupFault.TOO_LONG)
    parts = text.split(_BETWEEN_GROUPS)
    if len(parts) != 2:
        raise GroupError(GroupFault.NOT_TWO)
    focus, benchmark = (_read_group(part.split(_BETWEEN_CODES), region) for part in parts)
    if focus.name == benchmark.name:
        raise GroupError(GroupFault.SAME_NAME, focus.name)
    if shared := [code for code in focus.counties if code in benchmark.counties]:
        raise GroupError(GroupFault.IN_BOTH, shared[0])
    return Division(focus, benchmark)


def _read_group(parts: list[str], region: Region) -> CountyGroup:
    name, *codes = (part.strip() for part in parts)
    if not _NAME.fullmatch(name):
        raise GroupError(GroupFault.NAME, name)
    members: set[str] = set()
    for code in codes:
        found = [adcode for adcode in region.by_adcode if adcode.startswith(code)] if _CODE.fullmatch(code) else []
        if not found:
            raise GroupError(GroupFault.UNKNOWN_CODE, code)
        members.update(found)
    if not members:
        raise GroupError(GroupFault.EMPTY, name)
    return CountyGroup(name, tuple(code for code in region.by_adcode if code in members))


def find_declared_division(region: Region) -> Division | None:
    """The two groups that a region has; None for one without."""
    if not region.is_grouped:
        return None
    focus, benchmark = (
        CountyGroup(region.groups[key].name, tuple(region.members(key))) for key in (region.focus, region.benchmark)
    )
    return Division(focus, benchmark)


def given_groups(city: City) -> dict[str, str]:
    """The part of an address that leads to the groups of a city; empty for the region's own."""
    return {GROUPS: _write_groups(city)} if city.declared else {}


def resolve_groups(city: City, groups: str) -> str:
    """The groups that an address gives, written in one way; "" where the city is in them. Raises GroupError."""
    if not groups:
        return ""
    if groups == NO_GROUPS and not city.of_policy.region.is_grouped:
        given = NO_GROUPS
    else:
        given = read_division(groups, city.region).to_text(city.region)
    return "" if given == _write_groups(city) else given


def regroup_as_given(city: City, groups: str) -> City:
    """The city in the groups that an address gives; the same one where it gives none. Raises GroupError."""
    given = resolve_groups(city, groups)
    if given == NO_GROUPS:
        return replace(city.of_policy, declared=city.of_policy, saved_divisions=city.saved_divisions)
    return regroup_city(city, read_division(given, city.region)) if given else city


def show_saved_division(city: City, saved: tuple[SavedDivision, ...]) -> City:
    """The city as readers see it: in the groups that an editor has saved last, its own where there are none to form.

    ``saved`` are the last divisions that were saved or withdrawn, the newest first.
    """
    if not saved:
        return city
    beside = replace(city, saved_divisions=saved)
    division = None if find_saved_fault(beside) else read_saved_division(beside)
    return replace(regroup_city(city, division), saved_divisions=saved) if division else beside


def read_saved_division(city: City) -> Division | None:
    """The groups that an editor has saved last; None where none were, or they were withdrawn.

    Raises GroupError where they do not fit the region, whose counties may have changed since.
    """
    groups = city.saved_divisions[0].groups if city.saved_divisions else ""
    return read_division(check_division(city, groups), city.region) if groups else None


def find_saved_fault(city: City) -> GroupError | None:
    """Why the groups that were saved last are not shown; None where they are, or there are none."""
    try:
        read_saved_division(city)
    except GroupError as error:
        return error
    return None


def check_division(city: City, groups: str) -> str:
    """Groups that are to be saved for all readers, written in one way; "" withdraws them. Raises GroupError."""
    region = city.of_policy.region
    if region.is_grouped:
        raise GroupError(GroupFault.DECLARED)
    if groups:
        return read_division(groups, region).to_text(region)
    if not city.saved_divisions or not city.saved_divisions[0].groups:
        raise GroupError(GroupFault.NONE_SAVED)
    return ""


def _write_groups(city: City) -> str:
    division = find_declared_division(city.region)
    return division.to_text(city.region) if division else NO_GROUPS


@speaking(DEFAULT)  # copies of what is declared keep the texts as they are declared
def regroup_city(city: City, division: Division) -> City:
    """The same city, its counties in other groups. The policy keeps those that it was written for."""
    base = city.of_policy
    region, geography = base.region, base.geography
    groups = dict.fromkeys(division.focus.counties, FOCUS) | dict.fromkeys(division.benchmark.counties, BENCHMARK)
    names, colours = (division.focus.name, division.benchmark.name), choose_colours(region)
    regrouped = replace(
        region,
        gap_name=_GAP_NAME,
        groups={key: Group(name, colour) for key, name, colour in zip((FOCUS, BENCHMARK), names, colours, strict=True)},
        benchmark=BENCHMARK,
        counties=tuple(replace(county, group=groups.get(county.adcode, REST)) for county in region.counties),
    )
    layers = (geography.counties, geography.townships)
    counties, townships = (areas.assign(group=_map_groups(areas["county"], groups)) for areas in layers)
    return replace(
        base,
        geography=replace(geography, region=regrouped, counties=counties, townships=townships),
        declared=base,
        saved_divisions=city.saved_divisions,
    )


def choose_colours(region: Region) -> tuple[str, str]:
    """The colours of two groups: those of the region's own, if it has any."""
    if not region.is_grouped:
        return GROUP_COLOURS
    return region.groups[region.focus].colour, region.groups[region.benchmark].colour


def _map_groups(counties: Iterable[str], groups: dict[str, str]) -> list[str]:
    return [groups.get(code, REST) for code in counties]
