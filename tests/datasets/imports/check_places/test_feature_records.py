"""Attributes of features: which column is what, and points as coordinates."""

import geopandas as gpd
from shapely.geometry import LineString, MultiPoint, Point, box

from datasets.imports.check_places.feature_records import POLYGON, guess_roles, read_point_features
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from tests.datasets.imports.geodata_files import places


def test_roles_are_told_by_headings_in_capitals_or_not():
    assert guess_roles(["FID", "NAME", "床位数", "Type"], ImportKind.FACILITIES) == {
        "NAME": ColumnRole.NAME,
        "床位数": ColumnRole.CAPACITY,
        "Type": ColumnRole.TYPE,
    }


def test_a_role_is_given_once_and_to_the_plainer_heading():
    assert guess_roles(["BSM", "编号", "代码"], ImportKind.FACILITIES) == {"编号": ColumnRole.CODE}


def test_the_place_of_a_feature_is_its_geometry_whatever_its_attributes_say():
    features = places(名称=["甲", "乙"], 经度=["1", "2"])
    records = read_point_features(features, "x", ImportKind.FACILITIES)
    assert records[["longitude", "latitude"]].astype(float).to_numpy().tolist() == [[114.02, 24.15], [114.07, 24.15]]


def test_metres_become_degrees():
    records = read_point_features(places().to_crs(4526), "x", ImportKind.FACILITIES)
    assert records["longitude"].astype(float).round(7).tolist() == [114.02, 114.07]


def test_a_lone_point_of_a_multipoint_is_that_point_and_none_is_no_coordinates():
    features = gpd.GeoDataFrame({"name": ["甲", "乙"]}, geometry=[MultiPoint([Point(114, 24)]), None], crs=4490)
    records = read_point_features(features, "x", ImportKind.FACILITIES)
    assert records["longitude"].tolist() == ["114.0", ""]


def test_the_user_says_what_an_attribute_is():
    records = read_point_features(places(a=["甲", "乙"]), "x", ImportKind.FACILITIES, {"a": ColumnRole.NAME})
    assert records["name"].tolist() == ["甲", "乙"]


def test_a_polygon_stands_for_a_point_inside_it_and_a_line_for_none():
    ring = box(114, 24, 114.01, 24.01) - box(114.002, 24.002, 114.008, 24.008)  # its centre lies outside of it
    features = gpd.GeoDataFrame({"name": ["甲", "乙"]}, geometry=[ring, LineString([(114, 24), (114.1, 24)])], crs=4490)
    records = read_point_features(features, "x", ImportKind.FACILITIES)
    assert ring.contains(Point(float(records["longitude"][0]), float(records["latitude"][0])))
    assert records["shape"].tolist() == [POLYGON, "LineString"]
    assert records["longitude"][1] == ""


def test_the_people_who_live_there_go_before_those_who_are_registered():
    assert guess_roles(["户籍人口", "常住人口"], ImportKind.SETTLEMENTS) == {"常住人口": ColumnRole.POPULATION}


def test_a_kind_of_place_is_no_name_of_a_township():
    features = places(name=["甲村", "乙村"], place=["village", "太平镇"])
    assert read_point_features(features, "x", ImportKind.SETTLEMENTS)["place"].tolist() == ["", "太平镇"]
