"""The layers of the map: areas, hatch, label anchors and outlines, each encoded once for the browser.

Every layer is polygons keyed by area code, so that a trace is a list of codes and a URL: no coordinate ever stands in
a figure or a callback's answer.
"""

import gzip
import hashlib
import json
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography
from geodata.ground.group_lines import draw_group_line, find_group_line
from geodata.ground.surroundings import read_bounds, widen_lines
from geodata.region import Level, lies_within

DECIMALS = 4  # of a degree: about 11 m, less than a tenth of a pixel on a full-screen map of a city
_STRIPE_EVERY = 2800  # metres between hatch stripes, more on a map of which these would be a grey
_STRIPE_SHARE = 0.01  # of the map's height: the least between two stripes
_STRIPE_HALF_WIDTH = 180 / 2800  # of that distance
_ANCHOR_HALF_WIDTH = 50  # metres


class LayerKind(StrEnum):
    """What a layer of one level is for."""

    AREAS = "areas"
    HATCH = "hatch"
    LABELS = "labels"
    OUTLINES = "outlines"
    GROUP_LINE = "group-line"
    NEIGHBOURS = "neighbours"
    RIVERS = "rivers"
    ROADS = "roads"
    DIVISIONS = "divisions"


class EncodedLayer:
    """One GeoJSON file as it goes over the wire; it is drawn when somebody asks for it.

    ``file_name`` carries a hash of what it is drawn from: the polygons in ``source``, ``details`` and this module.
    """

    def __init__(self, name: str, source: gpd.GeoSeries, draw: Callable[[], gpd.GeoSeries], *details: object) -> None:
        drawn_by = hashlib.sha256(Path(__file__).read_bytes()).digest(), shapely.__version__
        digest = hashlib.sha256(repr((drawn_by, *details)).encode())
        for code, shape in zip(source.index, source.to_wkb(), strict=True):
            digest.update(str(code).encode() + shape)
        self.file_name = f"{name}-{digest.hexdigest()[:12]}.geojson"
        self._draw = draw

    @property
    def body(self) -> bytes:
        """The file."""
        return gzip.decompress(self.gzipped)

    @cached_property
    def gzipped(self) -> bytes:
        """The file as it goes over the wire; drawn once."""
        return gzip.compress(encode_geojson(self._draw()), mtime=0)


def encode_layers(geography: Geography) -> dict[tuple[Level, LayerKind], EncodedLayer]:
    """Every layer the map of this geography can draw."""
    region, counties = geography.region, geography.counties
    details = (region.screen_tolerance_m, region.metric_crs)
    layers = {}
    for level in geography.levels:
        areas = partial(draw_areas, geography, level)
        drawn: dict[LayerKind, Callable[[], gpd.GeoSeries]] = {
            LayerKind.AREAS: areas,
            LayerKind.HATCH: partial(_draw_on, draw_hatch_stripes, areas, region.metric_crs),
            LayerKind.LABELS: partial(_draw_on, place_label_anchors, areas, region.metric_crs),
            LayerKind.OUTLINES: partial(draw_borders, geography, level),
        }
        if level is Level.COUNTY and region.divisions:
            drawn[LayerKind.DIVISIONS] = partial(draw_divisions, geography)
        if level is Level.COUNTY and counties["group"].nunique() > 1:
            drawn[LayerKind.GROUP_LINE] = partial(_draw_group_line, geography)
        for kind, draw in drawn.items():
            outlines = kind is LayerKind.OUTLINES
            source = counties.geometry if outlines else geography.areas(level).geometry
            groups = [tuple(counties["group"])] if kind is LayerKind.GROUP_LINE else []
            dissolved = [tuple(region.list_divisions())] if kind is LayerKind.DIVISIONS else []
            layers[level, kind] = EncodedLayer(f"{level}-{kind}", source, draw, *details, *groups, *dissolved)
    return layers | _encode_surroundings(geography)


def _encode_surroundings(geography: Geography) -> dict[tuple[Level, LayerKind], EncodedLayer]:
    """What lies around, where there is any."""
    bounds = read_bounds(geography.counties.geometry)
    around = geography.surroundings
    drawn: dict[LayerKind, tuple[gpd.GeoSeries, Callable[[], gpd.GeoSeries]]] = {
        LayerKind.NEIGHBOURS: (around.neighbours.geometry, lambda: around.neighbours.geometry),
        LayerKind.RIVERS: (around.rivers, partial(widen_lines, around.rivers, bounds)),
        LayerKind.ROADS: (around.roads, partial(widen_lines, around.roads, bounds)),
    }
    return {
        (Level.COUNTY, kind): EncodedLayer(f"{kind}", source, draw)
        for kind, (source, draw) in drawn.items()
        if len(source)
    }


def _draw_on(
    draw: Callable[[gpd.GeoSeries, str], gpd.GeoSeries], areas: Callable[[], gpd.GeoSeries], metric_crs: str
) -> gpd.GeoSeries:
    return draw(areas(), metric_crs)


