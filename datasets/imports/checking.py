"""From a file and an order to what can be stored: each kind of file has its own check, all end in one report."""

from collections.abc import Callable
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from datasets.city import City, Dataset
from datasets.imports.areas import AreaBook, build_area_book
from datasets.imports.candidates import candidates, column_labels, records
from datasets.imports.choices import FormContext
from datasets.imports.context import Context, Declared, no_figures
from datasets.imports.feature_records import guess_roles, records_of_features
from datasets.imports.guessing import Vocabulary, guess_mapping, mapping_faults
from datasets.imports.model import (
    Checked,
    ColumnUse,
    Fault,
    FaultCode,
    ImportKind,
    Mapping,
    RefusedError,
    Role,
    Sheet,
    Upload,
)
from datasets.imports.observations_in import resolve_observations
from datasets.imports.order import Order, OrderError
from datasets.imports.places import PlaceContext
from datasets.imports.points import resolve_points
from datasets.imports.polygons import resolve_polygons
from datasets.imports.roads import resolve_roads
from datasets.load import Foundation
from geodata.geography import Geography
from indicators.definition import Kind

_SHAPES = {"Point": ImportKind.FACILITIES, "LineString": ImportKind.ROADS, "Polygon": ImportKind.TOWNSHIPS}


def guess_kind(upload: Upload) -> ImportKind:
    """What a file most likely holds: figures in a table; features by their shape."""
    if upload.features is None:
        return ImportKind.OBSERVATIONS
    shapes = upload.features.geom_type.dropna().str.removeprefix("Multi")
    return _SHAPES.get(shapes.iloc[0] if len(shapes) else "", ImportKind.FACILITIES)


def propose(upload: Upload, kind: ImportKind, sheet: str, foundation: Foundation) -> Mapping:
    """What the columns of a sheet, or the attributes of features, most likely are. Raises RefusedError."""
    if upload.features is None:
        return guess_mapping(sheet_of(upload, sheet), kind, _vocabulary(foundation))
    headings = attributes(upload.features)
    roles = guess_roles(headings, kind)
    columns = tuple(ColumnUse(roles.get(heading, Role.IGNORED)) for heading in headings)
    return Mapping(sheet="", header_rows=(), first_row=1, last_row=len(upload.features), columns=columns)


def attributes(features: gpd.GeoDataFrame) -> list[str]:
    """The headings of the attributes of features, in their order."""
    return [str(column) for column in features.columns if column != features.geometry.name]


def sheet_of(upload: Upload, name: str) -> Sheet:
    """A sheet by its name, the first for a name that none has. Raises RefusedError for a file without sheets."""
    if not upload.sheets:
        raise RefusedError(Fault(FaultCode.NO_TABLE, upload.file_type, "xlsx, xls, csv"))
    return next((sheet for sheet in upload.sheets if sheet.name == name), upload.sheets[0])


def _vocabulary(foundation: Foundation) -> Vocabulary:
    declared: dict[str, Declared] = {**foundation.indicators, **foundation.variables}
    accepted = [unit for variable in foundation.variables.values() for unit in variable.accepts or {}]
    return Vocabulary(
        {key: (entry.name,) for key, entry in declared.items()},
        frozenset([entry.unit for entry in declared.values()] + accepted),
        frozenset(_areas(foundation).names),
    )


def form_context(foundation: Foundation, city: City) -> FormContext:
    """What templates, examples and exports are made for."""
    return FormContext(
        city.geography,
        foundation.variables,
        foundation.indicators,
        foundation.facility_types,
        foundation.road_classes,
    )


def check_upload(upload: Upload, order: Order, foundation: Foundation, city: City) -> Checked:
    """What of a file can be stored, and the report. Raises RefusedError where it cannot be read as its kind."""
    return _CHECKS[order.kind](upload, order, foundation, city)


