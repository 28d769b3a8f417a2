"""The frame of the page of coverage: every label names a control, and nothing is without a word."""

from typing import Any

import pytest

from datasets.queries.coverage_query import CoverageChoice
from layouts.ids import CoveragePage
from layouts.pages.coverage.page import controls, legend, page, title
from tests.layouts.pages.test_atlas import components

TYPES = [("医疗卫生", {"clinic": "卫生院", "hospital": "医院（无）"})]
CONTROLS = controls(TYPES, [2015, 2016], CoverageChoice("demo", "clinic", 2016))
LEGEND = legend("卫生院", "服务范围", "分界", ["注"])
BODIES = {"controls": CONTROLS, "title": title("卫生院", ["演示"]), "legend": LEGEND}


def of_type(body: list[Any], *types: str) -> list[dict[str, Any]]:
    return [part["props"] for part in components(body) if part["type"] in types]


def text_of(body: list[Any]) -> str:
    return str([part["props"].get("children") for part in components(body)])


def false_attributes(body: list[Any]) -> list[str]:
    """Attributes that are False: the browser would count them as set."""
    attributes = [pair for part in components(body) for pair in part["props"].items()]
    return [name for name, value in attributes if name != "children" and value is False]


def test_every_id_of_the_frame_stands_once():
    ids = [part["props"]["id"] for part in components(page({})) if "id" in part["props"]]
    assert sorted(ids) == sorted(CoveragePage)


def test_every_control_has_a_label():
    labels = {props["htmlFor"] for props in of_type(CONTROLS, "Label")}
    assert labels == {props["id"] for props in of_type(CONTROLS, "select")} == {"cv-type", "cv-year"}


def test_a_control_is_named_as_its_part_of_the_address():
    assert {props["name"] for props in of_type(CONTROLS, "select")} == {"type", "year"}


def test_what_is_shown_is_chosen_in_the_controls():
    chosen = {props["value"] for props in of_type(CONTROLS, "option") if props.get("selected")}
    assert chosen == {"clinic", "2016"}


@pytest.mark.parametrize("name", BODIES)
def test_no_attribute_is_false(name):
    assert false_attributes(BODIES[name]) == []


def test_every_mark_of_the_map_stands_in_the_legend():
    samples = [props["data-trace"] for props in of_type(LEGEND, "Span") if "data-trace" in props]
    assert samples == ["facilities", "covered", "uncovered"]
