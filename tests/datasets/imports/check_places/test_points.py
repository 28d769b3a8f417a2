"""Points: every record is placed and stored, or is told what is wrong with it."""

import numpy as np
import pandas as pd
import pytest

from datasets.imports.check_places.feature_records import POLYGON
from datasets.imports.check_places.points import POLYGON_NOTE, check_points
from datasets.imports.model import FaultCode, Severity
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum, from_wgs84
from tests.datasets.imports.place_world import place_context, records, resolved

NOWHERE = {"longitude": "", "latitude": ""}


def only_fault(checked):
    assert len(checked.report.faults) == 1, checked.report.faults
    return checked.report.faults.iloc[0]


def test_a_facility_is_stored_with_all_that_its_row_says(square_geography):
    row = {"code": "A-1", "type": "完小", "capacity": "1,200", "grade": "一级", "opened": "1998年", "note": "新校区"}
    checked = resolved(square_geography, row)
    stored = checked.rows.iloc[0]
    assert list(checked.rows.columns) == STORED[ImportKind.FACILITIES]
    said = ["A-1", "primary_school", "甲", "a1", 114.02, 24.15, 1200, "一级", 1998, False, "某局", "新校区"]
    assert stored.drop("closed").tolist() == said
    assert pd.isna(stored["closed"])
    assert checked.report.matched == {"point": 1}


def test_a_settlement_is_stored_with_its_population(square_geography):
    checked = resolved(square_geography, {"population": "８５０"}, kind=ImportKind.SETTLEMENTS)
    assert list(checked.rows.columns) == STORED[ImportKind.SETTLEMENTS]
    assert checked.rows["population"].tolist() == [850]


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ({"longitude": "甲"}, FaultCode.NOT_A_NUMBER),
        ({"longitude": "inf"}, FaultCode.NOT_FINITE),
        ({"longitude": "nan"}, FaultCode.NOT_FINITE),
        ({"latitude": ""}, FaultCode.POINT_MISSING),
        ({"longitude": "24.15", "latitude": "114.02"}, FaultCode.POINT_SWAPPED),
        ({"longitude": "114.02", "latitude": "25.9"}, FaultCode.POINT_OUTSIDE),
        ({"longitude": "0", "latitude": "0"}, FaultCode.POINT_OUTSIDE),
        (NOWHERE, FaultCode.POINT_MISSING),
        ({**NOWHERE, "place": "无此镇"}, FaultCode.AREA_UNKNOWN),
        ({"type": "茶馆"}, FaultCode.TYPE_UNKNOWN),
        ({"type": ""}, FaultCode.TYPE_UNKNOWN),
        ({"name": " "}, FaultCode.NAME_MISSING),
        ({"capacity": "很多"}, FaultCode.NOT_A_NUMBER),
        ({"capacity": "-3"}, FaultCode.OUT_OF_RANGE),
        ({"opened": "去年"}, FaultCode.NOT_A_YEAR),
        ({"opened": "2016-01-01"}, FaultCode.YEAR_IS_A_DATE),
        ({"opened": "2010", "closed": "2009"}, FaultCode.CLOSED_BEFORE_OPENED),
    ],
)
def test_what_cannot_be_stored_is_told_where_it_stands(square_geography, own, code):
    checked = resolved(square_geography, own)
    fault = only_fault(checked)
    assert (fault["code"], fault["sheet"], fault["row"]) == (code, "表", 2)
    assert fault["severity"] == Severity.ERROR
    assert (checked.report.good, len(checked.rows)) == (0, 0)


def test_a_file_that_names_no_source_is_refused(square_geography):
    context = place_context(square_geography, source="")
    checked = check_points(records({}), ImportKind.FACILITIES, Datum.WGS84, context)
    assert only_fault(checked)["code"] == FaultCode.SOURCE_MISSING


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("114°01′12″", "24°09′00″"),
        ("114.02°E", "24.15°N"),
        ("东经114度1分12秒", "北纬24度9分"),
        ("１１４.０２", "24.15"),
    ],
)
def test_degrees_are_read_in_every_way_they_are_written(square_geography, lon, lat):
    stored = resolved(square_geography, {"longitude": lon, "latitude": lat}).rows.iloc[0]
    assert (stored["longitude"], stored["latitude"]) == (pytest.approx(114.02), pytest.approx(24.15))


