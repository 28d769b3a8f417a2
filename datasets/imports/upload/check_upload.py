"""From a file and an order to what can be stored: each kind of file has its own check, all end in one report."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from datasets.city.city import City
from datasets.imports.cells.area_index import AreaIndex, build_area_index
from datasets.imports.cells.fault_collector import FaultCollector
from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.check.context import Definition, FigureContext
from datasets.imports.check.derived import warn_of_derived_values
from datasets.imports.check.observations import check_observations
from datasets.imports.check_places.feature_records import guess_roles, list_attributes, read_point_features
from datasets.imports.check_places.places import PlaceContext
from datasets.imports.check_places.points import check_points
from datasets.imports.check_places.polygons import check_polygons
from datasets.imports.check_places.roads import check_roads
from datasets.imports.columns.column_mapping import check_mapping, propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_figures, extract_records, label_columns
from datasets.imports.columns.place_columns import is_type_heading, type_column
from datasets.imports.forms.choices import FormContext
from datasets.imports.model import (
    CheckResult,
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    Fault,
    FaultCode,
    FileContent,
    RefusedError,
    Sheet,
)
from datasets.imports.upload.fault_columns import move_faults_to_columns
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError
from datasets.imports.upload.remarks import add_faults, add_remarks, find_unused_columns, read_datum_statement
from datasets.kinds import ImportKind
from datasets.shipped.load import Foundation
from geodata.datums import Datum
from geodata.geography import Geography
from indicators.facilities.facility_types import index_types_by_text

_DERIVED_UP_TO = 20_000  # figures: working out what follows from more takes longer than a reader waits


@dataclass(frozen=True)
class ReferenceData:
    """What files are checked against: ``published`` are all figures that the dataset shows now, its base's too."""

    foundation: Foundation
    geography: Geography
    published: pd.DataFrame


def propose_mapping(upload: FileContent, kind: ImportKind, sheet: str, foundation: Foundation) -> ColumnMapping:
    """What the columns of a sheet, or the attributes of features, most likely are. Raises RefusedError."""
    if upload.features is None:
        return propose_sheet_mapping(find_sheet(upload, sheet), kind, _vocabulary(foundation))
    headings = list_attributes(upload.features)
    vocabulary = _vocabulary(foundation)
    told = {heading: upload.features[heading] for heading in headings if is_type_heading(heading)}
    of_type = type_column(told, vocabulary.types) if kind is ImportKind.FACILITIES else None
    roles = guess_roles(headings, kind, of_type)
    columns = tuple(ColumnUse(roles.get(heading, ColumnRole.IGNORED)) for heading in headings)
    return ColumnMapping(sheet="", header_rows=(), first_row=1, last_row=len(upload.features), columns=columns)


def propose_datum(upload: FileContent, mapping: ColumnMapping) -> Datum:
    """The datum that a file states, else WGS84."""
    sheet = None if upload.features is not None else find_sheet(upload, mapping.sheet)
    statement = read_datum_statement(upload, sheet, mapping)
    return (statement.datum if statement else None) or Datum.WGS84


def find_sheet(upload: FileContent, name: str) -> Sheet:
    """A sheet by its name, the first for a name that none has. Raises RefusedError for a file without sheets."""
    if not upload.sheets:
        raise RefusedError(Fault(FaultCode.NO_TABLE, upload.file_type, "xlsx, xls, csv"))
    return next((sheet for sheet in upload.sheets if sheet.name == name), upload.sheets[0])


def _vocabulary(foundation: Foundation) -> KnownTerms:
    declared: dict[str, Definition] = {**foundation.filed_indicators, **foundation.filed_variables}
    accepted = [unit for variable in foundation.filed_variables.values() for unit in variable.accepts or {}]
    return KnownTerms(
        {key: (entry.name, *entry.aliases) for key, entry in declared.items()},
        frozenset([entry.unit for entry in declared.values()] + accepted),
        frozenset(_areas(foundation).names),
        index_types_by_text(foundation.facility_types),
        frozenset(foundation.codes),
    )


def build_form_context(foundation: Foundation, city: City) -> FormContext:
    """What templates, examples and exports are made for."""
    return FormContext(
        city.geography,
        foundation.filed_variables,
        foundation.filed_indicators,
        foundation.facility_types,
        foundation.road_classes,
    )


