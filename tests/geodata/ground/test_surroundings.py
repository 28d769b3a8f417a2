"""What lies around: cut to a map, lines as thin polygons."""

import geopandas as gpd
import pytest
import shapely

from geodata.ground.surroundings import cut_neighbours, widen_lines

BOUNDS = (0.0, 0.0, 2.0, 2.0)


def test_neighbours_are_cut_to_what_a_map_may_show_and_those_beyond_are_left_out():
    found = gpd.GeoDataFrame(
        {"name": ["near", "far"]}, geometry=[shapely.box(2, 0, 9, 2), shapely.box(20, 0, 21, 1)], crs="EPSG:4490"
    )
    cut = cut_neighbours(found, BOUNDS)
    assert list(cut["name"]) == ["near"]
    assert tuple(cut.total_bounds) == (2, 0, 4, 2)


def test_lines_become_one_thin_polygon_along_them():
    lines = gpd.GeoSeries(
        [shapely.LineString([(0, 0), (2, 0)]), shapely.LineString([(1, -1), (1, 1)])], crs="EPSG:4490"
    )
    [thin] = widen_lines(lines, BOUNDS)
    assert thin.geom_type == "Polygon"
    assert thin.area == pytest.approx(4 * 2 * 0.0006, rel=0.01)
