"""JSON of the API about counties of the country: their places in the censuses, and which are alike."""

from typing import Any

from datasets.census.books import BOOKS
from datasets.census.national import Place
from datasets.census.weights import Weights
from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Direction


def list_years(city: City, indicator: str) -> list[int]:
    """The censuses that have an indicator."""
    return [year for year in city.national.amounts if len(city.national.values(city.indicators[indicator], year))]


def list_places(city: City, indicator: str, years: list[int], area: str) -> list[dict[str, Any]]:
    """One row a county and year: of the county ``area``, or of all of the city's where it is empty."""
    definition, national = city.indicators[indicator], city.national
    order = "lowest" if definition.direction is Direction.LOWER else "highest"
    rows = []
    for year in years:
        values = national.values(definition, year)
        for code in [area] if area else city.geography.codes(Level.COUNTY):
            province, country = national.find_places(definition, code, year) or (None, None)
            rows.append(
                {
                    "area_code": code,
                    "area_name": national.names.get(code),
                    "year": year,
                    "value": float(values[code]) if code in values.index else None,
                    "unit": definition.unit,
                    "first": order,
                    **_describe_place("province", province),
                    **_describe_place("country", country),
                    "comparability": national.comparability.get(code),
                    "source": BOOKS[year],
                }
            )
    return rows


def _describe_place(name: str, place: Place | None) -> dict[str, Any]:
    cells = (place.rank, place.of, place.percentile) if place else (None, None, None)
    return dict(zip((f"{name}_rank", f"{name}_counted", f"{name}_percentile"), cells, strict=True))


def list_similar(city: City, area: str, year: int, weights: Weights) -> list[dict[str, Any]]:
    """The ten counties most like one, the nearest first, each with the measures that they are compared in."""
    national = city.national
    measures = national.measure_values(year).astype(object)
    known = measures.where(measures.notna(), None)
    return [
        {
            "area_code": one.adcode,
            "area_name": national.names[one.adcode],
            "full_name": national.find_name(one.adcode),
            "year": year,
            "order": order,
            "distance": one.distance,
            **{key: known.at[one.adcode, key] for key in national.measures},
            "comparability": national.comparability.get(one.adcode),
        }
        for order, one in enumerate(national.find_similar(area, year, dict(weights)), 1)
    ]
