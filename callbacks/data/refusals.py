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
from datasets.imports.upload.import_order import ImportOrderError
from datasets.imports.upload.uploads import NotCleanError, UnknownUploadError
from datasets.published.dataset_comparison import NothingToCompareError
from datasets.published.servability import UnservableError
from datasets.store.model import DatasetExistsError, StaleDraftError, UnknownError, VersionStateError
from datasets.workers.model import WorkersBusyError
from layouts.words.messages.imports import fault_sentence
from layouts.words.messages.publication import unservable_text
from layouts.words.pages.data import imports as import_words
from layouts.words.pages.data import page as words
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
    UnknownUploadError: lambda _: Refusal(words.UPLOAD_GONE, 404),
    UnknownError: lambda _: Refusal(words.NO_VERSION, 404),
    HiddenDraftError: lambda _: Refusal(words.DRAFT_IS_HIDDEN, 403),
    ImportOrderError: lambda _: Refusal(words.BAD_ORDER, 400),
    StaleDraftError: lambda _: Refusal(words.STALE, 409),
    VersionStateError: lambda _: Refusal(words.NOT_A_DRAFT, 409),
    DatasetExistsError: lambda _: Refusal(words.DATASET_EXISTS, 409),
    NothingToCompareError: lambda _: Refusal(words.NOTHING_TO_COMPARE, 404),
    TooManyRowsError: lambda _: Refusal(words.TOO_MANY_ROWS, 422),
    NotCleanError: lambda _: Refusal(import_words.FIX_FIRST, 422),
    RefusedError: lambda error: Refusal(words.REFUSED, 422, error.faults),
    WorkersBusyError: lambda error: Refusal(import_words.readers_busy(error.ahead), 503),
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
