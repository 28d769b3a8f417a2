"""Values as rows."""

from datasets.analyses.value_tables import COLUMNS, facility_rows, value_rows
from geodata.region import Level
from tests.datasets.places import CENTRES, city_with_facilities, facilities

BEDS = "medical_beds_per_1000_residents"


def rows(city, level=Level.COUNTY, years=(2020,)):
    return value_rows(city, "public", BEDS, level, list(years))


def test_every_area_has_a_row_and_the_missing_one_no_value(city):
    found = rows(city).set_index("area_code")
    assert list(found.columns) == [c for c in COLUMNS if c != "area_code"]
    assert len(found) == 8
    assert found.loc["441802", ["value", "kind", "source"]].tolist() == [None, None, None]


def test_the_name_in_a_row_is_that_of_the_year(city):
    found = value_rows(city, "demo", BEDS, Level.COUNTY, [2012, 2013]).set_index(["area_code", "year"])["area_name"]
    assert found["441803", 2012] == "清新县"
    assert found["441803", 2013] == "清新区"


def test_an_indicator_that_the_dataset_lacks_gives_empty_rows(city):
    found = value_rows(city, "public", "doctors_per_1000_residents", Level.COUNTY, [2020])
    assert found["value"].isna().all()


def test_facilities_are_those_open_in_the_year_with_none_for_what_is_missing(square_geography):
    points = facilities({"area_code": "a1"}, {"area_code": "b", "opened": 2020}, {"area_code": "c", "capacity": None})
    city = city_with_facilities(square_geography, points)
    first, second = facility_rows(city, "own", ["clinic"], 2016)
    assert (first["township"], first["longitude"], first["latitude"]) == ("a1", *CENTRES["a1"])
    assert (second["capacity"], second["opened"]) == (None, None)
    assert facility_rows(city, "own", ["school"], 2016) == []
