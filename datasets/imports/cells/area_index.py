"""Match texts to areas by code, name or alias; ambiguous ones are reported, never guessed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property

import pandas as pd

from datasets.imports.cells.cell_values import match_key
from datasets.imports.cells.office_terms import TERMS
from geodata.region import County, Level, Region
from locales import DEFAULT, speaking
from locales.data import compose, list_names, speaks

WHOLE = ("全市", "本市")  # names of the city itself in its tables
PROVINCE = re.compile(r"^[^省]{2,3}省(?=.)")
CODE_AND_NAME = re.compile(r"^(\D*?)[(\[]?(\d{6}|\d{9}|\d{12})[)\]]?(\D*)$")
WRITTEN_CODE = re.compile(r"'?(\d+)(?:\.0+)?|(\d(?:\.\d+)?e\+?\d{1,2})")  # as text, as a number, in powers of ten
CODE_LENGTHS = (6, 9, 12)  # of a county, a township, a village or what is padded to its length
CHINESE_AND_ENGLISH = re.compile(
    r"([^a-z]*[^\W\da-z])[(/]?([a-z][a-z'.()-]+)|([a-z][a-z'.()-]+?)[(/]?([^\W\da-z][^a-z]*)"
)
ENGLISH_ENDING = re.compile(r"([a-z]*autonomous)?(district|county|city|prefecture|banner)$")
ENGLISH_ENDINGS = ("", "district", "county", "city", "qu", "xian", "shi")
TOWNSHIP_NAME = re.compile(r"(街道|镇|(?<=.)..?族乡|乡)$")
TOWNSHIP_ENDINGS = ("", "镇", "乡", "街道", "街道办", "街道办事处", "办事处")
CLOSE = 0.6  # difflib's ratio: one character wrong in a name of three is 0.67


class MatchedBy(StrEnum):
    """How a row's area was found; ``SEAT`` is for points set at the seat of their township."""

    CODE = "code"
    NAME = "name"
    ALIAS = "alias"
    SEAT = "seat"
    NONE = "none"


@dataclass(frozen=True)
class AreaReading:
    """An area that a text may mean. After the year ``until`` the text is a former name or code of it."""

    code: str
    match: MatchedBy
    level: Level | None
    until: int | None = None


