"""Headings that offices use for columns, as ``heading_words.toml`` declares them."""

from dataclasses import dataclass
from pathlib import Path

from datasets.files.declarations import read_own_declaration
from datasets.imports.cells.cell_values import compact
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from geodata.datums import Datum

Words = tuple[str, ...]


@dataclass(frozen=True)
class DataProvider:
    """A provider of data, recognized by at least ``fewest`` of the ``headings``."""

    name: str
    datum: Datum
    fewest: int
    headings: frozenset[str]


@dataclass(frozen=True)
class _Declared:
    headings: dict[str, dict[ColumnRole, Words]]
    attributes: dict[ColumnRole, Words]
    types: dict[str, Words]
    marks: dict[str, Words]
    providers: tuple[DataProvider, ...]


_DECLARED = read_own_declaration(Path(__file__).with_suffix(".toml"), _Declared)
_POINTS = ("every", "points")
_SECTIONS = {kind: ("every", str(kind)) for kind in ImportKind} | {
    ImportKind.OBSERVATIONS: ("every", "figures"),
    ImportKind.BENCHMARK: ("every", "figures"),
    ImportKind.FACILITIES: (*_POINTS, "facilities"),
    ImportKind.SETTLEMENTS: (*_POINTS, "settlements"),
}


def _index_roles(words: dict[ColumnRole, Words]) -> dict[str, ColumnRole]:
    return {compact(word): role for role, own in words.items() for word in own}


ROLES: dict[ImportKind, dict[str, ColumnRole]] = {
    kind: {word: role for name in names for word, role in _index_roles(_DECLARED.headings[name]).items()}
    for kind, names in _SECTIONS.items()
}
ATTRIBUTE_ROLES = _index_roles(_DECLARED.attributes)
PROVIDERS = _DECLARED.providers
NEITHER = _DECLARED.headings["every"][ColumnRole.IGNORED]
COORDINATE_ROLES = (ColumnRole.LONGITUDE, ColumnRole.LATITUDE, ColumnRole.COORDINATES)
COORDINATE_WORDS = {role: frozenset(map(compact, _DECLARED.headings["points"][role])) for role in COORDINATE_ROLES}
TYPE_LEVELS, TYPE_WORDS = _DECLARED.types["levels"], _DECLARED.types["headings"]
YEAR_WORDS = tuple(map(compact, _DECLARED.headings["figures"][ColumnRole.YEAR]))
POPULATION_WORDS = tuple(map(compact, _DECLARED.headings["settlements"][ColumnRole.POPULATION]))
COUNTY_WORDS, TOWNSHIP_WORDS, FIGURE_WORDS, FACILITY_WORDS, DATUM_WORDS = (
    frozenset(map(compact, _DECLARED.marks[name]))
    for name in ("counties", "townships", "figures", "facilities", "datum")
)


def heading_rank(key: str) -> int:
    """Rank how likely a heading is the one meant for its role: lower is likelier.

    Residents go before registered people, a column 年份 before a date, and a township's name before its county's.
    """
    ranked = next((words.index(key) for words in (POPULATION_WORDS, YEAR_WORDS) if key in words), 0)
    return 1 if key in COUNTY_WORDS else ranked
