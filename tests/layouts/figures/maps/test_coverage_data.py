"""What the map of coverage is sent: small shapes, points that can be told apart, and text that is never markup."""

import json

import geopandas as gpd
import numpy as np
import plotly.graph_objects as go
import shapely
from shapely.geometry import shape

from geodata.layers import LayerKind
from layouts.figures.maps.coverage_data import (
    MOST_SETTLEMENTS,
    encode_catchment,
    encode_points,
    escape_markup,
    select_drawn_settlements,
)
from layouts.figures.maps.coverage_map import CATCHMENT, CoverageTrace, coverage_map_figure

METRIC = "EPSG:4547"
CIRCLE = shapely.buffer(shapely.Point(500_000, 2_650_000), 10_000, quad_segs=64)


def test_a_catchment_is_one_feature_of_degrees_that_keeps_its_area():
    drawn = encode_catchment(CIRCLE, METRIC)
    (feature,) = drawn["features"]
    assert feature["id"] == CATCHMENT
    back = gpd.GeoSeries([shape(feature["geometry"])], crs="EPSG:4490").to_crs(METRIC)
    assert abs(back.area[0] / CIRCLE.area - 1) < 0.05


def test_a_catchment_weighs_little():
    assert len(json.dumps(encode_catchment(CIRCLE, METRIC))) < 1200


def test_no_catchment_is_no_shape():
    assert encode_catchment(shapely.Polygon(), METRIC) is None
    assert encode_catchment(shapely.LineString([(0, 0), (1, 1)]), METRIC) is None


def test_all_settlements_are_drawn_small_ones_on_top():
    drawn = select_drawn_settlements(np.array([10.0, 30.0, 20.0]), np.array([True, False, True]))
    assert drawn.tolist() == [1, 2, 0]


def test_of_too_many_settlements_those_outside_are_drawn_first():
    population = np.full(MOST_SETTLEMENTS + 5, 100.0)
    covered = np.ones(len(population), dtype=bool)
    covered[-3:] = False
    population[-3:] = 1
    drawn = select_drawn_settlements(population, covered)
    assert len(drawn) == MOST_SETTLEMENTS
    assert set(range(len(population) - 3, len(population))) <= set(drawn.tolist())


def test_points_are_as_exact_as_the_map():
    spec = encode_points(gpd.GeoSeries.from_xy([113.123456], [24.0], crs="EPSG:4490"), ["s"], ["村"])
    assert spec == {"codes": ["s"], "lon": [113.1235], "lat": [24.0], "text": ["村"]}


def test_a_readers_text_is_no_markup():
    assert escape_markup("<b>村</b> & 镇") == "&lt;b&gt;村&lt;/b&gt; &amp; 镇"


SHOWN = set(LayerKind) - {LayerKind.HATCH, LayerKind.DIVISIONS}
LAYERS = {kind: f"/geo/{kind}" for kind in SHOWN}


def test_covered_and_uncovered_differ_without_colour():
    traces: dict[str, go.Scattergeo] = {trace.name: trace for trace in coverage_map_figure(LAYERS).data}
    covered, uncovered = traces[CoverageTrace.COVERED].marker.symbol, traces[CoverageTrace.UNCOVERED].marker.symbol
    assert (covered, uncovered) == ("circle", "circle-x-open")


def test_borders_and_names_come_by_url():
    figure = coverage_map_figure(LAYERS)
    assert {trace.geojson for trace in figure.data if trace.geojson} == set(LAYERS.values())
