"""Facility points on paper: a mark each, hollow where the place is approximate, and a legend that counts them."""

import geopandas as gpd
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text
from shapely.geometry import Point

from layouts.figures.maps.facilities import FacilityPoints
from layouts.paper.maps.points import distinct_types, draw_point_legend, draw_points

METRIC = "EPSG:4547"


def facilities(name, count, symbol="circle", approximate=False):
    places = gpd.GeoSeries([Point(114 + number / 100, 24) for number in range(count)], crs="EPSG:4490")
    return FacilityPoints(name, symbol, "#C62828", places, np.full(count, approximate))


def drawn(*shown: FacilityPoints):
    axes = Figure().add_subplot()
    draw_points(axes, shown, METRIC, 1)
    return axes.collections


def legend(maps, width=120.0, height=400.0):
    """The texts of a legend, and where it ends."""
    axes = Figure().add_subplot()
    axes.set_xlim(0, 600)
    axes.set_ylim(0, 600)
    end = draw_point_legend(axes, maps, (10, 500, width, height), 1)
    return [text.get_text() for text in axes.findobj(Text) if text.get_text() and text.get_position()[0] <= 600], end


def test_every_facility_is_marked_where_it_stands():
    (marks,) = drawn(facilities("医院", 3))
    east = marks.get_offsets()[:, 0]
    assert list(np.diff(east)) == pytest.approx([1017, 1017], abs=3)  # metres of a hundredth of a degree at 24 N


@pytest.mark.parametrize(("approximate", "face", "edge"), [(False, "#c62828", "#ffffff"), (True, "#ffffff", "#c62828")])
def test_an_approximate_place_is_drawn_hollow(approximate, face, edge):
    (marks,) = drawn(facilities("医院", 1, approximate=approximate))
    assert (to_hex(marks.get_facecolor()[0]), to_hex(marks.get_edgecolor()[0])) == (face, edge)


def test_marks_shrink_where_there_are_many():
    sizes = [drawn(facilities("医院", count))[0].get_sizes()[0] for count in (10, 300, 900)]
    assert sizes[0] > sizes[1] > sizes[2]


def test_the_legend_of_one_map_counts_its_facilities():
    texts, _ = legend([[facilities("医院", 3), facilities("博物馆", 0)]])
    assert {"医院", "3个", "博物馆", "0个"} <= set(texts)


def test_maps_of_several_years_share_an_entry_without_a_count():
    maps = [[facilities("医院", 3)], [facilities("医院", 5)]]
    texts, _ = legend(maps)
    assert texts.count("医院") == 1
    assert not {"3个", "5个", "8个"} & set(texts)
    assert len(distinct_types(maps)) == 1


def test_a_legend_stays_inside_its_room_however_many_types_there_are():
    shown = [facilities(f"类型{number}", 1) for number in range(26)]
    for width, height in ((120.0, 300.0), (230.0, 130.0), (90.0, 140.0)):
        _, (right, bottom) = legend([shown], width, height)
        assert right <= 10 + width + 0.5
        assert bottom >= 500 - height - 0.5


def test_hollow_marks_are_explained_where_there_are_any():
    plain, _ = legend([[facilities("医院", 1)]])
    hollow, _ = legend([[facilities("医院", 1, approximate=True)]])
    assert [text for text in hollow if text not in plain] == ["空心：位置近似（乡镇驻地）"]
