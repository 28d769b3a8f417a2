"""Official polygons: slivers are repaired into a coverage, real overlaps and gaps are told."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from geodata.geography import build_geography
from geodata.official import find_home_counties, fit_to_counties, repair_polygon

METRIC = "EPSG:4547"
METRES = 1 / 110_700  # degrees of latitude a metre
COUNTY_OF = pd.Series("a", index=["a1", "a2", "a3"])
WEST, EAST = box(114.0, 24.0, 114.05, 24.1), box(114.05, 24.0, 114.1, 24.1)


@pytest.fixture
def counties():
    squares = [box(114.0, 24.0, 114.1, 24.1), box(114.1, 24.0, 114.2, 24.1)]
    return gpd.GeoDataFrame(geometry=squares, index=["a", "b"], crs="EPSG:4490")


def covered(counties, **polygons: Polygon):
    series = gpd.GeoSeries(list(polygons.values()), index=list(polygons), crs="EPSG:4490")
    return fit_to_counties(series, COUNTY_OF, counties, METRIC)


def off_km2(cells, county):
    """By how much cells do not cover their county exactly, in km2."""
    return float(cells.union_all().symmetric_difference(county).area * 111 * 101)


def assert_coverage(coverage, counties):
    cells = coverage.cells
    assert cells.is_valid.all()
    assert shapely.coverage_is_valid(cells.to_numpy())
    assert off_km2(cells, counties.geometry["a"]) < 0.02  # a metre along the border: degrees are not straight in metres


def test_polygons_that_fit_stay_as_they_are_to_the_last_digit(counties):
    coverage = covered(counties, a1=WEST, a2=EAST)
    assert coverage.cells.to_wkb().tolist() == [WEST.wkb, EAST.wkb]
    assert coverage.moved_ha.tolist() == [0, 0]


@pytest.mark.parametrize("shift", [30 * METRES, -30 * METRES])
def test_a_sliver_between_neighbours_is_repaired(counties, shift):
    coverage = covered(counties, a1=box(114.0, 24.0, 114.05 + shift, 24.1), a2=EAST)
    assert (len(coverage.overlaps), len(coverage.gaps)) == (0, 0)
    assert_coverage(coverage, counties)


def test_slivers_along_the_border_of_the_county_are_repaired(counties):
    inner = 200 * METRES
    west, east = box(114.0 + inner, 24.0, 114.05, 24.1 + inner), box(114.05, 24.0, 114.1 + inner, 24.1 - inner)
    coverage = covered(counties, a1=west, a2=east)
    assert len(coverage.spills) == 0
    assert_coverage(coverage, counties)
    assert (coverage.moved_ha > 50).all()


def test_an_overlap_wider_than_a_sliver_is_told_with_its_area_and_place(counties):
    coverage = covered(counties, a1=box(114.0, 24.0, 114.06, 24.1), a2=EAST)
    overlap = coverage.overlaps.iloc[0]
    assert (overlap["code"], overlap["other"]) == ("a1", "a2")
    assert overlap["hectares"] == pytest.approx(1126, rel=0.02)  # 0.01 x 0.1 degrees
    assert box(114.05, 24.0, 114.06, 24.1).contains(Point(overlap["longitude"], overlap["latitude"]))
    assert coverage.cells.empty


def test_a_gap_wider_than_a_sliver_is_told_with_its_area_and_place(counties):
    coverage = covered(counties, a1=box(114.0, 24.0, 114.045, 24.1), a2=EAST)
    gap = coverage.gaps.iloc[0]
    assert gap["code"] == "a"
    assert gap["hectares"] == pytest.approx(563, rel=0.02)
    assert box(114.045, 24.0, 114.05, 24.1).contains(Point(gap["longitude"], gap["latitude"]))
    assert coverage.cells.empty


def test_a_gap_within_may_be_less_wide_than_one_at_the_border(counties):
    hole = Point(114.02, 24.05).buffer(50 * METRES)
    assert len(covered(counties, a1=WEST.difference(hole), a2=EAST).gaps) == 1
    notch = box(114.0, 24.05, 114.0 + 100 * METRES, 24.05 + 100 * METRES)
    assert len(covered(counties, a1=WEST.difference(notch), a2=EAST).gaps) == 0


def test_a_township_that_leaves_its_county_is_told_and_cut(counties):
    coverage = covered(counties, a1=WEST, a2=box(114.05, 24.0, 114.12, 24.1))
    spill = coverage.spills.iloc[0]
    assert (spill["code"], spill["other"]) == ("a2", "a")
    assert_coverage(coverage, counties)


def test_a_county_is_spared_what_is_wrong_in_another(counties):
    polygons = gpd.GeoSeries([WEST, EAST, box(114.1, 24.0, 114.15, 24.1)], index=["a1", "a2", "b1"], crs="EPSG:4490")
    coverage = fit_to_counties(polygons, pd.Series({"a1": "a", "a2": "a", "b1": "b"}), counties, METRIC)
    assert list(coverage.cells.index) == ["a1", "a2"]
    assert coverage.gaps["code"].tolist() == ["b"]


@given(
    st.lists(st.tuples(st.floats(-24, 24), st.floats(-24, 24)), min_size=9, max_size=9),
    st.floats(-100, 100),
)
def test_any_polygons_that_are_off_by_less_than_a_sliver_become_a_coverage(offsets, border):
    squares = [box(114.0, 24.0, 114.1, 24.1), box(114.1, 24.0, 114.2, 24.1)]
    counties = gpd.GeoDataFrame(geometry=squares, index=["a", "b"], crs="EPSG:4490")
    moved = np.array(offsets) * METRES
    out = border * METRES
    middle = [(114.05, 24.0 - out), (114.05, 24.05), (114.1 + out, 24.05), (114.05, 24.1 + out)]
    corner = [[tuple(np.add(point, moved[2 * i + j])) for i, point in enumerate(middle)] for j in range(2)]
    (s0, m0, _, n0), (s1, m1, e1, n1) = corner
    m2, e2 = m1, tuple(np.add(middle[2], moved[8]))
    west = Polygon([(114.0 - out, 24.0 - out), s0, m0, n0, (114.0 - out, 24.1 + out)])
    south = Polygon([s1, (114.1 + out, 24.0 - out), e1, m1])
    north = Polygon([m2, e2, (114.1 + out, 24.1 + out), n1])
    coverage = covered(counties, a1=west, a2=south, a3=north)
    assert_coverage(coverage, counties)


@pytest.mark.parametrize("shape", [None, Polygon(), Polygon([(0, 0), (1, 1), (2, 2)]), Point(1, 1)])
def test_what_has_no_area_is_not_repaired(shape):
    assert repair_polygon(shape) is None


def test_a_bow_tie_becomes_its_two_triangles():
    assert repair_polygon(Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])).area == pytest.approx(2)


def test_parts_that_overlap_are_counted_once():
    assert repair_polygon(MultiPolygon([box(0, 0, 2, 2), box(1, 0, 3, 2)])).area == pytest.approx(6)


def test_a_polygon_is_at_home_where_most_of_it_lies(counties):
    shapes = [box(114.0, 24.0, 114.13, 24.1), box(114.08, 24.0, 114.2, 24.1), box(110, 20, 111, 21)]
    series = gpd.GeoSeries(shapes, index=["x", "y", "z"], crs="EPSG:4490")
    assert find_home_counties(series, counties, METRIC).tolist() == ["a", "b", None]


def test_official_polygons_replace_the_cells_and_the_label_of_whole_counties(foundation):
    geography, base_map = foundation.geography, foundation.base_map
    townships = geography.townships.assign(seat_lon=geography.seats.x, seat_lat=geography.seats.y).drop(
        columns="geometry"
    )
    shrunk = geography.townships.geometry.scale(0.5, 0.5)
    one_county = shrunk[(townships["county"] == "441802").to_numpy()]
    mixed = build_geography(geography.region, townships, base_map, one_county)
    assert mixed.schematic
    assert mixed.townships.geometry[one_county.index].geom_equals(one_county).all()
    others = mixed.townships.index.difference(one_county.index)
    assert mixed.townships.geometry[others].geom_equals(geography.townships.geometry[others]).all()
    assert not build_geography(geography.region, townships, base_map, shrunk).schematic
    assert (
        build_geography(geography.region, townships, base_map, one_county.iloc[1:])
        .townships.geometry.geom_equals(geography.townships.geometry)
        .all()
    )
