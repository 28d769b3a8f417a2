"""The error of a version that cannot be shown."""

from collections.abc import Sequence

from datasets.city.city import UnservableReason


class UnservableError(Exception):
    """A version that cannot be shown: why, and the ``findings`` of ``SetAsideVersion``."""

    def __init__(self, reason: UnservableReason, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{page}: {message}" if page else message for page, message in findings))
        self.reason, self.findings = reason, tuple(findings)

    @classmethod
    def from_exception(cls, reason: UnservableReason, error: Exception) -> "UnservableError":
        """Make the error of a version from any exception."""
        return cls(reason, [("", f"{type(error).__name__}: {error}")])
