"""Which columns hold coordinates, and in which datum a file says that they are."""

import pytest

from datasets.imports.columns.coordinate_columns import find_coordinate_role, find_stated_datum, select_datum_columns
from datasets.imports.model import ColumnRole
from geodata.datums import Datum


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("经度", ColumnRole.LONGITUDE),
        ("经度（WGS84）", ColumnRole.LONGITUDE),
        ("lng_gcj02", ColumnRole.LONGITUDE),
        ("bd09_lat", ColumnRole.LATITUDE),
        ("百度纬度", ColumnRole.LATITUDE),
        ("location.lng", ColumnRole.LONGITUDE),
        ("@lat", ColumnRole.LATITUDE),
        ("X坐标", ColumnRole.LONGITUDE),
        ("location", ColumnRole.COORDINATES),
        ("经纬度", ColumnRole.COORDINATES),
        ("高德坐标", ColumnRole.COORDINATES),
        ("lng,lat", ColumnRole.COORDINATES),
        ("address", None),
        ("位置", None),
    ],
)
def test_a_heading_tells_a_column_of_coordinates(heading, role):
    assert find_coordinate_role(heading) is role


def test_of_pairs_in_several_datums_the_one_that_needs_no_shift_is_kept():
    headings = ["名称", "lng_gcj02", "lat_gcj02", "lng_wgs84", "lat_wgs84"]
    roles = [find_coordinate_role(heading) for heading in headings]
    assert select_datum_columns(headings, roles) == [True, False, False, True, True]


AMAP = ["id", "name", "type", "typecode", "address", "location", "pname", "cityname", "adname"]
BAIDU = ["name", "location.lng", "location.lat", "address", "uid", "detail_info.tag"]
TENCENT = ["id", "title", "location.lat", "location.lng", "ad_info.adcode"]
OSM = ["@id", "amenity", "name", "@lat", "@lon"]


@pytest.mark.parametrize(
    ("headings", "datum"),
    [
        (AMAP, Datum.GCJ02),
        (BAIDU, Datum.BD09),
        (TENCENT, Datum.GCJ02),
        (OSM, Datum.WGS84),
        (["名称", "大类", "中类", "小类", "经度", "纬度"], Datum.GCJ02),
    ],
)
def test_the_headings_of_a_provider_tell_its_datum(headings, datum):
    assert find_stated_datum(headings, (), "x.csv").datum is datum


def test_headings_that_any_office_may_have_tell_none():
    assert (
        find_stated_datum(["编号", "名称", "类型", "经度", "纬度", "adcode", "床位数"], ("经度", "纬度"), "名单.csv")
        is None
    )


def test_the_heading_of_the_coordinates_goes_before_the_provider():
    assert find_stated_datum([*AMAP, "wgs84_lng"], ("wgs84_lng",), "x.csv").datum is Datum.WGS84


@pytest.mark.parametrize(
    ("name", "datum"), [("学校_GCJ-02.csv", Datum.GCJ02), ("百度POI.csv", Datum.BD09), ("医院_wgs84.csv", Datum.WGS84)]
)
def test_the_name_of_a_file_may_tell_it(name, datum):
    assert find_stated_datum(["名称"], (), name).datum is datum


def test_a_text_of_the_file_tells_it_with_its_words():
    told = find_stated_datum(["name"], (), "x.kml", [("description", ["", "坐标系：GCJ02（火星坐标）"])])
    assert (told.datum, told.by) == (Datum.GCJ02, "坐标系：GCJ02（火星坐标）")


def test_the_name_of_a_building_tells_no_datum():
    assert find_stated_datum(["name"], (), "x.kml", [("description", ["高德置地广场"])]) is None


def test_several_datums_leave_it_open():
    told = find_stated_datum(["name"], (), "x.kml", [("OvCoordType", ["GCJ-02", "WGS84"])])
    assert (told.datum, told.datums) == (None, (Datum.GCJ02, Datum.WGS84))
