"""Filled examples: nobody can take them for figures of the office."""

import io

import geopandas as gpd
import pytest
from openpyxl import load_workbook

from datasets.imports.forms.examples import SOURCE, example_file
from datasets.imports.forms.forms import FORM_KINDS, FormLayout
from datasets.kinds import ImportKind

ALL = [(kind, layout) for kind, form in FORM_KINDS.items() for layout in form.layouts]
TABLES = [(kind, layout) for kind, layout in ALL if layout is not FormLayout.MAP]


def filled(content: bytes) -> list[dict[str, object]]:
    first, *rows = load_workbook(io.BytesIO(content))["填写"].iter_rows(values_only=True)
    return [dict(zip(first, row, strict=True)) for row in rows]


@pytest.mark.parametrize(("kind", "layout"), TABLES)
def test_every_row_of_an_example_says_that_it_is_made_up(kind, layout, form_context):
    rows = filled(example_file(kind, form_context, layout).content)
    assert rows
    assert {row["来源"] for row in rows} == {SOURCE}


@pytest.mark.parametrize("kind", [ImportKind.OBSERVATIONS, ImportKind.BENCHMARK])
def test_every_figure_of_an_example_is_a_demonstration(kind, form_context):
    assert {row["数据性质"] for row in filled(example_file(kind, form_context).content)} == {"演示"}


def test_the_example_of_figures_has_every_county_in_two_years(form_context):
    rows = filled(example_file(ImportKind.OBSERVATIONS, form_context).content)
    assert {(row["地区"], row["年份"]) for row in rows if row["指标"] == "床位"} == {
        (name, year) for name in ("a县", "b县", "c县", "d县") for year in (2015, 2016)
    }


def test_the_last_point_of_an_example_has_a_township_and_no_coordinates(form_context):
    last = filled(example_file(ImportKind.FACILITIES, form_context).content)[-1]
    assert (last["所在乡镇"], last["经度"], last["位置近似"]) == ("a2镇", None, "是")


def test_the_roads_of_an_example_join_counties_and_say_that_they_are_made_up(form_context, tmp_path):
    path = tmp_path / "roads.gpkg"
    path.write_bytes(example_file(ImportKind.ROADS, form_context).content)
    roads = gpd.read_file(path)
    assert len(roads) == 3
    assert roads["名称"].str.contains("虚构").all()
    assert set(roads["道路等级"]) == {"县道"}


@pytest.mark.parametrize(("kind", "layout"), ALL)
def test_the_file_name_says_that_it_is_made_up(kind, layout, form_context):
    assert "示例（虚构）" in example_file(kind, form_context, layout).name
