"""Every value of the census is worked out once more, from the shipped columns alone and without the program's code."""

import csv
import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from datasets.census.books import read_census
from datasets.census.figures import build_census_observations
from datasets.city.derive import compute_records
from datasets.shipped.regions import read_divisions, read_polygon_list, read_region
from geodata.region import Level
from tests.conftest import ROOT

FOLDER = ROOT / "datasets" / "public" / "census"
DELTA = ("440100", "440300", "440400", "440600", "440700", "441200", "441300", "441900", "442000")
SHORT_FORM = {
    "illiteracy_rate": ("illiterate_population_15_plus", "population_age_15_plus", 100),
    "college_per_100k": ("attainment_college_and_above", "resident_population", 100000),
    "senior_secondary_per_100k": ("attainment_senior_secondary", "resident_population", 100000),
    "children_0_4_share": ("population_age_0_4", "resident_population", 100),
    "children_5_9_share": ("population_age_5_9", "resident_population", 100),
    "children_10_14_share": ("population_age_10_14", "resident_population", 100),
    "youth_15_19_share": ("population_age_15_19", "resident_population", 100),
    "aged_65_share": ("population_age_65_plus", "resident_population", 100),
    "aged_80_share": ("population_age_80_plus", "resident_population", 100),
    "households_one_elderly_share": ("households_with_one_elderly", "family_households", 100),
    "one_person_household_share": ("one_person_households", "family_households", 100),
    "old_age_dependency": ("population_age_65_plus", "population_age_15_64", 100),
    "child_dependency": ("population_age_0_14", "population_age_15_64", 100),
    "urbanization_rate": ("urban_population", "resident_population", 100),
    "registered_to_resident": ("registered_population", "resident_population", 100),
    "residents_per_100_registered": ("resident_population", "registered_population", 100),
}
LONG_FORM = {
    "piped_water_share": ("households_with_piped_water", "households_sample", 100),
    "toilet_share": ("households_with_toilet", "households_sample", 100),
    "bath_share": ("households_with_bath", "households_sample", 100),
    "kitchen_share": ("households_with_kitchen", "households_sample", 100),
    "lift_share": ("households_with_lift", "households_sample", 100),
    "renting_share": ("households_renting", "households_sample", 100),
    "car_share": ("households_with_car", "households_sample", 100),
    "education_workers_per_1000": ("employed_in_education", "population_15_plus_sample", 1000),
    "culture_sport_workers_per_1000": ("employed_in_culture_sport", "population_15_plus_sample", 1000),
    "transport_workers_per_1000": ("employed_in_transport_storage_post", "population_15_plus_sample", 1000),
    "employment_rate": ("employed_sample", "population_15_plus_sample", 100),
    "primary_industry_share": ("employed_in_primary_industry", "employed_sample", 100),
}
Row = dict[str, float]


def _schooling(row: Row) -> float:
    years = {"primary": 6, "junior_secondary": 9, "senior_secondary": 12, "college_and_above": 16}
    return sum(row[f"attainment_{level}"] * each for level, each in years.items())


def _from(row: Row, *levels: str) -> float:
    names = {
        "towns": "other_townships_same_county",
        "counties": "other_counties_same_province",
        "abroad": "other_provinces",
    }
    return sum(row[f"population_from_{names[level]}"] for level in levels)


FORMED: dict[str, tuple[Callable[[Row, int], float], str, int]] = {
    "floor_area_per_person": (
        lambda row, _: row["housing_floor_area_per_person"] * row["family_household_population"],
        "family_household_population",
        1,
    ),
    "mean_years_of_schooling_same_formula": (lambda row, _: _schooling(row), "population_age_6_plus", 1),
    "senior_secondary_or_above_share": (
        lambda row, _: row["attainment_senior_secondary"] + row["attainment_college_and_above"],
        "population_age_6_plus",
        100,
    ),
    "migrants_share": (lambda row, _: _from(row, "towns", "counties", "abroad"), "resident_population", 100),
    "other_county_migrants_share": (lambda row, _: _from(row, "counties", "abroad"), "resident_population", 100),
    "health_workers_per_1000": (
        lambda row, year: row["employed_in_health_social_" + ("security_welfare" if year == 2010 else "work")],
        "population_15_plus_sample",
        1000,
    ),
    "public_administration_workers_per_1000": (
        lambda row, year: row["employed_in_public_administration" + ("_2010" if year == 2010 else "")],
        "population_15_plus_sample",
        1000,
    ),
}
RATIOS = {
    key: (lambda row, _, name=above: row[name], below, per)
    for key, (above, below, per) in (SHORT_FORM | LONG_FORM).items()
} | FORMED
DRAWN = np.random.default_rng(15).choice(sorted(read_divisions(ROOT / "geodata" / "regions")), 12, replace=False)
ONE_YEAR = {"lift_share": 2020, "car_share": 2020, "residents_per_100_registered": 2010, "registered_to_resident": 2010}


