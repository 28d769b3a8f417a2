"""Which versions can be shown: the error of one that cannot, and when a version that was rejected is tried again."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from datasets.city.city import UnservableReason

RETRY_SECONDS = 60.0  # after which a version is checked again whose check could not be finished
_RETRY = {UnservableReason.OUT_OF_REACH: 0.0, UnservableReason.UNPROVEN: RETRY_SECONDS}


class UnservableError(Exception):
    """A version that cannot be shown: why, and as ``SetAsideVersion.findings`` what was found."""

    def __init__(self, reason: UnservableReason, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{page}: {message}" if page else message for page, message in findings))
        self.reason, self.findings = reason, tuple(findings)

    @classmethod
    def from_exception(cls, reason: UnservableReason, error: Exception) -> "UnservableError":
        """The error of a version that fails with some exception, whatever it is."""
        return cls(reason, [("", f"{type(error).__name__}: {error}")])


@dataclass(frozen=True)
class _Rejection:
    """Why a version was rejected, and until when, in seconds of the clock."""

    error: UnservableError
    until: float


class RejectedVersions:
    """The versions that cannot be shown, by id, for good or for some time. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._rejections: dict[int, _Rejection] = {}

    def __contains__(self, version_id: int) -> bool:
        return version_id in self._rejections

    def error_of(self, version_id: int) -> UnservableError:
        """Why a rejected version cannot be shown."""
        return self._rejections[version_id].error

    def reject(self, version_id: int, error: UnservableError) -> None:
        """Do not try a version again, unless its fault may pass."""
        self._rejections[version_id] = _Rejection(error, self._clock() + _RETRY.get(error.reason, math.inf))

    def readmit(self, version_id: int) -> None:
        """Try a version again."""
        self._rejections.pop(version_id, None)

    def readmit_expired(self) -> bool:
        """Try those again whose time has come; whether there are any."""
        now = self._clock()
        expired = [version_id for version_id, rejection in list(self._rejections.items()) if rejection.until <= now]
        for version_id in expired:
            self.readmit(version_id)
        return bool(expired)
