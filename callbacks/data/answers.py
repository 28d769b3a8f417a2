"""Answers of the page 数据: JSON, trees of components, files, and refusals in Chinese words with the fitting status.

A refusal is ``{"error": {"message", "faults"}}``.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from dash.development.base_component import Component
from flask import Flask, Response, request, send_file

from callbacks.accounts.visitors import current_account
from callbacks.server.responses import answer_json
from datasets.city.city import TEMPORARY_REASONS
from datasets.files.table_export import CSV_TYPE, XLSX_TYPE, Cell, ExportColumn, ExportTable, write_csv, write_xlsx
from datasets.imports.forms.exports import TooManyRowsError
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.model import Fault, RefusedError
from datasets.imports.upload.import_order import ImportOrderError
from datasets.imports.upload.uploads import NotCleanError, UnknownUploadError
from datasets.published.dataset_comparison import NothingToCompareError
from datasets.published.servability import UnservableError
from datasets.store.accounts.accounts import Right
from datasets.store.model import DatasetExistsError, StaleDraftError, UnknownError, VersionStateError
from datasets.workers.model import WorkersBusyError
from layouts.words.messages.imports import fault_sentence
from layouts.words.messages.publication import unservable_text
from layouts.words.pages import data as words
from layouts.words.pages import imports as import_words


class HiddenDraftError(Exception):
    """A version that the visitor may not see."""


_FAULTS_LISTED = 30  # of a refusal
_RETRY_SECONDS = 10  # after which files that are being read may have made room
_REFUSALS: list[tuple[type[Exception], str, int]] = [
    (UnknownUploadError, words.UPLOAD_GONE, 404),
    (UnknownError, words.NO_VERSION, 404),
    (HiddenDraftError, words.DRAFT_IS_HIDDEN, 403),
    (ImportOrderError, words.BAD_ORDER, 400),
    (StaleDraftError, words.STALE, 409),
    (VersionStateError, words.NOT_A_DRAFT, 409),
    (DatasetExistsError, words.DATASET_EXISTS, 409),
    (NothingToCompareError, words.NOTHING_TO_COMPARE, 404),
    (TooManyRowsError, words.TOO_MANY_ROWS, 422),
    (NotCleanError, import_words.FIX_FIRST, 422),
]


def answer_tree(body: Sequence[Component], **more: Any) -> Response:
    """Components for the browser to paint."""
    return answer_json({"tree": list(body), **more})


def answer_file(made: ServedFile) -> Response:
    """A file to be saved under its name."""
    return send_file(BytesIO(made.content), made.mimetype, as_attachment=True, download_name=made.name, max_age=0)


def answer_table(form: str, name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Response:
    """A table as a file of the type ``form``, csv or xlsx."""
    table = ExportTable(title, [ExportColumn(heading) for heading in columns], rows)
    if form == "csv":
        return answer_file(ServedFile(f"{name}.csv", write_csv(table), CSV_TYPE))
    if form == "xlsx":
        return answer_file(ServedFile(f"{name}.xlsx", write_xlsx([table]), XLSX_TYPE))
    return refuse(words.NO_SUCH_FILE, 404)


def refuse(message: str, status: int, faults: Sequence[Fault] = ()) -> Response:
    """Why something is not done, with the first faults of a file."""
    listed = [
        {"code": fault.code, "text": fault_sentence(fault), "sheet": fault.sheet, "row": fault.row}
        for fault in faults[:_FAULTS_LISTED]
    ]
    return answer_json({"error": {"message": message, "faults": listed}}, status)


def register_refusals(server: Flask) -> None:
    """Answer every error of a request in words."""
    for kind, message, status in _REFUSALS:
        server.register_error_handler(kind, _build_handler(message, status))
    server.register_error_handler(WorkersBusyError, _refuse_busy)
    server.register_error_handler(UnservableError, _refuse_unservable)
    server.register_error_handler(RefusedError, lambda error: refuse(words.REFUSED, 422, error.faults))


def _build_handler(message: str, status: int) -> Callable[[Exception], Response]:
    return lambda _error: refuse(message, status)


def _refuse_busy(error: WorkersBusyError) -> Response:
    answer = refuse(import_words.readers_busy(error.ahead), 503)
    answer.headers["Retry-After"] = str(_RETRY_SECONDS)
    return answer


def _refuse_unservable(error: UnservableError) -> Response:
    return refuse(unservable_text(error.reason, error.findings), 503 if error.reason in TEMPORARY_REASONS else 422)


def account_rights() -> tuple[Right, ...]:
    """What who asks may do."""
    account = current_account()
    return account.role.rights if account else ()


def request_json() -> dict[str, Any]:
    """What was sent with a request."""
    sent = request.get_json(silent=True)
    return sent if isinstance(sent, dict) else {}


def parse_number(text: str) -> int:
    """A number of an address; -1, which is none's, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
