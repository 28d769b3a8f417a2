"""What the map of coverage shows, as plain arrays for the browser: geometry of catchments, settlements, facilities."""

import json
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.analyses.coverage_of_type import TypeCoverage
from datasets.city.city import City
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.layers import encode_geojson
from geodata.region import Level
from indicators.facilities.facility_types import FacilityType
from layouts.figures.maps.coverage_map import CATCHMENT
from layouts.figures.maps.map_ground import describe_neighbours, name_groups
from layouts.words.pages import coverage as words
from locales import say

MOST_SETTLEMENTS = 2500  # that a map of points can hold; the rest is counted, not drawn
_TOLERANCE = 250.0  # metres a simplified edge of a catchment may be off: about a pixel
_DECIMALS = 4


def coverage_map_data(city: City, coverage: TypeCoverage, catchment: shapely.Geometry) -> dict[str, Any]:
    """What assets/js/coverage/map.js draws; ``catchment`` is in the metric CRS of the region.

    Nothing is drawn of what is not there: borders always are.
    """
    type_, counties = city.facility_types[coverage.type_], city.geography.codes(Level.COUNTY)
    names = [city.region.by_adcode[code].in_year(coverage.year).short_name for code in counties]
    return {
        "counties": {"codes": counties, "names": names, "outlines": [city.region.adcode]},
        "ground": {
            "groupNames": name_groups(city.geography),
            "neighbours": describe_neighbours(city.geography),
            "north": say("ground-north"),
            "kilometres": say("ground-kilometres", km="{km}"),
        },
        "catchments": encode_catchment(catchment, city.region.metric_crs),
        "settlements": _settlement_points(city, coverage),
        "facilities": _facility_points(type_, coverage),
        "symbol": type_.symbol,
    }


def count_not_drawn(coverage: TypeCoverage) -> int:
    """How many settlements the map does not draw."""
    return max(0, len(coverage.coverage.km) - MOST_SETTLEMENTS)


def _settlement_points(city: City, coverage: TypeCoverage) -> dict[str, Any]:
    residents = coverage.residents
    if residents is None or not len(coverage.facilities):  # without a facility nothing is said of anybody
        return encode_points(coverage.facilities.geometry.iloc[:0], [], []) | {"residents": [], "covered": ""}
    drawn = select_drawn_settlements(residents.places["population"].to_numpy(), coverage.coverage.covered)
    places = residents.places.iloc[drawn]
    covered, km, nearest = (getattr(coverage.coverage, name)[drawn] for name in ("covered", "km", "nearest"))
    facilities = [escape_markup(str(name)) for name in coverage.facilities["name"]]
    texts = [
        words.settlement_hover(
            escape_markup(str(place.name)),
            city.geography.name(place.county, coverage.year),
            words.residents_text(place.population, residents.estimated),
            words.nearest_text(
                facilities[position] if position >= 0 else "", words.distance_text(way), bool(is_covered)
            ),
        )
        for place, is_covered, way, position in zip(places.itertuples(index=False), covered, km, nearest, strict=True)
    ]
    return encode_points(places.geometry, [str(code) for code in places.index], texts) | {
        "residents": [round(float(count)) for count in places["population"]],
        "covered": "".join("1" if is_covered else "0" for is_covered in covered),
    }


def _facility_points(type_: FacilityType, coverage: TypeCoverage) -> dict[str, Any]:
    texts = [
        words.facility_hover(
            escape_markup(str(row.name)),
            escape_markup("" if pd.isna(row.grade) else str(row.grade)),
            words.capacity_text(type_.capacity_noun, _known_number(row.capacity), type_.capacity_unit),
            words.years_open(_known_number(row.opened), _known_number(row.closed)),
        )
        for row in coverage.facilities.itertuples(index=False)
    ]
    codes = [str(code) for code in coverage.facilities["code"]]
    approximate = [bool(each) for each in coverage.facilities["approximate"]]
    return encode_points(coverage.facilities.geometry, codes, texts) | {"approximate": approximate}


def _known_number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def encode_catchment(area: shapely.Geometry, metric_crs: str) -> dict[str, Any] | None:
    """GeoJSON of catchments, whose ``area`` is in metres; None where it is empty."""
    parts = shapely.get_parts(area.simplify(_TOLERANCE))
    polygons = parts[shapely.area(parts) > 0]  # an intersection may leave lines and empty shapes
    if not len(polygons):
        return None
    shape = gpd.GeoSeries([shapely.multipolygons(polygons)], index=[CATCHMENT], crs=metric_crs)
    drawn: dict[str, Any] = json.loads(encode_geojson(shape.to_crs(GEOGRAPHIC_CRS)))
    return drawn


def select_drawn_settlements(population: np.ndarray, covered: np.ndarray) -> np.ndarray:
    """Positions of the settlements to be drawn, the largest ones last: all, or those outside and then the largest."""
    order = np.lexsort((-population, covered))[:MOST_SETTLEMENTS]
    return order[np.argsort(-population[order], kind="stable")]


def encode_points(places: gpd.GeoSeries, codes: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
    """Points in EPSG:4490 with their codes, and what the pointer reads on them."""
    return {
        "codes": list(codes),
        "lon": [round(float(x), _DECIMALS) for x in places.x],
        "lat": [round(float(y), _DECIMALS) for y in places.y],
        "text": list(texts),
    }


def escape_markup(text: str) -> str:
    """A text from a file with its markup characters escaped, for Plotly would read them as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
