"""What the lines on a map are."""

from dataclasses import replace

from datasets.shipped.divisions import Division, build_region
from layouts.words.pages.map_ground import group_line_text, outline_texts


def test_a_region_without_groups_is_not_said_to_have_a_border_between_them():
    city = build_region(Division("440200", "韶关市", "韶关", 113.7), [("440203", "武江区", "武江")], None)
    assert outline_texts(city)["county"] == "韶关市界"
    assert group_line_text(city) == ""


def test_the_line_between_two_groups_bears_their_names(city):
    assert group_line_text(city.region) == "北部与南部的分界"


def test_the_country_and_long_names_have_a_plain_border(city):
    for changes in ({"adcode": "100000"}, {"name": "恩施土家族苗族自治州"}):
        assert outline_texts(replace(city.region, **changes))["county"] == "地区边界"
