"""Build the geometries of spatial rows, and find the rows that differ between two versions."""

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.kinds import KEYS, ImportKind
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography

SPATIAL_KINDS = (ImportKind.FACILITIES, ImportKind.SETTLEMENTS, ImportKind.TOWNSHIPS, ImportKind.ROADS)


def build_geometries(rows: pd.DataFrame) -> gpd.GeoSeries:
    """Build the points, lines or polygons (EPSG:4490) of rows in the columns of ``STORED``, in their order."""
    if "geometry" in rows:
        return gpd.GeoSeries.from_wkb(rows["geometry"].to_numpy(), crs=GEOGRAPHIC_CRS)
    return gpd.GeoSeries(gpd.points_from_xy(rows["longitude"], rows["latitude"]), crs=GEOGRAPHIC_CRS)


def find_differing_rows(kind: ImportKind, rows: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Mask of the rows that ``others`` lacks under the same key, or has with another value in a shared column."""
    shared = [column for column in rows.columns if column in others.columns]
    own, known = (_to_comparable_tuples(frame[shared]) for frame in (rows, others))
    alike = dict(zip(_to_comparable_tuples(others[KEYS[kind]]), known, strict=True))
    keys = _to_comparable_tuples(rows[KEYS[kind]])
    return np.array([alike.get(key) != row for key, row in zip(keys, own, strict=True)], dtype=bool)


def _to_comparable_tuples(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """Rows as tuples, with None for missing values, so that they can be compared."""
    return list(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def list_township_rows(geography: Geography) -> pd.DataFrame:
    """The shipped township cells as rows with ``code, geometry``, as a base where no polygons were imported."""
    cells = geography.townships.geometry.to_crs(GEOGRAPHIC_CRS)
    return pd.DataFrame({"code": cells.index.astype(str), "geometry": cells.to_wkb().to_numpy()})
