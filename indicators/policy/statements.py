"""What a named source said of a policy target at a time: where no figure is known, the status rests on it."""

from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from indicators.definition import STRICT, ValueKind
from indicators.policy.ledger import PolicyTarget
from indicators.policy.progress import Status
from locales.data import speaks

_STATED = (Status.REACHED, Status.MISSED)


@speaks("text", "source", "note")
@dataclass(frozen=True, config=STRICT)
class Statement:
    """One statement. ``area`` is what it speaks of, ``year`` the year it was made of.

    ``status`` is what the source's words come to, reached or missed. None for what was there before the policy, or
    before the deadline: it stands beside the target and decides nothing.
    """

    targets: tuple[str, ...]
    area: str
    year: int
    text: str
    kind: ValueKind
    source: str
    status: Status | None = None
    note: str = ""

    @model_validator(mode="after")
    def _check_status(self) -> Self:
        if self.status is not None and self.status not in _STATED:
            raise ValueError(f"status: expected one of {', '.join(_STATED)}, or none, got '{self.status}'")
        return self


@dataclass(frozen=True, config=STRICT)
class Statements:
    """The whole of a ``statements.toml``."""

    statements: tuple[Statement, ...]


def list_statements(statements: tuple[Statement, ...], target: str, year: int) -> list[Statement]:
    """What was said of a target up to a year, the latest last."""
    said = [one for one in statements if target in one.targets and one.year <= year]
    return sorted(said, key=lambda one: one.year)


def find_deciding_statement(statements: tuple[Statement, ...], target: str, year: int) -> Statement | None:
    """The latest statement up to a year that says whether a target was reached."""
    deciding = [one for one in list_statements(statements, target, year) if one.status is not None]
    return deciding[-1] if deciding else None


def find_statement_faults(
    statements: tuple[Statement, ...], targets: dict[str, PolicyTarget], codes: set[str]
) -> list[str]:
    """Every statement of an unknown target or area, or of a deadline that was still to come, a sentence a fault."""
    faults = []
    for number, one in enumerate(statements, 1):
        where = f"statements.toml: statement {number}"
        faults += [
            f"{where}: targets: expected the id of a target, got '{key}'" for key in one.targets if key not in targets
        ]
        if one.area not in codes:
            faults.append(f"{where}: area: expected a code of the region, got '{one.area}'")
        early = [key for key in one.targets if key in targets and one.year < targets[key].deadline]
        if one.status is Status.MISSED and early:
            faults.append(f"{where}: status: '{one.status}' of {early[0]}, whose deadline comes after {one.year}")
    return faults
