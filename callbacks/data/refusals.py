"""Why something on the page 数据 is not done: errors in Chinese words with the fitting status.

A refusal is ``{"error": {"message", "status", "faults"}}``, of a route and of a callback.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response
from flask_wtf.csrf import CSRFError

from callbacks.accounts.guards import LackingRightError
from callbacks.server import storage_faults
from callbacks.server.responses import json_answer
from datasets.city.city import TEMPORARY_REASONS
from datasets.imports.forms.exports import TooManyRowsError
from datasets.imports.model import Fault, RefusedError
from datasets.imports.upload.corrections import NoSuchFigureError
from datasets.imports.upload.import_order import ImportOrderError
from datasets.imports.upload.uploads import NotCleanError, UnknownUploadError
from datasets.published.dataset_comparison import NothingToCompareError
from datasets.published.servability import UnservableError
from datasets.store.model import DatasetExistsError, StaleDraftError, UnknownError, VersionStateError
from datasets.workers.model import WorkersBusyError
from layouts.words.messages.imports import fault_sentence
from layouts.words.messages.publication import unservable_text
from locales import say


class HiddenDraftError(Exception):
    """A version that the visitor may not see."""


_FAULTS_LISTED = 30  # of a refusal
_RETRY_SECONDS = 10  # after which files that are being read may have made room


@dataclass(frozen=True)
class Refusal:
    """Why something is not done, with the first faults of a file."""

    message: str
    status: int
    faults: Sequence[Fault] = ()

    @property
    def content(self) -> dict[str, Any]:
        """As JSON."""
        listed = [
            {"code": fault.code, "text": fault_sentence(fault), "sheet": fault.sheet, "row": fault.row}
            for fault in self.faults[:_FAULTS_LISTED]
        ]
        return {"error": {"message": self.message, "status": self.status, "faults": listed}}


_REFUSALS: dict[type[Exception], Callable[[Any], Refusal]] = {
    UnknownUploadError: lambda _: Refusal(say("data-upload-gone"), 404),
    UnknownError: lambda _: Refusal(say("data-no-version"), 404),
    HiddenDraftError: lambda _: Refusal(say("data-draft-is-hidden"), 403),
    NoSuchFigureError: lambda _: Refusal(say("data-correct-gone"), 409),
    ImportOrderError: lambda _: Refusal(say("data-bad-order"), 400),
    StaleDraftError: lambda _: Refusal(say("data-stale"), 409),
    VersionStateError: lambda _: Refusal(say("data-not-a-draft"), 409),
    DatasetExistsError: lambda _: Refusal(say("data-dataset-exists"), 409),
    NothingToCompareError: lambda _: Refusal(say("data-nothing-to-compare"), 404),
    TooManyRowsError: lambda _: Refusal(say("data-too-many-rows"), 422),
    NotCleanError: lambda _: Refusal(say("imports-fix-first"), 422),
    RefusedError: lambda error: Refusal(say("data-refused"), 422, error.faults),
    WorkersBusyError: lambda error: Refusal(say("imports-readers-busy", ahead=error.ahead), 503),
    UnservableError: lambda error: Refusal(
        unservable_text(error.reason, error.findings), 503 if error.reason in TEMPORARY_REASONS else 422
    ),
}
_OF_CALLBACKS: dict[type[Exception], Callable[[Any], Refusal]] = {
    LackingRightError: lambda error: Refusal(error.message, error.status),
    CSRFError: lambda _: Refusal(say("accounts-out-of-date"), 400),
}


def describe_refusal(error: Exception) -> Refusal:
    """An error as a refusal; one that the page has no words for is raised again."""
    for kind, describe in (_REFUSALS | _OF_CALLBACKS).items():
        if isinstance(error, kind):
            return describe(error)
    if storage_faults.classify_fault(error):
        return Refusal(*storage_faults.answer(error))
    raise error


def refuse(message: str, status: int, faults: Sequence[Fault] = ()) -> Response:
    """A refusal of a route."""
    answer = json_answer(Refusal(message, status, faults).content, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def register_refusals(server: Flask) -> None:
    """Answer every error of a route in words."""
    for kind in _REFUSALS:
        server.register_error_handler(kind, _answer_error)


def _answer_error(error: Exception) -> Response:
    refusal = describe_refusal(error)
    answer = refuse(refusal.message, refusal.status, refusal.faults)
    if isinstance(error, WorkersBusyError):
        answer.headers["Retry-After"] = str(_RETRY_SECONDS)
    return answer
