"""The map as SVG: every area, in its place, without gaps between neighbours."""

import re
from dataclasses import replace

import geopandas as gpd
import pytest
from shapely import LineString

from geodata.ground.surroundings import Surroundings
from geodata.region import Level
from geodata.svg_map import SvgMaps, draw_lines, draw_svg_map, measure_name_sizes, measure_value_sizes, project_box


def corners(path):
    """The points of a path's first ring, from its relative steps."""
    start, steps = re.match(r"M([^l]*)l([^z]*)z", path).groups()
    x, y = map(float, start.split(","))
    points = [(round(x, 1), round(y, 1))]
    for step in steps.split():
        dx, dy = map(float, step.split(","))
        x, y = x + dx, y + dy
        points.append((round(x, 1), round(y, 1)))
    return points


def test_every_area_of_every_level_is_drawn_with_a_place_for_its_name(city):
    for level in city.geography.levels:
        drawn = draw_svg_map(city.geography, level)
        assert set(drawn.paths) == set(drawn.anchors) == set(city.geography.codes(level))
        assert drawn.borders


def test_rivers_and_roads_are_drawn_where_they_are_held(square_geography):
    west, south, east, north = box = tuple(map(float, square_geography.counties.total_bounds))
    assert draw_lines(square_geography, box) == {}
    river = gpd.GeoSeries([LineString([(west, south), (east, north)])], crs="EPSG:4490")
    drawn = draw_lines(replace(square_geography, surroundings=Surroundings(rivers=river)), box)
    left, top, width, height = draw_svg_map(square_geography, Level.COUNTY, box=box).box
    start, step = re.fullmatch(r"M(.*)l(.*)", drawn["rivers"]).groups()
    assert list(map(int, start.split(","))) == pytest.approx([left, top + height], abs=1)
    assert list(map(int, step.split(","))) == pytest.approx([width, -height], abs=1)


def test_neighbours_share_their_corners(square_geography):
    drawn = draw_svg_map(square_geography, Level.COUNTY)
    assert len(set(corners(drawn.paths["a"])) & set(corners(drawn.paths["b"]))) == 2


def test_the_north_is_above_and_the_east_is_right(square_geography):
    drawn, areas = draw_svg_map(square_geography, Level.COUNTY), square_geography.counties
    middles = areas.to_crs(square_geography.region.metric_crs).centroid.to_crs(areas.crs)
    for axis, degrees in ((0, middles.x), (1, -middles.y)):
        drawn_order = sorted(areas.index, key=lambda code: (round(drawn.anchors[code][axis]), code))
        assert drawn_order == sorted(areas.index, key=lambda code: (round(degrees[code], 2), code))


def test_all_names_lie_inside_the_box_of_the_region(square_geography):
    drawn = draw_svg_map(square_geography, Level.COUNTY)
    left, top, width, height = drawn.box
    for x, y in drawn.anchors.values():
        assert left < x < left + width
        assert top < y < top + height


def test_a_degree_of_latitude_grows_towards_the_pole():
    heights = [project_box((0, south, 1, south + 1), scale=400)[3] for south in (0, 30, 60)]
    assert heights == sorted(heights)
    assert heights[2] == pytest.approx(2 * heights[0], rel=0.05)  # one by the cosine of 60.5 degrees


def test_a_map_is_drawn_once(square_geography):
    maps = SvgMaps(square_geography)
    assert maps.draw(Level.COUNTY, None, None) is maps.draw(Level.COUNTY, None, None)


def test_a_larger_box_is_drawn_in_as_few_units_and_with_fewer_corners(city):
    west, south, east, north = city.geography.counties.total_bounds
    near = draw_svg_map(city.geography, Level.COUNTY)
    far = draw_svg_map(city.geography, Level.COUNTY, None, (west - 20, south - 10, east + 20, north + 15))
    assert far.box[3] == pytest.approx(near.box[3], rel=0.5)
    assert len("".join(far.paths.values())) < len("".join(near.paths.values())) / 4
    assert all(far.paths.values())


def test_of_an_opened_place_its_own_areas_are_drawn(city):
    code = city.geography.codes(Level.COUNTY)[0]
    drawn = draw_svg_map(city.geography, Level.TOWNSHIP, code)
    assert set(drawn.paths) == set(drawn.anchors) == set(city.geography.areas_within(Level.TOWNSHIP, code).index)
    assert not drawn.borders


def test_a_name_of_the_measured_size_fits_into_its_square_and_a_longer_one_is_smaller(square_geography):
    counties = square_geography.counties
    sizes = measure_name_sizes(square_geography, Level.COUNTY)
    widths = counties.bounds["maxx"] - counties.bounds["minx"]
    inked = sizes * counties["short_name"].str.len() * 0.9
    assert (inked < widths).all()
    assert (sizes > 0).all()
    longer = replace(square_geography, counties=counties.assign(short_name=counties["short_name"] * 3))
    assert (measure_name_sizes(longer, Level.COUNTY) < sizes).all()


def test_a_name_with_a_value_below_it_needs_more_room_than_the_name_alone(square_geography):
    alone, both = (
        measure_name_sizes(square_geography, Level.COUNTY),
        measure_value_sizes(square_geography, Level.COUNTY),
    )
    assert (both < alone).all()
    assert (both > 0).all()


def test_a_line_between_two_divisions_is_drawn_once_and_no_coast_with_it(square_geography):
    region = replace(square_geography.region, divisions={"a": "甲", "b": "乙", "c": "丙", "d": "丁"})
    drawn = draw_svg_map(replace(square_geography, region=region), Level.COUNTY).divisions
    assert drawn.count("M") == 4  # from the corner that all four share
    assert draw_svg_map(square_geography, Level.COUNTY).divisions == ""
