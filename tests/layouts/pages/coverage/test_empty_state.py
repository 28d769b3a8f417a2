"""What lies over a map of coverage that has nothing to show."""

from layouts.pages.coverage.empty_state import EmptyState, empty_state_body
from tests.layouts.pages.coverage.test_page import false_attributes, of_type, text_of

BODY = empty_state_body(EmptyState("没有设施", ["请导入"], {"导入": "/data"}))


def test_a_map_with_nothing_to_show_says_why_and_what_to_do():
    assert "没有设施" in text_of(BODY)
    assert [props["href"] for props in of_type(BODY, "Link")] == ["/data"]


def test_no_attribute_is_false():
    assert false_attributes(BODY) == []
