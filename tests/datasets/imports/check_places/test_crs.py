"""Coordinate systems: what Chinese offices deliver becomes degrees of CGCS2000, or is refused."""

import geopandas as gpd
import pytest
from shapely.geometry import Point

from datasets.imports.check_places.crs import to_geographic
from datasets.imports.model import FaultCode, Limits, RefusedError
from datasets.imports.read.vectors.vectors import read_features
from tests.datasets.imports.geodata_files import places, zipped_shapefile

HERE = gpd.GeoDataFrame(geometry=[Point(113.03, 23.7)], crs="EPSG:4490")


def assert_here(features):
    point = to_geographic(features).geometry.iloc[0]
    assert (point.x, point.y) == (pytest.approx(113.03, abs=1e-7), pytest.approx(23.7, abs=1e-7))
    assert to_geographic(features).crs.to_epsg() == 4490


@pytest.mark.parametrize("epsg", [4490, 4326, 4526, 4547, 4497, 3857, 32649])
def test_wgs84_and_cgcs2000_are_understood_in_degrees_and_in_metres(epsg):
    assert_here(HERE.to_crs(epsg))


def test_eastings_that_bear_their_zone_need_no_crs():
    assert_here(HERE.to_crs(4526).set_crs(None, allow_override=True))


def test_the_zone_in_the_eastings_outdoes_a_prj_without_it():
    assert_here(HERE.to_crs(4526).set_crs(4547, allow_override=True))


def test_degrees_of_china_need_no_crs():
    assert_here(HERE.set_crs(None, allow_override=True))


@pytest.mark.parametrize("features", [HERE.to_crs(4547).set_crs(None, allow_override=True), HERE.to_crs(4610)])
def test_metres_without_a_zone_and_other_datums_are_refused(features):
    with pytest.raises(RefusedError) as refused:
        to_geographic(features)
    assert refused.value.faults[0].code is FaultCode.UNKNOWN_CRS


def test_web_mercator_in_the_east_is_not_taken_for_a_zone():
    east = gpd.GeoDataFrame(geometry=[Point(118.0, 24.0)], crs="EPSG:4326").to_crs(3857)
    assert to_geographic(east).geometry.iloc[0].x == pytest.approx(118.0)


@pytest.mark.parametrize("epsg", [4526, 4547])
def test_a_gauss_kruger_shapefile_comes_back_to_its_degrees(tmp_path, epsg):
    path = zipped_shapefile(places().to_crs(epsg), tmp_path)
    read = to_geographic(read_features("x.zip", path, "shapefile", Limits()))
    assert read.geometry.x.tolist() == pytest.approx([114.02, 114.07], abs=1e-7)
