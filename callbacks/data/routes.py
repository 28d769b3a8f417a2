"""Files under ``/data/``: uploads, and what can be saved: forms, rows, reports, changes, maps compared."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import BinaryIO, cast

from flask import Flask, Response, request, send_file

from callbacks.accounts.guards import require
from callbacks.accounts.visitors import account_name
from callbacks.data.answers import find_visible, parse_number, parse_order
from callbacks.data.dataset_views import DatasetViews
from callbacks.data.refusals import refuse, register_refusals
from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import answer_picture
from callbacks.server.body_limits import declare_body_limit, declared_body_limit
from callbacks.server.responses import json_answer
from datasets.files.table_export import CSV_TYPE, XLSX_TYPE, Cell, ExportColumn, ExportTable, write_csv, write_xlsx
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.examples import example_file
from datasets.imports.forms.exports import ExportForm, export_file, export_forms
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.forms.forms import FORM_KINDS, FormLayout
from datasets.imports.forms.templates import template_file
from datasets.imports.model import Fault, FaultCode
from datasets.imports.upload.check_upload import build_form_context
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from datasets.published.dataset_rows import list_kinds, read_rows
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import Right
from layouts.pages.data.datasets import Exports
from layouts.pages.data.page import PATH
from layouts.words.messages.imports import fault_cells
from layouts.words.pages.data import page as words
from locales import say, say_all

_FORM_ROOM = 1 << 20  # bytes of an upload's request beside the file


def register(server: Flask, uploads: Uploads, views: DatasetViews, pictures: RenderQueue) -> None:
    """Serve the files. Comes before the guards: an upload's size is limited before it is read."""
    register_refusals(server)
    _register_uploads(server, uploads)
    _register_versions(server, views, pictures)
    _register_forms(server, uploads.published_city)


def _register_uploads(server: Flask, uploads: Uploads) -> None:
    declare_body_limit(server, "receive_upload", uploads.limits.bytes + _FORM_ROOM)

    @server.before_request
    def refuse_large_upload() -> Response | None:
        if request.endpoint != "receive_upload" or (request.content_length or 0) <= declared_body_limit():
            return None
        size, limit = str(request.content_length), str(uploads.limits.bytes)
        return refuse(say("data-refused"), 413, [Fault(FaultCode.TOO_LARGE, size, limit)])

    @server.post(f"{PATH}/uploads")
    @require(Right.IMPORT)
    def receive_upload() -> Response:
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            return refuse(say("data-no-file"), 400)
        return json_answer({"upload": uploads.receive(sent.filename, cast(BinaryIO, sent.stream), account_name())}, 201)

    @server.post(f"{PATH}/uploads/<upload>/report.<form>")
    @require(Right.IMPORT)
    def download_report(upload: str, form: str) -> Response:
        sent = request.get_json(silent=True)
        order = parse_order(sent.get("order") if isinstance(sent, dict) else None)
        report = uploads.check(uploads.locate(upload), order).report
        name = f"{uploads.find(upload).facts.file_name.rsplit('.', 1)[0]}-{say('data-report-sheet')}"
        rows = [fault_cells(fault) for fault in report.list_faults()]
        return _answer_table(form, name, say("data-report-sheet"), [*say_all("imports-fault-columns-").values()], rows)


def _register_versions(server: Flask, views: DatasetViews, pictures: RenderQueue) -> None:
    @server.get(f"{PATH}/versions/<int:version_id>/compare.svg")
    def compare_maps(version_id: int) -> Response:
        version = find_visible(views, version_id)
        subject, year = request.args.get("subject", ""), parse_number(request.args.get("year", ""))
        return answer_picture(pictures, views.picture(version, subject, year))

    @server.get(f"{PATH}/versions/<int:version_id>/changes.<form>")
    def download_changes(version_id: int, form: str) -> Response:
        version = find_visible(views, version_id)
        dataset = views.find_dataset(version.dataset_id)
        name = f"{dataset.name}-{say('data-number-of', number=version.number)}-{say('data-changes-sheet')}"
        return _answer_table(
            form,
            name,
            say("data-changes-sheet"),
            [*say_all("data-change-columns-").values()],
            views.list_all_changes(version),
        )


def _register_forms(server: Flask, published_city: PublishedCity) -> None:
    def context() -> FormContext:
        return build_form_context(published_city.foundation, published_city.current())

    @server.get(f"{PATH}/templates/<kind>")
    def download_template(kind: str) -> Response:
        return _answer_form(template_file, kind, context())

    @server.get(f"{PATH}/examples/<kind>")
    def download_example(kind: str) -> Response:
        return _answer_form(example_file, kind, context())

    @server.get(f"{PATH}/datasets/<dataset>/export")
    def export_rows(dataset: str) -> Response:
        kind, form = request.args.get("kind"), request.args.get("format")
        known = published_city.current().datasets.get(dataset)
        if known is None or kind not in set(ImportKind):
            return _refuse_unknown()
        chosen = ImportKind(kind)
        rows = read_rows(published_city, dataset, chosen)
        if rows is None or form not in (None, *export_forms(chosen)):
            return _refuse_unknown()
        name = known.name if known.number is None else f"{known.name}-{say('data-number-of', number=known.number)}"
        return _answer_file(export_file(rows, chosen, context(), name, ExportForm(form) if form else None))


def _answer_file(made: ServedFile) -> Response:
    """A file to be saved under its name."""
    return send_file(BytesIO(made.content), made.mimetype, as_attachment=True, download_name=made.name, max_age=0)


def _answer_table(form: str, name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Response:
    """A table as a file of the type ``form``, csv or xlsx."""
    table = ExportTable(title, [ExportColumn(heading) for heading in columns], rows)
    if form == "csv":
        return _answer_file(ServedFile(f"{name}.csv", write_csv(table), CSV_TYPE))
    if form == "xlsx":
        return _answer_file(ServedFile(f"{name}.xlsx", write_xlsx([table]), XLSX_TYPE))
    return _refuse_unknown()


def _refuse_unknown() -> Response:
    return refuse(say("data-no-such-file"), 404)


def _answer_form(
    build: Callable[[ImportKind, FormContext, FormLayout | None], ServedFile], kind: str, context: FormContext
) -> Response:
    """The form of a kind, in the layout that the address names or its first one."""
    layout = request.args.get("layout")
    if kind not in set(ImportKind) or layout not in (None, *FORM_KINDS[ImportKind(kind)].layouts):
        return _refuse_unknown()
    return _answer_file(build(ImportKind(kind), context, FormLayout(layout) if layout else None))


def list_exports(published_city: PublishedCity, dataset: str) -> Exports:
    """The files that a dataset can be had as: kinds of data, each with labels and addresses."""
    address = f"{PATH}/datasets/{dataset}/export"
    return tuple(
        (
            say("data-kind", kind=kind),
            tuple((words.FORMS[form], f"{address}?kind={kind}&format={form}") for form in export_forms(kind)),
        )
        for kind in list_kinds(published_city, dataset)
    )
