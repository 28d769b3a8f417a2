"""Cities and provinces by code or name, and what a region made of one is."""

import pytest

from datasets.shipped.divisions import Division, UnknownDivisionError, build_region, find_division
from layouts.words.messages.publication import standing_notices

DIVISIONS = {
    one.adcode: one
    for one in (
        Division("440000", "广东省", "广东", 113.4),
        Division("440200", "韶关市", "韶关", 113.7),
        Division("441900", "东莞市", "东莞", 113.8),
        Division("460000", "海南省", "海南", 109.8),
        Division("632500", "海南藏族自治州", "海南", 100.3),
    )
}
COUNTIES = [("440203", "武江区", "武江"), ("440204", "浈江区", "浈江"), ("441900", "东莞市", "东莞")]


@pytest.mark.parametrize("text", ["440200", "4402", "韶关市", "韶关"])
def test_a_code_and_a_name_lead_to_the_same_city(text):
    assert find_division(text, DIVISIONS).adcode == "440200"


@pytest.mark.parametrize("text", ["44", "440000", "广东"])
def test_a_province_is_found_too(text):
    assert find_division(text, DIVISIONS).name == "广东省"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("韶光市", "nearest: 韶关市 440200"),
        ("海南", "'海南' is the name of 海南省 460000, 海南藏族自治州 632500: give the code"),
        ("440203", "it lies in 韶关市 440200"),
        ("449900", "it lies in 广东省 440000"),
        ("999999", "no province or prefecture has the code '999999'"),
    ],
)
def test_an_unknown_region_is_refused_with_what_comes_nearest(text, said):
    with pytest.raises(UnknownDivisionError, match=said):
        find_division(text, DIVISIONS)


def test_a_city_is_measured_against_its_province_and_has_no_groups():
    region = build_region(DIVISIONS["440200"], COUNTIES, DIVISIONS["440000"])
    assert list(region.by_adcode) == ["440203", "440204"]
    assert not region.is_grouped
    assert region.members(region.focus) == ["440203", "440204"]
    assert region.members(region.benchmark) == []
    assert [region.groups[key].name for key in (region.focus, region.benchmark)] == ["韶关市", "广东省"]
    assert region.compared_area.code == "440000"
    assert [area.name for area in region.outside] == ["广东省", "全国31省区市"]
    assert region.metric_crs == "EPSG:4547"


def test_a_province_is_measured_against_the_country():
    region = build_region(DIVISIONS["440000"], COUNTIES, DIVISIONS["440000"])
    assert len(region.counties) == 3
    assert [area.name for area in region.outside] == ["全国31省区市"]
    assert not region.demo_facilities


def test_a_city_without_counties_is_its_one_polygon():
    region = build_region(DIVISIONS["441900"], COUNTIES, DIVISIONS["440000"])
    assert list(region.by_adcode) == [region.adcode]


def test_a_city_without_a_polygon_is_refused():
    with pytest.raises(UnknownDivisionError, match="海南省 460000: the base map has no county of it"):
        build_region(DIVISIONS["460000"], COUNTIES, None)


def test_a_city_without_counties_says_so_above_every_page():
    undivided = build_region(DIVISIONS["441900"], COUNTIES, DIVISIONS["440000"])
    divided = build_region(DIVISIONS["440200"], COUNTIES, DIVISIONS["440000"])
    assert standing_notices(undivided, []) == ["东莞市不设区县，各页只有全市一个数字；公开来源没有镇（街道）的数字。"]
    assert standing_notices(divided, []) == []