@pytest.mark.parametrize("own", [{"place": "a2镇"}, {"place": "a2"}, {"area_name": "a县", "place": "a2镇某某村"}])
def test_without_coordinates_a_facility_stands_at_the_seat_of_its_township(square_geography, own):
    checked = resolved(square_geography, {**NOWHERE, **own})
    seat, stored = square_geography.seats["a2"], checked.rows.iloc[0]
    assert (stored["longitude"], stored["latitude"], stored["area_code"]) == (seat.x, seat.y, "a2")
    assert stored["approximate"]
    assert checked.report.matched == {"seat": 1}
    fault = only_fault(checked)
    assert (fault["code"], fault["severity"]) == (FaultCode.POINT_APPROXIMATE, Severity.WARNING)


def test_a_position_that_the_office_calls_approximate_stays_so(square_geography):
    assert resolved(square_geography, {"approximate": "是"}, {"name": "乙"}).rows["approximate"].tolist() == [
        True,
        False,
    ]


def test_coordinates_are_converted_from_the_stated_datum(square_geography):
    lon, lat = from_wgs84(np.array([114.03]), np.array([24.13]), Datum.BD09)
    row = {"longitude": repr(float(lon[0])), "latitude": repr(float(lat[0]))}
    stored = resolved(square_geography, row, datum=Datum.BD09).rows.iloc[0]
    assert (stored["longitude"], stored["latitude"]) == (
        pytest.approx(114.03, abs=1e-7),
        pytest.approx(24.13, abs=1e-7),
    )


