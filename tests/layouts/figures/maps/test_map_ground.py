"""What stands under and around a map: the outline of the province for the small map in its corner."""

from dataclasses import replace

import geopandas as gpd
from shapely import box, unary_union

from layouts.figures.maps.map_ground import trace_province


def test_the_province_is_traced_without_small_islands_and_not_of_a_province(square_geography):
    assert trace_province(replace(square_geography, province=square_geography.province.iloc[:0])) == []
    shape = unary_union([box(112, 23, 114, 25), box(115, 22, 115.05, 22.05)])
    held = replace(square_geography, province=gpd.GeoSeries([shape], crs="EPSG:4490"))
    (ring,) = trace_province(held)
    assert {tuple(point) for point in ring} == {(112, 23), (114, 23), (114, 25), (112, 25)}
    assert trace_province(replace(held, region=replace(held.region, adcode="440000"))) == []
