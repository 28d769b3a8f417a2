"""Check facilities and settlements: every row gets a place in the region, or has an error.

A missing code is made from type, name and place (kind, type, name and the coordinates to about a
metre, or the township of an approximate point): the same file read twice gives the same codes. An export carries its
codes, so they outlive every edit; a file that never had any gets new ones for what was renamed or moved.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.imports.cells.area_index import MatchedBy
from datasets.imports.cells.cell_values import map_distinct, match_key, parse_numbers, parse_years, plain, tidy
from datasets.imports.cells.coordinates import LATITUDES, LONGITUDES, Coordinates, read_coordinates, split_coordinates
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.cells.match_facility_types import match_facility_type
from datasets.imports.cells.office_terms import TERMS
from datasets.imports.check.sources import read_notes, read_sources
from datasets.imports.check_places.crs import format_degrees
from datasets.imports.check_places.feature_records import POLYGON, WIDEST_KM
from datasets.imports.check_places.places import (
    PlaceContext,
    StatedAreas,
    find_seats,
    measure_km_outside,
    read_stated_areas,
)
from datasets.imports.check_places.repeated_points import find_repeated_points
from datasets.imports.model import CheckResult, ColumnRole, Fault, FaultCode, Severity
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum, find_best_datum, to_wgs84
from geodata.point_areas import find_areas
from indicators.facilities.facility_types import index_types_by_text
from locales import say

POINT = "point"  # in the report's ``matched``: found by its coordinates
POLYGON_NOTE = "文件中是面，取其内部一点"
_SAMPLE = 5000  # points that the datum is tested with
_STORED = dict.fromkeys([*STORED[ImportKind.FACILITIES], *STORED[ImportKind.SETTLEMENTS]])
_TEXTS = (*_STORED, "place", "area_name", "coordinates")  # columns of records


def check_points(records: pd.DataFrame, kind: ImportKind, datum: Datum, context: PlaceContext) -> CheckResult:
    """Check records of facilities or settlements, one a row.

    ``records`` has ``sheet, row`` and a text column for each ``ColumnRole`` that the file has (``longitude``,
    ``name``, ...). Raises nothing: all faults are in the report.
    """
    text = _split_coordinates(_read_texts(records))
    review = RowReview(text[PLACE], FaultCollector())
    coordinates = read_coordinates(
        *(text["longitude"], text["latitude"]),
        *(_review_column(review, context, ColumnRole.LONGITUDE), _review_column(review, context, ColumnRole.LATITUDE)),
    )
    coordinates = _refuse_other_shapes(coordinates, text["shape"], review)
    stated = read_stated_areas(text[["area_code", "area_name", "place"]], context, coordinates.absent, review)
    _check_datum(coordinates, stated, datum, context, review.faults)
    rows = _place_points(coordinates, stated, datum, context, review)
    rows["approximate"] |= map_distinct(text["approximate"], match_key).isin(TERMS.yes).to_numpy()
    rows["name"] = map_distinct(text["name"], tidy, "str").to_numpy()
    _review_column(review, context, ColumnRole.NAME).refuse(FaultCode.NAME_MISSING, (rows["name"] == "").to_numpy())
    describe = _describe_facilities if kind is ImportKind.FACILITIES else _describe_settlements
    describe(text, rows, context, review)
    sources, assumed = read_sources(text["source"], context.source, _review_column(review, context, ColumnRole.SOURCE))
    rows["source"], rows["note"] = sources.to_numpy(), _read_notes(text).to_numpy()
    repeats = _assign_codes(text["code"], rows, kind, review)
    kept = ~review.wrong & ~repeats
    matched = pd.Series(rows["match"][~review.wrong]).value_counts()
    report = review.build_report(
        int(kept.sum()),
        dict(matched) | {MatchedBy.NONE: review.wrong.sum()},
        {"duplicate": repeats.sum()},
        {"source": assumed},
    )
    return CheckResult(kind, rows.loc[kept, STORED[kind]].reset_index(drop=True), report)


def _read_texts(records: pd.DataFrame) -> pd.DataFrame:
    """Read all roles as text, "" where the file has none, with the addresses of the rows."""
    frame = (
        pd.DataFrame({name: records.get(name, "") for name in _TEXTS}, index=records.index)
        .astype("str")
        .reset_index(drop=True)
    )
    frame["shape"] = records["shape"].to_numpy() if "shape" in records else ""
    return frame.assign(sheet=records["sheet"].to_numpy(), row=records["row"].to_numpy(), column="")


def _split_coordinates(text: pd.DataFrame) -> pd.DataFrame:
    """Split the column that holds both coordinates, where they have no columns of their own."""
    both = (text["coordinates"] != "") & (text["longitude"] == "") & (text["latitude"] == "")
    longitude, latitude = split_coordinates(text["coordinates"].where(both, ""))
    return text.assign(
        longitude=text["longitude"].where(~both, longitude), latitude=text["latitude"].where(~both, latitude)
    )


def _refuse_other_shapes(coordinates: Coordinates, shape: pd.Series, review: RowReview) -> Coordinates:
    """Refuse features that are neither points nor polygons; report how many polygons became points."""
    other = shape.isin([POLYGON, ""]).to_numpy()
    review.refuse(FaultCode.WRONG_GEOMETRY, ~other, shape, f"Point, Polygon ({WIDEST_KM:g} km)")
    polygons = int((shape == POLYGON).sum())
    if polygons:
        fault = Fault(FaultCode.POINT_OF_POLYGON, sheet=str(review.places["sheet"].iloc[0]), count=polygons)
        review.faults.add_one(replace(fault, severity=Severity.WARNING))
    return replace(coordinates, absent=coordinates.absent & other)


def _read_notes(text: pd.DataFrame) -> pd.Series:
    """Read the notes, with a mark on what is a polygon in the file."""
    notes = read_notes(text["note"])[0].astype("str")
    marked = notes.where(notes == "", notes + "；") + POLYGON_NOTE
    return notes.where(text["shape"] != POLYGON, marked)


def _review_column(review: RowReview, context: PlaceContext, role: ColumnRole) -> RowReview:
    """The same review with its faults reported for one column."""
    label = context.labels.get(role, "")
    if not label and role in (ColumnRole.LONGITUDE, ColumnRole.LATITUDE):
        label = context.labels.get(ColumnRole.COORDINATES, "")
    own = RowReview(review.places.assign(column=label), review.faults)
    own.wrong = review.wrong
    return own


def _check_datum(
    coordinates: Coordinates, stated: StatedAreas, datum: Datum, context: PlaceContext, faults: FaultCollector
) -> None:
    """Warn where another datum than the stated one fits a sample of the points better."""
    given = np.flatnonzero(coordinates.given)
    sample = given[:: len(given) // _SAMPLE + 1]
    geography = context.geography
    area = pd.Series(stated.area[sample], dtype=object)
    # Schematic townships are too rough to compare with: compare with their county, or with the whole region.
    known = area.map(context.county_of) if geography.schematic else area
    polygons = pd.concat([geography.counties.geometry, geography.townships.geometry])
    whole = geography.counties.union_all()
    expected = polygons.reindex(known).to_numpy()
    expected = np.array([whole if polygon is None else polygon for polygon in expected], dtype=object)
    places = gpd.GeoSeries(expected, crs=geography.counties.crs)
    seats = find_seats(area.to_numpy(), geography)
    fit = find_best_datum(coordinates.longitude[sample], coordinates.latitude[sample], datum, places, seats)
    if fit.doubtful:
        faults.add_one(Fault(FaultCode.DATUM_DOUBTFUL, fit.best, datum, severity=Severity.WARNING))


def _place_points(
    coordinates: Coordinates, stated: StatedAreas, datum: Datum, context: PlaceContext, review: RowReview
) -> pd.DataFrame:
    """Compute ``longitude, latitude, area_code, approximate, match`` of every row that could be placed."""
    geography = context.geography
    lon, lat = to_wgs84(coordinates.longitude, coordinates.latitude, datum)
    seats = find_seats(stated.area, geography)
    at_seat = coordinates.absent & seats.notna().to_numpy()
    review.refuse(FaultCode.POINT_MISSING, coordinates.absent & ~at_seat & ~review.wrong)
    review.warn(FaultCode.POINT_APPROXIMATE, at_seat, lambda rows: context.labels_of(stated.area[rows]))
    lon, lat = np.where(at_seat, seats.x, lon), np.where(at_seat, seats.y, lat)
    area = stated.area.copy()
    area[~at_seat] = None
    given = np.flatnonzero(coordinates.given)
    area[given] = find_areas(lon[given], lat[given], context.finest, geography.region.metric_crs)
    outside = coordinates.given & pd.isna(area)
    _review_column(review, context, ColumnRole.LONGITUDE).refuse(
        *(FaultCode.POINT_OUTSIDE, outside),
        lambda rows: [f"{format_degrees(lon[row])}, {format_degrees(lat[row])}" for row in rows],
        _describe_distance(lon, lat, context),
    )
    area = _settle_areas(area, stated, coordinates.given & ~outside, context, review)
    match = np.where(at_seat, MatchedBy.SEAT.value, POINT)
    return pd.DataFrame({"longitude": lon, "latitude": lat, "area_code": area, "approximate": at_seat, "match": match})


def _describe_distance(lon: np.ndarray, lat: np.ndarray, context: PlaceContext) -> Callable[[np.ndarray], list[str]]:
    """Describe for points outside the region how far they are, and where the region is."""
    west, south, east, north = context.geography.counties.total_bounds
    limits = f"{west:.2f}–{east:.2f}°E, {south:.2f}–{north:.2f}°N"

    def describe(rows: np.ndarray) -> list[str]:
        near = (lon[rows] > LONGITUDES[0]) & (lon[rows] < LONGITUDES[1])
        near &= (lat[rows] > LATITUDES[0]) & (lat[rows] < LATITUDES[1])
        texts = np.full(len(rows), limits, dtype=object)
        away = measure_km_outside(lon[rows[near]], lat[rows[near]], context.geography)
        texts[near] = [f"{limits} ({km:.1f} km)" for km in away]
        return list(texts)

    return describe


def _settle_areas(
    area: np.ndarray, stated: StatedAreas, located: np.ndarray, context: PlaceContext, review: RowReview
) -> np.ndarray:
    """Decide the area of each row from its point and the area that it states.

    While polygons are schematic, a township that the office states is accepted within the county of the point.
    """
    county_of, townships = context.county_of, context.geography.townships
    own, said = pd.Series(area).map(county_of), pd.Series(stated.area).map(county_of)
    says_township = pd.Series(stated.area).isin(townships.index).to_numpy()
    other_county = located & said.notna().to_numpy() & (own != said).to_numpy()
    other_township = located & ~other_county & says_township & (area != stated.area)
    disagrees = other_county if context.geography.schematic else other_county | other_township
    review.warn(
        *(FaultCode.COUNTY_DISAGREES, disagrees),
        lambda rows: context.labels_of(stated.area[rows]),
        lambda rows: context.labels_of(area[rows]),
    )
    believed = other_township & context.geography.schematic
    return np.where(believed, stated.area, area)


def _describe_facilities(text: pd.DataFrame, rows: pd.DataFrame, context: PlaceContext, review: RowReview) -> None:
    by_text = index_types_by_text(context.types)
    written = text["type"].where(text["type"].str.strip() != "", context.facility_type or "")
    rows["type"] = written.map({each: match_facility_type(each, by_text) for each in written.unique()}).to_numpy()
    names = say("list-names").join(own.name for own in context.types.values())
    _review_column(review, context, ColumnRole.TYPE).refuse(
        FaultCode.TYPE_UNKNOWN, rows["type"].isna().to_numpy(), text["type"], names
    )
    rows["capacity"] = _read_numbers(text["capacity"], _review_column(review, context, ColumnRole.CAPACITY))
    rows["grade"] = map_distinct(text["grade"], tidy, "str").to_numpy()
    rows["opened"] = _read_years(text["opened"], _review_column(review, context, ColumnRole.OPENED))
    rows["closed"] = _read_years(text["closed"], _review_column(review, context, ColumnRole.CLOSED))
    backwards = (rows["closed"] < rows["opened"]).fillna(value=False).to_numpy(dtype=bool)
    _review_column(review, context, ColumnRole.CLOSED).refuse(
        FaultCode.CLOSED_BEFORE_OPENED, backwards, text["closed"], "≥ " + text["opened"]
    )


def _describe_settlements(text: pd.DataFrame, rows: pd.DataFrame, context: PlaceContext, review: RowReview) -> None:
    rows["type"] = ""
    rows["population"] = _read_numbers(text["population"], _review_column(review, context, ColumnRole.POPULATION))


def _read_numbers(column: pd.Series, review: RowReview) -> np.ndarray:
    """Read counts, NaN where a row has none."""
    read = parse_numbers(column)
    review.refuse(FaultCode.NOT_FINITE, read["not_finite"].to_numpy(), column)
    review.refuse(FaultCode.NOT_A_NUMBER, (read["unreadable"] | read["percent"]).to_numpy(), column)
    review.refuse(FaultCode.OUT_OF_RANGE, (read["value"] < 0).to_numpy(), column, "≥ 0")
    return read["value"].to_numpy()


def _read_years(column: pd.Series, review: RowReview) -> pd.Series:
    """Read years, missing where a row has none."""
    read = parse_years(column)
    review.refuse(FaultCode.YEAR_IS_A_DATE, read["is_date"].to_numpy(), column)
    review.refuse(FaultCode.NOT_A_YEAR, read["unreadable"].to_numpy(), column)
    return read["value"].astype("Int64").reset_index(drop=True)


def _assign_codes(codes: pd.Series, rows: pd.DataFrame, kind: ImportKind, review: RowReview) -> np.ndarray:
    """Give every row its code and report repeated rows; return a mask of the repeats, which are left out."""
    given = map_distinct(codes, plain, "str")
    own = (given != "").to_numpy()
    rows["code"] = np.where(own, given, _make_codes(rows, kind))
    return find_repeated_points(rows, own, review)


def _make_codes(rows: pd.DataFrame, kind: ImportKind) -> list[str]:
    place = np.where(
        rows["approximate"],
        rows["area_code"],
        rows["longitude"].round(5).astype(str) + " " + rows["latitude"].round(5).astype(str),
    )
    texts = zip(rows["type"].fillna(""), rows["name"], place, strict=True)
    return [
        "g" + hashlib.blake2b("\0".join([kind, type_, name, str(at)]).encode(), digest_size=6).hexdigest()
        for type_, name, at in texts
    ]
