"""Layers: what plotly.js can draw, small, and named by their content."""

import gzip
import json
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geodata.layers import (
    EncodedLayer,
    LayerKind,
    dissolve_divisions,
    draw_areas,
    draw_hatch_stripes,
    encode_geojson,
    encode_layers,
    place_label_anchors,
    simplify_coverage,
)
from geodata.region import Level

METRIC = "EPSG:4547"


def features(body):
    return json.loads(body)["features"]


def layer_of(shapes):
    return EncodedLayer("x", shapes, lambda: shapes)


def test_exterior_rings_run_clockwise(square_geography):
    for feature in features(encode_geojson(square_geography.counties.geometry)):
        assert not shapely.LinearRing(feature["geometry"]["coordinates"][0]).is_ccw


def test_features_are_keyed_by_area_code(square_geography):
    assert [f["id"] for f in features(encode_geojson(square_geography.counties.geometry))] == ["a", "b", "c", "d"]


def test_a_name_changes_with_the_content_and_only_with_it(square_geography):
    shapes = square_geography.counties.geometry
    assert layer_of(shapes).file_name == layer_of(shapes).file_name
    assert layer_of(shapes).file_name != layer_of(shapes.translate(0.01)).file_name


def test_a_layer_is_drawn_only_once_somebody_asks_for_it(square_geography):
    drawn = []
    shapes = square_geography.counties.geometry
    layer = EncodedLayer("x", shapes, lambda: drawn.append(1) or shapes)
    assert layer.file_name
    assert not drawn
    assert layer.body == layer.body
    assert drawn == [1]


def test_the_gzipped_body_is_the_body(square_geography):
    layer = layer_of(square_geography.counties.geometry)
    assert gzip.decompress(layer.gzipped) == layer.body


def test_neighbours_share_their_rounded_corners(square_geography):
    rings = {f["id"]: {tuple(xy) for xy in f["geometry"]["coordinates"][0]} for f in features(
        encode_geojson(square_geography.counties.geometry.translate(0.0000123, 0.0000456))
    )}  # fmt: skip
    assert len(rings["a"] & rings["b"]) == 2


def wavy_counties(geography):
    """The squares with borders that no eye can follow: corners every 50 m, to and fro by 20."""
    metric = geography.counties.geometry.to_crs(METRIC).segmentize(50)
    wavy = shapely.transform(metric.to_numpy(), lambda xy: (xy + 20 * np.sin(xy[:, ::-1])).round(2))
    return gpd.GeoSeries(wavy, metric.index, crs=METRIC)


def test_simplified_neighbours_still_share_their_edges_and_none_vanishes(square_geography):
    wavy = wavy_counties(square_geography)
    assert shapely.coverage_is_valid(wavy.to_numpy())
    simple = simplify_coverage(wavy, 100, METRIC)
    assert list(simple.index) == ["a", "b", "c", "d"]
    assert shapely.coverage_is_valid(simple.to_numpy())
    assert shapely.get_num_coordinates(simple.to_numpy()).sum() < shapely.get_num_coordinates(wavy.to_numpy()).sum() / 5
    assert simple.area.to_numpy() == pytest.approx(wavy.area.to_numpy(), rel=0.01)


def test_a_region_without_a_tolerance_is_drawn_corner_by_corner(square_geography):
    assert draw_areas(square_geography, Level.COUNTY).equals(square_geography.counties.geometry)


def test_a_region_with_a_tolerance_is_drawn_by_it_and_measured_as_it_is(square_geography):
    counties = square_geography.counties.set_geometry(wavy_counties(square_geography).to_crs("EPSG:4490"))
    region = replace(square_geography.region, screen_tolerance_m=100)
    geography = replace(square_geography, region=region, counties=counties)
    corners = [
        len(f["geometry"]["coordinates"][0])
        for f in features(encode_layers(geography)[Level.COUNTY, LayerKind.AREAS].body)
    ]
    assert max(corners) < 200 < shapely.get_num_coordinates(geography.counties.geometry.to_numpy()).min()


def test_hatch_stays_inside_its_area_and_covers_part_of_it(square_geography):
    areas = square_geography.counties.geometry
    stripes = draw_hatch_stripes(areas, METRIC).to_crs(METRIC)
    metric = areas.to_crs(METRIC)
    assert (stripes.difference(metric.buffer(1)).area == 0).all()
    assert ((stripes.area / metric.area).between(0.03, 0.4)).all()


def test_an_anchor_lies_inside_a_crescent_whose_centroid_does_not(square_geography):
    ring = shapely.Point(114.05, 24.15).buffer(0.05).difference(shapely.Point(114.07, 24.15).buffer(0.045))
    crescents = square_geography.counties.geometry.copy()
    crescents["a"] = ring
    assert not ring.contains(ring.centroid)
    assert ring.contains(place_label_anchors(crescents, METRIC)["a"].centroid)


@pytest.fixture(scope="module")
def shipped_layers(city):
    return encode_layers(city.geography)


@pytest.mark.parametrize("kind", [LayerKind.AREAS, LayerKind.HATCH, LayerKind.LABELS, LayerKind.OUTLINES])
@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP])
def test_every_layer_of_the_shipped_city_has_a_feature_for_each_area_it_draws(city, shipped_layers, level, kind):
    drawn = {feature["id"] for feature in features(shipped_layers[level, kind].body)}
    expected = {
        (Level.COUNTY, LayerKind.OUTLINES): {city.region.adcode},
        (Level.TOWNSHIP, LayerKind.OUTLINES): set(city.geography.codes(Level.COUNTY)),
    }.get((level, kind), set(city.geography.codes(level)))
    assert drawn == expected


def test_all_geometry_together_stays_under_150_kb_compressed(shipped_layers):
    assert sum(len(layer.gzipped) for layer in shipped_layers.values()) < 150_000


def test_counties_are_joined_by_division_and_those_of_none_are_left_out(square_geography):
    counties = square_geography.counties.geometry.rename({"a": "1101", "b": "1102", "c": "1201", "d": "9"})
    joined = dissolve_divisions(counties, ["11", "12"])
    assert list(joined.index) == ["11", "12"]
    assert joined["11"].equals(shapely.union_all(counties[["1101", "1102"]]))
    assert dissolve_divisions(counties, []).empty


def test_only_a_region_of_several_divisions_has_a_layer_of_them(square_geography):
    of_several = replace(square_geography, region=replace(square_geography.region, divisions={"a": "甲", "b": "乙"}))
    assert (Level.COUNTY, LayerKind.DIVISIONS) in encode_layers(of_several)
    assert (Level.COUNTY, LayerKind.DIVISIONS) not in encode_layers(square_geography)
