"""Words of the page 数据, as ``words.toml`` declares them: sentences for faults, names of closed sets."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from datasets.files.declarations import read_own_declaration
from datasets.imports.model import FaultCode

Names = dict[str, str]


@dataclass(frozen=True)
class FaultWords:
    """What is wrong, what to do, what the text of ``allowed`` is, and what is wrong where the file says nothing."""

    problem: str
    remedy: str
    allowed: str = "允许"
    unsaid: str = ""


@dataclass(frozen=True)
class ImportWords:
    """The words by table; names of a closed set by its members."""

    faults: dict[FaultCode, FaultWords]
    roles: Names
    datums: Names
    severities: Names
    matched: Names
    otherwise: Names
    ignored: Names
    assumed: Names
    shapes: Names
    file_types: Names
    kinds: dict[str, tuple[str, str, str]]
    actions: Names
    browser: Names

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """The words that come with the program."""
        return read_own_declaration(Path(__file__).with_suffix(".toml"), cls)
