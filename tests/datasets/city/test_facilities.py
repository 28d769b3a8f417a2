"""Facility points: which types a dataset has, where its points lie, which are open."""

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely.geometry import Point

from datasets.city.city import FACILITY_COLUMNS, City, Dataset
from datasets.city.facilities import find_townships, list_facility_types, select_open_facilities
from indicators.definition import Domain
from indicators.facilities.facility_types import FacilityType, Standard


def points(*rows: dict[str, object]) -> gpd.GeoDataFrame:
    """Facilities by what matters of them: ``at`` is longitude and latitude."""
    plain = dict.fromkeys(FACILITY_COLUMNS, "") | {"approximate": False, "opened": None, "closed": None}
    described = [plain | {"code": str(number)} | row for number, row in enumerate(rows)]
    columns = {column: [row[column] for row in described] for column in FACILITY_COLUMNS}
    return gpd.GeoDataFrame(columns, geometry=[Point(row["at"]) for row in described], crs="EPSG:4490")


@pytest.fixture
def square_city(square_geography):
    """The square world with a library and a clinic in county a, and one clinic in county c that closed in 2014."""
    standard = Standard(measure="km", within=2, basis="default", source="本系统默认值")
    types = {
        key: FacilityType(key, domain, "个", symbol="circle", standard=standard)
        for key, domain in {"clinic": Domain.HEALTH, "museum": Domain.CULTURE, "library": Domain.CULTURE}.items()
    }
    held = points(
        {"type": "library", "at": (114.02, 24.15), "opened": 2012},
        {"type": "clinic", "at": (114.07, 24.15)},
        {"type": "clinic", "at": (114.05, 24.05), "closed": 2014},
    )
    nothing = {"observations": None, "records": {}}
    dataset = Dataset("own", "自有", "", False, facilities=held, **nothing)
    return City(square_geography, {}, {}, {"own": dataset}, [], None, types, None)


def test_types_held_are_told_in_the_order_of_their_declaration(square_city):
    assert list_facility_types(square_city, "own") == ["clinic", "library"]


def test_a_township_that_the_dataset_names_is_kept_and_others_are_joined(square_geography):
    facilities = points(
        {"area_code": "a2", "at": (114.02, 24.15)},
        {"area_code": "a", "at": (114.02, 24.15)},
        {"area_code": None, "at": (114.05, 24.05)},
        {"area_code": None, "at": (115.0, 24.05)},
    )
    assert list(find_townships(facilities, square_geography)) == ["a2", "a1", "c", None]


@pytest.mark.parametrize(("year", "codes"), [(2011, ["1", "2"]), (2013, ["0", "1", "2"]), (2014, ["0", "1"])])
def test_a_facility_is_open_from_its_first_year_until_the_one_it_closes_in(square_city, year, codes):
    assert list(select_open_facilities(square_city, "own", year)["code"]) == codes


def test_an_opened_county_has_only_its_own_facilities(square_city):
    assert list(select_open_facilities(square_city, "own", 2013, "a")["code"]) == ["0", "1"]
    assert list(select_open_facilities(square_city, "own", 2013, "c")["code"]) == ["2"]


def test_a_dataset_without_facilities_holds_no_type(square_city):
    empty = replace(square_city.datasets["own"], facilities=square_city.datasets["own"].facilities.iloc[:0])
    assert list_facility_types(replace(square_city, datasets={"own": empty}), "own") == []
