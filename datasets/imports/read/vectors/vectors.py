"""Read files of features (GeoJSON, GeoPackage, zipped Shapefile, KML) as a frame of text columns and geometry.

A file is read alone: nothing that it names elsewhere, on this machine or on another, is ever opened. Each reader first
makes sure that the content is what it is taken for, because GDAL picks its driver by content and some drivers are
programs (GDALG, VRT).
"""

import json
import re
import sqlite3
import tempfile
import warnings
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from datasets.imports.model import Fault, FaultCode, Limits, RefusedError
from datasets.imports.read.vectors.kml import read_kml
from datasets.imports.read.vectors.shapefile import read_shapefile
from locales import say

# GDAL fetches what a GeoJSON's "crs" links to; through this proxy nothing is reached, should one slip by the check.
pyogrio.set_gdal_config_options({"GDAL_HTTP_PROXY": "127.0.0.1:9", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "none"})
_LINKED_CRS = re.compile(rb'"type"\s*:\s*"(?:link|url|esri)"', re.IGNORECASE)
_DISGUISED = re.compile(rb"\\u00[67]", re.IGNORECASE)  # a plain letter written as an escape: no honest writer does it
_CHUNK = 1 << 24
_OVERLAP = 256  # bytes; longer than whatever is looked for
_BROKEN = (DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError, UnicodeDecodeError)
_SQLITE_MAGIC = b"SQLite format 3\x00"


