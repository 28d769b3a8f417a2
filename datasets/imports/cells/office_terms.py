"""Terms that offices write in cells, as ``office_terms.toml`` declares them."""

from dataclasses import dataclass
from pathlib import Path

from datasets.files.declarations import read_own_declaration
from indicators.definition import ValueKind


@dataclass(frozen=True)
class OfficeTerms:
    """The terms by table; what each is stands in the declaration."""

    missing: frozenset[str]
    yes: frozenset[str]
    kinds_of_place: tuple[str, ...]
    stages: tuple[str, ...]
    absent: tuple[str, ...]
    kinds: dict[str, ValueKind]
    multiples: dict[str, float]
    parts: dict[str, float]
    spellings: dict[str, str]
    code_pages: dict[str, str]
    provinces: dict[str, str]


TERMS = read_own_declaration(Path(__file__).with_suffix(".toml"), OfficeTerms)
