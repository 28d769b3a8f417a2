"""What the census says of a region: rows followed, merged, left out; and figures of files beside it."""

import pandas as pd
import pytest

from datasets.census.books import CROSSWALK_COLUMNS, Census
from datasets.census.comparability import Comparability
from datasets.census.figures import COLUMNS, add_census, build_census_observations, find_comparability
from geodata.region import County, Group, Reference, Region

PEOPLE = "resident_population"


def _region(*codes: str, adcode: str = "110000", outside: tuple[Reference, ...] = ()) -> Region:
    counties = tuple(County(adcode=code, name=code, short_name=code, group="all") for code in codes)
    return Region(
        name="甲市",
        short_name="甲",
        adcode=adcode,
        title="甲市",
        gap_name="差距",
        metric_crs="EPSG:4547",
        benchmark="all",
        groups={"all": Group("各县", "#123456")},
        counties=counties,
        around=outside,
    )


def _census(crosswalk: list[tuple[str, str, str, str]], y2010: dict[str, float], y2020: dict[str, float]) -> Census:
    rows = [
        (code, code, old, new, mark, f"note {code}" if ";" in old else "", "") for code, old, new, mark in crosswalk
    ]
    figures = {year: pd.DataFrame({PEOPLE: own}) for year, own in ((2010, y2010), (2020, y2020))}
    parents = {year: pd.Series({code: code[:4] + "00" for code in frame.index}) for year, frame in figures.items()}
    table = pd.DataFrame(rows, columns=CROSSWALK_COLUMNS).set_index("adcode")
    return Census(figures, parents, table, {(2010, PEOPLE): "another class"}, {(2020, "990102", PEOPLE): "odd"})


CENSUS = _census(
    [("990101", "8801;8802", "990101", "full"), ("990102", "", "990102", "none")],
    {"8801": 10, "8802": 5, "990100": 15, "7700": 100},
    {"990101": 20, "990102": 8, "990100": 28, "7700": 110, "7800": 90},
)


def _figures(region: Region) -> pd.DataFrame:
    return build_census_observations(CENSUS, region).set_index(["area_code", "year"])


def test_rows_that_were_merged_are_added_up_and_say_so():
    record = _figures(_region("990101", "990102")).loc[("990101", 2010)]
    assert record["value"] == 15
    assert record["kind"] == "computed"
    assert "note 990101" in record["note"]
    assert "another class" in record["note"]


def test_a_county_that_was_split_has_no_figure_of_before():
    figures = _figures(_region("990101", "990102"))
    assert ("990102", 2010) not in figures.index
    assert figures.loc[("990102", 2020), "value"] == 8
    assert figures.loc[("990102", 2020), "kind"] == "transcribed"
    assert "odd" in figures.loc[("990102", 2020), "note"]


def test_a_region_that_is_no_whole_division_is_the_sum_of_its_counties():
    figures = _figures(_region("990101", "990102"))
    assert figures.loc[("110000", 2020), "value"] == 28
    assert figures.loc[("110000", 2020), "kind"] == "computed"
    assert ("110000", 2010) not in figures.index, "one county has no figure"


def test_a_whole_city_bears_its_own_row_and_for_2010_the_sum_on_the_borders_of_today():
    figures = _figures(_region("990101", "990102", adcode="990100"))
    assert figures.loc[("990100", 2020), "kind"] == "transcribed"
    assert figures.loc[("990100", 2010), "value"] == 15
    assert "与现行区划不同" in figures.loc[("990100", 2010), "note"]


def test_an_outside_area_may_be_the_sum_of_several():
    both = Reference("delta", "三角洲", ("7700", "7800"))
    figures = _figures(_region("990101", outside=(both, Reference("7700", "省"))))
    assert figures.loc[("delta", 2020), "value"] == 200
    assert ("delta", 2010) not in figures.index, "one of the two has no row in 2010"
    assert figures.loc[("7700", 2010), "value"] == 100


def test_a_region_that_the_books_do_not_have_has_no_figures():
    assert build_census_observations(CENSUS, _region("6601")).empty


def test_counties_that_do_not_fully_compare_are_named():
    assert find_comparability(CENSUS, _region("990101", "990102", "6601")) == {"990102": Comparability.NONE}


@pytest.mark.parametrize(
    ("kind", "stays", "note"),
    [
        ("published", 7, "own；另有书为8"),
        ("transcribed", 8, "census；另有file为7"),
        ("secondary", 8, "census；另有file为7"),
    ],
)
def test_of_two_figures_the_firmer_stays_and_of_equals_that_of_the_census(kind, stays, note):
    census = pd.DataFrame([(PEOPLE, "a", 2020, 8.0, "transcribed", "书", "census")], columns=COLUMNS)
    own = pd.DataFrame([(PEOPLE, "a", 2020, 7.0, kind, "file", "own")], columns=COLUMNS)
    joined = add_census(own, census)
    assert joined["value"].tolist() == [stays]
    assert joined["note"].tolist() == [note]


def test_two_figures_that_agree_say_nothing_of_each_other():
    census = pd.DataFrame([(PEOPLE, "a", 2020, 8.0, "transcribed", "书", "")], columns=COLUMNS)
    assert add_census(census.assign(kind="published", source="file"), census)["note"].tolist() == [""]