def check_upload(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> CheckResult:
    """What of a file can be stored, and the report. Raises RefusedError where it cannot be read as its kind."""
    checked = _CHECKS[order.kind](upload, order, grounds)
    sheet = None if upload.features is not None else find_sheet(upload, order.mapping.sheet if order.mapping else "")
    return add_remarks(checked, upload, sheet, order)


def _figures(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> CheckResult:
    sheet, mapping = _table(upload, order, grounds)
    context = FigureContext(
        _areas(grounds.foundation),
        grounds.foundation.filed_variables,
        grounds.foundation.filed_indicators,
        parents=_parents(grounds.geography),
        published=grounds.published,
        source=mapping.source or order.source,
    )
    found = check_observations(extract_figures(sheet, mapping), context, order.kind)
    checked = move_faults_to_columns(found, _labels(sheet, mapping))
    return _with_derived(checked, context, grounds) if len(checked.rows) <= _DERIVED_UP_TO else checked


def _with_derived(checked: CheckResult, context: FigureContext, grounds: ReferenceData) -> CheckResult:
    """The check with what is wrong with the indicators that follow from the figures."""
    faults = FaultCollector()
    known = (context.published, grounds.geography, context.variables, context.indicators)
    warn_of_derived_values(checked.rows, *known, faults)
    return add_faults(checked, faults)


def _points(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> CheckResult:
    context = _places(order, grounds)
    if upload.features is not None:
        roles = _roles(upload.features, order.mapping)
        told = read_point_features(upload.features, upload.file_name, order.kind, roles)
        return check_points(told, order.kind, order.datum, context)
    sheet, mapping = _table(upload, order, grounds)
    context = replace(context, labels=_labels(sheet, mapping))
    return check_points(extract_records(sheet, mapping), order.kind, order.datum, context)


def _polygons(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> CheckResult:
    features = _features(upload)
    context = _places(order, grounds)
    return check_polygons(features, upload.file_name, order.datum, context, _roles(features, order.mapping))


def _roads(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> CheckResult:
    features = _features(upload)
    context, roles = _places(order, grounds), _roles(features, order.mapping)
    return check_roads(features, upload.file_name, order.datum, context, grounds.foundation.road_classes, roles)


def _places(order: ImportOrder, grounds: ReferenceData) -> PlaceContext:
    mapping = order.mapping
    return PlaceContext(
        grounds.geography,
        _areas(grounds.foundation),
        grounds.foundation.facility_types,
        facility_type=mapping.facility_type if mapping else None,
        source=(mapping.source if mapping else "") or order.source,
    )


def _features(upload: FileContent) -> gpd.GeoDataFrame:
    if upload.features is None:
        raise RefusedError(Fault(FaultCode.NO_FEATURES, upload.file_type, "geojson, gpkg, zip (shp), kml"))
    return upload.features


def _roles(features: gpd.GeoDataFrame, mapping: ColumnMapping | None) -> dict[str, ColumnRole] | None:
    """What each attribute is used for; None leaves it to be guessed."""
    if mapping is None:
        return None
    headings = list_attributes(features)
    return {heading: use.role for heading, use in zip(headings, mapping.columns, strict=False)}


def _labels(sheet: Sheet, mapping: ColumnMapping) -> dict[ColumnRole, str]:
    return {use.role: label for use, label in zip(mapping.columns, label_columns(sheet, mapping), strict=True)}


def _table(upload: FileContent, order: ImportOrder, grounds: ReferenceData) -> tuple[Sheet, ColumnMapping]:
    mapping = order.mapping
    sheet = find_sheet(upload, mapping.sheet if mapping else "")
    if mapping is None or sheet.name != mapping.sheet or len(mapping.columns) != len(sheet.cells.columns):
        raise ImportOrderError("mapping: expected one made for this sheet, with an entry for each of its columns")
    declared: dict[str, Definition] = {**grounds.foundation.filed_indicators, **grounds.foundation.filed_variables}
    faults = check_mapping(mapping, order.kind, {key: entry.name for key, entry in declared.items()})
    if faults:
        raise RefusedError(*faults, *find_unused_columns(upload, sheet, order))
    return sheet, mapping


def _areas(foundation: Foundation) -> AreaIndex:
    return build_area_index(foundation.geography.region, foundation.townships, foundation.codes)


def _parents(geography: Geography) -> dict[str, str]:
    """Townships lie in counties, counties in the region."""
    return dict(geography.townships["county"]) | dict.fromkeys(geography.counties.index, geography.region.adcode)


_Check = Callable[[FileContent, ImportOrder, ReferenceData], CheckResult]
_CHECKS: dict[ImportKind, _Check] = {
    ImportKind.OBSERVATIONS: _figures,
    ImportKind.BENCHMARK: _figures,
    ImportKind.FACILITIES: _points,
    ImportKind.SETTLEMENTS: _points,
    ImportKind.TOWNSHIPS: _polygons,
    ImportKind.ROADS: _roads,
}
