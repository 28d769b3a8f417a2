"""The page of facilities: every label names a control, what is hidden says so once, and nothing is without a word."""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from layouts.ids import CoveragePage
from layouts.pages.coverage import (
    Block,
    Controls,
    MeasureRow,
    Reading,
    Tile,
    WorstRow,
    blocked,
    controls,
    coverage_body,
    legend,
    page,
    title,
)
from layouts.words.pages import coverage as words
from tests.layouts.pages.test_atlas import components

CONTROLS = Controls(
    [("医疗卫生", {"clinic": "卫生院", "hospital": "医院（无）"})], "clinic", [2015, 2016], 2016, "/?dataset=demo"
)
ROW = WorstRow("<b>甲村</b>", "甲县", "1,000人", "12.0公里", 113.1, 24.2)
READING = Reading(
    [Tile("全市", "70.0%", "注", "short")],
    ("北部", "南部"),
    [MeasureRow("平均路程", "公里", "定义", "/?x", ("1", "2", "3"), "66.7%", "short")],
    go.Figure(),
    180,
    {"residents": [ROW], "distance": [ROW]},
    ["一所设施不在本市范围内。"],
    [("标准", "10公里以内")],
)
BODIES = {
    "controls": controls(CONTROLS),
    "title": title("卫生院", ["演示"]),
    "legend": legend("卫生院", "服务范围", "分界", ["注"]),
    "blocked": blocked(Block("没有设施", ["请导入"], {"导入": "/data"})),
    "coverage": coverage_body(READING),
}


def of_type(body: list[Any], *types: str) -> list[dict[str, Any]]:
    return [part["props"] for part in components(body) if part["type"] in types]


def text_of(body: list[Any]) -> str:
    return str([part["props"].get("children") for part in components(body)])


def test_every_id_of_the_frame_stands_once():
    ids = [part["props"]["id"] for part in components(page({})) if "id" in part["props"]]
    assert sorted(ids) == sorted(CoveragePage)


def test_every_control_has_a_label():
    labels = {props["htmlFor"] for props in of_type(BODIES["controls"], "Label")}
    assert labels == {props["id"] for props in of_type(BODIES["controls"], "select")} == {"cv-type", "cv-year"}


def test_a_control_is_named_as_its_part_of_the_address():
    assert {props["name"] for props in of_type(BODIES["controls"], "select")} == {"type", "year"}


def test_what_is_shown_is_chosen_in_the_controls():
    chosen = {props["value"] for props in of_type(BODIES["controls"], "option") if props.get("selected")}
    assert chosen == {"clinic", "2016"}


@pytest.mark.parametrize("name", BODIES)
def test_no_attribute_is_false(name):
    """The browser would count it as set."""
    for part in components(BODIES[name]):
        assert False not in [value for key, value in part["props"].items() if key != "children"]


def test_one_order_of_the_worst_served_is_shown_at_a_time():
    lists = [props for props in of_type(BODIES["coverage"], "Div") if "data-list" in props]
    assert [(props["data-list"], props.get("hidden")) for props in lists] == [("residents", None), ("distance", True)]


def test_a_row_of_the_worst_served_says_where_it_is():
    (row, _) = [props for props in of_type(BODIES["coverage"], "Tr") if "data-lon" in props]
    assert (row["data-lon"], row["data-lat"]) == (113.1, 24.2)


def test_without_anybody_outside_the_list_says_so():
    body = coverage_body(replace(READING, worst={"residents": [], "distance": []}))
    assert words.WORST_NONE in text_of(body)


def test_warnings_stand_before_the_facts():
    text = text_of(BODIES["coverage"])
    assert text.index("不在本市范围内") < text.index("10公里以内")


def test_every_group_is_named_in_the_table_and_the_verdict_colours_the_ratio():
    assert "北部 ÷ 南部" in text_of(BODIES["coverage"])
    assert [
        props["children"] for props in of_type(BODIES["coverage"], "Td") if props.get("className") == "gp-short"
    ] == ["66.7%"]


def test_a_map_with_nothing_to_show_says_why_and_what_to_do():
    text = text_of(BODIES["blocked"])
    assert "没有设施" in text
    assert [props["href"] for props in of_type(BODIES["blocked"], "Link")] == ["/data"]


def test_every_mark_of_the_map_stands_in_the_legend():
    samples = [props["data-trace"] for props in of_type(BODIES["legend"], "Span") if "data-trace" in props]
    assert samples == ["facilities", "covered", "uncovered"]
