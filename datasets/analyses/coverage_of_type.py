"""The coverage of one type of facility in a year: who is within its standard, by which facilities, and how sure.

The same figures, of every type, area and year, are ordinary indicators: see ``coverage_figures``.
"""

from dataclasses import dataclass
from enum import StrEnum

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.city.city import City
from datasets.city.coverage_figures import build_travel, convert_to_reach, is_duplicate, select_open
from datasets.city.facilities import find_townships
from datasets.city.residents import Residents, classify_places, weakest_kind
from geodata.travel.coverage import SettlementCoverage, measure_coverage
from geodata.travel.travel import Travel, to_metres
from indicators.definition import ValueKind
from indicators.facilities.facility_types import Standard

_NAMED = 5  # of many that share a fault


class FaultKind(StrEnum):
    """What is wrong with the data of a type, or makes its coverage uncertain."""

    NO_FACILITY = "no_facility"  # the dataset has none of the type
    NONE_OPEN = "none_open"  # it has some, but none is open in the year
    NO_RESIDENTS = "no_residents"  # it says nothing of where people live in the year
    COUNTIES_WITHOUT_RESIDENTS = "counties_without_residents"  # some counties are not known
    OUTSIDE = "outside"  # facilities that lie in no area of the region are left out
    DUPLICATE = "duplicate"  # facilities that are listed again count once
    CLOSED_BEFORE_OPENED = "closed_before_opened"  # facilities that were never open
    SETTLEMENTS_OUTSIDE = "settlements_outside"
    CAPACITY_UNKNOWN = "capacity_unknown"  # of open facilities: areas in reach of them have no accessibility
    UNREACHABLE = "unreachable"  # places from which no road leads to any facility
    SETTLEMENTS_OFF_NETWORK = "settlements_off_network"  # too far from any road: by the straight line
    FACILITIES_OFF_NETWORK = "facilities_off_network"


@dataclass(frozen=True)
class CoverageFault:
    """A fault of the data: how many facilities or places have it, and the names of the first few."""

    kind: FaultKind
    count: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypeCoverage:
    """Facilities of one type, residents of one year, and who is covered.

    ``facilities`` are those open in the region, in EPSG:4490, ``area_code`` the township that each lies in.
    ``coverage`` has a value for each of ``residents.places``; it is empty where there are none. ``kind`` is that of
    every figure that follows.
    """

    type_: str
    year: int
    residents: Residents | None
    facilities: gpd.GeoDataFrame
    coverage: SettlementCoverage
    standard: Standard
    travel: Travel
    kind: ValueKind
    faults: tuple[CoverageFault, ...]

    @property
    def estimated(self) -> bool:
        """Whether people, or facilities, stand where they are only taken to stand."""
        return bool(self.residents and self.residents.estimated) or bool(self.facilities["approximate"].any())


def compute_type_coverage(city: City, dataset: str, type_: str, year: int) -> TypeCoverage:
    """How a type serves the people of a year; kept once worked out. Raises KeyError for an unknown dataset or type."""
    return city.cached_for_all_groups(_compute_type_coverage, dataset, type_, year)


def find_places_due(city: City, found: TypeCoverage) -> np.ndarray | None:
    """Positions of the places that are due a facility: beyond the standard, with as many people around as it names.

    The people of all places within the standard's reach count, registered there or not. None where the standard names
    no number, or where nobody knows at which places people live.
    """
    least, residents = found.standard.registered_residents, found.residents
    if least is None or residents is None or residents.estimated:
        return None
    people = residents.places["population"].to_numpy(float)
    homes, reach = to_metres(residents.places.geometry, city.region.metric_crs), convert_to_reach(found.standard)
    around = np.zeros(len(people))
    for pairs in found.travel.iterate_pairs(homes, homes, reach.limit, reach.measure):
        np.add.at(around, pairs.origin, people[pairs.destination])
    return np.flatnonzero(~found.coverage.covered & (around >= least))


def compute_catchment(city: City, found: TypeCoverage) -> shapely.Geometry:
    """The area within the standard of any facility, in to_metres of the region's CRS; empty without facilities."""
    crs = city.region.metric_crs
    if not len(found.facilities):
        return shapely.Polygon()
    around, reach = city.geography.counties.geometry.to_crs(crs).union_all(), convert_to_reach(found.standard)
    points = to_metres(found.facilities.geometry, crs)
    return found.travel.draw_catchment(points, reach.limit, around, reach.measure)


def residents_per_capacity(found: TypeCoverage) -> float | None:
    """How many people one unit of capacity serves; None without people, or where any capacity is unknown."""
    capacity = found.facilities["capacity"].astype(float).sum(skipna=False)
    if found.residents is None or not capacity > 0:
        return None
    return float(found.residents.places["population"].sum() / capacity)


