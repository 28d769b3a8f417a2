"""Official township polygons: matched to their townships, a county whole or not at all."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import box

from datasets.imports.check_places.polygons import check_polygons
from datasets.imports.model import FaultCode, RefusedError, Severity
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum, from_wgs84
from tests.datasets.imports.geodata_files import cells, with_nan
from tests.datasets.imports.place_world import place_context


def resolved(features, geography, datum=Datum.WGS84):
    return check_polygons(features, "x.geojson", datum, place_context(geography))


def shifted(features, datum):
    moved = shapely.transform(
        features.geometry.to_numpy(), lambda xy: np.column_stack(from_wgs84(xy[:, 0], xy[:, 1], datum))
    )
    return features.set_geometry(gpd.GeoSeries(moved, crs=features.crs))


def test_polygons_that_fit_are_stored_as_they_are(square_geography):
    checked = resolved(cells(), square_geography)
    assert list(checked.rows.columns) == STORED[ImportKind.TOWNSHIPS]
    assert checked.rows[["code", "name", "source"]].to_numpy().tolist() == [
        ["a1", "a1镇", "某局"],
        ["a2", "a2镇", "某局"],
    ]
    assert (
        gpd.GeoSeries.from_wkb(checked.rows["geometry"])
        .geom_equals(cells().geometry.set_crs(None, allow_override=True))
        .all()
    )
    assert (checked.report.rows, checked.report.good, checked.report.counts) == (2, 2, {})


@pytest.mark.parametrize(
    "attributes",
    [
        {"代码": ["a1", "a2"]},
        {"XZQDM": ["a1", "a2"], "XZQMC": ["a1镇", "a2镇"]},
        {"name": ["a1", "a2"], "county": ["a县", "a县"]},
        {"乡镇名称": ["a1镇", "a2镇"], "所属县（市、区）": ["a县", "a县"]},
    ],
)
def test_a_township_is_found_by_its_code_or_its_name(square_geography, attributes):
    features = gpd.GeoDataFrame(attributes, geometry=cells().geometry)
    assert resolved(features, square_geography).rows["code"].tolist() == ["a1", "a2"]


def test_a_code_and_a_name_of_two_townships_are_refused(square_geography):
    features = cells().assign(代码=["a1", "a1"])
    checked = resolved(features, square_geography)
    assert checked.report.counts == {FaultCode.AREA_DISAGREES: 1, FaultCode.AREA_ABSENT: 1}
    assert checked.rows.empty


def test_a_name_that_no_township_bears_is_refused(square_geography):
    checked = resolved(cells().assign(名称=["a1镇", "无此镇"]), square_geography)
    fault = checked.report.faults.set_index("code").loc[FaultCode.AREA_UNKNOWN]
    assert (fault["found"], fault["row"]) == ("无此镇", 1)


def test_the_outline_of_a_county_is_said_to_be_one(square_geography):
    checked = resolved(cells().assign(adcode=["a", "a"], 名称=["a县", "a县"]), square_geography)
    assert checked.report.counts == {FaultCode.WIDER_AREA: 2}


def test_a_polygon_whose_code_is_of_another_region_is_not_taken_by_its_name(square_geography):
    checked = resolved(cells().assign(区划代码=["430321112", "430321113"]), square_geography)
    assert (checked.report.good, checked.report.counts) == (0, {FaultCode.AREA_FOREIGN: 2})


def test_a_county_without_all_of_its_townships_is_not_replaced(square_geography):
    checked = resolved(cells().iloc[:1], square_geography)
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["severity"], fault["found"]) == (FaultCode.AREA_ABSENT, Severity.ERROR, "a县a2镇")
    assert (checked.report.good, len(checked.rows)) == (0, 0)


def test_an_overlap_is_told_with_both_townships_and_its_area(square_geography):
    features = cells()
    features.loc[0, "geometry"] = box(114.0, 24.1, 114.06, 24.2)
    checked = resolved(features, square_geography)
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["found"]) == (FaultCode.OVERLAP, "a县a1镇 / a县a2镇")
    assert " ha, 114.05" in fault["allowed"]
    assert (checked.report.good, len(checked.rows)) == (0, 0)


def test_a_gap_is_told_with_its_county_and_its_area(square_geography):
    features = cells()
    features.loc[0, "geometry"] = box(114.0, 24.1, 114.04, 24.2)
    checked = resolved(features, square_geography)
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["found"], fault["severity"]) == (FaultCode.GAP, "a县", Severity.ERROR)
    assert (checked.report.good, len(checked.rows)) == (0, 0)


def test_a_township_in_another_county_is_refused(square_geography):
    features = cells()
    features.loc[0, "geometry"] = box(114.1, 24.0, 114.15, 24.1)
    fault = resolved(features, square_geography).report.faults.set_index("code").loc[FaultCode.COUNTY_DISAGREES]
    assert (fault["found"], fault["allowed"], fault["severity"]) == ("a县a1镇", "d县", Severity.ERROR)


def test_a_township_that_leaves_its_county_is_cut_and_told(square_geography):
    features = cells()
    features.loc[1, "geometry"] = box(114.05, 24.1, 114.12, 24.2)
    checked = resolved(features, square_geography)
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["found"]) == (FaultCode.COUNTY_DISAGREES, "a县a2镇 / a县")
    assert fault["severity"] == Severity.WARNING
    assert gpd.GeoSeries.from_wkb(checked.rows["geometry"]).total_bounds[2] == pytest.approx(114.1, abs=1e-5)


def test_a_township_in_the_sea_is_outside(square_geography):
    features = cells()
    features.loc[0, "geometry"] = box(116, 21, 116.1, 21.1)
    assert FaultCode.POINT_OUTSIDE in resolved(features, square_geography).report.counts


def test_swapped_axes_are_told(square_geography):
    turned = shapely.transform(cells().geometry.to_numpy(), lambda xy: xy[:, ::-1])
    features = cells().set_geometry(gpd.GeoSeries(turned, crs="EPSG:4490"))
    assert resolved(features, square_geography).report.counts == {FaultCode.POINT_SWAPPED: 2}


def test_an_exclave_in_a_row_of_its_own_is_joined_and_told(square_geography):
    halves = [box(114.0, 24.1, 114.05, 24.15), box(114.0, 24.15, 114.05, 24.2), cells().geometry[1]]
    features = gpd.GeoDataFrame({"名称": ["a1镇", "a1镇", "a2镇"]}, geometry=halves, crs="EPSG:4490")
    checked = resolved(features, square_geography)
    assert checked.rows["code"].tolist() == ["a1", "a2"]
    assert checked.report.counts == {FaultCode.DUPLICATE: 1}
    assert gpd.GeoSeries.from_wkb(checked.rows["geometry"])[0].area == pytest.approx(0.005, rel=1e-3)


@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
def test_polygons_of_another_datum_are_converted(square_geography, datum):
    checked = resolved(shifted(cells(), datum), square_geography, datum)
    assert checked.report.counts == {}
    assert gpd.GeoSeries.from_wkb(checked.rows["geometry"])[0].area == pytest.approx(0.005, rel=1e-4)


def test_polygons_that_fit_another_datum_are_doubted(square_geography):
    faults = resolved(shifted(cells(), Datum.GCJ02), square_geography).report.faults.set_index("code")
    assert faults.loc[FaultCode.DATUM_DOUBTFUL, "found"] == "gcj02"
    assert FaultCode.DATUM_DOUBTFUL not in resolved(cells(), square_geography).report.counts


def test_lines_are_the_wrong_geometry(square_geography):
    features = cells().set_geometry(cells().boundary)
    with pytest.raises(RefusedError) as refused:
        resolved(features, square_geography)
    assert refused.value.faults[0].code is FaultCode.WRONG_GEOMETRY


def test_nan_in_a_ring_is_an_invalid_geometry(square_geography):
    features = cells()
    features.loc[0, "geometry"] = with_nan(features.geometry[0])
    assert FaultCode.GEOMETRY_INVALID in resolved(features, square_geography).report.counts
