"""Two groups of counties as an address gives them (``groups=山区.440232_城区.440203.440204``), and a city of them.

The first group is measured against the second one. A code of two or four digits stands for every county of the
province or prefecture.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from datasets.city.city import City
from datasets.queries.query import GROUPS
from geodata.region import REST, Group, Region

FOCUS, BENCHMARK = "first", "second"  # the groups' keys
LONGEST_TEXT = 4000  # characters, of an address that every browser and proxy takes
COLOURS = ("#B4531A", "#1B6E8C")  # of a region that declares none
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

    def to_text(self) -> str:
        """The division as an address has it."""
        return _BETWEEN_GROUPS.join(
            _BETWEEN_CODES.join([group.name, *group.counties]) for group in (self.focus, self.benchmark)
        )


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
    division = find_declared_division(city.region) if city.declared else None
    return {GROUPS: division.to_text()} if division else {}


def regroup_as_given(city: City, groups: str) -> City:
    """The city in the groups that an address gives; the same one where it gives none. Raises GroupError."""
    return regroup_city(city, read_division(groups, city.region)) if groups else city


def regroup_city(city: City, division: Division) -> City:
    """The same city, its counties in other groups. The policy keeps those that it was written for."""
    region, geography = city.region, city.geography
    groups = dict.fromkeys(division.focus.counties, FOCUS) | dict.fromkeys(division.benchmark.counties, BENCHMARK)
    names, colours = (division.focus.name, division.benchmark.name), choose_colours(region)
    regrouped = replace(
        region,
        gap_name=_GAP_NAME,
        groups={
            key: Group(name, "", colour) for key, name, colour in zip((FOCUS, BENCHMARK), names, colours, strict=True)
        },
        benchmark=BENCHMARK,
        counties=tuple(replace(county, group=groups.get(county.adcode, REST)) for county in region.counties),
    )
    layers = (geography.counties, geography.townships)
    counties, townships = (areas.assign(group=_map_groups(areas["county"], groups)) for areas in layers)
    return replace(
        city,
        geography=replace(geography, region=regrouped, counties=counties, townships=townships),
        declared=city,
    )


def choose_colours(region: Region) -> tuple[str, str]:
    """The colours of two groups: those of the region's own, if it has any."""
    if not region.is_grouped:
        return COLOURS
    return region.groups[region.focus].colour, region.groups[region.benchmark].colour


def _map_groups(counties: Iterable[str], groups: dict[str, str]) -> list[str]:
    return [groups.get(code, REST) for code in counties]
