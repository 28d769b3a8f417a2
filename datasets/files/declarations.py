"""The strict reader of TOML declarations: a file becomes a frozen dataclass, or sentences that say what is wrong."""

import json
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

Declared = TypeVar("Declared")


class BadInputError(Exception):
    """Input that cannot be used. ``faults`` are whole sentences: where, what was found, what is allowed."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_declaration(path: Path, kind: type[Declared], faults: list[str], **given: Any) -> Declared | None:
    """Read a TOML file as a ``kind``; on any fault return None and append one sentence a fault to ``faults``.

    ``given`` are fields that come from the file's name or folder, not from its text; the text goes before them.
    """
    data = _read_toml(path, faults)
    return None if data is None else _validate_table(path.name, given | data, kind, faults)


def read_declarations(path: Path, kind: type[Declared], faults: list[str]) -> dict[str, Declared]:
    """Read a file of several declarations, one table each, by the table's name."""
    data = _read_toml(path, faults) or {}
    checked = {key: _validate_table(f"{path.name}: {key}", table, kind, faults) for key, table in data.items()}
    return {key: value for key, value in checked.items() if value is not None}


def read_own_declaration(path: Path, kind: type[Declared]) -> Declared:
    """Read a TOML file that belongs to a module of the program. Raises BadInputError."""
    faults: list[str] = []
    declared = read_declaration(path, kind, faults)
    if declared is None:
        raise BadInputError(faults)
    return declared


def _read_toml(path: Path, faults: list[str]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        faults.append(f"{path.name}: cannot be read: {error.strerror}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: not valid TOML: {error}")
    return None


def _validate_table(where: str, data: dict[str, Any], kind: type[Declared], faults: list[str]) -> Declared | None:
    # Validate as JSON: the strict mode then accepts a text for an enum and a list for a tuple, but not "3" for 3.
    try:
        return TypeAdapter(kind).validate_json(json.dumps(data, default=str), strict=True)
    except ValidationError as error:
        faults += [_describe_fault(where, fault) for fault in error.errors()]
    return None


def _describe_fault(where: str, fault: Any) -> str:
    key = ".".join(str(part) for part in fault["loc"])
    place = f"{where}: {key}" if key else where
    match fault["type"]:
        case "enum":
            expected = fault["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            return f"{place}: expected one of {expected}, got '{fault['input']}'"
        case "missing":
            return f"{place}: this key is required and missing"
        case "unexpected_keyword_argument":
            return f"{place}: this key is not known; remove it or correct its spelling"
        case "value_error":
            return f"{place}: {fault['ctx']['error']}"
    return f"{place}: {fault['msg']}, got '{fault['input']}'"
