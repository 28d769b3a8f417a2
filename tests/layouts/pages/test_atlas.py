"""The page: every control has its words, ids are unique."""

from collections import Counter
from typing import Any

import pytest

from layouts.data_ids import DataView
from layouts.frame.parts import clicked_row, grid_place, grid_rows, waiting_grid
from layouts.ids import Atlas, GapPage, Targets, list_ids
from layouts.meeting_ids import Storyboard
from layouts.pages.atlas import IndicatorMeaning, explanation, page
from layouts.service_ids import CoveragePainted
from tests.indicators.test_definition import indicator

AREAS: dict[str, Any] = {
    "groups": {"north": {"name": "北部", "colour": "#AA0000"}, "south": {"name": "南部", "colour": "#0000AA"}},
    "name": "方城",
    "focus": "north",
    "benchmark": "south",
}


def components(tree: Any) -> list[dict[str, Any]]:
    plain = tree.to_plotly_json() if hasattr(tree, "to_plotly_json") else tree
    if isinstance(plain, dict):
        inside = [component for value in plain.get("props", {}).values() for component in components(value)]
        return [plain, *inside] if "props" in plain else inside
    if isinstance(plain, list | tuple):
        return [component for part in plain for component in components(part)]
    return []


@pytest.fixture
def ids() -> Counter[str]:
    return Counter(part["props"]["id"] for part in components(page({}, AREAS, "县界：某处")) if "id" in part["props"])


def test_no_id_is_used_twice(ids):
    assert set(ids.values()) == {1}


def test_every_id_of_the_page_is_used(app):
    everywhere = Counter(part["props"]["id"] for part in components(app.layout()) if "id" in part["props"])
    ids = {id_ for page in list_ids().values() for id_ in page.values()} - set(DataView)  # which come with an answer
    later = {f"{page['PAGE']}-later" for page in list_ids().values() if "PAGE" in page} - {"atlas-later"}
    grids = {Atlas.TABLE, Atlas.FACILITY_LIST, Atlas.FACILITY_COUNTS, Targets.TABLE, GapPage.TABLE}
    parts = {part_of(grid) for grid in grids for part_of in (grid_place, grid_rows, clicked_row, waiting_grid)}
    opened = {f"{Atlas.TABS}-{key}" for key in ("ranking", "trend", "table", "facilities")}
    opened |= {f"{Targets.TABS}-{key}" for key in ("list", "heat", "departments", "timeline", "index")}
    tabs = {f"{key}-{part}" for key in opened for part in ("tab", "panel")}
    made_later = {*CoveragePainted, Storyboard.TOLD}  # by scripts
    assert set(everywhere) == ids - grids - made_later | later | parts | tabs
    assert set(everywhere.values()) == {1}


def test_every_label_names_a_control(ids):
    labels = [
        part["props"]["htmlFor"] for part in components(page({}, AREAS, "县界：某处")) if "htmlFor" in part["props"]
    ]
    assert labels
    assert set(labels) <= set(ids)


def test_the_explanation_leaves_out_what_is_not_said():
    text = str(explanation([IndicatorMeaning(indicator(caveat=""), None, "甲 ÷ 乙")], ("公开数据", "说明")))
    assert "使用须知" not in text
    assert "甲 ÷ 乙" in text


def test_two_indicators_are_explained_while_two_are_compared():
    text = str(
        explanation([IndicatorMeaning(indicator(name=name), None, "") for name in ("床位", "医师")], ("公开数据", ""))
    )
    assert "床位" in text
    assert "医师" in text
