"""Check roads: lines with a class of the closed list, uncut, and only near the region."""

import hashlib
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells.cell_values import map_distinct, plain
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.check.sources import read_sources
from datasets.imports.check_places.crs import GEOGRAPHIC_CRS, is_within_china
from datasets.imports.check_places.feature_records import read_attributes, read_shapes
from datasets.imports.check_places.places import PlaceContext
from datasets.imports.check_places.undrivable_roads import find_absent_roads, find_other_lines
from datasets.imports.model import CheckResult, ColumnRole, FaultCode
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum
from indicators.facilities.facility_types import RoadClass, index_types_by_text, normalise_type_text
from locales import say

AROUND_KM = 30  # roads this far outside still shorten ways inside
OTHER = "other"  # the class of a road whose own is not known


def check_roads(
    features: gpd.GeoDataFrame,
    file_name: str,
    datum: Datum,
    context: PlaceContext,
    classes: Mapping[str, RoadClass],
    roles: Mapping[str, ColumnRole] | None = None,
) -> CheckResult:
    """Check the lines of a file, in its own CRS; a feature of several lines becomes a row for each.

    Raises RefusedError for other geometries and for an unknown CRS.
    """
    records = read_attributes(features, file_name, ImportKind.ROADS, roles).reset_index(drop=True)
    review = RowReview(records[PLACE], FaultCollector())
    shapes = _read_lines(features, datum, review)
    _refuse_distant(shapes, context, review)
    left_out, ignored = _find_undrivable(features, records, review)
    road_class = _read_classes(records["road_class"], left_out, classes, review)
    sources, assumed = read_sources(records["source"], context.source, review)
    described = pd.DataFrame(
        {
            "code": map_distinct(records["code"], plain, "str"),
            "name": map_distinct(records["name"], plain, "str"),
            "road_class": road_class,
            "source": sources.astype(str),
        }
    )
    fine = ~review.wrong & ~left_out
    lines, repeated = _split_lines(described[fine], shapes[fine])
    again = np.zeros(len(records), dtype=bool)
    again[np.flatnonzero(fine)[repeated]] = True
    review.warn(FaultCode.DUPLICATE, again, described["name"] + " " + described["code"])
    ignored["duplicate"] = len(repeated)
    report = review.build_report(int(fine.sum()), {}, ignored, {"source": assumed})
    return CheckResult(ImportKind.ROADS, lines[STORED[ImportKind.ROADS]], report)


def _find_undrivable(
    features: gpd.GeoDataFrame, records: pd.DataFrame, review: RowReview
) -> tuple[np.ndarray, dict[str, int]]:
    """Find lines that are not drivable, and count those without a road now and those that are no roads."""
    said = find_absent_roads(features, records)
    absent = (said != "").to_numpy(dtype=bool)
    other = find_other_lines(features, records) & ~absent
    review.warn(FaultCode.ROAD_ABSENT, absent, said)
    review.warn(FaultCode.NO_ROAD, other)
    return absent | other, {"road_absent": int(absent.sum()), "no_road": int(other.sum())}


def _read_lines(features: gpd.GeoDataFrame, datum: Datum, review: RowReview) -> np.ndarray:
    """Read the lines in EPSG:4490; refuse features without one."""
    shapes, other = read_shapes(features, datum, ("LineString", "MultiLineString"), "LineString", review)
    corners, row_of = shapely.get_coordinates(shapes, return_index=True)
    broken = np.zeros(len(shapes), dtype=bool)
    broken[row_of[~np.isfinite(corners).all(axis=1)]] = True
    review.refuse(FaultCode.GEOMETRY_INVALID, (broken | pd.isna(shapes) | ~(shapely.length(shapes) > 0)) & ~other)
    return shapes


def _refuse_distant(shapes: np.ndarray, context: PlaceContext, review: RowReview) -> None:
    """Refuse lines that nowhere come within ``AROUND_KM`` of the region's extent."""
    counties = context.geography.counties
    around = shapely.buffer(
        shapely.box(*counties.to_crs(context.geography.region.metric_crs).total_bounds), AROUND_KM * 1000
    )
    limits = gpd.GeoSeries([around], crs=context.geography.region.metric_crs).to_crs(GEOGRAPHIC_CRS).total_bounds
    west, south, east, north = shapely.bounds(shapes).T
    apart = (east < limits[0]) | (west > limits[2]) | (north < limits[1]) | (south > limits[3])
    swapped = apart & is_within_china(np.column_stack([south, west, north, east]))
    review.refuse(FaultCode.POINT_SWAPPED, swapped & ~review.wrong)
    allowed = f"{limits[0]:.2f}–{limits[2]:.2f}°E, {limits[1]:.2f}–{limits[3]:.2f}°N"
    review.refuse(
        *(FaultCode.POINT_OUTSIDE, apart & ~swapped & ~review.wrong),
        lambda rows: [", ".join(f"{edge:.4f}" for edge in shapes[row].bounds) for row in rows],
        allowed,
    )


def _read_classes(
    texts: pd.Series, left_out: np.ndarray, classes: Mapping[str, RoadClass], review: RowReview
) -> pd.Series:
    by_text = index_types_by_text(classes)
    known = texts.map({text: by_text.get(normalise_type_text(text)) for text in texts.unique()})
    allowed = say("list-names").join(own.name for own in classes.values())
    review.warn(FaultCode.ROAD_CLASS_ASSUMED, known.isna().to_numpy() & ~left_out & ~review.wrong, texts, allowed)
    return known.fillna(OTHER)


def _split_lines(described: pd.DataFrame, shapes: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    """Split features to one row a line, each with its code; and the positions of features that repeat another line.

    The first line of a feature has the office's code, the next ones the code with their number appended. Without a
    code, or with one that is already used, the code is made from the line itself.
    """
    parts, feature = shapely.get_parts(shapes, return_index=True)
    rows = described.iloc[feature].reset_index(drop=True)
    rows["geometry"] = shapely.to_wkb(parts)
    number = pd.Series(feature).groupby(feature).cumcount()
    numbered = rows["code"] + number.map(lambda place: f"-{place + 1}" if place else "")
    rows["code"] = numbered.where(rows["code"] != "", "")
    rows["feature"] = feature
    whole = rows.duplicated(described.columns.union(["geometry"]))
    unusable = (rows["code"] == "") | rows["code"].where(~whole).duplicated()
    texts = rows["road_class"] + " " + rows["name"]
    made = [
        "r" + hashlib.blake2b(shape + text.encode(), digest_size=6).hexdigest()
        for shape, text in zip(rows["geometry"], texts, strict=True)
    ]
    rows["code"] = rows["code"].where(~unusable, pd.Series(made, dtype=object))
    again = whole | rows["code"].duplicated()
    return rows[~again].reset_index(drop=True), rows.loc[again, "feature"].to_numpy()
