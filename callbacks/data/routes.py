"""What is done on the page 数据: files come in and go out, drafts are kept, published, given up.

Answers are JSON; a refusal is ``{"error": {"message", "faults"}}`` with Chinese words and the fitting status.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO, cast

import orjson
import pandas as pd
from dash.development.base_component import Component
from flask import Flask, Response, request, send_file
from plotly.io.json import to_json_plotly

from callbacks.accounts.guards import current_account, require
from callbacks.data.comparison import NothingToCompareError
from callbacks.data.imports import ImportViews, report_rows
from callbacks.data.versions import DataViews, map_link
from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import answer_picture
from callbacks.server.body_limits import declare_body, declared_body
from datasets.city.city import TEMPORARY_REASONS
from datasets.files.table_export import CSV_TYPE, XLSX_TYPE, Cell, ExportColumn, ExportTable, write_csv, write_xlsx
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.examples import example_file
from datasets.imports.forms.exports import ExportForm, TooManyRowsError, export_file, export_forms, list_facility_rows
from datasets.imports.forms.forms import LAYOUTS, FormLayout
from datasets.imports.forms.templates import ServedFile, template_file
from datasets.imports.model import Fault, FaultCode, RefusedError
from datasets.imports.upload.check_upload import build_form_context
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError, read_order
from datasets.imports.upload.uploads import NotCleanError, UnknownUploadError, Uploads
from datasets.kinds import ImportKind
from datasets.published.published_city import PublishedCity, UnservableError, VersionRows
from datasets.store.accounts.accounts import Right
from datasets.store.model import (
    DatasetExistsError,
    StaleDraftError,
    StoreUnavailableError,
    UnknownError,
    Version,
    VersionState,
    VersionStateError,
)
from datasets.workers.model import WorkersBusyError
from layouts.pages.data.changes import changes_body
from layouts.pages.data.datasets import Exports, datasets_body
from layouts.pages.data.imports import columns_body, locked_body, start_body
from layouts.pages.data.page import PATH
from layouts.pages.data.report import report_body
from layouts.words.messages import storage as storage_words
from layouts.words.messages.imports import fault_sentence
from layouts.words.messages.rehearsal import unservable
from layouts.words.pages import data as words

_FORM_ROOM = 1 << 20  # bytes of an upload's request beside the file
_FAULTS_TOLD = 30  # of a refusal
_RETRY_SECONDS = 10  # after which files that are being read may have made room


@dataclass(frozen=True)
class DataDesk:
    """All that the page's actions need."""

    published_city: PublishedCity
    uploads: Uploads
    views: DataViews
    imports: ImportViews
    pictures: RenderQueue

    def forms(self) -> FormContext:
        """What templates and exports are made for."""
        return build_form_context(self.published_city.foundation, self.published_city.current())


def data_desk(published_city: PublishedCity, uploads: Uploads, pictures: RenderQueue) -> DataDesk:
    """The page's actions over a library and the uploads that files come in by."""

    def forms() -> FormContext:
        return build_form_context(published_city.foundation, published_city.current())

    def new_id() -> str:
        return f"own-{secrets.token_hex(3)}"

    def exports(dataset: str) -> Exports:
        return _exports(published_city, dataset)

    views = DataViews(
        published_city.store,
        published_city.current,
        published_city.preview,
        exports,
        published_city.foundation.geography,
    )
    return DataDesk(published_city, uploads, views, ImportViews(uploads, forms, new_id), pictures)


def register(server: Flask, at: DataDesk) -> None:
    """Serve everything under ``/data/``. Comes before the guards: an upload's size is limited before it is read."""
    _refuse(server)
    _register_views(server, at)
    _register_uploads(server, at)
    _register_versions(server, at)
    _register_files(server, at)


# --- answers ---------------------------------------------------------------------------------------------------------


