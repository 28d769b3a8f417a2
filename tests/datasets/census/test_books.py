"""The shipped books: what is formed of their columns, and what is refused."""

from pathlib import Path

import pytest

from datasets.census.books import COUNTRY, Census, read_census
from datasets.files.declarations import read_declarations
from indicators.definition import Variable
from tests.conftest import ROOT

FOLDER = ROOT / "datasets" / "public" / "census"


def _read(folder: Path, faults: list[str], polygons: set[str] | None = None) -> Census:
    variables = read_declarations(ROOT / "indicators" / "variables.toml", Variable, faults)
    crosswalk = (FOLDER / "crosswalk.csv").read_text("utf-8").splitlines()[1:]
    return read_census(folder, variables, polygons or {line.split(",")[0] for line in crosswalk}, faults)


@pytest.fixture(scope="module")
def census() -> Census:
    faults: list[str] = []
    found = _read(FOLDER, faults)
    assert faults == []
    return found


@pytest.mark.parametrize(("year", "people"), [(2010, 1_332_810_869), (2020, 1_409_778_724)])
def test_the_provinces_sum_to_the_mainland(census, year, people):
    assert census.figures[year].at[COUNTRY, "resident_population"] == people


def test_years_of_schooling_follow_one_formula_in_both_years(census):
    # 清城区 in 2020: the book prints a mean of 9.67 years
    own = census.figures[2020].loc["441802"]
    assert own["years_of_schooling"] / own["population_age_6_plus"] == pytest.approx(9.67, abs=0.005)
    assert census.figures[2010]["years_of_schooling"].notna().all()


def test_health_workers_are_of_another_class_in_2010_and_say_so(census):
    assert census.figures[2010].at["441802", "employed_in_health"] > 0
    assert "社会保障" in census.variable_notes[2010, "employed_in_health"]
    assert (2020, "employed_in_health") not in census.variable_notes


def test_what_a_year_does_not_hold_is_no_variable_of_it(census):
    assert "households_with_car" not in census.figures[2010]
    assert "registered_population" not in census.figures[2020]


def test_a_remark_on_a_column_is_one_on_what_is_formed_of_it(census):
    assert "帐篷" in census.remarks[2010, "632721", "housing_floor_area"]


def test_a_row_of_the_crosswalk_that_names_no_polygon_is_named_with_its_line(tmp_path):
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    lines = (FOLDER / "crosswalk.csv").read_text("utf-8").splitlines()
    (tmp_path / "crosswalk.csv").write_text("\n".join([*lines, "999999,某县,,,none,,"]), "utf-8")
    faults: list[str] = []
    _read(tmp_path, faults, {line.split(",")[0] for line in lines[1:]})
    assert faults == [
        f"crosswalk.csv line {len(lines) + 1}: adcode: expected the code of a polygon of the base map, got '999999'"
    ]


def test_a_code_that_no_row_has_is_named_with_its_line(tmp_path):
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (FOLDER / "crosswalk.csv").read_text("utf-8")
    (tmp_path / "crosswalk.csv").write_text(text.replace("110101;110103", "110101;110199"), "utf-8")
    faults: list[str] = []
    _read(tmp_path, faults)
    assert faults == [
        "crosswalk.csv line 2: codes_2010: expected codes of rows in areas_2010.csv.gz, got '110101;110199'"
    ]
