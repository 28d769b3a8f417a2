"""The steps of an import: a file is received, its columns are proposed, its rows checked, a draft is kept."""

import secrets
from dataclasses import replace
from typing import Any, BinaryIO, cast

import orjson
from flask import Flask, Response, request

from callbacks.accounts.guards import require
from callbacks.accounts.visitors import account_name, current_account
from callbacks.data.answers import account_rights, answer_table, answer_tree, refuse, request_json
from callbacks.server.body_limits import declare_body_limit, declared_body_limit
from callbacks.server.responses import answer_json
from datasets.imports.forms.forms import FORM_KINDS
from datasets.imports.model import Fault, FaultCode
from datasets.imports.upload.check_upload import build_form_context
from datasets.imports.upload.import_order import ImportOrder, NewDataset, read_order, write_order
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from datasets.store.accounts.accounts import Right
from datasets.store.model import SHIPPED
from layouts.pages.data.imports import (
    TABLES,
    ColumnsView,
    ImportChoices,
    columns_body,
    locked_body,
    start_body,
)
from layouts.pages.data.page import PATH
from layouts.pages.data.report import report_body
from layouts.words.messages.imports import fault_cells
from layouts.words.pages import data as words
from layouts.words.pages import imports as import_words

_FORM_ROOM = 1 << 20  # bytes of an upload's request beside the file
_LONGEST_NAME = 40  # letters of a new dataset's name


def register(server: Flask, uploads: Uploads) -> None:
    """Serve the steps of an import."""
    declare_body_limit(server, "receive_upload", uploads.limits.bytes + _FORM_ROOM)

    @server.before_request
    def refuse_large_upload() -> Response | None:
        if request.endpoint != "receive_upload" or (request.content_length or 0) <= declared_body_limit():
            return None
        size, limit = str(request.content_length), str(uploads.limits.bytes)
        return refuse(words.REFUSED, 413, [Fault(FaultCode.TOO_LARGE, size, limit)])

    @server.get(f"{PATH}/views/import")
    def import_view() -> Response:
        if Right.IMPORT not in account_rights():
            return answer_tree(locked_body(current_account() is None))
        uploads.warm()
        return answer_tree(start_body(_list_choices(uploads)))

    @server.post(f"{PATH}/uploads")
    @require(Right.IMPORT)
    def receive_upload() -> Response:
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            return refuse(words.NO_FILE, 400)
        return answer_json({"upload": uploads.receive(sent.filename, cast(BinaryIO, sent.stream), account_name())}, 201)

    @server.get(f"{PATH}/uploads/<upload>")
    @require(Right.IMPORT)
    def show_upload(upload: str) -> Response:
        return _answer_columns(uploads, upload, _propose_order(uploads, upload, {}))

    @server.post(f"{PATH}/uploads/<upload>/columns")
    @require(Right.IMPORT)
    def show_columns(upload: str) -> Response:
        sent = request_json().get("order") or {}
        is_complete = isinstance(sent, dict) and sent.get("mapping")
        return _answer_columns(
            uploads, upload, _parse_order(sent) if is_complete else _propose_order(uploads, upload, sent)
        )

    @server.post(f"{PATH}/uploads/<upload>/check")
    @require(Right.IMPORT)
    def check_upload(upload: str) -> Response:
        order = _parse_order(request_json().get("order"))
        report = uploads.check(uploads.locate(upload), order).report
        body = report_body(upload, order, report)
        return answer_tree(body, rows=report.rows, good=report.good, counts=dict(report.counts))

    @server.post(f"{PATH}/uploads/<upload>/report.<form>")
    @require(Right.IMPORT)
    def download_report(upload: str, form: str) -> Response:
        report = uploads.check(uploads.locate(upload), _parse_order(request_json().get("order"))).report
        name = f"{uploads.find(upload).facts.file_name.rsplit('.', 1)[0]}-{words.REPORT_SHEET}"
        rows = [fault_cells(fault) for fault in report.list_faults()]
        return answer_table(form, name, words.REPORT_SHEET, import_words.FAULT_COLUMNS, rows)

    @server.post(f"{PATH}/uploads/<upload>/keep")
    @require(Right.IMPORT)
    def keep_draft(upload: str) -> Response:
        version = uploads.create_draft(upload, _parse_order(request_json().get("order")), account_name())
        return answer_json({"version": version.id, "dataset": version.dataset_id, "number": version.number}, 201)


def _list_choices(uploads: Uploads) -> ImportChoices:
    return ImportChoices(
        kinds={kind: _list_templates(kind) for kind in ImportKind},
        datasets={each.id: each.name for each in uploads.store.datasets()},
        dataset=request.args.get("set", ""),
        kind=request.args.get("kind", ""),
        largest=uploads.limits.bytes,
    )


def _list_templates(kind: ImportKind) -> list[tuple[str, str]]:
    """The labels and addresses of the templates and the example of a kind."""
    templates = [
        (import_words.TEMPLATES[form], f"{PATH}/templates/{kind}?layout={form}") for form in FORM_KINDS[kind].layouts
    ]
    return [*templates, (import_words.EXAMPLE, f"{PATH}/examples/{kind}")]


def _answer_columns(uploads: Uploads, upload_id: str, order: ImportOrder) -> Response:
    upload, published_city = uploads.find(upload_id), uploads.published_city
    preview = uploads.preview(uploads.locate(upload_id), order.mapping.sheet if order.mapping else "")
    view = ColumnsView(upload, preview, order, build_form_context(published_city.foundation, published_city.current()))
    return answer_tree(columns_body(view), order=orjson.loads(write_order(order)))


def _parse_order(sent: Any) -> ImportOrder:
    """The order that was sent. Raises ImportOrderError."""
    return read_order(orjson.dumps(sent))


def _propose_order(uploads: Uploads, upload_id: str, sent: Any) -> ImportOrder:
    """An order for a file that nobody has looked at yet; what was sent of kind, dataset and sheet is kept.

    The guessed kind stands where none was sent, or one that a file of features cannot hold.
    """
    facts = uploads.find(upload_id).facts
    kind, sheet, new = sent.get("kind"), sent.get("sheet"), sent.get("new_dataset")
    if kind not in set(ImportKind) or (not facts.sheets and kind in TABLES):
        kind = facts.kind
    if sheet not in facts.sheets:
        sheet = next(iter(facts.sheets), "")
    dataset = str(sent.get("dataset") or f"own-{secrets.token_hex(3)}")
    order = uploads.propose_order(uploads.locate(upload_id), ImportKind(kind), sheet, dataset)
    if not isinstance(new, dict):
        return order
    base = new.get("base")
    name = str(new.get("name", ""))[:_LONGEST_NAME]
    return replace(order, new_dataset=NewDataset(name, "", base if base in SHIPPED else None))
