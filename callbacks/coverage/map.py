"""The map of the page of facilities as the browser draws it: catchments, settlements, facilities."""

from typing import Any

import numpy as np
import pandas as pd

from datasets.analyses.coverage_of_type import TypeCoverage, compute_catchment
from datasets.city.city import City
from datasets.city.residents import Residents
from geodata.region import Level
from indicators.facilities.facility_types import FacilityType
from layouts.figures.maps.coverage_spec import catchment_shape, drawn_settlements, plain, points
from layouts.words.pages import coverage as words


def map_spec(city: City, type_: FacilityType, found: TypeCoverage) -> dict[str, Any]:
    """What ``map.draw`` of assets/js/coverage.js takes. Nothing is drawn of what is not there: borders always are."""
    counties = city.geography.codes(Level.COUNTY)
    names = [city.region.by_adcode[code].in_year(found.year).short_name for code in counties]
    return {
        "counties": {"codes": counties, "names": names, "outlines": sorted(city.region.groups)},
        "catchments": catchment_shape(compute_catchment(city, found), city.region.metric_crs),
        "settlements": _settlements(city, found),
        "facilities": _facilities(type_, found),
        "symbol": type_.symbol,
    }


def left_out(found: TypeCoverage) -> int:
    """How many settlements the map does not draw."""
    return len(found.coverage.km) - len(_drawn(found, found.residents)) if found.residents else 0


def _drawn(found: TypeCoverage, residents: Residents) -> np.ndarray:
    return drawn_settlements(residents.places["population"].to_numpy(), found.coverage.covered)


def _settlements(city: City, found: TypeCoverage) -> dict[str, Any]:
    residents = found.residents
    if residents is None or not len(found.facilities):  # without a facility nothing is said of anybody
        return points(found.facilities.geometry.iloc[:0], [], []) | {"residents": [], "covered": ""}
    drawn = _drawn(found, residents)
    places = residents.places.iloc[drawn]
    covered, km, nearest = (getattr(found.coverage, name)[drawn] for name in ("covered", "km", "nearest"))
    facilities = [plain(str(name)) for name in found.facilities["name"]]
    texts = [
        words.settlement_hover(
            plain(str(place.name)),
            city.geography.name(place.county, found.year),
            words.residents_text(place.population, residents.estimated),
            words.nearest_text(facilities[at] if at >= 0 else "", words.way_text(way), bool(near)),
        )
        for place, near, way, at in zip(places.itertuples(index=False), covered, km, nearest, strict=True)
    ]
    return points(places.geometry, [str(code) for code in places.index], texts) | {
        "residents": [round(float(count)) for count in places["population"]],
        "covered": "".join("1" if near else "0" for near in covered),
    }


def _facilities(type_: FacilityType, found: TypeCoverage) -> dict[str, Any]:
    texts = [
        words.facility_hover(
            plain(str(row.name)),
            plain(_text(row.grade)),
            words.capacity_text(type_.capacity_noun, _number(row.capacity), type_.capacity_unit),
            words.years_open(_number(row.opened), _number(row.closed)),
        )
        for row in found.facilities.itertuples(index=False)
    ]
    codes = [str(code) for code in found.facilities["code"]]
    approximate = [bool(each) for each in found.facilities["approximate"]]
    return points(found.facilities.geometry, codes, texts) | {"approximate": approximate}


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]
