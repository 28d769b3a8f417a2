"""County polygons and the cells of townships."""

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point, box

from geodata.base_map import read_base_map
from geodata.boundaries import (
    build_county_boundaries,
    draw_township_cells,
    find_boundary_faults,
    measure_geodesic_area_km2,
    repair_polygons,
)
from tests.conftest import county

METRIC = "EPSG:4547"


def test_squares_that_share_edges_have_no_faults(square_region, square_geography):
    assert find_boundary_faults(square_region, square_geography.counties, "a map") == []


def test_a_member_without_a_polygon_is_named(square_region, square_geography):
    faults = find_boundary_faults(square_region, square_geography.counties.drop(index="b"), "a map")
    assert faults == ["counties b b县: no polygon in a map; check the adcode"]


def test_an_overlap_between_neighbours_is_a_fault(square_region, square_geography):
    counties = square_geography.counties
    counties.loc["a", "geometry"] = box(114.0, 24.1, 114.12, 24.2)
    assert any("overlap or leave gaps" in fault for fault in find_boundary_faults(square_region, counties, "a map"))


def test_a_polygon_that_crosses_itself_is_a_fault(square_region, square_geography):
    counties = square_geography.counties
    counties.loc["a", "geometry"] = shapely.Polygon([(114, 24), (114.1, 24.1), (114.1, 24), (114, 24.1)])
    assert any("not valid" in fault for fault in find_boundary_faults(square_region, counties, "a map"))


def test_a_polygon_that_touches_itself_is_repaired_and_keeps_all_its_parts(square_geography):
    counties = square_geography.counties.geometry
    # A square whose ring runs through one corner of a second square: two parts that meet in a point, drawn as one ring.
    ring = [(114, 24.1), (114.05, 24.1), (114.05, 24.15), (114.1, 24.15), (114.1, 24.2), (114.05, 24.2)]
    counties["a"] = shapely.Polygon([*ring, (114.05, 24.15), (114, 24.15)])
    assert not counties["a"].is_valid
    repaired, repairs = repair_polygons(counties)
    assert repaired["a"].is_valid
    assert repaired["a"].equals(box(114, 24.1, 114.05, 24.15).union(box(114.05, 24.15, 114.1, 24.2)))
    assert [text for text in repairs if text.startswith("a: ")] == repairs
    assert "Ring Self-intersection[114.05 24.15]; drawn as 2 parts" in repairs[0]


def test_a_polygon_that_crosses_itself_is_left_to_be_found(square_geography):
    counties = square_geography.counties.geometry
    counties["a"] = shapely.Polygon([(114, 24), (114.1, 24.1), (114.1, 24), (114, 24.1)])
    repaired, repairs = repair_polygons(counties)
    assert (repaired["a"].is_valid, repairs) == (False, [])


@pytest.mark.parametrize(("width", "repaired"), [(0.00005, True), (0.01, False)])
def test_only_a_small_overlap_is_cut_off_the_second_of_two(square_region, square_geography, width, repaired):
    counties = square_geography.counties
    bulge = [(114.1, 24.12), (114.1 + width, 24.15), (114.1, 24.18)]
    counties.loc["a", "geometry"] = shapely.Polygon([(114, 24.1), (114.1, 24.1), *bulge, (114.1, 24.2), (114, 24.2)])
    shapes, repairs = repair_polygons(counties.geometry)
    assert bool(repairs) is repaired
    faults = find_boundary_faults(square_region, counties.set_geometry(shapes), "a map")
    assert (faults == []) is repaired
    if repaired:
        assert repairs == ["b: 0.02 km2 of the polygon lay in a too; cut off"]
        assert shapes["a"].equals(counties.geometry["a"])


def test_what_is_right_is_not_touched(square_geography):
    shapes, repairs = repair_polygons(square_geography.counties.geometry)
    assert (repairs, shapes.equals(square_geography.counties.geometry)) == ([], True)


@pytest.mark.parametrize(("official", "faults"), [(1.0, 0), (1.014, 0), (1.02, 1), (0.98, 1)])
def test_an_area_may_differ_from_the_official_one_by_one_and_a_half_percent(
    square_region, square_geography, official, faults
):
    area = measure_geodesic_area_km2(square_geography.counties.geometry["a"]) * official
    members = (county("a", "north", land_area_km2=area), *square_region.counties[1:])
    object.__setattr__(square_region, "counties", members)
    assert len(find_boundary_faults(square_region, square_geography.counties, "a map")) == faults


def seats(points: dict[str, tuple[float, float]], counties: list[str]) -> gpd.GeoDataFrame:
    shapes = [Point(xy) for xy in points.values()]
    return gpd.GeoDataFrame({"county": counties}, geometry=shapes, index=list(points), crs="EPSG:4490")


def test_cells_cover_their_county_without_overlap(square_geography):
    places = seats({"p": (114.02, 24.12), "q": (114.08, 24.15), "r": (114.03, 24.18)}, ["a", "a", "a"])
    cells = draw_township_cells(places, square_geography.counties, METRIC)
    metric, square = cells.to_crs(METRIC), square_geography.counties.to_crs(METRIC).geometry["a"]
    assert metric.area.sum() == pytest.approx(square.area, rel=1e-6)
    assert metric.union_all().symmetric_difference(square).area < square.area * 1e-6


def test_every_seat_lies_in_its_own_cell(square_geography):
    places = seats({"p": (114.02, 24.12), "q": (114.08, 24.15), "s": (114.05, 24.05)}, ["a", "a", "c"])
    cells = draw_township_cells(places, square_geography.counties, METRIC)
    assert cells.contains(places.geometry).all()


def test_the_only_seat_of_a_county_gets_all_of_it(square_geography):
    cells = draw_township_cells(seats({"s": (114.05, 24.05)}, ["c"]), square_geography.counties, METRIC)
    assert cells["s"].equals_exact(square_geography.counties.geometry["c"], tolerance=1e-6)


def test_a_seat_outside_its_county_still_gets_a_cell(square_geography):
    places = seats({"p": (114.02, 24.12), "q": (113.995, 24.18)}, ["a", "a"])
    assert draw_township_cells(places, square_geography.counties, METRIC)["q"].area > 0


def test_counties_come_from_the_package_in_the_order_of_the_region(city):
    counties = build_county_boundaries(city.region, read_base_map(city.region).counties)
    assert list(counties.index) == [county.adcode for county in city.region.counties]
    assert counties.crs.to_epsg() == 4490


def test_the_polygons_of_the_region_sum_to_its_published_area(city):
    total = city.geography.counties.geometry.map(measure_geodesic_area_km2).sum()
    assert total == pytest.approx(19036, rel=0.015)