def _json(content: Mapping[str, Any], status: int = 200) -> Response:
    answer = Response(to_json_plotly(content), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _tree(body: Sequence[Component], **more: Any) -> Response:
    return _json({"tree": list(body), **more})


def _refusal(message: str, status: int, faults: Sequence[Fault] = ()) -> Response:
    told = [
        {"code": fault.code, "text": fault_sentence(fault), "sheet": fault.sheet, "row": fault.row}
        for fault in faults[:_FAULTS_TOLD]
    ]
    return _json({"error": {"message": message, "faults": told}}, status)


def _unservable(error: UnservableError) -> Response:
    return _refusal(unservable(error.reason, error.findings), 503 if error.reason in TEMPORARY_REASONS else 422)


def _refuse(server: Flask) -> None:
    """Every error of a request as words."""
    plain: list[tuple[type[Exception], str, int]] = [
        (UnknownUploadError, words.UPLOAD_GONE, 404),
        (UnknownError, words.NO_VERSION, 404),
        (ImportOrderError, words.BAD_ORDER, 400),
        (StaleDraftError, words.STALE, 409),
        (VersionStateError, words.NOT_A_DRAFT, 409),
        (DatasetExistsError, words.DATASET_EXISTS, 409),
        (NothingToCompareError, words.NOTHING_TO_COMPARE, 404),
        (TooManyRowsError, words.TOO_MANY_ROWS, 422),
        (NotCleanError, words.FIX_FIRST, 422),
    ]
    for kind, message, status in plain:
        server.register_error_handler(kind, _handler(message, status))
    server.register_error_handler(WorkersBusyError, _readers_busy)
    server.register_error_handler(UnservableError, _unservable)
    server.register_error_handler(RefusedError, lambda error: _refusal(words.REFUSED, 422, error.faults))


def _readers_busy(error: WorkersBusyError) -> Response:
    answer = _refusal(words.readers_busy(error.ahead), 503)
    answer.headers["Retry-After"] = str(_RETRY_SECONDS)
    return answer


def _handler(message: str, status: int) -> Callable[[Exception], Response]:
    return lambda _error: _refusal(message, status)


def _who() -> str:
    account = current_account()
    return account.name if account else ""


def _rights() -> tuple[Right, ...]:
    account = current_account()
    return account.role.rights if account else ()


def _visible(at: DataDesk, version_id: int) -> Version | None:
    """A version that the visitor may see: drafts, and all of a dataset that is not published, are for importers."""
    store = at.published_city.store
    version = store.version(version_id)
    if Right.IMPORT in _rights():
        return version
    hidden = version.state in (VersionState.DRAFT, VersionState.DISCARDED)
    return None if hidden or version.dataset_id not in store.published() else version


# --- what is shown ---------------------------------------------------------------------------------------------------


def _register_views(server: Flask, at: DataDesk) -> None:
    @server.get(f"{PATH}/views/datasets")
    def datasets_view() -> Response:
        try:
            cards = at.views.cards(_rights())
        except StoreUnavailableError as error:  # what is published is known without it
            cards = at.views.known_cards(storage_words.reading_sentence(error.fault))
        wanted = request.args.get("set")
        chosen = next((card for card in cards if card.id == wanted), cards[0])
        return _tree(datasets_body(cards, chosen, _hint()))

    @server.get(f"{PATH}/views/import")
    def import_view() -> Response:
        if Right.IMPORT not in _rights():
            return _tree(locked_body(current_account() is None))
        at.uploads.warm()
        return _tree(start_body(at.imports.start(request.args.get("set", ""), request.args.get("kind", ""))))

    @server.get(f"{PATH}/views/changes")
    def changes_view() -> Response:
        version = _visible(at, _number(request.args.get("version", "")))
        if version is None:
            return _refusal(words.DRAFT_IS_HIDDEN, 403)
        return _tree(changes_body(at.views.changes(version, _rights(), request.args.get("upload", ""))))

    @server.get(f"{PATH}/versions/<int:version_id>/compare.svg")
    def compare_maps(version_id: int) -> Response:
        version = _visible(at, version_id)
        if version is None:
            return _refusal(words.DRAFT_IS_HIDDEN, 403)
        subject, year = request.args.get("subject", ""), _number(request.args.get("year", ""))
        return answer_picture(at.pictures, at.views.picture(version, subject, year))


def _hint() -> str:
    rights = _rights()
    if Right.IMPORT not in rights:
        return words.NOT_ALLOWED_IMPORT if current_account() else words.LOG_IN_FIRST
    return "" if Right.PUBLISH in rights else words.NOT_ALLOWED_PUBLISH


def _number(text: str) -> int:
    """A number of the address; -1, which is none's, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


# --- uploads ---------------------------------------------------------------------------------------------------------


def _register_uploads(server: Flask, at: DataDesk) -> None:
    uploads = at.uploads
    declare_body(server, "receive_upload", uploads.limits.bytes + _FORM_ROOM)

    @server.before_request
    def refuse_large_upload() -> Response | None:
        if request.endpoint != "receive_upload" or (request.content_length or 0) <= declared_body():
            return None
        size, limit = str(request.content_length), str(uploads.limits.bytes)
        return _refusal(words.REFUSED, 413, [Fault(FaultCode.TOO_LARGE, size, limit)])

    @server.post(f"{PATH}/uploads")
    @require(Right.IMPORT)
    def receive_upload() -> Response:
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            return _refusal(words.NO_FILE, 400)
        return _json({"upload": uploads.receive(sent.filename, cast(BinaryIO, sent.stream), _who())}, 201)

    @server.get(f"{PATH}/uploads/<upload>")
    @require(Right.IMPORT)
    def show_upload(upload: str) -> Response:
        look = uploads.find(upload)
        return _columns(at, upload, at.imports.proposed(look, {}))

    @server.post(f"{PATH}/uploads/<upload>/columns")
    @require(Right.IMPORT)
    def show_columns(upload: str) -> Response:
        told = _body().get("order") or {}
        complete = isinstance(told, dict) and told.get("mapping")
        order = _order(told) if complete else at.imports.proposed(uploads.find(upload), told)
        return _columns(at, upload, order)

    @server.post(f"{PATH}/uploads/<upload>/check")
    @require(Right.IMPORT)
    def check_upload(upload: str) -> Response:
        order = _order(_body().get("order"))
        checked = uploads.check(uploads.locate(upload), order)
        report = at.imports.report(upload, order, checked)
        return _tree(report_body(report), rows=report.rows, good=report.good, counts=dict(checked.report.counts))

    @server.post(f"{PATH}/uploads/<upload>/report.<form>")
    @require(Right.IMPORT)
    def download_report(upload: str, form: str) -> Response:
        rows = report_rows(uploads.check(uploads.locate(upload), _order(_body().get("order"))))
        name = f"{uploads.find(upload).facts.file_name.rsplit('.', 1)[0]}-{words.REPORT_SHEET}"
        return _table(form, name, words.REPORT_SHEET, words.FAULT_COLUMNS, rows)

    @server.post(f"{PATH}/uploads/<upload>/keep")
    @require(Right.IMPORT)
    def keep_draft(upload: str) -> Response:
        version = uploads.create_draft(upload, _order(_body().get("order")), _who())
        return _json({"version": version.id, "dataset": version.dataset_id, "number": version.number}, 201)


def _columns(at: DataDesk, upload: str, order: ImportOrder) -> Response:
    columns = at.imports.columns(at.uploads.find(upload), order)
    return _tree(columns_body(columns), order=orjson.loads(order.to_json()))


def _body() -> dict[str, Any]:
    """What was sent with a request."""
    sent = request.get_json(silent=True)
    return sent if isinstance(sent, dict) else {}


def _order(told: Any) -> ImportOrder:
    return read_order(orjson.dumps(told))


# --- versions --------------------------------------------------------------------------------------------------------


def _register_versions(server: Flask, at: DataDesk) -> None:
    store, published_city = at.published_city.store, at.published_city

    @server.post(f"{PATH}/versions/<int:version_id>/publish")
    @require(Right.PUBLISH)
    def publish_version(version_id: int) -> Response:
        draft = store.version(version_id)
        name = at.views.dataset(draft.dataset_id).name
        published_city.publish(version_id, _who())
        years = _changed_years(at, draft)
        link = map_link(draft.dataset_id, next(iter(years), ""), years)
        return _done(words.published_text(name, draft.number), link)

    @server.post(f"{PATH}/datasets/<dataset>/roll-back")
    @require(Right.PUBLISH)
    def roll_back(dataset: str) -> Response:
        number = _number(str(_body().get("number", "")))
        name = _dataset_name(at, dataset)
        published_city.roll_back(dataset, number, _who())
        return _done(words.rolled_back(name, number), map_link(dataset, "", {}))

    @server.post(f"{PATH}/datasets/<dataset>/withdraw")
    @require(Right.PUBLISH)
    def withdraw_dataset(dataset: str) -> Response:
        name = _dataset_name(at, dataset)
        published_city.withdraw(dataset, _who())
        return _json({"message": words.withdrawn(name)})

    @server.post(f"{PATH}/versions/<int:version_id>/discard")
    @require(Right.IMPORT)
    def discard_draft(version_id: int) -> Response:
        number = store.version(version_id).number
        store.discard(version_id, _who())
        return _json({"message": words.discarded(number)})

    @server.post(f"{PATH}/versions/<int:version_id>/rebase")
    @require(Right.IMPORT)
    def rebase_draft(version_id: int) -> Response:
        return _json({"version": store.rebase(version_id, _who()).id})

    @server.get(f"{PATH}/versions/<int:version_id>/changes.<form>")
    def download_changes(version_id: int, form: str) -> Response:
        version = _visible(at, version_id)
        if version is None:
            return _refusal(words.DRAFT_IS_HIDDEN, 403)
        name = f"{at.views.dataset(version.dataset_id).name}-{words.number_of(version.number)}-{words.CHANGES_SHEET}"
        rows = at.views.all_changes(version)
        return _table(form, name, words.CHANGES_SHEET, words.CHANGE_COLUMNS, rows)


def _dataset_name(at: DataDesk, dataset: str) -> str:
    """The name of a dataset, empty if there is none; asked for before anything is done."""
    stored = at.published_city.store.dataset(dataset)
    return stored.name if stored else ""


def _changed_years(at: DataDesk, version: Version) -> dict[str, list[int]]:
    """Where a version changed the maps; nothing where the store cannot say: what is published is published."""
    with suppress(StoreUnavailableError):
        return at.views.comparison(version).changed_years()
    return {}


def _done(message: str, href: str) -> Response:
    return _json({"message": message, "map": {"text": words.SEE_MAP, "href": href}})


# --- files -----------------------------------------------------------------------------------------------------------


def _register_files(server: Flask, at: DataDesk) -> None:
    @server.get(f"{PATH}/templates/<kind>")
    def download_template(kind: str) -> Response:
        asked = _kind_and_layout(kind, request.args.get("layout"))
        return _file(template_file(asked[0], at.forms(), asked[1])) if asked else _refusal(words.NO_SUCH_FILE, 404)

    @server.get(f"{PATH}/examples/<kind>")
    def download_example(kind: str) -> Response:
        asked = _kind_and_layout(kind, request.args.get("layout"))
        return _file(example_file(asked[0], at.forms(), asked[1])) if asked else _refusal(words.NO_SUCH_FILE, 404)

    @server.get(f"{PATH}/datasets/<dataset>/export")
    def export_rows(dataset: str) -> Response:
        kind, form = request.args.get("kind"), request.args.get("format")
        known = at.published_city.current().datasets.get(dataset)
        if known is None or kind not in set(ImportKind) or form not in (None, *ExportForm):
            return _refusal(words.NO_SUCH_FILE, 404)
        chosen = ImportKind(kind)
        edition = at.published_city.shown_version(dataset)
        rows = (
            _rows(at.published_city, edition, chosen) if edition else _shipped_rows(at.published_city, dataset, chosen)
        )
        if rows is None or (form and form not in export_forms(chosen)):
            return _refusal(words.NO_SUCH_FILE, 404)
        name = f"{known.name}-{words.number_of(edition.number)}" if edition else known.name
        return _file(export_file(rows, chosen, at.forms(), name, ExportForm(form) if form else None))


def _kind_and_layout(kind: str, layout: str | None) -> tuple[ImportKind, FormLayout | None] | None:
    if kind not in set(ImportKind):
        return None
    if layout is None:
        return ImportKind(kind), None
    return (ImportKind(kind), FormLayout(layout)) if layout in LAYOUTS[ImportKind(kind)] else None


def _shown_version(published_city: PublishedCity, dataset: str) -> Version | None:
    """The version of a stored dataset that pages show; None for one that comes with the program."""
    shown = published_city.shown_version_id(dataset)
    return None if shown is None else published_city.store.version(shown)


def _rows(published_city: PublishedCity, edition: VersionRows, kind: ImportKind) -> pd.DataFrame:
    """The rows of a version that is shown: those in memory, and those that stand there among others from the store."""
    return edition.rows[kind] if kind in edition.rows else published_city.store.rows(edition.version_id, kind)


def _shipped_rows(published_city: PublishedCity, dataset: str, kind: ImportKind) -> Any:
    """The rows of a dataset that comes with the program; None where it has none of the kind."""
    shipped = published_city.foundation.shipped[dataset]
    if kind is ImportKind.OBSERVATIONS:
        return shipped.observations
    return list_facility_rows(shipped.facilities) if kind is ImportKind.FACILITIES and len(shipped.facilities) else None


def _exports(published_city: PublishedCity, dataset: str) -> Exports:
    """The files that a dataset can be had as: kinds of data, each with labels and addresses."""
    version = _shown_version(published_city, dataset)
    if version is None and dataset not in published_city.foundation.shipped:
        return ()
    kinds = list(dict.fromkeys(batch.kind for batch in version.batches)) if version else []
    if version is None:
        kinds = [ImportKind.OBSERVATIONS]
        kinds += [ImportKind.FACILITIES] if len(published_city.foundation.shipped[dataset].facilities) else []
    address = f"{PATH}/datasets/{dataset}/export"
    return tuple(
        (
            words.KINDS[kind][0],
            tuple((words.FORMS[form], f"{address}?kind={kind}&format={form}") for form in export_forms(kind)),
        )
        for kind in kinds
    )


def _table(form: str, name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Response:
    table = ExportTable(title, [ExportColumn(heading) for heading in columns], rows)
    if form == "csv":
        return _file(ServedFile(f"{name}.csv", write_csv(table), CSV_TYPE))
    if form == "xlsx":
        return _file(ServedFile(f"{name}.xlsx", write_xlsx([table]), XLSX_TYPE))
    return _refusal(words.NO_SUCH_FILE, 404)


def _file(made: ServedFile) -> Response:
    return send_file(BytesIO(made.content), made.mimetype, as_attachment=True, download_name=made.name, max_age=0)
