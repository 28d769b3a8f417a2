"""What a check before a meeting says: about what, how it stands, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """How a check came out; ``PENDING`` where it has not ended yet."""

    OK = "ok"
    CAUTION = "caution"
    FAILED = "failed"
    PENDING = "pending"


@dataclass(frozen=True)
class CheckLine:
    """One check: its ``subject`` and what was found, in words; ``remedy`` says what to do, empty where all is well.

    ``where`` names places of the machine, which only administrators are shown.
    """

    subject: str
    state: CheckState
    text: str
    remedy: str = ""
    where: str = ""