def _figures(upload: Upload, order: Order, foundation: Foundation, city: City) -> Checked:
    sheet, mapping = _table(upload, order)
    context = Context(
        _areas(foundation),
        foundation.variables,
        foundation.indicators,
        parents=_parents(city.geography),
        published=_published(city.datasets.get(order.dataset)),
        kind=Kind(mapping.kind or Kind.TRANSCRIBED),
        source=mapping.source or order.source,
    )
    return resolve_observations(candidates(sheet, mapping), context, order.kind)


def _points(upload: Upload, order: Order, foundation: Foundation, city: City) -> Checked:
    context = _places(order, foundation, city)
    if upload.features is not None:
        roles = _roles(upload.features, order.mapping)
        told = records_of_features(upload.features, upload.file_name, order.kind, roles)
        return resolve_points(told, order.kind, order.datum, context)
    sheet, mapping = _table(upload, order)
    context = replace(context, labels=_labels(sheet, mapping))
    return resolve_points(records(sheet, mapping), order.kind, order.datum, context)


def _polygons(upload: Upload, order: Order, foundation: Foundation, city: City) -> Checked:
    features = _features(upload)
    context = _places(order, foundation, city)
    return resolve_polygons(features, upload.file_name, order.datum, context, _roles(features, order.mapping))


def _roads(upload: Upload, order: Order, foundation: Foundation, city: City) -> Checked:
    features = _features(upload)
    context, roles = _places(order, foundation, city), _roles(features, order.mapping)
    return resolve_roads(features, upload.file_name, order.datum, context, foundation.road_classes, roles)


def _places(order: Order, foundation: Foundation, city: City) -> PlaceContext:
    mapping = order.mapping
    return PlaceContext(
        city.geography,
        _areas(foundation),
        foundation.facility_types,
        facility_type=mapping.facility_type if mapping else None,
        source=(mapping.source if mapping else "") or order.source,
    )


def _features(upload: Upload) -> gpd.GeoDataFrame:
    if upload.features is None:
        raise RefusedError(Fault(FaultCode.NO_FEATURES, upload.file_type, "geojson, gpkg, zip (shp), kml"))
    return upload.features


def _roles(features: gpd.GeoDataFrame, mapping: Mapping | None) -> dict[str, Role] | None:
    """What each attribute is used for; None leaves it to be guessed."""
    if mapping is None:
        return None
    headings = attributes(features)
    return {heading: use.role for heading, use in zip(headings, mapping.columns, strict=False)}


def _labels(sheet: Sheet, mapping: Mapping) -> dict[Role, str]:
    return {use.role: label for use, label in zip(mapping.columns, column_labels(sheet, mapping), strict=True)}


def _table(upload: Upload, order: Order) -> tuple[Sheet, Mapping]:
    mapping = order.mapping
    sheet = sheet_of(upload, mapping.sheet if mapping else "")
    if mapping is None or sheet.name != mapping.sheet or len(mapping.columns) != len(sheet.cells.columns):
        raise OrderError("mapping: expected one made for this sheet, with an entry for each of its columns")
    faults = mapping_faults(mapping, order.kind)
    if faults:
        raise RefusedError(*faults)
    return sheet, mapping


def _areas(foundation: Foundation) -> AreaBook:
    return build_area_book(foundation.geography.region, foundation.townships, foundation.codes)


def _parents(geography: Geography) -> dict[str, str]:
    """Townships lie in counties, counties in the region."""
    return dict(geography.townships["county"]) | dict.fromkeys(geography.counties.index, geography.region.adcode)


def _published(dataset: Dataset | None) -> pd.DataFrame:
    return no_figures() if dataset is None else dataset.observations[["variable", "area_code", "year", "value"]]


_Check = Callable[[Upload, Order, Foundation, City], Checked]
_CHECKS: dict[ImportKind, _Check] = {
    ImportKind.OBSERVATIONS: _figures,
    ImportKind.BENCHMARK: _figures,
    ImportKind.FACILITIES: _points,
    ImportKind.SETTLEMENTS: _points,
    ImportKind.TOWNSHIPS: _polygons,
    ImportKind.ROADS: _roads,
}