def shifted_rows(count=200):
    random = np.random.default_rng(3)
    lon, lat = random.uniform(114.001, 114.199, count), random.uniform(24.001, 24.199, count)
    lon[: count // 2] = random.uniform(114.195, 114.1999, count // 2)
    shifted = from_wgs84(lon, lat, Datum.GCJ02)
    return [
        {"name": f"校{i}", "longitude": str(x), "latitude": str(y)}
        for i, (x, y) in enumerate(zip(*shifted, strict=True))
    ]


@pytest.mark.parametrize("stated", [Datum.WGS84, Datum.UNKNOWN])
def test_a_file_whose_points_fit_another_datum_is_doubted(square_geography, stated):
    checked = resolved(square_geography, *shifted_rows(), datum=stated)
    doubts = checked.report.faults[checked.report.faults["code"] == FaultCode.DATUM_DOUBTFUL]
    assert doubts[["found", "allowed", "row", "severity"]].to_numpy().tolist() == [["gcj02", stated, 0, "warning"]]


def test_a_file_in_its_stated_datum_is_not_doubted(square_geography):
    assert resolved(square_geography, *shifted_rows(), datum=Datum.GCJ02).report.counts == {}


def test_a_point_just_beyond_the_border_is_taken_for_inside(square_geography):
    # 0.003 degrees of longitude are 305 m here.
    assert resolved(square_geography, {"longitude": "113.997"}).rows["area_code"].tolist() == ["a1"]


def test_a_point_in_another_county_than_its_row_says_is_told(square_geography):
    checked = resolved(square_geography, {"area_name": "c县"})
    fault = only_fault(checked)
    assert (fault["code"], fault["found"], fault["severity"]) == (FaultCode.COUNTY_DISAGREES, "c县", Severity.WARNING)
    assert checked.rows["area_code"].tolist() == ["a1"]


def test_the_stated_township_is_believed_as_long_as_borders_are_schematic(square_geography):
    assert resolved(square_geography, {"place": "a2镇"}).rows["area_code"].tolist() == ["a2"]
    object.__setattr__(square_geography, "schematic", False)
    checked = resolved(square_geography, {"place": "a2镇"})
    assert checked.rows["area_code"].tolist() == ["a1"]
    assert checked.report.counts == {FaultCode.COUNTY_DISAGREES: 1}


def test_an_unknown_area_is_only_told_where_coordinates_say_the_place(square_geography):
    checked = resolved(square_geography, {"area_name": "别处县", "place": "无此镇"})
    assert checked.report.good == 1
    assert set(checked.report.faults["severity"]) == {Severity.WARNING}


def test_codes_of_a_file_without_any_are_the_same_in_every_import(square_geography):
    rows = [{}, {"name": "乙"}, {"name": "丙", "type": "村卫生室"}]
    first = resolved(square_geography, *rows).rows["code"].tolist()
    assert first == resolved(square_geography, *rows).rows["code"].tolist()
    assert len(set(first)) == 3


def test_made_codes_are_kept_when_rows_come_back_edited(square_geography):
    stored = resolved(square_geography, {}).rows.iloc[0]
    again = {"code": stored["code"], "name": "甲小学（新）", "longitude": "114.03"}
    assert resolved(square_geography, again).rows["code"].tolist() == [stored["code"]]


def test_a_row_that_stands_twice_is_stored_once(square_geography):
    checked = resolved(square_geography, {"code": "1"}, {"code": "1"}, {}, {})
    assert checked.rows["code"].tolist() == ["1"]
    assert checked.report.counts == {FaultCode.DUPLICATE: 3}  # without a code it is the same by its name and place


def test_a_code_of_two_different_facilities_is_refused(square_geography):
    checked = resolved(square_geography, {"code": "1"}, {"code": "1", "name": "乙"}, {"code": "2", "name": "丙"})
    assert checked.rows["code"].tolist() == ["2"]
    assert checked.report.counts == {FaultCode.CONTRADICTION: 2}


@pytest.mark.parametrize(("metres", "stored"), [(10, 1), (30, 2)])
def test_facilities_of_one_name_at_one_place_are_one(square_geography, metres, stored):
    aside = str(24.15 + metres / 110_700)
    assert len(resolved(square_geography, {}, {"latitude": aside}).rows) == stored


def test_twins_with_codes_of_their_own_are_both_stored_and_told(square_geography):
    checked = resolved(square_geography, {"code": "1"}, {"code": "2"})
    assert len(checked.rows) == 2
    assert only_fault(checked)["code"] == FaultCode.DUPLICATE


def test_no_row_vanishes(square_geography):
    rows = [{}, {}, {"name": ""}, {"longitude": "x"}, {"code": "1"}, {"code": "1", "name": "乙"}, NOWHERE]
    report = resolved(square_geography, *rows).report
    told = set(report.faults["row"])
    assert report.rows == 7
    assert told >= {3, 4, 5, 6, 7, 8}
    assert report.good == 1


def test_a_name_with_markup_stays_the_text_it_is(square_geography):
    assert resolved(square_geography, {"name": "<b>甲</b>"}).rows["name"].tolist() == ["<b>甲</b>"]


def test_an_empty_file_gives_an_empty_report(square_geography):
    checked = check_points(records({}).iloc[:0], ImportKind.FACILITIES, Datum.WGS84, place_context(square_geography))
    assert (checked.report.rows, len(checked.rows)) == (0, 0)


def test_a_place_without_coordinates_whose_code_is_of_another_region_is_not_set_at_a_township_of_equal_name(
    square_geography,
):
    row = {"longitude": "", "latitude": "", "area_code": "430321", "place": "a1镇"}
    checked = resolved(square_geography, row)
    assert (checked.report.good, list(checked.report.counts)) == (0, [FaultCode.AREA_FOREIGN])


@pytest.mark.parametrize(
    "text",
    [
        "114.02,24.15",
        "114.02，24.15",
        "24.15 114.02",
        "POINT (114.02 24.15)",
        '{"lng": 114.02, "lat": 24.15}',
        "[114.02,24.15,0]",
    ],
)
def test_coordinates_in_one_column_are_split(square_geography, text):
    row = resolved(square_geography, {"longitude": "", "latitude": "", "coordinates": text}).rows.iloc[0]
    assert (row["longitude"], row["latitude"]) == (114.02, 24.15)


@pytest.mark.parametrize("text", ["114.02", "114.02,24.15;114.03,24.15", "某路1号", "114.02,2x"])
def test_what_is_no_pair_of_coordinates_is_refused(square_geography, text):
    checked = resolved(square_geography, {"longitude": "", "latitude": "", "coordinates": text})
    assert (checked.report.good, FaultCode.NOT_A_NUMBER in checked.report.counts) == (0, text != "114.02")


def test_a_polygon_is_marked_in_its_note_and_told_once(square_geography):
    checked = resolved(square_geography, {"shape": POLYGON, "note": "核对过"}, {"name": "乙", "longitude": "114.03"})
    assert checked.rows["note"].tolist() == [f"核对过；{POLYGON_NOTE}", ""]
    assert checked.report.counts == {FaultCode.POINT_OF_POLYGON: 1}


def test_a_feature_of_another_shape_is_refused_by_its_number(square_geography):
    checked = resolved(square_geography, {"shape": "LineString", "longitude": "", "latitude": ""}, {})
    fault = checked.report.faults.iloc[0]
    assert (fault["code"], fault["row"], len(checked.rows)) == (FaultCode.WRONG_GEOMETRY, 2, 1)
