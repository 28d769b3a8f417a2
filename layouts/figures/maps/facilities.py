"""Facility points: one symbol a type, one colour a field of service, the same on screen and on paper.

The outlines of the symbols are those of plotly.js at a radius of one: the screen's points are drawn by plotly, its
legend and the paper from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.geography import Geography
from indicators.facilities.facility_types import FacilityType
from layouts.figures import theme
from locales import say

Outline = tuple[tuple[float, float], ...]
_DECIMALS = 5  # of a degree: about a metre


def _regular_polygon(corners: int, first: float, radius: float = 1) -> Outline:
    """A regular polygon, its first corner at so many degrees above the right."""
    angles = [radians(first + 360 / corners * number) for number in range(corners)]
    return tuple((radius * cos(angle), radius * sin(angle)) for angle in angles)


def _star_outline(points: int, outer: float, inner: float) -> Outline:
    tips, notches = _regular_polygon(points, 90, outer), _regular_polygon(points, 90 + 180 / points, inner)
    return tuple(corner for pair in zip(tips, notches, strict=True) for corner in pair)


def _cross_outline(arm: float, length: float) -> Outline:
    quarter = [(arm, length), (arm, arm), (length, arm)]
    turned = [[(x, y), (y, -x), (-x, -y), (-y, x)] for x, y in quarter]
    return tuple(turned[corner][turn] for turn in range(4) for corner in range(3))


_WIDE = 2 / sqrt(3)
_SQUARE: Outline = ((1, 1), (1, -1), (-1, -1), (-1, 1))
SYMBOLS: dict[str, Outline] = {
    "circle": _regular_polygon(40, 90),
    "square": _SQUARE,
    "diamond": _regular_polygon(4, 90, 1.3),
    "cross": _cross_outline(0.4, 1.2),
    "x": tuple(((x + y) / sqrt(2), (y - x) / sqrt(2)) for x, y in _cross_outline(0.4, 1.2)),
    "triangle-up": ((0, 1), (_WIDE, -0.5), (-_WIDE, -0.5)),
    "triangle-down": ((0, -1), (_WIDE, 0.5), (-_WIDE, 0.5)),
    "triangle-left": ((-1, 0), (0.5, _WIDE), (0.5, -_WIDE)),
    "triangle-right": ((1, 0), (-0.5, _WIDE), (-0.5, -_WIDE)),
    "triangle-ne": ((-1.2, 0.6), (0.6, 0.6), (0.6, -1.2)),
    "triangle-se": ((0.6, 1.2), (0.6, -0.6), (-1.2, -0.6)),
    "triangle-sw": ((-0.6, 1.2), (-0.6, -0.6), (1.2, -0.6)),
    "triangle-nw": ((-0.6, -1.2), (-0.6, 0.6), (1.2, 0.6)),
    "pentagon": _regular_polygon(5, 90),
    "hexagon": _regular_polygon(6, 90),
    "hexagon2": _regular_polygon(6, 0),
    "octagon": _regular_polygon(8, 22.5),
    "star": _star_outline(5, 1.4, 1.4 * 0.382),
    "hexagram": _star_outline(6, 1.317, 1.317 / sqrt(3)),
    "diamond-tall": ((0, 1.4), (0.7, 0), (0, -1.4), (-0.7, 0)),
    "diamond-wide": ((0, 0.7), (1.4, 0), (0, -0.7), (-1.4, 0)),
    "hourglass": ((1, 1), (-1, 1), (1, -1), (-1, -1)),
    "bowtie": ((1, 1), (1, -1), (-1, 1), (-1, -1)),
}


def symbol_path(symbol: str) -> str:
    """The outline of a symbol as an SVG path around the origin, about two units wide."""
    return "M" + "L".join(f"{x:.3g},{-y:.3g}" for x, y in SYMBOLS[symbol]) + "Z"


@dataclass(frozen=True, eq=False)
class FacilityPoints:
    """The facilities of one type on one map: how they look, and where they are in EPSG:4490.

    ``approximate`` ones stand at the seat of their township, and are drawn hollow.
    """

    name: str
    symbol: str
    colour: str
    points: gpd.GeoSeries
    approximate: np.ndarray

    @property
    def look(self) -> tuple[str, str, str]:
        """What a legend tells of the type; maps that share it share an entry."""
        return self.name, self.symbol, self.colour


def build_facility_points(type_: FacilityType, facilities: gpd.GeoDataFrame) -> FacilityPoints:
    """The points of the facilities of one type."""
    colour = theme.DOMAIN_COLOURS[type_.domain]
    approximate = facilities["approximate"].to_numpy(dtype=bool)
    return FacilityPoints(type_.name, type_.symbol, colour, facilities.geometry, approximate)


def encode_facilities(
    facilities: gpd.GeoDataFrame, townships: np.ndarray, types: Mapping[str, FacilityType], geography: Geography
) -> dict[str, Any]:
    """All facilities of a dataset as the browser draws and lists them, by type as arrays.

    ``townships`` are the codes of the areas that they lie in, None outside the region. ``opened`` and ``closed`` are
    years or null; sources stand once and are pointed at.
    """
    described = facilities.assign(township=townships, lon=facilities.geometry.x, lat=facilities.geometry.y)
    sources = list(dict.fromkeys(facilities["source"]))
    places = {source: number for number, source in enumerate(sources)}
    held = {key: described[described["type"] == key] for key in types}
    return {
        "types": {key: _encode_look(types[key]) for key, rows in held.items() if len(rows)},
        "points": {key: _encode_columns(rows, places) for key, rows in held.items() if len(rows)},
        "areas": _name_areas(townships, geography),
        "sources": sources,
    }


def _encode_look(type_: FacilityType) -> dict[str, str]:
    return {
        "name": type_.name,
        "domain": say("common-domains", domain=type_.domain),
        "capacity": type_.capacity_noun,
        "unit": type_.capacity_unit,
        "symbol": type_.symbol,
        "path": symbol_path(type_.symbol),
        "colour": theme.DOMAIN_COLOURS[type_.domain],
    }


def _encode_columns(rows: pd.DataFrame, sources: Mapping[str, int]) -> dict[str, list[Any]]:
    known = {column: rows[column].astype(object) for column in ("township", "capacity", "opened", "closed")}
    return {
        "code": list(rows["code"]),
        "name": list(rows["name"]),
        "lon": rows["lon"].round(_DECIMALS).tolist(),
        "lat": rows["lat"].round(_DECIMALS).tolist(),
        **{column: values.where(values.notna(), None).tolist() for column, values in known.items()},
        "grade": list(rows["grade"].fillna("")),
        "approximate": rows["approximate"].astype(int).tolist(),
        "source": rows["source"].map(sources).tolist(),
    }


def _name_areas(codes: np.ndarray, geography: Geography) -> dict[str, dict[str, str]]:
    """Names and counties of the areas that have any facility, by code."""
    known = pd.concat([geography.counties[["name", "county"]], geography.townships[["name", "county"]]])
    held = known[known.index.isin(codes)]
    counties = held["county"].map(geography.counties["name"])
    return {
        str(code): {"name": name, "county": county, "countyName": county_name}
        for code, name, county, county_name in zip(held.index, held["name"], held["county"], counties, strict=True)
    }
