"""Datasets as files in the form of the templates: what was exported can be edited and imported again without loss."""

from collections.abc import Iterator
from enum import StrEnum

import geopandas as gpd
import pandas as pd

from datasets.files.formula_guard import Value
from datasets.files.table_export import CSV_TYPE, ExportColumn, ExportTable, write_csv
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.forms import FIGURE_KIND_NAMES, FORMS, IMPORT_KIND_NAMES, YES, FormLayout
from datasets.imports.forms.geopackage import write_geopackage
from datasets.imports.forms.templates import ServedFile, book, served
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from geodata.boundaries import GEOGRAPHIC_CRS

SHEET_ROWS = 1_048_575  # below the headings
USUAL_ROWS = 100_000  # a workbook of more takes more than ten seconds, so CSV is the usual form
_DRAWN = (ImportKind.TOWNSHIPS, ImportKind.ROADS)


class ExportForm(StrEnum):
    """What an export is written as."""

    XLSX = "xlsx"
    CSV = "csv"
    GPKG = "gpkg"


class TooManyRowsError(ValueError):
    """More rows than a sheet of a workbook has; the export as CSV has no such bound."""

    def __init__(self, rows: int) -> None:
        super().__init__(f"expected at most {SHEET_ROWS} rows in an XLSX, got {rows}: export as CSV")
        self.rows = rows


def export_forms(kind: ImportKind, rows: int = 0) -> tuple[ExportForm, ...]:
    """The forms that so many rows of a kind can be exported in, the usual one first."""
    if kind in _DRAWN:
        return (ExportForm.GPKG,)
    if rows > SHEET_ROWS:
        return (ExportForm.CSV,)
    return (ExportForm.XLSX, ExportForm.CSV) if rows <= USUAL_ROWS else (ExportForm.CSV, ExportForm.XLSX)


def export_file(
    rows: pd.DataFrame, kind: ImportKind, context: FormContext, name: str, form: ExportForm | None = None
) -> ServedFile:
    """An export with a Chinese file name; ``name`` is what the dataset and its version are called."""
    chosen = form or export_forms(kind, len(rows))[0]
    stem = f"{context.geography.region.name}-{name}-{IMPORT_KIND_NAMES[kind]}"
    content = export_dataset(rows, kind, context, chosen)
    if chosen is ExportForm.CSV:
        return ServedFile(f"{stem}.csv", content, CSV_TYPE)
    return served(stem, content, FormLayout.MAP if chosen is ExportForm.GPKG else FormLayout.LONG)


def export_dataset(rows: pd.DataFrame, kind: ImportKind, context: FormContext, form: ExportForm | None = None) -> bytes:
    """The rows of one kind, in the columns of ``STORED[kind]``, as a file.

    Raises ValueError for a form that the kind has not, TooManyRowsError.
    """
    chosen = form or export_forms(kind, len(rows))[0]
    if chosen not in export_forms(kind):
        raise ValueError(f"form: expected one of {', '.join(export_forms(kind))} for {kind}, got {chosen}")
    if chosen is ExportForm.GPKG:
        return write_geopackage(kind, IMPORT_KIND_NAMES[kind], FORMS[kind], _drawn(rows, kind, context))
    shown = form_columns(rows, kind, context)
    if chosen is ExportForm.CSV:
        return _csv(shown, kind)
    if len(rows) > SHEET_ROWS:
        raise TooManyRowsError(len(rows))
    return book(kind, context, _sheet_rows(shown, kind))


def form_columns(rows: pd.DataFrame, kind: ImportKind, context: FormContext) -> dict[ColumnRole, list[Value]]:
    """By role the column of the form as it is written: names for ids, the unit of each figure, None where missing."""
    if kind in (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK):
        return _figure_columns(rows, context)
    columns = {ColumnRole(name): _plain(rows[name]) for name in rows.columns if name in set(ColumnRole)}
    if kind in _DRAWN:
        return columns
    columns[ColumnRole.PLACE] = [context.area_labels.get(str(code)) for code in rows["area_code"]]
    columns[ColumnRole.APPROXIMATE] = [YES if approximate else None for approximate in rows["approximate"]]
    if kind is ImportKind.FACILITIES:
        names = {key: own.name for key, own in context.facility_types.items()}
        columns[ColumnRole.TYPE] = _named(rows["type"], names)
    return columns


def _figure_columns(rows: pd.DataFrame, context: FormContext) -> dict[ColumnRole, list[Value]]:
    places = list(zip(rows["area_code"], rows["year"], strict=True))
    names = {place: context.area_name(*place) for place in set(places)}
    units = {key: entry.unit for key, entry in context.declared.items()}
    return {
        ColumnRole.AREA_CODE: _plain(rows["area_code"]),
        ColumnRole.AREA_NAME: [names[place] for place in places],
        ColumnRole.YEAR: _plain(rows["year"]),
        ColumnRole.VARIABLE: _named(rows["variable"], context.variable_labels),
        ColumnRole.VALUE: _plain(rows["value"]),
        ColumnRole.UNIT: [units.get(variable) for variable in rows["variable"]],
        ColumnRole.KIND: _named(rows["kind"], {key.value: name for key, name in FIGURE_KIND_NAMES.items()}),
        ColumnRole.SOURCE: _plain(rows["source"]),
        ColumnRole.NOTE: _plain(rows["note"]),
    }


def _plain(column: pd.Series) -> list[Value]:
    """Python's own values, None where one is missing."""
    values = column.astype(object)
    plain: list[Value] = values.where(values.notna(), None).tolist()
    return plain


def _named(column: pd.Series, names: dict[str, str]) -> list[Value]:
    """The name of every id; an id that has none any more as it is."""
    return [value if value is None else names.get(str(value), value) for value in _plain(column)]


def _sheet_rows(shown: dict[ColumnRole, list[Value]], kind: ImportKind) -> Iterator[tuple[Value, ...]]:
    return zip(*(shown[column.role] for column in FORMS[kind]), strict=True)


def _csv(shown: dict[ColumnRole, list[Value]], kind: ImportKind) -> bytes:
    """CSV with all digits of every number; the import takes off what guards a text like a formula."""
    columns = [ExportColumn(column.heading) for column in FORMS[kind]]
    return write_csv(ExportTable(IMPORT_KIND_NAMES[kind], columns, _sheet_rows(shown, kind)))


def _drawn(rows: pd.DataFrame, kind: ImportKind, context: FormContext) -> gpd.GeoDataFrame:
    geometry = gpd.GeoSeries.from_wkb(rows["geometry"].to_numpy(), crs=GEOGRAPHIC_CRS)
    named = rows.drop(columns="geometry")
    if kind is ImportKind.ROADS:
        names = {key: own.name for key, own in context.road_classes.items()}
        named["road_class"] = pd.Series(_named(named["road_class"], names), index=named.index, dtype=object)
    return gpd.GeoDataFrame(named.reset_index(drop=True), geometry=geometry)
