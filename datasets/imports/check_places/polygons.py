"""Check official township polygons: each is matched to its township and repaired, or refused with what is wrong.

A county is replaced as a whole or not at all: a map half of legal and half of schematic borders would show neighbours
that do not meet. So a county's polygons are stored only if all of its townships are there and fit together.
"""

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells.area_index import MatchedBy
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.cells.match_areas import AreaMatch, report_matches
from datasets.imports.check.sources import read_sources
from datasets.imports.check_places.crs import GEOGRAPHIC_CRS, is_within_china
from datasets.imports.check_places.feature_records import read_attributes, read_shapes
from datasets.imports.check_places.places import PlaceContext, find_townships
from datasets.imports.model import CheckResult, ColumnRole, Fault, FaultCode, Severity
from datasets.kinds import STORED, ImportKind
from geodata.datums import Datum, from_wgs84, to_wgs84
from geodata.official import CountyFit, find_home_counties, fit_to_counties, repair_polygon
from geodata.region import Level
from locales import say

_DATUMS = (Datum.WGS84, Datum.GCJ02, Datum.BD09)
_BETTER_FIT = 0.8  # another datum is suggested if the area outside the counties shrinks to this share


def check_polygons(
    features: gpd.GeoDataFrame,
    file_name: str,
    datum: Datum,
    context: PlaceContext,
    roles: Mapping[str, ColumnRole] | None = None,
) -> CheckResult:
    """Check the polygons of a file, in its own CRS. Raises RefusedError for other geometries and an unknown CRS."""
    records = read_attributes(features, file_name, ImportKind.TOWNSHIPS, roles).reset_index(drop=True)
    review = RowReview(records[PLACE], FaultCollector())
    codes, match = _match_townships(records, context, review)
    shapes = _repair_polygons(features, datum, context, review)
    _refuse_misplaced(codes, shapes, context, review)
    pieces = gpd.GeoSeries(shapes, index=codes, crs=GEOGRAPHIC_CRS)[~review.wrong]
    whole = _join_parts(pieces, codes, review)
    _check_datum(whole, datum, context, review.faults)
    county_of = context.geography.townships["county"]
    complete = _keep_complete_counties(codes, whole, context, review)
    coverage = fit_to_counties(complete, county_of, context.geography.counties, context.geography.region.metric_crs)
    _check_coverage(coverage, codes, context, review)
    sources, assumed = read_sources(records["source"], context.source, review)
    first = ~pd.Series(codes).duplicated().to_numpy()
    kept = ~review.wrong & first & np.isin(codes.astype(str), coverage.cells.index)
    names = context.geography.townships["name"].reindex(codes[kept])
    rows = pd.DataFrame(
        {
            "code": codes[kept],
            "name": names.to_numpy(),
            "geometry": coverage.cells.reindex(codes[kept]).to_wkb().to_numpy(),
            "source": sources[kept].astype(str).to_numpy(),
        }
    )
    matched = dict(pd.Series(match).value_counts())
    report = review.build_report(int((~review.wrong).sum()), matched, {}, {"source": assumed})
    return CheckResult(ImportKind.TOWNSHIPS, rows[STORED[ImportKind.TOWNSHIPS]], report)


def _match_townships(records: pd.DataFrame, context: PlaceContext, review: RowReview) -> tuple[np.ndarray, np.ndarray]:
    """Match the township of each row (None without) by its code, else by its name in its county; and how."""
    found = [
        _match_township(area_code, code, name, county, context)
        for area_code, code, name, county in zip(
            records["area_code"], records["code"], records["name"], records["area_name"], strict=True
        )
    ]
    readings = [verdict.reading for verdict in found]
    codes = np.array([reading.code if reading else None for reading in readings], dtype=object)
    match = np.array([(reading.match if reading else MatchedBy.NONE).value for reading in readings], dtype=object)
    texts = records["area_code"] + " " + records["code"] + " " + records["area_name"] + " " + records["name"]
    report_matches(found, np.arange(len(found)), texts.str.strip().to_numpy(dtype=object), review)
    return codes, match


