"""Find columns of coordinates by their headings, and the datum that a file states or that its provider uses.

Maps of China are shifted (see ``geodata.datums``), and their providers seldom say so: 高德 and 腾讯 give GCJ-02, 百度
gives BD-09, OpenStreetMap gives WGS84. A datum found here is proposed to the user, never applied silently.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datasets.imports.cells.cell_values import match_key
from datasets.imports.columns.heading_words import COORDINATE_WORDS, DATUM_WORDS, PROVIDERS
from datasets.imports.model import ColumnRole
from geodata.datums import Datum

_EXPLICIT = {
    Datum.WGS84: r"wgs[-_ ]?(?:19)?84|cgcs[-_ ]?2000|国家2000|大地2000",
    Datum.GCJ02: r"gcj[-_ ]?0?2|(?:火星|高德|腾讯)(?=坐标)",
    Datum.BD09: r"bd[-_ ]?09(?:ll|mc)?|百度(?=坐标|经纬度)",
}
# In a heading or a file's name shorter forms suffice.
_IN_HEADING = {
    Datum.WGS84: rf"{_EXPLICIT[Datum.WGS84]}|(?<![a-z])wgs(?![a-z])|(?<![a-z])gps(?![a-z])",
    Datum.GCJ02: rf"{_EXPLICIT[Datum.GCJ02]}|(?<![a-z])gcj(?![a-z])|火星|高德|腾讯|amap|gaode|tencent",
    Datum.BD09: rf"{_EXPLICIT[Datum.BD09]}|(?<![a-z])bd(?![a-z])|百度|baidu",
}
_PREFERRED = (Datum.WGS84, None, Datum.GCJ02, Datum.BD09)  # of several pairs of columns
_QUOTED = 40  # characters of a text that states a datum
_READ = 2000  # rows of such a column
_PARTS_OF_HEADING = re.compile(r"^(?:geometry|location|point|pos|坐标)[._:]?(?=.)|[_\-.()@:]|坐标系|坐标(?=[xy]$)")


@dataclass(frozen=True)
class DatumStatement:
    """The datums that a file states, or those of its provider; ``by`` is the text that says so, for the reader."""

    datums: tuple[Datum, ...]
    by: str

    @property
    def datum(self) -> Datum | None:
        """The stated datum, None where there are several."""
        return self.datums[0] if len(self.datums) == 1 else None


def find_coordinate_role(heading: str) -> ColumnRole | None:
    """Find whether a heading means longitudes, latitudes or both, whatever datum it names; None for others."""
    base = match_key(heading)
    for pattern in _IN_HEADING.values():
        base = re.sub(pattern, "", base)
    for text in (match_key(heading), base.strip("_-.()@:/"), _PARTS_OF_HEADING.sub("", base)):
        for role, words in COORDINATE_WORDS.items():
            if text in words:
                return role
    return None


def select_datum_columns(headings: Sequence[str], roles: Sequence[ColumnRole | None]) -> list[bool]:
    """Select the columns to keep where several pairs give one place in several datums: the pair that needs no shift."""
    pairs: dict[Datum | None, set[ColumnRole]] = {}
    for heading, role in zip(headings, roles, strict=True):
        if role in COORDINATE_WORDS:
            pairs.setdefault(_datum_in(heading, _IN_HEADING), set()).add(role)
    whole = [
        datum for datum in _PREFERRED if ColumnRole.COORDINATES in pairs.get(datum, ()) or len(pairs.get(datum, ())) > 1
    ]
    if not whole:
        return [True] * len(roles)
    apart = {ColumnRole.LONGITUDE, ColumnRole.LATITUDE} <= pairs[whole[0]]
    return [
        role not in COORDINATE_WORDS
        or (_datum_in(heading, _IN_HEADING) == whole[0] and not (apart and role is ColumnRole.COORDINATES))
        for heading, role in zip(headings, roles, strict=True)
    ]


def find_stated_datum(
    headings: Sequence[str], used: Iterable[str], file_name: str, texts: Iterable[tuple[str, Iterable[str]]] = ()
) -> DatumStatement | None:
    """Find the datum that a file states for its coordinates.

    ``headings`` are all of the file's, ``used`` those of its coordinates; ``texts`` are the columns of its attributes.
    The headings of the columns go before texts in the file, these before its name, and this before its provider.
    """
    for heading in used:
        if datum := _datum_in(heading, _IN_HEADING):
            return DatumStatement((datum,), heading)
    for heading, column in texts:
        if match_key(heading) in DATUM_WORDS and (told := _datums_of(column)):
            return DatumStatement(tuple(told), "；".join(text[:_QUOTED] for text in told.values()))
    if datum := _datum_in(file_name, _EXPLICIT):
        return DatumStatement((datum,), file_name)
    found = {match_key(heading) for heading in headings}
    fitting = [(len(found & own.headings), own) for own in PROVIDERS if len(found & own.headings) >= own.fewest]
    if fitting:
        provider = max(fitting, key=lambda counted: (counted[1].fewest == 1, counted[0]))[1]
        return DatumStatement((provider.datum,), provider.name)
    datum = _datum_in(file_name, _IN_HEADING)
    return DatumStatement((datum,), file_name) if datum else None


def _datums_of(column: Iterable[str]) -> dict[Datum, str]:
    """The datums that the texts of a column name, each with its first text."""
    told: dict[Datum, str] = {}
    for text in dict.fromkeys(text for _, text in zip(range(_READ), column, strict=False)):
        if datum := _datum_in(text, _EXPLICIT):
            told.setdefault(datum, text)
    return told


def _datum_in(text: str, patterns: dict[Datum, str]) -> Datum | None:
    key = match_key(text)
    found = [datum for datum, pattern in patterns.items() if re.search(pattern, key)]
    return found[0] if len(found) == 1 else None
