"""Check a file by its import order; every kind has its own check, all return one report."""

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
from datasets.imports.columns.place_columns import find_type_column, is_type_heading
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
from datasets.imports.upload.apply_readings import apply_readings, apply_to_figures
from datasets.imports.upload.fault_columns import move_faults_to_columns
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError
from datasets.imports.upload.remarks import add_faults, add_remarks, find_unused_columns, read_datum_statement
from datasets.kinds import ImportKind
from datasets.shipped.load import Foundation
from geodata.datums import Datum
from geodata.geography import Geography
from indicators.facilities.facility_types import index_types_by_text
from locales.data import list_translations

_DERIVED_UP_TO = 20_000  # figures: working out what follows from more takes longer than a reader waits


@dataclass(frozen=True)
class ReferenceData:
    """What files are checked against: ``published`` are all figures that the dataset shows now, its base's too."""

    foundation: Foundation
    geography: Geography
    published: pd.DataFrame


def propose_mapping(content: FileContent, kind: ImportKind, sheet: str, foundation: Foundation) -> ColumnMapping:
    """What the columns of a sheet, or the attributes of features, most likely are. Raises RefusedError."""
    if content.features is None:
        return propose_sheet_mapping(find_sheet(content, sheet), kind, _build_known_terms(foundation))
    headings = list_attributes(content.features)
    vocabulary = _build_known_terms(foundation)
    type_texts = {heading: content.features[heading] for heading in headings if is_type_heading(heading)}
    of_type = find_type_column(type_texts, vocabulary.types) if kind is ImportKind.FACILITIES else None
    roles = guess_roles(headings, kind, of_type)
    columns = tuple(ColumnUse(roles.get(heading, ColumnRole.IGNORED)) for heading in headings)
    return ColumnMapping(sheet="", header_rows=(), first_row=1, last_row=len(content.features), columns=columns)


def propose_datum(content: FileContent, mapping: ColumnMapping) -> Datum:
    """The datum that a file states, else WGS84."""
    sheet = None if content.features is not None else find_sheet(content, mapping.sheet)
    statement = read_datum_statement(content, sheet, mapping)
    return (statement.datum if statement else None) or Datum.WGS84


def find_sheet(content: FileContent, name: str) -> Sheet:
    """A sheet by its name, the first for a name that none has. Raises RefusedError for a file without sheets."""
    if not content.sheets:
        raise RefusedError(Fault(FaultCode.NO_TABLE, content.file_type, "xlsx, xls, csv"))
    return next((sheet for sheet in content.sheets if sheet.name == name), content.sheets[0])


def _build_known_terms(foundation: Foundation) -> KnownTerms:
    declared: dict[str, Definition] = {**foundation.filed_indicators, **foundation.filed_variables}
    units = [entry.declared_unit for entry in declared.values()]
    units += [unit for variable in foundation.filed_variables.values() for unit in variable.accepts or {}]
    return KnownTerms(
        {key: entry.texts for key, entry in declared.items()},
        frozenset(text for unit in units for text in list_translations(unit)),
        frozenset(_build_area_index(foundation).names),
        index_types_by_text(foundation.facility_types),
        frozenset(foundation.codes),
    )


def build_form_context(foundation: Foundation, city: City) -> FormContext:
    """Build what templates, examples and exports are made from."""
    return FormContext(
        city.geography,
        foundation.filed_variables,
        foundation.filed_indicators,
        foundation.facility_types,
        foundation.road_classes,
    )


