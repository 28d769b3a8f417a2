"""The corpus of broken files of features: each gets its fault, none another exception."""

import json
import socketserver
import sqlite3
import threading
import zipfile

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from datasets.imports.cells.area_index import build_area_index
from datasets.imports.check_places.feature_records import read_point_features
from datasets.imports.check_places.places import PlaceContext
from datasets.imports.check_places.points import check_points
from datasets.imports.check_places.polygons import check_polygons
from datasets.imports.model import FaultCode, Limits, RefusedError
from datasets.imports.read.vectors.vectors import read_features
from datasets.kinds import ImportKind
from geodata.datums import Datum
from indicators.definition import Domain
from indicators.facilities.facility_types import FacilityType
from tests.datasets.imports.geodata_files import cells, kml, places, zipped_shapefile

LIMITS = Limits()
SCHOOL = {"primary_school": FacilityType("小学", Domain.EDUCATION, "学位")}
PLACEMARK = "<Placemark><name>甲</name><Point><coordinates>114.02,24.15</coordinates></Point></Placemark>"


def refusal(path, file_type, limits=LIMITS):
    with pytest.raises(RefusedError) as refused:
        read_features(path.name, path, file_type, limits)
    return refused.value.faults[0].code


def written(tmp_path, content):
    path = tmp_path / "features"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def geojson(geometries=(), crs=None):
    members = {"crs": crs} if crs else {}
    features = [{"type": "Feature", "properties": {"name": "甲"}, "geometry": geometry} for geometry in geometries]
    return json.dumps({"type": "FeatureCollection", "features": features, **members})


@pytest.fixture
def context(square_geography):
    codes = dict.fromkeys(["a", "b", "c", "d", "a1", "a2"])
    book = build_area_index(square_geography.region, square_geography.townships, {code: code for code in codes})
    return PlaceContext(square_geography, book, SCHOOL, "primary_school", "某局")


def points_report(features, context):
    records = read_point_features(features, "x", ImportKind.FACILITIES)
    return check_points(records, ImportKind.FACILITIES, Datum.WGS84, context).report


@pytest.mark.parametrize(
    ("file_type", "content", "code"),
    [
        ("geojson", "", FaultCode.DAMAGED),
        ("geojson", "{", FaultCode.DAMAGED),
        ("geojson", geojson(), FaultCode.NO_FEATURES),
        ("geojson", '{"type": "Topology", "objects": {}}', FaultCode.DAMAGED),
        ("geojson", geojson([{"type": "Point", "coordinates": [114, 24]}])[:-20], FaultCode.DAMAGED),
        ("gpkg", "", FaultCode.DAMAGED),
        ("gpkg", "SQLite format 3\0" + "x" * 500, FaultCode.DAMAGED),
        ("gpkg", "<OGRVRTDataSource></OGRVRTDataSource>", FaultCode.DAMAGED),
        ("shapefile", "", FaultCode.DAMAGED),
        ("shapefile", "PK\3\4" + "x" * 100, FaultCode.DAMAGED),
        ("kml", "", FaultCode.DAMAGED),
        ("kml", kml(""), FaultCode.NO_FEATURES),
        ("kml", kml(PLACEMARK)[:-30], FaultCode.DAMAGED),
        ("kml", "<html></html>", FaultCode.DAMAGED),
        ("kml", kml("<Placemark><Point><coordinates>x,y</coordinates></Point></Placemark>"), FaultCode.DAMAGED),
        (
            "kml",
            kml("<NetworkLink><Link><href>http://127.0.0.1/</href></Link></NetworkLink>"),
            FaultCode.EXTERNAL_LINKS,
        ),
        ("kml", kml(PLACEMARK, '<!DOCTYPE k [<!ENTITY a "b">]>'), FaultCode.EXTERNAL_LINKS),
        ("kml", kml(PLACEMARK, '<!DOCTYPE k SYSTEM "file:///etc/passwd">'), FaultCode.EXTERNAL_LINKS),
    ],
)
def test_a_broken_file_is_refused_with_its_fault(tmp_path, file_type, content, code):
    assert refusal(written(tmp_path, content), file_type) is code


@pytest.mark.parametrize("file_type", ["geojson", "gpkg", "shapefile", "kml"])
@given(content=st.binary(max_size=300))
def test_no_bytes_are_anything_but_refused(tmp_path_factory, file_type, content):
    path = tmp_path_factory.mktemp("any") / "features"
    path.write_bytes(content)
    assert refusal(path, file_type)