@speaks("labels")
@dataclass(frozen=True)
class AreaIndex:
    """Every text that means an area of one region, in the form of ``match_key``.

    ``within`` has the townships' names by county; ``labels`` the name to show by the code in force.
    """

    region: Region
    codes: Mapping[str, AreaReading]
    names: Mapping[str, tuple[AreaReading, ...]]
    within: Mapping[str, Mapping[str, AreaReading]]
    labels: Mapping[str, str]

    @cached_property
    def counties(self) -> list[tuple[str, str]]:
        """The names of counties with their codes, the longest name first."""
        found = {
            name: reading.code
            for name, readings in self.names.items()
            for reading in readings
            if reading.level is Level.COUNTY
        }
        return sorted(found.items(), key=lambda item: -len(item[0]))

    def readings(self, text: str) -> tuple[AreaReading, ...]:
        """The areas that a text may mean, by the likeliest kind of match: none, one, or several if ambiguous."""
        key = match_key(text)
        both = CODE_AND_NAME.match(key)
        if both and (both[1] or both[3]):
            named, coded = self._read_name(both[1] + both[3]), self._read_code(both[2])
            return coded if {reading.code for reading in coded} <= {reading.code for reading in named} else ()
        return self._read_code(key) or self._read_name(key) or self._read_bilingual_name(key)

    def is_foreign(self, text: str) -> bool:
        """Whether a text is the code of a place outside the region."""
        code = written_code(text)
        return bool(code) and not self._read_code(code) and not code.startswith(self.prefixes)

    def excludes(self, text: str, area: str) -> bool:
        """Whether a text has a code that is unknown and cannot belong to ``area``.

        A township may bear a code of another year in its county; a village's code, as every other one, is another
        place's.
        """
        code = written_code(text)
        township = len(code) == len("441803118") or (len(code) == len("441803118000") and code.endswith("000"))
        return bool(code) and not (township and len(area) > len(code[:6]) and code[:6] == area[:6])

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The prefixes of the region's codes; the first is the region's own."""
        counties = [county.adcode for county in self.region.counties]
        own = re.sub("(00)+$", "", self.region.adcode)
        codes = dict.fromkeys(code[:6] for code in (*counties, *self.codes) if code.isdigit())
        return (own, *codes) if own.isdigit() else tuple(codes)

    @property
    def own_prefix(self) -> str:
        """The prefix of the region's own code, for a message."""
        return next(iter(self.prefixes), self.region.adcode)

    def _read_code(self, key: str) -> tuple[AreaReading, ...]:
        short = re.sub(r"\.0+$", "", key.removeprefix("'"))
        padded = {9: "000", 12: "000000"}.get(len(short), "\0")  # a county's code as long as a township's
        found = self.codes.get(short) or self.codes.get(short[:6] if short.endswith(padded) else "")
        return (found,) if found else ()

    def _read_name(self, key: str) -> tuple[AreaReading, ...]:
        if key in self.names:
            return self.names[key]
        for name, county in self.counties:
            if key.startswith(name) and key[len(name) :] in self.within[county]:
                return (self.within[county][key[len(name) :]],)
        shorter = self._strip_province(key)
        for name in (*list_names(self.region), *list_names(self.region, "short_name")):
            shorter = shorter.removeprefix(match_key(name))
        return self._read_name(shorter) if shorter and shorter != key else ()

    def _strip_province(self, key: str) -> str:
        """Strip the region's province from a name, or any province where the region's is unknown."""
        province = TERMS.provinces.get(self.region.adcode[:2])
        if province is None:
            return PROVINCE.sub("", key)
        return re.sub(f"^{province}(?:省|市|自治区|(?:壮族|回族|维吾尔)自治区)?(?=.)", "", key)

    def _read_bilingual_name(self, key: str) -> tuple[AreaReading, ...]:
        """Read a Chinese name with its English one beside or below it (清城区 Qingcheng); both must mean one area."""
        found = CHINESE_AND_ENGLISH.fullmatch(key)
        if not found:
            return ()
        chinese = self._read_name((found[1] or found[4]).strip("()/,、"))
        english = {reading.code for reading in self._read_name((found[2] or found[3]).strip("()/,.-"))}
        return chinese if not english or english & {reading.code for reading in chinese} else ()

    def suggestions(self, text: str) -> str:
        """List areas whose names or codes are similar to an unknown text."""
        key = match_key(text)
        known = list(self.codes) if key.isdigit() else list(self.names)
        close = get_close_matches(key[:40], known, n=5, cutoff=0.8 if key.isdigit() else CLOSE)
        codes = [self.codes[name].code if key.isdigit() else self.names[name][0].code for name in close]
        return self.listed(codes[:3])

    def listed(self, codes: Iterable[str]) -> str:
        """Format areas by name and code, for a message."""
        return "、".join(f"{self.labels[code]} {code}" for code in dict.fromkeys(codes))


def written_code(text: str) -> str:
    """The digits of an area's code in any notation (441803.0, 4.30321112E+08); "" for any other text."""
    key = match_key(text)
    both = CODE_AND_NAME.match(key)
    found = WRITTEN_CODE.fullmatch(both[2] if both else key)
    if not found:
        return ""
    digits = found[1] or f"{Decimal(found[2]):.0f}"
    return digits if len(digits) in CODE_LENGTHS else ""


@speaking(DEFAULT)  # what a file says is held against the names as they are declared
def build_area_index(region: Region, townships: pd.DataFrame, codes: Mapping[str, str]) -> AreaIndex:
    """Build the index of a region.

    ``townships`` is indexed by code with ``county, name, short_name`` and, where there are any, ``aliases`` separated
    by "|". ``codes`` maps every code that a file may use, former and statistical ones too, to the code in force.
    """
    names: dict[str, dict[str, AreaReading]] = {}
    within: dict[str, dict[str, AreaReading]] = {county.adcode: {} for county in region.counties}
    labels = {region.adcode: region.name} | {county.adcode: county.name for county in region.counties}
    _add_names(names, _region_names(region))
    for county in region.counties:
        _add_names(names, _county_names(county))
    for code, place in townships.iterrows():
        own = _township_names(str(code), place)
        labels[str(code)] = compose("{outer}{inner}", outer=labels[place["county"]], inner=place["name"])
        within[place["county"]] |= dict(own)
        _add_names(names, own)
    labels |= {area.code: area.name for area in region.outside}
    until = {former.adcode: former.until for county in region.counties for former in county.former}
    levels = dict.fromkeys(townships.index, Level.TOWNSHIP) | dict.fromkeys(region.by_adcode, Level.COUNTY)
    coded = {
        match_key(text): AreaReading(code, MatchedBy.CODE, levels.get(code), until.get(text))
        for text, code in codes.items()
        if code in labels
    }
    return AreaIndex(
        region, coded, {name: _prefer_proper_names(found.values()) for name, found in names.items()}, within, labels
    )


