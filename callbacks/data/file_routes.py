"""Files to save: empty templates, filled examples, and the rows of a dataset."""

from collections.abc import Callable

from flask import Flask, Response, request

from callbacks.data.answers import answer_file, refuse
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.examples import example_file
from datasets.imports.forms.exports import ExportForm, export_file, export_forms
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.forms.forms import FORM_KINDS, FormLayout
from datasets.imports.forms.templates import template_file
from datasets.imports.upload.check_upload import build_form_context
from datasets.kinds import ImportKind
from datasets.published.dataset_rows import list_kinds, read_rows
from datasets.published.published_city import PublishedCity
from layouts.pages.data.datasets import Exports
from layouts.pages.data.page import PATH
from layouts.words.pages import data as words


def register(server: Flask, published_city: PublishedCity) -> None:
    """Serve the files of a published_city."""

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
        name = known.name if known.number is None else f"{known.name}-{words.number_of(known.number)}"
        return answer_file(export_file(rows, chosen, context(), name, ExportForm(form) if form else None))


def _refuse_unknown() -> Response:
    return refuse(words.NO_SUCH_FILE, 404)


def _answer_form(
    build: Callable[[ImportKind, FormContext, FormLayout | None], ServedFile], kind: str, context: FormContext
) -> Response:
    """The form of a kind, in the layout that the address names or its first one."""
    layout = request.args.get("layout")
    if kind not in set(ImportKind) or layout not in (None, *FORM_KINDS[ImportKind(kind)].layouts):
        return _refuse_unknown()
    return answer_file(build(ImportKind(kind), context, FormLayout(layout) if layout else None))


def list_exports(published_city: PublishedCity, dataset: str) -> Exports:
    """The files that a dataset can be had as: kinds of data, each with labels and addresses."""
    address = f"{PATH}/datasets/{dataset}/export"
    return tuple(
        (
            words.KINDS[kind][0],
            tuple((words.FORMS[form], f"{address}?kind={kind}&format={form}") for form in export_forms(kind)),
        )
        for kind in list_kinds(published_city, dataset)
    )
