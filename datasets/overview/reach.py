"""Who lives out of reach of a type of facility in a year."""

from dataclasses import dataclass
from math import isnan

from datasets.city.city import City
from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id
from indicators.facilities.facility_types import FacilityType


@dataclass(frozen=True)
class Reach:
    """Of ``residents`` of the region, those ``outside`` the standard of a type."""

    id: str
    type: FacilityType
    outside: float
    residents: float


def list_reach(city: City, dataset: str, year: int) -> list[Reach]:
    """Every type with a figure of the year: those that each township should have first, then by people outside."""
    found = [
        reach for key, type_ in city.facility_types.items() if (reach := _find_reach(city, dataset, key, type_, year))
    ]
    return sorted(found, key=lambda one: (not one.type.every_township, -one.outside))


def _find_reach(city: City, dataset: str, key: str, type_: FacilityType, year: int) -> Reach | None:
    records = city.records_of_area(dataset, indicator_id(key, SHARE_WITHIN), city.region.adcode)
    if year not in records.index:
        return None
    within, residents = (float(records.loc[year, column]) for column in ("numerator", "denominator"))  # type: ignore[arg-type]
    return None if isnan(within) or isnan(residents) else Reach(key, type_, residents - within, residents)
