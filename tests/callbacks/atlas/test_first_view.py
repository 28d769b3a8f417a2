"""The first view of an address says the same as the page that takes its place."""

import re

import pytest

from geodata.region import GROUP_COLOURS, Level
from geodata.svg_map import draw_svg_map
from indicators.classes import BreakMethod
from layouts.figures.colour_scales import panel_colours
from layouts.figures.maps.map_bounds import pad_bounds
from layouts.figures.theme import legible_colour

VIEW = "/map?dataset=demo&indicator=medical_beds_per_1000_residents&year=2014"


@pytest.fixture(scope="module")
def first(client):
    return client.get(VIEW).text


def test_the_map_bears_its_title_its_legend_and_its_verdict(first):
    assert '<p class="subject">每千人床位（张）· 2014年　清远市各县</p>' in first
    assert len(re.findall('class="legend-entry', first)) == 8  # five classes, missing, the border, the line
    assert re.search(r'<strong class="gap-title tone-above">北部为南部的 [\d.]+%（县均值）</strong>', first)


def test_the_counties_of_one_class_are_one_path_of_their_colour(first, city):
    panel = city.panel("demo", "medical_beds_per_1000_residents", Level.COUNTY, BreakMethod.NATURAL, 5)
    classes, colours = panel.classes.T[2014], panel_colours(panel)
    west, south, east, north = pad_bounds(city.geography)[city.region.adcode]
    paths = draw_svg_map(city.geography, Level.COUNTY, None, (west, south, east, north)).paths
    drawn = re.findall(r'<path class="fv" d="([^"]+)" data-areas="(\d+)" fill="([^"]+)"', first)
    expected = {
        ("".join(map(paths.get, own)), str(len(own)), colours[number])
        for number, own in classes.groupby(classes).groups.items()
    }
    assert set(drawn) == expected


def test_the_line_between_groups_is_no_border_and_their_names_stand_on_the_map(first, client):
    border, line = (
        re.search(rf'class="first-{name}" d="([^"]+)"', first)[1] for name in ("border", "border first-dashes")
    )
    assert border.endswith("z")
    assert not line.endswith("z")
    names = r'<text class="group-name"[^>]+ fill="(#\w+)"[^>]*>(\w+)</text>'
    assert re.findall(names, first) == [(legible_colour(GROUP_COLOURS[0]), "北部"), (GROUP_COLOURS[1], "南部")]
    assert not re.findall(names, client.get(f"{VIEW}&labels=none").text)
    assert "清远市界" in first
    assert "北部与南部的分界" in first


def test_neighbours_stand_around_the_region_with_their_names_and_weigh_little(first, client):
    [path] = re.findall(r'<path class="first-neighbours" d="([^"]+)"', first)
    assert 0 < len(path) < 16_000
    assert ">韶关市</text>" in first
    assert ">韶关市</text>" not in client.get(f"{VIEW}&labels=none").text


def test_an_opened_county_shows_its_townships_only(client, city):
    code = city.geography.codes(Level.COUNTY)[0]
    shown = client.get(f"{VIEW}&level=township&within={code}").text
    townships = city.geography.townships
    assert sum(map(int, re.findall(r'data-areas="(\d+)"', shown))) == (townships["county"] == code).sum()


def test_demonstration_data_are_marked_from_the_first_view_on(first, client):
    assert 'class="ribbon"' in first
    assert 'class="ribbon"' not in client.get("/map?dataset=public").text


def test_text_of_an_address_is_never_markup(client):
    assert "<b>" not in client.get("/map?dataset=demo&selected=<b>x</b>").text


@pytest.mark.parametrize("path", ["/targets", "/gap", "/county", "/service", "/briefing", "/data"])
def test_another_page_is_announced_while_it_opens(client, path):
    text = client.get(path).text
    assert "正在打开" in text
    assert 'class="fv"' not in text
    assert f'<a href="{path}" class="nav-page nav-page-on">' in text


def test_a_browser_that_is_too_old_is_told_so_in_one_sentence(first):
    assert re.search(r'<p id="too-old" class="notice" hidden>[^<]+。[^<]+。</p>', first)