def _add_names(names: dict[str, dict[str, AreaReading]], own: Iterable[tuple[str, AreaReading]]) -> None:
    """Add names; of several readings of a name as one area, keep the first."""
    for name, reading in own:
        names.setdefault(name, {}).setdefault(reading.code, reading)


def _prefer_proper_names(readings: Iterable[AreaReading]) -> tuple[AreaReading, ...]:
    """The readings as a proper name if there are any, else those as an alias."""
    found = tuple(readings)
    return tuple(reading for reading in found if reading.match is MatchedBy.NAME) or found


def _region_names(region: Region) -> list[tuple[str, AreaReading]]:
    city = AreaReading(region.adcode, MatchedBy.NAME, Level.CITY)
    other = AreaReading(region.adcode, MatchedBy.ALIAS, Level.CITY)
    others = (region.short_name, *WHOLE, *_list_foreign_names(region))
    found = [(match_key(region.name), city)] + [(match_key(name), other) for name in others]
    for area in region.outside:
        name, code = match_key(area.name), area.code
        found.append((name, AreaReading(code, MatchedBy.NAME, None)))
        found.append((name.removesuffix("地区"), AreaReading(code, MatchedBy.ALIAS, None)))
    return found


def _county_names(county: County) -> list[tuple[str, AreaReading]]:
    """The name in force, former names, and short forms: 连南瑶族自治县 is 连南, 连南县 and 连南自治县 too."""
    proper = AreaReading(county.adcode, MatchedBy.NAME, Level.COUNTY)
    other = AreaReading(county.adcode, MatchedBy.ALIAS, Level.COUNTY)
    short = match_key(county.short_name)
    found = [(match_key(county.name), proper)]
    found += [
        (match_key(former.name), AreaReading(county.adcode, MatchedBy.NAME, Level.COUNTY, former.until))
        for former in county.former
    ]
    shorter = [short, short + match_key(county.name)[-1]] + [match_key(former.short_name) for former in county.former]
    if county.name.endswith("自治县"):
        shorter.append(f"{short}自治县")
    return found + [(name, other) for name in (*shorter, *_list_foreign_names(county))]


def _list_foreign_names(area: Region | County) -> list[str]:
    """The names in other languages, and their stems with any ending that offices give: Lianzhou City, Lianzhou Shi."""
    whole = list(map(match_key, list_names(area)[1:]))
    stems = [ENGLISH_ENDING.sub("", name) or name for name in whole]
    return list(dict.fromkeys([*whole, *(stem + ending for stem in stems for ending in ENGLISH_ENDINGS)]))


def _township_names(code: str, place: pd.Series) -> list[tuple[str, AreaReading]]:
    """A township's name, its aliases, and its bare name with any ending that offices give it."""
    proper = AreaReading(code, MatchedBy.NAME, Level.TOWNSHIP)
    other = AreaReading(code, MatchedBy.ALIAS, Level.TOWNSHIP)
    aliases = [name for name in str(place.get("aliases", "")).split("|") if name and name != "nan"]
    stems = [TOWNSHIP_NAME.sub("", match_key(name)) for name in (place["name"], place["short_name"], *aliases)]
    forms = [stem + ending for stem in stems if stem for ending in TOWNSHIP_ENDINGS]
    return [(match_key(place["name"]), proper)] + [
        (form, other) for form in dict.fromkeys([*map(match_key, aliases), *forms]) if form != match_key(place["name"])
    ]
