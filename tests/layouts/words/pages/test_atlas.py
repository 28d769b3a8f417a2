"""The words of the atlas page."""

from datasets.census.comparability import Comparability
from datasets.shipped.divisions import Division, build_region
from layouts.words.column_names import marks_text
from layouts.words.pages.atlas import gap_heading, outline_texts, source_line


def test_of_many_notes_the_line_below_the_map_names_the_first_and_counts_them():
    few, many = (source_line(["年鉴"], ["公布"], [f"注{number}" for number in range(count)]) for count in (4, 5))
    assert few.endswith("注2；注3")
    assert many.endswith("注2；注3；等5条，逐条见“表格”")


def test_a_region_without_groups_is_not_said_to_have_a_border_between_them():
    city = Division("440200", "韶关市", "韶关", 113.7)
    assert gap_heading("未分组", "各县") == "各县的水平"
    assert outline_texts(build_region(city, [("440203", "武江区", "武江")], None))["county"] == "地区边界"


def test_the_border_between_two_groups_bears_their_names(city):
    assert outline_texts(city.region)["county"] == "北部与南部的分界"


def test_counties_that_two_censuses_do_not_compare_of_are_named():
    told = marks_text({Comparability.APPROXIMATE: ["番禺区", "南沙区"], Comparability.NONE: []})
    assert told == "番禺区、南沙区：区划有变，近似，两次普查对比须慎重。"
    assert marks_text({}) == ""
