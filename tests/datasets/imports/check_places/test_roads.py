"""Roads: lines with a class, near the region, a row each."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiLineString, Point

from datasets.imports.check_places.roads import check_roads
from datasets.imports.model import FaultCode, RefusedError, Severity
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum, from_wgs84
from indicators.facilities.facility_types import RoadClass
from tests.datasets.imports.geodata_files import with_nan
from tests.datasets.imports.place_world import place_context

CLASSES = {"county": RoadClass("县道", ("secondary",)), "other": RoadClass("其他道路")}
FIRST, SECOND = LineString([(114.0, 24.0), (114.1, 24.1)]), LineString([(114.1, 24.1), (114.2, 24.1)])


def resolved(geography, *lines: LineString, datum=Datum.WGS84, **columns: list):
    attributes = {"路线编码": [""] * len(lines), "名称": [""] * len(lines), "道路等级": ["县道"] * len(lines)} | columns
    features = gpd.GeoDataFrame(attributes, geometry=list(lines), crs="EPSG:4490", index=range(1, len(lines) + 1))
    return check_roads(features, "x", datum, place_context(geography), CLASSES)


def test_a_road_is_stored_with_its_code_name_and_class(square_geography):
    checked = resolved(square_geography, FIRST, 路线编码=["X381"], 名称=["某路"], 道路等级=["secondary"])
    assert list(checked.rows.columns) == STORED[ImportKind.ROADS]
    assert checked.rows.drop(columns="geometry").to_numpy().tolist() == [["X381", "某路", "county", "某局"]]
    assert shapely.from_wkb(checked.rows["geometry"][0]) == FIRST


def test_a_feature_of_several_lines_is_a_row_for_each(square_geography):
    both = MultiLineString([FIRST, SECOND])
    assert resolved(square_geography, both, 路线编码=["X381"]).rows["code"].tolist() == ["X381", "X381-2"]


def test_sections_of_one_road_get_codes_of_their_own_that_stay_the_same(square_geography):
    codes = resolved(square_geography, FIRST, SECOND, 路线编码=["X381", "X381"]).rows["code"].tolist()
    assert codes[0] == "X381"
    assert len(set(codes)) == 2
    assert codes == resolved(square_geography, FIRST, SECOND, 路线编码=["X381", "X381"]).rows["code"].tolist()


def test_a_line_that_stands_twice_is_stored_once(square_geography):
    checked = resolved(square_geography, FIRST, FIRST)
    assert len(checked.rows) == 1
    assert checked.report.counts == {FaultCode.DUPLICATE: 1}


def test_an_unknown_class_is_told_and_kept_as_other(square_geography):
    checked = resolved(square_geography, FIRST, 道路等级=["天路"])
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["found"], fault["severity"]) == (
        FaultCode.ROAD_CLASS_ASSUMED,
        "天路",
        Severity.WARNING,
    )
    assert checked.rows["road_class"].tolist() == ["other"]


@pytest.mark.parametrize(("east", "stored"), [(114.45, 1), (114.55, 0)])
def test_roads_are_kept_up_to_thirty_km_around_the_region(square_geography, east, stored):
    # The region ends at 114.2; a tenth of a degree is 10.1 km here.
    checked = resolved(square_geography, LineString([(east, 24.1), (east + 1, 24.1)]))
    assert len(checked.rows) == stored
    assert checked.report.counts == ({} if stored else {FaultCode.POINT_OUTSIDE: 1})


def test_a_line_with_swapped_axes_is_told(square_geography):
    assert resolved(square_geography, LineString([(24.0, 114.0), (24.1, 114.1)])).report.counts == {
        FaultCode.POINT_SWAPPED: 1
    }


@pytest.mark.parametrize(
    "line", [None, LineString(), LineString([(114, 24), (114, 24)]), with_nan(LineString([(114, 24), (114.1, 24.1)]))]
)
def test_what_is_no_line_is_invalid(square_geography, line):
    checked = resolved(square_geography, line, FIRST)
    assert checked.report.counts == {FaultCode.GEOMETRY_INVALID: 1}
    assert len(checked.rows) == 1


def test_points_are_the_wrong_geometry(square_geography):
    with pytest.raises(RefusedError) as refused:
        resolved(square_geography, Point(114, 24))
    assert refused.value.faults[0].code is FaultCode.WRONG_GEOMETRY


def test_lines_of_another_datum_are_converted(square_geography):
    moved = shapely.transform(FIRST, lambda xy: np.column_stack(from_wgs84(xy[:, 0], xy[:, 1], Datum.GCJ02)))
    stored = shapely.from_wkb(resolved(square_geography, moved, datum=Datum.GCJ02).rows["geometry"][0])
    assert shapely.equals_exact(stored, FIRST, tolerance=1e-8)


@pytest.mark.parametrize(
    "columns",
    [
        *(
            {"道路等级": [word]}
            for word in ("construction", "proposed", "planned", "abandoned", "razed", "disused", "在建")
        ),
        *({"名称": [name]} for name in ("某高速（在建）", "某路(规划)", "拟建某路")),
        *({"建设状态": [word]} for word in ("规划", "在建中", "proposed")),
        {"是否通车": ["否"]},
        {"abandoned": ["yes"]},
        {"道路等级": [""], "proposed:highway": ["primary"]},
        {"道路等级": [""], "other_tags": ['"construction:highway"=>"motorway"']},
    ],
)
def test_a_road_that_is_not_there_is_left_out_and_counted(square_geography, columns):
    checked = resolved(square_geography, FIRST, **columns)
    assert checked.rows.empty
    assert (checked.report.counts, checked.report.ignored) == ({FaultCode.ROAD_ABSENT: 1}, {"road_absent": 1})


@pytest.mark.parametrize("name", ["规划一路", "建设中路", "在田路"])
def test_a_road_whose_name_only_sounds_so_is_there(square_geography, name):
    assert len(resolved(square_geography, FIRST, 名称=[name]).rows) == 1


def test_a_river_of_openstreetmap_is_no_road(square_geography):
    features = gpd.GeoDataFrame({"highway": ["", "secondary"]}, geometry=[FIRST, SECOND], crs=4490, index=[1, 2])
    checked = check_roads(features, "x", Datum.WGS84, place_context(square_geography), CLASSES)
    assert (len(checked.rows), checked.report.ignored) == (1, {"no_road": 1})


def test_a_point_among_lines_is_refused_by_its_number(square_geography):
    checked = resolved(square_geography, FIRST, Point(114, 24))
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["row"], len(checked.rows)) == (FaultCode.WRONG_GEOMETRY, 2, 1)
