"""Write rows of a dataset as the files of a form; templates, examples and exports share its columns."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from datasets.files.formula_guard import Value
from datasets.files.table_export import XLSX_TYPE
from datasets.imports.forms.choices import FormContext, list_choices
from datasets.imports.forms.forms import (
    COMMON_NOTES,
    FIGURE,
    FIGURE_KINDS,
    FORM_KINDS,
    FORMS,
    LONG_NOTES,
    WIDE,
    WIDE_FIGURES,
    WIDE_NOTES,
    FormColumn,
    FormLayout,
)
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from geodata.boundaries import GEOGRAPHIC_CRS
from locales import say
from locales.data import translate

GPKG_TYPE = "application/geopackage+sqlite3"
_EMPTY = {ImportKind.TOWNSHIPS: "MultiPolygon", ImportKind.ROADS: "MultiLineString"}
Columns = Mapping[ColumnRole, Sequence[Value]]


class ServedFile(NamedTuple):
    """A file to hand to a reader: its name, content and MIME type."""

    name: str
    content: bytes
    mimetype: str


def serve_form(stem: str, content: bytes, layout: FormLayout) -> ServedFile:
    """A form as a file, by the type its layout has."""
    if layout is FormLayout.MAP:
        return ServedFile(f"{stem}.gpkg", content, GPKG_TYPE)
    return ServedFile(f"{stem}.xlsx", content, XLSX_TYPE)


def form_name(kind: ImportKind, context: FormContext, layout: FormLayout) -> str:
    """What a form is called: the region, the kind, and the layout where a kind has several."""
    return say("forms-name", region=context.geography.region.name, form=FORM_KINDS[kind].name, layout=layout)


def write_form(
    rows: pd.DataFrame, kind: ImportKind, context: FormContext, layout: FormLayout, notes: Sequence[str] = ()
) -> bytes:
    """Rows in the columns of ``STORED[kind]`` as a workbook, or as a GeoPackage for ``FormLayout.MAP``.

    ``notes`` stand above the instructions of a workbook.
    """
    if layout is FormLayout.MAP:
        return _write_geopackage(rows, kind, context)
    instructions = [*notes, *map(translate, LONG_NOTES), *FORM_KINDS[kind].notes, *map(translate, COMMON_NOTES)]
    cells = list_cells(form_columns(rows, kind, context), kind)
    return _write_workbook(kind, context, FormLayout.LONG, FORMS[kind], cells, instructions)


def write_wide_form(
    kind: ImportKind,
    context: FormContext,
    headings: Sequence[str],
    rows: Iterable[tuple[Mapping[ColumnRole, Value], Sequence[Value]]],
    notes: Sequence[str] = (),
) -> bytes:
    """The workbook of the wide form: ``headings`` of figures, and rows of what comes before them and the figures."""
    blanks = [""] * (WIDE_FIGURES - len(headings))
    columns = [*WIDE, *(replace(FIGURE, heading=heading) for heading in [*headings, *blanks])]
    cells = ([*(place.get(column.role) for column in WIDE), *figures] for place, figures in rows)
    return _write_workbook(
        kind, context, FormLayout.WIDE, columns, cells, [*notes, *map(translate, (*WIDE_NOTES, *COMMON_NOTES))]
    )


def _write_workbook(
    kind: ImportKind,
    context: FormContext,
    layout: FormLayout,
    columns: Sequence[FormColumn],
    cells: Iterable[Sequence[Value]],
    instructions: Sequence[str],
) -> bytes:
    from datasets.imports.forms.form_workbook import write_form_workbook  # noqa: PLC0415  (openpyxl, when a form is asked for)

    lists = dict.fromkeys(column.pick for column in columns if column.pick)
    tables = {each: list_choices(each, kind, context) for each in lists}
    title = say("forms-notes-title", form=form_name(kind, context, layout))
    return write_form_workbook(title, columns, cells, tables, instructions)


def form_columns(rows: pd.DataFrame, kind: ImportKind, context: FormContext) -> dict[ColumnRole, list[Value]]:
    """The written column of the form by role: names for ids, the unit of each figure, None where missing."""
    columns = {ColumnRole(name): _to_python_values(rows[name]) for name in rows.columns if name in set(ColumnRole)}
    if kind in (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK):
        places = list(zip(rows["area_code"], rows["year"], strict=True))
        names = {place: context.area_name(*place) for place in set(places)}
        units = {key: entry.unit for key, entry in context.declared.items()}
        columns[ColumnRole.AREA_NAME] = [names[place] for place in places]
        columns[ColumnRole.VARIABLE] = _names_of_ids(rows["variable"], context.variable_labels)
        columns[ColumnRole.UNIT] = [units.get(variable) for variable in rows["variable"]]
        columns[ColumnRole.KIND] = _names_of_ids(
            rows["kind"], {key.value: own.name for key, own in FIGURE_KINDS.items()}
        )
    if kind in (ImportKind.FACILITIES, ImportKind.SETTLEMENTS):
        columns.setdefault(ColumnRole.PLACE, [context.area_labels.get(str(code)) for code in rows["area_code"]])
        columns[ColumnRole.APPROXIMATE] = [
            say("common-yes") if approximate else None for approximate in rows["approximate"]
        ]
    if kind is ImportKind.FACILITIES:
        columns[ColumnRole.TYPE] = _names_of_ids(
            rows["type"], {key: own.name for key, own in context.facility_types.items()}
        )
    if kind is ImportKind.ROADS:
        classes = {key: own.name for key, own in context.road_classes.items()}
        columns[ColumnRole.ROAD_CLASS] = _names_of_ids(rows["road_class"], classes)
    return columns


def _to_python_values(column: pd.Series) -> list[Value]:
    """Plain Python values, None where missing."""
    values = column.astype(object)
    plain: list[Value] = values.where(values.notna(), None).tolist()
    return plain


def _names_of_ids(column: pd.Series, names: Mapping[str, str]) -> list[Value]:
    """The name of every id; the id itself where it has none any more."""
    return [value if value is None else names.get(str(value), value) for value in _to_python_values(column)]


def list_cells(columns: Columns, kind: ImportKind) -> Iterator[tuple[Value, ...]]:
    """The rows of a form, one value a column of ``FORMS[kind]``."""
    return zip(*(columns[column.role] for column in FORMS[kind]), strict=True)


def _write_geopackage(rows: pd.DataFrame, kind: ImportKind, context: FormContext) -> bytes:
    """One layer in EPSG:4490 whose attributes are the form's columns; every coordinate is kept as it is."""
    columns = form_columns(rows, kind, context)
    attributes = {column.heading: pd.Series(columns[column.role], dtype=object) for column in FORMS[kind]}
    shapes = gpd.GeoSeries.from_wkb(rows["geometry"].to_numpy(), crs=GEOGRAPHIC_CRS)
    places = gpd.GeoDataFrame(attributes, geometry=shapes)
    types = shapes.geom_type.unique()
    # Parts of several types stay what they are: to promote them all to multi-parts would change what comes back.
    form = _EMPTY[kind] if len(types) == 0 else types[0] if len(types) == 1 else "Unknown"
    buffer = io.BytesIO()
    layer = FORM_KINDS[kind].name
    places.to_file(buffer, driver="GPKG", layer=layer, geometry_type=form, promote_to_multi=False, index=False)
    return buffer.getvalue()
