"""Parse coordinates: decimal degrees, degrees with minutes and seconds, and swapped columns."""

import math
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from datasets.imports.cells.cell_values import is_missing, parse_distinct, plain
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.model import FaultCode

LONGITUDES = (73.0, 136.0)  # of China, in degrees
LATITUDES = (3.0, 54.0)
_NUMBER = r"(\d+(?:\.\d+)?)"
_DEGREES = re.compile(
    rf"(?P<before>[ENSW]|东经|北纬)?\s*(?P<sign>[+-]?){_NUMBER}\s*[°度]?\s*(?:{_NUMBER}\s*[′'’分])?\s*"
    rf"(?:{_NUMBER}\s*(?:′′|''|’’|\"|”|秒))?\s*(?P<after>[ENSW])?",
    re.IGNORECASE,
)
# Texts around the two numbers of a pair: brackets, names of a JSON object, POINT of WKT.
_PAIR_SIGNS = re.compile(
    r"[\[\](){}\"']|point z?|\b(?:lng|lon|lat|longitude|latitude|x|y)\b|:|=|经度|纬度", re.IGNORECASE
)


@dataclass(frozen=True)
class Coordinates:
    """One point a row, in degrees of the file's datum; NaN where ``given`` is false.

    ``absent`` rows are empty in both columns; other rows without a point have a fault.
    """

    longitude: np.ndarray
    latitude: np.ndarray
    given: np.ndarray
    absent: np.ndarray


def read_coordinates(
    longitudes: pd.Series, latitudes: pd.Series, of_longitude: RowReview, of_latitude: RowReview
) -> Coordinates:
    """Read two columns of text; each column's review gets the faults of its cells."""
    lon, no_lon = _read_degrees(longitudes, of_longitude)
    lat, no_lat = _read_degrees(latitudes, of_latitude)
    readable = np.isfinite(lon) & np.isfinite(lat)
    half = (no_lon & np.isfinite(lat)) | (no_lat & np.isfinite(lon))
    of_longitude.refuse(FaultCode.POINT_MISSING, half, longitudes.str.cat(latitudes, sep=", "))
    swapped = readable & _is_within_limits(lat, LONGITUDES) & _is_within_limits(lon, LATITUDES)
    both = longitudes.str.cat(latitudes, sep=", ")
    of_longitude.refuse(FaultCode.POINT_SWAPPED, swapped, both, latitudes.str.cat(longitudes, sep=", "))
    given = readable & ~swapped
    return Coordinates(np.where(given, lon, np.nan), np.where(given, lat, np.nan), given, no_lon & no_lat)


def measure_pair_share(texts: pd.Series) -> float:
    """The share of the texts that are not empty that hold a longitude and a latitude."""
    said = [text for text in texts if not is_missing(text)]
    return sum(bool(_split_pair(text)[1]) for text in said) / len(said) if said else 0.0


def split_coordinates(texts: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Split cells that hold both into longitudes and latitudes; any other text stays as a longitude.

    "113.03,23.7", "POINT (113.03 23.7)", {"lng": 113.03, "lat": 23.7}. Longitudes and latitudes of China are not of
    one size, so the order in the cell does not matter.
    """
    pairs = parse_distinct(texts, _split_pair, {"longitude": object, "latitude": object}).astype("str")
    return pairs["longitude"], pairs["latitude"]


def _split_pair(text: str) -> tuple[str, str]:
    inner = _PAIR_SIGNS.sub(" ", plain(text))
    parts = [part for part in re.split(r"[,;、/|]|\s+", inner) if part]
    if len(parts) == 3 and parts[2].replace(".", "").isdigit():  # a height
        parts = parts[:2]
    if len(parts) != 2:
        return text, ""
    first, second = (_parse_degrees(part)[0] for part in parts)
    if not (math.isfinite(first) and math.isfinite(second)):
        return text, ""
    backwards = LATITUDES[0] <= first <= LATITUDES[1] and LONGITUDES[0] <= second <= LONGITUDES[1]
    return (parts[1], parts[0]) if backwards else (parts[0], parts[1])


def _read_degrees(texts: pd.Series, review: RowReview) -> tuple[np.ndarray, np.ndarray]:
    """Parse degrees: NaN where there are none, and a mask of the cells that are empty."""
    degrees = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float).copy()
    rest = np.flatnonzero(~np.isfinite(degrees))
    missing, infinite = np.zeros(len(texts), dtype=bool), np.zeros(len(texts), dtype=bool)
    if len(rest):
        read = parse_distinct(texts.iloc[rest], _parse_degrees, {"value": float, "missing": bool, "infinite": bool})
        degrees[rest], missing[rest], infinite[rest] = read["value"], read["missing"], read["infinite"]
    review.refuse(FaultCode.NOT_FINITE, infinite, texts)
    review.refuse(FaultCode.NOT_A_NUMBER, ~np.isfinite(degrees) & ~missing & ~infinite, texts)
    return degrees, missing


def _parse_degrees(text: str) -> tuple[float, bool, bool]:
    """Parse degrees (113.03°E, 113°02′15″, 东经113度2分15秒), and whether the text is empty, not finite."""
    if is_missing(text):
        return math.nan, True, False
    plain_text = plain(text)
    if re.fullmatch(r"[+-]?(nan|inf|infinity|∞)", plain_text, re.IGNORECASE):
        return math.nan, False, True
    found = _DEGREES.fullmatch(plain_text)
    if not found:
        return math.nan, False, False
    whole, minutes, seconds = (float(part) if part else 0.0 for part in found.group(3, 4, 5))
    if minutes >= 60 or seconds >= 60:
        return math.nan, False, False
    side = (found["before"] or found["after"] or "").upper()
    negative = (found["sign"] == "-") != (side in {"S", "W"})
    degrees = whole + minutes / 60 + seconds / 3600
    return -degrees if negative else degrees, False, False


def _is_within_limits(degrees: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
    return (degrees >= limits[0]) & (degrees <= limits[1])