def _match_township(area_code: str, code: str, name: str, county: str, context: PlaceContext) -> AreaMatch:
    """Match one row: its township, or its fault with what it may have meant."""
    book = context.areas
    coded = [each for text in (area_code, code) for each in book.readings(text) if each.level is Level.TOWNSHIP]
    named = find_townships(name, book)
    if not coded and any(map(book.is_foreign, (area_code, code, name))):
        return AreaMatch(None, problem=FaultCode.AREA_FOREIGN, allowed=book.own_prefix)
    # The first six digits of a township's code, in force or not, are those of its county.
    hints = (county, area_code[:6], code[:6])
    within = {each.code for text in hints for each in book.readings(text) if each.level is Level.COUNTY}
    if coded:
        agrees = not named or coded[0].code in {each.code for each in named}
        allowed = book.listed(each.code for each in (coded[0], *named))
        return AreaMatch(coded[0]) if agrees else AreaMatch(None, problem=FaultCode.AREA_DISAGREES, allowed=allowed)
    here = [each for each in named if not within or context.county_of[each.code] in within]
    if len(here) == 1:
        return AreaMatch(here[0])
    wider = [each for text in (area_code, code, name) for each in book.readings(text)]
    if wider and not named:
        return AreaMatch(None, problem=FaultCode.WIDER_AREA)
    problem = FaultCode.AREA_AMBIGUOUS if here else FaultCode.AREA_UNKNOWN
    allowed = book.listed(each.code for each in named) or book.suggestions(name or code or area_code)
    return AreaMatch(None, problem=problem, allowed=allowed)


def _repair_polygons(features: gpd.GeoDataFrame, datum: Datum, context: PlaceContext, review: RowReview) -> np.ndarray:
    """Make the polygons (EPSG:4490) valid, None where there is none; report what was repaired."""
    allowed = ("Polygon", "MultiPolygon", "GeometryCollection")
    shifted, other = read_shapes(features, datum, allowed, "Polygon", review)
    bounds = shapely.bounds(shifted)
    swapped = is_within_china(bounds[:, [1, 0, 3, 2]])
    abroad = np.isfinite(bounds).all(axis=1) & ~swapped & ~is_within_china(bounds)
    review.refuse(FaultCode.POINT_SWAPPED, swapped, lambda rows: [_format_extent(shifted[row]) for row in rows])
    review.refuse(FaultCode.POINT_OUTSIDE, abroad, lambda rows: [_format_extent(shifted[row]) for row in rows])
    shapes = np.array(
        [None if out else repair_polygon(shape) for shape, out in zip(shifted, swapped | abroad, strict=True)]
    )
    review.refuse(FaultCode.GEOMETRY_INVALID, pd.isna(shapes) & ~swapped & ~abroad & ~other)
    mended = ~shapely.is_valid(shifted) & ~pd.isna(shapes)
    metric_crs = context.geography.region.metric_crs
    areas = gpd.GeoSeries(shapes, crs=GEOGRAPHIC_CRS).to_crs(metric_crs).area / 10_000

    def reasons(rows: np.ndarray) -> list[str]:
        return [str(shapely.is_valid_reason(shifted[row])) for row in rows]

    review.warn(FaultCode.GEOMETRY_REPAIRED, mended, reasons, lambda rows: [f"{areas[row]:.1f} ha" for row in rows])
    return shapes


def _format_extent(shape: shapely.Geometry) -> str:
    return ", ".join(f"{edge:.4f}" for edge in shape.bounds)


def _refuse_misplaced(codes: np.ndarray, shapes: np.ndarray, context: PlaceContext, review: RowReview) -> None:
    """Refuse polygons outside the region, or mostly in another county than their township's."""
    fine = ~review.wrong
    geography = context.geography
    home = np.full(len(codes), None, dtype=object)
    polygons = gpd.GeoSeries(shapes[fine], crs=GEOGRAPHIC_CRS)
    home[fine] = find_home_counties(polygons, geography.counties, geography.region.metric_crs)
    own = pd.Series(codes).map(context.county_of).to_numpy()
    outside = fine & pd.isna(home)
    review.refuse(FaultCode.POINT_OUTSIDE, outside, lambda rows: [_format_extent(shapes[row]) for row in rows])
    review.refuse(
        *(FaultCode.COUNTY_DISAGREES, fine & ~outside & (home != own)),
        lambda rows: context.labels_of(codes[rows]),
        lambda rows: context.labels_of(home[rows]),
    )


def _join_parts(pieces: gpd.GeoSeries, codes: np.ndarray, review: RowReview) -> gpd.GeoSeries:
    """Join the rows of a township, such as exclaves, to one polygon, and report it."""
    again = pd.Series(codes).duplicated().to_numpy() & ~review.wrong
    review.warn(FaultCode.DUPLICATE, again, lambda rows: [str(code) for code in codes[rows]])
    if not pieces.index.has_duplicates:
        return pieces
    return gpd.GeoSeries(pieces.groupby(level=0).agg(lambda own: own.union_all()), crs=GEOGRAPHIC_CRS)


