"""Small maps of one or two years."""

import re
from dataclasses import replace
from math import nan
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from datasets.queries.map_query import MapQuery, settle_view
from geodata.svg_map import draw_small_map
from layouts.figures.colour_scales import panel_colours
from layouts.figures.maps.map_pair import write_map_pair
from layouts.figures.theme import MISSING_FILL

SVG = "{http://www.w3.org/2000/svg}"
WATER = "piped_water_share"


@pytest.fixture(scope="module")
def panel(city):
    view = settle_view(city, MapQuery(dataset="public", indicator=WATER, year=2020))
    return city.panel(view.dataset, WATER, view.level, view.method, view.classes, view.breaks, view.target)


def read_fills(address: str) -> list[list[str]]:
    drawing = ET.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))  # noqa: S314  (our own)
    maps = drawing.findall(f"{SVG}g/{SVG}g")
    return [[fill for area in one if (fill := area.get("fill"))] for one in maps]


def test_each_year_has_the_colours_of_its_classes(city, panel):
    small, colours = draw_small_map(city.geography), panel_colours(panel)
    fills = read_fills(write_map_pair(small, panel, [2010, 2020]))
    expected = [[colours[int(panel.classes.at[year, code])] for code in small.paths] for year in (2010, 2020)]
    assert fills == expected


def test_a_year_that_is_not_known_leaves_its_place_empty(city, panel):
    small = draw_small_map(city.geography)
    assert len(read_fills(write_map_pair(small, panel, [None, 2020]))) == 1


def test_a_county_without_a_value_is_shown_as_missing(city, panel):
    small = draw_small_map(city.geography)
    lacking = replace(panel, values=panel.values.assign(**{next(iter(small.paths)): nan}))
    assert read_fills(write_map_pair(small, lacking, [2020]))[0].count(MISSING_FILL) == 1


def test_the_line_between_groups_is_dashed_and_the_border_is_not(city, panel):
    small = draw_small_map(city.geography)
    drawn = unquote(write_map_pair(small, panel, [2020]))
    assert re.findall(r'stroke-dasharray="[^"]+" d="([^"]+)"', drawn) == [small.group_line]
    assert "dasharray" not in unquote(write_map_pair(replace(small, group_line=""), panel, [2020]))
