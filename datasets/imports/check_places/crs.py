"""Convert the coordinates of a file of features to degrees of CGCS2000 (EPSG:4490), longitude first."""

import geopandas as gpd
import numpy as np
from pyproj import CRS

from datasets.imports.model import Fault, FaultCode, RefusedError

GEOGRAPHIC_CRS = "EPSG:4490"
ALLOWED = "CGCS2000, WGS84"
_SAME_DATUM = (
    "wgs",
    "world geodetic system",
    "china 2000",
    "china_2000",
    "cgcs2000",
    "china geodetic coordinate system 2000",
)
_CHINA = (73.0, 3.0, 136.0, 54.0)  # west, south, east, north, in degrees
# Gauss-Krüger eastings may carry the number of their zone before the six digits of the metres: 3-degree zones 25 to 45
# (EPSG:4513 onwards) or 6-degree zones 13 to 23 (EPSG:4491 onwards). The two ranges do not meet, so the number tells.
_ZONE = 1_000_000
_ZONES_3 = range(25, 46)
_ZONES_6 = range(13, 24)


def to_geographic(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Convert features to EPSG:4490. Raises ``RefusedError`` (UNKNOWN_CRS) where the CRS cannot be told.

    CGCS2000 and WGS84 count as one. Other datums (北京54, 西安80) are refused: their shift to CGCS2000 is not
    published, and a guess would be off by up to a hundred metres. Coordinates without a CRS are taken for degrees
    if they are some of China, and for Gauss-Krüger if they carry a zone's number.
    """
    bounds, crs = features.total_bounds, features.crs
    if crs is not None and not _is_same_datum(crs):
        raise RefusedError(Fault(FaultCode.UNKNOWN_CRS, found=crs.name, allowed=ALLOWED))
    zone = _find_zone_crs(bounds)
    if zone and (crs is None or _is_transverse_mercator(crs)):
        # The zone number in the eastings goes before the .prj, which often lacks it or names another zone.
        return features.set_crs(zone, allow_override=True).to_crs(GEOGRAPHIC_CRS)
    if crs is None:
        if is_within_china(bounds) or is_within_china(bounds[[1, 0, 3, 2]]):
            return features.set_crs(GEOGRAPHIC_CRS)
        raise RefusedError(Fault(FaultCode.UNKNOWN_CRS, found=", ".join(map(format_degrees, bounds)), allowed=ALLOWED))
    if crs.is_geographic:
        return features.set_crs(GEOGRAPHIC_CRS, allow_override=True)
    return features.to_crs(GEOGRAPHIC_CRS)


def _find_zone_crs(bounds: np.ndarray) -> str | None:
    """Find the projected CRS whose zone number all eastings begin with."""
    if not np.isfinite(bounds).all() or not 0 < bounds[1] <= bounds[3] < 10 * _ZONE:
        return None
    zone, last = (int(easting // _ZONE) for easting in bounds[[0, 2]])
    if zone != last:
        return None
    if zone in _ZONES_3:
        return f"EPSG:{4513 + zone - _ZONES_3.start}"
    return f"EPSG:{4491 + zone - _ZONES_6.start}" if zone in _ZONES_6 else None


def _is_transverse_mercator(crs: CRS) -> bool:
    return crs.coordinate_operation is not None and "Transverse Mercator" in crs.coordinate_operation.method_name


def is_within_china(bounds: np.ndarray) -> np.ndarray:
    """Whether extents (west, south, east, north in degrees, a row each) lie in China; not for one with a NaN."""
    west, south, east, north = _CHINA
    inside = (bounds[..., 0] >= west) & (bounds[..., 1] >= south)
    return inside & (bounds[..., 2] <= east) & (bounds[..., 3] <= north)


def _is_same_datum(crs: CRS) -> bool:
    geodetic = crs.geodetic_crs
    if geodetic is None or geodetic.datum is None:
        return False
    name = f"{geodetic.name} {geodetic.datum.name}".lower()
    return any(known in name for known in _SAME_DATUM)


def format_degrees(edge: float) -> str:
    """Format a coordinate in degrees or metres, never in powers of ten."""
    return f"{edge:.6f}".rstrip("0").rstrip(".")
