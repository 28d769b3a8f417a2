"""Detect the kind of a file by the headings of its table, or by the shapes and attributes of its features."""

from collections.abc import Collection

from datasets.imports.cells.cell_values import match_key
from datasets.imports.columns.coordinate_columns import find_coordinate_role
from datasets.imports.columns.heading_words import FACILITY_WORDS, FIGURE_WORDS, POPULATION_WORDS, ROLES, YEAR_WORDS
from datasets.imports.model import ColumnRole, FileContent, Sheet
from datasets.kinds import ImportKind

_LOOKED_AT = 15  # rows from the top that the headings stand in
_OF_FIGURES = FIGURE_WORDS.union(YEAR_WORDS)


def detect_kind(upload: FileContent) -> ImportKind:
    """Detect the kind of a file: a table without places has figures; features are what most of them are."""
    if upload.features is None:
        return _kind_of_sheet(upload.sheets[0]) if upload.sheets else ImportKind.OBSERVATIONS
    keys = {match_key(str(column)) for column in upload.features.columns}
    shapes = upload.features.geom_type.dropna().str.removeprefix("Multi").value_counts()
    commonest = shapes.index[0] if len(shapes) else "Point"
    if commonest == "LineString":
        return ImportKind.ROADS
    if "Point" in shapes or commonest != "Polygon" or keys & FACILITY_WORDS:
        return _kind_of_places(keys)
    return ImportKind.TOWNSHIPS


def _kind_of_sheet(sheet: Sheet) -> ImportKind:
    """The kind of a sheet: places if a row of headings has a name and coordinates, and neither years nor indicators."""
    for row in sheet.cells.iloc[:_LOOKED_AT].itertuples(index=False):
        keys = {match_key(text) for text in row if text}
        roles = {find_coordinate_role(key) for key in keys}
        placed = {ColumnRole.LONGITUDE, ColumnRole.LATITUDE} <= roles or ColumnRole.COORDINATES in roles
        placed = placed or any(key in FACILITY_WORDS or _is_type_key(key) for key in keys)
        named = any(_is_name_key(key) for key in keys)
        if placed and named and not keys & _OF_FIGURES:
            return _kind_of_places(keys)
    return ImportKind.OBSERVATIONS


def _kind_of_places(keys: Collection[str]) -> ImportKind:
    people = any(key.split("(")[0] in POPULATION_WORDS for key in keys)
    facilities = any(key in FACILITY_WORDS or _is_type_key(key) for key in keys)
    return ImportKind.SETTLEMENTS if people and not facilities else ImportKind.FACILITIES


def _is_type_key(key: str) -> bool:
    return ROLES[ImportKind.FACILITIES].get(key) is ColumnRole.TYPE


def _is_name_key(key: str) -> bool:
    return ColumnRole.NAME in (ROLES[ImportKind.FACILITIES].get(key), ROLES[ImportKind.SETTLEMENTS].get(key))
