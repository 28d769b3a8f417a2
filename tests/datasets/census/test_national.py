"""Where a county stands among all, and which are most like it, in a country of five counties in two provinces."""

from dataclasses import replace
from math import sqrt

import pandas as pd
import pytest

from datasets.census.books import Census
from datasets.census.national import LikenessMeasure, NationalFigures, build_national_figures, read_areas, read_likeness
from indicators.definition import Direction, Domain, Formula, Indicator
from tests.conftest import ROOT

PIPED = Indicator("x", "甲", Domain.HOUSING, "%", 1, Direction.HIGHER, Formula("piped", "homes", 100), "", "")
#          province 11: a, b; province 12: c, d, e. Row 9 was joined to that of c.
HOMES = {"a": 10.0, "b": 10.0, "c": 6.0, "9": 4.0, "d": 10.0, "e": float("nan")}
PIPES = {"a": 9.0, "b": 5.0, "c": 3.0, "9": 2.0, "d": 1.0, "e": 4.0}
CODES = {"110001": "a", "110002": "b", "120001": "c;9", "120002": "d", "120003": "e", "120004": ""}


@pytest.fixture(scope="module")
def national() -> NationalFigures:
    crosswalk = pd.DataFrame({"codes_2010": "", "codes_2020": pd.Series(CODES), "comparability": "full"})
    book = pd.DataFrame({"homes": HOMES, "piped": PIPES})
    figures = {2010: book.iloc[:0], 2020: book}
    census = Census(figures, {}, crosswalk, {}, {})
    areas = pd.Series(dict.fromkeys(CODES, 100.0) | {"120001": 50.0})
    measures = {
        "pipes": LikenessMeasure("管", "piped", "个", 0),
        "density": LikenessMeasure("密度", "homes", "个", 0, denominator="area_km2", weight=3),
    }
    return build_national_figures(census, pd.Series(CODES), {}, areas, measures)


def test_joined_rows_are_added_and_what_is_not_known_is_missing(national):
    assert national.values(PIPED, 2020).to_dict() == {"110001": 90, "110002": 50, "120001": 50, "120002": 10}


def test_a_year_that_a_book_does_not_cover_has_no_values(national):
    assert national.values(PIPED, 2010).empty
    assert national.values(PIPED, 2015).empty
    assert national.find_places(PIPED, "110001", 2015) is None


def test_equal_values_share_the_better_place(national):
    province, country = national.find_places(PIPED, "120001", 2020) or (None, None)
    assert (province.rank, province.of, province.percentile) == (1, 2, 100)
    assert (country.rank, country.of, country.percentile) == (2, 4, pytest.approx(100 / 3))
    assert (national.find_places(PIPED, "110002", 2020) or (None, None))[1] == country


def test_where_lower_is_better_the_lowest_is_first(national):
    falling = replace(PIPED, id="y", direction=Direction.LOWER)
    assert (national.find_places(falling, "120002", 2020) or (None, None))[1].rank == 1


def test_a_county_without_a_figure_has_no_place_and_nothing_like_it(national):
    assert national.find_places(PIPED, "120003", 2020) is None
    assert national.find_similar("120003", 2020) == []
    assert national.find_similar("120004", 2020) == []


def test_the_distance_is_the_weighted_one_in_standard_deviations(national):
    values = national.measure_values(2020)
    spread = values.std(ddof=0)
    found = {one.adcode: one.distance for one in national.find_similar("110001", 2020)}
    steps = (values.loc["110001"] - values.loc["120001"]) / spread
    assert found["120001"] == pytest.approx(sqrt((steps["pipes"] ** 2 + 3 * steps["density"] ** 2) / 4))
    assert list(found) == sorted(found, key=found.__getitem__)
    assert "110001" not in found


def test_a_weight_of_nothing_leaves_a_measure_out(national):
    found = national.find_similar("110002", 2020, {"density": 0}, most=1)
    assert [(one.adcode, one.distance) for one in found] == [("120001", 0)]


def test_some_measure_has_to_count(national):
    with pytest.raises(ValueError, match="at least one above 0"):
        national.find_similar("110001", 2020, {"density": 0, "pipes": 0})


def test_the_shipped_declarations_are_whole(foundation):
    faults: list[str] = []
    areas = read_areas(ROOT / "datasets" / "public" / "census" / "polygon_areas.csv", faults)
    measures = read_likeness(ROOT / "indicators" / "likeness.toml", set(foundation.variables), faults)
    assert faults == []
    assert len(areas) == 2891
    assert sum(one.weight > 0 for one in measures.values()) >= 5


def test_a_measure_of_an_unknown_variable_is_a_fault(tmp_path):
    path = tmp_path / "likeness.toml"
    path.write_text('[x]\nname = "甲"\nnumerator = "nothing"\nunit = "个"\ndecimals = 0\n')
    faults: list[str] = []
    read_likeness(path, {"piped"}, faults)
    assert faults == ["likeness.toml: x: expected names in variables.toml or area_km2, got 'nothing'"]


def test_an_area_of_nothing_is_a_fault_with_its_line(tmp_path):
    path = tmp_path / "areas.csv"
    path.write_text("adcode,area_km2\n110001,5\n110002,0\n")
    faults: list[str] = []
    read_areas(path, faults)
    assert len(faults) == 1
    assert "line 3" in faults[0]


def test_a_county_is_named_with_what_is_above_it():
    divisions = {"460000": "海南省", "469000": "海南省直辖县级行政区", "440000": "广东省", "441800": "清远市"}
    national = NationalFigures(names=pd.Series({"469030": "琼中县", "441882": "连州市"}), divisions=divisions)
    assert national.find_name("441882") == "广东省清远市连州市"
    assert national.find_name("469030") == "海南省琼中县"
    assert national.find_places(PIPED, "441882", 2020) is None