@pytest.mark.parametrize("cut", [10, 400, 2000, 20_000])
@pytest.mark.parametrize("file_type", ["gpkg", "shapefile"])
def test_a_truncated_file_is_damaged(tmp_path, file_type, cut):
    if file_type == "gpkg":
        path = tmp_path / "x.gpkg"
        places().to_file(path)
    else:
        path = zipped_shapefile(places(), tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: min(cut, len(content) - 30)])
    assert refusal(path, file_type) is FaultCode.DAMAGED


def test_a_geopackage_with_an_empty_layer_has_no_features(tmp_path):
    places().iloc[:0].to_file(tmp_path / "x.gpkg")
    assert refusal(tmp_path / "x.gpkg", "gpkg") is FaultCode.NO_FEATURES


def test_several_layers_are_listed(tmp_path):
    for layer in ("学校", "医院"):
        places().to_file(tmp_path / "x.gpkg", layer=layer)
    with pytest.raises(RefusedError) as refused:
        read_features("x", tmp_path / "x.gpkg", "gpkg", LIMITS)
    fault = refused.value.faults[0]
    assert (fault.code, fault.found) == (FaultCode.SEVERAL_LAYERS, "学校、医院")


def test_a_view_of_a_geopackage_is_not_looked_into(tmp_path):
    path = tmp_path / "x.gpkg"
    places().to_file(path, layer="own")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE gpkg_contents SET table_name = 'seen'")
    connection.execute("CREATE VIEW seen AS SELECT * FROM own")
    connection.commit()
    connection.close()
    assert refusal(path, "gpkg") is FaultCode.NO_FEATURES


