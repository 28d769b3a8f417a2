"""Export datasets in the layout of the templates, to be edited and imported again without loss."""

from enum import StrEnum

import pandas as pd

from datasets.files.table_export import CSV_TYPE, ExportColumn, ExportTable, write_csv
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.form_files import ServedFile, form_columns, list_cells, serve_form, write_form
from datasets.imports.forms.forms import FORM_KINDS, FORMS, FormLayout
from datasets.kinds import ImportKind

SHEET_ROWS = 1_048_575  # below the headings
USUAL_ROWS = 100_000  # a workbook of more takes more than ten seconds, so CSV is the usual form
_DRAWN = (ImportKind.TOWNSHIPS, ImportKind.ROADS)


class ExportForm(StrEnum):
    """The file format of an export."""

    XLSX = "xlsx"
    CSV = "csv"
    GPKG = "gpkg"


class TooManyRowsError(ValueError):
    """More rows than a sheet of a workbook has; the export as CSV has no such bound."""

    def __init__(self, rows: int) -> None:
        super().__init__(f"expected at most {SHEET_ROWS} rows in an XLSX, got {rows}: export as CSV")
        self.rows = rows


def export_forms(kind: ImportKind, rows: int = 0) -> tuple[ExportForm, ...]:
    """List the formats for so many rows of a kind, the usual one first."""
    if kind in _DRAWN:
        return (ExportForm.GPKG,)
    if rows > SHEET_ROWS:
        return (ExportForm.CSV,)
    return (ExportForm.XLSX, ExportForm.CSV) if rows <= USUAL_ROWS else (ExportForm.CSV, ExportForm.XLSX)


def export_file(
    rows: pd.DataFrame, kind: ImportKind, context: FormContext, name: str, form: ExportForm | None = None
) -> ServedFile:
    """The rows of one kind, in the columns of ``STORED[kind]``, as a file; ``name`` is that of dataset and version.

    Raises ValueError for a form that the kind has not, TooManyRowsError.
    """
    chosen = form or export_forms(kind, len(rows))[0]
    stem = f"{context.geography.region.name}-{name}-{FORM_KINDS[kind].name}"
    if chosen not in export_forms(kind):
        raise ValueError(f"form: expected one of {', '.join(export_forms(kind))} for {kind}, got {chosen}")
    if chosen is ExportForm.CSV:  # with all digits of every number; the import takes off what guards formulas
        columns = [ExportColumn(column.heading) for column in FORMS[kind]]
        cells = list_cells(form_columns(rows, kind, context), kind)
        return ServedFile(f"{stem}.csv", write_csv(ExportTable(FORM_KINDS[kind].name, columns, cells)), CSV_TYPE)
    if chosen is ExportForm.XLSX and len(rows) > SHEET_ROWS:
        raise TooManyRowsError(len(rows))
    layout = FormLayout.MAP if chosen is ExportForm.GPKG else FormLayout.LONG
    return serve_form(stem, write_form(rows, kind, context, layout), layout)
