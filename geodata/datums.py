"""The datums that Chinese coordinates come in: WGS84 (CGCS2000), GCJ-02 and BD-09, and which one fits the places.

Maps published in China are shifted by GCJ-02 (高德, 腾讯), Baidu's once more by BD-09. Neither is published by its
makers. GCJ-02 follows the formulae known as eviltransform (https://github.com/googollee/eviltransform), BD-09 those of
coordtransform (https://github.com/wandergis/coordtransform). Only the forward formulae are exact; the way back is found
by iteration. CGCS2000 and WGS84 agree to within centimetres and are one datum here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

_SEMI_MAJOR_AXIS = 6378245.0  # Krasovsky 1940, which GCJ-02 is built on
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_BAIDU_ANGLE = np.pi * 3000 / 180
_CONVERGED = 1e-9  # degrees, a tenth of a millimetre
_ROUNDS = 12  # four are enough anywhere in China
_FEWEST_POINTS = 5  # fewer say nothing of a datum
_SIGMAS = 3  # how far a count of points must exceed chance before a datum is doubted
_NEAR_SEAT_KM = 2.0  # a point farther from its seat than this says nothing of a shift of half a kilometre
_KM_A_DEGREE = 111.32

Lonlat = tuple[np.ndarray, np.ndarray]


class Datum(StrEnum):
    """What the coordinates of a file refer to. ``WGS84`` stands for CGCS2000 too."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    UNKNOWN = "unknown"


def to_wgs84(longitude: np.ndarray, latitude: np.ndarray, datum: Datum) -> Lonlat:
    """Degrees of WGS84 from degrees of ``datum``, exact to a millimetre; unknown is taken for WGS84.

    NaN stays NaN. Outside China GCJ-02 shifts nothing.
    """
    match datum:
        case Datum.GCJ02:
            return _invert_shift(gcj02_from_wgs84, longitude, latitude)
        case Datum.BD09:
            return _invert_shift(gcj02_from_wgs84, *_invert_shift(bd09_from_gcj02, longitude, latitude))
    return np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)


def gcj02_from_wgs84(longitude: np.ndarray, latitude: np.ndarray) -> Lonlat:
    """Degrees of GCJ-02 from degrees of WGS84."""
    lon, lat = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    x, y = lon - 105.0, lat - 35.0
    waves = (20 * np.sin(6 * x * np.pi) + 20 * np.sin(2 * x * np.pi)) * 2 / 3
    root = np.sqrt(np.abs(x))
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves
    north += (20 * np.sin(y * np.pi) + 40 * np.sin(y / 3 * np.pi)) * 2 / 3
    north += (160 * np.sin(y / 12 * np.pi) + 320 * np.sin(y * np.pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves
    east += (20 * np.sin(x * np.pi) + 40 * np.sin(x / 3 * np.pi)) * 2 / 3
    east += (150 * np.sin(x / 12 * np.pi) + 300 * np.sin(x / 30 * np.pi)) * 2 / 3
    radians = np.radians(lat)
    flattening = 1 - _ECCENTRICITY_SQUARED * np.sin(radians) ** 2
    meridian = _SEMI_MAJOR_AXIS * (1 - _ECCENTRICITY_SQUARED) / flattening**1.5
    parallel = _SEMI_MAJOR_AXIS / np.sqrt(flattening) * np.cos(radians)
    shifted = (lon > 72.004) & (lon < 137.8347) & (lat > 0.8293) & (lat < 55.8271)
    return (
        np.where(shifted, lon + np.degrees(east / parallel), lon),
        np.where(shifted, lat + np.degrees(north / meridian), lat),
    )


def bd09_from_gcj02(longitude: np.ndarray, latitude: np.ndarray) -> Lonlat:
    """Degrees of BD-09 from degrees of GCJ-02."""
    lon, lat = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * _BAIDU_ANGLE)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * _BAIDU_ANGLE)
    return radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006


