"""The types of facility and classes of road that files may hold, and how a text finds its own.

Declared in ``facility_types.toml`` and ``road_classes.toml``.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from indicators.definition import Domain
from locales.data import list_names, speaks, translate


class StandardBasis(StrEnum):
    """Where a standard comes from: the city's policy, a national standard, or a default that this program declares."""

    POLICY = "policy"
    NATIONAL = "national"
    DEFAULT = "default"


class TravelUnit(StrEnum):
    """What the way to a facility is measured in."""

    KM = "km"
    MINUTES = "minutes"


class CapacityEffect(StrEnum):
    """By how much one more facility raises a variable: by one, or by its capacity."""

    ONE = "one"
    CAPACITY = "capacity"


@speaks("source")
@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Standard:
    """How near a facility of a type should be: ``within`` so many km or minutes, and what says so.

    ``source`` is a sentence for the screen. ``residents_per_capacity`` are the people that one unit of capacity serves,
    ``registered_residents`` how many must live around before one is due, where a standard says so.
    """

    measure: TravelUnit
    within: float = Field(gt=0)
    basis: StandardBasis = StandardBasis.DEFAULT
    source: str = ""
    residents_per_capacity: float | None = None
    registered_residents: float | None = None


@speaks("name", "every_township_source")
@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class FacilityType:
    """One type: its name, its field of service, what its capacity counts, and its other names.

    ``symbol`` is Plotly's name of its mark. ``every_township`` says that each township should have one, and
    ``every_township_source`` who says it. ``adds`` are the variables that one more facility raises.
    """

    name: str
    domain: Domain
    capacity: str
    aliases: tuple[str, ...] = ()
    symbol: str = "circle"
    standard: Standard = Standard(TravelUnit.KM, 5, StandardBasis.DEFAULT, "本系统默认值")
    every_township: bool = False
    every_township_source: str = ""
    adds: dict[str, CapacityEffect] = Field(default_factory=dict)

    @property
    def capacity_unit(self) -> str:
        """The unit that its capacity is counted in: what the bracket of ``capacity`` says."""
        return translate(self.capacity.partition("（")[2].rstrip("）") or self.capacity)

    @property
    def capacity_noun(self) -> str:
        """What its capacity counts, without the unit."""
        return translate(self.capacity.partition("（")[0])

    @model_validator(mode="after")
    def _check_every_township_source(self) -> Self:
        if self.every_township != bool(self.every_township_source):
            raise ValueError("every_township_source: expected with every_township, and only with it")
        return self


@speaks("name")
@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class RoadClass:
    """One class of road: its name and its other names, those of OpenStreetMap among them."""

    name: str
    aliases: tuple[str, ...] = ()


def normalise_type_text(text: str) -> str:
    """A text as types are compared: without blanks, full-width forms and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def index_types_by_text(types: Mapping[str, FacilityType] | Mapping[str, RoadClass]) -> dict[str, str]:
    """The id of a type or class by each of its texts (id, name, aliases), as ``normalise_type_text`` writes them.

    Raises ValueError where a text stands for two of them.
    """
    found: dict[str, str] = {}
    for key, own in types.items():
        for text in map(normalise_type_text, (key, *list_names(own), *own.aliases)):
            if found.setdefault(text, key) != key:
                raise ValueError(f"{key}: '{text}' stands for {found[text]} already")
    return found