@pytest.mark.parametrize("name", ["../features.shp", "/etc/features.shp", "a/../../features.shp", "..\\features.shp"])
def test_a_zip_that_leads_out_of_its_folder_is_refused(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(name, b"\0\0\x27\x0a")
    assert refusal(tmp_path / "x.zip", "shapefile") is FaultCode.EXTERNAL_LINKS


def test_a_zip_that_expands_beyond_the_limit_is_refused(tmp_path):
    path = zipped_shapefile(places(), tmp_path)
    assert refusal(path, "shapefile", Limits(unpacked_bytes=200)) is FaultCode.EXPANDS_TOO_MUCH


def test_a_shapefile_without_its_index_or_table_is_damaged(tmp_path):
    path = zipped_shapefile(places(), tmp_path)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(tmp_path / "part.zip", "w") as part:
        part.writestr("features.shp", archive.read("features.shp"))
    assert refusal(tmp_path / "part.zip", "shapefile") is FaultCode.DAMAGED


def test_two_shapefiles_in_a_zip_are_several_layers(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.shp", b"")
        archive.writestr("b.shp", b"")
    assert refusal(tmp_path / "x.zip", "shapefile") is FaultCode.SEVERAL_LAYERS


def test_a_zip_without_a_shapefile_has_no_features(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("readme.txt", b"")
    assert refusal(tmp_path / "x.zip", "shapefile") is FaultCode.NO_FEATURES


def test_a_program_in_place_of_a_shape_is_not_run(tmp_path):
    path = zipped_shapefile(places(), tmp_path)
    program = f"<OGRVRTDataSource><OGRVRTLayer name='features'><SrcDataSource>{tmp_path}/features.shp</SrcDataSource>"
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(tmp_path / "vrt.zip", "w") as other:
        for name in ("features.shx", "features.dbf"):
            other.writestr(name, archive.read(name))
        other.writestr("features.shp", f"{program}</OGRVRTLayer></OGRVRTDataSource>")
    assert refusal(tmp_path / "vrt.zip", "shapefile") is FaultCode.DAMAGED


def test_a_json_that_is_a_pipeline_over_other_files_is_not_run(tmp_path):
    places().to_file(tmp_path / "secret.gpkg")
    command = f"gdal vector convert {tmp_path}/secret.gpkg out --output-format=stream"
    pipeline = {"type": "gdal_streamed_alg", "command_line": command, "relative_paths_relative_to_this_file": False}
    assert refusal(written(tmp_path, json.dumps(pipeline)), "geojson") is FaultCode.DAMAGED


@pytest.mark.parametrize("kind", ["link", "l\\u0069nk"])
def test_a_crs_behind_a_link_is_refused_and_never_fetched(tmp_path, kind):
    asked = []

    class Listener(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(100))

    with socketserver.TCPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        href = f"http://127.0.0.1:{server.server_address[1]}/crs"
        crs = {"type": "LINK", "properties": {"href": href, "type": "proj4"}}
        content = geojson([{"type": "Point", "coordinates": [114, 24]}], crs).replace("LINK", kind)
        code = refusal(written(tmp_path, content), "geojson")
        server.shutdown()
        thread.join()
    assert code is FaultCode.EXTERNAL_LINKS
    assert not asked


def test_a_gb18030_shapefile_without_cpg_is_read_as_it_was_written(tmp_path):
    read = read_features("x", zipped_shapefile(places(), tmp_path, "GB18030"), "shapefile", LIMITS)
    assert read["名称"].tolist() == ["甲小学", "乙小学"]


def test_points_in_the_sea_are_told_with_their_distance(context):
    sea = places().set_geometry([Point(114.02, 24.15), Point(116.0, 21.0)], crs="EPSG:4490")
    report = points_report(sea, context)
    fault = report.faults.iloc[0]
    assert (report.counts, report.good) == ({FaultCode.POINT_OUTSIDE: 1}, 1)
    assert fault["row"] == 1
    assert "km" in fault["allowed"]


def test_swapped_coordinates_are_told_as_swapped(context):
    swapped = places().set_geometry([Point(24.15, 114.02), Point(24.15, 114.07)], crs="EPSG:4490")
    report = points_report(swapped, context)
    assert (report.counts, report.good) == ({FaultCode.POINT_SWAPPED: 2}, 0)
    assert report.faults["allowed"].iloc[0] == "114.02, 24.15"


def test_points_without_coordinates_are_missing(context):
    empty = places().set_geometry([Point(), None], crs="EPSG:4490")
    assert points_report(empty, context).counts == {FaultCode.POINT_MISSING: 2}


def test_nan_coordinates_of_a_geojson_are_no_point(tmp_path, context):
    unknown, known = ({"type": "Point", "coordinates": [x, 24.15]} for x in (float("nan"), 114.02))
    read = read_features("x", written(tmp_path, geojson([unknown, known])), "geojson", LIMITS)
    assert points_report(read, context).counts == {FaultCode.NOT_FINITE: 1}


def test_districts_where_points_are_needed_are_the_wrong_geometry(context):
    checked = points_report(cells(), context)
    assert checked.counts == {FaultCode.WRONG_GEOMETRY: 2}
    assert checked.faults["found"].tolist() == ["Polygon 11.1 km"] * 2


def test_points_where_polygons_are_needed_are_the_wrong_geometry(context):
    with pytest.raises(RefusedError) as refused:
        check_polygons(places(), "x", Datum.WGS84, context)
    assert refused.value.faults[0].code is FaultCode.WRONG_GEOMETRY


def test_a_polygon_that_crosses_itself_is_repaired_and_told(context):
    # The western township with a small loop at its western edge.
    loop = "114 24.1502, 114.0002 24.15, 114.0002 24.1502, 114 24.15"
    drawn = cells()
    crossed = gpd.GeoSeries.from_wkt([f"POLYGON ((114 24.1, 114.05 24.1, 114.05 24.2, 114 24.2, {loop}, 114 24.1))"])
    drawn.loc[0, "geometry"] = crossed[0]
    assert not drawn.geometry[0].is_valid
    checked = check_polygons(drawn, "x", Datum.WGS84, context)
    assert checked.report.counts == {FaultCode.GEOMETRY_REPAIRED: 1}
    assert gpd.GeoSeries.from_wkb(checked.rows["geometry"]).is_valid.all()


@pytest.mark.parametrize("shape", [None, "POLYGON EMPTY", "POLYGON ((114 24, 114 24, 114 24, 114 24))"])
def test_a_polygon_without_an_area_is_invalid(context, shape):
    drawn = cells()
    drawn.loc[0, "geometry"] = gpd.GeoSeries.from_wkt([shape])[0]
    checked = check_polygons(drawn, "x", Datum.WGS84, context)
    assert checked.report.counts == {FaultCode.GEOMETRY_INVALID: 1, FaultCode.AREA_ABSENT: 1}
    assert checked.rows.empty
