"""Regions: two groups, known members, names by year."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from geodata.region import FormerName, Group, Region
from tests.conftest import county


def test_a_county_bears_its_former_name_up_to_and_including_the_last_year():
    renamed = county("441803", "south", former=(FormerName("441827", "清新县", "清新", until=2012),))
    assert renamed.in_year(2012).name == "清新县"
    assert renamed.in_year(2013).name == "441803县"


def test_the_focus_is_the_group_that_is_not_the_benchmark(square_region):
    assert square_region.focus == "north"
    assert square_region.members("north") == ["a", "b"]


def test_the_way_leads_from_the_country_to_a_province_and_a_prefecture_and_back(square_region):
    country = replace(square_region, divisions={"44": "广东省", "4418": "清远市", "4401": "广州市", "11": "北京市"})
    assert list(country.list_divisions()) == ["44", "11"]
    assert list(country.list_divisions("44")) == ["4418", "4401"]
    assert country.list_divisions("4418") == country.list_divisions("11") == {}
    assert [country.find_division_around(place) for place in ("441882", "4418", "44")] == ["4418", "44", None]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"benchmark": "east"}, "benchmark: expected one of north, south, got 'east'"),
        ({"counties": (county("a", "west"),)}, "counties a.group: expected one of north, south, got 'west'"),
        ({"counties": (county("a", "north"),)}, "groups.south: no county belongs to it"),
        ({"counties": (county("a", "north"), county("a", "south"))}, "an adcode stands twice"),
    ],
)
def test_a_region_that_contradicts_itself_is_refused(square_region, change, message):
    fields = {name: getattr(square_region, name) for name in square_region.__dataclass_fields__ if name != "by_adcode"}
    with pytest.raises(ValidationError, match=message):
        Region(**(fields | change))


def test_a_region_of_one_group_has_nothing_to_measure_against_it(square_region):
    counties = tuple(replace(county, group="all") for county in square_region.counties)
    region = replace(square_region, groups={"all": Group("各县", "#123456")}, benchmark="all", counties=counties)
    assert not region.is_grouped
    assert region.peopled_groups == ("all",)
    assert region.members(region.focus) == []
    assert region.groups[region.focus].name == "未分组"
    assert square_region.peopled_groups == (square_region.focus, square_region.benchmark)
