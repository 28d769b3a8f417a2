"""Figures of service: a type of facility against the people of every area and year."""

from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.city.city import ROAD_COLUMNS, SETTLEMENT_COLUMNS, empty_layer
from datasets.city.coverage_figures import (
    build_travel,
    compute_coverage_figures,
    is_duplicate,
    select_open,
    weighted_quantiles,
)
from datasets.city.residents import locate_residents
from geodata.travel.road_network import RoadNetwork
from geodata.travel.travel import StraightLine
from tests.datasets.places import RULES, TYPES, facilities, figures, settlements

EVERYWHERE = {"a1": 100, "a2": 300, "b": 200, "c": 200, "d": 200}
STRAIGHT = StraightLine(1.0, 60)


@pytest.fixture
def served(square_geography):
    """The figures by variable, area and year that follow from facilities and people."""

    def work(
        points: gpd.GeoDataFrame,
        people: Mapping[str, float] = EVERYWHERE,
        years: Iterable[int] = (2016,),
        **own: object,
    ) -> pd.DataFrame:
        population = figures("resident_population", [("a", year, 1) for year in years])
        homes = locate_residents(settlements(people, **own), population, figures("committees", []), square_geography)
        found = compute_coverage_figures(points, homes, TYPES, square_geography, RULES, STRAIGHT)
        return found.set_index(["variable", "area_code", "year"])

    return work


def value(found: pd.DataFrame, variable: str, area: str, year: int = 2016) -> float | None:
    """A figure, None where there is none."""
    return found["value"].get((variable, area, year))


def test_those_within_the_standard_are_counted_at_every_level(served):
    found = served(facilities({"area_code": "a1"}))
    within = {area: value(found, "clinic_residents_within", area) for area in ("a1", "a2", "a", "b", "sq")}
    assert within == {"a1": 100, "a2": 0, "a": 100, "b": 0, "sq": 100}
    assert value(found, "service_residents", "sq") == 1000


def test_distances_are_weighed_by_people(served):
    found = served(facilities({"area_code": "a1"}))
    apart = value(found, "clinic_p90_distance", "a2")
    assert apart == pytest.approx(5.08, abs=0.02)
    assert value(found, "clinic_resident_km", "a") == pytest.approx(300 * apart)
    assert value(found, "clinic_residents_reaching", "a") == 400


def test_a_standard_in_minutes_is_held_in_minutes(served):
    points = facilities(
        {"area_code": "a1", "type": "school"}, {"area_code": "c", "type": "school", "at": (114.05, 24.07)}
    )
    found = served(points)
    assert value(found, "school_residents_within", "a") == 100
    assert value(found, "school_residents_within", "c") == 0  # 2.2 km away, 2.2 minutes at 60 km/h


def test_facilities_and_capacity_belong_to_the_area_they_lie_in(served):
    found = served(facilities({"area_code": "a2"}, {"area_code": "c"}, {"area_code": "c", "capacity": 7.0}))
    assert value(found, "clinic_facilities", "sq") == 3
    assert [value(found, "clinic_capacity", area) for area in ("a1", "a", "c", "d")] == [0, 10, 17, 0]


def test_an_unknown_capacity_leaves_its_areas_without_one(served):
    found = served(facilities({"area_code": "a2", "capacity": np.nan}, {"area_code": "c"}))
    assert [value(found, "clinic_capacity", area) for area in ("a1", "a2", "a", "c", "sq")] == [0, None, None, 10, None]
    assert value(found, "clinic_facilities", "a2") == 1


def test_people_out_of_reach_have_access_to_nothing_and_the_others_share(served):
    found = served(facilities({"area_code": "a1"}))
    assert value(found, "clinic_capacity_reached", "a1") == pytest.approx(10)
    assert value(found, "clinic_capacity_reached", "b") == 0


def test_townships_without_any_are_counted_for_types_that_each_should_have(served):
    found = served(facilities({"area_code": "a1"}, {"area_code": "a1", "type": "school"}))
    assert [value(found, "townships_without_clinic", area) for area in ("a1", "a2", "a", "sq")] == [0, 1, 1, 1]
    assert "townships_without_school" not in found.index.get_level_values("variable")


def test_only_what_is_open_in_a_year_counts(served):
    points = facilities(
        {"area_code": "a1", "opened": 2014, "closed": 2016}, {"area_code": "c", "opened": 2016}, {"area_code": "d"}
    )
    found = served(points, years=(2013, 2014, 2015, 2016))
    assert [value(found, "clinic_facilities", "sq", year) for year in (2013, 2014, 2015, 2016)] == [1, 2, 2, 2]


def test_a_type_without_any_open_facility_has_no_figure_of_that_year(served):
    found = served(facilities({"area_code": "a1", "opened": 2016}), years=(2015, 2016))
    of_clinics = found[found.index.get_level_values("variable") != "service_residents"]
    assert set(of_clinics.index.get_level_values("year")) == {2016}
    assert not found.index.get_level_values("variable").str.startswith("school").any()


def test_an_area_whose_people_are_not_known_has_no_figure(served):
    found = served(facilities({"area_code": "a1"}), people={"a1": 100, "a2": 300, "b": 200, "c": 200})
    assert value(found, "clinic_residents_within", "a") == 100
    assert value(found, "clinic_facilities", "d") is None
    assert value(found, "clinic_residents_within", "sq") is None