def _check_datum(whole: gpd.GeoSeries, datum: Datum, context: PlaceContext, faults: FaultCollector) -> None:
    """Warn where the polygons, read in another datum, would lie much better in their counties."""
    if whole.empty:
        return
    metric_crs = context.geography.region.metric_crs
    counties = context.geography.counties.geometry.to_crs(metric_crs)
    stated = Datum.WGS84 if datum is Datum.UNKNOWN else datum
    off = {other: _measure_area_outside(whole, stated, other, counties, context) for other in _DATUMS}
    best = min(off, key=lambda other: off[other])
    if best is not stated and off[best] < off[stated] * _BETTER_FIT:
        faults.add_one(Fault(FaultCode.DATUM_DOUBTFUL, best, datum, severity=Severity.WARNING))


def _measure_area_outside(
    whole: gpd.GeoSeries, stated: Datum, datum: Datum, counties: gpd.GeoSeries, context: PlaceContext
) -> float:
    """The area, in m2, of polygons outside their counties if their datum were ``datum`` and not ``stated``."""

    def shift(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(to_wgs84(*from_wgs84(xy[:, 0], xy[:, 1], stated), datum))

    moved = shapely.transform(whole.to_numpy(), shift)
    metric = gpd.GeoSeries(moved, crs=GEOGRAPHIC_CRS).to_crs(counties.crs).make_valid()
    own = counties.reindex(context.county_of.reindex(whole.index)).to_numpy()
    return float(shapely.area(shapely.difference(metric.to_numpy(), own)).sum())


def _keep_complete_counties(
    codes: np.ndarray, whole: gpd.GeoSeries, context: PlaceContext, review: RowReview
) -> gpd.GeoSeries:
    """Keep the polygons of complete counties; refuse the rows of others and name the missing townships."""
    townships = context.geography.townships
    present = pd.Series(townships.index.isin(whole.index), index=townships.index)
    begun = {str(code) for code in townships["county"].reindex(whole.index)}
    absent = {
        county: [str(code) for code in own.index[~own]]
        for county, own in present.groupby(townships["county"])
        if county in begun and not own.all()
    }
    own_county = pd.Series(codes).map(townships["county"]).to_numpy()
    lacking = np.isin(own_county.astype(str), list(absent)) & ~review.wrong
    review.refuse(
        *(FaultCode.AREA_ABSENT, lacking),
        lambda rows: [say("list-names").join(context.labels_of(absent[own_county[row]])) for row in rows],
    )
    return whole[~townships["county"].reindex(whole.index).isin(list(absent)).to_numpy()]


def _check_coverage(coverage: CountyFit, codes: np.ndarray, context: PlaceContext, review: RowReview) -> None:
    """Report overlaps, gaps and polygons that leave their county; refuse the rows of counties not covered."""
    county = pd.Series(codes).map(context.geography.townships["county"]).to_numpy()
    places = review.places.assign(code=codes).drop_duplicates("code").set_index("code")
    for code, misfits in ((FaultCode.OVERLAP, coverage.overlaps), (FaultCode.COUNTY_DISAGREES, coverage.spills)):
        severity = Severity.ERROR if code is FaultCode.OVERLAP else Severity.WARNING
        found = context.labels_of(misfits["code"]) + pd.Series(" / ", index=misfits.index)
        found += context.labels_of(misfits["other"])
        review.faults.add(code, places.loc[misfits["code"]], found, _format_places(misfits), severity)
    gaps = coverage.gaps
    nowhere = pd.DataFrame({"sheet": "", "row": 0, "column": ""}, index=gaps.index)
    review.faults.add(FaultCode.GAP, nowhere, pd.Series(context.labels_of(gaps["code"])), _format_places(gaps))
    broken = {*gaps["code"], *(context.county_of[code] for code in coverage.overlaps["code"])}
    review.wrong |= np.isin(county.astype(str), list(broken))


def _format_places(misfits: pd.DataFrame) -> pd.Series:
    texts: Sequence[str] = [
        f"{hectares:.1f} ha, {lon:.4f}, {lat:.4f}"
        for hectares, lon, lat in misfits[["hectares", "longitude", "latitude"]].to_numpy()
    ]
    return pd.Series(texts, index=misfits.index, dtype=object)