def _compute_type_coverage(city: City, dataset: str, type_: str, year: int) -> TypeCoverage:
    declared, residents = city.facility_types[type_], city.datasets[dataset].resident_distribution.residents(year)
    listed = _select_type(city, dataset, type_)
    open_ = select_open(listed[_is_inside(city, listed)], year)
    facilities = open_[~is_duplicate(open_)]
    travel = city.cached_for_all_groups(_build_travel, dataset)
    found = measure_facilities_coverage(city, residents, facilities, declared.standard, travel)
    kinds = [*classify_places(facilities), *([residents.kind] if residents else [])]
    faults = [
        *_facility_faults(city, listed, open_),
        *_resident_faults(city, dataset, residents),
        *(_travel_faults(city, residents, facilities, found, travel) if residents else []),
    ]
    told = tuple(fault for fault in faults if fault.count)
    return TypeCoverage(type_, year, residents, facilities, found, declared.standard, travel, weakest_kind(kinds), told)


def _select_type(city: City, dataset: str, type_: str) -> gpd.GeoDataFrame:
    """The facilities of a type, each in its township; None in the column ``area_code`` outside of all."""
    every = city.datasets[dataset].facilities
    own = every[(every["type"] == type_).to_numpy()]
    described = own.assign(area_code=find_townships(own, city.geography))
    return described.assign(approximate=described["approximate"].fillna(False).astype(bool))


def _is_inside(city: City, facilities: gpd.GeoDataFrame) -> pd.Series:
    areas = [*city.geography.townships.index, *city.geography.counties.index]
    is_inside: pd.Series = facilities["area_code"].isin(areas)
    return is_inside


def _build_travel(city: City, dataset: str) -> Travel:
    return build_travel(city.datasets[dataset].roads, city.travel_rules, city.region.metric_crs)


def measure_facilities_coverage(
    city: City, residents: Residents | None, facilities: gpd.GeoDataFrame, standard: Standard, travel: Travel
) -> SettlementCoverage:
    """Measure what each settlement has in reach of ``facilities``; no settlements where residents are unknown."""
    crs = city.region.metric_crs
    places = residents.places if residents else gpd.GeoDataFrame({"population": []}, geometry=[], crs=facilities.crs)
    return measure_coverage(
        places["population"].to_numpy(float),
        to_metres(places.geometry, crs),
        to_metres(facilities.geometry, crs),
        facilities["capacity"].to_numpy(float),
        convert_to_reach(standard),
        travel,
    )


def _facility_faults(city: City, listed: gpd.GeoDataFrame, open_: gpd.GeoDataFrame) -> list[CoverageFault]:
    never = (listed["closed"].astype(float) < listed["opened"].astype(float)).to_numpy()
    unknown = open_["capacity"].isna().to_numpy()
    return [
        CoverageFault(FaultKind.NO_FACILITY, int(listed.empty)),
        CoverageFault(FaultKind.NONE_OPEN, len(listed) if open_.empty else 0),
        _fault_of(FaultKind.OUTSIDE, listed[~_is_inside(city, listed)]),
        _fault_of(FaultKind.DUPLICATE, open_[is_duplicate(open_)]),
        _fault_of(FaultKind.CLOSED_BEFORE_OPENED, listed[never]),
        _fault_of(FaultKind.CAPACITY_UNKNOWN, open_[unknown]),
    ]


def _resident_faults(city: City, dataset: str, residents: Residents | None) -> list[CoverageFault]:
    if residents is None:
        return [CoverageFault(FaultKind.NO_RESIDENTS, 1)]
    lacking = city.geography.counties[~city.geography.counties.index.isin(residents.places["county"])]
    return [
        _fault_of(FaultKind.COUNTIES_WITHOUT_RESIDENTS, lacking),
        CoverageFault(FaultKind.SETTLEMENTS_OUTSIDE, city.datasets[dataset].resident_distribution.outside),
    ]


def _travel_faults(
    city: City, residents: Residents, facilities: gpd.GeoDataFrame, found: SettlementCoverage, travel: Travel
) -> list[CoverageFault]:
    places = residents.places
    homes, sites = (to_metres(frame.geometry, city.region.metric_crs) for frame in (places, facilities))
    unreached = places[~np.isfinite(found.km)] if len(facilities) else places.iloc[:0]
    return [
        _fault_of(FaultKind.UNREACHABLE, unreached),
        _fault_of(FaultKind.SETTLEMENTS_OFF_NETWORK, places[travel.off_network(homes)]),
        _fault_of(FaultKind.FACILITIES_OFF_NETWORK, facilities[travel.off_network(sites)]),
    ]


def _fault_of(kind: FaultKind, rows: pd.DataFrame) -> CoverageFault:
    return CoverageFault(kind, len(rows), tuple(str(name) for name in rows["name"].iloc[:_NAMED]))
