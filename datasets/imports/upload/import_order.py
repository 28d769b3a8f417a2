"""The import order of a file, from the page or the command line, as strictly validated JSON."""

from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from datasets.imports.model import ColumnMapping, ColumnRole
from datasets.kinds import ImportKind
from geodata.datums import Datum

STRICT = ConfigDict(extra="forbid")


class ImportOrderError(Exception):
    """An invalid order: which part, and what is expected there."""


@dataclass(frozen=True, config=STRICT)
class NewDataset:
    """A dataset to be made for the file. ``base``, public or demo, gives the figures that it lacks."""

    name: str
    description: str = ""
    base: str | None = "public"


@dataclass(frozen=True, config=STRICT)
class Reading:
    """What a text that is not understood is taken for, in all cells of a role; "" where the cells say nothing.

    ``meant`` is a code of an area, an id of a variable, and else a text as a file may have it.
    """

    role: ColumnRole
    found: str
    meant: str


@dataclass(frozen=True, config=STRICT)
class ImportOrder:
    """How a file is to be read and kept.

    ``dataset`` is the id of the one it goes to, made as ``new_dataset`` says where it is not there. ``mapping`` belongs
    to a sheet, ``datum`` to points. ``replace``: the file replaces everything of its kind, otherwise only what it
    holds. ``good_only``: rows with errors are left out, otherwise one error keeps the whole file out. ``remember_as``
    names the mapping for the next file with the same headings. ``readings`` are what texts of it are taken for.
    """

    kind: ImportKind
    dataset: str
    new_dataset: NewDataset | None = None
    mapping: ColumnMapping | None = None
    datum: Datum = Datum.WGS84
    replace: bool = False
    good_only: bool = False
    source: str = ""
    note: str = ""
    remember_as: str = ""
    readings: tuple[Reading, ...] = ()

    def readings_of(self, role: ColumnRole) -> dict[str, str]:
        """What the texts of one role are taken for."""
        return {reading.found: reading.meant for reading in self.readings if reading.role is role}

    @property
    def default_source(self) -> str:
        """The source of rows that name none; empty where every row must name its own."""
        of_mapping = self.mapping.source if self.mapping else ""
        return of_mapping or self.source or self.readings_of(ColumnRole.SOURCE).get("", "")


_ORDER, _MAPPING = TypeAdapter(ImportOrder), TypeAdapter(ColumnMapping)
Read = TypeVar("Read")


def write_order(order: ImportOrder) -> bytes:
    """The order as JSON."""
    return _ORDER.dump_json(order)


def read_order(content: bytes) -> ImportOrder:
    """The order that JSON holds. Raises ImportOrderError."""
    return _read_json(_ORDER, content)


def write_mapping(mapping: ColumnMapping) -> str:
    """The mapping as JSON; what is not set is left out."""
    return _MAPPING.dump_json(mapping, exclude_none=True).decode()


def read_mapping(content: str | bytes) -> ColumnMapping:
    """The mapping that JSON holds. Raises ImportOrderError."""
    return _read_json(_MAPPING, content)


def _read_json(adapter: TypeAdapter[Read], content: str | bytes) -> Read:
    try:
        return adapter.validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ImportOrderError(f"{where}: {first['msg']}") from error
