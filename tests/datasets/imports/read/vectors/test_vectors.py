"""Files of features: what is in them comes out as text and geometry, whatever the format."""

import json

import geopandas as gpd
import pytest
from shapely.geometry import Point

from datasets.imports.model import FaultCode, Limits, RefusedError
from datasets.imports.read.vectors.vectors import read_features
from tests.datasets.imports.geodata_files import kml, places, zipped_shapefile

LIMITS = Limits()


def refusal(path, file_type, limits=LIMITS):
    with pytest.raises(RefusedError) as refused:
        read_features("x", path, file_type, limits)
    return refused.value.faults[0].code


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030"])
@pytest.mark.parametrize("cpg", [True, False])
def test_chinese_attributes_of_a_shapefile_are_read_with_and_without_a_cpg(tmp_path, encoding, cpg):
    path = zipped_shapefile(places(), tmp_path, encoding, cpg, inside="数据/")
    read = read_features("x.zip", path, "shapefile", LIMITS)
    assert read[["名称", "类型"]].to_dict("list") == {"名称": ["甲小学", "乙小学"], "类型": ["小学", "小学"]}
    assert read.crs.to_epsg() == 4490


def test_a_character_cut_off_by_the_width_of_a_heading_is_dropped(tmp_path):
    path = zipped_shapefile(places(设施名称全文=["甲", "乙"]), tmp_path, "UTF-8")
    assert list(read_features("x.zip", path, "shapefile", LIMITS).columns) == ["设施名", "geometry"]


@pytest.mark.parametrize(("driver", "suffix", "file_type"), [("GPKG", "gpkg", "gpkg"), ("GeoJSON", "json", "geojson")])
def test_codes_and_numbers_come_out_as_they_were_written(tmp_path, driver, suffix, file_type):
    path = tmp_path / f"x.{suffix}"
    places(code=[441802001, None], beds=[1.5, 2.0], whole=[3, 4], open=[True, False]).to_file(path, driver=driver)
    read = read_features("x", path, file_type, LIMITS)
    assert read["code"].tolist() == ["441802001", ""]
    assert read["beds"].tolist() == ["1.5", "2"]
    assert read["whole"].tolist() == ["3", "4"]
    assert read["open"].tolist() == ["True", "False"]
    assert list(read.index) == [1, 2]


def test_placemarks_of_all_folders_of_a_kml_are_read_with_their_data(tmp_path):
    first = (
        "<Folder><name>学校</name><Placemark><name>甲</name><Point><coordinates>114.02,24.15,30</coordinates></Point>"
    )
    second = "<ExtendedData><Data name='床位'><value>3</value></Data></ExtendedData></Placemark></Folder>"
    third = "<Placemark><name>乙 &amp; 丙</name><Point><coordinates>114.07,24.15</coordinates></Point></Placemark>"
    (tmp_path / "x.kml").write_text(kml(first + second + third), "utf-8")
    read = read_features("x.kml", tmp_path / "x.kml", "kml", LIMITS)
    assert read["name"].tolist() == ["甲", "乙 & 丙"]
    assert read["床位"].tolist() == ["3", ""]
    assert read["folder"].tolist() == ["学校", ""]
    assert read.geometry.tolist() == [Point(114.02, 24.15), Point(114.07, 24.15)]


def test_a_ring_of_a_kml_with_a_hole_is_one_polygon(tmp_path):
    outer = "<outerBoundaryIs><LinearRing><coordinates>0,0 0,4 4,4 4,0 0,0</coordinates></LinearRing></outerBoundaryIs>"
    inner = "<innerBoundaryIs><LinearRing><coordinates>1,1 1,2 2,2 2,1 1,1</coordinates></LinearRing></innerBoundaryIs>"
    (tmp_path / "x.kml").write_text(kml(f"<Placemark><Polygon>{outer}{inner}</Polygon></Placemark>"), "utf-8")
    assert read_features("x.kml", tmp_path / "x.kml", "kml", LIMITS).geometry[1].area == 15


def test_heights_are_dropped(tmp_path):
    path = tmp_path / "x.geojson"
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [114, 24, 99.5]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    assert not read_features("x", path, "geojson", LIMITS).geometry.has_z.any()


def test_one_row_too_many_is_refused(tmp_path):
    places().to_file(tmp_path / "x.gpkg")
    assert refusal(tmp_path / "x.gpkg", "gpkg", Limits(rows=1)) is FaultCode.TOO_MANY_ROWS
    assert len(read_features("x", tmp_path / "x.gpkg", "gpkg", Limits(rows=2))) == 2


def test_a_text_that_is_too_long_and_too_many_columns_are_refused(tmp_path):
    places(note=["x" * 30, ""], other=["", ""]).to_file(tmp_path / "x.gpkg")
    assert refusal(tmp_path / "x.gpkg", "gpkg", Limits(cell_characters=20)) is FaultCode.CELL_TOO_LONG
    assert refusal(tmp_path / "x.gpkg", "gpkg", Limits(columns=1)) is FaultCode.TOO_MANY_COLUMNS


def test_a_shape_of_too_many_vertices_is_refused_with_its_row(tmp_path):
    shapes = [Point(114, 24), Point(114, 24).buffer(1)]
    places().set_geometry(gpd.GeoSeries(shapes, crs="EPSG:4490")).to_file(tmp_path / "x.gpkg")
    with pytest.raises(RefusedError) as refused:
        read_features("x", tmp_path / "x.gpkg", "gpkg", Limits(vertices=64))
    fault = refused.value.faults[0]
    assert (fault.code, fault.found, fault.allowed, fault.row) == (FaultCode.TOO_MANY_VERTICES, "65", "64", 2)
    assert len(read_features("x", tmp_path / "x.gpkg", "gpkg", Limits(vertices=65))) == 2
