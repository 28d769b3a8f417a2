"""The sheet around a picture: nothing is missing from it."""

from dataclasses import replace
from typing import Any

import pytest

from layouts.figures.picture import Legend, Sheet, sheet_layout

LEGEND = Legend("床位", ["＜ 3", "≥ 3"], ["#111111", "#222222"], [1, 6], "暂无数据", 1)


def sheet(**own: Any) -> Sheet:
    fields: dict[str, Any] = {
        "title": "清远市",
        "subtitle": "县级",
        "map_titles": ["2016年"],
        "legends": [LEGEND],
        "outline": "分界",
        "notes": ["来源：公报", "数据集：公开数据"],
        "watermark": None,
        "file_name": "x.png",
    }
    return Sheet(**(fields | own))


def texts(layout) -> str:
    return "\n".join(annotation["text"] for annotation in layout["annotations"])


def test_title_legend_and_source_are_on_the_sheet():
    written = texts(sheet_layout(sheet()))
    for part in ("清远市", "县级", "床位", "＜ 3", "≥ 3", "暂无数据", "来源：公报"):
        assert part in written


def test_long_notes_and_headings_are_wrapped_and_stay_whole():
    long = "来源：" + "统计年鉴" * 60
    written = texts(sheet_layout(sheet(notes=[long], legends=[replace(LEGEND, heading="指标" * 20)])))
    assert long in written.replace("\n", "")
    assert "<br>" in written


def test_the_size_is_fixed():
    layout = sheet_layout(sheet())
    assert (layout["width"], layout["height"]) == (1600, 1000)


def test_demonstration_data_carry_a_watermark():
    assert "非真实统计" in texts(sheet_layout(sheet(watermark="演示数据 · 非真实统计")))


@pytest.mark.parametrize(("titles", "maps"), [(["a"], {"geo"}), (["a", "b"], {"geo", "geo2"})])
def test_each_map_has_its_place(titles, maps):
    layout = sheet_layout(sheet(map_titles=titles))
    assert {key for key in layout if key.startswith("geo")} == maps


def test_everything_stays_on_the_sheet():
    layout = sheet_layout(sheet(map_titles=["a", "b"], legends=[LEGEND, LEGEND], notes=["1", "2", "3"]))
    for annotation in layout["annotations"]:
        assert 0 <= annotation["y"] <= 1, annotation["text"]
    for shape in layout["shapes"]:
        assert shape["y0"] >= 0, shape
