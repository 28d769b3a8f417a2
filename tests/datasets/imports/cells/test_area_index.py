"""Areas by code, name and other names; what is open is asked, what is close is suggested, nothing is guessed."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.cells.area_index import MatchedBy, build_area_index
from datasets.imports.cells.fault_collector import FaultCollector, RowReview
from datasets.imports.cells.match_areas import match_areas
from datasets.imports.model import FAULTS_LISTED, FaultCode
from tests.datasets.imports.figure_world import BOOK, CITY, EAST, HILL, WEST


def matched(*pairs: tuple[str, str], years: list[float] | None = None):
    codes, names = (pd.Series([pair[i] for pair in pairs], dtype="str") for i in (0, 1))
    return match_areas(codes, names, BOOK, None if years is None else pd.Series(years))


def faults_of(*pairs: tuple[str, str]) -> pd.DataFrame:
    faults = FaultCollector()
    places = pd.DataFrame({"sheet": "数据", "row": range(2, len(pairs) + 2), "column": "A 地区"})
    matched(*pairs).tell(RowReview(places, faults))
    return faults.frame()


@pytest.mark.parametrize(
    ("code", "name", "area", "how"),
    [
        (EAST, "", EAST, MatchedBy.CODE),
        ("９９０００１", "", EAST, MatchedBy.CODE),
        ("990001.0", "", EAST, MatchedBy.CODE),
        ("990001000000", "", EAST, MatchedBy.CODE),
        ("990003103000", "", "990003100", MatchedBy.CODE),
        ("", "东新区", EAST, MatchedBy.NAME),
        ("", " 东　新\u200b 区\t", EAST, MatchedBy.NAME),
        ("", "方城市东新区", EAST, MatchedBy.NAME),
        ("", "某某省方城市东新区", EAST, MatchedBy.NAME),
        ("", "西山", WEST, MatchedBy.ALIAS),
        ("", "西山县", WEST, MatchedBy.ALIAS),
        ("", "西山自治县", WEST, MatchedBy.ALIAS),
        ("", "高岗市星子镇", "990003100", MatchedBy.NAME),
        ("", "星子", "990003100", MatchedBy.ALIAS),
        ("", "星子街道办事处", "990003100", MatchedBy.ALIAS),
        ("", "秤架乡", "990002200", MatchedBy.ALIAS),
        ("", "老秤镇", "990002200", MatchedBy.ALIAS),
        ("", "西山太平", "990002100", MatchedBy.ALIAS),
        ("", "方城市", CITY, MatchedBy.NAME),
        ("", "全市", CITY, MatchedBy.ALIAS),
        ("", "大洲", "delta", MatchedBy.ALIAS),
        ("", "东新区（990001）", EAST, MatchedBy.CODE),
        ("东新区", "", EAST, MatchedBy.NAME),
        ("990002100", "太平镇", "990002100", MatchedBy.CODE),
    ],
)
def test_a_text_means_an_area(code, name, area, how):
    found = matched((code, name))
    assert (found.area_code[0], found.match[0]) == (area, how)


def test_a_former_name_is_a_name_in_its_time_and_an_alias_after_it():
    found = matched(("", "东新县"), ("", "东新县"), ("990027", ""), years=[2012, 2013, 2013])
    assert found.area_code.tolist() == [EAST] * 3
    assert found.match.tolist() == [MatchedBy.NAME, MatchedBy.ALIAS, MatchedBy.ALIAS]


def test_a_former_name_without_a_year_is_an_alias():
    assert matched(("", "东新县")).match.tolist() == [MatchedBy.ALIAS]
    assert matched(("", "东新县"), years=[np.nan]).match.tolist() == [MatchedBy.ALIAS]


def test_a_name_that_two_townships_bear_is_listed_with_both():
    assert matched(("", "太平镇")).area_code.isna().all()
    fault = faults_of(("", "太平镇")).iloc[0]
    assert (fault["code"], fault["row"]) == (FaultCode.AREA_AMBIGUOUS, 2)
    assert fault["allowed"] == "东新区太平镇 990001100、西山瑶族自治县太平镇 990002100"


def test_a_short_name_of_a_county_and_a_township_is_of_the_level_of_its_neighbours():
    assert matched(("", "高岗"), ("", "西山")).area_code[0] == HILL
    assert matched(("", "高岗"), ("", "星子")).area_code[0] == "990003001"
    assert matched(("", "高岗"), ("", "西山"), ("", "星子")).area_code.isna()[0]


def test_a_near_miss_is_suggested_and_not_taken():
    assert matched(("", "东新曲")).match.tolist() == [MatchedBy.NONE]
    fault = faults_of((EAST, ""), ("", "东新曲")).iloc[0]
    assert (fault["code"], fault["row"], fault["found"]) == (FaultCode.AREA_UNKNOWN, 3, "东新曲")
    assert fault["allowed"] == f"东新区 {EAST}"


def test_nothing_and_sums_mean_no_area():
    assert matched(("", ""), ("", "合计"), ("", "别处县")).area_code.isna().all()


def test_a_code_and_a_name_of_two_areas_are_refused():
    assert matched((EAST, "西山")).area_code.isna().all()
    fault = faults_of((EAST, "西山")).iloc[0]
    assert (fault["code"], fault["severity"], fault["found"]) == (FaultCode.AREA_DISAGREES, "error", f"{EAST} 西山")


@pytest.mark.parametrize(("code", "name"), [(EAST, "东边"), ("7", "东新区")])
def test_where_only_one_of_code_and_name_is_understood_it_is_taken_with_a_warning(code, name):
    assert matched((code, name)).area_code.tolist() == [EAST]
    fault = faults_of((code, name)).iloc[0]
    assert (fault["code"], fault["severity"]) == (FaultCode.AREA_DISAGREES, "warning")


@pytest.mark.parametrize(
    "code",
    [
        "430321112",
        "430321",
        "430321112000",
        "430321112.0",
        "'430321112",
        "４３０３２１１１２",
        "4303 21112",
        "4.30321112E+08",
    ],
)
@pytest.mark.parametrize("name", ["星子镇", "东新区"])
def test_a_code_of_another_place_is_never_overruled_by_an_equal_name(code, name):
    assert matched((code, name)).area_code.isna().all()
    fault = faults_of((code, name)).iloc[0]
    assert (fault["code"], fault["severity"], fault["allowed"]) == (FaultCode.AREA_FOREIGN, "error", "99")


def test_a_code_of_another_place_within_the_name_is_refused_as_such():
    assert faults_of(("", "430321112 星子镇")).iloc[0]["code"] == FaultCode.AREA_FOREIGN


@pytest.mark.parametrize(
    ("code", "name"),
    [("990003100001", "星子镇"), ("990001999", "星子镇"), ("990009", "东新区"), ("990001200", "东新区")],
)
def test_an_unknown_code_of_the_region_that_cannot_be_the_named_area_is_refused(code, name):
    fault = faults_of((code, name)).iloc[0]
    assert (fault["code"], fault["severity"]) == (FaultCode.AREA_DISAGREES, "error")


def test_an_unknown_code_of_a_township_in_its_county_leaves_the_name_with_a_warning():
    assert matched(("990003999", "星子镇")).area_code.tolist() == ["990003100"]
    assert faults_of(("990003999", "星子镇")).iloc[0]["severity"] == "warning"


def read_shipped_name(city, name: str) -> set[str]:
    index = build_area_index(city.region, city.geography.townships, {code: code for code in city.region.by_adcode})
    return {reading.code for reading in index.readings(name)}


@pytest.mark.parametrize(
    "name", ["Lianzhou", "LIANZHOU", "Lianzhou City", "lianzhou county", "连州市 Lianzhou", "连州市\nLianzhou City"]
)
def test_an_english_name_means_its_area(name, city):
    assert read_shipped_name(city, name) == {"441882"}


def test_a_chinese_and_an_english_name_of_two_areas_mean_none(city):
    assert read_shipped_name(city, "连州市 Yangshan") == set()


def test_faults_beyond_those_listed_are_counted():
    faults, rows = FaultCollector(), FAULTS_LISTED + 5
    places = pd.DataFrame({"sheet": "数据", "row": range(rows), "column": "A"})
    matched(*[("", f"别处{number}县") for number in range(rows)]).tell(RowReview(places, faults))
    assert (len(faults.frame()), faults.counts[FaultCode.AREA_UNKNOWN]) == (FAULTS_LISTED, rows)


def test_no_row_at_all_is_no_fault():
    assert len(matched().area_code) == 0


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=8))
def test_any_text_is_an_area_or_a_fault(pairs):
    found, faults = matched(*pairs), faults_of(*pairs)
    errors = faults[faults["severity"] == "error"]
    assert found.area_code.isna().sum() == errors["count"].sum()
