"""What the map of coverage shows, as plain arrays for the browser: geometry of catchments, settlements, facilities."""

import json
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.layers import encode_layer
from layouts.figures.maps.coverage_map import CATCHMENT

MOST_SETTLEMENTS = 2500  # that a map of points can hold; the rest is counted, not drawn
_TOLERANCE = 250.0  # metres a simplified edge of a catchment may be off: about a pixel
_DECIMALS = 4


def catchment_shape(area: shapely.Geometry, metric_crs: str) -> dict[str, Any] | None:
    """GeoJSON of catchments, whose ``area`` is in metres; None where it is empty."""
    parts = shapely.get_parts(area.simplify(_TOLERANCE))
    polygons = parts[shapely.area(parts) > 0]  # an intersection may leave lines and empty shapes
    if not len(polygons):
        return None
    shape = gpd.GeoSeries([shapely.multipolygons(polygons)], index=[CATCHMENT], crs=metric_crs)
    drawn: dict[str, Any] = json.loads(encode_layer(CATCHMENT, shape.to_crs(GEOGRAPHIC_CRS)).body)
    return drawn


def drawn_settlements(population: np.ndarray, covered: np.ndarray) -> np.ndarray:
    """Positions of the settlements to be drawn, the largest ones last: all, or those outside and then the largest."""
    order = np.lexsort((-population, covered))[:MOST_SETTLEMENTS]
    return order[np.argsort(-population[order], kind="stable")]


def points(places: gpd.GeoSeries, codes: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
    """Points in EPSG:4490 with their codes, and what the pointer reads on them."""
    return {
        "codes": list(codes),
        "lon": [round(float(x), _DECIMALS) for x in places.x],
        "lat": [round(float(y), _DECIMALS) for y in places.y],
        "text": list(texts),
    }


def plain(text: str) -> str:
    """A reader's text as Plotly writes it: never markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
