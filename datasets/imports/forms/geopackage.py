"""A form as a GeoPackage: one layer in EPSG:4490 whose attributes are the form's columns, under their headings."""

import io
from collections.abc import Sequence

import geopandas as gpd

from datasets.imports.forms.forms import FormColumn
from datasets.kinds import ImportKind

_EMPTY = {ImportKind.TOWNSHIPS: "MultiPolygon", ImportKind.ROADS: "MultiLineString"}


def write_geopackage(kind: ImportKind, layer: str, columns: Sequence[FormColumn], places: gpd.GeoDataFrame) -> bytes:
    """The file. ``places`` has an attribute a column, named by its role; every coordinate is kept as it is."""
    shown = places.rename(columns={column.role.value: column.heading for column in columns})
    shown = shown[[*(column.heading for column in columns), "geometry"]]
    types = shown.geometry.geom_type.unique()
    # Parts of several types stay what they are: to promote them all to multi-parts would change what comes back.
    form = _EMPTY[kind] if len(types) == 0 else types[0] if len(types) == 1 else "Unknown"
    buffer = io.BytesIO()
    shown.to_file(buffer, driver="GPKG", layer=layer, geometry_type=form, promote_to_multi=False, index=False)
    return buffer.getvalue()