def check_upload(content: FileContent, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    """Check a file: the good rows, and the report. Raises RefusedError where it cannot be read as its kind."""
    checked = _CHECKS[order.kind](content, order, reference)
    sheet = None if content.features is not None else find_sheet(content, order.mapping.sheet if order.mapping else "")
    return add_remarks(checked, content, sheet, order)


def _check_figures(content: FileContent, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    sheet, mapping = _require_table(content, order, reference)
    context = FigureContext(
        _build_area_index(reference.foundation),
        reference.foundation.filed_variables,
        reference.foundation.filed_indicators,
        parents=_list_parents(reference.geography),
        published=reference.published,
        source=order.default_source,
        variables_meant=order.readings_of(ColumnRole.VARIABLE),
        units_meant=order.readings_of(ColumnRole.UNIT),
    )
    found = check_observations(apply_to_figures(extract_figures(sheet, mapping), order), context, order.kind)
    checked = move_faults_to_columns(found, _list_labels(sheet, mapping))
    return _check_derived_values(checked, context, reference) if len(checked.rows) <= _DERIVED_UP_TO else checked


def _check_derived_values(checked: CheckResult, context: FigureContext, reference: ReferenceData) -> CheckResult:
    """The check with what is wrong with the indicators that follow from the figures."""
    faults = FaultCollector()
    known = (context.published, reference.geography, context.variables, context.indicators)
    warn_of_derived_values(checked.rows, *known, faults)
    return add_faults(checked, faults)


def _check_points(content: FileContent, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    context = _build_place_context(order, reference)
    if content.features is not None:
        roles = _list_roles(content.features, order.mapping)
        records = read_point_features(content.features, content.file_name, order.kind, roles)
        return check_points(apply_readings(records, order), order.kind, order.datum, context)
    sheet, mapping = _require_table(content, order, reference)
    context = replace(context, labels=_list_labels(sheet, mapping))
    return check_points(apply_readings(extract_records(sheet, mapping), order), order.kind, order.datum, context)


def _check_polygons(content: FileContent, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    features = _require_features(content)
    context = _build_place_context(order, reference)
    return check_polygons(features, content.file_name, order.datum, context, _list_roles(features, order.mapping))


def _check_roads(content: FileContent, order: ImportOrder, reference: ReferenceData) -> CheckResult:
    features = _require_features(content)
    context, roles = _build_place_context(order, reference), _list_roles(features, order.mapping)
    return check_roads(features, content.file_name, order.datum, context, reference.foundation.road_classes, roles)


def _build_place_context(order: ImportOrder, reference: ReferenceData) -> PlaceContext:
    mapping = order.mapping
    return PlaceContext(
        reference.geography,
        _build_area_index(reference.foundation),
        reference.foundation.facility_types,
        facility_type=mapping.facility_type if mapping else None,
        source=order.default_source,
    )


def _require_features(content: FileContent) -> gpd.GeoDataFrame:
    if content.features is None:
        raise RefusedError(Fault(FaultCode.NO_FEATURES, content.file_type, "geojson, gpkg, zip (shp), kml"))
    return content.features


def _list_roles(features: gpd.GeoDataFrame, mapping: ColumnMapping | None) -> dict[str, ColumnRole] | None:
    """What each attribute is used for; None leaves it to be guessed."""
    if mapping is None:
        return None
    headings = list_attributes(features)
    return {heading: use.role for heading, use in zip(headings, mapping.columns, strict=False)}


def _list_labels(sheet: Sheet, mapping: ColumnMapping) -> dict[ColumnRole, str]:
    return {use.role: label for use, label in zip(mapping.columns, label_columns(sheet, mapping), strict=True)}


def _require_table(content: FileContent, order: ImportOrder, reference: ReferenceData) -> tuple[Sheet, ColumnMapping]:
    mapping = order.mapping
    sheet = find_sheet(content, mapping.sheet if mapping else "")
    if mapping is None or sheet.name != mapping.sheet or len(mapping.columns) != len(sheet.cells.columns):
        raise ImportOrderError("mapping: expected one made for this sheet, with an entry for each of its columns")
    declared: dict[str, Definition] = {**reference.foundation.filed_indicators, **reference.foundation.filed_variables}
    faults = check_mapping(mapping, order.kind, {key: entry.name for key, entry in declared.items()})
    if faults:
        raise RefusedError(*faults, *find_unused_columns(content, sheet, order))
    return sheet, mapping


def _build_area_index(foundation: Foundation) -> AreaIndex:
    return build_area_index(foundation.geography.region, foundation.townships, foundation.codes)


def _list_parents(geography: Geography) -> dict[str, str]:
    """Townships lie in counties, counties in the region."""
    return dict(geography.townships["county"]) | dict.fromkeys(geography.counties.index, geography.region.adcode)


_Check = Callable[[FileContent, ImportOrder, ReferenceData], CheckResult]
_CHECKS: dict[ImportKind, _Check] = {
    ImportKind.OBSERVATIONS: _check_figures,
    ImportKind.BENCHMARK: _check_figures,
    ImportKind.FACILITIES: _check_points,
    ImportKind.SETTLEMENTS: _check_points,
    ImportKind.TOWNSHIPS: _check_polygons,
    ImportKind.ROADS: _check_roads,
}
