"""The words of the atlas page."""

from datasets.census.comparability import Comparability
from layouts.words.column_names import marks_text
from layouts.words.pages.atlas import gap_heading, source_line


def test_of_many_notes_the_line_below_the_map_names_the_first_and_counts_them():
    few, many = (source_line(["年鉴"], ["公布"], [f"注{number}" for number in range(count)]) for count in (4, 5))
    assert few.endswith("注2；注3")
    assert many.endswith("注2；注3；等5条，逐条见“表格”")


def test_a_region_without_groups_is_not_said_to_have_a_border_between_them():
    assert gap_heading("未分组", "各县") == "各县的水平"


def test_counties_that_two_censuses_do_not_compare_of_are_named():
    told = marks_text({Comparability.APPROXIMATE: ["番禺区", "南沙区"], Comparability.NONE: []})
    assert told == "番禺区、南沙区：区划有变，近似，两次普查对比须慎重。"
    assert marks_text({}) == ""