def draw_areas(geography: Geography, level: Level) -> gpd.GeoSeries:
    """The polygons of a level as the screen draws them: simplified as the region says, shared edges kept."""
    areas, tolerance = geography.areas(level).geometry, geography.region.screen_tolerance_m
    return simplify_coverage(areas, tolerance, geography.region.metric_crs) if tolerance else areas


def draw_borders(geography: Geography, level: Level) -> gpd.GeoSeries:
    """The polygons whose borders lie over the areas of a level: the region over counties, counties over townships."""
    counties = draw_areas(geography, Level.COUNTY)
    if level is not Level.COUNTY:
        return counties
    return gpd.GeoSeries([shapely.coverage_union_all(counties.to_numpy())], [geography.region.adcode], crs=counties.crs)


def _draw_group_line(geography: Geography) -> gpd.GeoSeries:
    """The line between the groups of counties, whole and in dashes, as thin polygons."""
    metric = draw_areas(geography, Level.COUNTY).to_crs(geography.region.metric_crs)
    line = find_group_line(metric.to_numpy(), geography.counties["group"].to_numpy())
    _, bottom, _, top = metric.total_bounds
    return gpd.GeoSeries(draw_group_line(line, top - bottom), crs=metric.crs).to_crs(GEOGRAPHIC_CRS)


def draw_divisions(geography: Geography) -> gpd.GeoSeries:
    """The prefectures of a province, or the provinces of the country, by prefix; empty where a region has none."""
    return dissolve_divisions(draw_areas(geography, Level.COUNTY), list(geography.region.list_divisions()))


def dissolve_divisions(counties: gpd.GeoSeries, prefixes: list[str]) -> gpd.GeoSeries:
    """Counties, by adcode, joined by how their codes begin; those of no prefix are left out."""
    division_of = {code: prefix for prefix in prefixes for code in counties.index if lies_within(code, prefix)}
    known = counties[counties.index.isin(division_of)]
    joined: gpd.GeoSeries = known.to_frame("geometry").dissolve(by=known.index.map(division_of)).geometry
    return joined


def simplify_coverage(areas: gpd.GeoSeries, tolerance_m: float, metric_crs: str) -> gpd.GeoSeries:
    """Neighbouring polygons with fewer corners: an edge that two share stays one, and none vanishes."""
    simple = shapely.coverage_simplify(areas.to_crs(metric_crs).to_numpy(), tolerance_m)
    return gpd.GeoSeries(simple, index=areas.index, crs=metric_crs).to_crs(areas.crs)


def draw_hatch_stripes(areas: gpd.GeoSeries, metric_crs: str) -> gpd.GeoSeries:
    """Diagonal stripes clipped to each area: the fill pattern for missing values, which Plotly's maps lack."""
    metric = areas.to_crs(metric_crs)
    left, bottom, right, top = metric.total_bounds
    height = top - bottom
    apart = max(_STRIPE_EVERY, _STRIPE_SHARE * height)
    starts = np.arange(left - height, right, apart)
    lines = shapely.linestrings([[(x, bottom), (x + height, top)] for x in starts])
    stripes = shapely.union_all(shapely.buffer(lines, _STRIPE_HALF_WIDTH * apart, cap_style="flat"))
    near = [shapely.clip_by_rect(stripes, *box) for box in shapely.bounds(metric.buffer(apart).to_numpy())]
    return metric.intersection(gpd.GeoSeries(near, index=metric.index, crs=metric_crs)).to_crs(GEOGRAPHIC_CRS)


def place_label_anchors(areas: gpd.GeoSeries, metric_crs: str) -> gpd.GeoSeries:
    """A tiny square at each area's visual centre, the middle of its largest inscribed circle.

    Plotly writes a text at the centroid of the polygon it is given, which in a crescent lies outside: it is given
    these squares instead.
    """
    radii = areas.to_crs(metric_crs).maximum_inscribed_circle(tolerance=200)
    centres = gpd.GeoSeries(shapely.get_point(radii.to_numpy(), 0), index=areas.index, crs=metric_crs)
    return centres.buffer(_ANCHOR_HALF_WIDTH, cap_style="square").to_crs(GEOGRAPHIC_CRS)


def encode_geojson(shapes: gpd.GeoSeries) -> bytes:
    """GeoJSON of one layer, each feature's id its index label, with rings as plotly.js wants them.

    Exterior rings run clockwise: plotly.js fills the rest of the sphere otherwise (plotly.js#4984).
    """
    rounded = shapely.transform(shapes.to_numpy(), lambda xy: xy.round(DECIMALS))
    features = [
        {"type": "Feature", "id": str(code), "properties": {}, "geometry": shapely.geometry.mapping(shape)}
        for code, shape in zip(shapes.index, shapely.orient_polygons(rounded, exterior_cw=True), strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()
