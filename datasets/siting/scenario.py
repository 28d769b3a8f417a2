"""A scenario: facilities of one type that somebody would add, move or close, and how that is written in an address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, unquote

MOST_CHANGES = 60  # of a scenario: it is written in an address
LONGEST_NAME = 40  # letters of a scenario's or a facility's name
LARGEST_CAPACITY = 100_000
_PLACES = 5  # decimals of a degree: about a metre
_BETWEEN_CHANGES, _BETWEEN_FIELDS = ";", ","
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?")


class ChangeKind(StrEnum):
    """What is done to a facility."""

    ADD = "add"
    MOVE = "move"
    CLOSE = "close"


@dataclass(frozen=True)
class FacilityChange:
    """One facility added, moved or closed.

    ``code`` is that of the facility that is moved or closed; ``longitude`` and ``latitude`` (EPSG:4490) are where one
    is added or moved to. ``capacity`` and ``name`` are those of a new one; None where the capacity is not known.
    """

    kind: ChangeKind
    code: str = ""
    longitude: float | None = None
    latitude: float | None = None
    capacity: float | None = None
    name: str = ""


@dataclass(frozen=True)
class Scenario:
    """Changes to the facilities of one type in a year of a dataset. One that is saved has an id, a name and a maker."""

    dataset: str
    type_: str
    year: int
    changes: tuple[FacilityChange, ...] = ()
    name: str = ""
    who: str = ""
    made_at: datetime | None = None
    id: int | None = None

    @property
    def query(self) -> dict[str, str]:
        """The parts of an address that show it on the page of facilities."""
        about = {"mode": "siting", "dataset": self.dataset, "type": self.type_, "year": str(self.year)}
        return about | {"changes": format_changes(self.changes)}


class ScenarioFault(StrEnum):
    """Why a scenario cannot be worked out."""

    UNREADABLE = "unreadable"
    TOO_MANY = "too_many"
    OUTSIDE = "outside"
    NO_SUCH_FACILITY = "no_such_facility"
    TWICE = "twice"
    NO_SUCH_TYPE = "no_such_type"
    NO_SUCH_DATASET = "no_such_dataset"
    NO_SUCH_YEAR = "no_such_year"
    NO_RESIDENTS = "no_residents"


class ScenarioError(ValueError):
    """A scenario that cannot be worked out: why, and what was found."""

    def __init__(self, why: ScenarioFault, found: str = "") -> None:
        super().__init__(f"{why}: {found[:80]!r}")
        self.why, self.found = why, found


def format_changes(changes: Sequence[FacilityChange]) -> str:
    """Changes as an address bears them: ``add,113.05,23.71,40,name;move,code,113.1,23.9;close,code``."""
    return _BETWEEN_CHANGES.join(_BETWEEN_FIELDS.join(_format_fields(change)) for change in changes)


def _format_fields(change: FacilityChange) -> list[str]:
    place = [_format_degrees(value) for value in (change.longitude, change.latitude) if value is not None]
    if change.kind is ChangeKind.ADD:
        capacity = "" if change.capacity is None else f"{change.capacity:g}"
        own = [*place, capacity, quote(change.name, safe="")]
        return [change.kind, *own[: 4 if change.name else 3]]
    return [change.kind, quote(change.code, safe=""), *place]


def _format_degrees(value: float) -> str:
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")


def parse_changes(text: str) -> tuple[FacilityChange, ...]:
    """The changes that ``format_changes`` wrote. Raises ScenarioError."""
    parts = [part for part in text.split(_BETWEEN_CHANGES) if part]
    if len(parts) > MOST_CHANGES:
        raise ScenarioError(ScenarioFault.TOO_MANY, str(len(parts)))
    changes = tuple(map(_parse_change, parts))
    codes = [change.code for change in changes if change.code]
    for code in codes:
        if codes.count(code) > 1:
            raise ScenarioError(ScenarioFault.TWICE, code)
    return changes


def _parse_change(part: str) -> FacilityChange:
    kind, *fields = part.split(_BETWEEN_FIELDS)
    match (kind, fields):
        case (ChangeKind.ADD, [longitude, latitude, capacity]):
            return _parse_addition(part, longitude, latitude, capacity, "")
        case (ChangeKind.ADD, [longitude, latitude, capacity, name]):
            return _parse_addition(part, longitude, latitude, capacity, unquote(name))
        case (ChangeKind.MOVE, [code, longitude, latitude]) if code:
            place = _parse_number(part, longitude), _parse_number(part, latitude)
            return FacilityChange(ChangeKind.MOVE, unquote(code), *place)
        case (ChangeKind.CLOSE, [code]) if code:
            return FacilityChange(ChangeKind.CLOSE, unquote(code))
    raise ScenarioError(ScenarioFault.UNREADABLE, part)


def _parse_addition(part: str, longitude: str, latitude: str, capacity: str, name: str) -> FacilityChange:
    held = _parse_number(part, capacity) if capacity else None
    if len(name) > LONGEST_NAME or not name.isprintable() or (held or 0) > LARGEST_CAPACITY:
        raise ScenarioError(ScenarioFault.UNREADABLE, part)
    return FacilityChange(ChangeKind.ADD, "", _parse_number(part, longitude), _parse_number(part, latitude), held, name)


def _parse_number(part: str, text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise ScenarioError(ScenarioFault.UNREADABLE, part)
    return float(text)