@pytest.fixture(scope="module")
def books() -> dict[int, dict[str, Row]]:
    """The columns of every row by year and code."""
    return {year: _read_book(FOLDER / f"areas_{year}.csv.gz") for year in (2010, 2020)}


def _read_book(path: Path) -> dict[str, Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = ("area_code", "name", "parent_code", "unit_type")
        return {
            row["area_code"]: {name: float(cell) for name, cell in row.items() if name not in texts and cell}
            for row in csv.DictReader(file)
        }


@pytest.fixture(scope="module")
def crosswalk() -> dict[str, dict[str, str]]:
    """The rows of every polygon."""
    with (FOLDER / "crosswalk.csv").open(encoding="utf-8") as file:
        return {row["adcode"]: row for row in csv.DictReader(file)}


def _recompute(rows: list[Row], year: int, key: str) -> float:
    above, below, per = RATIOS[key]
    return sum(above(row, year) for row in rows) / sum(row[below] for row in rows) * per


def test_every_proposed_indicator_is_recomputed_here(city):
    formed_of_books = [i.id for i in city.indicators.values() if i.source.startswith("人口普查分县资料")]
    assert len(formed_of_books) == 32
    assert set(formed_of_books) <= RATIOS.keys()


@pytest.mark.parametrize("year", [2010, 2020])
def test_every_value_of_qingyuan_and_of_what_is_around_it_is_what_the_columns_give(city, books, crosswalk, year):
    of_county = {code: crosswalk[code][f"codes_{year}"].split(";") for code in city.geography.codes(Level.COUNTY)}
    provinces = [code for code in books[year] if code.endswith("0000") and code != "000000"]
    wide = {"441800": ["441800"], "440000": ["440000"], "pearl_river_delta": list(DELTA), "100000": provinces}
    for key in RATIOS:
        if ONE_YEAR.get(key, year) != year:
            continue
        values = city.records_of_year("public", key, year)["value"]
        for area, codes in (of_county | wide).items():
            # The city's residents of 2010 are the bulletin's, which differ from the book's in the sixth digit.
            close = 1e-5 if (area, year) == ("441800", 2010) else 1e-12
            expected = _recompute([books[year][code] for code in codes], year, key)
            assert values[area] == pytest.approx(expected, rel=close), (key, area)


@pytest.mark.parametrize("division", DRAWN)
def test_every_value_of_cities_drawn_at_random_is_what_the_columns_give(city, books, crosswalk, division):
    folder = ROOT / "geodata" / "regions"
    polygons = read_polygon_list(folder, [])
    region = read_region(folder, division, polygons, [])
    assert region is not None
    census = read_census(FOLDER, city.variables, set(polygons.index), [])
    records = compute_records(build_census_observations(census, region), city.indicators, city.variables)
    for code in region.by_adcode:
        for year in (2010, 2020):
            codes = [own for own in crosswalk[code][f"codes_{year}"].split(";") if own]
            for key in RATIOS:
                if not codes or ONE_YEAR.get(key, year) != year:
                    assert key not in records or (code, year) not in records[key].index
                elif (code, year) in records[key].index:
                    expected = _recompute([books[year][own] for own in codes], year, key)
                    assert records[key].at[(code, year), "value"] == pytest.approx(expected, rel=1e-12), (key, code)


@pytest.mark.parametrize(
    ("indicator", "year", "north", "south", "delta"),
    [
        ("piped_water_share", 2010, 51.2, 65.7, 94.9),
        ("piped_water_share", 2020, 90.1, 93.3, 98.7),
        ("toilet_share", 2010, 63.5, 76.9, 93.8),
        ("toilet_share", 2020, 98.0, 99.1, 99.5),
        ("bath_share", 2020, 96.8, 97.9, 96.5),
        ("mean_years_of_schooling_same_formula", 2010, 8.06, 8.38, 9.88),
        ("mean_years_of_schooling_same_formula", 2020, 8.33, 8.95, 10.54),
        ("illiteracy_rate", 2010, 6.1, 3.6, 1.3),
        ("college_per_100k", 2010, 4150, 4157, 12258),
        ("college_per_100k", 2020, 6289, 10220, 20484),
        ("aged_65_share", 2020, 14.2, 10.8, 6.5),
    ],
)
def test_the_groups_are_pooled_as_who_prepared_the_figures_pooled_them(city, indicator, year, north, south, delta):
    gap = city.gap("public", indicator, year)
    pooled = [gap.levels[group].averages["pooled"] for group in ("north", "south")]
    pooled.append(city.records_of_year("public", indicator, year).at["pearl_river_delta", "value"])
    digits = len(str(north).partition(".")[2])
    assert [round(value, digits) for value in pooled] == [north, south, delta]
