"""Layers: what plotly.js can draw, small, and named by their content."""

import gzip
import json

import pytest
import shapely

from geodata.layers import LayerKind, draw_hatch_stripes, encode_layer, encode_layers, place_label_anchors
from geodata.region import Level

METRIC = "EPSG:4547"


def features(layer):
    return json.loads(layer.body)["features"]


def test_exterior_rings_run_clockwise(square_geography):
    for feature in features(encode_layer("x", square_geography.counties.geometry)):
        assert not shapely.LinearRing(feature["geometry"]["coordinates"][0]).is_ccw


def test_features_are_keyed_by_area_code(square_geography):
    assert [f["id"] for f in features(encode_layer("x", square_geography.counties.geometry))] == ["a", "b", "c", "d"]


def test_a_name_changes_with_the_content_and_only_with_it(square_geography):
    shapes = square_geography.counties.geometry
    assert encode_layer("x", shapes).file_name == encode_layer("x", shapes).file_name
    assert encode_layer("x", shapes).file_name != encode_layer("x", shapes.translate(0.01)).file_name


def test_the_gzipped_body_is_the_body(square_geography):
    layer = encode_layer("x", square_geography.counties.geometry)
    assert gzip.decompress(layer.gzipped) == layer.body


def test_neighbours_share_their_rounded_corners(square_geography):
    rings = {f["id"]: {tuple(xy) for xy in f["geometry"]["coordinates"][0]} for f in features(
        encode_layer("x", square_geography.counties.geometry.translate(0.0000123, 0.0000456))
    )}  # fmt: skip
    assert len(rings["a"] & rings["b"]) == 2


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


@pytest.mark.parametrize("kind", LayerKind)
@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP])
def test_every_layer_of_the_shipped_city_has_a_feature_for_each_area_it_draws(city, shipped_layers, level, kind):
    drawn = {feature["id"] for feature in features(shipped_layers[level, kind])}
    expected = {
        (Level.COUNTY, LayerKind.OUTLINES): set(city.region.groups),
        (Level.TOWNSHIP, LayerKind.OUTLINES): set(city.geography.codes(Level.COUNTY)),
    }.get((level, kind), set(city.geography.codes(level)))
    assert drawn == expected


def test_all_geometry_together_stays_under_150_kb_compressed(shipped_layers):
    assert sum(len(layer.gzipped) for layer in shipped_layers.values()) < 150_000