def test_without_people_there_is_no_figure_at_all(square_geography):
    none = locate_residents(
        empty_layer(SETTLEMENT_COLUMNS), figures("x", []), figures("committees", []), square_geography
    )
    assert compute_coverage_figures(
        facilities({"area_code": "a1"}), none, TYPES, square_geography, RULES, STRAIGHT
    ).empty


def test_what_is_listed_twice_or_lies_outside_counts_once_or_not(served):
    twice = {"area_code": "a1", "name": "同一所"}
    found = served(facilities(twice, twice, {"area_code": None, "at": (113.0, 20.0)}))
    assert value(found, "clinic_facilities", "sq") == 1


@pytest.mark.parametrize(
    ("facility", "people", "kind"),
    [
        ({}, {}, "computed"),
        ({"approximate": True}, {}, "estimated"),
        ({}, {"approximate": True}, "estimated"),
        ({"source": "演示数据（虚构）"}, {"approximate": True}, "demonstration"),
        ({}, {"source": "示例数据（虚构）"}, "demonstration"),
    ],
)
def test_a_figure_is_as_weak_as_the_weakest_place_it_follows_from(served, facility, people, kind):
    found = served(facilities({"area_code": "a1"} | facility), **people)
    assert found.loc[("clinic_residents_within", "sq", 2016), "kind"] == kind


def test_a_source_names_places_people_and_the_way(served):
    source = served(facilities({"area_code": "a1"})).loc[("clinic_resident_km", "a", 2016), "source"]
    assert source == "名录；普查；居民点人口各年相同；路程按直线距离的1倍"


@pytest.mark.parametrize(
    ("opened", "closed", "years"),
    [(2014, 2016, [2014, 2015]), (None, None, [2013, 2014, 2015, 2016]), (2016, 2014, [])],
)
def test_a_facility_is_open_from_its_opening_until_the_year_before_its_closing(opened, closed, years):
    points = facilities({"area_code": "a1", "opened": opened, "closed": closed})
    assert [year for year in range(2013, 2017) if len(select_open(points, year))] == years


def test_what_closed_and_opened_again_is_no_repetition(served):
    one = {"area_code": "a1", "name": "同一所"}
    found = served(facilities(one | {"closed": 2015}, one | {"opened": 2015}), years=(2014, 2015, 2016))
    assert [value(found, "clinic_facilities", "sq", year) for year in (2014, 2015, 2016)] == [1, 1, 1]


def test_another_name_or_place_is_another_facility():
    one = {"area_code": "a1", "name": "甲"}
    points = facilities(one, one | {"name": "乙"}, one | {"at": (114.026, 24.15)}, one)
    assert is_duplicate(points).tolist() == [False, False, False, True]


def test_people_go_along_the_roads_of_a_dataset_and_straight_without_any(square_geography):
    roads = square_geography.counties[["geometry"]].boundary.to_frame("geometry").assign(road_class="county")
    crs = square_geography.region.metric_crs
    assert isinstance(build_travel(roads.set_geometry("geometry"), RULES, crs), RoadNetwork)
    assert isinstance(build_travel(empty_layer(ROAD_COLUMNS), RULES, crs), StraightLine)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.integers(-1, 2)), min_size=1), st.floats(0.1, 0.95))
def test_a_quantile_by_area_is_that_of_its_own_people(rows, q):
    values, weights, of = (np.array(column) for column in zip(*rows, strict=True))
    found = weighted_quantiles(values.astype(float), weights.astype(float), of[:, None], 3, q)
    for area in range(3):
        own = of == area
        expected = np.quantile(values[own], q, weights=weights[own], method="inverted_cdf") if own.any() else np.nan
        assert found[area] == expected or (np.isnan(found[area]) and np.isnan(expected))


def quantile(values, weights, q):
    """The quantile of one area."""
    return weighted_quantiles(values, weights, np.zeros((len(values), 1), dtype=int), 1, q)[0]


def test_the_quantile_is_the_least_value_that_so_many_residents_do_not_exceed():
    values, residents = np.array([5.0, 1.0, 9.0]), np.array([40.0, 50.0, 10.0])
    assert [quantile(values, residents, q) for q in (0.5, 0.9, 0.91)] == [1.0, 5.0, 9.0]


def test_residents_out_of_reach_of_everything_are_farther_than_any():
    assert quantile(np.array([1.0, np.inf]), np.array([80.0, 20.0]), 0.9) == np.inf


def test_places_without_residents_do_not_move_the_quantile():
    assert quantile(np.array([1.0, 99.0]), np.array([1.0, 0.0]), 0.9) == 1.0


def test_without_residents_there_is_no_quantile():
    assert np.isnan(quantile(np.array([]), np.array([]), 0.9))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5)), min_size=1, max_size=30), st.floats(0.01, 1))
def test_a_weight_counts_like_so_many_residents(drawn, q):
    values, weights = np.array(drawn, dtype=float).T
    each = np.repeat(values, weights.astype(int))
    assert quantile(values, weights, q) == np.quantile(each, q, method="inverted_cdf")
