"""Provinces and prefectures by code or name, and a region made of one: nothing of it has to be declared.

What is known of a division is its code, its name and the middle meridian of its zone; its counties are the polygons of
the base map whose codes begin as its own does. Such a region has no groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from geodata.region import County, Group, Reference, Region
from locales.data import compose

EVERY = "all"  # the key of the one group of a region that nobody has divided
COUNTRY = Reference("100000", "全国31省区市")
_FIRST_ZONE, _FIRST_MERIDIAN, _ZONE_WIDTH = 4534, 75, 3  # EPSG:4534 is CGCS2000 / 3-degree Gauss-Kruger CM 75E
_PROVINCE_TOLERANCE_M = 700  # a third of a pixel where a province fills a screen
_NEAREST = 3


class UnknownDivisionError(ValueError):
    """No division bears a code or name; the text says which come nearest."""


@dataclass(frozen=True)
class Division:
    """A province or prefecture; ``meridian`` is the middle of it, in degrees east."""

    adcode: str
    name: str
    short_name: str
    meridian: float

    @property
    def is_province(self) -> bool:
        """Whether it is a province, a region of that rank, or a municipality under the central government."""
        return self.adcode.endswith("0000")

    @property
    def prefix(self) -> str:
        """How the codes of its counties begin."""
        return self.adcode[:2] if self.is_province else self.adcode[:4]


def find_division(text: str, divisions: dict[str, Division]) -> Division:
    """The division that bears a code (two, four or six digits) or a name. Raises UnknownDivisionError."""
    if text.isdigit() and len(text) in (2, 4, 6):
        found = divisions.get(text.ljust(6, "0"))
        if found:
            return found
        raise UnknownDivisionError(_describe_unknown_code(text, divisions))
    for names in (
        {one.adcode: one.name for one in divisions.values()},
        {one.adcode: one.short_name for one in divisions.values()},
    ):
        bearers = [code for code, name in names.items() if name == text]
        if len(bearers) == 1:
            return divisions[bearers[0]]
        if bearers:
            raise UnknownDivisionError(f"'{text}' is the name of {_list_divisions(bearers, divisions)}: give the code")
    raise UnknownDivisionError(_describe_unknown_name(text, divisions))


def _describe_unknown_code(text: str, divisions: dict[str, Division]) -> str:
    unknown = f"no province or prefecture has the code '{text}'"
    for length in (4, 2):
        above = divisions.get(text[:length].ljust(6, "0"))
        if above and len(text) > length:
            return f"{unknown}; it lies in {_list_divisions([above.adcode], divisions)}"
    return unknown


def _describe_unknown_name(text: str, divisions: dict[str, Division]) -> str:
    names = {name: one.adcode for one in divisions.values() for name in (one.name, one.short_name)}
    nearest = dict.fromkeys(names[name] for name in get_close_matches(text, names, _NEAREST, cutoff=0.3))
    hint = f"; nearest: {_list_divisions(nearest, divisions)}" if nearest else ""
    return f"no region, province or prefecture is called '{text}'{hint}"


def _list_divisions(codes: Iterable[str], divisions: dict[str, Division]) -> str:
    return ", ".join(f"{divisions[code].name} {code}" for code in codes)


def build_region(division: Division, counties: Iterable[tuple[str, str, str]], province: Division | None) -> Region:
    """The region of a division, without groups.

    ``counties`` are adcodes, names and short names of polygons of the base map; ``province`` is the one around.
    """
    members = tuple(
        County(adcode=code, name=name, short_name=short, group=EVERY)
        for code, name, short in counties
        if code.startswith(division.prefix)
    )
    if not members:
        raise UnknownDivisionError(f"{division.name} {division.adcode}: the base map has no county of it")
    around = [Reference(province.adcode, province.name)] if province and not division.is_province else []
    return Region(
        name=division.name,
        short_name=division.short_name,
        adcode=division.adcode,
        title=compose("{region}基本公共服务均等化一张图", region=division.name),
        gap_name=f"与{'全国' if division.is_province else '全省'}比较",
        metric_crs=_find_metric_crs(division),
        benchmark=EVERY,
        groups={EVERY: Group("各县")},
        counties=members,
        screen_tolerance_m=_PROVINCE_TOLERANCE_M if division.is_province else 0,
        demo_facilities=not division.is_province,
        reference=(*around, COUNTRY)[0],
        around=(*around, COUNTRY)[1:],
    )


def _find_metric_crs(division: Division) -> str:
    """The zone of three degrees that a prefecture lies in; a province has a projection of its own, of true areas."""
    if division.is_province:
        return f"+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0={division.meridian:g} +ellps=GRS80 +units=m"
    zone = round((division.meridian - _FIRST_MERIDIAN) / _ZONE_WIDTH)
    return f"EPSG:{_FIRST_ZONE + zone}"
