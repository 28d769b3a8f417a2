"""The base map: polygons from the pinned package, or from a file of the region's own."""

import warnings
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point, box

from geodata import base_map
from geodata.base_map import BaseMapError, read_base_map


@pytest.fixture
def own_file(square_geography, tmp_path):
    """Write a GeoPackage of squares; ``changes`` replace columns of its layer."""

    def write(layer: str = "counties", **changes: object) -> Path:
        path = tmp_path / "squares.gpkg"
        counties = square_geography.counties.reset_index(names="adcode")[["adcode", "geometry"]]
        counties.assign(**changes).to_file(path, layer=layer, driver="GPKG")
        return path

    return write


def test_a_file_gives_the_polygons_by_adcode(square_region, square_geography, own_file):
    found = read_base_map(square_region, own_file()).counties
    assert found.geom_equals(square_geography.counties.geometry[found.index]).all()
    assert found.crs.to_epsg() == 4490


def test_a_file_in_another_crs_is_transformed(square_region, square_geography, own_file, tmp_path):
    path = tmp_path / "metric.gpkg"
    gpd.read_file(own_file()).to_crs("EPSG:4547").to_file(path, layer="counties", driver="GPKG")
    found = read_base_map(square_region, path).counties
    assert found["a"].symmetric_difference(square_geography.counties.geometry["a"]).area < 1e-9


def test_the_only_layer_is_taken_whatever_it_is_called(square_region, own_file):
    assert len(read_base_map(square_region, own_file("县界")).counties)


def test_a_layer_of_the_province_is_its_outline(square_region, square_geography, own_file):
    path = own_file()
    assert read_base_map(square_region, path).province.empty
    square_geography.counties.dissolve().to_file(path, layer="province", driver="GPKG")
    assert read_base_map(square_region, path).province.to_numpy()[0].area > 0


def test_layers_of_neighbours_rivers_and_roads_are_read_where_they_are(square_region, own_file):
    path = own_file()
    assert not any(map(len, vars(read_base_map(square_region, path).surroundings).values()))
    line = gpd.GeoSeries([LineString([(114, 24), (114.3, 24.2)])], crs="EPSG:4326")
    beside = gpd.GeoDataFrame({"name": ["乙市"]}, geometry=[box(114.3, 24, 115.9, 26)], crs="EPSG:4490")
    for layer, drawn in (("rivers", line), ("roads", line), ("neighbours", beside)):
        drawn.to_file(path, layer=layer, driver="GPKG")
    found = read_base_map(square_region, path).surroundings
    assert (len(found.rivers), len(found.roads), list(found.neighbours["name"])) == (1, 1, ["乙市"])
    assert found.neighbours.total_bounds[2] < 115.9  # cut to what a map may show


@pytest.mark.parametrize(
    ("layer", "shape", "crs", "fault"),
    [
        ("rivers", Point(114, 24), "EPSG:4490", "rivers: expected lines, got Point"),
        ("neighbours", box(114, 24, 115, 25), "EPSG:4490", "neighbours: expected a column name, got geometry"),
        ("roads", LineString([(114, 24), (115, 25)]), None, "roads: expected a coordinate reference system"),
    ],
)
def test_a_layer_that_cannot_be_drawn_is_refused(square_region, own_file, layer, shape, crs, fault):
    path = own_file()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a layer without a system
        gpd.GeoSeries([shape], crs=crs).to_file(path, layer=layer, driver="GPKG")
    with pytest.raises(BaseMapError, match=f"squares.gpkg: {fault}"):
        read_base_map(square_region, path)


def test_the_package_has_the_prefectures_around_a_city_and_not_itself(city):
    names = set(city.geography.surroundings.neighbours["name"])
    assert {"韶关市", "广州市", "肇庆市", "贺州市", "永州市", "郴州市"} <= names
    assert "清远市" not in names


def test_a_file_without_a_declared_source_says_so(square_region, own_file):
    assert read_base_map(square_region, own_file()).source == "squares.gpkg（未注明来源）"


def test_the_declared_source_of_a_file_is_told(square_region, own_file):
    object.__setattr__(square_region, "base_map_source", "某市自然资源局，2024")
    assert read_base_map(square_region, own_file()).source == "某市自然资源局，2024"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"layer": "one"}, "expected a layer counties, got one, two"),
        ({"adcode": ["a"] * 4}, "expected every adcode once, got a twice"),
        ({"geometry": [Point(114, 24)] * 4}, "a: expected a polygon, got Point"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_what_is_allowed(square_region, own_file, changes, fault):
    path = own_file(**changes)
    if "layer" in changes:
        gpd.read_file(path).to_file(path, layer="two", driver="GPKG")
    with pytest.raises(BaseMapError, match=rf"squares\.gpkg: {fault}"):
        read_base_map(square_region, path)


def test_a_file_without_adcodes_is_refused(square_region, own_file, tmp_path):
    path = tmp_path / "squares.gpkg"
    gpd.read_file(own_file()).rename(columns={"adcode": "code"}).to_file(path, layer="counties", driver="GPKG")
    with pytest.raises(BaseMapError, match="expected a column adcode, got code, geometry"):
        read_base_map(square_region, path)


@pytest.mark.parametrize("content", [None, b"no map"])
def test_a_file_that_is_absent_or_no_map_is_refused_by_its_name(square_region, tmp_path, content):
    path = tmp_path / "map.gpkg"
    if content:
        path.write_bytes(content)
    with pytest.raises(BaseMapError, match=r"map\.gpkg: cannot be read as a map"):
        read_base_map(square_region, path)


def test_other_boundaries_than_those_that_were_checked_are_refused(city, monkeypatch):
    monkeypatch.setitem(base_map.CHECKSUMS, "district.geojson", "0" * 64)
    with pytest.raises(BaseMapError, match=r"district\.geojson: expected the SHA-256 0{64}, got 09ecc2dd.*BASE_MAP"):
        read_base_map(city.region)


def test_without_the_package_a_file_of_ones_own_is_asked_for(city, monkeypatch):
    monkeypatch.setattr(base_map, "PACKAGE", "no-such-package")
    with pytest.raises(BaseMapError, match=r"no-such-package.*cannot be read.*geodata/regions/<region>\.gpkg"):
        read_base_map(city.region)
