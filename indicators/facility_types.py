"""The types of facility and classes of road that files may hold, and how a text finds its own.

Declared in ``facility_types.toml`` and ``road_classes.toml``.
"""

import unicodedata
from collections.abc import Mapping

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from indicators.definition import Domain


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class FacilityType:
    """One type: its name, its field of service, what its capacity counts, and its other names."""

    name: str
    domain: Domain
    capacity: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class RoadClass:
    """One class of road: its name and its other names, those of OpenStreetMap among them."""

    name: str
    aliases: tuple[str, ...] = ()


def plain_type(text: str) -> str:
    """A text as types are compared: without blanks, full-width forms and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def type_by_text(types: Mapping[str, FacilityType] | Mapping[str, RoadClass]) -> dict[str, str]:
    """The id of a type or class by each text that stands for it (id, name, aliases), as ``plain_type`` writes it.

    Raises ValueError where a text stands for two of them.
    """
    found: dict[str, str] = {}
    for key, own in types.items():
        for text in map(plain_type, (key, own.name, *own.aliases)):
            if found.setdefault(text, key) != key:
                raise ValueError(f"{key}: '{text}' stands for {found[text]} already")
    return found
