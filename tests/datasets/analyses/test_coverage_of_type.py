"""One type of facility against the people of a year, and what a reader should know of the answer."""

from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString

from datasets.analyses.coverage_of_type import (
    FaultKind,
    compute_type_coverage,
    find_places_due,
    residents_per_capacity,
)
from datasets.city.city import City, Dataset
from datasets.city.residents import locate_residents
from geodata.travel.road_network import RoadNetwork
from indicators.definition import ValueKind
from indicators.policy.index import IndexRecipe
from tests.datasets.places import CENTRES, RULES, TYPES, facilities, figures, settlements

EVERYWHERE = {"a1": 100, "a2": 300, "b": 200, "c": 200, "d": 200}


@pytest.fixture
def city_of(square_geography):
    """A city whose only dataset has these facilities, people and roads."""

    def make(points: gpd.GeoDataFrame, people: gpd.GeoDataFrame | None = None, **own: Any) -> City:
        lived = settlements(EVERYWHERE) if people is None else people
        homes = locate_residents(lived, figures("x", [("a", 2016, 1)]), figures("committees", []), square_geography)
        dataset = Dataset(
            "own",
            "本单位",
            "",
            False,
            pd.DataFrame(),
            {},
            points,
            settlements=lived,
            resident_distribution=homes,
            **own,
        )
        recipe = IndexRecipe(0.5, {})
        return City(square_geography, {}, {}, {"own": dataset}, [], recipe, TYPES, RULES)

    return make


def faults(city: City, type_: str = "clinic", year: int = 2016) -> dict[FaultKind, tuple[int, tuple[str, ...]]]:
    """What is to be told, by kind."""
    return {fault.kind: (fault.count, fault.names) for fault in compute_type_coverage(city, "own", type_, year).faults}


def test_coverage_has_a_value_for_every_place(city_of):
    found = compute_type_coverage(city_of(facilities({"area_code": "a1"})), "own", "clinic", 2016)
    covered = dict(zip(found.residents.places.index, found.coverage.covered.tolist(), strict=True))
    assert covered == {"s-a1": True, "s-a2": False, "s-b": False, "s-c": False, "s-d": False}
    assert (found.faults, found.kind, found.estimated) == ((), ValueKind.COMPUTED, False)


def test_an_answer_is_kept(city_of):
    city = city_of(facilities({"area_code": "a1"}))
    assert compute_type_coverage(city, "own", "clinic", 2016) is compute_type_coverage(city, "own", "clinic", 2016)


def test_the_page_and_the_indicators_count_the_same(city):
    found = compute_type_coverage(city, "demo", "township_hospital", 2016)
    share = np.average(found.coverage.covered, weights=found.residents.places["population"]) * 100
    record = city.datasets["demo"].records["township_hospital_share_within"].loc[("441800", 2016)]
    assert record["value"] == pytest.approx(share)


def test_facilities_lie_in_the_township_that_holds_them_whatever_the_list_says(city_of):
    found = compute_type_coverage(city_of(facilities({"area_code": None, "at": CENTRES["a2"]})), "own", "clinic", 2016)
    assert found.facilities["area_code"].tolist() == ["a2"]
    assert not found.faults


def test_approximate_facilities_make_an_estimate(city_of):
    found = compute_type_coverage(city_of(facilities({"area_code": "a1", "approximate": True})), "own", "clinic", 2016)
    assert (found.estimated, found.kind) == (True, ValueKind.ESTIMATED)


def test_no_facility_of_a_type_is_told(city_of):
    city = city_of(facilities({"area_code": "a1"}))
    assert faults(city, "school").keys() == {FaultKind.NO_FACILITY}
    assert np.isinf(compute_type_coverage(city, "own", "school", 2016).coverage.km).all()


def test_facilities_of_which_none_is_open_are_told(city_of):
    told = faults(city_of(facilities({"area_code": "a1", "opened": 2017}, {"area_code": "b", "closed": 2010})))
    assert told == {FaultKind.NONE_OPEN: (2, ())}


def test_facilities_outside_the_region_are_left_out_and_named(city_of):
    points = facilities({"area_code": "a1"}, {"area_code": None, "at": (100.0, 30.0), "name": "外地站"})
    city = city_of(points)
    assert faults(city) == {FaultKind.OUTSIDE: (1, ("外地站",))}
    assert len(compute_type_coverage(city, "own", "clinic", 2016).facilities) == 1


def test_a_facility_that_is_listed_again_counts_once_and_is_named(city_of):
    twice = {"area_code": "a1", "name": "重复站"}
    city = city_of(facilities(twice, twice))
    assert faults(city) == {FaultKind.DUPLICATE: (1, ("重复站",))}
    assert len(compute_type_coverage(city, "own", "clinic", 2016).facilities) == 1