def from_wgs84(longitude: np.ndarray, latitude: np.ndarray, datum: Datum) -> Lonlat:
    """Degrees of ``datum`` from degrees of WGS84; unknown is taken for WGS84."""
    match datum:
        case Datum.GCJ02:
            return gcj02_from_wgs84(longitude, latitude)
        case Datum.BD09:
            return bd09_from_gcj02(*gcj02_from_wgs84(longitude, latitude))
    return np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)


def _invert_shift(
    shift: Callable[[np.ndarray, np.ndarray], Lonlat], longitude: np.ndarray, latitude: np.ndarray
) -> Lonlat:
    """The point that ``shift`` moves to the given one: the shift changes slowly, so correcting by it converges."""
    lon, lat = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    for _ in range(_ROUNDS):
        shifted_lon, shifted_lat = shift(lon, lat)
        east, north = longitude - shifted_lon, latitude - shifted_lat
        lon, lat = lon + east, lat + north
        if np.nanmax(np.abs(np.concatenate([east.ravel(), north.ravel(), [0.0]]))) < _CONVERGED:
            break
    return lon, lat


@dataclass(frozen=True)
class DatumFit:
    """How well coordinates agree with their places when read in each datum.

    ``inside`` is the share of points that lie in the area they should, ``km_to_seat`` the median distance of the points
    that lie near their township's seat (NaN without any). ``best`` differs from the stated datum only where the gain
    is beyond chance.
    """

    stated: Datum
    best: Datum
    inside: dict[Datum, float]
    km_to_seat: dict[Datum, float]

    @property
    def doubtful(self) -> bool:
        """Whether another datum than the stated one fits better; an unknown one stands for WGS84."""
        return self.best is not (Datum.WGS84 if self.stated is Datum.UNKNOWN else self.stated)


def find_best_datum(
    longitude: np.ndarray, latitude: np.ndarray, stated: Datum, expected: gpd.GeoSeries, seats: gpd.GeoSeries
) -> DatumFit:
    """Which datum the coordinates fit best.

    ``expected`` has the polygon where each point should lie (that of its stated township or county, else the region),
    ``seats`` the seat of its stated township or None; both in EPSG:4490, in the order of the points.
    """
    taken = Datum.WGS84 if stated is Datum.UNKNOWN else stated
    read = {datum: to_wgs84(longitude, latitude, datum) for datum in (Datum.WGS84, Datum.GCJ02, Datum.BD09)}
    within = {datum: _lies_inside(expected, *lonlat) for datum, lonlat in read.items()}
    distances = pd.DataFrame({datum: _km_to_seats(seats, *lonlat) for datum, lonlat in read.items()})
    near = distances[distances.min(axis=1) < _NEAR_SEAT_KM]
    gains = {
        datum: _significant_gain(within[taken], within[datum])
        + _significant_gain((near[taken] < near[datum]).to_numpy(), (near[datum] < near[taken]).to_numpy())
        for datum in read
    }
    return DatumFit(
        stated,
        max(gains, key=lambda datum: (gains[datum], datum is taken)),
        {datum: float(mask.mean()) if len(mask) else 0.0 for datum, mask in within.items()},
        {datum: float(near[datum].median()) for datum in read},
    )


def _lies_inside(expected: gpd.GeoSeries, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    polygons = expected.to_numpy()
    shapely.prepare(polygons)
    inside: np.ndarray = shapely.contains_xy(polygons, longitude, latitude)
    return inside


def _km_to_seats(seats: gpd.GeoSeries, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """The distance to each point's seat on a sphere, NaN without one: good to a percent over a few kilometres."""
    places = seats.to_numpy()
    north = latitude - shapely.get_y(places)
    east = (longitude - shapely.get_x(places)) * np.cos(np.radians(latitude))
    distance: np.ndarray = np.hypot(north, east) * _KM_A_DEGREE
    return distance


def _significant_gain(before: np.ndarray, after: np.ndarray) -> int:
    """By how many points ``after`` holds more often than ``before``; 0 where chance may account for it (sign test)."""
    won, lost = int(np.sum(after & ~before)), int(np.sum(before & ~after))
    beyond_chance = won - lost >= max(_FEWEST_POINTS, _SIGMAS * np.sqrt(won + lost))
    return won - lost if beyond_chance else 0
