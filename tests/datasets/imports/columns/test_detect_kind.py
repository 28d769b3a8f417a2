"""What a file holds is told by its headings, and by what most of its features are."""

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point, box

from datasets.imports.columns.detect_kind import detect_kind
from datasets.imports.model import FileContent
from datasets.kinds import ImportKind
from tests.datasets.imports.tables import sheet

POINT, LINE, CELL = Point(114, 24), LineString([(114, 24), (114.1, 24)]), box(114, 24, 114.1, 24.1)


def of_table(*rows: list[str]) -> ImportKind:
    return detect_kind(FileContent("x.csv", "csv", "", 0, sheets=(sheet(rows),)))


def of_features(shapes: list, **columns: list) -> ImportKind:
    return detect_kind(
        FileContent("x", "geojson", "", 0, features=gpd.GeoDataFrame(columns, geometry=shapes, crs=4490))
    )


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["地区", "年份", "常住人口"], ImportKind.OBSERVATIONS),
        (["id", "name", "type", "location"], ImportKind.FACILITIES),
        (["学校名称", "经度", "纬度"], ImportKind.FACILITIES),
        (["村名", "经度", "纬度", "户籍人口（人）"], ImportKind.SETTLEMENTS),
        (["名称", "经度", "纬度", "年份", "数值"], ImportKind.OBSERVATIONS),
    ],
)
def test_a_table_of_things_with_coordinates_is_one_of_places(headings, kind):
    assert of_table(["某表", *[""] * (len(headings) - 1)], headings, ["1"] * len(headings)) is kind


def test_features_are_what_most_of_them_are():
    assert of_features([LINE, LINE, POINT]) is ImportKind.ROADS
    assert of_features([CELL, CELL]) is ImportKind.TOWNSHIPS


@pytest.mark.parametrize("shapes", [[CELL, POINT, CELL], [POINT, CELL], [CELL, CELL]])
def test_polygons_of_schools_are_facilities_whichever_comes_first(shapes):
    assert of_features(shapes, amenity=["school"] * len(shapes)) is ImportKind.FACILITIES


def test_points_with_people_and_no_type_are_settlements():
    assert of_features([POINT], name=["甲村"], population=["12"]) is ImportKind.SETTLEMENTS