def read_features(file_name: str, path: Path, file_type: str, limits: Limits) -> gpd.GeoDataFrame:
    """The features of a file of type geojson, gpkg, shapefile or kml, in the file's own CRS (None where it names none).

    Attributes are text columns ("" where empty), the index counts from 1; geometry is flat (no height) and may be None.
    Raises ``RefusedError``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings of GDAL about a file are none of this program
            raw = _READERS[file_type](path, limits)
    except _BROKEN as error:
        raise RefusedError(Fault(FaultCode.DAMAGED, found=_first_line(error), sheet=file_name)) from error
    return _check_features(_flat_text(raw), file_name, limits)


def _read_geojson(path: Path, limits: Limits) -> gpd.GeoDataFrame:
    _refuse_links(path)
    # The prefix pins the driver: without it a JSON of another kind would be run as a pipeline over other files.
    source = f"GeoJSON:{path.resolve()}"
    if not len(pyogrio.list_layers(source)):
        raise RefusedError(Fault(FaultCode.NO_FEATURES))
    return _read_layer(source, limits)


def _refuse_links(path: Path) -> None:
    with path.open("rb") as file:
        end = b""
        while part := file.read(_CHUNK):
            found = _LINKED_CRS.search(end + part) or _DISGUISED.search(end + part)
            if found:
                raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found=found[0].decode("ascii", "replace")))
            end = part[-_OVERLAP:]


def _read_geopackage(path: Path, limits: Limits) -> gpd.GeoDataFrame:
    with tempfile.TemporaryDirectory() as folder:
        # A copy: SQLite may write beside the file, and GDAL wants the suffix.
        copy = Path(folder) / "features.gpkg"
        copy.write_bytes(path.read_bytes())
        return _read_layer(copy, limits, layer=_only_layer(copy))


def _only_layer(path: Path) -> str:
    """Find the one table of features in a GeoPackage. Views are not read, since they run SQL."""
    if path.read_bytes()[: len(_SQLITE_MAGIC)] != _SQLITE_MAGIC:
        raise RefusedError(Fault(FaultCode.DAMAGED, found="not a GeoPackage"))
    query = """
        SELECT contents.table_name FROM gpkg_contents AS contents
        JOIN sqlite_master AS master ON master.name = contents.table_name AND master.type = 'table'
        WHERE contents.data_type = 'features' AND master.sql NOT LIKE 'CREATE VIRTUAL%'
    """
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            layers = [str(name) for (name,) in connection.execute(query)]
    except sqlite3.Error as error:
        raise RefusedError(Fault(FaultCode.DAMAGED, found=str(error))) from error
    if not layers:
        raise RefusedError(Fault(FaultCode.NO_FEATURES))
    if len(layers) > 1:
        raise RefusedError(Fault(FaultCode.SEVERAL_LAYERS, found=say("list-names").join(layers)))
    return layers[0]


def _read_layer(source: Path | str, limits: Limits, layer: str | None = None) -> gpd.GeoDataFrame:
    about = pyogrio.read_info(source, layer=layer, force_feature_count=True)
    _refuse_large(about["features"], len(about["fields"]), "", limits)
    # Rings that cannot be made into a polygon become None, which later stages report with their row.
    found = pyogrio.read_dataframe(source, layer=layer, on_invalid="ignore")
    if not isinstance(found, gpd.GeoDataFrame):
        raise RefusedError(Fault(FaultCode.NO_FEATURES))
    return found


def _read_shapefile(path: Path, limits: Limits) -> gpd.GeoDataFrame:
    return read_shapefile(path, limits, _read_layer)


_READERS: dict[str, Callable[[Path, Limits], gpd.GeoDataFrame]] = {
    "geojson": _read_geojson,
    "gpkg": _read_geopackage,
    "shapefile": _read_shapefile,
    "kml": read_kml,
}


def _first_line(error: Exception) -> str:
    # GDAL names the temporary copy, which tells the user nothing.
    return re.sub(r"'?(?:GeoJSON:)?/\S+'?", "", str(error)).strip().split("\n")[0]


def _flat_text(raw: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    columns = {str(name): _as_text(raw[name]) for name in raw.columns if name != raw.geometry.name}
    flat = shapely.force_2d(raw.geometry.to_numpy())
    return gpd.GeoDataFrame(columns, geometry=flat, crs=raw.crs, index=pd.RangeIndex(1, len(raw) + 1))


def _as_text(column: pd.Series) -> np.ndarray:
    """Format a column as text; whole numbers without a point, because missing values turn integers to floats."""
    if pd.api.types.is_float_dtype(column):
        whole = np.isfinite(column) & (column == column.round()) & (column.abs() < 2**53)
        text = np.where(whole, column.where(whole, 0).astype("int64").astype(str), column.astype(str))
        return np.where(column.isna(), "", text).astype(object)
    if pd.api.types.is_integer_dtype(column):
        return column.astype(str).to_numpy(dtype=object)
    return np.array([_format_value(value) for value in column], dtype=object)


def _format_value(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (dict, list, np.ndarray)):
        return json.dumps(value, ensure_ascii=False, default=str)
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _check_features(features: gpd.GeoDataFrame, file_name: str, limits: Limits) -> gpd.GeoDataFrame:
    if features.empty:
        raise RefusedError(Fault(FaultCode.NO_FEATURES, sheet=file_name))
    columns = features.columns.drop("geometry")
    _refuse_large(len(features), len(columns), file_name, limits)
    vertices = shapely.get_num_coordinates(features.geometry.to_numpy())
    if vertices.max() > limits.vertices:
        row, found = int(vertices.argmax()) + 1, str(vertices.max())
        raise RefusedError(Fault(FaultCode.TOO_MANY_VERTICES, found, str(limits.vertices), file_name, row))
    for name in columns:
        length = features[name].str.len()
        if length.max() > limits.cell_characters:
            row, allowed = int(length.idxmax()), str(limits.cell_characters)
            raise RefusedError(Fault(FaultCode.CELL_TOO_LONG, str(length.max()), allowed, file_name, row, str(name)))
    return features


def _refuse_large(features: int, columns: int, file_name: str, limits: Limits) -> None:
    if features > limits.rows:
        raise RefusedError(Fault(FaultCode.TOO_MANY_ROWS, str(features), str(limits.rows), file_name))
    if columns > limits.columns:
        raise RefusedError(Fault(FaultCode.TOO_MANY_COLUMNS, str(columns), str(limits.columns), file_name))