def test_a_facility_that_closed_and_opened_again_is_no_repetition(city_of):
    one = {"area_code": "a1", "name": "重开站"}
    assert not faults(city_of(facilities(one | {"closed": 2015}, one | {"opened": 2015})))


def test_a_closing_before_the_opening_is_told(city_of):
    points = facilities({"area_code": "a1"}, {"area_code": "b", "name": "颠倒站", "opened": 2012, "closed": 2010})
    assert faults(city_of(points)) == {FaultKind.CLOSED_BEFORE_OPENED: (1, ("颠倒站",))}


def test_an_unknown_capacity_is_told(city_of):
    points = facilities({"area_code": "a1"}, {"area_code": "b", "name": "规模不明站", "capacity": np.nan})
    assert faults(city_of(points)) == {FaultKind.CAPACITY_UNKNOWN: (1, ("规模不明站",))}


def test_a_year_without_people_is_told(city_of):
    city = city_of(facilities({"area_code": "a1"}))
    assert faults(city, year=2010) == {FaultKind.NO_RESIDENTS: (1, ())}
    assert city.datasets["own"].resident_distribution.residents(2010) is None
    assert not len(compute_type_coverage(city, "own", "clinic", 2010).coverage.km)


def test_counties_and_settlements_that_are_not_known_are_told(city_of):
    people = settlements({"a1": 1, "a2": 1, "b": 1, "c": 1, "zz": 1})
    told = faults(city_of(facilities({"area_code": "a1"}), people))
    assert told == {
        FaultKind.COUNTIES_WITHOUT_RESIDENTS: (1, ("d县",)),
        FaultKind.SETTLEMENTS_OUTSIDE: (1, ()),
    }


def test_along_roads_what_they_do_not_reach_is_told(city_of):
    lines = [LineString([CENTRES["a1"], CENTRES["a2"]]), LineString([CENTRES["c"], CENTRES["d"]])]
    roads = gpd.GeoDataFrame({"road_class": ["county"] * 2}, geometry=lines, crs="EPSG:4490")
    city = city_of(facilities({"area_code": "a1"}, {"area_code": "b", "name": "路外站"}), roads=roads)
    assert isinstance(compute_type_coverage(city, "own", "clinic", 2016).travel, RoadNetwork)
    told = faults(city)
    assert told[FaultKind.SETTLEMENTS_OFF_NETWORK] == (1, ("村",))
    assert told[FaultKind.FACILITIES_OFF_NETWORK] == (1, ("路外站",))


def test_places_from_which_no_road_leads_to_a_facility_are_told(city_of):
    lines = [LineString([CENTRES["a1"], CENTRES["a2"], CENTRES["b"]]), LineString([CENTRES["c"], CENTRES["d"]])]
    roads = gpd.GeoDataFrame({"road_class": ["county"] * 2}, geometry=lines, crs="EPSG:4490")
    assert faults(city_of(facilities({"area_code": "a1"}), roads=roads)) == {FaultKind.UNREACHABLE: (2, ("村", "村"))}


def due(city: City, least: float | None) -> list[str] | None:
    """The places that are due a clinic if so many people around call for one."""
    clinic = TYPES["clinic"]
    standard = replace(clinic.standard, within=6, registered_residents=least)
    city = replace(city, facility_types={"clinic": replace(clinic, standard=standard)})
    found = compute_type_coverage(city, "own", "clinic", 2016)
    positions = find_places_due(city, found)
    return None if positions is None or found.residents is None else list(found.residents.places.index[positions])


def test_a_place_beyond_the_standard_with_enough_people_around_is_due(city_of):
    # From a1 to a2 it is 5 km, to the others over 7.
    city = city_of(facilities({"area_code": "b"}))
    assert due(city, 400) == ["s-a1", "s-a2"]
    assert due(city, 401) == []


def test_a_place_within_the_standard_is_not_due(city_of):
    assert due(city_of(facilities({"area_code": "a1"})), 400) == []


def test_nothing_is_said_of_places_due_without_a_number_or_without_settlements(city_of, city):
    assert due(city_of(facilities({"area_code": "b"})), None) is None
    assert find_places_due(city, compute_type_coverage(city, "demo", "teaching_point", 2016)) is None


def test_a_unit_of_capacity_serves_its_share_of_the_people(city_of):
    two = city_of(facilities({"area_code": "a1"}, {"area_code": "b", "capacity": 15.0}))
    assert residents_per_capacity(compute_type_coverage(two, "own", "clinic", 2016)) == 1000 / 25
    unknown = city_of(facilities({"area_code": "a1"}, {"area_code": "b", "capacity": None}))
    assert residents_per_capacity(compute_type_coverage(unknown, "own", "clinic", 2016)) is None
