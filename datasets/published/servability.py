"""Versions that cannot be shown: their error, and when a rejected one is checked again."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from datasets.city.city import UnservableReason

RETRY_SECONDS = 60.0  # seconds after which an unfinished check is repeated
_RETRY = {UnservableReason.OUT_OF_REACH: 0.0, UnservableReason.UNPROVEN: RETRY_SECONDS}


class UnservableError(Exception):
    """A version that cannot be shown: why, and the ``findings`` of ``SetAsideVersion``."""

    def __init__(self, reason: UnservableReason, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{page}: {message}" if page else message for page, message in findings))
        self.reason, self.findings = reason, tuple(findings)

    @classmethod
    def from_exception(cls, reason: UnservableReason, error: Exception) -> "UnservableError":
        """Make the error of a version from any exception."""
        return cls(reason, [("", f"{type(error).__name__}: {error}")])


@dataclass(frozen=True)
class _Rejection:
    """Why a version was rejected, and until when in seconds of the clock."""

    error: UnservableError
    until: float


class RejectedVersions:
    """The versions that cannot be shown, by id, permanently or for some time. ``clock`` returns seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._rejections: dict[int, _Rejection] = {}

    def __contains__(self, version_id: int) -> bool:
        return version_id in self._rejections

    def error_of(self, version_id: int) -> UnservableError:
        """Why a rejected version cannot be shown."""
        return self._rejections[version_id].error

    def reject(self, version_id: int, error: UnservableError) -> None:
        """Reject a version, only for some time if its fault may pass."""
        self._rejections[version_id] = _Rejection(error, self._clock() + _RETRY.get(error.reason, math.inf))

    def readmit(self, version_id: int) -> None:
        """Remove a version from the rejected ones."""
        self._rejections.pop(version_id, None)

    def readmit_expired(self) -> bool:
        """Remove the versions whose time has passed; whether there were any."""
        now = self._clock()
        expired = [version_id for version_id, rejection in list(self._rejections.items()) if rejection.until <= now]
        for version_id in expired:
            self.readmit(version_id)
        return bool(expired)
